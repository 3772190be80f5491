package text

import (
	"fmt"
	"strings"
	"testing"
)

// A view that changes nothing is told by the zero Map.
func TestIdentity(t *testing.T) {
	b := NewBuilder("the mill")
	b.Keep(3)
	view, m := b.Done()
	if view != "the mill" || !m.Identity() || m.Source(5) != 5 {
		t.Errorf("%q %v", view, m)
	}
	b = NewBuilder("the mill")
	b.Replace(4, "")
	if _, m = b.Done(); m.Identity() {
		t.Error("a view without its first word is the source")
	}
}

// What is set apart, and what only looks so.
func TestPartsOfUnspaced(t *testing.T) {
	for run, want := range map[string]string{"bothsexes": "both sexes", "totalnumber": "total number", "xqzt": "", "": "", "Éa": ""} {
		if got := strings.Join(headerParts(run), " "); got != want {
			t.Errorf("%q: %q, want %q", run, got, want)
		}
	}
	for s, want := range map[string]string{"T o t a l": "Total", "a b": "a b", "M e n 2 0 1 4": "Men 2014", "N o n - official": "Non-official", "the m i l l": "the mill"} {
		if got := strings.Join(joinRuns(strings.Fields(s)), " "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]bool{"To t  men": false, "men  T o t": true, "T o t": true, "men": false, "T - t": true} {
		if got := spacedPart(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
	if !isSingle("é") || isSingle("ab") || isSingle("-") || isSingle("") || !isDash("–") || isDash("a") {
		t.Error("one letter is not known from a sign or a word")
	}
}

func ExampleBuilder() {
	b := NewBuilder("prepa-\nration")
	b.Keep(5)
	b.Replace(7, "") // the hyphen and the end of the line
	view, m := b.Done()
	fmt.Println(view, m.Source(5))
	// Output: preparation 7
}

func ExampleClean() {
	fmt.Println(Clean("  The old\n\tmill "))
	// Output: The old mill
}

func ExampleUnspaced() {
	fmt.Println(Unspaced("T o t a l 2 0 1 5"))
	// Output: Total 2015
}

func FuzzUnspaced(f *testing.F) {
	for _, s := range []string{"T o t a l 2 0 1 5", "a\u00a0b c", "\xff x y z", "é – ü", "N o n - x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Unspaced(s)
		if strings.Contains(got, "  ") {
			t.Errorf("%q leaves a wide gap: %q", s, got)
		}
		letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if a, b := letters(strings.NewReplacer("–", "-", "—", "-", "‐", "-").Replace(s)), letters(strings.NewReplacer("–", "-", "—", "-", "‐", "-").Replace(got)); a != b {
			t.Errorf("%q becomes %q", s, got)
		}
	})
}
