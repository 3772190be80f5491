package resolve

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// Local is the pass that says which mentions of one document mean the same.
// It uses the embedded gazetteer; [NewLocal] takes another.
var Local = newLocal(gazetteer.Default)

// NewLocal returns the pass of [Local] with the gazetteer g.
func NewLocal(g *gazetteer.Gazetteer) *doc.Pass {
	return newLocal(func() *gazetteer.Gazetteer { return g })
}

func newLocal(g func() *gazetteer.Gazetteer) *doc.Pass {
	return &doc.Pass{
		Name:    "referents",
		Doc:     "bring together the names of one document that mean the same",
		Version: 10,
		Needs:   doc.LayerBlocks | doc.LayerTokens | doc.LayerMentions | doc.LayerMeta | doc.LayerNotes,
		Gives:   doc.LayerReferents,
		Run: func(d *doc.Document) error {
			local(d, g())
			return nil
		},
	}
}

// A named is a mention as resolution sees it.
type named struct {
	*doc.Mention
	typ     doc.MentionType
	name    string // as it is to be read, blanks single
	key     string // see the function key
	caps    bool   // in capitals throughout: an acronym, or a line in capitals
	note    bool   // in a note or bibliography
	cluster *cluster
	place   *gazetteer.Entry // decided for this mention by the words beside it
}

// A cluster is a referent in the making.
type cluster struct {
	typ      doc.MentionType
	entry    *gazetteer.Entry
	country  *gazetteer.Entry // of a group named after its country
	mentions []int
	others   []string
	doubt    string
	name     string // set where it is not the fullest of the mentions' names
	person   []person
	epithet  string
	zones    [2]bool // stands in running text, in notes
	lastFull int     // mention by which a person was last named in full, -1
	rule     bool
}

// A resolver holds what resolving one document works on.
type resolver struct {
	d        *doc.Document
	g        *gazetteer.Gazetteer
	ms       []named
	clusters []*cluster
	byEntry  map[*gazetteer.Entry]*cluster
	named    map[*gazetteer.Entry]bool // entries that an unconditional alias names
	lookups  map[string][]gazetteer.Match
}

func local(d *doc.Document, g *gazetteer.Gazetteer) {
	r := &resolver{d: d, g: g, byEntry: make(map[*gazetteer.Entry]*cluster), lookups: make(map[string][]gazetteer.Match)}
	r.read()
	r.repair()
	r.retype()
	r.settleTypes()
	r.findNamed()
	r.places()
	r.adjectives()
	r.groups()
	r.organisations()
	r.people()
	r.write()
}

// read takes the mentions over.
func (r *resolver) read() {
	r.ms = make([]named, len(r.d.Mentions))
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		n := &r.ms[i]
		n.Mention, n.typ = m, m.Type
		n.name = nameOf(r.d, m)
		if raw := r.d.Slice(m.Span); m.Text == "" && len(raw) > len(n.name) && r.listedSo(raw) {
			n.name = strings.Join(strings.Fields(raw), " ") // St. John's
		}
		n.key = key(n.name)
		n.caps = allCaps(n.name)
		n.note = m.In == doc.Footnote || m.In == doc.Bibliography
	}
}

// nameOf is the name of a mention as it is to be read.
func nameOf(d *doc.Document, m *doc.Mention) string {
	s := m.Text
	if s == "" {
		s = d.Slice(m.Span)
	}
	return dropPossessive(strings.Join(strings.Fields(s), " "))
}

// listedSo reports whether an ending like a possessive belongs to a listed name.
func (r *resolver) listedSo(name string) bool {
	for _, m := range r.lookup(name) {
		if k := strings.ReplaceAll(m.Text, "’", "'"); strings.HasSuffix(k, "'s") && strings.EqualFold(k, strings.ReplaceAll(name, "’", "'")) {
			return true
		}
	}
	return false
}

// lookup is what the gazetteer knows a name for, by its key.
func (r *resolver) lookup(name string) []gazetteer.Match {
	ms, ok := r.lookups[name]
	if !ok {
		ms = r.g.Lookup(name)
		r.lookups[name] = ms
	}
	return ms
}

// candidates are the entries of type typ that mention i may mean, those that
// its finder chose first, and without those that want an alias not there.
func (r *resolver) candidates(i int) []gazetteer.Match {
	n := &r.ms[i]
	all := r.lookup(n.name)
	var ms []gazetteer.Match
	add := func(m gazetteer.Match) {
		for _, o := range ms {
			if o.Entry == m.Entry {
				return
			}
		}
		ms = append(ms, m)
	}
	for _, k := range n.Keys {
		if e := r.g.ByID(k); e != nil && e.Kind.Type() == n.typ.String() {
			add(matchOf(all, e))
		}
	}
	for _, m := range all {
		if m.Entry.Kind.Type() == n.typ.String() && r.allowed(n, m) {
			add(m)
		}
	}
	return ms
}

func matchOf(ms []gazetteer.Match, e *gazetteer.Entry) gazetteer.Match {
	for _, m := range ms {
		if m.Entry == e {
			return m
		}
	}
	return gazetteer.Match{Entry: e, Alias: gazetteer.Variant}
}

// allowed reports whether a name may be the alias m: an acronym stands in
// capitals, a conditional alias beside another one of its entry.
func (r *resolver) allowed(n *named, m gazetteer.Match) bool {
	switch m.Alias {
	case gazetteer.Acronym:
		return capitals(n.name) >= 2 || utf8.RuneCountInString(n.name) < 2
	case gazetteer.Conditional:
		// WHO is a condition only for its look, as long as it stands in capitals.
		return r.named == nil || r.named[m.Entry] || m.Entry.Kind == gazetteer.IntlOrg && isAcronym(n.name) && gazetteer.EnglishWord(strings.ToLower(n.name))
	case gazetteer.DemonymNoun, gazetteer.DemonymAdj:
		return false
	}
	return true
}

func capitals(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n
}

// repair reads names that nothing lists as misreadings of countries and their
// people, where the document has the right form elsewhere: "Iragis", "Islamic
// State of Irag". A place needs no such witness.
func (r *resolver) repair() {
	words := make(map[string]bool)
	for i := range r.ms {
		for _, w := range strings.Fields(r.ms[i].key) {
			words[w] = true
		}
	}
	fixed := make(map[string]*named)
	for i := range r.ms {
		n := &r.ms[i]
		if len(n.name) < 4 || len(n.name) > 60 || n.Title.Len() > 0 || len(r.lookup(n.name)) > 0 {
			continue
		}
		f, ok := fixed[n.name]
		if !ok {
			f = r.rightForm(n, words)
			fixed[n.name] = f
		}
		if f != nil {
			n.name, n.key, n.typ = f.name, f.key, f.typ
		}
	}
}

// rightForm is what a name that nothing lists should read, nil if nothing
// better is known.
func (r *resolver) rightForm(n *named, words map[string]bool) *named {
	fields := strings.Fields(n.name)
	for k, w := range fields {
		if len(w) < 4 || len(fields) > 8 {
			continue
		}
		var f *named
		misread(w, func(v string) bool {
			for _, m := range r.g.Lookup(v) {
				if m.Entry.Kind != gazetteer.Country || m.Alias == gazetteer.Variant || m.Alias == gazetteer.Acronym {
					continue
				}
				if !words[key(v)] && !words[key(m.Entry.Name)] && !plainlyMisread(n, fields) {
					continue
				}
				f = r.reread(n, fields, k, v, m)
				return f == nil
			}
			return true
		})
		if f != nil {
			return f
		}
	}
	return nil
}

// plainlyMisread reports whether a name may be corrected without a witness: a
// place, or one long word that is no name of people.
func plainlyMisread(n *named, fields []string) bool {
	if len(fields) > 1 {
		return false
	}
	return n.typ == doc.Place && len(n.name) > 4 || len(n.name) > 5 && !gazetteer.Surname(n.name) && !gazetteer.GivenName(n.name)
}

// reread is mention n with word k of its name read as v.
func (r *resolver) reread(n *named, fields []string, k int, v string, m gazetteer.Match) *named {
	if len(fields) == 1 {
		typ := doc.Place
		if m.Alias == gazetteer.DemonymNoun || m.Alias == gazetteer.DemonymAdj {
			typ = doc.Group
		}
		return &named{name: v, key: key(v), typ: typ}
	}
	if n.typ == doc.Person {
		return nil
	}
	all := append([]string(nil), fields...)
	all[k] = v
	name := strings.Join(all, " ")
	return &named{name: name, key: key(name), typ: n.typ}
}

// settleTypes lets a name that stands with several types have the commonest,
// save where the rarer reading holds by itself: a person whose full name is
// near or who bears a title, a place or organisation that the gazetteer knows.
func (r *resolver) settleTypes() {
	counts := make(map[string]*[doc.Place + 1]int)
	first := make(map[string]doc.MentionType)
	cores := make(map[string]bool)
	opens := make(map[string]bool) // first words of organisations
	for i := range r.ms {
		n := &r.ms[i]
		if n.Form == doc.Adjective || n.key == "" {
			continue
		}
		if word, _, more := strings.Cut(n.key, " "); more && n.typ == doc.Org {
			opens[word] = true
		}
		c := counts[n.key]
		if c == nil {
			c = new([doc.Place + 1]int)
			counts[n.key] = c
			first[n.key] = n.typ
		}
		c[n.typ]++
		if n.typ == doc.Person {
			if p := parsePerson(n.name); p.full {
				cores[p.core()] = true
			}
		}
	}
	for i := range r.ms {
		n := &r.ms[i]
		c := counts[n.key]
		if c == nil || n.Form == doc.Adjective {
			continue
		}
		if (n.typ == doc.Group || n.typ == doc.Org && !n.caps && !((opens[n.key] || r.actsHere(n)) && r.onlyTown(n.name))) && r.onlyPlace(n.name) {
			n.typ = doc.Place
			continue
		}
		best := n.typ
		for t := doc.Person; t <= doc.Place; t++ {
			if c[t] >= 2*c[n.typ] && c[t] > c[best] {
				best = t
			}
		}
		if f := first[n.key]; best == n.typ && c[f] == c[n.typ] && len(r.lookup(n.name)) == 0 {
			best = f
		}
		if best != n.typ && !r.holdsAs(n, cores) {
			n.typ = best
		}
	}
}

// onlyPlace reports whether a name is listed, and never as that of people.
func (r *resolver) onlyPlace(name string) bool {
	place := false
	for _, m := range r.lookup(name) {
		if m.Alias == gazetteer.DemonymNoun || m.Alias == gazetteer.DemonymAdj || m.Entry.Kind.Type() == "GROUP" || m.Entry.Kind.Type() == "ORG" {
			return false
		}
		place = place || m.Entry.Kind.Type() == "PLACE" && !m.Weak && m.Alias != gazetteer.Variant
	}
	return place
}

// onlyTown reports whether a name is that of nothing but towns, no capitals: a
// firm may be called so for short.
func (r *resolver) onlyTown(name string) bool {
	for _, m := range r.lookup(name) {
		if m.Entry.Kind != gazetteer.City || m.Entry.Capital {
			return false
		}
	}
	return true
}

// actsHere reports whether a body that is called as a town stands where only a body
// does: the wire in the brackets of a dateline, or a word that says what bodies are
// ("the Union").
func (r *resolver) actsHere(n *named) bool {
	if gazetteer.OrgHead(n.name) {
		return true
	}
	text := r.d.Text
	if n.Start == 0 || n.Start > len(text) || text[n.Start-1] != '(' {
		return false
	}
	rest := text[n.End:min(len(text), n.End+6)]
	return strings.HasPrefix(rest, ") -") || strings.HasPrefix(rest, ") –") || strings.HasPrefix(rest, ") —")
}

// holdsAs reports whether the type of a mention holds by itself.
func (r *resolver) holdsAs(n *named, cores map[string]bool) bool {
	if n.typ == doc.Person {
		p := parsePerson(n.name)
		return n.Title.Len() > 0 || !p.full && cores[p.core()]
	}
	for _, m := range r.lookup(n.name) {
		if m.Entry.Kind.Type() == n.typ.String() && !m.Weak {
			return true
		}
	}
	return false
}

// findNamed notes the entries that the document names without condition.
func (r *resolver) findNamed() {
	named := make(map[*gazetteer.Entry]bool)
	for i := range r.ms {
		for _, m := range r.lookup(r.ms[i].name) {
			if m.Alias != gazetteer.Conditional && m.Entry.Kind.Type() == r.ms[i].typ.String() && r.allowed(&r.ms[i], m) {
				named[m.Entry] = true
			}
		}
	}
	r.named = named
}

// cluster makes a new cluster.
func (r *resolver) cluster(typ doc.MentionType) *cluster {
	c := &cluster{typ: typ, lastFull: -1}
	r.clusters = append(r.clusters, c)
	return c
}

// of returns the cluster of a gazetteer entry.
func (r *resolver) of(e *gazetteer.Entry) *cluster {
	c := r.byEntry[e]
	if c == nil {
		c = r.cluster(doc.ParseMentionType(e.Kind.Type()))
		c.entry = e
		r.byEntry[e] = c
	}
	return c
}

func (r *resolver) put(i int, c *cluster) {
	r.ms[i].cluster = c
	c.mentions = append(c.mentions, i)
	zone := 0
	if r.ms[i].note {
		zone = 1
	}
	c.zones[zone] = true
}

// before is the text between the end of mention i and the start of mention k,
// "" where other text than a few bytes lies there.
func (r *resolver) between(i, k int) string {
	from, to := r.ms[i].End, r.ms[k].Start
	if from > to || to-from > 32 {
		return "?"
	}
	return r.d.Text[from:to]
}

// write turns the clusters into referents, in the order of their first
// mentions.
func (r *resolver) write() {
	live := r.clusters[:0]
	for _, c := range r.clusters {
		if len(c.mentions) > 0 {
			sort.Ints(c.mentions)
			live = append(live, c)
		}
	}
	sort.Slice(live, func(a, b int) bool { return live[a].mentions[0] < live[b].mentions[0] })
	r.d.Referents = make([]doc.Referent, len(live))
	r.d.ReferentOf = make([]int, len(r.ms))
	for n, c := range live {
		for _, i := range c.mentions {
			r.d.ReferentOf[i] = n
		}
		r.d.Referents[n] = r.referent(c)
	}
	r.roles()
}

func (r *resolver) referent(c *cluster) doc.Referent {
	ref := doc.Referent{Type: c.typ, Others: c.others, Doubt: c.doubt, Mentions: c.mentions, Name: c.name}
	if e := c.entry; e != nil {
		ref.Name, ref.Subtype, ref.Key, ref.Country = e.Name, e.Kind.Subtype(), e.ID, e.Country
		ref.Lat, ref.Lon, ref.HasPoint, ref.GeoNames = e.Lat, e.Lon, e.HasCoord, e.GeoNames
		ref.By = "gazetteer"
		if goesByText(e) {
			ref.Name = r.written(c)
		}
		if c.typ == doc.Org && len(ref.Name) > 4 { // mentions have no article either
			ref.Name = strings.TrimPrefix(ref.Name, "The ")
		}
		return ref
	}
	if c.country != nil {
		ref.Country = c.country.Country
	}
	if ref.Name == "" {
		ref.Name = r.fullest(c)
	}
	if c.typ == doc.Place {
		ref.Subtype = "other"
	}
	ref.By = r.ms[c.mentions[0]].By
	if c.rule {
		ref.By = "rule"
	}
	return ref
}

// fullest is the name of a cluster that tells most: most words, none of them a
// mere initial or in capitals throughout where another form is not; the
// commonest of those, then the first.
func (r *resolver) fullest(c *cluster) string {
	count := make(map[string]int)
	for _, i := range c.mentions {
		count[r.ms[i].name]++
	}
	best, worth := "", math.MinInt
	for _, i := range c.mentions {
		n := &r.ms[i]
		w := worthOf(n, c.typ)*1000 + min(count[n.name], 999)
		if w > worth && c.typ == doc.Person && !fullName(n.name) {
			w -= 50_000
		}
		if w > worth {
			best, worth = n.name, w
		}
	}
	if c.typ == doc.Person {
		if last, first, ok := strings.Cut(best, ", "); ok && key(first) != "" && !suffixes[key(first)] {
			best = first + " " + last
		}
	}
	if c.typ == doc.Person {
		return unshouted(best)
	}
	if words := strings.Fields(best); allCaps(best) && (len(words) > 2 || len(words) == 2 && len(words[0]) > 5 && len(words[1]) > 5) {
		best = titleCase(best)
	}
	return best
}

// fullName reports whether a name has a given name, or its initial, and a surname.
func fullName(name string) bool {
	p := parsePerson(name)
	return p.full
}

// unshouted writes the words of a person's name that stand in capitals as names are
// written: "Assimi GOITA", "CASTELLANOS"; initials stay.
func unshouted(name string) string {
	words := strings.Fields(name)
	for k, w := range words {
		if n := utf8.RuneCountInString(w); allCaps(w) && (n > 3 || n > 2 && !allCaps(name) || n == 3 && len(words) > 1) && strings.Trim(w, "IVX") != "" && !strings.Contains(w, ".") {
			words[k] = titleCase(w)
		}
	}
	return strings.Join(words, " ")
}

func worthOf(n *named, typ doc.MentionType) int {
	words := strings.Fields(n.name)
	w := 0
	for _, f := range words {
		w += 2
		if initials(f) {
			w--
		}
	}
	if n.caps && (len(words) > 1 || typ != doc.Org) {
		w--
	}
	if n.Mention.Repair != "" || n.note && strings.Contains(n.name, ",") {
		w--
	}
	return max(w, 0)
}

// states and unions go by capitals within longer names, and the small words of
// names have none.
var (
	states       = set("UN EU US USA UK UAE AU DR NGO")
	smallInNames = set("of and the for on in to at de la las los du des del da do dos von van der den")
)

// titleCase writes a name that stands in capitals as a name.
func titleCase(s string) string {
	if i := strings.LastIndexByte(s, ' '); i > 0 && strings.Trim(s[i+1:], "IVX") == "" {
		return titleCase(s[:i]) + s[i:] // GUSTAV III
	}
	if words := strings.Split(s, " "); len(words) > 2 {
		for k, w := range words {
			if !states[w] {
				words[k] = titleCase(w)
			}
			if small := strings.ToLower(w); k > 0 && smallInNames[small] {
				words[k] = small
			}
		}
		return strings.Join(words, " ")
	}
	start := true
	return strings.Map(func(r rune) rune {
		defer func() { start = !unicode.IsLetter(r) && r != '\'' && r != '’' }()
		if start {
			return r
		}
		return unicode.ToLower(r)
	}, s)
}
