package nlp

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// write turns the chosen candidates into mentions.
func (n *namer) write() {
	d := n.d
	d.Mentions = make([]doc.Mention, 0, len(n.cands))
	n.ids = make([]string, 0, len(n.cands)+len(n.cands)/2)
	s := 0
	outside := sync.OnceValue(n.outsideWorks)
	for i := range n.cands {
		c := &n.cands[i]
		for s+1 < len(d.Sentences) && d.Sentences[s].Last <= c.first {
			s++
		}
		if n.titleOnly(c, outside) {
			continue
		}
		if m, ok := n.mention(c, s); ok {
			d.Mentions = append(d.Mentions, m)
		}
	}
	slices.SortStableFunc(d.Mentions, func(a, b doc.Mention) int { return a.Start - b.Start })
}

// titleOnly reports whether a body that the model alone vouches for stands in the
// title of a work and nowhere else: "An Updated Assessment" is what the work is
// called, not who acts.
func (n *namer) titleOnly(c *cand, outside func() map[string]bool) bool {
	return c.typ == doc.Org && c.by == byModel && n.inWork(c) && !outside()[n.joined(c.first, c.last)]
}

// outsideWorks are the bodies that are named outside of titles of works.
func (n *namer) outsideWorks() map[string]bool {
	names := map[string]bool{}
	for i := range n.cands {
		if c := &n.cands[i]; c.typ == doc.Org && !n.inWork(c) {
			names[n.joined(c.first, c.last)] = true
		}
	}
	return names
}

// inWork reports whether each word of a candidate stands in the title of a work,
// in quotation marks or cited in a note.
func (n *namer) inWork(c *cand) bool {
	if n.inCitedTitle(c) {
		return true
	}
	for i := c.first; i < c.last; i++ {
		if !n.traits[i].has(tWork) {
			return false
		}
	}
	return true
}

// inCitedTitle reports whether a candidate stands in a note in the title that it
// cites, and is neither its publisher nor the journal.
func (n *namer) inCitedTitle(c *cand) bool {
	at := n.d.Tokens[c.first].Start
	notes := n.d.Notes
	i := sort.Search(len(notes), func(i int) bool { return notes[i].End > at })
	if i == len(notes) || notes[i].Start > at || n.opensNote(c) {
		return false
	}
	text := n.joined(c.first, c.last)
	return slices.ContainsFunc(notes[i].Refs, func(r doc.Reference) bool {
		return strings.Contains(r.Title, text) && !strings.Contains(r.In, text) && !strings.Contains(r.Publisher, text)
	})
}

// opensNote reports whether a candidate stands where a note names its author:
// "[4] Ministère des Eaux, Loi de 2022".
func (n *namer) opensNote(c *cand) bool {
	first := n.d.Sentences[n.sentenceOf(c.first)].First
	for first < c.first && !n.traits[first].any(tCap|tLower) {
		first++
	}
	return first == c.first && n.word(c.last) == ","
}

func (n *namer) mention(c *cand, sentence int) (m doc.Mention, ok bool) {
	d := n.d
	first, last := d.Tokens[c.first], d.Tokens[c.last-1]
	m = doc.Mention{
		Span: doc.Span{Start: first.Start, End: last.End},
		Type: c.typ, Sentence: sentence, First: c.first, Last: c.last,
		By: finderNames[c.by], Score: float32(min(c.power, 100)) / 100,
	}
	b := d.BlockAt(first.Start)
	if b < 0 {
		return m, false
	}
	m.In = d.Blocks[b].Kind
	if !d.Blocks[b].Contains(m.Span) { // torn by another block: the first piece stands for it
		for k := c.first; k < c.last && d.Blocks[b].Contains(d.Tokens[k].Span); k++ {
			m.End = d.Tokens[k].End
		}
		m.Text = n.joined(c.first, c.last)
	} else if n.broken(c.first, c.last) {
		m.Text = n.joined(c.first, c.last)
	}
	if c.surname {
		m.Text = n.givenFirst(c)
	}
	if c.repair != "" {
		m.Text, m.Repair = c.text, c.repair
	}
	m.Form = n.form(c)
	n.keys(&m, c)
	if c.typ == doc.Person {
		m.Title = n.titleBefore(c)
	}
	return m, true
}

// broken reports whether the words do not stand as they are to be understood: a
// line ends between them, or a pass noted another spelling.
func (n *namer) broken(first, last int) bool {
	for i := first; i < last; i++ {
		if n.d.Tokens[i].Norm != "" {
			return true
		}
		if i > first && n.brokenBefore(i) {
			return true
		}
	}
	return false
}

// joined is the name with single blanks.
func (n *namer) joined(first, last int) string {
	var b strings.Builder
	for i := first; i < last; i++ {
		if i > first && !n.glued(i) {
			b.WriteByte(' ')
		}
		b.WriteString(n.words[i])
	}
	return b.String()
}

// givenFirst is a name written "Holm, C." in its usual order.
func (n *namer) givenFirst(c *cand) string {
	for i := c.first; i < c.last; i++ {
		if n.words[i] == "," {
			return n.joined(i+1, c.last) + " " + n.joined(c.first, i)
		}
	}
	return ""
}

func (n *namer) form(c *cand) doc.Form {
	switch {
	case c.form != doc.FullName:
		if c.form == doc.ShortName && n.traits[c.first].has(tCaps) && c.last-c.first == 1 {
			return doc.Acronym
		}
		return c.form
	case c.last-c.first == 1 && c.typ == doc.Person:
		return doc.ShortName
	case c.last-c.first == 1 && n.traits[c.first].has(tCaps) && len(n.words[c.first]) <= 8 && c.typ != doc.Group:
		return doc.Acronym
	}
	if h := n.hit(c.first); h != nil && h.Start == c.first && h.End == c.last {
		switch h.Matches[0].Alias {
		case gazetteer.Acronym:
			return doc.Acronym
		case gazetteer.Short, gazetteer.Conditional:
			return doc.ShortName
		}
	}
	return doc.FullName
}

// keys lists the entries that the name may mean.
func (n *namer) keys(m *doc.Mention, c *cand) {
	h := n.hit(c.first)
	if h == nil || h.Start != c.first || h.End != c.last {
		h = nil
		if c.hit >= 0 && c.hit < len(n.hits) {
			h = &n.hits[c.hit]
		}
	}
	if h == nil {
		return
	}
	from := len(n.ids)
	for _, match := range h.Matches {
		demonym := match.Alias == gazetteer.DemonymAdj || match.Alias == gazetteer.DemonymNoun
		switch {
		case match.Alias == gazetteer.Conditional && !n.named[match.Entry]:
			continue // an acronym of several, none of which the document names
		case c.form == doc.Adjective && !demonym, c.typ == doc.Place && c.form != doc.Adjective && demonym:
			continue
		case match.Entry.Kind.Type() != c.typ.String() && !demonym:
			continue
		case c.typ != doc.Group && demonym && c.form != doc.Adjective:
			continue
		}
		if !slices.Contains(n.ids[from:], match.Entry.ID) {
			n.ids = append(n.ids, match.Entry.ID)
		}
	}
	if len(n.ids) > from {
		m.Keys = n.ids[from:len(n.ids):len(n.ids)]
	}
}

// titleEnding returns the number of tokens of a title that ends before token
// first, which must lie in the sentence.
func (n *namer) titleEnding(first int) int {
	start := n.d.Sentences[n.sentenceOf(first)].First
	for try := min(6, first-start); try > 0; try-- {
		if n.traits[first-try].has(tCap) && titleAt(n.words[first-try:first]) == try {
			return try
		}
	}
	return 0
}

// titleBefore returns the title that stands before a person's name.
func (n *namer) titleBefore(c *cand) doc.Span {
	k := max(c.title, n.titleEnding(c.first))
	if k == 0 {
		return doc.Span{}
	}
	first, last := n.d.Tokens[c.first-k], n.d.Tokens[c.first-1]
	if last.End <= first.Start {
		return doc.Span{}
	}
	return doc.Span{Start: first.Start, End: last.End}
}
