package figure

import (
	"strings"

	"analyze/internal/doc"
)

// talking words before "about" make it a topic, not a bound.
var talking = set("talk talks talked talking ask asks asked know knows knew hear heard hears learn learned think thinks thought information question questions story stories book books complain complained argue argued concerned concern concerns worried worry report reports brag bragged wrote writes speak spoke read tell told details rumours rumors data evidence")

// lasting words before "over" keep it a bound of a duration.
var lasting = set("for lasted lasting lasts last took take takes taking been of after is was are were aged spent spend spanning spans serve served serving waited wait waiting takes and well just slightly little at ran runs run")

// hedgesFor reads the bounds before each quant. A bound further out wins over
// mere softness further in: "up to about 40".
func (r *reader) hedgesFor(q *quant) {
	for range 3 {
		h, n := hedgesBefore.before(r.ps, q.first)
		if further[r.low(q.first-1)] && n == 0 && !q.bounded {
			if h, n = hedgesBefore.before(r.ps, q.first-1); n > 0 && h.bound != doc.Exact {
				n++ // "at least another 20 years"
			} else {
				n = 0
			}
		}
		if n == 0 || r.notHedge(q, h, n) {
			return
		}
		if h.estimate {
			q.f.Estimate = true
		}
		if !q.bounded || q.bound == doc.Approx && h.bound != doc.Exact {
			q.bound, q.high = h.bound, h.high
		}
		q.bounded = true
		if agesBefore[h.word] && q.bare && q.f.Kind == doc.Count && q.n.between(1, 115) {
			q.setAge()
		}
		if h.verb {
			return
		}
		q.first -= n
		if r.low(q.first) == "just" {
			q.first++
			return
		}
	}
}

// further stand between a bound and its number.
var further = set("another further additional extra")

// notHedge reports whether the words of h mean something else here.
func (r *reader) notHedge(q *quant, h hedge, n int) bool {
	prev := r.low(q.first - n - 1)
	if (prev == "times" || prev == "twice") && r.low(q.first-n) == "as" {
		return true
	}
	switch h.word {
	case "up to":
		return movedUp[prev]
	case "about":
		return talking[prev] && q.f.Kind != doc.Percent
	case "over":
		if q.f.Kind == doc.Duration {
			return !lasting[prev]
		}
		return overturned[prev] || prev == "all" || prev == "control" || prev == "power" || prev == "victory"
	case "past":
		return determiners[prev] || prev == "over" || prev == "in" || q.f.Kind == doc.Duration && prev != "well"
	case "under", "above", "below", "beyond":
		return q.f.Kind == doc.Count && q.has && !q.of && q.n.val.Cmp(num(10)) < 0 && q.n.inWords && (q.f.Unit != "person" || isOne(q.n.val))
	case "near", "around":
		return h.word == "near" && q.f.Kind == doc.Count && q.has
	case "c.", "ca", "ca.":
		return r.ps[q.first-n].upper
	case "passed", "crossed", "crossed the":
		return r.low(q.first-n-1) == "never" || q.f.Kind != doc.Count && q.f.Kind != doc.Money && q.f.Kind != doc.Percent || q.has && !r.ps[q.phrase.head].tag.IsNoun() || q.has && q.f.Unit != "person" && r.low(q.first-1) == "passed" && !r.levelSubject(q.first-2)
	case "north of", "south of":
		return q.f.Kind != doc.Money && q.f.Kind != doc.Percent && !r.northOfCount(q, q.first-n)
	case "~":
		return r.glued(q.first) && r.glued(q.first-1) && r.is(q.first-2, digits)
	case "<", ">":
		return !r.glued(q.first) && q.f.Kind == doc.Count && q.bare
	case "estimated":
		return prev == "was" || prev == "were" || prev == "is" || prev == "are" || prev == "has" || prev == "have"
	case "better than", "as long as", "as large as":
		return q.f.Kind == doc.Count && q.n.val.Cmp(num(5)) < 0
	}
	return false
}

// overturned are verbs that "over" belongs to: "rolled over two miles from land".
var overturned = set("rolled rolling turned tipped flipped keeled toppled knocked handed carried boiled")

// movedUp before "up to" leave it a way and no bound: "ticked up to 4 percent".
var movedUp = set("added adds adding add ticked ticks ticking tick crept creeps creeping edged edges edging inched inches went go goes gone going moved moves moving shot pushed pushes pushing bumped nudged rounded ratcheted jumped jumps climbed climbs rose drove driving drifted revised scaled brought bringing brings back")

// northOfCount reports whether "north of" at piece i bounds a count: a large
// one, or one that a level stands before, and no way from a place.
func (r *reader) northOfCount(q *quant, i int) bool {
	if q.f.Kind != doc.Count || !q.n.between(20, 1e15) || r.unitAt(i-1) > 0 || directions[r.low(i-1)] || r.low(i-1) == "just" {
		return false
	}
	return q.has || q.n.shape == grouped || q.n.scale.Cmp(num(1)) > 0 || levelVerbs[r.low(i-1)] || collective[r.low(i-1)]
}

// levelSubject reports whether a number-like noun stands at or just before i.
func (r *reader) levelSubject(i int) bool {
	for j := i; j > i-4; j-- {
		switch r.low(j) {
		case "toll", "number", "total", "count", "figure", "figures", "tally", "population", "numbers":
			return true
		}
	}
	return false
}

// setBound fills low, high and value of f by its bound, for one number.
func (q *quant) setBound() {
	v := q.n.val
	f := &q.f
	f.Bound = q.bound
	if q.n.sort == vagueNumber {
		f.Vague = true
		f.Bound = doc.AtLeast
		low, ok := times(v, num(2))
		if ok {
			f.Low = &low
		}
		return
	}
	f.Value = &v
	switch q.bound {
	case doc.Exact, doc.Change:
		f.Low, f.High = &v, &v
	case doc.Approx:
		if q.high {
			f.High = &v
		}
	case doc.AtLeast, doc.MoreThan:
		f.Low = &v
	case doc.AtMost, doc.UpTo, doc.LessThan:
		f.High = &v
	}
}

// hedgeNow reads a bound that touches the number: "20-odd", "40+", "15 or
// more". It returns where reading goes on.
func (r *reader) hedgeNow(q *quant, j int) int {
	h, n := hedgesBehind.at(r.ps, j)
	if n == 0 {
		return j
	}
	switch first := r.low(j); {
	case (first == "and" || first == "or") && r.startsNumber(j+n):
		return j // "above 1000 and below 1500"
	case first == "-" && !(r.glued(j) && r.glued(j+1)):
		return j
	case first == "plus" && (determiners[r.low(j+1)] || r.is(j+1, digits) || r.moneyNext(j+1) || !r.is(j+1, word)):
		return j
	case first == "+" && (!r.glued(j) && (r.glued(j+1) || !r.is(j+1, word) || len(r.low(j+1)) < 2 || !r.is(j-1, digits)) || r.is(j+1, digits) && r.glued(j+1)):
		return j
	case first == "at" || first == "minimum" || first == "maximum" || first == "tops" || first == "give" || first == "approximately" || first == "approx.":
		return j
	}
	q.bound, q.bounded, q.high = h.bound, true, h.high
	q.last, q.end = j+n, j+n
	r.ageByHedge(q, h)
	return j + n
}

func (r *reader) moneyNext(j int) bool {
	return currencySigns[r.raw(j)] != ""
}

// ageByHedge takes "15 and older" for an age.
func (r *reader) ageByHedge(q *quant, h hedge) {
	if strings.HasSuffix(h.word, "older") || strings.HasSuffix(h.word, "younger") {
		q.f.Kind, q.f.Unit = doc.Age, "year"
	}
}

// agesBefore are the bounds before a bare number that make an age of it:
// "as young as 12".
var agesBefore = map[string]bool{"as young as": true, "as old as": true, "younger than": true, "older than": true}

// hedgeBehind reads a bound behind unit or noun: "300 people or more".
func (r *reader) hedgeBehind(q *quant, j int) {
	h, n := hedgesBehind.at(r.ps, j)
	if n == 0 || q.bounded || j == q.n.last {
		if q.bounded || j != q.n.last || n == 0 {
			return
		}
	}
	switch first := r.low(j); {
	case first == "plus", first == "+" && q.f.Kind == doc.Count, first == "-", first == "odd", first == "and" && q.f.Kind == doc.Count && !goingOn[r.low(j+1)]:
		return
	case (first == "at" || first == "and" || first == "or") && r.startsNumber(j+n):
		return
	case (first == "minimum" || first == "maximum") && r.is(j+n, word) && r.ps[j+n].tag.IsNoun():
		return
	case first == "at" && r.low(j+n-1) == "most" && r.is(j+n, word) && !r.stops(j+n) && (r.nounAt(j+n) || r.ps[j+n].tag.IsAdjective()):
		return // "for 150 kroner at most tourist offices"
	}
	q.bound, q.bounded, q.high = h.bound, true, h.high
	if q.end == j && !(r.low(j) == "," && r.startsNumber(j+n)) { // "give or take 100,000"
		q.last = max(q.last, j+n)
	}
	q.end = j + n
	r.ageByHedge(q, h)
}

// goingOn are what a number does behind "and" that is not at its end yet.
var goingOn = set("counting rising climbing")

func (r *reader) startsNumber(j int) bool {
	return r.is(j, digits) || r.is(j, word) && isNumberWord(r.low(j)) || r.moneyNext(j)
}
