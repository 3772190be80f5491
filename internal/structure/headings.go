package structure

import (
	"strings"
	"unicode"

	"analyze/internal/doc"
)

// findHeadings decides which short pieces head what follows.
func (b *builder) findHeadings() {
	for i := len(b.pieces) - 1; i >= 0; i-- {
		p := &b.pieces[i]
		if p.set || p.last > p.first+2 || p.end-p.start > 220 {
			continue
		}
		if level := b.headingLevel(i); level > 0 {
			p.decide(doc.Heading)
			p.level = level
			if p.m.kind != noMarker && p.m.kind != bulletMarker && p.m.kind != signMarker {
				p.labelled()
			}
		}
	}
}

// headingLevel returns the level of piece i as a heading, 0 if it is none.
func (b *builder) headingLevel(i int) int {
	p := &b.pieces[i]
	s := b.s[p.start:p.end]
	text := s[min(p.m.n, len(s)):]
	numbered := false
	switch p.m.kind {
	case letterDot:
		if p.m.label == "Q" {
			return 0 // it asks, and A. answers
		}
		numbered = true
	case numberBlank:
		if p.m.num > 40 {
			return 0
		}
		numbered = true
	case numberDot, numberParen, parenNumber, parenLetter, letterParen, romanDot, decimalMarker:
		numbered = true
	case noMarker:
	default:
		return 0
	}
	if !looksLikeHeading(text, numbered) || !b.headsText(i, numbered) || b.tornBefore(i) || i > 0 && isSignatureRule(b.s[b.pieces[i-1].start:b.pieces[i-1].end]) {
		return 0
	}
	if !numbered && p.first != p.last && !allCaps(s) {
		return 0
	}
	switch p.m.kind {
	case romanDot:
		return 2
	case decimalMarker:
		return min(1+p.m.num, 6)
	case parenLetter, letterParen, parenNumber, numberParen, letterDot:
		return 3
	}
	if strings.HasPrefix(s, "**") && !numbered {
		return 3
	}
	return 2
}

// looksLikeHeading reports whether s has the form of a heading: short, begun
// like one and not ended like a sentence.
func looksLikeHeading(s string, numbered bool) bool {
	t := strings.Trim(s, "*_ ")
	if t == "" || words(t, 16) > 14 || len(t) > 130 || !startsUpper(t) {
		return false
	}
	if strings.HasSuffix(t, ":") {
		t = strings.TrimSuffix(t, ":")
		if words(t, 5) > 3 && !allCaps(t) {
			return false
		}
	}
	if endsIn(t, ".,;…-–—") && !(allCaps(t) || numbered && words(t, 7) < 7) && !strings.HasSuffix(t, "U.S.") {
		return false
	}
	if endsIn(t, "?!") && !numbered && !allCaps(t) && words(t, 10) > 9 {
		return false // somebody asks, in the text
	}
	if strings.HasSuffix(t, ".)") && !allCaps(t) {
		return false
	}
	if speakerLabel(t) > 0 || t[0] == '[' && endsIn(t, "]") || strings.HasSuffix(t, "?") && strings.Contains(t, ": ") {
		return false
	}
	if endsIn(strip(t), ".") && endsIn(t, "\"”'’") || strings.Contains(t, "http") || strings.Contains(t, "@") {
		return false
	}
	first := []rune(t)[0]
	if strings.ContainsRune("\"“‘«(", first) && endsIn(t, "\"”’»)") {
		return false
	}
	if key, rest, ok := strings.Cut(t, ": "); ok && isMetaKey(key) && rest != "" {
		return false
	} else if ok && !allCaps(key) && !numbered && words(key, 3) < 3 && rest != "" {
		return isSectionKey(key)
	}
	if unicode.IsDigit(first) && !numbered && words(t, 4) < 3 && !strings.ContainsFunc(t, unicode.IsLetter) {
		return false
	}
	return !isByline(t) && !wholeDate(t) && !hasSentenceBreak(t)
}

// isSignatureRule reports whether s is the line above the signature of a letter.
func isSignatureRule(s string) bool { return s == "--" || s == "—" || s == "__" }

// isMetaKey reports whether key and a colon lead to words about the text.
func isMetaKey(key string) bool {
	switch strings.ToLower(strings.Trim(key, " *_")) {
	case "keywords", "key words", "jel", "jel classification", "jel codes", "contact", "doi", "tags", "subject", "subjects", "present", "apologies", "witnesses", "members present":
		return true
	}
	return false
}

// speakerLabel returns the bytes of the label of a speaker that s begins with,
// its colon included, 0 if there is none: capitals, perhaps behind the number of
// a question, "Q102 CHAIR: And the money?", or a title and a name, "Mr Ek: No".
// Where capitals go on behind the colon it is a heading.
func speakerLabel(s string) int {
	at := strings.Index(s[:min(len(s), 48)], ": ")
	if at < 2 || allCaps(s[at:]) {
		return 0
	}
	label := s[:at]
	question := false
	if first, rest, ok := strings.Cut(label, " "); ok && strings.HasPrefix(first, "Q") {
		if _, n := leadingDigits(strings.TrimRight(first[1:], ".")); n > 0 && n+1 == len(strings.TrimRight(first, ".")) {
			label, question = rest, true
		}
	}
	first, _, two := strings.Cut(strings.ToLower(label), " ")
	switch {
	case question, two && speakerTitles[strings.Trim(first, ".")] && words(label, 6) < 6:
		return at + 1
	}
	return 0
}

// speakerTitles stand before the name of one who speaks.
var speakerTitles = set("mr mrs ms dr sir dame lord lady baroness prof professor chairman chairwoman chair senator representative ambassador judge justice")

// isSectionKey reports whether a heading may begin with key and a colon.
func isSectionKey(key string) bool {
	w, _, _ := strings.Cut(strings.ToLower(key), " ")
	switch w {
	case "part", "chapter", "section", "annex", "appendix", "box", "step", "lesson", "phase", "case", "conclusion", "introduction", "background", "analysis", "recommendation", "scenario", "option", "question", "theme", "goal", "objective", "finding":
		return true
	}
	return false
}

// headsText reports whether text follows piece i that it can head: a paragraph,
// list, table or a heading below it that does.
func (b *builder) headsText(i int, numbered bool) bool {
	p := &b.pieces[i]
	for j, chain := i+1, 0; j < len(b.pieces) && chain < 3; j++ {
		next := &b.pieces[j]
		s := b.s[next.start:next.end]
		switch {
		case next.furniture || next.kind == doc.Boilerplate && next.set || next.kind == doc.Footnote && next.set:
			continue
		case next.kind == doc.Heading && next.set:
			chain++
			if p.m.kind != noMarker && next.m.kind == p.m.kind && !hasBody(b, j) {
				return false
			}
			continue
		case next.set:
			return next.kind == doc.TableBlock || next.kind == doc.Caption || next.kind == doc.Quote || next.kind == doc.List
		case startsLower(s) && next.m.kind == noMarker && !numbered:
			return false
		case next.m.kind != noMarker && next.m.kind == p.m.kind && next.m.num == p.m.num+1:
			return false
		case strings.HasSuffix(b.s[p.start:p.end], ":") && next.m.kind != noMarker && startsLower(s[next.m.n:]):
			return false // it leads in to a list
		case next.m.kind == bulletMarker || next.m.num == 1 && next.m.kind != romanDot || strings.HasSuffix(s, ":"):
			return true
		}
		return len(s) >= 60 || endsSentence(s) && words(s, 6) > 5 || chain == 0 && len(s) > 3*(p.end-p.start) && len(s) > 30
	}
	return false
}

// hasBody reports whether a paragraph and no heading follows piece j.
func hasBody(b *builder, j int) bool {
	for j++; j < len(b.pieces); j++ {
		if p := &b.pieces[j]; !p.furniture {
			return !p.set || p.kind != doc.Heading
		}
	}
	return false
}

// tornBefore reports whether the paragraph before piece i breaks off in
// mid-sentence and piece i goes on with it.
func (b *builder) tornBefore(i int) bool {
	for i--; i >= 0; i-- {
		p := &b.pieces[i]
		if p.furniture {
			continue
		}
		if p.set || p.end-p.start < 100 {
			return false
		}
		s := b.s[p.start:p.end]
		return !endsSentence(s) && openWords[lastWord(s)]
	}
	return false
}

// findLists decides on the items of lists, and leaves numbers and letters that
// neither follow nor lead others alone: "A. Smith" is no item.
func (b *builder) findLists() {
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.set || p.m.kind == noMarker || p.m.kind == numberBlank || p.m.kind == signMarker {
			continue
		}
		if p.m.kind != bulletMarker && !b.inSequence(i) {
			continue
		}
		if p.m.kind == bulletMarker && !b.isBulleted(i) {
			continue
		}
		p.decide(doc.List)
		p.labelled()
		p.level = b.depth(i)
	}
}

// inSequence reports whether a neighbour of piece i has the number before or
// behind it, or a colon announces a list. Numbers that begin paragraphs at a
// distance make a list too if they are all there.
func (b *builder) inSequence(i int) bool {
	p := &b.pieces[i]
	for j := i - 1; j >= max(0, i-6); j-- {
		q := &b.pieces[j]
		if q.m.kind == p.m.kind && (q.m.num == p.m.num-1 || follow(q.m, p.m)) {
			return true
		}
	}
	for j := i + 1; j < min(len(b.pieces), i+7); j++ {
		q := &b.pieces[j]
		if q.m.kind == p.m.kind && (q.m.num == p.m.num+1 || follow(p.m, q.m)) {
			return true
		}
	}
	switch p.m.kind {
	case letterDot, romanDot:
		return false
	}
	return p.m.num == 1 && b.leadsIn(i) || b.lines[p.first].indent > 1 && (p.m.kind == numberDot || p.m.kind == parenNumber)
}

// follow reports whether b's label follows a's as a roman number, (i) then
// (ii), which alone reads as a letter.
func follow(a, b marker) bool {
	return roman(strings.ToUpper(a.label)) > 0 && roman(strings.ToUpper(b.label)) == roman(strings.ToUpper(a.label))+1
}

// isBulleted reports whether the sign before piece i is a bullet. A dash may
// also open an attribution or speech: one alone is a bullet only behind a colon
// or where the sign is nothing but a bullet.
func (b *builder) isBulleted(i int) bool {
	s := b.s[b.pieces[i].start:b.pieces[i].end]
	if !strings.HasPrefix(s, "–") && !strings.HasPrefix(s, "—") && !strings.HasPrefix(s, "-") && !strings.HasPrefix(s, "+") {
		return true
	}
	return i > 0 && b.pieces[i-1].m.kind == bulletMarker || i+1 < len(b.pieces) && b.pieces[i+1].m.kind == bulletMarker || b.leadsIn(i) || strings.HasPrefix(s, "- ") && words(s, 12) > 10
}

// depth returns the depth of list item i: one more than that of the item above
// that is set in less, or whose markers are of another form and go on.
func (b *builder) depth(i int) int {
	p := &b.pieces[i]
	in := b.lines[p.first].indent
	for j := i - 1; j >= 0 && j > i-60; j-- {
		q := &b.pieces[j]
		if q.kind != doc.List || !q.set {
			if q.furniture {
				continue
			}
			break
		}
		switch at := b.lines[q.first].indent; {
		case at < in-1:
			return min(q.level+1, 9)
		case at <= in+1 && q.m.kind == p.m.kind:
			return q.level
		case at <= in+1 && (p.m.num == 1 || p.m.kind == bulletMarker) && q.m.kind != bulletMarker && j == i-1:
			return min(q.level+1, 9)
		}
	}
	return 1
}
