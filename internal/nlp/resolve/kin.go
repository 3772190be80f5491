package resolve

import (
	"regexp"
	"strings"

	"analyze/internal/nlp/gazetteer"
)

// kinBefore ends in words by which a text brings in somebody as another's relation:
// "a nephew of the former minister, ", "born in Riga to ", "his late father, ". A bare
// surname that follows means the other.
var kinBefore = regexp.MustCompile(`(?i)(?:\bborn\b[^;]{0,40} to|\b(?:son|daughter|nephew|niece|wife|husband|widow|widower|brother|sister|father|mother|cousin|uncle|aunt|grandson|granddaughter|grandfather|grandmother|descendant|protégé|successor|relative) (?:of|to)|\bmarried(?: to)?|\brelated to|\bnamed (?:for|after)|(?:^|[^d;] |[,(] )(?:his|her|whose) (?:late |own |elder |older |younger |former |first |second |third |twin ){0,2}(?:father|mother|brother|sister|son|daughter|wife|husband|widow|cousin|uncle|aunt|nephew|niece|grandfather|grandmother)),?(?: (?:the|a|an|his|her))?(?: [a-z]+){0,3},? $`)

// asKin reports whether mention i brings somebody in as the relation of another.
func (r *resolver) asKin(i int) bool {
	n := &r.ms[i]
	at := n.Start
	if t := n.Title; t.Len() > 0 && t.End <= at && t.Start >= 0 {
		at = t.Start
	}
	return kinBefore.MatchString(strings.ToValidUTF8(r.d.Text[max(0, at-70):at], ""))
}

// sexOf is what the title of mention i tells, 'f' or 'm', 0 if nothing.
func (r *resolver) sexOf(i int) byte {
	n := &r.ms[i]
	if n.Title.Len() > 0 && n.Title.End <= len(r.d.Text) {
		for _, w := range strings.Fields(strings.ToLower(r.d.Slice(n.Title))) {
			if x := gazetteer.Sexes()[w]; x != 0 {
				return x
			}
		}
	}
	if w, _, ok := strings.Cut(r.d.Slice(n.Span), " "); ok && honorifics[key(w)] {
		return gazetteer.Sexes()[key(w)]
	}
	if r.courteous(i) {
		w := strings.Fields(strings.ToLower(r.d.Text[max(0, n.Start-6):n.Start]))
		return gazetteer.Sexes()[w[len(w)-1]]
	}
	return 0
}

// sex is what titles and given names tell of a person, 0 if nothing or both.
func (s *surnames) sex(c *cluster) byte {
	var x byte
	for _, i := range c.mentions[:min(len(c.mentions), 16)] {
		switch y := s.sexOf(i); {
		case y != 0 && x != 0 && x != y:
			return 0
		case y != 0:
			x = y
		}
	}
	for k := 0; x == 0 && k < len(c.person); k++ {
		if p := &c.person[k]; p.full {
			x = gazetteer.Sexes()[p.first]
		}
	}
	return x
}

// ofSex leaves of those whom mention i may mean the ones of the sex that its title
// tells: of a couple, "Mrs Lund" is the wife. None may be left; but some names of women
// are those of men elsewhere (Jean, Andrea), and Mr Lund is no other than the only one.
func (s *surnames) ofSex(fit []*cluster, i int) []*cluster {
	x := s.sexOf(i)
	if x == 0 || x == 'm' && len(fit) < 2 {
		return fit
	}
	var same []*cluster
	for _, c := range fit {
		if y := s.sex(c); y == 0 || y == x {
			same = append(same, c)
		}
	}
	return same
}
