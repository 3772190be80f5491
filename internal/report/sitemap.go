package report

import (
	_ "embed"
	"math"
	"slices"
	"strings"

	"analyze/internal/doc"
)

// worldData has a line a country: number, name, path. scripts/map makes it.
//
//go:embed site/world.tsv
var worldData string

// The frame of the map, in its units.
const mapWidth, mapHeight = 960.0, 414.0

// EqualEarth projects degrees to the units of the map, 960 wide; areas are true
// to each other (Šavrič, Patterson and Jenny 2018). North is up and the frame's
// upper edge lies at 83° north.
func EqualEarth(lon, lat float64) (x, y float64) {
	const a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	raw := func(lon, lat float64) (float64, float64) {
		t := math.Asin(math.Sqrt(3) / 2 * math.Sin(lat*math.Pi/180))
		t2 := t * t
		t6 := t2 * t2 * t2
		x := 2 * math.Sqrt(3) * lon * math.Pi / 180 * math.Cos(t) / (3 * (9*a4*t6*t2 + 7*a3*t6 + 3*a2*t2 + a1))
		return x, t * (a4*t6*t2 + a3*t6 + a2*t2 + a1)
	}
	wide, _ := raw(180, 0)
	_, top := raw(0, 83)
	px, py := raw(lon, lat)
	scale := mapWidth / 2 / wide
	return mapWidth/2 + px*scale, (top - py) * scale
}

// A circle is a place on the map; its area is the number of documents.
type circle struct {
	Name, Href, Kind string
	N                int
	X, Y, R          float64
	LX, LY           float64 // of the label
	End, Label       bool
	Lead             bool
}

type mapView struct {
	Land            []string
	Circles         []circle
	Cities          []entityRow
	Countries       []entityRow
	Others, Without []entityRow
}

// mapPage writes the map of countries, with all places in lists below it.
func (s *site) mapPage() error {
	v := &mapView{}
	for line := range strings.Lines(worldData) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 3 {
			v.Land = append(v.Land, f[2])
		}
	}
	for _, e := range byMentions(s.c) {
		if e.Type != doc.Place || !e.HasPoint || e.Subtype != "country" || len(e.Documents) == 0 {
			continue
		}
		x, y := EqualEarth(e.Lon, e.Lat)
		n := len(e.Documents)
		v.Circles = append(v.Circles, circle{Name: e.Name, Href: entityFile(e), N: n, X: x, Y: y, R: s.radius(n)})
	}
	setLabels(v.Circles)
	for _, r := range s.entityRows(true, "") {
		switch {
		case r.Point == "":
			v.Without = append(v.Without, r)
		case r.Kind == "country":
			v.Countries = append(v.Countries, r)
		case r.Kind == "city":
			v.Cities = append(v.Cities, r)
		default:
			v.Others = append(v.Others, r)
		}
	}
	return s.page("map.html", "map", "Map", "Where the documents look", v)
}

// radius gives n documents a circle: 3.1√n, but never more than 26 units for
// the most, so that a large collection does not paint the map over.
func (s *site) radius(n int) float64 {
	k := min(3.1, 26/math.Sqrt(float64(max(1, len(s.c.Cards)))))
	return max(2.5, k*math.Sqrt(float64(n)))
}

// setLabels sets labels where they meet neither each other nor another circle:
// first those of most documents, at eight sides and up to four distances.
func setLabels(circles []circle) {
	type box struct{ x0, y0, x1, y1 float64 }
	var taken []box
	for _, c := range circles {
		taken = append(taken, box{c.X - c.R, c.Y - c.R, c.X + c.R, c.Y + c.R})
	}
	for i := range circles {
		c := &circles[i]
		width := 7.2*float64(len([]rune(c.Name))) + 6
	search:
		for _, far := range []float64{0, 16, 34, 52} {
			for side := range 8 {
				a := float64(side) * math.Pi / 4
				x, y := c.X+(c.R+5+far)*math.Cos(a), c.Y+(c.R+5+far)*math.Sin(a)
				end := math.Cos(a) < -.1
				b := box{x, y - 7, x + width, y + 7}
				if end {
					b.x0, b.x1 = x-width, x
				}
				if b.x0 < 0 || b.x1 > mapWidth || b.y0 < 0 || b.y1 > mapHeight {
					continue
				}
				if slices.ContainsFunc(taken, func(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 }) {
					continue
				}
				c.LX, c.LY, c.End, c.Label, c.Lead = x, y+4, end, true, far > 0
				taken = append(taken, b)
				break search
			}
		}
	}
}
