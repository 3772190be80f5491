package figure

import "strings"

// slashed sees 10/7 and 10/7/2016, and years such as 2015/16.
func (r *reader) slashed(k int) string {
	n := &r.nums[k]
	if n.inWords || n.sort != cardinal && n.sort != share || r.low(n.first-1) == "/" && r.moneyBefore(n.first) >= 0 {
		return "" // "S/4.5 million"
	}
	before := r.low(n.first-1) == "/" && r.glued(n.first) && r.is(n.first-2, digits)
	if r.low(n.first-1) == "/" && r.glued(n.first) && r.glued(n.first-1) && r.is(n.first-2, word) && r.ps[n.first-2].upper {
		return "code"
	}
	behind := r.low(n.last) == "/" && r.glued(n.last) && r.is(n.last+1, digits) && r.glued(n.last+1)
	if !before && r.low(n.first-1) == "/" && k > 0 && r.nums[k-1].reason == "date" && r.nums[k-1].last == n.first-1 && n.between(0, 99) {
		return "date" // "11/15/ 17", as scanners part it
	}
	if !before && !behind {
		if n.sort == share && r.low(n.last) == "/" && r.glued(n.last) {
			return "date"
		}
		return ""
	}
	switch {
	case before && k > 0 && (r.nums[k-1].reason == "year" || r.nums[k-1].reason == "date"):
		return r.nums[k-1].reason
	case n.between(1500, 2200) && n.plainDigits():
		return "year"
	case n.between(1, 31):
		return "date"
	}
	return "code"
}

func (r *reader) isDottedDate(n *numeral) bool {
	t := r.d.Text[r.ps[n.first].Start:r.ps[n.first].End]
	if len(t) < 6 || len(t) > 10 {
		return false
	}
	dots, last := 0, 0
	for i := 0; i < len(t); i++ {
		if t[i] == '.' {
			dots++
			last = i
		} else if !isDigit(t[i]) {
			return false
		}
	}
	return dots == 2 && (len(t)-last == 5 || len(t)-last == 3)
}

var months = map[string]int{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "jan.": 1, "feb": 2, "feb.": 2, "mar": 3, "mar.": 3, "apr": 4, "apr.": 4, "jun": 6, "jun.": 6, "jul": 7, "jul.": 7, "aug": 8, "aug.": 8, "sep": 9, "sep.": 9, "sept": 9, "sept.": 9, "oct": 10, "oct.": 10, "nov": 11, "nov.": 11, "dec": 12, "dec.": 12}

var weekdays = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true, "mon.": true, "tue.": true, "wed.": true, "thu.": true, "fri.": true, "sat.": true, "sun.": true, "today": true, "yesterday": true, "tomorrow": true, "tonight": true}

// month reports whether piece i is the name of a month; "may" and "march"
// only with a capital.
func (r *reader) month(i int) bool {
	return i >= 0 && i < len(r.ps) && r.ps[i].upper && months[r.ps[i].low] > 0
}

// isDate sees the day of a date: "17 October", "Oct. 17", "the 17th of May".
func (r *reader) isDate(k int) string {
	n := &r.nums[k]
	if n.sort == ordinalNumber && n.inWords && (r.low(n.last) != "of" || !r.month(n.last+1)) && !r.month(n.last) {
		return ""
	}
	if n.sort == share && r.month(n.last) && strings.IndexByte(r.d.Text[r.ps[n.first].Start:r.ps[n.last-1].End], '/') > 0 {
		return "date" // "on the night of 12/13 May"
	}
	if n.sort != cardinal && n.sort != ordinalNumber || !n.between(1, 31) || !n.val.IsInt() || n.scale.Cmp(num(1)) != 0 {
		return ""
	}
	j := n.last
	if r.low(j) == "-" && r.glued(j) {
		j++
	}
	switch {
	case r.month(j) && (r.low(j) != "march" && r.low(j) != "may" || !n.inWords):
		return "date"
	case r.low(n.last) == "of" && r.month(n.last+1) && (n.sort == ordinalNumber || !n.inWords):
		return "date"
	case r.month(n.first-1) && (!n.inWords || n.sort == ordinalNumber):
		if on := r.low(n.first - 2); r.countNoun(n.last) && (on == "in" || on == "by" || on == "since") && n.sort == cardinal {
			return ""
		}
		return "date"
	case weekdays[r.low(n.first-1)] && n.sort == ordinalNumber, r.low(n.first-1) == "," && weekdays[r.low(n.first-2)] && n.plainDigits() && !r.countNoun(n.last) && r.low(n.last) == ",":
		return "date"
	}
	return ""
}

// daysOfDates spreads "date" and "year" to numbers joined to one: "5 to 7
// May", "May 5–7", "2013 and 2014", "2009–15".
func (r *reader) daysOfDates() {
	for k := 1; k < len(r.nums); k++ {
		a, b := &r.nums[k-1], &r.nums[k]
		if b.first != a.last+1 || !joins[r.low(a.last)] {
			continue
		}
		dash := r.low(a.last) == "-" || r.low(a.last) == "/"
		switch {
		case a.reason == "" && a.plainDigits() && b.reason == "date" && a.between(1, 31) && !r.month(a.first-1):
			a.reason = "date"
		case b.reason == "" && b.plainDigits() && a.reason == "date" && b.between(1, 31) && (dash || r.spansDays(a, b)) && r.month(a.first-1):
			b.reason = "date"
		case a.reason == "" && b.reason == "time" && a.between(1, 12) && a.inWords == b.inWords && r.low(a.last) != ",":
			a.reason = "time"
		case a.reason == "year" && b.reason == "" && b.plainDigits() && dash && (r.glued(b.first) || r.loneYears(a, b)) && b.between(0, 99):
			b.reason = "year"
		case a.reason == "year" && b.reason == "" && dash && b.plainDigits() && a.plainDigits() && len(r.raw(a.first)) == len(r.raw(b.first)) && b.val.Cmp(a.val) > 0 && r.unitAt(b.last) == 0 && !r.countNoun(b.last):
			b.reason = "year" // "373 - 374"
		case a.reason == "year" && b.reason == "" && b.yearLike() && !r.countNoun(b.last) && r.unitAt(b.last) == 0:
			b.reason = "year"
		case b.reason == "year" && a.reason == "" && a.plainDigits() && r.eraAt(b.last):
			a.reason = "year" // "between 600 and 150 BC"
		case b.reason == "year" && a.reason == "" && a.yearLike() && r.low(a.first-1) != "$":
			a.reason = "year"
		}
	}
}

// spansDays reports whether a and b are the days that a time runs between:
// "between April 1 and 11", "from May 3 to 9".
func (r *reader) spansDays(a, b *numeral) bool {
	join, prev := r.low(a.last), r.low(a.first-2)
	if l := r.low(b.last); join == "and" && prev == "on" && (l == "at" || l == "in" || l == "," || r.closes(b.last)) && b.val.Cmp(a.val) > 0 {
		return true // "hearings on May 7 and 21 at noon"
	}
	return (join == "and" && prev == "between" || (join == "to" || join == "through" || join == "until") && prev != "in") && b.val.Cmp(a.val) > 0 && r.unitAt(b.last) == 0 && !r.countNoun(b.last)
}

// loneYears reports whether b, apart from its dash, ends the years that a
// begins: "c. 1871 – 72".
func (r *reader) loneYears(a, b *numeral) bool {
	_, rest, err := a.val.QuoRem(num(100))
	return err == nil && len(r.raw(b.first)) == 2 && b.val.Cmp(rest) > 0 && r.unitAt(b.last) == 0 && !r.countNoun(b.last)
}

var joins = map[string]bool{"-": true, "to": true, "and": true, "or": true, "/": true, "—": true, "&": true, "through": true, "until": true, ",": true}
