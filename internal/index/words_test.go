package index

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Words are shown as exact/stem where the two differ, parted by blanks.
func TestWords(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "The fighters' families", "the fighters/fighter families/famili"},
		{"en", "Al-Qaeda, al-Qa'ida; EL-Sisi", "al qaeda al qaida al sisi"},
		{"en", "el mundo", "el mundo"},
		{"en", "Sana’a and Sana'a", "sanaa and sanaa"},
		{"en", "the group’s men, Ann's", "the group men ann"},
		{"en", "U.S. and U.K", "us and uk"},
		{"en", "40,000 at 3.5 percent. Then 7.", "40000 at 3.5 percent then 7"},
		{"en", "1990-2010", "1990 2010"},
		{"en", "battle-\n  hardened men", "battlehardened/battleharden men"},
		{"en", "list -\nitem", "list item"},
		{"en", "Café Müller, Straße, Øresund, ﬁle", "cafe muller strasse/strass oresund file"},
		{"en", "", ""},
		{"en", "…—!", ""},
		{"fr", "Les étrangers", "les etrangers/etrang"},
		{"zz", "unknown languages", "unknown languages"},
		{"zh", "難民 2015", "難 民 2015"},
		{"en", "soft\u00adware", "software/softwar"},
	} {
		var got []string
		NewAnalyzer(c.lang).Words(c.text, func(w Word) bool {
			s := w.Exact
			if w.Stem != s {
				s += "/" + w.Stem
			}
			got = append(got, s)
			return true
		})
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.text, s, c.want)
		}
	}
}

// Offsets stand around the words, without the possessive.
func TestWordOffsets(t *testing.T) {
	const text = "«Ann»'s «U.S»., «Sana’a» «40,000» «é»!"
	clean := strings.NewReplacer("«", "", "»", "").Replace(text)
	var b strings.Builder
	at := 0
	for _, w := range NewAnalyzer("en").All(clean) {
		b.WriteString(clean[at:w.Start] + "«" + clean[w.Start:w.End] + "»")
		at = w.End
	}
	if got := b.String() + clean[at:]; got != text {
		t.Errorf("got  %s\nwant %s", got, text)
	}
}

// Whatever the bytes, words lie in the text, in order, at whole characters.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"a-\nb", "\xff\xfe", "難\u0301民x", "'s", "a's's", "1.", "el-", "\u200d", "-\n-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, w := range NewAnalyzer("en").All(s) {
			if w.Start < at || w.End <= w.Start || w.End > len(s) {
				t.Fatalf("%q: a word at %d-%d after %d", s, w.Start, w.End, at)
			}
			if !utf8.RuneStart(s[w.Start]) || w.End < len(s) && utf8.ValidString(s) && !utf8.RuneStart(s[w.End]) {
				t.Fatalf("%q: a word at %d-%d, inside a character", s, w.Start, w.End)
			}
			if w.Exact == "" || w.Stem == "" {
				t.Fatalf("%q: an empty word", s)
			}
			at = w.End
		}
	})
}

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat("The committee of foreign ministers said that 40,000 fighters had crossed the border near Sana'a. ", 100)
	a := NewAnalyzer("en")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		a.Words(text, func(Word) bool { return true })
	}
}

// A numbering analyzer gives forms that fold to one word one number, and others
// others.
func TestNumbers(t *testing.T) {
	a := NewNumbering()
	numbers := map[string]uint32{}
	for _, w := range a.All("Sana'a SANAA el-Said al-Said's said resumé resume") {
		if n, ok := numbers[w.Exact]; ok && n != w.Number {
			t.Errorf("%s is %d and %d", w.Exact, n, w.Number)
		}
		numbers[w.Exact] = w.Number
	}
	seen := map[uint32]string{}
	for word, n := range numbers {
		if seen[n] != "" {
			t.Errorf("%s and %s are both %d", word, seen[n], n)
		}
		seen[n] = word
	}
	if len(numbers) != 4 {
		t.Errorf("the words are %v", numbers)
	}
}
