package tagger

import (
	"slices"
	"testing"
)

// Training is shown the very features that tagging sums: what [Extract] lists
// for a token adds up to what the model gives it, at the first look and the
// second.
func TestExtractIsWhatTaggingSees(t *testing.T) {
	m := Default()
	doc := documentOf(article)
	var found []Span
	x := newScratch(m)
	x.read(doc)
	m.spellings(x)
	for s := range doc {
		for i := x.first[s]; i < x.first[s+1]; i++ {
			x.emitted = append(x.emitted, m.emit(x, s, int(i)))
		}
		found = m.decode(x, s, found, false)
	}
	first := slices.Clone(x.emitted)
	x.remember(found)
	for s := range doc {
		m.reconsider(x, s)
	}

	spell := map[uint64][Offsets][]uint32{}
	at, asked := 0, 0
	Extract(m.lookup, doc, found, func(id uint64, features [Offsets][]uint32) { spell[id] = features },
		func(s, i int, words [Offsets]uint64, features, late []uint32) {
			var e sum
			for o, id := range words {
				m.addAll(&e, spell[id][o])
			}
			m.addAll(&e, features)
			same(t, doc[s][i].Text, &e, &first[at])
			m.addAll(&e, late)
			same(t, doc[s][i].Text+" again", &e, &x.emitted[at])
			at, asked = at+1, asked+len(late)
		})
	if at != len(first) || asked == 0 {
		t.Errorf("%d tokens of %d, %d late features", at, len(first), asked)
	}
}

func same(t *testing.T, word string, got, want *sum) {
	t.Helper()
	for l := range labels {
		if got.score(l) != want.score(l) {
			t.Fatalf("%s, label %d: %d, want %d", word, l, got.score(l), want.score(l))
		}
	}
}

// The labels of a name say its type and hold together, and nothing else does.
func TestLabelsOfNames(t *testing.T) {
	for ty := range Type(types) {
		for n := 1; n < 5; n++ {
			before := uint8(0)
			for i := range n {
				l := Label(ty, i, n)
				if got, ok := TypeOf(l); !ok || got != ty {
					t.Errorf("%v %d of %d: %v, %v", ty, i, n, got, ok)
				}
				if !Follows(before, l) || Joined(before, l) != (i > 0) {
					t.Errorf("%v %d of %d: follows %v, joined %v", ty, i, n, Follows(before, l), Joined(before, l))
				}
				before = l
			}
			if !Follows(before, 0) || Joined(before, Label(ty, 0, 1)) || Follows(Label(ty, 0, 2), 0) {
				t.Errorf("%v of %d: how it ends", ty, n)
			}
		}
	}
	if _, ok := TypeOf(0); ok {
		t.Error("outside has a type")
	}
	if Follows(Label(Org, 0, 2), Label(Place, 1, 2)) {
		t.Error("a name changes its type within")
	}
}
