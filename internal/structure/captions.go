package structure

import (
	"strings"
	"unicode"

	"analyze/internal/doc"
	"analyze/internal/text"
)

// captionWords begin the caption of a table or picture, before its number.
var captionWords = []string{"table", "figure", "fig.", "fig", "chart", "graph", "map", "box", "exhibit", "plate", "diagram", "illustration", "photo", "image", "tab.", "annex table", "appendix table", "tableau", "tabelle", "abbildung", "graphic", "panel", "infographic"}

// captionNumber returns the bytes of "Table 1", "Figure A-2", "Table 3.1" or
// "TABLE IV" at the start of s, signs of emphasis included, 0 if there is none.
func captionNumber(s string) int {
	lead := len(s) - len(strings.TrimLeft(s, "*_ #"))
	t := s[lead:]
	if t == "" || strings.IndexByte("TFCGMBEPDIA", t[0]) < 0 {
		return 0
	}
	for _, w := range captionWords {
		if !hasPrefixFold(t, w) || len(t) <= len(w) || t[len(w)] != ' ' && t[len(w)] != '\t' && !strings.HasPrefix(t[len(w):], "\u00A0") {
			continue
		}
		rest := strings.TrimLeft(t[len(w):], " \t\u00A0")
		n := strings.IndexAny(rest, " \t:—–|\n")
		if n < 0 {
			n = len(rest)
		}
		if n > 8 || n == 0 {
			continue
		}
		number := strings.TrimRight(rest[:n], ".)*_")
		if number != "" && (strings.ContainsAny(number, "0123456789") || roman(number) > 0 || len(number) == 1 && unicode.IsUpper(rune(number[0]))) && unicode.IsUpper(rune(t[0])) {
			return lead + len(t) - len(rest) + len(number)
		}
	}
	return 0
}

// isCaption reports whether s begins with the number of a table or picture as
// a caption does, and not as a sentence that speaks of it: a sign or nothing
// follows the number.
func isCaption(s string) bool {
	n := captionNumber(s)
	if n == 0 {
		return false
	}
	rest := strings.TrimLeft(s[n:], "*_) ")
	return rest == "" || strings.ContainsRune(":.—–|-", []rune(rest[:min(len(rest), 4)])[0])
}

// spacedCaption reports whether s is a caption whose first word has a blank
// between all letters: "T A B L E  4.  Fish landed".
func spacedCaption(s string) bool {
	if len(s) < 8 || len(s) > 300 || s[1] != ' ' || s[3] != ' ' || s[5] != ' ' {
		return false
	}
	return isCaption(text.Unspaced(s))
}

// findCaptions decides on captions of tables and pictures, on the lines under
// tables that name their sources, and on credits.
func (b *builder) findCaptions() {
	for i := range b.pieces {
		p := &b.pieces[i]
		s := b.s[p.start:p.end]
		if p.set && !(p.kind == doc.Boilerplate && captionNumber(s) > 0 && i+1 < len(b.pieces) && b.pieces[i+1].kind == doc.TableBlock) || len(s) > 900 {
			continue
		}
		switch {
		case spacedCaption(s):
			p.decide(doc.Caption)
		case isCaption(s):
			p.decide(doc.Caption)
			if n := captionNumber(s); strings.Trim(s[n:], " .:*_") == "" && i+2 < len(b.pieces) {
				b.takeCaptionTitle(i + 1)
			}
		case captionNumber(s) > 0 && b.besideTable(i) && words(s, 31) < 31 && !endsIn(s, "."):
			p.decide(doc.Caption)
		case isTableNote(s) && b.besideTable(i):
			p.decide(doc.Caption)
		case unnumberedCaption(s) && i+1 < len(b.pieces) && b.pieces[i+1].kind == doc.TableBlock:
			p.decide(doc.Caption)
		case i > 0 && b.pieces[i-1].kind == doc.TableBlock && p.last-p.first < 3 && tellsOfTable(s):
			p.decide(doc.Caption)
		case (p.first == p.last || leadsCredit(s)) && isCredit(s):
			p.decide(doc.Caption)
		case i > 0 && i+1 < len(b.pieces) && s[0] == '[' && s[len(s)-1] == ']' && b.pieces[i-1].set && isCaption(b.s[b.pieces[i-1].start:b.pieces[i-1].end]) && b.pieces[i+1].kind == doc.TableBlock:
			p.decide(doc.Caption) // "[In thousands. For the year that ends in June]"
		case p.first == p.last && len(s) < 90 && unitLine(s) && i+1 < len(b.pieces) && b.pieces[i+1].kind == doc.TableBlock:
			p.decide(doc.Caption)
		}
	}
}

// unnumberedCaption reports whether the line s is a caption without a number:
// "Table: Prices in May".
func unnumberedCaption(s string) bool {
	return len(s) < 200 && !endsIn(s, ".:") && (hasPrefixFold(s, "table: ") || hasPrefixFold(s, "table – ") || hasPrefixFold(s, "table - "))
}

// tellsOfTable reports whether the line s right under a table says how its numbers
// came about: "Change in per cent.", "Totals may not add up.", "Prices: River Agency."
func tellsOfTable(s string) bool {
	low := strings.ToLower(strings.TrimLeft(s, "*_( "))
	if len(s) > 240 || strings.ContainsAny(s, "?!“\"") {
		return false
	}
	for _, w := range [...]string{"change in ", "changes in ", "amounts in ", "values in ", "all figures ", "all amounts ", "figures in ", "figures are ", "totals may ", "figures may ", "numbers may ", "percentages may ", "columns may ", "data from ", "based on data ", "rounded ", "may not add "} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	key, rest, ok := strings.Cut(low, ": ")
	switch key {
	case "prices", "figures", "statistics", "estimates", "population", "populations", "numbers", "base", "unit", "units", "basis":
		return ok && rest != ""
	}
	return false
}

// takeCaptionTitle makes piece i, which stands between the number of a caption
// and its table, part of the caption.
func (b *builder) takeCaptionTitle(i int) {
	p := &b.pieces[i]
	if !p.set && p.end-p.start < 300 && b.pieces[i+1].kind == doc.TableBlock {
		p.decide(doc.Caption)
	}
}

// besideTable reports whether a table or a caption stands next to piece i.
func (b *builder) besideTable(i int) bool {
	for j := max(0, i-2); j <= min(i+1, len(b.pieces)-1); j++ {
		if k := b.pieces[j].kind; b.pieces[j].set && j != i && (k == doc.TableBlock || k == doc.Caption && j >= i-1) {
			return true
		}
	}
	j := i - 1
	for j > 0 && i-j < 9 && b.pieces[j].set && (b.pieces[j].kind == doc.Footnote || b.pieces[j].kind == doc.Caption) {
		j-- // the notes of a table stand between it and its source
	}
	return j >= 0 && b.pieces[j].set && b.pieces[j].kind == doc.TableBlock
}

// isTableNote reports whether s begins as the lines under a table do.
func isTableNote(s string) bool {
	s = strings.TrimLeft(s, "*_ (")
	for _, w := range tableNoteStarts {
		if hasPrefixFold(s, w) {
			return true
		}
	}
	return false
}

// tableNoteStarts begin the lines under a table.
var tableNoteStarts = []string{"source:", "sources:", "note:", "notes:", "source.", "sources.", "note.", "notes.", "source –", "source —", "source -", "n.b.", "nb:", "legend:", "key:", "data:"}

// unitLine reports whether s says in what a table counts: "(thousands)", "in
// millions of euros", "USD million".
func unitLine(s string) bool {
	low := strings.ToLower(strings.Trim(s, " *_"))
	if strings.HasPrefix(low, "(") && strings.HasSuffix(low, ")") {
		return true
	}
	for _, w := range []string{"in ", "usd", "eur", "us$", "$", "€", "£", "percent", "per cent", "per 1", "thousand", "million", "unit", "%"} {
		if strings.HasPrefix(low, w) && !endsIn(low, ".") {
			return true
		}
	}
	return false
}

// agencies sign pictures.
var agencies = []string{"ap", "afp", "reuters", "getty images", "getty", "epa", "ap photo", "dpa", "xinhua", "anadolu", "anadolu agency", "shutterstock", "istock", "alamy", "bloomberg", "magnum", "file photo", "file", "handout", "courtesy", "wikimedia commons", "flickr", "tass", "sipa", "pa", "press association", "corbis", "un photo", "zuma", "via ap", "via reuters", "unsplash", "picture alliance"}

// creditStarts begin the credit of a picture.
var creditStarts = []string{"photo:", "photo by", "photos by", "photograph:", "photograph by", "image:", "images:", "picture:", "photo credit", "image credit", "credit:", "caption:", "photo courtesy"}

// leadsCredit reports whether s begins with the credit of a picture.
func leadsCredit(s string) bool {
	for _, w := range creditStarts {
		if hasPrefixFold(s, w) {
			return true
		}
	}
	return false
}

// isCredit reports whether the line s is a credit of a picture or a caption
// that ends with one: "(Name for The Paper)", "Name/AP", "Photo: Name".
func isCredit(s string) bool {
	if len(s) > 500 {
		return false
	}
	if !endsIn(s, ")*_]") && !strings.ContainsAny(s[:1], "PpICc*_[") && !strings.Contains(s, "/") {
		return false
	}
	low := strings.ToLower(strings.Trim(s, " *_[]"))
	for _, w := range creditStarts {
		if strings.HasPrefix(low, w) {
			return len(s) < 300
		}
	}
	tail := low
	if strings.HasSuffix(low, ")") {
		open := strings.LastIndexByte(low, '(')
		if open < 0 || len(low)-open > 70 {
			return false
		}
		tail = strings.Trim(low[open:], "() ")
		if at := strings.Index(tail, " for the "); at > 0 && words(tail, 12) < 11 && open > 8 {
			return !strings.ContainsAny(tail, "0123456789")
		}
		if open > 0 && words(low[:open], 4) < 4 {
			return false
		}
	} else if words(s, 12) > 8 || endsIn(s, ".") {
		return false
	}
	slash := strings.LastIndexByte(tail, '/')
	for _, a := range agencies {
		if tail == a && strings.HasSuffix(low, ")") || slash > 0 && strings.TrimSpace(tail[slash+1:]) == a {
			return true
		}
	}
	return slash > 0 && strings.HasSuffix(strings.TrimSpace(tail[:slash]), " photo")
}
