package claim

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/thread"
)

// How many names and topics a document is known by, how often it must name one (the title
// and the first sentences count for more), and how much of a long one is read.
const (
	maxAbout   = 24
	openWeight = 2
	aboutReach = 6000 // tokens
)

// about gives the words by which the document can be told from others: those of the names
// that it tells most, and the common nouns, the most frequent first.
func (s *scholar) about() (names, topics []string) {
	name, topic := map[string]int{}, map[string]int{}
	opened := s.rd.opened
	for k := range s.d.Sentences {
		sent := &s.d.Sentences[k]
		weight := 1
		switch kind := blockKind(s.d, sent.Block); {
		case kind == doc.Footnote || kind == doc.Bibliography || kind == doc.Boilerplate:
			continue
		case kind == doc.Title || kind == doc.Heading && sent.Start < maxHead || k < opened:
			weight = 1 + openWeight
		}
		if sent.First > aboutReach {
			break
		}
		for t := sent.First; t < min(sent.Last, len(s.d.Tokens)); t++ {
			if k == 0 && s.d.Tokens[t].Tag == doc.LParen && t+2 < sent.Last && s.d.Tokens[t+2].Tag == doc.RParen {
				t += 2 // the agency in a dateline
				continue
			}
			s.aboutWord(t, weight, t == sent.First, name, topic)
		}
	}
	names = mostTold(name)
	return slices.DeleteFunc(names, ofCountry), mostTold(topic) // countries tell less: see Focus
}

// aboutWord counts token t, the first of its sentence where first is set.
func (s *scholar) aboutWord(t, weight int, first bool, name, topic map[string]int) {
	raw := s.d.Word(t)
	r, _ := utf8.DecodeRuneInString(raw)
	low := strings.ToLower(raw)
	switch tag := s.d.Tokens[t].Tag; {
	case len(low) < 3 || !unicode.IsLetter(r) || calendarWords[low] || tag == doc.DT || tag == doc.IN:
	case unicode.IsUpper(r) && (!first || tag == doc.NNP || tag == doc.NNPS):
		name[low] += weight
	case tag == doc.NN || tag == doc.NNS || first && tag.IsNoun():
		if w := singular(low); !bareNouns[w] && !vagueTopics[w] && words.senses[low]&(document|human|body) == 0 {
			topic[w] += weight
		}
	}
}

// mostTold lists the words counted most, sorted by count and word.
func mostTold(count map[string]int) []string {
	var list []string
	for w := range count {
		list = append(list, w)
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b)) })
	return list[:min(len(list), maxAbout)]
}

// calendarWords are names of no one.
var calendarWords = wordSet("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
	"monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun")

// vagueTopics tell nothing of what a document is about.
var vagueTopics = wordSet("person people man woman year month week day hour time number figure percent per cent part place way thing area region country city town county state " +
	"government official spokesman spokeswoman minister ministry authority statement report news today yesterday morning evening night end start case million billion thousand hundred " +
	"total share rate amount cost group member other one some most lot half third quarter rest")

// How many words round a figure are kept, and how far from it they may stand.
const maxTold, toldReach = 14, 30

// wordsTold gives the words of the statement about figure f that say what it counts: those
// that stand nearer to it than to another figure, and the others.
func (v *view) wordsTold(f int, c *doc.Claim) (near, wide []string) {
	lo, hi := max(0, v.first[f]-toldReach), min(len(v.w), v.last[f]+toldReach)
	for k := v.first[f] - 1; k >= lo; k-- {
		if v.breaks(k) {
			lo = k + 1
		}
	}
	for k := v.last[f]; k < hi; k++ {
		if v.breaks(k) {
			hi = k
		}
	}
	from, to := lo, hi
	for k := v.first[f] - 1; k >= lo; k-- {
		if v.w[k].figure >= 0 && v.w[k].number {
			from = k + 1
			break
		}
	}
	for k := v.last[f]; k < hi; k++ {
		if v.w[k].figure >= 0 && v.w[k].number {
			to = k
			break
		}
	}
	for k := lo; k < hi; k++ {
		if !v.telling(k, c) {
			continue
		}
		w := v.w[k].low
		if k >= from && k < to {
			near = append(near, w)
		} else {
			wide = append(wide, w)
		}
	}
	return near[:min(len(near), maxTold)], wide[:min(len(wide), maxTold)]
}

// breaks reports whether word k parts two statements.
func (v *view) breaks(k int) bool { return v.is(k, ";") || v.has(k, partsOff) }

// telling reports whether word k may say what claim c counts: a noun, verb or adjective
// that is no number and not of those who say so.
func (v *view) telling(k int, c *doc.Claim) bool {
	w := &v.w[k]
	if w.number || len(w.low) < 3 || w.sense&auxiliary != 0 || calendarWords[w.low] || v.d.Tokens[w.tok].Overlaps(c.SourceSpan) {
		return false
	}
	if w.sense&(says|counts) != 0 && w.mention < 0 && w.tag.IsVerb() {
		return false
	}
	return w.mention >= 0 || w.tag.IsNoun() || w.tag.IsAdjective() || w.tag.IsVerb() || w.low == "without" || w.low == "not"
}

// tell gives r the noun that heads what it counts, and the words round its claim: those of label and header for a cell.
func (s *scholar) tell(r *thread.Record, c *doc.Claim, f int) {
	fields := countedWords(bareArea(c.What))
	if n := headOf(fields); n > 0 && !s.borrowed(c) {
		r.Counted = fields[n-1]
	}
	r.Norm = c.Norm
	if f >= 0 {
		r.Near, r.Wide = s.v.wordsTold(f, c)
		return
	}
	list := wordsOf(c.ColumnLabel + " " + c.RowLabel + " " + s.tableWords(c.Table))
	for _, w := range list {
		if len(w) > 2 && len(r.Near) < maxTold && !slices.Contains(r.Near, w) {
			r.Near = append(r.Near, w)
		}
	}
}

// ofCountry reports whether a word is the name of a country or of its people.
func ofCountry(w string) bool {
	w = titled(w)
	if e, _, _ := gazetteer.Default().Demonym(w); e != nil {
		return true
	}
	for _, m := range gazetteer.Default().Lookup(w) {
		if m.Entry.Kind.Subtype() == "country" {
			return true
		}
	}
	return false
}

// realm is the country that most of the places and peoples which the document names are
// of, "" if it names none.
func (s *scholar) realm() string {
	count, best := map[string]int{}, ""
	for i := range s.d.Mentions {
		_, country, _ := s.rd.homeOf(i)
		if country == "" {
			continue
		}
		w, _ := s.rd.homeWeight(i)
		count[country] += w
		if s.rd.inHead(i) {
			count[country] += openWeight
		}
	}
	for c, n := range count {
		if best == "" || n > count[best] || n == count[best] && c < best {
			best = c
		}
	}
	return best
}
