package claim

import (
	"strings"
	"unicode"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"
)

// onTop says that a claim counts what came on top of another figure.
const onTop = "comes on top of another figure"

// addedReach is how far from its number the word stands by which a figure comes on top
// of another, in bytes.
const addedReach = 60

// added reports whether claim i counts what came on top of an earlier figure: "ten more
// bodies", "another 20 people", "a further 30", "12 new cases". The wounded beside the
// dead come on top of none: "killed nine people and wounded another 20".
func (s *scholar) added(out []thread.Record, i int) bool {
	r, c := &out[i], &s.d.Claims[i]
	if c.Table >= 0 || c.Kind == doc.ChangeKind || c.Kind == doc.Percent || c.Kind == doc.Age || c.Kind == doc.Duration || c.Sentence < 0 || c.Sentence >= len(s.d.Sentences) {
		return false
	}
	if besideOther(out, i) || r.Flows() && len(r.Time) == len("2006") {
		return false // all of that year
	}
	sent := s.d.Sentences[c.Sentence].Span
	before := spoken(s.d.Text[max(sent.Start, c.Number.Start-addedReach, 0):max(c.Number.Start, 0)])
	for k := len(before) - 1; k >= 0; k-- {
		if addingWords[before[k]] {
			return true
		}
		if !hedgeWords[before[k]] {
			break
		}
	}
	for _, w := range spoken(s.d.Text[c.Number.End:max(c.Number.End, min(sent.End, c.Number.End+addedReach))]) {
		switch {
		case scaleWords[w]:
			continue
		case w == "new":
			return r.Flows() && (r.Time == "" || len(r.Time) == len("2006-01-02")) // those of a month are all of it
		}
		return w == "more" || w == "additional" || w == "further" || w == "extra"
	}
	return false
}

// besideOther reports whether claim i tells of a sentence what came of others than those
// whom the claim before counts: the wounded beside the dead.
func besideOther(out []thread.Record, i int) bool {
	return i > 0 && out[i-1].Sentence == out[i].Sentence && befell(&out[i], &out[i-1]) && out[i-1].Concept != "person"
}

// spoken are the words of a text in small letters and the marks that part them, each as
// a word of its own; marks that belong to numbers are left out.
func spoken(text string) (out []string) {
	var b strings.Builder
	end := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	for _, c := range text {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			b.WriteRune(unicode.ToLower(c))
		case unicode.IsSpace(c), unicode.Is(unicode.Sc, c), c == '-', c == '\'':
			end()
		default:
			end()
			out = append(out, string(c))
		}
	}
	end()
	return out
}

// Words by which a number is added to one told before, those that may stand between them,
// and those that belong to a number behind it.
var (
	addingWords = wordSet("another additional further extra")
	hedgeWords  = wordSet("at least about some around roughly nearly almost approximately perhaps possibly estimated an a up to as many over more than us usd eur")
	scaleWords  = wordSet("hundred thousand million billion trillion mln bn m dozen score or so dollars euros pounds")
)
