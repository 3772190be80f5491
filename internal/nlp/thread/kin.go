package thread

import (
	"cmp"
	"slices"
	"strings"

	"analyze/internal/disjoint"
	"analyze/internal/doc"
	"analyze/internal/nlp/timex"
)

// How many times one figure may be another and still be for the same thing: what
// is the same but for rounding, what is told of a place in passing, what is told of it, what two who are named hold
// against each other, and what grew from report to report or from year to year.
const (
	alikeTimes = 1.06
	maxPassing = 1.25
	maxTimes   = 3
	maxGrowth  = 10
	maxRivals  = 20
)

// maxReach is how many claims further on in the order of time one is held against.
const maxReach = 64

// byKin parts the claims of a group that words and place alone brought together:
// who tells two figures of one time speaks of two things, of each the other
// document's nearest is meant, and what is many times as much is another thing.
func (p *part) byKin() []*part {
	if r := p.claims[0]; len(p.claims) < 2 || strings.HasPrefix(r.Concept, "country of") || r.Kind == doc.ChangeKind || r.Per != "" || r.Kind == doc.Percent && r.firm() {
		return []*part{p}
	}
	k := newTies(p.order())
	for _, t := range k.all() {
		k.tie(t.i, t.j)
	}
	return k.parts(p)
}

// Ties are the claims of a group while they are tied to each other.
type ties struct {
	claims []*Record
	u      disjoint.Sets
	cause  []Cause              // of each root
	of     map[string][]*Record // the claims of each document
	in     []map[string][]int   // the same of each root
}

func newTies(claims []*Record) *ties {
	k := &ties{claims: claims, u: disjoint.New(len(claims)), cause: make([]Cause, len(claims)), of: map[string][]*Record{}, in: make([]map[string][]int, len(claims))}
	at := map[string]int{}
	for i, r := range claims {
		k.cause[i] = r.Cause
		k.of[r.Doc] = append(k.of[r.Doc], r)
		k.in[i] = map[string][]int{r.Doc: {i}}
		at[r.ID] = i
	}
	for i, r := range claims {
		if o, ok := at[r.DuplicateOf]; ok {
			k.join(i, o, k.cause[o])
		}
	}
	return k
}

// A tie is that claims i and j can be for one thing; n is how many times the one
// is the other.
type tie struct {
	n    float64
	i, j int
}

// all lists the ties, the closest first.
func (k *ties) all() (list []tie) {
	for i := range k.claims {
		for j := i + 1; j < len(k.claims) && j <= i+maxReach; j++ {
			if n := Times(k.claims[i], k.claims[j]); k.akin(i, j, n) {
				list = append(list, tie{n, i, j})
			}
		}
	}
	slices.SortFunc(list, func(a, b tie) int { return cmp.Or(cmp.Compare(a.n, b.n), a.i-b.i, a.j-b.j) })
	return list
}

// tie joins claims i and j, unless what they are tied to already tells of another
// cause, or one document of two things.
func (k *ties) tie(i, j int) {
	x, y := k.u.Root(i), k.u.Root(j)
	if x == y {
		return
	}
	both := k.cause[x] & k.cause[y]
	switch {
	case k.cause[x] == 0 || k.cause[y] == 0:
		both = k.cause[x] | k.cause[y]
	case both == 0 && k.claims[i].Flows():
		return
	}
	if k.parted(x, y) || k.parted(y, x) {
		return
	}
	k.join(x, y, both)
}

// parted reports whether a document tells of two things if the groups of the roots
// x and y are one, as far as the smaller one has its claims.
func (k *ties) parted(x, y int) bool {
	if len(k.in[x]) > len(k.in[y]) {
		return false
	}
	if r := k.claims[x]; r.Concept == "fighter" && StateFor(r.Event) == "" {
		return false
	}
	for name, list := range k.in[x] {
		for _, i := range list {
			for _, j := range k.in[y][name] {
				if a, b := k.claims[min(i, j)], k.claims[max(i, j)]; !a.PairedWith(b) && !a.akinWithin(b, Times(a, b)) {
					return true
				}
			}
		}
	}
	return false
}

func (k *ties) join(i, j int, c Cause) {
	x, y := k.u.Root(i), k.u.Root(j)
	if x == y {
		return
	}
	k.u.Join(x, y)
	to, from := min(x, y), max(x, y)
	k.cause[to] = c
	if len(k.in[to]) < len(k.in[from]) {
		k.in[to], k.in[from] = k.in[from], k.in[to]
	}
	for name, list := range k.in[from] {
		k.in[to][name] = append(k.in[to][name], list...)
	}
	k.in[from] = nil
}

// akin reports whether claims i and j, in order of time, of which one is n times the
// other, can be for one thing.
func (k *ties) akin(i, j int, n float64) bool {
	a, b := k.claims[i], k.claims[j]
	if a.PairedWith(b) || a.Concept == "fighter" && StateFor(a.Event) == "" {
		return n <= maxRivals || a.PairedWith(b)
	}
	if a.Doc == b.Doc {
		return a.akinWithin(b, n)
	}
	return n <= a.reach(b) && (n <= alikeTimes || !nearer(k.of[a.Doc], b, n) && !nearer(k.of[b.Doc], a, n))
}

// nearer reports whether one of the claims of a document, list, differs from s by less
// than n times.
func nearer(list []*Record, s *Record, n float64) bool {
	return slices.ContainsFunc(list[:min(len(list), maxReach)], func(o *Record) bool { return Times(o, s) < n })
}

// akinWithin is [ties.akin] of two claims of one document, of which one is n times
// the other: their times or those who say so must differ, else they are of two
// things unless they are the same.
func (r *Record) akinWithin(s *Record, n float64) bool {
	switch {
	case r.Row > 0 && s.Row > 0 && r.Row == s.Row && r.Time == s.Time:
		return false // two columns
	case n <= alikeTimes:
		return true
	case !r.firm() || !s.firm():
		return false
	case r.Rival && s.Rival && abs(r.Sentence-s.Sentence) <= 1 || r.answers(s):
		return n <= maxRivals
	case r.Flows() && (r.asunder(s) || r.otherYear(s) || r.within(s)), r.sinceAs(s):
		return false
	case r.Time != s.Time && (r.Time != "" && s.Time != "" || otherYears(r.asOf(), s.asOf())), r.climbsTo(s):
		return n <= maxGrowth
	case r.Time != s.Time, r.Source != "" && s.Source != "" && r.SourceKey() != s.SourceKey(), r.Source != s.Source && abs(r.Sentence-s.Sentence) <= 1 && s.weak():
		return n <= maxTimes
	}
	return false
}

// within reports whether the one counts for a day what the other counts since then.
func (r *Record) within(s *Record) bool { return since(r) && s.ofDay() || since(s) && r.ofDay() }

// sinceAs reports whether both count from the same month on and not to two known ends:
// what one author tells as two totals of one span are two things.
func (r *Record) sinceAs(s *Record) bool {
	from, to, ok := strings.Cut(r.Time, "/")
	from2, to2, ok2 := strings.Cut(s.Time, "/")
	if !ok || !ok2 || r.Source != s.Source || min(len(from), len(from2)) < len("2019-01") {
		return false
	}
	return from[:7] == from2[:7] && (to == to2 || to == ".." || to2 == "..")
}

func otherYears(a, b timex.Day) bool { return a.Known() && b.Known() && a.Year != b.Year }

// climbsTo reports whether a document tells s as what the toll r rose to.
func (r *Record) climbsTo(s *Record) bool {
	if s.Start < r.Start {
		r, s = s, r
	}
	x, y := r.Named(), s.Named()
	if r.Doc != s.Doc || !r.tolls() || !s.tolls() || x == nil || y == nil || !x.Less(*y) {
		return false
	}
	return s.Climbs
}

// otherYear reports whether two claims of a document tell what happened in two
// years; where the document is not dated, a date is taken for another than its own.
func (r *Record) otherYear(s *Record) bool {
	if since(r) || since(s) || r.Time == s.Time {
		return false
	}
	return r.asOf().Year != s.asOf().Year
}

// reach is how many times the one of two claims of different documents may be the
// other; 0 where they cannot be for the same thing.
func (r *Record) reach(s *Record) float64 {
	if !r.firm() || !s.firm() {
		return r.alikeRoom(s)
	}
	passing := r.weak() || s.weak()
	if r.Flows() {
		switch {
		case crowds[r.Concept] && r.sameStory(s) && !r.otherDay(s):
			return maxGrowth
		case r.asunder(s) || r.otherDay(s):
			return 0
		case passing && !r.sameStory(s):
			return maxPassing / 1.2
		case r.sameStory(s) && r.surges(s):
			return maxSurge
		case !since(r) && !since(s) && r.grows(s):
			return maxGrowth
		}
		return maxTimes
	}
	switch {
	case r.Event == "" && !r.state() && (passing && !r.sameStory(s) || !counted[r.Concept] && r.Kind == doc.Count && !r.Table):
		return maxPassing
	case r.Time != "" && s.Time != "" && r.asOf().Year != s.asOf().Year:
		return maxGrowth
	}
	return maxTimes
}

// counted are people of whom a country has one number: others may be any.
var counted = set("displaced migrant prisoner inhabitant voter fighter")

// weak reports whether the sentence of r names no place: that it tells of the one
// that others of its group name is a guess.
func (r *Record) weak() bool { return !r.Table && (r.Carried || len(r.Places) == 0) }

// grows reports whether of two claims the later document tells no less.
func (r *Record) grows(s *Record) bool {
	if s.Date < r.Date {
		r, s = s, r
	}
	x, y := r.Named(), s.Named()
	return x == nil || y == nil || r.Date == s.Date || !y.Less(*x)
}

// Times is how many times the one of two figures is the other.
func Times(r, s *Record) float64 {
	x, y := r.Named(), s.Named()
	if x == nil || y == nil {
		return 1
	}
	a, _ := x.Abs().Float64()
	b, _ := y.Abs().Float64()
	if a > b {
		a, b = b, a
	}
	if a == b {
		return 1
	}
	return b / max(a, 1e-9)
}

// otherDay reports whether two figures are of what happened on two days: each
// sentence names its day and tells no toll that was reached by then.
func (r *Record) otherDay(s *Record) bool {
	return r.onDay() && s.onDay() && abs(timex.ParseDay(r.Time).Number()-timex.ParseDay(s.Time).Number()) > maxSameDay
}

// sudden strikes within a day.
const sudden = ByQuake | ByFire | ByViolence | ByTraffic | ByCollapse

// maxSameDay is how many days apart one event may be dated.
const maxSameDay = 2

// onDay reports whether r tells what happened on a day that it names.
func (r *Record) onDay() bool {
	return r.Cause&sudden != 0 && r.ofDay()
}

// ofDay reports whether r counts for one day, and not up to it.
func (r *Record) ofDay() bool {
	return len(r.Time) == len("2006-01-02") && !strings.ContainsAny(r.Time, "/;") && !r.Reached && !r.ByThen
}

// sameStory reports whether the documents of two claims tell of one event or state
// of affairs: within some months, of the same town or of the same cause in one
// country.
func (r *Record) sameStory(s *Record) bool {
	days, dated := r.daysApart(s)
	if dated && days > maxStoryDays {
		return false
	}
	shared := ""
	for _, p := range r.Head {
		if slices.Contains(s.Head, p) {
			if p != r.Focus && p != s.Focus && r.Focus != "" && s.Focus != "" {
				return true
			}
			shared = p
		}
	}
	return (shared != "" && dated || r.Focus != "" && r.Focus == s.Focus) && r.Cause&s.Cause != 0
}

// daysApart is how many days lie between the documents of two claims, where both are
// dated.
func (r *Record) daysApart(s *Record) (days int, dated bool) {
	a, b := timex.ParseDay(r.Date), timex.ParseDay(s.Date)
	return abs(a.Number() - b.Number()), a.Known() && b.Known()
}

// maxStoryDays is for how many days reports come back to one event.
const maxStoryDays = 120

// parts gives the groups that the claims of p fell into.
func (k *ties) parts(p *part) []*part {
	var out []*part
	at := map[int]*part{}
	for i, r := range k.claims {
		root := k.u.Root(i)
		q := at[root]
		if q == nil {
			c := *p
			c.claims, q = nil, &c
			at[root] = q
			out = append(out, q)
		}
		q.claims = append(q.claims, r)
	}
	if len(out) > 1 {
		for _, q := range out {
			q.key += "|" + q.claims[0].ID
		}
	}
	return out
}
