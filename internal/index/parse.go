package index

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a query, so that none costs more than a bound.
const (
	MaxQueryBytes = 4096
	MaxClauses    = 256
	MaxDepth      = 32
)

// A SyntaxError says where a query cannot be understood and what to write.
type SyntaxError struct {
	At   int    // byte offset in the query
	Text string // what is wrong
	Hint string // what to write instead, "" if unknown
}

// Error returns the message with its position, counted from 1.
func (e *SyntaxError) Error() string {
	s := fmt.Sprintf("query, character %d: %s", e.At+1, e.Text)
	if e.Hint != "" {
		s += ": " + e.Hint
	}
	return s
}

// FieldKind says how the values of a field are read.
type FieldKind uint8

// The kinds of fields.
const (
	TextField FieldKind = iota
	KeyField            // one of some words
	NameField           // an entity by any of its names
	NumberField
	DateField
)

// Fields are the fields that a query may name, with how their values are read.
var Fields = map[string]FieldKind{
	"title": TextField, "author": TextField, "publisher": TextField, "claim": TextField, "what": TextField, "text": TextField,
	"doc": TextField, "name": TextField,
	"in": KeyField, "kind": KeyField, "same": KeyField, "unit": KeyField, "bound": KeyField, "lang": KeyField, "type": KeyField,
	"actor": NameField, "place": NameField, "within": NameField, "from": NameField, "to": NameField, "source": NameField,
	"near-place": NameField,
	"value":      NumberField, "year": DateField, "date": DateField, "asof": DateField,
}

// Parse reads a query. The error is a *SyntaxError.
//
// Words stand for documents that hold them all; "…" is a phrase; OR, NOT (or -)
// and brackets combine; word* and wo?d leave letters open; word~1 allows for a
// slip; a near/5 b wants both within five words; name:value asks a field.
func Parse(s string) (Query, error) {
	if len(s) > MaxQueryBytes {
		return nil, &SyntaxError{MaxQueryBytes, "the query is too long", "use analyze search --batch for lists of queries"}
	}
	if !utf8.ValidString(s) {
		return nil, &SyntaxError{0, "the query is no UTF-8", ""}
	}
	p := &parser{s: s}
	q, err := p.or(0)
	if err != nil {
		return nil, err
	}
	if p.blank(); p.at < len(s) {
		return nil, p.errorf("a closing bracket without an opening one", "remove it")
	}
	if q == nil {
		return All{}, nil
	}
	return q, nil
}

type parser struct {
	s       string
	at      int
	clauses int
}

func (p *parser) errorf(text, hint string) error { return &SyntaxError{p.at, text, hint} }

func (p *parser) blank() {
	for p.at < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.at:])
		if !unicode.IsSpace(r) {
			return
		}
		p.at += n
	}
}

// keyword consumes word, in capitals, if it stands next.
func (p *parser) keyword(word string) bool {
	p.blank()
	rest, ok := strings.CutPrefix(p.s[p.at:], word)
	if !ok || rest != "" && !strings.ContainsAny(rest[:1], " \t\n(\"") {
		return false
	}
	p.at += len(word)
	return true
}

func (p *parser) or(depth int) (Query, error) {
	if depth > MaxDepth {
		return nil, p.errorf("brackets are nested too deep", fmt.Sprintf("at most %d", MaxDepth))
	}
	var parts []Query
	for {
		q, err := p.and(depth)
		if err != nil {
			return nil, err
		}
		at := p.at
		more := p.keyword("OR")
		if q == nil && (more || len(parts) > 0) {
			p.at = at
			return nil, p.errorf("OR has nothing on one side", `put a word there, or "OR" in quotes to find the word itself`)
		}
		if q != nil {
			parts = append(parts, q)
		}
		if !more {
			return combine(parts, func(l []Query) Query { return Or{l} }), nil
		}
	}
}

func combine(parts []Query, of func([]Query) Query) Query {
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return of(parts)
}

func (p *parser) and(depth int) (Query, error) {
	var parts []Query
	for {
		at := p.at
		if p.keyword("AND") {
			if len(parts) == 0 {
				p.at = at
				return nil, p.errorf("AND has nothing before it", `put a word there, or "AND" in quotes to find the word itself`)
			}
			before := p.at
			q, err := p.unary(depth)
			if err != nil {
				return nil, err
			}
			if q == nil {
				p.at = before
				return nil, p.errorf("AND has nothing behind it", "put a word there")
			}
			parts = append(parts, q)
			continue
		}
		q, err := p.unary(depth)
		if err != nil {
			return nil, err
		}
		if q == nil {
			return combine(parts, func(l []Query) Query { return And{l} }), nil
		}
		parts = append(parts, q)
	}
}

func (p *parser) unary(depth int) (Query, error) {
	p.blank()
	start := p.at
	negative := p.keyword("NOT")
	if !negative && strings.HasPrefix(p.s[p.at:], "-") && len(p.s) > p.at+1 && p.s[p.at+1] != ' ' {
		p.at++
		negative = true
	}
	if negative {
		q, err := p.near(depth)
		if err != nil {
			return nil, err
		}
		if q == nil {
			p.at = start
			return nil, p.errorf("NOT has nothing behind it", "put a word there")
		}
		return Not{q}, nil
	}
	return p.near(depth)
}

var nearWord = regexp.MustCompile(`^(?i)near/([0-9]{1,3})(?:\s|$)`)

func (p *parser) near(depth int) (Query, error) {
	a, err := p.primary(depth)
	if err != nil || a == nil {
		return a, err
	}
	p.blank()
	m := nearWord.FindStringSubmatch(p.s[p.at:])
	if m == nil {
		return a, nil
	}
	at := p.at
	p.at += len("near/") + len(m[1])
	n, _ := strconv.Atoi(m[1])
	b, err := p.primary(depth)
	if err != nil {
		return nil, err
	}
	if !plain(a) || !plain(b) {
		p.at = at
		return nil, p.errorf("near/ stands between two words or phrases", `write for example: return near/5 "foreign fighters"`)
	}
	return Near{a, b, n}, nil
}

func plain(q Query) bool {
	switch q.(type) {
	case Term, Phrase:
		return true
	}
	return false
}

func (p *parser) primary(depth int) (Query, error) {
	p.blank()
	if p.at >= len(p.s) || p.s[p.at] == ')' || p.ahead("OR") || p.ahead("AND") {
		return nil, nil
	}
	if p.clauses++; p.clauses > MaxClauses {
		return nil, p.errorf("the query has too many parts", fmt.Sprintf("at most %d", MaxClauses))
	}
	switch p.s[p.at] {
	case '(':
		open := p.at
		p.at++
		q, err := p.or(depth + 1)
		if err != nil {
			return nil, err
		}
		if p.blank(); p.at >= len(p.s) {
			p.at = open
			return nil, p.errorf("this bracket is not closed", "add )")
		}
		p.at++
		if q == nil {
			p.at = open
			return nil, p.errorf("there is nothing between the brackets", "put a word there")
		}
		return q, nil
	case '"':
		s, err := p.quoted()
		return Phrase{s}, err
	}
	return p.word()
}

func (p *parser) ahead(word string) bool {
	at := p.at
	ok := p.keyword(word)
	p.at = at
	return ok
}

func (p *parser) quoted() (string, error) {
	open := p.at
	var b strings.Builder
	for p.at++; p.at < len(p.s); p.at++ {
		switch c := p.s[p.at]; {
		case c == '\\' && p.at+1 < len(p.s):
			p.at++
			b.WriteByte(p.s[p.at])
		case c == '"':
			p.at++
			return b.String(), nil
		default:
			b.WriteByte(c)
		}
	}
	p.at = open
	return "", p.errorf("this quotation mark is not closed", `add "`)
}

// raw reads up to the next blank, bracket or quotation mark.
func (p *parser) raw() string {
	start := p.at
	for p.at < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.at:])
		if unicode.IsSpace(r) || r == '(' || r == ')' || r == '"' {
			break
		}
		p.at += n
	}
	return p.s[start:p.at]
}

func (p *parser) word() (Query, error) {
	start := p.at
	w := p.raw()
	name, value, ok := strings.Cut(w, ":")
	if ok && name != "" && !strings.Contains(name, "/") {
		kind, known := Fields[strings.ToLower(name)]
		if !known {
			p.at = start
			return nil, p.errorf(fmt.Sprintf("there is no field %q", name), suggest(strings.ToLower(name)))
		}
		return p.field(strings.ToLower(name), value, kind, start)
	}
	return p.pattern(w, start)
}

var fuzzyWord = regexp.MustCompile(`^(.+)~([0-9]?)$`)

var slipAlone = regexp.MustCompile(`^~[0-9]?$`)

var nearAlone = regexp.MustCompile(`^(?i)near/\S*$`)

// pattern reads a word that may hold wildcards or end in ~.
func (p *parser) pattern(w string, start int) (Query, error) {
	if m := fuzzyWord.FindStringSubmatch(w); m != nil {
		edits := 1
		if m[2] != "" {
			edits, _ = strconv.Atoi(m[2])
		}
		if strings.ContainsAny(m[1], "*?:~") {
			p.at = start
			return nil, p.errorf("~ goes with a plain word", "for example Baghdady~")
		}
		if edits < 1 || edits > 2 {
			p.at = start
			return nil, p.errorf(m[1]+"~ takes 1 or 2", m[1]+"~2")
		}
		return Fuzzy{m[1], edits}, nil
	}
	if slipAlone.MatchString(w) {
		p.at = start
		return nil, p.errorf("~ has no word before it", "for example Baghdady~")
	}
	if nearAlone.MatchString(w) {
		p.at = start
		return nil, p.errorf(w+" does not stand between two words or phrases, or has no number", `write for example: return near/5 "foreign fighters"`)
	}
	if w == "*" {
		return All{}, nil
	}
	if strings.ContainsAny(w, "*?") {
		if i := strings.IndexAny(w, "*?"); i < 2 {
			p.at = start
			return nil, p.errorf("a word with * or ? needs two letters before it", "for example fight*")
		}
		return Wildcard{w}, nil
	}
	return Term{w}, nil
}

func (p *parser) field(name, value string, kind FieldKind, start int) (Query, error) {
	if value == "" && p.at < len(p.s) && p.s[p.at] == '"' {
		s, err := p.quoted()
		if err != nil {
			return nil, err
		}
		if kind == NumberField || kind == DateField {
			value = s
		} else if name == "near-place" {
			return p.around(s, start)
		} else {
			return Field{name, Phrase{s}}, nil
		}
	}
	if value == "" {
		p.at = start
		return nil, p.errorf(name+": has no value", exampleOf(name))
	}
	switch kind {
	case NumberField, DateField:
		return p.bounds(name, value, kind, start)
	}
	if name == "near-place" {
		return p.around(value, start)
	}
	q, err := p.pattern(value, start)
	if err != nil {
		return nil, err
	}
	if _, all := q.(All); all {
		q = Wildcard{"*"}
	}
	return Field{name, q}, nil
}

var kilometres = regexp.MustCompile(`^\s*([0-9]+(?:\.[0-9]+)?)\s?km\b`)

func (p *parser) around(name string, start int) (Query, error) {
	m := kilometres.FindStringSubmatch(p.s[p.at:])
	if m == nil {
		p.at = start
		return nil, p.errorf("near-place: wants a distance", `for example near-place:"Mosul" 100km`)
	}
	p.at += len(m[0])
	km, err := strconv.ParseFloat(m[1], 64)
	if err != nil || km > 20000 {
		p.at = start
		return nil, p.errorf("this distance is too large", "at most 20000km")
	}
	return Around{name, km}, nil
}

// bounds reads 10, >10, >=10, <10, <=10, 10..20, 10.. and ..20.
func (p *parser) bounds(name, v string, kind FieldKind, start int) (Query, error) {
	r := Range{Name: name}
	low, high, both := strings.Cut(v, "..")
	switch {
	case both:
		r.Low, r.High = low, high
	case strings.HasPrefix(v, ">="):
		r.Low = v[2:]
	case strings.HasPrefix(v, "<="):
		r.High = v[2:]
	case strings.HasPrefix(v, ">"):
		r.Low, r.Over = v[1:], true
	case strings.HasPrefix(v, "<"):
		r.High, r.Under = v[1:], true
	default:
		r.Low, r.High = v, v
	}
	for _, end := range []*string{&r.Low, &r.High} {
		clean, ok := bound(*end, kind)
		if !ok {
			p.at = start
			return nil, p.errorf(fmt.Sprintf("%q is no %s", *end, map[FieldKind]string{NumberField: "number", DateField: "date"}[kind]), exampleOf(name))
		}
		*end = clean
	}
	if r.Low == "" && r.High == "" {
		p.at = start
		return nil, p.errorf(name+": has no value", exampleOf(name))
	}
	if r.backward(kind) {
		p.at = start
		return nil, p.errorf("this range ends before it begins", "write "+name+":"+r.High+".."+r.Low)
	}
	return r, nil
}

// backward reports whether no value can lie in r because of the order of its
// ends.
func (r *Range) backward(kind FieldKind) bool {
	if r.Low == "" || r.High == "" {
		return false
	}
	if kind == DateField {
		from, _, _ := Days(r.Low)
		_, to, _ := Days(r.High)
		return from > to
	}
	from, _ := strconv.ParseFloat(r.Low, 64)
	to, _ := strconv.ParseFloat(r.High, 64)
	return from > to
}

var isoDate = regexp.MustCompile(`^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$`)

func bound(s string, kind FieldKind) (string, bool) {
	if s == "" {
		return "", true
	}
	if kind == DateField {
		_, _, ok := Days(s) // no 30 February
		return s, ok && isoDate.MatchString(s)
	}
	m := number.FindStringSubmatch(strings.ReplaceAll(s, ",", ""))
	if m == nil {
		return "", false
	}
	n, err := strconv.ParseFloat(m[1], 64)
	return strconv.FormatFloat(n*scales[strings.ToLower(m[2])], 'f', -1, 64), err == nil
}

// A number of a field may end in a letter for thousands, millions or billions.
var number = regexp.MustCompile(`^([-+]?[0-9]{1,300}(?:\.[0-9]+)?|[-+]?\.[0-9]+)([kKmM]|bn|BN|[bB])?$`)

// scales are how much the letters and words behind numbers count for.
var scales = map[string]float64{
	"": 1, "k": 1e3, "m": 1e6, "b": 1e9, "bn": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}

func exampleOf(name string) string {
	switch Fields[name] {
	case NumberField:
		return "for example " + name + ":>1000 or " + name + ":10..20"
	case DateField:
		return "for example " + name + ":2015 or " + name + ":2014..2016-06"
	case NameField:
		return "for example " + name + `:"Islamic State"`
	}
	return "for example " + name + ":word or " + name + `:"two words"`
}

// suggest names the field nearest to a misspelt one.
func suggest(name string) string {
	if f := otherFields[name]; f != "" {
		return "did you mean " + f + ":?"
	}
	best, at := min(3, len(name)/2+1), ""
	for f := range Fields {
		if d := Distance(name, f); d < best || d == best && at != "" && f < at {
			best, at = d, f
		}
	}
	if at != "" {
		return "did you mean " + at + ":?"
	}
	return `put it in quotes to find the words themselves; analyze help query lists the fields`
}

// otherFields are what fields are called elsewhere.
var otherFields = map[string]string{
	"country": "place", "city": "place", "location": "place", "where": "place", "region": "within", "continent": "within",
	"person": "actor", "org": "actor", "organisation": "actor", "organization": "actor", "group": "actor", "who": "actor", "entity": "name",
	"language": "lang", "file": "doc", "filename": "doc", "path": "doc", "number": "value", "amount": "value", "figure": "claim", "about": "claim",
	"says": "source", "said": "source", "by": "author", "before": "date", "after": "date", "since": "date", "until": "date", "when": "date", "table": "in",
}

// Distance is the Levenshtein distance of x and y in letters.
func Distance(x, y string) int {
	a, b := []rune(x), []rune(y)
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, diagonal+1, row[j]+1)
		}
	}
	return row[len(b)]
}
