package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A stretch is a time in years with fractions: from its beginning to its end.
// What is open on one side is cut there.
type stretch struct{ From, To float64 }

// stretchOf reads a time of a record. A window of months that ends at
// publication needs the date of that; false if the time cannot be placed.
func stretchOf(t, published string) (stretch, bool) {
	var all stretch
	for i, p := range strings.Split(t, ";") {
		x, ok := oneStretch(p, published)
		if !ok {
			return stretch{}, false
		}
		if i == 0 {
			all = x
		}
		all = stretch{min(all.From, x.From), max(all.To, x.To)}
	}
	return all, true
}

func oneStretch(t, published string) (stretch, bool) {
	if months, ok := windowMonths(t); ok {
		end, ok := calendar(published)
		return stretch{end.To - float64(months)/12, end.To}, ok
	}
	from, to, period := strings.Cut(t, "/")
	a, okA := calendar(from)
	if !period {
		return a, okA
	}
	b, okB := calendar(to)
	switch {
	case okA && okB:
		return stretch{a.From, max(a.To, b.To)}, true
	case okA && to == "..":
		if p, ok := calendar(published); ok && p.To > a.From {
			return stretch{a.From, p.To}, true
		}
		return a, true
	case okB && from == "..":
		return b, true
	}
	return stretch{}, false
}

// windowMonths reads P18M, P2Y, P3W or P10D as months, at least one.
func windowMonths(p string) (int, bool) {
	if len(p) < 3 || p[0] != 'P' {
		return 0, false
	}
	n, err := strconv.Atoi(p[1 : len(p)-1])
	if err != nil || n < 0 || n > 10000 {
		return 0, false
	}
	switch p[len(p)-1] {
	case 'Y':
		return 12 * n, true
	case 'M':
		return max(1, n), true
	case 'W':
		return max(1, n/4), true
	case 'D':
		return max(1, n/30), true
	}
	return 0, false
}

// calendar reads a date as precise as it is: a year, a month or a day.
func calendar(s string) (stretch, bool) {
	p := strings.Split(s, "-")
	if len(p) > 3 || len(p[0]) != 4 {
		return stretch{}, false
	}
	y, err := strconv.Atoi(p[0])
	if err != nil {
		return stretch{}, false
	}
	year := float64(y)
	if len(p) == 1 {
		return stretch{year, year + 1}, true
	}
	m, err := strconv.Atoi(p[1])
	if err != nil || m < 1 || m > 12 {
		return stretch{}, false
	}
	month := year + float64(m-1)/12
	if len(p) == 2 {
		return stretch{month, month + 1.0/12}, true
	}
	d, err := strconv.Atoi(p[2])
	if err != nil || d < 1 || d > 31 {
		return stretch{}, false
	}
	day := month + float64(d-1)/372
	return stretch{day, day + 1.0/372}, true
}

// A yearChart is a chart of bars, one a year or a month.
type yearChart struct {
	Title, Sub, Unit string
	Bars             []yearBar
	Marks            []tick // years under the bars
	Most             int
	Label            string
}

// A yearBar is one bar: place and width in percent, height in pixels.
type yearBar struct {
	When     string
	N        int
	X, W     float64
	Y, H     int
	ShowName bool
}

// yearHeight is the height of the highest bar in pixels.
const yearHeight = 72

// chartOf counts what stands at times; nil where all stand at one. With months,
// they are shown where they are known and not more than four years apart.
func chartOf(at []stretch, months bool, title, sub string) *yearChart {
	if len(at) == 0 {
		return nil
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, x := range at {
		lo, hi = min(lo, x.From), max(hi, x.From)
		months = months && x.To-x.From < .09
	}
	months = months && hi-lo < 4
	count := map[int]int{}
	bin := func(x stretch) int {
		if months {
			return int(math.Floor(x.From*12 + 1e-6))
		}
		return int(math.Floor(x.From + 1e-6))
	}
	first, last := bin(at[0]), bin(at[0])
	c := &yearChart{Title: title, Sub: sub, Unit: "Year"}
	for _, x := range at {
		b := bin(x)
		count[b]++
		first, last = min(first, b), max(last, b)
		c.Most = max(c.Most, count[b])
	}
	if first == last || last-first > 400 {
		return nil
	}
	if months {
		c.Unit = "Month"
	}
	c.fill(count, first, last, months)
	return c
}

func (c *yearChart) fill(count map[int]int, first, last int, months bool) {
	n := last - first + 1
	width := min(100/float64(n), 12)
	every := max(1, int(math.Ceil(float64(n)/8)))
	if months {
		every = 12
	}
	var words []string
	for b := first; b <= last; b++ {
		y := yearBar{When: strconv.Itoa(b), N: count[b], X: float64(b-first)*width + width*.1, W: width * .8}
		name := y.When
		if months {
			y.When, name = months12(b), strconv.Itoa(b/12)
		}
		y.H = max(1, count[b]*yearHeight/c.Most)
		if count[b] == 0 {
			y.H = 0
		}
		y.Y = yearHeight + 14 - y.H
		if months && (b%12 == 0 || b == first && b%12 < 9) || !months && (b-first)%every == 0 {
			c.Marks = append(c.Marks, tick{X: y.X, Label: name})
		}
		if y.N > 0 {
			words = append(words, y.When+": "+group(strconv.Itoa(y.N)))
		}
		y.ShowName = y.N > 0 && (n <= 24 || y.N == c.Most)
		c.Bars = append(c.Bars, y)
	}
	c.Label = c.Title + ". " + strings.Join(words, ", ")
}

func months12(b int) string { return months[b%12] + " " + strconv.Itoa(b/12) }

// overYears charts when the documents that name an entity were published, each
// counted as often as it names it.
func (s *site) overYears(x *seen) *yearChart {
	var at []stretch
	for _, in := range x.In {
		if t, ok := calendar(s.c.Cards[in.Document].Meta.Date); ok {
			for range in.Times {
				at = append(at, t)
			}
		}
	}
	return chartOf(at, true, "Mentions by date of publication", "Documents without a date are left out.")
}

// figureYears charts the times that figures speak of.
func figureYears(rows ...[]ledgerRow) *yearChart {
	var at []stretch
	once := map[string]bool{}
	for _, list := range rows {
		for _, r := range list {
			t, ok := stretchOf(r.Time, "")
			if !ok || once[r.ID] {
				continue
			}
			once[r.ID] = true
			at = append(at, stretch{t.To - 1e-3, t.To}) // a period counts where it ends
		}
	}
	return chartOf(at, false, "Figures by the time they speak of", "A period counts in the year it ends.")
}

// A yearAxis maps years to percent of a drawing's width; to the right there is
// room for a number.
type yearAxis struct{ From, To float64 }

func (a yearAxis) at(y float64) float64 {
	return 93 * (min(max(y, a.From), a.To) - a.From) / (a.To - a.From)
}

// ticks are the beginnings of years, at most nine of them with their number.
func (a yearAxis) ticks() []tick {
	first, last := int(math.Ceil(a.From-1e-6)), int(math.Floor(a.To+1e-6))
	step := 1
	for _, k := range []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000} {
		if step = k; (last-first)/k <= 8 {
			break
		}
	}
	var out []tick
	for y := first + (step-first%step)%step; y <= last; y += step {
		out = append(out, tick{X: a.at(float64(y)), Label: strconv.Itoa(y)})
	}
	return out
}

// axisFor spans all stretches but a few that lie far off: those before are
// counted.
func axisFor(all []stretch) (a yearAxis, before, after int) {
	from := make([]float64, len(all))
	to := make([]float64, len(all))
	for i, x := range all {
		from[i], to[i] = x.From, x.To
	}
	slices.SortFunc(from, cmp.Compare[float64])
	slices.SortFunc(to, cmp.Compare[float64])
	a = yearAxis{math.Floor(from[0]), math.Ceil(to[len(to)-1])}
	const far = 25
	if q := math.Floor(from[len(from)/12]); q-a.From > far && len(all) > 12 {
		a.From = q
	}
	if q := math.Ceil(to[len(to)-1-len(to)/25]); a.To-q > far && len(all) > 12 {
		a.To = q
	}
	for _, x := range all {
		if x.To <= a.From {
			before++
		} else if x.From >= a.To {
			after++
		}
	}
	return a, before, after
}
