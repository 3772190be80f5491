package structure

import (
	"strings"
	"unicode/utf8"

	"analyze/internal/doc"
)

// maxGridCols is the width up to which lines are looked at as rows of a table
// set with blanks; wider ones are text.
const maxGridCols = 240

// findTables marks the lines that are rows of tables: b.table holds for each
// line the number of its table from 1, 0 for none.
func (b *builder) findTables() {
	b.table = make([]int, len(b.lines))
	kinds := []func(int) (int, bool){b.pipeRun, b.tabRun, b.leaderRun, b.gapRun, b.separatedRun, b.tailRun, b.answerRun}
	// A run that is no table is not looked at again from its later lines:
	// that would take time quadratic in its length.
	seen := make([]int, len(kinds))
	id := 0
	for i := 0; i < len(b.lines); {
		length, said := b.markRun(i)
		for k, run := range kinds {
			if said {
				break
			}
			if i < seen[k] {
				continue
			}
			n, ok := run(i)
			seen[k] = i + n
			if ok {
				length = n
				break
			}
		}
		if length == 0 {
			i++
			continue
		}
		id++
		for j := i; j < i+length; j++ {
			b.table[j] = id
		}
		i += length
	}
}

// markRun returns the number of lines from i on that the format of the file
// says are a table, 0 for none; said is true where it says what line i is, so
// that its form need not be looked at.
func (b *builder) markRun(i int) (n int, said bool) {
	m := b.lines[i].mark
	switch {
	case m == nil || m.Kind == doc.MarkQuote:
		return 0, false
	case m.Kind != doc.MarkTable:
		return 0, true
	}
	for i+n < len(b.lines) && b.lines[i+n].mark == m {
		n++
	}
	return n, true
}

// pipeRun returns the number of lines from i on that make a Markdown table or
// one drawn with + and |, and whether they do.
func (b *builder) pipeRun(i int) (int, bool) {
	s := b.text(i)
	if !strings.Contains(s, "|") && !strings.HasPrefix(s, "+-") && !strings.HasPrefix(s, "+=") {
		return 0, false
	}
	n, rules := 1, 0
	if isPipeRule(s) {
		rules++
	}
	for i+n < len(b.lines) && b.lines[i+n].blank == 0 {
		t := b.text(i + n)
		rule := isPipeRule(t)
		if rule {
			rules++
		} else if !strings.Contains(t, "|") {
			break
		}
		n++
	}
	framed := strings.HasPrefix(s, "|") || strings.HasPrefix(s, "+")
	return n, n > 1 && (rules > 0 || framed || b.barred(i, n))
}

// barred reports whether the n lines from i on, without a frame or a drawn line,
// make a table: three or more with the same two bars or more in each, and
// a figure behind the first bar of most.
func (b *builder) barred(i, n int) bool {
	bars := strings.Count(b.text(i), "|")
	if n < 3 || bars < 2 {
		return false
	}
	figures := 0
	for j := i; j < i+n; j++ {
		s := b.text(j)
		if strings.Count(s, "|") != bars || len(s) > 60*(bars+1) {
			return false
		}
		if hasFigureCell(strings.Split(s, "|")[1:]) {
			figures++
		}
	}
	return figures*2 > n
}

// hasFigureCell reports whether one of the cells holds a figure.
func hasFigureCell(cells []string) bool {
	for _, c := range cells {
		if c = strings.TrimSpace(c); isFigureCell(c) && !isEmptyCell(c) {
			return true
		}
	}
	return false
}

// isPipeRule reports whether s is the line under the header of a Markdown
// table, or a drawn line.
func isPipeRule(s string) bool {
	return strings.ContainsAny(s, "|+") && strings.ContainsAny(s, "-=") && strings.Trim(s, "|+-=: \t") == ""
}

// tabsOf counts the tabs of line i, those before its first sign included.
func (b *builder) tabsOf(i int) int {
	l := &b.lines[i]
	if l.indent < 8 {
		return l.tabs
	}
	return l.tabs + strings.Count(b.s[l.from:l.start], "\t")
}

// tabRun returns the number of lines from i on that make a table with tabs,
// and whether they do. A short line without tabs may stand between rows: it
// heads a group.
func (b *builder) tabRun(i int) (int, bool) {
	if b.tabsOf(i) == 0 || b.tabbedItem(i) || b.tabbedCaption(i) {
		return 0, false
	}
	rows, cells, length, n := 0, 0, 0, 0
	for j := i; j < len(b.lines); j++ {
		l := &b.lines[j]
		if j > i && (l.blank > 1 || l.blank == 1 && b.lines[j-1].tabs == 0) {
			break
		}
		if t := b.tabsOf(j); t > 0 && !b.tabbedItem(j) {
			rows, cells, length, n = rows+1, cells+l.tabs+1, length+l.cols, j-i+1
			continue
		}
		if j == i || l.blank > 0 || l.cols > 60 || j+1 >= len(b.lines) || b.tabsOf(j+1) == 0 || b.lines[j+1].blank > 0 || b.tabbedItem(j+1) {
			break
		}
	}
	return n, rows > 1 && cells >= 2*rows-1 && length/cells <= 60
}

// tabbedItem reports whether line i is a list item or note whose only tab
// stands behind its label, or a line of contents.
func (b *builder) tabbedItem(i int) bool {
	if b.lines[i].tabs > 1 {
		return false
	}
	s := b.text(i)
	at := strings.IndexByte(s, '\t')
	if at < 0 {
		return false
	}
	m := readMarker(s)
	return m.n == at+1 && m.kind != noMarker && (m.kind != numberBlank || len(s)-at > 60) || at < 4 && len(s)-at > 60
}

// tabbedCaption reports whether the only tab of line i stands behind the number of a
// caption: "Table 2<tab>Residues in fruit".
func (b *builder) tabbedCaption(i int) bool {
	s := b.text(i)
	n := captionNumber(s)
	return n > 0 && b.lines[i].tabs == 1 && strings.HasPrefix(strings.TrimLeft(s[n:], ".: "), "\t")
}

// leaderRun returns the number of lines from i on in which dots lead from a
// label to a figure, and whether they make a table. Where the figures ascend
// they are pages, and the lines a table of contents.
func (b *builder) leaderRun(i int) (int, bool) {
	n, last, ascend := 0, -1, true
	for j := i; j < len(b.lines) && (j == i || b.lines[j].blank == 0); j++ {
		s := b.text(j)
		if !isDigit(s[len(s)-1]) && s[len(s)-1] != '%' {
			break
		}
		at := strings.LastIndex(s, "...")
		if at < 1 || !isFigureCell(strings.Trim(s[at:], ". ")) || strings.Trim(s[at:], ". ") == "" {
			break
		}
		n++
		num, k := leadingDigits(strings.Trim(s[at:], ". "))
		if k == 0 || num < last || at+3+k < len(strings.TrimRight(s, " "))-2 {
			ascend = false
		}
		last = num
	}
	return n, n > 1 && !ascend
}

// gapRun returns the number of lines from i on whose columns may be set apart
// by two blanks or more, and whether they make a table. Blank lines may stand
// under a header of up to three rows, between all rows, and before a sum or the
// head of a group.
func (b *builder) gapRun(i int) (int, bool) {
	if b.spansOver(i) {
		if n, ok := b.gapRun(i + 1); ok {
			return n + 1, true
		}
	}
	if !b.gapped(i) || spacedCaption(b.text(i)) {
		return 0, false
	}
	rows, n, blanks, cells := 0, 0, 0, 0
	for j := i; j < len(b.lines); j++ {
		l := &b.lines[j]
		if j > i && (l.page || l.blank > 1) {
			break
		}
		if l.blank == 1 && j > i && blanks < rows-1 && (blanks > 0 || rows > 3) && !b.resumes(j, cells) {
			break
		}
		if b.gapped(j) {
			if j > i && l.blank == 1 {
				blanks++
			}
			if k := b.figureCells(j); k > 0 {
				cells = k
			}
			rows, n = rows+1, j-i+1
			continue
		}
		if isRule(b.text(j)) && j > i {
			continue
		}
		if j == i || !b.headsGroup(j, cells) && !b.wraps(j) {
			break
		}
	}
	return n, rows > 1 && (b.measure(i, n).isTable(rows) || b.boxes(i, n)) && !b.pageHeads(i, n)
}

// spansOver reports whether line i is one short header set far in over several columns,
// right above the line that heads each of them: "Age (years)".
func (b *builder) spansOver(i int) bool {
	const far = 12
	l := &b.lines[i]
	if l.gaps > 0 || l.indent < far || l.cols > 40 || l.blank == 0 && i > 0 || i+1 >= len(b.lines) {
		return false
	}
	next := &b.lines[i+1]
	return next.blank == 0 && next.indent < l.indent && next.gaps > 1 && len(splitGaps(b.text(i+1))) > 2 && next.start-next.from+next.cols > l.indent+l.cols
}

// pageHeads reports whether the n lines from i on are one head of pages that comes
// again with the number of the next page.
func (b *builder) pageHeads(i, n int) bool {
	key, last := headKey(b.text(i)), edgeNumber(b.text(i))
	if n > 4 || key == 0 || last < 0 {
		return false
	}
	for j := i + 1; j < i+n; j++ {
		if num := edgeNumber(b.text(j)); headKey(b.text(j)) != key || num != last+1 {
			return false
		}
		last++
	}
	return true
}

// boxes reports whether the n lines from i on are boxes side by side, each with a big
// number and what it counts behind it, two or more in a line; or a list of such, one in
// each of three lines or more.
func (b *builder) boxes(i, n int) bool {
	last, up := 0, 0
	for j := i; j < i+n; j++ {
		cells := splitGaps(b.text(j))
		if len(cells)%2 != 0 || len(cells) < 4 && j+1 < i+n && n < 3 {
			return false
		}
		for k := 0; k < len(cells); k += 2 {
			if !isBigNumber(cells[k]) || letters(cells[k+1]) < 4 || isNumeric(cells[k+1]) && !isLetterByte(cells[k+1][0]) {
				return false
			}
		}
		if num, k := leadingDigits(cells[0]); k == len(cells[0]) && num == last+1 {
			up++ // the numbers of a list
		}
		last++
	}
	return up*2 < n
}

// isBigNumber reports whether a cell is a number that is set large, with its scale and
// signs: "7.77 million", "£8.3bn", "1 in 9".
func isBigNumber(s string) bool {
	for _, w := range [...]string{" million", " billion", " trillion", " thousand"} {
		s = strings.TrimSuffix(s, w)
	}
	return s != "" && (isDigit(s[len(s)-1]) || endsIn(s, "%+mnkM")) && isNumeric(s) && !isPeriod(s)
}

// figureCells counts the cells of line j, if one behind the first holds a figure;
// 0 if none does.
func (b *builder) figureCells(j int) int {
	if !b.gapped(j) {
		return 0
	}
	cells := splitGaps(b.text(j))
	if !hasFigureCell(cells[1:]) {
		return 0
	}
	return len(cells)
}

// resumes reports whether line j, behind a blank one, goes on with a table whose
// rows have as many cells.
func (b *builder) resumes(j, cells int) bool {
	return cells > 1 && (b.figureCells(j) == cells || b.headsGroup(j, cells))
}

// wraps reports whether line j goes on with a label or with what its bracket holds,
// over more lines than one, before the next row.
func (b *builder) wraps(j int) bool {
	const most = 4
	if t := b.text(j); !strings.HasPrefix(t, "(") && !startsLower(t) && !openBracket(b.text(j-1)) {
		return false
	}
	for k := j; k < len(b.lines) && k < j+most && b.lines[k].blank == 0; k++ {
		if b.gapped(k) {
			return true
		}
		if b.lines[k].cols > 40 || endsSentence(b.text(k)) {
			return false
		}
	}
	return false
}

// headsGroup reports whether line j is a short one without cells over rows of a
// table: a further line of a label, or the head of a group, before which a blank
// line may stand if the rows under it have as many cells as those above.
func (b *builder) headsGroup(j, cells int) bool {
	l, next := &b.lines[j], j+1
	if b.gapped(j) || l.cols > 50 || next >= len(b.lines) || b.lines[next].page || !b.gapped(next) {
		return false
	}
	if l.blank == 0 && b.lines[next].blank == 0 {
		return true
	}
	k := b.figureCells(next)
	return l.blank < 2 && b.lines[next].blank < 2 && k > 1 && (cells == 0 || k == cells) && !endsSentence(b.text(j)) && startsUpper(b.text(j)) && !isCaption(b.text(j)) && readMarker(b.text(j)).kind != hashMarker
}

// tailRun returns the number of lines from i on that end with the same number
// of figures, two or more, behind a short label, and whether they make a table:
// one that lost its gaps. The line above belongs to it if it is a header.
func (b *builder) tailRun(i int) (int, bool) {
	first := i
	k := tailFigures(b.text(i))
	if k < 2 && i+1 < len(b.lines) && b.lines[i+1].blank == 0 && b.lines[i].cols < 100 {
		first = i + 1
		k = tailFigures(b.text(first))
		if !headsTail(b.text(i), k) {
			return 1, false
		}
	}
	if k < 2 {
		return 1, false
	}
	j, dashed := first, 0
	for j < len(b.lines) && (j == first || b.lines[j].blank == 0) && tailFigures(b.text(j)) == k {
		if f := strings.Fields(b.text(j)); isEmptyCell(f[len(f)-k]) {
			dashed++ // "India – 5,000" has one figure
		}
		j++
	}
	if j-first < 3 || dashed == j-first {
		return 1, false
	}
	return j - i, true
}

// answerRun returns the number of lines from i on that hold an answer and its share
// each, and whether they are enough: three, or two under a question. "Don't know 17%".
func (b *builder) answerRun(i int) (int, bool) {
	n := 0
	for i+n < len(b.lines) && (n == 0 || b.lines[i+n].blank == 0) && isAnswer(b.text(i+n)) {
		n++
	}
	return max(n, 1), n > 2 || n == 2 && i > 0 && b.lines[i].blank == 0 && endsIn(b.text(i-1), "?")
}

// isAnswer reports whether the line s is an answer and the share of those who gave it.
func isAnswer(s string) bool {
	at := strings.LastIndexByte(s, ' ')
	if at < 1 || at > 60 || !endsIn(s, "%") || !isNumeric(s[at+1:]) || letters(s[at+1:]) > 0 || !startsUpper(s) || words(s, 9) > 8 {
		return false
	}
	label := strings.TrimRight(s[:at], " ")
	return !endsIn(label, ".,;:–-") && letters(label) > 1 && !strings.ContainsAny(label, "%•·") && readMarker(s).kind == noMarker
}

// headsTail reports whether the line s can be the header of k columns of figures that
// lost its gaps: about a word a column, or words with a capital where columns begin.
func headsTail(s string, k int) bool {
	w := words(s, 40)
	return w >= k && (w <= k+4 || len(capitalWords(s)) == k+1 && w <= 4*(k+1)) && !endsSentence(s) && startsUpper(s)
}

// capitalWords returns where in the line s the words begin that have a capital, with
// those of a year and of a bracket that no word stands before.
func capitalWords(s string) (at []int) {
	for i := 0; i < len(s); i++ {
		if (i == 0 || s[i-1] == ' ') && (startsUpper(s[i:]) || s[i] == '%' || isYear(strings.Trim(s[i:min(len(s), i+4)], " "))) {
			at = append(at, i)
		}
	}
	return at
}

// tailFigures counts the figures at the end of the line s behind a label of one
// to seven words; 0 where the line is none such.
func tailFigures(s string) int {
	if len(s) > 120 || len(s) < 5 || !isDigit(s[len(s)-1]) && strings.IndexByte("%-)./a", s[len(s)-1]) < 0 && !strings.HasSuffix(s, "–") {
		return 0
	}
	fields := strings.Fields(s)
	n := 0
	for n < len(fields) {
		f := fields[len(fields)-1-n]
		if !isEmptyCell(f) && (!isNumeric(f) || endsIn(f, ",;") || strings.Trim(f, "0123456789.,%+-−–()*/$€£'’") != "") {
			break
		}
		n++
	}
	label := fields[:len(fields)-n]
	if n < 2 || len(label) > 7 || len(label) > 0 && (!startsUpper(label[0]) || endsIn(label[len(label)-1], ".,;:")) {
		return 0
	}
	if len(label) == 0 {
		if !isYear(fields[0]) || n < 3 {
			return 0
		}
		n-- // a year is the label
	}
	return n
}

// gapped reports whether line i may be a row of cells set apart by blanks.
func (b *builder) gapped(i int) bool {
	l := &b.lines[i]
	if l.gaps == 0 || l.indent+l.cols > maxGridCols {
		return false
	}
	m := readMarker(b.text(i))
	return !(l.gaps == 1 && m.kind != noMarker && m.kind != numberBlank && strings.HasSuffix(b.text(i)[:m.n], "  "))
}

// A gridShape is what the lines of a would-be table look like.
type gridShape struct {
	gutter  bool // a column is blank in all rows, with text on both sides
	same    bool // nearly all rows have the same number of cells, two or more
	cells   int  // cells behind the first of their row
	figures int  // those of them that hold a digit or are a sign for none
	long    int  // cells of more than 30 characters behind the first
	three   bool // most rows have three cells or more
}

// isTable decides on the shape. Prose that is set justified has gaps but no
// gutter; prose in two columns has long cells.
func (g gridShape) isTable(rows int) bool {
	if g.cells == 0 || g.long*3 > g.cells {
		return false
	}
	numeric := g.figures*5 >= g.cells*2
	switch {
	case rows == 2:
		return g.gutter && numeric && g.three || g.gutter && g.figures*4 >= g.cells*3
	case g.gutter:
		return numeric || g.same && g.long == 0
	}
	return g.same && numeric
}

// measure looks at the n lines from i on as rows.
func (b *builder) measure(i, n int) gridShape {
	var g gridShape
	var used [maxGridCols + 1]bool
	width, left := 0, maxGridCols
	counts := map[int]int{}
	rows, three := 0, 0
	for j := i; j < i+n; j++ {
		l := &b.lines[j]
		if !b.gapped(j) {
			continue
		}
		rows++
		left = min(left, l.indent)
		col, blank := l.indent, 0
		for _, r := range b.text(j) {
			if r == ' ' {
				blank++
			} else {
				if blank == 1 && col > 0 {
					used[col-1] = true // one blank stands inside a cell
				}
				used[col] = true
				blank = 0
			}
			if col < maxGridCols {
				col++
			}
		}
		width = max(width, col)
		cells := splitGaps(b.text(j))
		counts[len(cells)]++
		if len(cells) > 2 {
			three++
		}
		for _, c := range cells[1:] {
			g.cells++
			if isFigureCell(c) {
				g.figures++
			}
			if utf8.RuneCountInString(c) > 30 {
				g.long++
			}
		}
	}
	for x := left + 1; x < width-1; x++ {
		g.gutter = g.gutter || !used[x]
	}
	for k, c := range counts {
		g.same = g.same || k > 1 && c*10 >= rows*8
	}
	g.three = three*2 > rows
	return g
}

// splitGaps returns the cells of s, which two blanks or more set apart.
func splitGaps(s string) []string {
	var cells []string
	for s != "" {
		at := strings.Index(s, "  ")
		if at < 0 {
			return append(cells, s)
		}
		cells = append(cells, s[:at])
		s = strings.TrimLeft(s[at:], " ")
	}
	return cells
}

// isFigureCell reports whether a cell holds a figure or says that there is none.
func isFigureCell(s string) bool {
	return strings.ContainsAny(s, "0123456789¹²³") && len(s) < 30 || isEmptyCell(s)
}

// isEmptyCell reports whether a cell holds nothing or a sign for nothing.
func isEmptyCell(s string) bool {
	switch strings.ToLower(strings.Trim(s, " \t*_()[]")) {
	case "", "-", "–", "—", "--", "---", "−", ".", "..", "...", "…", "n/a", "n.a.", "na", "n.d.", "nd", "x", "?", "none", "nil", "null", "/", "·", ":":
		return true
	}
	return false
}

// isRule reports whether s is a line drawn with signs.
func isRule(s string) bool {
	return len(s) >= 3 && strings.Trim(s, "-=_*~·—–─━═# \t") == ""
}
