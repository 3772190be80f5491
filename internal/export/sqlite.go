package export

import (
	"context"
	"database/sql"
	_ "embed" // the schema
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"

	_ "modernc.org/sqlite" // the driver, without cgo
)

//go:embed schema.sql
var schemaSQL string

// searched are the tables with full-text search and the columns that it reads.
var searched = []struct {
	table   string
	columns []string
}{
	{"documents", []string{"title", "text"}},
	{"claims", []string{"sentence", "what", "place", "source"}},
	{"entities", []string{"name", "aliases"}},
}

// triggersSQL keep the full-text tables with their content (sqlite.org/fts5,
// external content). They are made last: filling the tables at once is faster.
func triggersSQL() string {
	var b strings.Builder
	for _, s := range searched {
		index, columns := s.table+"_fts", strings.Join(s.columns, ", ")
		add := fmt.Sprintf("INSERT INTO %s (rowid, %s) VALUES (new.rowid, new.%s);\n", index, columns, strings.Join(s.columns, ", new."))
		remove := fmt.Sprintf("INSERT INTO %s (%s, rowid, %s) VALUES ('delete', old.rowid, old.%s);\n", index, index, columns, strings.Join(s.columns, ", old."))
		for _, t := range []struct{ name, event, do string }{{"ai", "INSERT", add}, {"ad", "DELETE", remove}, {"au", "UPDATE", remove + add}} {
			fmt.Fprintf(&b, "CREATE TRIGGER %s_%s AFTER %s ON %s BEGIN\n%sEND;\n", s.table, t.name, t.event, s.table, t.do)
		}
	}
	return b.String()
}

// SQLite writes all of c as the database file name, which must not exist. Equal
// collections give equal bytes with the same version of SQLite.
func SQLite(name string, c *doc.Collection) (err error) {
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: url.PathEscape(name)}).String())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	for _, s := range []string{"PRAGMA page_size = 4096", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA encoding = 'UTF-8'", schemaSQL, "PRAGMA foreign_keys = ON"} {
		if _, err := db.Exec(s); err != nil {
			return fmt.Errorf("making the database: %w", err)
		}
	}
	if err := fillAll(db, c); err != nil {
		return err
	}
	var last []string
	for _, s := range searched {
		last = append(last, fmt.Sprintf("INSERT INTO %s_fts (%s_fts) VALUES ('rebuild')", s.table, s.table))
	}
	for _, s := range append(last, triggersSQL(), "ANALYZE", "PRAGMA user_version = 1", "VACUUM") {
		if _, err := db.Exec(s); err != nil {
			return fmt.Errorf("finishing the database: %w", err)
		}
	}
	return nil
}

// fillAll writes all rows in one transaction. Claims name threads and threads
// claims; threads come first, and what of a claim points at another claim is
// checked at the end.
func fillAll(db *sql.DB, c *doc.Collection) (err error) {
	tx, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		return err
	}
	f := &filler{tx: tx, prepared: map[string]*sql.Stmt{}}
	defer func() {
		for _, s := range f.prepared {
			err = errors.Join(err, s.Close())
		}
		if err != nil {
			err = errors.Join(err, tx.Rollback())
			return
		}
		err = tx.Commit()
	}()
	f.entities(c)
	f.threads(c)
	copies := c.CopiesByDocument()
	for i := range c.Cards {
		if f.err != nil {
			return f.err
		}
		d, err := c.Open(c.Cards[i].ID)
		if err != nil {
			return err
		}
		f.document(d, record.OfCard(c.Cards[i], copies[d.ID]), copies[d.ID])
	}
	f.between(c)
	return f.err
}

// A filler inserts rows and remembers the first error.
type filler struct {
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
	err      error
}

// insert adds a row to a table: values of all its columns, in order.
func (f *filler) insert(table string, values ...any) {
	if f.err != nil {
		return
	}
	s := f.prepared[table]
	if s == nil {
		marks := strings.Repeat(", ?", len(values))[2:]
		if s, f.err = f.tx.Prepare("INSERT INTO " + table + " VALUES (" + marks + ")"); f.err != nil {
			return
		}
		f.prepared[table] = s
	}
	if _, err := s.Exec(values...); err != nil {
		f.err = fmt.Errorf("table %s: %w", table, err)
	}
}

func (f *filler) entities(c *doc.Collection) {
	for i := range c.Entities {
		e := record.OfEntity(&c.Entities[i])
		var names []string
		for _, a := range e.Aliases {
			if a.Form != doc.Adjective.String() && a.Text != e.Name {
				names = append(names, a.Text)
			}
		}
		f.insert("entities", e.ID, e.Name, e.Type, e.Subtype, e.Country, real(e.Lat), real(e.Lon), e.Geonames,
			len(e.Documents), e.Mentions, e.MentionsAll, record.Str(strings.Join(names, ", ")), e.By, e.Doubt)
		for _, a := range e.Aliases {
			f.insert("aliases", e.ID, a.Text, a.Form, a.Count)
		}
	}
}

func (f *filler) threads(c *doc.Collection) {
	for i := range c.Threads {
		t := record.OfThread(&c.Threads[i])
		f.insert("threads", t.ID, t.Topic, t.Relation, t.Reason, t.Sources, real(t.Low), real(t.High), f.json(t.Related))
	}
}

func (f *filler) document(d *doc.Document, r record.Document, copies []doc.Copy) {
	f.insert("documents", r.ID, r.Title, r.Date, r.DateVia, r.Publisher, r.Place, r.URL, r.Language, r.Format, r.Encoding,
		r.Hash, r.Bytes, r.Words, r.Sentences, r.Mentions, r.Claims, d.Text)
	for i, a := range r.Authors {
		f.insert("authors", r.ID, i+1, a)
	}
	for _, p := range r.Problems {
		f.insert("problems", nil, r.ID, r.ID, p.Start, p.End, p.Text, nil)
	}
	for i, m := range record.Mentions(d, copies) {
		f.insert("mentions", nil, m.Doc, m.Start, m.End, m.Text, m.Type, m.Entity, m.In, m.Form, m.Copy, m.Repair, m.By, sentenceAround(d, d.Mentions[i].Sentence))
	}
	for _, l := range record.Relations(d) {
		f.insert("relations", nil, l.Doc, l.Start, l.End, l.Text, l.From, l.Relation, l.To)
	}
	for _, c := range record.Claims(d) {
		f.claim(&c)
	}
}

func sentenceAround(d *doc.Document, i int) *string {
	if i < 0 || i >= len(d.Sentences) {
		return nil
	}
	return record.Str(comment(d.Slice(d.Sentences[i].Span)))
}

func (f *filler) claim(c *record.Claim) {
	f.insert("claims", c.ID, c.Doc, c.Start, c.End, c.Text, c.Number.Text, real(c.Low), real(c.High), real(c.Value),
		exact(c.Low), exact(c.High), exact(c.Value), c.Bound, c.Direction, c.Kind, c.Unit, c.Per, real(c.Norm.Value), c.Norm.Unit, real(c.Percent),
		c.What, c.Place, c.PlaceRole, f.json(c.PlacesOther), c.Time, c.TimeVia, c.Source, c.SourceEntity, c.SourceVia, c.Cite, c.Sentence, c.In,
		c.Table, c.Row, c.RowNumber, c.Column, c.DuplicateOf, c.Repair, c.Estimate, c.Vague, c.Pair, c.Thread)
}

// between writes what ties documents, entities and claims.
func (f *filler) between(c *doc.Collection) {
	for i := range c.Entities {
		e := &c.Entities[i]
		for _, id := range e.Documents {
			f.insert("entity_documents", e.ID, id, record.Str(strings.Join(e.Roles[id], ", ")))
		}
	}
	for _, k := range c.Copies {
		f.insert("copies", nil, k.Doc, k.Span.Start, k.Span.End, k.Original, k.Of.Start, k.Of.End)
	}
	for _, x := range c.Failures {
		f.insert("problems", nil, nil, x.ID, nil, nil, x.Reason, record.Str(x.Hint))
	}
	for i := range c.Threads {
		f.thread(&c.Threads[i])
	}
}

func (f *filler) thread(t *doc.Thread) {
	for i, id := range t.Claims {
		var source any
		if i < len(t.SourceOf) {
			source = t.SourceOf[i] + 1
		}
		f.insert("thread_claims", t.ID, i+1, id, source, nil)
	}
	for i, a := range t.SetApart {
		f.insert("thread_claims", t.ID, len(t.Claims)+i+1, a.Claim, nil, a.Reason)
	}
	for _, p := range t.Pairs {
		f.insert("verdicts", nil, t.ID, p.A, p.B, p.Relation, p.Reason)
	}
}

// real is a number to compute with, nil for nil.
func real(n *record.Number) any {
	if n == nil {
		return nil
	}
	v, err := n.Float64()
	if err != nil { // beyond what a float holds
		return nil
	}
	return v
}

func exact(n *record.Number) any {
	if n == nil {
		return nil
	}
	return n.String()
}

// json is a list as JSON, NULL where it is empty.
func (f *filler) json(v any) any {
	b, err := json.Marshal(v)
	if err != nil && f.err == nil {
		f.err = err
	}
	if s := string(b); s != "[]" && s != "null" {
		return s
	}
	return nil
}
