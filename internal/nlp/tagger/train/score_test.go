package train

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/nlp/tagger"
)

// fixed returns a finder that finds in each text what its marked form says.
func fixed(t *testing.T, marked ...string) Finder {
	byText := map[string][]Name{}
	for _, m := range marked {
		d := readMarks(m)
		byText[d.Text] = d.Names
	}
	return func(text string) []Name {
		names, ok := byText[text]
		if !ok {
			t.Errorf("asked for %q", text)
		}
		return names
	}
}

// What counts as right: the same words and the same type, an article at the
// start aside. Groups and works are not asked for.
func TestScoreCounts(t *testing.T) {
	for name, c := range map[string]struct {
		gold, found string
		want        Scores
	}{
		"right": {"«PER Ann Lee» left «LOC the Hague»", "«PERSON Ann Lee» left the «PLACE Hague»",
			Scores{tagger.Person: {1, 1, 1}, tagger.Place: {1, 1, 1}}},
		"type": {"«ORG Riga» won", "«PLACE Riga» won", Scores{tagger.Org: {0, 0, 1}, tagger.Place: {0, 1, 0}}},
		"ends": {"«ORG Bank of Riga» won", "«ORG Bank» of Riga won", Scores{tagger.Org: {0, 1, 1}}},
		"none": {"they won", "they won", Scores{}},
		"not asked for": {"«MISC Hamlet» by the «NORP Danes»", "«MISC Hamlet» by the «GROUP Danes»",
			Scores{}},
	} {
		got := score([]record{recordOf(c.gold), recordOf("")}, false, fixed(t, c.found, ""), nil)
		for ty := range tagger.Misc {
			if got[ty] != c.want[ty] {
				t.Errorf("%s: %v %+v, want %+v", name, ty, got[ty], c.want[ty])
			}
		}
	}
}

// A set that marks every mention: names count, bare of titles; what is found in
// a description does not; a country that acts is a place.
func TestScoreOfMentions(t *testing.T) {
	gold := []record{
		recordOf("«Person President Ann Lee» saw «Person the minister of Riga» in «Location Riga»"),
		recordOf("«Organisation Riga» asked «Organisation Bank of Holm», and «Person he» knew"),
		recordOf("«Person Prime Minister» left"),
	}
	found := fixed(t,
		"President «PERSON Ann Lee» saw the minister of «PLACE Riga» in «PLACE Riga»",
		"«PLACE Riga» asked «ORG Bank of Holm», and he knew",
		"Prime Minister left")
	got := score(gold, true, found, nil)
	want := Scores{tagger.Person: {1, 1, 1}, tagger.Org: {1, 1, 1}, tagger.Place: {2, 2, 2}}
	for ty, w := range want {
		if got[ty] != w {
			t.Errorf("%v: %+v, want %+v", ty, got[ty], w)
		}
	}
}

// What is missed and what is wrong are told apart, text by text; a file of one
// record is as many texts as it has lines.
func TestScoreTells(t *testing.T) {
	var told []string
	one := recordOf("«PER Ann» left.\n«ORG Holm» stayed.\n")
	score([]record{one}, false, fixed(t, "«PERSON Ann» left.\n", "«PERSON Holm» stayed.\n"), func(text string, missed, wrong []Name) {
		for _, n := range missed {
			told = append(told, "-"+n.Type.String()+" "+text[n.Start:n.End])
		}
		for _, n := range wrong {
			told = append(told, "+"+n.Type.String()+" "+text[n.Start:n.End])
		}
	})
	if got := strings.Join(told, ", "); got != "-ORG Holm, +PERSON Holm" {
		t.Error(got)
	}
}

func TestScoresPrint(t *testing.T) {
	s := Scores{tagger.Person: {3, 4, 6}, tagger.Org: {1, 1, 2}}
	want := "61.5 (P 80.0 R 50.0)  PERSON 75.0/50.0/60.0  ORG 100.0/50.0/66.7"
	if got := s.String(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := (Scores{}).String(); got != "0.0 (P 0.0 R 0.0)" {
		t.Error(got)
	}
}

// A file is read plain or packed, its spans counted in characters; a span that
// lies outside is an error with its line.
func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "names"), 0o755); err != nil {
		t.Fatal(err)
	}
	line, err := json.Marshal(record{ID: "1", Text: "Zoé Ünal left", Entities: []entity{{0, 8, "PER"}}})
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write(line)
	z.Close()
	for name, data := range map[string][]byte{
		"a.jsonl": line, "a.jsonl.gz": packed.Bytes(), "b.jsonl.gz": line,
		"c.jsonl": []byte(`{"text":"Ann","entities":[{"start":0,"end":4,"type":"PER"}]}`),
	} {
		if err := os.WriteFile(filepath.Join(dir, "names", name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a.jsonl", "a.jsonl.gz"} {
		s, err := Test(dir, name, fixed(t, "«PERSON Zoé Ünal» left"), nil)
		if err != nil || s[tagger.Person] != (Score{1, 1, 1}) {
			t.Errorf("%s: %+v, %v", name, s, err)
		}
	}
	for name, want := range map[string]string{"b.jsonl.gz": "b.jsonl.gz", "c.jsonl": "c.jsonl:1: span 0–4", "none.jsonl": "no such file"} {
		if _, err := Test(dir, name, nil, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Texts that are not for every use are left out.
func TestOpen(t *testing.T) {
	for _, c := range []struct {
		source, licence string
		want            bool
	}{{"news", "CC BY 2.5", true}, {"fiction", "CC BY 4.0", false}, {"voyage", "CC BY-NC-SA 3.0", false}, {"letter", "", false}} {
		if got := open(record{Source: c.source, Licence: c.licence}); got != c.want {
			t.Errorf("%v: %v", c, got)
		}
	}
}
