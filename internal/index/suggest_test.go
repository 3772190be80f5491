package index

import (
	"context"
	"testing"
)

// A word that no document holds is put right, unless a form of it or its other
// spelling is found anyway.
func TestSuggestion(t *testing.T) {
	for in, want := range map[string]string{
		"clinik":                  "clinic",
		`"the clinik" camps`:      `"the clinic" camps`,
		"camping":                 "",
		"clinics":                 "",
		"camps":                   "",
		"zebra":                   "",
		"title:clinik date:>2009": "title:clinic date:>2009",
	} {
		q, err := Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		got, err := suggestion(context.Background(), &known{}, q)
		if err != nil {
			t.Fatal(err)
		}
		if s := deref(got); s != want {
			t.Errorf("%s: did you mean %q, want %q", in, s, want)
		}
	}
}

// What is plainly a figure in a query is asked for as one.
func TestFiguresAsked(t *testing.T) {
	for in, want := range map[string]string{
		"40%":                          "value:40 unit:percent",
		"unemployment 5.9 per cent":    "value:5.9 unit:percent",
		"$5 billion aid":               "value:5000000000 unit:usd",
		"€1.5bn":                       "value:1500000000 unit:eur",
		"£12,500":                      "value:12500 unit:gbp",
		`"2 million" refugees`:         "value:2000000",
		"Two Percent 7 Percent":        "value:7 unit:percent",
		"refugees 2015":                "",
		"9/11 attacks":                 "",
		"COVID-19":                     "",
		"3% or 4%":                     "",
		"value:>3 40%":                 "",
		"40 million: a history of 40%": "",
		"$":                            "",
	} {
		got := ""
		if q := figuresAsked(in); q != nil {
			got = q.String()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// What is asked of a field beside alternatives without brackets is told, where
// one of them alone asks it.
func TestOnePartOnly(t *testing.T) {
	for in, want := range map[string]string{
		"a OR b date:2014":             "date:2014 is asked of b alone: (a OR b) date:2014 asks it of all",
		"lang:fr a OR b":               "lang:fr is asked of a alone: (a OR b) lang:fr asks it of all",
		"a OR b c place:Oslo lang:fr":  "place:Oslo lang:fr is asked of b c alone: (a OR (b c)) place:Oslo lang:fr asks it of all",
		"a OR b":                       "",
		"a lang:fr OR b lang:en":       "",
		"a OR lang:fr":                 "",
		"place:Oslo OR place:Bergen":   "",
		"a OR b NOT date:2014":         "",
		"a OR b OR c author:smith d":   "author:smith is asked of c d alone: (a OR b OR (c d)) author:smith asks it of all",
		"date:2014 OR date:2015 wheat": "",
	} {
		q, err := Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		or, ok := q.(Or)
		if !ok {
			t.Fatalf("%s is %T", in, q)
		}
		if got := onePartOnly(or); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}
