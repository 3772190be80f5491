package figure_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZMark(t *testing.T) {
	b, _ := os.ReadFile(os.Getenv("MARKIN"))
	for _, para := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
		d := read(t, para)
		var out strings.Builder
		at := 0
		var ans []string
		for i := range d.Figures {
			f := &d.Figures[i]
			out.WriteString(d.Text[at:f.Start] + "«" + d.Slice(f.Span) + "»")
			at = f.End
			a := "= " + strings.Join(strings.Fields(d.Slice(f.Span)), " ") + " |"
			if f.Value != nil {
				a += " n=" + f.Value.String()
			}
			if f.Bound.String() == "range" || f.Vague {
				a += " low=" + f.Low.String()
			}
			if f.Bound.String() == "range" {
				a += " high=" + f.High.String()
			}
			if f.Bound.String() == "approx" && f.High != nil {
				a += " high=" + f.High.String()
			}
			if b := f.Bound.String(); b != "exact" {
				a += " bound=" + b
			}
			if k := f.Kind.String(); k != "count" {
				a += " kind=" + k
			}
			u := f.Unit
			if strings.Contains(u, " ") {
				u = `"` + u + `"`
			}
			a += " unit=" + u
			if f.Per != "" {
				a += ` per="` + f.Per + `"`
			}
			if f.Direction != "" {
				a += " dir=" + f.Direction
			}
			if f.Pair >= 0 {
				a += " pair=yes"
			}
			if f.Vague {
				a += " vague=yes"
			}
			if f.Repair != "" {
				a += " repair=yes"
			}
			ans = append(ans, a)
		}
		out.WriteString(d.Text[at:])
		if len(ans) == 0 {
			ans = []string{"= none"}
		}
		fmt.Println(out.String())
		fmt.Println(strings.Join(ans, "\n"))
		fmt.Println()
	}
}
