// Command map turns the countries of Natural Earth at 1:110 million, as the
// npm package world-atlas 2.0.2 carries them in TopoJSON, into the compact
// outlines that the map page embeds: a line a country with its three-digit ISO
// number, its name and an SVG path in the Equal Earth projection.
//
//	go run ./scripts/map countries-110m.json > internal/report/site/world.tsv
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
	if len(os.Args) != 2 {
		return fmt.Errorf("usage: map countries-110m.json")
	}
	b, err := os.ReadFile(os.Args[1])
	if err != nil {
		return err
	}
	var t topology
	if err := json.Unmarshal(b, &t); err != nil {
		return err
	}
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
		if n < 0 {
			for a, b := 0, len(pts)-1; a < b; a, b = a+1, b-1 {
				pts[a], pts[b] = pts[b], pts[a]
			}
		}
		out = append(out, pts...)
	}
	return out
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
		x0, y0 := 0.0, 0.0
		for i, p := range ring {
			x, y := report.EqualEarth(max(-180, min(180, p[0]+s)), p[1])
			x, y = math.Round(x*10)/10, math.Round(y*10)/10
			switch {
			case i == 0:
				b.WriteString("M" + num(x) + " " + num(y) + "l")
			case x != x0 || y != y0:
				b.WriteString(num(x-x0) + " " + num(y-y0) + " ")
			}
			x0, y0 = x, y
		}
		b.WriteString("z")
	}
}

func num(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10+0, 'f', -1, 64)
}
