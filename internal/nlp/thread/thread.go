package thread

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"

	"github.com/govalues/decimal"
)

// Threads brings together the claims of all documents that speak of the same
// thing: same concept and event, places that fit, comparable kind and unit; and those
// that documents of one story word otherwise. Rates, shares, stocks, flows and totals
// stay apart, as do official and unofficial counts; what is near but apart is named in
// SetApart and Related.
//
// It is [Separate], [Ties] and [Join] in one, for records that are all in memory; equal
// input in any order gives equal output.
func Threads(records []Record) []doc.Thread {
	return Join(Separate(records), Ties(records), records)
}

// Separate makes the threads that words, place and time alone make. The records are
// grouped by [Record.Key], so that the groups can be made on different machines.
func Separate(records []Record) []doc.Thread {
	list := make([]*Record, 0, len(records))
	for i := range records {
		if records[i].Comparable() {
			list = append(list, &records[i])
		}
	}
	var out []doc.Thread
	eachGroup(list, (*Record).Key, func(group []*Record) { out = append(out, Group(group)...) })
	slices.SortStableFunc(out, func(a, b doc.Thread) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// eachGroup calls f with the records of each key, in order of their keys, each sorted by
// where it stands.
func eachGroup(list []*Record, key func(*Record) string, f func([]*Record)) {
	slices.SortStableFunc(list, func(a, b *Record) int {
		return cmp.Or(strings.Compare(key(a), key(b)), byPlace(a, b))
	})
	for i := 0; i < len(list); {
		j := i
		for j < len(list) && key(list[j]) == key(list[i]) {
			j++
		}
		f(list[i:j])
		i = j
	}
}

// byPlace sorts by document and by where the claim stands in it.
func byPlace(a, b *Record) int {
	return cmp.Or(strings.Compare(a.Doc, b.Doc), cmp.Compare(a.Start, b.Start))
}

// Comparable reports whether r may stand in a thread at all; copies in other
// documents do not matter to it.
func (r *Record) Comparable() bool {
	if r.Concept == "" || r.Vague || r.Low == nil && r.High == nil && r.Value == nil {
		return false
	}
	if r.DuplicateOf != "" && strings.HasPrefix(r.DuplicateOf, r.Doc+"#") || r.Quoted {
		return false
	}
	if r.Kind == doc.Duration || r.Kind == doc.Age || r.Kind == doc.Ratio || r.Concept == "name" && r.Event != "" && r.Event != "registered" {
		return false
	}
	switch {
	case r.Rival, r.Concept == "fighter" || r.Concept == "country of fighter":
		return r.firm()
	case strings.HasPrefix(r.Concept, "country"):
		return false
	case r.Role == doc.Origin && len(r.Others) == 0 && r.Event == "" && !r.Table && r.Per == "":
		return false // Syrians are everywhere
	case !r.firm():
		return r.precise() && r.Kind != doc.ChangeKind && (r.Kind != doc.Percent || r.Concept != "person") && (len(r.Places) > 0 || r.Focus != "")
	}
	return len(r.Places) > 0 || r.Focus != "" && (r.tells() || r.precise())
}

// firm reports whether figures for r's thing in one place may be held against each
// other by their words alone: it is known to the tables, or is told by more than a
// word for anything, and is no handful. Others are for the same thing where their
// numbers are.
func (r *Record) firm() bool {
	switch {
	case r.Kind == doc.Percent && !r.Table && !r.Rival && (r.Event == "" || r.Event == "went") && !r.Measures():
		return false
	case r.Rival, r.known() && r.Concept != "worker" && r.Concept != "soldier" && r.Concept != "name", r.Measures(), r.Table:
		return true
	case r.Kind == doc.Count && r.Named().Abs().Less(powerOfTen(1)), r.Named().IsZero(), !r.asOf().Known():
		return false
	}
	return !vagueThings[r.Concept]
}

// precise reports whether the number of r is told so closely that another who tells it
// for a thing of that name means the same.
func (r *Record) precise() bool {
	n := r.Named()
	if n == nil {
		return false
	}
	digits := strings.TrimRight(strings.Replace(n.Abs().Trim(0).String(), ".", "", 1), "0")
	return len(strings.TrimLeft(digits, "0")) > 1 && (r.Kind != doc.Count || !n.Abs().Less(powerOfTen(2)))
}

// tells reports whether r says enough of what it counts to be taken for a figure
// of the country that its document is about, where it names no place.
func (r *Record) tells() bool {
	return r.state() || r.Concept == "house" && r.Event != "" || r.Measures() || strings.Contains(r.Concept, " ") && r.Kind != doc.Count
}

// known reports whether the concept is one that the tables name.
func (r *Record) known() bool { return r.Listed || r.state() }

// vagueThings name so many things that two figures for them in one country need
// not be for the same.
var vagueThings = set("increase decrease rise fall drop growth change difference gap program programme project contribution investment convention value leader part thing group team step member time point question issue source item " +
	"unit piece way reason side example version type kind level series set page list officer official aircraft plane ship boat vehicle attack incident case meeting visit " +
	"event measure effort deal agreement contract plan option candidate seat party bill law act order grant loan fund award prize fine fee payment purchase sale tax " +
	"site building area place office station school room street home person man woman child soldier worker employee job staff student volunteer speaker expert year " +
	"month week day hour minute benefit budget spending amount sum total cost price resource asset revenue income profit bond share dollar euro pound aid package work " +
	"operation action activity service system report letter document record study survey interview respondent participant sample strike raid flight trip round stage " +
	"game match goal medal title song album film book story article word line number figure letter vote delegate shareholder partner branch shop store outlet")

// Key is what claims must share to be looked at together, the blocking key: what they
// count as far as its head, kind and unit.
func (r *Record) Key() string {
	head, _, _ := strings.Cut(r.Concept, " of ")
	head = head[strings.LastIndexByte(head, ' ')+1:]
	switch {
	case r.known():
		head = r.Concept
	case r.Unit == "person" && r.Kind == doc.Count:
		head = "person"
	}
	return head + r.scale()
}

// scale is the kind and unit in which r counts.
func (r *Record) scale() string {
	kind, unit := "count", ""
	switch r.Kind {
	case doc.Percent, doc.Money, doc.Measure:
		kind, unit = r.Kind.String(), r.Unit
	case doc.ChangeKind:
		kind, unit = "change "+r.Direction, r.Unit
	case doc.Count:
	}
	return "|" + kind + "|" + unit
}

// A part is a group of comparable claims within one key.
type part struct {
	key     string
	claims  []*Record
	event   string
	origin  string
	where   string
	nature  string // total, stock, flow, rate, share
	defined string
	joined  []*Record // that name no place themselves
	when    string    // the month, where the group was parted from others by date
}

// Group makes the threads of the records of one key, sorted by ID.
func Group(list []*Record) []doc.Thread {
	parts := split(list)
	var out []doc.Thread
	var made []*part
	var alone []*part
	for _, p := range parts {
		if t, ok := p.thread(); ok {
			out, made = append(out, t), append(made, p)
		} else if p.claims[0].firm() {
			alone = append(alone, p)
		}
	}
	threads, others := newShelf(made), newShelf(alone)
	for i, p := range made {
		relate(&out[i], p, out, threads, others)
	}
	return out
}

// split parts the records of a key into comparable groups, sorted by concept and key.
func split(list []*Record) []*part {
	byConcept := map[string][]*Record{}
	for _, r := range list {
		byConcept[r.Concept] = append(byConcept[r.Concept], r)
	}
	var out []*part
	for _, concept := range slices.Sorted(maps.Keys(byConcept)) {
		out = append(out, splitConcept(byConcept[concept])...)
	}
	return joinLevels(out)
}

// splitConcept does it for records of one concept.
func splitConcept(list []*Record) []*part {
	byKey := map[string]*part{}
	for _, r := range list {
		p := r.part()
		if q := byKey[p.key]; q != nil {
			q.claims = append(q.claims, r)
		} else {
			p.claims = []*Record{r}
			byKey[p.key] = p
		}
	}
	parts := make([]*part, 0, len(byKey))
	for _, k := range slices.Sorted(maps.Keys(byKey)) {
		parts = append(parts, byKey[k])
	}
	var events, out []*part
	for _, p := range joinSince(joinKinds(joinIllness(joinOfficial(joinPlaceless(parts))))) {
		events = append(events, p.byEvent()...)
	}
	for _, p := range events {
		out = append(out, p.byKin()...)
	}
	return out
}

// part gives the group that r belongs to by its own fields.
func (r *Record) part() *part {
	p := &part{event: r.what(), defined: r.Definition, nature: r.nature()}
	if r.Apart != "" {
		p.defined = r.Apart + " " + r.ID
	} else if r.Added {
		p.defined = strings.TrimSpace(r.Definition + " on top " + r.numbers())
	}
	p.origin, p.where = r.from(), r.at()
	if r.Kind == doc.Percent && (p.event == "threat" || p.event == "departed") || strings.HasPrefix(r.Concept, "country of") {
		p.where, p.origin = "", ""
	}
	if r.Event == "returned" && len(r.Places) > 1 {
		p.where = "" // several places are where they came back from
	}
	if r.Per != "" && r.Concept == "fighter" {
		// Over a border, from one country into the other: one flow.
		p.origin, p.where = "", strings.Join(slices.Concat(r.Places, r.Others), ";")
	}
	if r.Carried && r.Concept == "fighter" && p.event == "went" && p.nature == "total" {
		p.where = "" // its own words narrow it to no place
	}
	switch {
	case r.strength():
		p.origin, p.where = "", "" // wherever they are
	case r.Carried && !r.Rival && r.Focus != "" && r.Concept != "fighter" && r.Flows():
		p.where = r.Focus // what one event did, whichever of its places was named last
	case p.where == "" && p.origin == "" && !r.tells() && !r.Rival && !(r.known() && r.firm()):
		p.where = r.Focus
	}
	if p.where == "" && r.atHome() {
		p.origin, p.where = "", p.origin // Kenyans out of work are so in Kenya
	}
	if r.Rival && p.where == "" && p.origin == "" && !r.tells() {
		p.defined = strings.TrimSpace(p.defined + " " + besideIn + r.Doc)
	}
	p.where = strings.TrimPrefix(unite(p.where, ""), ";")
	p.key = strings.Join([]string{p.event, p.nature, p.defined, p.origin, p.where}, "|")
	return p
}

// numbers are those of r in words: two that came on top of others are one thing where
// they are the same.
func (r *Record) numbers() string {
	var b strings.Builder
	for _, n := range [...]*decimal.Decimal{r.Low, r.Value, r.High} {
		if n != nil {
			b.WriteString(n.Trim(0).String())
		}
		b.WriteByte('/')
	}
	return b.String()
}

// addsTo reports whether one of two claims counts what came on top of an earlier figure
// and the other a total, or something else that came on top.
func (r *Record) addsTo(s *Record) bool {
	return r.Added != s.Added || r.Added && !equalDecimal(r.Named(), s.Named())
}

// what is the event, where those counted without one stand for those who went.
func (r *Record) what() string {
	switch {
	case r.Concept == "fighter" && r.Event == "" && r.Kind != doc.Percent && r.Abroad:
		return "went"
	case strings.HasPrefix(r.Concept, "country of"):
		if r.Event == "returned" {
			return "returned"
		}
		return "went"
	}
	return r.Event
}

// strength reports whether r counts the men of a group, and not those who went
// somewhere to fight.
func (r *Record) strength() bool {
	return strings.HasPrefix(r.Definition, "of ") && r.Concept == "fighter"
}

// besideIn begins the definition of figures that stand beside each other in one
// document and name no place: nothing of another document is held against them.
const besideIn = "beside each other in "

// nature tells totals, stocks, flows, rates and shares apart. A flow belongs to
// its period.
func (r *Record) nature() string {
	switch {
	case r.Per != "":
		return "rate per " + r.Per
	case r.Stage == "wanted":
		return "need"
	case r.Kind == doc.Percent:
		return "share"
	case r.Event == "stayed" || r.Event == "held":
		return "stock"
	case r.Cause&ByIllness == 0 && r.Concept != "fighter" && r.Concept != "case" && r.Event != "" && r.days() > 0 && r.days() <= maxEventDays:
		return "total"
	case (r.what() == "went" || r.what() == "returned") && bounded(r.Time):
		return "flow " + strings.Replace(r.Time, ";", "/", 1)
	case (r.what() == "went" || r.what() == "returned") && closed(r.Time):
		return "total " + r.Time
	case r.stock():
		return "total" // of whichever quarter it was counted
	case r.Concept != "fighter" && r.Flows() && r.running() != "":
		return "total " + r.running() + "/.."
	case r.Concept != "fighter" && (len(r.Time) == 4 || len(r.Time) == 7 && r.Concept == "case" && !r.ByThen) && r.Flows():
		return "total " + r.Time
	case r.Concept != "fighter" && !strings.HasPrefix(r.Concept, "country of ") && (strings.HasSuffix(r.Time, "/..") || closed(r.Time) || strings.HasPrefix(r.Time, "P")):
		return "total " + r.Time // since January, and in one week: two things
	}
	return "total"
}

// from is where those counted come from.
func (r *Record) from() string {
	if r.Role == doc.Origin && r.Event != "departed" && r.Event != "returned" && !r.struck() && !slices.Equal(r.Places, r.Others) {
		return strings.Join(r.Places, ";")
	}
	return ""
}

// struck reports whether r counts those whom something befell in the town that is
// told as where they are from.
func (r *Record) struck() bool {
	return r.Flows() && len(r.Places) == 1 && r.Land != r.Places[0] && (r.Event == "died" || r.Event == "wounded" || r.Event == "missing" || r.Event == "homeless")
}

// at is where they are or went.
func (r *Record) at() string {
	if r.from() != "" {
		if r.Concept != "fighter" {
			return strings.Join(r.Others, ";")
		}
		return "" // where Tunisians went is seldom said and always the same
	}
	return strings.Join(r.Places, ";")
}

// joinPlaceless adds claims that name no place to the group of their event that
// most claims name a place for, among those that their document is about; only
// where the concept is known and something happened, so that the same thing must
// be meant.
func joinPlaceless(parts []*part) []*part {
	parts = joinRates(parts)
	var out []*part
	for _, p := range parts {
		if !p.placeless() {
			out = append(out, p)
		}
	}
	hosts := slices.Clone(out)
	for _, p := range parts {
		if !p.placeless() {
			continue
		}
		out = append(out, p.handOut(func(r *Record) *part { return p.host(r, hosts) }).byFocus()...)
	}
	settleJoined(out)
	return out
}

// byFocus parts claims that name no place by the country that their document is
// about.
func (p *part) byFocus() []*part {
	var out []*part
	at := map[string]*part{}
	for _, r := range p.claims {
		where := r.Focus
		if r.Concept == "fighter" || r.known() && r.Unit != "person" && r.Event == "" {
			where = ""
		}
		q := at[where]
		if q == nil {
			c := *p
			c.claims, c.joined, c.where, c.key = nil, nil, where, p.key+"|"+where
			q = &c
			at[where] = q
			out = append(out, q)
		}
		q.claims = append(q.claims, r)
	}
	return out
}

// placeless reports whether the claims of p name no place though something
// happened somewhere.
func (p *part) placeless() bool {
	r := p.claims[0]
	if r.strength() {
		return false
	}
	return p.where == "" && p.origin == "" && (p.event != "" && r.known() || r.tells()) && !strings.HasPrefix(p.nature, "flow") && !strings.HasPrefix(r.Concept, "country of") && p.event != "threat"
}

// host chooses the group that claim r of p belongs to: of those that its document
// is about the one with most claims, but a wider one that has half as many.
func (p *part) host(r *Record, hosts []*part) *part {
	fits := func(q *part) bool {
		return q.event == p.event && q.nature == p.nature && q.defined == p.defined && q.origin == "" && q.where != "" && q.event != "returned" &&
			(q.where == r.Focus || overlap(q.where, strings.Join(r.Setting, ";"))) && (r.Focus == "" || q.where == r.Focus || overlap(q.where, strings.Join(r.Head, ";")))
	}
	var best *part
	for _, q := range hosts {
		if fits(q) && q.where == r.Focus {
			return q
		}
	}
	for _, q := range hosts {
		if fits(q) && (best == nil || len(q.claims) > len(best.claims)) {
			best = q
		}
	}
	for _, q := range hosts { // what names no place says nothing against the wider one
		if best != nil && fits(q) && overlap(best.where, q.where) && strings.Count(q.where, ";") > strings.Count(best.where, ";") && 2*len(q.claims) > len(best.claims) {
			best = q
		}
	}
	return best
}

// joinRates joins the rates of one event whose places overlap: the crossings of
// one border.
func joinRates(parts []*part) []*part {
	var out []*part
next:
	for _, p := range parts {
		if strings.HasPrefix(p.nature, "rate") && p.where != "" {
			for _, q := range out {
				if q.event == p.event && q.nature == p.nature && q.defined == p.defined && q.where != "" && overlap(p.where, q.where) {
					q.claims = append(q.claims, p.claims...)
					q.where = unite(q.where, p.where)
					continue next
				}
			}
		}
		out = append(out, p)
	}
	return out
}

// unite joins two lists of places, sorted, each once.
func unite(a, b string) string {
	list := append(strings.Split(a, ";"), strings.Split(b, ";")...)
	slices.Sort(list)
	return strings.Join(slices.Compact(list), ";")
}

// thread makes the thread of a group; ok is false where there is nothing to
// compare.
func (p *part) thread() (doc.Thread, bool) {
	claims := p.order()
	if claims[0].tolls() && claims[0].Concept != "case" { // of one event: as they were told
		slices.SortStableFunc(claims, func(a, b *Record) int { return timex.ParseDay(a.Date).Compare(timex.ParseDay(b.Date)) })
	}
	originals := 0
	docs := map[string]bool{}
	for _, r := range claims {
		if r.DuplicateOf == "" {
			originals++
		}
		docs[r.Doc] = true
	}
	src := sources(claims)
	independent := slices.Max(src) + 1
	if originals < 2 || independent < 2 && !claims[0].known() || len(docs) < 2 && independent < 2 && (p.event == "" || p.nature == "total") {
		return doc.Thread{}, false
	}
	t := doc.Thread{Topic: p.topic(), SourceOf: src, Sources: independent}
	for _, r := range claims {
		t.Claims = append(t.Claims, r.ID)
		t.Low, t.High = widen(t.Low, t.High, r)
	}
	if t.Pairs = pairs(claims, src); len(t.Pairs) == 0 {
		return doc.Thread{}, false
	}
	t.Relation, t.Reason = verdict(claims, t.Pairs)
	t.ID = threadID(t.Topic, claims[0].Concept+claims[0].scale()+"|"+p.key)
	return t, true
}

// order sorts the claims by the time they speak of, undated ones by the date of
// their document.
func (p *part) order() []*Record {
	claims := slices.Clone(p.claims)
	days := make(map[*Record]timex.Day, len(claims))
	rank := make(map[*Record]int, len(claims))
	byID := make(map[string]*Record, len(claims))
	for _, r := range claims {
		days[r] = r.asOf()
		byID[r.ID] = r
	}
	for _, r := range claims {
		q := byID[r.Pair]
		if q == nil || q == r {
			continue
		}
		first, then := r, q
		if !r.Earlier && (q.Earlier || q.Start < r.Start) {
			first, then = q, r
		}
		switch { // the state before stands at the side of the one after
		case first.Time == "":
			days[first], rank[first] = days[then], -1
		case then.Time == "":
			days[then], rank[then] = days[first], 1
		}
	}
	beforeTold(claims, days, rank)
	slices.SortStableFunc(claims, func(a, b *Record) int {
		return cmp.Or(days[a].Compare(days[b]), cmp.Compare(rank[a], rank[b]), byPlace(a, b))
	})
	return claims
}

// beforeTold puts a toll that gives no day before those that its document tells
// after it, if they are dated: what happens is told as it happened.
func beforeTold(claims []*Record, days map[*Record]timex.Day, rank map[*Record]int) {
	list := slices.Clone(claims)
	slices.SortStableFunc(list, byPlace)
	for i := len(list) - 2; i >= 0; i-- {
		r, next := list[i], list[i+1]
		if r.Doc == next.Doc && r.Time == "" && r.Pair == "" && next.Pair == "" && r.tolls() && days[next].Compare(days[r]) < 0 {
			days[r], rank[r] = days[next], rank[next]-1
		}
	}
}

// threadID is readable, and stays while topic and key do.
func threadID(topic, key string) string {
	h := fnv.New32a()
	h.Write([]byte(key))
	var b strings.Builder
	for _, r := range strings.ToLower(topic) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() > 60 {
			break
		}
	}
	return fmt.Sprintf("%s-%06x", strings.Trim(b.String(), "-"), h.Sum32()&0xffffff)
}

// widen takes the numbers of r into the span from low to high.
func widen(low, high *decimal.Decimal, r *Record) (*decimal.Decimal, *decimal.Decimal) {
	for _, n := range []*decimal.Decimal{r.Low, r.Value, r.High} {
		if n == nil {
			continue
		}
		if low == nil || n.Less(*low) {
			low = n
		}
		if high == nil || high.Less(*n) {
			high = n
		}
	}
	return low, high
}
