package claim

import (
	"sort"

	"analyze/internal/doc"
)

// sortedPlaces sorts by name and leaves out doubles.
func sortedPlaces(list []doc.ClaimPlace) []doc.ClaimPlace {
	sort.SliceStable(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	out := list[:0]
	for i, p := range list {
		if i == 0 || p.Name != out[len(out)-1].Name {
			out = append(out, p)
		}
	}
	return out
}

// repeats ties the claims of passages that stand twice to those of the
// original: the same number at about the same distance from the beginning. What
// the repeat does not say itself it takes from there.
func (r *reader) repeats() {
	for _, rep := range r.d.Repeats {
		lo, hi := r.within(rep.Span)
		from, to := r.within(rep.Of)
		for i := lo; i < hi; i++ {
			if k := r.original(i, rep, from, to); k >= 0 {
				c, o := &r.d.Claims[i], &r.d.Claims[k]
				c.Repeats = k
				inherit(c, o)
			}
		}
	}
}

// within gives the range of claims that begin in span.
func (r *reader) within(span doc.Span) (lo, hi int) {
	n := len(r.d.Claims)
	lo = sort.Search(n, func(i int) bool { return r.d.Claims[i].Start >= span.Start })
	hi = sort.Search(n, func(i int) bool { return r.d.Claims[i].Start >= span.End })
	return lo, hi
}

// maxShift is how many claims a repeat may have more or fewer than its original
// before the claim in question.
const maxShift = 100

// original finds the claim from from to to that claim i repeats: the same
// number, as near as can be to where it should stand.
func (r *reader) original(i int, rep doc.Repeat, from, to int) int {
	c := &r.d.Claims[i]
	due := rep.Of.Start + c.Start - rep.Start
	at := from + sort.Search(to-from, func(k int) bool { return r.d.Claims[from+k].Start >= due })
	best, far := -1, 1<<30
	for k := max(from, at-maxShift); k < min(to, at+maxShift); k++ {
		o := &r.d.Claims[k]
		if k == i || o.Repeats == i || r.d.Slice(o.Number) != r.d.Slice(c.Number) {
			continue
		}
		if n := max(o.Start-due, due-o.Start); n < far {
			best, far = k, n
		}
	}
	return best
}

// inherit fills what c leaves open from o.
func inherit(c, o *doc.Claim) {
	if c.Source == "" {
		c.Source, c.SourceSpan, c.SourceReferent, c.Anonymous = o.Source, o.SourceSpan, o.SourceReferent, o.Anonymous
		if c.Source != "" {
			c.SourceVia = "context"
		}
	}
	if len(c.Places) == 0 {
		c.Places = append([]doc.ClaimPlace(nil), o.Places...)
	}
	if c.Time == "" && o.Time != "" {
		c.Time, c.TimeVia = o.Time, "context"
	}
}
