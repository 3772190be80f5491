package export

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"unicode"

	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/text"
)

// conllU writes the words of all documents in the ten columns of CoNLL-U
// (universaldependencies.org/format.html). Lemma and syntax are not analysed and
// stand as "_". MISC tells where a word stands (Start, End: bytes of the text),
// which name begins or goes on (NER=B-PERSON, I-PERSON; Entity: its id), which
// figure (Figure=B, I; ClaimId) and how a broken word is to be read
// (CorrectForm). The form of a word torn by a line break is the word.
func conllU(w io.Writer, c *doc.Collection, _ string) error {
	p := &printer{w: w}
	for d, err := range c.Documents() {
		if err != nil {
			return err
		}
		if len(d.Tokens) == 0 && len(d.Sentences) > 0 {
			return fmt.Errorf("%s was opened without its words", d.ID)
		}
		columns(p, d)
	}
	return p.err
}

func columns(p *printer, d *doc.Document) {
	if len(d.Sentences) == 0 { // a comment must stand before a sentence
		return
	}
	p.printf("# newdoc id = %s\n", comment(d.ID))
	if d.Meta.Title != "" {
		p.printf("# title = %s\n", comment(d.Meta.Title))
	}
	labels := labelsOf(d)
	block := -1
	for n := range d.Sentences {
		s := &d.Sentences[n]
		if s.Block != block {
			block = s.Block
			p.printf("# newpar id = %s-p%d\n", record.DocumentName(d.ID), block+1)
		}
		p.printf("# sent_id = %s-s%d\n", record.DocumentName(d.ID), n+1)
		p.printf("# text = %s\n", sentenceText(d, s))
		for i := s.First; i < s.Last; i++ {
			p.printf("%d\t%s\t_\t%s\t%s\t_\t_\t_\t_\t%s\n", i-s.First+1, form(d, i), universal(d.Tokens[i].Tag), column(d.Tokens[i].Tag.String()), misc(d, s, i, labels[i]))
		}
		p.print("\n")
	}
}

// form is a word as a column can hold it.
func form(d *doc.Document, i int) string {
	t := &d.Tokens[i]
	if t.Norm != "" && strings.ContainsFunc(d.Slice(t.Span), unicode.IsSpace) {
		return column(t.Norm)
	}
	return column(d.Slice(t.Span))
}

// column escapes s for a column: no blanks at its ends, no tabs, no breaks, and
// never empty.
func column(s string) string {
	if s = comment(s); s != "" {
		return s
	}
	return "_"
}

// comment is s on one line, without control characters.
func comment(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '\uFFFD'
		}
		return r
	}, text.Clean(s))
}

// joined reports whether nothing stands between word i and the next of s.
func joined(d *doc.Document, s *doc.Sentence, i int) bool {
	return i+1 < s.Last && d.Tokens[i].End == d.Tokens[i+1].Start
}

func sentenceText(d *doc.Document, s *doc.Sentence) string {
	var b strings.Builder
	for i := s.First; i < s.Last; i++ {
		b.WriteString(form(d, i))
		if i+1 < s.Last && !joined(d, s, i) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// labelsOf says for each word what MISC holds of names and figures on it.
func labelsOf(d *doc.Document) []map[string]string {
	labels := make([]map[string]string, len(d.Tokens))
	at := wordIndex(d)
	put := func(i int, key, value string) {
		if labels[i] == nil {
			labels[i] = map[string]string{}
		}
		if old := labels[i][key]; old != "" { // two begin within one word
			value = old + "," + value
		}
		labels[i][key] = value
	}
	for n, m := range record.Mentions(d, nil) {
		for k, i := range wordsOf(d, at, d.Mentions[n].Span, d.Mentions[n].First, d.Mentions[n].Last) {
			put(i, "NER", inside(k == 0)+"-"+m.Type)
			if k == 0 && m.Entity != nil {
				put(i, "Entity", miscValue(*m.Entity))
			}
		}
	}
	for n, c := range record.Claims(d) {
		for k, i := range wordsOf(d, at, d.Claims[n].Span, d.Claims[n].First, d.Claims[n].Last) {
			put(i, "Figure", inside(k == 0))
			if k == 0 {
				put(i, "ClaimId", miscValue(c.ID))
			}
		}
	}
	return labels
}

// wordIndex lists the words by where they begin; in Tokens those of torn
// sentences do not ascend.
func wordIndex(d *doc.Document) []int {
	at := make([]int, len(d.Tokens))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int { return d.Tokens[a].Start - d.Tokens[b].Start })
	return at
}

// wordsOf lists the words of a span: from first to last where those are known,
// which for cells of tables they are not, else those that share a byte with it.
func wordsOf(d *doc.Document, at []int, s doc.Span, first, last int) []int {
	var list []int
	if 0 <= first && first < last && last <= len(d.Tokens) && d.Tokens[first].Overlaps(s) {
		for i := first; i < last; i++ {
			list = append(list, i)
		}
		return list
	}
	from := sort.Search(len(at), func(k int) bool { return d.Tokens[at[k]].End > s.Start })
	for _, i := range at[from:] {
		if d.Tokens[i].Start >= s.End {
			break
		}
		list = append(list, i)
	}
	return list
}

func inside(begin bool) string {
	if begin {
		return "B"
	}
	return "I"
}

// miscValue escapes a value of MISC as Universal Dependencies has it; \c is a comma, which
// parts values where a word has two.
func miscValue(s string) string {
	return strings.NewReplacer(`\`, `\\`, "|", `\p`, ",", `\c`, " ", `\s`).Replace(comment(s))
}

func misc(d *doc.Document, s *doc.Sentence, i int, labels map[string]string) string {
	t := &d.Tokens[i]
	m := []string{fmt.Sprintf("Start=%d", t.Start), fmt.Sprintf("End=%d", t.End)}
	for _, key := range []string{"NER", "Entity", "Figure", "ClaimId"} {
		if v := labels[key]; v != "" {
			m = append(m, key+"="+v)
		}
	}
	if f := form(d, i); t.Norm != "" && column(t.Norm) != f {
		m = append(m, "CorrectForm="+miscValue(t.Norm))
	}
	if joined(d, s, i) {
		m = append(m, "SpaceAfter=No")
	}
	return strings.Join(m, "|")
}

// universal is the universal part of speech that a Penn tag stands for most.
func universal(t doc.Tag) string {
	switch t {
	case doc.CC:
		return "CCONJ"
	case doc.CD:
		return "NUM"
	case doc.DT, doc.PDT, doc.WDT, doc.PRPS, doc.WPS:
		return "DET"
	case doc.EX, doc.PRP, doc.WP:
		return "PRON"
	case doc.IN:
		return "ADP"
	case doc.JJ, doc.JJR, doc.JJS:
		return "ADJ"
	case doc.MD:
		return "AUX"
	case doc.NN, doc.NNS:
		return "NOUN"
	case doc.NNP, doc.NNPS:
		return "PROPN"
	case doc.POS, doc.TO:
		return "PART"
	case doc.RB, doc.RBR, doc.RBS, doc.WRB:
		return "ADV"
	case doc.RP:
		return "ADP"
	case doc.UH:
		return "INTJ"
	case doc.SYM, doc.Dollar, doc.Hash:
		return "SYM"
	case doc.Comma, doc.Period, doc.Colon, doc.LParen, doc.RParen, doc.LQuote, doc.RQuote:
		return "PUNCT"
	}
	if t.IsVerb() {
		return "VERB"
	}
	return "X"
}
