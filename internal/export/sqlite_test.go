package export

import (
	"database/sql"
	"strings"
	"testing"
)

func openDB(t *testing.T) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", written(t, sample(), "all", "sqlite"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// one is the one value of a query, as text.
func one(t *testing.T, db *sql.DB, query string, args ...any) string {
	t.Helper()
	var s sql.NullString
	if err := db.QueryRow(query, args...).Scan(&s); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return s.String
}

func TestSQLite(t *testing.T) {
	db := openDB(t)
	for query, want := range map[string]string{
		"PRAGMA integrity_check":                          "ok",
		"SELECT count(*) FROM pragma_foreign_key_check()": "0",
		"SELECT id FROM documents WHERE rowid IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'leading AND smith')": "plain.txt",
		"SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'what:smiths'":                                                       "1",
		"SELECT name FROM entities WHERE rowid = (SELECT rowid FROM entities_fts WHERE entities_fts MATCH 'aliases:guild')":       "Guild of Ghent",
		"SELECT value || ' ' || value_text FROM claims LIMIT 1":                                                                   "40.0 40",
		"SELECT group_concat(name, ';') FROM authors WHERE document = 'plain.txt'":                                                "Maria van der Velde;Guild of Ghent",
		"SELECT roles FROM entity_documents WHERE entity = 'ana-petrova'":                                                         "subject",
		"SELECT figure FROM conflicts":                       "At least 40 smiths",
		"SELECT set_apart FROM thread_claims WHERE number=2": "another year",
		"SELECT sentence FROM mentions LIMIT 1":              "Ana Petrova leads the Guild of Ghent in Ghent",
	} {
		if got := one(t, db, query); got != want {
			t.Errorf("%s: got %q, want %q", query, got, want)
		}
	}
}

// Spans count bytes of the text, NUL and all.
func TestSQLiteSpans(t *testing.T) {
	db := openDB(t)
	rows, err := db.Query(`SELECT m.text, CAST(substr(CAST(d.text AS BLOB), m."start" + 1, m."end" - m."start") AS TEXT) FROM mentions m JOIN documents d ON d.id = m.document
		UNION ALL SELECT c.text, CAST(substr(CAST(d.text AS BLOB), c."start" + 1, c."end" - c."start") AS TEXT) FROM claims c JOIN documents d ON d.id = c.document`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	n, hostile := 0, 0
	for ; rows.Next(); n++ {
		var text, span string
		if err := rows.Scan(&text, &span); err != nil {
			t.Fatal(err)
		}
		if text != span {
			t.Errorf("%q is not %q", span, text)
		}
		if strings.Contains(text, "NUL\x00") {
			hostile++
		}
	}
	if n != 9 || hostile != 2 || rows.Err() != nil {
		t.Errorf("%d spans, %d of them hostile, %v", n, hostile, rows.Err())
	}
}

// What is written to the tables later is found by full text too, and what is
// taken out no more; keys hold.
func TestSQLiteTriggers(t *testing.T) {
	db := openDB(t)
	db.SetMaxOpenConns(1)
	for _, s := range []string{
		"PRAGMA foreign_keys = ON",
		"UPDATE entities SET name = 'Corporation of Ghent' WHERE id = 'guild'",
		"DELETE FROM entities WHERE id = 'nowhere'",
		"UPDATE documents SET title = 'Ledger of the weavers' WHERE id = 'plain.txt'",
		"UPDATE claims SET what = 'coopers'",
		"INSERT INTO entities (id, name, type, documents, mentions, mentions_all) VALUES ('new', 'Harbour Board', 'ORG', 0, 0, 0)",
	} {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	for words, want := range map[string]string{"corporation": "1", "nowhere": "0", "harbour": "1"} {
		if got := one(t, db, "SELECT count(*) FROM entities_fts WHERE entities_fts MATCH ?", words); got != want {
			t.Errorf("%s is found %s times, want %s", words, got, want)
		}
	}
	for _, s := range searched {
		if got := one(t, db, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", s.table); got != "3" {
			t.Errorf("%s has %s triggers", s.table, got)
		}
		if _, err := db.Exec("INSERT INTO " + s.table + "_fts (" + s.table + "_fts, rank) VALUES ('integrity-check', 1)"); err != nil {
			t.Errorf("the full text of %s is not that of its table: %v", s.table, err)
		}
	}
	for query, want := range map[string]string{
		"SELECT count(*) FROM documents_fts WHERE documents_fts MATCH 'title:weavers'": "1",
		"SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'what:smiths'":         "0",
	} {
		if got := one(t, db, query); got != want {
			t.Errorf("%s: got %s, want %s", query, got, want)
		}
	}
	if _, err := db.Exec("DELETE FROM documents WHERE id = 'plain.txt'"); err == nil {
		t.Error("a document that mentions name was deleted")
	}
}
