package resolve

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// rest gives short forms to full names: the last one before them that ends in
// their words, or begins with them and adds only heads; else the first after.
func (o *orgs) rest() {
	own := make(map[string]*cluster)
	for _, i := range o.all {
		if o.ms[i].cluster != nil {
			continue
		}
		p := o.parse(i)
		k := p.exact()
		c := o.byExact[k]
		if c == nil {
			c = o.shortFor(i, p)
		}
		if c == nil {
			if c = own[k]; c == nil {
				c = o.cluster(doc.Org)
				own[k] = c
			}
		} else if c.entry == nil {
			c.rule = true
		}
		o.put(i, c)
	}
}

func (o *orgs) shortFor(i int, p *orgName) *cluster {
	if len(p.words) == 0 {
		return nil
	}
	if c := o.byTrunk[p.exact()]; c != nil && !p.generic() {
		return c
	}
	var fit []anchor
	last := p.words[len(p.words)-1]
	fit = o.fitting(fit, o.byLast[last], func(a *orgName) bool {
		return len(a.words) > len(p.words)+a.after && endsWith(a.words, p.words, false)
	})
	fit = o.fitting(fit, o.byFirst[p.words[0]], func(a *orgName) bool {
		n := len(p.words)
		return len(a.words) > n && (onlyHeads(a.words[n:]) || a.after > 0 && n == len(a.words)-a.after || links[a.words[n]] && mildHeads[last] ||
			n > 1 && (a.words[n] == "in" || a.words[n] == "at") && !p.generic() && hasHead(p.words)) &&
			endsWith(a.words[:len(p.words)], p.words, false)
	})
	if len(p.words) == 1 {
		fit = append(fit, o.byHead[last][max(0, len(o.byHead[last])-64):]...)
	}
	if len(fit) == 0 {
		return o.coined(i, p)
	}
	best := fit[0]
	for _, a := range fit[1:] {
		if a.at < i && (a.at > best.at || best.at > i) || best.at > i && a.at < best.at {
			best = a
		}
	}
	if p.generic() && best.at > i {
		return nil
	}
	return best.cluster
}

// inner is the head of a name that stands in its midst, with other words before it and
// what it is of behind it; "" where there is none.
func (o *orgName) inner() string {
	for k := 1; k+1 < len(o.words); k++ {
		if links[o.words[k+1]] && !links[o.words[k]] {
			if mildHeads[o.words[k]] {
				return o.words[k]
			}
			return ""
		}
	}
	return ""
}

// coined is the one longer name before mention i that begins with its words, where they
// are a name of nothing else: "Northgate" after "Northgate Energy", "Highland Tea" after
// "Highland Tea Estates Limited"; or with its letters: "the Met".
func (o *orgs) coined(i int, p *orgName) *cluster {
	if p.generic() || len(p.words) == 1 && (len(p.words[0]) < 3 || !o.onlyTown(o.ms[i].name)) {
		return nil
	}
	among, clip := o.byFirst[p.words[0]], len(p.words) == 1 && strings.HasSuffix(o.d.Text[:o.ms[i].Start], " the ")
	if len(p.words) == 1 && len(p.words[0]) < 4 && !isAcronym(o.ms[i].name) {
		among = nil
	}
	if len(among) == 0 && clip && len(p.words[0]) < 6 {
		among = o.clipped(p.words[0])
	}
	var c *cluster
	for _, a := range among {
		if len(p.words) > 1 && !(endsWith(a.name.words[:min(len(a.name.words), len(p.words))], p.words, false) && mildCorporate[a.name.words[len(a.name.words)-1]]) {
			continue
		}
		if c != nil && a.cluster != c {
			return nil
		}
		if a.at < i {
			c = a.cluster
		}
	}
	return c
}

// clipped are the full names whose first word goes on from w.
func (o *orgs) clipped(w string) []anchor {
	var found []anchor
	for _, i := range o.all[:min(len(o.all), 400)] {
		p := o.parse(i)
		if c := o.ms[i].cluster; c != nil && len(p.words) > 1 && len(p.words[0]) > len(w)+2 && strings.HasPrefix(p.words[0], w) {
			found = append(found, anchor{c, p, i})
		}
	}
	return found
}

func (o *orgs) fitting(fit, among []anchor, ok func(*orgName) bool) []anchor {
	for _, a := range among[max(0, len(among)-64):] {
		if ok(a.name) {
			fit = append(fit, a)
		}
	}
	return fit
}

func hasHead(words []string) bool {
	for _, w := range words {
		if mildHeads[w] {
			return true
		}
	}
	return false
}

func onlyHeads(words []string) bool {
	for _, w := range words {
		if !mildCorporate[w] && !mildHeads[w] {
			return false
		}
	}
	return true
}

// localShort reports whether mention i, short for the listed body m that the document
// names nowhere in full, is short for one that it does name.
func (o *orgs) localShort(i int, m gazetteer.Match) bool {
	return m.Alias != gazetteer.Full && m.Alias != gazetteer.Former && o.byEntry[m.Entry] == nil && !isAcronym(o.ms[i].name) && o.localBody(o.parse(i))
}

// localBody reports whether the document has named a body of its own that a listed short
// name is the short form of: the "Red Cross" of the "Red Cross Society".
func (o *orgs) localBody(p *orgName) bool {
	n := len(p.words)
	for _, a := range o.byFirst[p.words[0]] {
		if a.entry == nil && len(a.name.words) > n && onlyHeads(a.name.words[n:]) && endsWith(a.name.words[:n], p.words, false) {
			return true
		}
	}
	for _, a := range o.byLast[p.words[n-1]] {
		if k := len(a.name.words); a.entry == nil && k == n+1 && n > 1 && endsWith(a.name.words, p.words, false) {
			return true
		}
	}
	return false
}
