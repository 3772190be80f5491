package report

import (
	"math"
	"strings"
	"testing"

	"analyze/internal/doc"
)

func TestClip(t *testing.T) {
	square := []spot{{0, 0}, {10, 0}, {10, 10}, {0, 10}}
	for name, c := range map[string]struct {
		b    box
		area float64
	}{
		"within":    {box{-1, -1, 11, 11}, 100},
		"a corner":  {box{5, 5, 20, 20}, 25},
		"a stripe":  {box{-5, 4, 20, 6}, 20},
		"around":    {box{2, 2, 4, 4}, 4},
		"elsewhere": {box{20, 20, 30, 30}, 0},
		"beside":    {box{10.5, 0, 12, 10}, 0},
	} {
		got := clip(square, c.b)
		if a := area(got); math.Abs(a-c.area) > 1e-9 {
			t.Errorf("%s: area %v, want %v", name, a, c.area)
		}
		for _, p := range got {
			if p.X < c.b.x0-1e-9 || p.X > c.b.x1+1e-9 || p.Y < c.b.y0-1e-9 || p.Y > c.b.y1+1e-9 {
				t.Errorf("%s: %v lies outside", name, p)
			}
		}
	}
}

// Places lie in the countries that they lie in.
func TestOutlineAt(t *testing.T) {
	for name, at := range map[string][2]float64{ // longitude, latitude
		"Kenya": {36.8, -1.3}, "Lebanon": {35.9, 33.85}, "Switzerland": {8.2, 46.9}, "Japan": {138.5, 36}, "Fiji": {178, -17.8}, "Russia": {-172, 66}, "": {-30, 0},
	} {
		got := ""
		if o := outlineAt(EqualEarth(at[0], at[1])); o != nil {
			got = o.Name
		}
		if got != name {
			t.Errorf("%v lies in %q, want %q", at, got, name)
		}
	}
}

func TestRingsOf(t *testing.T) {
	for path, want := range map[string]int{
		"M0 0l1 0 0 1 z": 1, "M0 0l1 0 0 1 zM5 5l1 0 0 1 z": 2, "M0 0l1 0 z": 0, "M0 0l1 0 0 1": 0, "Mx yl1 0 0 1 z": 0, "": 0,
	} {
		if got := ringsOf(path); len(got) != want {
			t.Errorf("%q has %d rings, want %d", path, len(got), want)
		}
	}
}

// The locator of a place has it in its frame, and its country darker; that of a
// country holds the country.
func TestLocator(t *testing.T) {
	for _, c := range []struct {
		e    doc.Entity
		home string
		spot bool
	}{
		{doc.Entity{Name: "Kisumu", Subtype: "city", Lat: -.1, Lon: 34.75}, "Kenya", true},
		{doc.Entity{Name: "Kenya", Subtype: "country", Lat: 1, Lon: 38}, "Kenya", false},
		{doc.Entity{Name: "France", Subtype: "country", Lat: 46, Lon: 2}, "France", false},
		{doc.Entity{Name: "Suva", Subtype: "city", Lat: -17.9, Lon: 177.6}, "Fiji", true},
		{doc.Entity{Name: "Sahel", Subtype: "region", Lat: 15, Lon: 0}, "Mali", true},
		{doc.Entity{Name: "Azores", Subtype: "region", Lat: 40, Lon: -28}, "", true},
	} {
		c.e.Type, c.e.HasPoint = doc.Place, true
		l := locatorOf(&c.e)
		x, y := EqualEarth(c.e.Lon, c.e.Lat)
		if l == nil || !l.Frame.holds(x, y) || (l.Spot != nil) != c.spot || l.Frame.X < 0 || l.Frame.X+l.Frame.W > mapWidth || l.Frame.Y < 0 || l.Frame.Y+l.Frame.H > mapHeight {
			t.Fatalf("%s: %+v", c.e.Name, l)
		}
		var on []string
		for _, p := range l.Parts {
			if p.On {
				on = append(on, p.Name)
			}
		}
		if got := strings.Join(on, ", "); got != c.home {
			t.Errorf("%s lies in %q, want %q", c.e.Name, got, c.home)
		}
		if c.home == "Kenya" && (len(l.Names) == 0 || l.Names[0].Name != "Kenya") {
			t.Errorf("%s: the country has no name: %v", c.e.Name, l.Names)
		}
		if c.home == "France" && l.Frame.W > 120 {
			t.Errorf("France takes %v units with what lies overseas", l.Frame.W)
		}
	}
	for _, e := range []doc.Entity{{Type: doc.Place}, {Type: doc.Org, HasPoint: true}} {
		if locatorOf(&e) != nil {
			t.Error("what has no position, or is no place, has a map")
		}
	}
}

// Leader lines and labels keep clear of each other.
func TestLeaders(t *testing.T) {
	f := frame{0, 0, 300, 200, 1}
	var list []circle
	for i := range 9 {
		list = append(list, circle{Name: "Harbour town", X: 140 + 7*float64(i%3), Y: 95 + 6*float64(i/3), R: 3})
	}
	setLabels(list, f, nil)
	labels := 0
	for i, c := range list {
		if !c.Label {
			continue
		}
		labels++
		if !c.Lead {
			continue
		}
		for _, step := range c.lead(c.X+c.LX, c.Y+c.LY-4, f) {
			for k, o := range list {
				if k == i || !o.Label {
					continue
				}
				w := 7.6*float64(len(o.Name)) + 6
				b := box{o.X + o.LX, o.Y + o.LY - 11, o.X + o.LX + w, o.Y + o.LY + 3}
				if o.End {
					b.x0, b.x1 = o.X+o.LX-w, o.X+o.LX
				}
				if b.meets(step) {
					t.Errorf("the line to label %d runs through label %d", i, k)
				}
			}
		}
	}
	if labels < 4 {
		t.Errorf("only %d labels", labels)
	}
}
