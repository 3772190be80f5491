package report

import (
	"encoding/json"
	"strings"
	"testing"
)

// manifestOf makes documents of lines "id hash: figure; figure".
func manifestOf(lines ...string) *Manifest {
	m := &Manifest{Manifest: 1}
	for _, l := range lines {
		head, figures, _ := strings.Cut(l, ": ")
		id, hash, _ := strings.Cut(head, " ")
		d := ManifestDocument{ID: id, Hash: hash}
		for i, f := range strings.Split(figures, "; ") {
			if f != "" {
				d.Figures = append(d.Figures, Stated{i * 10, f})
			}
		}
		m.Documents = append(m.Documents, d)
	}
	return m
}

func differ(t *testing.T, a, b *Manifest) string {
	t.Helper()
	var s strings.Builder
	if err := Compare(a, b).Text(&s); err != nil {
		t.Fatal(err)
	}
	return s.String()
}

func TestCompareDocuments(t *testing.T) {
	for name, c := range map[string]struct {
		a, b []string
		want string
	}{
		"same":    {[]string{"a 1: 3 ships"}, []string{"a 1: 3 ships"}, "Nothing differs."},
		"new":     {nil, []string{"a 1: 3 ships; 4 men"}, "New document      a\nNew figures       2, all of a"},
		"removed": {[]string{"a 1: 3 ships"}, nil, "Removed document  a\nGone figures      1, all of a"},
		"changed": {[]string{"a 1: 3 ships; 4 men"}, []string{"a 2: 9 men; 3 ships"}, "Changed document  a\nNew figure        9 men (a)\nGone figure       4 men (a)"},
		"moved":   {[]string{"a 1: 3 ships"}, []string{"b 1: 3 ships"}, "Moved document    a → b"},
		"copied":  {[]string{"a 1: 3 ships"}, []string{"a 1: 3 ships", "b 1: 3 ships"}, "New document      b\nNew figures       1, all of b"},
		"twice":   {[]string{"a 1: 3 ships"}, []string{"a 2: 3 ships; 3 ships"}, "Changed document  a\nNew figure        3 ships (a)"},
		"swapped": {[]string{"a 1: 3 ships", "b 2: 4 men"}, []string{"a 2: 4 men", "b 1: 3 ships"},
			"Changed document  a\nChanged document  b\nNew figure        4 men (a)\nNew figure        3 ships (b)\nGone figure       3 ships (a)\nGone figure       4 men (b)"},
		"read otherwise": {[]string{"a 1: 3 ships"}, []string{"a 1: 13 ships"}, "New figure        13 ships (a)\nGone figure       3 ships (a)"},
	} {
		if got := strings.TrimSpace(differ(t, manifestOf(c.a...), manifestOf(c.b...))); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestCompareTheRest(t *testing.T) {
	a, b := manifestOf(), manifestOf()
	a.Entities = []ManifestEntity{{ID: "kenya", Name: "Kenya", Type: "PLACE", Documents: 1}, {ID: "ana", Name: "Ana\nPetrova", Type: "PERSON", Documents: 2}}
	b.Entities = []ManifestEntity{{ID: "bank", Name: "Bank", Type: "ORG", Documents: 1}}
	a.Threads = []ManifestThread{{ID: "ships", Topic: "Ships", Relation: "agree"}, {ID: "men", Topic: "Men", Relation: "update"}}
	b.Threads = []ManifestThread{{ID: "ships", Topic: "Ships", Relation: "conflict", Reason: "No figure fits both."}, {ID: "tons", Topic: "Tons", Relation: "agree", Reason: "Both fit."}}
	b.Problems = []ManifestProblem{{File: "x.pdf", Problem: "it is locked"}}
	a.Made = Made{Program: "1", Passes: map[string]int{"names": 1}, Models: map[string]string{"tagger": strings.Repeat("a", 64)}}
	b.Made = Made{Program: "2", Passes: map[string]int{"names": 2}, Models: map[string]string{"tagger": strings.Repeat("b", 64)}, Settings: map[string]string{"gazetteer.tsv": "c"}}
	want := `Made by           program: 1 → 2
Made by           pass names: 1 → 2
Made by           model tagger: aaaaaaaaaaaa → bbbbbbbbbbbb
Made by           file gazetteer.tsv: none → c
Other verdict     Ships: agree → conflict. No figure fits both.
New thread        Tons: agree. Both fit.
Gone thread       Men
New actor         Bank (org, 1 document)
Gone actor        Ana Petrova (person, 2 documents)
Gone place        Kenya (place, 1 document)
New problem       x.pdf: it is locked
`
	if got := differ(t, a, b); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if c := Compare(a, b); c.None() || !Compare(b, b).None() {
		t.Error("None does not tell whether anything differs")
	}
}

// As JSON, what has no entries is an empty list.
func TestChangesJSON(t *testing.T) {
	b, err := json.Marshal(Compare(manifestOf(), manifestOf()))
	if err != nil || strings.Contains(string(b), "null") {
		t.Errorf("got %s, %v", b, err)
	}
}
