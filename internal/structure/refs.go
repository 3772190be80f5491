package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
)

// A parsedRef is a reference whose span counts from the start of the note's
// text.
type parsedRef struct{ doc.Reference }

// parseReferences returns the works that a note cites, none if it only
// comments. An entry of a bibliography is one work.
func parseReferences(s string, entry bool) []parsedRef {
	if len(s) > 8000 {
		s = s[:cutAt(s, 8000)]
	}
	var refs []parsedRef
	parts := []doc.Span{{Start: 0, End: len(s)}}
	if !entry {
		parts = splitWorks(s)
	}
	for _, p := range parts {
		from := p.Start
		p.Start, p.End = trimRef(s, p.Start, p.End)
		led := p.Start-from > 3 // a signal stood there
		if p.Start >= p.End {
			continue
		}
		if list := authorYears(s, p); len(list) > 0 && !entry {
			refs = append(refs, list...)
			continue
		}
		if r, ok := parseWork(s, p, entry, led); ok {
			refs = append(refs, r)
		}
	}
	return refs
}

// tableSources returns the works that a line under a table names, "Source: A;
// B, 2016. Figures are rounded." Only its first sentence names any; what stands
// in no quotes there is who published the figures.
func tableSources(s string) []parsedRef {
	end := len(s)
	for i := 12; i+2 < len(s); i++ {
		if s[i] == '.' && s[i+1] == ' ' && !isAbbreviation(s[:i]) {
			end = i
			break
		}
	}
	start := len(s) - len(strings.TrimLeft(s, "*_ ("))
	if start >= end || !strings.EqualFold(s[start:min(len(s), start+6)], "source") {
		return nil
	}
	refs := parseReferences(strings.TrimRight(s[start:end], "*_ )."), false)
	for i := range refs {
		r := &refs[i]
		r.Start, r.End = r.Start+start, r.End+start
		if len(r.Authors) == 0 && !strings.ContainsAny(s[r.Start:r.End], "“\"*") {
			r.Authors, r.Title = []string{r.Title}, ""
		}
	}
	return refs
}

// cutAt returns the start of the character of s that holds byte at.
func cutAt(s string, at int) int {
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}

// trimRef leaves out the signs and signals around a work: "See also".
func trimRef(s string, start, end int) (int, int) {
	start, end = trim(s, start, end)
	for start < end && strings.IndexByte(".,;:", s[start]) >= 0 {
		start, end = trim(s, start+1, end)
	}
	for start < end && (s[end-1] == ';' || s[end-1] == ',') {
		start, end = trim(s, start, end-1)
	}
	for _, w := range []string{"see also", "see, for example,", "see, e.g.,", "see for example", "see", "cf.", "source:", "sources:", "for example,", "e.g.,", "quoted in", "cited in", "as cited in", "as quoted in", "also", "and", "adapted from", "according to", "data from", "based on"} {
		if len(s)-start > len(w) && end-start > len(w)+4 && strings.EqualFold(s[start:start+len(w)], w) && (s[start+len(w)] == ' ' || s[start+len(w)] == '\n') {
			start, end = trim(s, start+len(w), end)
		}
	}
	return start, end
}

// splitWorks cuts a note at the semicolons that part one work from the next:
// those outside quotes and brackets.
func splitWorks(s string) []doc.Span {
	var parts []doc.Span
	depth, quoted, from := 0, false, 0
	for i, r := range s {
		if r == '.' && depth == 0 && !quoted && signalAhead(s[i+1:]) {
			parts = append(parts, doc.Span{Start: from, End: i + 1})
			from = i + 1
		}
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		case '“':
			quoted = true
		case '”':
			quoted = false
		case '"':
			quoted = !quoted
		case ';':
			if depth == 0 && !quoted {
				parts = append(parts, doc.Span{Start: from, End: i})
				from = i + 1
			}
		}
	}
	return append(parts, doc.Span{Start: from, End: len(s)})
}

// signalAhead reports whether s begins with a sentence that leads to a work.
func signalAhead(s string) bool {
	for _, w := range []string{" See ", " Cf. ", " Quoted in ", " Cited in "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// authorYears reads works that are named by author and year alone: "Based on
// data from Richard Barrett (2014) and The Soufan Group (2015)".
func authorYears(s string, p doc.Span) []parsedRef {
	t := s[p.Start:p.End]
	if strings.ContainsAny(t, "“\"") || len(t) > 300 {
		return nil
	}
	var refs []parsedRef
	for at := 0; ; {
		open := strings.IndexByte(t[at:], '(')
		if open < 0 {
			break
		}
		open += at
		at = open + 1
		if len(t) < open+6 || !isYear(t[open+1:open+5]) || t[open+5] != ')' {
			continue
		}
		if rest := strings.TrimLeft(t[open+6:], " "); strings.HasPrefix(rest, ".") && len(rest) > 20 || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ",") && len(rest) > 30 && len(refs) == 0 && !strings.Contains(rest, "(") {
			return nil // "Smith, J. (2014). Title"
		}
		start := nameStart(t, open)
		if start < 0 {
			continue
		}
		r := parsedRef{}
		r.Start, r.End = p.Start+start, p.Start+open+6
		r.Authors = splitAuthors(t[start:open])
		r.Date = t[open+1 : open+5]
		if len(r.Authors) > 0 {
			refs = append(refs, r)
		}
	}
	return refs
}

// nameStart returns where the words with capitals begin that end before s[end].
func nameStart(s string, end int) int {
	start := -1
	at := len(strings.TrimRight(s[:end], " "))
	for at > 0 {
		from := strings.LastIndexByte(s[:at], ' ') + 1
		w := s[from:at]
		r, _ := firstRune(w)
		low := strings.ToLower(strings.Trim(w, ",."))
		if !unicode.IsUpper(r) && !(start >= 0 && nameParticles[low] && low != "in" && low != "and") && w != "&" {
			break
		}
		if unicode.IsUpper(r) {
			start = from
		}
		if strings.HasSuffix(w, ".") && len(w) > 3 || strings.HasSuffix(w, ":") {
			break
		}
		if at = from - 1; at < 0 {
			break
		}
	}
	return start
}

// parseWork reads one work; ok is false if s[p] cites none. An entry of a
// bibliography always is one; a work that a signal like "see" led to may be
// named in lower case.
func parseWork(s string, p doc.Span, entry, led bool) (r parsedRef, ok bool) {
	r.Span = p
	t := s[p.Start:p.End]
	if isIbid(t) {
		r.Pages = lastPages(t)
		return r, true
	}
	r.URL, t = takeURL(t)
	title, before, after := workTitle(t)
	switch {
	case title != "":
		r.Title = title
		head := lastSentence(before)
		r.Start += len(before) - len(head)
		r.Authors = splitAuthors(head)
	case entry && inverted(t) || !entry && authorYearHead(t) || !entry && yearAfterAuthor(t):
		r.Authors, r.Title, after = entryParts(t)
	default:
		if r.Authors, r.Title, after, ok = plainParts(t, led); !ok && entry {
			r.Authors, r.Title, after = entryParts(t)
		} else if !ok {
			return r, r.URL != "" && len(t) < 400
		}
	}
	r.readRest(after)
	if r.Date == "" && entry {
		r.Date = firstYear(t)
	}
	cited := title != "" && (r.Date != "" || r.In != "" || r.Pages != "" || len(r.Authors) > 0)
	if title == "" && r.Title == "" && len(r.Authors) > 0 {
		r.In, r.Publisher = "", ""
		return r, true // "Lee, op. cit., 4"
	}
	return r, entry || r.URL != "" || cited || title == "" && r.Title != "" && (r.Date != "" || r.Pages != "" || r.Publisher != "" || strings.Contains(strings.ToLower(t), ", vol. "))
}

// takeURL returns the address in s, with blanks that a line break left in it
// taken out, and s without it.
func takeURL(s string) (url, rest string) {
	at := strings.Index(s, "http")
	if w := strings.Index(s, "www."); at < 0 || w >= 0 && w < at {
		at = w
	}
	if at < 0 {
		return "", s
	}
	end := at
	for end < len(s) {
		stop := strings.IndexAny(s[end:], " \t\n\r")
		if stop < 0 {
			end = len(s)
			break
		}
		end += stop
		next := strings.TrimLeft(s[end:], " \t\r\n")
		word := next
		if i := strings.IndexAny(next, " \t\n\r"); i >= 0 {
			word = next[:i]
		}
		glue := strings.HasSuffix(s[:end], "://") || strings.HasSuffix(s[:end], "/") && len(word) > 3 && word == strings.ToLower(word) && strings.ContainsAny(word, "/.-") || strings.HasSuffix(s[:end], "-") && word == strings.ToLower(word) || len(word) < 12 && looksLikeFile(word)
		if !glue || word == "" {
			break
		}
		end = len(s) - len(next) + len(word)
	}
	url = strings.Join(strings.Fields(s[at:end]), "")
	url = strings.TrimRight(url, ".,;:)>]”\"'")
	return url, s[:at] + s[end:]
}

// looksLikeFile reports whether a word ends with the ending of a file.
func looksLikeFile(w string) bool {
	w = strings.TrimRight(w, ".,;)")
	return strings.HasSuffix(w, ".pdf") || strings.HasSuffix(w, ".html") || strings.HasSuffix(w, ".htm") || strings.HasSuffix(w, ".aspx") || strings.HasSuffix(w, ".php")
}

// workTitle returns the title that stands in quotes or between stars in s, with
// what is before and behind it. An opening quotation mark may be missing.
func workTitle(s string) (title, before, after string) {
	open, size := quoteOpen(s)
	star := strings.IndexByte(s, '*')
	if star >= 0 && (open < 0 || star < open) {
		n := len(s[star:]) - len(strings.TrimLeft(s[star:], "*"))
		if end := strings.Index(s[star+n:], strings.Repeat("*", n)); end > 1 {
			end += star + n
			return cleanTitle(s[star+n : end]), s[:star], s[end+n:]
		}
	}
	if open < 0 {
		return "", "", s
	}
	end := quoteClose(s, open, size)
	if end < 0 {
		return "", "", s
	}
	if size > 0 && isNickname(s, open+size, end) {
		title, before, after = workTitle(s[end+size:])
		if title != "" {
			before = s[:end+size] + before
		}
		return title, before, after
	}
	_, n := utf8.DecodeRuneInString(s[end:])
	if size == 0 {
		return cleanTitle(s[:end]), "", s[end+n:]
	}
	return cleanTitle(s[open+size : end]), s[:open], s[end+n:]
}

// isNickname reports whether s[from:to] between quotes is a nickname inside a
// name: Rick “Ozzie” Nelson.
func isNickname(s string, from, to int) bool {
	if from < 4 || words(s[from:to], 3) > 2 || strings.ContainsAny(s[from:to], ",.?!") || strings.ContainsAny(s[:from], ",;") {
		return false
	}
	_, n := utf8.DecodeRuneInString(s[to:])
	rest := s[to+n:]
	return strings.HasPrefix(rest, " ") && startsUpper(rest[1:])
}

// quoteOpen returns the place of the first opening quotation mark of s and its
// size; size 0 where only a closing one is there and the title begins s.
func quoteOpen(s string) (at, size int) {
	for i, r := range s {
		switch r {
		case '“', '„', '«':
			return i, utf8.RuneLen(r)
		case '‘':
			if rest := s[i:]; strings.Contains(rest, ",’") || strings.Contains(rest, "’,") || strings.Contains(rest, ".’") {
				return i, utf8.RuneLen(r)
			}
		case '"':
			if i > 0 && strings.ContainsRune(",.?!", rune(s[i-1])) {
				return 0, 0
			}
			return i, 1
		case '”':
			return 0, 0
		}
	}
	return -1, 0
}

// quoteClose returns the place of the mark that closes the title opened at
// open: the first of its kind behind which a title can end. A nickname in quotes
// before the title is passed over by the caller.
func quoteClose(s string, open, size int) int {
	mark := rune('”')
	if size == 1 || size == 0 && strings.IndexByte(s, '"') >= 0 {
		mark = '"'
	} else if size > 0 {
		switch r, _ := utf8.DecodeRuneInString(s[open:]); r {
		case '‘':
			mark = '’'
		case '«':
			mark = '»'
		case '„':
			mark = '“'
		}
	}
	for at := open + size; ; {
		i := strings.IndexRune(s[at:], mark)
		if i < 0 {
			return -1
		}
		i += at
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(mark):])
		if mark != '’' || !unicode.IsLetter(next) {
			return i
		}
		at = i + utf8.RuneLen(mark)
	}
}

// cleanTitle returns a title without signs at its ends, on one line.
func cleanTitle(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimRight(strings.Trim(s, " *_"), ",.;: ")
}

// lastSentence returns the part of s that can name the authors of the title
// behind it: what follows the last full stop that ends a sentence of comment.
func lastSentence(s string) string {
	if words(s, 12) < 10 && !strings.Contains(s, ". ") {
		return s
	}
	from := 0
	for i := 0; i+2 < len(s); i++ {
		if s[i] != '.' && s[i] != '?' && s[i] != '!' || s[i+1] != ' ' {
			continue
		}
		word := s[strings.LastIndexAny(s[:i], " ,(")+1 : i]
		if len(word) > 2 && !abbreviations[strings.ToLower(word)] && !strings.Contains(word, ".") {
			from = i + 2
		}
	}
	return s[from:]
}

// plainParts reads a work whose title stands in no quotes: "Barrett, Foreign
// Fighters in Syria, 14", "Nelson and Sanderson, Title (Place: Publisher, 2011)",
// "Committee Hearing, September 2014".
func plainParts(t string, led bool) (authors []string, title, after string, ok bool) {
	open := strings.IndexByte(t, '(')
	head := t
	if open > 0 {
		head = t[:open]
		after = t[open:]
	}
	if sentence := lastSentence(head); len(sentence) < len(head) && words(head, 30) > 25 {
		return nil, "", "", false
	}
	if isRemark(head) {
		return nil, "", "", false
	}
	parts := strings.Split(head, ",")
	last := len(parts)
	for last > 0 && isTail(parts[last-1]) {
		last--
	}
	if last > 1 && isCityYear(parts[last-1]) {
		last--
	}
	if last == 0 {
		return nil, "", "", false
	}
	after = strings.Join(parts[last:], ",") + after
	if low := strings.ToLower(after); last == 1 && (strings.Contains(low, "op. cit") || strings.Contains(low, "op cit") || strings.Contains(low, "loc. cit") || strings.Contains(low, "supra")) {
		authors = splitAuthors(parts[0])
		return authors, "", after, len(authors) > 0
	}
	n := 0
	for n < last-1 && looksLikeAuthor(parts[n]) && (n == 0 || words(parts[n], 2) > 1 && !hasAffiliation(parts[0])) {
		n++
	}
	if words(parts[n], 30) > 24 || !startsUpper(strings.TrimSpace(parts[n])) && !((led || n > 0) && len(after) > 0) {
		return nil, "", "", false
	}
	if n == 0 && len(after) == 0 && !hasYear(t) {
		return nil, "", "", false
	}
	for _, p := range parts[:n] {
		authors = append(authors, splitAuthors(p)...)
	}
	if n == 0 && strings.HasSuffix(strings.TrimSpace(head), ".") && open < 0 && words(head, 13) > 12 {
		return nil, "", "", false
	}
	if open < 0 {
		return authors, cleanTitle(parts[n]), strings.Join(parts[n+1:last], ",") + "," + after, true
	}
	return authors, cleanTitle(strings.Join(parts[n:last], ",")), after, true
}

// remarkStarts begin a note that explains and cites nothing, in lower case.
var remarkStarts = set("excludes excluding includes including covers covering refers does excl incl based calculated estimated preliminary provisional revised rounded adjusted figures numbers percentages totals data as")

// isCityYear reports whether s is a place with the year: "Geneva 1993".
func isCityYear(s string) bool {
	fields := strings.Fields(s)
	n := len(fields)
	return n > 1 && n < 5 && isYear(fields[n-1]) && publishingCities[strings.ToLower(strings.Join(fields[:n-1], " "))]
}

// isRemark reports whether s, before any bracket, explains something: it begins
// as remarks under tables do, or a past tense follows its first name: "The Red
// Cross registered 1,122 people". What is quoted or set in italics is a work.
func isRemark(s string) bool {
	if strings.ContainsAny(s, "“\"*") {
		return false
	}
	fields := strings.Fields(s)
	if len(fields) < 4 {
		return false
	}
	if first := strings.ToLower(strings.Trim(fields[0], ".,")); remarkStarts[first] && !strings.HasSuffix(fields[0], ",") && startsLower(fields[1]) {
		return true
	}
	for i := 1; i < min(len(fields)-1, 6); i++ {
		if startsLower(fields[i]) {
			return i > 0 && strings.HasSuffix(fields[i], "ed") && len(fields[i]) > 4 && !strings.HasSuffix(fields[i-1], ",") && !startsLower(fields[i+1]) && !preposition(fields[i+1])
		}
		if strings.HasSuffix(fields[i], ",") {
			return false
		}
	}
	return false
}

// preposition reports whether w leads on from a participle: "The war revisited
// in Mali" is a title.
func preposition(w string) bool {
	switch strings.ToLower(w) {
	case "in", "on", "by", "at", "from", "to", "for", "with", "and", "or":
		return true
	}
	return false
}

// inverted reports whether an entry names its first author surname first, or
// ends its authors with a full stop or a year: "Barrett, Richard. Title", "World
// Bank. (2016)". "P. Novak, Title" is read like a note.
func inverted(t string) bool {
	if isRepeatedAuthor(t) {
		return true
	}
	first, rest, ok := strings.Cut(t, ",")
	if !ok {
		return true
	}
	first = strings.TrimSpace(first)
	if strings.Contains(first, ". ") && !isInitial(first) {
		return true
	}
	given, _, _ := strings.Cut(strings.TrimSpace(rest), ",")
	given, _, _ = strings.Cut(given, ". ")
	return !strings.Contains(first, " ") && isGiven(strings.Trim(given, " ")) || words(first, 4) < 4 && isInitial(strings.TrimSpace(rest))
}

// isTail reports whether a part between commas is a date, pages, volume or
// "op. cit.", and no part of a title.
func isTail(s string) bool {
	t := strings.ToLower(strings.Trim(s, " .\n"))
	if t == "" || strings.HasPrefix(t, "p.") || strings.HasPrefix(t, "pp.") || strings.HasPrefix(t, "vol") || strings.HasPrefix(t, "no.") || strings.HasPrefix(t, "op. cit") || strings.HasPrefix(t, "op cit") || strings.HasPrefix(t, "supra") {
		return true
	}
	if strings.Trim(t, "0123456789-–— f.") == "" {
		return true
	}
	iso, others := parseDate(s)
	return iso != "" && others == 0 || readDateWord(t).kind == 'm' || words(t, 4) == 2 && readDateWord(strings.Fields(strings.TrimSpace(s))[0]).kind == 'm'
}

// looksLikeAuthor reports whether a part between commas can name an author: a
// few words with capitals.
func looksLikeAuthor(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 9 {
		return false
	}
	for i, f := range fields {
		r, _ := firstRune(f)
		low := strings.ToLower(f)
		if !unicode.IsUpper(r) && !nameParticles[low] && low != "and" && low != "&" && low != "for" && low != "et" && low != "al." && low != "on" {
			return false
		}
		if i == 0 && unicode.IsLower(r) {
			return false
		}
		if strings.ContainsAny(f, "0123456789:?") {
			return false
		}
	}
	return true
}

// entryParts reads an entry of a bibliography: "Barrett, Richard. Title. Place:
// Publisher, 2017." and "Lister, C. (2015). Title. Journal, 2(1), 1–5."
func entryParts(t string) (authors []string, title, after string) {
	stop := authorStop(t)
	if stop <= 0 {
		return nil, cleanTitle(t), ""
	}
	authors = splitAuthors(strings.TrimLeft(t[:stop], "—–_-. "))
	rest := strings.TrimLeft(t[stop:], ". ")
	if strings.HasPrefix(rest, "(") {
		if end := strings.IndexByte(rest, ')'); end > 0 && hasYear(rest[:end]) {
			after = rest[:end+1]
			rest = strings.TrimLeft(rest[end+1:], ".,: ")
		}
	}
	end := strings.Index(rest, ". ")
	if end > 0 && isAbbreviation(rest[:end]) {
		end = -1
	}
	if comma := strings.Index(rest, ", "); after != "" && end < 0 && comma > 0 {
		end = comma
	}
	if end < 0 {
		end = len(rest)
	}
	return authors, cleanTitle(rest[:end]), after + strings.TrimLeft(rest[end:], ".,")
}

// yearAfterAuthor reports whether t begins with an author, a year in brackets
// and a title: "Fish Board (2016), The Fleet".
func yearAfterAuthor(t string) bool {
	open := strings.IndexByte(t, '(')
	return open > 2 && open < 80 && len(t) > open+30 && isYear(t[open+1:open+5]) && strings.HasPrefix(t[open+5:], "),") && looksLikeAuthor(t[:open])
}

// authorStop returns where the authors of an entry end: at the full stop behind
// a full word, or at the year in brackets.
func authorStop(t string) int {
	for i := 0; i+1 < len(t) && i < 200; i++ {
		if t[i] == '(' && i > 3 && len(t) > i+5 && isYear(t[i+1:i+5]) {
			return i
		}
		if t[i] != '.' || t[i+1] != ' ' {
			continue
		}
		word := t[strings.LastIndexAny(t[:i], " ,.—–_")+1 : i]
		if len(word) > 1 && word != "Jr" && word != "al" && word != "St" || i < 12 && len(word) == 0 {
			return i
		}
		if next := strings.TrimLeft(t[i+1:], " "); len(word) == 1 && len(next) > 0 && words(next, 2) > 1 && !strings.HasPrefix(next, "(") && !isInitial(next) && !strings.HasPrefix(next, "and ") && !strings.HasPrefix(next, "&") {
			return i + 1
		}
	}
	return -1
}

// isInitial reports whether s begins with a letter and a full stop.
func isInitial(s string) bool { return len(s) > 1 && unicode.IsUpper(rune(s[0])) && s[1] == '.' }

// firstYear returns the first year in s, "" if there is none.
func firstYear(s string) string {
	for i := 0; i+4 <= len(s); i++ {
		if isYear(s[i:i+4]) && (i == 0 || !isDigit(s[i-1])) && (i+4 == len(s) || !isDigit(s[i+4])) {
			return s[i : i+4]
		}
	}
	return ""
}
