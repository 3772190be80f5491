package figure

import (
	"sort"

	"analyze/internal/doc"
)

// confidence words stand behind the share that an interval is to hold with.
var confidence = set("ci c.i ui cri confidence credible uncertainty prediction")

// ofInterval reports whether q is the share in "95% CI" or "at the 95 per cent
// confidence level", which tells how sure an interval is and counts nothing.
func (r *reader) ofInterval(q *quant) bool {
	return q.f.Kind == doc.Percent && q.n.between(50, 100) && confidence[r.low(r.skipHyphen(q.last))]
}

// evenSplit reports whether numeral k is one side of "1:1", the way in which
// two groups are told apart and no ratio that was found.
func (r *reader) evenSplit(k int) string {
	n := &r.nums[k]
	if !isOne(n.val) || !n.plainDigits() || r.ratioNear(n.first) {
		return ""
	}
	if j := n.last; r.low(j) == ":" && r.low(j+1) == "1" && r.glued(j) && r.glued(j+1) && !(r.low(j+2) == ":" && r.glued(j+2)) {
		return "idiom"
	}
	if i := n.first - 1; r.low(i) == ":" && r.low(i-1) == "1" && r.glued(i) && r.glued(n.first) {
		return "idiom"
	}
	return ""
}

// emergency are the short numbers at which help, the police and the like are
// called.
var emergency = set("100 101 102 108 110 111 112 113 115 116 117 118 119 122 144 190 191 193 211 311 811 911 988 997 998 999 000 1122")

// phoning are verbs with such a number behind them, phoned are words that tell
// that it is a call.
var (
	phoning = set("phone phones phoned phoning ring rings rang ringing dial dials dialled dialed dialling dialing call calls called calling text texts texted texting via")
	phoned  = set("call calls caller callers phoned dialled dialed rang them emergency emergencies hotline helpline")
	desks   = set("operator operators dispatcher dispatchers dispatch caller callers hotline helpline line call emergency system centre center")
)

// isEmergency sees the short number that is called: "870 of the calls to 911",
// "phoned 112", "a 999 operator".
func (r *reader) isEmergency(k int) string {
	n := &r.nums[k]
	if l := r.low(n.first); (l == "911" || l == "999") && (r.low(n.last) == "call" || r.low(n.last) == "calls") {
		return "phone"
	}
	if n.inWords || !emergency[r.low(n.first)] || n.last != n.first+1 || r.countNoun(n.last) {
		return ""
	}
	prev := r.low(n.first - 1)
	switch {
	case phoning[prev], k > 0 && r.nums[k-1].reason == "phone" && joins[prev] && r.nums[k-1].last == n.first-1:
		return "phone"
	case prev == "to" && phoned[r.low(n.first-2)] && r.callsNear(n.first):
		return "phone"
	case prev == "," && r.low(n.last) == "," && (r.low(n.first-2) == "line" || r.low(n.first-2) == "number" || r.low(n.first-2) == "hotline" || r.low(n.first-2) == "helpline"):
		return "phone"
	case determiners[prev] && desks[r.low(n.last)] && !r.glued(n.last):
		return "phone"
	}
	return ""
}

// callsNear reports whether calls are spoken of before piece i.
func (r *reader) callsNear(i int) bool {
	for j := i - 1; j >= 0 && j > i-16; j-- {
		if l := r.low(j); l != "them" && phoned[l] {
			return true
		}
	}
	return false
}

// magnitudeOf reports whether q is the magnitude of a tremor, a number without
// a noun: "of magnitude 6.1", "a magnitude of 6.1".
func (r *reader) magnitudeOf(q *quant) bool {
	i := q.nfirst - 1
	for r.low(i) == "of" || r.low(i) == "up" || r.low(i) == "to" || r.low(i) == "at" || r.low(i) == "-" || r.low(i) == "was" || r.low(i) == "about" {
		i--
	}
	if tremors[r.low(i)] && r.low(i+1) == "of" && q.n.shape == decimals && q.n.val.Cmp(num(10)) < 0 {
		return true // "aftershocks of up to 5.1"
	}
	return r.low(i) == "magnitude" && q.n.val.Cmp(num(11)) < 0 && !r.ps[q.nfirst].caps
}

// tremors are told by their magnitude.
var tremors = set("quake quakes earthquake earthquakes tremor tremors aftershock aftershocks shock shocks temblor")

// meterWords are devices that measure, by what they measure or how they are
// paid.
var meterWords = set("smart prepaid prepayment parking water gas electricity electric power energy utility flow heat revenue unread faulty bypassed tampered digital household glucose light domestic")

// fitted are verbs of what is done to a device.
var fitted = set("install installs installed installing fit fits fitted fitting replace replaces replaced replacing procure procured repaired tampered bypassed calibrated distributed delivered rolled read")

// isDevice reports whether the "meters" at j are devices and no lengths: they
// are told by what they measure, or were fitted.
func (r *reader) isDevice(j int) bool {
	if meterWords[r.low(j-1)] || r.low(j-1) == "-" && meterWords[r.low(j-2)] {
		return true
	}
	if r.low(j+1) == "per" && !r.is(j+2, digits) && timeUnits[r.low(j+2)] == "" || r.low(j+1) == "of" {
		return r.low(j+1) == "per"
	}
	for i := j - 2; i >= 0 && i > j-8; i-- {
		if fitted[r.low(i)] {
			return !sizeWords[r.low(j+1)] || r.low(j+1) == "in" || r.low(j+1) == "and"
		}
	}
	i := j + 1
	for auxiliary[r.low(i)] {
		i++
	}
	return i > j+1 && fitted[r.low(i)]
}

// shareBefore reports whether a percentage ends before piece i, so that what
// follows "above" there is what it is compared with: "9 per cent above 2016".
func (r *reader) shareBefore(i int) bool {
	switch r.low(i - 1) {
	case "%", "percent", "pct", "cent", "points", "point", "level", "levels":
		return true
	}
	return false
}

// skippedAt returns the reason of the numeral that begins at piece j, "" where
// there is none or it may be a figure.
func (r *reader) skippedAt(j int) string {
	if !r.is(j, digits) {
		return ""
	}
	k := sort.Search(len(r.nums), func(k int) bool { return r.nums[k].first >= j })
	if k == len(r.nums) || r.nums[k].first != j {
		return ""
	}
	return r.nums[k].reason
}

// ofWhom reports whether quant i is a part of people while people are counted
// before it: "2 million live in 9 provinces, 300,000 of whom".
func (r *reader) ofWhom(i int) bool {
	q := &r.qs[i]
	if r.low(q.n.last) != "of" || r.low(q.n.last+1) != "whom" {
		if !r.fronted(q) || r.low(r.beforeFillers(q.first)) != "whom" {
			return false
		}
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		if r.qs[j].f.Unit == "person" {
			return true
		}
	}
	return false
}

// rowOfShares reports whether bare q and a, the one before b, are shares like
// b, whose sign stands for all: "27 and 14 per cent".
func (r *reader) rowOfShares(q, a, b *quant) bool {
	l := r.low(a.end)
	return b.f.Kind == doc.Percent && b.reason == "" && b.first == b.nfirst && b.first == a.end+1 && (l == "and" || l == "or") && a.bare && q.f.Per == "" && q.n.val.Cmp(num(100)) <= 0 && q.n.sort == cardinal && q.n.inWords == b.n.inWords && r.low(q.first-1) != "of"
}

// dealing are verbs with the level of a price or rate of exchange behind "at".
var dealing = set("traded trades trading trade closed closes closing close opened opens opening open quoted fetched changed stood stands settled settles ended ends finished finishes fixed bought sold")

// quoted reports whether bare quant i is a level at which something deals, or
// is compared with one: behind "lost 3 per cent" that is no percentage.
func (r *reader) quoted(i int) bool {
	q := &r.qs[i]
	if i > 0 && r.qs[i-1].f.Unit == "" && r.qs[i-1].f.Kind == doc.Count && r.qs[i-1].reason == "" {
		if prev := r.low(q.first - 1); prev == "with" || prev == "from" || prev == "against" || prev == "to" || prev == "and" {
			return true
		}
	}
	return r.low(q.first-1) == "at" && q.n.shape == decimals && dealing[r.low(r.verbBefore(q.first))]
}

// spanAgo reports whether a number of months or years and a word that looks
// back stand at j: "against 254 twelve months before".
func (r *reader) spanAgo(j int) bool {
	w := numberWords[r.low(j)]
	return (w.class == small || w.class == ten || r.low(j) == "a") && timeUnits[r.low(j+1)] != "" && anchorBehind[r.low(j+2)]
}

// fromShare reports whether bare q behind "from" at j is what the share a came
// from: "to 84 per cent from 86".
func (r *reader) fromShare(q, a *quant, j int) bool {
	if a.reason != "" || a.f.Kind != doc.Percent || q.n.val.Cmp(num(100)) > 0 || j-a.end > 1 || r.countNoun(q.end) {
		return false
	}
	l := r.low(a.end)
	return j == a.end || l == "," || l == "up" || l == "down"
}
