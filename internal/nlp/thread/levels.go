package thread

import (
	"cmp"
	"slices"
	"strings"

	"analyze/internal/doc"
)

// maxLevels bounds how many groups of one event in one country are held against
// each other.
const maxLevels = 40

// A land is the groups for one thing, as far as words go, in one country, and their
// claims by document.
type land struct {
	parts []int
	of    map[string][]*Record
}

// joinLevels brings together the groups of one story that name its place more or
// less narrowly: the dead of a town and the dead of its country, where two reports
// tell of one event and neither knows both.
func joinLevels(parts []*part) []*part {
	lands, order := map[string]*land{}, []*land{}
	for i, p := range parts {
		key, ok := p.landKey()
		if !ok {
			continue
		}
		l := lands[key]
		if l == nil {
			l = &land{of: map[string][]*Record{}}
			lands[key], order = l, append(order, l)
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
				if !taken[i] && !taken[j] && (parts[i].where != parts[j].where || parts[i].defined != parts[j].defined) && l.level(parts[i], parts[j]) {
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

// landKey is what groups must share that may differ in how narrowly they name the
// place; ok is false where the place of p says more than where something happened.
func (p *part) landKey() (key string, ok bool) {
	r, land := p.claims[0], ""
	for _, s := range p.claims {
		land = cmp.Or(land, s.Land)
	}
	if p.origin != "" || p.where == "" || land == "" || r.Concept == "fighter" || r.Per != "" || r.Kind == doc.ChangeKind || r.Kind == doc.Percent {
		return "", false
	}
	defined := p.defined
	if ofKind[defined] {
		defined = ""
	}
	return strings.Join([]string{p.event, p.nature, defined, land}, "|"), true
}

// take adds the claims of q, and its place where more claims name that.
func (p *part) take(q *part) {
	if len(q.claims) > len(p.claims) {
		p.where, p.key, p.when, p.defined = q.where, q.key, q.when, q.defined
	}
	p.claims = append(slices.Clip(p.claims), q.claims...)
}

// level reports whether two groups are of one story: no document has claims in
// both, and two of their claims, of one story and each the nearest of its document
// to the other, tell about the same number and one the place of the other.
func (l *land) level(p, q *part) bool {
	docs := map[string]bool{}
	for _, r := range p.claims {
		docs[r.Doc] = true
	}
	for _, s := range q.claims {
		if docs[s.Doc] {
			return false
		}
	}
	for _, r := range p.claims[:min(len(p.claims), maxReach)] {
		for _, s := range q.claims[:min(len(q.claims), maxReach)] {
			if (r.speaksOf(q.where) || s.speaksOf(p.where)) && r.sameStory(s) && !r.asunder(s) && !r.otherDay(s) && l.nearest(r, s) && l.nearest(s, r) {
				return true
			}
		}
	}
	return false
}

// nearest reports whether the numbers of r and s are about the same and no other
// claim of the document of r is nearer to s.
func (l *land) nearest(r, s *Record) bool {
	n, most := Times(r, s), 2.0
	if r.tolls() && r.grows(s) && r.Date != s.Date {
		most = maxTimes
	}
	return n <= most && !nearer(l.of[r.Doc], s, n)
}

// speaksOf reports whether the document of r is about one of the places.
func (r *Record) speaksOf(where string) bool {
	return where == r.Focus || overlap(where, strings.Join(r.Setting, ";"))
}
