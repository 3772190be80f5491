// Command map turns the countries of Natural Earth, as the npm package
// world-atlas 2.0.2 carries them in TopoJSON, into the compact outlines that the
// maps embed: a line a country with its three-digit ISO number, its name and an
// SVG path in the Equal Earth projection. The world is drawn at 1:110 million,
// parts of it at 1:50 million, with borders straightened by up to a
// tolerance in units of the map.
//
//	go run ./scripts/map countries-110m.json 0.3 > internal/report/site/world.tsv
//	go run ./scripts/map countries-50m.json 0.15 > internal/report/site/near.tsv
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"

	"analyze/internal/report"
)

type topology struct {
	tolerance float64
	Arcs      [][][2]int
	Transform struct{ Scale, Translate [2]float64 }
	Objects   struct {
		Countries struct {
			Geometries []struct {
				Type       string
				ID         string
				Arcs       json.RawMessage
				Properties struct{ Name string }
			}
		}
	}
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "map: "+err.Error())
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) < 2 || len(os.Args) > 3 {
		return fmt.Errorf("usage: map COUNTRIES.json [TOLERANCE]")
	}
	tolerance := 0.0
	if len(os.Args) == 3 {
		var err error
		if tolerance, err = strconv.ParseFloat(os.Args[2], 64); err != nil {
			return err
		}
	}
	b, err := os.ReadFile(os.Args[1])
	if err != nil {
		return err
	}
	var t topology
	if err := json.Unmarshal(b, &t); err != nil {
		return err
	}
	t.tolerance = tolerance
	for _, g := range t.Objects.Countries.Geometries {
		if g.Properties.Name == "Antarctica" {
			continue
		}
		var polygons [][][]int
		if g.Type == "Polygon" {
			var one [][]int
			err = json.Unmarshal(g.Arcs, &one)
			polygons = [][][]int{one}
		} else {
			err = json.Unmarshal(g.Arcs, &polygons)
		}
		if err != nil {
			return err
		}
		var path strings.Builder
		for _, rings := range polygons {
			for _, ring := range rings {
				outline(&path, t.ring(ring))
			}
		}
		fmt.Printf("%s\t%s\t%s\n", g.ID, g.Properties.Name, path.String())
	}
	return nil
}

// ring joins arcs to points in degrees; a negative number is an arc backwards.
func (t *topology) ring(arcs []int) [][2]float64 {
	var out [][2]float64
	for _, n := range arcs {
		i := n
		if n < 0 {
			i = ^n
		}
		var pts [][2]float64
		x, y := 0, 0
		for _, d := range t.Arcs[i] {
			x, y = x+d[0], y+d[1]
			pts = append(pts, [2]float64{float64(x)*t.Transform.Scale[0] + t.Transform.Translate[0], float64(y)*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
		pts = straighten(pts, t.tolerance)
		if n < 0 {
			for a, b := 0, len(pts)-1; a < b; a, b = a+1, b-1 {
				pts[a], pts[b] = pts[b], pts[a]
			}
		}
		out = append(out, pts...)
	}
	return out
}

// straighten leaves out the points of an arc that lie no further than tolerance
// from the line without them (Douglas and Peucker 1973). Neighbours share their
// arcs, so that no gap opens between them.
func straighten(arc [][2]float64, tolerance float64) [][2]float64 {
	if tolerance == 0 || len(arc) < 3 {
		return arc
	}
	first, last := arc[0], arc[len(arc)-1]
	far, at := 0.0, 0
	for i := 1; i < len(arc)-1; i++ {
		if d := offLine(arc[i], first, last); d > far {
			far, at = d, i
		}
	}
	if far <= tolerance {
		return [][2]float64{first, last}
	}
	left := straighten(arc[:at+1], tolerance)
	return append(left[:len(left)-1:len(left)-1], straighten(arc[at:], tolerance)...)
}

// offLine is how far p lies from the line between a and b on the map.
func offLine(p, a, b [2]float64) float64 {
	px, py := report.EqualEarth(p[0], p[1])
	ax, ay := report.EqualEarth(a[0], a[1])
	bx, by := report.EqualEarth(b[0], b[1])
	if ax == bx && ay == by {
		return math.Hypot(px-ax, py-ay)
	}
	return math.Abs((bx-ax)*(ay-py)-(ax-px)*(by-ay)) / math.Hypot(bx-ax, by-ay)
}

// outline writes a ring as a path in tenths of a unit. A ring that crosses 180°
// is unwrapped, and drawn at both edges, cut off there.
func outline(b *strings.Builder, ring [][2]float64) {
	low, high, turn := math.Inf(1), math.Inf(-1), 0.0
	for i := range ring {
		ring[i][0] += turn
		if i > 0 {
			if d := ring[i][0] - ring[i-1][0]; d > 180 {
				turn, ring[i][0] = turn-360, ring[i][0]-360
			} else if d < -180 {
				turn, ring[i][0] = turn+360, ring[i][0]+360
			}
		}
		low, high = min(low, ring[i][0]), max(high, ring[i][0])
	}
	shifts := []float64{0}
	if low < -180 {
		shifts = append(shifts, 360)
	}
	if high > 180 {
		shifts = append(shifts, -360)
	}
	for _, s := range shifts {
		x0, y0, n := 0.0, 0.0, 0
		var path strings.Builder
		for i, p := range ring {
			x, y := report.EqualEarth(max(-180, min(180, p[0]+s)), p[1])
			x, y = math.Round(x*10)/10, math.Round(y*10)/10
			switch {
			case i == 0:
				path.WriteString("M" + num(x) + " " + num(y) + "l")
			case x != x0 || y != y0:
				path.WriteString(num(x-x0) + " " + num(y-y0) + " ")
				n++
			}
			x0, y0 = x, y
		}
		if n > 2 { // less is no shape
			b.WriteString(path.String() + "z")
		}
	}
}

func num(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10+0, 'f', -1, 64)
}
