package main

import (
	"bytes"
	"strings"
	"testing"

	"analyze/internal/index"
)

// Lines are broken at blanks within the columns; what is bold takes no room,
// and a word that is too long stands alone.
func TestFolded(t *testing.T) {
	for name, c := range map[string]struct {
		columns  int
		in, want string
	}{
		"no terminal":  {0, "one two three four", "  one two three four\n"},
		"too narrow":   {4, "one two", "  one two\n"},
		"broken":       {12, "one two three four", "  one two\n  three four\n"},
		"to the edge":  {9, "one two x", "  one two\n  x\n"},
		"bold":         {9, "one " + boldOn + "two" + boldOff + " x", "  one " + boldOn + "two" + boldOff + "\n  x\n"},
		"accents":      {9, "été éùé x", "  été éùé\n  x\n"},
		"a long word":  {8, "a incomprehensible b", "  a\n  incomprehensible\n  b\n"},
		"nothing":      {8, "", "  \n"},
		"two blanks":   {14, "one  two three", "  one  two\n  three\n"},
		"many columns": {400, "one two", "  one two\n"},
	} {
		if got := folded(c.in, "  ", false, c.columns); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// A heading begins at the edge, what follows of it does not.
func TestFoldedHeading(t *testing.T) {
	if got, want := folded("a.txt:1-9  one two", "    ", true, 14), "a.txt:1-9  one\n    two\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := folded("a.txt:1-9  one two", "    ", true, 0), "a.txt:1-9  one two\n"; got != want {
		t.Errorf("no terminal: got %q, want %q", got, want)
	}
}

// A concordance is as wide as the terminal lets it be.
func TestKwicWidth(t *testing.T) {
	lines := []index.Line{{Word: "refugees", Doc: "camp.txt", Start: 1234}, {Word: "a refugee", Doc: "b", Start: 7}}
	for columns, want := range map[int]int{0: 60, 40: 15, 80: 28, 400: 60} {
		if got := widthFor(lines, columns, 60); got != want {
			t.Errorf("%d columns: %d on each side, want %d", columns, got, want)
		}
	}
	var b bytes.Buffer
	if err := printLines(&b, []index.Line{{Left: "from the été ", Word: "camp", Right: " at été’s end", Doc: "a", Start: 3}, {Left: "a ", Word: "camp", Right: "", Doc: "a", Start: 9}}, 5); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), " été «camp» at é  a:3\n   a «camp»       a:9\n"; got != want {
		t.Errorf("cut off: got %q, want %q", got, want)
	}
}

// The first documents that repeat a hit are named, the others counted.
func TestAlsoIn(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a": "also in a", "a b c": "also in a, b, c", "a b c d": "also in a, b, c, d", "a b c d e": "also in a, b, c and 2 others",
	} {
		if got := alsoIn(strings.Fields(in)); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// What is no terminal has no columns.
func TestColumnsOf(t *testing.T) {
	if n := columnsOf(&bytes.Buffer{}); n != 0 {
		t.Errorf("a buffer has %d columns", n)
	}
}
