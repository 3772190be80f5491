package structure

import (
	"strings"
	"unicode"

	"analyze/internal/doc"
)

// seriesWords stand before the number of a paper in its series.
var seriesWords = set("paper papers brief briefs briefing report update bulletin series memo memorandum note notes factsheet sheet study studies circular newsletter release sitrep review insight insights dossier document hc hl cm publication")

// isSeries reports whether the line s gives the number of a text in a series or
// of an issue, and no title: "ENERGY POLICY BRIEF No. 12", "Working Paper
// 2022/04", "Volume 18, Issue 32". A bare year is no such number: "World Report
// 2019" is a title.
func isSeries(s string) bool {
	t := strings.Trim(s, " *_|[]()")
	if len(t) > 90 || words(t, 11) > 10 || endsIn(t, "?!:") || !startsUpper(t) {
		return false
	}
	if isSymbol(t) {
		return true
	}
	fields := strings.FieldsFunc(strings.ToLower(t), func(r rune) bool { return isBlank(r) || r == ',' || r == ':' || r == '|' })
	if len(fields) < 2 {
		return false
	}
	last, before := fields[len(fields)-1], fields[len(fields)-2]
	number := strings.TrimLeft(last, "#n°º№")
	num, n := leadingDigits(number)
	if n == 0 || num == 0 || strings.Trim(number, "0123456789/-–.") != "" {
		return false
	}
	switch strings.TrimRight(before, ".") {
	case "no", "nr", "number", "vol", "volume", "issue", "n°", "nº", "№":
		return true
	}
	return seriesWords[before] && (!isYear(number) || n < len(number))
}

// isSymbol reports whether s is the symbol of an official document: "S/2015/123",
// "COM(2015) 240", "GAO-19-232".
func isSymbol(s string) bool {
	letters, digits, signs := 0, 0, 0
	for _, r := range s {
		switch {
		case 'A' <= r && r <= 'Z':
			letters++
		case '0' <= r && r <= '9':
			digits++
		case r == '/' || r == '-' || r == '(' || r == ')':
			signs++
		case r != '.' && r != ' ':
			return false
		}
	}
	return letters > 0 && letters < 9 && digits > 1 && signs > 1 && len(s) < 30
}

// archiveStarts begin lines of official documents that say how they are kept, in
// lower case.
var archiveStarts = []string{"distr.", "distr:", "original:", "ref:", "ref.:", "reference:", "document no", "agenda item", "embargoed until", "classification:", "status:", "version:", "isbn", "issn"}

// isArchiveLine reports whether s is such a line.
func isArchiveLine(s string) bool {
	for _, w := range archiveStarts {
		if hasPrefixFold(s, w) && len(s) < 80 {
			return true
		}
	}
	return false
}

// institutionWords name what a body is; they stand first in its name, last, or
// before "of", "for" and "on".
var institutionWords = set("department ministry office bureau commission committee council agency institute institution centre center bank university college house court authority organization organisation fund foundation society association assembly parliament senate congress union programme secretariat observatory service services directorate federation board nations watch group inspectorate tribunal academy mission")

// institutionFillers stand in lower case in the names of bodies.
var institutionFillers = set("of for and the on & de des du la et für und di e y del")

// notInstitutions are words that titles hold and names of bodies do not.
var notInstitutions = set("in inside behind against from with at to after before how why what who is are was not by under without between")

// isInstitution reports whether the line s is the name of a body and nothing
// else, as letterheads have it: "Department of Health and Social Care",
// "HOUSE OF COMMONS", "OCHA". A title may speak of a body, but then has a verb,
// a preposition or a possessive.
func isInstitution(s string) bool {
	t := strings.Trim(s, " *_|[]()")
	if len(t) > 90 || !startsUpper(t) || strings.ContainsAny(t, "?!:;.\"“”0123456789") || strings.Contains(t, "'s") || strings.Contains(t, "’s") {
		return false
	}
	fields := strings.Fields(t)
	if len(fields) == 1 {
		return len(t) > 1 && len(t) < 9 && allCaps(t+"AAA") && !kickers[strings.ToLower(t)]
	}
	if len(fields) == 0 || len(fields) > 11 || strings.HasSuffix(strings.ToLower(fields[0]), "ing") {
		return false
	}
	if own, _, more := strings.Cut(t, ","); more && words(own, 2) > 1 && !isInstitution(own) {
		return false // "Ann Lee, University of Bergen"
	}
	if len(authorsOf(t)) > 0 {
		return false // "Song Niu Northern Studies University"
	}
	found := false
	for i, f := range fields {
		low := strings.ToLower(strings.Trim(f, ","))
		if r, _ := firstRune(f); notInstitutions[low] || unicode.IsLower(r) && !institutionFillers[low] {
			return false
		}
		if institutionWords[low] && (i == 0 || i == len(fields)-1 || institutionFillers[strings.ToLower(fields[i+1])] || strings.HasSuffix(f, ",")) {
			found = true
		}
	}
	return found
}

// isPeriodical reports whether the line s names a periodical whose issues are
// texts of their own, so that its name is the title: "Weekly Epidemiological
// Bulletin". The name of a newspaper or journal is none.
func isPeriodical(s string) bool {
	switch lastWord(s) {
	case "bulletin", "newsletter", "digest", "update", "sitrep":
		return words(s, 7) < 7 && startsUpper(s)
	}
	return false
}

// ownInstitution returns the body that a line of the head begins with, "" if it
// begins with something else: "Centre for Northern Studies, Riga, June 2021".
func ownInstitution(s string) string {
	name, _, _ := strings.Cut(s, ",")
	if name = strings.TrimSpace(name); words(name, 2) > 1 && isInstitution(name) {
		return name
	}
	return ""
}

// acronyms are bodies whose letterhead is an acronym, in lower case; another
// word in capitals may be a country or a section.
var acronyms = set("un ocha unhcr unicef who wfp iom fao undp unesco unfpa unrwa unodc unep ilo imf oecd osce odihr nato eu msf icrc ifrc nrc irc drc gao crs cdc ecdc fema usaid dfid fcdo fbi cia dhs dod doj epa fda ecb ebrd eib adb afdb wto iaea opec iea irena eclac uneca escap acled rand csis sipri iiss ecowas igad asean sadc europol interpol frontex eurostat bis fsb")

// publishes reports whether the line s of the head can be the publisher.
func publishes(s string) bool {
	return isInstitution(s) && !roleWords[strings.ToLower(firstField(s))] && (words(s, 2) > 1 || acronyms[strings.ToLower(strings.Trim(s, " *_|[]()"))])
}

// isSubhead reports whether piece i behind the title says where the text comes
// from: a body, a series, the kind of text, a place with the date below it.
func (b *builder) isSubhead(i int) bool {
	p := &b.pieces[i]
	s := b.s[p.start:p.end]
	if p.first != p.last {
		return false
	}
	if isSeries(s) || isArchiveLine(s) || isInstitution(s) && words(s, 2) > 1 || isKicker(s) && !sectionWords[strings.ToLower(s)] {
		return true
	}
	return isPlaceLine(s) && i+1 < len(b.pieces) && b.lines[b.pieces[i+1].first].blank == 0 && wholeDate(b.s[b.pieces[i+1].start:b.pieces[i+1].end])
}

// joinTitle takes lines in capitals right below a title in capitals into it.
func (b *builder) joinTitle(title, end int) int {
	for title+1 < end {
		p, q := &b.pieces[title], &b.pieces[title+1]
		s, t := b.s[p.start:p.end], b.s[q.start:q.end]
		if b.lines[q.first].blank > 0 || q.first != q.last || !allCaps(s) || !allCaps(t) || p.m.kind != noMarker || q.m.kind != noMarker ||
			q.set && q.kind != doc.Heading || sectionWords[strings.ToLower(t)] || isSeries(t) || isKicker(t) || isInstitution(t) || b.isFrontLine(title+1, title, end) || strings.HasSuffix(t, ":") || len(s)+len(t) > 200 {
			break
		}
		p.last, p.end, p.stop = q.last, q.end, q.end
		b.pieces = append(b.pieces[:title+1], b.pieces[title+2:]...)
		end--
	}
	return end
}

// roleWords say what somebody does in an institution; they follow a name.
var roleWords = set("fellow professor lecturer researcher director correspondent correspondents writer writers reporter reporters editor editors analysts fellows phd ph.d dr senior analyst economist")
