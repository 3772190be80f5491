package structure

import "testing"

// What stands at the start of a line: kind, label and number, and the text.
func TestReadMarker(t *testing.T) {
	for _, c := range []struct {
		line  string
		kind  markerKind
		label string
		num   int
		text  string
	}{
		{"1. text", numberDot, "1", 1, "text"},
		{"12) text", numberParen, "12", 12, "text"},
		{"(3) text", parenNumber, "3", 3, "text"},
		{"(b) text", parenLetter, "b", 2, "text"},
		{"(iv) text", parenLetter, "iv", 4, "text"},
		{"c) text", letterParen, "c", 3, "text"},
		{"B. Text", letterDot, "B", 2, "Text"},
		{"IV. Text", romanDot, "IV", 4, "Text"},
		{"2.1 Text", decimalMarker, "2.1", 2, "Text"},
		{"2.1.3. Text", decimalMarker, "2.1.3", 3, "Text"},
		{"15.Lee", numberDot, "15", 15, "Lee"},
		{"16 Ann Lee", numberBlank, "16", 16, "Ann Lee"},
		{"17The Board", numberBlank, "17", 17, "The Board"},
		{"¹⁴ It is", superMarker, "14", 14, "It is"},
		{"^{4 “Title”", caretMarker, "4", 4, "“Title”"},
		{"^{4} Text", caretMarker, "4", 4, "Text"},
		{"^{4 &}quot;Title", caretMarker, "4", 4, "Title"},
		{"^12 Text", caretMarker, "12", 12, "Text"},
		{"[^3]: Text", caretMarker, "3", 3, "Text"},
		{"[12] Text", bracketMarker, "12", 12, "Text"},
		{"• text", bulletMarker, "", 0, "text"},
		{"•text", bulletMarker, "", 0, "text"},
		{"- text", bulletMarker, "", 0, "text"},
		{"– text", bulletMarker, "", 0, "text"},
		{"* text", bulletMarker, "", 0, "text"},
		{"*Preliminary", signMarker, "*", 0, "Preliminary"},
		{"† text", signMarker, "†", 0, "text"},
		{"### Text", hashMarker, "", 3, "Text"},
		{"> > text", quoteMarker, "", 2, "text"},
		// none
		{"2015. text", noMarker, "", 0, ""},
		{"2.5 percent", noMarker, "", 0, ""},
		{"20 people", noMarker, "", 0, ""},
		{"#hashtag", noMarker, "", 0, ""},
		{"####### text", noMarker, "", 0, ""},
		{"(Reuters) text", noMarker, "", 0, ""},
		{"(2015) text", noMarker, "", 0, ""},
		{"-text", noMarker, "", 0, ""},
		{"**bold** text", noMarker, "", 0, ""},
		{"*emphasis* text", noMarker, "", 0, ""},
		{"Dr. Lee", noMarker, "", 0, ""},
		{"e.g. this", noMarker, "", 0, ""},
		{"3D printing", numberBlank, "3", 3, "D printing"}, // only a sequence of notes would take it
		{"", noMarker, "", 0, ""},
	} {
		m := readMarker(c.line)
		text := ""
		if m.kind != noMarker {
			text = c.line[m.n:]
		}
		if m.kind != c.kind || m.kind != noMarker && (m.label != c.label || m.num != c.num || text != c.text) {
			t.Errorf("%q: kind %d label %q number %d text %q; want %d %q %d %q", c.line, m.kind, m.label, m.num, text, c.kind, c.label, c.num, c.text)
		}
	}
}

// is runs a predicate over lines that must and must not satisfy it.
func is(t *testing.T, name string, f func(string) bool, yes, no []string) {
	t.Helper()
	for _, s := range yes {
		if !f(s) {
			t.Errorf("%s does not know %q", name, s)
		}
	}
	for _, s := range no {
		if f(s) {
			t.Errorf("%s takes %q", name, s)
		}
	}
}

func TestLineForms(t *testing.T) {
	is(t, "isPageNumber", isPageNumber,
		[]string{"12", "- 12 -", "– 7 –", "Page 3 of 10", "page 4", "[p. 7]", "xiv", "12 | Page", "| 9"},
		[]string{"2015", "12 men", "Page", "", "12.5", "I", "no", "12%", "$12"})
	is(t, "isNavigation", isNavigation,
		[]string{"Comments", "COMMENTS (14)", "Share this", "Read more: Why", "© 2011 The Paper", "Home > News > Town", "Advertisement", "– ENDS –", "Next Chapter: The Sea", "Copyright 2014 by the Board", "Skip to main content"},
		[]string{"Comments on the draft were sent to all.", "Print runs fell by half.", "More boats came.", "The search for boats", "Share of women", "Email traffic has doubled since 2014"})
	is(t, "isContentsLine", isContentsLine,
		[]string{"1. The river ........ 12", "Preface . . . . . . . ix"},
		[]string{"He waited ... 12 days", "The river 12", "Wait..."})
	is(t, "isCaption", isCaption,
		[]string{"Table 1: Boats", "Figure 2. Boats", "TABLE IV – Boats", "Fig. 3: Boats", "Table 2", "**Table 1:** Boats", "Map A: The river", "Annex Table 3.1: Boats", "Chart 4 – Boats"},
		[]string{"Table 1 shows boats", "Tables 1 and 2: boats", "Figures rose", "The table: boats", "Map the river", "Table of contents", "Figure this out: why"})
	is(t, "isCredit", isCredit,
		[]string{"A man in a boat (Ann Lee for The Paper)", "Hussein Malla/AP", "Photo: Ann Lee", "The bridge on Monday. (Bo Ek/Reuters)", "A boat is seen in May (AFP)", "Image credit: Ann Lee", "AP Photo/Ann Lee"},
		[]string{"The river rose (in May).", "He spoke for the council (for the second time)", "Read and/or write", "The river rose.", "Photography is dear", "(Reuters) - The river rose again in the night."})
	is(t, "isTableNote", isTableNote,
		[]string{"Source: Board", "*Sources: Board*", "Note. Rows add up", "NOTE: rounded", "Source – Board"},
		[]string{"Sources say so", "Noted: yes", "The source: a man"})
	is(t, "tellsOfTable", tellsOfTable,
		[]string{"Change in per cent.", "Prices: River Agency. Changes in per cent.", "Totals may not add up because of rounding.", "All figures in tonnes", "Percentages may not add to 100.", "Base: all who answered"},
		[]string{"Changes came late.", "Prices rose in May.", "Figures that nobody believes", "The total may be wrong.", "Unit", "Numbers:"})
	is(t, "unnumberedCaption", unnumberedCaption,
		[]string{"Table: Prices in May", "TABLE – Boats by port"},
		[]string{"Tables of wood", "Table: the one in the hall was sold.", "Table", "The table: boats"})
	is(t, "isSeriesNumber", isSeriesNumber,
		[]string{"Round 14", "No. 7", "Issue 12", "Edition 3"},
		[]string{"Round the world", "No 7 boats", "Room 12", "Round", "12"})
	is(t, "isCode", isCode,
		[]string{"011", "A-01", "2.3", "07"},
		[]string{"11", "0", "2015", "12", "a-1", ""})
	is(t, "opensMinutes", opensMinutes,
		[]string{"minutes of the meeting held on monday", "summary record of the 4th session", "notes of a meeting with the mayor"},
		[]string{"minutes of silence", "the meeting was held", "record of wins", "meeting"})
	is(t, "isByline", isByline,
		[]string{"By Ann Lee", "by Ann Lee and Bo Ek", "BY ANN LEE", "**By Ann Lee**, The Paper", "By Ann Lee, Feb. 13, 2017", "Written by Ann Lee", "From wire services", "Compiled by the Desk, Bergen", "Author: Ann Lee"},
		[]string{"By December 2013 the total had grown past 11,000.", "By then it was over.", "By and large the river is slow, and nobody minds it.", "By Monday", "Bystanders came", "From here the road is bad"})
	is(t, "isPublisher", isPublisher,
		[]string{"The Washington Post", "The Harbour Review", "The New York Times", "Reuters", "Daily News", "example.org", "The Economist"},
		[]string{"The river rose", "The Post was late.", "Hard Times in the Lower Valley Towns of Old", "Press", "News of the river", "Good times?", "The Foreign Fighter Phenomenon"})
	is(t, "wholeDate", wholeDate,
		[]string{"May 4, 2015", "Thursday, October 26, 2017", "Published 4 May 2015", "2015-05-04", "May 2015", "2015"},
		[]string{"May 4, 2015 was cold", "4 boats", "", "in the year 2015 it"})
	is(t, "endsSentence", endsSentence,
		[]string{"He left.", "He left.”", "He left.¹²", "He left.”3", "He left.)", "“He left?”[12]", "He left:", "He left.^{4}", "*He left.*"},
		[]string{"He left", "the 12", "up to 5,000", "he left,", "in 2.5", "“up to 5,000”"})
	is(t, "hasSentenceBreak", hasSentenceBreak,
		[]string{"He left the town. She stayed", "He left in 2012.1 She had", "They went home.” Then came rain"},
		[]string{"Mr. Lee and Dr. Ek", "The U.S. Navy", "J. R. Moe", "Version 2.1 Beta", "A town, a river"})
	is(t, "isRepeatedAuthor", isRepeatedAuthor,
		[]string{"———. Title", "---. Title", "___, Title", "— — —. Title"},
		[]string{"- item", "— he said", "Lee. Title", "–"})
	is(t, "isPeriod", isPeriod,
		[]string{"2015", "FY2016", "2014-15", "2014/15", "Jan 2016", "Q3 2015", "2016 (est.)", "mid-2015", "Q2", "(H1)"},
		[]string{"12", "2,015", "1,200", "Total", "2015 census of all towns", "20150", "Q5", "Q", "H"})
	is(t, "isEmptyCell", isEmptyCell, []string{"", "-", "–", "n/a", "..", "…", "N.A.", "(–)"}, []string{"0", "no", "-3", "nil?", "12"})
}

func TestSupers(t *testing.T) {
	for s, want := range map[string]int{"¹⁴ x": 14, "²": 2, "⁰": 0, "x": 0, "³⁰y": 30} {
		if got, _ := leadingSuper(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
	for before, power := range map[string]bool{"90 km": true, "3 m": true, "10": true, "town": false, "2003.": false, "CO": true, "the team": false} {
		if got := isPower(before, 2); got != power {
			t.Errorf("%q²: %v", before, got)
		}
	}
}
