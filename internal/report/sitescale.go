package report

import (
	"math"
	"strconv"
	"strings"
)

// scale maps values to percent of a track.
type scale struct {
	low, high float64
	log       bool
}

func (s scale) at(v float64) float64 {
	if s.log {
		if v <= 0 {
			return 3
		}
		return 3 + 90*(math.Log10(v)-s.low)/(s.high-s.low)
	}
	return 3 + 90*(v-s.low)/(s.high-s.low)
}

// scaleFor chooses the scale for the ends of rows, and its ticks.
func scaleFor(rows []track) (scale, []tick) {
	lo, hi := math.Inf(1), math.Inf(-1)
	percent := true
	for _, r := range rows {
		for _, v := range []float64{r.Low, r.High, r.Named} {
			if !math.IsInf(v, 0) && !math.IsNaN(v) {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
		percent = percent && r.Kind == "change" && strings.Contains(r.Label, "%")
	}
	if math.IsInf(lo, 1) {
		lo, hi = 0, 1
	}
	if percent && lo >= 0 && hi <= 100 {
		return scale{0, 100, false}, linearTicks(scale{0, 100, false}, 25)
	}
	if lo > 0 && hi/lo > 20 {
		s := scale{math.Floor(math.Log10(lo)), math.Ceil(math.Log10(hi)), true}
		if s.low == s.high {
			s.high++
		}
		var ticks []tick
		for p := s.low; p <= s.high; p++ {
			v := math.Pow(10, p)
			ticks = append(ticks, tick{s.at(v), shortNumber(v), false})
		}
		return s, ticks
	}
	step := niceStep((max(hi, 0) - min(lo, 0)) / 4)
	s := scale{math.Floor(min(lo, 0)/step) * step, math.Ceil(max(hi, 0)/step) * step, false}
	if s.low == s.high {
		s.high = s.low + step
	}
	return s, linearTicks(s, step)
}

func niceStep(raw float64) float64 {
	if raw <= 0 || math.IsInf(raw, 0) || math.IsNaN(raw) {
		return 1
	}
	base := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if raw <= m*base*1.0001 {
			return m * base
		}
	}
	return 10 * base
}

func linearTicks(s scale, step float64) []tick {
	n := int(math.Round((s.high - s.low) / step))
	var ticks []tick
	for i := range n + 1 {
		v := s.low + float64(i)*step
		t := tick{X: s.at(v), Zero: math.Abs(v) < step/1e6}
		if n < 5 || i%2 == 0 {
			t.Label = shortNumber(v)
		}
		ticks = append(ticks, t)
	}
	return ticks
}

func shortNumber(v float64) string {
	if a := math.Abs(v); a >= 1e6 {
		for _, u := range []struct {
			n    float64
			word string
		}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}} {
			if a >= u.n {
				return group(strconv.FormatFloat(v/u.n, 'f', -1, 64)) + u.word
			}
		}
	}
	return group(strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64))
}
