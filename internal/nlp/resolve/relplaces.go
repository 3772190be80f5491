package resolve

import (
	"sort"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// units are heads of organisations that are as a rule part of a larger one.
var units = mildSet(set("program project center institute desk department division unit office school faculty team taskforce force initiative branch directorate bureau section lab laboratory committee group"))

// seats are heads of organisations that have a seat, rather than act in places.
var seats = mildSet(set("institute institution center university college school academy house hospital council court foundation museum program clinic library laboratory observatory society consultancy faculty department desk"))

// org reads what stands beside the name of an organisation at item i.
func (f *finder) org(i int, note bool) {
	f.branch(i)
	f.renamed(i)
	if note {
		return
	}
	j := f.behindShort(i)
	f.whose(i, j)
	f.foundedPassive(i, j)
	f.town(i, j)
	switch w := f.word1(j); {
	case w == "at" || w == "of" || w == "within":
		if t := f.skipArticle(j + 1); f.typ(t) == doc.Org && f.isUnit(i) {
			f.tell(partOf, i, t, i, t)
		}
	case w == "in" && f.typ(f.skipArticle(j+1)) == doc.Place:
		if t := f.skipArticle(j + 1); f.seated(i) && f.isTown(t) {
			f.tell(locatedIn, i, t, i, t)
		}
	case possessive(w):
		f.owned(i, j+1)
	case w == ",":
		if t := j + 1; f.isPlace(t) && f.isTown(t) && (f.seated(i) || ofState(f.d.Slice(f.items[i].Span))) && f.ends(t) {
			f.tell(locatedIn, i, t, i, t)
		}
		f.apposition(i, j+1)
	case w == "is" || w == "was":
		f.apposition(i, j+1)
	}
	if f.is(j, "is based in") || f.is(j, "was based in") || f.is(j, ", based in") || f.is(j, "is headquartered in") || f.is(j, ", headquartered in") {
		k := j
		for f.word1(k) != "in" {
			k++
		}
		if f.typ(k+1) == doc.Place {
			f.tell(locatedIn, i, k+1, i, k+1)
		}
	}
	if f.is(j, "pledged allegiance to") || f.is(j, "swore allegiance to") || f.is(j, "has pledged allegiance to") || f.is(j, "had pledged allegiance to") {
		k := j
		for f.word1(k) != "to" {
			k++
		}
		if t := f.skipArticle(k + 1); f.typ(t) == doc.Org {
			f.tell(affiliateOf, i, t, i, t)
		}
	}
	if f.is(j, "is part of") || f.is(j, "was part of") || f.is(j, ", part of") || f.is(j, "belongs to") {
		k := j
		for f.word1(k) != "of" && f.word1(k) != "to" {
			k++
		}
		if t := f.skipArticle(k + 1); f.typ(t) == doc.Org {
			f.tell(partOf, i, t, i, t)
		}
	}
	f.basedBefore(i)
}

// ends reports whether the name at item t is the last of its phrase.
func (f *finder) ends(t int) bool {
	if t+1 >= len(f.items) {
		return true
	}
	n := &f.items[t+1]
	return n.mention < 0 && (n.tag == doc.Comma && f.typ(t+2) != doc.Place || n.tag == doc.Period || n.tag == doc.RParen || n.tag == doc.Colon)
}

// isUnit reports whether the name at i is that of a part of something larger.
func (f *finder) isUnit(i int) bool {
	p := parseOrg(key(f.d.Slice(f.items[i].Span)))
	for k, w := range p.words {
		if (k == len(p.words)-1 || k == 0 || links[p.words[k+1]]) && units[w] {
			return true
		}
	}
	return strings.Contains(p.exact(), "task force")
}

// seated reports whether "X in Y" says of an organisation at i where it has
// its seat: not of groups, armies, agencies and the like, which act in places.
func (f *finder) seated(i int) bool {
	switch f.kind(i) {
	case gazetteer.ThinkTank, gazetteer.University, gazetteer.Company, gazetteer.Court, gazetteer.NGO:
		return true
	case gazetteer.Unknown, gazetteer.Org:
		p := parseOrg(key(f.d.Slice(f.items[i].Span)))
		for _, w := range p.words {
			if seats[w] {
				return true
			}
		}
	}
	return false
}

func (f *finder) isTown(i int) bool {
	r := f.ref(i)
	return r >= 0 && !f.adjective(i) && (f.d.Referents[r].Subtype == "city" || f.d.Referents[r].Subtype == "other")
}

// owned reads "X's Y" and "X's most prominent affiliate, Y", i being X and j
// the item behind the possessive.
func (f *finder) owned(i, j int) {
	if f.typ(j) == doc.Org {
		f.tell(partOf, j, i, i, j)
		if f.word1(j+1) == "and" && f.typ(j+2) == doc.Org && f.isUnit(j) && f.isUnit(j+2) {
			f.tell(partOf, j+2, i, i, j+2)
		}
		return
	}
	for k := j; k < len(f.items) && k < j+6 && f.items[k].mention < 0; k++ {
		rel := dependence(f.items[k].word)
		if rel == "" {
			continue
		}
		t := k + 1
		if f.word1(t) == "," {
			t++
		}
		if f.typ(t) == doc.Org {
			f.tell(rel, t, i, i, t)
		}
		return
	}
}

// dependence is the relation that a noun puts one organisation in to another.
func dependence(w string) string {
	switch w {
	case "franchise", "affiliate", "offshoot", "ally", "affiliates", "splinter", "partner":
		return affiliateOf
	case "branch", "wing", "arm", "unit", "division", "subsidiary", "department", "programme", "program", "agency", "institute", "chapter", "faction", "part":
		return partOf
	case "member":
		return memberOf
	}
	return ""
}

// apposition reads ", an affiliate of Y", ", the European Union law enforcement
// agency", ", a consultancy in New York" behind an organisation at i.
func (f *finder) apposition(i, j int) {
	k := f.skipArticle(j)
	if k == j && f.items[min(j, len(f.items)-1)].mention < 0 && dependence(f.word1(j)) == "" {
		return
	}
	owner := -1
	for n := 0; n < 8 && k < len(f.items); n, k = n+1, k+1 {
		it := &f.items[k]
		if it.mention >= 0 {
			if owner >= 0 || f.typ(k) != doc.Org {
				if f.based(k) > 0 && f.isTown(k) {
					f.tell(locatedIn, i, k, i, f.based(k)-1)
					return
				}
				if !f.adjective(k) {
					return
				}
				continue
			}
			owner = k
			continue
		}
		if possessive(it.word) {
			continue
		}
		if rel := dependence(it.word); rel != "" {
			if f.word1(k+1) == "of" {
				if t := f.skipArticle(k + 2); f.typ(t) == doc.Org {
					f.tell(rel, i, t, i, t)
				}
			} else if owner >= 0 {
				f.tell(rel, i, owner, i, k)
			}
			return
		}
		if (it.word == "in" || f.is(k, "based in") || f.is(k, "registered in") || f.is(k, "headquartered in")) && owner < 0 {
			t := k + 1
			if it.word != "in" {
				t++
			}
			if f.isPlace(t) && f.isTown(t) {
				f.tell(locatedIn, i, t, i, t)
			}
			f.renamedAt(i, t+1)
			return
		}
		if !wordlike(it) || it.word == "and" {
			return
		}
	}
}

func (f *finder) isPlace(i int) bool { return f.typ(i) == doc.Place }

// basedBefore reads "Tunis-based X" with the name at i.
func (f *finder) basedBefore(i int) {
	if f.word1(i-1) == "based" && f.word1(i-2) == "-" && f.isPlace(i-3) {
		f.tell(locatedIn, i, i-3, i-3, i)
	}
	if f.word1(i-1) == "-based" && f.isPlace(i-2) {
		f.tell(locatedIn, i, i-2, i-2, i)
	}
}

// branch reads names that say themselves what they are part of: "X-Khorasan".
func (f *finder) branch(i int) {
	name := f.d.Slice(f.items[i].Span)
	head, tail, ok := strings.Cut(name, "-")
	if !ok || tail == "" || tail[0] < 'A' || tail[0] > 'Z' {
		return
	}
	if f.written == nil {
		f.written = make(map[string]int)
		for r := range f.d.Referents {
			if ref := &f.d.Referents[r]; ref.Type == doc.Org {
				for _, m := range ref.Mentions {
					f.written[f.d.Slice(f.d.Mentions[m].Span)] = r
				}
			}
		}
	}
	whole, ok := f.written[head]
	if !ok || whole == f.ref(i) {
		return
	}
	rel := doc.Relation{Kind: partOf, From: f.ref(i), To: whole, Span: f.items[i].Span}
	if !f.seen[rel] && rel.From >= 0 {
		f.seen[rel] = true
		f.found = append(f.found, rel)
	}
}

// renamed reads "X (formerly known as Y)", "Y, now called X", for organisations
// and places.
func (f *finder) renamed(i int) { f.renamedAt(i, i+1) }

// renamedAt is renamed where item j goes on about the name at i.
func (f *finder) renamedAt(i, j int) {
	if w := f.word1(j); w == "(" || w == "," {
		j++
	}
	if f.word1(j) == "which" || f.word1(j) == "was" || f.word1(j) == "were" {
		j++
	}
	later := -1
	switch f.word1(j) {
	case "formerly", "previously", "once", "ex":
		later = 0
	case "now", "since":
		later = 1
	case "renamed":
		later = 1
		if f.word1(j-1) == "," || f.word1(j-1) == "(" || f.word1(j-1) == "was" {
			break
		}
		if f.word1(j+1) == "itself" {
			j++
		}
	default:
		return
	}
	k := j + 1
	known := f.word1(j) == "renamed" || f.word1(j) == "itself"
	for n := 0; n < 4; n++ {
		switch f.word1(k) {
		case "known", "called", "named", "renamed", "rebranded":
			known = true
		case "as", "the", "itself":
		default:
			n = 4
			continue
		}
		k++
	}
	if f.typ(k) == doc.NoType || f.typ(k) != f.typ(i) || !known && (later == 1 || k != j+1) {
		return
	}
	if later == 1 {
		f.tell(formerly, i, k, i, k)
	} else {
		f.tell(formerly, k, i, i, k)
	}
}

// place reads what stands beside the name of a place at item i.
func (f *finder) place(i int) {
	f.renamed(i)
	if f.adjective(i) {
		return
	}
	f.metonym(i)
	switch f.word1(i + 1) {
	case ",", "(":
		if f.isPlace(i+2) && f.within(i, i+2) {
			f.tell(locatedIn, i, i+2, i, i+2)
		}
	case "in":
		if t := f.skipArticle(i + 2); f.isPlace(t) && !f.adjective(t) && (f.within(i, t) || f.listed(t) && !f.listed(i)) {
			f.tell(locatedIn, i, t, i, t)
		}
	}
	f.particularly(i)
}

// listed reports whether what item i names is in the gazetteer.
func (f *finder) listed(i int) bool {
	r := f.ref(i)
	return r >= 0 && f.d.Referents[r].Key != ""
}

// particularly reads "X, particularly the Y", "Y and other parts of X".
func (f *finder) particularly(i int) {
	j := i + 1
	if f.word1(j) == "," {
		switch f.word1(j + 1) {
		case "particularly", "especially", "notably", "chiefly", "including", "mainly":
			k := j + 2
			if f.word1(k) == "in" {
				k++
			}
			if t := f.skipArticle(k); f.isPlace(t) && f.within(t, i) {
				f.tell(locatedIn, t, i, i, t)
			}
		}
		return
	}
	if f.is(j, "and other parts of") || f.is(j, "and elsewhere in") || f.is(j, "and the rest of") {
		k := j + 4
		if f.word1(j+1) == "elsewhere" {
			k = j + 3
		}
		if t := f.skipArticle(k); f.isPlace(t) && f.within(i, t) {
			f.tell(locatedIn, i, t, i, t)
		}
	}
}

// within reports whether the place at a lies in the one at b, by the
// gazetteer, or may do so where it is not listed.
func (f *finder) within(a, b int) bool {
	x, y := f.ref(a), f.ref(b)
	if x < 0 || y < 0 || x == y {
		return false
	}
	p, q := &f.d.Referents[x], &f.d.Referents[y]
	if p.Key == "" {
		return q.Subtype == "country" && q.Country != "" && p.Country == q.Country
	}
	if q.Key == "" {
		return false
	}
	return p.Key != q.Key && (f.g.Within(p.Key, q.Key) || q.Subtype == "country" && p.Country == q.Country && p.Subtype != "country")
}

// nested tells of the towns and regions of a sentence that lie in a country
// that the sentence names too, and of armed groups that belong to it: the text
// speaks of them as such, and the gazetteer confirms it. Where the sentence
// names no country, the one before it in the same paragraph counts.
func (f *finder) nested() {
	var countries, inner []int
	for i := range f.items {
		r := -1
		if f.items[i].mention >= 0 {
			r = f.ref(i)
		}
		if r < 0 || f.adjective(i) && f.d.Referents[r].Subtype != "country" {
			continue
		}
		switch ref := &f.d.Referents[r]; {
		case ref.Subtype == "country":
			countries = append(countries, i)
		case ref.Key == "":
		case f.word1(i-1) == "as" || f.word1(i-1) == "formerly" || f.word1(i-1) == "called": // a former name
		case ref.Type == doc.Place, f.kind(i) == gazetteer.ArmedGroup && ref.Country != "":
			inner = append(inner, i)
		}
	}
	if len(countries) > 3 {
		inner = nil // a row of countries says nothing of places
	}
	for _, t := range inner {
		best := -1
		for _, c := range countries {
			if f.inside(t, c) && f.spokenOf(t, c) && (best < 0 || abs(c-t) < abs(best-t)) {
				best = c
			}
		}
		if best >= 0 {
			f.weak = append(f.weak, doc.Relation{Kind: locatedIn, From: f.ref(t), To: f.ref(best), Span: f.around(min(t, best), max(t, best))})
		} else if len(countries) == 0 && f.geographic(t) {
			f.carried(t)
		}
	}
	if len(countries) > 0 {
		f.recent = f.recent[:0]
		for _, c := range countries[:min(len(countries), 8)] {
			f.recent = append(f.recent, f.ref(c))
		}
	}
}

// spokenOf reports whether the sentence speaks of the place at item t as part
// of the country at item c: not where the country only says whose a person is
// ("U.S. President"), or where a capital stands for its government.
func (f *finder) spokenOf(t, c int) bool {
	if f.acts(t) {
		return false
	}
	next := f.word1(c + 1)
	if !f.adjective(c) {
		return f.typ(c+1) != doc.Person && roleOf(next) == noRole && !(c+1 < len(f.items) && f.items[c+1].upper && f.items[c+1].mention < 0)
	}
	for k := c + 1; k < c+4 && k < len(f.items); k++ {
		if geography[f.word1(k)] {
			return true
		}
	}
	return f.geographic(t) || abs(t-c) < 6 && t > c && f.typ(c+1) == doc.NoType && roleOf(next) == noRole
}

var geography = set("city cities town towns village villages province provinces region regions district districts capital port ports border coast island islands stronghold strongholds suburb suburbs neighbourhood neighborhood territory governorate state states county north south east west desert mountains side soil")

// geographic reports whether a word beside the name at item t says that it is
// a place: "the city of X", "the X region".
func (f *finder) geographic(t int) bool {
	return geography[f.word1(t+1)] || f.word1(t-1) == "of" && geography[f.word1(t-2)] || geography[f.word1(t-1)]
}

// acts reports whether what item i names is the subject of a verb that only
// people and governments do.
func (f *finder) acts(i int) bool {
	if !acting[f.word1(i+1)] {
		return false
	}
	switch f.word1(i - 1) {
	case "in", "at", "to", "from", "near", "of", "around", "outside", "for", "-", ",":
		return false
	}
	return true
}

// inside is within for places, and for an armed group says that it belongs to
// a country.
func (f *finder) inside(a, b int) bool {
	if f.typ(a) == doc.Org {
		return f.d.Referents[f.ref(a)].Country == f.d.Referents[f.ref(b)].Country
	}
	return f.within(a, b)
}

// carried ties the place at item t to a country of the sentence before.
func (f *finder) carried(t int) {
	x := f.ref(t)
	for _, c := range f.recent {
		p, q := &f.d.Referents[x], &f.d.Referents[c]
		if p.Type == doc.Place && p.Country == q.Country && p.Country != "" {
			f.over = append(f.over, doc.Relation{Kind: locatedIn, From: x, To: c, Span: f.items[t].Span})
			return
		}
	}
}

// around is the span of items a to b as they stand in the text.
func (f *finder) around(a, b int) doc.Span {
	span := f.items[a].Span
	for _, it := range f.items[a : b+1] {
		span.Start, span.End = min(span.Start, it.Start), max(span.End, it.End)
	}
	return span
}

// addWeak takes over what sentences only imply, once for each pair that no
// sentence states.
func (f *finder) addWeak() {
	type pair struct{ from, to int }
	said := make(map[pair]bool)
	for _, r := range f.found {
		if r.Kind == locatedIn {
			said[pair{r.From, r.To}] = true
		}
	}
	sort.SliceStable(f.weak, func(a, b int) bool { return f.weak[a].Span.Len() < f.weak[b].Span.Len() })
	for _, r := range append(f.weak, f.over...) {
		if p := (pair{r.From, r.To}); !said[p] && r.From != r.To {
			said[p] = true
			f.found = append(f.found, r)
		}
	}
}

// acting are verbs of which a capital is the subject when its government is
// meant.
var acting = set(`says said wants wanted decided agreed refuses refused insists insisted announced denies denied accuses accused hopes hoped
supports supported backs backed warned warns believes fears demanded demands proposed proposes imposed approved rejected rejects pledged
promised signed sent recognised recognized withdrew expelled condemned urged offered sees sought seeks threatened threatens`)

// metonym notes a capital that acts.
func (f *finder) metonym(i int) {
	if f.acts(i) {
		f.metonyms = append(f.metonyms, f.ref(i))
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
