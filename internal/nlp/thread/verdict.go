package thread

import (
	"fmt"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"

	"github.com/govalues/decimal"
)

// maxPairs bounds how far apart in the order of time two claims of a long
// thread may stand to be compared.
const maxPairs = 24

// pairs judges the claims two by two.
func pairs(claims []*Record, src []int) []doc.Pair {
	var out []doc.Pair
	for i, a := range claims {
		for j := i + 1; j < len(claims) && j <= i+maxPairs; j++ {
			b := claims[j]
			if a.DuplicateOf == b.ID || b.DuplicateOf == a.ID || a.DuplicateOf != "" && a.DuplicateOf == b.DuplicateOf {
				continue
			}
			if a.besides(b) && src[i] == src[j] && !a.PairedWith(b) {
				continue
			}
			rel, why := judge(a, b, src[i] == src[j])
			out = append(out, doc.Pair{A: a.ID, B: b.ID, Relation: rel, Reason: why})
		}
	}
	return out
}

// judge compares two claims about the same thing.
func judge(a, b *Record, sameSource bool) (relation, reason string) {
	if a.Stage != b.Stage && alikeNumbers(a, b) {
		return "agree", fmt.Sprintf("Both name %s, which %s and %s.", b.words(), stagePhrases[a.Stage], stagePhrases[b.Stage])
	}
	if a.Stage != b.Stage {
		return "differs", fmt.Sprintf("Not to be held against each other: %s %s, %s %s.", a.words(), stagePhrases[a.Stage], b.words(), stagePhrases[b.Stage])
	}
	meets := meet(a.interval(), b.interval()) || a.rounds(b) || b.rounds(a)
	if a.PairedWith(b) {
		return "update", fmt.Sprintf("A later figure for a changing quantity: %s, then %s.", a.words(), b.words())
	}
	if a.risesTo(b) {
		return "update", fmt.Sprintf("A %s that rose from report to report: %s, then %s.", a.tollWord(), a.words(), b.words())
	}
	if a.fallsTo(b) {
		return "update", fmt.Sprintf("A %s that a later report tells lower: %s, then %s.", a.tollWord(), a.words(), b.words())
	}
	undated := a.Time == "" || b.Time == ""
	same := sameTime(a, b)
	switch {
	case meets && (same && !undated || alike(a.Named(), b.Named())):
		return "agree", a.fits(b)
	case same && !meets && sameSource:
		return "conflict", fmt.Sprintf("The same source is quoted as %s and as %s.", a.words(), b.words())
	case same && !meets:
		return "conflict", fmt.Sprintf("%so figure fits both “%s” and “%s”%s.", forTime(a, b), a.words(), b.words(), dateless(a, b))
	case undated:
		return "update", fmt.Sprintf("Two figures for a changing quantity: %s, and %s%s.", a.words(), b.words(), dateless(a, b))
	}
	return "update", fmt.Sprintf("A later figure for a changing quantity: %s, then %s.", a.words(), b.words())
}

// fits says why two figures can both be right.
func (r *Record) fits(s *Record) string {
	x, y := r.interval(), s.interval()
	if meet(x, y) {
		if room := r.span(x.shared(y)); room != "" {
			return "Both can be right: both leave room for " + room + "."
		}
		return "Both can be right."
	}
	if s.rounds(r) {
		r, s = s, r
	}
	return "Both can be right: " + s.number(s.Value) + " is told in round numbers as " + r.number(r.Value) + "."
}

// rounds reports whether r is s told with fewer digits: 55 percent for 55.4,
// 7.7 million for 7,725,000, or 22,000 for 22,417. A single digit says too little
// unless the two are nearly the same.
func (r *Record) rounds(s *Record) bool {
	if !r.exact() || !s.exact() || r.Unit != s.Unit || r.Value.Equal(*s.Value) {
		return false
	}
	exp, ok := r.lastDigit()
	if !ok {
		return false
	}
	n, err := s.Value.Quo(powerOfTen(exp))
	if err != nil {
		return false
	}
	m, err := n.Round(0).Mul(powerOfTen(exp))
	return err == nil && m.Equal(*r.Value)
}

// exact reports whether r names one number without a bound.
func (r *Record) exact() bool {
	return r.Value != nil && (r.Bound == doc.Exact || r.Bound == doc.Change && r.Kind == doc.ChangeKind)
}

// minRound is how many zeros end a number that may stand for its neighbours.
const minRound = 3

// lastDigit is the power of ten of the last digit that r tells; ok is false where
// it tells all digits, or but one of many.
func (r *Record) lastDigit() (exp int, ok bool) {
	if r.Unit == "percent" {
		return -r.Value.Trim(0).Scale(), true
	}
	number, scale, _ := strings.Cut(r.Text, " ")
	for _, w := range [...]struct {
		word string
		exp  int
	}{{"million", 6}, {"billion", 9}, {"trillion", 12}} {
		if strings.HasPrefix(scale, w.word) {
			number = strings.TrimLeft(number, "$€£¥₦₹")
			_, decimals, _ := strings.Cut(number, ".")
			return w.exp - len(decimals), len(strings.Trim(number, ".")) > 1
		}
	}
	digits := r.Value.Abs().Trim(0).String()
	zeros := len(digits) - len(strings.TrimRight(digits, "0"))
	return zeros, r.Value.IsInt() && zeros >= minRound && (len(digits)-zeros > 1 || strings.HasPrefix(strings.ToLower(r.Text), "half a "))
}

func powerOfTen(exp int) decimal.Decimal {
	if exp < 0 {
		return decimal.MustNew(1, -exp)
	}
	n := int64(1)
	for range exp {
		n *= 10
	}
	return decimal.MustNew(n, 0)
}

// risesTo reports whether s is a higher toll of one event that a later document
// tells.
func (r *Record) risesTo(s *Record) bool {
	x, y := r.Named(), s.Named()
	if !r.tolls() || !s.tolls() || x == nil || y == nil || !x.Less(*y) {
		return false
	}
	a, b := r.toldOn(), s.toldOn()
	return r.climbsTo(s) || a.Known() && b.Known() && a.Compare(b) < 0
}

// tollWord is what a number is called that grows from report to report.
func (r *Record) tollWord() string {
	if r.Concept == "case" {
		return "count"
	}
	return "toll"
}

// toldOn is the day on which a document tells r: its own, else, and of cases, what r
// speaks of.
func (r *Record) toldOn() timex.Day {
	if d := timex.ParseDay(r.Date); d.Known() && r.Concept != "case" {
		return d
	}
	return r.asOf()
}

// fallsTo reports whether s is a lower toll of one event that a document some days
// later tells.
func (r *Record) fallsTo(s *Record) bool {
	x, y := r.Named(), s.Named()
	a, b := r.toldOn(), s.toldOn()
	return r.tolls() && s.tolls() && (r.Concept != "case" || since(r) && since(s)) && !meet(r.interval(), s.interval()) && x != nil && y != nil && y.Less(*x) && a.Known() && b.Known() && b.Number()-a.Number() > maxApart
}

var stagePhrases = map[string]string{"": "is told as a fact", "planned": "was planned", "forecast": "was foreseen", "wanted": "was asked for", "feared": "was feared"}

// dateless says which of two claims gives no date.
func dateless(a, b *Record) string {
	switch {
	case a.Time == "" && b.Time == "":
		return "; neither gives a date"
	case a.Time == "" || b.Time == "":
		return "; one gives no date"
	}
	return ""
}

// besides reports whether two claims stand in one sentence: who says both there
// speaks of two things.
func (r *Record) besides(s *Record) bool {
	return r.Doc == s.Doc && r.Sentence == s.Sentence && !r.Table
}

// PairedWith reports whether two claims are the states of one thing before and
// after.
func (r *Record) PairedWith(s *Record) bool {
	return r.Pair != "" && r.Pair == s.ID || s.Pair != "" && s.Pair == r.ID
}

func alikeNumbers(a, b *Record) bool {
	x, y := a.Named(), b.Named()
	return x != nil && y != nil && x.Equal(*y)
}

// alike reports whether two numbers differ by no more than a twentieth.
func alike(a, b *decimal.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	diff, err := a.SubAbs(*b)
	if err != nil {
		return false
	}
	room, err := a.Abs().Mul(decimal.MustNew(5, 2))
	return err == nil && !room.Less(diff)
}

// An interval is what a claim leaves room for; nil is open.
type interval struct{ low, high *decimal.Decimal }

// interval is what r asserts; an approximate number is taken to leave room for
// a tenth to both sides.
func (r *Record) interval() interval {
	if r.Bound == doc.Approx && r.Value != nil {
		tenth, err := r.Value.Mul(decimal.MustNew(1, 1))
		if err == nil {
			tenth = tenth.Abs()
			low, err1 := r.Value.Sub(tenth)
			high, err2 := r.Value.Add(tenth)
			if r.High != nil {
				high = *r.High
			}
			if err1 == nil && err2 == nil {
				return interval{&low, &high}
			}
		}
	}
	return interval{r.Low, r.High}
}

// meet reports whether two intervals share a number; ends that only touch do.
func meet(a, b interval) bool {
	return !below(a.high, b.low) && !below(b.high, a.low)
}

func below(high, low *decimal.Decimal) bool {
	return high != nil && low != nil && high.Less(*low)
}

// sameTime reports whether two claims speak of the same time, as far as both
// say: equal years, and months where both give them. What gives no date is taken
// to be of the month in which its document appeared; in one document it speaks of
// the same time as what is dated to about then.
func sameTime(a, b *Record) bool {
	if a.Time == "" || b.Time == "" {
		if a.Doc == b.Doc {
			return a.Time == b.Time || a.current() && b.current() || a.answers(b)
		}
		da, db := a.asOf(), b.asOf()
		return da.Known() && db.Known() && da.Year == db.Year && da.Month == db.Month && da.Month != 0
	}
	da, db := a.asOf(), b.asOf()
	if !da.Known() || !db.Known() {
		return true
	}
	if strings.Contains(a.Time, "..") || strings.Contains(b.Time, "..") {
		return da.Year == db.Year
	}
	if a.Time == b.Time {
		return true
	}
	if da.Date > 0 && db.Date > 0 && abs(da.Number()-db.Number()) > maxApart {
		return false
	}
	return da.Year == db.Year && (da.Month == 0 || db.Month == 0 || da.Month == db.Month)
}

// answers reports whether two claims of a document stand side by side and are
// told by two who are named: the one is held against the other.
func (r *Record) answers(s *Record) bool {
	return r.Source != "" && s.Source != "" && r.SourceKey() != s.SourceKey() && abs(r.Sentence-s.Sentence) <= 2 && !r.Table && !s.Table &&
		!r.within(s)
}

// current reports whether r speaks of the time when its document was written: it
// gives no date, or one of the two months before.
func (r *Record) current() bool {
	told, written := r.asOf(), timex.ParseDay(r.Date)
	return r.Time == "" || written.Known() && abs(written.Number()-told.Number()) <= maxGap
}

// maxApart is how many days two dated counts of one state may lie apart.
const maxApart = 3

// forTime begins "no figure" with the year that both claims speak of, if both say
// so.
func forTime(a, b *Record) string {
	if a.Time != "" && b.Time != "" {
		if y := a.asOf().Year; y != 0 {
			return "For " + strconv.Itoa(y) + ", n"
		}
	}
	return "N"
}

// shared is what two intervals leave room for together; low lies above high where that
// is nothing.
func (a interval) shared(b interval) interval {
	if a.low == nil || b.low != nil && a.low.Less(*b.low) {
		a.low = b.low
	}
	if a.high == nil || b.high != nil && b.high.Less(*a.high) {
		a.high = b.high
	}
	return a
}

// span writes an interval of numbers like those of r; "" where both ends are open.
func (r *Record) span(i interval) string {
	switch {
	case i.low == nil && i.high == nil:
		return ""
	case i.low == nil:
		return "up to " + r.number(i.high)
	case i.high == nil:
		return r.number(i.low) + " or more"
	case i.low.Equal(*i.high):
		return r.number(i.low)
	}
	return r.number(i.low) + " to " + r.number(i.high)
}

// number writes n with thousands marked, and its sign where it is a share.
func (r *Record) number(n *decimal.Decimal) string {
	scale := 2
	if r.Unit == "percent" {
		scale = 1
	} else if r.Kind == doc.Count && !r.fractional() {
		scale = 0
	}
	s := n.Round(scale).Trim(0).String()
	whole, frac, dot := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		whole += "." + frac
	}
	switch {
	case r.Unit == "percent":
		whole += "%"
	case r.Kind == doc.Money && len(r.Unit) == 3:
		sign = r.Unit + " " + sign
	}
	return sign + whole
}

// Plain writes n as a count, with thousands marked.
func Plain(n decimal.Decimal) string {
	r := Record{Kind: doc.Count, Value: &n}
	return r.number(&n)
}

// fractional reports whether r counts in less than whole things: 2.5 per thousand.
func (r *Record) fractional() bool {
	for _, n := range []*decimal.Decimal{r.Low, r.High, r.Value} {
		if n != nil && !n.IsInt() {
			return true
		}
	}
	return false
}

// Named is the number that r names, the first of a range.
func (r *Record) Named() *decimal.Decimal {
	switch {
	case r.Value != nil:
		return r.Value
	case r.Low != nil:
		return r.Low
	}
	return r.High
}

// words writes what r asserts in plain words.
func (r *Record) words() string {
	one := func(prefix string, n *decimal.Decimal) string {
		if n == nil {
			return r.Text
		}
		return prefix + r.number(n)
	}
	named := r.Named()
	switch r.Bound {
	case doc.Range:
		if r.Low != nil && r.High != nil {
			return r.number(r.Low) + " to " + r.number(r.High)
		}
	case doc.Approx:
		if r.High != nil {
			return one("almost ", named)
		}
		return one("about ", named)
	case doc.AtLeast:
		return one("at least ", named)
	case doc.MoreThan:
		return one("more than ", named)
	case doc.AtMost:
		return one("at most ", named)
	case doc.UpTo:
		return one("up to ", named)
	case doc.LessThan:
		return one("fewer than ", named)
	}
	return one("", named)
}

// verdict is the first that occurs of conflict, update, agree, differs, with
// the reason that a reader should see first.
func verdict(claims []*Record, list []doc.Pair) (relation, reason string) {
	for _, want := range [...]string{"conflict", "update", "agree", "differs"} {
		for _, p := range list {
			if p.Relation != want {
				continue
			}
			if want == "agree" {
				return want, common(claims, p.Reason)
			}
			return want, p.Reason
		}
	}
	return "agree", "The same figure, told again."
}

// common says what all claims leave room for.
func common(claims []*Record, otherwise string) string {
	if len(claims) < 3 {
		return otherwise
	}
	all := claims[0].interval()
	for _, r := range claims[1:] {
		all = all.shared(r.interval())
	}
	if room := claims[0].span(all); room != "" && !below(all.high, all.low) {
		return "All can be right: every figure leaves room for " + room + "."
	}
	return otherwise
}
