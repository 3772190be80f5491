package resolve

import (
	"sort"
	"strings"

	"analyze/internal/doc"
)

// people brings together the names of persons: first those in full, by surname
// and given names, then surnames, first names and what else stands for them.
func (r *resolver) people() {
	parsed := make(map[string]*person)
	inverted := r.inverted()
	var full, short []int
	pared := r.pared()
	for i := range r.ms {
		n := &r.ms[i]
		if n.typ != doc.Person || n.cluster != nil || inverted[i] {
			continue
		}
		if rest, ok := pared[n.name]; ok {
			n.name, n.key = rest, key(rest)
		}
		if b := bareName(n.name); b != n.name && (strings.Contains(b, " ") || styleOf(n.name) == "") {
			n.name, n.key = b, key(b)
		}
		if ms := r.candidates(i); len(ms) > 0 && ms[0].User {
			r.put(i, r.of(ms[0].Entry))
			continue
		}
		p := parsed[n.name]
		if p == nil {
			v := parsePerson(n.name)
			p, parsed[n.name] = &v, &v
		}
		if p.full {
			full = append(full, i)
		} else {
			short = append(short, i)
		}
	}
	s := &surnames{resolver: r, parsed: parsed, byCore: make(map[string][]*cluster), byGiven: make(map[string][]*cluster), juniors: make(map[string]bool)}
	for _, i := range short {
		if p := parsed[r.ms[i].name]; p.suffix == "jr" || p.suffix == "sr" {
			s.juniors[p.core()] = true
		}
	}
	full, partial := s.partial(full)
	s.anchors(full)
	short = append(short, partial...)
	sort.Ints(short)
	s.shorts(full, short)
	for i := range r.ms {
		if inverted[i] && r.ms[i-1].cluster != nil {
			r.put(i, r.ms[i-1].cluster)
		}
	}
}

// inverted finds names of a bibliography that are split in two mentions,
// "Zelin" and "Aaron Y.": it gives the first the whole name and reports the
// second ones.
func (r *resolver) inverted() map[int]bool {
	found := make(map[int]bool)
	for i := 0; i+1 < len(r.ms); i++ {
		a, b := &r.ms[i], &r.ms[i+1]
		if a.typ != doc.Person || b.typ != doc.Person || !a.note || found[i] || strings.TrimSpace(r.between(i, i+1)) != "," {
			continue
		}
		p, q := parsePerson(a.name), parsePerson(b.name)
		if p.full || len(p.words) == 0 || len(q.words) == 0 || !r.opensNote(i) {
			continue
		}
		given := strings.Contains(b.name, ".") || len(q.words) == 1 || !q.full
		if given {
			a.name = b.name + " " + a.name
			a.key = key(a.name)
			found[i+1] = true
		}
	}
	return found
}

// opensNote reports whether mention i stands at the head of its note.
func (r *resolver) opensNote(i int) bool {
	b := r.d.BlockAt(r.ms[i].Start)
	return b >= 0 && r.ms[i].Start-r.d.Blocks[b].Text.Start < 8
}

// surnames is the state of bringing persons together.
type surnames struct {
	*resolver
	parsed  map[string]*person
	byCore  map[string][]*cluster // by the last word, folded strongly
	byGiven map[string][]*cluster // by the first word, folded strongly
	alone   map[string]*cluster   // short names that fit nobody
	juniors map[string]bool       // surnames that the text tells from others by "Jr." alone
}

// partial sets apart the names of several words that are the tail of a longer
// one ("García Márquez").
func (s *surnames) partial(full []int) (whole, partial []int) {
	longest := make(map[string][]*person)
	for _, i := range full {
		p := s.parsed[s.ms[i].name]
		c := coreKey(p.core())
		if l := longest[c]; len(l) < 32 {
			longest[c] = append(l, p)
		}
	}
	for _, i := range full {
		p := s.parsed[s.ms[i].name]
		part := false
		for _, q := range longest[coreKey(p.core())] {
			if len(q.words) > len(p.words) && q.surname > 0 && endsWith(q.words, p.words, false) && len(q.words)-len(p.words) <= q.surname && !s.givenOf(q, p) {
				part = true
				break
			}
		}
		if part {
			partial = append(partial, i)
		} else {
			whole = append(whole, i)
		}
	}
	return whole, partial
}

// givenOf reports whether p, a tail of q, may be a full name by itself: it
// begins with a known given name, or a mere initial is what it lacks.
func (s *surnames) givenOf(q, p *person) bool {
	for _, w := range q.words[:len(q.words)-len(p.words)] {
		if len(w) == 1 {
			return true
		}
	}
	return len(nickOf[p.words[0]]) > 0
}

// anchors clusters the full names, the most telling ones first.
func (s *surnames) anchors(full []int) {
	var distinct []int
	seen := make(map[string]bool)
	for _, i := range full {
		if n := s.ms[i].name; !seen[n] {
			seen[n] = true
			distinct = append(distinct, i)
		}
	}
	sort.SliceStable(distinct, func(a, b int) bool {
		return weight(s.parsed[s.ms[distinct[a]].name]) > weight(s.parsed[s.ms[distinct[b]].name])
	})
	of := make(map[string]*cluster)
	for _, i := range distinct {
		name := s.ms[i].name
		p := s.parsed[name]
		c := s.match(p)
		if c == nil {
			c = s.cluster(doc.Person)
			s.index(p, c)
		}
		c.person = append(c.person, *p)
		of[name] = c
	}
	for _, i := range full {
		s.put(i, of[s.ms[i].name])
	}
}

// weight orders names by what they tell: letters of given names that are more
// than initials.
func weight(p *person) int {
	w := 0
	for _, g := range p.given() {
		if len(g) > 1 {
			w += 2
		}
		w++
	}
	return w
}

func (s *surnames) index(p *person, c *cluster) {
	k := coreKey(p.core())
	s.byCore[k] = append(s.byCore[k], c)
	for _, w := range p.words[1 : len(p.words)-1] {
		if k := coreKey(w); inner(w) {
			s.byCore[k] = appendNew(s.byCore[k], c)
		}
	}
	k = strong(p.words[0])
	s.byGiven[k] = append(s.byGiven[k], c)
}

// match finds the one cluster that a full name belongs to, all of whose names
// it agrees with; nil if there is none, or several that fit equally.
func (s *surnames) match(p *person) *cluster {
	var best *cluster
	level := likeNot
	bucket := s.byCore[coreKey(p.core())]
	bucket = bucket[max(0, len(bucket)-64):]
	if len(p.words) == 2 {
		other := s.byCore[coreKey(p.words[0])]
		bucket = append(bucket[:len(bucket):len(bucket)], other[max(0, len(other)-64):]...)
	}
	for _, c := range bucket {
		l := likeSame
		for k := range c.person {
			if q := &c.person[k]; p.suffix != q.suffix && s.juniors[p.core()] {
				l = likeNot
			} else {
				l = min(l, p.like(q))
			}
		}
		switch {
		case l > level:
			best, level = c, l
		case l == level && l > likeNot:
			if c != best {
				best = nil
			}
		}
	}
	return best
}

// shorts gives each short name to the last full name before it that fits, or
// to the only one that comes after.
func (s *surnames) shorts(full, short []int) {
	s.alone = make(map[string]*cluster)
	next := 0
	for _, i := range short {
		for next < len(full) && full[next] < i {
			if i := full[next]; !s.sharedCore(i) || !s.asKin(i) {
				s.ms[i].cluster.lastFull = i
			}
			next++
		}
		s.short(i)
	}
}

func (s *surnames) short(i int) {
	p := s.parsed[s.ms[i].name]
	if len(p.words) == 0 {
		s.put(i, s.cluster(doc.Person))
		return
	}
	fit := s.fitting(p)
	told := s.ofSex(fit, i)
	if len(told) == 0 {
		s.lone(i, p, "")
		return
	}
	fit = s.unlikeSons(told, p)
	best, rival := s.latest(fit, i)
	if rival != nil {
		if rival.mentions[0] < best.mentions[0] {
			best, rival = rival, best
		}
		s.lone(i, p, "may be "+s.fullest(best)+" or "+s.fullest(rival))
		return
	}
	s.put(i, best)
}

// sharedCore reports whether several people bear the surname of mention i.
func (s *surnames) sharedCore(i int) bool {
	return len(s.byCore[coreKey(s.parsed[s.ms[i].name].core())]) > 1
}

// unlikeSons leaves out of those whom a bare surname may mean the juniors, where the
// text calls them so.
func (s *surnames) unlikeSons(fit []*cluster, p *person) []*cluster {
	if len(fit) < 2 || p.suffix != "" || !s.juniors[p.core()] {
		return fit
	}
	var rest []*cluster
	for _, c := range fit {
		if c.person[0].suffix == "" {
			rest = append(rest, c)
		}
	}
	if len(rest) == 0 {
		return fit
	}
	return rest
}

// fitting are the clusters that a short name fits by surname, else by given
// name, else by a word between.
func (s *surnames) fitting(p *person) []*cluster {
	var bySurname, byGiven, byInner []*cluster
	look := func(cs []*cluster) {
		for _, c := range cs[max(0, len(cs)-64):] {
			for k := range c.person {
				switch c.person[k].fits(p) {
				case fitsSurname:
					bySurname = appendNew(bySurname, c)
				case fitsGiven:
					byGiven = appendNew(byGiven, c)
				case fitsInner:
					byInner = appendNew(byInner, c)
				}
			}
		}
	}
	look(s.byCore[coreKey(p.core())])
	if len(bySurname) > 0 {
		return bySurname
	}
	if look(s.byGiven[strong(p.words[0])]); len(bySurname) > 0 {
		return bySurname
	}
	if len(byGiven) > 0 {
		return byGiven
	}
	return byInner
}

func appendNew(cs []*cluster, c *cluster) []*cluster {
	for _, o := range cs {
		if o == c {
			return cs
		}
	}
	return append(cs, c)
}

// latest picks of several clusters the one last named in full before mention
// i, in a note if i stands in one and in running text if it does not. rival is
// another one that fits as well: named in the same sentence, or, where none
// was named before, named later.
func (s *surnames) latest(fit []*cluster, i int) (best, rival *cluster) {
	if len(fit) == 1 {
		return fit[0], nil
	}
	if same := s.sameZone(fit, s.ms[i].note); len(same) > 0 {
		fit = same
	}
	sort.SliceStable(fit, func(a, b int) bool { return fit[a].lastFull > fit[b].lastFull })
	best = fit[0]
	if len(fit) == 1 {
		return best, nil
	}
	second := fit[1]
	switch {
	case best.lastFull < 0:
		return best, second
	case second.lastFull >= 0 && s.ms[best.lastFull].Sentence == s.ms[second.lastFull].Sentence:
		return best, second
	}
	return best, nil
}

// sameZone are the clusters that stand in notes, or in running text.
func (s *surnames) sameZone(fit []*cluster, note bool) []*cluster {
	zone := 0
	if note {
		zone = 1
	}
	var same []*cluster
	for _, c := range fit {
		if c.zones[zone] {
			same = append(same, c)
		}
	}
	return same
}

// lone keeps a short name by itself, together with others written alike.
func (s *surnames) lone(i int, p *person, doubt string) {
	k := strings.Join(p.words, " ")
	if len(p.words) > 1 && particles[p.words[0]] && p.words[0] != "abu" {
		k = p.core()
	}
	if p.epithet != "" {
		if c := s.alone[k]; c != nil && c.epithet != "" && c.epithet != p.epithet {
			k += " " + p.epithet
		}
	}
	c := s.alone[k]
	if c == nil {
		c = s.cluster(doc.Person)
		s.alone[k] = c
	}
	if doubt != "" {
		c.doubt = doubt
	}
	if p.epithet != "" {
		c.epithet = p.epithet
	}
	s.put(i, c)
}
