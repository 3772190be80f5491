package train

import (
	"strings"
	"testing"

	"analyze/internal/nlp/tagger"
)

// recordOf takes a text in which «TYPE name» stands for a name that a set marks,
// and returns it as a record.
func recordOf(marked string) record {
	var r record
	for {
		i := strings.Index(marked, "«")
		if i < 0 {
			r.Text += marked
			return r
		}
		r.Text += marked[:i]
		marked = marked[i+len("«"):]
		kind, rest, _ := strings.Cut(marked, " ")
		name, rest, _ := strings.Cut(rest, "»")
		r.Entities = append(r.Entities, entity{len(r.Text), len(r.Text) + len(name), kind})
		r.Text += name
		marked = rest
	}
}

// markedBy writes the names of a document into its text.
func markedBy(d Document) string {
	var b strings.Builder
	at := 0
	for _, n := range d.Names {
		b.WriteString(d.Text[at:n.Start] + "«" + n.Type.String() + " " + d.Text[n.Start:n.End] + "»")
		at = n.End
	}
	return b.String() + d.Text[at:]
}

// Whatever a set calls a name, it becomes the bare name of the project's types.
func TestUnify(t *testing.T) {
	for in, want := range map[string]string{
		"«PER President Ann Lee» spoke":                       "President «PERSON Ann Lee» spoke",
		"«politician Mr. Dale» spoke":                         "Mr. «PERSON Dale» spoke",
		"in «LOC the Netherlands»":                            "in the «PLACE Netherlands»",
		"«ORG The Ford Fund's» money":                         "The «ORG Ford Fund»'s money",
		"«organisation “Red Line”» says":                      "“«ORG Red Line»” says",
		"«NORP French» officials":                             "«ADJECTIVE French» officials",
		"the «NORP French» have left":                         "the «GROUP French» have left",
		"an «misc American» who stayed":                       "an «GROUP American» who stayed",
		"two «NORP Americans» left":                           "two «GROUP Americans» left",
		"«LOC Syrian» troops":                                 "«ADJECTIVE Syrian» troops",
		"written in «misc French».":                           "written in «MISC French».",
		"the «NORP British» and the French":                   "the «GROUP British» and the French",
		"«NORP British» and French troops":                    "«ADJECTIVE British» and French troops",
		"most «misc Muslims» agree":                           "most «GROUP Muslims» agree",
		"the «election 2009 election» and «event World War»":  "the 2009 election and «MISC World War»",
		"of «field machine learning»":                         "of machine learning",
		"in «TIME May 2001», «NUM Two» men":                   "in May 2001, Two men",
		"the «ORG Catholic» church and «ORG Muslims»":         "the «ADJECTIVE Catholic» church and «GROUP Muslims»",
		"«ORG Islam» spread; «ORG Liberal» won":               "«MISC Islam» spread; «ORG Liberal» won",
		"«ORG Dutch Muslims» and «ORG Republicans»":           "«ORG Dutch Muslims» and «ORG Republicans»",
		"«politicalparty Christian Union» won":                "«ORG Christian Union» won",
		"a «country Country of Lakes» and «location the sea»": "a «PLACE Country of Lakes» and the sea",
	} {
		if got := markedBy(unify(&set{label: byName}, recordOf(in))); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", in, got, want)
		}
	}
}

// Sets that mark every mention give only those that are names.
func TestUnifyWiki(t *testing.T) {
	for in, want := range map[string]string{
		"«person He» came":                                 "He came",
		"«place China's» coast":                            "«PLACE China»'s coast",
		"«person the painter Joan Ray» came":               "the painter «PERSON Joan Ray» came",
		"«organization Lund College, where he was a boy» ": "Lund College, where he was a boy ",
		"«organization University of Lund» ":               "«ORG University of Lund» ",
	} {
		if got := markedBy(unify(&set{label: byName, wiki: true}, recordOf(in))); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", in, got, want)
		}
	}
}

func TestLongestWins(t *testing.T) {
	got := longest([]Name{{5, 9, tagger.Place}, {0, 9, tagger.Org}, {10, 12, tagger.Person}, {11, 13, tagger.Person}})
	want := []Name{{0, 9, tagger.Org}, {10, 12, tagger.Person}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%v", got)
	}
}

func TestLines(t *testing.T) {
	r := recordOf("«PER Ann» left.\n\nSo did «PER Bob».\n")
	parts := r.lines()
	if len(parts) != 2 {
		t.Fatalf("%d lines", len(parts))
	}
	e := parts[1].Entities[0]
	if got := parts[1].Text[e.Start:e.End]; got != "Bob" {
		t.Errorf("got %q", got)
	}
}

func TestToBytes(t *testing.T) {
	r := record{Text: "Ñandú and Zoë", Entities: []entity{{10, 13, "PER"}}}
	if err := r.toBytes(); err != nil {
		t.Fatal(err)
	}
	if got := r.Text[r.Entities[0].Start:r.Entities[0].End]; got != "Zoë" {
		t.Errorf("got %q", got)
	}
	for _, bad := range []entity{{-1, 2, ""}, {3, 3, ""}, {10, 14, ""}} {
		r := record{Text: "Ñandú and Zoë", Entities: []entity{bad}}
		if r.toBytes() == nil {
			t.Errorf("%v: no error", bad)
		}
	}
}

// A machine's labels of one name in one document are made one where most agree.
func TestAgree(t *testing.T) {
	d := unify(&set{label: byName}, recordOf("«PER Sana» «PER Sana» «ORG Sana» «PER Sana» «ORG Lod» «PER Lod»"))
	agree([]Document{d})
	want := "«PERSON Sana» «PERSON Sana» «PERSON Sana» «PERSON Sana» «ORG Lod» «PERSON Lod»"
	if got := markedBy(d); got != want {
		t.Errorf("got %s", got)
	}
}

func TestCorrect(t *testing.T) {
	word := []tagger.Token{{Text: "a"}, {Text: "b"}, {Text: "c"}, {Text: "d"}}
	s := sample{
		sentences: [][]tagger.Token{word},
		labels:    [][]uint8{{tagger.Label(tagger.Org, 0, 3), tagger.Label(tagger.Org, 1, 3), tagger.Label(tagger.Org, 2, 3), tagger.Label(tagger.Person, 0, 1)}},
		found: []tagger.Span{
			{Start: 1, End: 2, Type: tagger.Place, Score: 0.9},
			{Start: 3, End: 4, Type: tagger.Place, Score: 0.5},
		},
	}
	s.correct(0.8)
	want := []uint8{0, tagger.Label(tagger.Place, 0, 1), 0, tagger.Label(tagger.Person, 0, 1)}
	for i, l := range s.labels[0] {
		if l != want[i] {
			t.Errorf("got %v, want %v", s.labels[0], want)
			break
		}
	}
}

func TestScore(t *testing.T) {
	r := recordOf("«PER Ann Lee» went to «LOC the Hague» for «ORG Shell» on «TIME Monday».")
	s := score([]record{r, r}, false, func(text string) []Name {
		at := func(s string) (int, int) { i := strings.Index(text, s); return i, i + len(s) }
		a, b := at("Ann")
		c, d := at("Hague")
		e, f := at("Shell")
		g, h := at("Monday")
		return []Name{{a, b, tagger.Person}, {c, d, tagger.Place}, {e, f, tagger.Org}, {g, h, tagger.Misc}}
	}, nil)
	if s[tagger.Person] != (Score{0, 2, 2}) || s[tagger.Place] != (Score{2, 2, 2}) || s[tagger.Org] != (Score{2, 2, 2}) {
		t.Errorf("%v", s)
	}
	if got := s.All().F1(); got < 0.66 || got > 0.67 {
		t.Errorf("F1 %v", got)
	}
}

// Whatever spans a set marks, what comes out lies in the text, in order and
// apart.
func FuzzUnify(f *testing.F) {
	f.Add("The President Ann Lee's “men”", 0, 21, 4, 9, "PER", true)
	f.Add("\xffThe \n É", 0, 3, 2, 7, "NORP", false)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int, kind string, wiki bool) {
		r := record{Text: text, Entities: []entity{{a, b, kind}, {c, d, "misc"}}}
		if r.toBytes() != nil {
			return
		}
		end := 0
		for _, n := range unify(&set{label: byName, wiki: wiki}, r).Names {
			if n.Start < end || n.Start >= n.End || n.End > len(text) {
				t.Fatalf("%v in %q", n, text)
			}
			end = n.End
		}
		for _, s := range Tokenize(text) {
			for _, k := range s {
				if k.Start >= k.End || k.End > len(text) {
					t.Fatalf("token %v in %q", k, text)
				}
			}
		}
	})
}
