package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// MaxExpansions bounds the words that a pattern stands for, so that no query
// costs more.
const MaxExpansions = 512

// titleWeight is what a word in the title counts for in comparison to one in
// the text.
const titleWeight = 0.25

// A plan is a query ready for an engine.
type plan struct {
	kind   Kind
	node   Node
	byPart bool // of documents, by their passages: same:passage
	marks  []mark
	notes  []string
	inDoc  bool // asks for one document
}

// A mark is what to show in a hit: words in a row, a pattern, or two near.
type mark struct {
	text    string // to be analysed
	exact   bool   // by folded words, not stems
	capital bool   // only where it stands in capitals: IS, US
	pattern *Pattern
	// pair, if not 0, is one of two marks that count only with at most distance
	// words between them.
	pair, distance int
}

// planner turns a Query into a plan.
type planner struct {
	ctx    context.Context
	reader Reader
	langs  []string
	stems  map[string]*Analyzer
	plan   plan
	same   bool // same:passage
	pairs  int  // marked so far
}

// planQuery resolves q for the engine behind r. With any, words that stand
// side by side need not all be found.
func planQuery(ctx context.Context, r Reader, q Query, any bool) (*plan, error) {
	langs, err := r.Languages(ctx)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(langs, "en") {
		langs = append([]string{"en"}, langs...)
	}
	p := &planner{ctx: ctx, reader: r, langs: langs, stems: map[string]*Analyzer{}}
	if err := p.aim(q); err != nil {
		return nil, err
	}
	if and, ok := q.(And); any && ok {
		q = loosen(and, langs)
	}
	node, err := p.node(q, p.plan.kind)
	if err != nil {
		return nil, err
	}
	p.plan.node = node
	if p.same && p.plan.kind == Document {
		p.plan.byPart = true
	}
	return &p.plan, nil
}

// loosen makes one part of the plain words of q.
func loosen(q And, langs []string) Query {
	var words, rest []Query
	for _, part := range q.Parts {
		if _, ok := part.(Term); ok {
			words = append(words, part)
		} else {
			rest = append(rest, part)
		}
	}
	if len(words) < 2 {
		return q
	}
	return And{append([]Query{Or{dropEmptyWords(words, langs)}}, rest...)}
}

// Bag returns the query for a text that is written in no query language: any
// of its words, those that say nothing left out.
func Bag(text string) Query {
	var words []Query
	NewAnalyzer("en").Words(text, func(w Word) bool { words = append(words, Term{text[w.Start:w.End]}); return true })
	if q := combine(dropEmptyWords(words, []string{"en"}), func(l []Query) Query { return Or{l} }); q != nil {
		return q
	}
	return Or{}
}

// claimFields are fields that claims alone have.
var claimFields = map[string]bool{"claim": true, "what": true, "value": true, "from": true, "to": true, "source": true, "asof": true, "unit": true, "bound": true}

// aim finds what kind of records the query is about.
func (p *planner) aim(q Query) error {
	var named, claims, names bool
	var fail error
	walk(q, func(q Query) {
		name, value := fieldOf(q)
		switch {
		case name == "kind":
			k, ok := ParseKind(strings.ToLower(value))
			if !ok {
				fail = &SyntaxError{-1, "kind:" + value + " is not known", "write kind:document, kind:passage, kind:claim or kind:entity"}
			}
			if named && k != p.plan.kind {
				fail = &SyntaxError{-1, "kind: stands twice with different values", "search for one at a time"}
			}
			named, p.plan.kind = true, k
		case name == "same":
			if !strings.EqualFold(value, "passage") {
				fail = &SyntaxError{-1, "same:" + value + " is not known", "write same:passage"}
			}
			p.same = true
		case name == "doc":
			p.plan.inDoc = true
		case claimFields[name]:
			claims = true
		case name == "name":
			names = true
		case name == "type":
			value, _ = keyValue(name, value)
			names = names || slices.Contains([]string{"person", "org", "group", "place", "country", "region", "city"}, value)
			claims = claims || slices.Contains([]string{"count", "percent", "ratio", "money", "measure", "duration", "age", "change"}, value)
		}
	})
	if !named && claims {
		p.plan.kind = Claim
	} else if !named && names {
		p.plan.kind = Entity
	}
	return fail
}

// walk calls f with q and all its parts.
func walk(q Query, f func(Query)) {
	f(q)
	switch q := q.(type) {
	case And:
		for _, part := range q.Parts {
			walk(part, f)
		}
	case Or:
		for _, part := range q.Parts {
			walk(part, f)
		}
	case Not:
		walk(q.Query, f)
	}
}

func fieldOf(q Query) (name, value string) {
	switch q := q.(type) {
	case Field:
		return q.Name, textOf(q.Query)
	case Range:
		return q.Name, ""
	}
	return "", ""
}

func textOf(q Query) string {
	switch q := q.(type) {
	case Term:
		return q.Text
	case Phrase:
		return q.Text
	case Wildcard:
		return q.Pattern
	case Fuzzy:
		return q.Text
	}
	return ""
}

// isMeta reports whether q only says what to search, and finds nothing itself.
func isMeta(q Query) bool {
	f, ok := q.(Field)
	return ok && (f.Name == "kind" || f.Name == "same")
}

// wordless reports whether q is a mark that no text is searched for, such as the
// dash in what was pasted from one.
func (p *planner) wordless(q Query) bool {
	switch q.(type) {
	case Term, Phrase:
		return len(p.folded(textOf(q))) == 0
	}
	return false
}

// node translates q for records of kind k.
func (p *planner) node(q Query, k Kind) (Node, error) {
	if isMeta(q) {
		return EveryNode{}, nil
	}
	if p.same && p.plan.kind == Document && k == Document {
		n, err := p.node(q, Passage)
		return DocsNode{Passage, n, true}, err
	}
	switch q := q.(type) {
	case All:
		return EveryNode{}, nil
	case And:
		return p.and(q, k)
	case Or:
		return p.or(q, k)
	case Not:
		marks := p.plan.marks
		n, err := p.node(q.Query, k)
		p.plan.marks = marks
		return AndNode{Must: []Node{EveryNode{}}, Not: []Node{n}}, err
	case Term, Phrase, Near, Wildcard, Fuzzy:
		return p.words(q, k)
	case Range:
		return p.interval(q, k)
	case Around:
		return p.around(q)
	case Field:
		return p.field(q, k)
	}
	return nil, fmt.Errorf("the query holds %T, which is not known", q)
}

func (p *planner) or(q Or, k Kind) (Node, error) {
	var out OrNode
	for _, part := range q.Parts {
		n, err := p.node(part, k)
		if err != nil {
			return nil, err
		}
		out.Any = append(out.Any, n)
	}
	if near := p.together(q.Parts, k); near != nil {
		return AndNode{Must: []Node{out}, Should: near}, nil
	}
	return out, nil
}

// Words that stand side by side in the query score more where they stand near
// each other in the text (the sequential dependence of Metzler and Croft 2005,
// much simplified). How much was tuned on sentences and titles that find their
// documents again: more helps short queries and harms long ones.
const (
	nearDistance = 4
	nearWeight   = 0.05
	nearPairs    = 12
)

// together finds where plain words that are neighbours in a query are so in
// the text.
func (p *planner) together(parts []Query, k Kind) []Node {
	field := map[Kind]string{Document: FieldText, Passage: FieldPassage}[k]
	var out []Node
	for i := 1; i < len(parts) && field != "" && len(out) < nearPairs; i++ {
		a, okA := parts[i-1].(Term)
		b, okB := parts[i].(Term)
		if !okA || !okB || a == b {
			continue
		}
		for _, lang := range p.langs {
			x, y := p.stemmed(a.Text, lang), p.stemmed(b.Text, lang)
			if len(x) > 0 && len(y) > 0 {
				out = append(out, NearNode{StemmedName(field, lang), x, y, nearDistance, nearWeight})
			}
		}
	}
	return out
}

func (p *planner) and(q And, k Kind) (Node, error) {
	parts := slices.DeleteFunc(slices.Clone(q.Parts), isMeta)
	if some := slices.DeleteFunc(slices.Clone(parts), p.wordless); len(some) > 0 {
		parts = some
	}
	if len(parts) > 1 {
		parts = dropStopWords(parts, p.langs)
	}
	out := AndNode{Should: p.together(parts, k)}
	var claims []Query
	for _, part := range parts {
		if not, ok := part.(Not); ok {
			marks := p.plan.marks
			n, err := p.node(not.Query, k)
			if err != nil {
				return nil, err
			}
			p.plan.marks = marks
			out.Not = append(out.Not, n)
			continue
		}
		if name, _ := fieldOf(part); k != Claim && k != Entity && claimFields[name] {
			claims = append(claims, part) // all of one claim
			continue
		}
		n, err := p.node(part, k)
		if err != nil {
			return nil, err
		}
		key, isKey := n.(KeyNode)
		if _, ok := n.(RangeNode); ok || isKey && Schema[key.Field] != Counted {
			out.Filter = append(out.Filter, n)
		} else {
			out.Must = append(out.Must, n)
		}
	}
	if len(claims) > 0 {
		n, err := p.node(And{claims}, Claim)
		if err != nil {
			return nil, err
		}
		out.Filter = append(out.Filter, DocsNode{Kind: Claim, Node: n})
	}
	if len(out.Must)+len(out.Filter)+len(out.Not) == 1 && len(out.Must) == 1 {
		return out.Must[0], nil
	}
	if len(out.Must) == 0 {
		out.Must = []Node{EveryNode{}}
	}
	return out, nil
}
