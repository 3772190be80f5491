package structure

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
)

const (
	paraA = "The river rose four metres in the night and took the bridge with it, and by the morning three hundred families of the lower town were on the roofs of their houses. "
	paraB = "Nobody had been warned, said the mayor, though the engineers at the dam had seen the water come for two days and had asked twice what they should do about it. "
	paraC = "The army sent forty boats, of which eleven could be used; the others had stood in a shed since the last flood and had not been looked at by anyone. "
	paraD = "Bread was to be had again on Thursday, at twice the price of the week before, and the bakers said that it would not become cheaper until the road was open. "
)

func source(t testing.TB, id, date, text string) Source {
	return Source{Doc: id, Date: date, Shingles: analyse(t, id, text).Shingles}
}

// A story that a second paper prints with small changes is a copy of the first;
// the passage is found but for some words at its ends.
func TestCopies(t *testing.T) {
	wire := "Flood takes bridge\n\n" + paraA + paraB + "\n\n" + paraC + "\n\n" + paraD
	paper := "Our own report\n\nIt rained here as well on Monday, but nobody in our town was harmed by it.\n\n" + strings.Replace(paraA+paraB, "four metres", "more than four metres", 1) + "\n\n" + paraC
	other := "Harvest\n\nThe wheat stood well in all provinces, and the ministry expects that it will sell more abroad than it did in any of the last ten years."
	all := []Source{source(t, "b-wire", "2017-10-25", wire), source(t, "a-paper", "2017-10-26", paper), source(t, "c-other", "2017", other)}
	copies := Copies(slices.Values(all))
	if len(copies) != 1 {
		t.Fatalf("%d copies: %+v", len(copies), copies)
	}
	c := Extend(copies[0], paper, wire)
	if c.Doc != "a-paper" || c.Original != "b-wire" {
		t.Errorf("%s copies %s", c.Doc, c.Original)
	}
	if got := paper[c.Span.Start:c.Span.End]; !strings.HasPrefix(got, "four metres in the night") && !strings.HasPrefix(got, "The river") || !strings.HasSuffix(got, "by anyone") {
		t.Errorf("passage %q", ends(got))
	}
	if got := wire[c.Of.Start:c.Of.End]; !strings.HasSuffix(got, "by anyone") {
		t.Errorf("original %q", ends(got))
	}
	slices.Reverse(all)
	if again := Copies(slices.Values(all)); fmt.Sprint(again) != fmt.Sprint(copies) {
		t.Error("the order of documents changes the copies")
	}
}

// Who is the original: the earlier date, then a date at all, then the id.
func TestCopyOrder(t *testing.T) {
	text := paraA + paraB
	for _, c := range []struct{ a, b, want string }{
		{"2017-10-25", "2017-10-26", "b"},
		{"2018", "2017-10-26", "a"},
		{"2017", "2017-10-26", "b"}, // not comparable: by id
		{"", "2019", "a"},
		{"", "", "b"},
	} {
		got := Copies(slices.Values([]Source{source(t, "a", c.a, text), source(t, "b", c.b, text)}))
		if len(got) != 1 || got[0].Doc != c.want {
			t.Errorf("%q and %q: %+v", c.a, c.b, got)
		}
	}
}

// A phrase of more than MaxShared documents says nothing.
func TestSharedByAll(t *testing.T) {
	shingles := analyse(t, "x", paraA+paraB).Shingles
	for _, n := range []int{MaxShared, MaxShared + 1} {
		var all []Source
		for i := range n {
			all = append(all, Source{Doc: fmt.Sprintf("%04d", i), Shingles: shingles})
		}
		want := n - 1
		if n > MaxShared {
			want = 0
		}
		if got := len(Copies(slices.Values(all))); got != want {
			t.Errorf("%d documents: %d copies, want %d", n, got, want)
		}
	}
}

// Matching group by group, with hits put together afterwards in any order,
// gives what Copies gives.
func TestCopiesByGroups(t *testing.T) {
	var all []Source
	for i := range 30 {
		text := story(i)
		if i%3 == 2 {
			text = story(i - 1)[:900] + paraD
		}
		all = append(all, source(t, fmt.Sprintf("d%02d", i), "", text))
	}
	want := Copies(slices.Values(all))
	if len(want) < 8 {
		t.Fatalf("%d copies", len(want))
	}
	groups := map[uint64][]Posting{}
	for _, s := range all {
		for _, sh := range s.Shingles {
			groups[sh.Hash] = append(groups[sh.Hash], Posting{sh.Hash, s.Doc, s.Date, sh.Span})
		}
	}
	var hits []Hit
	for _, g := range groups {
		slices.SortFunc(g, ComparePostings)
		hits = Match(hits, g)
	}
	slices.SortFunc(hits, CompareHits)
	var got []doc.Copy
	for pair := range pairsOf(hits) {
		got = Chain(got, pair)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Error("groups give other copies")
	}
}

// pairsOf yields the hits of each two documents.
func pairsOf(hits []Hit) iter.Seq[[]Hit] {
	return func(yield func([]Hit) bool) {
		for i := 0; i < len(hits); {
			j := i
			for j < len(hits) && hits[j].Doc == hits[i].Doc && hits[j].Original == hits[i].Original {
				j++
			}
			if !yield(hits[i:j]) {
				return
			}
			i = j
		}
	}
}

// A paragraph, an article with small changes, and pull quotes before and after
// what they repeat. Each case gives the repeats as "text|original".
func TestRepeats(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"paragraph": {
			paraA + "\n\n" + paraB + "\n\n" + paraC + "\n\n" + paraA,
			[]string{"passage: The river rose … of their houses. = The river rose … of their houses."},
		},
		"article, near copy": {
			paraA + "\n\n" + paraB + "\n\n" + paraC + "\n\n" + paraD + "\n\n" + strings.Replace(paraA, "by the morning", "by morning", 1) + "\n\n" + paraB + "\n\n" + strings.Replace(paraC, "forty", "forty old", 1),
			[]string{"passage: The river rose … at by anyone. = The river rose … at by anyone."},
		},
		"pull quote before": {
			"Eleven of the forty boats could be used.\n\n" + paraA + "\n\n“The engineers at the dam had seen the water come for two days.”\n\n" + paraC + "\n\n" + paraB,
			[]string{"pullquote: “The engineers at … for two days.” = the engineers at … for two days"},
		},
		"pull quote after, with a speaker": {
			paraA + "\n\n“Nobody was warned, and nobody came to help us,” said Ana Ruiz, who keeps a shop. " + paraB + "\n\n“Nobody was warned, and nobody came to help us.”\n— Ana Ruiz\n\n" + paraC,
			[]string{"pullquote: “Nobody was warned, … to help us.” = “Nobody was warned, … to help us", "pullquote: — Ana Ruiz = “Nobody was warned, … to help us"},
		},
		"two texts": {paraA + "\n\n" + paraB + "\n\n" + paraC, nil},
		"a phrase":  {paraA + "\n\nThe river rose four metres in the night before the feast, too, but that was in another year.\n\n" + paraC, nil},
	} {
		t.Run(name, func(t *testing.T) {
			d := analyse(t, "x", c.text)
			var got []string
			for _, r := range d.Repeats {
				got = append(got, r.Kind+": "+three(d.Slice(r.Span))+" = "+three(d.Slice(r.Of)))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"), Dump(d))
			}
		})
	}
}

// three is s, shortened to its first three and last three words.
func three(s string) string {
	w := strings.Fields(s)
	if len(w) < 7 {
		return strings.Join(w, " ")
	}
	return strings.Join(w[:3], " ") + " … " + strings.Join(w[len(w)-3:], " ")
}

// Whatever two texts share in a run of gramWords+window-1 words leaves a common
// fingerprint.
func TestWinnowing(t *testing.T) {
	for shift := range 40 {
		shared := strings.Join(strings.Fields(paraB)[:gramWords+window-1], " ")
		a := strings.Join(strings.Fields(story(shift))[:20+shift], " ") + " " + shared + " " + paraC
		b := strings.Join(strings.Fields(story(shift + 100))[:30], " ") + " " + shared + " " + paraD
		in := map[uint64]bool{}
		for _, p := range fingerprints(appendWords(nil, a, 0, len(a))) {
			in[p.hash] = true
		}
		found := false
		for _, p := range fingerprints(appendWords(nil, b, 0, len(b))) {
			found = found || in[p.hash]
		}
		if !found {
			t.Errorf("shift %d: no common fingerprint", shift)
		}
	}
}
