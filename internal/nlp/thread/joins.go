package thread

import (
	"slices"
	"strings"
)

// joinIllness adds cases of an illness that a text does not name to those of the
// one that others name for the place.
func joinIllness(parts []*part) []*part {
	return joinOnly(parts, func(p *part) string { return strings.Join([]string{p.nature, p.origin, p.where}, "|") },
		func(p *part) bool { return p.claims[0].Concept == "case" && strings.HasPrefix(p.defined, "of ") },
		func(p *part) bool { return p.claims[0].Concept == "case" && p.defined == "" })
}

// maxKinds is how many times the dead of a kind the dead may be that another
// document tells without saying of which kind.
const maxKinds = 1.5

// joinKinds adds the dead that a text tells of to those whom another names by their
// kind, if there is but one such group with about the same number.
func joinKinds(parts []*part) []*part {
	var hosts, out []*part
	for _, p := range parts {
		if p.ofKind() {
			hosts = append(hosts, p)
		}
	}
	if len(hosts) == 0 || len(hosts) > maxLevels {
		return parts
	}
	for _, p := range parts {
		if p.defined != "" || !states[p.claims[0].Concept] {
			out = append(out, p)
			continue
		}
		if rest := p.handOut(func(r *Record) *part { return r.kindred(p, hosts) }); len(rest.claims) > 0 {
			out = append(out, rest)
		}
	}
	settleJoined(hosts)
	return out
}

// handOut gives each claim of p to the group that host names, to be taken in by
// [settleJoined], and returns p with those for which it names none.
func (p *part) handOut(host func(*Record) *part) *part {
	rest := *p
	rest.claims = nil
	for _, r := range p.claims {
		if h := host(r); h != nil {
			h.joined = append(h.joined, r)
		} else {
			rest.claims = append(rest.claims, r)
		}
	}
	return &rest
}

// settleJoined takes into each group what was given to it.
func settleJoined(parts []*part) {
	for _, p := range parts {
		p.claims, p.joined = append(p.claims, p.joined...), nil
	}
}

// kindred gives the one group of hosts that claim r of p can be of, nil if there
// is none or several.
func (r *Record) kindred(p *part, hosts []*part) (best *part) {
	for _, h := range hosts {
		if h.nature != p.nature || h.origin != p.origin || h.where != p.where {
			continue
		}
		near, own := false, false
		for _, s := range h.claims {
			own = own || s.Doc == r.Doc
			near = near || Times(r, s) <= maxKinds && r.sameStory(s)
		}
		if !near || own {
			continue
		}
		if best != nil {
			return nil
		}
		best = h
	}
	return best
}

// joinSince adds a total that gives no beginning to the one since some day, if
// there is but one of the same thing: how many died, and how many since the war
// began.
func joinSince(parts []*part) []*part {
	return joinOnly(parts, func(p *part) string { return strings.Join([]string{p.event, p.defined, p.origin, p.where}, "|") },
		func(p *part) bool { return strings.HasPrefix(p.nature, "total ") && strings.HasSuffix(p.nature, "/..") },
		func(p *part) bool {
			return p.nature == "total" && p.claims[0].known() && p.claims[0].Concept != "fighter"
		})
}

// joinOfficial adds official counts to those of the same thing that are not said to be
// official, where one source tells the same number both ways.
func joinOfficial(parts []*part) []*part {
	key := func(p *part) string { return strings.Join([]string{p.event, p.nature, p.origin, p.where}, "|") }
	plain := map[string]*part{}
	for _, p := range parts {
		if p.defined == "" {
			plain[key(p)] = p
		}
	}
	var out []*part
	for _, p := range parts {
		if q := plain[key(p)]; p.defined == "official" && q != nil && p.retells(q) {
			q.claims = append(q.claims, p.claims...)
		} else {
			out = append(out, p)
		}
	}
	return out
}

// retells reports whether a source of q tells one of its numbers in p.
func (p *part) retells(q *part) bool {
	type told struct{ source, number string }
	key := func(r *Record) told { return told{r.SourceKey(), r.Named().Trim(0).String()} }
	said := map[told]bool{}
	for _, r := range q.claims {
		said[key(r)] = said[key(r)] || r.Source != ""
	}
	return slices.ContainsFunc(p.claims, func(r *Record) bool { return said[key(r)] })
}

// joinOnly adds each group that is a guest to the host of the same key, if there
// is but one.
func joinOnly(parts []*part, key func(*part) string, host, guest func(*part) bool) []*part {
	hosts := map[string][]*part{}
	for _, p := range parts {
		if host(p) {
			hosts[key(p)] = append(hosts[key(p)], p)
		}
	}
	var out []*part
	for _, p := range parts {
		if list := hosts[key(p)]; guest(p) && len(list) == 1 {
			list[0].claims = append(list[0].claims, p.claims...)
		} else {
			out = append(out, p)
		}
	}
	return out
}
