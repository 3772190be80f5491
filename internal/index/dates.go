package index

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Days returns the first and the last day, counted from 1970, of a date as
// precise as it is: 2015, 2015-12 or 2015-12-24.
func Days(date string) (low, high float64, ok bool) {
	for _, l := range [...]struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if len(date) != len(l.layout) {
			continue
		}
		t, err := time.Parse(l.layout, date)
		if err != nil {
			return 0, 0, false
		}
		return dayOf(t), dayOf(t.AddDate(l.years, l.months, l.days)) - 1, true
	}
	return 0, 0, false
}

func dayOf(t time.Time) float64 { return math.Floor(float64(t.Unix()) / 86400) }

func yearOf(day float64) int { return time.Unix(int64(day)*86400, 0).UTC().Year() }

var window = regexp.MustCompile(`^P([0-9]{1,4})([YMWD])$`)

// Period returns the first and last day of the time of a claim: a date,
// from/to, from/.. (open: up to the day of publication, if known), P18M (a
// window that ends with publication) or several of them joined by ";".
func Period(s, published string) (low, high float64, ok bool) {
	low, high = math.Inf(1), math.Inf(-1)
	_, end, known := Days(published)
	for part := range strings.SplitSeq(s, ";") {
		l, h, fine := period(part, end, known)
		if fine {
			low, high, ok = min(low, l), max(high, h), true
		}
	}
	return low, high, ok
}

func period(s string, end float64, known bool) (low, high float64, ok bool) {
	if m := window.FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[1])
		days := map[string]float64{"Y": 365.25, "M": 30.44, "W": 7, "D": 1}[m[2]]
		return end - math.Round(float64(n)*days), end, known
	}
	from, to, both := strings.Cut(s, "/")
	if !both {
		return Days(s)
	}
	low, high = math.Inf(-1), math.Inf(1)
	if from != ".." {
		if low, _, ok = Days(from); !ok {
			return 0, 0, false
		}
	}
	switch {
	case to != "..":
		if _, high, ok = Days(to); !ok {
			return 0, 0, false
		}
	case known && end >= low:
		high = end
	}
	return low, high, low <= high
}
