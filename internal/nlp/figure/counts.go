package figure

import "analyze/internal/doc"

// counted reads the noun phrase of a count.
func (r *reader) counted(q *quant, j int, joined bool) {
	switch {
	case r.low(j) == "of":
		r.countedOf(q, j)
		return
	case r.low(j) == "out" && r.low(j+1) == "of" && r.startsNumber(j+2):
		q.ofNext, q.bare = true, true
		return
	case r.fronted(q) && !(r.is(j, word) && r.ps[j].tag == doc.NNS):
		q.pronoun, q.bare = true, true
		return
	case r.magnitudeOf(q) || r.low(j) == "magnitude" && (joined || q.n.shape == decimals):
		q.f.Kind, q.f.Unit = doc.Measure, "magnitude"
		if r.low(j) == "magnitude" {
			q.last, q.end = j+1, j+1
		}
		return
	}
	if r.low(j) == "such" && j == q.n.last {
		j++
	}
	p, ok := r.nounPhrase(j)
	if k := r.behindBrackets(j); !ok && k > 0 && k < len(r.ps) && !r.ps[k].upper {
		if p, ok = r.nounPhrase(k); ok && !isNumberWord(r.low(p.head)) {
			q.ofNoun(p)
			q.f.Unit = r.unitOf(p)
			return
		}
		ok = false
	}
	if ok && p.first == p.head && r.low(q.first-1) == "of" && moneyVerbs[r.low(p.head)] && r.startsNumber(p.last) {
		ok = false // "the chorus of 72 costs $5.6 million"
	}
	if ok && (r.verbLike(q, p) || r.spanAgo(j) || r.timePhrase(p) || r.groupDoes(q, p)) {
		ok = false
	}
	switch {
	case !ok:
		q.bare = !r.casualties(q, j)
	case joined, r.unjoined(q, p):
		r.compoundNoun(q, p)
	case r.attributive(q, p):
		r.compoundNoun(q, np{p.first, p.last, p.head})
	case r.isProduct(q, p), r.numbersName(q, p):
		q.reason = "name"
	default:
		q.phrase, q.has = p, true
		q.last, q.end = p.last, p.last
		if !r.moneyPhrase(q) {
			q.f.Unit = r.unitOf(p)
		}
	}
}

// countedOf reads "of the men" behind a number.
func (r *reader) countedOf(q *quant, j int) {
	r.ofPhrase(q, j)
	q.bare = !q.has
	if q.n.sort == vagueNumber && q.has {
		r.vagueOf(q, j)
	} else if q.has && q.f.Unit == "" {
		q.f.Unit = r.unitOf(q.phrase)
	}
}

// moneyPhrase takes q for a sum where what it counts is money of a kind:
// "trillions of taxpayer dollars".
func (r *reader) moneyPhrase(q *quant) bool {
	code := ""
	switch h := r.low(q.phrase.head); h {
	case "dollars", "rupees":
		code = commonMoney[h]
	case "euros":
		code = "EUR"
	}
	if !q.has || code == "" || q.phrase.first == q.phrase.head {
		return false
	}
	q.f.Kind, q.f.Unit = doc.Money, code
	q.last, q.end, q.has = q.phrase.last, q.phrase.last, false
	return true
}

// fronted reports whether "of which" or "of whom" stands before the number and
// its bound: "of which perhaps 120 run".
func (r *reader) fronted(q *quant) bool {
	i := q.first
	if _, n := hedgesBefore.before(r.ps, i); n > 0 {
		i -= n
	}
	i = r.beforeFillers(i)
	if l := r.low(i); (l == "are" || l == "were") && r.low(i-1) == "there" {
		i -= 2 // "of which there are about 40"
	}
	return (r.low(i) == "which" || r.low(i) == "whom") && r.low(i-1) == "of"
}

// behindBrackets returns the piece behind "(10,000)" at j, as in "ten thousand
// (10,000) mangroves", 0 if there is none.
func (r *reader) behindBrackets(j int) int {
	if r.low(j) == ")" && r.low(j-2) == "(" && (r.is(j-3, digits) || isNumberWord(r.low(j-3))) {
		return j + 1
	}
	if r.low(j) == "(" && r.is(j+1, digits) && r.low(j+2) == ")" {
		return j + 3
	}
	return 0
}

// isProduct reports whether the number belongs to a name behind it: "787
// Dreamliner", "11 Pro".
func (r *reader) isProduct(q *quant, p np) bool {
	h := &r.ps[p.head]
	if !h.upper || h.tag != doc.NNP || isPlural(h.low) || isPeople(h.low) || persons[h.low] && !h.upper || !q.n.plainDigits() || r.heading {
		return false
	}
	if m := h.mention; m > 0 && r.d.Mentions[m-1].Type == doc.Group {
		return false
	}
	return q.n.val.Cmp(num(1)) > 0 && r.low(q.first-1) != "of"
}

// numbersName reports whether a small number between a capitalised word and a
// noun in the singular numbers the word: "HIV 2 drug regimen".
func (r *reader) numbersName(q *quant, p np) bool {
	i := q.n.first - 1
	if !q.n.plainDigits() || !q.n.between(2, 99) || q.first <= i || i < 1 || !r.is(i, word) || r.heading {
		return false
	}
	b, h := &r.ps[i], &r.ps[p.head]
	return b.upper && b.tag.IsNoun() && months[b.low] == 0 && !weekdays[b.low] && (b.mention == 0 || b.caps) && !isPlural(h.low) && !h.upper && !collective[h.low] && !isPersonWord(h.low)
}

// vagueOf reads "tens of thousands of dollars" and takes the noun of "dozens
// of men" into the span.
func (r *reader) vagueOf(q *quant, j int) {
	if c, n := r.moneyAt(j+1, &q.n); n > 0 {
		q.f.Kind, q.f.Unit, q.has = doc.Money, c, false
		q.last, q.end = j+1+n, j+1+n
		return
	}
	if u, n := r.measureAt(j+1, true); n > 0 {
		q.has = false
		r.setMeasure(q, u, j+1+n)
		return
	}
	if r.moneyPhrase(q) {
		return
	}
	q.f.Unit = r.unitOf(q.phrase)
	if q.phrase.first == j+1 {
		q.last, q.end = q.phrase.last, q.phrase.last
	}
}

// casualtyWords stand behind a number for people.
var casualtyWords = set("killed wounded injured dead missing displaced arrested detained captured hurt homeless unemployed hospitalised hospitalized infected trapped stranded strong")

// casualties reads "300 dead", "12 killed", "a 300-strong crowd".
func (r *reader) casualties(q *quant, j int) bool {
	low := r.low(j)
	if low == "aboard" || low == "on" && r.low(j+1) == "board" {
		q.f.Unit = "person"
		return true
	}
	if !casualtyWords[low] {
		return false
	}
	q.f.Unit = "person"
	if low == "dead" || low == "strong" || low == "missing" || low == "homeless" || low == "unemployed" || j > q.n.last {
		q.last, q.end = j+1, j+1
	}
	q.phrase, q.has = np{j, j + 1, j}, low != "strong"
	if l := r.low(j + 1); (l == "or" || l == "and") && casualtyWords[r.low(j+2)] {
		q.phrase.last = j + 3
	}
	return true
}

// compoundNoun reads "12-member panel", "five-man council": the span is the
// compound, its second part is counted.
func (r *reader) compoundNoun(q *quant, p np) {
	j := p.first
	q.last, q.end = j+1, j+1
	q.phrase, q.has = np{j, j + 1, j}, true
	low := r.low(j)
	q.f.Unit = r.unitOf(q.phrase)
	if low == "strong" {
		q.f.Unit = "person"
		if herds[singular(r.low(p.head))] {
			q.f.Unit = ""
		}
	}
	if (q.f.Unit != "person" || low == "strong") && p.last > j+1 {
		q.phrase = np{j + 1, p.last, p.head}
		if r.low(j+1) == "-" {
			q.phrase.first = min(j+2, p.head)
		}
	}
}

// herds are groups of what is no people: "a 40-strong fleet".
var herds = set("herd colony fleet flock swarm pack shoal convoy armada pride flotilla hive")

// unjoined reports whether p is a noun in the singular before another one, as
// "3 block radius" and "40 page report" are written without their hyphen.
func (r *reader) unjoined(q *quant, p np) bool {
	a, h := &r.ps[p.first], &r.ps[p.head]
	return p.head == p.first+1 && p.last == p.head+1 && q.n.sort == cardinal && q.n.val.Cmp(num(1)) > 0 && q.n.shape != grouped && isOne(q.n.scale) &&
		a.tag == doc.NN && h.tag == doc.NN && !a.upper && !h.upper && !isPlural(a.low) && !isPlural(h.low) && irregular[a.low] == "" && irregular[h.low] == "" && !collective[h.low] && !isPersonWord(h.low) && sized[h.low]
}

// sized are nouns whose size a number before another noun tells.
var sized = set("radius walk drive area distance plan report book document agreement programme program panel team house home building tent hotel apartment flat car train engine system course menu set pack process approach strategy framework model scale grid")
