package structure

import (
	"fmt"
	"strings"
	"unicode"
)

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// seasons count as parts of dates, though ISO 8601 has no name for them.
var seasons = set("spring summer autumn fall winter")

// A dateWord is one word of a date.
type dateWord struct {
	kind byte // 'm' month, 'd' day, 'y' year, 's' season, 'i' ISO date, 'n' numbers with slashes or dots, 'w' day of the week, 't' time, 0 none
	num  int
	text string
}

var weekdays = set("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")

// readDateWord reads one word, without the signs around it.
func readDateWord(w string) dateWord {
	w = strings.Trim(w, ".,;:()[]*_|·–—-\"“”")
	w = scannedDigits(w)
	low := strings.ToLower(w)
	if n, ok := months[low]; ok && (unicode.IsUpper(rune(w[0])) || len(w) > 3) {
		return dateWord{kind: 'm', num: n}
	}
	switch {
	case low == "":
		return dateWord{}
	case seasons[low]:
		return dateWord{kind: 's'}
	case weekdays[low]:
		return dateWord{kind: 'w'}
	}
	if !isDigit(w[0]) {
		return dateWord{}
	}
	num, n := leadingDigits(w)
	rest := low[n:]
	switch {
	case rest == "" && isYear(w):
		return dateWord{kind: 'y', num: num}
	case (rest == "" || rest == "st" || rest == "nd" || rest == "rd" || rest == "th") && num >= 1 && num <= 31 && n < 3:
		return dateWord{kind: 'd', num: num}
	case n == 4 && isYear(w[:4]) && isISO(w):
		return dateWord{kind: 'i', text: w[:min(10, len(w))]}
	case strings.HasPrefix(rest, ":") || rest == "am" || rest == "pm":
		return dateWord{kind: 't'}
	case strings.ContainsAny(rest, "/.") && n < 3:
		return dateWord{kind: 'n', text: w}
	}
	return dateWord{}
}

// scannedDigits puts digits where a scanner read letters in the number of a day
// or year: "2O16".
func scannedDigits(w string) string {
	if len(w) < 2 || len(w) > 4 || !isDigit(w[0]) || !strings.ContainsAny(w, "OlI") || strings.Trim(w, "0123456789OlI") != "" {
		return w
	}
	return strings.NewReplacer("O", "0", "l", "1", "I", "1").Replace(w)
}

// isISO reports whether s begins with 2017-02 or 2017-02-13 or 2017/02/13 and
// nothing but a time follows.
func isISO(s string) bool {
	if len(s) < 7 || s[4] != '-' && s[4] != '/' || !isDigit(s[5]) || !isDigit(s[6]) {
		return false
	}
	month := s[5:7]
	if month > "12" || month < "01" {
		return false
	}
	if len(s) == 7 {
		return true
	}
	return len(s) >= 10 && s[7] == s[4] && isDigit(s[8]) && isDigit(s[9]) && s[8:10] <= "31" && (len(s) == 10 || s[10] == 'T')
}

// parseDate returns the first full date of s in ISO 8601, as precise as it is
// written, and the words of s that are no part of it; "" if there is none.
//
// Numbers with slashes or dots are read where only one order is possible or
// where both are the same day.
func parseDate(s string) (iso string, others int) {
	var year, month, day int
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return isBlank(r) || r == ',' }) {
		switch d := readDateWord(w); {
		case d.kind == 'm' && month == 0:
			month = d.num
		case d.kind == 'd' && day == 0:
			day = d.num
		case d.kind == 'y' && year == 0:
			year = d.num
		case d.kind == 'i' && iso == "":
			iso = strings.ReplaceAll(d.text, "/", "-")
		case d.kind == 'n' && iso == "":
			if iso = numericDate(d.text); iso == "" {
				others++
			}
		case d.kind == 'w' || d.kind == 't' || d.kind == 's':
		case d.kind == 0 && isDateFiller(w):
		default:
			others++
		}
	}
	if iso != "" {
		return iso, others
	}
	switch {
	case year == 0:
		return "", others
	case month == 0:
		if day > 0 {
			others++
		}
		return fmt.Sprintf("%04d", year), others
	case day == 0:
		return fmt.Sprintf("%04d-%02d", year, month), others
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), others
}

// dateFiller are words around the date of a header.
var dateFiller = set("published updated posted date dated on at the of est edt gmt utc et pt cet bst am pm p.m a.m p.m. a.m. last modified first released release issued created and hrs h o'clock originally revised version as time")

// isDateFiller reports whether the word w, without signs, says nothing beside a
// date.
func isDateFiller(w string) bool {
	w = strings.ToLower(strings.Trim(w, ".,;:()[]*_|·–—-"))
	return w == "" || dateFiller[w]
}

// numericDate reads 13/02/2017, 13.2.2017 and 02/13/2017.
func numericDate(s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '.' || r == '-' })
	if len(parts) != 3 {
		return ""
	}
	var n [3]int
	for i, p := range parts {
		num, k := leadingDigits(p)
		if k != len(p) || k == 0 {
			return ""
		}
		n[i] = num
	}
	if !isYear(parts[2]) {
		return ""
	}
	day, month := n[0], n[1]
	if month > 12 {
		day, month = month, day
	} else if day <= 12 && day != month && strings.Contains(s, "/") {
		return parts[2] // day and month cannot be told apart
	}
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return ""
	}
	return fmt.Sprintf("%s-%02d-%02d", parts[2], month, day)
}

// wholeDate reports whether s is a date and nothing else.
func wholeDate(s string) bool {
	if len(s) > 80 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	iso, others := parseDate(s)
	return iso != "" && others == 0
}
