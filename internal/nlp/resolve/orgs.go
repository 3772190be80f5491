package resolve

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// heads are words that head the names of organisations and alone, with a
// capital, stand for one named before. Spelled as spelling leaves them.
var heads = set(`agency academy administration alliance army assembly association authority bank battalion board brigade
brotherhood bureau cabinet caliphate center centre chamber church club coalition college command commission committee company
confederation conference congress corporation council court department desk directorate division emirate federation fellowship
firm force forces forum foundation front fund government group guard guards headquarters hospital house inspectorate institute
institution league legion library magazine ministry mission mosque movement museum navy network office organization parliament
party police post press program project regiment school secretariat senate service services society state station syndicate
taskforce team treasury times journal herald tribune review tribunal trust union university unit force commissioner union`)

// corporate are endings that a name may have or lack.
var corporate = set("inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag sa nv bv spa srl group foundation institution institute organization network movement media news agency newspaper party university")

// links join the words of a name and count for nothing in it.
var links = set("of the and for in on to at de la du des der und et y e del di a an")

// spellings are words with one meaning and two forms.
var spellings = map[string]string{
	"centre": "center", "centers": "center", "centres": "center", "programme": "program", "organisation": "organization",
	"defence": "defense", "labour": "labor", "univ": "university", "dept": "department", "int'l": "international",
	"intl": "international", "natl": "national", "govt": "government", "ctr": "center", "assn": "association",
	"behaviour": "behavior", "theatre": "theater", "studies": "study", "corp": "corporation", "inc": "incorporated",
	"organizations": "organization", "organisations": "organization", "fc": "football club", "afc": "football club", "co": "company", "ltd": "limited", "bros": "brothers",
}

// spelled is a word of an organisation's name in its one spelling.
func spelled(w string) string {
	if s, ok := spellings[w]; ok {
		return s
	}
	return mild(american(w))
}

// american writes the endings -isation, -ise and -our as Americans do.
func american(w string) string {
	for _, e := range [...][2]string{{"isation", "ization"}, {"isations", "izations"}, {"ising", "izing"}, {"ised", "ized"}, {"ise", "ize"}, {"our", "or"}, {"ours", "ors"}} {
		if s, ok := strings.CutSuffix(w, e[0]); ok && (len(s) > 3 || e[0] == "our" && len(s) == 3) {
			return s + e[1]
		}
	}
	return w
}

// An orgName is the name of an organisation taken apart.
type orgName struct {
	after   int      // number of words behind a comma: Trinity College, Cambridge
	words   []string // all, spelled
	content []string // without links
}

func parseOrg(key string) orgName {
	var o orgName
	for _, w := range strings.Fields(key) {
		if s := spellings[w]; s != "" {
			w = s
		}
		for _, w := range strings.Fields(w) {
			w = mild(american(w))
			o.words = append(o.words, w)
			if !links[w] {
				o.content = append(o.content, w)
			}
		}
	}
	if len(o.content) == 0 {
		o.content = o.words
	}
	return o
}

// mildHeads and mildCorporate hold heads and corporate as parseOrg spells them.
var mildHeads, mildCorporate = mildSet(heads), mildSet(corporate)

func mildSet(m map[string]bool) map[string]bool {
	out := make(map[string]bool, len(m))
	for w := range m {
		out[spelled(w)] = true
		out[mild(w)] = true
		if s := spellings[w]; s != "" {
			out[mild(s)] = true
		}
	}
	return out
}

// exact is the form under which names of organisations count as the same.
func (o *orgName) exact() string { return strings.Join(o.words, " ") }

// bag is the name without order and links: Ministry of Justice, Justice
// Ministry.
func (o *orgName) bag() string {
	b := append([]string(nil), o.content...)
	sort.Strings(b)
	return strings.Join(b, " ")
}

// trunk is the name without corporate endings, "" where nothing would be left
// or the name has none.
func (o *orgName) trunk() string {
	n := len(o.words)
	for n > 1 && mildCorporate[o.words[n-1]] {
		n--
	}
	if n == len(o.words) || n == 1 && mildHeads[o.words[0]] {
		return ""
	}
	return strings.Join(o.words[:n], " ")
}

// generic reports whether the name is nothing but heads: "the Ministry".
func (o *orgName) generic() bool {
	for _, w := range o.content {
		if !mildHeads[w] {
			return false
		}
	}
	return true
}

// initialsOf are the initials of a name, with and without its links.
func initialsOf(name string) (short, long string) {
	for _, f := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '/' }) {
		f = strings.TrimLeftFunc(f, func(r rune) bool { return !unicode.IsLetter(r) })
		if f == "" || strings.HasPrefix(f, "&") {
			continue
		}
		c, _ := utf8.DecodeRuneInString(f)
		c = unicode.ToUpper(c)
		long += string(c)
		if !links[strings.ToLower(f)] {
			short += string(c)
		}
	}
	return short, long
}

// letters are the letters and digits of an acronym, in capitals.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, s)
}

// isAcronym reports whether a name is written as an acronym.
func isAcronym(name string) bool {
	n, up := 0, 0
	for _, c := range name {
		switch {
		case unicode.IsSpace(c):
			return false
		case unicode.IsUpper(c):
			up++
			n++
		case unicode.IsLetter(c):
			n++
		}
	}
	return up >= 2 && n <= 10 && up*2 > n
}

// abbreviates reports whether the acronym a may be made of the words of name:
// its initials, or its letters in order beginning with those of words.
func abbreviates(a, name string) bool {
	a = letters(a)
	short, long := initialsOf(name)
	if a == "" || a == short || a == long {
		return a != ""
	}
	if len(a) < 3 || len(a) > 8 {
		return false
	}
	// Letters beyond initials: Hay'at Tahrir al-Sham is HTS, Europol is not EU.
	i := 0
	hits := 0
	for _, f := range strings.Fields(strings.ReplaceAll(strings.ToUpper(name), "-", " ")) {
		for k, c := range letters(f) {
			if i < len(a) && byte(c) == a[i] && c < utf8.RuneSelf {
				if k == 0 {
					hits++
				}
				i++
			} else if k == 0 {
				break
			}
			if k > 2 {
				break
			}
		}
	}
	return i == len(a) && hits*2 > len(a) && hits >= 2
}

// organisations brings together the names of organisations.
func (r *resolver) organisations() {
	o := &orgs{
		resolver: r, parsed: make(map[string]*orgName), byExact: make(map[string]*cluster),
		byTrunk: make(map[string]*cluster), byLast: make(map[string][]anchor), byFirst: make(map[string][]anchor), byHead: make(map[string][]anchor),
		initials: make(map[string][]*cluster),
	}
	for i := range r.ms {
		if n := &r.ms[i]; n.typ == doc.Org && n.cluster == nil {
			o.all = append(o.all, i)
		}
	}
	o.findTails()
	o.define()
	o.long()
	o.acronyms()
	o.rest()
}

// orgs is the state of bringing organisations together.
type orgs struct {
	*resolver
	all      []int
	parsed   map[string]*orgName
	byExact  map[string]*cluster // exact, bag and trunk forms
	byTrunk  map[string]*cluster
	byLast   map[string][]anchor // full names by last and by first word
	byFirst  map[string][]anchor
	byHead   map[string][]anchor // by a head with words before it and "of" behind: "Georgia Department of Agriculture"
	initials map[string][]*cluster
	tails    map[string]bool // last two words of longer names
	parted   map[string]bool // keys that the text itself calls a former or later name
	here     map[string]int  // how often the document names countries, their places and people
	mostTold string          // the country that it names most
	defined  map[string]int  // acronyms that the text explains: mention of the full name
}

// An anchor is a full name that short forms may stand for.
type anchor struct {
	*cluster
	name *orgName
	at   int
}

func (o *orgs) parse(i int) *orgName {
	k := o.ms[i].key
	p := o.parsed[k]
	if p == nil {
		v := parseOrg(k)
		p, o.parsed[k] = &v, &v
	}
	return p
}

// define finds what the text itself explains: "National Council (NC)", "NC
// (National Council)".
func (o *orgs) define() {
	o.defined, o.parted = make(map[string]int), make(map[string]bool)
	for x := 0; x+1 < len(o.all); x++ {
		i, k := o.all[x], o.all[x+1]
		if k != i+1 {
			continue
		}
		open := strings.TrimSpace(o.between(i, k))
		if renaming.MatchString(open) {
			o.part(i, k)
		}
		if !strings.HasPrefix(open, "(") && !strings.HasPrefix(open, "[") && open != ", or" {
			continue
		}
		a, b := o.ms[i].name, o.ms[k].name
		switch {
		case !isAcronym(a) && (isAcronym(b) && abbreviates(b, a) || o.bracketed(i, k, open)):
			o.explain(b, i)
		case isAcronym(a) && !isAcronym(b) && abbreviates(a, b):
			o.explain(a, k)
		}
	}
}

// bracketed reports whether mention k stands alone in brackets behind the longer name of
// mention i and is its short form: made of its words ("Ofcom"), or initials that nothing
// lists, of its name in another language.
func (o *orgs) bracketed(i, k int, open string) bool {
	a, b := &o.ms[i], &o.ms[k]
	if open != "(" || !strings.HasPrefix(o.d.Text[b.End:], ")") || !strings.Contains(a.name, " ") || strings.Contains(b.name, " ") {
		return false
	}
	return blends(letters(b.name), strings.Fields(a.name)) || isAcronym(b.name) && len(b.name) > 2 && len(o.lookup(b.name)) == 0
}

var renaming = regexp.MustCompile(`^[(,]?\s*(formerly|previously|once|since renamed|now|renamed)\b`)

// part keeps two names apart that the gazetteer has for one thing, since the
// text says that one was the former name of the other: the one that is not
// the entry's own name stands by itself.
func (o *orgs) part(i, k int) {
	a, b := o.known(i), o.known(k)
	if a == nil || a != b {
		return
	}
	own := key(a.Name)
	for _, m := range []int{i, k} {
		if n := o.ms[m].key; n != own {
			o.parted[n] = true
			return
		}
	}
}

func (o *orgs) explain(acronym string, full int) {
	if _, ok := o.defined[letters(acronym)]; !ok {
		o.defined[letters(acronym)] = full
	}
}

// long clusters everything that is no acronym and no bare head: by gazetteer
// entry, by spelling, by its words in another order.
func (o *orgs) long() {
	for _, i := range o.all {
		n := &o.ms[i]
		if isAcronym(n.name) {
			continue
		}
		p := o.parse(i)
		e := o.known(i)
		if full, ok := o.defined[letters(n.name)]; ok && full < i && len(p.words) == 1 && o.ms[full].cluster != nil {
			if c := o.ms[full].cluster; c.entry == nil && e != nil && o.byEntry[e] == nil {
				c.entry, o.byEntry[e] = e, c
			}
			o.join(i, p, o.ms[full].cluster)
			continue
		}
		if e != nil {
			o.anchor(i, p, o.of(e))
			continue
		}
		if ms := o.candidates(i); p.generic() || o.shortForm(p) || len(ms) > 0 && o.localShort(i, ms[0]) {
			continue
		}
		c := o.byExact[p.exact()]
		if c == nil && len(p.content) > 1 {
			c = o.byExact["bag "+p.bag()]
		}
		head, country := o.officeOf(i)
		if c == nil && country != nil {
			if h := o.byExact[head]; h != nil && h.entry == nil && h.country == nil {
				c = h
			}
		}
		if c == nil {
			c = o.cluster(doc.Org)
		}
		if country != nil && c.country == nil {
			c.country = country
			if o.byExact[head] == nil {
				o.byExact[head] = c
			}
		}
		o.anchor(i, p, c)
	}
}

// officeOf parts "Ministry of Health of Uganda" in what every state has and
// whose it is; country is nil where the name is not such a one.
func (o *orgs) officeOf(i int) (head string, country *gazetteer.Entry) {
	name := o.ms[i].name
	at := strings.LastIndex(name, " of ")
	if at < 0 {
		return "", nil
	}
	p := parseOrg(key(name[:at]))
	if !shared(&p) || p.generic() {
		return "", nil
	}
	return p.exact(), o.g.Country(o.countryOf(strings.TrimPrefix(name[at+4:], "the ")))
}

// known is the gazetteer entry that mention i names.
func (o *orgs) known(i int) *gazetteer.Entry {
	if o.parted[o.ms[i].key] {
		return nil
	}
	ms := o.candidates(i)
	if len(ms) == 0 {
		ms = o.expanded(o.ms[i].name)
	}
	if len(ms) == 0 {
		return nil
	}
	if p := o.parse(i); shared(p) && ms[0].Entry.Kind != gazetteer.IntlOrg && !o.ofHere(ms[0].Entry.Country, p) || o.elsewhere(i, ms[0].Entry) {
		return nil // every state has one
	}
	if e := ms[0].Entry; o.byEntry[e] == nil && partOfName(o.parse(i), e.Name) {
		return nil // a body of its own, of which the entry is but a part
	}
	if o.localShort(i, ms[0]) {
		return nil
	}
	best := ms[0].Entry
	for _, m := range ms {
		if o.byEntry[m.Entry] != nil && o.byEntry[best] == nil {
			best = m.Entry
		}
	}
	return best
}

// elsewhere reports whether a party of plain words, of which many countries have one,
// is of another country than the listed one, since that follows: "the National
// Democratic Party in Iraq".
func (o *orgs) elsewhere(i int, e *gazetteer.Entry) bool {
	if e.Kind != gazetteer.Party || e.Country == "" || i+1 >= len(o.ms) || isAcronym(o.ms[i].name) {
		return false
	}
	next := &o.ms[i+1]
	if next.typ != doc.Place || next.cluster == nil || next.cluster.entry == nil || next.cluster.entry.Kind != gazetteer.Country || next.cluster.entry.Country == e.Country {
		return false
	}
	switch strings.TrimSpace(o.between(i, i+1)) {
	case "in", "of", "in the", "of the":
	default:
		return false
	}
	for _, w := range strings.Fields(o.ms[i].name) {
		if !gazetteer.EnglishWord(w) && !gazetteer.OrgHead(w) {
			return false
		}
	}
	return true
}

// ownBody ends names of bodies that firms found: no other names of the firm.
var ownBody = set("foundation institution institute network movement")

// ownName heads bodies whose names, though plain, mean one of them everywhere.
var ownName = mildSet(set("office department"))

// ofHere reports whether a body that every state has one of may be that of the
// country: the document names it. One called office or department has a name
// of its own in most states, and the listed one is meant wherever it stands.
func (o *orgs) ofHere(country string, p *orgName) bool {
	if country == "" {
		return false
	}
	for _, w := range p.content {
		if ownName[w] {
			return true
		}
	}
	if o.here == nil {
		o.count()
	}
	if top := o.mostTold; top != country && o.here[top] >= enoughTold && 4*o.here[country] <= o.here[top] && (!p.is("congress") || congresses[strings.ToLower(top)]) {
		return false
	}
	return o.here[country] > 0
}

// enoughTold is how often a document must name a country to be about it.
const enoughTold = 4

// congresses are the countries whose parliament is called a congress.
var congresses = set("ar bo br cl co cu do fm gt hn mx pe ph pw py us ve")

// count counts how often the document names each country, its places and people.
func (o *orgs) count() {
	o.here = make(map[string]int)
	for i := range o.ms {
		n, code := &o.ms[i], ""
		switch {
		case n.cluster != nil && n.cluster.entry != nil:
			code = n.cluster.entry.Country
		case n.typ == doc.Group || n.Form == doc.Adjective:
			if e := o.demonym(n); e != nil {
				code = e.Country
			}
		}
		if code == "" {
			continue
		}
		o.here[code]++
		if most := o.here[o.mostTold]; o.here[code] > most || o.here[code] == most && code < o.mostTold {
			o.mostTold = code
		}
	}
}

// is reports whether the one word that says what the body is is w.
func (o *orgName) is(w string) bool { return len(o.content) == 1 && o.content[0] == spelled(w) }

// partOfName reports whether the listed name full begins with the words of a
// name that has a head of its own, and goes on in more than heads: "Example
// Bank" is no "Example Bank Asset Advice", though some call it so.
func partOfName(p *orgName, full string) bool {
	f := parseOrg(key(full))
	n := len(p.words)
	if n < 2 || len(f.words) <= n || !hasHead(p.words) || onlyHeads(f.words[n:]) {
		return false
	}
	for i, w := range p.words {
		if f.words[i] != w {
			return false
		}
	}
	return true
}

// expanded looks a name up with its last word written out, and with or without
// an ending like Group.
func (o *orgs) expanded(name string) []gazetteer.Match {
	words := strings.Fields(name)
	n := len(words) - 1
	if n < 1 {
		return nil
	}
	last := strings.TrimSuffix(strings.ToLower(words[n]), ".")
	var try []string
	if s, ok := spellings[last]; ok {
		try = append(try, strings.Join(words[:n], " ")+" "+titleCase(strings.ToUpper(s)))
	}
	if corporate[last] && last != "party" && last != "university" && last != "media" && last != "news" {
		try = append(try, strings.Join(words[:n], " "))
	}
	for _, cut := range []string{" at ", " in ", ", "} {
		if head, _, ok := strings.Cut(name, cut); ok && strings.Contains(head, " ") {
			try = append(try, head)
		}
	}
	var ms []gazetteer.Match
	for k := 1; k < len(words) && k < 4; k++ {
		if c := o.countryOf(strings.Join(words[:k], " ")); c != "" {
			for _, m := range o.lookup(strings.Join(words[k:], " ")) {
				if m.Entry.Kind.Type() == "ORG" && m.Alias != gazetteer.Conditional && m.Entry.Country == c {
					return []gazetteer.Match{m}
				}
			}
		}
	}
	for _, t := range try {
		for _, m := range o.lookup(t) {
			if m.Entry.Kind.Type() == "ORG" && m.Alias != gazetteer.Conditional && !m.Weak && !(ownBody[last] && m.Entry.Kind == gazetteer.Company) {
				ms = append(ms, m)
			}
		}
		if len(ms) > 0 {
			break
		}
	}
	return ms
}

// countryOf is the code of the country that a name or demonym means, "" if
// none.
func (o *orgs) countryOf(name string) string {
	for _, m := range o.lookup(name) {
		if m.Entry.Kind == gazetteer.Country {
			return m.Entry.Country
		}
	}
	return ""
}

// anchor puts mention i in c and lets short forms find it.
func (o *orgs) anchor(i int, p *orgName, c *cluster) {
	o.put(i, c)
	if o.byExact[p.exact()] == nil {
		o.byExact[p.exact()] = c
	}
	if len(p.content) > 1 && o.byExact["bag "+p.bag()] == nil {
		o.byExact["bag "+p.bag()] = c
	}
	if t := p.trunk(); t != "" && o.byTrunk[t] == nil {
		o.byTrunk[t] = c
	}
	if len(p.words) < 2 {
		return
	}
	if _, place, ok := strings.Cut(o.ms[i].name, ","); ok {
		q := *p
		q.after = len(strings.Fields(key(place)))
		p = &q
	}
	a := anchor{c, p, i}
	first, last := p.words[0], p.words[len(p.words)-1]
	o.byFirst[first] = append(o.byFirst[first], a)
	o.byLast[last] = append(o.byLast[last], a)
	if h := p.inner(); h != "" {
		o.byHead[h] = append(o.byHead[h], a)
	}
	short, long := initialsOf(o.ms[i].name)
	o.initials[short] = appendNew(o.initials[short], c)
	if long != short {
		o.initials[long] = appendNew(o.initials[long], c)
	}
}

// shortForm reports whether a name without entry may be the short form of a
// longer one that the document holds, so that rest should look at it: a name
// of one word, or the tail of a longer name.
func (o *orgs) shortForm(p *orgName) bool {
	return len(p.words) == 1 || len(p.words) == 2 && o.tails[p.exact()]
}

// findTails notes the last two words of longer names, and the first two of firms.
func (o *orgs) findTails() {
	o.tails = make(map[string]bool)
	for _, i := range o.all {
		p := o.parse(i)
		n := len(p.words)
		if n > 2 {
			o.tails[strings.Join(p.words[n-2:], " ")] = true
		}
		if n > 3 && mildCorporate[p.words[n-1]] && !links[p.words[1]] {
			o.tails[strings.Join(p.words[:2], " ")] = true
		}
	}
}

// acronyms gives each acronym its full name: what the text explains, then what
// the gazetteer says, then the one name with these initials.
func (o *orgs) acronyms() {
	for _, i := range o.all {
		n := &o.ms[i]
		if n.cluster != nil || !isAcronym(n.name) {
			continue
		}
		p := o.parse(i)
		if full, ok := o.defined[letters(n.name)]; ok && o.ms[full].cluster != nil {
			o.join(i, p, o.ms[full].cluster)
			continue
		}
		e := o.known(i)
		fits := o.initials[letters(n.name)]
		if c := o.byTrunk[p.exact()]; e != nil && c != nil && c.entry == nil && o.byEntry[e] == nil {
			c.entry, o.byEntry[e] = e, c
		}
		if e != nil && (o.byEntry[e] != nil || len(fits) != 1 || fits[0].entry != nil || everywhere[e.Kind]) {
			o.join(i, p, o.of(e))
			continue
		}
		if len(fits) == 1 {
			fits[0].rule = true
			o.join(i, p, fits[0])
			continue
		}
		c := o.byExact[p.exact()]
		if c == nil {
			c = o.byTrunk[p.exact()]
		}
		if c == nil && len(fits) == 0 && e == nil {
			if c = o.blended(n.name); c == nil {
				c = o.coined(i, p) // G4X, of G4X Custodial Services
			}
		}
		if c == nil {
			c = o.cluster(doc.Org)
			if len(fits) > 1 {
				c.doubt = "may be " + o.fullest(fits[0]) + " or " + o.fullest(fits[1])
			}
		}
		o.join(i, p, c)
	}
}

// blended is the one organisation of whose words the letters of an acronym that nothing
// explains are made: "KOBWA" of the Komati Basin Water Authority.
func (o *orgs) blended(acronym string) *cluster {
	if len(acronym) < 4 {
		return nil
	}
	var found *cluster
	for _, i := range o.all[:min(len(o.all), 400)] {
		if n := &o.ms[i]; n.cluster != nil && n.cluster != found && strings.Count(n.name, " ") > 1 && blends(letters(acronym), strings.Fields(n.name)) {
			if found != nil {
				return nil
			}
			found = n.cluster
		}
	}
	return found
}

// blends reports whether an acronym is made of the beginnings of all words, those that
// link names aside.
func blends(a string, words []string) bool {
	if len(words) == 0 {
		return a == ""
	}
	w := strings.ToUpper(words[0])
	for n := min(3, len(w), len(a)); n > 0; n-- {
		if w[:n] == a[:n] && blends(a[n:], words[1:]) {
			return true
		}
	}
	return links[strings.ToLower(words[0])] && blends(a, words[1:])
}

// everywhere are kinds of bodies that are known all over the world by their
// initials: a committee of that town must explain that it has the same.
var everywhere = map[gazetteer.Kind]bool{gazetteer.Media: true, gazetteer.IntlOrg: true}

func (o *orgs) join(i int, p *orgName, c *cluster) {
	o.put(i, c)
	if o.byExact[p.exact()] == nil {
		o.byExact[p.exact()] = c
	}
}
