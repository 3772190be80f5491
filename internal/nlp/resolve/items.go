package resolve

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// An item is what a sentence is read as by the patterns: a name, a word, or a
// sign; a quotation within a sentence is one item.
type item struct {
	doc.Span
	word    string // lower case; "" for a name
	upper   bool   // the word begins with a capital
	tag     doc.Tag
	mention int // -1 where the item is no name
}

// quoted is the word of an item that stands for a whole quotation.
const quoted = "“”"

// A reader reads the sentences of a document as items.
type reader struct {
	d  *doc.Document
	at []int // for each token the mention it belongs to, -1
}

func newReader(d *doc.Document) *reader {
	r := &reader{d: d, at: make([]int, len(d.Tokens))}
	for i := range r.at {
		r.at[i] = -1
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		for k := max(m.First, 0); k < m.Last && k < len(r.at); k++ {
			r.at[k] = i
		}
	}
	return r
}

// sentence reads sentence s: first the items outside of quotations, then each
// quotation by itself.
func (r *reader) sentence(s int) [][]item {
	sent := &r.d.Sentences[s]
	var flat []item
	for k := sent.First; k < sent.Last && k < len(r.d.Tokens); k++ {
		if t := &r.d.Tokens[k]; t.Tag == doc.TagNote {
			continue
		}
		if m := r.at[k]; m >= 0 {
			if n := len(flat); n == 0 || flat[n-1].mention != m {
				flat = append(flat, item{Span: r.d.Mentions[m].Span, mention: m})
			}
			continue
		}
		w := r.d.Word(k)
		flat = append(flat, item{Span: r.d.Tokens[k].Span, word: strings.ToLower(w), upper: w != "" && w[0] >= 'A' && w[0] <= 'Z', tag: r.d.Tokens[k].Tag, mention: -1})
	}
	return fold(flat)
}

// fold makes one item of each quotation that begins and ends in the sentence.
func fold(flat []item) [][]item {
	out := make([]item, 0, len(flat))
	var all [][]item
	open := false // a quotation that does not close has begun
	for i := 0; i < len(flat); i++ {
		if flat[i].tag == doc.LQuote && flat[i].mention < 0 && !open {
			j := i + 1
			for j < len(flat) && flat[j].tag != doc.RQuote {
				j++
			}
			if j < len(flat) && j-i > 2 {
				out = append(out, item{Span: doc.Span{Start: flat[i].Start, End: flat[j].End}, word: quoted, mention: -1})
				all = append(all, flat[i+1:j])
				i = j
				continue
			}
			open = j == len(flat)
		}
		out = append(out, flat[i])
	}
	return append([][]item{out}, all...)
}

// roleKind says what a role makes of its holder.
type roleKind uint8

const (
	noRole  roleKind = iota
	leads            // director, chairman
	rules            // president, king: leads, of a country as well
	belongs          // spokesman, fellow
	founded          // founder
	wrote            // author
	rolesEnd
)

var roleWords = func() map[string]roleKind {
	m := make(map[string]roleKind)
	for kind, words := range map[roleKind]string{
		leads:   "head director chief chair chairman chairwoman chairperson ceo leader boss commander president-elect rector dean provost principal headmaster commissioner administrator editor-in-chief director-general secretary-general co-director co-chair co-chairman co-leader emir superintendent governor mayor manager",
		rules:   "president premier king queen emperor sultan chancellor prime-minister ruler dictator taoiseach prime head-of-state leader emir governor mayor",
		founded: "founder co-founder cofounder founders co-founders",
		belongs: "spokesman spokeswoman spokesperson fellow researcher analyst member agent officer official representative correspondent reporter professor lecturer scholar expert scientist economist employee adviser advisor consultant associate counsel engineer envoy fighter lieutenant recruiter recruit operative prosecutor coordinator co-ordinator delegate staffer senator secretary minister commentator editor journalist photographer historian ambassador deputy vice-president vice-chairman partner trustee veteran cleric judge activist lawyer strategist specialist statistician epidemiologist organiser organizer commander propagandist chair-elect teacher student graduate alumnus lawmaker legislator parliamentarian mp mep virologist sociologist anthropologist criminologist geographer demographer trainer doctor nurse physician surgeon worker aide colonel general major captain brigadier inspector detective",
		wrote:   "author co-author coauthor writer",
	} {
		for _, w := range strings.Fields(words) {
			if m[w] == noRole || kind == rules || kind == leads && m[w] == belongs {
				m[w] = kind
			}
		}
	}
	return m
}()

// roleOf is the role that a word names, in singular or plural.
func roleOf(w string) roleKind {
	if k, ok := roleWords[w]; ok {
		return k
	}
	if s := singularRole(w); s != w {
		if k, ok := roleWords[s]; ok {
			return k
		}
	}
	if gazetteer.Role(w) && !suffered[w] {
		return belongs
	}
	return noRole
}

// singularRole is the singular of a role.
func singularRole(w string) string {
	switch {
	case strings.HasSuffix(w, "men"):
		return w[:len(w)-3] + "man"
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// suffered are roles that do not make their holder part of what they are held
// in.
var suffered = set("victim victims survivor survivors hostage hostages prisoner prisoners suspect suspects witness witnesses detainee detainees defendant defendants patient patients martyr neighbour neighbor tourist resident residents citizen citizens refugee refugees migrant migrants father mother founder defector defectors convert converts critic critics expert experts historian biographer scholar scholars")

// lesser are words before a role that make its holder less than a leader.
var lesser = set("deputy vice assistant associate acting-deputy sub under regional local press")

// determiners and words that may stand before a role.
var articles = set("a an the its their his her our this that")

var prepositions = set("of for at with in from to on by within and")
