package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// Every kind has a format and every format's kinds are known; each writes the
// same twice.
func TestFormats(t *testing.T) {
	for _, k := range Kinds {
		if f := Find(Default(k.Name)); f == nil || !f.Holds(k.Name) {
			t.Errorf("%s has no default", k.Name)
		}
	}
	for _, f := range Formats {
		for _, kind := range f.Kinds {
			if !slices.Contains(KindNames(), kind) {
				t.Errorf("%s holds %s, which is no kind", f.Name, kind)
			}
			a, b := written(t, sample(), kind, f.Name), written(t, sample(), kind, f.Name)
			if !bytes.Equal(all(t, a), all(t, b)) {
				t.Errorf("%s as %s differs from one time to the next", kind, f.Name)
			}
		}
	}
	if Find("nonsense") != nil || Find("csv").Holds("places") {
		t.Error("what is not there was found")
	}
}

// all are the bytes of a file, or of all files of a folder with their names.
func all(t *testing.T, name string) []byte {
	t.Helper()
	var b bytes.Buffer
	err := filepath.WalkDir(name, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(name, path)
		data, err := os.ReadFile(path)
		b.WriteString(rel)
		b.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A write that fails leaves what was there; a folder with something in it is
// not touched.
func TestWriteWholeOrNotAtAll(t *testing.T) {
	c := sample()
	dir := t.TempDir()
	file, folder := filepath.Join(dir, "a.jsonl"), filepath.Join(dir, "brat")
	if err := os.WriteFile(file, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	c.Open = func(string) (*doc.Document, error) { return nil, errors.New("the disk is gone") }
	for format, out := range map[string]string{"jsonl": file, "brat": folder, "sqlite": filepath.Join(dir, "a.db")} {
		kind := "all"
		if format == "jsonl" {
			kind = "claims"
		}
		if err := Find(format).Write(out, c, kind); err == nil || !strings.Contains(err.Error(), "the disk is gone") {
			t.Errorf("%s: got %v", format, err)
		}
	}
	if list, _ := os.ReadDir(dir); len(list) != 1 {
		t.Errorf("left behind: %v", list)
	}
	if b, _ := os.ReadFile(file); string(b) != "mine" {
		t.Errorf("the file holds %q", b)
	}
	if err := Find("csvw").Write(dir, sample(), "all"); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("a folder with a file was taken: %v", err)
	}
	if err := Find("csvw").Write(folder, sample(), "all"); err != nil {
		t.Error(err)
	}
}

// The readers of XML and JSON take what is written, whatever stands in it.
func TestWellFormed(t *testing.T) {
	c := sample()
	for _, format := range []string{"gexf", "graphml"} {
		for _, kind := range Find(format).Kinds {
			for d := xml.NewDecoder(strings.NewReader(stream(t, c, kind, format))); ; {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", format, err)
				}
			}
		}
	}
	for _, x := range [][2]string{{"places", "geojson"}, {"all", "webanno"}, {"bibliography", "csl"}} {
		if s := stream(t, c, x[0], x[1]); !json.Valid([]byte(s)) {
			t.Errorf("%s is no JSON:\n%s", x[1], s)
		}
	}
	for _, format := range []string{"jsonl", "ftm"} {
		for line := range strings.Lines(stream(t, c, map[string]string{"jsonl": "claims", "ftm": "all"}[format], format)) {
			if !json.Valid([]byte(line)) {
				t.Errorf("%s: %s", format, line)
			}
		}
	}
}

func TestPeriod(t *testing.T) {
	for dates, want := range map[string]period{
		"":                {},
		"2016":            {"2016-01-01", "2016-12-31"},
		"2016-02":         {"2016-02-01", "2016-02-29"},
		"2100-02":         {"2100-02-01", "2100-02-28"},
		"2016-04 2015":    {"2015-01-01", "2016-04-30"},
		"2017-05-03 2018": {"2017-05-03", "2018-12-31"},
	} {
		var p period
		for d := range strings.FieldsSeq(dates) {
			p.add(d)
		}
		if p != want {
			t.Errorf("%s: got %v", dates, p)
		}
	}
}

// Edges: a sentence that names two, and what is stated; not a list of names.
func TestGraph(t *testing.T) {
	c := sample()
	g, err := graphOf(c, "network")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range g.Edges {
		got = append(got, e.From+" "+e.Kind+" "+e.To+" "+strings.Repeat("I", e.Weight)+" "+e.First)
	}
	want := []string{
		"ana-petrova named together ghent I 2016-02-01", "ana-petrova leader_of guild I 2016-02-01", "ana-petrova named together guild I 2016-02-01",
		"ghent named together guild II 2016-02-01", "ghent named together hostile I 2017-01-01", "guild located_in ghent I 2016-02-01", "hostile affiliate_of ghent I 2017-01-01",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(g.Nodes) != len(c.Entities) {
		t.Errorf("%d nodes", len(g.Nodes))
	}
	if got := strings.Count(stream(t, c, "network", "jsonl"), "\n"); got != len(want) {
		t.Errorf("%d edges as records", got)
	}
	if line, _, _ := strings.Cut(stream(t, c, "network", "jsonl"), "\n"); line != `{"from":"ana-petrova","from_name":"Ana Petrova","to":"ghent","to_name":"Ghent","kind":"named together","stated":false,"weight":1,"first":"2016-02-01","last":"2016-02-29","documents":["plain.txt"]}` {
		t.Errorf("got %s", line)
	}
	c.Copies[0].Span.End = 1 << 20
	if g, _ = graphOf(c, "network"); len(g.Edges) != len(want)-1 {
		t.Errorf("%d edges where a document is the copy of another", len(g.Edges))
	}
	if g, _ = graphOf(c, "relations"); len(g.Edges) != 3 || !g.Directed {
		t.Errorf("relations: %d edges", len(g.Edges))
	}
}

func TestListsTieNobody(t *testing.T) {
	for n, want := range map[int]int{record.MostNamed: record.MostNamed * (record.MostNamed - 1) / 2, record.MostNamed + 1: 0} {
		b := newBuilder("list.txt")
		c := &doc.Collection{Cards: []doc.Card{{ID: "list.txt"}}}
		for i := range n {
			id := strings.Repeat("x", i+1)
			b.name(id, id, doc.Org).add(", ")
			c.Entities = append(c.Entities, doc.Entity{ID: id, Name: id, Type: doc.Org})
		}
		d := b.end().done()
		c.Open = func(string) (*doc.Document, error) { return d, nil }
		g, err := graphOf(c, "network")
		if err != nil || len(g.Edges) != want {
			t.Errorf("%d names give %d edges, want %d (%v)", n, len(g.Edges), want, err)
		}
	}
}

func TestPoints(t *testing.T) {
	text := strings.Repeat("aé👩‍🚒\x00\xff", 700)
	p := pointsOf(text)
	n := 0
	for i := range len(text) + 1 {
		if i == len(text) || text[i]&0xC0 != 0x80 {
			if got := p.before(i); got != n {
				t.Fatalf("%d code points before byte %d, want %d", got, i, n)
			}
			n++
		}
	}
}

// many is a collection of n documents like the plain one.
func many(n int) *doc.Collection {
	c := sample()
	d, _ := c.Open("plain.txt")
	by := map[string]*doc.Document{}
	c.Cards, c.Threads, c.Copies = nil, nil, nil
	for i := range n {
		x := *d
		x.ID = fmt.Sprintf("d%05d.txt", i)
		x.Claims = slices.Clone(d.Claims)
		x.Claims[0].Thread = ""
		by[x.ID] = &x
		c.Cards = append(c.Cards, doc.Card{ID: x.ID, Hash: d.Hash, Meta: d.Meta})
	}
	for i := range c.Entities {
		c.Entities[i].Documents = nil
	}
	c.Open = func(id string) (*doc.Document, error) { return by[id], nil }
	return c
}

func BenchmarkFormats(b *testing.B) {
	const documents = 1000
	c := many(documents)
	for _, f := range Formats {
		kind := f.Kinds[len(f.Kinds)-1]
		b.Run(f.Name+"/"+kind, func(b *testing.B) {
			for b.Loop() {
				if err := f.Write(filepath.Join(b.TempDir(), "out"), c, kind); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(documents*float64(b.N)/b.Elapsed().Seconds(), "documents/s")
		})
	}
}

// Whatever stands in a title, the braces of an entry match.
func FuzzBibText(f *testing.F) {
	f.Add("A {B} \\ C} & 5% of #1\x00")
	f.Fuzz(func(t *testing.T, s string) {
		depth := 0
		for _, r := range bibText(s) + bibURL(s) {
			switch r {
			case '{':
				depth++
			case '}':
				depth--
			}
			if depth < 0 {
				t.Fatalf("%q closes what is not open", bibText(s))
			}
		}
		if depth != 0 {
			t.Fatalf("%q leaves %d open", bibText(s), depth)
		}
	})
}

// The metadata describe the columns of each table as its header has them, and
// keys are among them.
func TestColumnsDescribed(t *testing.T) {
	c := sample()
	for _, kind := range tableKinds {
		header, _, _ := strings.Cut(stream(t, c, kind, "csv"), "\n")
		described := tableOf(kind, tableKinds)
		var names []string
		for _, x := range described.Schema.Columns {
			names = append(names, x.Name)
			if x.Datatype == "" || x.Titles != x.Name {
				t.Errorf("%s: column %+v", kind, x)
			}
		}
		if got := strings.Join(names, ","); got != strings.TrimSpace(header) {
			t.Errorf("%s: %s is described, %s is written", kind, got, header)
		}
		for _, k := range described.Schema.PrimaryKey {
			if !slices.Contains(names, k) {
				t.Errorf("%s: the key %s is no column", kind, k)
			}
		}
		for _, k := range described.Schema.ForeignKeys {
			if !slices.Contains(names, k.Columns[0]) || samples[strings.TrimSuffix(k.Reference.Resource, ".csv")] == nil {
				t.Errorf("%s: foreign key %+v", kind, k)
			}
		}
	}
	for name, want := range map[string]csvColumn{
		"id": {Datatype: "string", Required: true}, "low": {Datatype: "decimal"}, "start": {Datatype: "integer", Required: true}, "estimate": {Datatype: "boolean", Required: true},
		"places_other": {Datatype: "json", Required: true}, "norm.value": {Datatype: "decimal"}, "text": {Datatype: "string"},
	} {
		columns := columnsOf(record.Claim{})
		i := slices.IndexFunc(columns, func(x csvColumn) bool { return x.Name == name })
		if i < 0 || columns[i].Datatype != want.Datatype || columns[i].Required != want.Required {
			t.Errorf("%s: %+v", name, columns[max(0, i)])
		}
	}
}
