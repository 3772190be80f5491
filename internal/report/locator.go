package report

import (
	"slices"

	"analyze/internal/doc"
)

// A locator is the small map on the page of a place: its country and those
// about it, with the place in the middle.
type locator struct {
	Frame frame
	Parts []part
	Names []circle // of countries
	Spot  *circle  // nil where the place is a country that is drawn
	Label string
}

// locatorWidth is how wide a locator is shown, in pixels.
const locatorWidth = 340

// locatorOf draws where a place lies; nil where that is not known.
func locatorOf(e *doc.Entity) *locator {
	if e.Type != doc.Place || !e.HasPoint {
		return nil
	}
	x, y := EqualEarth(e.Lon, e.Lat)
	home := outlineAt(x, y)
	l := &locator{Frame: frameAbout(box{x - 15, y - 11, x + 15, y + 11})}
	switch {
	case e.Subtype == "country" && home != nil:
		l.Frame = frameAbout(home.mainland(x, y))
	case e.Subtype != "city":
		l.Frame = frameAbout(box{x - 30, y - 22, x + 30, y + 22})
	}
	l.Parts = partsIn(l.Frame)
	for i := range l.Parts {
		l.Parts[i].On = home != nil && l.Parts[i].Name == home.Name
	}
	var spots []circle
	if e.Subtype != "country" || home == nil {
		spots = []circle{{Name: e.Name, X: x, Y: y, R: 5}}
	}
	l.Names = namesIn(l.Frame, homeFirst(middles(l.Parts), home), spots)
	l.Label = "Map: where " + e.Name + " lies"
	if len(spots) > 0 {
		setLabels(spots, l.Frame, l.Names)
		l.Spot = &spots[0]
		if home != nil {
			l.Label += ", in " + home.Name
		}
	}
	return l
}

func homeFirst(names []circle, home *outline) []circle {
	if home != nil {
		slices.SortStableFunc(names, func(a, b circle) int {
			switch home.Name {
			case a.Name:
				return -1
			case b.Name:
				return 1
			}
			return 0
		})
	}
	return names
}

// mainland is the room of the piece of a country that holds a point, or of its
// largest: France without Guiana.
func (o *outline) mainland(x, y float64) box {
	best := o.rings[0]
	for _, r := range o.rings {
		if inRings([][]spot{r}, x, y) {
			return boundsOf(r)
		}
		if area(r) > area(best) {
			best = r
		}
	}
	return boundsOf(best)
}

// frameAbout is a frame of four to three about a box, with room round it and
// within the map.
func frameAbout(b box) frame {
	w := max(1.5*(b.x1-b.x0), 2*(b.y1-b.y0), 40)
	w = min(w, mapHeight*4/3)
	h := w * 3 / 4
	f := frame{X: (b.x0+b.x1)/2 - w/2, Y: (b.y0+b.y1)/2 - h/2, W: w, H: h, Unit: w / locatorWidth}
	f.X, f.Y = max(0, min(f.X, mapWidth-w)), max(0, min(f.Y, mapHeight-h))
	return f
}
