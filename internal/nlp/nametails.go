package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/tagger"
)

// complete gives bodies the rest of the fields that they are for, which the model cuts
// where a list is long: "Committee on Fisheries, Forestry and Water Resources".
func (n *namer) complete() {
	if !n.rated() {
		return
	}
	for i := range n.cands {
		c := &n.cands[i]
		if c.typ != doc.Org && (c.typ != doc.Person || c.title > 0) || c.by == byUser || c.power < enough {
			continue
		}
		end := n.d.Sentences[n.sentenceOf(c.first)].Last
		if last := n.firmEnd(c, end); last > c.last {
			c.last, c.typ, c.hit = last, doc.Org, n.hitOf(c.first, last)
		} else if last := n.fieldsEnd(c, end); last > c.last {
			c.last, c.hit = last, -1
		} else if last := n.landEnd(c, end); last > c.last {
			c.last, c.hit, c.power = last, n.hitOf(c.first, last), max(c.power, 98)
		} else if last := n.serviceEnd(c, end); last > c.last {
			c.last = last
		}
	}
}

// landEnd returns the end of the land behind a body that every land has: "National Bank
// of the Kyrgyz Republic".
func (n *namer) landEnd(c *cand, end int) int {
	k := c.last
	if c.typ != doc.Org || c.last-c.first < 2 || c.last-c.first > 4 || !lookup(everyLands, n.words[c.first]) || !n.traits[c.last-1].has(tCap|tOrgHead) || k >= end || n.words[k] != "of" {
		return c.last
	}
	if k++; k < end && n.words[k] == "the" {
		k++
	}
	if h := n.hit(k); k < end && h != nil && h.Start == k && n.national(h) && h.Matches[0].Alias < gazetteer.DemonymNoun {
		return h.End
	}
	return c.last
}

// everyLands open names of bodies that every land has one of.
var everyLands = set("national", "central", "state", "reserve", "supreme", "federal", "constitutional", "royal", "general")

// firmEnd returns the end of what tells a firm's legal form behind its name, with or
// without a comma: "Harbour Foods plc", "Kestrel Electronics Co., Ltd.".
func (n *namer) firmEnd(c *cand, end int) int {
	last := c.last
	for k := last; k < end && k < c.last+4; k++ {
		if n.words[k] == "," && k == last {
			continue
		}
		w := strings.ReplaceAll(n.words[k], ".", "")
		form := lookup(firmTails, w) && (n.traits[k].has(tCap) || lookup(smallForms, n.words[k])) || lookup(firmCapitals, w) && n.traits[k].has(tCaps) && (k == last || len(w) < len(n.words[k]))
		if !form || n.brokenBefore(k) {
			break
		}
		last = k + 1
	}
	return last
}

// smallForms are legal forms that are written in small letters too.
var smallForms = set("plc", "gmbh", "llc", "ltd", "sarl", "aps", "doo")

// fielded head bodies that are called by the fields they are for.
var fielded = set("committee", "subcommittee", "ministry", "department", "departments", "office", "bureau", "directorate", "directorate-general", "commission", "agency", "faculty", "school", "institute", "centre", "center", "council", "board", "secretariat", "authority", "division", "panel", "unit", "section", "branch", "inspectorate", "taskforce")

// headsFields reports whether at token i such a head and the link to its fields stand.
func (n *namer) headsFields(i int) bool {
	link := n.word(i + 1)
	return lookup(fielded, n.words[i]) && (link == "of" || link == "on" || link == "for")
}

// fieldsEnd returns the end of a body's fields: a row behind "of", "on" or "for" that
// ends in "and" and another; c.last where none goes on.
func (n *namer) fieldsEnd(c *cand, end int) int {
	if c.typ != doc.Org {
		return c.last
	}
	head := c.first
	for head+2 < c.last && !n.headsFields(head) {
		head++
	}
	if head+2 >= c.last {
		return c.last
	}
	for k := c.last; k < end && k < c.last+16; {
		last := n.words[k] == "and" || n.words[k] == "&"
		if n.words[k] == "," && (n.word(k+1) == "and" || n.word(k+1) == "&") {
			k, last = k+1, true
		}
		if !last && n.words[k] != "," {
			break
		}
		next := n.fieldEnd(k+1, end)
		if next == k+1 {
			break
		}
		if last {
			return next
		}
		k = next
	}
	return c.last
}

// fieldEnd returns the end of the words with capitals from token i on that the model
// would have be part of a body, and that are neither listed nor a body themselves; i
// where there are none.
func (n *namer) fieldEnd(i, end int) int {
	k := i
	for k < end && k < i+4 && n.traits[k].has(tCap) && !n.traits[k].has(tNever) {
		if h := n.hit(k); h != nil && !h.Matches[0].Weak && (h.Matches[0].Entry.Kind != gazetteer.City || h.Matches[0].Entry.Population >= 100000) {
			return i
		}
		t, o := n.traits[k], &n.odds[k]
		other := !t.has(tEnglish) && (t.has(tGiven) || max(o[tagger.Person], o[tagger.Place]) > o[tagger.Org])
		if t.any(tCaps|tRole|tInitial) || other || o[tagger.Org] < 0 || o.Any() > o[tagger.Org]+4 {
			return i
		}
		k++
	}
	if k == i || k == i+1 && n.traits[i].has(tOrgHead) || n.titleLen(i, k) > 0 {
		return i
	}
	return k
}

// secondBody returns where a candidate ends and where another body in it begins, behind
// a comma or "and": "Committee on Lands, Subcommittee on Rivers"; zero where none does.
func (n *namer) secondBody(c *cand) (last, next int) {
	for i := c.first + 3; i+3 < c.last; i++ {
		if n.words[i] != "," && n.words[i] != "and" {
			continue
		}
		k := i + 1
		for k+2 < c.last && (n.words[k] == "and" || n.words[k] == "the") {
			k++
		}
		if n.traits[k].has(tCap) && k+2 < c.last && n.headsFields(k) {
			return i, k
		}
	}
	return 0, 0
}

// serviceEnd returns the end of "and" and a service behind a body that has no head of
// its own: "Essex County Fire and Rescue Service".
func (n *namer) serviceEnd(c *cand, end int) int {
	k := c.last
	if c.typ != doc.Org || c.last-c.first < 2 || k+2 >= end || n.words[k] != "and" || n.traits[k-1].has(tOrgHead) || !n.traits[k-1].has(tEnglish) || n.hit(k-1) != nil || c.by == byGazetteer {
		return c.last
	}
	if n.traits[k+1].has(tCap) && n.traits[k+1].has(tEnglish) && n.hit(k+1) == nil && lookup(services, n.words[k+2]) {
		return k + 3
	}
	return c.last
}

var services = set("service", "services", "authority", "board", "committee", "department", "commission", "agency", "administration", "unit", "trust", "directorate")
