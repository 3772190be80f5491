package resolve

import (
	"fmt"
	"sort"
	"strings"

	"analyze/internal/doc"
)

// A desk is the state of applying corrections to the machine's entities.
type desk struct {
	works []*work
	byID  map[string]*work // current and former ids
	byKey map[string][]*work
	docs  map[string]bool
	hash  map[string][]string // documents by content
	last  map[string]setting  // what was set last, to see contradictions
	gone  map[*work]int       // dropped or merged, and the line that did it
	res   *Resolution
}

// A setting is a value that a correction gave.
type setting struct {
	line  int
	value string
}

// apply applies the corrections in their order and gives the works new ids
// where they need them.
func (c *Corrections) apply(works []*work, res *Resolution) []*work {
	if len(c.Entries) == 0 {
		return works
	}
	d := &desk{
		works: works, byID: make(map[string]*work, len(works)), byKey: make(map[string][]*work), docs: make(map[string]bool),
		hash: make(map[string][]string), last: make(map[string]setting), gone: make(map[*work]int), res: res,
	}
	for _, w := range works {
		d.byID[w.id] = w
		k := key(w.title())
		d.byKey[k] = append(d.byKey[k], w)
		for i := range w.parts {
			if p := &w.parts[i]; !d.docs[p.Doc] {
				d.docs[p.Doc] = true
				d.hash[p.Hash] = append(d.hash[p.Hash], p.Doc)
			}
		}
	}
	for i := range c.Entries {
		d.one(&c.Entries[i])
	}
	for i := range c.Entries {
		if c.Entries[i].Action == Link {
			d.link(&c.Entries[i])
		}
	}
	return d.rest()
}

// rest are the works that are left, with ids of their present names.
func (d *desk) rest() []*work {
	live := d.works[:0]
	for _, w := range d.works {
		if d.gone[w] == 0 && len(w.parts) > 0 {
			live = append(live, w)
		}
	}
	old := make(map[*work]string, len(live))
	for _, w := range live {
		old[w] = w.id
	}
	name(live)
	now := make(map[string]string)
	for w, id := range old {
		now[id] = w.id
	}
	for _, w := range live {
		for i := range w.links {
			if id, ok := now[w.links[i].Entity]; ok {
				w.links[i].Entity = id
			}
		}
		for i := range w.unlinks {
			if id, ok := now[w.unlinks[i].Entity]; ok {
				w.unlinks[i].Entity = id
			}
		}
	}
	return live
}

func (d *desk) stale(c *Correction, format string, args ...any) {
	d.res.Problems = append(d.res.Problems, Stale{c.Line, fmt.Sprintf(format, args...)})
}

// entity finds the entity that a correction names: by id, else by the name
// that it had.
func (d *desk) entity(c *Correction, id string) *work {
	w := d.byID[id]
	if w == nil {
		if n, ok := c.Names[id]; ok {
			if ws := d.byKey[key(n)]; len(ws) == 1 {
				w = ws[0]
			}
		}
	}
	if w == nil {
		d.stale(c, "%s: there is no entity %q any more", c.Action, id)
		return nil
	}
	for d.gone[w] != 0 {
		line := d.gone[w]
		next := d.byID[w.id]
		if next == nil || next == w {
			d.stale(c, "%s: line %d has dropped %q", c.Action, line, id)
			return nil
		}
		w = next
	}
	return w
}

// set notes what a correction sets and reports one before it that set it
// otherwise; the later one counts.
func (d *desk) set(c *Correction, what, value string) {
	if s, ok := d.last[what]; ok && s.value != value {
		d.stale(c, "%s contradicts line %d; the later one counts", c.Action, s.line)
	}
	d.last[what] = setting{c.Line, value}
}

func (d *desk) one(c *Correction) {
	if c.Action == Drop && c.Text != "" {
		d.dropText(c)
		return
	}
	if c.Action == Link {
		return
	}
	w := d.entity(c, c.Entities[0])
	if w == nil {
		return
	}
	because := func(text string) {
		if c.Comment != "" {
			text += ": " + c.Comment
		}
		if c.Date != "" {
			text += " (" + c.Date + ")"
		}
		w.reasons = append(w.reasons, doc.Reason{Name: w.title(), Score: 1, Text: "the reader: " + text})
		w.reader = true
	}
	switch c.Action {
	case Merge:
		d.merge(c, w, because)
	case Split:
		d.split(c, w)
	case Rename:
		d.set(c, "name "+w.id, c.To)
		w.name = c.To
		because("renamed")
		d.byKey[key(c.To)] = append(d.byKey[key(c.To)], w)
		if s := slug(c.To); d.byID[s] == nil {
			d.byID[s] = w
		}
	case Retype:
		d.set(c, "type "+w.id, c.To+" "+c.Subtype)
		w.typ = doc.ParseMentionType(c.To)
		if c.Subtype != "" {
			w.subtype = &c.Subtype
		}
		because("of another type")
	case Drop:
		d.drop(c, w)
	case Locate:
		d.set(c, "place "+w.id, fmt.Sprint(c.Lat, c.Lon, c.Country, c.Nowhere))
		w.locate(c)
		because("located")
	}
}

// locate puts an entity on the map, or off it.
func (w *work) locate(c *Correction) {
	e := doc.Entity{Type: w.kind()}
	w.situate(&e)
	w.located = true
	w.lat, w.lon, w.hasPoint, w.country, w.geoNames = e.Lat, e.Lon, e.HasPoint, e.Country, e.GeoNames
	switch {
	case c.Nowhere:
		w.lat, w.lon, w.hasPoint, w.country, w.geoNames = 0, 0, false, "", 0
		return
	case c.HasPoint:
		w.lat, w.lon, w.hasPoint, w.geoNames = c.Lat, c.Lon, true, c.GeoNames
	}
	if c.Country != "" {
		w.country = c.Country
	}
	w.doubt = ""
}

// merge makes others part of w.
func (d *desk) merge(c *Correction, w *work, because func(string)) {
	for _, id := range c.Entities[1:] {
		o := d.entity(c, id)
		if o == nil {
			continue
		}
		if o == w {
			d.stale(c, "merge: %q and %q are one entity already", c.Entities[0], id)
			continue
		}
		if s, ok := d.last["apart "+pairKey(w.id, o.id)]; ok {
			d.stale(c, "merge contradicts the split in line %d; the later one counts", s.line)
		}
		d.last["joined "+pairKey(w.id, o.id)] = setting{c.Line, ""}
		title, lead := w.title(), w.listed()
		w.parts = append(w.parts, o.parts...)
		sort.SliceStable(w.parts, func(a, b int) bool {
			if w.parts[a].Doc != w.parts[b].Doc {
				return w.parts[a].Doc < w.parts[b].Doc
			}
			return w.parts[a].Referent < w.parts[b].Referent
		})
		if lead == nil {
			w.name = title
		}
		w.lead = lead
		w.keep(o)
		w.doubt = ""
		d.gone[o] = c.Line
		d.point(o, w)
		because("the same as " + o.title())
	}
}

// keep makes the first entity of a merge keep its own key, type and place.
func (w *work) keep(o *work) {
	w.links = append(w.links, o.links...)
	w.reasons = append(w.reasons, o.reasons...)
}

// point makes all ids of o name w.
func (d *desk) point(o, w *work) {
	for _, id := range append([]string{o.id}, o.former...) {
		d.byID[id] = w
	}
	w.former = append(append(w.former, o.id), o.former...)
}

func pairKey(a, b string) string {
	if b < a {
		a, b = b, a
	}
	return a + "\x00" + b
}

// document finds the documents that a reference names.
func (d *desk) document(r DocumentRef) []string {
	if r.Path != "" && d.docs[r.Path] {
		return []string{r.Path}
	}
	if r.Hash != "" {
		return d.hash[r.Hash]
	}
	return d.hash[r.Path]
}

func (d *desk) documents(c *Correction) map[string]bool {
	if len(c.Documents) == 0 {
		return nil
	}
	in := make(map[string]bool)
	for _, r := range c.Documents {
		ids := d.document(r)
		if len(ids) == 0 {
			name := r.Path
			if name == "" {
				name = r.Hash
			}
			d.stale(c, "%s: there is no document %q any more", c.Action, name)
		}
		for _, id := range ids {
			in[id] = true
		}
	}
	return in
}

// take moves the mentions of a work that are written in one of forms and stand
// in one of docs, nil meaning all, to a new one.
func (w *work) take(forms, docs map[string]bool) *work {
	n := &work{}
	var left []part
	for _, p := range w.parts {
		if docs != nil && !docs[p.Doc] {
			left = append(left, p)
			continue
		}
		if forms == nil {
			n.parts = append(n.parts, p)
			continue
		}
		mine := make(map[string]bool)
		others := false
		for _, a := range p.Names {
			switch {
			case !p.has(a.Text):
			case forms[a.Text]:
				mine[a.Text] = true
			default:
				others = true
			}
		}
		switch {
		case len(mine) == 0:
			left = append(left, p)
		case !others:
			n.parts = append(n.parts, p)
		default:
			a, b := p, p
			a.forms, a.rest = mine, false
			b.forms, b.rest = make(map[string]bool), false
			for _, x := range p.Names {
				if p.has(x.Text) && !mine[x.Text] {
					b.forms[x.Text] = true
				}
			}
			if p.forms == nil || p.rest {
				b.rest = true
				b.forms = make(map[string]bool)
				for _, x := range p.Names {
					if !p.has(x.Text) || mine[x.Text] {
						b.forms[x.Text] = true
					}
				}
			}
			n.parts = append(n.parts, a)
			left = append(left, b)
		}
	}
	w.parts = left
	return n
}

func stringSet(list []string) map[string]bool {
	if len(list) == 0 {
		return nil
	}
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[strings.Join(strings.Fields(s), " ")] = true
	}
	return m
}

// split makes a new entity of some mentions of w, or gives them to one of that
// name that an earlier split made.
func (d *desk) split(c *Correction, w *work) {
	docs := d.documents(c)
	if docs != nil && len(docs) == 0 {
		return
	}
	n := w.take(stringSet(c.Forms), docs)
	if len(n.parts) == 0 {
		d.stale(c, "split: nothing of %q is written so, or stands in these documents", c.Entities[0])
		return
	}
	if len(w.parts) == 0 {
		d.stale(c, "split: that is all of %q; rename it instead", c.Entities[0])
		w.parts = n.parts
		return
	}
	n.name, n.typ, n.reader = c.As, w.kind(), true
	n.reasons = []doc.Reason{{Name: c.As, Score: 1, Text: strings.TrimSpace("the reader: not " + w.title() + ". " + c.Comment)}}
	n.id = slug(c.As)
	if o := d.byID[n.id]; o != nil && o.reader && o.name == c.As && d.gone[o] == 0 {
		o.parts = append(o.parts, n.parts...)
		return
	}
	if s, ok := d.last["joined "+pairKey(w.id, n.id)]; ok {
		d.stale(c, "split contradicts the merge in line %d; the later one counts", s.line)
	}
	d.last["apart "+pairKey(w.id, n.id)] = setting{c.Line, ""}
	for i := range n.parts {
		p := *n.parts[i].Record
		if p.Key != "" && n.parts[i].forms == nil {
			// What the machine took it for does not hold any more.
			p.Key, p.Subtype, p.Country, p.HasPoint, p.GeoNames, p.Lat, p.Lon = "", "", "", false, 0, 0, 0
			n.parts[i].Record = &p
		} else if p.Key != "" {
			p.Key, p.Subtype, p.Country, p.HasPoint, p.GeoNames = "", "", "", false, 0
			n.parts[i].Record = &p
		}
	}
	d.works = append(d.works, n)
	if d.byID[n.id] == nil {
		d.byID[n.id] = n
	}
	d.byKey[key(c.As)] = append(d.byKey[key(c.As)], n)
}

// drop takes an entity out, in all documents or in some.
func (d *desk) drop(c *Correction, w *work) {
	docs := d.documents(c)
	if docs == nil {
		d.gone[w] = c.Line
		if s, ok := d.last["name "+w.id]; ok {
			d.stale(c, "drop contradicts the rename in line %d; the later one counts", s.line)
		}
		return
	}
	if len(docs) > 0 && len(w.take(nil, docs).parts) == 0 {
		d.stale(c, "drop: %q does not stand in these documents", c.Entities[0])
	}
}

// dropText takes out all mentions of an exact string.
func (d *desk) dropText(c *Correction) {
	docs := d.documents(c)
	if docs != nil && len(docs) == 0 {
		return
	}
	found := false
	forms := stringSet([]string{c.Text})
	for _, w := range d.works {
		if d.gone[w] != 0 || !w.written(forms) {
			continue
		}
		n := w.take(forms, docs)
		for _, p := range n.parts {
			found = true
			if p.forms != nil && !p.rest {
				for f := range p.forms {
					d.res.cut[mentionKey{p.Doc, p.Referent, f}] = ""
				}
			}
		}
	}
	if !found {
		d.stale(c, "drop: no name is written %q any more", c.Text)
	}
}

// written reports whether a work has a mention of one of these forms.
func (w *work) written(forms map[string]bool) bool {
	for i := range w.parts {
		for _, a := range w.parts[i].Names {
			if forms[a.Text] && w.parts[i].has(a.Text) {
				return true
			}
		}
	}
	return false
}

// link adds a relation of two entities, or takes it back.
func (d *desk) link(c *Correction) {
	w, to := d.entity(c, c.Entities[0]), d.entity(c, c.To)
	if w == nil || to == nil {
		return
	}
	if w == to {
		d.stale(c, "link: %q and %q are one entity", c.Entities[0], c.To)
		return
	}
	d.set(c, "link "+w.id+" "+c.Relation+" "+to.id, fmt.Sprint(c.Remove))
	l := doc.Link{Relation: c.Relation, Entity: to.id}
	w.reader = true
	if !c.Remove {
		w.links = append(w.links, l)
		return
	}
	w.unlinks = append(w.unlinks, l)
}

// Check tells which corrections do not match the entities any more, or
// contradict each other, without applying them to anything else.
func (c *Corrections) Check(records func(yield func(Record) bool)) []Stale {
	return Entities(records, c).Problems
}
