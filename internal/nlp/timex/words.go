package timex

// monthOf gives the number of a month's name; abbreviations with and without
// full stop. "may" and "march" are words as well and need a capital.
var monthOf = map[string]int{
	"january": 1, "jan": 1, "jan.": 1, "february": 2, "feb": 2, "feb.": 2,
	"march": 3, "mar": 3, "mar.": 3, "april": 4, "apr": 4, "apr.": 4, "may": 5,
	"june": 6, "jun": 6, "jun.": 6, "july": 7, "jul": 7, "jul.": 7,
	"august": 8, "aug": 8, "aug.": 8, "september": 9, "sept": 9, "sept.": 9, "sep": 9, "sep.": 9,
	"october": 10, "oct": 10, "oct.": 10, "november": 11, "nov": 11, "nov.": 11,
	"december": 12, "dec": 12, "dec.": 12,
}

// MonthNamed gives the number of the month that s, in lower case, is the name of, 0 for
// none.
func MonthNamed(s string) int { return monthOf[s] }

// weekdayOf counts as time.Weekday does.
var weekdayOf = map[string]int{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun.": 0, "mon.": 1, "tues.": 2, "tue.": 2, "wed.": 3, "thurs.": 4, "thu.": 4, "fri.": 5,
}

func weekdayNamed(s string) bool {
	_, ok := weekdayOf[s]
	return ok
}

// seasonOf gives the first and the last month; winter begins in the year named.
var seasonOf = map[string][2]int{
	"spring": {3, 5}, "summer": {6, 8}, "autumn": {9, 11}, "fall": {9, 11}, "winter": {12, 14},
}

// A timeUnit is a unit of time as a number of one kind of step.
type timeUnit struct {
	steps int
	iso   Unit // InYears, InMonths, InWeeks, InDays
}

var unitOf = map[string]timeUnit{
	"day": {1, InDays}, "days": {1, InDays}, "week": {1, InWeeks}, "weeks": {1, InWeeks}, "fortnight": {2, InWeeks},
	"month": {1, InMonths}, "months": {1, InMonths}, "quarter": {3, InMonths}, "quarters": {3, InMonths},
	"year": {1, InYears}, "years": {1, InYears}, "decade": {10, InYears}, "decades": {10, InYears},
	"century": {100, InYears}, "centuries": {100, InYears},
}

// smallNumbers are number words as they stand before a unit of time.
var smallNumbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}

var ordinalOf = map[string]int{
	"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1, "final": -1,
}

// decadeOf gives the last two digits of a decade in words.
var decadeOf = map[string]int{
	"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
	"eighties": 80, "nineties": 90,
}

// partWords stand before a period and name a part of it: early 2017, the end
// of August. The value is the month of a year that they mean, 0 for none.
var partWords = map[string]int{
	"early": 0, "mid": 0, "late": 0, "middle": 0, "end": 12, "close": 12, "beginning": 1, "start": 1,
	"height": 0, "course": 0, "whole": 0, "rest": 0, "turn": 0, "outset": 1, "most": 0, "much": 0, "all": 0,
	"midst": 0, "opening": 1,
}

// Cues are words, in lower case, without which a sentence names no time, digits aside.
// It is not to be changed.
var Cues = func() map[string]bool {
	m := map[string]bool{}
	for _, t := range []map[string]int{monthOf, weekdayOf, decadeOf} {
		for w := range t {
			m[w] = true
		}
	}
	for w := range seasonOf {
		m[w] = true
	}
	for w := range unitOf {
		m[w] = true
	}
	for _, w := range []string{"yesterday", "today", "tonight", "overnight", "q1", "q2", "q3", "q4", "h1", "h2", "period", "then", "time", "weekend", "since"} {
		m[w] = true
	}
	return m
}()
