package figure

import "analyze/internal/doc"

// isGlued sees digits with letters that are no unit: 2B, 737s, 3D.
func (r *reader) isGlued(k int) string {
	n := &r.nums[k]
	j := n.last
	if !n.inWords && r.low(n.first-1) == "." && r.glued(n.first) && r.glued(n.first-1) && r.is(n.first-2, word) {
		return "name"
	}
	if _, ok := r.heatAt(n, j); ok {
		return ""
	}
	if n.inWords || n.sort == ordinalNumber || !r.glued(j) || !r.is(j, word) || r.unitAt(j) > 0 || r.raw(j) == pence || currencySigns[r.raw(j)] != "" || r.low(j) == "x" {
		return ""
	}
	if r.low(j) == "'s" || r.ageBand(n) {
		return ""
	}
	return "name"
}

// ageBand reports whether n is the age of "under-16s" and "over 65s".
func (r *reader) ageBand(n *numeral) bool {
	if r.low(n.last) != "s" || !r.glued(n.last) || !n.plainDigits() || !n.between(2, 99) {
		return false
	}
	i := n.first - 1
	if r.low(i) == "-" {
		i--
	}
	return r.low(i) == "under" || r.low(i) == "over"
}

// raw returns piece i as written.
func (r *reader) raw(i int) string {
	if i < 0 || i >= len(r.ps) {
		return ""
	}
	return r.d.Text[r.ps[i].Start:r.ps[i].End]
}

// inName sees numbers in names: Resolution 2178, 17th Division, Five Star
// Movement. A count that a name was drawn over stays one.
func (r *reader) inName(k int) string {
	n := &r.nums[k]
	m := r.ps[n.first].mention
	if m == 0 || r.moneyBefore(n.first) >= 0 {
		return ""
	}
	span := r.d.Mentions[m-1].Span
	if n.inWords && span.End == r.ps[n.last-1].End && n.sort == cardinal && (r.unitAt(n.last) > 0 || n.first > 0 && (r.low(n.first-1) == "a." || r.low(n.first-1) == "a" || r.low(n.first-1) == ":")) {
		return "" // "A. Eleven minutes", "A. Thirty."
	}
	if n.plainDigits() && span.End == r.ps[n.first].End && r.colonBefore(n.first) > 0 && (r.low(n.last) == ";" || r.low(n.last) == "," || r.low(n.last) == ".") {
		return ""
	}
	if n.first == 0 && n.inWords && n.sort == cardinal && n.last == 1 && r.countNoun(1) && (isPersonWord(r.low(1)) || !r.ps[1].upper) {
		return "" // a capital only begins the sentence
	}
	if u, m := r.measureAt(n.last, n.inWords); m > 0 && u.symbol != "" && span.Start == r.ps[n.first].Start {
		return "" // "412 MtCO2e"
	}
	if span.Start == r.ps[n.first].Start && (n.shape == grouped || n.scale.Cmp(num(1)) != 0) && n.sort != ordinalNumber {
		return ""
	}
	return "name"
}

// isModel sees what a capitalised word numbers: Boeing 737, Windows 10.
func (r *reader) isModel(k int) string {
	n := &r.nums[k]
	i := n.first - 1
	if i > 0 && r.low(i) == "-" && r.glued(i) && r.glued(n.first) {
		i--
	} else if i > 0 && r.low(i) == "-" && r.glued(n.first) && r.ps[i-1].caps && len(r.ps[i-1].low) > 2 && n.plainDigits() && n.between(1, 99) {
		return "name" // "COVID -19"
	}
	if r.colonBefore(n.first) > 0 && (r.low(n.last) == ";" || r.low(n.last) == "," || r.low(n.last) == "." || r.low(n.last) == "(" && !(r.is(n.last+1, word) && r.ps[n.last+1].upper)) && r.raw(i) != "No" {
		return ""
	}
	if n.inWords || n.sort != cardinal || n.shape != plainInt && n.shape != decimals || n.scale.Cmp(num(1)) != 0 || r.heading || !r.is(i, word) {
		return ""
	}
	p := &r.ps[i]
	if i < n.first-1 && p.caps && len(p.low) == 1 && n.plainDigits() {
		return "name" // "tables A-1 and A-2"
	}
	if !p.upper || stopWords[p.low] || i == 0 && !p.tag.IsNoun() || months[p.low] > 0 || weekdays[p.low] || i == 0 && p.mention == 0 && !r.numberedName(n) || p.low == "percent" || r.moneyBefore(n.first) >= 0 {
		return ""
	}
	if p.mention > 0 {
		if t := r.d.Mentions[p.mention-1].Type; t == doc.Place || t == doc.Group {
			if t == doc.Place && i == 0 && r.numberedName(n) && r.low(n.last) == "," && describes[r.low(n.last+1)] {
				return "name" // "Kirkuk 2, a plant"
			}
			return ""
		}
	}
	if r.low(n.last) == "s" && r.glued(n.last) && p.tag == doc.NNP {
		return "name"
	}
	if q := n.last; n.plainDigits() && n.between(2, 99) && p.tag.IsNoun() && r.unitAt(q) == 0 && r.is(q, word) && r.ps[q].upper && r.ps[q].tag == doc.NNP && r.ps[q].mention == 0 && !r.pluralAt(q) {
		return "name" // "iPhone 11 Pro cameras"
	}
	if r.countNoun(n.last) || r.unitAt(n.last) > 0 || r.inSeries(k) {
		return ""
	}
	switch r.low(n.last) {
	case "to":
		if r.startsNumber(n.last+1) || !r.is(n.last+1, word) || r.ps[n.last+1].tag != doc.VB {
			return ""
		}
	case "or", "of", "-", "+":
		return ""
	}
	return "name"
}

// inSeries reports whether numeral k stands behind a name in a row of names
// with numbers, one of which has a unit: "Northtel held 65 per cent, Airzone
// 26.4 and Telkam 5.5", "gave the Union 37 and the Liberals 36 points".
func (r *reader) inSeries(k int) bool {
	for _, step := range [...]int{-1, 1} {
		for j := k; ; j += step {
			i := min(j, j+step)
			if i < 0 || i+1 >= len(r.nums) || j-k > 4 || k-j > 4 || !r.nameBetween(&r.nums[i], &r.nums[i+1]) {
				break
			}
			if o := &r.nums[j+step]; r.unitAt(o.last) > 0 || r.low(o.last) == "points" {
				return true
			}
		}
	}
	return false
}

// nameBetween reports whether only a comma or "and" and a name stand between
// two numbers, units passed.
func (r *reader) nameBetween(a, b *numeral) bool {
	j := a.last + r.unitAt(a.last)
	if r.low(j) == "points" {
		j++
	}
	if r.low(j) == "of" && r.low(j+1) == "the" && r.is(j+2, word) {
		j += 3 // "of the vote"
	}
	join := false
	for ; r.low(j) == "," || r.low(j) == ";" || r.low(j) == "and"; j++ {
		join = true
	}
	if determiners[r.low(j)] {
		j++
	}
	named := false
	for ; j < b.first && r.is(j, word) && r.ps[j].upper; j++ {
		named = true
	}
	return join && named && j == b.first
}

// modelBehindCount sees the second number of "two new 737 jets", which only
// adjectives part from the first.
func (r *reader) modelBehindCount(k int) string {
	n := &r.nums[k]
	if k == 0 || !n.plainDigits() || n.val.Cmp(num(100)) < 0 {
		return ""
	}
	a := &r.nums[k-1]
	if a.reason != "" || a.sort != cardinal || n.first <= a.last || n.first > a.last+2 || r.unitAt(n.last) > 0 || r.low(n.last) == "-" {
		return ""
	}
	for j := a.last; j < n.first; j++ {
		if !r.is(j, word) || !r.ps[j].tag.IsAdjective() {
			return ""
		}
	}
	return "name"
}
