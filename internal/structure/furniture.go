package structure

import (
	"strings"

	"analyze/internal/doc"
)

// markFurniture decides on what is printed around the text: page numbers,
// running heads, drawn lines, navigation, contents.
func (b *builder) markFurniture() {
	heads := b.runningHeads()
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.set {
			continue
		}
		s := b.s[p.start:p.end]
		switch {
		case b.lines[p.first].mark != nil && b.lines[p.first].mark.Kind == doc.MarkBoilerplate:
			p.decide(doc.Boilerplate)
		case p.first == p.last && isPageNumber(s), heads[i]:
			p.decide(doc.Boilerplate)
			p.furniture = true
		case isRule(s):
			p.decide(doc.Boilerplate)
			p.furniture = true
		case len(s) < 200 && isNavigation(s):
			p.decide(doc.Boilerplate)
		case p.first == p.last && isContentsLine(s):
			p.decide(doc.Boilerplate)
		}
	}
	b.markLoneHeads()
	b.markPageLists()
}

// minPageList is the number of lines from which entries with pages make a table
// of contents or an index.
const minPageList = 4

// markPageLists decides on tables of contents without leaders, whose pages ascend,
// and on the entries of an index, which come by the alphabet.
func (b *builder) markPageLists() {
	for i := 0; i < len(b.pieces); {
		n, ok := b.pageList(i)
		for k := i; ok && k < i+n; k++ {
			b.pieces[k].decide(doc.Boilerplate)
		}
		i += max(n, 1)
	}
}

// pageList returns the number of pieces from i on that are entries with pages, and
// whether these are enough to be a list of such.
func (b *builder) pageList(i int) (n int, ok bool) {
	headed := i > 0 && listsPages[strings.ToLower(strings.Trim(b.s[b.pieces[i-1].start:b.pieces[i-1].end], " *_#:."))]
	entries, last, before := 0, 0, ""
	for ; i+n < len(b.pieces); n++ {
		p := &b.pieces[i+n]
		if p.set || p.end-p.start > 120*(p.last-p.first+1) {
			break
		}
		lines := 0
		for k := p.first; k <= p.last; k++ {
			s := b.text(k)
			page, index := entryPage(s)
			low := strings.ToLower(s)
			if page <= 0 || index && low < before || !index && page < last {
				break
			}
			if index {
				before = low
			} else {
				last = page
			}
			lines++
		}
		if lines <= p.last-p.first {
			break
		}
		entries += lines
	}
	return n, headed && entries > 1 || entries >= minPageList && before != ""
}

var listsPages = lineSet("contents|table of contents|index|list of tables|list of figures|list of maps|tables|figures|subject index|name index|index of names")

// entryPage reads the page at the end of an entry of a table of contents, or the
// first of those that follow the term of an index, which a comma sets apart; 0 if s
// is no entry.
func entryPage(s string) (page int, index bool) {
	if s == "" || !isDigit(s[len(s)-1]) || len(s) > 110 {
		return 0, false
	}
	for at := len(s); ; {
		comma := strings.LastIndex(s[:at], ", ")
		num := 0
		if comma > 0 {
			num = firstPage(s[comma+2 : at])
		}
		if num == 0 {
			break
		}
		page, index, at = num, true, comma
	}
	if index {
		return page, true
	}
	at := strings.LastIndexByte(s, ' ')
	if at < 1 || endsIn(s[:at], ".:;$€£%(/,") {
		return 0, false
	}
	return firstPage(s[at+1:]), false
}

// firstPage reads a page or a range of pages, 0 if s is none.
func firstPage(s string) int {
	from, to, _ := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	num, n := leadingDigits(from)
	if _, k := leadingDigits(to); n == 0 || n > 3 || n < len(from) || k < len(to) || k > 3 {
		return 0
	}
	return num
}

// markLoneHeads decides on heads of pages that come only once: a short line
// with a number at its edge, set apart by a gap, at the border of a page.
func (b *builder) markLoneHeads() {
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.set || b.isMasthead(i) || b.footNote(p) || p.first != p.last || b.lines[p.first].gaps+b.lines[p.first].tabs != 1 || words(b.s[p.start:p.end], 12) > 11 || edgeNumber(b.s[p.start:p.end]) < 0 {
			continue
		}
		if b.lines[p.first].page || i == 0 || b.pieces[i-1].furniture || i+1 < len(b.pieces) && b.pieces[i+1].furniture {
			p.decide(doc.Boilerplate)
			p.furniture = true
		}
	}
}

// markTornHeads decides on heads of pages in capitals that come only once, without a
// number, and tear a sentence: what stands behind goes on with what stands before.
func (b *builder) markTornHeads() {
	for i := range b.pieces {
		p := &b.pieces[i]
		s := b.s[p.start:p.end]
		if p.set || p.first != p.last || p.m.kind != noMarker || !allCaps(s) || words(s, 9) > 8 || endsIn(s, ".:;,?!") {
			continue
		}
		before, after := b.beside(i, -1), b.beside(i, 1)
		if before == nil || after == nil || !startsLower(b.s[after.start:after.end]) {
			continue
		}
		if t := b.s[before.start:before.end]; !endsSentence(t) && !endsIn(t, ")\"”") && words(t, 10) > 9 && !allCaps(t) {
			p.decide(doc.Boilerplate)
			p.furniture = true
		}
	}
}

// beside returns the next undecided piece on one side of piece i, notes and furniture
// passed over; nil if another one comes first.
func (b *builder) beside(i, step int) *piece {
	for j := i + step; j >= 0 && j < len(b.pieces) && j-i < 9 && i-j < 9; j += step {
		p := &b.pieces[j]
		if !p.set && p.m.kind == noMarker {
			return p
		}
		if !p.furniture && (!p.set || p.kind != doc.Footnote) {
			return nil
		}
	}
	return nil
}

// footNote reports whether the line of p has the form of a note at the foot of a
// page, its number set apart by a gap: "1  River Survey, May 2006."
func (b *builder) footNote(p *piece) bool {
	return p.m.kind == numberBlank && p.m.n > len(p.m.label)+1 && endsIn(b.s[p.start:p.end], ".")
}

// isPageNumber reports whether the line s is a page number and nothing else:
// "12", "- 12 -", "Page 3 of 10", "[p. 7]", "xiv", "12 | Page".
func isPageNumber(s string) bool {
	if len(s) > 24 || len(s) == 0 {
		return false
	}
	t := strings.ToLower(strings.Trim(s, " -–—|[]()·•*_~"))
	t = strings.TrimSpace(strings.TrimPrefix(strings.TrimSuffix(t, "page"), "page"))
	t = strings.TrimSpace(strings.TrimPrefix(strings.Trim(t, " |"), "p."))
	num, n := leadingDigits(t)
	if n == 0 {
		return len(t) > 0 && len(t) <= 6 && strings.Trim(t, "ivxlc") == "" && roman(strings.ToUpper(t)) > 0 && s == strings.ToLower(s)
	}
	rest := strings.TrimSpace(t[n:])
	if rest == "" {
		return num < 1500 || n < 4
	}
	for _, sep := range []string{"of", "/", "von", "de", "sur"} {
		if after, ok := strings.CutPrefix(rest, sep); ok && t != s {
			_, k := leadingDigits(strings.TrimSpace(after))
			return k > 0 && k == len(strings.TrimSpace(after))
		}
	}
	return false
}

// runningHeads returns the pieces that are heads or feet of pages: a short line
// that comes again and again, but for its number, and that stands at a page
// number or page break, bears a number that grows, or tears a sentence.
func (b *builder) runningHeads() map[int]bool {
	at := map[uint64][]int{}
	var keys []uint64
	for i := range b.pieces {
		p := &b.pieces[i]
		if p.set || p.first != p.last || b.lines[p.first].cols > 110 || p.m.kind == bulletMarker {
			continue
		}
		key := headKey(b.s[p.start:p.end])
		if key == 0 {
			continue
		}
		list := at[key]
		if len(list) == 1 {
			keys = append(keys, key)
		}
		at[key] = append(list, i)
	}
	heads := map[int]bool{}
	for _, key := range keys {
		if list := at[key]; b.areHeads(list) {
			for _, i := range list {
				heads[i] = !b.isMasthead(i)
			}
		}
	}
	return heads
}

// isMasthead reports whether piece i is the first head of pages and tells the
// day: the card is read from it.
func (b *builder) isMasthead(i int) bool {
	return i < 2 && len(isoIn(b.s[b.pieces[i].start:b.pieces[i].end])) == 10
}

// headKey is a hash of the letters of the line s, short words with digits taken
// for each other: two heads of pages have the same key. It is 0 where there are
// too few letters for a head.
func headKey(s string) uint64 {
	h := uint64(fnvStart)
	letters := 0
	for i := 0; i < len(s); {
		end, digits, start := i, false, h
		for ; end < len(s) && s[end] != ' ' && s[end] != '\t'; end++ {
			switch c := s[end]; {
			case isDigit(c):
				digits = true
			case isLetterByte(c):
				if c < 0x80 {
					c |= 0x20
				}
				h = (h ^ uint64(c)) * fnvPrime
			}
		}
		if digits && end-i < 8 {
			h = (start ^ '#') * fnvPrime
		} else {
			letters += end - i
		}
		i = end + 1
	}
	if letters < 4 {
		return 0
	}
	return h
}

// areHeads decides whether the lines of list, equal but for numbers, are heads
// of pages.
func (b *builder) areHeads(list []int) bool {
	grows, torn, paged := true, 0, 0
	last := -1
	for _, i := range list {
		p := &b.pieces[i]
		num := edgeNumber(b.s[p.start:p.end])
		if num < 0 || num <= last {
			grows = false
		}
		last = num
		if b.lines[p.first].page || i > 0 && b.isNumberPiece(i-1) || i+1 < len(b.pieces) && b.isNumberPiece(i+1) {
			paged++
		}
		if i > 0 && i+1 < len(b.pieces) && startsLower(b.s[b.pieces[i+1].start:b.pieces[i+1].end]) && !endsSentence(b.s[b.pieces[i-1].start:b.pieces[i-1].end]) {
			torn++
		}
	}
	return grows || paged*2 >= len(list) || torn > 0 && len(list) > 2
}

// isNumberPiece reports whether piece i is a page number.
func (b *builder) isNumberPiece(i int) bool {
	p := &b.pieces[i]
	return p.first == p.last && isPageNumber(b.s[p.start:p.end])
}

// edgeNumber returns the number that s ends or begins with, set apart by a
// blank, -1 if there is none.
func edgeNumber(s string) int {
	if at := strings.LastIndexAny(s, " \t"); at >= 0 {
		num, n := leadingDigits(s[at+1:])
		if n > 0 && n < 4 && at+2+n == len(s) && 'A' <= s[len(s)-1] && s[len(s)-1] <= 'H' {
			n++ // page 6A
		}
		if n > 0 && at+1+n == len(s) {
			return num
		}
	}
	if num, n := leadingDigits(s); n > 0 && n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		return num
	}
	return -1
}

// navigation are whole lines, in lower case and without signs at their ends,
// that pages of the web put around a text.
var navigation = lineSet(`
comments|comment|leave a comment|add a comment|post a comment|show comments|view comments|no comments
share|share this|share this article|share this story|share on facebook|share on twitter|share via email|tweet|print|email|e-mail|save|like|follow us|follow
print this article|print this page|email this article|copy link|bookmark|send to a friend
advertisement|advertisements|sponsored|sponsored content|promoted|paid content|story continues below advertisement|article continues below|continue reading|continue reading below
read more|read next|more|see also|related|related articles|related stories|related content|related topics|recommended|most read|most popular|trending|you may also like|you might also like|more from this author|more on this topic|more on this story|more from
subscribe|subscribe now|sign up|sign in|log in|login|register|newsletter|sign up for our newsletter|subscribe to our newsletter|donate|donate now|support us|become a member
home|menu|search|skip to content|skip to main content|skip to navigation|back to top|top|next|previous|next page|previous page|next article|previous article|next chapter|go back|close
contents|table of contents|in this article|in this issue|on this page|jump to
loading|click here|view image|view gallery|hide caption|toggle caption|enlarge this image|play video|watch|listen|video|audio|photos|download|download pdf|pdf|view pdf|full text|cite this article|view full size image
this article has been updated|all rights reserved|terms of use|terms and conditions|privacy policy|cookie policy|cookies|contact us|about us|disclaimer|permissions|reprints
tags|filed under|topics|categories|page intentionally left blank|this page intentionally left blank|continued on next page|turn over|end|ends|# # #|###|-30-|- 30 -`)

// navigationStarts begin a line that leads elsewhere.
var navigationStarts = []string{"read more:", "read also:", "also read:", "read next:", "see also:", "related:", "more:", "watch:", "listen:", "next chapter:", "previous chapter:", "next:", "previous:", "tags:", "filed under:", "topics:", "categories:",
	"share this", "follow us on", "sign up for", "subscribe to", "click here", "download the", "skip to", "©", "(c) 19", "(c) 20", "copyright ©", "copyright (c)", "copyright 19", "copyright 20", "all rights reserved", "retrieved from http", "last modified", "page generated", "view comments", "show all comments", "continued on page", "continued from page", "posted in", "report this ad", "we use cookies", "this website uses cookies"}

// lineSet makes a set of the entries of s, which lines and bars set apart.
func lineSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, e := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '|' }) {
		m[strings.TrimSpace(e)] = true
	}
	return m
}

// isNavigation reports whether the short piece s belongs to the page and not to
// the text.
func isNavigation(s string) bool {
	if len(s) < 64 {
		low := strings.ToLower(strings.Trim(s, " \t*_#»«›‹→←>|.:…[]()–—-"))
		if navigation[low] {
			return true
		}
		if at := strings.LastIndexByte(low, ' '); at > 0 && navigation[low[:at]] && strings.Trim(low[at+1:], "()0123456789") == "" {
			return true
		}
	}
	full := strings.TrimLeft(s, " *_[>")
	if jumpsToPage(full) {
		return true
	}
	for _, p := range navigationStarts {
		if hasPrefixFold(full, p) {
			return len(s) < 160
		}
	}
	return strings.Count(s, " > ") > 1 && len(s) < 120 || strings.Count(s, " | ") > 2 && !strings.ContainsAny(s, ".0123456789")
}

// jumpsToPage reports whether s leads to another page of a newspaper: "See
// HAITI, 7A", "Continued on Page B12".
func jumpsToPage(s string) bool {
	low := strings.ToLower(strings.TrimRight(s, " .)*_]"))
	if len(s) > 60 || !strings.HasPrefix(low, "see ") && !strings.HasPrefix(low, "please see ") && !strings.HasPrefix(low, "turn to ") && !strings.HasPrefix(low, "continued ") {
		return false
	}
	at := strings.LastIndexAny(low, " \t") + 1
	page := strings.Trim(low[at:], "abcdefgh-")
	_, n := leadingDigits(page)
	before := strings.TrimRight(low[:at], " ")
	return n > 0 && n == len(page) && n < 4 && (strings.HasSuffix(before, ",") || strings.HasSuffix(before, " page"))
}

// isContentsLine reports whether s is a line of a table of contents, with
// leading dots up to a page number.
func isContentsLine(s string) bool {
	t := strings.TrimRight(s, "0123456789ivxlc")
	return len(t) < len(s) && len(s) < 200 && (strings.HasSuffix(strings.TrimRight(t, " "), "....") || strings.HasSuffix(t, ". . . "))
}
