package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/nlp/gazetteer"
)

// nearest returns words of the documents that word may be misspelt for, the
// nearest and most common first: with one letter wrong or two changed about,
// in long words with two letters wrong.
func nearest(ctx context.Context, r Reader, word string) ([]Expansion, error) {
	n := len([]rune(word))
	if n < 4 {
		return nil, nil
	}
	words, _, err := r.Expand(ctx, Pattern{Text: word, Edits: 2}, MaxExpansions)
	words = slices.DeleteFunc(words, func(e Expansion) bool { return e.Edits > 1 && n < 7 && !transposed(word, e.Word) })
	for i := range words {
		if transposed(word, words[i].Word) {
			words[i].Edits = 1
		}
	}
	slices.SortStableFunc(words, func(a, b Expansion) int { return cmp.Or(a.Edits-b.Edits, b.Docs-a.Docs) })
	return words, err
}

// transposed reports whether a and b differ in two neighbours that have changed
// places.
func transposed(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
		}
	}
	return false
}

// suggestion returns q with words that no document holds replaced by the most
// common of the nearest that some hold; nil if that changes nothing.
func suggestion(ctx context.Context, r Reader, q Query) (*string, error) {
	s := &speller{ctx: ctx, r: r, a: NewAnalyzer("en")}
	fixed := s.query(q)
	if s.err != nil || !s.changed {
		return nil, s.err
	}
	out := fixed.String()
	return &out, nil
}

type speller struct {
	ctx     context.Context
	r       Reader
	a       *Analyzer
	changed bool
	err     error // the first
}

// text returns text with its misspelt words replaced.
func (s *speller) text(text string) string {
	var b strings.Builder
	at := 0
	for _, w := range s.a.All(text) {
		if right := s.word(w.Exact); right != w.Exact {
			b.WriteString(text[at:w.Start] + right)
			at = w.End
			s.changed = true
		}
	}
	return b.String() + text[at:]
}

func (s *speller) word(word string) string {
	known, _, err := s.r.Expand(s.ctx, Pattern{Text: word}, 1)
	s.err = cmp.Or(s.err, err)
	if s.err != nil || len(known) > 0 {
		return word
	}
	words, err := nearest(s.ctx, s.r, word)
	s.err = cmp.Or(s.err, err)
	stem := s.a.forms(word).stem
	if len(words) == 0 || slices.ContainsFunc(words, func(e Expansion) bool { return s.a.forms(e.Word).stem == stem }) {
		return word // another of its forms is found
	}
	return words[0].Word
}

// query returns q with its plain words put right.
func (s *speller) query(q Query) Query {
	switch q := q.(type) {
	case Term:
		return Term{s.text(q.Text)}
	case Phrase:
		return Phrase{s.text(q.Text)}
	case Near:
		return Near{s.query(q.A), s.query(q.B), q.Distance}
	case Field:
		if Fields[q.Name] == TextField && q.Name != "doc" {
			return Field{q.Name, s.query(q.Query)}
		}
	case And:
		return And{s.all(q.Parts)}
	case Or:
		return Or{s.all(q.Parts)}
	}
	return q
}

func (s *speller) all(parts []Query) []Query {
	out := make([]Query, len(parts))
	for i, p := range parts {
		out[i] = s.query(p)
	}
	return out
}

// similar is the name of the entity that name may be misspelt for, "" if there
// is none.
func (p *planner) similar(name string, kinds []string) (string, error) {
	var all AndNode
	for _, w := range p.folded(name) {
		words := []string{w}
		list, err := nearest(p.ctx, p.reader, w)
		if err != nil {
			return "", err
		}
		for _, e := range list {
			words = append(words, e.Word)
		}
		all.Must = append(all.Must, AnyNode{FieldName, words})
	}
	if len(all.Must) == 0 {
		return "", nil
	}
	all.Filter = []Node{KeyNode{KeyType, kinds}}
	f, err := p.reader.Find(p.ctx, Search{Kind: Entity, Node: all, Sort: Largest, Limit: 1})
	if err != nil || f.Total == 0 {
		return "", err
	}
	list, err := p.reader.Get(p.ctx, idsOf(f))
	if err != nil {
		return "", err
	}
	return list[0].Card.Title, nil
}

// advice are notes on what the query may have meant.
func (s *session) advice(q Query) ([]string, error) {
	var notes []string
	parts := []Query{q}
	if and, ok := q.(And); ok {
		parts = and.Parts
	}
	var words []string
	for i, p := range parts {
		t, ok := p.(Term)
		if !ok {
			words = append(words, "", "") // more than a name
			continue
		}
		words = append(words, t.Text)
		if i > 0 && i+1 < len(parts) {
			switch t.Text {
			case "or":
				notes = append(notes, "or in small letters is a word like others: OR finds either")
			case "not":
				notes = append(notes, "not in small letters is a word like others: NOT leaves out what comes behind it")
			case "near":
				notes = append(notes, "near alone is a word like others: near/5 wants two words at most five words apart")
			}
		}
	}
	if ph, ok := q.(Phrase); ok {
		words = []string{ph.Text}
	}
	if or, ok := q.(Or); ok && !strings.Contains(s.req.Query, "(") {
		if note := onePartOnly(or); note != "" {
			notes = append(notes, note)
		}
	}
	if figures := figuresAsked(s.req.Query); figures != nil {
		n, err := s.total(figures)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			notes = append(notes, fmt.Sprintf("%s finds it as a figure, however it is written: %s", figures, counted(n, Claim)))
		}
	}
	name := strings.Join(words, " ")
	if len(words) > 5 || slices.Contains(words, "") {
		return notes, nil
	}
	note, err := s.otherNames(name)
	if note != "" {
		notes = append(notes, note)
	}
	return notes, err
}

// amount is a number in a query that is plainly a figure: with a currency, a
// percent sign or a word that tells its size.
var amount = regexp.MustCompile(`(?i)([$€£])\s?(\d[\d,]*(?:\.\d+)?)\s?(thousand|million|billion|trillion|bn)?\b|(\d[\d,]*(?:\.\d+)?)\s?(%|percent\b|per cent\b|thousand\b|million\b|billion\b|trillion\b)`)

// figuresAsked is the query for claims with the one amount that the text of a
// query names, nil if it names none or asks for fields.
func figuresAsked(text string) Query {
	found := amount.FindAllStringSubmatch(text, 2)
	if len(found) != 1 || strings.Contains(text, ":") {
		return nil
	}
	m := found[0]
	before, digits, behind := m[1], m[2]+m[4], strings.ToLower(m[3]+m[5])
	n, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	if err != nil {
		return nil
	}
	unit, scale := otherValues["unit"][before], scales[behind]
	if scale == 0 {
		unit, scale = "percent", 1
	}
	value := strconv.FormatFloat(n*scale, 'f', -1, 64)
	parts := []Query{Range{Name: "value", Low: value, High: value}}
	if unit != "" {
		parts = append(parts, Field{"unit", Term{unit}})
	}
	return combine(parts, func(l []Query) Query { return And{l} })
}

// onePartOnly says that what a query without brackets asks of a field it asks
// of one of its alternatives alone, "" if it is not so: AND binds more than OR.
func onePartOnly(or Or) string {
	only := -1
	var fields []Query
	rest := make([]Query, len(or.Parts))
	for i, p := range or.Parts {
		and, ok := p.(And)
		if !ok {
			and = And{[]Query{p}}
		}
		var words []Query
		for _, part := range and.Parts {
			if name, _ := fieldOf(part); name == "" {
				words = append(words, part)
			} else if fields = append(fields, part); only >= 0 && only != i {
				return "" // several ask something
			} else {
				only = i
			}
		}
		if rest[i] = combine(words, func(l []Query) Query { return And{l} }); rest[i] == nil {
			return ""
		}
	}
	if only < 0 {
		return ""
	}
	asked := And{fields}
	return fmt.Sprintf("%s is asked of %s alone: (%s) %s asks it of all", asked, rest[only], Or{rest}, asked)
}

// otherNames tells how to find what is called name by its other names too.
func (s *session) otherNames(name string) (string, error) {
	folded := gazetteer.Fold(name)
	f, err := s.r.Find(s.ctx, Search{Kind: Entity, Node: KeyNode{KeyNames, []string{folded}}, Sort: Largest, Limit: 1})
	if err != nil || f.Total == 0 {
		return "", err
	}
	list, err := s.r.Get(s.ctx, idsOf(f))
	if err != nil || list[0].Card.Entity == nil {
		return "", err
	}
	card := list[0].Card
	field := "actor"
	if card.Entity.Type == "PLACE" {
		field = "place"
	}
	// Where one name holds the other, finding the words finds both.
	apart := func(a string) bool { return !strings.Contains(" "+gazetteer.Fold(a)+" ", " "+folded+" ") }
	if i := slices.IndexFunc(card.Entity.Aliases, apart); i >= 0 {
		return fmt.Sprintf("%s:%s finds it by its other names too, such as %s", field, bare(card.Title), card.Entity.Aliases[i]), nil
	}
	if apart(card.Title) {
		return fmt.Sprintf("%s:%s finds it by all of its names", field, bare(card.Title)), nil
	}
	return "", nil
}

// explainParts bounds how many parts of a query are left out in turn.
const explainParts = 8

// explain tells, where a query of several parts finds nothing, which part left
// out finds something.
func (s *session) explain(q Query, k Kind) ([]string, error) {
	and, ok := q.(And)
	if !ok {
		return s.elsewhere(q, k)
	}
	parts := slices.DeleteFunc(slices.Clone(and.Parts), func(p Query) bool { name, _ := fieldOf(p); return name == "kind" })
	if len(parts) < 2 || len(parts) > explainParts {
		return nil, nil
	}
	var notes []string
	for i, left := range parts {
		rest := append(slices.Delete(slices.Clone(parts), i, i+1), Field{"kind", Term{k.String()}})
		n, err := s.total(And{rest})
		if err != nil {
			return nil, err
		}
		if n > 0 {
			notes = append(notes, fmt.Sprintf("without %s: %s", left, counted(n, k)))
		}
	}
	return notes, nil
}

// elsewhere tells, where a query of one part finds nothing, what there is
// instead.
func (s *session) elsewhere(q Query, k Kind) ([]string, error) {
	switch q := q.(type) {
	case Near:
		n, err := s.total(And{[]Query{q.A, q.B}})
		if err != nil || n == 0 {
			return nil, err
		}
		return []string{fmt.Sprintf("they do not stand so near each other; %s %s: %s", q.A, q.B, counted(n, k))}, nil
	case Range:
		if k == Document && q.Name == "date" {
			return s.dated()
		}
	case Around:
		return []string{fmt.Sprintf("no city that is named here lies within %v km of %s", q.Km, q.Name)}, nil
	case Field:
		return s.fieldElsewhere(q, k)
	}
	return nil, nil
}

// fieldElsewhere is elsewhere for one field.
func (s *session) fieldElsewhere(q Field, k Kind) ([]string, error) {
	switch {
	case q.Name == "within":
		return s.withinNothing(textOf(q.Query))
	case q.Name == "lang" && k == Document:
		langs, err := s.r.Languages(s.ctx)
		if err != nil || len(langs) == 0 {
			return nil, err
		}
		return []string{"the documents are in: " + strings.Join(langs, ", ")}, nil
	case k != Document || Fields[q.Name] != TextField || q.Name == "doc":
		return nil, nil
	}
	n, err := s.total(q.Query)
	if err != nil || n == 0 {
		return nil, err
	}
	return []string{fmt.Sprintf("nothing has it as %s; in the text, %s: %s", q.Name, q.Query, counted(n, k))}, nil
}

// withinNothing says that no place lies in the one called name, and which one
// may have been meant.
func (s *session) withinNothing(name string) ([]string, error) {
	note := fmt.Sprintf("no place that is named here lies in %q", name)
	p := &planner{ctx: s.ctx, reader: s.r, langs: []string{"en"}, stems: map[string]*Analyzer{}}
	other, err := p.similar(name, entityTypes(true))
	if other != "" {
		note += fmt.Sprintf(": did you mean within:%s?", bare(other))
	}
	return []string{note}, err
}

// dated tells from when to when the documents are.
func (s *session) dated() ([]string, error) {
	every := RangeNode{Low: NumDateLow, High: NumDateHigh, From: math.Inf(-1), To: math.Inf(1)}
	var ends []string
	total := 0
	for _, sort := range []Sort{Oldest, Newest} {
		f, err := s.r.Find(s.ctx, Search{Kind: Document, Node: every, Sort: sort, Limit: 1})
		if err != nil {
			return nil, err
		}
		list, err := s.r.Get(s.ctx, idsOf(f))
		if err != nil {
			return nil, err
		}
		for _, r := range list {
			ends = append(ends, r.Card.Date)
		}
		total = f.Total
	}
	if len(ends) < 2 {
		return []string{"no document has a date"}, nil
	}
	return []string{fmt.Sprintf("%s with a date, from %s to %s", counted(total, Document), ends[0], ends[1])}, nil
}

// total is how many records q finds.
func (s *session) total(q Query) (int, error) {
	p, err := planQuery(s.ctx, s.r, q, false)
	if err != nil {
		return 0, err
	}
	f, err := s.r.Find(s.ctx, Search{Kind: p.kind, Node: s.restricted(p)})
	if err != nil {
		return 0, err
	}
	return f.Total, nil
}

func counted(n int, k Kind) string {
	switch {
	case n == 1:
		return "1 " + k.String()
	case k == Entity:
		return fmt.Sprintf("%d entities", n)
	}
	return fmt.Sprintf("%d %ss", n, k)
}

// speaksOf returns q with what figures are to count asked of their sentences
// and documents instead; ok is false if it asks for no such thing.
func speaksOf(q Query) (loose Query, ok bool) {
	switch q := q.(type) {
	case Field:
		if q.Name == "claim" || q.Name == "what" {
			return And{[]Query{q.Query, Field{"kind", Term{"claim"}}}}, true
		}
	case And:
		var parts []Query
		for _, p := range q.Parts {
			name, value := fieldOf(p)
			switch {
			case name == "kind" && !strings.HasPrefix(strings.ToLower(value), "claim"):
				return nil, false
			case name == "kind":
				continue
			case name == "claim" || name == "what":
				ok = true
				p = p.(Field).Query
			}
			parts = append(parts, p)
		}
		return And{append(parts, Field{"kind", Term{"claim"}})}, ok
	}
	return nil, false
}
