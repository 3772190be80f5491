package figure

import (
	"sort"
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// A dotted is a figure written like "2.000": a decimal, or a thousand with
// the point of another language.
type dotted struct {
	figure int
	block  int
	cell   int // column of a table, -1 in text
}

// noteDots remembers the figure at index i if it may need repair.
func (r *reader) noteDots(q *quant, i int) {
	first := q.n.first
	if last := q.nlast - 1; q.bound == doc.Range && r.ps[first].lex.shape == plainInt && r.is(last, digits) {
		first = last // "8-12.000"
	}
	if r.ps[first].form != digits || r.ps[first].lex.shape != dotThree || !isOne(q.n.scale) || q.n.sort != cardinal {
		return
	}
	b := -1
	if r.sent < len(r.d.Sentences) && r.sent >= 0 {
		b = r.d.Sentences[r.sent].Block
	}
	r.dots = append(r.dots, dotted{i, b, -1})
}

// repairThousands reads "2.000" as 2,000 where it counts things that come
// whole and its neighbours in the same list, sentence or column are counted
// in thousands with a comma, or are such themselves.
func (r *reader) repairThousands() {
	for _, x := range r.dots {
		f := &r.d.Figures[x.figure]
		if f.Kind != doc.Count && f.Kind != doc.Money && f.Kind != doc.Measure || f.Value == nil && f.Bound != doc.Range {
			continue
		}
		if why := r.evidence(x); why != "" {
			r.thousandfold(f)
			f.Repair = r.d.Slice(f.Number) + " read as thousands: " + why
			r.asNeighbours(x.figure)
		}
	}
}

// asNeighbours gives figure i, which was no whole number before its repair, what
// the members of its list on both sides count: "Chad (900), Mali (1.500), Togo (80)".
func (r *reader) asNeighbours(i int) {
	if i == 0 || i+1 >= len(r.d.Figures) {
		return
	}
	f, a, b := &r.d.Figures[i], &r.d.Figures[i-1], &r.d.Figures[i+1]
	if f.Table >= 0 || a.Sentence != f.Sentence || b.Sentence != f.Sentence || a.Kind != f.Kind || b.Kind != f.Kind || a.Unit != b.Unit || a.What != b.What || a.WhatSpan != b.WhatSpan {
		return
	}
	f.Unit, f.What, f.WhatSpan = a.Unit, a.What, a.WhatSpan
}

// near is how many figures on each side are asked for evidence.
const near = 12

// evidence returns in words what shows that x counts thousands.
func (r *reader) evidence(x dotted) string {
	f := &r.d.Figures[x.figure]
	commas, whole, n := 0, 0, 0
	for i := max(0, x.figure-near); i < min(len(r.d.Figures), x.figure+near+1); i++ {
		g := &r.d.Figures[i]
		if i == x.figure || g.Sentence != f.Sentence && g.Table != f.Table || g.Table != f.Table || g.Kind != f.Kind || g.Unit != f.Unit {
			continue
		}
		n++
		switch t := r.d.Slice(g.Number); {
		case hasGroups(t):
			commas++
		case wholeNumber(t):
			whole++
		}
	}
	switch {
	case commas > 0:
		return "its neighbours count the same in thousands"
	case f.Kind == doc.Count && r.groupedElsewhere(f):
		return "the document has the same number in thousands"
	case f.Kind != doc.Count:
		return ""
	case whole >= 2:
		return "its neighbours count the same in whole numbers"
	case f.Per != "", r.averaged(f):
		return ""
	case f.Unit == "person" || f.Unit == "country", x.cell < 0 && f.Per == "" && f.WhatSpan.Len() > 0 && f.Contains(f.WhatSpan) && f.Unit != "point" && f.Unit != "time":
		return "what it counts comes whole"
	}
	return ""
}

// averaged reports whether a word before f says that it may be no whole
// number.
func (r *reader) averaged(f *doc.Figure) bool {
	for _, w := range strings.Fields(strings.ToLower(r.d.Text[max(0, f.Start-40):f.Start])) {
		switch w {
		case "average", "averages", "averaged", "mean", "median", "rate", "ratio", "index":
			return true
		}
	}
	return false
}

// hasGroups reports whether the number is written with commas for thousands.
func hasGroups(t string) bool {
	for i := 0; i+3 < len(t); i++ {
		if t[i] == ',' && threeDigits(t, i+1) {
			return true
		}
	}
	return false
}

func wholeNumber(t string) bool {
	for i := 0; i < len(t); i++ {
		if !isDigit(t[i]) {
			return false
		}
	}
	return len(t) > 0
}

// thousandfold multiplies the figure by a thousand.
func (r *reader) thousandfold(f *doc.Figure) {
	for _, p := range [...]**decimal.Decimal{&f.Low, &f.High, &f.Value} {
		if *p != nil {
			if v, ok := times(**p, num(1000)); ok {
				*p = &v
			}
		}
	}
}

// sortSkipped sorts the skipped numbers and drops doubles.
func (r *reader) sortSkipped() {
	s := r.d.Skipped
	sort.SliceStable(s, func(a, b int) bool {
		return s[a].Start < s[b].Start || s[a].Start == s[b].Start && s[a].End > s[b].End
	})
	out := s[:0]
	for _, x := range s {
		if n := len(out); n > 0 && out[n-1].Span == x.Span {
			continue
		}
		out = append(out, x)
	}
	r.d.Skipped = out
}

// groupedElsewhere reports whether the digits of f, or of the other end of its
// from–to statement, stand with a comma for thousands elsewhere in the document.
func (r *reader) groupedElsewhere(f *doc.Figure) bool {
	if r.grouped == nil {
		r.grouped = map[string]bool{}
		for i := range r.d.Figures {
			if t := r.d.Slice(r.d.Figures[i].Number); hasGroups(t) {
				r.grouped[t] = true
			}
		}
	}
	if r.grouped[strings.Replace(r.d.Slice(f.Number), ".", ",", 1)] {
		return true
	}
	return f.Pair >= 0 && f.Pair < len(r.d.Figures) && r.grouped[strings.Replace(r.d.Slice(r.d.Figures[f.Pair].Number), ".", ",", 1)]
}
