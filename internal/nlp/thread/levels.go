package thread

import (
	"slices"
	"strings"

	"analyze/internal/doc"
)

// maxLevels bounds how many groups of one country are held against each other.
const maxLevels = 40

// A land is the groups for things of one name in one country, and their claims by
// document.
type land struct {
	parts []int
	of    map[string][]*Record
}

// joinLevels brings together the groups of one story that say more or less narrowly what
// they count: the dead of a town and the dead of its country, asylum applications and
// applications, where two reports tell about the same number and neither knows both.
func joinLevels(parts []*part) []*part {
	lands, order := map[string]*land{}, []*land{}
	for i, p := range parts {
		name := p.land()
		if name == "" {
			continue
		}
		l := lands[name]
		if l == nil {
			l = &land{of: map[string][]*Record{}}
			lands[name], order = l, append(order, l)
		}
		l.parts = append(l.parts, i)
		for _, r := range p.claims {
			l.of[r.Doc] = append(l.of[r.Doc], r)
		}
	}
	taken := make([]bool, len(parts))
	for _, l := range order {
		if len(l.parts) > maxLevels {
			continue
		}
		for n, i := range l.parts {
			for _, j := range l.parts[n+1:] {
				if !taken[i] && !taken[j] && l.level(parts[i], parts[j]) {
					parts[i].take(parts[j])
					taken[j] = true
				}
			}
		}
	}
	out := parts[:0:0]
	for i, p := range parts {
		if !taken[i] {
			out = append(out, p)
		}
	}
	return out
}

// land is the country that the claims of p are of; "" where its place says more than
// where something is or happened.
func (p *part) land() string {
	r := p.claims[0]
	if p.origin != "" || p.where == "" || r.Concept == "fighter" || r.Kind == doc.ChangeKind {
		return ""
	}
	for _, s := range p.claims {
		if s.Land != "" {
			return s.Land
		}
	}
	return r.Focus
}

// take adds the claims of q, and its place where more claims name that.
func (p *part) take(q *part) {
	if len(q.claims) > len(p.claims) {
		p.where, p.key, p.when, p.defined, p.event, p.nature = q.where, q.key, q.when, q.defined, q.event, q.nature
	}
	p.claims = append(slices.Clip(p.claims), q.claims...)
}

// steps is how many times the one of two groups says more than the other of what it
// counts; ok is false where they say different things.
func (p *part) steps(q *part) (n int, ok bool) {
	step := func(same, more bool) {
		switch {
		case same:
		case more:
			n++
		default:
			n = maxSteps + 1
		}
	}
	a, b := p.claims[0].Concept, q.claims[0].Concept
	step(a == b, narrower(a, b) || narrower(b, a))
	if n > 1 { // each says what the other does not
		n = 2
	}
	step(p.event == q.event, p.event == "" || q.event == "")
	step(p.nature == q.nature, strings.HasPrefix(p.nature, "total") && strings.HasPrefix(q.nature, "total") && (p.nature == "total" || q.nature == "total"))
	step(p.defined == q.defined, p.ofKind() && q.defined == "" || q.ofKind() && p.defined == "")
	step(p.where == q.where, true)
	return n, n > 0 && n <= maxSteps
}

// maxSteps is how many times one group may say more than another of the same thing.
const maxSteps = 3

// narrower reports whether concept a has all words of b and more.
func narrower(a, b string) bool {
	if b == "person" {
		return true
	}
	of := strings.Fields(a)
	for _, w := range strings.Fields(b) {
		if !slices.Contains(of, w) {
			return false
		}
	}
	return len(of) > strings.Count(b, " ")+1
}

// level reports whether two groups are of one thing: no document has claims in both, and
// two of their claims, each the nearest of its document to the other, tell about the same
// number and one the place of the other.
func (l *land) level(p, q *part) bool {
	steps, ok := p.steps(q)
	if !ok || sharesDocument(p, q) {
		return false
	}
	for _, r := range p.claims[:min(len(p.claims), maxReach)] {
		for _, s := range q.claims[:min(len(q.claims), maxReach)] {
			if p.where != q.where && !r.speaksOf(q.where) && !s.speaksOf(p.where) || r.asunder(s) || r.otherDay(s) {
				continue
			}
			if n := Times(r, s); n <= r.room(s, steps) && !nearer(l.of[r.Doc], s, n) && !nearer(l.of[s.Doc], r, n) {
				return true
			}
		}
	}
	return false
}

func sharesDocument(p, q *part) bool {
	docs := map[string]bool{}
	for _, r := range p.claims {
		docs[r.Doc] = true
	}
	return slices.ContainsFunc(q.claims, func(s *Record) bool { return docs[s.Doc] })
}

// room is how many times the one of two figures may be the other if what they count is
// told in so many steps: less the more there are, and where the documents are not of one
// story only what is the same in close figures.
func (r *Record) room(s *Record, steps int) float64 {
	switch {
	case !r.sameTimes(s), !r.sameStory(s) && !(r.precise() && s.precise()):
		return 0
	case !r.sameStory(s), r.Kind == doc.Percent, steps > 1 && !r.tolls(), !r.firm() || !s.firm():
		return r.alikeRoom(s)
	case r.surges(s):
		return maxSurge
	case r.tolls() && r.grows(s) && r.Date != s.Date:
		return maxTimes
	}
	return 2
}

// How many times a toll may grow within how many days of what struck.
const maxSurge, surgeDays = 20, 14

// surges reports whether two reports of one story within some days may tell the toll of
// what struck suddenly while it was hardly known.
func (r *Record) surges(s *Record) bool {
	days, dated := r.daysApart(s)
	return r.tolls() && r.Cause&s.Cause&sudden != 0 && r.grows(s) && r.Date != s.Date && dated && days <= surgeDays
}

// alikeRoom is how many times the one of two figures may be the other if little but the
// numbers tells that they are for one thing: where nobody knows that they were told within
// some months they must be the same but for rounding.
func (r *Record) alikeRoom(s *Record) float64 {
	days, dated := r.daysApart(s)
	switch {
	case dated && days <= maxStoryDays:
		return alikeTimes
	case r.sameTimes(s) && (alikeNumbers(r, s) || r.rounds(s) || s.rounds(r)) && r.Kind != doc.Percent:
		return alikeTimes
	}
	return 0
}

// sameTimes reports whether two claims do not name two years.
func (r *Record) sameTimes(s *Record) bool {
	a, b := r.asOf(), s.asOf()
	return !a.Known() || !b.Known() || a.Year == b.Year || r.Time == "" && s.Time == ""
}

// speaksOf reports whether the document of r is about one of the places.
func (r *Record) speaksOf(where string) bool {
	return where == r.Focus || overlap(where, strings.Join(r.Setting, ";"))
}
