package claim

import "analyze/internal/doc"

// A scene is the time that a sentence opened the paragraph's story with: "In
// 2020 the region used 27 TWh." It holds for the sentences in the past tense that
// follow and name none.
type scene struct {
	time   string
	places []doc.ClaimPlace
}

// setScene notes the time that the sentence begins with; another time that is
// named ends the scene.
func (r *reader) setScene() {
	v := r.v
	n := 0
	for i := range v.times {
		if w := &v.times[i]; v.clause[w.first] == 0 && w.base != anaphor && !v.isBase(v.timeStart(i)) {
			n++
		}
	}
	if n == 0 {
		return
	}
	r.scene.time = ""
	w := &v.times[0]
	if p := r.cal.resolved[0]; n == 1 && v.timeStart(0) <= 1 && w.base == absolute && p.known() && !w.openEnd && !w.openStart && p.window == "" {
		r.scene.time = p.String()
	}
}

// setPlace notes the place that the sentence begins with: "In Kosti, …".
func (r *reader) setPlace(sites []site) {
	n := 0
	for i := range sites {
		if s := &sites[i]; !s.weak {
			n++
		}
	}
	if n == 0 {
		return
	}
	r.scene.places = nil
	if s := &sites[0]; s.fronted && s.role == doc.Location && s.first <= 2 && r.v.is(0, "in", "at") {
		r.scene.places = groupPlaces(sites, groupCost{s.group, 0, s.role})
	}
}

// told gives the time of the scene to figure f of a sentence that names none
// outside its relative clauses, in the past tense.
func (r *reader) told(c *doc.Claim, f int) {
	v := r.v
	if r.scene.time == "" || c.Time != "" || v.w[v.first[f]].quoted || v.spoken() || v.lasts(f) {
		return
	}
	for i := range v.times {
		if v.clause[v.times[i].first] == v.clause[v.first[f]] {
			return
		}
	}
	past := false
	for k := range v.w {
		switch {
		case v.clause[k] != v.clause[v.first[f]] || v.w[k].mention >= 0:
		case v.tag(k) == doc.VBD:
			past = true
		case v.tag(k) == doc.VBZ, v.tag(k) == doc.VBP, v.tag(k) == doc.MD:
			return
		}
	}
	if past {
		c.Time, c.TimeVia = r.scene.time, "context"
	}
}

// laterOn gives the time of figure f where "eighteen months later" stands
// between it and the figure that this counts from: "in 2014 it gave 12,000; its
// second, eighteen months later, gave 27,000".
func (r *reader) laterOn(f int, chosen chosenTime, ok bool) (period, bool) {
	v := r.v
	for i := len(v.times) - 1; i >= 0; i-- {
		w := &v.times[i]
		if w.last > v.first[f] {
			continue
		}
		if w.base != anaphor || w.steps <= 0 || ok && chosen.w != nil && chosen.w.first >= w.first || f == 0 {
			return period{}, false
		}
		g := f - 1
		for g > 0 && v.first[g] > w.first {
			g--
		}
		from := parseDay(r.d.Claims[v.figures[g]].Time)
		if v.last[g] > w.first || !from.known() || r.d.Claims[v.figures[g]].Time != at(from).String() {
			return period{}, false
		}
		return w.fromPrev(at(from))
	}
	return period{}, false
}
