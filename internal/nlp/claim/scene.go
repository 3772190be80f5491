package claim

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"
)

// A scene is the time that a sentence opened the paragraph's story with: "In
// 2020 the region used 27 TWh." It holds for the sentences in the past tense that
// follow and name none.
type scene struct {
	time   string
	event  bool // it is the day of what happened, whoever tells of it
	places []doc.ClaimPlace
	told   []int // claims of the sentence that told figures last with one time, in the past tense
}

// setScene notes the time that the sentence begins with; another time that is
// named ends the scene.
func (r *reader) setScene() {
	v := r.v
	n, only := 0, 0
	for i := range v.times {
		if w := &v.times[i]; v.dateline(w) {
			continue
		}
		if w := &v.times[i]; v.clause[w.First] == 0 && w.Base != timex.Anaphor && !v.isBase(v.timeStart(i)) && !v.onlySince(v.timeStart(i)) {
			n, only = n+1, i
		}
	}
	r.series()
	if n == 0 {
		return
	}
	r.scene.time, r.scene.event = "", false
	w, start := &v.times[only], v.timeStart(only)
	p := r.cal.resolved[only]
	if n != 1 || !p.Known() || w.OpenEnd || w.OpenStart || p.Window != "" || v.is(start-1, "by") {
		return
	}
	if v.atFront(start) && w.Base == timex.Absolute || len(v.figures) == 0 && p.From == p.To && p.From.Date > 0 && v.happened(only) {
		r.scene.time, r.scene.event = p.String(), len(v.figures) == 0
	}
}

// happened reports whether the sentence tells what happened on the day that is its time i:
// "The dam broke on 3 May."
func (v *view) happened(i int) bool {
	w, start := &v.times[i], v.timeStart(i)
	if v.is(start-1, "on") {
		start--
	}
	if v.inSaying(w.First) || v.inAttribution(w.First) || v.dateline(w) || v.clause[w.First] > 0 || v.spoken() {
		return false
	}
	k := v.verbBefore(start)
	return k >= 0 && v.tag(k) == doc.VBD && !v.has(k, says|auxiliary) && !v.anySaid(len(v.w))
}

// series keeps the figures that the sentence told last with a time of their own, if that
// is past: "Migrants sent $613 billion in 2017. India received $69 billion."
func (r *reader) series() {
	v := r.v
	last := ""
	for f := len(v.figures) - 1; f >= 0; f-- {
		c := &r.d.Claims[v.figures[f]]
		t := timex.ParseDay(c.Time)
		if !t.Known() || v.clause[v.first[f]] > 0 || v.setFrom(f) || v.bracket(v.first[f]) > 0 && f > 0 && len(v.times) < 2 || c.Table >= 0 || c.Bound == doc.Change || f > 0 && v.is(v.last[f], "more", "fewer", "less") {
			continue
		}
		if last == "" {
			r.scene.told, last = r.scene.told[:0], c.Time
		}
		if c.Time == last && !strings.Contains(c.Time, "..") && !strings.HasPrefix(c.Time, "P") && v.inPast(f) && !v.w[v.first[f]].quoted &&
			(!r.cal.ref.Known() || t.Compare(r.cal.ref) <= 0) {
			r.scene.told = append(r.scene.told, v.figures[f])
		}
	}
	if last == "" && len(v.times) > 0 {
		r.scene.told = r.scene.told[:0]
	}
}

// goesOn gives the time of the series where c counts, in the sentence that follows, what
// its last figure counts, or is a share as one of them is.
func (r *reader) goesOn(c *doc.Claim) string {
	for i, k := range r.scene.told {
		if o := &r.d.Claims[k]; likewise(o, c) && (i == 0 || isShare(o)) {
			return o.Time
		}
	}
	return ""
}

// likewise reports whether c counts what o counted within the three sentences before.
func likewise(o, c *doc.Claim) bool {
	switch {
	case c.Per != o.Per || c.Sentence > o.Sentence+3 || c.Bound == doc.Change:
		return false
	case isShare(o) && isShare(c):
		return true
	case c.Unit == "" && c.What == "":
		return c.Kind == o.Kind && c.Sentence == o.Sentence+1
	case c.Unit == "person" && c.What != "" && o.What != "" && !strings.EqualFold(c.What, o.What):
		return false
	}
	return c.Kind == o.Kind && c.Unit == o.Unit
}

// atFront reports whether nothing but prepositions and the time of day stands before
// the time that begins at word start: "At 06:40 on 3 July 2015 a train …".
func (v *view) atFront(start int) bool {
	for k := start - 1; k >= 0; k-- {
		if v.isComma(k) && (v.is(k-1, "example", "instance", "contrast", "however", "overall", "meanwhile", "thus", "similarly", "still")) && k < 4 {
			return true
		}
		if v.tag(k) != doc.IN && v.tag(k) != doc.DT && !(v.tag(k) == doc.CD && v.w[k].figure < 0) && !v.is(k, "shortly", "just", "early", "late", "o'clock", "a.m.", "p.m.", "morning", "evening", ",") {
			return false
		}
	}
	return true
}

// inPast reports whether the verbs of the statement of figure f, outside of the clauses
// that it stands in no part of, are of the past.
func (v *view) inPast(f int) bool {
	past := false
	first, last := v.statement(f)
	for k := first; k < last; k++ {
		switch {
		case v.clause[k] != v.clause[v.first[f]] || v.w[k].mention >= 0:
		case v.tag(k) == doc.VBD:
			past = true
		case v.tag(k) == doc.VBZ, v.tag(k) == doc.VBP, v.tag(k) == doc.MD:
			return false
		}
	}
	return past
}

// statement gives the words round figure f that no semicolon or colon parts from it.
func (v *view) statement(f int) (first, last int) {
	first, last = v.first[f], v.last[f]
	for first > 0 && !v.is(first-1, ";", ":") {
		first--
	}
	for last < len(v.w) && !v.is(last, ";", ":") {
		last++
	}
	return first, last
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

// then gives figure f of a sentence that ends with "then" the time named last
// before it: "in 1988 he was a boy. There were 40 boats then."
func (r *reader) then(c *doc.Claim, f int) bool {
	v, p := r.v, r.cal.prev
	if len(v.times) > 0 || !p.Known() || p.From != p.To || p.OpenEnd || p.OpenStart || p.Window != "" || v.lasts(f) || !v.inPast(f) {
		return false
	}
	for k := v.last[f]; k < len(v.w); k++ {
		if v.is(k, "then") && (k+1 == len(v.w) || v.ends(k+1)) {
			c.Time, c.TimeVia = p.String(), "context"
			return true
		}
	}
	return false
}

// told gives the time of the scene to figure f of a sentence that names none
// outside its relative clauses, in the past tense.
func (r *reader) told(c *doc.Claim, f int) {
	v := r.v
	time := r.scene.time
	if v.spoken() && !r.scene.event || r.scene.event && v.stoodSo(f) {
		time = ""
	}
	if time == "" {
		time = r.goesOn(c)
	}
	if time == "" || c.Time != "" || v.w[v.first[f]].quoted || v.lasts(f) || v.atPeak() {
		return
	}
	if v.inPast(f) && !v.namesTime(f, true) {
		c.Time, c.TimeVia = time, "context"
	}
}

// stoodSo reports whether the first verb of the statement of figure f tells how things were,
// and nothing that happened: "the mission had 12 experts".
func (v *view) stoodSo(f int) bool {
	first, last := v.statement(f)
	for k := first; k < last; k++ {
		if v.tag(k) == doc.VBD && v.w[k].mention < 0 && !v.inSaying(k) {
			return v.is(k, "had") && v.tag(k+1) != doc.VBN || v.is(k, "was", "were") && v.tag(k+1) != doc.VBN && v.tag(k+2) != doc.VBN
		}
	}
	return false
}

// atPeak reports whether the sentence speaks of another time, which it does not date.
func (v *view) atPeak() bool {
	for k := range v.w {
		if v.is(k, "height", "peak", "heyday") && v.is(k-1, "its", "their", "the") && v.is(k-2, "at") || v.is(k, "previously", "formerly", "originally", "eventually") {
			return true
		}
	}
	return false
}

// namesTime reports whether the sentence, or only the clause of figure f, names a time that
// is not just that of something it is compared with.
func (v *view) namesTime(f int, clause bool) bool {
	for i := range v.times {
		start := v.timeStart(i)
		if (!clause || v.clause[v.times[i].First] == v.clause[v.first[f]]) && !v.isBase(start) && !v.onlySince(start) && !v.former(start) && !v.compared(start, f) {
			return true
		}
	}
	return false
}

// laterOn gives the time of figure f where "eighteen months later" stands
// between it and the figure that this counts from: "in 2014 it gave 12,000; its
// second, eighteen months later, gave 27,000".
func (r *reader) laterOn(f int, chosen chosenTime, ok bool) (timex.Period, bool) {
	v := r.v
	for i := len(v.times) - 1; i >= 0; i-- {
		w := &v.times[i]
		if w.Last > v.first[f] {
			continue
		}
		if w.Base != timex.Anaphor || w.Steps <= 0 || ok && chosen.w != nil && chosen.w.First >= w.First || f == 0 {
			return timex.Period{}, false
		}
		g := f - 1
		for g > 0 && v.first[g] > w.First {
			g--
		}
		from := timex.ParseDay(r.d.Claims[v.figures[g]].Time)
		if v.last[g] > w.First || !from.Known() || r.d.Claims[v.figures[g]].Time != timex.At(from).String() {
			return timex.Period{}, false
		}
		return w.FromPrevious(timex.At(from))
	}
	return timex.Period{}, false
}
