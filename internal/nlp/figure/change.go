package figure

import (
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// freely are the verbs of change that any quantity may follow without "by";
// the others take an object ("lost six nurses") and make a change only of
// percentages and the like.
var freely = set("rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing shrink shrank shrunk plunge plunged plunging tumble tumbled slump slumped sink sank sunk dip dipped slip slipped plummeted plummeting slid slide eased up down advanced swelled")

// transitive are verbs of change that also mean to bring forth: "grows 70
// percent of the cloves" is no change.
var transitive = set("grow grows grew grown growing raise raises raised drop drops dropped dropping")

// amountLike reports whether a figure is of a kind that a verb of change takes
// without "by".
func (q *quant) amountLike() bool {
	switch q.f.Kind {
	case doc.Percent, doc.ChangeKind:
		return true
	case doc.Ratio:
		return true
	}
	return q.f.Unit == "point" || q.f.Unit == "fold" || q.f.Unit == "notch"
}

// changes finds the figures that tell by how much something changed.
func (r *reader) changes() {
	for i := range r.qs {
		q := &r.qs[i]
		dir := q.verb
		if dir == "" && q.pairWith < 0 {
			dir = r.changeBefore(q)
		}
		if dir == "" {
			dir = r.changeBehind(q)
		}
		inBrackets := q.f.Kind == doc.Count && r.low(q.first-1) == "(" && r.low(q.end) == ")"
		if dir == "" && q.signed && (q.f.Kind == doc.Percent || inBrackets) && q.bound != doc.Range {
			dir = "increase"
			if q.n.val.IsNeg() {
				dir = "decrease"
				q.n.val = q.n.val.Neg()
			}
		}
		if dir == "" && i > 0 && r.sharesChange(&r.qs[i-1], q) {
			dir = r.qs[i-1].f.Direction
		}
		if dir != "" {
			q.setChange(dir)
		}
	}
}

func (q *quant) setChange(dir string) {
	q.f.Kind, q.f.Direction = doc.ChangeKind, dir
	if !q.bounded {
		q.bound = doc.Change
	}
	if q.times {
		q.f.Unit = "fold"
	}
}

// changeBefore returns the direction where words before q tell a change:
// "fell by", "dropped", "up", "a rise of".
func (r *reader) changeBefore(q *quant) string {
	if r.staysPut(q) {
		return ""
	}
	i := r.beforeFillers(q.first)
	switch low := r.low(i); low {
	case "":
		return ""
	case "off":
		if q.f.Kind == doc.Percent && offAfter[r.low(i-1)] {
			return "decrease" // "off 4 per cent from its peak"
		}
	case "by":
		return r.changeBy(i)
	case "up", "down":
		if r.particleOfVerb(q, i) || q.f.Kind == doc.Count && q.has && !q.amountLike() && r.ps[q.phrase.head].tag.IsNoun() && q.f.Unit == "person" {
			return ""
		}
		return changeParticles[low]
	case "in":
		if r.low(q.nfirst) == "half" && !q.of {
			return halving[r.low(i-1)]
		}
		return ""
	case "is", "was", "were", "are":
		if q.f.Kind == doc.Percent && !outcomes[r.low(i-1)] {
			return changeNouns[r.low(i-1)]
		}
		return ""
	case "of":
		return r.nounOfChange(q, r.low(i-1))
	}
	return r.changeVerb(q, i)
}

// offAfter are words after which "off" is no preposition.
var offAfter = set(", was is were are")

// outcomes are nouns of change that also mean what came of it.
var outcomes = set("growth loss losses")

// staysPut reports whether what stands in or behind q makes it no amount of
// change, whatever stands before it.
func (r *reader) staysPut(q *quant) bool {
	behind := r.low(q.end)
	if q.unit.dim == "length" && (awayFrom[behind] || directions[behind]) {
		return true // "sank 40 miles off the coast"
	}
	switch r.low(q.first) {
	case "past", "beyond", "above", "below":
		return true
	}
	// "births down 7 years in a row"
	return q.f.Kind == doc.Duration && (behind == "running" || behind == "straight" || behind == "in" && r.low(q.end+2) == "row")
}

// particleOfVerb reports whether "up" or "down" at i goes with the verb before
// it: "took up 300 places".
func (r *reader) particleOfVerb(q *quant, i int) bool {
	verb := r.low(i - 1)
	going := goingVerbs[verb]
	if r.tagAt(i-1).IsVerb() && !going && (!q.amountLike() || q.has && (q.of || q.f.Kind == doc.Ratio)) {
		return true
	}
	if particleVerbs[verb] && (!q.amountLike() || makingUp[verb]) && !(q.f.Kind == doc.Money && going) {
		return true
	}
	return q.f.Kind == doc.Age || r.low(q.first-1) == "a" && q.f.Kind == doc.Count
}

// thingsGained are nouns of change that before "of" and money or a count of
// things tell what there is of them.
var thingsGained = set("loss losses gain gains cut cuts addition shortfall")

// nounOfChange returns the direction of the noun before "of".
func (r *reader) nounOfChange(q *quant, noun string) string {
	if noun == "growth" || noun == "boost" || noun == "shortfall" || thingsGained[noun] && (q.f.Kind == doc.Money || q.f.Kind == doc.Count && q.has) {
		return ""
	}
	return changeNouns[noun]
}

// changeVerb returns the direction of the verb that ends at piece i, or before
// the adverb there.
func (r *reader) changeVerb(q *quant, i int) string {
	if q.f.Kind == doc.Duration && q.has && q.of {
		return ""
	}
	j := i + 1
	if r.is(i, word) && r.ps[i].tag == doc.RB {
		j = i
	}
	dir, n := changeVerbs.before(r.ps, j)
	if n == 0 || q.n.sort == everyNth {
		return ""
	}
	verb := r.low(j - 1)
	free := freely[verb]
	switch {
	case r.leavesOut(q, verb, j-n-1), q.f.Unit == "point" && q.n.inWords && strings.HasPrefix(verb, "rais"):
		return "" // "the member raises two points"
	case !free && q.f.Kind == doc.Ratio, (!free || transitive[verb]) && (q.has && q.of || r.low(q.end) == "of" && r.low(q.end+1) == "what"):
		return ""
	case !free && q.f.Kind == doc.Money:
		if r.low(q.end) == "to" && r.startsNumber(q.end+1) && n == 1 {
			return dir // "gained 10 sen to RM31.20"
		}
		return ""
	}
	if (q.amountLike() || free && (q.f.Kind != doc.Count || q.bare)) && !r.adjectival(j-n) {
		return dir
	}
	return ""
}

// leavesOut reports whether "dropped" goes on from what is counted before it, at
// the comma or "and" at piece i: "drew 100 villages, dropped four".
func (r *reader) leavesOut(q *quant, verb string, i int) bool {
	if verb != "dropped" || !q.n.inWords || !q.bare || q.f.Kind != doc.Count {
		return false
	}
	l := r.low(i)
	return (l == "," || l == "and") && r.beforeCounts(q.first)
}

// beforeCounts reports whether a count stands before piece i in the sentence.
func (r *reader) beforeCounts(i int) bool {
	for k := range min(len(r.qs), maxClause) {
		if b := &r.qs[k]; b.first < i && b.reason == "" && b.f.Kind == doc.Count && b.has && !b.times {
			return true
		}
	}
	return false
}

// halving are verbs of change before "in half".
var halving = map[string]string{"cut": "decrease", "cuts": "decrease", "cutting": "decrease", "slashed": "decrease", "slash": "decrease", "reduced": "decrease", "reduce": "decrease", "chopped": "decrease", "sliced": "decrease"}

// awayFrom behind a length tell where something is.
var awayFrom = set("off from away short outside inside into apart")

// adjectival reports whether the participle at i is a modifier: "a reduced 5
// percent rate".
func (r *reader) adjectival(i int) bool {
	return (r.low(i-1) == "a" || r.low(i-1) == "the") && i >= 0 && r.ps[i].tag != doc.NN
}

// makingUp before "up" tells a share, not a rise.
var makingUp = set("make makes made making take takes took taken sum sums add adds added eat ate use uses used")

// goingVerbs before "up" and "down" leave them words of change.
var goingVerbs = set("is are was were be been being 's 're went go goes gone going moved closed closes ended ends opened traded finished ticked edged inched stayed held remains remained sits stands stood shares rose fell")

// particleVerbs make "up 300" something else than a rise.
var particleVerbs = set("set make makes made making take takes took taken pick picked give gave given blow blew blown end ended round rounded put build built buy bought break broke broken split sum add adds added line sum sums summed hand handed lay laid shut shot close closed turn turned track hunt come came coming gobble gobbled eat ate hold held wind wound cover covered sign signed gear geared open opened call called bring brought grow grew stand lined write wrote")

// changeBy returns the direction of the verb or noun of change before "by" at
// i, its object between them.
func (r *reader) changeBy(i int) string {
	if t := r.tagAt(i - 1); i > 1 && (t == doc.VBN || t == doc.VBD) && (helping[r.low(i-1)] || raising[r.low(i-1)] && r.low(i-2) == ",") {
		return "" // "sales rose 4%, helped by three new stores"
	}
	for j := i; j > 0 && j > i-14; j-- {
		if l := r.low(j - 1); l == ";" || l == "," && j < i-6 || l == "-" && !r.glued(j-1) {
			return ""
		}
		if dir, n := changeVerbs.before(r.ps, j); n > 0 && !r.adjectival(j-n) {
			if gapBehind[r.low(j)] && j < i {
				return "" // "supply falls short of demand by 9 percent"
			}
			return dir
		}
		if m, ok := multiples[r.low(j-1)]; ok && j > i-2 {
			return m.direction
		}
		if d := changeNouns[r.low(j-1)]; d != "" && j > i-2 {
			return d
		}
		if l := r.low(j - 1); l == "up" || l == "down" {
			if !particleVerbs[r.low(j-2)] {
				return changeParticles[l]
			}
		}
	}
	return ""
}

// helping are participles before "by" and who or what did it.
var helping = set("helped driven led fuelled fueled caused offset followed joined accompanied aided supported backed hit met made built run owned staffed served")

// raising are such participles where they stand behind a comma, and verbs of
// change elsewhere.
var raising = set("boosted lifted")

// gapBehind are words behind a verb of change that make it tell how far two
// things are apart.
var gapBehind = set("short behind below outside")

// changeBehind returns the direction where words behind q tell a change: "5
// percent higher", "36 million more than", "a 60 percent drop".
func (r *reader) changeBehind(q *quant) string {
	if q.bound == doc.Range && q.f.Kind == doc.Age || q.f.Kind == doc.Age {
		return ""
	}
	j := q.end
	if l := r.low(j); q.n.sort == share && (l == "again" && r.low(j+1) == "as" || l == "as" && (r.low(j+2) == "again" || r.low(j+3) == "again")) {
		return "increase" // "half as many again"
	}
	if k := r.pastBracket(j); k > j && r.low(k+1) == "than" && changeBehind[r.low(k)] != "" {
		j = k // "£110 (8.1%) more than a year earlier"
	}
	if d := changeBehind[r.low(j)]; d != "" && !q.times {
		if r.comparing(q, j) {
			q.compared = true
			return d
		}
	}
	if d := changeParticles[r.low(j)]; d != "" && q.bare && q.f.Kind == doc.Count && r.low(j+1) == "on" && (determiners[r.low(j+2)] || timeAdjectives[r.low(j+2)] || r.skippedAt(j+2) == "year") {
		return d // "seven up on last time"
	}
	if d := changeParticles[r.low(j)]; d != "" && q.amountLike() && q.f.Kind != doc.Ratio && (r.low(j+1) == "on" || r.low(j+1) == "from" || upNow[r.low(j+1)] && q.f.Kind == doc.Percent && !q.has) {
		return d // "eight points up on 2017"
	}
	if q.f.Kind == doc.Count && !q.amountLike() || q.f.Kind == doc.Duration || q.f.Kind == doc.Ratio || q.times {
		return ""
	}
	k := j
	if q.has && !q.of && q.phrase.first <= j+1 {
		k = q.phrase.head
	} else if r.low(k) == "-" {
		k++
	}
	if q.unit.dim == "length" && r.low(q.n.last) == "-" && heights[r.low(k)] {
		return ""
	}
	if d := changeNouns[r.low(k)]; d != "" && k >= q.nlast && k-q.nlast <= 5 && (r.ps[k].tag.IsNoun() || k == q.phrase.head || r.ps[k].tag == doc.JJ) && r.low(k) != "raise" {
		return d
	}
	return ""
}

// upNow may follow "13 per cent up", which is a change then.
var upNow = set(". , ; ) in year since over after against versus compared while but at")

// pastBracket returns the piece behind the bracket that opens at j, j if there
// is none.
func (r *reader) pastBracket(j int) int {
	if r.low(j) != "(" {
		return j
	}
	for k := j + 1; k < j+8 && k < len(r.ps); k++ {
		if r.low(k) == ")" {
			return k + 1
		}
	}
	return j
}

// heights are nouns of change that behind a length are ways and walls: "a
// 40-metre drop".
var heights = set("climb drop fall dip ascent descent")

// comparing reports whether the comparative at j compares the amount q, and
// does not merely add ("500 more").
func (r *reader) comparing(q *quant, j int) bool {
	low, next := r.low(j), r.low(j+1)
	than := next == "than"
	for k := j + 1; !than && k < j+5 && k < len(r.ps) && r.is(k, word); k++ {
		than = r.low(k) == "than"
	}
	if q.n.sort == share && r.low(q.n.last-1) != "half" && (low == "more" || low == "fewer") && !than && (!q.has || !q.of) {
		p, ok := r.nounPhrase(j + 1)
		if !ok && r.is(j+1, word) && !r.stops(j+1) {
			p, ok = np{j + 1, j + 2, j + 1}, true
		}
		if ok {
			q.phrase, q.has = p, true
			return true // "a third more maize"
		}
	}
	switch low {
	case "more", "less", "fewer", "better", "worse", "longer", "shorter":
		if q.f.Kind == doc.Percent && q.has && !q.of && q.phrase.first == j && q.phrase.last > j+1 {
			q.phrase.first++ // "13% more children"
			return true
		}
		if q.f.Kind == doc.Duration && (low == "shorter" || low == "longer" || low == "less") && (r.closes(j+1) || r.is(j+1, sign)) {
			return true // "life is 7.8 years shorter"
		}
		return than || q.amountLike() && (q.f.Kind != doc.Ratio || low == "less") && q.f.Kind != doc.Ratio && !q.has
	case "above", "below":
		return (q.f.Unit == "percentage point" || q.f.Kind == doc.Percent || q.f.Unit == "basis point") && (r.is(j+1, word) || r.skippedAt(j+1) == "year")
	}
	return q.f.Kind != doc.Count || than || q.amountLike()
}

// sharesChange reports whether b goes on with the change that a tells: "56
// percent in Syria and 83 percent in Iraq".
func (r *reader) sharesChange(a, b *quant) bool {
	if a.f.Kind != doc.ChangeKind || a.f.Direction == "" || a.verb != "" || b.pairWith >= 0 || b.first-a.end > 12 || b.first < a.end {
		return false
	}
	if r.restates(a, b) {
		return true
	}
	if r.low(b.first-1) == "but" {
		return false // "1,900 more than last year, and all but 612 finished"
	}
	if b.bare && r.asideBy(a, b) {
		return false // "Norland (290: 34 fewer than last year), Sudland (360)"
	}
	same := b.f.Unit == a.f.Unit || a.f.Unit == "ratio" && b.f.Unit == "percent" && r.low(r.beforeFillers(b.first)) == "by" || b.bare && a.amountUnit() && b.n.val.Cmp(num(150)) < 0 || b.f.Unit == "percent" && a.f.Unit == "point"
	if !same || b.f.Kind == doc.Age {
		return false
	}
	joined := false
	for j := a.end; j < b.first; j++ {
		l := r.low(j)
		if l == ";" && r.low(r.beforeFillers(b.first)) == "by" {
			joined = true
			continue // "visits rose a third; sales by 47 per cent"
		}
		if t := r.ps[j].tag; t.IsVerb() && t != doc.VBG && t != doc.VBN && !b.bare || t == doc.MD || l == ";" || l == ":" || l == "." {
			return false
		}
		if j >= b.first-2 && (l == "to" || l == "from" || l == "at" || l == "of") {
			return false
		}
		joined = joined || l == "and" || l == "or" || l == "," || l == "while"
	}
	return joined
}

// restates reports whether b tells the change a once more as a share: "up $2
// million, or 4.5 percent", "lost 400 jobs (3 percent)".
func (r *reader) restates(a, b *quant) bool {
	if b.f.Kind != doc.Percent || b.has && b.of {
		return false
	}
	switch b.first - a.end {
	case 1:
		return r.low(a.end) == "or" || r.low(a.end) == "(" && r.low(b.end) == ")"
	case 2:
		return r.low(a.end) == "," && r.low(a.end+1) == "or"
	}
	return false
}

func (q *quant) amountUnit() bool { return q.f.Unit == "percent" || q.f.Unit == "percentage point" }

// multiplied adds the verbs that multiply ("doubled", "halved") and the words
// in -fold as figures of their own, each at its place.
func (r *reader) multiplied() {
	extra := r.extra[:0]
	for i := range r.ps {
		p := &r.ps[i]
		if p.form != word || !foldLike(p.low) {
			continue
		}
		if m, ok := multiples[p.low]; ok && r.multiplies(i) {
			extra = append(extra, r.foldAt(i, m.factor, m.direction))
		} else if v, ok := foldWords[p.low]; ok {
			extra = append(extra, r.foldAt(i, v, ""))
		} else if v, ok := timesWords[p.low]; ok && r.comparesWord(i+1) {
			q := r.foldAt(i, v, "")
			q.f.Kind, q.has, q.times = doc.Ratio, false, true
			extra = append(extra, q)
		}
	}
	r.extra = extra
	if len(extra) == 0 {
		return
	}
	merged := make([]quant, 0, len(r.qs)+len(extra))
	for _, q := range r.qs {
		for len(extra) > 0 && extra[0].first < q.first {
			merged, extra = append(merged, extra[0]), extra[1:]
		}
		merged = append(merged, q)
	}
	r.qs = append(merged, extra...)
}

// multiplies reports whether "doubled" at i tells a change.
func (r *reader) multiplies(i int) bool {
	next := r.low(i + 1)
	if low := r.low(i); !strings.HasSuffix(low, "d") {
		// The bare form is an adjective or a noun as often as not.
		prev := &r.ps[max(0, i-1)]
		infinitive := prev.low == "to" && !isPlural(next) || prev.tag == doc.MD || prev.tag == doc.RB && i > 1 && r.ps[i-2].tag == doc.MD
		if !infinitive && (r.ps[i].tag != doc.VBZ || !strings.HasSuffix(low, "s") || numberWords[low].class != noNumber) {
			return false
		}
	}
	return next != "as" && next != "over" && next != "down" && next != "up" && !r.adjectival(i)
}

// foldAt makes the quant of unit fold at piece i.
func (r *reader) foldAt(i int, factor decimal.Decimal, direction string) quant {
	q := quant{n: numeral{first: i, last: i + 1, val: factor, scale: num(1), inWords: true}, verb: direction}
	q.first, q.last, q.nfirst, q.nlast, q.end, q.pairWith = i, i+1, i, i+1, i+1, -1
	q.f = doc.Figure{Pair: -1, Table: -1, Row: -1, Column: -1, Kind: doc.ChangeKind, Unit: "fold"}
	if p, ok := r.nounPhrase(i + 1); ok && direction == "" {
		q.phrase, q.has = p, true
		if changeNouns[r.low(p.head)] != "" {
			q.last = p.head + 1
		}
	}
	return q
}
