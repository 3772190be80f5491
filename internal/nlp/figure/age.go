package figure

import "analyze/internal/doc"

// ages sees ages that no unit shows: "aged 35", "men under 35", a number
// between commas behind a person's name.
func (r *reader) ages(q *quant) {
	switch {
	case q.f.Kind == doc.Duration && q.f.Unit == "year":
		r.ageInYears(q)
	case q.f.Kind == doc.Duration && inYear[q.f.Unit] > 0:
		if l := r.low(q.first - 1); l == "aged" || l == "ages" || l == "age" && r.low(q.first-2) != "the" || r.ageGroup(q) {
			q.f.Kind = doc.Age
		}
	case q.f.Kind == doc.Count && q.bare && q.f.Per == "" && q.n.between(0, 120):
		r.ageBare(q)
	}
}

// ageInYears sees the years that are an age.
func (r *reader) ageInYears(q *quant) {
	if r.behindAge(q.first) {
		r.ageOf(q)
		return
	}
	l := r.low(q.first)
	if q.first < q.nfirst && (l == "older" || l == "younger") || r.aboutAge(q.first) || r.ageGroup(q) {
		q.f.Kind = doc.Age
	}
}

// ageBare sees the bare number that is an age.
func (r *reader) ageBare(q *quant) {
	switch {
	case q.n.between(14, 65) && r.low(q.end) == "for" && r.toServe(q.end+1):
		q.setAge() // "18-24 for voluntary military service"
	case r.groupAged(q):
		q.setAge()
		q.phrase, q.has = r.nounLeft(q.first - 1)
		q.of = true
	case r.personOf(q):
		q.setAge()
	case r.behindAge(q.first):
		r.ageOf(q)
	case r.expectancy(q.first):
		q.f.Kind, q.f.Unit, q.bare = doc.Duration, "year", false
	case r.personBound(q):
		q.setAge()
	case r.isBound(q):
		if r.boundOfPeople(q) {
			q.setAge()
		}
	case r.ageAt(q), r.ageWord(q), r.apposition(q), r.ageIs(q), r.aboutAge(q.first):
		q.setAge()
	}
}

// behindAge reports whether the words right before piece i tell of an age.
func (r *reader) behindAge(i int) bool {
	l := r.low(i - 2)
	switch r.low(i - 1) {
	case "age", "ages", "aged":
		return true
	case "of", "at":
		return l == "age"
	case "between":
		return l == "aged" || l == "ages"
	}
	return false
}

// personOf reads "teenagers of 16 or 17".
func (r *reader) personOf(q *quant) bool {
	l := r.low(q.first - 2)
	return r.low(q.first-1) == "of" && isPersonWord(l) && !collective[l] && !parents[l] && q.n.between(1, 110)
}

// underOver reports whether one word before q bounds an age.
func (q *quant) underOver() bool {
	return (q.bound == doc.LessThan || q.bound == doc.MoreThan) && q.first+1 == q.nfirst && q.n.between(1, 110)
}

// personBound reads "men under 35".
func (r *reader) personBound(q *quant) bool {
	return q.underOver() && (r.personBefore(q.first-1) || r.startsNumber(q.first-1) && r.peopleBefore(q.first))
}

// isBound reads "are under 35", whoever they are.
func (r *reader) isBound(q *quant) bool {
	return q.underOver() && r.isBefore(q.first-1) && r.ends(q.end)
}

// boundOfPeople reports whether those who are over or under q are people.
func (r *reader) boundOfPeople(q *quant) bool {
	p, ok := r.nearSubject(q.first)
	if !ok {
		return q.n.between(3, 90) && r.shareOfPeople(q.first) || q.n.between(3, 35) && r.peopleBefore(q.first)
	}
	if isPersonWord(r.low(p.head)) {
		return true
	}
	return (isNumberWord(r.low(p.head)) || r.countedAt(p.head)) && q.n.between(3, 90) && r.shareOfPeople(q.first)
}

// ageAt reads "at 19," in a clause about a person.
func (r *reader) ageAt(q *quant) bool {
	if r.low(q.first-1) != "at" || !r.is(q.end, sign) || !q.n.between(5, 100) {
		return false
	}
	before := r.low(q.first - 2)
	switch {
	case q.n.val.IsInt() && q.end == q.n.last && !levelWords[before] && !r.is(q.first-2, sign) && r.personClause(q.first):
		return true
	case !q.n.inWords || !q.n.between(5, 99):
		return false
	case livedVerbs[before]:
		return q.n.between(12, 99) // "to die at twenty"
	}
	return before == "," && r.personClause(q.first) // "in the spring, at seventeen,"
}

// ageWord reads "had married before 18" and "turned 18".
func (r *reader) ageWord(q *quant) bool {
	switch r.low(q.first - 1) {
	case "before":
		return q.n.between(5, 30) && q.n.val.IsInt() && r.ends(q.end) && r.personClause(q.first)
	case "turned":
		return q.n.between(1, 110)
	}
	return false
}

// ageIs reads "she was 35": a person is q, and no more is said.
func (r *reader) ageIs(q *quant) bool {
	be := r.low(q.first - 1)
	if be != "is" && be != "was" && be != "were" && be != "'s" || !q.n.between(1, 105) || !r.ends(q.end) {
		return false
	}
	i := r.beforeBracket(q.first - 2)
	if r.who(i) || be != "were" && r.ownPerson(q.first-2) {
		return true
	}
	return be == "is" && q.n.between(10, 99) && i == 0 && r.ps[0].tag == doc.NNP && r.ps[0].mention == 0
}

// groupAged reports whether a span of years or an age from which on stands
// right behind people in the plural: "men 18–35", "adults 65+".
func (r *reader) groupAged(q *quant) bool {
	if q.f.Kind != doc.Count || !q.bare || q.first != q.nfirst || !r.personBefore(q.first-1) || !r.pluralAt(q.first-1) || r.is(q.end, word) && r.low(q.end) == "of" {
		return false
	}
	if q.bound == doc.Range {
		return q.f.Low != nil && q.f.High != nil && q.f.High.Cmp(num(110)) <= 0 && q.f.High.Cmp(num(4)) > 0 && q.f.Low.IsInt()
	}
	return q.bound == doc.AtLeast && q.bounded && q.n.between(12, 100) && q.last > q.nlast
}

func (q *quant) setAge() {
	q.f.Kind, q.f.Unit, q.bare = doc.Age, "year", false
}

// ageOf sets an age and reads "over the age of" before it.
func (r *reader) ageOf(q *quant) {
	q.setAge()
	i := q.first - 2
	if r.low(i) == "the" {
		i--
	}
	if r.low(i) == "age" && r.low(i-1) == "the" {
		i -= 2
	}
	if b, ok := map[string]doc.Bound{"over": doc.MoreThan, "above": doc.MoreThan, "under": doc.LessThan, "below": doc.LessThan}[r.low(i)]; ok && !q.bounded {
		q.bound, q.bounded = b, true
	}
}

func (r *reader) personBefore(i int) bool {
	return r.is(i, word) && (isPersonWord(r.low(i)) || ofAnAge[r.low(i)] || r.low(i) == "them" && r.low(i-1) == "of" && r.peopleBefore(i))
}

var ofAnAge = set("those anyone everyone anybody everybody nobody somebody someone")

// peopleBefore reports whether "them" at i can be people: a figure before it
// in the sentence or the last sentences counts them.
func (r *reader) peopleBefore(i int) bool {
	for k := len(r.qs) - 1; k >= 0; k-- {
		if q := &r.qs[k]; q.first < i && q.f.Kind == doc.Count && !q.times {
			return q.f.Unit == "person" || q.bare
		}
	}
	return len(r.past) > 0 && r.past[len(r.past)-1].unit == "person"
}

// toServe reports whether words of service in arms stand at j.
func (r *reader) toServe(j int) bool {
	for k := j; k < j+6 && r.is(k, word); k++ {
		switch r.low(k) {
		case "service", "enlistment", "conscription", "military":
			return true
		}
	}
	return false
}

// shareOfPeople reports whether the figure before piece i in its sentence is a
// share of people: "two-thirds of patients were under 15".
func (r *reader) shareOfPeople(i int) bool {
	for k := len(r.qs) - 1; k >= 0; k-- {
		if q := &r.qs[k]; q.first < i {
			return (q.f.Kind == doc.Ratio || q.f.Kind == doc.Percent) && (q.has && r.unitOf(q.phrase) == "person" || q.pronoun && r.low(r.beforeFillers(q.first)) == "whom" || r.fronted(q) && r.low(r.beforeFillers(q.first)) == "whom")
		}
	}
	return false
}

// who reports whether the subject at i is one person.
func (r *reader) who(i int) bool {
	switch r.low(i) {
	case "he", "she", "who", "i":
		return true
	}
	return r.is(i, word) && r.ps[i].mention > 0 && r.d.Mentions[r.ps[i].mention-1].Type == doc.Person
}

func (r *reader) ends(j int) bool {
	if j >= len(r.ps) || r.ps[j].form == sign {
		return true
	}
	l := r.low(j)
	switch l {
	case "and", "when", "at", "but", "years", "so", "because", "while", "or", "then", "as", "if", "now", "today", "that", "and/or":
		return true
	}
	return false
}

// beforeBracket returns the piece before the bracket that ends at piece i, i
// where none does.
func (r *reader) beforeBracket(i int) int {
	if r.low(i) != ")" {
		return i
	}
	for j := i - 1; j > 0 && j > i-maxPhrase; j-- {
		if r.low(j) == "(" {
			return j - 1
		}
	}
	return i
}

// isBefore reports whether "are" or the like stands at piece i, an adverb of how
// many passed: "are mostly under 25".
func (r *reader) isBefore(i int) bool {
	if mostly[r.low(i)] {
		i--
	}
	return isBe[r.low(i)] && r.low(i) != "be" && r.low(i) != "been"
}

// livedVerbs are what people do at an age.
var livedVerbs = set("die died dies married retire retired retires graduated widowed orphaned enlisted emigrated")

var mostly = set("mostly mainly largely usually typically often still generally overwhelmingly predominantly all")

// personClause reports whether the clause before i speaks of he or she.
func (r *reader) personClause(i int) bool {
	for j := i - 1; j >= 0 && j > i-16; j-- {
		switch r.low(j) {
		case "he", "she", "his", "her", "son", "daughter", "boy", "girl", "man", "woman", "school", "married":
			return true
		case ";", ":":
			return false
		}
	}
	return false
}

// apposition reports whether q stands between commas behind a person's name.
func (r *reader) apposition(q *quant) bool {
	i := q.first - 1
	if r.low(i) != "," && r.low(i) != "(" || !q.n.plainDigits() || !q.n.between(5, 110) {
		return false
	}
	j := r.low(q.end)
	if j != "," && j != "." && j != ")" && q.end < len(r.ps) {
		return false
	}
	if l := r.low(i - 1); l == "male" || l == "female" {
		return true // "Casualty, male, 54"
	}
	if i > 0 && r.ps[i-1].mention > 0 {
		t := r.d.Mentions[r.ps[i-1].mention-1].Type
		if surname := i == 1 && t != doc.Place && j == "," && q.n.between(16, 99) && q.end+1 < len(r.ps) && (auxiliary[r.low(q.end+1)] || r.ps[q.end+1].tag == doc.VBD); surname {
			return true // "Maddox, 66, has"
		}
		if t != doc.Org || i > 1 {
			return t == doc.Person
		}
	}
	return i > 0 && r.low(i) == "," && (j == "," || j == "." && i > 1 && r.ps[i-2].tag == doc.PRPS) && q.n.between(10, 99) && r.onePerson(i-1)
}

// onePerson reports whether a single person ends at piece i: "the driver, 53,",
// or a surname that begins the sentence.
func (r *reader) onePerson(i int) bool {
	p := &r.ps[i]
	if p.form != word || r.pluralAt(i) {
		return false
	}
	if i == 0 {
		return p.upper && !p.caps && p.tag == doc.NNP && months[p.low] == 0 && !weekdays[p.low]
	}
	if !isPersonWord(p.low) || p.upper {
		return false
	}
	for j := i - 1; j >= 0 && j > i-4 && r.is(j, word); j-- {
		switch r.low(j) {
		case "the", "a", "an", "one", "another", "his", "her", "their", "whose":
			return true
		}
	}
	return false
}

// aboutAge reports whether the clause before i speaks of an age.
func (r *reader) aboutAge(i int) bool {
	for j := i - 1; j >= 0 && j > i-14; j-- {
		if j <= i-9 {
			if l := r.low(j - 1); r.low(j) == "age" && (l == "average" || l == "median" || l == "mean" || l == "minimum" || l == "maximum" || l == "voting" || l == "retirement" || l == "legal") {
				return true
			}
			continue
		}
		switch r.low(j) {
		case "age", "ages", "youngest", "oldest", "eldest":
			return true
		case ";", ".":
			return false
		}
	}
	return false
}

// parents before "of five" tell how many children they have.
var parents = set("mother father parent mum mom dad grandmother grandfather widow widower leader head")

// expectancy reports whether the clause before i speaks of how long people
// live.
func (r *reader) expectancy(i int) bool {
	for j := i - 1; j > 0 && j > i-12 && r.low(j) != ";"; j-- {
		if r.low(j) == "expectancy" && r.low(j-1) == "life" {
			return true
		}
	}
	return false
}

// kin are the nouns behind whose number the ages of each may stand.
var kin = set("son daughter child boy girl sibling grandchild grandson granddaughter brother sister kid nephew niece teenager student")

// agesOfKin sees the ages in "two sons, 12 and 14": as many bare numbers as
// there are children, between commas or in brackets.
func (r *reader) agesOfKin(i int) {
	q := &r.qs[i]
	if !q.has || q.f.Kind != doc.Count || !kin[singular(r.low(q.phrase.head))] || !q.n.between(2, 6) || i+1 >= len(r.qs) {
		return
	}
	if l := r.low(q.phrase.last); l != "," && l != "(" || r.qs[i+1].first != q.phrase.last+1 {
		return
	}
	n := i + 1
	for ; n < len(r.qs); n++ {
		b := &r.qs[n]
		if !b.bare || !b.n.plainDigits() && !b.n.inWords || !b.n.between(0, 30) || n > i+1 && b.first-r.qs[n-1].end > 2 {
			break
		}
	}
	if q.n.val.Cmp(num(int64(n-i-1))) != 0 {
		return
	}
	for k := i + 1; k < n; k++ {
		r.qs[k].setAge()
	}
}

// agesOfNext sees the first of "14 and 15 year olds": the unit stands behind
// the last.
func (r *reader) agesOfNext(i int) {
	q := &r.qs[i]
	if i+1 >= len(r.qs) || !q.bare || q.f.Kind != doc.Count || q.f.Per != "" || !q.n.between(0, 110) {
		return
	}
	b := &r.qs[i+1]
	if l := r.low(q.end); b.f.Kind == doc.Age && !b.n.val.Less(q.n.val) && b.first == q.end+1 && (l == "and" || l == "or") {
		q.setAge()
		q.phrase, q.has = b.phrase, b.has
	}
}

// ownPerson reports whether the word at i names one person after its owner:
// "my sister was 11".
func (r *reader) ownPerson(i int) bool {
	return r.is(i, word) && isPersonWord(r.low(i)) && !r.pluralAt(i) && !collective[r.low(i)] && i > 0 && r.ps[i-1].tag == doc.PRPS
}

// ageGroup reports whether the span of years in brackets tells how old those
// are who are named before it: "teenagers (13–17 years)".
func (r *reader) ageGroup(q *quant) bool {
	if q.bound != doc.Range && !q.bounded || r.low(q.first-1) != "(" || r.low(q.end) != ")" || q.n.val.Cmp(num(100)) > 0 {
		return false
	}
	reach := 4
	if q.bound != doc.Range || q.f.Unit != "year" {
		reach = 1 // "(up to 24 months)" may tell how long
	}
	for i := q.first - 2; i >= 0 && i > q.first-2-reach && r.is(i, word); i-- {
		if l := r.low(i); isPersonWord(l) || agedWords[l] {
			return true
		}
	}
	return false
}

// agedWords tell of people of an age without naming them.
var agedWords = set("youth adult adolescent teenage elderly infant child juvenile young old age ages aged")

// agesOf joins "aged 9 months to 12 years" into a, in the larger unit.
func (r *reader) agesOf(a, b *quant) bool {
	parts := inYear[a.f.Unit]
	if a.f.Kind != doc.Duration || b.f.Kind != doc.Duration && b.f.Kind != doc.Age || parts == 0 || b.f.Unit != "year" || b.first-a.end != 1 {
		return false
	}
	prev := r.low(a.first - 1)
	if prev == "between" || prev == "from" {
		prev = r.low(a.first - 2)
	}
	if l := r.low(a.end); l != "to" && l != "-" && l != "and" || prev != "aged" && prev != "ages" && b.f.Kind != doc.Age {
		return false
	}
	low, ok := quotient(a.n.val, num(parts))
	if !ok || low.Cmp(b.n.val) >= 0 {
		return false
	}
	high := b.n.val
	q := *b
	q.f.Kind, q.f.Low, q.f.High = doc.Age, &low, &high
	q.first, q.nfirst, q.n.first = a.first, a.nfirst, a.n.first
	q.bound, q.bounded, q.f.Norm = doc.Range, true, nil
	*a = q
	return true
}

// inYear is how many of a unit make a year.
var inYear = map[string]int64{"month": 12, "week": 52, "day": 365}

// agesOfEach sees the second age of "my brother was 19 and my cousin 22".
func (r *reader) agesOfEach(i int) {
	q := &r.qs[i]
	if i == 0 || !q.bare || q.f.Kind != doc.Count || !q.n.between(0, 110) || r.qs[i-1].f.Kind != doc.Age || q.first-r.qs[i-1].end > 5 || r.verbBetween(r.qs[i-1].end, q.first) {
		return
	}
	if p := q.first - 1; r.is(p, word) && (isPersonWord(r.low(p)) || kin[r.low(p)] || parents[r.low(p)]) && !r.pluralAt(p) {
		q.setAge()
	}
}
