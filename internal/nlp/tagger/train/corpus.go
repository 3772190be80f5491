package train

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/nlp/tagger"
)

// A sample is a document cut into tokens with the labels it should get.
type sample struct {
	sentences [][]tagger.Token
	labels    [][]uint8
	found     []tagger.Span // by a model that has not seen the document
	machine   bool          // labelled by a machine, or not completely
	weight    float32
}

// cut makes a sample of a document.
func cut(d Document, tokenize func(string) []Sentence, weight float64) sample {
	s := sample{weight: float32(weight)}
	next := 0
	for _, sentence := range tokenize(d.Text) {
		if len(sentence) == 0 {
			continue
		}
		tokens := make([]tagger.Token, len(sentence))
		for i := range sentence {
			tokens[i] = sentence[i].Token
		}
		s.sentences = append(s.sentences, tokens)
		s.labels = append(s.labels, labelsOf(sentence, d.Names, &next))
	}
	return s
}

// labelsOf labels a sentence. A token belongs to a name that covers half of it.
func labelsOf(sentence Sentence, names []Name, next *int) []uint8 {
	out := make([]uint8, len(sentence))
	for i := 0; i < len(sentence); {
		for *next < len(names) && names[*next].End <= sentence[i].Start {
			*next++
		}
		if *next == len(names) {
			break
		}
		n := names[*next]
		j := i
		for j < len(sentence) && half(sentence[j], n) {
			j++
		}
		if j == i {
			i++
			continue
		}
		for k := i; k < j; k++ {
			out[k] = tagger.Label(n.Type, k-i, j-i)
		}
		i = j
		*next++
	}
	return out
}

func half(t Token, n Name) bool {
	shared := min(t.End, n.End) - max(t.Start, n.Start)
	return 2*shared >= t.End-t.Start && shared > 0
}

// restyle returns a copy of the sample in which some sentences are set as
// headlines, with a capital to each longer word or all in capitals.
func (s sample) restyle(rng *rand.Rand) sample {
	out := s
	out.sentences = make([][]tagger.Token, len(s.sentences))
	for i, tokens := range s.sentences {
		out.sentences[i] = tokens
		var set func(string) string
		switch rng.IntN(6) {
		case 0:
			set = strings.ToUpper
		case 1, 2:
			set = headline
		default:
			continue
		}
		if len(tokens) > 30 {
			continue
		}
		copied := make([]tagger.Token, len(tokens))
		for k, t := range tokens {
			t.Text = set(t.Text)
			copied[k] = t
		}
		out.sentences[i] = copied
	}
	return out
}

// headline gives a word a capital unless it is a small word.
func headline(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if len(s) < 4 && smallWords[s] || !unicode.IsLower(r) || strings.Contains(s, "'") && len(s) < 4 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

var smallWords = words("a an the of in on at by for to and or as but nor n't s")

// correct replaces labels by what a model that has not seen the sample is sure
// of.
func (s *sample) correct(sure float64) {
	for _, f := range s.found {
		if float64(f.Score) < sure {
			continue
		}
		l := s.labels[f.Sentence]
		for i := f.Start; i < f.End; i++ {
			clearName(l, i)
		}
		for i := f.Start; i < f.End; i++ {
			l[i] = tagger.Label(f.Type, i-f.Start, f.End-f.Start)
		}
	}
}

// clearName removes the name that holds token i.
func clearName(l []uint8, i int) {
	if l[i] == 0 {
		return
	}
	start, end := i, i+1
	for start > 0 && tagger.Joined(l[start-1], l[start]) {
		start--
	}
	for end < len(l) && tagger.Joined(l[end-1], l[end]) {
		end++
	}
	clear(l[start:end])
}
