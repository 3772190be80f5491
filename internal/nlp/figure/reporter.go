package figure

import (
	"strings"

	"analyze/internal/doc"
)

// reporters are the short titles of reports of cases, codes and courts, without
// blanks and full stops: "FSupp2d", "USC", "EWCACiv".
var reporters = words("reporters.txt")

// maxReporter bounds the signs of a reporter's title in the text.
const maxReporter = 22

// citedTokens finds the numbers of citations of law, which stand on both sides
// of a reporter's title: "410 F.3d 221, 229", "[2018] UKSC 11", "18 U.S.C. §
// 1001". They are found among all tokens, since the full stops of titles look
// like the ends of sentences.
func citedTokens(d *doc.Document) map[int]bool {
	var cited map[int]bool
	for t := 1; t+1 < len(d.Tokens); t++ {
		b := d.Text[d.Tokens[t].Start]
		if b < 'A' || b > 'Z' || !volumeBefore(d, t) {
			continue
		}
		end := reporterAt(d, t)
		if end == 0 {
			continue
		}
		for end < len(d.Tokens) && citeSigns[d.Slice(d.Tokens[end].Span)] {
			end++
		}
		if end >= len(d.Tokens) || !isDigit(d.Text[d.Tokens[end].Start]) {
			continue
		}
		if cited == nil {
			cited = map[int]bool{}
		}
		for i := t - 1; i < end; i++ {
			if isDigit(d.Text[d.Tokens[i].Start]) || i >= t {
				cited[i] = true
			}
		}
		t = citedPages(d, end, cited)
	}
	return cited
}

// citedPages notes the numbers from token t on that a citation goes on with:
// "221, 229", "3621 and 3625", "1113(c)(3)". It returns the last of them.
func citedPages(d *doc.Document, t int, cited map[int]bool) int {
	for {
		cited[t] = true
		for t+3 < len(d.Tokens) && d.Slice(d.Tokens[t+1].Span) == "(" && d.Tokens[t+1].Start == d.Tokens[t].End && d.Tokens[t+2].Len() <= 3 && d.Slice(d.Tokens[t+3].Span) == ")" {
			cited[t+2] = true
			t += 3
		}
		if t+2 >= len(d.Tokens) || !pageJoins[d.Slice(d.Tokens[t+1].Span)] || !shortNumber(d, t+2) {
			return t
		}
		t += 2
	}
}

// citeSigns may stand between a reporter and its number.
var citeSigns = set("§ §§ § at art art. Art. , (")

// pageJoins tie the pages of a citation.
var pageJoins = set(", - – and or & through")

// shortNumber reports whether token t is a page: up to four digits.
func shortNumber(d *doc.Document, t int) bool {
	s := d.Tokens[t].Span
	if s.Len() > 4 {
		return false
	}
	for i := s.Start; i < s.End; i++ {
		if !isDigit(d.Text[i]) {
			return false
		}
	}
	return t+1 == len(d.Tokens) || !startsLetter(d.Text[d.Tokens[t+1].Start:])
}

// volumeBefore reports whether a number stands before token t, as a volume or
// as a year in brackets.
func volumeBefore(d *doc.Document, t int) bool {
	switch b := d.Text[d.Tokens[t-1].Start]; {
	case isDigit(b):
		return d.Tokens[t-1].Len() <= 5
	case b == ']' || b == ')':
		return t > 1 && isDigit(d.Text[d.Tokens[t-2].Start])
	}
	return false
}

// reporterAt returns the token behind the longest title of a reporter at token
// t, 0 if there is none.
func reporterAt(d *doc.Document, t int) int {
	var name strings.Builder
	end, start := 0, d.Tokens[t].Start
	for i := t; i < len(d.Tokens) && d.Tokens[i].End-start <= maxReporter; i++ {
		for _, c := range d.Slice(d.Tokens[i].Span) {
			if c != '.' && c != '\'' && c != '’' {
				name.WriteRune(c)
			}
		}
		if reporters[name.String()] {
			end = i + 1
		}
	}
	if end > 0 && end < len(d.Tokens) && d.Slice(d.Tokens[end].Span) == "." {
		end++
	}
	return end
}
