// Package figure finds the quantities that a document states: counts, shares,
// money, measures, durations, ages, changes, with their bound, unit and what
// they count. Numbers that are no quantities (dates, pages, names, notes) are
// listed with the reason, so that every number of a text is accounted for.
//
// It is a grammar over pieces of tokens, driven by tables of words under
// data/; each line of a table has an example that is tested. A sentence is
// read in steps, each linear in its length:
//
//	numerals   the numbers as written: "1.2bn", "two dozen", "a third"
//	classify   which of them are no figures, and why
//	amounts    unit or noun phrase behind, currency and bound before
//	join       ranges, ratios, from–to pairs
//	changes    "fell by", "a rise of", "higher than"
//	carry      what a bare number counts, from its sentence or those before
//
// Sentences are independent but for carry, which looks back a little.
package figure

import (
	"sort"
	"strings"

	"analyze/internal/doc"
)

// Pass finds the figures of a document in its sentences and tables.
var Pass = &doc.Pass{
	Name:    "figures",
	Doc:     "find quantities, with bound, unit and what they count",
	Version: 10,
	Needs:   doc.LayerBlocks | doc.LayerNotes | doc.LayerTables | doc.LayerTokens | doc.LayerMentions,
	Gives:   doc.LayerFigures,
	Run:     run,
}

func run(d *doc.Document) error {
	d.Figures, d.Skipped = nil, nil
	r := newReader(d)
	r.cut.scanned = r.looksScanned()
	r.marks, r.labels, r.cited, r.numbered = looseMarks(d), noteLabels(d), citedTokens(d), numberedBlocks(d)
	for i := range d.Sentences {
		r.sentence(i)
	}
	for i := range d.Tables {
		r.table(i)
	}
	r.repairThousands()
	r.headlines()
	r.sortFigures()
	r.sweep()
	return nil
}

// A reader holds what is known while one document is read.
type reader struct {
	d       *doc.Document
	cut     cutter
	ps      []piece
	nums    []numeral
	qs      []quant
	heading bool
	block   doc.BlockKind
	sent    int
	past    []memory        // figures of the sentences before, for carry
	grouped map[string]bool // numbers with commas, once they are asked for
	dots    []dotted        // figures that may stand for thousands
	comma   bool            // the table that is read has decimal commas
	extra   []quant         // kept for its memory

	titleUnit string          // of people that the title speaks of, "-" if of none
	commas    int             // 1 + numbers such as 1,234; 0 before they are counted
	question  int             // the last sentence that asks how many
	intro     int             // sentence that announces figures, -1 for none
	again     *reader         // the last sentence that was read again
	quiet     bool            // lists nothing
	labels    map[string]bool // numbers of the notes
	marks     map[int]bool    // tokens that are marks of notes between sentences
	numbered  map[int]bool    // tokens that number paragraphs
	cited     map[int]bool    // tokens of citations of law
	colons    []int           // of sentence colonSent
	colonSent int
}

func newReader(d *doc.Document) *reader {
	return &reader{d: d, cut: cutter{text: d.Text}, intro: -1, question: -1, colonSent: -2}
}

// sentence reads sentence i.
func (r *reader) sentence(i int) {
	s := &r.d.Sentences[i]
	r.sent = i
	r.block = doc.Body
	if s.Block >= 0 && s.Block < len(r.d.Blocks) {
		r.block = r.d.Blocks[s.Block].Kind
	}
	if r.block == doc.Boilerplate && len(r.d.Blocks) == 1 {
		r.block = doc.Body // a text that is nothing but a number means it
	}
	r.announce(i)
	if r.block == doc.TableBlock || !r.triggered(s) {
		r.forget()
		return
	}
	r.pieces(s)
	r.heading = r.block == doc.Title || r.block == doc.Heading
	r.numerals()
	if len(r.nums) == 0 && !r.hasFolds() {
		r.forget()
		return
	}
	if reason := blockReason(r.block); reason != "" {
		for k := range r.nums {
			r.skip(&r.nums[k], reason)
		}
		return
	}
	r.classify()
	r.amounts()
	r.join()
	r.changes()
	r.anchors()
	r.carry()
	r.emit()
}

// hasFolds reports whether a piece is a verb that multiplies or a word in
// -fold.
func (r *reader) hasFolds() bool {
	for i := range r.ps {
		if foldLike(r.ps[i].low) {
			return true
		}
	}
	return false
}

// foldLike reports whether low is one of the words that multiply.
func foldLike(low string) bool { return len(low) >= 5 && len(low) <= 13 && folding[low] }

// folding has all words that multiply.
var folding = func() map[string]bool {
	m := map[string]bool{}
	for w := range multiples {
		m[w] = true
	}
	for w := range foldWords {
		m[w] = true
	}
	for w := range timesWords {
		m[w] = true
	}
	return m
}()

// blockReason says why a kind of block holds no figures.
func blockReason(k doc.BlockKind) string {
	switch k {
	case doc.Byline:
		return "date"
	case doc.Bibliography:
		return "reference"
	case doc.Boilerplate:
		return "page"
	}
	return ""
}

// triggered reports whether sentence s may hold a number.
func (r *reader) triggered(s *doc.Sentence) bool {
	for t := s.First; t < s.Last; t++ {
		tok := &r.d.Tokens[t]
		if tok.Tag == doc.CD || triggers(r.d.Text[tok.Start:tok.End]) {
			return true
		}
	}
	return false
}

// triggers reports whether the token t may be part of a figure.
func triggers(t string) bool {
	var low [20]byte
	for i := 0; i < len(t); i++ {
		b := t[i]
		if isDigit(b) || b == 0xC2 || b == 0xE2 {
			return true
		}
		if i < len(low) {
			if b >= 'A' && b <= 'Z' {
				b |= 0x20
			}
			low[i] = b
		}
	}
	if len(t) < 3 || len(t) > len(low) {
		return len(t) > len(low) && strings.IndexByte(t, '-') > 0
	}
	if i := strings.IndexByte(t, '-'); i > 0 {
		return triggerWords[string(low[:i])] || triggerWords[string(low[i+1:len(t)])]
	}
	return triggerWords[string(low[:len(t)])]
}

// triggerWords are the words that a figure cannot do without where it has no
// digits.
var triggerWords = func() map[string]bool {
	m := map[string]bool{"decades": true, "centuries": true}
	for w := range numberWords {
		m[w] = true
	}
	for w := range folding {
		m[w] = true
	}
	for w, list := range units {
		for _, ph := range list {
			if len(ph.words) == 1 && ph.is[0].symbol == "" && len(w) > 2 {
				m[w] = true
			}
		}
	}
	return m
}()

// pieces cuts the tokens of s and finds the mention that each stands in. Note
// marks are left out; their numbers are listed as skipped.
func (r *reader) pieces(s *doc.Sentence) {
	r.cut.out = r.ps[:0]
	m := sort.Search(len(r.d.Mentions), func(i int) bool { return r.d.Mentions[i].End > s.Start })
	for t := s.First; t < s.Last; t++ {
		tok := &r.d.Tokens[t]
		switch {
		case tok.Tag == doc.TagNote || r.marks[t] || isGluedMark(r.d, t):
			r.skipSpan(tok.Span, "note mark")
			continue
		case r.numbered[t]:
			r.skipSpan(tok.Span, "list number")
			continue
		case r.emphasis(t):
			continue
		case r.cited[t]:
			r.skipSpan(tok.Span, "reference")
			continue
		case isAddress(r.d.Text[tok.Start:tok.End]):
			r.skipSpan(tok.Span, addressReason(r.d.Text[tok.Start:tok.End]))
			r.cut.add(tok.Span, t, doc.NN, word, "url")
			continue
		}
		n := len(r.cut.out)
		if cut := markBehind(r.d, t, r.labels); cut > 0 {
			r.cut.token(doc.Span{Start: tok.Start, End: tok.End - cut}, t, tok.Tag, "")
			r.skipSpan(doc.Span{Start: tok.End - cut, End: tok.End}, "note mark")
			continue
		}
		if span, last := r.scannedNumber(t, s.Last); last > t {
			r.cut.token(span, t, doc.CD, "")
			t = last
			continue
		}
		r.cut.token(tok.Span, t, tok.Tag, tok.Norm)
		for m < len(r.d.Mentions) && r.d.Mentions[m].End <= tok.Start {
			m++
		}
		if m < len(r.d.Mentions) {
			r.markMention(n, m)
		}
	}
	r.ps = r.cut.out
}

// emphasis reports whether token t is a mark of Markdown around words: "runs
// **six** dams".
func (r *reader) emphasis(t int) bool {
	tok := &r.d.Tokens[t]
	if b := r.d.Text[tok.Start]; b != '*' && b != '_' || strings.Trim(r.d.Text[tok.Start:tok.End], "*_") != "" {
		return false
	}
	before := t > 0 && r.d.Tokens[t-1].End == tok.Start
	behind := t+1 < len(r.d.Tokens) && r.d.Tokens[t+1].Start == tok.End
	if r.d.Text[tok.Start] == '_' && (before && isDigit(r.d.Text[tok.Start-1]) || behind && isDigit(r.d.Text[tok.End])) {
		return false
	}
	return before != behind || before && !(isDigit(r.d.Text[tok.Start-1]) && isDigit(r.d.Text[tok.End]))
}

// looksScanned reports whether the document has words in which letters can
// only stand for digits: "20l5", "2,4OO".
func (r *reader) looksScanned() bool {
	n := 0
	for t := range r.d.Tokens {
		tok := &r.d.Tokens[t]
		if tok.Len() >= 3 && isDigit(r.d.Text[tok.Start]) && misread(r.d.Text[tok.Start:tok.End], false) != "" {
			if n++; n >= 2 {
				return true
			}
		}
	}
	return false
}

// scannedNumber joins the tokens from t on that a scanner's slip has parted:
// "2" "," "O00". It returns the span and the last token, t if there is none.
func (r *reader) scannedNumber(t, end int) (doc.Span, int) {
	s, last := r.d.Tokens[t].Span, t
	if !digitLike(r.d.Text[s.Start:s.End]) || s.Len() > 8 {
		return s, t
	}
	for n := t + 1; n < end && n < t+4; n++ {
		tok := &r.d.Tokens[n]
		if tok.Start != s.End || !digitLike(r.d.Text[tok.Start:tok.End]) {
			break
		}
		s.End = tok.End
		if b := r.d.Text[tok.End-1]; b != ',' && b != '.' {
			last = n
		}
	}
	s.End = r.d.Tokens[last].End
	if last == t || misread(r.d.Text[s.Start:s.End], r.cut.scanned) == "" {
		return s, t
	}
	return s, last
}

// markMention notes for the pieces from n on whether they stand in mention m
// or one of the next.
func (r *reader) markMention(n, m int) {
	for ; n < len(r.cut.out); n++ {
		p := &r.cut.out[n]
		for m < len(r.d.Mentions) && r.d.Mentions[m].End <= p.Start {
			m++
		}
		if m == len(r.d.Mentions) {
			return
		}
		if r.d.Mentions[m].Contains(p.Span) {
			p.mention = m + 1
		}
	}
}

// isAddress reports whether the token is an address of the web or of mail.
func isAddress(t string) bool {
	if len(t) < 5 {
		return false
	}
	i := strings.IndexAny(t, ":@./")
	if i < 0 {
		return false
	}
	if strings.Contains(t, "://") || strings.HasPrefix(strings.ToLower(t), "www.") {
		return true
	}
	at := strings.IndexByte(t, '@')
	if at > 0 && strings.IndexByte(t[at:], '.') > 1 {
		return true
	}
	slash := strings.IndexByte(t, '/')
	dot := strings.IndexByte(t, '.')
	return dot > 0 && slash > dot+2 && startsLetter(t) && dot+1 < len(t) && startsLetter(t[dot+1:])
}

func addressReason(t string) string {
	if strings.IndexByte(t, '@') > 0 {
		return "email"
	}
	return "url"
}

// skip lists numeral n as no figure.
func (r *reader) skip(n *numeral, reason string) {
	s := doc.Span{Start: r.ps[n.first].Start, End: r.ps[n.last-1].End}
	r.d.Skipped = append(r.d.Skipped, doc.Skipped{Span: s, Reason: reason})
}

// skipSpan lists s as no figure if a number stands in it.
func (r *reader) skipSpan(s doc.Span, reason string) {
	if !r.quiet && strings.ContainsFunc(r.d.Text[s.Start:s.End], isNumeric) {
		r.d.Skipped = append(r.d.Skipped, doc.Skipped{Span: s, Reason: reason})
	}
}

// sortFigures sorts the figures by place and mends the indices of pairs.
func (r *reader) sortFigures() {
	f := r.d.Figures
	order := make([]int, len(f))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := f[order[a]], f[order[b]]
		return x.Start < y.Start || x.Start == y.Start && x.End < y.End
	})
	to := make([]int, len(f))
	out := make([]doc.Figure, len(f))
	for i, o := range order {
		to[o] = i
		out[i] = f[o]
	}
	for i := range out {
		if out[i].Pair >= 0 {
			out[i].Pair = to[out[i].Pair]
		}
	}
	if len(out) > 0 {
		r.d.Figures = out
	}
}
