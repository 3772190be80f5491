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
	if s := v.closingBracket(); !l.who.known() && s.known() {
		l.who = s
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

// maxClosing bounds what names a source in the brackets that end a line, in words.
const maxClosing = 8

// closingBracket gives who is named in the brackets before the colon that ends a line:
// "Arrests in May (Greek police):".
func (v *view) closingBracket() speaker {
	n := len(v.w)
	if n < 4 || !v.is(n-1, ":") || v.tag(n-2) != doc.RParen {
		return speaker{}
	}
	for k := n - 3; k > 0 && k > n-maxClosing; k-- {
		if v.low(k) != "(" {
			continue
		}
		p := v.phraseAfter(k + 1)
		if h := v.headPart(p); h.empty() || !v.actorAt(k+1) && !v.has(h.last-1, body|document) || v.anyFigure(k, n) {
			return speaker{}
		}
		return v.speakerIn(p, &memory{})
	}
	return speaker{}
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
