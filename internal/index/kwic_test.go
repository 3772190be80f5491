package index

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// concordanceOf is the concordance of a word in texts, by their names.
func concordanceOf(word string, width int, order string, texts ...string) []Line {
	var out []Line
	for i, text := range texts {
		m := newMatcher([]mark{{text: word}}, "en", NewAnalyzer("en"))
		out = append(out, linesOf(string(rune('a'+i)), text, m.matches(text), width, order)...)
	}
	sortLines(out, order)
	return out
}

func TestConcordanceOrder(t *testing.T) {
	texts := []string{
		"The old dam broke. A new dam was built.",
		"No dam holds; the Étang dam did.",
	}
	for order, want := range map[string]string{
		"":      "old «dam» broke|new «dam» was|No «dam» holds|Étang «dam» did",
		"left":  "Étang «dam» did|new «dam» was|No «dam» holds|old «dam» broke",
		"right": "old «dam» broke|Étang «dam» did|No «dam» holds|new «dam» was",
	} {
		var got []string
		for _, l := range concordanceOf("dam", 40, order, texts...) {
			left, right := strings.Fields(l.Left), strings.Fields(strings.Trim(l.Right, " .;"))
			got = append(got, left[len(left)-1]+" «"+l.Word+"» "+strings.Trim(right[0], ".;"))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("by %q:\ngot  %s\nwant %s", order, s, want)
		}
	}
}

// Each side has as many characters as were asked for, on one line.
func TestConcordanceWidth(t *testing.T) {
	text := "Zölle\n\nund   Steuern: tariffs\tstiegen überall im\nLand"
	for width, want := range map[int][2]string{
		1: {" ", " "}, 6: {"uern: ", " stieg"}, 100: {" Zölle und Steuern: ", " stiegen überall im Land "},
	} {
		list := concordanceOf("tariff", width, "", text)
		if len(list) != 1 {
			t.Fatalf("%d lines", len(list))
		}
		if l := list[0]; l.Left != want[0] || l.Right != want[1] || text[l.Start:l.End] != "tariffs" {
			t.Errorf("width %d: %q and %q, want %q", width, l.Left, l.Right, want)
		}
	}
}

// Whatever the bytes, lines point to what they show and are whole characters.
func FuzzConcordance(f *testing.F) {
	f.Add("a dam at the dam\xff", 3)
	f.Add("\xf0\x9f dam \xe2\x82", 1)
	f.Fuzz(func(t *testing.T, text string, width int) {
		if width < 1 || width > 1000 {
			return
		}
		for _, l := range concordanceOf("dam", width, "left", text) {
			if l.Start < 0 || l.End > len(text) || oneLine(text[l.Start:l.End]) != l.Word {
				t.Fatalf("%q: %d-%d is not %q", text, l.Start, l.End, l.Word)
			}
			if utf8.RuneCountInString(l.Left) > width || utf8.RuneCountInString(l.Right) > width {
				t.Fatalf("%q: sides %q and %q are longer than %d", text, l.Left, l.Right, width)
			}
			if utf8.ValidString(text) && !utf8.ValidString(l.Left+l.Right) {
				t.Fatalf("%q: sides %q and %q", text, l.Left, l.Right)
			}
		}
	})
}
