package nlp

import (
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
	punktenglish "gopkg.in/neurosnap/sentences.v1/english"
)

// The evaluator gives the tags of prose's own, but for what that gets wrong: it
// gives a word that stands twice the tag of the last, and sums in the order of
// a map.
func TestTagsAgreeWithProse(t *testing.T) {
	if testing.Short() {
		t.Skip("prose is slow to load")
	}
	text := corpusText(t)
	toks, sents := Segment(text)
	same, all := 0, 0
	for _, s := range sents[:min(len(sents), 120)] {
		var words []string
		seen := map[string]bool{}
		twice := false
		for _, k := range toks[s.First:s.Last] {
			w := text[k.Start:k.End]
			twice = twice || seen[w]
			seen[w] = true
			words = append(words, w)
		}
		line := text[s.Start:s.End]
		if twice || strings.ContainsAny(line, "“”\"‘’'–—(\t") {
			continue
		}
		d, err := prose.NewDocument(line, prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		theirs := d.Tokens()
		if len(theirs) != len(words) {
			continue
		}
		for i, k := range toks[s.First:s.Last] {
			all++
			if theirs[i].Text == words[i] && theirs[i].Tag == k.Tag.String() {
				same++
			} else {
				t.Logf("%q: %s, prose %s", words[i], k.Tag, theirs[i].Tag)
			}
		}
	}
	t.Logf("%d of %d tags the same", same, all)
	if all < 100 || same*100 < all*98 {
		t.Errorf("%d of %d tags the same", same, all)
	}
}

// What prose loses of a text stands in our tokens.
func TestNoWordLost(t *testing.T) {
	text := "The ‘Sunni’ bloc, 'Malik' and ‘Mosul’ and 'reform' and 'llama'."
	d, err := prose.NewDocument(text, prose.WithExtraction(false), prose.WithTagging(false))
	if err != nil {
		t.Fatal(err)
	}
	var theirs, ours []string
	for _, k := range d.Tokens() {
		theirs = append(theirs, k.Text)
	}
	toks, _ := Segment(text)
	for _, k := range toks {
		ours = append(ours, text[k.Start:k.End])
	}
	for _, w := range []string{"Sunni", "Malik", "Mosul", "reform", "llama"} {
		if !strings.Contains(" "+strings.Join(ours, " ")+" ", " "+w+" ") {
			t.Errorf("%s is lost: %s (prose: %s)", w, ours, theirs)
		}
	}
}

// The sentences of [TestSentences] against the segmenter that prose uses.
func TestSentencesBesidePunkt(t *testing.T) {
	punkt, err := punktenglish.NewSentenceTokenizer(nil)
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for _, text := range sentenceTexts {
		plain := strings.ReplaceAll(text, "|", "")
		var got []string
		for _, s := range punkt.Tokenize(plain) {
			got = append(got, strings.TrimSpace(s.Text))
		}
		var want []string
		for _, s := range strings.Split(text, "|") {
			want = append(want, strings.TrimSpace(s))
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			wrong++
		}
	}
	t.Logf("Punkt has %d of %d texts wrong", wrong, len(sentenceTexts))
	if wrong == 0 {
		t.Error("the texts are too easy")
	}
}

func BenchmarkPunkt(b *testing.B) {
	punkt, err := punktenglish.NewSentenceTokenizer(nil)
	if err != nil {
		b.Fatal(err)
	}
	text := corpusText(b)
	toks, _ := Segment(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		punkt.Tokenize(text)
	}
	b.ReportMetric(float64(b.N*len(toks))/b.Elapsed().Seconds(), "tokens/s")
}
