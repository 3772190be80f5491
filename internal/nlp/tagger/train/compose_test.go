package train

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"analyze/internal/nlp/tagger"
)

// someNames is a document that a composer can take names from.
func someNames() []Document {
	var d Document
	for _, n := range []struct {
		text string
		typ  tagger.Type
	}{
		{"Ann Field", tagger.Person}, {"Bo van Lind", tagger.Person}, {"Riga", tagger.Place}, {"New Holm", tagger.Place},
		{"Kurds", tagger.Group}, {"Brelko", tagger.Org}, {"Bank of Holm", tagger.Org},
		{"the (old) bank", tagger.Org}, {"a clerk", tagger.Person},
	} {
		start := len(d.Text)
		d.Text += n.text + "\n"
		d.Names = append(d.Names, Name{start, start + len(n.text), n.typ})
	}
	return []Document{d}
}

// Each pattern gives a text without braces, whose names read as names; the same
// seed gives the same texts.
func TestCompose(t *testing.T) {
	docs := compose(someNames(), 3, 7)
	if len(docs) < 700 {
		t.Fatalf("%d texts", len(docs))
	}
	for _, d := range docs {
		if d.Text == "" || strings.ContainsAny(d.Text, "{}") || len(d.Names) == 0 {
			t.Fatalf("%q", d.Text)
		}
		at := 0
		for _, n := range d.Names {
			if n.Start < at || n.End > len(d.Text) || !named(d.Text[n.Start:n.End]) {
				t.Fatalf("%v in %q", n, d.Text)
			}
			at = n.End
		}
	}
	again := compose(someNames(), 3, 7)
	other := compose(someNames(), 3, 8)
	same := func(a, b Document) bool { return a.Text == b.Text && slices.Equal(a.Names, b.Names) }
	if !slices.EqualFunc(docs, again, same) || slices.EqualFunc(docs, other, same) {
		t.Error("the seed does not decide")
	}
	if compose(nil, 3, 7) != nil {
		t.Error("composed without names")
	}
}

// A kind that is misspelt in a pattern would make no name.
func TestPatternKinds(t *testing.T) {
	c := newComposer(someNames(), 1)
	for _, m := range regexp.MustCompile(`\{([a-z]+)\d*(:\w+)?\}`).FindAllStringSubmatch(patterns, -1) {
		if f := c.filler(m[1]); f.name == "" {
			t.Errorf("%s: no such kind", m[0])
		}
		switch m[2] {
		case "", ":full", ":short", ":last":
		default:
			t.Errorf("%s: no such form", m[0])
		}
	}
	if n := strings.Count(patterns, "{"); n != len(regexp.MustCompile(`\{[a-z]+\d*(:\w+)?\}`).FindAllString(patterns, -1)) {
		t.Error("a brace that opens no slot")
	}
}

// One slot is one name throughout a text, in its forms.
func TestFill(t *testing.T) {
	c := newComposer(someNames(), 3)
	for range 50 {
		d := c.fill("{person} of {firm:full} left {firm}. {person:last}, not {person2}, ran {body} ({body:short}).")
		text := func(i int) string { return d.Text[d.Names[i].Start:d.Names[i].End] }
		if !strings.HasPrefix(text(1), text(2)) || !strings.HasSuffix(text(0), text(3)) || text(3) == text(0) {
			t.Fatalf("%q", d.Text)
		}
		if s := text(6); s != strings.ToUpper(s) {
			t.Fatalf("%q is short for %q", s, text(5))
		}
	}
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{"Bank of New Holm": "BNH", "Élan Vital": "ÉV", "al-Aman": ""} {
		if got := initials(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// Names of one word become strange ones, the same everywhere in the document;
// given names and all else stay.
func TestEstrange(t *testing.T) {
	r := recordOf("«PER Ann Weber» of «ORG Brelko» met «PER Weber» and «LOC Ann» at «ORG Brelko Bank». «ORG UN» weber")
	d := Document{Text: r.Text}
	for _, e := range r.Entities {
		ty, _ := map[string]tagger.Type{"PER": tagger.Person, "ORG": tagger.Org, "LOC": tagger.Place}[e.Type], true
		d.Names = append(d.Names, Name{e.Start, e.End, ty})
	}
	c := &composer{rng: rand.New(rand.NewPCG(1, 1))}
	x, ok := c.estrange(d)
	if !ok {
		t.Fatal("nothing was changed")
	}
	var got []string
	for _, n := range x.Names {
		got = append(got, x.Text[n.Start:n.End])
	}
	weber, brelko := got[2], got[1]
	want := []string{"Ann " + weber, brelko, weber, "Ann", brelko + " Bank", "UN"}
	if !slices.Equal(got, want) || weber == "Weber" || brelko == "Brelko" {
		t.Errorf("%q", got)
	}
	if !strings.HasSuffix(x.Text, " weber") || !strings.Contains(x.Text, " met ") {
		t.Errorf("%q", x.Text)
	}
	if _, ok := c.estrange(Document{Text: "UN", Names: []Name{{0, 2, tagger.Org}}}); ok {
		t.Error("an acronym was changed")
	}
	if got := strangers([]Document{d, d, d, d, d, d}, 2, 5); len(got) == 0 || len(got) == 6 {
		t.Errorf("%d of 6", len(got))
	}
}

// What stands for a thing is no name; a bar ends the line.
func TestFillTerm(t *testing.T) {
	c := newComposer(someNames(), 3)
	d := c.fill("The {term} of {person}|{city}")
	if len(d.Names) != 2 || strings.Count(d.Text, "\n") != 1 || strings.Contains(d.Text, "|") {
		t.Errorf("%q %v", d.Text, d.Names)
	}
	if of := strings.Index(d.Text, " of "); of < len("The ")+2 || d.Names[0].Start <= of {
		t.Errorf("%q %v", d.Text, d.Names)
	}
}

// Only surnames are set in capitals, and names stay where they are.
func TestShout(t *testing.T) {
	for text, want := range map[string]string{
		"«PERSON Ann Groß» met «PERSON Weber» in «PLACE Riga».":        "«PERSON Ann GROß» met «PERSON WEBER» in «PLACE Riga».",
		"«PERSON Zoé van der Élan» of «ORG Holm Bank» saw «PERSON Wu»": "«PERSON Zoé van der ÉLAN» of «ORG Holm Bank» saw «PERSON Wu»",
		"nobody": "nobody",
	} {
		if got := markedBy(shout(readMarks(text))); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// Names made of plain words read as names: capitals at both ends, no word empty, and
// hardly ever the same twice.
func TestPlainNames(t *testing.T) {
	c := newComposer(someNames(), 5)
	for kind, make := range map[string]func() string{"regulator": c.regulator, "charity": c.charity, "village": c.village} {
		seen := map[string]bool{}
		for range 300 {
			name := make()
			words := strings.Fields(name)
			if strings.Join(words, " ") != name || len(words) == 0 || len(words) > 9 || !named(words[0]) || !named(words[len(words)-1]) {
				t.Errorf("%s: %q", kind, name)
			}
			seen[name] = true
		}
		if len(seen) < 200 {
			t.Errorf("%s: %d names of 300 differ", kind, len(seen))
		}
	}
}

// What only looks like a name is none, and an adjective of nation is no more than that.
func TestThingsOfPatterns(t *testing.T) {
	c := newComposer(someNames(), 5)
	for _, kind := range []string{"term", "noun", "role", "species", "event"} {
		if d := c.fill("The {" + kind + "} of {land}"); len(d.Names) != 1 || d.Names[0].Type != tagger.Place {
			t.Errorf("%s: %q has %v", kind, d.Text, d.Names)
		}
	}
	for kind, want := range map[string]tagger.Type{"adj": tagger.Adjective, "tribe": tagger.Group, "mono": tagger.Person, "village": tagger.Place, "charity": tagger.Org, "regulator": tagger.Org} {
		if f := c.filler(kind); f.thing || f.typ != want {
			t.Errorf("%s: %+v, want %v", kind, f, want)
		}
	}
}
