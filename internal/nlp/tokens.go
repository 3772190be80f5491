package nlp

import (
	"strings"

	"analyze/internal/doc"
)

// Tokens is the pass that finds tokens with their tags, and sentences. Every
// block is read, tables cell by cell. A sentence stays within its block, but
// where a block joins an earlier one: there its Parts tell the pieces, and its
// tokens stand side by side.
var Tokens = &doc.Pass{
	Name:    "tokens",
	Doc:     "find words, their tags, and sentences",
	Version: 3,
	Needs:   doc.LayerBlocks | doc.LayerNotes,
	Gives:   doc.LayerTokens,
	Run: func(d *doc.Document) error {
		tokenize(d)
		return nil
	},
}

// Segment reads a plain text: its paragraphs, set apart by empty lines, are
// blocks. Offsets are bytes of text.
func Segment(text string) ([]doc.Token, []doc.Sentence) {
	d := &doc.Document{Text: text}
	d.Blocks = paragraphs(text)
	tokenize(d)
	return d.Tokens, d.Sentences
}

// paragraphs cuts a text at empty lines.
func paragraphs(text string) []doc.Block {
	var blocks []doc.Block
	for i := skipSpace(text, 0, len(text)); i < len(text); {
		end, newlines := i, 0
		k := i
		for k < len(text) && newlines < 2 {
			c, n := at(text, k)
			switch {
			case text[k] == '\n':
				newlines++
			case c != cSpace:
				newlines, end = 0, k+n
			}
			k += n
		}
		s := doc.Span{Start: i, End: end}
		blocks = append(blocks, doc.Block{Span: s, Text: s, Joins: -1, Table: -1})
		i = skipSpace(text, k, len(text))
	}
	return blocks
}

// A document being read.
type tokenizer struct {
	d     *doc.Document
	scan  scanner
	next  []int // the block that goes on each block, -1 for none
	model *weights
	tags  *tagging
}

func tokenize(d *doc.Document) {
	d.Tokens = make([]doc.Token, 0, len(d.Text)/5+16)
	d.Sentences = make([]doc.Sentence, 0, len(d.Text)/100+8)
	t := &tokenizer{d: d, model: perceptron(), tags: taggings.Get().(*tagging)}
	defer taggings.Put(t.tags)
	t.scan = scanner{text: d.Text, out: d.Tokens, joiner: &joiner{d: d}}
	t.follow()
	for b := range d.Blocks {
		if !t.goesOn(b) {
			t.chain(b)
		}
	}
	d.Tokens = t.scan.out
}

// follow finds for each block the one that goes on it.
func (t *tokenizer) follow() {
	t.next = make([]int, len(t.d.Blocks))
	for i := range t.next {
		t.next[i] = -1
	}
	for b := range t.d.Blocks {
		if t.goesOn(b) && t.next[t.d.Blocks[b].Joins] < 0 {
			t.next[t.d.Blocks[b].Joins] = b
		}
	}
}

// goesOn reports whether block b goes on an earlier one, and is the first to.
func (t *tokenizer) goesOn(b int) bool {
	j := t.d.Blocks[b].Joins
	if j < 0 || j >= b || t.d.Blocks[b].Kind == doc.TableBlock || t.d.Blocks[j].Kind == doc.TableBlock {
		return false
	}
	return t.next[j] < 0 || t.next[j] == b
}

// chain reads block b and those that go on it.
func (t *tokenizer) chain(b int) {
	if t.d.Blocks[b].Kind == doc.TableBlock {
		t.cells(b)
		return
	}
	first := len(t.scan.out)
	var blocks, begin []int // begin is each block's first token
	for ; b >= 0; b = t.next[b] {
		blocks, begin = append(blocks, b), append(begin, len(t.scan.out))
		t.scan.notes = t.notesFrom(t.d.Blocks[b].Start)
		t.scan.block(t.d.Blocks[b].Start, t.d.Blocks[b].End)
	}
	t.sentences(first, blocks, begin)
}

// notesFrom returns the note marks from byte at on.
func (t *tokenizer) notesFrom(at int) []doc.NoteMark {
	marks := t.d.NoteMarks
	lo, hi := 0, len(marks)
	for lo < hi {
		if m := (lo + hi) / 2; marks[m].Start < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return marks[lo:]
}

// cells reads a table: each cell is a sentence.
func (t *tokenizer) cells(b int) {
	block := t.d.Blocks[b].Span
	t.scan.notes = t.notesFrom(block.Start)
	for i := block.Start; i < block.End; {
		end := block.End
		if k := strings.IndexAny(t.d.Text[i:block.End], "\t\n"); k >= 0 {
			end = i + k
		}
		first := len(t.scan.out)
		t.scan.block(i, end)
		if len(t.scan.out) > first {
			t.sentence(first, len(t.scan.out), []int{b}, []int{first})
		}
		i = end + 1
	}
}

// sentences cuts the tokens from first on.
func (t *tokenizer) sentences(first int, blocks, begin []int) {
	c := &cutter{text: t.d.Text, toks: t.scan.out}
	k := 1 // the next block to begin
	for i := first; i < len(c.toks); i++ {
		for k < len(begin) && begin[k] < i {
			k++
		}
		joined := k < len(begin) && begin[k] == i
		if !joined && c.starts(first, i) {
			t.sentence(first, i, blocks, begin)
			first = i
		}
	}
	if first < len(c.toks) {
		t.sentence(first, len(c.toks), blocks, begin)
	}
}

// sentence appends the sentence of tokens first to end and tags them.
func (t *tokenizer) sentence(first, end int, blocks, begin []int) {
	toks := t.scan.out[first:end]
	k := len(blocks) - 1
	for k > 0 && begin[k] > first {
		k--
	}
	s := doc.Sentence{
		Span:  doc.Span{Start: toks[0].Start, End: toks[len(toks)-1].End},
		First: first, Last: end, Block: blocks[k],
	}
	for j := k + 1; j < len(begin) && begin[j] < end; j++ {
		if begin[j] == first || begin[j] == begin[j-1] {
			continue
		}
		if s.Parts == nil {
			s.Parts = append(s.Parts, doc.Span{Start: toks[0].Start})
		}
		s.Parts[len(s.Parts)-1].End = t.scan.out[begin[j]-1].End
		s.Parts = append(s.Parts, doc.Span{Start: t.scan.out[begin[j]].Start})
	}
	if s.Parts != nil {
		s.Parts[len(s.Parts)-1].End = toks[len(toks)-1].End
	}
	t.d.Sentences = append(t.d.Sentences, s)
	t.labelTags(toks, blocks[k])
	t.tags.tagSentence(t.model, t.d.Text, toks, letteringOf(t.d.Text, toks, t.d.Blocks[blocks[k]].Kind))
}

// labelTags gives the number of a note or list item the tags of a list's label,
// where the sentence begins its block.
func (t *tokenizer) labelTags(toks []doc.Token, b int) {
	block := &t.d.Blocks[b]
	if block.Label == "" || toks[0].Start != block.Start {
		return
	}
	for i := range toks {
		tok := &toks[i]
		if tok.End > block.Text.Start || tok.Start >= block.Text.Start {
			return
		}
		if tok.Tag == doc.TagNone {
			tok.Tag = doc.LS
		}
	}
}

// A lettering says how the letters of a sentence are set.
type lettering uint8

const (
	plain     lettering = iota
	titleCase           // capitals tell nothing: nearly all longer words have them
	allCaps
)

// letteringOf tells headlines and captions by their letters; in a title or
// heading fewer capitals are enough.
func letteringOf(text string, toks []doc.Token, kind doc.BlockKind) lettering {
	var long, capital, all int
	for i := range toks {
		t := &toks[i]
		if t.Tag != doc.TagNone || t.Len() < 4 {
			continue
		}
		c, n := at(text, t.Start)
		if !c.letter() {
			continue
		}
		long++
		if c != cUpper {
			continue
		}
		capital++
		if d, _ := at(text, t.Start+n); d == cUpper {
			all++
		}
	}
	title := kind == doc.Title || kind == doc.Heading || kind == doc.Caption
	switch {
	case long >= 3 && all*10 >= long*8:
		return allCaps
	case title && long >= 2 && capital*10 >= long*6 || long >= 4 && capital*10 >= long*8:
		return titleCase
	}
	return plain
}
