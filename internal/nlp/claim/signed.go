package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
)

const (
	maxSigned    = 8   // blocks of one quotation
	maxSignature = 120 // bytes of what stands behind the dash
)

// signed gives who is named behind the dash that closes a quotation set off from the
// text, in its last line or in a block of its own: "— Ada Holt, fisher". Block b is part of
// one where it is a block quote or opens with a quotation mark.
func (r *reader) signed(b int) speaker {
	for k := b; k >= 0 && k < len(r.d.Blocks) && k < b+maxSigned; k++ {
		span := r.d.Blocks[k].Text
		if k > b && startsWithDash(r.d.Slice(span)) {
			return r.signature(span)
		}
		if r.d.Blocks[k].Kind != doc.Quote && !r.opens(k) {
			break
		}
		if s := r.signature(r.lastLine(span)); s.known() {
			return s
		}
	}
	return speaker{}
}

// lastLine is what stands behind the dash that ends the quotation in span, with the dash;
// empty where there is none.
func (r *reader) lastLine(span doc.Span) doc.Span {
	text := r.d.Slice(span)
	for _, dash := range dashes {
		i := strings.LastIndex(text, dash)
		if i <= 0 {
			continue
		}
		before := strings.TrimRight(text[:i], " \t>*_")
		if last, _ := utf8.DecodeLastRuneInString(before); strings.ContainsRune("\n.!?\"”»’'", last) {
			return doc.Span{Start: span.Start + i, End: span.End}
		}
	}
	return doc.Span{}
}

// dashes set off who is quoted.
var dashes = [...]string{"—", "–", "―", "--"}

func startsWithDash(s string) bool {
	s = strings.TrimLeft(s, "> \t*_")
	return slices.ContainsFunc(dashes[:], func(dash string) bool { return strings.HasPrefix(s, dash) })
}

// signature reads the name behind the dash that span begins with: the person named
// first, else the words up to a comma.
func (r *reader) signature(span doc.Span) speaker {
	text := r.d.Slice(span)
	bare := strings.TrimLeft(text, "—–―-> \t*_")
	first, _ := utf8.DecodeRuneInString(bare)
	if len(bare) == len(text) || len(bare) > maxSignature || !unicode.IsUpper(first) {
		return speaker{}
	}
	at := doc.Span{Start: span.End - len(bare), End: span.End}
	for _, i := range r.mentionsIn(at) {
		if men := &r.d.Mentions[i]; men.Type == doc.Person && men.Form != doc.Adjective {
			return r.personOf(i)
		}
	}
	name, _, _ := strings.Cut(bare, ",")
	name = strings.TrimRight(name, " \t\n*_.")
	if len(strings.Fields(name)) > 6 {
		return speaker{}
	}
	return speaker{text: squeeze(name), span: doc.Span{Start: at.Start, End: at.Start + len(name)}, referent: -1, person: true}
}
