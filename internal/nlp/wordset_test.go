package nlp

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// A set holds its words in any letters, and no others.
func TestWordSet(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	random := func() string {
		b := make([]byte, 1+rng.IntN(longestWord))
		for i := range b {
			b[i] = "abcdeéz-.'9"[rng.IntN(11)]
		}
		return string(b)
	}
	in := map[string]bool{}
	for len(in) < 500 {
		in[random()] = true
	}
	var words []string
	for w := range in {
		words = append(words, w)
	}
	s := set(words...)
	for w := range in {
		if !lookup(s, w) || !lookup(s, strings.NewReplacer("a", "A", "z", "Z").Replace(w)) {
			t.Fatalf("%q is not found", w)
		}
	}
	for range 5000 {
		if w := random(); lookup(s, w) != in[w] {
			t.Fatalf("%q: %v", w, !in[w])
		}
	}
	for _, w := range []string{"", strings.Repeat("a", longestWord+1), "\x00"} {
		if lookup(s, w) {
			t.Errorf("%q is found", w)
		}
	}
	if lookup(set(), "a") {
		t.Error("a word is found in nothing")
	}
}

func TestWordSetRefuses(t *testing.T) {
	for _, w := range []string{"", strings.Repeat("a", longestWord+1)} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q was taken", w)
				}
			}()
			set(w)
		}()
	}
}

func BenchmarkWordSet(b *testing.B) {
	words := strings.Fields("The Ministry of Foreign Affairs said on Tuesday that Okello had left for Oslo")
	n := 0
	for b.Loop() {
		for _, w := range words {
			if lookup(neverNames, w) {
				n++
			}
		}
	}
	if n == 0 {
		b.Fatal("no word was found")
	}
}
