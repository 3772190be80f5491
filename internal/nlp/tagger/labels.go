package tagger

// A label says what a token is: outside of any name, or the beginning, inside,
// last or only token (unit) of a name of a type.
type label = uint8

const (
	outside label = 0
	labels        = 1 + 4*types // how many there are

	begin, inside, last, unit = 0, 1, 2, 3
)

// labelOf returns the label for a token at one of the four parts of a name.
func labelOf(t Type, part int) label { return label(1 + 4*int(t) + part) }

func labelType(l label) Type { return Type((l - 1) / 4) }
func labelPart(l label) int  { return int(l-1) & 3 }

// closes tells whether a name may end with l, or none was open.
func closes(l label) bool { return l == outside || labelPart(l) >= last }

// opens tells whether l may follow what closes.
func opens(l label) bool {
	return l == outside || labelPart(l) == begin || labelPart(l) == unit
}

// ending and opening are closes and opens as tables.
var ending, opening = func() (e, o [labels]bool) {
	for l := range label(labels) {
		e[l], o[l] = closes(l), opens(l)
	}
	return e, o
}()

// follows tells whether label b may stand after a.
func follows(a, b label) bool {
	if closes(a) {
		return opens(b)
	}
	return b != outside && labelType(a) == labelType(b) && (labelPart(b) == inside || labelPart(b) == last)
}

// Label returns the label of token i of a name of n tokens, for training.
func Label(t Type, i, n int) uint8 {
	switch {
	case n == 1:
		return labelOf(t, unit)
	case i == 0:
		return labelOf(t, begin)
	case i == n-1:
		return labelOf(t, last)
	}
	return labelOf(t, inside)
}

// Follows tells whether label b may stand after a; outside, which is 0, stands
// before and after every sentence.
func Follows(a, b uint8) bool { return follows(a, b) }

// Joined tells whether b goes on the name that a is in.
func Joined(a, b uint8) bool { return !closes(a) && follows(a, b) }

// TypeOf returns the type of the name that a token labelled so is in; ok is
// false outside.
func TypeOf(l uint8) (t Type, ok bool) {
	if l == outside {
		return 0, false
	}
	return labelType(l), true
}
