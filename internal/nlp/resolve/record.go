package resolve

import (
	"sort"
	"strings"

	"analyze/internal/doc"
)

// A Record is what is kept of one referent of one document for work over all
// documents. Records are small, hold no text but names, and are written and
// read as JSON.
type Record struct {
	Doc      string          `json:"doc"`
	Hash     string          `json:"hash"`
	Date     string          `json:"date,omitempty"`
	Referent int             `json:"referent"`
	Name     string          `json:"name"`
	Type     doc.MentionType `json:"type"`
	Subtype  string          `json:"subtype,omitempty"`
	Key      string          `json:"key,omitempty"`
	// Country is that of the referent; of an organisation whose name many
	// countries share (Ministry of Justice) it is the one that the document
	// gives it.
	Country  string      `json:"country,omitempty"`
	Lat      float64     `json:"lat,omitempty"` // degrees, WGS 84
	Lon      float64     `json:"lon,omitempty"`
	HasPoint bool        `json:"point,omitempty"`
	GeoNames int         `json:"geonames,omitempty"`
	Names    []doc.Alias `json:"names"`    // as written, by count, then text; adjectives left out
	Mentions int         `json:"mentions"` // outside of copies
	All      int         `json:"all"`
	Roles    []string    `json:"roles,omitempty"`
	Titles   []string    `json:"titles,omitempty"`
	// Near are keys of what stands in the same sentences: organisations and
	// places, and what relations tie it to.
	Near  []string     `json:"near,omitempty"`
	Links []RecordLink `json:"links,omitempty"`
	Doubt string       `json:"doubt,omitempty"`
	By    string       `json:"by,omitempty"`
}

// A RecordLink is a relation from the referent of a Record to another one of
// the same document.
type RecordLink struct {
	Relation string   `json:"relation"`
	To       int      `json:"to"`
	Span     doc.Span `json:"span"`
}

// maxNear bounds the neighbours that a record keeps.
const maxNear = 12

// Records gives the records of a document that both passes have run over, one
// for each of its referents. Mentions in one of the spans copied, and in
// repeats of the document itself, count as copies.
func Records(d *doc.Document, copied ...doc.Span) []Record {
	recs := make([]Record, len(d.Referents))
	near := neighbours(d)
	home := dominant(d)
	inCopy := copies(d, copied)
	for n := range d.Referents {
		ref := &d.Referents[n]
		r := &recs[n]
		*r = Record{
			Doc: d.ID, Hash: d.Hash, Date: d.Meta.Date, Referent: n, Name: ref.Name, Type: ref.Type, Subtype: ref.Subtype,
			Key: ref.Key, Country: ref.Country, Lat: ref.Lat, Lon: ref.Lon, HasPoint: ref.HasPoint, GeoNames: ref.GeoNames,
			Roles: ref.Roles, Titles: ref.Titles, Near: near[n], Doubt: ref.Doubt, By: ref.By,
		}
		r.Names, r.Mentions, r.All = forms(d, ref, inCopy)
		if r.Type == doc.Org && r.Key == "" && r.Country == "" {
			r.Country = home
		}
	}
	for _, rel := range d.Relations {
		if from := rel.From; from < len(recs) {
			recs[from].Links = append(recs[from].Links, RecordLink{rel.Kind, rel.To, rel.Span})
			if to := &d.Referents[rel.To]; recs[from].Type == doc.Org && recs[from].Key == "" && rel.Kind == locatedIn && to.Country != "" {
				recs[from].Country = to.Country
			}
		}
	}
	return recs
}

// copies returns a function that tells whether a span lies in a copy.
func copies(d *doc.Document, copied []doc.Span) func(doc.Span) bool {
	spans := make([]doc.Span, 0, len(d.Repeats)+len(copied))
	for _, r := range d.Repeats {
		spans = append(spans, r.Span)
	}
	spans = append(spans, copied...)
	sort.Slice(spans, func(a, b int) bool { return spans[a].Start < spans[b].Start })
	reach := make([]int, len(spans)) // the furthest end up to each
	end := 0
	for i, s := range spans {
		end = max(end, s.End)
		reach[i] = end
	}
	return func(s doc.Span) bool {
		i := sort.Search(len(spans), func(i int) bool { return spans[i].Start > s.Start }) - 1
		return i >= 0 && reach[i] >= s.End
	}
}

// forms counts the forms in which a referent is written.
func forms(d *doc.Document, ref *doc.Referent, inCopy func(doc.Span) bool) (names []doc.Alias, mentions, all int) {
	count := make(map[string]*doc.Alias)
	for _, i := range ref.Mentions {
		m := &d.Mentions[i]
		if m.Form == doc.Adjective {
			continue
		}
		all++
		if !inCopy(m.Span) {
			mentions++
		}
		name := nameOf(d, m)
		a := count[name]
		if a == nil {
			a = &doc.Alias{Text: name, Form: m.Form}
			count[name] = a
		}
		a.Count++
		a.Form = min(a.Form, m.Form)
	}
	for _, a := range count {
		names = append(names, *a)
	}
	sortAliases(names)
	return names, mentions, all
}

func sortAliases(names []doc.Alias) {
	sort.Slice(names, func(a, b int) bool {
		if names[a].Count != names[b].Count {
			return names[a].Count > names[b].Count
		}
		return names[a].Text < names[b].Text
	})
}

// nearKey is the key by which a referent is known as a neighbour, "" for those
// that say nothing.
func nearKey(ref *doc.Referent) string {
	switch {
	case ref.Type == doc.Person || ref.Type == doc.Group:
		return ""
	case ref.Key != "":
		return ref.Key
	case ref.Type == doc.Org:
		p := parseOrg(key(ref.Name))
		if p.generic() {
			return ""
		}
		return p.bag()
	}
	return key(ref.Name)
}

// neighbours finds for each referent that is a person or an organisation what
// relations tie it to, and what stands in its sentences.
func neighbours(d *doc.Document) [][]string {
	near := make([][]string, len(d.Referents))
	add := func(n, other int) {
		if other == n || len(near[n]) >= maxNear || d.Referents[n].Type == doc.Place || d.Referents[n].Type == doc.Group {
			return
		}
		if k := nearKey(&d.Referents[other]); k != "" && !contains(near[n], k) {
			near[n] = append(near[n], k)
		}
	}
	for _, r := range d.Relations {
		add(r.From, r.To)
		add(r.To, r.From)
	}
	bySentence := make(map[int][]int)
	for i := range d.Mentions {
		s := d.Mentions[i].Sentence
		bySentence[s] = append(bySentence[s], d.ReferentOf[i])
	}
	for i := range d.Mentions {
		refs := bySentence[d.Mentions[i].Sentence]
		for _, other := range refs[:min(len(refs), 40)] {
			add(d.ReferentOf[i], other)
		}
	}
	for _, ks := range near {
		sort.Strings(ks)
	}
	return near
}

// dominant is the country that the document speaks of most by far, "" where
// there is none.
func dominant(d *doc.Document) string {
	count := make(map[string]int)
	total := 0
	for i := range d.Referents {
		ref := &d.Referents[i]
		if ref.Type == doc.Place && ref.Country != "" {
			count[ref.Country] += len(ref.Mentions)
			total += len(ref.Mentions)
		}
	}
	for c, n := range count {
		if n >= 2 && 5*n >= 3*total {
			return c
		}
	}
	return ""
}

var apostrophes = strings.NewReplacer("'", "", "’", "", "‘", "", "`", "")

// slug makes of a name what an id is made of: its words in lower case, without
// accents, joined by hyphens.
func slug(name string) string {
	s := strings.Join(strings.Fields(key(apostrophes.Replace(name))), "-")
	if s == "" {
		return "unnamed"
	}
	return s
}
