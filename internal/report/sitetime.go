package report

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/text"
)

// A timeTable gathers what is dated: documents by their own date, figures by
// the time they speak of.
type timeTable struct {
	documents []stretch
	figures   []stretch
	rows      map[string]*timeRow
	undated   int
	timeless  int // figures that give no time
}

// A timeRow is one time of the timeline: what was published then, and what
// figures speak of it.
type timeRow struct {
	Time, When string
	At         stretch
	Documents  []contextLink
	MoreDocs   int
	Told       []datedClaim // by several; they come first
	Figures    []datedClaim
	More       int
}

// Shown of each time; the others are counted.
const shownDocuments, shownFigures = 12, 6

func (t *timeTable) row(time string, at stretch) *timeRow {
	if t.rows == nil {
		t.rows = map[string]*timeRow{}
	}
	if p := strings.Split(time, "-"); len(p) == 3 && !strings.ContainsAny(time, "/;") { // days stand with their month
		time = p[0] + "-" + p[1]
		at, _ = calendar(time)
	}
	r := t.rows[time]
	if r == nil {
		r = &timeRow{Time: time, When: when(time), At: at}
		t.rows[time] = r
	}
	return r
}

// document takes in a document, whose page is href.
func (t *timeTable) document(card *doc.Card, href string) {
	t.timeless += card.Claims
	at, ok := calendar(card.Meta.Date)
	if !ok {
		t.undated++
		return
	}
	t.documents = append(t.documents, at)
	r := t.row(card.Meta.Date, at)
	if len(r.Documents) < shownDocuments {
		r.Documents = append(r.Documents, contextLink{title(card.Meta, card.ID), href})
	} else {
		r.MoreDocs++
	}
}

// dated takes in what figures of the document of card date.
func (t *timeTable) dated(card *doc.Card, dated []datedClaim) {
	for _, c := range dated {
		at, ok := stretchOf(c.Time, card.Meta.Date)
		if !ok {
			continue
		}
		t.timeless--
		t.figures = append(t.figures, at)
		key := c.Time
		if strings.HasPrefix(key, "P") {
			continue // a window has no name of its own
		}
		switch r := t.row(key, at); {
		case c.Thread != "" && len(r.Told) < shownDocuments:
			r.Told = append(r.Told, c)
		case c.Thread == "" && len(r.Figures) < shownFigures:
			r.Figures = append(r.Figures, c)
		default:
			r.More++
		}
	}
}

// sorted are the rows in order of time.
func (t *timeTable) sorted() []*timeRow {
	list := make([]*timeRow, 0, len(t.rows))
	for _, r := range t.rows {
		list = append(list, r)
	}
	slices.SortFunc(list, func(a, b *timeRow) int {
		return cmp.Or(cmp.Compare(a.At.From, b.At.From), cmp.Compare(a.At.To, b.At.To), strings.Compare(a.Time, b.Time))
	})
	return list
}

// A lane is one kind of dated things, drawn as bars as long as their time is.
type lane struct {
	Name, Class string
	N, Top      int
	Height      int
	Marks       []laneMark
	Many        bool // the bars are counts, not single things
}

// A laneMark is a bar: place and width in percent, top and height in pixels.
type laneMark struct {
	X, W float64
	Y, H int
	N    int // how many it stands for, beside a bar for a time
	High int // the same, above a bar that counts
}

type timelineView struct {
	Lanes         []lane
	Ticks         []tick
	Height        int
	Before, After int
	Rows          []*timeRow
	Undated       int
	Timeless      int
	Label         string
	Reading       string
}

// timeline draws the dated documents and figures, and lists them.
func (s *site) timeline() error {
	t := &s.times
	v := &timelineView{Undated: t.undated, Timeless: t.timeless}
	if all := slices.Concat(t.documents, t.figures); len(all) > 0 {
		axis, before, after := axisFor(all)
		v.Before, v.After, v.Ticks, v.Height = before, after, axis.ticks(), 0
		for _, l := range []struct {
			name, class string
			at          []stretch
		}{{"Documents, by date of publication", "la", t.documents}, {"Figures, by the time they speak of", "lf", t.figures}} {
			if len(l.at) > 0 {
				v.Lanes = append(v.Lanes, laneOf(l.name, l.class, l.at, axis, v.Height))
				v.Height += v.Lanes[len(v.Lanes)-1].Height
			}
		}
		v.Reading = reading(v.Lanes)
		v.Label = plural(len(t.documents), "document", "documents") + " and " + plural(len(t.figures), "figure", "figures") + " by date; the table below gives each time"
	}
	v.Rows = t.sorted()
	return cmp.Or(
		s.page("timeline.html", "timeline", "Timeline", "When", v),
		s.page("timeline.svg", "timelinepicture", "", "", pictureFrameOf(1080, float64(v.Height+16), "When", v.Label, v)),
	)
}

// reading says how to read the lanes.
func reading(lanes []lane) string {
	for _, l := range lanes {
		if l.Many {
			return "A bar for each time, as long as it is known, with how many there are of it; where there are too many times, a bar’s height is how many begin then."
		}
	}
	return "A bar for each time, as long as it is known, with how many there are of it."
}

// laneTitle is the room for a lane's name, laneFoot that for its years, in
// pixels.
const laneTitle, laneFoot = 34, 22

// laneOf draws a bar for each time, as long as the time and labelled with how
// many there are of it, packed into rows that do not touch; where there are too
// many rows it counts instead.
func laneOf(name, class string, at []stretch, axis yearAxis, top int) lane {
	const step, bar, rows = 18, 9, 16
	l := lane{Name: name, Class: class, N: len(at), Top: top}
	count := map[stretch]int{}
	for _, x := range at {
		if x.To > axis.From && x.From < axis.To {
			count[x]++
		}
	}
	times := slices.SortedFunc(maps.Keys(count), func(a, b stretch) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To)) })
	var ends []float64
	for _, x := range times {
		m := laneMark{X: axis.at(x.From), N: count[x]}
		m.W = max(axis.at(x.To)-.15-m.X, .4)
		row := slices.IndexFunc(ends, func(end float64) bool { return end <= m.X })
		if row < 0 {
			row = len(ends)
			ends = append(ends, 0)
		}
		ends[row] = m.X + m.W + 1.5 + float64(len(strconv.Itoa(m.N)))
		m.Y, m.H = row*step, bar
		l.Marks = append(l.Marks, m)
	}
	if len(ends) > rows {
		return countLane(l, at, axis)
	}
	l.Height = laneTitle + max(1, len(ends))*step + laneFoot
	for i := range l.Marks { // rows grow from the lane's floor
		l.Marks[i].Y = top + l.Height - laneFoot - l.Marks[i].Y - step + 4
	}
	return l
}

// countLane draws how many begin in each year, or each month of a few years.
func countLane(l lane, at []stretch, axis yearAxis) lane {
	const high = 140
	per := 1.0
	if axis.To-axis.From <= 6 {
		per = 12
	}
	count := map[int]int{}
	most := 1
	for _, x := range at {
		if x.From < axis.From || x.From >= axis.To {
			continue
		}
		b := int(math.Floor((x.From-axis.From)*per + 1e-6))
		count[b]++
		most = max(most, count[b])
	}
	l.Marks, l.Many, l.Height = nil, true, laneTitle+12+high+laneFoot
	for b := range int(math.Ceil((axis.To - axis.From) * per)) {
		n := count[b]
		if n == 0 {
			continue
		}
		h := max(1, n*high/most)
		from, to := axis.at(axis.From+float64(b)/per), axis.at(axis.From+float64(b+1)/per)
		l.Marks = append(l.Marks, laneMark{X: from, W: max(.2, (to-from)*.9), Y: l.Top + laneTitle + 12 + high - h, H: h, High: n})
	}
	if len(l.Marks) > 30 { // there is no room for so many numbers
		for i := range l.Marks {
			l.Marks[i].High = 0
		}
	}
	return l
}

// A timeChart sets the statements of a thread at the time they speak of and the
// value they give.
type timeChart struct {
	Height int
	Marks  []timeMark
	Ticks  []tick // years
	Values []tick // their X is pixels from the top
	At     string // letters of those set at their publication
	Out    string // letters of those left out
	Label  string
}

// A timeMark is one statement: the way back to the beginning of its period and
// its mark, x in percent and y in pixels.
type timeMark struct {
	Shape, Letter  string
	Colour         int
	X, Back        float64
	Y, Y2, DX      float64
	Left, HasBack  bool
	Since          string
	at             stretch
	LetterX        int
	End            bool
	Upright, Range bool
}

// chartHeight is the height of the plot of a timeChart in pixels.
const chartHeight = 230.0

// overTime draws rows over time where they speak of at least three times; else
// it returns nil.
func (s *site) overTime(rows []track, sc scale, values []tick) *timeChart {
	c := &timeChart{Height: int(chartHeight) + 34}
	times := map[stretch]bool{}
	var all []stretch
	var at, out []string
	for i := range rows {
		k := &rows[i]
		published := ""
		if card := s.cards[k.Doc]; card != nil {
			published = card.Meta.Date
		}
		x, ok := stretchOf(k.Time, published)
		if !ok {
			if x, ok = calendar(published); ok {
				at = append(at, k.Letter)
			}
		}
		if !ok {
			out = append(out, k.Letter)
			continue
		}
		times[x] = true
		all = append(all, x)
		c.Marks = append(c.Marks, markOf(k, x, sc))
	}
	if len(times) < 3 {
		return nil
	}
	c.At, c.Out = strings.Join(slices.Compact(at), ", "), strings.Join(slices.Compact(out), ", ")
	c.place(all)
	for _, t := range values {
		c.Values = append(c.Values, tick{yOf(t.X), t.Label, t.Zero})
	}
	var words []string
	for _, k := range rows {
		words = append(words, k.Letter+", "+k.When2+": "+k.Label)
	}
	c.Label = "The same figures over time. " + text.Clean(strings.Join(words, "; "))
	return c
}

// yOf turns percent of a track into pixels from the top of the plot.
func yOf(percent float64) float64 { return chartHeight - (percent-3)/90*(chartHeight-24) }

func markOf(k *track, x stretch, sc scale) timeMark {
	m := timeMark{Shape: k.Shape, Letter: k.Letter, Colour: k.Colour, at: x, Y: yOf(sc.at(k.Named)), Upright: true}
	m.Y2 = m.Y
	switch {
	case k.Shape == "range" && !math.IsInf(k.Low, 0) && !math.IsInf(k.High, 0):
		m.Y, m.Y2, m.Range = yOf(sc.at(k.Low)), yOf(sc.at(k.High)), true
	case k.Shape == "rise" || k.Shape == "fall":
		m.Upright = false
	}
	return m
}

// place sets the marks on the axis of time: a moment in its middle, a period
// where it ends.
func (c *timeChart) place(all []stretch) {
	axis, _, _ := axisFor(all)
	pad := (axis.To - axis.From) * .02
	c.Ticks = axis.ticks()
	for i := range c.Marks {
		m := &c.Marks[i]
		x := m.at.To
		if m.at.To-m.at.From <= 1.01 {
			x = (m.at.From + m.at.To) / 2
		}
		m.X = 4 + .9*axis.at(x-pad/4)
		if m.at.To-m.at.From > .09 {
			m.HasBack, m.Back = true, 4+.9*axis.at(m.at.From)
			if m.at.From < axis.From {
				m.Since = "← since " + strconv.Itoa(int(math.Floor(m.at.From)))
			}
		}
	}
	for i := range c.Ticks {
		c.Ticks[i].X = 4 + .9*c.Ticks[i].X
	}
	c.spread()
}

// spread moves marks that would lie on each other to the right, and sets each
// letter where no mark follows.
func (c *timeChart) spread() {
	slices.SortStableFunc(c.Marks, func(a, b timeMark) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	for i := range c.Marks {
		m := &c.Marks[i]
		for j := range i {
			o := &c.Marks[j]
			if math.Abs(o.X-m.X) < 1.6 && math.Abs(o.Y-m.Y) < 14 {
				m.DX = max(m.DX, o.DX+26)
			}
		}
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		m.LetterX = 10
		for j := range c.Marks {
			o := &c.Marks[j]
			right := o.X - m.X
			if i != j && m.DX == 0 && o.DX == 0 && right >= 0 && right < 5 && math.Abs(o.Y-m.Y) < 26 {
				m.LetterX, m.End = -10, true
			}
		}
		if m.X > 92 {
			m.LetterX, m.End = -10, true
		}
	}
}
