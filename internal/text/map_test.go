package text

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestBuilder(t *testing.T) {
	b := NewBuilder("prepa-\nration of ﬁles")
	b.Keep(5)
	b.Replace(7, "") // "-\n"
	b.Keep(17)
	b.Replace(20, "fi")
	view, m := b.Done()
	if view != "preparation of files" {
		t.Fatalf("view %q", view)
	}
	for word, want := range map[string]string{"ration": "ration", "les": "les", "of": "of"} {
		at := strings.Index(view, word)
		if got := "prepa-\nration of ﬁles"[m.Source(at):]; !strings.HasPrefix(got, want) {
			t.Errorf("%s maps to %q", word, got)
		}
	}
}

// A view made of random keeps and replacements maps each kept byte back to
// itself, and offsets never run backwards.
func TestMapKeeps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := rapid.StringOfN(rapid.RuneFrom([]rune("abcdef")), 0, 40, -1).Draw(t, "source")
		b := NewBuilder(source)
		type kept struct{ view, source, n int }
		var keeps []kept
		view := 0
		for at := 0; at < len(source); {
			to := rapid.IntRange(at+1, len(source)).Draw(t, "to")
			if rapid.Bool().Draw(t, "keep") {
				b.Keep(to)
				keeps = append(keeps, kept{view, at, to - at})
				view += to - at
			} else {
				with := strings.Repeat("x", rapid.IntRange(0, 3).Draw(t, "with"))
				b.Replace(to, with)
				view += len(with)
			}
			at = to
		}
		got, m := b.Done()
		for _, k := range keeps {
			for i := range k.n {
				if s := m.Source(k.view + i); s != k.source+i || source[s] != got[k.view+i] {
					t.Fatalf("view %q offset %d maps to %d, want %d", got, k.view+i, s, k.source+i)
				}
			}
		}
		last := 0
		for i := range len(got) + 1 {
			if s := m.Source(i); s < last || s > len(source) {
				t.Fatalf("offset %d maps to %d after %d", i, s, last)
			} else {
				last = s
			}
		}
	})
}

func TestClean(t *testing.T) {
	if got := Clean("  two\u00a0words\r\n\tof \x00text\u2028"); got != "two words of text" {
		t.Errorf("got %q", got)
	}
}
