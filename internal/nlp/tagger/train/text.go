// Package train makes the models of package tagger from annotated texts.
//
// Everything about it is deterministic: the same files, tokens and seed give
// the same bytes, on any number of processors.
package train

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/tagger"
)

// A Token is a token of a text and where it stands.
type Token struct {
	Start, End int // bytes of the text, half-open
	tagger.Token
}

// A Sentence is a sentence as its tokens.
type Sentence []Token

// DocumentOf returns a text as a document that has its tokens, every line a
// block of its own.
func DocumentOf(text string) *doc.Document {
	d := &doc.Document{Text: text, Blocks: lineBlocks(text)}
	if err := nlp.Tokens.Run(d); err != nil {
		panic("train: tokens of a plain text: " + err.Error()) // the pass knows no errors
	}
	return d
}

// Tokenize cuts a text into the tokens that the pass of names hands to the
// tagger, with what the embedded gazetteer knows of them. Every line is a block
// of its own.
func Tokenize(text string) []Sentence {
	d := DocumentOf(text)
	rows := nlp.TaggerInput(d, nil)
	out := make([]Sentence, len(rows))
	for i, s := range d.Sentences {
		for k, t := range d.Tokens[s.First:s.Last] {
			out[i] = append(out[i], Token{t.Start, t.End, rows[i][k]})
		}
	}
	return out
}

// lineBlocks makes a block of every line that is not blank.
func lineBlocks(text string) []doc.Block {
	var out []doc.Block
	start := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		end := start + len(line)
		s := doc.Span{Start: start, End: end}
		for s.Start < s.End && strings.ContainsRune(" \t\r\n", rune(text[s.Start])) {
			s.Start++
		}
		for s.Start < s.End && strings.ContainsRune(" \t\r\n", rune(text[s.End-1])) {
			s.End--
		}
		if s.Start < s.End {
			out = append(out, doc.Block{Span: s, Text: s, Joins: -1, Table: -1})
		}
		start = end
	}
	return out
}

// words makes a set of the words of s and of more, as they are.
func words(s string, more ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	for _, m := range more {
		set[m] = true
	}
	return set
}
