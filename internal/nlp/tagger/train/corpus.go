package train

import (
	"math/rand/v2"
	"slices"
	"strconv"
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
	machine   bool          // labelled by a machine, or by other rules
	doubted   bool          // labelled by a machine, or not completely
	made      int           // sentences at the end that are made up of its names
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
		case 1:
			set = headline
		case 2:
			set = capital
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

// capital gives every word a capital.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) || strings.ContainsAny(s, "'’") {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// list returns sentences that list names of the sample as tables and brackets
// do, each with a number. Nil if it has fewer than three.
func (s sample) list(rng *rand.Rand) (sentences [][]tagger.Token, all [][]uint8) {
	var names [][]tagger.Token
	var types []tagger.Type
	seen := map[string]bool{}
	for i, l := range s.labels {
		for a := 0; a < len(l) && len(names) < 8; {
			b := a + 1
			for b < len(l) && tagger.Joined(l[b-1], l[b]) {
				b++
			}
			name := s.sentences[i][a:b]
			t, ok := tagger.TypeOf(l[a])
			if ok && t <= tagger.Place && t != tagger.Person && !seen[name[0].Text] && named(name[0].Text) {
				seen[name[0].Text] = true
				names, types = append(names, name), append(types, t)
			}
			a = b
		}
	}
	if len(names) < 3 {
		return nil, nil
	}
	style := rng.IntN(3)
	var row []tagger.Token
	var labels []uint8
	word := func(text string) {
		row, labels = append(row, tagger.Token{Text: text}), append(labels, 0)
	}
	for i, name := range names {
		for k, t := range name {
			row, labels = append(row, t), append(labels, tagger.Label(types[i], k, len(name)))
		}
		number := strconv.Itoa(1 + rng.IntN(999))
		if rng.IntN(2) == 0 {
			number += "," + strconv.Itoa(100+rng.IntN(900))
		}
		switch style {
		case 0: // a line each
			word(number)
			sentences, all = append(sentences, row), append(all, labels)
			row, labels = nil, nil
		case 1:
			word("(")
			word(number)
			word(")")
			word(",")
		default:
			word(number)
			word(";")
		}
	}
	if row != nil {
		sentences, all = append(sentences, row), append(all, labels)
	}
	return sentences, all
}

// rename returns a copy of the sample in which the Islamic State goes by its
// shortest name, which is also a verb in capitals; ok is false if it does not
// stand there.
func (s sample) rename(rng *rand.Rand) (out sample, ok bool) {
	out = s
	out.sentences = make([][]tagger.Token, len(s.sentences))
	for i, tokens := range s.sentences {
		out.sentences[i] = tokens
		copied := false
		for k, t := range tokens {
			if s.labels[i][k] != tagger.Label(tagger.Org, 0, 1) || t.Text != "ISIS" && t.Text != "ISIL" {
				continue
			}
			if !copied {
				out.sentences[i], copied, ok = slices.Clone(tokens), true, true
			}
			t.Text = "IS"
			if rng.IntN(2) == 0 {
				t.Know = 0
			}
			out.sentences[i][k] = t
		}
	}
	return out, ok
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
