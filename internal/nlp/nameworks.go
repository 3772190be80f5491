package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// isPaper reports whether an unlisted body of common words is one by its head only in
// looks: a paper, a survey, a plan, or what is done under a plan and does nothing
// itself: "Rural Household Survey", "Mid-term Review of the Road Plan".
func (n *namer) isPaper(c *cand) bool {
	if c.typ == doc.Place && lookup(laws, n.words[c.last-1]) {
		return true
	}
	if c.typ != doc.Org || n.views[n.sentenceOf(c.first)].note {
		return false
	}
	if strings.EqualFold(n.word(c.first+1), "of") && lookup(deedHeads, n.words[c.first]) && n.hitOf(c.first, c.last) < 0 {
		return true // "Compact of Free Association"
	}
	head := n.headOf(c)
	if h := n.hit(head); h != nil && h.Start > c.first+1 && h.End == c.last && n.national(h) && lookup(serialHeads, n.words[h.Start-1]) {
		head = h.Start - 1 // "At the Water Policy Review Norway asked"
	}
	w := n.words[head]
	switch {
	case head == c.first:
		return false
	case lookup(surveyed, n.words[head-1]) && strings.EqualFold(w, "survey"):
		return false
	case lookup(paperHeads, w), lookup(notTails, w), lookup(notTails, strings.TrimSuffix(w, "s")):
	case lookup(serialHeads, w):
		if periodic := lookup(periods, n.words[c.first]); !periodic && (head-c.first < 2 || lookup(speech, n.word(c.last))) || n.acts(c) {
			return false
		}
	case lookup(schemeHeads, w):
		if n.acts(c) || lookup(speech, n.word(c.last)) || n.listed(c.first, c.last) {
			return false
		}
	default:
		return false
	}
	return n.commonTo(c.first, head)
}

// headOf returns the last word of a candidate, or the one before its first small
// word: Review of "Review of the Plan".
func (n *namer) headOf(c *cand) int {
	for i := c.first + 1; i < c.last; i++ {
		switch n.words[i] {
		case "of", "for", "on", "in", "to":
			return i - 1
		}
	}
	head := c.last - 1
	for head > c.first && !n.traits[head].has(tCap) {
		head--
	}
	return head
}

// commonTo reports whether all words with capitals from first to last are common
// ones or name a land.
func (n *namer) commonTo(first, last int) bool {
	for i := first; i < last; i++ {
		if t := n.traits[i]; t.has(tCap) && !t.any(tEnglish|tCommon|tOrgHead) && !lookup(periods, n.words[i]) && !lookup(chambers, n.words[i]) {
			if h := n.hit(i); h == nil || h.Matches[0].Entry.Kind.Type() != "PLACE" || t.any(tGiven|tSurname) {
				return false
			}
		}
	}
	return true
}

// acts reports whether the words beside a candidate are those beside who acts.
func (n *namer) acts(c *cand) bool {
	return n.orgCue(c.first, c.last) > 0 || n.word(c.first-1) == "told" || n.word(c.last) == ":" && n.interview
}

var (
	paperHeads  = set("survey", "surveys", "strategy", "policy", "plan", "plans", "statement", "statements", "outlook", "appeal", "framework", "guidelines", "overview", "assessment", "minutes", "agenda", "profile", "update", "factsheet", "blueprint", "manifesto", "budget", "guidance", "bill", "bills", "acts", "credit", "pass", "calendar", "ballot", "levy", "allowance", "membership", "fee", "fees", "draft", "auction", "conference", "seminar", "symposium", "workshop", "exhibition", "championships", "marathon", "anniversary", "syndrome", "statute", "ordinance", "trends", "prospects", "highlights", "perspectives", "indicators", "statistics", "commitment", "commitments", "dialogue", "dialogues", "pact", "compact", "amendment")
	serialHeads = set("bulletin", "review", "digest", "newsletter", "brief", "briefing", "bulletins")
	schemeHeads = set("programme", "program", "scheme", "project", "initiative", "package", "drive", "exercise", "reform", "reforms", "programmes", "projects", "schemes", "initiatives")
	periods     = set("daily", "weekly", "fortnightly", "monthly", "quarterly", "annual", "half-yearly", "biannual", "biennial", "mid", "midterm", "mid-term", "periodic", "epidemiological", "monetary", "macroeconomic", "demographic", "agricultural", "nutrition", "smart", "labour", "labor", "household", "humanitarian", "situation")
	// deedHeads begin names of what is signed.
	deedHeads = set("compact", "treaty", "convention", "charter", "code", "declaration", "protocol", "pact", "articles", "memorandum")
	// laws end names of laws.
	laws = set("act", "acts", "bill", "ordinance", "statute", "treaty")
	// surveyed stand before the "Survey" of a body.
	surveyed = set("geological", "ordnance", "antarctic", "archaeological", "botanical", "zoological", "geodetic", "topographical", "hydrographic", "soil", "forest")
)

// partOfTitle reports whether a journal's name is but the beginning of the line of
// capitals that it stands in: "ENERGY POLICY BRIEF".
func (n *namer) partOfTitle(h *gazetteer.Hit) bool {
	if h.Matches[0].Entry.Kind != gazetteer.Media || n.setAt(h.Start) == plain {
		return false
	}
	for i := h.Start; i < h.End; i++ {
		if !n.traits[i].any(tEnglish | tCommon) {
			return false
		}
	}
	next := n.trait(h.End)
	return next.has(tCap) && next.any(tEnglish|tCommon) && n.sentenceOf(h.Start) == n.sentenceOf(h.End)
}
