package export

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// networkx reads both formats of graphs alike.
func TestGraphsRead(t *testing.T) {
	c := sample()
	for kind, want := range map[string]graphRead{
		"network":   {Nodes: 6, Edges: 7, Weight: 8, Kinds: []string{"affiliate_of", "leader_of", "located_in", "named together"}},
		"relations": {Nodes: 4, Edges: 3, Weight: 3, Directed: true, Kinds: []string{"affiliate_of", "leader_of", "located_in"}},
	} {
		for _, format := range []string{"gexf", "graphml"} {
			var got graphRead
			readBy(t, format, written(t, c, kind, format), &got)
			if !slices.ContainsFunc(got.Labels, func(s string) bool { return strings.Contains(s, `</node>]]>&amp; "quoted"`) }) {
				t.Errorf("%s: labels are %q", format, got.Labels)
			}
			if got.Nodes != want.Nodes || got.Edges != want.Edges || got.Weight != want.Weight || got.Directed != want.Directed || !slices.Equal(got.Kinds, want.Kinds) {
				t.Errorf("%s of %s: got %+v, want %+v", format, kind, got, want)
			}
		}
	}
}

type graphRead struct {
	Nodes, Edges  int
	Weight        float64
	Directed      bool
	Labels, Kinds []string
}

func TestGeoJSONRead(t *testing.T) {
	var got struct {
		Features, Points int
		Names            []string
		Inside           bool
	}
	readBy(t, "geojson", written(t, sample(), "places", "geojson"), &got)
	if got.Features != 2 || got.Points != 1 || !got.Inside || !slices.Equal(got.Names, []string{"Ghent", "Nowhere"}) {
		t.Errorf("got %+v", got)
	}
}

func TestFollowTheMoneyRead(t *testing.T) {
	var got map[string]int
	readBy(t, "ftm", written(t, sample(), "all", "ftm"), &got)
	for schema, want := range map[string]int{"Person": 1, "Organization": 2, "LegalEntity": 1, "Address": 2, "PlainText": 2, "Document": 1, "Mention": 7, "Note": 2, "Directorship": 1, "UnknownLink": 2} {
		if got[schema] != want {
			t.Errorf("%d %s, want %d", got[schema], schema, want)
		}
	}
}

// Ids of documents and entities stay apart, and are such as the model takes.
func TestFollowTheMoneyIDs(t *testing.T) {
	valid := regexp.MustCompile(`^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$`)
	seen := map[string]string{}
	for _, id := range []string{"a.txt", "a_b.txt", "a-b.txt", "a_.txt", "a__.txt", "a.b.txt", "_.txt", "-.txt", "", "003_3d01.txt", "日本.txt"} {
		got := documentID(id)
		if other, ok := seen[got]; ok || !valid.MatchString(got) {
			t.Errorf("%q gives %s, as does %q", id, got, other)
		}
		seen[got] = id
	}
}

func TestBibliographyRead(t *testing.T) {
	c := sample()
	var bib struct {
		Entries, Pybtex int
		Keys            []string
		Authors         map[string][]string
	}
	readBy(t, "bibtex", written(t, c, "bibliography", "bibtex"), &bib)
	keys := []string{"vandervelde2016smiths", "anonymousvoid", "", "smit2011iron", "na2014many", "anonymous2015smiths"}
	if bib.Entries != 6 || bib.Pybtex != 6 || !slices.Equal(bib.Keys[:2], keys[:2]) || !slices.Equal(bib.Keys[3:], keys[3:]) {
		t.Errorf("got %d and %d entries: %q", bib.Entries, bib.Pybtex, bib.Keys)
	}
	if got := bib.Authors["vandervelde2016smiths"]; len(got) != 2 || !strings.Contains(got[1], "Guild of Ghent") {
		t.Errorf("authors %q", got)
	}
	var csl struct {
		Entries, Set int
		IDs          []string
	}
	readBy(t, "csl", written(t, c, "bibliography", "csl"), &csl)
	if csl.Entries != 6 || csl.Set != 6 || !slices.Equal(csl.IDs, bib.Keys) {
		t.Errorf("got %+v", csl)
	}
}

func TestConllURead(t *testing.T) {
	var got struct{ Documents, Sentences, Names, Figures int }
	readBy(t, "conllu", written(t, sample(), "all", "conllu"), &got)
	if got.Documents != 2 || got.Sentences != 3 || got.Names != 7 || got.Figures != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestCSVWRead(t *testing.T) {
	c := sample()
	var got map[string]int
	readBy(t, "csvw", filepath.Join(written(t, c, "all", "csvw"), "csv-metadata.json"), &got)
	for _, kind := range tableKinds {
		n := 0
		if err := Each(c, kind, func(any) error { n++; return nil }); err != nil {
			t.Fatal(err)
		}
		if got[kind+".csv"] != n || n == 0 {
			t.Errorf("%d %s, want %d", got[kind+".csv"], kind, n)
		}
	}
	got = nil
	readBy(t, "csvw", filepath.Join(written(t, c, "claims", "csvw"), "csv-metadata.json"), &got)
	if got["claims.csv"] != 2 {
		t.Errorf("got %v", got)
	}
}

func TestSQLiteRead(t *testing.T) {
	var got map[string]int
	readBy(t, "sqlite", written(t, sample(), "all", "sqlite"), &got)
	for table, want := range map[string]int{"documents": 3, "mentions": 7, "claims": 2, "entities": 6, "conflicts": 1, "places": 2, "problems": 2} {
		if got[table] != want {
			t.Errorf("%d rows in %s, want %d", got[table], table, want)
		}
	}
}

func TestWorks(t *testing.T) {
	list, err := works(sample())
	if err != nil {
		t.Fatal(err)
	}
	iron := list[3]
	if iron.Title != "Iron & Steel: A {History}" || iron.Pages != "" || iron.Kind != book || len(iron.Cited) != 2 {
		t.Errorf("got %+v", iron)
	}
	if list[4].Kind != journalArticle || list[4].Pages != "3–19" || list[5].Kind != newsArticle {
		t.Errorf("got %+v and %+v", list[4], list[5])
	}
}

// What is not the same work stands by itself.
func TestSame(t *testing.T) {
	cite := func(author, title, date string) doc.Reference {
		return doc.Reference{Authors: strings.FieldsFunc(author, func(r rune) bool { return r == ';' }), Title: title, Date: date, Full: -1}
	}
	for name, c := range map[string]struct {
		a, b doc.Reference
		want int
	}{
		"subtitle":        {cite("Ann Lee", "Lost Ships", "2014"), cite("A. Lee", "Lost Ships: A Study", ""), 1},
		"other author":    {cite("Ann Lee", "Lost Ships", "2014"), cite("Bo Ek", "Lost Ships", "2014"), 2},
		"yearly":          {cite("Ports Board", "Annual Report", "2014"), cite("Ports Board", "Annual Report", "2015"), 2},
		"other book":      {cite("Ann Lee", "Lost Ships", "2014"), cite("Ann Lee", "Lost Crews", "2014"), 2},
		"nobody's":        {cite("", "Lost ships", "2014"), cite("Ann Lee", "LOST SHIPS", "2014"), 1},
		"nobody's volume": {cite("", "Lost Ships: North", ""), cite("", "Lost Ships: South", ""), 2},
	} {
		d := &doc.Document{ID: "d", Notes: []doc.Note{{Refs: []doc.Reference{c.a, c.b}}}}
		list, err := works(&doc.Collection{Cards: []doc.Card{{ID: "d", Meta: doc.Meta{Title: "Citing"}}}, Open: func(string) (*doc.Document, error) { return d, nil }})
		if err != nil || len(list)-1 != c.want {
			t.Errorf("%s: %d works, want %d (%v)", name, len(list)-1, c.want, err)
		}
	}
}

func TestSplitName(t *testing.T) {
	for in, want := range map[string][2]string{
		"Ann Lee": {"Ann", "Lee"}, "Hegg": {"", "Hegg"}, "The Ports Board": {"", "The Ports Board"}, "ICRC": {"", "ICRC"},
		"Maria van der Velde": {"Maria", "van der Velde"}, "Jan Smit Jr.": {"Jan", "Smit Jr."}, "Institute of Ships": {"", "Institute of Ships"},
		"Lee, Ann B.": {"Ann B.", "Lee"}, "Omar bin Said": {"Omar", "bin Said"}, "": {"", ""}, "UN OCHA": {"", "UN OCHA"},
	} {
		if given, family := splitName(in); given != want[0] || family != want[1] {
			t.Errorf("%q: %q and %q", in, given, family)
		}
	}
}

func TestBibText(t *testing.T) {
	for in, want := range map[string]string{
		"A & B": `A \& B`, "{": `\textbraceleft{}`, "50% of #1_a": `50\% of \#1\_a`, "a\nb\x00": "a b", `\cmd`: `\textbackslash{}cmd`, "Žižek": "Žižek",
	} {
		if got := bibText(in); got != want {
			t.Errorf("%q: got %q", in, got)
		}
	}
}
