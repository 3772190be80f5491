package structure

import (
	"fmt"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/testtable"
)

// Each table holds what goes in and what must come out, for a question that one text
// answers.
var readers = map[string]struct {
	read func(string) string
	want map[string]string
}{
	"strip":        {strip, map[string]string{"They left.”": "They left.", "They left.¹²": "They left.", "They left.[3]": "They left.", "They left.12": "They left.", "boats 12": "boats 12", "(old)": "(old", "3.5": "3.5"}},
	"trimEndMark":  {trimEndMark, map[string]string{"They left.^{12": "They left.", "They left^3": "They left", "boats[4": "boats", "It cost 3.5": "It cost 3.5", "in 2014": "in 2014", "They left.1234": "They left.1234"}},
	"lastWord":     {lastWord, map[string]string{"the old Mill": "mill", "the mill, ": "mill", "the mill.": "", "": "", "mill 3": ""}},
	"cleanHead":    {cleanHead, map[string]string{"**The Mill**": "The Mill", "# The Mill¹": "The Mill", "The **old** Mill†": "The old Mill"}},
	"firstField":   {firstField, map[string]string{" The mill": "The", "Mr. Holt": "Mr", "": ""}},
	"titleCase":    {titleCase, map[string]string{"NEW YORK": "New York", "STRATFORD-UPON-AVON": "Stratford-upon-Avon", "Lund": "Lund", "U.S.": "U.S."}},
	"datelineHead": {func(s string) string { return datelineHead(s, capsWords(s)) }, map[string]string{"LUND — The mill burned.": "LUND", "LUND, Sweden (Meridian) – The mill": "LUND, Sweden (Meridian)", "DELHI, Feb. 28: The mill": "DELHI, Feb. 28", "LUND, Oct. 25. The mill": "LUND, Oct. 25", "The mill burned in Lund": "", "The mill – the old one – burned": ""}},
	"endDate":      {endDate, map[string]string{"Geneva, 4 May 2015": "2015-05-04", "4 May 2015": "2015-05-04", "They met on 4 May 2015": "", "Geneva, May": ""}},
	"labelledDate": {labelledDate, map[string]string{"Date of issue: 11 March 2014": "2014-03-11", "Dates of issue: 11 March 2014": "", "11 March 2014": ""}},
	"numericDate":  {numericDate, map[string]string{"13/02/2017": "2017-02-13", "02/13/2017": "2017-02-13", "13.2.2017": "2017-02-13", "3.2.2017": "2017-02-03", "3/2/2017": "2017", "3/3/2017": "2017-03-03", "32/13/2017": "", "3/2": "", "1/2/17": ""}},
	"leadingDate":  {leadingDate, map[string]string{"4 May 2015, in Lund": "2015-05-04", "May 4, 2015 and on": "2015-05-04", "May 2015": "", "boats of 4 May 2015": ""}},
	"statedDate":   {statedDate, map[string]string{"Wells as of 4 May 2015": "2015-05-04", "Wells (4 May 2015)": "2015-05-04", "Press statement, 4 May 2015": "2015-05-04", "The wells, 4 May 2015": "", "Wells as of May": ""}},
	"quarterEnd":   {quarterEnd, map[string]string{"Results Q3 2015": "2015-09", "2015/Q1 results": "2015-03", "Third quarter of 2015": "2015-09", "A quarter of 2015": "", "Q5 2015": "", "Q3": ""}},
	"issueYear":    {issueYear, map[string]string{"Bulletin 22/2015": "2015", "No. 9/2015": "2015", "Boats 22/2015": "", "22/2015": "", "Bulletin 2/15": ""}},
	"reportedPeriod": {reportedPeriod, map[string]string{"Bulletin 22/2015, 25 May – 3 June": "2015-06-03", "Weekly update, 3–9 February 2015": "2015-02-09", "Situation report, May 3–9, 2015": "2015-05-09",
		"The fair, 3–9 February 2015": "", "Report of 9 February 2015": ""}},
	"withoutWeekday": {withoutWeekday, map[string]string{"Monday 4 May": "4 May", "Tuesday, 4 May": "4 May", "4 May": "4 May", "Monday": "Monday"}},
	"imprintBody":    {imprintBody, map[string]string{"Lund Water Office, 4 May 2015": "Lund Water Office", "4 May 2015": "", "Lund Water Office": "", "The old mill, 4 May 2015": ""}},
	"cleanTitle":     {cleanTitle, map[string]string{" *The\n Mill* ": "The Mill", "The Mill.": "The Mill"}},
	"lastSentence":   {lastSentence, map[string]string{"On this see the long account that was given by him. Ann Holt, ": "Ann Holt, ", "Ann B. Holt": "Ann B. Holt", "Mr. Holt": "Mr. Holt"}},
	"firstYear":      {firstYear, map[string]string{"Holt 2014, 2015": "2014", "12014 boats": "", "no year": ""}},
	"surname":        {surname, map[string]string{"Ann Holt": "holt", "Ann Holt, Jr.": "holt", "Holt III": "holt", "": "", "Holt": "holt"}},
	"foldWords":      {foldWords, map[string]string{"The Mill, by “the Sea”": "mill by the sea", "A": "a", "An Éclat!": "éclat"}},
	"foldTitle":      {foldTitle, map[string]string{"The Mill: by-the Sea 2": "themillbythesea2", "É.": "é"}},
	"headerKey":      {headerKey, map[string]string{"boats (no.) 2": "boatsno2", "–": ""}},
	"cutVolume":      {cutVolume, map[string]string{"Fish Studies 40: 136": "Fish Studies", "Fish Studies": "Fish Studies", "G20 Review": "G20 Review"}},
	"pageRange":      {pageRange, map[string]string{"12–14, x": "12–14", "12-14": "12-14", "12ff. x": "12ff", "x 12": "", "12–": "12"}},
	"fence":          {fence, map[string]string{"```go": "```", "~~~": "~~~", "```x```": "", "text": ""}},
	"byline":         {func(s string) string { rest, _ := bylineRest(s); return rest }, map[string]string{"By Ann Holt": "Ann Holt", "*Written by Ann Holt*": "Ann Holt", "— by: Ann": "Ann", "Bye Ann": ""}},
	"authors":        {func(s string) string { return fmt.Sprint(authorNames(s)) }, map[string]string{"Ann Holt and Omar Haddad": "[Ann Holt Omar Haddad]", "Ann Holt, University of Lund": "[Ann Holt]", "Ann Holt; Omar B. Haddad": "[Ann Holt Omar B. Haddad]", "Ann Holt, Lund, 4 May": "[Ann Holt]", "the mill": "[]", "Prof. Ann van der Holt¹": "[Ann van der Holt]"}},
	"splitNames":     {func(s string) string { return fmt.Sprintf("%q", splitNames(s)) }, map[string]string{"Ann Holt & Omar Haddad; Li Na": `["Ann Holt" "Omar Haddad" "Li Na"]`, " , ": "[]"}},
	"mailHeader":     {func(s string) string { k, r, ok := mailHeader(s); return fmt.Sprint(k, "|", r, "|", ok) }, map[string]string{"Subject: The mill": "subject|The mill|true", "**To:** Ann": "to|Ann|true", "Boats: 12": "boats|12|false"}},
	"section": {func(s string) string {
		k, ok := sectionOf(s)
		if !ok {
			return ""
		}
		return k.String()
	}, map[string]string{"Notes": doc.Footnote.String(), "## References": doc.Bibliography.String(), "7. Bibliography": doc.Bibliography.String(), "Notes on the mill and on the sea": ""}},
	"cells":        {func(s string) string { return fmt.Sprintf("%q", splitGaps(s)) }, map[string]string{"Lund  12   14": `["Lund" "12" "14"]`, "New York 12": `["New York 12"]`}},
	"hash":         {func(s string) string { return kindOf(readHash(s)) }, map[string]string{"## The mill": "2 at 3", "####### x": "", "#x": "", "#": ""}},
	"decimal":      {func(s string) string { m := readDecimal(s); return m.label }, map[string]string{"2.1 The mill": "2.1", "2.1.3. The mill": "2.1.3", "2.1 million boats": "", "2.1The": ""}},
	"bracket":      {func(s string) string { return readBracket(s).label }, map[string]string{"(1) The mill": "1", "(a) The mill": "a", "(iv) The mill": "iv", "[12] Holt": "12", "[^4]: Holt": "4", "(1": "", "() x": ""}},
	"letter":       {func(s string) string { return readLetter(s).label }, map[string]string{"a) The mill": "a", "A. The mill": "A", "IV. The mill": "IV", "The. mill": "", "a.mill": "", "a": ""}},
	"caret":        {func(s string) string { return readCaret(s).label }, map[string]string{"^{4 Holt": "4", "^{12} Holt": "12", "^4 Holt": "4", "^x": ""}},
	"sign":         {func(s string) string { m := readSign(s); return fmt.Sprintf("%v %s", m.kind == bulletMarker, m.label) }, map[string]string{"• boats": "true ", "¹² Holt": "false 12", "† Holt": "false †", "*The mill": "false *", "*The* mill": "false ", "boats": "false "}},
	"joined":       {func(s string) string { return joinHeader("fisher-", s) }, map[string]string{"men": "fishermen", "Men": "fisher- Men", "": "fisher-"}},
	"unquoted":     {quoted, map[string]string{"Holt, “The Mill,” 2014": "The Mill,", `Holt, "The Mill," 2014`: "The Mill,", "Holt, ‘The Miller’s Sea,’ 2014": "The Miller’s Sea,", "Holt, «The Mill», 2014": "The Mill", "The Mill,” 2014": "The Mill,", "The Mill": ""}},
	"captionStart": {func(s string) string { return s[:captionNumber(s)] }, map[string]string{"Table 1. Fish": "Table 1", "**Figure A-2** Fish": "**Figure A-2", "TABLE IV – Fish": "TABLE IV", "Table of fish": "", "table 1": "", "Fig. 3a. x": "Fig. 3a"}},
}

func kindOf(m marker) string {
	if m.n == 0 {
		return ""
	}
	return fmt.Sprint(m.num, " at ", m.n)
}

// quoted returns the title between the quotation marks of s.
func quoted(s string) string {
	at, size := quoteOpen(s)
	if at < 0 {
		return ""
	}
	end := quoteClose(s, at, size)
	if end < 0 {
		return ""
	}
	return s[at+size : end]
}

func TestReaders(t *testing.T) {
	for name, r := range readers {
		testtable.Read(t, name, r.read, r.want)
	}
}

// Each table holds what goes in and the number that must come out.
var counters = map[string]struct {
	read func(string) int
	want map[string]int
}{
	"countWords":     {countWords, map[string]int{"The mill - 2014.": 3, "": 0, " -- ": 0}},
	"words":          {func(s string) int { return words(s, 3) }, map[string]int{"a b": 2, "a b c d": 3, "": 0, " \n": 0}},
	"letters":        {letters, map[string]int{"Éclat 12!": 5, "": 0}},
	"blanks":         {blanks, map[string]int{" \t\u00A0x": 4, "x ": 0}},
	"capsWords":      {capsWords, map[string]int{"LUND, Sweden": 4, "NEW YORK — The": 8, "The mill": 0, "A mill": 0}},
	"lineEnd":        {lineEnd, map[string]int{"ab\ncd": 2, "ab\r\n": 2, "ab\f": 2, "ab": 2, "": 0}},
	"roman":          {roman, map[string]int{"I": 1, "IV": 4, "XIX": 19, "XC": 90, "CL": 150, "": 0, "iv": 0, "MILL": 0, "IIIIIIIII": 0}},
	"letterNumber":   {letterNumber, map[string]int{"a": 1, "Z": 26, "iv": 4, "1": 0, "ab": 0}},
	"lastYear":       {lastYear, map[string]int{"in 2013-14 and 2011": 2013, "1,234 boats": 0, "in 1899": 0, "2014.": 2014}},
	"edgeNumber":     {edgeNumber, map[string]int{"The Mill 12": 12, "12 The Mill": 12, "The Mill 6A": 6, "The Mill": -1, "12": -1}},
	"firstPage":      {firstPage, map[string]int{"12": 12, "12–14": 12, "12-1400": 0, "1200": 0, "x": 0, "12a": 0}},
	"entryPage":      {func(s string) int { n, _ := entryPage(s); return n }, map[string]int{"The mill 12": 12, "boats, 12, 14": 12, "It cost $ 12": 0, "The mill": 0, "": 0}},
	"labelNumber":    {func(s string) int { n, _ := labelNumber(s); return n }, map[string]int{"3. Boats": 3, "12) Boats": 12, "3.5 boats": 0, "2014. x": 0, "3.": 0}},
	"labelLetter":    {func(s string) int { c, _ := labelLetter(s); return int(c) }, map[string]int{"a) Boats": 'a', "(b) Boats": 'b', "A) Boats": 0, "a Boats": 0, "a) ": 0}},
	"superDigit":     {func(s string) int { return superDigit([]rune(s)[0]) }, map[string]int{"¹": 1, "²": 2, "³": 3, "⁰": 0, "⁹": 9, "9": -1, "ⁿ": -1}},
	"leadingDigits":  {func(s string) int { n, _ := leadingDigits(s); return n }, map[string]int{"12 boats": 12, "2014": 2014, "20145": 0, "x1": 0}},
	"lettersBefore":  {lettersBefore, map[string]int{"the mill": 4, "(éa": 2, "3x": 0, "lund.se": 0, "abcdefghij": 8}},
	"nameStart":      {func(s string) int { return nameStart(s, len(s)) }, map[string]int{"data of Richard Barrett": 8, "by van der Holt": 11, "from Holt & Haddad": 5, "the mill": -1}},
	"authorStop":     {authorStop, map[string]int{"Barrett, Richard. Title": 16, "World Bank. (2016)": 10, "Holt, A. (2014). Title": 9, "no stop here": -1}},
	"nameLength":     {func(s string) int { return nameLength(splitGaps(s)) }, map[string]int{"Ann  Holt  Lund": 2, "Ann  B.  Holt  Lund": 3, "Ann  van  Holt  Lund": 3, "Ann": 1}},
	"countSeparated": {func(s string) int { return countSeparated(s, ',') }, map[string]int{"a,b,c": 2, `a,"b,c"`: 1, "a, b": 0, "1,200": 0, "1,200,a": 2, `a,"b`: 0}},
	"capitalWords":   {func(s string) int { return len(capitalWords(s)) }, map[string]int{"Ward of Lund Boats 2014": 4, "boats": 0, "Share %": 2}},
	"skipWord":       {func(s string) int { return skipWord(s, 0, len(s)) }, map[string]int{"ab1 c": 3, "-a": 0, "é": 0}},
}

func TestCounters(t *testing.T) {
	for name, c := range counters {
		testtable.Read(t, name, c.read, c.want)
	}
}

// What tells of two lines at once: each pair, and whether it is so.
func TestPairQuestions(t *testing.T) {
	for name, c := range map[string]struct {
		ask     func(a, b string) bool
		yes, no [][2]string
	}{
		"nearlyEqual": {nearlyEqual, [][2]string{{"boats", "boats"}, {"country", "countrv"}}, [][2]string{{"boats", "coats"}, {"total 2014", "total 2015"}, {"countries", "country"}, {"country", "bountrv"}}},
		"allWordsIn":  {allWordsIn, [][2]string{{"mill sea", "the mill by the sea"}}, [][2]string{{"mill", "the mill"}, {"mill wind", "the mill by the sea"}}},
		"sameWords":   {sameWords, [][2]string{{"The mill by the sea burned down.", "the mill by the sea burned “down”, they said"}}, [][2]string{{"The mill by the sea burned down.", "The mill by the sea was sold in May."}, {"The mill", "The mill"}}},
		"afterNumber": {afterNumber, [][2]string{{"in 2014", " The mill"}, {"in 2014", ""}, {"in 2014", "” The mill"}}, [][2]string{{"in 2014", "5"}, {"in 2014", " the mill"}, {"in 3.5", " The mill"}}},
		"follow":      {func(a, b string) bool { return follow(marker{label: a}, marker{label: b}) }, [][2]string{{"i", "ii"}, {"iv", "v"}}, [][2]string{{"i", "iii"}, {"a", "b"}, {"ii", "i"}}},
		"earlier": {func(a, b string) bool { return earlier(Posting{Date: a, Doc: "a"}, Posting{Date: b, Doc: "b"}) },
			[][2]string{{"2014", "2015"}, {"2014", ""}, {"2014", "2014-05"}, {"", ""}}, [][2]string{{"2015", "2014"}, {"", "2014"}, {"2014-06", "2014-05"}}},
		"namesBody": {func(a, b string) bool { return namesBody(splitGaps(spaced(a)), splitGaps(spaced(b))) },
			[][2]string{{"Northern Energy", "Observatory"}, {"Federal Reserve", "Bank of Lipno"}}, [][2]string{{"Song Niu", "University of Rivers"}, {"Song Niu", "boats"}}},
	} {
		testtable.Ask(t, name, testtable.Two(c.ask), c.yes, c.no)
	}
}

// spaced doubles the blanks of s, so that splitGaps gives its words.
func spaced(s string) string {
	var b []byte
	for i := range len(s) {
		if b = append(b, s[i]); s[i] == ' ' {
			b = append(b, ' ')
		}
	}
	return string(b)
}

// A mark of a note can end at a sign, not inside a number or word.
func TestBoundary(t *testing.T) {
	for s, want := range map[string]bool{"left 3|. The": true, "left 3|": true, "left 3| and": true, "left 3|, and": true, "3|.5": false, "3|%": false, "3|rd": false, "3|–4": false, "3|°": false, "3|;": true} {
		at := indexOr(s, "|")
		text := s[:at] + s[at+1:]
		if got := boundary(text, at, len(text)); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// Works in a note stand apart by semicolons, those in quotes and brackets left out.
func TestSplitWorks(t *testing.T) {
	for s, want := range map[string]string{
		"Holt, The Mill; Haddad, The Sea":      "Holt, The Mill| Haddad, The Sea",
		"Holt, “Mill; Sea”; Haddad":            "Holt, “Mill; Sea”| Haddad",
		"Holt (Lund; Malmö: 2014)":             "Holt (Lund; Malmö: 2014)",
		"Holt, The Mill. See Haddad, The Sea.": "Holt, The Mill.| See Haddad, The Sea.",
	} {
		got := ""
		for i, p := range splitWorks(s) {
			if i > 0 {
				got += "|"
			}
			got += s[p.Start:p.End]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]string{"See also Holt, The Mill;": "Holt, The Mill", "cf. Holt, The Mill": "Holt, The Mill", "Seen from Lund": "Seen from Lund", "see": "see"} {
		from, to := trimRef(s, 0, len(s))
		if s[from:to] != want {
			t.Errorf("%q trimmed: %q, want %q", s, s[from:to], want)
		}
	}
}

// An entry tells its authors, its title and what comes behind.
func TestEntryParts(t *testing.T) {
	for s, want := range map[string]string{
		"Barrett, Richard. Fighters of the North. Lund: Mill Press, 2017.": "[Richard Barrett] | Fighters of the North |  Lund: Mill Press, 2017.",
		"Lister, C. (2015). The Sea. Fish Studies, 2(1), 1–5.":             "[C. Lister] | The Sea | (2015) Fish Studies, 2(1), 1–5.",
		"the mill and the sea": "[] | the mill and the sea | ",
	} {
		authors, title, after := entryParts(s)
		if got := fmt.Sprint(authors, " | ", title, " | ", after); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", s, got, want)
		}
	}
}

// A first line of dashes and lines of keys are front matter, anything else is text.
func TestFrontMatter(t *testing.T) {
	for s, want := range map[string]int{
		"---\ntitle: Fish\n---\nThe mill": len("---\ntitle: Fish\n---\n"),
		"---\nThe mill\n---\nThe sea":     0,
		"---\n---\nThe mill":              0,
		"title: Fish\n---\n":              0,
		"---\ntitle: Fish\nThe mill":      0,
	} {
		if got := frontMatter(s, nil); got.Start != 0 || got.End != want {
			t.Errorf("%q: %v, want %d", s, got, want)
		}
	}
}

// Gaps between cells make columns; what covers no place parts none.
func TestFreeRanges(t *testing.T) {
	rows := [][]gridCell{{{x0: 0, x1: 5}, {x0: 10, x1: 14}}, {{x0: 2, x1: 7}, {x0: 11, x1: 16}}, {{x0: 20, x1: 22}}}
	if got := fmt.Sprint(freeRanges(rows)); got != "[{0 7} {10 16} {20 22}]" {
		t.Error(got)
	}
	if got := usualCells(rows); got != 2 {
		t.Errorf("%d cells are usual", got)
	}
	if got := fmt.Sprint(ordinal(rows, 2)); got != "[{1 6} {10 15}]" {
		t.Error(got)
	}
	over, beside := misfit(gridCell{x0: 2, x1: 7}, colRange{0, 7}), misfit(gridCell{x0: 10, x1: 12}, colRange{0, 7})
	if over != 0 || beside <= over {
		t.Errorf("a cell inside a column fits %d, one beside it %d", over, beside)
	}
}

// What happens most often wins; ties go to the smaller.
func TestMostOften(t *testing.T) {
	if got := mostOften(map[int]int{3: 2, 1: 2, 5: 1}); got != 1 {
		t.Errorf("most often %d, want 1", got)
	}
	if got := most(map[int]int{3: 2, 1: 7}); got != 7 {
		t.Errorf("most %d, want 7", got)
	}
	if mostOften(nil) != 0 || most(nil) != 0 {
		t.Error("nothing is most")
	}
}

// Dots lead to a figure where three stand together, or two between blanks.
func TestIsLeader(t *testing.T) {
	for s, want := range map[string]bool{"Boats ..|.. 12": true, "Boats |. . . 12": true, "Boats |.. 12": true, "etc|. 12": false, "no|.. 12": false} {
		at := indexOr(s, "|")
		if got := isLeader(s[:at]+s[at+1:], at); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// Heads of pages that differ by their numbers have one key, others have their own.
func TestHeadKey(t *testing.T) {
	if a, b := headKey("The Mill 12"), headKey("THE MILL 13"); a != b || a == 0 {
		t.Errorf("two pages of one book: %x, %x", a, b)
	}
	if headKey("The Mill 12") == headKey("The Sea 12") {
		t.Error("two books have one key")
	}
	if headKey("12 a") != 0 {
		t.Error("a number is no head")
	}
}

// The day of the week that news speaks of is the first that is not another week's.
func TestFirstWeekday(t *testing.T) {
	for s, want := range map[string]string{"The mill burned on Tuesday.": "Tuesday", "Since last Monday the mill, shut on Friday,": "Friday", "The mill burned.": "", "Monday was fine": ""} {
		d, ok := firstWeekday(s)
		if got := map[bool]string{true: d.String()}[ok]; got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]string{"LUND, Oct. 25": "10-25", "4 May": "5-4", "LUND, May": "0-0"} {
		m, d, _ := monthDay(s)
		if got := fmt.Sprint(m, "-", d); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}
