package claim_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/figure"
)

// A whereMark is a figure of a marked passage with the right answers; "?" leaves a
// field open, "~" parts answers that are as good.
type whereMark struct {
	start, end        int // bytes of the text without marks
	place, time, what string
}

// parseWhere takes the marks «words|place|time|what» out of a passage. A place that
// "<" stands before is an origin, ">" a destination.
func parseWhere(s string) (text string, marks []whereMark, err error) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "«")
		b.WriteString(before)
		if !found {
			return b.String(), marks, nil
		}
		inner, after, closed := strings.Cut(rest, "»")
		f := strings.Split(inner, "|")
		if !closed || len(f) > 4 {
			return "", nil, fmt.Errorf("a bad mark: «%.60s", rest)
		}
		for len(f) < 4 {
			f = append(f, "?")
		}
		if f[3] == "" {
			f[3] = "?"
		}
		marks = append(marks, whereMark{b.Len(), b.Len() + len(f[0]), f[1], f[2], f[3]})
		b.WriteString(f[0])
		s = after
	}
}

// rolesOf writes the places of a claim as the marks do, sorted.
func rolesOf(c *doc.Claim) string {
	var names []string
	for _, p := range c.Places {
		switch p.Role {
		case doc.Origin:
			names = append(names, "<"+p.Name)
		case doc.Destination:
			names = append(names, ">"+p.Name)
		default:
			names = append(names, p.Name)
		}
	}
	slices.Sort(names)
	return strings.Join(names, ";")
}

// whereScore counts right answers of those asked for.
type whereScore map[string][2]int

func (s whereScore) add(key string, right bool) {
	n := s[key]
	n[1]++
	if right {
		n[0]++
	}
	s[key] = n
}

func (s whereScore) rate(key string) float64 { return float64(s[key][0]) / max(1, float64(s[key][1])) }

// TestWhere reads whole passages on many topics in which places and times lie side
// by side, are carried over, or are meant for one figure only. Files that begin with "exact-" hold
// sentences that must be read without a fault. SHOW=1 prints each miss.
func TestWhere(t *testing.T) {
	files, err := filepath.Glob("testdata/where/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no passages", err)
	}
	total := whereScore{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		score := whereScore{}
		for _, passage := range strings.Split(string(b), "\n=====\n") {
			checkWhere(t, filepath.Base(file), passage, score)
		}
		t.Logf("%-24s %v", filepath.Base(file), score)
		if strings.HasPrefix(filepath.Base(file), "exact-") {
			for key, n := range score {
				if n[0] != n[1] {
					t.Errorf("%s: %s %v; SHOW=1 tells where", filepath.Base(file), key, n)
				}
			}
			continue
		}
		for key, n := range score {
			sum := total[key]
			total[key] = [2]int{sum[0] + n[0], sum[1] + n[1]}
		}
	}
	t.Logf("all: %v", total)
	for key, floor := range map[string]float64{"found": .97, "place": .87, "time": .9, "what": .93} {
		if total.rate(key) < floor {
			t.Errorf("%s %.3f, want %.3f", key, total.rate(key), floor)
		}
	}
}

func checkWhere(t *testing.T, name, passage string, score whereScore) {
	t.Helper()
	date := ""
	if first, rest, ok := strings.Cut(passage, "\n"); ok && strings.HasPrefix(first, "@ ") {
		date, passage = strings.TrimPrefix(first, "@ "), rest
	}
	text, marks, err := parseWhere(passage)
	if err != nil {
		t.Fatal(name, err)
	}
	d := read(t, text, date, figure.Pass.Run)
	for _, m := range marks {
		c := whereClaim(d, m)
		score.add("found", c != nil)
		if c == nil {
			if show() {
				t.Logf("%s: «%s» not found", name, text[m.start:m.end])
			}
			continue
		}
		for _, f := range [...]struct{ key, want, got string }{{"place", m.place, rolesOf(c)}, {"time", m.time, c.Time}, {"what", m.what, c.What}} {
			if f.want == "?" {
				continue
			}
			right := slices.ContainsFunc(strings.Split(f.want, "~"), func(w string) bool { return sameNames(w, f.got) })
			score.add(f.key, right)
			if !right && show() {
				t.Logf("%s: «%s» %s: got %q, want %q", name, text[m.start:m.end], f.key, f.got, f.want)
			}
		}
	}
}

// whereClaim gives the claim whose number stands in the mark.
func whereClaim(d *doc.Document, m whereMark) *doc.Claim {
	for i := range d.Claims {
		if c := &d.Claims[i]; c.Number.Start >= m.start && c.Number.End <= m.end {
			return c
		}
	}
	return nil
}

// sameNames compares lists parted by semicolons in any order.
func sameNames(a, b string) bool {
	sorted := func(s string) []string {
		l := strings.Split(strings.ToLower(s), ";")
		slices.Sort(l)
		return l
	}
	return slices.Equal(sorted(a), sorted(b))
}
