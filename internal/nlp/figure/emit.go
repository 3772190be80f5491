package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// emit writes the figures of the sentence, and remembers them.
func (r *reader) emit() {
	at := make(map[int]int, len(r.qs))
	estimates := r.estimates()
	end := 0 // of the figure before
	for i := range r.qs {
		q := &r.qs[i]
		if q.reason == "" && r.inSource(q) {
			q.reason = "reference"
		}
		if q.reason != "" {
			r.skip(&numeral{first: q.nfirst, last: q.nlast}, q.reason)
			continue
		}
		if r.ps[q.nfirst].Start < end { // "one ten-thousandth" holds "ten-thousandth"
			continue
		}
		r.lateRate(i)
		at[i] = len(r.d.Figures)
		r.write(q, estimates)
		end = r.d.Figures[at[i]].End
		if q.f.Kind == doc.Ratio && q.has {
			r.noun(q)
		}
	}
	for i := range r.qs {
		k, ok := at[i]
		if p, found := at[r.qs[i].pairWith]; ok && found && r.qs[i].pairWith >= 0 {
			r.d.Figures[k].Pair = p
		}
	}
	r.remember()
}

// write completes one figure and appends it.
func (r *reader) write(q *quant, estimates bool) {
	f := q.f
	if q.bound == doc.Range {
		f.Bound = doc.Range
	} else {
		q.f = f
		q.setBound()
		f = q.f
	}
	f.Estimate = f.Estimate || estimates
	f.Span = doc.Span{Start: r.ps[q.first].Start, End: r.ps[max(q.last, q.nlast)-1].End}
	f.Number = doc.Span{Start: r.ps[q.nfirst].Start, End: r.ps[q.nlast-1].End}
	f.Sentence = r.sent
	if t := r.ps[q.first].tok; t >= 0 {
		f.First, f.Last = t, r.ps[max(q.last, q.nlast)-1].tok+1
	}
	r.normalise(q, &f)
	r.noteDots(q, len(r.d.Figures))
	r.d.Figures = append(r.d.Figures, f)
}

// normalise adds percent and SI beside the value.
func (r *reader) normalise(q *quant, f *doc.Figure) {
	if f.Value == nil {
		return
	}
	if f.Unit == "ratio" {
		if p, ok := times(*f.Value, num(100)); ok {
			f.Percent = &p
		}
	}
	if f.Kind == doc.Measure || f.Kind == doc.Duration || f.Kind == doc.ChangeKind && q.unit.name != "" && f.Unit == q.unit.name {
		f.Norm = q.unit.norm(*f.Value)
	}
	if f.Unit == "fold" && f.Direction != "" {
		f.Norm = foldPercent(*f.Value, f.Direction)
	}
}

// foldPercent says by how many percent a fourfold decrease lowers.
func foldPercent(v decimal.Decimal, direction string) *doc.Norm {
	p, err := v.Sub(num(1))
	if err != nil {
		return nil
	}
	if direction == "decrease" {
		var ok bool
		if p, ok = quotient(p, v); !ok {
			return nil
		}
	}
	if p, ok := times(p, num(100)); ok {
		return &doc.Norm{Value: p, Unit: "percent"}
	}
	return nil
}

// estimates reports whether the sentence says of its figures that they are
// estimated.
func (r *reader) estimates() bool {
	for i := range r.ps {
		l := r.ps[i].low
		if strings.HasPrefix(l, "estimat") || l == "believed" || l == "guess" || l == "projected" || l == "projects" {
			return true
		}
	}
	return false
}

// lateRate reads a rate that stands apart from its number: "2,000 recruits
// crossing the border each month".
func (r *reader) lateRate(i int) {
	q := &r.qs[i]
	if q.f.Per != "" || q.f.Kind == doc.Duration || q.f.Kind == doc.Age || q.f.Kind == doc.Percent || q.f.Kind == doc.Ratio || q.times {
		return
	}
	if t, ok := r.rateBehindBracket(q); ok {
		q.f.Per = t
		return
	}
	if l := r.low(q.phrase.last); q.has && q.of && q.f.Kind == doc.Measure && (l == "a" || l == "an") && q.phrase.last > q.end {
		if u := timeUnits[r.low(q.phrase.last+1)]; u != "" && !isPlural(r.low(q.phrase.last+1)) && !anchorBehind[r.low(q.phrase.last+2)] {
			q.f.Per = u // "40 tonnes of sand a day"
			return
		}
	}
	if u := adverbRates[r.low(q.phrase.last)]; u != "" && q.has && q.of && q.f.Kind == doc.Measure {
		q.f.Per = u // "33 tonnes of fish annually"
		return
	}
	stop := len(r.ps)
	if i+1 < len(r.qs) {
		stop = r.qs[i+1].first
	}
	for j := q.end; j < stop && j < q.end+10; j++ {
		switch l := r.low(j); l {
		case ",", ";", ".", ":", "(", "—", "and", "but":
			return
		case "each", "every", "per":
			if u, ok := timeUnits[r.low(j+1)]; ok && !isPlural(r.low(j+1)) {
				q.f.Per = u
				return
			}
		}
	}
}

// rateBehindBracket reads the rate of a sum that is told in two currencies:
// "11,400 baht (about $330) a month".
func (r *reader) rateBehindBracket(q *quant) (string, bool) {
	if q.f.Kind != doc.Money {
		return "", false
	}
	j := q.end
	if r.low(j) == "(" {
		for k := j + 1; k < j+8 && r.low(j) != ")"; k++ {
			if r.low(k) == ")" {
				j = k
			}
		}
	}
	if r.low(j) != ")" {
		return "", false
	}
	t, ok := r.rateAt(j+1, len(r.nums), doc.Money)
	return t.per, ok && t.per != ""
}

// remember keeps the last figures of the sentence for the next ones.
func (r *reader) remember() {
	r.forget()
	for i := max(0, len(r.qs)-6); i < len(r.qs); i++ {
		q := &r.qs[i]
		f := &q.f
		if q.reason != "" || f.Unit == "" || f.Unit == "time" || f.Unit == "point" || q.exchange() {
			continue
		}
		switch kind := q.level(); kind {
		case doc.Count, doc.Percent, doc.Money, doc.Measure:
			if f.Kind == doc.ChangeKind && kind != doc.Percent {
				continue
			}
			r.past = append(r.past, memory{kind: kind, unit: f.Unit, per: f.Per, what: f.What, span: f.WhatSpan, sent: r.sent, si: q.unit, scale: q.n.scale, val: q.n.val, before: r.low(q.first - 1), moved: f.Kind == doc.ChangeKind})
			if q.item {
				r.past[len(r.past)-1].what = ""
			}
		}
	}
}

// noun remembers what a share is of, as something that can be counted.
func (r *reader) noun(q *quant) {
	m := memory{kind: doc.Count, unit: r.unitOf(q.phrase), what: q.f.What, span: q.f.WhatSpan, sent: r.sent, val: q.n.den}
	if m.what != "" && r.ps[q.phrase.head].tag.IsNoun() {
		r.past = append(r.past, m)
	}
}

// inSource reports whether q stands in a note that cites works and looks like
// part of a reference: a bare number, or one before a capitalised word.
func (r *reader) inSource(q *quant) bool {
	if r.block != doc.Footnote {
		return false
	}
	if r.ps[q.nfirst].upper && q.has && r.ps[q.phrase.first].upper && q.nfirst > 0 {
		return true // in the title of a work
	}
	if q.bounded && q.bound != doc.Range || q.f.Kind != doc.Count {
		return false
	}
	if !q.has {
		return q.n.shape != grouped || !r.verbBetween(0, q.first) // "The House provided for 44,000."
	}
	h := &r.ps[q.phrase.head]
	return h.upper || q.of || !isPlural(h.low)
}

func isNumeric(c rune) bool { return c >= '0' && c <= '9' || unicode.IsNumber(c) }

// sweep lists the numbers that nothing has read: those of headers, labels and
// blocks without sentences. It goes over the text once, beside the sorted
// figures and skipped numbers.
func (r *reader) sweep() {
	r.sortSkipped()
	covers := r.covers()
	found := len(r.d.Skipped)
	c, b := 0, 0
	for i := 0; i < len(r.d.Text); {
		n, isNumber := r.run(i)
		if isNumber {
			s := doc.Span{Start: i, End: i + n}
			for c < len(covers) && covers[c].End <= i {
				c++
			}
			if c == len(covers) || !covers[c].Overlaps(s) {
				for b < len(r.d.Blocks) && r.d.Blocks[b].End <= i {
					b++
				}
				r.d.Skipped = append(r.d.Skipped, doc.Skipped{Span: s, Reason: r.sweptReason(s, b)})
			}
		}
		i += max(n, 1)
	}
	if len(r.d.Skipped) > found {
		r.sortSkipped()
	}
}

// run returns the length of the run of letters and digits at i, and whether
// it holds a digit or is a number word.
func (r *reader) run(i int) (int, bool) {
	t := r.d.Text
	n, digit := 0, false
	for i+n < len(t) {
		b := t[i+n]
		if b < utf8.RuneSelf {
			if !isAlnum(b) {
				break
			}
			digit = digit || isDigit(b)
			n++
			continue
		}
		c, size := utf8.DecodeRuneInString(t[i+n:])
		if !unicode.IsLetter(c) && !unicode.IsNumber(c) {
			break
		}
		digit = digit || unicode.IsNumber(c)
		n += size
	}
	if n == 0 {
		_, size := utf8.DecodeRuneInString(t[i:])
		return size, false
	}
	return n, digit || n >= 3 && n <= 14 && cardinalWord(t[i:i+n])
}

// cardinalWord reports whether t is a number word other than an ordinal.
func cardinalWord(t string) bool {
	var low [16]byte
	for i := 0; i < len(t); i++ {
		b := t[i]
		if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		low[i] = b
	}
	w, ok := numberWords[string(low[:len(t)])]
	return ok && (w.class != ordinal && w.class != part && string(low[:len(t)]) != "score")
}

// sweptReason says where a number stands that nothing has read.
func (r *reader) sweptReason(s doc.Span, b int) string {
	for _, m := range r.d.NoteMarks {
		if m.Overlaps(s) {
			return "note mark"
		}
		if m.Start > s.End {
			break
		}
	}
	if b < len(r.d.Blocks) && r.d.Blocks[b].Overlaps(s) {
		k := &r.d.Blocks[b]
		switch {
		case k.Kind == doc.TableBlock:
			return "table"
		case s.End <= k.Text.Start && k.Text.Len() > 0:
			return "list number"
		}
		if why := blockReason(k.Kind); why != "" {
			return why
		}
	}
	for i := s.Start; i < s.End; i++ {
		if !isDigit(r.d.Text[i]) && cardinalDigits(r.d.Text[s.Start:s.End]) {
			return "name"
		}
	}
	return "other"
}

func cardinalDigits(t string) bool { return strings.ContainsFunc(t, isNumeric) }

// covers returns the spans of figures and skipped numbers, sorted and merged.
func (r *reader) covers() []doc.Span {
	var out []doc.Span
	i, j := 0, 0
	for i < len(r.d.Figures) || j < len(r.d.Skipped) {
		var s doc.Span
		if j == len(r.d.Skipped) || i < len(r.d.Figures) && r.d.Figures[i].Start <= r.d.Skipped[j].Start {
			s = r.d.Figures[i].Span
			i++
		} else {
			s = r.d.Skipped[j].Span
			j++
		}
		if n := len(out); n > 0 && out[n-1].End >= s.Start {
			out[n-1].End = max(out[n-1].End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}
