package index

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/record"
)

// A Builder turns the documents and entities of a collection into records. It
// is read-only once made; one serves several goroutines.
type Builder struct {
	entities map[string]*doc.Entity
	within   map[string][]string // by entity
	copies   map[string][]doc.Copy
	copiedBy map[string][]doc.Copy // by original
	places   map[string]string     // ids of places by folded name
}

// NewBuilder returns a Builder for the collection.
func NewBuilder(coll *doc.Collection) *Builder {
	b := &Builder{
		entities: make(map[string]*doc.Entity, len(coll.Entities)), within: make(map[string][]string),
		copies: coll.CopiesByDocument(), copiedBy: make(map[string][]doc.Copy),
		places: make(map[string]string),
	}
	for i := range coll.Entities {
		e := &coll.Entities[i]
		b.entities[e.ID] = e
		if e.Type == doc.Place {
			b.within[e.ID] = containers(e)
			if name := gazetteer.Fold(e.Name); b.places[name] == "" || e.Subtype == "country" {
				b.places[name] = e.ID
			}
		}
	}
	for _, c := range coll.Copies {
		b.copiedBy[c.Original] = append(b.copiedBy[c.Original], c)
	}
	for _, list := range b.copiedBy {
		slices.SortFunc(list, func(x, y doc.Copy) int {
			return cmp.Or(strings.Compare(x.Doc, y.Doc), x.Of.Start-y.Of.Start, x.Of.End-y.Of.End)
		})
	}
	return b
}

// containers names what the place e lies in, by gazetteer key ("=africa") and
// by folded name, and e itself.
func containers(e *doc.Entity) []string {
	set := map[string]bool{gazetteer.Fold(e.Name): true}
	g := gazetteer.Default()
	queue := []string{e.Key}
	if e.Country != "" {
		if c := g.Country(e.Country); c != nil {
			queue = append(queue, c.ID)
		}
	}
	for n := 0; n < len(queue) && n < 64; n++ {
		p := g.ByID(queue[n])
		if queue[n] == "" || p == nil || set["="+p.ID] {
			continue
		}
		set["="+p.ID], set[gazetteer.Fold(p.Name)] = true, true
		queue = append(queue, p.PartOf...)
		if p.Country != "" {
			if c := g.Country(p.Country); c != nil {
				queue = append(queue, c.ID)
			}
		}
	}
	return sortedKeys(set)
}

func sortedKeys(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for k := range set {
		if k != "" {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// DocumentID, EntityID and spanID give the ids of records.
func DocumentID(doc string) string { return "d/" + doc }

// EntityID is the id of the record of an entity.
func EntityID(entity string) string { return "e/" + entity }

func spanID(kind, doc string, start int) string { return fmt.Sprintf("%s/%s#%08d", kind, doc, start) }

// keys gathers values of Key fields without repeats.
type keys struct {
	list []KeyValue
	at   map[[2]string]int // nil as long as there are few
}

// fewKeys are looked through one after the other.
const fewKeys = 24

func (k *keys) add(field, value string) {
	if value == "" {
		return
	}
	if i := k.find(field, value); i >= 0 {
		if Schema[field] == Counted {
			k.list[i].Count++
		}
		return
	}
	k.list = append(k.list, KeyValue{field, value, 1})
	if k.at != nil {
		k.at[[2]string{field, value}] = len(k.list) - 1
	} else if len(k.list) > fewKeys {
		k.at = make(map[[2]string]int, 2*len(k.list))
		for i, v := range k.list {
			k.at[[2]string{v.Field, v.Value}] = i
		}
	}
}

// find is where the value stands in the list, -1 if it does not.
func (k *keys) find(field, value string) int {
	if k.at == nil {
		return slices.IndexFunc(k.list, func(v KeyValue) bool { return v.Value == value && v.Field == field })
	}
	if i, ok := k.at[[2]string{field, value}]; ok {
		return i
	}
	return -1
}

// Document returns the records of d: of itself, its passages and its claims.
func (b *Builder) Document(d *doc.Document, signature string) []Record {
	return append(b.head(d, signature), b.claims(d, sentencesNaming(d), 0, len(d.Claims))...)
}

// head returns the records of d but for those of its claims.
func (b *Builder) head(d *doc.Document, signature string) []Record {
	copied := copiedSpans(d, b.copies[d.ID])
	return append([]Record{b.document(d, signature, copied)}, b.passages(d, copied)...)
}

// inParts yields changes that together put d in place of what there is of it,
// none of them with many more than n records: first a document with nothing to
// it, signed by nobody, so that one who comes after a breakdown knows that it is
// not whole, then the claims, and last the document with its passages.
func (b *Builder) inParts(d *doc.Document, signature string, n int) iter.Seq[Change] {
	return func(yield func(Change) bool) {
		begun := Record{ID: DocumentID(d.ID), Kind: Document, Lang: "en", Card: Card{Doc: d.ID}, Keys: []KeyValue{
			{KeyRecord, Document.String(), 1}, {KeyDoc, d.ID, 1}, {KeySig, "begun", 1},
		}}
		if !yield(Change{Doc: d.ID, Records: []Record{begun}}) {
			return
		}
		naming := sentencesNaming(d)
		for from := 0; from < len(d.Claims); from += n {
			if !yield(Change{Doc: d.ID, Records: b.claims(d, naming, from, min(len(d.Claims), from+n)), Added: true}) {
				return
			}
		}
		yield(Change{Doc: d.ID, Records: b.head(d, signature), Added: true})
	}
}

func (b *Builder) document(d *doc.Document, signature string, copied []doc.Span) Record {
	m := d.Meta
	r := Record{
		ID: DocumentID(d.ID), Kind: Document, Lang: BaseLanguage(m.Language), Body: d.Text,
		Texts: []Text{{FieldText, d.Text}, {FieldExact, d.Text}, {FieldTitle, m.Title}, {FieldAuthor, strings.Join(m.Authors, "\n")}, {FieldPublisher, m.Publisher}, {FieldPath, d.ID}},
		Card:  Card{Doc: d.ID, Lang: BaseLanguage(d.Meta.Language), End: len(d.Text), Title: m.Title, Date: m.Date, Copies: b.repeatedBy(d)},
	}
	var k keys
	k.add(KeyRecord, Document.String())
	k.add(KeyDoc, d.ID)
	k.add(KeySig, signature)
	k.add(KeyLanguage, r.Lang)
	k.add(KeyFormat, m.Format)
	for i := range d.Mentions {
		b.named(&k, d, i)
	}
	for i := range d.Claims {
		k.add(KeySource, b.says(d, &d.Claims[i]))
	}
	for _, bl := range d.Blocks {
		k.add(KeyIn, bl.Kind.String())
	}
	if low, high, ok := Days(m.Date); ok {
		r.Numbers = append(r.Numbers, NumberValue{NumDateLow, low}, NumberValue{NumDateHigh, high})
		k.add(KeyYear, m.Date[:4])
	}
	if n := covered(copied, doc.Span{Start: 0, End: len(d.Text)}); len(b.copies[d.ID]) > 0 && 10*n >= 8*len(strings.TrimSpace(d.Text)) {
		k.add(KeyCopy, b.copies[d.ID][0].Original)
	}
	r.Keys = k.list
	return r
}

// repeatedBy are the documents that hold half of d or more; those that quote
// some lines of it are none.
func (b *Builder) repeatedBy(d *doc.Document) (out []string) {
	list := b.copiedBy[d.ID]
	for from, to := 0, 0; from < len(list); from = to {
		var spans []doc.Span
		for ; to < len(list) && list[to].Doc == list[from].Doc; to++ {
			spans = append(spans, list[to].Of)
		}
		if 2*covered(spans, doc.Span{End: len(d.Text)}) >= len(strings.TrimSpace(d.Text)) {
			out = append(out, list[from].Doc)
		}
	}
	return out
}

// named adds the entity of mention i, and what contains it if it is a place.
func (b *Builder) named(k *keys, d *doc.Document, i int) {
	if i >= len(d.ReferentOf) || d.ReferentOf[i] < 0 {
		return
	}
	id := d.Referents[d.ReferentOf[i]].Entity
	e := b.entities[id]
	switch {
	case id == "" || e == nil:
	case e.Type.IsActor():
		k.add(KeyActor, id)
	case e.Type == doc.Place:
		k.add(KeyPlace, id)
		for _, c := range b.within[id] {
			k.add(KeyWithin, c)
		}
	}
}

func (b *Builder) says(d *doc.Document, c *doc.Claim) string {
	if c.SourceReferent < 0 || c.SourceReferent >= len(d.Referents) {
		return ""
	}
	return d.Referents[c.SourceReferent].Entity
}

// copiedSpans are the spans of d that stand earlier elsewhere, sorted.
func copiedSpans(d *doc.Document, copies []doc.Copy) []doc.Span {
	var out []doc.Span
	for _, c := range copies {
		out = append(out, c.Span)
	}
	for _, r := range d.Repeats {
		out = append(out, r.Span)
	}
	slices.SortFunc(out, func(a, b doc.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return out
}

// covered is the number of bytes of s that lie in one of the sorted spans.
func covered(spans []doc.Span, s doc.Span) int {
	n, at := 0, s.Start
	for _, c := range spans {
		from, to := max(c.Start, at), min(c.End, s.End)
		if to > from {
			n += to - from
			at = to
		}
	}
	return n
}

func (b *Builder) passages(d *doc.Document, copied []doc.Span) []Record {
	var out []Record
	mention := 0
	for _, p := range Passages(d) {
		r := Record{
			ID: spanID("p", d.ID, p.Start), Kind: Passage, Lang: BaseLanguage(d.Meta.Language),
			Texts: []Text{{FieldPassage, d.Slice(p.Span)}},
			Card:  Card{Doc: d.ID, Lang: BaseLanguage(d.Meta.Language), Start: p.Start, End: p.End},
		}
		var k keys
		k.add(KeyRecord, Passage.String())
		k.add(KeyDoc, d.ID)
		k.add(KeyIn, p.In.String())
		for mention > 0 && d.Mentions[mention-1].Start >= p.Start { // passages overlap
			mention--
		}
		for mention < len(d.Mentions) && d.Mentions[mention].Start < p.Start {
			mention++
		}
		for ; mention < len(d.Mentions) && d.Mentions[mention].Start < p.End; mention++ {
			b.named(&k, d, mention)
		}
		if 2*covered(copied, p.Span) > p.Len() {
			k.add(KeyCopy, "passage")
		}
		r.Keys = k.list
		out = append(out, r)
	}
	return out
}

// sentencesNaming are the mentions in each sentence.
func sentencesNaming(d *doc.Document) map[int][]int {
	out := map[int][]int{}
	for i := range d.Mentions {
		s := d.Mentions[i].Sentence
		out[s] = append(out[s], i)
	}
	return out
}

// claims are the records of the claims of d from one up to another.
func (b *Builder) claims(d *doc.Document, naming map[int][]int, from, to int) []Record {
	out := make([]Record, 0, to-from)
	for i := from; i < to; i++ {
		r := record.ClaimAt(d, i)
		out = append(out, b.claim(d, &d.Claims[i], &r, naming))
	}
	return out
}

func (b *Builder) claim(d *doc.Document, c *doc.Claim, r *record.Claim, inSentence map[int][]int) Record {
	what := joinLines(c.What, unitWord(c), c.RowLabel, c.ColumnLabel, captionOf(d, c))
	out := Record{
		ID: spanID("c", d.ID, c.Start), Kind: Claim, Lang: BaseLanguage(d.Meta.Language),
		Texts: []Text{{FieldSentence, joinLines(c.Context, c.RowLabel, c.ColumnLabel)}, {FieldWhat, what}, {FieldSource, c.Source}},
		Card: Card{Doc: d.ID, Lang: BaseLanguage(d.Meta.Language), Start: c.Start, End: c.End, Title: r.Text, Context: contextOf(d, c), Claim: &Facts{
			Text: r.Text, Low: r.Low, High: r.High, Value: r.Value, Bound: r.Bound, Unit: c.Unit, What: c.What,
			Place: deref(r.Place), Time: c.Time, Source: c.Source, Thread: c.Thread,
		}},
	}
	var k keys
	k.add(KeyRecord, Claim.String())
	k.add(KeyDoc, d.ID)
	k.add(KeyIn, r.In)
	k.add(KeyType, r.Kind)
	k.add(KeyUnit, strings.ToLower(c.Unit))
	k.add(KeyBound, r.Bound)
	k.add(KeyThread, c.Thread)
	k.add(KeySource, b.says(d, c))
	if r.DuplicateOf != nil {
		k.add(KeyCopy, *r.DuplicateOf)
	}
	for _, p := range c.Places {
		b.claimPlace(&k, d, p)
	}
	for _, i := range inSentence[c.Sentence] {
		b.claimActor(&k, d, i)
	}
	out.Numbers = claimNumbers(&k, c, d.Meta.Date)
	out.Keys = k.list
	return out
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// unitWord is the unit as a word to be found by: currencies and measures say
// more than "person", which is every noun for people.
func unitWord(c *doc.Claim) string {
	if c.Unit == "person" && c.What != "" {
		return ""
	}
	return c.Unit
}

// captionOf is the caption of the table that c stands in: it often says what
// the cells count.
func captionOf(d *doc.Document, c *doc.Claim) string {
	if c.Table < 0 || c.Table >= len(d.Tables) {
		return ""
	}
	return d.Slice(d.Tables[c.Table].Caption)
}

func joinLines(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n")
}

// contextOf is the span of the sentence that holds c, or of its line in a
// table.
func contextOf(d *doc.Document, c *doc.Claim) [2]int {
	if c.Sentence >= 0 && c.Sentence < len(d.Sentences) {
		if s := d.Sentences[c.Sentence]; s.Start <= c.Start && c.End <= s.End {
			if s.Parts == nil {
				return [2]int{s.Start, s.End}
			}
			for _, p := range s.Parts {
				if p.Contains(c.Span) {
					return [2]int{p.Start, p.End}
				}
			}
		}
	}
	start := strings.LastIndexByte(d.Text[:c.Start], '\n') + 1
	end := len(d.Text)
	if i := strings.IndexByte(d.Text[c.End:], '\n'); i >= 0 {
		end = c.End + i
	}
	return [2]int{start, end}
}

func (b *Builder) claimPlace(k *keys, d *doc.Document, p doc.ClaimPlace) {
	fields := []string{KeyPlace}
	switch p.Role {
	case doc.Origin:
		fields = append(fields, KeyFrom)
	case doc.Destination:
		fields = append(fields, KeyTo)
	}
	name, id := gazetteer.Fold(p.Name), ""
	if p.Referent >= 0 && p.Referent < len(d.Referents) {
		id = d.Referents[p.Referent].Entity
	}
	if id == "" {
		id = b.places[name]
	}
	for _, f := range fields {
		k.add(f, "~"+name)
		k.add(f, id)
	}
	k.add(KeyWithin, name)
	for _, c := range b.within[id] {
		k.add(KeyWithin, c)
	}
}

func (b *Builder) claimActor(k *keys, d *doc.Document, i int) {
	if i < len(d.ReferentOf) && d.ReferentOf[i] >= 0 {
		id := d.Referents[d.ReferentOf[i]].Entity
		if e := b.entities[id]; e != nil && e.Type.IsActor() {
			k.add(KeyActor, id)
		}
	}
}

// claimNumbers gives what a claim is found by in numbers. An open side takes
// the number that is named: "at least 300" is found at 300, not at every
// number above.
func claimNumbers(k *keys, c *doc.Claim, published string) []NumberValue {
	var out []NumberValue
	low, high := c.Low, c.High
	if low == nil {
		low = cmp.Or(c.Value, high)
	}
	if high == nil {
		high = cmp.Or(c.Value, low)
	}
	if low != nil && high != nil {
		l, _ := low.Float64()
		h, _ := high.Float64()
		out = append(out, NumberValue{NumLow, min(l, h)}, NumberValue{NumHigh, max(l, h)})
	}
	if from, to, ok := Period(c.Time, published); ok {
		out = append(out, NumberValue{NumTimeLow, from}, NumberValue{NumTimeHigh, to})
		for y := yearOf(from); y <= yearOf(to) && y < yearOf(from)+30 && !math.IsInf(to, 0); y++ {
			k.add(KeyYear, strconv.Itoa(y))
		}
	}
	return out
}

// Entity returns the record of e.
func (b *Builder) Entity(e *doc.Entity) Record {
	r := Record{ID: EntityID(e.ID), Kind: Entity, Lang: "en", Card: Card{Title: e.Name, Entity: &Names{
		Type: e.Type.String(), Subtype: e.Subtype, Mentions: e.Mentions, Docs: len(e.Documents), Country: e.Country,
		Lat: e.Lat, Lon: e.Lon, HasPoint: e.HasPoint,
	}}}
	names := []string{e.Name}
	var k keys
	k.add(KeyRecord, Entity.String())
	k.add(KeyNames, gazetteer.Fold(e.Name))
	if e.Key != "" {
		k.add(KeyNames, "="+e.Key)
	}
	for _, a := range e.Aliases {
		if a.Form == doc.Adjective || a.Text == e.Name {
			continue
		}
		names = append(names, a.Text)
		r.Card.Entity.Aliases = append(r.Card.Entity.Aliases, a.Text)
		k.add(KeyNames, gazetteer.Fold(a.Text))
	}
	r.Texts = []Text{{FieldName, strings.Join(names, "\n")}}
	k.add(KeyType, strings.ToLower(e.Type.String()))
	k.add(KeyType, strings.ToLower(e.Subtype))
	r.Numbers = []NumberValue{{NumCount, float64(e.Mentions)}}
	if e.Type == doc.Place {
		k.add(KeyPlace, e.ID)
		for _, c := range b.within[e.ID] {
			k.add(KeyWithin, c)
		}
		if e.HasPoint {
			r.Numbers = append(r.Numbers, NumberValue{NumLat, e.Lat}, NumberValue{NumLon, e.Lon})
		}
	} else {
		k.add(KeyActor, e.ID)
	}
	r.Keys = k.list
	r.Keys = append(r.Keys, KeyValue{KeySig, signatureOf(&r), 1})
	return r
}
