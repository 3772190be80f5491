package nlp

import (
	"cmp"
	"slices"

	"analyze/internal/doc"
)

// rank is the order in which candidates are taken: power, with something for
// length, so that the longest name wins unless it is a guess.
func (c *cand) rank() int {
	words := c.last - c.first
	r := c.power + min(3*(words-1), 9)
	if words > 1 && c.power >= 62 {
		r += 10
	}
	return r
}

// choose takes candidates that do not overlap, the best first. The chosen ones
// are left in cands, in the order of tokens.
func (n *namer) choose() {
	n.merge()
	n.nest()
	slices.SortFunc(n.cands, func(a, b cand) int {
		return cmp.Or(b.rank()-a.rank(), (b.last-b.first)-(a.last-a.first), a.first-b.first, int(b.by)-int(a.by), int(a.typ)-int(b.typ))
	})
	n.taken = resized(n.taken, len(n.words))
	kept := n.cands[:0]
	for _, c := range n.cands {
		if c.power >= enough && n.untaken(c.first, c.last) {
			kept = append(kept, c)
			n.take(c, len(kept))
		}
	}
	n.cands = kept
	n.order()
}

// order sorts the chosen by their tokens and numbers the tokens anew.
func (n *namer) order() {
	slices.SortFunc(n.cands, func(a, b cand) int { return a.first - b.first })
	clear(n.taken)
	for i, c := range n.cands {
		n.take(c, i+1)
	}
}

func (n *namer) untaken(first, last int) bool {
	for i := first; i < last; i++ {
		if n.taken[i] != 0 {
			return false
		}
	}
	return true
}

func (n *namer) take(c cand, id int) {
	for i := c.first; i < c.last; i++ {
		n.taken[i] = int32(id)
	}
}

// merge makes one candidate of those that agree on words and type; agreement
// of different finders speaks for them.
func (n *namer) merge() {
	slices.SortFunc(n.cands, func(a, b cand) int {
		return cmp.Or(a.first-b.first, a.last-b.last, int(a.typ)-int(b.typ), b.power-a.power, int(b.by)-int(a.by))
	})
	kept := n.cands[:0]
	for _, c := range n.cands {
		if k := len(kept); k > 0 && kept[k-1].first == c.first && kept[k-1].last == c.last && kept[k-1].typ == c.typ {
			p := &kept[k-1]
			if p.by != c.by && p.power < 100 {
				p.power = min(p.power+8, 99)
			}
			if p.hit < 0 {
				p.hit = c.hit
			}
			if c.by > p.by {
				p.by = c.by
			}
			if c.form == doc.Adjective {
				p.form = c.form
			}
			p.title = max(p.title, c.title)
			continue
		}
		kept = append(kept, c)
	}
	n.cands = kept
}

// nest lets a longer candidate profit from what speaks for a shorter one within
// it: "Northwind Holding AS" from "Northwind Holding". Of another type that may
// be only within a listed name and one with the head of an organisation.
func (n *namer) nest() {
	for i := range n.cands {
		a := &n.cands[i]
		if a.power < 60 || a.last-a.first < 2 {
			continue
		}
		for k := i - 1; k >= 0 && n.cands[k].first > a.first-8; k-- {
			n.profit(a, &n.cands[k])
		}
		for k := i + 1; k < len(n.cands) && n.cands[k].first < a.last; k++ {
			n.profit(a, &n.cands[k])
		}
	}
}

func (n *namer) profit(a, b *cand) {
	if a.typ == doc.Person || b.power > 100 {
		return
	}
	sure := a.by == byGazetteer || a.typ == doc.Org && a.by == byRule && a.power >= 76
	if (b.typ == a.typ || sure) && a.first <= b.first && b.last <= a.last && b.last-b.first < a.last-a.first && b.power > a.power && b.by != byUser {
		a.power = b.power
	}
}
