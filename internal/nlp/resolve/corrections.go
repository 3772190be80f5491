package resolve

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"analyze/internal/doc"
)

// Corrections are the reader's word: what people have put right, in the order
// in which they wrote it. They are kept as the text of their file, so that
// comments and layout survive what is added and taken back. The methods are
// not safe for concurrent use, but any number of goroutines may read.
//
// The file is a YAML mapping with one key, corrections, a list. Each item has
// one of the keys
//
//	merge: [ID, ID …]     the first stays, the others become part of it
//	split: ID             with as: NAME and forms: [TEXT …] or documents: […]
//	rename: ID            with to: NAME
//	retype: ID            with to: PERSON, ORG, GROUP or PLACE; subtype: WORD
//	drop: ID              or drop with text: TEXT, no name at all
//	locate: ID            with at: [LAT, LON] and country: CC, or nowhere: true
//	link: ID              with relation: KIND and to: ID; remove: true
//
// and may have comment, date, and documents, which confines drop to some
// documents. A document is a path, or {path: …, sha256: …}: it is found by
// either, so that what is said of it survives a new name or new text. names,
// a mapping of ids to names, finds entities again whose ids have changed.
type Corrections struct {
	Entries []Correction
	src     []byte
}

// Action says what a correction does.
type Action string

// The actions.
const (
	Merge  Action = "merge"
	Split  Action = "split"
	Rename Action = "rename"
	Retype Action = "retype"
	Drop   Action = "drop"
	Locate Action = "locate"
	Link   Action = "link"
)

var actions = []Action{Merge, Split, Rename, Retype, Drop, Locate, Link}

// A Correction is one thing that a reader put right.
type Correction struct {
	Action   Action
	Entities []string          // ids; of merge two or more, else one, none for a drop by text
	Names    map[string]string // names of entities by id, as they were when this was written
	// As is the name of a split's new entity, To the new name, the new type, or
	// the id of the entity linked to.
	As, To  string
	Subtype string
	Text    string   // of a drop: the exact string that is no name
	Forms   []string // of a split: the names that go
	// Documents are those that go (split) or that it is confined to (drop).
	Documents []DocumentRef
	Lat, Lon  float64 // degrees, WGS 84
	HasPoint  bool
	Nowhere   bool   // of locate: it has no place on the map
	Country   string // ISO 3166-1 alpha-2
	GeoNames  int
	Relation  string
	Remove    bool // of link: the link is wrong
	Comment   string
	Date      string // ISO 8601

	// Line is where the item begins in the file, from 1, and End the line after
	// its last; 0 for one not written yet.
	Line, End int
}

// A DocumentRef names a document by its path, by the SHA-256 of its bytes, or
// by both.
type DocumentRef struct{ Path, Hash string }

// A Stale is a correction that does not do what it says, and why.
type Stale struct {
	Line int
	Text string
}

// ParseCorrections reads a corrections file. Items that cannot be understood
// are left out and told of in err, one line each that names the line and what
// was expected there; the others are in the result, which is never nil.
func ParseCorrections(data []byte) (*Corrections, error) {
	c := &Corrections{src: append([]byte(nil), data...)}
	if strings.TrimSpace(string(data)) == "" {
		return c, nil
	}
	file, err := parseYAML(data)
	if err != nil {
		return c, err
	}
	p := &correctionParser{}
	for _, d := range file.Docs {
		if d != nil && d.Body != nil {
			p.top(d.Body)
		}
	}
	c.Entries = p.entries
	c.ends()
	return c, errors.Join(p.errs...)
}

// parseYAML parses data; a fault of the parser itself counts as one of the
// data.
func parseYAML(data []byte) (f *ast.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("line 1: not YAML that can be read")
		}
	}()
	f, err = parser.ParseBytes(data, 0)
	if err != nil {
		return nil, yamlError(err)
	}
	return f, nil
}

var yamlPlace = regexp.MustCompile(`^\[(\d+):\d+\] ([^\n]*)`)

// yamlError makes one line of what the parser of YAML says.
func yamlError(err error) error {
	if m := yamlPlace.FindStringSubmatch(err.Error()); m != nil {
		return fmt.Errorf("line %s: not YAML: %s", m[1], m[2])
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	return fmt.Errorf("line 1: not YAML: %s", first)
}

// ends finds the last lines of the entries: up to the next entry, without
// blank lines and comments before it.
func (c *Corrections) ends() {
	lines := strings.SplitAfter(string(c.src), "\n")
	for i := range c.Entries {
		e := &c.Entries[i]
		end := len(lines) + 1
		if i+1 < len(c.Entries) {
			end = c.Entries[i+1].Line
		}
		for end-2 >= e.Line && end-2 < len(lines) {
			s := strings.TrimSpace(lines[end-2])
			if s != "" && s[0] != '#' {
				break
			}
			end--
		}
		e.End = max(end, e.Line+1)
	}
}

// A correctionParser collects entries and what is wrong.
type correctionParser struct {
	entries []Correction
	errs    []error
}

func (p *correctionParser) fail(n ast.Node, format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("line %d: %s", lineOf(n), fmt.Sprintf(format, args...)))
}

func lineOf(n ast.Node) int {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return 1
	}
	return n.GetToken().Position.Line
}

// pairs are the keys and values of a mapping; ok is false for anything else.
func pairs(n ast.Node) (kv []*ast.MappingValueNode, ok bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

func (p *correctionParser) top(n ast.Node) {
	kv, ok := pairs(n)
	if !ok {
		p.fail(n, "expected a mapping with the key corrections")
		return
	}
	for _, v := range kv {
		if k := scalar(v.Key); k != "corrections" {
			p.fail(v, "unknown key %q: expected corrections", k)
			continue
		}
		if _, null := v.Value.(*ast.NullNode); null || v.Value == nil {
			continue
		}
		seq, ok := v.Value.(*ast.SequenceNode)
		if !ok {
			p.fail(v, "corrections: expected a list of items that begin with -")
			continue
		}
		for _, item := range seq.Values {
			p.item(item)
		}
	}
}

// item reads one correction.
func (p *correctionParser) item(n ast.Node) {
	kv, ok := pairs(n)
	if !ok || len(kv) == 0 {
		p.fail(n, "expected a mapping with one of %s", actionList())
		return
	}
	before := len(p.errs)
	c := Correction{Line: lineOf(kv[0].Key)}
	for _, v := range kv {
		p.field(&c, v)
	}
	if len(p.errs) > before {
		return
	}
	if why := c.invalid(); why != "" {
		p.errs = append(p.errs, fmt.Errorf("line %d: %s", c.Line, why))
		return
	}
	p.entries = append(p.entries, c)
}

func actionList() string {
	s := make([]string, len(actions))
	for i, a := range actions {
		s[i] = string(a)
	}
	return strings.Join(s[:len(s)-1], ", ") + " or " + s[len(s)-1]
}

// field reads one key of a correction.
func (p *correctionParser) field(c *Correction, v *ast.MappingValueNode) {
	k := scalar(v.Key)
	for _, a := range actions {
		if k == string(a) {
			if c.Action != "" {
				p.fail(v, "%s: the item is a %s already: expected one action in an item", k, c.Action)
				return
			}
			c.Action = a
			c.Entities = p.strings(v, a != Merge)
			return
		}
	}
	switch k {
	case "as":
		c.As = p.string(v)
	case "to":
		c.To = p.string(v)
	case "subtype":
		c.Subtype = p.string(v)
	case "text":
		c.Text = p.string(v)
	case "relation":
		c.Relation = p.string(v)
	case "comment":
		c.Comment = p.string(v)
	case "date":
		c.Date = p.string(v)
	case "country":
		c.Country = strings.ToUpper(p.string(v))
	case "forms":
		c.Forms = p.strings(v, false)
	case "documents", "document":
		c.Documents = p.documents(v)
	case "names":
		c.Names = p.names(v)
	case "at":
		p.point(c, v)
	case "geonames":
		n, err := strconv.Atoi(p.string(v))
		if err != nil {
			p.fail(v, "geonames: expected a number")
		}
		c.GeoNames = n
	case "remove":
		c.Remove = p.bool(v)
	case "nowhere":
		c.Nowhere = p.bool(v)
	default:
		p.fail(v, "unknown key %q: expected one of %s, or as, to, subtype, text, forms, documents, at, country, geonames, nowhere, relation, remove, names, comment, date", k, actionList())
	}
}

// scalar is the text of a node that holds one value, "" otherwise.
func scalar(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		if n.Value == nil {
			return ""
		}
		return strings.TrimSpace(n.Value.Value)
	case *ast.NullNode, *ast.MappingNode, *ast.MappingValueNode, *ast.SequenceNode:
		return ""
	case ast.ScalarNode:
		if t := n.GetToken(); t != nil {
			return t.Value
		}
	}
	return ""
}

func (p *correctionParser) string(v *ast.MappingValueNode) string {
	s := scalar(v.Value)
	if s == "" {
		p.fail(v, "%s: expected a text", scalar(v.Key))
	}
	return s
}

func (p *correctionParser) bool(v *ast.MappingValueNode) bool {
	switch scalar(v.Value) {
	case "true":
		return true
	case "false":
		return false
	}
	p.fail(v, "%s: expected true or false", scalar(v.Key))
	return false
}

// strings reads a list of texts, or one text; none is allowed where the value
// is left out and empty is true.
func (p *correctionParser) strings(v *ast.MappingValueNode, empty bool) []string {
	seq, ok := v.Value.(*ast.SequenceNode)
	if !ok {
		if s := scalar(v.Value); s != "" {
			return []string{s}
		}
		if _, null := v.Value.(*ast.NullNode); !null || !empty {
			p.fail(v, "%s: expected a list of texts", scalar(v.Key))
		}
		return nil
	}
	var out []string
	for _, n := range seq.Values {
		s := scalar(n)
		if s == "" {
			p.fail(n, "%s: expected a list of texts", scalar(v.Key))
			return nil
		}
		out = append(out, s)
	}
	return out
}

func (p *correctionParser) names(v *ast.MappingValueNode) map[string]string {
	kv, ok := pairs(v.Value)
	if !ok {
		p.fail(v, "names: expected a mapping of ids to names")
		return nil
	}
	m := make(map[string]string, len(kv))
	for _, x := range kv {
		m[scalar(x.Key)] = scalar(x.Value)
	}
	return m
}

func (p *correctionParser) documents(v *ast.MappingValueNode) []DocumentRef {
	nodes := []ast.Node{v.Value}
	if seq, ok := v.Value.(*ast.SequenceNode); ok {
		nodes = seq.Values
	}
	var refs []DocumentRef
	for _, n := range nodes {
		var r DocumentRef
		if kv, ok := pairs(n); ok {
			for _, x := range kv {
				switch scalar(x.Key) {
				case "path":
					r.Path = scalar(x.Value)
				case "sha256":
					r.Hash = scalar(x.Value)
				default:
					p.fail(x, "unknown key %q: expected path or sha256", scalar(x.Key))
				}
			}
		} else {
			r.Path = scalar(n)
		}
		if r == (DocumentRef{}) {
			p.fail(n, "documents: expected a path, or path and sha256")
			continue
		}
		refs = append(refs, r)
	}
	return refs
}

func (p *correctionParser) point(c *Correction, v *ast.MappingValueNode) {
	seq, ok := v.Value.(*ast.SequenceNode)
	if ok && len(seq.Values) == 2 {
		lat, err1 := strconv.ParseFloat(scalar(seq.Values[0]), 64)
		lon, err2 := strconv.ParseFloat(scalar(seq.Values[1]), 64)
		if err1 == nil && err2 == nil && math.Abs(lat) <= 90 && math.Abs(lon) <= 180 {
			c.Lat, c.Lon, c.HasPoint = lat, lon, true
			return
		}
	}
	p.fail(v, "at: expected [latitude, longitude] in degrees, as [36.89, 38.35]")
}

// invalid says what a correction lacks, "" if nothing.
func (c *Correction) invalid() string {
	switch {
	case c.Action == "":
		return "expected one of " + actionList()
	case c.Action == Merge && len(c.Entities) < 2:
		return "merge: expected a list of two or more entity ids"
	case c.Action == Drop && (len(c.Entities) == 1) == (c.Text != "") || c.Action == Drop && len(c.Entities) > 1:
		return "drop: expected one entity id, or text with the exact string"
	case c.Action != Merge && c.Action != Drop && len(c.Entities) != 1:
		return string(c.Action) + ": expected one entity id"
	}
	switch c.Action {
	case Split:
		if c.As == "" || len(c.Forms) == 0 && len(c.Documents) == 0 {
			return "split: expected as with the name of the new entity, and forms or documents that go to it"
		}
	case Rename:
		if c.To == "" {
			return "rename: expected to with the new name"
		}
	case Retype:
		if doc.ParseMentionType(c.To) == doc.NoType {
			return "retype: expected to with PERSON, ORG, GROUP or PLACE"
		}
	case Locate:
		if !c.HasPoint && c.Country == "" && !c.Nowhere {
			return "locate: expected at with [latitude, longitude], country, or nowhere: true"
		}
		if c.Country != "" && len(c.Country) != 2 {
			return "locate: country: expected a code of two letters, as SY"
		}
	case Link:
		if c.Relation == "" || c.To == "" {
			return "link: expected relation and to with an entity id"
		}
		if !relationKinds[c.Relation] {
			return "link: relation: expected leader_of, member_of, part_of, located_in, formerly, affiliate_of, founded_by or author_of"
		}
	}
	return ""
}

var relationKinds = set("leader_of member_of part_of located_in formerly affiliate_of founded_by author_of")
