package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/text"

	"golang.org/x/text/language"
)

// A thing is an entity of FollowTheMoney (followthemoney.tech): a schema of its
// model and values by property.
type thing struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// set adds values that are not empty.
func (t *thing) set(property string, values ...string) {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			t.Properties[property] = append(t.Properties[property], v)
		}
	}
}

// followTheMoney writes entities, then each document with its mentions, what it
// states, and its figures as notes.
func followTheMoney(w io.Writer, c *doc.Collection, _ string) error {
	out := record.NewJSONL(w)
	schema := map[string]string{}
	for i := range c.Entities {
		t := ftmEntity(&c.Entities[i])
		schema[c.Entities[i].ID] = t.Schema
		if err := out.Write(t); err != nil {
			return err
		}
	}
	for d, err := range c.Documents() {
		if err == nil {
			err = ftmAll(d, schema, out)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func ftmAll(d *doc.Document, schema map[string]string, out record.Writer) error {
	if err := out.Write(ftmDocument(d, schema)); err != nil {
		return err
	}
	for _, m := range record.Mentions(d, nil) {
		if err := out.Write(ftmMention(&m, schema)); err != nil {
			return err
		}
	}
	for i, r := range record.Relations(d) {
		if err := out.Write(ftmLink(&r, i, schema)); err != nil {
			return err
		}
	}
	for i, c := range record.Claims(d) {
		if err := out.Write(ftmNote(d, i, &c)); err != nil {
			return err
		}
	}
	return nil
}

func entityID(id string) string   { return ftmID("entity-" + record.FileName(id)) }
func documentID(id string) string { return ftmID("document-" + record.DocumentName(id)) }

// ftmID is a name of package record as FollowTheMoney takes it: with full stops
// in the place of low lines, and no sign at its end.
func ftmID(name string) string {
	id := strings.ReplaceAll(name, "_", ".")
	if trimmed := strings.TrimRight(id, ".-"); trimmed != id {
		sum := sha256.Sum256([]byte(name))
		return trimmed + "-" + hex.EncodeToString(sum[:4])
	}
	return id
}

// ftmSchema is the schema of entities of a type. A people or a faith is no body
// that can be founded or owned: it is a LegalEntity, which may be anybody.
func ftmSchema(t doc.MentionType) string {
	switch t {
	case doc.Person:
		return "Person"
	case doc.Org:
		return "Organization"
	case doc.Place:
		return "Address"
	}
	return "LegalEntity"
}

func ftmEntity(e *doc.Entity) *thing {
	t := &thing{entityID(e.ID), ftmSchema(e.Type), map[string][]string{}}
	t.set("name", text.Clean(e.Name))
	for _, a := range e.Aliases {
		if s := text.Clean(a.Text); a.Form != doc.Adjective && s != e.Name {
			t.set("alias", s)
		}
	}
	t.set("country", strings.ToLower(e.Country))
	for _, id := range e.Documents {
		t.set("proof", documentID(id))
	}
	if e.Doubt != "" {
		t.set("notes", "In doubt: "+e.Doubt)
	}
	if e.Type != doc.Place {
		return t
	}
	t.set("full", text.Clean(e.Name))
	if e.Subtype == "city" || e.Subtype == "region" {
		t.set(e.Subtype, text.Clean(e.Name))
	}
	if e.HasPoint {
		t.set("latitude", strconv.FormatFloat(e.Lat, 'f', -1, 64))
		t.set("longitude", strconv.FormatFloat(e.Lon, 'f', -1, 64))
	}
	return t
}

func ftmDocument(d *doc.Document, schema map[string]string) *thing {
	t := &thing{documentID(d.ID), "Document", map[string][]string{}}
	switch d.Meta.Format {
	case "txt", "md":
		t.Schema = "PlainText"
	case "html":
		t.Schema = "HyperText"
	}
	m := d.Meta
	t.set("fileName", path.Base(d.ID))
	t.set("title", text.Clean(cmp.Or(m.Title, path.Base(d.ID))))
	t.set("author", m.Authors...)
	t.set("date", ftmDate(m.Date))
	t.set("publisher", m.Publisher)
	t.set("sourceUrl", m.URL)
	t.set("encoding", m.Encoding)
	t.set("fileSize", strconv.FormatInt(d.Size, 10))
	t.set("bodyText", d.Text)
	t.set("notes", "File "+d.ID, "SHA-256 "+d.Hash)
	if tag, err := language.Parse(m.Language); err == nil && m.Language != "" {
		base, _ := tag.Base()
		t.set("language", base.ISO3())
	}
	seen := map[string]bool{}
	for i := range d.Referents {
		id := d.Referents[i].Entity
		if schema[id] == "" || seen[id] {
			continue
		}
		seen[id] = true
		switch schema[id] {
		case "Address":
			t.set("addressEntity", entityID(id))
			t.set("locationMentioned", text.Clean(d.Referents[i].Name))
		case "Person":
			t.set("peopleMentioned", text.Clean(d.Referents[i].Name))
		default:
			t.set("namesMentioned", text.Clean(d.Referents[i].Name))
		}
	}
	return t
}

// ftmDate is a date that FollowTheMoney takes: a year, month or day.
func ftmDate(s string) string {
	if len(s) == 4 || len(s) == 7 || len(s) == 10 {
		return s
	}
	return ""
}

func ftmMention(m *record.Mention, schema map[string]string) *thing {
	t := &thing{fmt.Sprintf("%s-m%d", documentID(m.Doc), m.Start), "Mention", map[string][]string{}}
	t.set("document", documentID(m.Doc))
	t.set("name", cmp.Or(text.Clean(m.Text), "?"))
	t.set("detectedSchema", ftmSchema(doc.ParseMentionType(m.Type)))
	if m.Entity != nil && schema[*m.Entity] != "Address" && schema[*m.Entity] != "" {
		t.set("resolved", entityID(*m.Entity)) // an Address cannot stand there
	}
	return t
}

// ftmLink is a stated relation as the schema that says most of it.
func ftmLink(r *record.Relation, n int, schema map[string]string) *thing {
	t := &thing{fmt.Sprintf("%s-r%d-%d", documentID(r.Doc), r.Start, n), "UnknownLink", map[string][]string{}}
	from, to := entityID(r.From), entityID(r.To)
	actor := schema[r.From] != "Address"
	switch org := schema[r.To] == "Organization"; {
	case org && actor && r.Relation == "leader_of":
		t.Schema = "Directorship"
		t.set("director", from)
		t.set("organization", to)
	case org && actor && r.Relation == "member_of":
		t.Schema = "Membership"
		t.set("member", from)
		t.set("organization", to)
	default:
		t.set("subject", from)
		t.set("object", to)
	}
	t.set("role", strings.ReplaceAll(r.Relation, "_", " "))
	t.set("summary", text.Clean(r.Text))
	t.set("proof", documentID(r.Doc))
	return t
}

// ftmNote is claim i of d, whose record is c.
func ftmNote(d *doc.Document, i int, c *record.Claim) *thing {
	t := &thing{documentID(c.Doc) + "-c" + strconv.Itoa(c.Start), "Note", map[string][]string{}}
	t.set("name", cmp.Or(text.Clean(c.Text), "?"))
	t.set("description", text.Clean(c.Sentence))
	t.set("summary", inWords(c))
	t.set("entity", documentID(c.Doc))
	if c.SourceEntity != nil {
		t.set("entity", entityID(*c.SourceEntity))
	}
	t.set("proof", documentID(c.Doc))
	for _, p := range d.Claims[i].Places {
		if p.Referent >= 0 && p.Referent < len(d.Referents) && d.Referents[p.Referent].Entity != "" {
			t.set("addressEntity", entityID(d.Referents[p.Referent].Entity))
		}
	}
	return t
}

// inWords lists what is known of a claim, one field after the other.
func inWords(c *record.Claim) string {
	var parts []string
	add := func(name string, value *string) {
		if value != nil {
			parts = append(parts, name+": "+text.Clean(*value))
		}
	}
	number := func(name string, n *record.Number) {
		if n != nil {
			parts = append(parts, name+": "+n.String())
		}
	}
	number("value", c.Value)
	number("low", c.Low)
	number("high", c.High)
	parts = append(parts, "bound: "+strings.ReplaceAll(c.Bound, "_", " "))
	add("unit", c.Unit)
	add("per", c.Per)
	add("of what", c.What)
	add("where", c.Place)
	add("when", c.Time)
	add("who says so", c.Source)
	return strings.Join(parts, "; ")
}
