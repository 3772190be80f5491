package index

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/nlp/gazetteer"
)

// words translates what finds words of the text itself.
func (p *planner) words(q Query, k Kind) (Node, error) {
	switch k {
	case Document:
		return p.text(q, map[string]float64{FieldText: 1, FieldTitle: titleWeight})
	case Passage:
		return p.text(q, map[string]float64{FieldPassage: 1})
	case Entity:
		return p.plain(q, FieldName)
	}
	own, err := p.text(q, map[string]float64{FieldSentence: 1})
	if err != nil || p.same {
		return own, err
	}
	docs, err := p.text(q, map[string]float64{FieldText: 1, FieldTitle: titleWeight})
	return OrNode{[]Node{own, DocsNode{Kind: Document, Node: docs}}}, err
}

func sortedFields(m map[string]float64) []string {
	var out []string
	for f := range m {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}

// text finds q in Stemmed fields with their weights, in all languages.
func (p *planner) text(q Query, fields map[string]float64) (Node, error) {
	switch q := q.(type) {
	case Term:
		p.mark(mark{text: q.Text})
		return p.rows(q.Text, fields), nil
	case Phrase:
		p.mark(mark{text: q.Text})
		return p.rows(q.Text, fields), nil
	case Near:
		p.pairs++
		p.mark(mark{text: textOf(q.A), pair: p.pairs, distance: q.Distance})
		p.mark(mark{text: textOf(q.B), pair: p.pairs, distance: q.Distance})
		var out OrNode
		for _, f := range sortedFields(fields) {
			for _, lang := range p.langs {
				a, b := p.stemmed(textOf(q.A), lang), p.stemmed(textOf(q.B), lang)
				if len(a) > 0 && len(b) > 0 {
					out.Any = append(out.Any, NearNode{StemmedName(f, lang), a, b, q.Distance, 1})
				}
			}
		}
		return out, nil
	}
	return p.expanded(q, fields)
}

func (p *planner) mark(m mark) {
	if !slices.Contains(p.plan.marks, m) {
		p.plan.marks = append(p.plan.marks, m)
	}
}

func (p *planner) rows(text string, fields map[string]float64) Node {
	var out WordsNode
	for _, lang := range p.langs {
		words := p.stemmed(text, lang)
		if len(words) == 0 {
			continue
		}
		for _, f := range sortedFields(fields) {
			out.Rows = append(out.Rows, WordRow{StemmedName(f, lang), words, fields[f]})
		}
	}
	return out
}

func (p *planner) analyzer(lang string) *Analyzer {
	a := p.stems[lang]
	if a == nil {
		a = NewAnalyzer(lang)
		p.stems[lang] = a
	}
	return a
}

func (p *planner) stemmed(text, lang string) []string {
	var out []string
	p.analyzer(lang).Words(text, func(w Word) bool { out = append(out, w.Stem); return true })
	return out
}

func (p *planner) folded(text string) []string {
	var out []string
	p.analyzer("en").Words(text, func(w Word) bool { out = append(out, w.Exact); return true })
	return out
}

// expanded finds the words that a pattern stands for.
func (p *planner) expanded(q Query, fields map[string]float64) (Node, error) {
	pat, ok := patternOf(q)
	if !ok {
		return OrNode{}, nil
	}
	p.mark(mark{pattern: &pat})
	words, more, err := p.reader.Expand(p.ctx, pat, MaxExpansions)
	if err != nil {
		return nil, err
	}
	if more {
		p.plan.notes = append(p.plan.notes, fmt.Sprintf("%s stands for more than %d words: the most common ones were searched", q, MaxExpansions))
	}
	var list []string
	for _, w := range words {
		list = append(list, w.Word)
	}
	if _, whole := fields[FieldText]; whole {
		return AnyNode{FieldExact, list}, nil
	}
	var out OrNode
	for _, f := range sortedFields(fields) {
		for _, lang := range p.langs {
			var stems []string
			for _, w := range list {
				for _, s := range p.stemmed(w, lang) {
					if !slices.Contains(stems, s) {
						stems = append(stems, s)
					}
				}
			}
			out.Any = append(out.Any, AnyNode{StemmedName(f, lang), stems})
		}
	}
	return out, nil
}

// patternOf is the folded pattern of a Wildcard or Fuzzy.
func patternOf(q Query) (Pattern, bool) {
	switch q := q.(type) {
	case Wildcard:
		var b strings.Builder
		for piece := range cutKeep(q.Pattern) {
			if piece == "*" || piece == "?" {
				b.WriteString(piece)
				continue
			}
			s, _ := fold(piece)
			b.WriteString(s)
		}
		return Pattern{Text: b.String()}, b.Len() > 0
	case Fuzzy:
		s, _ := fold(q.Text)
		return Pattern{Text: s, Edits: q.Edits}, s != ""
	}
	return Pattern{}, false
}

// cutKeep yields the pieces of s between * and ?, and these.
func cutKeep(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for s != "" {
			i := strings.IndexAny(s, "*?")
			switch {
			case i < 0:
				i = len(s)
			case i == 0:
				i = 1
			}
			if !yield(s[:i]) {
				return
			}
			s = s[i:]
		}
	}
}

// plain finds q in a Plain field.
func (p *planner) plain(q Query, field string) (Node, error) {
	switch q := q.(type) {
	case Term, Phrase:
		p.mark(mark{text: textOf(q), exact: true})
		words := p.folded(textOf(q))
		if len(words) == 0 {
			return OrNode{}, nil
		}
		return WordsNode{[]WordRow{{field, words, 1}}}, nil
	case Near:
		return NearNode{field, p.folded(textOf(q.A)), p.folded(textOf(q.B)), q.Distance, 1}, nil
	}
	pat, ok := patternOf(q)
	if !ok {
		return OrNode{}, nil
	}
	p.mark(mark{pattern: &pat})
	pat.Field = field
	words, _, err := p.reader.Expand(p.ctx, pat, MaxExpansions)
	var list []string
	for _, w := range words {
		list = append(list, w.Word)
	}
	return AnyNode{field, list}, err
}

// ofDocument makes a node on documents one on records of kind k.
func ofDocument(n Node, err error, k Kind) (Node, error) {
	if k == Document || err != nil {
		return n, err
	}
	return DocsNode{Kind: Document, Node: n}, nil
}

// ofClaim makes a node on claims one on records of kind k.
func ofClaim(n Node, err error, k Kind) (Node, error) {
	if k == Claim || err != nil {
		return n, err
	}
	return DocsNode{Kind: Claim, Node: n}, nil
}

func (p *planner) field(q Field, k Kind) (Node, error) {
	value := textOf(q.Query)
	switch q.Name {
	case "text":
		n, err := p.text(q.Query, map[string]float64{FieldText: 1})
		return ofDocument(n, err, k)
	case "title":
		n, err := p.text(q.Query, map[string]float64{FieldTitle: 1})
		return ofDocument(n, err, k)
	case "author", "publisher":
		n, err := p.plain(q.Query, q.Name)
		return ofDocument(n, err, k)
	case "doc":
		n, err := p.plain(q.Query, FieldPath)
		n = OrNode{[]Node{KeyNode{KeyDoc, []string{value}}, n}}
		return ofDocument(n, err, k)
	case "claim", "what":
		n, err := p.text(q.Query, map[string]float64{FieldWhat: 1})
		return ofClaim(n, err, k)
	case "unit", "bound", "type", "in", "lang":
		return keyField(q.Name, value, k)
	}
	return p.name(q, k)
}

// keyField finds one of some words.
func keyField(name, value string, k Kind) (Node, error) {
	v, err := keyValue(name, value)
	switch name {
	case "unit":
		return ofClaim(KeyNode{KeyUnit, []string{v}}, err, k)
	case "bound":
		return ofClaim(KeyNode{KeyBound, []string{v}}, err, k)
	case "type":
		return KeyNode{KeyType, []string{v}}, err
	case "in":
		return KeyNode{KeyIn, []string{v}}, err
	}
	return ofDocument(KeyNode{KeyLanguage, []string{BaseLanguage(v)}}, err, k)
}

func (p *planner) interval(q Range, k Kind) (Node, error) {
	if q.Name == "value" {
		from, to := math.Inf(-1), math.Inf(1)
		if q.Low != "" {
			from, _ = strconv.ParseFloat(q.Low, 64)
		}
		if q.High != "" {
			to, _ = strconv.ParseFloat(q.High, 64)
		}
		return ofClaim(RangeNode{NumLow, NumHigh, from, to, q.Over, q.Under}, nil, k)
	}
	from, to := math.Inf(-1), math.Inf(1)
	if low, high, ok := Days(q.Low); ok {
		from = low
		if q.Over {
			from = high + 1
		}
	}
	if low, high, ok := Days(q.High); ok {
		to = high
		if q.Under {
			to = low - 1
		}
	}
	if q.Name == "asof" {
		return ofClaim(RangeNode{Low: NumTimeLow, High: NumTimeHigh, From: from, To: to}, nil, k)
	}
	return ofDocument(RangeNode{Low: NumDateLow, High: NumDateHigh, From: from, To: to}, nil, k)
}

// name finds an entity by any of its names.
func (p *planner) name(q Field, k Kind) (Node, error) {
	value := textOf(q.Query)
	switch q.Name {
	case "actor":
		ids, err := p.resolve(value, false, "actor")
		return KeyNode{KeyActor, ids}, err
	case "place":
		ids, err := p.resolve(value, true, "place")
		return KeyNode{KeyPlace, append(ids, "~"+gazetteer.Fold(value))}, err
	case "within":
		return p.within(value)
	case "from", "to":
		ids, err := p.resolve(value, true, "")
		n := KeyNode{map[string]string{"from": KeyFrom, "to": KeyTo}[q.Name], append(ids, "~"+gazetteer.Fold(value))}
		return ofClaim(n, err, k)
	case "source":
		ids, err := p.resolve(value, false, "")
		if err != nil {
			return nil, err
		}
		n, err := p.plain(q.Query, FieldSource)
		return ofClaim(OrNode{[]Node{KeyNode{KeySource, ids}, n}}, err, k)
	case "name":
		if k == Entity {
			return p.plain(q.Query, FieldName)
		}
		actors, err := p.resolve(value, false, "")
		if err != nil {
			return nil, err
		}
		places, err := p.resolve(value, true, "")
		return OrNode{[]Node{KeyNode{KeyActor, actors}, KeyNode{KeyPlace, places}}}, err
	}
	return nil, fmt.Errorf("the field %s: cannot be searched", q.Name)
}
