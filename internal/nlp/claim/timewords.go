package claim

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

// weekdayOf counts as time.Weekday does.
var weekdayOf = map[string]int{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun.": 0, "mon.": 1, "tues.": 2, "tue.": 2, "wed.": 3, "thurs.": 4, "thu.": 4, "fri.": 5,
}

// seasonOf gives the first and the last month; winter begins in the year named.
var seasonOf = map[string][2]int{
	"spring": {3, 5}, "summer": {6, 8}, "autumn": {9, 11}, "fall": {9, 11}, "winter": {12, 14},
}

// A timeUnit is a unit of time as a number of one kind of step.
type timeUnit struct {
	steps int
	iso   byte // Y, M, W, D
}

var unitOf = map[string]timeUnit{
	"day": {1, 'D'}, "days": {1, 'D'}, "week": {1, 'W'}, "weeks": {1, 'W'}, "fortnight": {2, 'W'},
	"month": {1, 'M'}, "months": {1, 'M'}, "quarter": {3, 'M'}, "quarters": {3, 'M'},
	"year": {1, 'Y'}, "years": {1, 'Y'}, "decade": {10, 'Y'}, "decades": {10, 'Y'},
	"century": {100, 'Y'}, "centuries": {100, 'Y'},
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
	"height": 0, "course": 0, "whole": 0, "rest": 0, "turn": 1, "outset": 1, "most": 0, "much": 0, "all": 0,
	"midst": 0, "opening": 1,
}

// timeCues are words without which a sentence names no time, digits aside.
var timeCues = func() map[string]bool {
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
	for _, w := range []string{"yesterday", "today", "tonight", "overnight", "q1", "q2", "q3", "q4", "h1", "h2", "period", "then", "time", "weekend"} {
		m[w] = true
	}
	return m
}()
