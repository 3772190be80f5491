package structure

import (
	"strings"
	"unicode"
)

// mastLines is how many lines from the first on may be the head of a page that
// bears the title.
const mastLines = 8

// splitMast makes lines of their own of what stands at the right of the first
// lines, behind a gap: the date, with its place, and the number of the page or
// issue. The title ends before it.
func (b *builder) splitMast() {
	for i, cut := 0, 0; i < len(b.lines) && i < mastLines && cut < mastLines; {
		at := b.mastGap(i)
		if at < 0 {
			i++
			continue
		}
		cut++ // what is left is looked at again
		l := b.lines[i]
		right := l
		left, _ := makeLine(b.s, l.from, l.start+at)
		right, _ = makeLine(b.s, l.start+at, l.end)
		left.blank, left.page = l.blank, l.page
		right.blank = 1
		b.lines[i] = left
		b.lines = append(b.lines[:i+1], append([]line{right}, b.lines[i+1:]...)...)
		if i+2 < len(b.lines) && b.lines[i+2].blank == 0 {
			b.lines[i+2].blank = 1
		}
	}
}

// mastGap returns where line i is to be cut, -1 if it is none of those that are:
// few words, a gap and a date, or a title in capitals and a number.
func (b *builder) mastGap(i int) int {
	l := &b.lines[i]
	if l.mark != nil || l.gaps == 0 || l.tabs > 0 || l.cols > 140 || l.indent > 12 || b.rowsFollow(i) {
		return -1
	}
	s := b.text(i)
	at := strings.LastIndex(s, "  ") + 2
	left, right := strings.TrimSpace(s[:at]), s[at:]
	if isEmptyCell(left) || letters(left) < 6 || isBigNumber(left) || !startsUpper(left) || endsSentence(left) {
		return -1
	}
	if endDate(right) != "" && len(endDate(right)) > 4 && !(i > 0 && isFigureCell(left) && letters(left) < 4) {
		return at
	}
	if mostlyCapitals(left) && (isPageNumber(right) || isSeries(right) || isSeriesNumber(right)) && !strings.ContainsAny(strings.SplitN(left, "  ", 2)[0], "0123456789") {
		return at
	}
	return -1
}

// isSeriesNumber reports whether s is the number of an issue without the name
// of its series: "No. 12", "Round 14".
func isSeriesNumber(s string) bool {
	word, number, ok := strings.Cut(s, " ")
	_, n := leadingDigits(number)
	return ok && n > 0 && n == len(number) && n < 5 && (strings.EqualFold(word, "No.") || strings.EqualFold(word, "Issue") || strings.EqualFold(word, "Round") || strings.EqualFold(word, "Edition"))
}

// rowsFollow reports whether a line beside line i has as many cells, with figures in
// them: line i heads a table then, or is a row of one that tells dates.
func (b *builder) rowsFollow(i int) bool {
	n := len(splitGaps(b.text(i)))
	for j := max(0, i-1); j < len(b.lines) && j < i+3; j++ {
		cells := splitGaps(b.text(j))
		if j == i || len(cells) != n {
			continue
		}
		if j > i && hasFigureCell(cells[1:]) && b.mastDate(j) == "" || n > 2 && hasFigureCell(cells[1:n-1]) {
			return true
		}
	}
	return false
}

// mastDate returns the date at the right of line i.
func (b *builder) mastDate(i int) string {
	s := b.text(i)
	return endDate(s[strings.LastIndex(s, "  ")+1:])
}

// mostlyCapitals reports whether s is in capitals but for a letter or two that
// a scanner misread.
func mostlyCapitals(s string) bool {
	low, up := 0, 0
	first, _, _ := strings.Cut(s, "  ")
	for _, r := range first {
		switch {
		case unicode.IsLower(r):
			low++
		case unicode.IsUpper(r):
			up++
		}
	}
	return up > 5 && low*8 <= up
}
