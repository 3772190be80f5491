package figure

import "analyze/internal/doc"

// timesOf reports whether "three times" compares with the bare noun at j:
// "$656bn, three times official aid", "worth four times annual output".
func (r *reader) timesOf(q *quant, j int) bool {
	switch prev := r.low(q.first - 1); prev {
	case ",", "worth", "is", "are", "nearly", "almost", "about", "roughly", "over", "than", "at", "to":
	default:
		return false
	}
	p, ok := r.nounPhrase(j)
	return ok && !r.ps[j].upper && !r.timePhrase(p) && !timeNoun(singular(r.low(p.head))) && !isPersonWord(r.low(p.head)) && !r.pluralAt(p.head)
}

// speedNear reports whether a speed is spoken of around the pieces [i,j).
func (r *reader) speedNear(i, j int) bool {
	for k := max(0, i-10); k < min(len(r.ps), j+6); k++ {
		switch r.low(k) {
		case "wind", "winds", "gust", "gusts", "gusting", "speed", "speeds", "sailing", "sailed", "steaming", "making", "doing", "cruise", "cruising", "airspeed":
			return true
		}
	}
	return false
}

// spanAdjectives may stand between a number and a unit of time: "seven working
// days".
var spanAdjectives = set("business working trading consecutive successive straight calendar full whole long short solid additional further extra more school")

// attributive reports whether the number tells the size of one thing, a noun
// between them: "a 63 nation coalition", "the 500 page report".
func (r *reader) attributive(q *quant, p np) bool {
	if prev := r.low(q.first - 1); prev != "a" && prev != "an" && prev != "this" && prev != "that" && prev != "its" && prev != "the" {
		return false
	}
	if q.n.val.Cmp(num(1)) <= 0 || !q.n.val.IsInt() || p.head != p.first+1 || q.n.sort != cardinal || q.n.inWords && r.low(q.first-1) == "the" {
		return false
	}
	a, b := &r.ps[p.first], &r.ps[p.head]
	return a.tag == doc.NN && b.tag == doc.NN && !a.upper && !b.upper && !isPlural(a.low) && !isPlural(b.low) && !collective[a.low] && !uncounted[a.low]
}

// uncounted are nouns of stuff, which no number counts.
var uncounted = set("water oil gas food coal aid money power energy cash rice wheat steel land")

// groupDoes reports whether p is what a group of so many does: "a family of
// five needs".
func (r *reader) groupDoes(q *quant, p np) bool {
	return r.low(q.first-1) == "of" && groupsOf[r.low(q.first-2)] && groupVerbs[r.low(p.first)] && p.last == p.first+1
}

var groupsOf = set("family household group gang team party crew band couple")

var groupVerbs = set("needs lives works faces spends pays gets says runs uses takes makes costs earns eats shares sleeps")

// levelNouns are what an amount is so many times of.
var levelNouns = set("level average amount rate norm mean median target threshold limit capacity size price cost value salary wage income")

// comparesTimes reports whether "three times" before piece j compares amounts,
// and does not count occasions.
func (r *reader) comparesTimes(j int) bool {
	switch r.low(j) {
	case "as":
		return r.is(j+1, word) && (r.ps[j+1].tag.IsAdjective() || r.ps[j+1].tag == doc.RB || r.low(j+1) == "many" || r.low(j+1) == "much")
	case "those", "more", "higher", "larger", "greater", "bigger", "lower", "less", "fewer", "smaller", "faster", "what":
		return true
	case "that", "this":
		if !r.is(j+1, word) || r.ps[j+1].tag == doc.IN || r.ps[j+1].tag == doc.VBD || r.ps[j+1].tag == doc.VBN {
			return true
		}
	}
	return r.timesThing(j)
}

// timesThing reports whether what "three times" is measured against stands at
// j: "its share", "average earnings", "Norland's rate", and no time, person or
// occasion.
func (r *reader) timesThing(j int) bool {
	k := j
	for determiners[r.low(k)] && !perWords[r.low(k)] {
		k++
	}
	if l := r.low(k); k > j && (l == "overall" || l == "combined" || adverbRates[l] != "" || l == "annual") {
		k++
	}
	if k > j && (numberNouns[r.low(k)] || levelNouns[r.low(k)]) {
		return true
	}
	p, ok := r.nounPhrase(k)
	h := r.low(p.head)
	switch {
	case !ok, p.first != k, timeNoun(singular(h)), r.timePhrase(p), weekdays[h], seasons[h], adverbRates[r.low(k)] != "":
		return false
	case levelNouns[h]:
		return true
	case k == j: // without an article only a measure is meant
		owned := false
		for i := p.first; i < p.head; i++ {
			owned = owned || r.low(i) == "'s" || r.low(i) == "'"
		}
		return owned || !isPersonWord(h) && (!r.ps[j].upper || r.ps[j].caps)
	}
	return !isPersonWord(h) && !(r.predicate(p.last) && (r.low(j) == "that" || r.startsClause(j-2)))
}

// perWords make a rate of "three times a week".
var perWords = set("a an each every per any")

// smaller has for a unit the smaller one that may follow it in one amount, and
// how many of them make one.
var smaller = map[string]struct {
	unit  string
	parts int64
}{"year": {"month", 12}, "hour": {"minute", 60}, "minute": {"second", 60}, "foot": {"inch", 12}, "pound": {"ounce", 16}, "stone": {"pound", 14},
	"USD": {"cent", 100}, "EUR": {"cent", 100}, "AUD": {"cent", 100}, "CAD": {"cent", 100}, "GBP": {"penny", 100}, "GEL": {"tetri", 100}, "INR": {"paisa", 100}, "PLN": {"grosz", 100}, "RUB": {"kopeck", 100}, "KGS": {"tyiyn", 100}, "BGN": {"stotinka", 100}, "GHS": {"pesewa", 100}, "NGN": {"kobo", 100}, "ZMW": {"ngwee", 100}, "THB": {"satang", 100}}

// andSmaller reads "eleven years and six months", "5 feet 2 inches", "3
// dollars 50 cents" as one amount in the larger unit.
func (r *reader) andSmaller(q *quant) {
	s, ok := smaller[q.f.Unit]
	if !ok || !q.n.val.IsInt() || q.n.sort != cardinal || q.last != q.end {
		return
	}
	j := q.end
	if r.low(j) == "and" {
		j++
	}
	if j >= len(r.ps) || r.low(j) == "a" || r.low(j) == "an" {
		return
	}
	n, ok := r.numeral(j)
	if !ok || n.sort != cardinal || n.reason != "" || n.val.Cmp(num(s.parts)) >= 0 {
		return
	}
	u, m := r.measureAt(n.last, n.inWords)
	name := u.name
	if m == 0 {
		name, m = cents[r.low(n.last)], 1
	}
	if q.f.Kind == doc.Money && name == "" && n.between(10, 99) && n.val.IsInt() && r.closes(n.last) {
		name, m = s.unit, 0 // "15 dollars 50"
	}
	if q.f.Unit == "hour" && name == "" && !n.inWords && n.between(1, 59) && n.val.IsInt() && r.low(q.end) != "and" && (r.closes(n.last) || r.low(n.last) == "on" || r.low(n.last) == ",") {
		name, m = s.unit, 0 // "2 hours 10"
		u = unitNamed["minute"]
	}
	if r.low(n.last) == "in" && s.unit == "inch" && !(r.is(n.last+1, word) && !sizeWords[r.low(n.last+1)] && !stopWords[r.low(n.last+1)]) {
		name, m = "inch", 1
	}
	v, fits := quotient(n.val, num(s.parts))
	if name != s.unit || !fits {
		return
	}
	if back, ok := times(v, num(s.parts)); ok && back.Cmp(n.val) == 0 {
		q.n.val, _ = plus(q.n.val, v)
	} else if whole, ok := times(q.n.val, num(s.parts)); ok && u.dim == "time" {
		q.n.val, _ = plus(whole, n.val)
		q.larger = q.unit
		q.f.Unit, q.unit = u.name, u
	} else {
		q.n.val, _ = plus(q.n.val, v)
	}
	q.last, q.end, q.nlast = n.last+m, n.last+m, n.last+m
	q.swallow = 1
}
