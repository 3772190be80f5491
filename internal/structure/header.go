package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/text"
)

// shape finds header, panels and the columns of labels and numbers.
func (g *grid) shape() {
	g.dropEmpty()
	g.width = g.cols
	if len(g.rows) == 0 {
		return
	}
	if g.heads = g.headRows(); g.facts(g.heads) {
		g.heads = 0
	}
	g.readHeader()
	g.findPanels()
	g.findLabels()
}

// dropEmpty drops columns at the end in which nothing stands.
func (g *grid) dropEmpty() {
	for g.cols > 0 {
		for _, r := range g.rows {
			if r[g.cols-1].Len() > 0 {
				return
			}
		}
		g.cols--
		for i := range g.rows {
			g.rows[i] = g.rows[i][:g.cols]
		}
	}
}

// headRows counts the rows of the header: those above the line under it, else
// the first rows without figures, and one of years or other periods.
func (g *grid) headRows() int {
	if n := g.ruledHead(); n > 0 {
		for n < len(g.rows)-2 && n < 5 && g.goesOnBelowRule(n) {
			n++
		}
		return n
	}
	if g.labelsLast() {
		return 0
	}
	n := 0
	for n < len(g.rows)-1 && n < 6 {
		row := g.rows[n]
		filled, figures, periods := g.count(row)
		switch {
		case filled == 0:
		case n == 0 && g.cols == 2 && strings.HasSuffix(g.text(row[0]), ":"):
			return 0 // what stands behind a colon is no header
		case n > 0 && filled == 1 && row[0].Len() > 0 && !isUnit(g.text(row[0])):
			return n // it heads a group of rows
		case n == 0 && filled == 1 && row[0].Len() > 0 && g.cols > 1 && !unitLine(g.text(row[0])):
			if next, _, _ := g.count(g.rows[1]); next <= 1 {
				return n
			}
		case figures == 0:
		case periods == figures && g.labelled(n) && (!g.allPeriods(n+1) || g.rows[n][0].Len() == 0 && g.rows[n+1][0].Len() == 0):
		case g.bands(n), n > 0 && g.columnNumbers(n):
		case g.wordsOver(n, figures):
		default:
			return n
		}
		n++
	}
	return n
}

// facts reports whether the n rows above the first figure are no header but facts of
// their own: each of two columns is filled in each, and what stands in the second is a
// phrase, over cells that are not all numbers alike.
func (g *grid) facts(n int) bool {
	if n == 0 || g.cols != 2 {
		return false
	}
	long := 0
	for _, row := range g.rows[:n] {
		if row[0].Len() == 0 || row[1].Len() == 0 {
			return false
		}
		if s := g.text(row[1]); words(s, 4) > 3 || strings.Contains(s, ", ") {
			long++
		}
	}
	worded := 0
	for _, row := range g.rows[n:] {
		if letters(g.text(row[1])) > 2 {
			worded++
		}
	}
	return worded > 1 && (n > 1 || long > 0) || worded > 0 && n > 1 && long > 0
}

// goesOnBelowRule reports whether row n under the line of a Markdown header still
// belongs to it: no label, and years or words over figures.
func (g *grid) goesOnBelowRule(n int) bool {
	if g.rows[n][0].Len() > 0 && !strings.EqualFold(g.text(g.rows[n][0]), g.text(g.rows[0][0])) {
		return false
	}
	filled, figures, periods := g.count(g.rows[n])
	_, below, more := g.count(g.rows[n+1])
	return filled > 1 && (figures == periods || g.bands(n)) && below > more
}

// bands reports whether row n heads columns of ages or sizes, each of which
// begins above the one before it: "0-4 | 5-14 | 15+ | Total".
func (g *grid) bands(n int) bool {
	last, bands := -1, 0
	for i, c := range g.rows[n] {
		s := strings.TrimSpace(repairHeader(g.text(c)))
		if i == 0 || s == "" {
			continue
		}
		low, ok := bandStart(s)
		switch {
		case ok && low > last:
			last = low
			bands++
		case ok || isNumeric(s):
			return false
		}
	}
	return bands > 1
}

// bandStart reads where a band of ages or sizes begins: 5 of "5–14", "5 to 14
// years" and "5+", 0 of "<5" and "under 5".
func bandStart(s string) (low int, ok bool) {
	s = strings.ToLower(strings.Trim(s, "() "))
	for _, p := range [...]string{"<", "≤", "under ", "below ", "up to ", "less than "} {
		if rest, cut := strings.CutPrefix(s, p); cut {
			_, n := leadingDigits(strings.TrimSpace(rest))
			return 0, n > 0
		}
	}
	for _, p := range [...]string{">", "≥", "over ", "above ", "age ", "aged ", "ages "} {
		s = strings.TrimSpace(strings.TrimPrefix(s, p))
	}
	num, n := leadingDigits(s)
	if n == 0 || n > 3 {
		return 0, false
	}
	rest := strings.TrimSpace(s[n:])
	for _, p := range [...]string{"-", "–", "—", "to "} {
		if after, cut := strings.CutPrefix(rest, p); cut {
			high, k := leadingDigits(strings.TrimSpace(after))
			return num, k > 0 && high > num
		}
	}
	return num, strings.HasPrefix(rest, "+") || strings.HasPrefix(rest, "and over") || strings.HasPrefix(rest, "or more") || strings.HasPrefix(rest, "and above") || strings.HasPrefix(rest, "years")
}

// columnNumbers reports whether row n only numbers the columns: "(1) (2) (3)".
func (g *grid) columnNumbers(n int) bool {
	last, count := 0, 0
	for _, c := range g.rows[n] {
		s := strings.Trim(g.text(c), "() ")
		if s == "" {
			continue
		}
		num, k := leadingDigits(s)
		if k != len(s) || last > 0 && num != last+1 || num > 40 || last == 0 && num > 2 {
			return false
		}
		last = num
		count++
	}
	return count > 1
}

// ruledHead counts the rows above the line under the header: the last line
// above which stand no figures but periods; 0 if there is none.
func (g *grid) ruledHead() int {
	best := 0
	for _, at := range g.rules {
		if at == 0 || at >= len(g.rows) || at > 5 {
			continue
		}
		for _, row := range g.rows[best:at] {
			if _, figures, periods := g.count(row); figures > periods && best > 0 {
				return best
			}
		}
		best = at
	}
	return best
}

// count counts the filled cells of a row, and of those behind the first the
// figures and the periods: years, quarters, months.
func (g *grid) count(row []gridCell) (filled, figures, periods int) {
	for i, c := range row {
		s := g.text(c)
		if s == "" {
			continue
		}
		filled++
		if i == 0 {
			continue
		}
		if s = repairHeader(s); isPeriod(s) {
			periods++
			figures++
		} else if !isEmptyCell(s) && isNumeric(s) && !namesUnit(s) {
			figures++
		}
	}
	return
}

// namesUnit reports whether a cell with a digit in it tells a unit: "(m3/day)",
// "Rate per 10,000".
func namesUnit(s string) bool {
	if strings.Contains(s, "000") && strings.Trim(s, "0()'’‘$€£¥sSUD ") == "" && strings.Trim(s, "0") != "" {
		return true // "£'000"
	}
	letter := strings.IndexFunc(s, unicode.IsLetter)
	return isUnit(s) && letter >= 0 || letter == 0 && strings.Contains(s, " per 1")
}

// wordsOver reports whether row n heads columns of figures though a figure stands in
// it: more of its cells are words over figures, "Less than 1 year | Total".
func (g *grid) wordsOver(n, figures int) bool {
	over := 0
	for i, c := range g.rows[n] {
		s := g.text(c)
		worded := isNumeric(s) && letters(s) > 2 && !isPeriod(s) // "95% range"
		if i == 0 || s == "" || isEmptyCell(s) || isNumeric(s) && !worded {
			continue
		}
		if g.figuresUnder(n, i) {
			over++
			if worded {
				figures--
			}
		}
	}
	return over > 1 && over > figures || over > 0 && over >= figures && n == 0 && g.rows[0][0].Len() == 0
}

// figuresUnder reports whether most of what stands below row n in column i is
// figures without words.
func (g *grid) figuresUnder(n, i int) bool {
	below, all := 0, 0
	for _, row := range g.rows[n+1:] {
		if s := g.text(row[i]); s != "" {
			all++
			if isNumeric(s) && letters(s) == 0 {
				below++
			}
		}
	}
	return all > 1 && below*3 >= all*2
}

// letters counts the letters of s.
func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// labelled reports whether row n can head columns of periods: its first cell is
// empty or is no period itself, or the labels stand under another one that is none.
func (g *grid) labelled(n int) bool {
	if !isPeriod(g.text(g.rows[n][0])) {
		return true
	}
	for i, c := range g.rows[n][1:] {
		if s := g.text(c); s != "" && !isNumeric(s) && n+1 < len(g.rows) {
			below := g.text(g.rows[n+1][i+1])
			return below != "" && !isFigureCell(below) && isNumeric(g.text(g.rows[n+1][0]))
		}
	}
	return false
}

// allPeriods reports whether all figures of row n are years.
func (g *grid) allPeriods(n int) bool {
	_, figures, periods := g.count(g.rows[n])
	return figures > 0 && figures == periods
}

// isNumeric reports whether a cell is a figure and no text with a number in it:
// digits make up much of it.
func isNumeric(s string) bool {
	digits, letters := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > 0 && letters <= digits+3
}

// isPeriod reports whether s names a period as a header does: "2015", "2014-15",
// "FY2016", "Q3 2015", "Jan 2016", "2016 (est.)", "9 Sep", "Week 12".
func isPeriod(s string) bool {
	if isShortDate(s) {
		return true
	}
	t := strings.ToLower(strings.Trim(s, "*_ ()"))
	switch t {
	case "q1", "q2", "q3", "q4", "h1", "h2", "1h", "2h", "1q", "2q", "3q", "4q":
		return true // the group above or the caption tells the year
	}
	for _, p := range []string{"fy", "q1", "q2", "q3", "q4", "h1", "h2", "1h", "2h", "mid-", "end-", "early ", "late ", "ca. ", "year "} {
		t = strings.TrimLeft(strings.TrimPrefix(t, p), " /")
	}
	for _, f := range strings.Fields(t) {
		if len(f) == 5 && isYear(f[:4]) && strings.IndexByte("abefpr", f[4]) >= 0 {
			f = f[:4] // 2016e is an estimate, 2015r revised
		}
		if d := readDateWord(strings.ToUpper(f[:1]) + f[1:]); d.kind == 'y' || len(f) >= 6 && len(f) <= 9 && isYear(f[:4]) && !isDigit(f[4]) {
			return len(t) < 20
		}
	}
	return false
}

// isShortDate reports whether s is a month, a day of one, or the number of a week
// or day, and nothing else.
func isShortDate(s string) bool {
	named, f := false, strings.Fields(strings.Trim(s, "*_ ()"))
	for i, w := range f {
		d := readDateWord(w)
		switch {
		case i == 0 && len(f) == 2 && (strings.EqualFold(w, "week") || strings.EqualFold(w, "day") || strings.EqualFold(w, "wk")):
			named = true
		case d.kind == 'm':
			named = true
		case d.kind != 'd' && d.kind != 'y':
			return false
		}
	}
	return named && len(f) < 4
}

// isUnit reports whether s is a unit that goes on with a header: "(thousands)".
func isUnit(s string) bool { return strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") }

// readHeader puts the rows of the header together, column by column. A cell
// that spans columns heads all of them.
func (g *grid) readHeader() {
	g.header = make([]string, g.cols)
	g.spans = make([]doc.Span, g.cols)
	for n := 0; n < g.heads; n++ {
		if n > 0 && g.columnNumbers(n) {
			continue
		}
		row := g.rows[n]
		if g.spreads(n) {
			row = g.spread(n)
		}
		for i, c := range row {
			if s := g.text(c); s != "" {
				g.header[i] = joinHeader(g.header[i], s)
			}
		}
		for i, c := range g.rows[n] {
			if c.Len() > 0 {
				g.spans[i] = cover(g.spans[i], c.Span)
			}
		}
	}
	for i := range g.header {
		g.header[i] = strings.ToLower(repairHeader(g.header[i]))
	}
}

// spreads reports whether the cells of header row n span several columns: the
// row below has at least twice as many, or it is a unit for all.
func (g *grid) spreads(n int) bool {
	row := g.rows[n]
	if len(row) == 0 || n+1 < len(g.rows) && len(g.rows[n+1]) == 0 {
		return false
	}
	filled, _, _ := g.count(row)
	if row[0].Len() > 0 {
		filled--
	}
	if filled == 1 && g.cols > 2 {
		for i, c := range row {
			if i > 0 && c.Len() > 0 && isUnit(g.text(c)) && n > 0 {
				return false
			}
		}
	}
	if n+1 >= g.heads || filled == 0 {
		return false
	}
	on, own := false, false // cells that go on in the next line; others that begin there
	for i, c := range row {
		below := g.text(g.rows[n+1][i])
		on = on || i > 0 && c.Len() > 0 && startsLower(below)
		own = own || i > 0 && c.Len() == 0 && startsUpper(below)
	}
	if on && own {
		return false
	}
	next, _, _ := g.count(g.rows[n+1])
	if g.rows[n+1][0].Len() > 0 {
		next--
	}
	return filled*2 <= next
}

// cover returns the smallest span with a and b in it; an empty one counts not.
func cover(a, b doc.Span) doc.Span {
	if a.Len() == 0 {
		return b
	}
	return doc.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// joinHeader puts a line of a header behind those above it; a hyphen at the
// line's end is taken out.
func joinHeader(above, s string) string {
	switch {
	case above == "":
		return s
	case s == "":
		return above
	case hyphenated(above) && startsLower(s):
		return strings.TrimRight(above, "-\u00AD‐") + s
	}
	return above + " " + s
}

var headerSigns = strings.NewReplacer("<br>", " ", "<br/>", " ", "<br />", " ", "**", "", "__", "", "`", "", "\\|", "|", "†", "", "‡", "")

// repairHeader puts together what is set with a blank between all letters
// ("T o t a l 2 0 1 5", "N o n – official"), takes out note marks, signs of
// emphasis and line breaks, and makes blanks single.
func repairHeader(s string) string {
	s = headerSigns.Replace(s)
	s = strings.TrimRight(strings.Trim(s, " _"), "*")
	s = scannedCapital(s)
	for {
		r, n := utf8.DecodeLastRuneInString(s)
		if n == 0 || superDigit(r) < 0 {
			break
		}
		if before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n]); before == 'm' && (r == '²' || r == '³') {
			break
		}
		s = s[:len(s)-n]
	}
	return text.Unspaced(s)
}

// scannedCapital puts a capital I where a scanner read a small l before a
// consonant that no English word has behind it: "lndividuals", "lmports".
func scannedCapital(s string) string {
	for i := 0; i+5 < len(s); i++ {
		if s[i] == 'l' && (i == 0 || s[i-1] == ' ') && strings.IndexByte("mnr", s[i+1]) >= 0 && strings.IndexByte(s[i:i+6], ' ') < 0 {
			s = s[:i] + "I" + s[i+1:]
		}
	}
	return s
}
