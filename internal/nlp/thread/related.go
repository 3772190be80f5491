package thread

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"analyze/internal/doc"
)

// maxNear bounds how many claims and threads a thread names beside its own.
const maxNear = 20

// relate names what is near a thread and not comparable: other threads of its
// key, and claims that stand alone.
func relate(t *doc.Thread, p *part, all []doc.Thread, made, alone *shelf) {
	for _, i := range made.near(p) {
		if len(t.Related) >= maxNear {
			break
		}
		_, why := p.difference(made.parts[i])
		t.Related = append(t.Related, doc.Related{Thread: all[i].ID, Reason: why})
	}
	for _, i := range alone.near(p) {
		if len(t.SetApart) >= maxNear {
			break
		}
		q := alone.parts[i]
		field, why := p.difference(q)
		for _, r := range q.claims {
			if len(t.SetApart) < maxNear && r.DuplicateOf == "" {
				t.SetApart = append(t.SetApart, doc.Apart{Claim: r.ID, Field: field, Reason: why})
			}
		}
	}
	slices.SortStableFunc(t.SetApart, func(a, b doc.Apart) int { return strings.Compare(a.Claim, b.Claim) })
	slices.SortStableFunc(t.Related, func(a, b doc.Related) int { return strings.Compare(a.Thread, b.Thread) })
}

// A shelf holds groups where those near another are found without looking at all.
type shelf struct {
	parts []*part
	at    map[string][]int
}

func newShelf(parts []*part) *shelf {
	s := &shelf{parts, map[string][]int{}}
	put := func(key string, i int) { s.at[key] = append(s.at[key], i) }
	for i, p := range parts {
		switch {
		case p.origin != "":
			put("from "+p.origin, i)
		case p.where != "":
			for _, w := range slices.Compact(strings.Split(p.where, ";")) {
				put("in "+w, i)
			}
			put("did "+p.event, i)
		default:
			put("nowhere", i)
			put("did "+p.event, i)
			put("nowhere did "+p.event, i)
		}
	}
	return s
}

// near lists the groups near p other than itself, in their order.
func (s *shelf) near(p *part) (out []int) {
	var list []int
	switch known := p.claims[0].known(); {
	case p.origin != "":
		list = s.at["from "+p.origin]
	case p.where != "":
		for _, w := range strings.Split(p.where, ";") {
			list = append(list, s.at["in "+w]...)
		}
		if known {
			list = append(list, s.at["nowhere did "+p.event]...)
		}
	case known:
		list = s.at["did "+p.event]
	default:
		list = s.at["nowhere"]
	}
	list = slices.Clone(list)
	slices.Sort(list)
	for _, i := range slices.Compact(list) {
		if q := s.parts[i]; q != p && p.near(q) {
			if out = append(out, i); len(out) > maxNear {
				break
			}
		}
	}
	return out
}

// near reports whether two groups are close enough to be named beside each
// other: they share a place, an origin or have the same event.
func (p *part) near(q *part) bool {
	switch {
	case p.claims[0].Concept != q.claims[0].Concept:
		return false
	case !p.claims[0].known():
		return p.where == q.where && p.origin == q.origin
	case p.origin != "" || q.origin != "":
		return p.origin == q.origin
	case p.where != "" && q.where != "":
		return overlap(p.where, q.where)
	}
	return p.event == q.event
}

func overlap(a, b string) bool {
	if a == b {
		return true
	}
	for x := range strings.SplitSeq(a, ";") {
		for y := range strings.SplitSeq(b, ";") {
			if x == y {
				return true
			}
		}
	}
	return false
}

// difference says in which field two groups differ, and how.
func (p *part) difference(q *part) (field, reason string) {
	switch {
	case p.claims[0].Added != q.claims[0].Added:
		return "definition", "one counts what came on top of an earlier figure"
	case strings.HasPrefix(q.defined, "a part of"):
		return "definition", "counts a part of another figure"
	case strings.HasPrefix(q.defined, "what a share"):
		return "definition", "only what a share or sample is taken from"
	case strings.HasPrefix(q.defined, "worked out"):
		return "definition", "worked out from other figures"
	case p.defined != q.defined:
		one, other := definedAs(p), definedAs(q)
		if one == other {
			return "place", "one names no place and may be of another"
		}
		return "definition", "one counts " + one + ", the other " + other
	case p.event != q.event:
		return "definition", "one counts " + phraseOf(p.event) + ", the other " + phraseOf(q.event)
	case p.nature == q.nature && p.when != q.when && p.origin == q.origin && p.where == q.where:
		return "period", "one tells of " + cmp.Or(p.when, "one time") + ", the other of " + cmp.Or(q.when, "another")
	case p.nature != q.nature:
		return natureField(p, q), "one is a " + p.nature + ", the other a " + q.nature
	case p.origin != q.origin:
		return "place", "one is for people from " + cmp.Or(spoken(p.origin), "everywhere") + ", the other from " + cmp.Or(spoken(q.origin), "everywhere")
	}
	return "place", "one is for " + cmp.Or(spoken(p.where), "no place named") + ", the other for " + cmp.Or(spoken(q.where), "no place named")
}

// definedAs says what narrows the claims of a group, without the document that they
// stand beside each other in.
func definedAs(p *part) string {
	if r := p.claims[0]; r.Apart != "" {
		return r.Apart
	}
	return cmp.Or(p.narrowed(), "all")
}

func natureField(p, q *part) string {
	if strings.HasPrefix(p.nature, "flow") && strings.HasPrefix(q.nature, "flow") {
		return "period"
	}
	return "kind"
}

// spoken writes places joined by ";" as words.
func spoken(places string) string {
	f := strings.Split(places, ";")
	if len(f) < 2 {
		return places
	}
	return strings.Join(f[:len(f)-1], ", ") + " and " + f[len(f)-1]
}

// topic says in words what the claims of a group count.
func (p *part) topic() string {
	r := p.claims[0]
	var b strings.Builder
	words, national := p.words()
	if r.Kind == doc.Percent && !r.Measures() && !shareWord(words) {
		b.WriteString("share of ")
	}
	if r.Kind == doc.ChangeKind {
		b.WriteString(r.Direction + " in ")
	}
	if whose, ok := strings.CutPrefix(r.Concept, "country of "); ok {
		b.WriteString("countries that " + Plural(whose) + " came from")
		if p.event == "returned" {
			b.WriteString(" and went back to")
		}
		return sentenceCase(b.String())
	}
	if r.Added {
		words = strings.TrimSpace(b.String() + "further " + words)
		b.Reset()
	}
	b.WriteString(words)
	if w := eventWords[p.event]; w != "" && StateFor(p.event) != r.Concept && r.Concept != "case" {
		b.WriteString(" " + w)
	}
	if defined := p.narrowed(); strings.HasPrefix(defined, "of ") && defined != "of one age" {
		if kind := strings.TrimPrefix(defined, "of "); manner[strings.ToLower(b.String())] {
			defined = kind // injured guests
		}
		b.WriteString(" " + defined)
	}
	p.writePlaces(&b, national)
	p.writeNature(&b)
	if p.when != "" {
		b.WriteString(", " + p.when)
	}
	return sentenceCase(b.String())
}

// manner are words for people whom something befell that stand before a noun.
var manner = set("injured wounded missing displaced arrested detained homeless unemployed hungry poor")

// writePlaces says where what is counted comes from and where it is; national where the
// words before say already whence.
func (p *part) writePlaces(b *strings.Builder, national bool) {
	if p.origin != "" && !national {
		b.WriteString(" from " + spoken(p.origin))
	} else if strings.HasPrefix(p.defined, "from ") && !strings.Contains(b.String(), " from ") && !national {
		b.WriteString(" " + p.defined)
	}
	switch {
	case p.where == "" && p.origin == "":
		if where := p.somewhere(); where != "" {
			b.WriteString(", " + spoken(where))
		}
	case p.where == "":
	case p.event == "went":
		b.WriteString(" to " + spoken(p.where))
	default:
		b.WriteString(", " + spoken(p.where))
	}
}

// somewhere is the place that a claim of the group names, where the words for what is
// counted say no more than in what it is measured; "" where they do or none names one.
func (p *part) somewhere() string {
	for _, r := range p.claims {
		if r.known() || names(r.Short) || names(r.What) {
			return ""
		}
	}
	for _, r := range p.claims {
		if len(r.Places) > 0 && !r.Carried && r.Role != doc.Origin {
			return strings.Join(r.Places, ";")
		}
	}
	return ""
}

// writeNature says what kind of number it is and by what it is defined, unless the words
// before say so already.
func (p *part) writeNature(b *strings.Builder) {
	if per, ok := strings.CutPrefix(p.nature, "rate per "); ok {
		b.WriteString(", a " + per)
	}
	if span, ok := strings.CutPrefix(p.nature, "flow "); ok {
		b.WriteString(", " + span)
	}
	said, defined := strings.ToLower(b.String()), p.narrowed()
	switch {
	case defined == "", strings.HasPrefix(defined, "of "), strings.HasPrefix(defined, "from "):
	case strings.Contains(said, defined), strings.Contains(said, Plural(defined)):
	case defined == "woman" && strings.Contains(b.String(), "omen"):
	default:
		b.WriteString(", " + defined)
	}
}

// narrowed is what narrows the claims of the group for a topic, without the claim or
// document that sets them apart from all others.
func (p *part) narrowed() string {
	if r := p.claims[0]; r.Apart != "" || r.Added {
		return r.Definition
	}
	defined, _, _ := strings.Cut(" "+p.defined, " "+besideIn)
	return strings.TrimSpace(defined)
}

// shareWord reports whether the words for a percentage say already that it is a share.
func shareWord(words string) bool {
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	switch strings.TrimSuffix(first, "s") {
	case "share", "proportion", "percentage", "rate":
		return true
	}
	return false
}

// words are those that name what the claims of the group count; national tells that
// they say of which country it is.
func (p *part) words() (words string, national bool) {
	r := p.claims[0]
	if r.Concept == "dead" {
		return "deaths", false // however each text says it
	}
	if r.known() {
		if best := p.common(); best != nil && names(best.Phrase) {
			return best.Phrase, best.National
		}
		return Plural(r.Concept), false
	}
	if best := p.shortest(); best != nil {
		return best.Short, best.National
	}
	for _, r := range p.claims {
		if names(r.What) {
			return r.What, r.National
		}
	}
	if names(r.Concept) {
		return Plural(r.Concept), false
	}
	return cmp.Or(measured[r.Unit], unnamed[r.Kind], "figure"), false
}

// names reports whether words name something: they are more than a letter, and no time
// at which it was counted.
func names(words string) bool {
	f := strings.Fields(strings.ToLower(words))
	if len(f) == 0 || words == "" || blank[f[len(f)-1]] {
		return false
	}
	letters := 0
	for _, c := range words {
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters > 1
}

// blank are words that name no thing that is counted: when it was, and how much.
var blank = set("war height peak whole of time moment decade period")

// unnamed calls figures by their kind of which no text says what they count, measured by
// their unit.
var (
	unnamed  = map[doc.FigureKind]string{doc.Count: "number", doc.Percent: "share", doc.Money: "money", doc.Measure: "measure", doc.Duration: "length of time", doc.ChangeKind: "figure"}
	measured = map[string]string{
		"person": "people", "km2": "area", "hectare": "area", "acre": "area", "square-mile": "area", "m2": "area", "dunam": "area", "feddan": "area", "mu": "area",
		"litre": "volume", "liter": "volume", "m3": "volume", "gallon": "volume", "barrel": "volume", "tonne": "weight", "ton": "weight", "kg": "weight", "kilogram": "weight", "pound": "weight",
		"km": "distance", "kilometre": "distance", "mile": "distance", "metre": "length", "m": "length", "foot": "length", "yard": "length", "mw": "power", "megawatt": "power",
	}
)

// shortest is the claim that names in the fewest words what no table knows, nil if
// none does.
func (p *part) shortest() (best *Record) {
	for _, r := range p.claims {
		if names(r.Short) && (best == nil || len(r.Short) < len(best.Short)) {
			best = r
		}
	}
	return best
}

// common is a claim that says what it counts as most of the group do, nil if none
// names the concept.
func (p *part) common() (best *Record) {
	count, form := map[string]int{}, map[string]*Record{}
	counted := map[string]bool{} // a source that is quoted often counts once
	for _, r := range p.claims {
		w := strings.ToLower(r.Phrase)
		if key := r.SourceKey() + "|" + w; w != "" && r.DuplicateOf == "" && !counted[key] {
			counted[key] = true
			count[w]++
			if form[w] == nil || r.Phrase > form[w].Phrase {
				form[w] = r // small letters sort behind capitals
			}
		}
	}
	most := ""
	for w, n := range count {
		if n > count[most] || n == count[most] && w < most {
			most = w
		}
	}
	return form[most]
}

func sentenceCase(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
