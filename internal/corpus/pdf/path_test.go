package pdf

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// Lines along and across the page are kept, thin areas as the lines they are.
func TestRules(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		want    []Rule
	}{
		"a stroke":            {"10 20 m 90 20 l S", []Rule{{10, 20, 90, 20}}},
		"backwards, up":       {"10 90 m 10 20 l S", []Rule{{10, 20, 10, 90}}},
		"two parts":           {"10 20 m 90 20 l 10 40 m 90 40 l S", []Rule{{10, 20, 90, 20}, {10, 40, 90, 40}}},
		"askew":               {"10 20 m 90 60 l S", nil},
		"not painted":         {"10 20 m 90 20 l n 10 30 m 90 30 l S", []Rule{{10, 30, 90, 30}}},
		"a dot":               {"10 20 m 11 20 l S", nil},
		"box":                 {"10 20 80 40 re S", []Rule{{10, 20, 90, 20}, {90, 20, 90, 60}, {10, 60, 90, 60}, {10, 20, 10, 60}}},
		"closed by s":         {"10 20 m 90 20 l 90 60 l s", []Rule{{10, 20, 90, 20}, {90, 20, 90, 60}}},
		"thin area":           {"10 20 80 1 re f", []Rule{{10, 20.5, 90, 20.5}}},
		"thin area, upright":  {"10 20 1 80 re f*", []Rule{{10.5, 20, 10.5, 100}}},
		"drawn area":          {"10 20 m 90 20 l 90 21 l 10 21 l h f", []Rule{{10, 20.5, 90, 20.5}}},
		"a surface":           {"10 20 80 40 re f", nil},
		"moved and stretched": {"q 2 0 0 2 5 5 cm 10 20 m 90 20 l S Q 1 2 m 9 2 l S", []Rule{{25, 45, 185, 45}, {1, 2, 9, 2}}},
		"turned":              {"0 1 -1 0 100 0 cm 10 20 m 90 20 l S", []Rule{{80, 10, 80, 90}}},
		"curves go on":        {"10 20 m 1 1 2 2 30 20 c 90 20 l S", []Rule{{30, 20, 90, 20}}},
		"out of this world":   {"1e9 20 m 90 20 l S", nil},
	} {
		f, err := Open(page(c.content, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", ""))
		if err != nil {
			t.Fatal(name, err)
		}
		p, err := f.Page(0)
		if err != nil {
			t.Fatal(name, err)
		}
		if !reflect.DeepEqual(p.Rules, c.want) {
			t.Errorf("%s: got %v, want %v", name, p.Rules, c.want)
		}
	}
}

// A drawing of very many lines is kept within bounds.
func TestManyRules(t *testing.T) {
	var b strings.Builder
	for i := range 3 * maxRules {
		fmt.Fprintf(&b, "0 %d m 50 %d l S\n", i%700, i%700)
	}
	b.WriteString("0 0 m " + strings.Repeat("50 0 l 0 0 l ", maxPath) + "S")
	f, err := Open(page(b.String(), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", ""))
	if err != nil {
		t.Fatal(err)
	}
	if p, err := f.Page(0); err != nil || len(p.Rules) != maxRules {
		t.Errorf("%d lines, %v", len(p.Rules), err)
	}
}
