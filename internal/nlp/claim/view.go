package claim

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"
)

// A word is one token of a sentence as rules read it; note marks are left out.
type word struct {
	low     string // in lower case
	tok     int    // index in Document.Tokens
	tag     doc.Tag
	sense   sense
	mention int  // index in Document.Mentions, -1
	figure  int  // index in Document.Figures of the figure it belongs to, -1
	number  bool // belongs to the figure's number
	quoted  bool
	depth   int8 // of brackets
}

// A view is one sentence as rules read it. It is used again for the next one.
type view struct {
	d        *doc.Document
	s        int // index in Document.Sentences
	from     int // the tokens that it covers, half-open
	to       int
	w        []word
	figures  []int // indices in Document.Figures, in order of the words
	first    []int // word at which each of figures begins
	last     []int // word after each of figures
	quoted   bool  // a quotation was open where the sentence began
	open     bool  // a quotation is open where it ends
	times    []timex.Expression
	timeAt   []int // for each word the index in times, -1
	said     []attribution
	list     listing
	caption  bool // of a table: what stands in brackets is its source
	atoms    []timex.Atom
	titled   bool   // the title of the document names a place
	homeland string // the country that the document is about, "" if none
	clause   []int  // for each word the relative clause set off that it is in, 0 for none
}

// An index gives the mentions and figures of each sentence.
type index struct {
	mentions, figures [][]int32
}

func newIndex(d *doc.Document) index {
	return index{
		mentions: bySentence(len(d.Sentences), len(d.Mentions), func(i int) int { return d.Mentions[i].Sentence }),
		figures:  bySentence(len(d.Sentences), len(d.Figures), func(i int) int { return d.Figures[i].Sentence }),
	}
}

// bySentence groups n things by their sentence, keeping their order.
func bySentence(sentences, n int, of func(int) int) [][]int32 {
	out := make([][]int32, sentences)
	count := make([]int32, sentences+1)
	for i := range n {
		if s := of(i); s >= 0 && s < sentences {
			count[s+1]++
		}
	}
	for s := range sentences {
		count[s+1] += count[s]
	}
	flat := make([]int32, count[sentences])
	next := make([]int32, sentences)
	copy(next, count)
	for i := range n {
		if s := of(i); s >= 0 && s < sentences {
			flat[next[s]] = int32(i)
			next[s]++
		}
	}
	for s := range sentences {
		out[s] = flat[count[s]:count[s+1]]
	}
	return out
}

// maxWords bounds a view. A longer sentence, be it a list or no sentence at all,
// is read in pieces, so that rules which look from each figure at each place
// stay linear in the length of the text.
const maxWords = 400

// load reads sentence s, or the first piece of it; quoted says whether a
// quotation is open before it.
func (v *view) load(d *doc.Document, s int, x index, quoted bool) {
	v.piece(d, s, x, quoted, d.Sentences[s].First)
}

// next reads the next piece of the sentence; ok is false where none is left.
func (v *view) next(x index) (ok bool) {
	if v.to >= min(v.d.Sentences[v.s].Last, len(v.d.Tokens)) {
		return false
	}
	v.piece(v.d, v.s, x, v.open, v.to)
	return true
}

// cut is the token after the piece that begins at token from: behind a comma or
// the like, if one is near its end.
func cut(d *doc.Document, s, from int) int {
	last := min(d.Sentences[s].Last, len(d.Tokens))
	if last-from <= maxWords {
		return last
	}
	for t := from + maxWords; t > from+maxWords/2; t-- {
		if tag := d.Tokens[t-1].Tag; tag == doc.Comma || tag == doc.Colon || tag == doc.Period {
			return t
		}
	}
	return from + maxWords
}

// piece reads the tokens of sentence s from token from on.
func (v *view) piece(d *doc.Document, s int, x index, quoted bool, from int) {
	v.d, v.s, v.quoted = d, s, quoted
	v.from, v.to = from, cut(d, s, from)
	v.w, v.figures, v.first, v.last = v.w[:0], v.figures[:0], v.first[:0], v.last[:0]
	v.times, v.timeAt, v.said, v.list = v.times[:0], v.timeAt[:0], v.said[:0], listing{}
	v.caption = false
	depth := int8(0)
	for t := v.from; t < v.to; t++ {
		tok := &d.Tokens[t]
		if tok.Tag == doc.TagNote {
			continue
		}
		raw := d.Word(t)
		switch {
		case tok.Tag == doc.LParen && depth < 100:
			depth++
		case opensQuote(raw, tok.Tag, quoted):
			quoted = true
		case closesQuote(raw, tok.Tag):
			quoted = false
		}
		low := strings.ToLower(raw)
		switch low {
		case "·", "•", "|":
			if len(v.w) > 0 {
				low = ";" // between the items of one line
			}
		}
		v.w = append(v.w, word{low: low, tok: t, tag: tok.Tag, sense: words.senseOf(low, tok.Tag), mention: -1, figure: -1, quoted: quoted, depth: depth})
		if tok.Tag == doc.RParen && depth > 0 {
			depth--
		}
	}
	v.open = quoted
	v.markMentions(x.mentions[s])
	v.markFigures(x.figures[s])
}

// opensQuote and closesQuote read double quotation marks; single ones cannot be
// told from apostrophes.
func opensQuote(raw string, tag doc.Tag, quoted bool) bool {
	switch raw {
	case "“", "«", "„", "``":
		return true
	case `"`:
		return !quoted && tag != doc.RQuote || tag == doc.LQuote
	}
	return false
}

func closesQuote(raw string, tag doc.Tag) bool {
	switch raw {
	case "”", "»", "''", `"`:
		return true
	}
	return false
}

// at gives the first word at or after token t.
func (v *view) at(t int) int {
	lo, hi := 0, len(v.w)
	for lo < hi {
		if m := (lo + hi) / 2; v.w[m].tok < t {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// atByte gives the first word that begins at byte i of the text or behind it.
func (v *view) atByte(i int) int {
	return sort.Search(len(v.w), func(k int) bool { return v.d.Tokens[v.w[k].tok].Start >= i })
}

func (v *view) markMentions(list []int32) {
	for _, m := range list[sort.Search(len(list), func(i int) bool { return v.d.Mentions[list[i]].Last > v.from }):] {
		men := &v.d.Mentions[m]
		if men.First >= v.to {
			break
		}
		for i := v.at(men.First); i < len(v.w) && v.w[i].tok < men.Last; i++ {
			v.w[i].mention = int(m)
		}
	}
}

func (v *view) markFigures(list []int32) {
	for _, f := range list[sort.Search(len(list), func(i int) bool { return v.d.Figures[list[i]].First >= v.from }):] {
		fig := &v.d.Figures[f]
		if fig.First >= v.to {
			break
		}
		if fig.Table >= 0 {
			continue
		}
		a, b := v.at(fig.First), v.at(fig.Last)
		if a >= b {
			continue
		}
		for i := a; i < b; i++ {
			v.w[i].figure = int(f)
			v.w[i].number = v.d.Tokens[v.w[i].tok].Overlaps(fig.Number)
		}
		v.figures = append(v.figures, int(f))
		v.first, v.last = append(v.first, a), append(v.last, b)
	}
}

// low is word i, "" beyond the ends.
func (v *view) low(i int) string {
	if i < 0 || i >= len(v.w) {
		return ""
	}
	return v.w[i].low
}

// is reports whether word i is one of list.
func (v *view) is(i int, list ...string) bool {
	l := v.low(i)
	if l == "" {
		return false
	}
	for _, w := range list {
		if l == w {
			return true
		}
	}
	return false
}

// has reports whether word i may be one of the senses of s.
func (v *view) has(i int, s sense) bool {
	return i >= 0 && i < len(v.w) && v.w[i].sense&s != 0
}

func (v *view) tag(i int) doc.Tag {
	if i < 0 || i >= len(v.w) {
		return doc.TagNone
	}
	return v.w[i].tag
}

// mention returns the mention at word i, nil if there is none.
func (v *view) mention(i int) *doc.Mention {
	if i < 0 || i >= len(v.w) || v.w[i].mention < 0 {
		return nil
	}
	return &v.d.Mentions[v.w[i].mention]
}

// extent gives the words of the mention at word i.
func (v *view) extent(i int) (first, last int) {
	m := v.w[i].mention
	first, last = i, i+1
	for first > 0 && v.w[first-1].mention == m {
		first--
	}
	for last < len(v.w) && v.w[last].mention == m {
		last++
	}
	return first, last
}

// span covers words first to last, half-open; empty where there are none.
func (v *view) span(first, last int) doc.Span {
	if first >= last {
		return doc.Span{}
	}
	a, b := v.d.Tokens[v.w[first].tok].Span, v.d.Tokens[v.w[last-1].tok].Span
	if b.End < a.Start { // torn by another block and put in order
		return a
	}
	return doc.Span{Start: a.Start, End: b.End}
}

// text is what words first to last say, blanks single, repairs applied.
func (v *view) text(first, last int) string {
	var b strings.Builder
	for i := first; i < last; i++ {
		t := v.w[i].tok
		if i > first {
			before := v.d.Tokens[v.w[i-1].tok].Span
			if before.End < v.d.Tokens[t].Start || v.d.Tokens[t].Start < before.Start {
				b.WriteByte(' ')
			}
		}
		b.WriteString(v.d.Word(t))
	}
	return b.String()
}

// upper reports whether word i begins with a capital.
func (v *view) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(v.d.Word(v.w[i].tok))
	return unicode.IsUpper(r)
}

// isNoun reports whether word i is a noun or part of a name.
func (v *view) isNoun(i int) bool {
	if i < 0 || i >= len(v.w) {
		return false
	}
	if s := v.w[i].sense; s&document != 0 && s&(says|counts) == 0 {
		return true // "data" and the like, whatever the tagger took them for
	}
	return v.w[i].tag.IsNoun() || v.w[i].mention >= 0 && v.mention(i).Form != doc.Adjective
}

// isComma and the like read signs.
func (v *view) isComma(i int) bool { return v.low(i) == "," }

func (v *view) isDash(i int) bool {
	l := v.low(i)
	return l == "--" || l == "---" || timex.IsDash(l)
}

// isQuote reports whether word i is a double quotation mark.
func (v *view) isQuote(i int) bool {
	switch v.low(i) {
	case `"`, "“", "”", "''", "``", "«", "»", "„":
		return true
	}
	return false
}

// ends reports whether word i ends a statement, or the sentence.
func (v *view) ends(i int) bool {
	if i >= len(v.w) || i < 0 {
		return true
	}
	switch v.w[i].tag {
	case doc.Period, doc.Comma, doc.RParen, doc.Colon:
		return true
	}
	return v.isQuote(i) || v.isDash(i)
}
