// Package train makes the models of package tagger from annotated texts.
//
// Everything about it is deterministic: the same files, tokenizer and seed give
// the same bytes, on any number of processors.
package train

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/nlp/tagger"
)

// A Token is a token of a text and where it stands.
type Token struct {
	Start, End int // bytes of the text, half-open
	tagger.Token
}

// A Sentence is a sentence as its tokens.
type Sentence []Token

// Tokenize cuts text by blanks and punctuation, in the manner of the Penn
// Treebank: possessives and n't stand alone, full stops stay with
// abbreviations, hyphens within words. Each line is a sentence or more.
func Tokenize(text string) []Sentence {
	var out []Sentence
	start := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		out = append(out, splitSentences(tokenizeLine(line, start))...)
		start += len(line)
	}
	return out
}

func splitSentences(tokens Sentence) []Sentence {
	var out []Sentence
	start := 0
	for i := range tokens {
		if t := tokens[i].Text; t != "." && t != "?" && t != "!" {
			continue
		}
		end := i + 1
		for end < len(tokens) && strings.ContainsAny(tokens[end].Text, "\"”’')") && len(tokens[end].Text) <= 3 {
			end++
		}
		if end < len(tokens) && end > start {
			if r, _ := utf8.DecodeRuneInString(tokens[end].Text); unicode.IsLower(r) {
				continue
			}
			out = append(out, tokens[start:end])
			start = end
		}
	}
	if start < len(tokens) {
		out = append(out, tokens[start:])
	}
	return out
}

func tokenizeLine(line string, base int) Sentence {
	var out Sentence
	for at := 0; at < len(line); {
		r, size := utf8.DecodeRuneInString(line[at:])
		if unicode.IsSpace(r) {
			at += size
			continue
		}
		end := at
		for end < len(line) {
			r, size := utf8.DecodeRuneInString(line[end:])
			if unicode.IsSpace(r) {
				break
			}
			end += size
		}
		out = splitWord(out, line, at, end, base)
		at = end
	}
	return out
}

const (
	openers = "\"'“‘([{<«¿¡$£€#*–—-_/`"
	closers = "\"'”’)]}>»,;:!?…*–—-_/%`"
	inner   = "—–/()[]\"“”;…"
)

// splitWord appends the tokens of the stretch without blanks from at to end.
func splitWord(out Sentence, line string, at, end, base int) Sentence {
	add := func(a, b int) {
		if a < b {
			out = append(out, Token{base + a, base + b, tagger.Token{Text: line[a:b]}})
		}
	}
	for at < end {
		r, size := utf8.DecodeRuneInString(line[at:end])
		if !strings.ContainsRune(openers, r) || size == end-at {
			break
		}
		add(at, at+size)
		at += size
	}
	tail := end
	var tails [][2]int
	for tail > at {
		r, size := utf8.DecodeLastRuneInString(line[at:tail])
		word := line[at : tail-size]
		if size == tail-at {
			break
		}
		if r == '.' && abbreviation(word) && !(tail == len(strings.TrimRight(line, "\n ")) && len(word) > 3) {
			break
		}
		if r != '.' && !strings.ContainsRune(closers, r) {
			break
		}
		tails = append(tails, [2]int{tail - size, tail})
		tail -= size
	}
	for from := at; ; {
		i := strings.IndexAny(line[from:tail], inner)
		if i < 0 {
			splitClitic(line, from, tail, add)
			break
		}
		i += from
		_, size := utf8.DecodeRuneInString(line[i:])
		splitClitic(line, from, i, add)
		add(i, i+size)
		from = i + size
	}
	for i := len(tails) - 1; i >= 0; i-- {
		add(tails[i][0], tails[i][1])
	}
	return out
}

// splitClitic cuts possessives and contractions off a word.
func splitClitic(line string, a, b int, add func(a, b int)) {
	w := line[a:b]
	for _, s := range []string{"'s", "’s", "'S", "’S", "n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m"} {
		if len(w) > len(s) && strings.HasSuffix(w, s) {
			add(a, b-len(s))
			add(b-len(s), b)
			return
		}
	}
	add(a, b)
}

// abbreviation tells whether a full stop after the word belongs to it.
func abbreviation(word string) bool {
	if strings.Contains(word, ".") {
		return !strings.ContainsAny(word, "/:@") && len(word) < 8
	}
	if r, size := utf8.DecodeRuneInString(word); size == len(word) {
		return unicode.IsUpper(r)
	}
	return abbreviations[word]
}

var abbreviations = words(`Mr Mrs Ms Dr Prof Gen Col Maj Capt Lt Sgt Brig Adm Sen Rep Gov St Jr Sr Inc Ltd
	Co Corp Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No vs Vol pp ed eds Rev Hon Fr Mt Ft`)

// words makes a set of the words of s.
func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}
