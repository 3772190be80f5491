package index

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func TestKeyValue(t *testing.T) {
	for _, c := range []struct{ field, in, want, hint string }{
		{"type", "Organisations", "org", ""}, {"type", "city", "city", ""}, {"unit", "US$", "usd", ""}, {"unit", "Tonnes", "tonnes", ""},
		{"lang", "Farsi", "fa", ""}, {"in", "notes", "footnote", ""}, {"in", " Table ", "table", ""}, {"bound", "at least", "at_least", ""},
		{"bound", "less-than", "less_than", ""}, {"bound", "over", "more_than", ""},
		{"in", "tabel", "", "did you mean in:table?"}, {"in", "margin-note-of-a-page", "", "write one of "}, {"bound", "exat", "", "did you mean bound:exact?"},
	} {
		got, err := keyValue(c.field, c.in)
		var s *SyntaxError
		switch {
		case c.hint == "" && (err != nil || got != c.want):
			t.Errorf("%s:%s is %q, %v, want %q", c.field, c.in, got, err, c.want)
		case c.hint != "" && (!errors.As(err, &s) || !strings.Contains(s.Hint, c.hint)):
			t.Errorf("%s:%s: %v, want a hint with %q", c.field, c.in, err, c.hint)
		}
	}
}

func TestDays(t *testing.T) {
	for in, want := range map[string][2]float64{
		"1970": {0, 364}, "1970-01": {0, 30}, "1970-02-01": {31, 31}, "2016-02": {16832, 16860}, "1969-12-31": {-1, -1},
	} {
		low, high, ok := Days(in)
		if !ok || low != want[0] || high != want[1] {
			t.Errorf("%s: %v to %v, %v, want %v", in, low, high, ok, want)
		}
	}
	for _, bad := range []string{"", "70", "1970-13", "2015-02-30", "2015-2-3", "soon", "20150203"} {
		if _, _, ok := Days(bad); ok {
			t.Errorf("%q is a date", bad)
		}
	}
}

// A cursor is read as it was printed, whatever its key; others are refused.
func TestCursor(t *testing.T) {
	for _, c := range []cursor{
		{Key: 1.25, ID: "d/a b.txt"}, {Key: -math.MaxFloat64, ID: "c/ü#00000012", Any: true}, {Key: 0, ID: "e/x", Loose: true},
		{Key: math.Nextafter(3, 4), ID: "d/\"quoted\""},
	} {
		if got, err := readCursor(" " + c.String() + "\n"); err != nil || got != c {
			t.Errorf("%+v is read as %+v, %v", c, got, err)
		}
	}
	if got, err := readCursor(""); err != nil || got != (cursor{}) {
		t.Errorf("none: %+v, %v", got, err)
	}
	for _, bad := range []string{"x", "e30", "!!", strings.Repeat("A", 999)} {
		if _, err := readCursor(bad); err == nil || !strings.Contains(err.Error(), "leave it out") || len(err.Error()) > 200 {
			t.Errorf("%.20s: %v", bad, err)
		}
	}
}

// Queries made by hand print so that they are read again as they are.
func TestPrinted(t *testing.T) {
	word := func(s string) Query { return Term{s} }
	for want, q := range map[string]Query{
		`a (b OR c) NOT d`:            And{[]Query{word("a"), Or{[]Query{word("b"), word("c")}}, Not{word("d")}}},
		`(a b) OR c`:                  Or{[]Query{And{[]Query{word("a"), word("b")}}, word("c")}},
		`NOT (a near/3 "b c")`:        Not{Near{word("a"), Phrase{"b c"}, 3}},
		`(a near/3 b) c`:              And{[]Query{Near{word("a"), word("b"), 3}, word("c")}},
		`a near/3 b OR c`:             Or{[]Query{Near{word("a"), word("b"), 3}, word("c")}},
		`"not" "two words" "-x"`:      And{[]Query{word("not"), word("two words"), word("-x")}},
		`"say \"no\" \\"`:             Phrase{`say "no" \`},
		`near-place:"Port Sudan" 5km`: Around{"Port Sudan", 5},
		`value:>5`:                    Range{Name: "value", Low: "5", Over: true},
		`date:..2015`:                 Range{Name: "date", High: "2015"},
		`title:flo*d~1`:               nil,
	} {
		if q == nil {
			if _, err := Parse(want); err == nil {
				t.Errorf("%s is a query", want)
			}
			continue
		}
		if got := q.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		again, err := Parse(want)
		if err != nil || again.String() != want {
			t.Errorf("%s is read as %v, %v", want, again, err)
		}
	}
}
