package figure

import "strings"

// serial sees rows of three numbers and more that hyphens or points tie:
// dates, telephone numbers, codes.
func (r *reader) serial(k int) string {
	tied := 0
	for j := k; j > 0 && tied < 8 && r.tied(j-1, j); j-- {
		tied++
	}
	for j := k; j+1 < len(r.nums) && tied < 16 && r.tied(j, j+1); j++ {
		tied++
	}
	if tied < 2 {
		return ""
	}
	if r.nums[k].between(1500, 2200) || r.nums[k].val.Cmp(num(31)) <= 0 {
		return "date"
	}
	return "code"
}

func (r *reader) tied(a, b int) bool {
	j := r.nums[a].last
	return r.nums[b].first == j+1 && r.ps[j].form == sign && r.ps[j].low == "-" && r.glued(j) && r.glued(j+1) && !r.nums[a].inWords && r.nums[a].sort == cardinal
}

// isPhone sees groups of digits as telephone numbers are written.
func (r *reader) isPhone(k int) string {
	n := &r.nums[k]
	if r.low(n.first-1) == "+" && r.glued(n.first) && r.longNumber(n) {
		return "phone"
	}
	if r.low(n.first-1) == "+" && r.glued(n.first) && n.plainDigits() && k+1 < len(r.nums) && r.nums[k+1].first <= n.last+2 && r.nums[k+1].plainDigits() && r.loose(n.last, r.nums[k+1].first) {
		return "phone"
	}
	if k > 0 && r.nums[k-1].reason == "phone" && r.loose(r.nums[k-1].last, n.first) {
		return "phone"
	}
	if r.low(n.first-1) == "(" && r.low(n.last) == ")" && n.plainDigits() && n.last+1 < len(r.ps) && k+2 < len(r.nums) && r.nums[k+1].first == n.last+1 && r.isPhone(k+1) != "" {
		return "phone" // "(208) 555-0144"
	}
	if k > 0 && r.nums[k-1].reason == "code" && !r.nums[k-1].inWords && r.loose(r.nums[k-1].last, n.first) && n.plainDigits() && r.ps[r.nums[k-1].first].lex.zero {
		return "phone"
	}
	if b := k + 1; b < len(r.nums) && (r.tied(k, b) || r.spacedTie(k, b)) && n.shape == grouped && r.ps[n.first].lex.ints <= 3 && !strings.Contains(r.text(n.first, n.last), ",") && r.nums[b].plainDigits() && r.ps[r.nums[b].first].lex.ints == 4 {
		return "phone" // "1 201 944-6800", "617 425 - 3582"
	}
	if k+1 < len(r.nums) && r.tied(k, k+1) && n.plainDigits() && r.ps[n.first].lex.ints == 3 && r.nums[k+1].plainDigits() && r.ps[r.nums[k+1].first].lex.ints == 4 && (r.ps[r.nums[k+1].first].lex.zero || !r.countNoun(r.nums[k+1].last)) {
		return "phone"
	}
	return ""
}

// spacedTie reports whether a dash with blanks around it ties numerals a and b.
func (r *reader) spacedTie(a, b int) bool {
	return r.nums[b].first == r.nums[a].last+1 && r.low(r.nums[a].last) == "-"
}

// loose reports whether only blanks, hyphens and brackets stand between.
func (r *reader) loose(a, b int) bool {
	if b-a > 2 {
		return false
	}
	for ; a < b; a++ {
		if l := r.low(a); l != "-" && l != ")" && l != "(" && l != "/" {
			return false
		}
	}
	return true
}

// longNumber reports whether n has eight digits and more, in groups that only
// blanks part.
func (r *reader) longNumber(n *numeral) bool {
	t := r.d.Text[r.ps[n.first].Start:r.ps[n.last-1].End]
	count := 0
	for i := 0; i < len(t); i++ {
		switch {
		case isDigit(t[i]):
			count++
		case t[i] == ',' || t[i] == '.':
			return false
		}
	}
	return count >= 8 && count < 16
}

// afterImprint sees the page behind the brackets of an imprint: "(London:
// Verso, 2021), 42."
func (r *reader) afterImprint(k int) string {
	n := &r.nums[k]
	if k == 0 || !n.plainDigits() || r.low(n.first-1) != "," || r.low(n.first-2) != ")" || r.is(n.last, word) || r.low(n.last) == "(" {
		return ""
	}
	if y := &r.nums[k-1]; y.reason == "year" && y.last == n.first-2 && (r.low(y.first-1) == "," || r.low(y.first-1) == "(") && r.low(y.first-2) != ")" {
		return "page"
	}
	return ""
}

// papers are words before the number of a document: "Report 3/23".
var papers = set("report paper review bulletin circular document memo memorandum no issue case judgment judgement decree order letter notice resolution decision ruling")

// chemicals are formulas whose last number may stand apart.
var chemicals = set("SO CO NO CH PM NH CF SF")

// isRoad reports whether n, behind one letter that also means money, is no sum:
// "on the N4".
func (r *reader) isRoad(n *numeral) bool {
	i := n.first - 1
	if !r.glued(n.first) || len(r.low(i)) != 1 || r.low(i-1) != "the" || !n.plainDigits() || n.val.Cmp(num(1000)) >= 0 {
		return false
	}
	return currencySigns[r.raw(i)] != "" && r.unitAt(n.last) == 0 && (n.last >= len(r.ps) || !r.nounAt(n.last) && r.low(n.last) != "-")
}

// inCode sees numbers that are parts of codes: "Kz1-Po2 6/11", "Report 3/23",
// "HC 412".
func (r *reader) inCode(k int) string {
	n := &r.nums[k]
	if n.inWords || n.sort != cardinal && n.sort != share {
		return ""
	}
	i := n.first - 1
	if j := n.last; n.plainDigits() && r.low(j) == "(" && r.glued(j) && r.is(j+1, word) && r.glued(j+1) && len(r.low(j+1)) == 1 && r.low(j+2) == ")" && isAlnum(r.low(j + 1)[0]) {
		return "section" // "401(k)", "the 8(a) program"
	}
	if r.low(n.last) == "=" && n.plainDigits() && n.between(0, 9) && r.is(n.last+1, word) && !r.ps[n.last+1].upper {
		return "code" // "0 = female and 1 = male"
	}
	if !r.is(i, word) {
		return ""
	}
	p, raw := &r.ps[i], r.raw(i)
	switch {
	case r.isRoad(n):
		return "name"
	case raw == "US" && n.plainDigits() && n.between(1, 999) && !r.glued(n.first) && (r.is(n.last, sign) || r.closes(n.last)):
		return "label" // the road "US 169"
	case chemicals[raw] && n.between(2, 10) && !r.glued(n.first) && !r.pluralSoon(n.last):
		return "name" // "SO 2", as scanners part it
	case p.caps && len(raw) == 2 && n.plainDigits() && r.ps[n.first].lex.ints == 5 && (r.closes(n.last) || r.is(n.last, sign) || !r.pluralSoon(n.last)):
		return "address" // "New York, NY 10271"
	}
	slash := strings.IndexByte(r.d.Text[r.ps[n.first].Start:r.ps[n.last-1].End], '/') > 0
	switch {
	case r.glued(n.first) && p.upper && r.low(i-1) == "-" && r.glued(i) && r.glued(i-1) && len(raw) <= 3 && p.form == word:
		return "code"
	case r.glued(n.first) && p.upper && r.low(n.last) == "-" && r.glued(n.last) && r.is(n.last+1, word) && r.glued(n.last+1) && r.ps[n.last+1].upper:
		return "code"
	case slash && (p.upper && papers[p.low] || strings.ContainsAny(raw, "0123456789")):
		return "code"
	case p.caps && len(raw) >= 2 && len(raw) <= 4 && n.plainDigits() && !r.glued(n.first) && p.mention == 0 && p.tag.IsNoun() && r.moneyBefore(n.first) < 0 && !r.is(n.last, word) && r.unitAt(n.last) == 0 && !stopWords[p.low] && !isPersonWord(p.low) && !n.yearLike():
		if _, m := hedgesBefore.before(r.ps, n.first); m > 0 || r.low(n.last) == "-" || r.low(n.last) == "/" || r.low(i-1) == "the" || r.colonBefore(n.first) > 0 && !(r.low(i-1) == "," && n.last == len(r.ps)) {
			return ""
		}
		return "code"
	}
	return ""
}
