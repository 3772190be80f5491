package index

import (
	"strings"
	"testing"

	"analyze/internal/doc"
)

// What a query asks for is marked in the text.
func TestMatches(t *testing.T) {
	wild := func(s string) mark { return mark{pattern: &Pattern{Text: s}} }
	slip := func(s string, n int) mark { return mark{pattern: &Pattern{Text: s, Edits: n}} }
	for want, marks := range map[string][]mark{
		"The «fighters» and a «fighter».":      {{text: "fighter"}},
		"The «foreign fighters» were foreign.": {{text: "foreign fighters"}},
		"«Foreign» men, «foreign fighters».":   {{text: "foreign"}, {text: "foreign fighters"}},
		"A «recruit», «recruits».":             {wild("recr*")},
		"The «woman» and «women».":             {wild("wom?n")},
		"«Baghdady» or «Baghdadi», Bagdad.":    {slip("baghdadi", 1)},
		"The «IS» is not it.":                  {{text: "IS", exact: true, capital: true}},
		"«al-Qaeda» in «Al Qaeda»":             {{text: "Al-Qaeda", exact: true}},
		"nothing":                              {{text: "else"}},
		"A b «c» d e «f» g h i, c.":            {{text: "c", pair: 1, distance: 2}, {text: "f", pair: 1, distance: 2}},
		"A b c d e f, «x».":                    {{text: "c", pair: 1, distance: 1}, {text: "f", pair: 1, distance: 1}, {text: "x"}},
		"«F» g «c h» c":                        {{text: "c h", pair: 2, distance: 1}, {text: "f", pair: 2, distance: 1}},
		"no marks":                             nil,
	} {
		text := strings.NewReplacer("«", "", "»", "").Replace(want)
		var b strings.Builder
		at := 0
		for _, m := range newMatcher(marks, "en", NewAnalyzer("en")).matches(text) {
			b.WriteString(text[at:m.Start] + "«" + text[m.Start:m.End] + "»")
			at = m.End
		}
		if got := b.String() + text[at:]; got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestGlob(t *testing.T) {
	for _, c := range []struct {
		pattern, word string
		want          bool
	}{
		{"a*", "a", true}, {"a*", "abc", true}, {"a*c", "abcbc", true}, {"a*c", "abcb", false}, {"w?d", "wüd", true},
		{"w?d", "wd", false}, {"*", "", true}, {"", "", true}, {"", "a", false}, {"ab?", "ab", false}, {"a**b", "ab", true},
	} {
		if got := glob(c.pattern, c.word); got != c.want {
			t.Errorf("%q in %q: %v", c.pattern, c.word, got)
		}
	}
}

func TestSnippet(t *testing.T) {
	filler := strings.Repeat("Nothing of note was said that day. ", 40)
	text := filler + "A guard saw recruits at night. The recruits crossed the border near the mill. " + filler
	m := newMatcher([]mark{{text: "recruits"}, {text: "border"}}, "en", NewAnalyzer("en"))
	s := m.best(text, doc.Span{End: len(text)})
	if s.Text != text[s.Start:s.End] || len(s.Text) > 2*snippetBytes || !s.Cut[0] || !s.Cut[1] {
		t.Errorf("got %+v", s)
	}
	if got := s.Marked("«", "»"); !strings.Contains(got, "The «recruits» crossed the «border»") || !strings.HasPrefix(got, "… ") {
		t.Errorf("got %s", got)
	}
	far := strings.Repeat(filler, 400) + "The recruits crossed."
	if s := m.best(far, doc.Span{End: len(far)}); !strings.Contains(s.Text, "recruits crossed") || len(s.Marks) != 1 || far[s.Marks[0][0]:s.Marks[0][1]] != "recruits" {
		t.Errorf("far down: %d-%d %v", s.Start, s.End, s.Marks)
	}
	if s := m.best("", doc.Span{}); s.Text != "" || len(s.Marks) != 0 {
		t.Errorf("of nothing: %+v", s)
	}
	long := strings.Repeat("x", 5000) // a word without an end
	if s := m.best(long, doc.Span{End: len(long)}); s.Start != 0 || len(s.Text) < snippetBytes {
		t.Errorf("of one long word: %d-%d", s.Start, s.End)
	}
}

// Snippets lie in the text and read back, whatever the bytes.
func FuzzSnippet(f *testing.F) {
	f.Add("foreign fighters at the border\n\nof \xff the state", "border")
	f.Fuzz(func(t *testing.T, text, word string) {
		m := newMatcher([]mark{{text: word}, {pattern: &Pattern{Text: "bo*"}}}, "en", NewAnalyzer("en"))
		s := m.best(text, doc.Span{End: len(text)})
		if s.Start < 0 || s.End > len(text) || s.Start > s.End || text[s.Start:s.End] != s.Text {
			t.Fatalf("%q: %d-%d", text, s.Start, s.End)
		}
		for _, k := range s.Marks {
			if k[0] < s.Start || k[1] > s.End || k[0] >= k[1] {
				t.Fatalf("%q: a mark at %v outside %d-%d", text, k, s.Start, s.End)
			}
		}
		s.Marked("<", ">")
	})
}
