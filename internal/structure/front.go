package structure

import (
	"strings"
	"unicode"

	"analyze/internal/doc"
)

// frontPieces is how many pieces from the first on may stand before the text.
const frontPieces = 14

// findFront decides on what stands before the text: title, bylines, dates,
// place and publisher.
func (b *builder) findFront() {
	if b.findMailHead() {
		return
	}
	end := b.frontEnd()
	title := b.findTitle(end)
	if title >= 0 {
		end = b.joinTitle(title, end)
	}
	for i := 0; i < end; i++ {
		p := &b.pieces[i]
		if i == title || p.set && p.kind != doc.Heading || p.m.kind == hashMarker {
			continue
		}
		if p.set && p.label != "" {
			break
		}
		if b.isFrontLine(i, title, end) {
			p.decide(doc.Byline)
			p.level, p.label = 0, ""
			p.text, p.stop = p.start, p.end
		} else if s := b.s[p.start:p.end]; i < title && (isSeries(s) || isInstitution(s) || isArchiveLine(s)) || title >= 0 && i > title && b.isSubhead(i) {
			p.decide(doc.Byline)
			p.level, p.label = 0, ""
			p.text, p.stop = p.start, p.end
		} else if title >= 0 && i > title && i < title+3 && !p.set && p.first == p.last && looksLikeHeading(b.s[p.start:p.end], false) {
			p.decide(doc.Heading)
			p.level = 2
		} else if i < title && !p.set {
			p.decide(doc.Heading)
			p.level = 2
		}
	}
	if title >= 0 {
		p := &b.pieces[title]
		if !p.set || p.m.kind != hashMarker && p.kind == doc.Heading {
			p.text, p.stop, p.label = p.start, p.end, ""
		}
		p.decide(doc.Title)
		p.level = 1
	}
}

// mailKeys begin the lines of the header of a letter.
var mailKeys = set("from to cc bcc date sent subject re")

// mailHeader reads a line of the header of a letter; ok is false if s is none.
func mailHeader(s string) (key, rest string, ok bool) {
	key, rest, ok = strings.Cut(s, ":")
	key = strings.ToLower(strings.Trim(key, " *_"))
	return key, strings.Trim(rest, " *_"), ok && mailKeys[key] && len(s) < 400
}

// findMailHead decides on the header of a letter or memorandum, if the document
// begins with one; its subject is the title.
func (b *builder) findMailHead() bool {
	var lines []int
	for i := 0; i < len(b.pieces) && i < frontPieces; i++ {
		p := &b.pieces[i]
		if _, _, ok := mailHeader(b.s[p.start:p.end]); ok {
			lines = append(lines, i)
		} else if len(lines) > 0 || i > 2 {
			break
		}
	}
	if len(lines) < 3 {
		return false
	}
	for _, i := range lines {
		p := &b.pieces[i]
		p.decide(doc.Byline)
		p.level, p.label, p.text, p.stop = 0, "", p.start, p.end
		if key, rest, _ := mailHeader(b.s[p.start:p.end]); rest != "" && (key == "subject" || key == "re") {
			p.decide(doc.Title)
			p.level = 1
			p.text = p.start + strings.IndexByte(b.s[p.start:p.end], ':') + 1
		}
	}
	return true
}

// frontEnd returns the piece where the text begins: the first paragraph of some
// length, list, table or quotation.
func (b *builder) frontEnd() int {
	for i := range b.pieces {
		p := &b.pieces[i]
		if i >= frontPieces {
			return i
		}
		if p.set && (p.kind == doc.List || p.kind == doc.TableBlock || p.kind == doc.Quote || p.kind == doc.Footnote) {
			return i
		}
		if s := b.s[p.start:p.end]; !p.set && len(s) > 100 && !isByline(s) && (endsSentence(s) || len(s) > 300) && !b.isLead(i) {
			return i
		}
	}
	return len(b.pieces)
}

// isLead reports whether piece i is a lead between title and byline: within
// the next few pieces, before any other paragraph, stands a byline, date,
// credit or place.
func (b *builder) isLead(i int) bool {
	if i > 3 || b.pieces[i].end-b.pieces[i].start > 600 {
		return false
	}
	for j := i + 1; j < min(i+5, len(b.pieces)-1); j++ {
		p := &b.pieces[j]
		s := b.s[p.start:p.end]
		if isByline(s) || p.kind == doc.Caption && p.set || wholeDate(s) {
			return true
		}
		if len(s) > 160 {
			return false
		}
	}
	return false
}

// kickers are lines above a title that name the kind of text.
var kickers = lineSet(`minutes|fact sheet|factsheet|opinion|editorial|analysis|press release|news release|for immediate release|for release|embargoed|media release|memorandum|memo|report|policy brief|policy briefing|briefing|briefing note|brief|working paper|research paper|discussion paper|commentary|comment|op-ed|feature|interview|transcript|testimony|speech|statement|letter|letters|review|book review|news|world|politics|business|exclusive|special report|update|press briefing|occasional paper|draft|confidential|unclassified|restricted|issue brief|backgrounder|perspective|perspectives|dispatch|case study|annex|appendix|executive summary|study|essay|blog|live|breaking|country report|annual report|situation report|sitrep|bulletin|newsletter|article|final report|interim report|flash update|progress report|technical report|background paper|information note|research article|original article|national|international|local|health|economy|science`)

// isKicker reports whether s stands above a title and is none: the kind of the
// text, perhaps with a number, or the slug of an agency.
func isKicker(s string) bool {
	low := strings.ToLower(strings.Trim(s, " *_:#-–|"))
	low = strings.TrimRight(low, " 0123456789/.-–")
	low = strings.TrimSuffix(strings.TrimSuffix(low, " no"), " nr")
	if kickers[low] || kickers[strings.TrimSuffix(low, "s")] || strings.HasPrefix(low, "report to ") && words(low, 6) < 6 {
		return true
	}
	first, rest, _ := strings.Cut(s, " ")
	return strings.Contains(first, "-") && allCaps(first) && len(first) > 5 && (rest == "" || strings.HasPrefix(rest, "(")) && !strings.ContainsAny(first, "0123456789")
}

// findTitle returns the piece that is the title, -1 if there is none.
func (b *builder) findTitle(end int) int {
	for i := 0; i < min(end+1, len(b.pieces)); i++ {
		if p := &b.pieces[i]; p.set && p.kind == doc.Heading && p.level == 1 {
			return i
		}
	}
	if want := foldTitle(b.d.File.Title); want != "" {
		for i := 0; i < end; i++ {
			if p := &b.pieces[i]; p.end-p.start < 400 && foldTitle(b.s[p.start:p.end]) == want {
				return i
			}
		}
	}
	kicker := -1
	for i := 0; i < end; i++ {
		p := &b.pieces[i]
		s := b.s[p.start:p.end]
		if i+1 < end && isPeriodical(s) && isSeries(b.s[b.pieces[i+1].start:b.pieces[i+1].end]) {
			return i
		}
		if p.set && p.kind != doc.Heading || b.isFrontLine(i, -1, end) {
			continue
		}
		if i == 0 && startsLower(s) || !b.canBeTitle(i) {
			return kicker
		}
		if (isKicker(s) || isSeries(s) || isSeriesNumber(s) || isInstitution(s) || isArchiveLine(s)) && b.anotherTitle(i, end) {
			if kicker < 0 {
				kicker = i
			}
			continue
		}
		return i
	}
	if kicker < 0 && end > 0 && b.pieces[0].first == b.pieces[0].last && b.datedTitle(b.s[b.pieces[0].start:b.pieces[0].end]) {
		return 0
	}
	return kicker
}

// datedTitle reports whether s is a title that ends with its date where no other
// line is one: "Coast Agency – Results of the count, 2 May 2015".
func (b *builder) datedTitle(s string) bool {
	at := strings.LastIndex(s, ", ")
	return at > 0 && !isByline(s) && !endsIn(s, ".") && words(s[:at], 4) > 3 && reportWord(strings.ToLower(s[:at])) && statedDate(s) != ""
}

// anotherTitle reports whether a piece behind i could be the title.
func (b *builder) anotherTitle(i, end int) bool {
	for i++; i < end; i++ {
		if p := &b.pieces[i]; (!p.set || p.kind == doc.Heading) && !b.isFrontLine(i, -1, end) {
			return b.canBeTitle(i)
		}
	}
	return false
}

// canBeTitle reports whether piece i has the form of a title. A text follows
// it; a line with a full stop is none, nor is one numbered as a section.
func (b *builder) canBeTitle(i int) bool {
	p := &b.pieces[i]
	s := b.s[p.start:p.end]
	t := strings.Trim(s, " *_#")
	if after := b.beside(i, 1); after != nil && b.pieces[i+1].furniture && words(t, 9) > 8 && !endsSentence(t) && startsLower(b.s[after.start:after.end]) {
		return false // a sentence that a head of pages tears
	}
	if len(t) > 260 || p.last > p.first+3 || !startsUpper(t) || words(t, 35) > 32 || i+1 == len(b.pieces) {
		return false
	}
	if p.m.kind == letterDot && (p.m.label == "Q" || p.m.label == "A") || p.set && p.label != "" && p.m.kind != numberBlank || sectionWords[strings.ToLower(strings.Trim(t, ":"))] {
		return false
	}
	if (endsIn(t, ".:,;") || strings.HasSuffix(t, ".)") || endsIn(strip(t), ".") || hasSentenceBreak(t)) && !allCaps(t) && !endsAbbreviated(t) {
		return false
	}
	return !strings.Contains(t, "http") && len(b.pieces) > 1
}

// endsAbbreviated reports whether the full stop at the end of s belongs to an
// abbreviation: "… in the U.S."
func endsAbbreviated(s string) bool {
	return len(s) > 3 && s[len(s)-1] == '.' && s[len(s)-3] == '.' || strings.HasSuffix(s, "...")
}

// sectionWords head sections and are no titles.
var sectionWords = lineSet(`abstract|summary|introduction|background|executive summary|overview|contents|foreword|preface|key findings|key points|conclusion|conclusions|methods|results|discussion|context|history|recommendations|acknowledgements|acknowledgments|appendix|annex|keywords|key messages|highlights|methodology|references|notes|main points|findings|at a glance|next steps|timeline|outlook|analysis`)

// foldTitle returns s in lower case, letters and digits only.
func foldTitle(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// isFrontLine reports whether piece i before the text is a byline, a date, a
// publisher or a place. Title is the piece of the title, -1 while it is sought.
func (b *builder) isFrontLine(i, title, end int) bool {
	p := &b.pieces[i]
	s := b.s[p.start:p.end]
	if len(s) > 400 || p.m.kind == hashMarker {
		return false
	}
	if isByline(s) || isJournalLine(s) || headerDate(s) || isPublisher(s) || isContactLine(s) {
		return true
	}
	if len(s) > 240 || title < 0 && i == 0 {
		return false
	}
	if len(authorsOf(s)) > 0 && (i > 0 && (title >= 0 && i > title || title < 0)) {
		return title >= 0 || hasAffiliation(s)
	}
	if title < 0 || i <= title {
		return false
	}
	return b.afterByline(i) && (isPlaceLine(s) && i+1 == end || hasAffiliation(s) && !endsIn(s, ".") && !strings.Contains(s, ": ") && len(s) < 160) || isImprint(s)
}

// afterByline reports whether a byline, a credit or a lead stands before piece i.
func (b *builder) afterByline(i int) bool {
	if i == 0 {
		return false
	}
	p := &b.pieces[i-1]
	return p.kind == doc.Byline || p.kind == doc.Caption && p.set || !p.set && endsSentence(b.s[p.start:p.end])
}

// headerDate reports whether s is a date, alone or beside a place or a section:
// "Thursday, October 26, 2017", "Updated July 2017", "Held on 14 March 2018".
func headerDate(s string) bool {
	if wholeDate(s) {
		return true
	}
	if len(s) > 200 || endsIn(s, ".") || allCaps(s) && words(s, 9) > 6 {
		return false
	}
	low := strings.ToLower(strings.TrimLeft(s, "*_ ("))
	for _, w := range []string{"published", "updated", "posted", "last updated", "date:", "held on", "held in", "released", "first published", "dated", "a talk given", "delivered ", "remarks by", "as delivered", "submitted", "received", "accepted"} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	if at := strings.LastIndex(s, ", "); at > 0 && words(s, 12) < 12 {
		iso, others := parseDate(s[at:])
		if len(iso) > 7 && others == 0 && !hasPlainWords(s) {
			return true // "National Assembly, Dar es Salaam, 14 January 2015"
		}
		if len(iso) > 4 && others == 0 && imprintBody(s) != "" {
			return true
		}
	}
	iso, others := parseDate(s)
	return len(iso) > 4 && others <= 3 && words(s, 12) < 12 && !hasPlainWords(s)
}

// hasPlainWords reports whether s, a line with a date, holds two words that are
// neither names nor of a date: "Monetary policy decision, September 2023" is a
// title and no date.
func hasPlainWords(s string) bool {
	n := 0
	for i, w := range strings.Fields(s) {
		r, _ := firstRune(w)
		if low := strings.ToLower(w); i > 0 && unicode.IsLower(r) && !isDateFiller(w) && !nameParticles[low] && readDateWord(w).kind == 0 && len(w) > 3 {
			n++
		}
	}
	return n > 1
}

// mastheads end the names of newspapers, journals and agencies.
var mastheads = set(`post times guardian review courier herald tribune journal gazette news telegraph observer monitor chronicle standard star mail press magazine quarterly bulletin network independent economist atlantic globe sentinel examiner dispatch inquirer register record ledger advertiser express mirror sun agency newspaper daily weekly today broadcasting wire argus echo citizen spectator reporter statesman nation jazeera reuters bbc cnn afp politico slate vox bloomberg forbes newsweek time xinhua intercept diplomat conversation npr insider`)

// isPublisher reports whether the line s is the name of a paper or agency: some
// words with capitals of which the last is a masthead's.
func isPublisher(s string) bool {
	t := strings.Trim(s, " *_|[]()")
	n := words(t, 7)
	if len(t) > 60 || n == 0 || n > 6 || strings.ContainsAny(t, "?!:;\"“0123456789") || endsIn(t, ".") && !strings.Contains(t, ".com") {
		return false
	}
	fields := strings.Fields(t)
	last := strings.ToLower(strings.Trim(fields[len(fields)-1], ".,"))
	if strings.HasSuffix(last, ".com") || strings.HasSuffix(last, ".org") || strings.HasSuffix(last, ".net") {
		return n == 1
	}
	if !mastheads[last] && !(strings.EqualFold(fields[0], "the") && n > 1 && mastheads[strings.ToLower(fields[1])]) {
		return false
	}
	if n == 1 {
		return last == "reuters" || last == "bbc" || last == "afp" || last == "cnn" || last == "politico" || last == "slate" || last == "bloomberg" || last == "newsweek" || last == "xinhua"
	}
	for _, f := range fields {
		r, _ := firstRune(f)
		if unicode.IsLower(r) && !nameParticles[strings.ToLower(f)] && f != "for" && f != "and" && f != "on" {
			return false
		}
	}
	return strings.EqualFold(fields[0], "the") || n == 2 || n == 3
}

// isJournalLine reports whether s names a journal with volume and year.
func isJournalLine(s string) bool {
	if len(s) > 200 || !hasYear(s) || !startsUpper(s) {
		return false
	}
	low := strings.ToLower(s)
	return strings.Contains(low, "vol.") || strings.Contains(low, "volume ") || strings.Contains(low, ", no. ") || strings.Contains(low, "issue ") || strings.Contains(low, "issn") || strings.Contains(low, "doi:")
}

// isContactLine reports whether s says how to reach an author or publisher.
func isContactLine(s string) bool {
	return len(s) < 120 && (strings.Contains(s, "@") || strings.HasPrefix(s, "http") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "Twitter:")) && words(s, 8) < 8
}

// isPlaceLine reports whether s can be the place of a dateline alone.
func isPlaceLine(s string) bool {
	n := words(s, 5)
	if n > 4 || len(s) > 50 || sectionWords[strings.ToLower(s)] || strings.ContainsAny(s, "?!:;\"“”0123456789") || endsIn(s, ".") {
		return false
	}
	fields := strings.Fields(s)
	for _, f := range fields {
		if r, _ := firstRune(f); !unicode.IsUpper(r) && !nameParticles[f] {
			return false
		}
	}
	return n < 3 || strings.Contains(s, ",") || n == 3 && cityLinks[fields[1]]
}

// cityLinks stand in lower case inside the names of cities: "Dar es Salaam".
var cityLinks = set("es de da do del di la le el al sur upon am an")

// isImprint reports whether s sets apart publisher, kind of text and date with
// dots or bars: "Open Corridors · Fact sheet · July 2017".
func isImprint(s string) bool {
	if len(s) > 160 || endsIn(s, ".") {
		return false
	}
	for _, sep := range []string{" · ", " | ", " • ", " – ", " — "} {
		if parts := strings.Split(s, sep); len(parts) > 1 {
			_, others := parseDate(parts[len(parts)-1])
			if hasYear(parts[len(parts)-1]) && others < 3 {
				return true
			}
			if len(parts) > 2 && sep != " – " && sep != " — " {
				return true
			}
		}
	}
	return false
}

// contributorMarks are in lines that name who reported, wrote or edited.
var contributorMarks = []string{" contributed to this ", " contributed from ", " contributed reporting", " contributed to the report", "additional reporting", "reporting by ", "editing by ", "writing by ", "compiled by ", " reported from ", "translated by ", " contributed research", "with reporting from", "with reporting by"}

// findEnd decides on lines behind the text that name who contributed to it.
func (b *builder) findEnd() {
	first := ""
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.set || p.end-p.start < 10 {
			continue
		}
		s := b.s[p.start:p.end]
		if first == "" && len(s) > 60 {
			first = s[:40]
		}
		// They stand at the end, or before the text comes a second time.
		last := i >= len(b.pieces)-8 || i+1 < len(b.pieces) && strings.HasPrefix(b.s[b.pieces[i+1].start:], first) && first != ""
		if len(s) > 500 || !last && s[0] != '(' {
			continue
		}
		low := strings.ToLower(s)
		for k, w := range contributorMarks {
			at := strings.Index(low, w)
			if at < 0 || k > 3 && k < 9 && at > 30 || w == " reported from " && (at > 40 || !strings.Contains(low, "contributed")) || at > 400 {
				continue
			}
			if b.repeatsFrom(i+1) || strings.HasPrefix(low, "(") || k < 5 {
				p.decide(doc.Byline)
			}
			break
		}
	}
}

// repeatsFrom reports whether hardly any text follows piece i.
func (b *builder) repeatsFrom(i int) bool {
	n := 0
	for ; i < len(b.pieces) && n < 4; i++ {
		if p := &b.pieces[i]; !p.set && p.end-p.start > 100 {
			n++
		}
	}
	return n < 3
}
