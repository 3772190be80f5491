package claim

import (
	"slices"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// maxFocus bounds the text that may be about one country throughout, in bytes: in
// a longer one figures that name no place are of many things.
const maxFocus = 30_000

// land is the country that the document is about: the one that its home lies in, else
// that of most of what it names, its own money included; "" if there is none.
func (r *reader) land() string {
	if len(r.d.Text) > maxFocus {
		return ""
	}
	list, total, _ := r.countHomes("")
	for i := range list {
		list[i].weight += headWeight * list[i].head
		total += headWeight * list[i].head
	}
	list = slices.DeleteFunc(list, func(t homeCount) bool { return t.country == "" })
	slices.SortStableFunc(list, func(a, b homeCount) int { return b.weight - a.weight })
	if len(list) == 0 || !leads(list, total) {
		return ""
	}
	if e := gazetteer.Default().Country(list[0].country); e != nil {
		return e.Name
	}
	return ""
}

// leads reports whether the first of a list by weight is what a document is about,
// whose places weigh total: most of them, or a third if it stands in the head and weighs
// twice as much as the next.
func leads(list []homeCount, total int) bool {
	first, next := list[0], 0
	if len(list) > 1 {
		next = list[1].weight
	}
	if first.head == 0 {
		return first.weight > headWeight && 2*first.weight > total
	}
	return 2*first.weight > total || first.weight >= 2*next && 3*first.weight > total
}

// headWeight is how many mentions more one in the head of a document is worth.
const headWeight = 3

// currencies lists for each sum of money the country whose own money it is: the
// first two letters of a code of ISO 4217 are its country's. What is used all over
// the world tells of none.
func (r *reader) currencies() (codes []string) {
	for i := range r.d.Claims {
		switch c := &r.d.Claims[i]; {
		case c.Kind != doc.Money || len(c.Unit) != 3, c.Unit[0] == 'X':
		case c.Unit == "USD", c.Unit == "EUR", c.Unit == "GBP", c.Unit == "CHF":
		default:
			codes = append(codes, c.Unit[:2])
		}
	}
	return codes
}
