package report

import (
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"analyze/internal/doc"

	"golang.org/x/net/html"
)

// nasty are strings that try to be markup, each in its own way.
var nasty = []string{
	"plain", `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</a></td></table>`, `a & b &lt; c`,
	"right \u202eto left\u202c and \u200fback", "🧨🚚👩‍👩‍👧 family", "zero \x00 byte", "javascript:alert(1)", strings.Repeat("x", 4000), "`${alert(1)}`", "{{.Title}}",
}

// What is written without templates escapes as they do.
func TestMarkupEscapes(t *testing.T) {
	page := template.Must(template.New("").Parse(`<p title="{{.}}">{{.}}</p>`))
	for _, s := range nasty {
		var m markup
		m.add(`<p title="`, s, `">`, s, `</p>`)
		var want strings.Builder
		if err := page.Execute(&want, s); err != nil {
			t.Fatal(err)
		}
		got, err := html.Parse(strings.NewReader(m.String()))
		if err != nil {
			t.Fatal(err)
		}
		other, err := html.Parse(strings.NewReader(want.String()))
		if err != nil {
			t.Fatal(err)
		}
		if a, b := shape(got), shape(other); a != b {
			t.Errorf("%q reads %s, from a template %s", s, a, b)
		}
	}
}

// shape prints the elements, attributes and words of a page.
func shape(n *html.Node) string {
	var b strings.Builder
	switch n.Type {
	case html.TextNode:
		fmt.Fprintf(&b, "%q", n.Data)
	case html.ElementNode:
		fmt.Fprintf(&b, "<%s%q>", n.Data, n.Attr)
	}
	for c := range n.ChildNodes() {
		b.WriteString(shape(c))
	}
	return b.String()
}

// Whatever names, titles, file names and words hold, no page gets an element or
// attribute of it.
func TestPagesHostile(t *testing.T) {
	allowed := regexp.MustCompile(`^(on\w+|srcdoc|formaction)$`)
	for i, s := range nasty {
		line := strings.NewReplacer("«", "", "»", "", "@", "", "\n", " ").Replace(s)
		docs := []*doc.Document{
			fixture(t, fmt.Sprintf("a%d.txt", i), "date: 2015\n«a:"+line+"» counted «n:400 "+line+"@2014» in «p:In "+line+"».\n«a:"+line+"» left «p:In "+line+"»."),
			fixture(t, line+".txt", "«a:B "+line+"» counted «n:900 "+line+"@2016» in «p:In "+line+"».\n"+line),
		}
		docs[0].Meta.Title, docs[0].Meta.Authors, docs[1].Claims[0].Repair = s, []string{s}, s
		docs[1].Problems = []doc.Problem{{Span: docs[1].Mentions[0].Span, Text: s}}
		docs[0].Relations = []doc.Relation{{Kind: "part_of", From: 0, To: 1, Span: docs[0].Mentions[0].Span}}
		c, _ := gathered(docs...)
		thread(c, "conflict", docs, "400 "+line, "900 "+line)
		c.Threads[0].Topic, c.Threads[0].Reason = s, s
		c.Failures = []doc.Failure{{ID: s, Reason: s, Hint: s}}
		for k := range c.Entities {
			c.Entities[k].Doubt, c.Entities[k].Aliases = s, []doc.Alias{{Text: s, Count: 1}}
		}
		p := newPress(t)
		p.write(t, c)
		for name, text := range p.files(t) {
			if !strings.HasSuffix(name, ".html") {
				continue
			}
			root, err := html.Parse(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			scripts := 0
			for n := range root.Descendants() {
				if n.Data == "script" && n.Type == html.ElementNode {
					scripts++
				}
				if n.Data == "img" && n.Type == html.ElementNode {
					t.Errorf("%s: %q became a picture", name, s)
				}
				for _, a := range n.Attr {
					if allowed.MatchString(a.Key) || (a.Key == "href" || a.Key == "src") && strings.HasPrefix(a.Val, "javascript:") {
						t.Errorf("%s: %q became %s=%q", name, s, a.Key, a.Val)
					}
				}
			}
			if want := 1 + strings.Count(name, "search"); scripts != want {
				t.Errorf("%s: %q makes %d scripts", name, s, scripts)
			}
		}
	}
}

// The style sheet as served keeps within its budget, and says what it said.
func TestStyleBudget(t *testing.T) {
	b, err := siteFiles.ReadFile("site/style.css")
	if err != nil {
		t.Fatal(err)
	}
	served := squeeze("style.css", b)
	if len(served) > 20000 {
		t.Errorf("the style sheet has %d bytes, 20,000 are allowed", len(served))
	}
	if open, closed := strings.Count(string(served), "{"), strings.Count(string(served), "}"); open != closed || open != strings.Count(string(b), "{") {
		t.Errorf("%d braces open and %d close", open, closed)
	}
	js, err := siteFiles.ReadFile("site/app.js")
	if err != nil || len(js) > 15000 {
		t.Errorf("the script has %d bytes, %v", len(js), err)
	}
	got := string(squeeze("a.css", []byte("/* why */\n.a ,\n.b > .c {\n  color: red;\n}\n@media print { .d { top: 0; } }\n")))
	if want := ".a,.b>.c{color:red}@media print{.d{top:0}}"; got != want {
		t.Errorf("got %s", got)
	}
	got = string(squeeze("a.css", []byte(":root { --paper: #fff; --s: 1; --claim-edge: var(--paper); }\n.a:hover { top: calc(var(--s) * 1px); border-color: var(--claim-edge) }\n")))
	if want := ":root{--a:#fff;--s:1;--b:var(--a)}.a:hover{top:calc(var(--s) * 1px);border-color:var(--b)}"; got != want {
		t.Errorf("got %s", got)
	}
	for _, use := range regexp.MustCompile(`var\((--[a-z0-9-]+)`).FindAllStringSubmatch(string(served), -1) {
		if !strings.Contains(string(served), use[1]+":") && use[1] != "--v" && use[1] != "--s" {
			t.Errorf("%s is used and not set", use[1])
		}
	}
	t.Logf("%d bytes", len(served))
}

func TestPager(t *testing.T) {
	for _, c := range []struct {
		n, no int
		want  string
	}{
		{1, 0, ""}, {2, 1, "<1> 2"}, {5, 2, "<1> <2> 3 <4> <5>"}, {12, 0, "1 <2> <3> … <11> <12>"}, {12, 6, "<1> <2> … <5> <6> 7 <8> <9> … <11> <12>"},
	} {
		var got []string
		for _, l := range pager(c.n, c.no, func(i int) string { return fmt.Sprint(i + 1) }) {
			if l.Href != "" {
				l.Words = "<" + l.Words + ">"
			}
			got = append(got, l.Words)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("page %d of %d: got %s, want %s", c.no+1, c.n, s, c.want)
		}
	}
}

// A long list goes over several pages, each line on one of them, and Names
// knows them all.
func TestPagedLists(t *testing.T) {
	var marked strings.Builder
	for i := range listRows + 7 {
		fmt.Fprintf(&marked, "«a:Body %04d» had «n:%d people».\n", i, i+1)
	}
	c, _ := gathered(fixture(t, "a.txt", marked.String()))
	p := newPress(t)
	p.write(t, c)
	files := p.files(t)
	for i := range listRows + 7 {
		link := fmt.Sprintf(`<a href="../actors/body-%04d.html">`, i)
		if n := strings.Count(files["actors/index.html"], link) + strings.Count(files["actors/index.2.html"], link); n != 1 {
			t.Fatalf("%s stands %d times", link, n)
		}
	}
	if n := strings.Count(files["figures/index.html"], "<tr data-kind") + strings.Count(files["figures/2.html"], "<tr data-kind"); n != listRows+7 {
		t.Errorf("the ledger has %d lines", n)
	}
	for _, name := range Names(c) {
		if _, ok := files[name]; !ok {
			t.Errorf("%s is not written", name)
		}
		delete(files, name)
	}
	for name := range files {
		t.Errorf("Names does not know %s", name)
	}
}

// The overview, the lists and the run's summary count alike: what is named only
// by an adjective is listed too.
func TestPlacesCountedAlike(t *testing.T) {
	c, _ := gathered(newsroom(t)...)
	c.Entities = append(c.Entities, doc.Entity{ID: "france", Name: "France", Type: doc.Place, Subtype: "country", Documents: []string{"a.txt"}, Aliases: []doc.Alias{{Text: "French", Count: 2, Form: doc.Adjective}}})
	slices.SortFunc(c.Entities, func(a, b doc.Entity) int { return strings.Compare(a.ID, b.ID) })
	p := newPress(t)
	p.write(t, c)
	files := p.files(t)
	actors, places := countEntities(c)
	if actors != 3 || places != 4 {
		t.Fatalf("%d actors, %d places", actors, places)
	}
	for name, want := range map[string]string{"index.html": `<a href="places/index.html">4</a>`, "places/index.html": "4 names", "places/france.html": "Named only by an adjective"} {
		if !strings.Contains(files[name], want) {
			t.Errorf("%s lacks %q", name, want)
		}
	}
}

// A tie leads to the words that state it, on both pages.
func TestTies(t *testing.T) {
	d := fixture(t, "a.txt", "«a:Red Cross» is part of «a:Movement», they say.")
	end := strings.Index(d.Text, ", they")
	d.Relations = []doc.Relation{{Kind: "part_of", From: 0, To: 1, Span: doc.Span{Start: 0, End: end}}}
	c, _ := gathered(d)
	p := newPress(t)
	p.write(t, c)
	if got := p.files(t)["actors/red-cross.html"]; !strings.Contains(got, `part of <a href="../actors/movement.html">Movement</a>: <q><a href="../documents/a.html#m0">Red Cross is part of Movement</a></q>`) {
		t.Errorf("no tie with its words in %s", got)
	}
	if !strings.Contains(p.files(t)["documents/a.html"], `id="m0"`) {
		t.Error("the words have no anchor")
	}
}

// The page of an actor has the titles that stand beside its name and the
// sentences that quote and name it, each with its way back; a place has none.
func TestSayings(t *testing.T) {
	d := fixture(t, "a.txt", "“Nobody was told of the flood at all,” the «a:Harbour Board» said in «p:Kenya».\n«a:Harbour Board» spoke of “high water”.\n“Nobody was told of the flood at all,” the «a:Harbour Board» said of the «a:Harbour Board».")
	d.Referents[0].Titles = []string{"port authority", "port authority", "board"}
	c, _ := gathered(d)
	p := newPress(t)
	p.write(t, c)
	files := p.files(t)
	page := files["actors/harbour-board.html"]
	for want, n := range map[string]int{
		"Called: board, port authority": 1, "Sentences that quote, and name Harbour Board": 1,
		fmt.Sprintf(`said in Kenya. <a class="small" href="../documents/a.html#m%d">On a.txt</a></li>`, d.Mentions[0].Start): 1, "<li>“Nobody was told": 2,
	} {
		if got := strings.Count(page, want); got != n {
			t.Errorf("%d times %s, want %d", got, want, n)
		}
	}
	if strings.Contains(files["places/kenya.html"], "Sentences that quote") {
		t.Error("a place is quoted")
	}
}

func TestInLine(t *testing.T) {
	for marked, want := range map[string]string{
		"«Kenya» is.":                            "|Kenya| is.",
		"in «Kenya»":                             "in |Kenya|",
		"in “«Kenya»’s” hills":                   "in “|Kenya|’s” hills",
		strings.Repeat("äöü ", 40) + "«Kenya» z": strings.TrimSpace(strings.Repeat("äöü ", 10)) + " |Kenya| z",
		strings.Repeat("é", 300) + "«Kenya»":     strings.Repeat("é", 35) + "|Kenya|",
	} {
		begin := strings.Index(marked, "«")
		text := strings.NewReplacer("«", "", "»", "").Replace(marked)
		c := inLine(&doc.Document{Text: text}, doc.Span{Start: begin, End: begin + len("Kenya")}, "m0")
		if got := c.Before + "|" + c.Words + "|" + c.After; got != want {
			t.Errorf("%.60s: got %q, want %q", marked, got, want)
		}
	}
}

// The statement says how far figures run apart and which go back to one source.
func TestSpread(t *testing.T) {
	row := func(letter, says, label, shape string, n float64) track {
		return track{ledgerRow: ledgerRow{Named: n, Label: label, Says: says, Shape: shape}, Letter: letter, When2: "2015"}
	}
	v := &threadView{}
	v.spread([]track{row("A", "UN", "more than 15", "more_than", 15), row("B", "CIA", "40", "exact", 40), row("B", "FBI", "30", "exact", 30), row("C", "US", "more than 40", "more_than", 40), row("D", "X", "fewer than 15", "less_than", 15)})
	want := []string{"They run from fewer than 15 (X, 2015) to more than 40 (US, 2015).", "One source, however often it is told: B, told twice (40; 30)."}
	if !slices.Equal(v.Range, want) {
		t.Errorf("got %q", v.Range)
	}
	v = &threadView{}
	if v.spread([]track{row("A", "UN", "15", "exact", 15), row("B", "US", "15", "exact", 15)}); len(v.Range) != 0 {
		t.Errorf("equal figures: %q", v.Range)
	}
}

// In a long chart the ends of each source and all that conflicts stay.
func TestKeepRows(t *testing.T) {
	rows := []track{{Letter: "A"}, {Letter: "A"}, {Letter: "A", Band: &band{}}, {Letter: "B", Band: &band{Meet: true}}, {Letter: "A"}, {Letter: "A", Band: &band{Meet: true}}}
	keep(rows)
	for i, want := range []bool{true, false, true, true, false, true} {
		if rows[i].Keep != want {
			t.Errorf("row %d: kept %v", i, rows[i].Keep)
		}
	}
}

func TestWithin(t *testing.T) {
	const path = "M10 10l10 0 0 10 -10 0 zM30.5 10l10 0 -5 10 z"
	for _, c := range []struct {
		x, y float64
		want bool
	}{{15, 15, true}, {9, 15, false}, {25, 15, false}, {35.5, 12, true}, {35.5, 19.9, true}, {31, 19, false}} {
		if got := inRings(ringsOf(path), c.x, c.y); got != c.want {
			t.Errorf("%v: %v", c, got)
		}
	}
	if inRings(ringsOf("Mnonsense"), 1, 1) {
		t.Error("nonsense holds a point")
	}
	// Each country's shape holds a place that is well inside it.
	for name, at := range map[string][2]float64{"Kenya": {38, 1}, "Brazil": {-53, -10}, "Australia": {134, -25}, "France": {2.5, 46.5}} {
		x, y := EqualEarth(at[0], at[1])
		var hits []string
		for line := range strings.Lines(worldData) {
			if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 && inRings(ringsOf(f[2]), x, y) {
				hits = append(hits, f[1])
			}
		}
		if len(hits) != 1 || hits[0] != name {
			t.Errorf("%s lies in %q", name, hits)
		}
	}
}

// A path drawn in few letters is the path that it was.
func TestDraw(t *testing.T) {
	for path, want := range map[string]string{
		"M10 10l10 0 0 10 -10 0 z":          "M10 10l10 0 0 10-10 0z",
		"M0.5 -0.5l0.4 -0.2 1.5 0.3 -1 2 z": "M.5-.5l.4-.2 1.5 .3-1 2z",
		"M5 5l0.02 0.01 3 0 0 3 z":          "M5 5l3 0 0 3z",
	} {
		var b strings.Builder
		draw(&b, ringsOf(path)[0])
		if b.String() != want {
			t.Errorf("%s became %s, want %s", path, b.String(), want)
		}
	}
	number := regexp.MustCompile(`-?(?:\d+\.?\d*|\.\d+)`)
	for _, l := range lands() {
		var was []float64
		for _, r := range l.rings {
			was = append(was, r[0].X, r[0].Y)
		}
		n := 0
		for part := range strings.SplitSeq(l.D[1:], "M") {
			x := number.FindAllString(part, -1)
			if x[0] != strconv.FormatFloat(was[2*n], 'f', -1, 64) && "0"+x[0] != strconv.FormatFloat(was[2*n], 'f', -1, 64) {
				t.Fatalf("a ring begins at %s, not at %v", x[0], was[2*n])
			}
			n++
		}
		if n != len(l.rings) {
			t.Fatalf("%d rings became %d", len(l.rings), n)
		}
	}
}

// An inset is drawn where cities crowd, with no label on another.
func TestInset(t *testing.T) {
	var cities []circle
	for i := range 9 {
		cities = append(cities, circle{Name: fmt.Sprintf("City %d", i), X: 500 + float64(i*11%60), Y: 120 + float64(i*7%50), R: 3})
	}
	for i := range 6 {
		cities = append(cities, circle{Name: "Far", X: 60 + 140*float64(i), Y: 300, R: 3})
	}
	v := insetOf(cities, []circle{{Name: "Land", X: 520, Y: 190, R: 3}, {Name: "Elsewhere", X: 10, Y: 10, R: 3}})
	if v == nil || v.N < 9 {
		t.Fatalf("got %+v", v)
	}
	u := v.Frame.Unit
	var taken []box
	for _, c := range v.Circles {
		if !c.Label {
			continue
		}
		x, y, w := c.X+c.LX*u, c.Y+(c.LY-4)*u, (7.2*float64(len(c.Name))+6)*u
		b := box{x, y - 7*u, x + w, y + 7*u}
		if c.End {
			b.x0, b.x1 = x-w, x
		}
		if slices.ContainsFunc(taken, b.meets) {
			t.Errorf("the label of %s meets another", c.Name)
		}
		taken = append(taken, b)
	}
	if len(taken) < 7 {
		t.Errorf("only %d labels", len(taken))
	}
	if insetOf(cities[9:], nil) != nil {
		t.Error("cities far from each other make an inset")
	}
}

// A note leads to where it is cited and to the figures that it is cited for,
// and their margin notes lead to it; a repeat is dimmed and counts no figure.
func TestNotesBothWays(t *testing.T) {
	d := fixture(t, "a.txt", "The «a:Ministry» counted «n:400 people»1 in «p:Kenya».\n\n1. Ministry, Census (2014).\n\nThe Ministry counted 400 people.")
	text := strings.Index(d.Text, "1 in")
	note, again := d.Blocks[1], d.Blocks[2]
	d.Notes = []doc.Note{{Span: note.Span, Label: "1", Text: doc.Span{Start: note.Start + 3, End: note.End}, Block: 1}}
	d.NoteMarks = []doc.NoteMark{{Span: doc.Span{Start: text, End: text + 1}, Label: "1", Note: 0}}
	d.Claims[0].Cite, d.Claims[0].CiteNote = "Ministry, Census (2014)", 0
	d.Repeats = []doc.Repeat{{Span: again.Span, Of: d.Blocks[0].Span}}
	second := d.Claims[0]
	at := strings.LastIndex(d.Text, "400 people")
	second.Span, second.Number = doc.Span{Start: at, End: at + 10}, doc.Span{Start: at, End: at + 3}
	d.Claims = append(d.Claims, second)
	c, _ := gathered(d)
	p := newPress(t)
	p.write(t, c)
	page := p.files(t)["documents/a.html"]
	first := d.Claims[0].Start
	for _, want := range []string{
		fmt.Sprintf(`<a class="fn" id="fr%d" href="#fn%d">1</a>`, text, note.Start),
		fmt.Sprintf(`<a href="#fr%d">↩ back</a>`, text),
		fmt.Sprintf(`cited for</span> <a class="cn" href="#r%d" aria-label="Figure 1: back to the text">1</a>`, first),
		fmt.Sprintf(`Cites: <a href="#fn%d">Ministry, Census (2014)</a>`, note.Start),
		fmt.Sprintf(`<div class="row copy" id="p%d">`, again.Start),
		fmt.Sprintf(`Repeats <a href="#p%d">a passage above</a>`, d.Blocks[0].Start),
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(page, `aria-label="Figure 2`) {
		t.Error("a repeat is numbered")
	}
	if t.Failed() {
		t.Log(page)
	}
}

// An overview of many documents stays one that can be read.
func TestOverviewOfMany(t *testing.T) {
	var docs []*doc.Document
	for i := range overviewMost + 5 {
		docs = append(docs, fixture(t, fmt.Sprintf("d%03d.txt", i), fmt.Sprintf("«a:Ministry» saw «n:%d people».", i+1)))
	}
	c, _ := gathered(docs...)
	for i := range overviewRows + 3 {
		c.Failures = append(c.Failures, doc.Failure{ID: fmt.Sprintf("bad%d.pdf", i), Reason: "it is empty"})
	}
	p := newPress(t)
	p.write(t, c)
	files := p.files(t)
	for name, want := range map[string][]string{
		"index.html":           {"d039.html", "All 205 documents", "and 3 more", `<a href="#problems">43</a>`},
		"overview.md":          {"d199.md", "5 more stand in [documents](documents/index.html)"},
		"documents/index.html": {"d204.html"},
	} {
		for _, w := range want {
			if !strings.Contains(files[name], w) {
				t.Errorf("%s lacks %s", name, w)
			}
		}
	}
	if strings.Contains(files["index.html"], "d040.html") || strings.Contains(files["overview.md"], "d200.md") {
		t.Error("the overview lists all")
	}
}
