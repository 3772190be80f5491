package claim

import (
	"strings"

	"analyze/internal/doc"
)

// A lead is what a line that introduces a list says of all its items.
type lead struct {
	block  int
	open   bool // the line ended with a colon, or is a heading
	who    speaker
	time   string
	via    string
	places []doc.ClaimPlace
	comes  bool // the list counts those who come from its places
}

// introduce notes what the sentence read last says of a list that may follow.
func (r *reader) introduce(b int) {
	kind := blockKind(r.d, b)
	if kind == doc.List && !strings.HasSuffix(strings.TrimSpace(r.d.Slice(r.d.Sentences[r.v.s].Span)), ":") {
		return
	}
	v := r.v
	heading := kind == doc.Heading || kind == doc.Caption
	if !heading && !v.is(len(v.w)-1, ":") {
		r.lead = lead{}
		return
	}
	l := lead{block: b, open: true, comes: v.comeFrom(len(v.w))}
	for i := range v.said {
		if v.said[i].who.known() {
			l.who = v.said[i].who
		}
	}
	for i := range v.times {
		if r.cal.resolved[i].Known() && !v.birth(v.timeStart(i)) && !(heading && v.is(0, "date", "issued", "published", "released", "updated", "dated", "posted")) {
			l.time, l.via = r.cal.resolved[i].String(), "context"
			break
		}
	}
	list := v.sites()
	best := groupCost{cost: 1 << 30}
	for i := range list {
		if !list[i].weak && best.role == doc.NoRole {
			best = groupCost{list[i].group, 0, list[i].role}
		}
	}
	if best.role != doc.NoRole {
		l.places = groupPlaces(list, best)
	}
	r.lead = l
}

// led fills what an item of a list leaves open from the line that introduces
// it.
func (r *reader) led(c *doc.Claim) {
	if !r.lead.open || c.In != doc.List {
		return
	}
	if c.Source == "" && r.lead.who.known() {
		r.speak(c, r.lead.who, "context")
	}
	if c.Time == "" && r.lead.time != "" {
		c.Time, c.TimeVia = r.lead.time, r.lead.via
	}
	if len(c.Places) == 0 {
		c.Places = append([]doc.ClaimPlace(nil), r.lead.places...)
	}
	if r.lead.comes && c.Unit == "person" && len(c.Places) > 0 && c.Places[0].Role == doc.Location {
		c.Places[0].Role = doc.Origin
	}
}
