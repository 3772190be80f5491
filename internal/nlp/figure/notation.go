package figure

import (
	"strings"

	"analyze/internal/doc"
)

// decimalCommas reports whether the numbers of a table are written with commas for
// decimals and points or blanks for thousands: some can only be so, "15,3" and
// "1.204,6", and none or hardly one only the other way, "1,204.6".
func (r *reader) decimalCommas(tab *doc.Table) bool {
	comma, point := 0, 0
	for i := range tab.Rows {
		for _, c := range tab.Rows[i].Cells {
			switch s := r.d.Slice(c.Span); shapeOf(s) {
			case commaDec, continental, dotGroups:
				comma++
			case decimals, grouped:
				point++
			}
		}
	}
	return comma > 1 && comma > 3*point
}

// shapeOf tells how the first digits of s are written; digits before which a letter
// stands are a code, of which nothing is told.
func shapeOf(s string) shape {
	for i := 0; i < len(s); i++ {
		switch {
		case isLetter(s[i]):
			return odd
		case isDigit(s[i]):
			return readDigits(s[i:scanDigits(s, i)]).shape
		}
	}
	return odd
}

// continental reads again a number of a table with decimal commas that has the form
// of another: 476.731 counts thousands, 1,204 has three decimals.
func (r *reader) continental(n *numeral) {
	if !r.comma || n.reason != "" || n.last != n.first+1 || r.ps[n.first].form != digits {
		return
	}
	switch raw := r.raw(n.first); {
	case n.shape == dotThree:
		n.val, _ = times(n.val, num(1000))
		r.ps[n.first].lex.shape = dotGroups // asked for no other evidence
		n.shape, n.repair = dotGroups, raw+" read as thousands: the table has decimal commas"
	case n.shape == grouped && len(raw) > 4 && raw[len(raw)-4] == ',' && !hasGroups(raw[:len(raw)-4]):
		n.val, _ = quotient(n.val, num(1000))
		n.shape, n.repair = commaDec, raw+" read with a decimal comma: the table has such"
	}
}

// cutCell cuts a cell into pieces; letters among its digits are read as digits where it
// holds nothing else: "l,2O4".
func (r *reader) cutCell(s doc.Span) {
	scanned, t := r.cut.scanned, r.d.Slice(s)
	r.cut.scanned = scanned || strings.Trim(t, "0123456789,.lIOo ") == "" && strings.ContainsAny(t, "23456789") && strings.ContainsAny(t, "lIOo")
	r.cut.out = r.ps[:0]
	r.cut.cell(s)
	r.ps = r.cut.out
	r.cut.scanned = scanned
}

// spacedBlock reports whether most words of the block of the sentence are single
// letters: a caption set with a blank between all of them.
func (r *reader) spacedBlock(b *doc.Block) bool {
	single, all := 0, 0
	for _, w := range strings.Fields(r.d.Text[b.Text.Start:min(b.Text.End, b.Text.Start+200)]) {
		all++
		if len(w) == 1 {
			single++
		}
	}
	return single > 5 && single*4 > all*3
}

// captionLabel sees the number of a caption whose first word has blanks between its
// letters or stands in a sentence of its own: "T a b l e  7 .", "Tab. 5 – Freight".
func (r *reader) captionLabel(k int) string {
	n := &r.nums[k]
	if r.block != doc.Caption || n.first >= len(r.ps) {
		return ""
	}
	b := r.d.Sentences[r.sent].Block
	if b < 0 || b >= len(r.d.Blocks) {
		return ""
	}
	if r.spacedBlock(&r.d.Blocks[b]) {
		return "reference"
	}
	if k > 0 {
		return ""
	}
	start, at := r.d.Blocks[b].Text.Start, r.ps[n.first].Start
	if at < start || at-start > maxCaptionWord {
		return ""
	}
	if word := captionLetters.Replace(strings.ToLower(r.d.Text[start:at])); captionStarts[word] {
		return "reference"
	}
	return ""
}

// maxCaptionWord bounds what stands before the number of a caption, in bytes.
const maxCaptionWord = 30

var captionLetters = strings.NewReplacer(" ", "", ".", "", "\u00a0", "", "*", "", "#", "", "_", "")

var captionStarts = set("table tab tables figure fig chart map box annex appendix exhibit graph")
