package doc

import "testing"

func TestSpan(t *testing.T) {
	a := Span{3, 7}
	for _, c := range []struct {
		b                  Span
		contains, overlaps bool
	}{
		{Span{3, 7}, true, true}, {Span{4, 5}, true, true}, {Span{2, 5}, false, true}, {Span{7, 9}, false, false}, {Span{0, 3}, false, false},
	} {
		if a.Contains(c.b) != c.contains || a.Overlaps(c.b) != c.overlaps || c.b.Overlaps(a) != c.overlaps {
			t.Errorf("%v and %v: contains %v, overlaps %v", a, c.b, a.Contains(c.b), a.Overlaps(c.b))
		}
	}
}

// A sentence torn by a note is found in both its parts, and so are those that
// stand in the tear and behind it.
func TestSentenceAt(t *testing.T) {
	d := &Document{Sentences: []Sentence{
		{Span: Span{0, 10}},
		{Span: Span{11, 60}, Parts: []Span{{11, 20}, {50, 60}}},
		{Span: Span{61, 70}},
		{Span: Span{25, 30}},
		{Span: Span{31, 45}},
	}}
	for at, want := range map[int]int{0: 0, 9: 0, 10: -1, 11: 1, 19: 1, 22: -1, 25: 3, 31: 4, 44: 4, 47: -1, 50: 1, 59: 1, 61: 2, 69: 2, 70: -1, 99: -1} {
		if got := d.SentenceAt(at); got != want {
			t.Errorf("at %d: sentence %d, want %d", at, got, want)
		}
	}
}

func TestBlockAt(t *testing.T) {
	d := &Document{Blocks: []Block{{Span: Span{2, 5}}, {Span: Span{7, 9}}}}
	for at, want := range map[int]int{0: -1, 2: 0, 4: 0, 5: -1, 7: 1, 8: 1, 9: -1} {
		if got := d.BlockAt(at); got != want {
			t.Errorf("at %d: block %d, want %d", at, got, want)
		}
	}
}

func TestInRepeat(t *testing.T) {
	d := &Document{Repeats: []Repeat{{Span: Span{10, 40}}, {Span: Span{12, 15}}, {Span: Span{50, 60}}}}
	for s, want := range map[Span]bool{{10, 40}: true, {20, 30}: true, {13, 14}: true, {5, 12}: false, {39, 41}: false, {50, 51}: true, {60, 61}: false} {
		if got := d.InRepeat(s); got != want {
			t.Errorf("%v: %v, want %v", s, got, want)
		}
	}
}

func TestTags(t *testing.T) {
	for i := range Tag(numTags) {
		if i != TagNone && ParseTag(i.String()) != i {
			t.Errorf("tag %d prints %q, which reads %d", i, i, ParseTag(i.String()))
		}
	}
	if !NNPS.IsNoun() || VB.IsNoun() || !VBZ.IsVerb() || MD.IsVerb() || !JJS.IsAdjective() {
		t.Error("families of tags")
	}
}

func TestLayers(t *testing.T) {
	if got := (LayerBlocks | LayerClaims).String(); got != "blocks claims" {
		t.Errorf("got %q", got)
	}
}

func TestPlaceNames(t *testing.T) {
	c := &Claim{Places: []ClaimPlace{{Name: "France", Role: Origin}, {Name: "Iraq", Role: Location}, {Name: "Mali", Role: Origin}}}
	names, role := c.PlaceNames()
	if len(names) != 2 || names[0] != "France" || names[1] != "Mali" || role != Origin {
		t.Errorf("got %v %v", names, role)
	}
}
