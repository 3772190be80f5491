package structure

import (
	"strings"
	"testing"
)

// A question is asked of lines as people write them; each has such for which the answer
// is yes and such, as near to them as may be, for which it is no.
var questions = map[string]struct {
	ask     func(string) bool
	yes, no []string
}{
	// who wrote it
	"isByline": {isByline,
		[]string{"By Ann Holt", "BY ANN HOLT", "By Ann Holt and Omar Haddad", "*By Ann Holt, Lund*", "Written by Ann Holt", "Prepared by the Office of the Treasurer", "From staff reports", "By Ann Holt | Staff writer"},
		[]string{"By December 2013 the total had grown", "By the sea", "By 2013 the mill had closed", "By Monday", "Buy Ann a boat", "By Ann Holt walked the long way home from the mill to the sea that night.", ""}},
	"hasAffiliation": {hasAffiliation,
		[]string{"Ann Holt, University of Lund", "Omar Haddad (Institute of Fish)"}, []string{"Ann Holt of Lund", "she left university"}},
	"personNamed": {func(s string) bool { _, whole := personName(s); return whole },
		[]string{"Ann Holt", "Dr. Ann Holt", "Ann van der Holt", "Ann B. Holt*"}, []string{"Ann", "the mill", "Ann Holt writes about fish", "Weather Bureau", "Ann 2014"}},
	// tables and pictures
	"isCaption": {isCaption,
		[]string{"Table 1. Fish", "Table 1: Fish", "TABLE IV", "Figure A-2 – Fish", "**Table 3.1** | Fish", "Fig. 3: Fish", "Map 2: Wells", "Box 4. Fish"},
		[]string{"Table 1 shows that fish fell", "Tables 1 and 2", "Figures fell", "table 1. fish", "Table of fish", "Boxes: 12"}},
	"spacedCaption":     {spacedCaption, []string{"T A B L E  4.  Fish landed"}, []string{"TABLE 4. Fish landed", "A B C D E F G"}},
	"unnumberedCaption": {unnumberedCaption, []string{"Table: Prices in May", "Table – Prices in May"}, []string{"Table: prices rose in May.", "Table prices", "The table: prices"}},
	"tellsOfTable": {tellsOfTable,
		[]string{"Change in per cent.", "Totals may not add up.", "Prices: River Agency.", "Figures in thousands", "(Rounded to the next ten)"},
		[]string{"Prices rose in May.", "Totals rose.", "Figures in what unit?", "Prices:"}},
	"isTableNote": {isTableNote, []string{"Source: Port Board", "*Note:* boats only", "Notes. Boats only", "n.b. boats only", "Key: o open"}, []string{"The source is the Port Board", "Noted: boats only", "Keys: 4"}},
	"unitLine":    {unitLine, []string{"(thousands)", "in millions of euros", "USD million", "% of boats", "Per cent"}, []string{"In May the boats came.", "boats", "thirty"}},
	"leadsCredit": {leadsCredit, []string{"Photo: Ann Holt", "PHOTO BY Ann Holt", "Image credit Ann Holt"}, []string{"Photos show the mill", "A photo by Ann Holt"}},
	"isCredit":    {isCredit, []string{"Photo: Ann Holt", "The mill burns on Monday. (Ann Holt for The Lund Post)", "Ann Holt/AP"}, []string{"The mill (built in 1902)", "and/or", "They went to the mill.", "boats (for the town)"}},
	// beginnings and ends
	"startsLower":      {startsLower, []string{"mill", "“mill", "*mill", "éclat"}, []string{"Mill", "“Mill", "3 mills", "", "工場"}},
	"startsUpper":      {startsUpper, []string{"Mill", "“Mill", "(3 mills", "Église"}, []string{"mill", "", "“mill", "工場"}},
	"endsSentence":     {endsSentence, []string{"They left.", "They left.”", "They left.’)", "They left.¹²", "They left.[3]", "Did they?", "They left:", "They left.*"}, []string{"They left", "They left,", "They left 3", "the mill (old)", ""}},
	"hyphenated":       {hyphenated, []string{"govern-", "govern\u00AD", "govern‐"}, []string{"2013-", "-", "govern –", "govern", ""}},
	"hasSentenceBreak": {hasSentenceBreak, []string{"They left. The mill burned.", "They left.3 The mill burned.", "They left.” The mill"}, []string{"They left.", "He saw Mr. Holt there", "See fig. Two", "It cost 3.5 Million", "They left. and so on"}},
	"allCaps":          {allCaps, []string{"FISH", "FISH 2014", "THE MILL’S END"}, []string{"Fish", "FI", "2014", "FISHes", ""}},
	"openBracket":      {openBracket, []string{"boats (of wood", "boats (of (old wood)"}, []string{"boats (of wood)", "boats)", ""}},
	"labelGoesOn":      {labelGoesOn, []string{"Boats and", "Boats, nets,", "Boats (of wood", "Fisher-"}, []string{"Boats", "Boats (of wood)", "Boats 2014"}},
	// years, dates, pages
	"isYear":       {isYear, []string{"1500", "1999", "2099"}, []string{"1499", "2100", "199", "19999", "199a", ""}},
	"hasYear":      {hasYear, []string{"in 1999", "(1999)", "1999a", "c1999"}, []string{"11999", "19990", "no. 1200", "$2,100"}},
	"yearAtEnd":    {yearAtEnd, []string{"Holt, The Mill, 2014.", "Holt, The Mill (Lund, 2014)."}, []string{"Holt 2014 and the mill", "in 2014", "2014", "tel. 52014, x"}},
	"isISO":        {isISO, []string{"2017-02", "2017-02-13", "2017/02/13", "2017-02-13T10:00"}, []string{"2017-13", "2017-00", "2017-02-32", "2017/02-13", "2017-02-13x", "2017"}},
	"wholeDate":    {wholeDate, []string{"13 February 2017", "February 13, 2017", "2017-02-13", "Monday, 13 February 2017", "May 2014"}, []string{"13 boats", "They left on 13 February 2017", "Monday", ""}},
	"isDateFiller": {isDateFiller, []string{"on", "Updated:", "GMT", "–"}, []string{"boats", "May"}},
	"isShortDate":  {isShortDate, []string{"May", "May 2014", "14 May", "Week 12"}, []string{"2014", "14", "May boats", "boats"}},
	"headerDate": {headerDate,
		[]string{"Thursday, October 26, 2017", "Updated July 2017", "Held on 14 March 2018", "National Assembly, Dar es Salaam, 14 January 2015", "Published 3 May 2014"},
		[]string{"Monetary policy decision, September 2023", "In July 2017 the boats came.", "Boats and nets"}},
	"isPageNumber": {isPageNumber, []string{"7", "Page 3 of 10", "p. 3/10", "xiv"}, []string{"2014", "7 boats", "3.5", "XIV", ""}},
	"pageNumber":   {pageNumber, []string{"holt, p. 12", "at pp. 3–4", "p.7"}, []string{"at 3 p.m", "holt. 12", "step. 3"}},
	"isContentsLine": {isContentsLine,
		[]string{"The mill ........ 12", "The mill . . . . 12", "Preface....iv"}, []string{"The mill... 12", "The mill 12", "They left ...."}},
	// the head of a text
	"isKicker":      {isKicker, []string{"PRESS RELEASE", "Press release No. 12", "Fact sheet", "*Analysis*", "Report to Congress"}, []string{"The press", "Report on fish in May", "Releases"}},
	"isPublisher":   {isPublisher, []string{"The Lund Post", "Reuters", "Lund Herald", "lundpost.com"}, []string{"Post", "The mill", "The Lund Post reports fish.", "Is it The Lund Post?", "the post of a clerk"}},
	"isJournalLine": {isJournalLine, []string{"Journal of Fish, vol. 3 (2014)", "Fish Studies, issue 3, 2014"}, []string{"Journal of Fish, vol. 3", "Fish in 2014", "in vol. 3, 2014"}},
	"isContactLine": {isContactLine, []string{"desk@lund.example", "www.lund.example", "Twitter: @lund"}, []string{"Write to the desk", "If you wish to write then use desk@lund.example any day"}},
	"isPlaceLine":   {isPlaceLine, []string{"Lund", "New York", "Lund, Sweden", "Rio de Janeiro"}, []string{"lund", "Lund 2014", "Lund.", "The Mill By The Sea", "Did Lund?"}},
	"isImprint":     {isImprint, []string{"Open Corridors · Fact sheet · July 2017", "Lund Institute | May 2014"}, []string{"Lund | Malmö", "Fish – the sea gives.", "Fish"}},
	"isSymbol":      {isSymbol, []string{"S/2015/123", "COM(2015) 240", "GAO-19-232"}, []string{"S/2015", "2015/123", "Fish-19-232", "A-B-C"}},
	"isArchiveLine": {isArchiveLine, []string{"Distr.: General", "Original: English", "ISBN 978-3-16"}, []string{"Distribution", "The original: English"}},
	"isPeriodical":  {isPeriodical, []string{"Weekly Epidemiological Bulletin", "Fish Newsletter"}, []string{"weekly bulletin", "The Lund Post", "A bulletin that nobody in the whole town of Lund reads"}},
	"isSeriesNumber": {isSeriesNumber,
		[]string{"No. 12", "Issue 3", "Round 14"}, []string{"No. twelve", "12", "No. 12 of it", "Boat 12"}},
	"endsAbbreviated": {endsAbbreviated, []string{"in the U.S.", "so it went..."}, []string{"They left.", "U.S", ""}},
	"hasPlainWords":   {hasPlainWords, []string{"Monetary policy decision, September 2023"}, []string{"National Assembly, Dar es Salaam, 14 January 2015", "Updated July 2017"}},
	"isSigned":        {isSigned, []string{"signed in skopje on 12 february 2014.", "done at lund"}, []string{"signed", "they signed in skopje", "donegal"}},
	"opensMinutes":    {opensMinutes, []string{"minutes of the board meeting", "summary record of the 3rd session", "meeting of the board"}, []string{"minutes of silence", "the minutes of the meeting", "meeting"}},
	"mostlyCapitals":  {mostlyCapitals, []string{"THE LUND POST", "THE LuND POST OF MALMO"}, []string{"The Lund Post", "LUND", "THE mill POST"}},
	"reportWord":      {reportWord, []string{"fish report", "the (bulletin)"}, []string{"fish", "reporting"}},
	"writesFrom": {func(s string) bool { return writesFrom(strings.Fields(s)) },
		[]string{"in Accra", "in New York"}, []string{"in accra", "of Accra", "in", "in Accra by the sea"}},
	// headings
	"looksLikeHeading": {func(s string) bool { return looksLikeHeading(s, false) },
		[]string{"The mill", "2. The mill", "THE MILL AND THE SEA", "What comes next?", "Results:"},
		[]string{"the mill", "The mill burned.", "The mill, the sea,", "“The mill”", "See http://lund.example", "", "The mill that stood by the sea burned down on a night in May when nobody was there to see it"}},
	"isMetaKey":    {isMetaKey, []string{"Keywords", "*JEL*", "Present"}, []string{"Results", "key"}},
	"isSectionKey": {isSectionKey, []string{"Part II", "Chapter 3", "Conclusion"}, []string{"Fish", "The part", ""}},
	"isKeyLine":    {isKeyLine, []string{"title: Fish", "date:"}, []string{"The title: Fish", "fish", ": fish", `"title": Fish`}},
	"isSignature":  {isSignatureRule, []string{"--", "—"}, []string{"---", "-", ""}},
	"setext":       {setext, []string{"===", "------"}, []string{"==", "=-=", "", "--- x"}},
	"isRule":       {isRule, []string{"-----", "═══", "* * *", "~~~~"}, []string{"--", "- a -", ""}},
	"isNavigation": {isNavigation, []string{"Read more: The mill", "Home > News > Lund > Mill"}, []string{"They read more", "Mill > sea", "The mill burned"}},
	// cells and labels
	"namesUnit":     {namesUnit, []string{"(m3/day)", "Rate per 10,000", "£'000", "$000"}, []string{"(2014)", "3,000", "per 10,000", "000"}},
	"isNumeric":     {isNumeric, []string{"3", "3.5 kg", "1,200", "12 pct"}, []string{"", "boats", "boats 3", "-"}},
	"isBigNumber":   {isBigNumber, []string{"7.77 million", "£8.3bn", "1 in 9", "40%"}, []string{"million", "2014", "boats", "forty", "40 boats"}},
	"isCode":        {isCode, []string{"A-12", "007", "B.3"}, []string{"12", "boats", "12345678-A", "ABCD1", "A", "2014-15"}},
	"isTotalLabel":  {isTotalLabel, []string{"Total", "All boats", "Boats, total", "Sub-total", "TOTAL:"}, []string{"Boats", "Totnes", "Tallies", "Subtle"}},
	"isNumbered":    {func(s string) bool { return isNumbered(s, false) }, []string{"Room 2", "ward 12"}, []string{"Room", "Room two", "Boat 2014", "Lund 2"}},
	"hasFigureCell": {func(s string) bool { return hasFigureCell([]string{"Boats", s}) }, []string{"12", "1,200", "12%"}, []string{"", "-", "nets"}},
	"isPipeRule":    {isPipeRule, []string{"|---|---|", "+----+----+", "|:--|--:|"}, []string{"---", "| a |", "|  |", "||"}},
	"listsNumbers":  {listsNumbers, []string{"Useful contacts", "Emergency numbers in Lund"}, []string{"Contacts of birds", "Numbers of boats"}},
	"headsTail":     {func(s string) bool { return headsTail(s, 2) }, []string{"Boats Nets", "Ward Boats Nets"}, []string{"Boats", "boats nets", "Boats and nets were sold.", "The boats that were sold in the harbour last May"}},
	// references
	"authorYearHead":   {authorYearHead, []string{"Brown, T., & Clarke, M. (2013). Title", "Holt, A. (2013), Title"}, []string{"Brown wrote (2013). Title", "(2013). Title of it", "Holt, A. (Lund). Title"}},
	"quotedTitle":      {quotedTitle, []string{"Ann Holt, “The Mill,” 2014", "Ann Holt, *The Mill by the Sea*, 2014"}, []string{"Ann Holt, “The Mill,” she said", "The Mill, 2014"}},
	"isRepeatedAuthor": {isRepeatedAuthor, []string{"———. The Mill", "--- The Mill", "——. The Mill"}, []string{"— The Mill", "The Mill", "----"}},
	"isIbid":           {isIbid, []string{"Ibid., 12", "See ibid.", "Id. at 3", "*Idem*"}, []string{"Holt, ibid.", "Idea", ""}},
	"isGiven":          {isGiven, []string{"A.", "Ann", "Ann B.", "Wm. H."}, []string{"ann", "The Mill By Sea", ""}},
	"isInitial":        {isInitial, []string{"A.", "A. Holt"}, []string{"Ann.", "a.", "A", ""}},
	"isTail":           {isTail, []string{"p. 12", "pp. 3–4", "vol. 3", "op. cit.", "12–14", "May 2014", "2014", "June"}, []string{"The Mill", "Mill 2", "Ann Holt"}},
	"isCityYear":       {isCityYear, []string{"Geneva 1993", "New York 2014"}, []string{"Geneva", "1993", "The Mill 1993"}},
	"looksLikeAuthor":  {looksLikeAuthor, []string{"Ann Holt", "Holt and Haddad", "Holt et al.", "Ministry for Fish"}, []string{"ann holt", "Ann writes", "Fish: a study", "Fish 2014", ""}},
	"looksLikeFile":    {looksLikeFile, []string{"report.pdf", "index.html,"}, []string{"report", "pdf", "report.pdfs"}},
	"looksLikePlace":   {looksLikePlace, []string{"NY", "D.C."}, []string{"Lund", "LONDON"}},
	"inverted":         {inverted, []string{"Barrett, Richard. Title", "World Bank. (2016)", "———. Title"}, []string{"P. Novak, Title of it", "Ann Holt, Title of it"}},
	"yearAfterAuthor":  {yearAfterAuthor, []string{"Fish Board (2016), The Fleet of the North Sea"}, []string{"Fish Board (2016), Fleet", "the board (2016), The Fleet of the North", "Fish Board 2016, The Fleet of the North"}},
	"signalAhead":      {signalAhead, []string{" See Holt", " Cf. Holt"}, []string{" Holt", "See Holt", " Seeing"}},
	"preposition":      {preposition, []string{"in", "And"}, []string{"the", "inn", ""}},
	// marks of notes
	"superStart":      {superStart, []string{"¹ Holt", "⁴", "† Holt"}, []string{"1 Holt", "Holt¹", "", "* Holt"}},
	"isAbbreviation":  {isAbbreviation, []string{"see p", "Holt, vol", "(nos", "at www.lund.example"}, []string{"the mill", "they left", ""}},
	"noLettersBefore": {func(s string) bool { return lettersBefore(s) == 0 }, []string{"x3", "a.", "3"}, []string{"mill", "(a"}},
}

func TestQuestions(t *testing.T) {
	for name, q := range questions {
		if len(q.yes) == 0 || len(q.no) == 0 {
			t.Errorf("%s: a question with one answer asks nothing", name)
		}
		is(t, name, q.ask, q.yes, q.no)
	}
}
