package structure

import (
	"strings"
	"unicode"

	"analyze/internal/doc"
	"analyze/internal/text"
)

// Meta is the pass that completes the card of a document from its text. What
// the format of the file said is kept, but for the day on which the file was
// made: it counts where nothing else is known. An empty field is unknown. The
// date is that of publication: it is taken from the head of the document, its dateline,
// an imprint or its path, and never from a work or event that the text names.
var Meta = &doc.Pass{
	Name:    "meta",
	Doc:     "complete the card: title, authors, date, publisher, place",
	Version: 5,
	Needs:   doc.LayerBlocks,
	Gives:   doc.LayerMeta,
	Run:     meta,
}

func meta(d *doc.Document) error {
	m := d.File
	if m.Authors != nil {
		m.Authors = apartAuthors(m.Authors)
	}
	if m.Date != "" && m.DateVia == "" {
		m.DateVia = "file"
	}
	saved := "" // when the file was made, which its text may know better
	if m.DateVia == "file" {
		saved, m.Date, m.DateVia = m.Date, "", ""
	}
	r := &metaReader{d: d, m: &m, title: -1, body: len(d.Blocks)}
	r.findHead()
	r.readTitle()
	r.readHead()
	r.readLabelledDate()
	r.readDateline(saved)
	r.readMinutes()
	r.readTitleDate()
	r.readTail()
	r.readSpeaker()
	r.readPublisher()
	if m.Date == "" {
		if date := pathDate(d.ID); date != "" {
			m.Date, m.DateVia = date, "path"
		}
	}
	if m.Date == "" && saved != "" {
		m.Date, m.DateVia = saved, "file"
	}
	if m.Language == "" {
		m.Language = "en"
	}
	m.Words = 0
	for i := range d.Blocks {
		if d.Blocks[i].Kind != doc.Boilerplate {
			m.Words += countWords(d.Slice(d.Blocks[i].Text))
		}
	}
	d.Meta = m
	return nil
}

// countWords counts what blanks set apart and holds a letter or digit.
func countWords(s string) int {
	n, in := 0, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c <= ' ':
			in = false
		case !in && (isLetterByte(c) || isDigit(c)):
			in = true
			n++
		}
	}
	return n
}

// A metaReader reads the card of a document.
type metaReader struct {
	d     *doc.Document
	m     *doc.Meta
	title int // block of the title, -1 if there is none
	body  int // first block of running text
}

// findHead finds the title and where running text begins.
func (r *metaReader) findHead() {
	for i := range r.d.Blocks {
		switch k := &r.d.Blocks[i]; {
		case k.Kind == doc.Title && r.title < 0:
			r.title = i
		case k.Kind == doc.Body || k.Kind == doc.List || k.Kind == doc.TableBlock:
			// A lead may stand between title and byline.
			if !r.bylineAfter(i) {
				r.body = i
				return
			}
		}
		if i > frontPieces {
			r.body = i
			return
		}
	}
}

// bylineAfter reports whether a byline follows within three blocks.
func (r *metaReader) bylineAfter(i int) bool {
	for j := i + 1; j < min(i+4, len(r.d.Blocks)) && i < 5; j++ {
		if r.d.Blocks[j].Kind == doc.Byline {
			return true
		}
	}
	return false
}

func (r *metaReader) readTitle() {
	if r.title < 0 {
		return
	}
	k := &r.d.Blocks[r.title]
	t := r.d.Slice(k.Text)
	if r.m.Title == "" {
		r.m.Title = cleanHead(t)
	}
	r.m.TitleSpan = k.Text
}

var emphasis = strings.NewReplacer("**", "", "__", "")

// cleanHead returns a line of the head on one line, without emphasis and note
// marks.
func cleanHead(s string) string {
	s = emphasis.Replace(text.Clean(s))
	s = strings.Trim(s, " *_#|")
	return strings.TrimRight(s, "†‡¹²³⁴⁵⁶⁷⁸⁹⁰")
}

// readHead reads the bylines before the text.
func (r *metaReader) readHead() {
	hadAuthors := len(r.m.Authors) > 0
	series := ""
	for i := 0; i < r.body; i++ {
		k := &r.d.Blocks[i]
		if k.Kind != doc.Byline {
			continue
		}
		s := cleanHead(r.d.Slice(k.Span))
		if isSeries(s) {
			series = s
			continue
		}
		if isArchiveLine(s) {
			continue
		}
		if isInstitution(s) || isKicker(s) {
			r.readBylinePlace(s)
			continue
		}
		if key, rest, ok := mailHeader(s); ok {
			r.readMail(key, rest, hadAuthors)
			continue
		}
		by := isByline(s)
		if !hadAuthors {
			r.readAuthors(s, r.d.Slice(k.Span), by)
		}
		r.readDate(s, by)
		switch {
		case by:
			r.readBylinePlace(s)
			r.readImprint(s)
		case isPublisher(s):
			r.m.Publisher = firstOf(r.m.Publisher, strings.Trim(s, "|[]() "))
		case isJournalLine(s):
			r.m.Publisher = firstOf(r.m.Publisher, strings.TrimPrefix(strings.TrimSpace(s[:indexOr(s, ",.(;0123456789")]), "Published in "))
		case wholeDate(s):
		case isPlaceLine(s) && !hasAffiliation(s) && len(authorsOf(s)) == 0:
			r.m.Place = firstOf(r.m.Place, titleCase(s))
		default:
			r.readBylinePlace(s)
			r.readImprint(s)
		}
	}
	r.readSeries(series)
	r.readLetterhead(series != "")
}

// readSeries takes the year of the number in a series, where nothing else gives
// a date: "Working Paper 2022/04".
func (r *metaReader) readSeries(s string) {
	if at := strings.LastIndexByte(s, ' ') + 1; r.m.Date == "" && at > 0 && len(s) > at+4 && isYear(s[at:at+4]) && !isDigit(s[at+4]) {
		r.m.Date, r.m.DateVia = s[at:at+4], "header"
	}
}

// readLetterhead takes the publisher from a line that names a body: one alone
// above the title, or one with the date, or with the place in a paper of a
// series. A body behind an author is where he works, and no publisher.
func (r *metaReader) readLetterhead(series bool) {
	for i := 0; i < r.body && r.m.Publisher == ""; i++ {
		k := &r.d.Blocks[i]
		s := cleanHead(r.d.Slice(k.Span))
		if k.Kind != doc.Byline || strings.ContainsAny(s, ";*†") {
			continue
		}
		if publishes(s) && (i < r.title || len(r.m.Authors) == 0) {
			r.m.Publisher = s
		} else if name := ownInstitution(s); name != "" && (series || len(isoIn(s)) > 4) {
			r.m.Publisher = name
		}
	}
}

// readMail takes author and date from the header of a letter.
func (r *metaReader) readMail(key, rest string, hadAuthors bool) {
	switch key {
	case "from":
		name := strings.Trim(rest[:indexOr(rest, "<([")], " \"'")
		if before, _, ok := strings.Cut(name, ","); ok && len(authorNames(before)) == 1 {
			name = strings.TrimSpace(before) // "Ann Lee, City Auditor"
		}
		if !hadAuthors && name != "" && !strings.Contains(name, "@") {
			r.m.Authors = append(r.m.Authors, name)
		}
	case "date", "sent":
		r.readDate(rest, false)
	}
}

// readAuthors adds the authors that a byline names.
func (r *metaReader) readAuthors(s, raw string, by bool) {
	if by {
		rest, _ := bylineRest(s)
		r.m.Authors = append(r.m.Authors, authorNames(rest)...)
		return
	}
	if wholeDate(s) || isPublisher(s) {
		return
	}
	r.m.Authors = append(r.m.Authors, authorsOf(strings.TrimSpace(raw))...)
}

// readDate takes the date of a line of the head.
func (r *metaReader) readDate(s string, by bool) {
	date := firstOf(reportedPeriod(s), isoIn(s))
	if r.m.Date != "" && !r.laterDate(s, date) {
		return
	}
	if date == "" || !by && len(date) == 4 && !wholeDate(s) && !isImprint(s) && !isJournalLine(s) {
		return
	}
	r.m.Date, r.m.DateVia = date, "header"
	if by {
		r.m.DateVia = "byline"
	}
}

// laterDate reports whether date, that of the line s, takes the place of the one
// found above it. Where two lines of the head are dates, the earlier is that of
// what the text is about; a date to the day goes before its month.
func (r *metaReader) laterDate(s, date string) bool {
	if r.m.DateVia == "text" || r.m.DateVia == "path" {
		return true
	}
	low := strings.ToLower(s)
	if r.m.DateVia != "header" || endDate(s) == "" || strings.Contains(low, "updated") || strings.Contains(low, "modified") || strings.Contains(low, "revised") {
		return false
	}
	return date > r.m.Date && len(date) >= len(r.m.Date)
}

// readBylinePlace takes the place at the end of a line with an institution or a
// date: "…, Institute for Conflict Data, Utrecht", "…, York, 5 May 2016".
func (r *metaReader) readBylinePlace(s string) {
	for _, sep := range []string{" · ", " | ", " — ", " – "} {
		if before, _, ok := strings.Cut(s, sep); ok && strings.Contains(before, ",") {
			s = before
		}
	}
	if r.m.Place != "" || !hasAffiliation(s) && isoIn(s) == "" || strings.Contains(s, ";") {
		return
	}
	parts := strings.Split(s, ",")
	for len(parts) > 1 {
		last := strings.TrimSpace(parts[len(parts)-1])
		if iso, others := parseDate(last); iso == "" && strings.IndexByte("mwt", readDateWord(firstField(last)).kind) < 0 || others > 0 {
			break
		}
		parts = parts[:len(parts)-1]
	}
	if len(parts) == 1 && isoIn(s) != "" && !isByline(s) && isPlaceLine(parts[0]) && words(parts[0], 3) < 3 && readDateWord(firstField(parts[0])).kind == 0 && len(parts[0]) < len(s) {
		r.m.Place = titleCase(strings.TrimSpace(parts[0]))
	}
	if len(parts) < 2 {
		return
	}
	last := strings.TrimSpace(parts[len(parts)-1])
	if words(last, 4) < 4 && isPlaceLine(last) && !hasAffiliation(last) && len(authorsOf(last)) == 0 && (len(parts) > 2 || !isByline(s) || hasAffiliation(parts[len(parts)-2])) && !personTitles[strings.ToLower(firstField(last))] {
		r.m.Place = last
	}
}

// firstField returns the first word of s.
func firstField(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), " ")
	return strings.Trim(s, ".,")
}

// readImprint takes the publisher from a line such as "Open Corridors · Fact
// sheet · July 2017" or "Compiled by the Nordic Desk, Bergen".
func (r *metaReader) readImprint(s string) {
	if r.m.Publisher != "" {
		return
	}
	if rest, ok := bylineRest(s); ok && strings.HasPrefix(strings.ToLower(rest), "the ") {
		r.m.Publisher = strings.TrimSpace(rest[4 : 4+min(indexOr(rest[4:], ",·|("), len(rest)-4)])
		return
	}
	if paper, _, ok := strings.Cut(s, ","); ok && isPublisher(paper) && isoIn(s) != "" {
		r.m.Publisher = titleCase(strings.TrimSpace(paper)) // "THE HARBOUR COURIER, Sunday, May 4, 1994"
		return
	}
	if !isImprint(s) {
		return
	}
	for _, sep := range []string{" · ", " | ", " • "} {
		parts := strings.Split(s, sep)
		for i, p := range parts {
			if p = strings.TrimSpace(p); len(parts) > 1 && isPublisher(p) || i == 0 && len(parts) > 1 && isoIn(p) == "" && words(p, 8) < 8 && !isKicker(p) && !isSeries(p) && !isByline(p) && len(authorsOf(p)) == 0 {
				r.m.Publisher = p
				return
			}
		}
	}
}

// indexOr returns the first place of one of the signs in s, or its length.
func indexOr(s, signs string) int {
	if at := strings.IndexAny(s, signs); at >= 0 {
		return at
	}
	return len(s)
}

// readDateline reads the place, date and agency before the first sentence of
// the text: "CAIRO, May 4, 2015 (Agency) — ". Saved is the day on which the file was
// made, if it is known.
func (r *metaReader) readDateline(saved string) {
	for i := r.title + 1; i < len(r.d.Blocks) && i < frontPieces; i++ {
		k := &r.d.Blocks[i]
		if k.Kind != doc.Body {
			continue
		}
		if date := openingDate(r.d.Slice(k.Text)); r.m.Date == "" && date != "" {
			r.m.Date, r.m.DateVia = date, "text"
			return
		}
		l, ok := parseDateline(r.d.Slice(k.Text))
		if !ok {
			if i >= r.body {
				return
			}
			continue
		}
		r.m.Place = firstOf(r.m.Place, l.place)
		r.m.Publisher = firstOf(r.m.Publisher, l.agency)
		if r.m.Date == "" && l.date != "" {
			r.m.Date, r.m.DateVia = l.date, "text"
		} else if date := r.datelineDate(l, k, saved); r.m.Date == "" && date != "" {
			r.m.Date, r.m.DateVia = date, "text"
		}
		return
	}
}

// A dateline is what stands before the first sentence of a story.
type dateline struct{ place, date, agency, head string }

// parseDateline reads the dateline at the start of s. Its place is set in
// capitals, or what follows is a dash behind no more than a place, a date and
// an agency in brackets.
func parseDateline(s string) (l dateline, ok bool) {
	caps := capsWords(s)
	head := datelineHead(s, caps)
	if head == "" || words(head, 14) > 12 {
		return l, false
	}
	if open := strings.IndexByte(head, '('); open > 0 {
		l.agency = strings.Trim(head[open:], "() ")
		head = head[:open]
		if words(l.agency, 6) > 5 || strings.ContainsAny(l.agency, "0123456789") {
			return l, false
		}
	}
	l.date, l.head = isoIn(head), head
	var names []string
	for _, p := range strings.Split(head, ",") {
		p = strings.TrimSpace(p)
		if p == "" {
			continue
		}
		if d := readDateWord(firstField(p)); d.kind != 0 {
			continue
		}
		if !isPlaceLine(p) {
			return dateline{}, false
		}
		names = append(names, titleCase(p))
	}
	if len(names) == 0 || len(names) > 3 || caps < 2 && l.agency == "" && l.date == "" && len(names) > 2 {
		return dateline{}, false
	}
	l.place = strings.Join(names, ", ")
	return l, caps > 1 || words(head, 6) < 5 && (l.agency != "" || l.date != "" || strings.Contains(s[:min(len(s), 110)], "—"))
}

// datelineHead returns what stands before the dash, hyphen or full stop that can
// end a dateline, "" if there is none. The first caps bytes are in capitals.
func datelineHead(s string, caps int) string {
	for _, dash := range []string{" — ", " – ", " -- ", "— ", " —", "–"} {
		if at := strings.Index(s[:min(len(s), 110)], dash); at > 1 && !startsLower(s[at+len(dash):]) {
			return s[:at]
		}
	}
	if caps > 1 {
		if at := strings.Index(s[:min(len(s), 60)], ": "); at >= caps {
			if _, _, ok := monthDay(s[:at]); ok || isoIn(s[:at]) != "" {
				return s[:at] // "DELHI, Feb. 28: "
			}
		}
		for _, dash := range []string{" - ", ". "} {
			if at := strings.Index(s[:min(len(s), 90)], dash); at >= caps {
				// "Oct. 25" holds a full stop that ends nothing.
				for dash == ". " && at > 0 && abbreviations[strings.ToLower(firstField(s[strings.LastIndexByte(s[:at], ' ')+1:at]))] {
					next := strings.Index(s[at+1:min(len(s), 90)], dash)
					if next < 0 {
						break
					}
					at += 1 + next
				}
				return s[:at]
			}
		}
	}
	if caps > 1 && len(s) < 60 {
		return strings.TrimSuffix(s, ".")
	}
	return ""
}

// capsWords returns the bytes of the words in capitals that s begins with.
func capsWords(s string) int {
	n := 0
	for n < len(s) {
		end := n + indexOr(s[n:], " ,.—–(")
		w := s[n:end]
		if w == "" || w != strings.ToUpper(w) || !strings.ContainsFunc(w, unicode.IsUpper) || len(w) < 2 && n == 0 {
			break
		}
		n = end
		if n < len(s) && s[n] == ' ' && n+1 < len(s) && unicode.IsUpper(rune(s[n+1])) {
			n++
			continue
		}
		break
	}
	return n
}

// placeParticles stand in lower case between the hyphens of a place.
var placeParticles = strings.NewReplacer("-Au-", "-au-", "-Aux-", "-aux-", "-Sur-", "-sur-", "-En-", "-en-", "-De-", "-de-", "-La-", "-la-", "-Le-", "-le-", "-Upon-", "-upon-", "-On-", "-on-", "-Under-", "-under-", "-Am-", "-am-")

// titleCase returns words in capitals with only their first letter so.
func titleCase(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		if len(f) < 2 || f != strings.ToUpper(f) || strings.Contains(f, ".") || len(f) == 2 && len(fields) == 1 {
			continue
		}
		up := true
		fields[i] = strings.Map(func(r rune) rune {
			out := unicode.ToLower(r)
			if up {
				out = r
			}
			up = !unicode.IsLetter(r)
			return out
		}, f)
		fields[i] = placeParticles.Replace(fields[i])
	}
	return strings.Join(fields, " ")
}

// readTail reads what stands behind the text: who reported, a last line with
// the date, and a copyright.
func (r *metaReader) readTail() {
	last := true
	for i := len(r.d.Blocks) - 1; i >= max(r.body, len(r.d.Blocks)-12); i-- {
		k := &r.d.Blocks[i]
		if k.Len() > 800 {
			last = false
			continue
		}
		s := cleanHead(r.d.Slice(k.Span))
		if len(s) > 400 {
			last = false
			continue
		}
		switch low := strings.ToLower(s); {
		case k.Kind == doc.Byline && len(r.m.Authors) == 0 && strings.HasPrefix(strings.TrimLeft(low, "( "), "reporting by "):
			rest := strings.TrimLeft(s, "( ")[len("reporting by "):]
			r.m.Authors = authorNames(rest[:indexOr(rest, ";)")])
		case r.m.Date == "" && (k.Kind == doc.Boilerplate || k.Kind == doc.Body) && (strings.HasPrefix(low, "©") || strings.HasPrefix(low, "copyright") || strings.HasPrefix(low, "(c) ")):
			if y := firstYear(s); y != "" {
				r.m.Date, r.m.DateVia = y, "text"
			}
		case r.m.Date == "" && (strings.HasPrefix(low, "published ") || strings.HasPrefix(low, "posted ") || strings.HasPrefix(low, "first published") || strings.HasPrefix(low, "published:")) && len(s) < 120:
			if date := isoIn(s); len(date) > 4 {
				r.m.Date, r.m.DateVia = date, "text"
			}
		case r.m.Date == "" && k.Kind != doc.Footnote && isSigned(low) && len(s) < 120:
			if date := isoIn(s); len(date) > 4 {
				r.m.Date, r.m.DateVia = date, "text"
			}
		case r.m.Date == "" && last && k.Kind != doc.Footnote && k.Kind != doc.Bibliography && endDate(s) != "":
			r.m.Date, r.m.DateVia = endDate(s), "text"
		}
		if k.Kind == doc.Body {
			last = false
		}
	}
}

// isSigned reports whether the line s, in lower case, says when and where a
// statement was signed: "Signed in Skopje on 12 February 2014."
func isSigned(s string) bool {
	for _, w := range []string{"signed in ", "signed at ", "signed on ", "signed this ", "done at ", "done in ", "dated this ", "sworn ", "executed on ", "executed at "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// endDate returns the date of a last line that is nothing else, or has a place
// before it: "Geneva, 4 May 2015".
func endDate(s string) string {
	if wholeDate(s) {
		date, _ := parseDate(s)
		return date
	}
	if place, rest, ok := strings.Cut(s, ","); ok && isPlaceLine(place) && wholeDate(rest) {
		if date, _ := parseDate(rest); len(date) > 4 {
			return date
		}
	}
	return ""
}

// pathDate returns the date that a path names: 2017-02-13-title.txt,
// 2017/02/13/title.txt, 20170213.txt.
func pathDate(path string) string {
	for i := 0; i+4 <= len(path); i++ {
		if i > 0 && isDigit(path[i-1]) || !isYear(path[i:i+4]) {
			continue
		}
		rest := path[i+4:]
		var parts []string
		for len(parts) < 2 {
			t := rest
			if t != "" && strings.IndexByte("-_/.", t[0]) >= 0 {
				t = t[1:]
			}
			if len(t) < 2 || !isDigit(t[0]) || !isDigit(t[1]) {
				break
			}
			parts = append(parts, t[:2])
			rest = t[2:]
		}
		if rest != "" && isDigit(rest[0]) || len(parts) == 0 || parts[0] < "01" || parts[0] > "12" {
			continue
		}
		date := path[i:i+4] + "-" + parts[0]
		if len(parts) == 2 && parts[1] >= "01" && parts[1] <= "31" {
			return date + "-" + parts[1]
		}
		if len(parts) == 1 && path[i+4] != parts[0][0] {
			return date
		}
	}
	return ""
}
