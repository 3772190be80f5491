package figure

import "strings"

// isPeriodText reports whether a header names only a time, and the stage or the
// unit of its numbers: "2017 actual", "2022/23(R)", "Q3 2019", "FY15", "Jan–Mar
// 2014", "wk 10".
func isPeriodText(s string) bool {
	if isYearText(s) {
		return true
	}
	said, short := false, false // a period, and one that two digits may follow
	for _, w := range strings.FieldsFunc(strings.ToLower(s), betweenPeriods) {
		switch {
		case isYearText(w), isQuarterText(w), len(w) == 5 && isYearText(w[:4]):
			said, short = true, true
		case months[w] > 0, w == "week" || w == "wk" || w == "fy" || w == "sept", romanMonths[w]:
			said, short = said || w != "fy" && !romanMonths[w], true
		case len(w) == 4 && strings.HasPrefix(w, "fy") && wholeNumber(w[2:]), len(w) > 2 && len(w) < 6 && strings.HasPrefix(w, "wk") && wholeNumber(w[2:]), len(w) == 6 && w[:2] == "fy" && isYearText(w[2:]):
			said = true
		case short && len(w) <= 2 && wholeNumber(w):
			said = true
		case said && unitText(w):
		case !budgetStates[w]:
			return false
		}
	}
	return said
}

// betweenPeriods reports whether c parts the words of a header of periods.
func betweenPeriods(c rune) bool { return strings.ContainsRune(" (),*/-–—.", c) }

// unitText reports whether w, behind a period, tells the unit of its numbers.
func unitText(w string) bool {
	return strings.ContainsAny(w, "$€£¥₦%") || headerScales[w].IsPos() || w == "no" || w == "m"
}

// isQuarterText reports whether w is a quarter or half of a year: "q3", "h1",
// "1h".
func isQuarterText(w string) bool {
	if len(w) != 2 {
		return false
	}
	letter, digit := w[0], w[1]
	if isDigit(letter) {
		letter, digit = digit, letter
	}
	return letter == 'q' && digit >= '1' && digit <= '4' || letter == 'h' && (digit == '1' || digit == '2')
}

// romanMonths number months, as statistical offices do: "I–VI 2015".
var romanMonths = set("i ii iii iv v vi vii viii ix x xi xii")
