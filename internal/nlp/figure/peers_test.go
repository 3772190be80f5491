package figure_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/testfile"

	"github.com/govalues/decimal"
)

// records reads a file of JSON lines.
func records[T any](t testing.TB, path string) []T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skip("SKIPPED: ", err)
	}
	defer f.Close()
	var out []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r T
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

type newsQuantity struct {
	Value  *float64 `json:"value"`
	Lo, Hi *float64
	Change string `json:"change"`
	Unit   string `json:"unit"`
	Raw    string `json:"raw_value"`
}

type newsLine struct {
	ID, Text string
	Gold     []newsQuantity
}

// A told is a figure as NewsQuant would tell it.
type told struct {
	lo, hi float64
	change string
	units  []string
	text   string
}

var changeSigns = map[doc.Bound]string{doc.Exact: "=", doc.Approx: "~", doc.AtLeast: ">", doc.MoreThan: ">", doc.AtMost: "<", doc.UpTo: "<", doc.LessThan: "<", doc.Range: "=", doc.Change: "="}

var newsUnits = map[string]string{"percent": "percentage", "ratio": "%", "USD": "dollar", "GBP": "pound sterling", "EUR": "euro", "AUD": "australian dollar", "CAD": "canadian dollar", "HKD": "hong kong dollar", "SGD": "singapore dollar", "NZD": "new zealand dollar", "JPY": "japanese yen", "CNY": "chinese yuan", "INR": "indian rupee", "MYR": "malaysian ringgit", "ILS": "shekel", "km": "kilometre", "m": "metre", "cm": "centimetre", "mm": "millimetre", "kg": "kilogram", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "kWh": "kilowatt hour", "GB": "gigabyte", "MB": "megabyte", "TB": "terabyte", "Mbit/s": "megabit per second", "GHz": "gigahertz", "MHz": "megahertz", "mph": "mile per hour", "km/h": "kilometre per hour", "watt": "watt", "tonne": "metric ton", "m2": "square metre", "km2": "square kilometre", "gigatonne": "gigaton", "foot-pound": "foot pound-force", "pound": "pound-mass", "time": "count", "fold": "count", "mpg": "mile per gallon", "°C": "degree celsius", "°F": "degree fahrenheit", "mg": "milligram", "ml": "millilitre", "GWh": "gigawatt hour", "MWh": "megawatt hour", "Hz": "hertz", "volt": "volt", "CHF": "swiss franc", "THB": "thai baht", "KRW": "south korean won", "square foot": "square foot", "rpm": "revolutions per minute", "MJ": "megajoule", "nm": "nanometre", "ppb": "parts-per-billion", "ppm": "parts-per-million", "mAh": "milliampere-hour", "ksi": "kilopound per square inch", "person": "people", "year": "year of age", "month": "month of age"}

func float(d *decimal.Decimal) float64 {
	if d == nil {
		return math.NaN()
	}
	f, _ := d.Float64()
	return f
}

// A reading says which of the differences between our definition of a claim and
// NewsQuant's are bridged. Its guide counts these, and ours forbids them or asks
// for another form, so no reading of a text satisfies both:
//
//	pairs    "rose from 4 to 7" is one quantity from 4 to 7 there; here two
//	         claims joined by pair
//	ones     "one X" is a quantity there; here the pronoun is no claim
//	windows  "two years later" is a quantity there; here it only places an
//	         event in time
//	changes  what a bracket turns into another unit has there the bound of what
//	         stands before it
type reading struct{ pairs, ones, windows, changes bool }

// tell puts the figures of a document as NewsQuant does, as far as as asks.
// What it always maps: doubled and halved are no quantities there, hundreds are
// 100 to 1000.
func tell(t testing.TB, d *doc.Document, as reading) []told {
	var out []told
	for i := range d.Figures {
		f := &d.Figures[i]
		x := told{lo: float(f.Value), hi: float(f.Value), change: changeSigns[f.Bound], text: d.Slice(f.Span)}
		if f.Kind == doc.ChangeKind && f.Bound == doc.Change && !byNoun(d, f) {
			x.change = map[string]string{"increase": "up", "decrease": "down"}[f.Direction]
		}
		if f.Kind == doc.ChangeKind {
			if f.Unit == "fold" && !strings.Contains(d.Slice(f.Number), "fold") && !strings.ContainsAny(d.Slice(f.Span), "0123456789") && !strings.Contains(d.Slice(f.Span), "time") {
				continue
			}
		}
		if f.Bound == doc.Range {
			x.lo, x.hi = float(f.Low), float(f.High)
		}
		if f.Vague {
			x.lo, x.hi, x.change = float(f.Low)/2, float(f.Low)*5, "="
		}
		x.units = unitsOf(f)
		if as.changes {
			x.change = newsChange(d, f, x.change, out)
		}
		if as.pairs && f.Pair >= 0 && f.Pair < i && f.Value != nil && d.Figures[f.Pair].Value != nil && len(out) > 0 && between(d, &d.Figures[f.Pair], f) {
			last := &out[len(out)-1]
			last.hi, last.units = x.hi, append(x.units, last.units...)
			continue
		}
		out = append(out, x)
	}
	for _, s := range d.Skipped {
		word := d.Slice(s.Span)
		switch {
		case as.ones && s.Reason == "pronoun" && strings.EqualFold(word, "one"):
			out = append(out, told{1, 1, "=", []string{"*"}, "(" + word + ")"})
		case as.windows && s.Reason == "anchor":
			n := read(t, "They have "+word+" cars.")
			if len(n.Figures) == 1 && n.Figures[0].Value != nil {
				v := float(n.Figures[0].Value)
				out = append(out, told{v, v, "=", []string{"*"}, "(" + word + ")"})
			}
		}
	}
	return out
}

// newsChange puts a change as NewsQuant does where it differs: what a bracket
// turns into another unit has the bound of what stands before it.
func newsChange(d *doc.Document, f *doc.Figure, change string, before []told) string {
	if sign := strings.TrimSpace(d.Text[max(0, f.Start-2):f.Start]); len(before) > 0 && change == "=" && f.Kind == doc.Measure && (strings.HasSuffix(sign, "(") || sign == "/") {
		if c := before[len(before)-1].change; strings.Contains("<>", c) {
			return c
		}
	}
	return change
}

// byNoun reports whether a noun tells the change ("a 4 percent drop"): there it
// is a plain quantity.
func byNoun(d *doc.Document, f *doc.Figure) bool {
	after := strings.Fields(d.Text[f.End:min(len(d.Text), f.End+30)])
	for i, w := range after {
		if w == "-" {
			return false
		}
		switch strings.Trim(w, ".,") {
		case "drop", "increase", "cut", "rise", "fall", "boost", "improvement", "growth", "decline", "decrease", "more", "less", "higher", "lower":
			return i < 3
		}
	}
	before := strings.Fields(d.Text[max(0, f.Start-16):f.Start])
	return len(before) > 0 && before[len(before)-1] == "of"
}

// between reports whether only "to" stands between two figures.
func between(d *doc.Document, a, b *doc.Figure) bool {
	return a.End < b.Start && strings.TrimSpace(d.Text[a.End:b.Start]) == "to"
}

func unitsOf(f *doc.Figure) []string {
	u := []string{f.Unit}
	if n := newsUnits[f.Unit]; n != "" {
		u = append(u, n)
	}
	if f.Unit == "" {
		u = append(u, "-")
	}
	if f.Unit == "°F" || f.Unit == "°C" {
		u = append(u, strings.TrimPrefix(newsUnits[f.Unit], "degree "))
	}
	for _, w := range strings.Fields(strings.ToLower(f.What)) {
		if s := irregular[w]; s != "" {
			u = append(u, s)
		}
		u = append(u, w, strings.TrimSuffix(w, "s"), strings.TrimSuffix(w, "es"), strings.TrimSuffix(w, "ies")+"y")
	}
	return u
}

var irregular = map[string]string{"children": "child", "men": "man", "women": "woman", "people": "person", "lives": "life", "wives": "wife", "feet": "foot", "teeth": "tooth"}

func close2(a, b float64) bool {
	return math.Abs(a-b) <= 1e-3*math.Max(math.Abs(a), math.Abs(b)) || a == b
}

func (x *told) value(g newsQuantity) bool {
	if g.Value != nil {
		return close2(math.Abs(x.lo), math.Abs(*g.Value)) && close2(x.lo, x.hi) || close2(x.lo, *g.Value/100) && x.units[0] == "percent"
	}
	if g.Lo == nil || g.Hi == nil {
		return false
	}
	return close2(x.lo, *g.Lo) && close2(x.hi, *g.Hi)
}

func (x *told) unit(g newsQuantity) bool {
	base, _, _ := strings.Cut(g.Unit, " per ")
	last := g.Unit[strings.LastIndexByte(g.Unit, ' ')+1:]
	for _, u := range x.units {
		u = strings.ToLower(u)
		if u == "*" || u == g.Unit || u == base || u == last || strings.HasPrefix(g.Unit, "%") && u == "%" {
			return true
		}
	}
	return g.Unit == "-"
}

type f1 struct{ gold, got, value, change, unit int }

func (s f1) String() string {
	f := func(n int) float64 { return 2 * float64(n) / float64(max(s.gold+s.got, 1)) }
	return fmt.Sprintf("gold %d, got %d: F1 value %.3f, value+change %.3f, value+change+unit %.3f", s.gold, s.got, f(s.value), f(s.change), f(s.unit))
}

// match pairs gold with got, those that agree in more first.
func (s *f1) match(gold []newsQuantity, got []told, show func(string)) {
	s.gold += len(gold)
	s.got += len(got)
	usedG, used := make([]bool, len(gold)), make([]bool, len(got))
	for level := 2; level >= 0; level-- {
		for i, g := range gold {
			for j := range got {
				x := &got[j]
				if usedG[i] || used[j] || !x.value(g) {
					continue
				}
				change := x.change == g.Change
				unit := x.unit(g)
				score := 0
				if change {
					score++
					if unit {
						score++
					}
				}
				if score < level {
					continue
				}
				usedG[i], used[j] = true, true
				s.value++
				if change {
					s.change++
				} else {
					show(fmt.Sprintf("  CHANGE %q %s, gold %s", x.text, x.change, g.Change))
				}
				if change && unit {
					s.unit++
				} else if change {
					show(fmt.Sprintf("  UNIT %q %v, gold %s", x.text, x.units, g.Unit))
				}
			}
		}
	}
	for i, g := range gold {
		if !usedG[i] {
			show(fmt.Sprintf("  MISSED %s%s %s", g.Change, g.Raw, g.Unit))
		}
	}
	for j, x := range got {
		if !used[j] {
			show(fmt.Sprintf("  EXTRA %q %v %v", x.text, x.lo, x.units[0]))
		}
	}
}

// TestNewsQuant scores the development part of NewsQuant: as it is, and step by
// step with its own definition of what a quantity is.
func TestNewsQuant(t *testing.T) {
	lines := records[newsLine](t, filepath.Join(testfile.Shared(t), "data/figures/newsquant_dev.jsonl"))
	steps := []struct {
		name string
		as   reading
		f1
	}{
		{name: "as it is"},
		{name: "with from–to pairs as one", as: reading{pairs: true}},
		{name: "and one X", as: reading{pairs: true, ones: true}},
		{name: "and times that only place an event", as: reading{pairs: true, ones: true, windows: true}},
		{name: "with its definitions", as: reading{true, true, true, true}},
	}
	for _, l := range lines {
		d := read(t, l.Text)
		for i := range steps {
			last, head := i == len(steps)-1, false
			steps[i].match(l.Gold, tell(t, d, steps[i].as), func(s string) {
				if show := os.Getenv("SHOW"); show == "strict" && i == 0 || show != "" && show != "strict" && last {
					if !head {
						fmt.Println(l.ID, l.Text)
						head = true
					}
					fmt.Println(s)
				}
			})
		}
	}
	for i := range steps {
		t.Logf("%s: %v", steps[i].name, steps[i].f1)
	}
	last := steps[len(steps)-1]
	if f := 2 * float64(last.value) / float64(last.gold+last.got); f < 0.94 {
		t.Errorf("value F1 %.3f", f)
	}
}

type peerQuantity struct {
	Value   *float64 `json:"value"`
	Str     string   `json:"value_str"`
	Unit    *string
	Type    string
	Surface string
	Span    [2]int
}

type peerLine struct {
	ID, Text string
	Gold     []peerQuantity
}

// outside tells why a gold quantity of the peers' sets is none by our
// definition, "" if it is one.
func outside(d *doc.Document, g peerQuantity) string {
	if strings.HasPrefix(g.Type, "ordinal") {
		return "ordinal"
	}
	runes := []rune(d.Text)
	if g.Span[1] > len(runes) || g.Span[0] > g.Span[1] {
		return ""
	}
	start := len(string(runes[:g.Span[0]]))
	s := doc.Span{Start: start, End: start + len(string(runes[g.Span[0]:g.Span[1]]))}
	for _, x := range d.Skipped {
		if x.Overlaps(s) && overlapsFigure(d, s) == nil {
			return x.Reason
		}
	}
	return ""
}

func overlapsFigure(d *doc.Document, s doc.Span) *doc.Figure {
	for i := range d.Figures {
		if d.Figures[i].Number.Overlaps(s) {
			return &d.Figures[i]
		}
	}
	return nil
}

// TestPeers scores the values of the sets of quantulum3 and Recognizers-Text.
// What we list as no quantity by definition is counted beside.
func TestPeers(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(testfile.Shared(t), "data/figures/*.jsonl"))
	all, right, out := 0, 0, 0
	for _, f := range files {
		name := filepath.Base(f)
		if strings.HasPrefix(name, "newsquant") || strings.Contains(name, "expand") || strings.Contains(name, "Ordinal") {
			continue
		}
		n, ok, beside := 0, 0, map[string]int{}
		for _, l := range records[peerLine](t, f) {
			d := read(t, l.Text)
			for _, g := range l.Gold {
				if g.Value == nil && !strings.ContainsAny(g.Str, "0123456789") {
					continue
				}
				n++
				if peerRight(d, g) {
					ok++
					continue
				}
				if why := outside(d, g); why != "" {
					beside[why]++
					if os.Getenv("SHOW") != "" {
						fmt.Printf("%s OUTSIDE(%s) %q in %s\n", l.ID, why, g.Surface, l.Text)
					}
					continue
				}
				if os.Getenv("SHOW") != "" {
					fmt.Printf("%s WRONG %q %v%s in %s\n", l.ID, g.Surface, ptr(g.Value), g.Str, l.Text)
					for i := range d.Figures {
						fmt.Println("      ", line(d, &d.Figures[i]))
					}
				}
			}
		}
		o := 0
		for _, k := range beside {
			o += k
		}
		t.Logf("%-50s %3d: %.3f right, %.3f without the %d outside: %v", name, n, float64(ok)/float64(max(n, 1)), float64(ok)/float64(max(n-o, 1)), o, beside)
		all, right, out = all+n, right+ok, out+o
	}
	t.Logf("all %d: %.3f right; %.3f without the %d outside", all, float64(right)/float64(all), float64(right)/float64(all-out), out)
}

func ptr(f *float64) string {
	if f == nil {
		return ""
	}
	return fmt.Sprint(*f)
}

// peerRight reports whether a figure of d has the value of g: alone, or as an
// end of its range.
func peerRight(d *doc.Document, g peerQuantity) bool {
	for i := range d.Figures {
		f := &d.Figures[i]
		if g.Value != nil {
			for _, x := range []*decimal.Decimal{f.Value, f.Low, f.High, f.Percent} {
				if x != nil && close2(math.Abs(float(x)), math.Abs(*g.Value)) {
					return true
				}
			}
			if f.Norm != nil && close2(float(&f.Norm.Value), *g.Value) {
				return true
			}
			continue
		}
		ends := strings.FieldsFunc(g.Str, func(r rune) bool { return strings.ContainsRune("()[],", r) || r == ' ' })
		hit := 0
		for _, e := range ends {
			var v float64
			if _, err := fmt.Sscan(e, &v); err != nil {
				hit++
				continue
			}
			for _, x := range []*decimal.Decimal{f.Value, f.Low, f.High} {
				if x != nil && close2(float(x), v) {
					hit++
					break
				}
			}
		}
		if len(ends) > 0 && hit == len(ends) {
			return true
		}
	}
	return false
}
