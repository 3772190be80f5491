package figure

import "analyze/internal/doc"

// fromCompound reads "two 1,600-megawatt reactors": behind the measure of each
// stands what is counted.
func (r *reader) fromCompound(i int) {
	q := &r.qs[i]
	if i+1 >= len(r.qs) {
		return
	}
	b := &r.qs[i+1]
	if b.first != q.end || !b.has || b.of || !r.pluralAt(b.phrase.head) || b.phrase.head < b.last {
		return
	}
	if r.low(b.n.last) != "-" && (b.f.Kind != doc.Measure || r.pluralAt(b.last-1)) { // "300 9 litre cases"
		return
	}
	q.f.Unit, q.bare = r.unitOf(b.phrase), false
	q.ofNoun(b.phrase)
}

// fromPredicate reads "512 were minors": the noun behind the verb is of the
// kind that is counted, if it is people.
func (r *reader) fromPredicate(i int) {
	q := &r.qs[i]
	if l := r.low(q.end); q.f.Unit != "" || l != "were" && l != "are" {
		return
	}
	j := q.end + 1
	for r.is(j, word) && r.ps[j].tag == doc.RB {
		j++
	}
	if p, ok := r.nounPhrase(j); ok && q.whole() && r.unitOf(p) == "person" && r.pluralAt(p.head) {
		q.ofPeople()
		r.samePeople(q)
	}
}

// fromConversion reads "2,380,000 ($21,972)": a bare number that the bracket
// behind it turns into another currency is a sum, of the money told before.
func (r *reader) fromConversion(i int) {
	q := &r.qs[i]
	if i+1 >= len(r.qs) || r.low(q.end) != "(" || r.qs[i+1].f.Kind != doc.Money || r.qs[i+1].first != q.end+1 || r.low(r.qs[i+1].end) != ")" || q.f.Kind != doc.Count {
		return
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		if b := &r.qs[j]; b.f.Kind == doc.Money && b.f.Unit != r.qs[i+1].f.Unit {
			q.f.Kind, q.f.Unit, q.bare = doc.Money, b.f.Unit, false
			return
		}
	}
}

// fromOrTwo reads "another pick or two".
func (r *reader) fromOrTwo(i int) {
	q := &r.qs[i]
	j := q.first - 2
	if r.low(j+1) != "or" || !r.is(j, word) || !r.nounAt(j) || r.low(j-1) != "a" && r.low(j-1) != "an" && r.low(j-1) != "another" || !q.n.between(2, 3) {
		return
	}
	if u, n := r.measureAt(j, true); n == 1 {
		q.f.Kind, q.f.Unit, q.unit, q.bare = doc.Measure, u.name, u, false
		if u.dim == "time" {
			q.f.Kind = doc.Duration
		}
		return
	}
	q.ofNoun(np{j, j + 1, j})
	q.bare = false
	q.f.Unit = r.unitOf(q.phrase)
}

// housing are verbs of places that hold people; what else they hold is named.
var housing = set("holds held hold holding seat seating accommodate accommodating housed housing")

// registers are lists that people are on.
var registers = set("rolls roll register registers payroll books waiting")

// holders are places that people are held in.
var holders = set("camp prison jail centre center shelter hostel hotel hospital barracks school dormitory stadium hall ship ferry bus train detention tent")

// peopleDo are verbs that vague numbers of people begin with: "Thousands fled".
var peopleDo = set("went fled came joined died marched protested left were are have had live lived gathered crossed perished turned returned stayed attended voted lost took remain remained")
