package resolve

import (
	"fmt"
	"hash/fnv"
	"iter"
	"sort"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// A Resolution says who is who over all documents.
type Resolution struct {
	Entities []doc.Entity // by ID
	// Problems are corrections that no longer match, or contradict each other.
	Problems []Stale
	ids      map[string][]string // by document and referent
	cut      map[mentionKey]string
}

// A mentionKey names the mentions of one form of one referent.
type mentionKey struct {
	doc      string
	referent int
	text     string
}

// Entity returns the id of the entity that the mentions of a referent written
// text belong to; "" where there is none, since the reader dropped it. With
// text "" it is the entity of the referent as a whole.
func (r *Resolution) Entity(docID string, referent int, text string) string {
	if r.cut != nil && text != "" {
		if id, ok := r.cut[mentionKey{docID, referent, strings.Join(strings.Fields(text), " ")}]; ok {
			return id
		}
	}
	ids := r.ids[docID]
	if referent < 0 || referent >= len(ids) {
		return ""
	}
	return ids[referent]
}

// Entities brings the referents of all documents together and applies the
// reader's corrections, which may be nil. The outcome depends on the set of
// records, not on their order; the ids are made of names and do not change
// when other documents come or go, unless a name does.
//
// An id is the gazetteer's where there is one, else the name in lower case
// joined by hyphens. Where names meet, the entity of the earliest document (by
// date, then by path) has the bare id and the others a suffix that depends on
// their own earliest document only.
func Entities(records iter.Seq[Record], c *Corrections) *Resolution {
	works := resolved(records)
	name(works)
	res := &Resolution{ids: make(map[string][]string), cut: make(map[mentionKey]string)}
	if c != nil {
		works = c.apply(works, res)
	}
	return res.fill(works)
}

// resolved is what the machine alone makes of the records.
func resolved(records iter.Seq[Record]) []*work {
	g := group(records)
	g.match()
	return g.works()
}

// A part is a record or, where the reader split it, some of its forms.
type part struct {
	*Record
	forms map[string]bool // nil: all
	rest  bool            // all but forms
}

// has reports whether the part holds mentions written text.
func (p *part) has(text string) bool {
	return p.forms == nil || p.forms[text] != p.rest
}

// A work is an entity in the making.
type work struct {
	parts   []part
	reasons []doc.Reason
	doubt   string
	id      string

	// What the reader set.
	name           string
	typ            doc.MentionType
	subtype        *string
	located        bool
	lat, lon       float64
	hasPoint       bool
	country        string
	geoNames       int
	reader         bool
	former         []string // ids that it had
	lead           *Record  // whose gazetteer entry counts after a merge
	links, unlinks []doc.Link
}

// works makes a work of each component.
func (g *grouping) works() []*work {
	var works []*work
	for _, nodes := range g.components() {
		w := &work{}
		exact, size := 0, 0
		for _, i := range nodes {
			size += len(g.nodes[i].recs)
		}
		w.parts = make([]part, 0, size)
		for _, i := range nodes {
			n := g.nodes[i]
			for _, r := range n.recs {
				w.parts = append(w.parts, part{Record: r})
			}
			w.reasons = append(w.reasons, g.reasons[i]...)
			if n.doubt != "" && w.doubt == "" {
				w.doubt = n.doubt
			}
			exact = max(exact, g.spreadAll(n))
		}
		sort.SliceStable(w.parts, func(a, b int) bool {
			if w.parts[a].Doc != w.parts[b].Doc {
				return w.parts[a].Doc < w.parts[b].Doc
			}
			return w.parts[a].Referent < w.parts[b].Referent
		})
		w.explain(g.nodes[nodes[0]], exact)
		works = append(works, w)
	}
	return works
}

func (g *grouping) spreadAll(n *node) int {
	docs := 0
	for i, r := range n.recs {
		if i == 0 || n.recs[i-1].Doc != r.Doc {
			docs++
		}
	}
	return docs
}

// explain puts in front of the reasons what the names alone decided.
func (w *work) explain(n *node, docs int) {
	const most = 50
	if len(w.reasons) > most {
		w.reasons = w.reasons[:most]
	}
	if docs < 2 && n.kind != listed {
		return
	}
	r := doc.Reason{Doc: n.recs[0].Doc, Name: n.recs[0].Name, Score: 0.9, Text: fmt.Sprintf("the same name in %d documents", docs)}
	if n.kind == listed {
		r.Score, r.Text = 1, "names that the gazetteer lists for "+n.recs[0].Key
	}
	w.reasons = append([]doc.Reason{r}, w.reasons...)
}

// key is the gazetteer entry of a work.
func (w *work) key() string {
	if r := w.listed(); r != nil {
		return r.Key
	}
	return ""
}

// listed is the first record of a work that has a gazetteer entry.
func (w *work) listed() *Record {
	if w.lead != nil {
		return w.lead
	}
	for i := range w.parts {
		if w.parts[i].Key != "" {
			return w.parts[i].Record
		}
	}
	return nil
}

// title is the name of a work: what the reader called it, the gazetteer's, or
// the one that most documents use, of those the fullest.
func (w *work) title() string {
	if w.name != "" {
		return w.name
	}
	if w.lead != nil {
		return w.lead.Name
	}
	if t := w.placeTitle(); t != "" {
		return t
	}
	count := make(map[string]int)
	for i := range w.parts {
		p := &w.parts[i]
		if p.Key != "" && p.forms == nil {
			if p.Type != doc.Place || p.Subtype == "country" {
				return p.Name
			}
			count[p.Name] += 1000 + p.All
			continue
		}
		if p.forms == nil || p.has(p.Name) {
			count[p.Name]++
			continue
		}
		for _, a := range p.Names {
			if p.has(a.Text) {
				count[a.Text]++
				break
			}
		}
	}
	best := ""
	for n := range count {
		if best == "" || better(n, best, count, w.parts[0].Type) {
			best = n
		}
	}
	return best
}

// better orders names of one entity: full names of persons before others, then
// commoner, then longer ones, then by text.
func better(a, b string, count map[string]int, typ doc.MentionType) bool {
	if typ == doc.Person {
		p, q := parsePerson(a), parsePerson(b)
		if x, y := rankPerson(&p), rankPerson(&q); x != y {
			return x > y
		}
	} else if x, y := isAcronym(a), isAcronym(b); x != y {
		return y
	}
	if count[a] != count[b] {
		return count[a] > count[b]
	}
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return a < b
}

func rankPerson(p *person) int {
	switch {
	case !p.full:
		return 0
	case len(p.words[0]) == 1:
		return 1
	}
	return 2
}

// since is where and when a work is first found.
func (w *work) since() string {
	best := ""
	for i := range w.parts {
		p := &w.parts[i]
		date := p.Date
		if date == "" {
			date = "9999"
		}
		if s := fmt.Sprintf("%s\x00%s\x00%06d", date, p.Doc, p.Referent); best == "" || s < best {
			best = s
		}
	}
	return best
}

// name gives works their ids and sorts them by id.
func name(works []*work) {
	meet := make(map[string][]*work)
	for _, w := range works {
		b := w.base()
		meet[b] = append(meet[b], w)
	}
	taken := make(map[string]bool, len(works))
	for b, ws := range meet {
		if len(ws) == 1 {
			ws[0].id = b
			taken[b] = true
		}
	}
	for _, b := range sortedKeys(meet) {
		ws := meet[b]
		if len(ws) == 1 {
			continue
		}
		since := make(map[*work]string, len(ws))
		for _, w := range ws {
			since[w] = w.since()
		}
		sort.Slice(ws, func(i, k int) bool {
			if x, y := ws[i].key() != "", ws[k].key() != ""; x != y {
				return x
			}
			return since[ws[i]] < since[ws[k]]
		})
		for n, w := range ws {
			w.id = b
			for salt := 0; n > 0 && (salt == 0 || taken[w.id]); salt++ {
				w.id = b + "-" + tail(since[w], salt)
			}
			taken[w.id] = true
		}
	}
	sort.Slice(works, func(a, b int) bool { return works[a].id < works[b].id })
}

// base is the id of a work where no other has the same.
func (w *work) base() string {
	if k := w.key(); k != "" && w.name == "" {
		return k
	}
	s := slug(w.title())
	if c := w.parts[0].Country; c != "" && w.kind() == doc.Org && w.key() == "" && ofState(w.title()) {
		return s + "-" + strings.ToLower(c)
	}
	if gazetteer.Default().ByID(s) != nil && (w.key() == "" || w.key() != s) {
		s += "-" + strings.ToLower(w.kind().String())
	}
	return s
}

// tail is a short suffix made of s.
func tail(s string, salt int) string {
	h := fnv.New32a()
	h.Write([]byte(s))
	if salt > 0 {
		h.Write([]byte{byte(salt), byte(salt >> 8)})
	}
	t := strconv.FormatUint(uint64(h.Sum32()), 36)
	return ("0000" + t)[len(t):][:4]
}

// kind is the type of a work.
func (w *work) kind() doc.MentionType {
	if w.typ != doc.NoType {
		return w.typ
	}
	if k := w.listed(); k != nil {
		return k.Type
	}
	var count [doc.Place + 1]int
	best := w.parts[0].Type
	for i := range w.parts {
		t := w.parts[i].Type
		if int(t) < len(count) {
			count[t]++
			if count[t] > count[best] {
				best = t
			}
		}
	}
	return best
}

// empty reports whether nothing of a work counts as a mention and no
// gazetteer entry stands behind it.
func (w *work) empty() bool {
	if w.key() != "" || w.reader {
		return false
	}
	for i := range w.parts {
		if w.parts[i].All > 0 {
			return false
		}
	}
	return true
}

// fill makes the entities of the works, which are sorted by id.
func (r *Resolution) fill(works []*work) *Resolution {
	size := make(map[string]int)
	for _, w := range works {
		for i := range w.parts {
			p := &w.parts[i]
			size[p.Doc] = max(size[p.Doc], p.Referent+1)
		}
	}
	for id, n := range size {
		r.ids[id] = make([]string, n)
	}
	for _, w := range works {
		if w.empty() {
			continue
		}
		for i := range w.parts {
			p := &w.parts[i]
			if p.forms == nil || p.rest {
				r.ids[p.Doc][p.Referent] = w.id
			} else {
				for f := range p.forms {
					r.cut[mentionKey{p.Doc, p.Referent, f}] = w.id
				}
			}
		}
	}
	r.Entities = make([]doc.Entity, 0, len(works))
	for i, w := range works {
		if !w.empty() {
			r.Entities = append(r.Entities, w.entity(r))
		}
		works[i] = nil // its records are not needed any more
	}
	return r
}

// entity makes the entity of a work.
func (w *work) entity(r *Resolution) doc.Entity {
	e := doc.Entity{ID: w.id, Name: w.title(), Type: w.kind(), Key: w.key(), Doubt: w.doubt, Reasons: w.reasons}
	aliases := make(map[string]*doc.Alias, 1)
	for i := range w.parts {
		p := &w.parts[i]
		if p.All > 0 && (len(e.Documents) == 0 || e.Documents[len(e.Documents)-1] != p.Doc) {
			e.Documents = append(e.Documents, p.Doc)
		}
		all := 0
		for _, a := range p.Names {
			if !p.has(a.Text) {
				continue
			}
			all += a.Count
			if have := aliases[a.Text]; have != nil {
				have.Count += a.Count
				have.Form = min(have.Form, a.Form)
			} else {
				c := a
				aliases[a.Text] = &c
			}
		}
		e.MentionsAll += all
		if all == p.All {
			e.Mentions += p.Mentions
		} else if p.All > 0 {
			e.Mentions += all * p.Mentions / p.All
		}
		for _, role := range p.Roles {
			if e.Roles == nil {
				e.Roles = make(map[string][]string)
			}
			if !contains(e.Roles[p.Doc], role) {
				e.Roles[p.Doc] = append(e.Roles[p.Doc], role)
			}
		}
		if e.Doubt == "" {
			e.Doubt = p.Doubt
		}
	}
	for _, a := range aliases {
		e.Aliases = append(e.Aliases, *a)
	}
	sortAliases(e.Aliases)
	w.situate(&e)
	e.Links = w.linked(r)
	return e
}

// situate sets what an entity is and where.
func (w *work) situate(e *doc.Entity) {
	from := w.listed()
	if from == nil {
		from = w.parts[0].Record
		for i := range w.parts {
			if w.parts[i].Country != "" && (from.Country == "" || e.Type != doc.Place) {
				from = w.parts[i].Record
				break
			}
		}
	}
	e.Subtype, e.Country, e.By = from.Subtype, from.Country, from.By
	if from.Key == "" && e.Type == doc.Org && !ofState(e.Name) {
		e.Country = ""
	}
	e.Lat, e.Lon, e.HasPoint, e.GeoNames = from.Lat, from.Lon, from.HasPoint, from.GeoNames
	if w.typ != doc.NoType && w.typ != from.Type {
		e.Subtype, e.Country, e.Lat, e.Lon, e.HasPoint, e.GeoNames, e.Key = "", "", 0, 0, false, 0, ""
	}
	if w.subtype != nil {
		e.Subtype = *w.subtype
	}
	if w.located {
		e.Lat, e.Lon, e.HasPoint, e.Country, e.GeoNames = w.lat, w.lon, w.hasPoint, w.country, w.geoNames
	}
	if w.reader {
		e.By = "reader"
	}
}

// ofState reports whether a name is that of an office that every state has.
func ofState(name string) bool {
	o := parseOrg(key(name))
	return shared(&o)
}

// linked collects what documents and the reader say of a work to others: one
// link for each relation, entity and document.
func (w *work) linked(r *Resolution) []doc.Link {
	type said struct{ relation, entity, doc string }
	seen := make(map[said]bool)
	var links []doc.Link
	drop := make(map[said]bool)
	for _, u := range w.unlinks {
		drop[said{u.Relation, u.Entity, ""}] = true
	}
	for i := range w.parts {
		p := &w.parts[i]
		if p.forms != nil && !p.rest {
			continue
		}
		for _, l := range p.Links {
			id := r.Entity(p.Doc, l.To, "")
			s := said{l.Relation, id, p.Doc}
			if id == "" || id == w.id || seen[s] || drop[said{l.Relation, id, ""}] {
				continue
			}
			seen[s] = true
			links = append(links, doc.Link{Relation: l.Relation, Entity: id, Doc: p.Doc, Span: l.Span})
		}
	}
	for _, l := range w.links {
		if s := (said{l.Relation, l.Entity, ""}); !seen[s] {
			seen[s] = true
			links = append(links, l)
		}
	}
	sort.SliceStable(links, func(a, b int) bool {
		x, y := &links[a], &links[b]
		switch {
		case x.Relation != y.Relation:
			return x.Relation < y.Relation
		case x.Entity != y.Entity:
			return x.Entity < y.Entity
		case x.Doc != y.Doc:
			return x.Doc < y.Doc
		}
		return x.Span.Start < y.Span.Start
	})
	return links
}
