package figure_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/figure"
	"analyze/internal/structure"

	"github.com/govalues/decimal"
)

// A marked example is a text with the figures that it holds.
type example struct {
	name, text string
	want       []wanted
	optional   []doc.Span
}

type wanted struct {
	doc.Span
	text   string
	fields map[string]string
}

// read runs every pass that figures need, and figures, over a text.
func read(t testing.TB, text string) *doc.Document {
	t.Helper()
	d := &doc.Document{ID: "test.txt", Text: text}
	for _, p := range []*doc.Pass{structure.Blocks, structure.Notes, structure.Tables, nlp.Tokens, nlp.Names, figure.Pass} {
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// examples reads a file of marked examples.
func examples(t testing.TB, path string) []example {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(b), "\n")
	var out []example
	for i := 0; i < len(lines); {
		for i < len(lines) && (strings.TrimSpace(lines[i]) == "" || strings.HasPrefix(lines[i], "#") || strings.HasPrefix(lines[i], "@")) {
			i++
		}
		var text []string
		for ; i < len(lines) && !strings.HasPrefix(lines[i], "= "); i++ {
			text = append(text, lines[i])
		}
		var answers []string
		for ; i < len(lines) && strings.HasPrefix(lines[i], "= "); i++ {
			answers = append(answers, lines[i][2:])
		}
		if len(answers) == 0 {
			continue
		}
		out = append(out, newExample(t, fmt.Sprintf("%s:%d", filepath.Base(path), i), strings.Join(text, "\n"), answers))
	}
	return out
}

func newExample(t testing.TB, name, marked string, answers []string) example {
	e := example{name: name}
	var s strings.Builder
	var spans []doc.Span
	for _, c := range marked {
		switch c {
		case '«':
			spans = append(spans, doc.Span{Start: s.Len(), End: -1})
		case '»':
			spans[len(spans)-1].End = s.Len()
		case '‹':
			e.optional = append(e.optional, doc.Span{Start: s.Len(), End: -1})
		case '›':
			e.optional[len(e.optional)-1].End = s.Len()
		default:
			s.WriteRune(c)
		}
	}
	e.text = s.String()
	if answers[0] == "none" {
		return e
	}
	if len(spans) != len(answers) {
		t.Fatalf("%s: %d marks, %d answers", name, len(spans), len(answers))
	}
	for i, a := range answers {
		text, rest, _ := strings.Cut(a, " | ")
		e.want = append(e.want, wanted{spans[i], text, fields(rest)})
	}
	return e
}

// fields reads key=value, with values in double quotes where they hold blanks.
func fields(s string) map[string]string {
	m := map[string]string{}
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		key, rest, _ := strings.Cut(s, "=")
		var value string
		if strings.HasPrefix(rest, `"`) {
			value, rest, _ = strings.Cut(rest[1:], `"`)
		} else {
			value, rest, _ = strings.Cut(rest, " ")
			rest = " " + rest
		}
		m[key] = value
		s = rest
	}
	return m
}

// either reports whether got is one of the answers of a field.
func either(want, got string) bool {
	if want == "" {
		return got == ""
	}
	for _, w := range strings.Split(want, "|") {
		if w == "?" || strings.EqualFold(w, got) || plainUnit(w) == plainUnit(got) && w != "" {
			return true
		}
	}
	return false
}

var sameUnits = map[string]string{"kilometre": "km", "megawatt": "mw", "gigawatt": "gw", "millilitre": "ml", "degree celsius": "°c", "celsius": "°c", "metre": "m", "kilogram": "kg", "kilowatt": "kw", "kilowatt-hour": "kwh", "terawatt-hour": "twh", "gigawatt-hour": "gwh", "liter": "litre", "centimetre": "cm", "millimetre": "mm", "megawatt hour": "mwh", "megawatt-hour": "mwh", "terawatt": "tw", "milligram": "mg", "kilometre per hour": "km/h", "year-old": "year", "meter": "m", "kilometer": "km", "gram": "g", "square metre": "m2"}

func plainUnit(s string) string {
	s = strings.ToLower(s)
	if u, ok := sameUnits[s]; ok {
		return u
	}
	return strings.ReplaceAll(s, ",", "")
}

func number(s string) string {
	if a, b, ok := strings.Cut(s, "/"); ok {
		x, _ := strconv.ParseFloat(a, 64)
		y, _ := strconv.ParseFloat(b, 64)
		return strconv.FormatFloat(x/y, 'f', 3, 64)
	}
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		return strconv.FormatFloat(f, 'f', 3, 64)
	}
	return s
}

func shown(d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	f, _ := d.Float64()
	return strconv.FormatFloat(f, 'f', 3, 64)
}

// limits returns value, low and high that an answer asks for.
func limits(f map[string]string) (value, low, high string) {
	n := ""
	if f["n"] != "" {
		n = number(f["n"])
	}
	value = n
	switch f["bound"] {
	case "", "exact", "change":
		low, high = n, n
	case "at_least", "more_than":
		low = n
	case "at_most", "up_to", "less_than":
		high = n
	}
	for key, p := range map[string]*string{"value": &value, "low": &low, "high": &high} {
		if v, ok := f[key]; ok {
			*p = number(v)
		}
	}
	return value, low, high
}

// verdict compares a figure with an answer; it lists the fields that differ.
func verdict(d *doc.Document, f *doc.Figure, w wanted) map[string]string {
	bad := map[string]string{}
	value, low, high := limits(w.fields)
	check := func(field, want, got string) {
		if want == "?" || want == got || field == "value" && want == "" {
			return
		}
		bad[field] = fmt.Sprintf("%s, want %s", got, want)
	}
	check("value", value, shown(f.Value))
	bound := w.fields["bound"]
	if bound == "" {
		bound = "exact"
	}
	if !either(bound, f.Bound.String()) {
		bad["bound"] = f.Bound.String() + ", want " + bound
	}
	if !strings.Contains(bound, "|") {
		check("low", low, shown(f.Low))
		check("high", high, shown(f.High))
	}
	if !either(w.fields["unit"], f.Unit) {
		bad["unit"] = f.Unit + ", want " + w.fields["unit"]
	}
	kind := w.fields["kind"]
	if kind == "" {
		kind = "count"
	}
	if !either(kind, f.Kind.String()) {
		bad["kind"] = f.Kind.String() + ", want " + kind
	}
	if !either(w.fields["per"], f.Per) {
		bad["per"] = f.Per + ", want " + w.fields["per"]
	}
	if !either(w.fields["dir"], f.Direction) {
		bad["dir"] = f.Direction + ", want " + w.fields["dir"]
	}
	if what := w.fields["what"]; f.What == "" && strings.Contains("|"+what+"|", "|none|") {
	} else if what != "" && !either(what, f.What) && !strings.Contains(strings.ToLower(f.What), strings.ToLower(strings.Split(what, "|")[0])) {
		bad["what"] = f.What + ", want " + what
	}
	if (w.fields["pair"] == "yes") != (f.Pair >= 0) {
		bad["pair"] = fmt.Sprint(f.Pair)
	}
	if (w.fields["vague"] == "yes") != f.Vague {
		bad["vague"] = fmt.Sprint(f.Vague)
	}
	if r := w.fields["repair"]; r != "?" && (r == "yes") != (f.Repair != "") {
		bad["repair"] = f.Repair
	}
	if f.Span != w.Span {
		bad["span"] = d.Slice(f.Span)
	}
	return bad
}

// A tally counts what was right.
type tally struct {
	want, found, extra, right int
	bad                       map[string]int
}

// score reads one example and adds to the tally; what is wrong is told.
func (s *tally) score(t testing.TB, e example, tell func(string, ...any)) {
	d := read(t, e.text)
	used := map[int]bool{}
	for _, w := range e.want {
		s.want++
		got := -1
		for i := range d.Figures {
			if !used[i] && d.Figures[i].Number.Overlaps(w.Span) && (got < 0 || d.Figures[i].Span == w.Span) {
				got = i
			}
		}
		if got < 0 {
			tell("%s: MISSED %q in %s\n   skipped: %s", e.name, w.text, e.text, reasonAt(d, w.Span))
			continue
		}
		used[got] = true
		s.found++
		bad := verdict(d, &d.Figures[got], w)
		for k := range bad {
			s.bad[k]++
		}
		if bad["value"] == "" && bad["low"] == "" && bad["high"] == "" && bad["bound"] == "" && bad["unit"] == "" {
			s.right++
		}
		if len(bad) > 0 {
			tell("%s: %q %v", e.name, w.text, bad)
		}
	}
	for i := range d.Figures {
		if !used[i] && !overlapsAny(d.Figures[i].Number, e.optional) {
			s.extra++
			tell("%s: EXTRA %q (%s %s) in %s", e.name, d.Slice(d.Figures[i].Span), d.Figures[i].Kind, d.Figures[i].Unit, e.text)
		}
	}
}

func reasonAt(d *doc.Document, s doc.Span) string {
	for _, x := range d.Skipped {
		if x.Overlaps(s) {
			return x.Reason
		}
	}
	return "nowhere"
}

func overlapsAny(s doc.Span, list []doc.Span) bool {
	for _, o := range list {
		if o.Overlaps(s) {
			return true
		}
	}
	return false
}

func (s *tally) String() string {
	p := func(a, b int) string { return fmt.Sprintf("%.3f", float64(a)/float64(max(b, 1))) }
	return fmt.Sprintf("wanted %d, found %s, precision %s, value+bound+unit %s; wrong: %v", s.want, p(s.found, s.want), p(s.found, s.found+s.extra), p(s.right, s.want), s.bad)
}

// TestMarked scores the examples for development and the running text that was
// marked before anything was run on it; SHOW=1 lists what is wrong,
// MARKED names other files.
func TestMarked(t *testing.T) {
	patterns := []string{"../claim/testdata/dev/*.txt", "testdata/running/*.txt"}
	if p := os.Getenv("MARKED"); p != "" {
		patterns = []string{p}
	}
	var files []string
	for _, p := range patterns {
		more, _ := filepath.Glob(p)
		files = append(files, more...)
	}
	if len(files) == 0 {
		t.Skip("no marked examples at ", patterns)
	}
	tell := func(string, ...any) {}
	if os.Getenv("SHOW") != "" {
		tell = func(f string, a ...any) { fmt.Printf(f+"\n", a...) }
	}
	all := tally{bad: map[string]int{}}
	for _, f := range files {
		one := tally{bad: map[string]int{}}
		for _, e := range examples(t, f) {
			one.score(t, e, tell)
		}
		t.Logf("%s: %v", filepath.Base(f), &one)
		all.want += one.want
		all.found += one.found
		all.extra += one.extra
		all.right += one.right
		for k, n := range one.bad {
			all.bad[k] += n
		}
	}
	t.Logf("all: %v", &all)
	if got := float64(all.found) / float64(all.want); got < 0.95 {
		t.Errorf("found %.3f of the marked figures, want 0.95", got)
	}
	if got := float64(all.right) / float64(all.want); got < 0.90 {
		t.Errorf("value, bound and unit right in %.3f, want 0.90", got)
	}
}
