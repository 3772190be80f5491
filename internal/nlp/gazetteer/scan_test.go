package gazetteer

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// split makes words of a text as a tokeniser would: at blanks, with marks of
// punctuation on their own but for those inside words and abbreviations.
func split(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		for w != "" && strings.ContainsRune("«(\"“", []rune(w)[0]) {
			n := len(string([]rune(w)[0]))
			out, w = append(out, w[:n]), w[n:]
		}
		var tail []string
		for w != "" {
			r := []rune(w)
			last := string(r[len(r)-1])
			if !strings.Contains("»),;:!?\"”", last) && (last != "." || len(r) <= 3 || strings.Contains(string(r[:len(r)-1]), ".")) || len(r) == 1 {
				break
			}
			tail, w = append([]string{last}, tail...), strings.TrimSuffix(w, last)
		}
		if w != "" {
			out = append(out, w)
		}
		out = append(out, tail...)
	}
	return out
}

// marked puts « and » around the hits, with the id of the first match behind.
func marked(words []string, hits []Hit) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		for _, h := range hits {
			if h.Start == i {
				b.WriteString("«")
			}
		}
		b.WriteString(w)
		for _, h := range hits {
			if h.End == i+1 {
				fmt.Fprintf(&b, "»=%s", h.Matches[0].Entry.ID)
			}
		}
	}
	return b.String()
}

// In each text « and » stand around what must be found, and behind it the id of
// what it is; nothing else may be found. Blanks part the words.
func TestScan(t *testing.T) {
	for name, want := range map[string]string{
		"acronym":            "They told «US»=united-states officials and us .",
		"dotted":             "The «U.S.»=united-states and the «U.K.»=united-kingdom agreed with «U.S.A.»=united-states",
		"dot apart":          "in the «U.S»=united-states .",
		"verb in capitals":   "what he is and who he was",
		"particle":           "men of «al-Shabaab»=al-shabaab and «al Qaeda»=al-qaeda left",
		"prefix":             "poor in «sub-Saharan Africa»=sub-saharan-africa and «sub - Saharan Africa»=sub-saharan-africa , sub rosa",
		"particle in pieces": "«al - Qaeda»=al-qaeda fled",
		"longest":            "«al-Qaeda in the Arabian Peninsula»=al-qaeda-in-the-arabian-peninsula claimed it",
		"curly apostrophe":   "the «Kurdistan Workers’ Party»=kurdistan-workers-party and the «People's Protection Units»=peoples-protection-units",
		"possessive apart":   "«Lord 's Resistance Army»=lords-resistance-army",
		"possessive glued":   "«Turkey's»=turkey border",
		"possessive curly":   "«Syria’s»=syria war",
		"apostrophe inside":  "«Da’esh»=islamic-state took «Sana'a»=sanaa-ye and «Sanaa»=sanaa-ye",
		"accents":            "from «Côte d'Ivoire»=ivory-coast and «Cote d’Ivoire»=ivory-coast",
		"both Congos":        "«Democratic Republic of the Congo»=democratic-republic-of-the-congo , «Republic of the Congo»=republic-of-the-congo , «DRC»=democratic-republic-of-the-congo",
		"both Koreas":        "«North Korea»=north-korea and «South Korea»=south-korea",
		"both Irelands":      "«Ireland»=ireland and «Northern Ireland»=northern-ireland",
		"three Guineas":      "«Guinea»=guinea , «Guinea-Bissau»=guinea-bissau , «Equatorial Guinea»=equatorial-guinea and «Papua New Guinea»=papua-new-guinea",
		"hyphen apart":       "«Guinea - Bissau»=guinea-bissau",
		"two names":          "the «Niger»=niger army and the «Nigeria»=nigeria army",
		"Sudans":             "«Sudan»=sudan and «South Sudan»=south-sudan",
		"Dominicas":          "«Dominica»=dominica and the «Dominican Republic»=dominican-republic",
		"demonyms":           "«Tunisians»=tunisia , «French»=france officials and a «Briton»=united-kingdom",
		"article":            "in «The Hague»=the-hague-nl , the «Guardian»=the-guardian",
		"no generic":         "the islamic state of things , a world bank , who is who",
		"headline":           "«ISLAMIC STATE»=islamic-state STRIKES",
		"lower tail":         "the «Haqqani network»=haqqani-network",
		"no crossing":        "in «Washington»=washington-us . Post offices",
		"abbreviation apart": "«St . Petersburg»=saint-petersburg-ru",
		"former":             "«Burma»=myanmar and «Zaire»=democratic-republic-of-the-congo",
		"mixed case":         "«LeT»=lashkar-e-taiba Let it be",
		"names as words":     "A nice reading of the mobile market",
		"newspaper":          "the «Australian»=australia Government",
		"stop needed":        "in «Miss.»=mississippi-us-ms or «Miss»=mississippi-us-ms . and Miss Roe",
		"comma in name":      "«Bureau of Alcohol , Tobacco , Firearms and Explosives»=bureau-of-alcohol-tobacco-firearms-and-explosives",
	} {
		t.Run(name, func(t *testing.T) {
			var plain []string
			for _, w := range strings.Fields(want) {
				w, _, _ = strings.Cut(strings.ReplaceAll(w, "«", ""), "»=")
				plain = append(plain, w)
			}
			if got := marked(plain, Default().Scan(plain, nil)); got != want {
				t.Errorf("\ngot  %s\nwant %s", got, want)
			}
		})
	}
}

// The golden file is accepted with UPDATE=1 go test, and read in the diff.
func TestScanGolden(t *testing.T) {
	text, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		w := split(p)
		b.WriteString(marked(w, Settle(Default().Scan(w, nil))) + "\n")
	}
	golden(t, filepath.Join("testdata", "report.golden"), b.String())
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s", path, got)
	}
}

func TestSettle(t *testing.T) {
	g := Default()
	for text, want := range map[string]int{
		"IS fighters fled":                         0,
		"IS fighters of the Islamic State fled":    2,
		"The Brotherhood , the Muslim Brotherhood": 2,
		"The Brotherhood alone":                    0,
	} {
		if got := Settle(g.Scan(strings.Fields(text), nil)); len(got) != want {
			t.Errorf("%q: %d hits, want %d: %s", text, len(got), want, marked(strings.Fields(text), got))
		}
	}
}

func TestScanAppends(t *testing.T) {
	g := Default()
	words := strings.Fields("Syria and Iraq")
	hits := g.Scan(words, g.Scan(words, nil))
	if len(hits) != 4 || hits[2].Start != 0 || hits[3].Start != 2 {
		t.Errorf("got %v", hits)
	}
}

func TestScanDoesNotAllocate(t *testing.T) {
	g := Default()
	words := strings.Fields("The men had said , on their way , that none of them went to the war for money ; Some were Sorry .")
	if n := testing.AllocsPerRun(100, func() { g.Scan(words, nil) }); n != 0 {
		t.Errorf("%v allocations where nothing is found: %v", n, marked(words, g.Scan(words, nil)))
	}
}

// Each call of Scan must end in time linear in its input.
func TestScanHostile(t *testing.T) {
	g := Default()
	big := strings.Repeat("A", 1<<20)
	for name, words := range map[string][]string{
		"one letter":  {big},
		"many the":    strings.Fields(strings.Repeat("the ", 200_000)),
		"many The":    strings.Fields(strings.Repeat("The ", 200_000)),
		"many dots":   strings.Fields(strings.Repeat(". ", 200_000)),
		"dotted":      {strings.Repeat("A.", 1<<19)},
		"apostrophes": {strings.Repeat("A'", 1<<19)},
		"brackets":    strings.Fields(strings.Repeat("( ", 100_000)),
		"hyphens":     {"al" + strings.Repeat("-", 1<<20)},
		"empty":       make([]string, 100_000),
	} {
		t.Run(name, func(t *testing.T) {
			for _, h := range g.Scan(words, nil) {
				if h.Start < 0 || h.End > len(words) || h.Start >= h.End {
					t.Fatalf("hit %d–%d of %d words", h.Start, h.End, len(words))
				}
			}
		})
	}
}

func FuzzScan(f *testing.F) {
	f.Add("The U.S. and al - Qaeda , Côte d’Ivoire ’s Lions ' Den ( Maoist ) .")
	f.Add("\xff\xfe ʼ s al- -al 'S ’")
	g := Default()
	f.Fuzz(func(t *testing.T, s string) {
		words := strings.Split(s, " ")
		end := 0
		for _, h := range g.Scan(words, nil) {
			if h.Start < end || h.End <= h.Start || h.End > len(words) {
				t.Fatalf("hit %d–%d after %d of %d words", h.Start, h.End, end, len(words))
			}
			if len(h.Matches) == 0 {
				t.Fatal("a hit without matches")
			}
			for _, m := range h.Matches {
				if m.Entry == nil || m.Text == "" {
					t.Fatalf("match %+v", m)
				}
			}
			end = h.End
		}
		if Fold(Fold(s)) != Fold(s) && !strings.ContainsAny(s, ".'’‘ʼʻ`´′ʿʾˈ&") {
			t.Errorf("folding %q twice: %q, %q", s, Fold(s), Fold(Fold(s)))
		}
	})
}

func BenchmarkScan(b *testing.B) {
	text, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		b.Fatal(err)
	}
	words := split(strings.Repeat(string(text), 50))
	g := Default()
	var hits []Hit
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		hits = g.Scan(words, hits[:0])
	}
	b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// A buffer that serves one document after the other gives the same hits as fresh
// memory, and those of a document do not disturb each other.
func TestScanWith(t *testing.T) {
	g := Default()
	texts := []string{
		"Forces of Georgia left Jordan for Paris , Texas and Turkey",
		"The IMF , the World Bank and Al Jazeera met in New York",
		strings.Repeat("Georgia Jordan Victoria San José ", 200),
	}
	var b Buffer
	for range 3 {
		for _, text := range texts {
			words := strings.Fields(text)
			b.Reset()
			var got []Hit
			for i := 0; i < len(words); i += 40 { // as sentences
				got = g.ScanWith(words[i:min(i+40, len(words))], got, &b)
			}
			var want []Hit
			for i := 0; i < len(words); i += 40 {
				want = g.Scan(words[i:min(i+40, len(words))], want)
			}
			if len(want) == 0 || !reflect.DeepEqual(got, want) {
				t.Fatalf("%.40s: %d hits, want %d", text, len(got), len(want))
			}
		}
	}
	words := strings.Fields(texts[2])
	var hits []Hit
	if n := testing.AllocsPerRun(10, func() { b.Reset(); hits = g.ScanWith(words, hits[:0], &b) }); n > 2 {
		t.Errorf("%v allocations", n)
	}
}
