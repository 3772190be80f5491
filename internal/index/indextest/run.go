package indextest

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/index"
	"analyze/internal/record"
)

// An Engine gives a test an index that is empty at first, and readers of what
// was published to it.
type Engine struct {
	Writer func(t testing.TB) index.Writer
	Reader func(t testing.TB) index.Reader
}

// Run has every case answered by an engine.
func Run(t *testing.T, e Engine) {
	build(t, e, Collection())
	t.Run("cases", func(t *testing.T) {
		r := e.Reader(t)
		defer r.Close()
		for _, c := range cases {
			t.Run(c.query, func(t *testing.T) { c.run(t, r) })
		}
	})
	t.Run("help", func(t *testing.T) { help(t, e) })
	t.Run("snippets", func(t *testing.T) { snippets(t, e) })
	t.Run("facets", func(t *testing.T) { facets(t, e) })
	t.Run("pages", func(t *testing.T) { pages(t, e) })
	t.Run("relaxed", func(t *testing.T) { relaxed(t, e) })
	t.Run("advice", func(t *testing.T) { advice(t, e) })
	t.Run("laws", func(t *testing.T) { laws(t, e) })
	t.Run("orders", func(t *testing.T) { orders(t, e) })
	t.Run("scores", func(t *testing.T) { scores(t, e) })
	t.Run("batch", func(t *testing.T) { batch(t, e) })
	t.Run("like", func(t *testing.T) { like(t, e) })
	t.Run("concordance", func(t *testing.T) { concordance(t, e) })
	t.Run("loose pages", func(t *testing.T) { loosePages(t, e) })
	t.Run("update", func(t *testing.T) { update(t, e) })
}

// help asks every example of the help.
func help(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	for _, p := range index.QueryHelp {
		for _, ex := range p.Examples {
			if _, err := index.Do(context.Background(), r, index.Request{Query: ex.Query, Limit: 5, Facets: true}); err != nil {
				t.Errorf("%s: %v", ex.Query, err)
			}
		}
	}
}

// build brings the index to the collection and returns how many documents
// changed.
func build(t testing.TB, e Engine, c *doc.Collection) int {
	t.Helper()
	w := e.Writer(t)
	n, err := index.Update(context.Background(), w, c, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return n
}

func (c *queryCase) run(t *testing.T, r index.Reader) {
	req := index.Request{Query: c.query, Limit: 50, Sort: c.sort, Copies: c.copies, Any: c.any}
	res, err := index.Do(context.Background(), r, req)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, h := range res.Hits {
		got = append(got, h.ID)
	}
	want := wanted(t, c.want)
	if !c.ordered {
		slices.Sort(got)
		slices.Sort(want)
	}
	if res.Relaxed {
		got = append([]string{"(relaxed)"}, got...)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s\n got %q\nwant %q", c.query, got, want)
	}
	if res.Total != len(res.Hits) {
		t.Errorf("total is %d for %d hits", res.Total, len(res.Hits))
	}
}

// wanted are the ids in s, where document@words stands for a claim.
func wanted(t *testing.T, s string) []string {
	t.Helper()
	out := strings.Fields(s)
	for i, id := range out {
		name, words, ok := strings.Cut(id, "@")
		if !ok {
			continue
		}
		d, err := Collection().Open(name)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(d.Text, strings.ReplaceAll(words, "_", " "))
		if at < 0 {
			t.Fatalf("%s does not say %q", name, words)
		}
		out[i] = record.ClaimID(name, at)
	}
	return out
}

// Every snippet stands in the document where it says, and so do its marks.
func snippets(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	texts := Collection()
	for _, c := range cases {
		res, err := index.Do(context.Background(), r, index.Request{Query: c.query, Limit: 50})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range res.Hits {
			if h.Kind == "entity" {
				continue
			}
			d, err := texts.Open(h.Doc)
			if err != nil {
				t.Fatal(err)
			}
			if h.Kind != "claim" && d.Text[h.Start:h.End] != h.Text {
				t.Errorf("%s: %s at %d-%d is %q, not %q", c.query, h.Doc, h.Start, h.End, d.Text[h.Start:h.End], h.Text)
			}
			for _, m := range h.Marks {
				if words := strings.Join(strings.Fields(d.Text[m[0]:m[1]]), " "); !strings.Contains(h.Snippet, "«"+words+"»") {
					t.Errorf("%s: the snippet %q does not mark %q", c.query, h.Snippet, words)
				}
			}
		}
	}
	for query, want := range map[string]string{
		`name:orch*`:         "«Orchard» Institute",
		`name:tunesia~1`:     "«Tunisia»",
		`recruits border`:    "«Recruits» from Tunisia crossed the «border» at night.",
		`"foreign fighter"`:  "the number of «foreign fighters» at",
		`actor:ISIS wheat*`:  "",
		`actor:Daesh Mosul`:  "joined «ISIS» in «Mosul»",
		`value:31000`:        "foreign fighters at «27,000 to 31,000».",
		`fightrs~1 guards`:   "Guards» counted 3,000 «fighters",
		`combattant lang:fr`: "Le retour des «combattants»",
	} {
		res, err := index.Do(context.Background(), r, index.Request{Query: query, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(res.Hits) > 0 {
			got = res.Hits[0].Snippet
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: the snippet is %q, want %q in it", query, got, want)
		}
	}
}

func facets(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	for query, want := range map[string]string{
		`fighters`:               `{"actor":[["islamic-state",2],["orchard-institute",2],["mina-said",1]],"kind":[["txt",3],["md",1]],"language":[["en",4]],"place":[["tunisia",3],["erbil",1],["mosul",1],["norway",1]],"source":[["orchard-institute",2]],"year":[["2014",1],["2015",1],["2016",1],["2017",1]]}`,
		`claim:fighters`:         `{"kind":[["count",4]],"place":[["tunisia",3]],"source":[["orchard-institute",3]],"unit":[["person",4]],"year":[["2015",3],["2011",1],["2012",1],["2013",2],["2014",1],["2016",1],["2017",1]]}`,
		`kind:entity type:place`: `{"kind":[["place",4],["city",2],["country",2]]}`,
		`nosuchwordanywhere`:     `{"actor":[],"kind":[],"language":[],"place":[],"source":[],"year":[]}`,
	} {
		res, err := index.Do(context.Background(), r, index.Request{Query: query, Facets: true})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string][][2]any{}
		for name, counts := range res.Facets {
			got[name] = [][2]any{}
			for _, c := range counts {
				got[name] = append(got[name], [2]any{c.Value, c.Count})
			}
		}
		b, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		if !sameFacets(t, string(b), want) {
			t.Errorf("%s:\n got %s\nwant %s", query, b, want)
		}
		for name, counts := range res.Facets {
			if name == "actor" && len(counts) > 0 && counts[0].Label == "" {
				t.Errorf("%s: the facet %s has no labels", query, name)
			}
		}
	}
}

// sameFacets compares facets with the values of each sorted by count, then by
// value.
func sameFacets(t *testing.T, a, b string) bool {
	t.Helper()
	read := func(s string) map[string][][2]any {
		var m map[string][][2]any
		if err := json.Unmarshal([]byte(s), &m); err != nil {
			t.Fatal(err)
		}
		for _, list := range m {
			slices.SortFunc(list, func(a, b [2]any) int {
				if d := b[1].(float64) - a[1].(float64); d != 0 {
					return int(d)
				}
				return strings.Compare(a[0].(string), b[0].(string))
			})
		}
		return m
	}
	x, err := json.Marshal(read(a))
	if err != nil {
		t.Fatal(err)
	}
	y, err := json.Marshal(read(b))
	if err != nil {
		t.Fatal(err)
	}
	return string(x) == string(y)
}

// Pages of one hit give, one after another, what one page gives at once.
func pages(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	for _, req := range []index.Request{
		{Query: `fighters`}, {Query: `*`}, {Query: `*`, Sort: index.Newest}, {Query: `*`, Sort: index.Oldest},
		{Query: `kind:claim`, Sort: index.Largest}, {Query: `kind:claim`, Sort: index.Smallest}, {Query: `kind:passage the`},
	} {
		req.Limit = 100
		whole, err := index.Do(context.Background(), r, req)
		if err != nil {
			t.Fatal(err)
		}
		var want, got []string
		for _, h := range whole.Hits {
			want = append(want, h.ID)
		}
		if whole.Cursor != nil {
			t.Errorf("%s: the last page has a cursor", req.Query)
		}
		for req.Limit = 1; ; {
			page, err := index.Do(context.Background(), r, req)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range page.Hits {
				got = append(got, h.ID)
			}
			if page.Cursor == nil || len(got) > len(want) {
				break
			}
			req.Cursor = *page.Cursor
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s sorted by %s: pages give %q, one page %q", req.Query, req.Sort, got, want)
		}
	}
}

// Where nothing holds all words, what holds some is shown, and misspelt words
// are put right.
func relaxed(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	res, err := index.Do(context.Background(), r, index.Request{Query: "harvest recruits zebra", Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	if !res.Relaxed || res.Total != 2 {
		t.Errorf("relaxed %v with %d hits", res.Relaxed, res.Total)
	}
	for query, want := range map[string]string{"recruts": "recruits", "bordr OR wheet": "border OR wheat", "Tunisa fighters": "tunisia fighters"} {
		res, err := index.Do(context.Background(), r, index.Request{Query: query, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		if res.DidYouMean == nil || *res.DidYouMean != want {
			t.Errorf("%s: did you mean %v, want %s", query, res.DidYouMean, want)
		}
	}
}

// An index that was changed step by step answers like one built at once, and
// only what changed is touched.
func update(t *testing.T, e Engine) {
	if n := build(t, e, Collection()); n != 0 {
		t.Errorf("%d documents changed though none did", n)
	}
	if n := build(t, e, Collection("border.txt", "harvest.txt", "budget.txt")); n != 4 {
		t.Errorf("removing four documents changed %d", n)
	}
	r := e.Reader(t)
	res, err := index.Do(context.Background(), r, index.Request{Query: "*", Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	if res.Total != 3 {
		t.Errorf("%d documents are left", res.Total)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if n := build(t, e, Collection()); n != 4 {
		t.Errorf("putting four documents back changed %d", n)
	}
	r = e.Reader(t)
	defer r.Close()
	for _, c := range cases {
		c.run(t, r)
	}
}
