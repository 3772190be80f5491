package train

import (
	"fmt"
	"path/filepath"
	"strings"

	"analyze/internal/nlp/tagger"
)

// A Score counts names: right ones, those found and those in the gold.
type Score struct{ Right, Found, Gold int }

// Precision, Recall and F1 are shares from 0 to 1, 0 where nothing was counted.
func (s Score) Precision() float64 { return share(s.Right, s.Found) }

// Recall is the share of the gold that was found.
func (s Score) Recall() float64 { return share(s.Right, s.Gold) }

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 { return share(2*s.Right, s.Found+s.Gold) }

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func (s *Score) add(o Score) {
	s.Right += o.Right
	s.Found += o.Found
	s.Gold += o.Gold
}

// Scores are the scores of persons, organisations and places.
type Scores map[tagger.Type]Score

// All adds up the types.
func (s Scores) All() (all Score) {
	for _, v := range s {
		all.add(v)
	}
	return all
}

// String is a line: F1 over all, then precision, recall and F1 a type.
func (s Scores) String() string {
	var b strings.Builder
	all := s.All()
	fmt.Fprintf(&b, "%.1f (P %.1f R %.1f)", 100*all.F1(), 100*all.Precision(), 100*all.Recall())
	for _, t := range scored {
		v := s[t]
		if v == (Score{}) {
			continue
		}
		fmt.Fprintf(&b, "  %s %.1f/%.1f/%.1f", t, 100*v.Precision(), 100*v.Recall(), 100*v.F1())
	}
	return b.String()
}

var scored = []tagger.Type{tagger.Person, tagger.Org, tagger.Place, tagger.Group}

// A Finder finds the names of a text: spans of bytes.
type Finder func(text string) []Name

// FinderOf returns a finder that cuts texts by tokenize and tags them by m.
func FinderOf(m *tagger.Model, tokenize func(string) []Sentence) Finder {
	return func(text string) []Name {
		sentences := tokenize(text)
		tokens := make([][]tagger.Token, len(sentences))
		for i, s := range sentences {
			for _, t := range s {
				tokens[i] = append(tokens[i], t.Token)
			}
		}
		var out []Name
		for _, s := range m.Tag(tokens, nil) {
			at := sentences[s.Sentence]
			out = append(out, Name{at[s.Start].Start, at[s.End-1].End, s.Type})
		}
		return out
	}
}

// Test scores a finder on a file of annotated texts: exact spans of persons,
// organisations and places, a leading article ignored. Of texts that mark
// every mention, not names alone, only the names count, and what is found
// inside another mention does not.
func Test(dir, file string, find Finder, seen func(text string, missed, wrong []Name)) (Scores, error) {
	return TestFile(filepath.Join(dir, "names", file), find, seen)
}

// TestFile is [Test] on the file of that path.
func TestFile(path string, find Finder, seen func(text string, missed, wrong []Name)) (Scores, error) {
	dir, file := filepath.Split(path)
	records, err := readFile(dir, file)
	if err != nil {
		return nil, err
	}
	return score(records, strings.HasPrefix(file, "re3d"), find, seen), nil
}

// score is [Test] over records; with all they mark every mention.
func score(records []record, all bool, find Finder, seen func(text string, missed, wrong []Name)) Scores {
	out := Scores{}
	places := locations(records)
	for _, r := range records {
		parts := []record{r}
		if len(records) == 1 {
			parts = r.lines()
		}
		for _, r := range parts {
			gold, other := goldOf(r, all, places)
			found := foundOf(r.Text, find(r.Text), other)
			missed, wrong := out.compare(gold, found)
			if seen != nil {
				seen(r.Text, missed, wrong)
			}
		}
	}
	return out
}

// goldOf returns the names that count and the other mentions.
func goldOf(r record, all bool, places map[string]bool) (gold map[Name]bool, other []Name) {
	gold = map[Name]bool{}
	for _, e := range r.Entities {
		n := Name{e.Start, e.End, kinds[e.Type]}
		_, known := kinds[e.Type]
		n.Start = skipArticle(r.Text, n.Start, n.End)
		if all && known {
			n, known = asName(r.Text, n, places)
		}
		if known {
			gold[n] = true
		} else {
			other = append(other, Name{e.Start, e.End, n.Type})
		}
	}
	if !all {
		other = nil
	}
	return gold, other
}

// locations lists the texts that are marked as places.
func locations(records []record) map[string]bool {
	out := map[string]bool{}
	for _, r := range records {
		for _, e := range r.Entities {
			if e.Type == "Location" {
				out[r.Text[skipArticle(r.Text, e.Start, e.End):e.End]] = true
			}
		}
	}
	return out
}

// asName makes a mention the name in it, as records have it: without titles,
// and a country that acts a place. ok is false where there is no name.
func asName(text string, n Name, places map[string]bool) (name Name, ok bool) {
	if n.Type == tagger.Person {
		n.Start = skipTitles(text, n.Start, n.End)
	}
	s := text[n.Start:n.End]
	if !capitalised(s) || pronouns[strings.ToLower(s)] {
		return n, false
	}
	if n.Type == tagger.Person {
		for _, f := range strings.Fields(s) {
			if titles[f] || f == "Minister" || f == "Envoy" {
				return n, false
			}
		}
	}
	if n.Type == tagger.Org && places[s] {
		n.Type = tagger.Place
	}
	return n, true
}

// capitalised tells whether all words have capitals but for particles.
func capitalised(text string) bool {
	for _, f := range strings.Fields(text) {
		if !named(f) && !joining[strings.ToLower(f)] && !articles[f] {
			return false
		}
	}
	return named(text)
}

func skipArticle(text string, start, end int) int {
	for _, a := range []string{"the ", "The ", "THE ", "a ", "an ", "A ", "An "} {
		if strings.HasPrefix(text[start:end], a) {
			return start + len(a)
		}
	}
	return start
}

func foundOf(text string, names, other []Name) []Name {
	var out []Name
	for _, n := range names {
		if n.Type != tagger.Person && n.Type != tagger.Org && n.Type != tagger.Place {
			continue
		}
		n.Start = skipArticle(text, n.Start, n.End)
		inside := false
		for _, o := range other {
			inside = inside || o.Start <= n.Start && n.End <= o.End
		}
		if !inside {
			out = append(out, n)
		}
	}
	return out
}

func (s Scores) compare(gold map[Name]bool, found []Name) (missed, wrong []Name) {
	right := map[Name]bool{}
	for _, n := range found {
		v := s[n.Type]
		v.Found++
		if gold[n] {
			v.Right++
			right[n] = true
		} else {
			wrong = append(wrong, n)
		}
		s[n.Type] = v
	}
	for n := range gold {
		v := s[n.Type]
		v.Gold++
		s[n.Type] = v
		if !right[n] {
			missed = append(missed, n)
		}
	}
	return missed, wrong
}
