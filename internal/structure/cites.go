package structure

import "strings"

// citeWords are words that stand in citations and hardly elsewhere, with a
// weight: 2 proves it, 1 is a hint.
var citeWords = []struct {
	word   string
	weight int
}{
	{"ibid", 2}, {"op. cit", 2}, {"loc. cit", 2}, {"supra note", 2}, {"et al", 1}, {"http", 2}, {"www.", 2}, {"doi", 2},
	{" pp.", 2}, {" p.", 1}, {"pp. ", 2}, {" vol.", 2}, {" no. ", 1}, {"(ed.", 2}, {"(eds", 2}, {" eds.", 2}, {" ed. ", 1},
	{"trans.", 1}, {"university press", 2}, {" press, ", 1}, {"journal of", 2}, {" review", 1}, {"accessed", 1}, {"retrieved", 1},
	{"working paper", 1}, {"dissertation", 1}, {"forthcoming", 1}, {" interview with", 1}, {"see ", 1}, {"cf. ", 2}, {"quoted in", 2}, {"cited in", 2},
	{"isbn", 2}, {"issn", 2}, {"arxiv", 2}, {"in: ", 1}, {"u.n. doc", 2}, {"s/res/", 2}, {"a/res/", 2},
}

// cites weighs how much the piece s looks like a citation: 0 not at all, 2 or
// more surely. Only its first 600 bytes count.
func cites(s string) int {
	if len(s) > 600 {
		s = s[:600]
	}
	low := strings.ToLower(s)
	weight := 0
	for _, c := range citeWords {
		if strings.Contains(low, c.word) {
			if weight += c.weight; weight > 3 {
				return weight
			}
		}
	}
	if quotedTitle(s) || pageNumber(low) {
		weight += 2
	}
	if yearAtEnd(s) {
		weight++
	}
	if authorYearHead(s) {
		weight += 2
	}
	return weight
}

// authorYearHead reports whether s begins with authors and a year in brackets:
// "Brown, T., & Clarke, M. (2013). Title".
func authorYearHead(s string) bool {
	open := strings.IndexByte(s[:min(len(s), 160)], '(')
	return open > 4 && len(s) > open+7 && isYear(s[open+1:open+5]) && (s[open+5] == ')' && strings.IndexByte(".,:", s[open+6]) >= 0 || s[open+5] == ',' || s[open+5] == 'a' || s[open+5] == 'b') && strings.IndexByte(s[:open], '.') > 0 && endsIn(strings.TrimRight(s[:open], " "), ".)")
}

// pageNumber reports whether s, in lower case, names a page: "p. 12", "p.12".
func pageNumber(s string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], "p.")
		if i < 0 {
			return false
		}
		at += i + 2
		if rest := strings.TrimLeft(s[at:], " "); rest != "" && isDigit(rest[0]) && (at < 3 || !isLetterByte(s[at-3]) || at > 3 && s[at-3] == 'p' && !isLetterByte(s[at-4])) {
			return true
		}
	}
}

// quotedTitle reports whether s holds a title between quotes that ends with
// the comma of a citation, or one between stars.
func quotedTitle(s string) bool {
	for _, q := range []string{",”", ",\"", ".”", ".\"", ",’", "”,", "\",", "?” ", "?\" "} {
		at := strings.Index(s, q)
		if at > 8 && strings.ContainsAny(s[:at], "“\"‘") && hasYear(s[at:]) && words(s[:at], 40) < 40 {
			return true
		}
	}
	first := strings.IndexByte(s, '*')
	return first >= 0 && strings.IndexByte(s[first+1:], '*') > 8 && hasYear(s)
}

// yearAtEnd reports whether a year stands among the last characters of s, as
// it does where a citation ends with its date.
func yearAtEnd(s string) bool {
	s = strings.TrimRight(s, " .,;)]")
	if len(s) < 5 {
		return false
	}
	return hasYear(s[len(s)-4:]) && !isDigit(s[len(s)-5]) && strings.ContainsAny(s, ",(")
}

// hasYear reports whether s holds four digits of a year from 1500 to 2099.
func hasYear(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if isYear(s[i:i+4]) && (i == 0 || !isDigit(s[i-1])) && (i+4 == len(s) || !isDigit(s[i+4])) {
			return true
		}
	}
	return false
}

// isYear reports whether s is four digits from 1500 to 2099.
func isYear(s string) bool {
	return len(s) == 4 && isDigit(s[2]) && isDigit(s[3]) && (s[0] == '1' && '5' <= s[1] && s[1] <= '9' || s[0] == '2' && s[1] == '0')
}

// isRepeatedAuthor reports whether an entry begins with the dash that stands
// for the author of the one before.
func isRepeatedAuthor(s string) bool {
	t := strings.TrimLeft(s, "—–_-―⸺⸻ ")
	dashes := 0
	for _, r := range s[:len(s)-len(t)] {
		switch r {
		case '⸺', '⸻':
			dashes += 3
		case '—', '―':
			dashes += 2
		case ' ':
		default:
			dashes++
		}
	}
	return len(t) > 0 && (dashes > 2 || dashes > 1 && (t[0] == '.' || t[0] == ','))
}
