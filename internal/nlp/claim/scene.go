package claim

import "analyze/internal/doc"

// A scene is the time that a sentence opened the paragraph's story with: "In
// 2020 the region used 27 TWh." It holds for the sentences in the past tense that
// follow and name none.
type scene struct {
	time string
}

// setScene notes the time that the sentence begins with; another time that is
// named ends the scene.
func (r *reader) setScene() {
	v := r.v
	if len(v.times) == 0 {
		return
	}
	r.scene = scene{}
	w := &v.times[0]
	if p := r.cal.resolved[0]; v.timeStart(0) <= 1 && w.base == absolute && p.known() && !w.openEnd && !w.openStart && p.window == "" && len(v.times) == 1 {
		r.scene.time = p.String()
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
