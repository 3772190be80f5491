package report

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/text"
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

// A circle is a place on the map; its area is the number of documents. The
// label lies at LX, LY from the middle.
type circle struct {
	Name, Href, Kind string
	N                int
	X, Y, R          float64
	LX, LY           float64
	End, Label, Lead bool
	Phone            *phoneLabel // of those that have one on a phone

	in string // the country that it lies in, as the map calls it
}

// A phoneLabel is where the label of a circle stands on a phone, where letters
// are larger.
type phoneLabel struct {
	X, Y float64
	End  bool
}

// A land is the shape of a country.
type land struct {
	D     string // its path, in as few letters as can be
	Named bool   // by a document
	rings [][]spot
}

// A frame is a part of the map; Unit is how many of its units a pixel is.
type frame struct{ X, Y, W, H, Unit float64 }

func (f frame) holds(x, y float64) bool {
	return x >= f.X && x <= f.X+f.W && y >= f.Y && y <= f.Y+f.H
}

// An inset is the part of the map where most cities lie.
type inset struct {
	Frame     frame
	Parts     []part
	Circles   []circle
	Countries []circle // names only
	N         int      // cities in it
}

type mapView struct {
	Lede            string
	Land            []land
	Circles         []circle
	Inset           *inset
	Cities          []entityRow
	Countries       []entityRow
	Others, Without []entityRow
}

// mapPage writes the map of countries, with all places in lists below it.
func (s *site) mapPage() error {
	v := &mapView{Land: lands()}
	cities := s.circles("city")
	v.Circles = s.circles("country")
	for _, c := range v.Circles {
		nameLand(v.Land, c)
	}
	for i := range v.Circles {
		if o := outlineAt(v.Circles[i].X, v.Circles[i].Y); o != nil {
			v.Circles[i].in = o.Name
		}
	}
	world := frame{0, 0, mapWidth, mapHeight, 1}
	v.Inset = insetOf(cities, v.Circles)
	setLabels(v.Circles, world, nil)
	phoneLabels(v.Circles, world, 5, 27.0/12)
	for _, r := range s.entityRows(true) {
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
	var most []string
	for _, c := range v.Circles[:min(3, len(v.Circles))] {
		most = append(most, text.Clean(c.Name)+" in "+plural(c.N, "document", "documents"))
	}
	if len(most) > 0 {
		v.Lede = "Named most: " + strings.Join(most, ", ") + "."
	}
	const head = "Where the documents look"
	return cmp.Or(
		s.page("map.html", "map", "Map", head, v),
		s.page("map.svg", "mappicture", "", "", pictureFrameOf(mapWidth, mapHeight, head, v.Lede+" A circle's area is the number of documents that name the country. Borders: Natural Earth.", v)),
	)
}

// circles are the places of a kind that have a position, those of most
// documents first.
func (s *site) circles(kind string) []circle {
	var list []circle
	for _, e := range byMentions(s.c) {
		if e.Type != doc.Place || !e.HasPoint || e.Subtype != kind || len(e.Documents) == 0 {
			continue
		}
		x, y := EqualEarth(e.Lon, e.Lat)
		n := len(e.Documents)
		list = append(list, circle{Name: e.Name, Href: s.entityFile(e), N: n, X: x, Y: y, R: s.radius(n)})
	}
	return list
}

// radius gives n documents a circle: 3.1√n, but never more than 26 units for
// the most, so that a large collection does not paint the map over.
func (s *site) radius(n int) float64 {
	k := min(3.1, 26/math.Sqrt(float64(max(1, len(s.c.Cards)))))
	return max(2.5, k*math.Sqrt(float64(n)))
}

func lands() []land {
	var list []land
	for line := range strings.Lines(worldData) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 3 {
			list = append(list, landOf(ringsOf(f[2])))
		}
	}
	return list
}

func landOf(rings [][]spot) land {
	var path strings.Builder
	for _, r := range rings {
		draw(&path, r)
	}
	return land{D: path.String(), rings: rings}
}

// nameLand marks the shape that a country's circle lies in.
func nameLand(lands []land, c circle) {
	for i := range lands {
		if inRings(lands[i].rings, c.X, c.Y) {
			lands[i].Named = true
			return
		}
	}
}

// insetOf frames the part of the map that holds most cities; nil where that is
// not more than a third of them, or too few.
func insetOf(cities, countries []circle) *inset {
	const wide, high, fewest = 116.0, 84.0, 5
	best, in := frame{}, 0
	for _, c := range cities {
		f := frame{X: min(max(0, c.X-wide/2), mapWidth-wide), Y: min(max(0, c.Y-high/2), mapHeight-high), W: wide, H: high, Unit: wide / 560}
		n := 0
		for _, o := range cities {
			if f.holds(o.X, o.Y) {
				n++
			}
		}
		if n > in {
			best, in = f, n
		}
	}
	if in < fewest || 3*in <= len(cities) {
		return nil
	}
	v := &inset{Frame: best, N: in}
	for _, c := range cities {
		if best.holds(c.X, c.Y) {
			v.Circles = append(v.Circles, c)
		}
	}
	v.Parts = partsIn(best)
	for i := range v.Parts {
		v.Parts[i].On = slices.ContainsFunc(countries, func(c circle) bool { return c.in == v.Parts[i].Name })
	}
	v.Countries = namesIn(best, middles(v.Parts), v.Circles)
	setLabels(v.Circles, best, v.Countries)
	phoneLabels(v.Circles, best, 8, 1.5)
	return v
}

// namesIn are the countries, those with most room first, whose names have room
// in f beside each other and the circles, and lie on the country more than
// beside it.
func namesIn(f frame, countries, circles []circle) []circle {
	var taken []box
	for _, c := range circles {
		taken = append(taken, c.disc(f))
	}
	var out []circle
	for _, c := range countries {
		b := c.name(f)
		if b.x1-b.x0 < 1.6*c.R && f.holds(b.x0, b.y0) && f.holds(b.x1, b.y1) && !slices.ContainsFunc(taken, b.meets) {
			taken = append(taken, b)
			out = append(out, c)
		}
	}
	return out
}

// disc is the room of the circle, name that of a country's name in its middle.
func (c *circle) disc(f frame) box {
	r := c.R * f.Unit
	return box{c.X - r, c.Y - r, c.X + r, c.Y + r}
}

func (c *circle) name(f frame) box {
	w := 5 * float64(len([]rune(c.Name))) * f.Unit
	return box{c.X - w, c.Y - 10*f.Unit, c.X + w, c.Y + 4*f.Unit}
}

// A box is a rectangle that a label or circle takes up.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) meets(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 }

// setLabels sets labels where they meet neither each other nor another circle
// nor the names at others: first those of most documents, at eight sides and up
// to four distances. Where there is no room the label waits at the right for a
// reader who comes nearer.
func setLabels(circles []circle, f frame, others []circle) {
	var taken []box
	for _, c := range circles {
		taken = append(taken, c.disc(f))
	}
	for _, c := range others {
		taken = append(taken, c.name(f))
	}
	for i := range circles {
		c := &circles[i]
		b, ok := c.find(f, taken)
		if c.Label = ok; ok {
			taken = append(taken, b)
			if c.Lead {
				taken = append(taken, c.lead(c.X+c.LX*f.Unit, c.Y+(c.LY-4)*f.Unit, f)...)
			}
		} else {
			c.LX, c.LY, c.End, c.Lead = c.R+4, 4, false, false
		}
	}
}

// lead is the room of the line from a circle to its label at a point, in steps.
func (c *circle) lead(x, y float64, f frame) []box {
	const steps = 6
	var list []box
	for i := 1; i <= steps; i++ {
		k := (c.R + 2) * f.Unit / math.Hypot(x-c.X, y-c.Y) // it begins at the circle's edge
		k += (1 - k) * float64(i) / steps
		px, py := c.X+(x-c.X)*k, c.Y+(y-c.Y)*k
		list = append(list, box{px - f.Unit, py - f.Unit, px + f.Unit, py + f.Unit})
	}
	return list
}

// crosses reports whether the line to a label would run through another.
func (c *circle) crosses(x, y float64, f frame, taken []box) bool {
	own := c.disc(f)
	return slices.ContainsFunc(c.lead(x, y, f), func(b box) bool {
		return slices.ContainsFunc(taken, func(o box) bool { return o != own && o.meets(b) })
	})
}

// phoneLabels labels the first n circles with letters times as large, where
// there is room.
func phoneLabels(circles []circle, f frame, n int, times float64) {
	f.Unit *= times
	var taken []box
	for i := range circles[:min(n, len(circles))] {
		c := circles[i]
		c.R /= times
		if b, ok := c.find(f, taken); ok && !c.Lead {
			taken = append(taken, b)
			circles[i].Phone = &phoneLabel{c.LX * times, (c.LY - 4) * times, c.End}
		}
	}
}

// find looks for room for the label of c.
func (c *circle) find(f frame, taken []box) (box, bool) {
	width := (7.6*float64(len([]rune(c.Name))) + 6) * f.Unit
	for _, far := range []float64{0, 16, 34, 52} {
		for side := range 8 {
			a := float64(side) * math.Pi / 4
			dx, dy := (c.R+5+far)*math.Cos(a), (c.R+5+far)*math.Sin(a)
			x, y := c.X+dx*f.Unit, c.Y+dy*f.Unit
			b := box{x, y - 7*f.Unit, x + width, y + 7*f.Unit}
			end := math.Cos(a) < -.1
			if end {
				b.x0, b.x1 = x-width, x
			}
			if !f.holds(b.x0, b.y0) || !f.holds(b.x1, b.y1) || slices.ContainsFunc(taken, b.meets) || far > 0 && c.crosses(x, y, f, taken) {
				continue
			}
			c.LX, c.LY, c.End, c.Lead = dx, dy+4, end, far > 0
			return b, true
		}
	}
	return box{}, false
}
