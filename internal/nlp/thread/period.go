package thread

import (
	"strings"

	"analyze/internal/nlp/timex"
)

// asOf is the day that a claim speaks of: the end of its period; publication
// where it is open or not said.
func (r *Record) asOf() timex.Day {
	t := r.Time
	if i := strings.LastIndexByte(t, ';'); i >= 0 {
		t = t[i+1:]
	}
	if _, end, ok := strings.Cut(t, "/"); ok {
		t = end
	}
	if d := timex.ParseDay(t); d.Known() {
		return d
	}
	if d := timex.ParseDay(r.Date); d.Known() {
		return d
	}
	if from, _, ok := strings.Cut(r.Time, "/"); ok {
		return timex.ParseDay(from)
	}
	return timex.Day{}
}

// How many days a period must have to be taken for all the time since an event, and
// how long before publication it may end.
const minRunning, maxStale = 45, 31

// running is the month since which r counts, where its period goes on until its
// document was written; "" if it does not.
func (r *Record) running() string {
	from, to, ok := strings.Cut(r.Time, "/")
	a := timex.ParseDay(from)
	if !ok || !a.Known() || a.Month == 0 || strings.Contains(r.Time, ";") {
		return ""
	}
	if to != ".." {
		b, written := timex.ParseDay(to), timex.ParseDay(r.Date)
		if !b.Known() || b.Month == 0 || b.Number()-a.Number() < minRunning || written.Known() && written.Number()-b.Number() > maxStale {
			return ""
		}
	}
	return timex.At(timex.Day{Year: a.Year, Month: a.Month}).String()
}

// maxEventDays is how long what strikes within a day is told to last.
const maxEventDays = 7

// days is how long the period of r is, 0 where it is none of which both days are
// known.
func (r *Record) days() int {
	from, to, ok := strings.Cut(r.Time, "/")
	a, b := timex.ParseDay(from), timex.ParseDay(to)
	if !ok || a.Date == 0 || b.Date == 0 || !a.Known() || !b.Known() {
		return 0
	}
	return b.Number() - a.Number()
}

// bounded reports whether a time is a period with two ends within two years.
func bounded(t string) bool {
	a, b, ok := strings.Cut(t, "/")
	if strings.HasPrefix(t, "P") {
		return true
	}
	if a, b, two := strings.Cut(t, ";"); two && !ok {
		return timex.ParseDay(b).Year-timex.ParseDay(a).Year <= 1
	}
	if !ok || a == ".." || b == ".." {
		return false
	}
	return timex.ParseDay(b).Year-timex.ParseDay(a).Year <= 1
}

// closed reports whether a time is a period with two ends.
func closed(t string) bool {
	a, b, ok := strings.Cut(t, "/")
	return ok && a != ".." && b != ".."
}

// since reports whether r counts from a day on.
func since(r *Record) bool { return strings.HasSuffix(r.nature(), "/..") }

// maxGap is how far apart in days tolls may be dated that tell of one event;
// flight goes on for years.
const maxGap, maxFlight = 60, 400

func (r *Record) maxGap() int {
	if r.Concept == "displaced" {
		return maxFlight
	}
	return maxGap
}

// byEvent parts a group that counts what happened where its dates lie far apart:
// two floods in one town. What nobody dates stays with its document.
func (p *part) byEvent() []*part {
	if p.nature != "total" || !p.claims[0].Flows() || p.claims[0].Concept == "fighter" {
		return []*part{p}
	}
	var out []*part
	home := map[string]*part{}
	last, lastDoc := 0, ""
	for _, r := range p.order() {
		if r.DuplicateOf != "" {
			continue
		}
		n := r.asOf().Number()
		if len(out) == 0 || n == 0 && r.Doc != lastDoc || n > 0 && n-last > r.maxGap() {
			q := *p
			q.claims, q.when = nil, r.monthOf()
			out = append(out, &q)
		}
		q := out[len(out)-1]
		q.claims, home[r.ID] = append(q.claims, r), q
		if n > 0 {
			last = n
		}
		lastDoc = r.Doc
	}
	if len(out) == 0 {
		return []*part{p}
	}
	for _, r := range p.claims { // a copy tells of what its original does
		if r.DuplicateOf != "" {
			q := home[r.DuplicateOf]
			if q == nil {
				q = out[0]
			}
			q.claims = append(q.claims, r)
		}
	}
	if len(out) == 1 {
		out[0].when = ""
	}
	for _, q := range out {
		if q.when != "" {
			q.key += "|" + q.when + "|" + q.claims[0].ID
		}
	}
	return out
}

// monthOf names the month that r speaks of, or its year.
func (r *Record) monthOf() string {
	d := r.asOf()
	if !d.Known() {
		return "undated"
	}
	return timex.At(timex.Day{Year: d.Year, Month: d.Month}).String()
}
