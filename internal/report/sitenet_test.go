package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// Two crowds with one tie between them are two groups; what is tied to nothing
// stands alone.
func TestCommunities(t *testing.T) {
	var edges []edge
	for _, crowd := range [][]int{{0, 2, 4, 6}, {1, 3, 5}} {
		for i, a := range crowd {
			for _, b := range crowd[i+1:] {
				edges = append(edges, edge{A: a, B: b, N: 3})
			}
		}
	}
	edges = append(edges, edge{A: 0, B: 1, N: 1})
	if got, want := communities(8, edges), []int{0, 1, 0, 1, 0, 1, 0, 2}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := communities(3, nil); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("without ties: %v", got)
	}
	if got := communities(0, nil); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

// crowd is a drawing of n names, the first tied to all, each to its neighbours.
func crowd(n int, width, height float64) drawing {
	d := drawing{Width: width, Height: height}
	for i := range n {
		d.Nodes = append(d.Nodes, node{Name: strings.Repeat("m", 3+i*7%24), Letter: letter(i % 5), weight: float64(n - i)})
	}
	for i := 1; i < n; i++ {
		d.Edges = append(d.Edges, edge{A: 0, B: i, N: 2, W: 2}, edge{A: i, B: i * 5 % n, N: 2, W: 1})
	}
	return d
}

// No label meets another, none leaves the frame, and the picture is always the
// same.
func TestLayout(t *testing.T) {
	for _, c := range []struct {
		n             int
		width, height float64
	}{{1, 360, 640}, {2, 360, 640}, {narrowNodes, 360, 640}, {wideNodes, 1100, 720}} {
		d, again := crowd(c.n, c.width, c.height), crowd(c.n, c.width, c.height)
		d.layOut()
		again.layOut()
		if fmt.Sprint(d) != fmt.Sprint(again) {
			t.Errorf("%d names: not the same twice", c.n)
		}
		for i := range d.Nodes {
			a := &d.Nodes[i]
			x0, y0, x1, y1 := a.box()
			if x0 < 0 || y0 < 0 || x1 > c.width || y1 > c.height {
				t.Errorf("%d names: %d lies at %.0f %.0f to %.0f %.0f", c.n, i, x0, y0, x1, y1)
			}
			for j := range i {
				p0, q0, p1, q1 := d.Nodes[j].box()
				if x, y := min(x1, p1)-max(x0, p0), min(y1, q1)-max(y0, q0); x > .5 && y > .5 {
					t.Errorf("%d names: %d and %d meet by %.1f %.1f", c.n, i, j, x, y)
				}
			}
		}
	}
}

func TestLevels(t *testing.T) {
	strong := func(n ...int) []strongPair {
		var list []strongPair
		for _, x := range n {
			list = append(list, strongPair{n: x})
		}
		return list
	}
	for _, c := range []struct {
		n    []int
		want []level
	}{
		{[]int{2}, []level{{0, 2, 1}}},
		{[]int{2, 2, 2, 2, 2, 2}, []level{{0, 2, 6}}},
		{[]int{9, 5, 3, 3, 2, 2, 2, 2, 2, 2}, []level{{0, 2, 10}, {1, 3, 4}, {2, 5, 2}}},
	} {
		got := levelsOf(strong(c.n...))
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: got %v, want %v", c.n, got, c.want)
		}
		for _, n := range c.n {
			if l := levelOf(got, n); got[l].Least > n || l+1 < len(got) && got[l+1].Least <= n {
				t.Errorf("%v: %d is of level %d", c.n, n, l)
			}
		}
	}
}

// The page has each pair that the sentences name, as often as they do.
func TestNetworkPairs(t *testing.T) {
	p := newPress(t)
	d := fixture(t, "a.txt", strings.Repeat("«a:Red Cross» is in «p:Kenya».\n", 3)+"«a:Red Cross» met «a:Ministry».\n«p:Kenya» is large.")
	c, _ := gathered(d, fixture(t, "b.txt", "«p:Kenya» hosts «a:Red Cross»."))
	v := siteOf(t, c).networkView()
	if len(v.Pairs) != 2 || v.Pairs[0].N != 4 || v.Pairs[0].A != "Kenya" || v.Pairs[0].B != "Red Cross" || v.Pairs[1].N != 1 {
		t.Errorf("got %+v", v.Pairs)
	}
	if v.Least != 1 || v.Names != 3 || len(v.Wide.Edges) != 2 || !strings.Contains(v.Wide.Label, "Kenya and Red Cross: 4 sentences") {
		t.Errorf("got %+v", v.Wide)
	}
	p.write(t, c)
	if html := p.files(t)["network.html"]; !strings.Contains(html, `<rect class="m"`) || !strings.Contains(html, `<circle class="m"`) {
		t.Error("the picture lacks a place's square or an actor's disc")
	}
}

// Who wrote a document is not tied to the place that the byline names.
func TestNetworkLeavesBylines(t *testing.T) {
	d := fixture(t, "a.txt", "«a:Red Cross» is in «p:Kenya».")
	for _, in := range []doc.BlockKind{doc.Body, doc.Byline, doc.Boilerplate} {
		for i := range d.Mentions {
			d.Mentions[i].In = in
		}
		c, _ := gathered(d)
		if got := len(siteOf(t, c).networkView().Pairs); got != 1 && in == doc.Body || got != 0 && in != doc.Body {
			t.Errorf("%v: %d pairs", in, got)
		}
	}
}

// A name whose partners are not in the picture is not in it either.
func TestTied(t *testing.T) {
	pairs := []strongPair{{1, 2, 5}, {3, 9, 4}, {2, 4, 2}}
	if got := tied([]int{1, 2, 3, 4}, pairs); !slices.Equal(got, []int{1, 2, 4}) {
		t.Errorf("got %v", got)
	}
	if got := tied([]int{3}, pairs); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}
