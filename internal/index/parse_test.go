package index

import (
	"errors"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		``:                                     `*`,
		`foreign fighters`:                     `foreign fighters`,
		`"foreign fighters" return`:            `"foreign fighters" return`,
		`a AND b OR c`:                         `(a b) OR c`,
		`a (b OR c)`:                           `a (b OR c)`,
		`a NOT b`:                              `a NOT b`,
		`a -b`:                                 `a NOT b`,
		`battle-hardened`:                      `battle-hardened`,
		`NOT (a b)`:                            `NOT (a b)`,
		`fight* wom?n`:                         `fight* wom?n`,
		`Baghdady~ Falluja~2`:                  `Baghdady~1 Falluja~2`,
		`return near/5 "home country"`:         `return near/5 "home country"`,
		`title:caliphate author:"Ana Petrova"`: `title:caliphate author:"Ana Petrova"`,
		`date:2014..2016`:                      `date:2014..2016`,
		`date:2014`:                            `date:2014`,
		`value:>1,000`:                         `value:>1000`,
		`value:>=10`:                           `value:10..`,
		`value:..10`:                           `value:..10`,
		`value:2.5k..1m`:                       `value:2500..1000000`,
		`value:>3bn`:                           `value:>3000000000`,
		`near-place:"Mosul" 100km`:             `near-place:Mosul 100km`,
		`actor:"Islamic State" place:Tunisia`:  `actor:"Islamic State" place:Tunisia`,
		`claim:fighters value:>1000 from:Tunisia`: `claim:fighters value:>1000 from:Tunisia`,
		`"or"`:                    `"or"`,
		`~100 people`:             `"~100" people`,
		`date:2015-06..2015`:      `date:2015-06..2015`,
		`value:-3..-3`:            `value:-3`,
		`"near/x"`:                `"near/x"`,
		`kind:claim same:passage`: `kind:claim same:passage`,
	} {
		q, err := Parse(in)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if got := q.String(); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for in, want := range map[string]struct {
		at   int
		hint string
	}{
		`a "b`:                     {2, `add "`},
		`(a`:                       {0, `add )`},
		`a)`:                       {1, `remove it`},
		`()`:                       {0, `put a word`},
		`a OR`:                     {4, `put a word`},
		`OR a`:                     {0, `put a word`},
		`a AND`:                    {5, `put a word`},
		`NOT`:                      {0, `put a word`},
		`titel:x`:                  {0, `title:`},
		`near/5 a`:                 {0, `return near/5`},
		`a ~1`:                     {2, `Baghdady~`},
		`~`:                        {0, `Baghdady~`},
		`foo:bar`:                  {0, `quotes`},
		`country:Mali`:             {0, `place:`},
		`a since:2015`:             {2, `date:`},
		`a near/ b`:                {2, `return near/5`},
		`value:1kk`:                {0, `value:>1000`},
		`value:.`:                  {0, `value:>1000`},
		`xyzzy:x`:                  {0, `quotes`},
		`value:many`:               {0, `value:>1000`},
		`date:yesterday`:           {0, `2014..2016`},
		`date:2014-13`:             {0, `2014..2016`},
		`date:>2015-02-30`:         {0, `2014..2016`},
		`a date:2016..2014`:        {2, `date:2014..2016`},
		`date:2015-06..2015-05-31`: {0, `date:2015-05-31..2015-06`},
		`value:2m..3k`:             {0, `value:3000..2000000`},
		`price near/x tax`:         {6, `return near/5`},
		`near-place:Mosul`:         {0, `100km`},
		`word~5`:                   {0, `word~2`},
		`*ing`:                     {0, `fight*`},
		`actor:`:                   {0, `Islamic State`},
		`a near/3 (b OR c)`:        {2, `near/5`},
		strings.Repeat("(", 40) + "a" + strings.Repeat(")", 40): {33, "32"},
		strings.Repeat("a ", 300):                               {512, "256"},
		strings.Repeat("a", 5000):                               {4096, "batch"},
	} {
		_, err := Parse(in)
		var s *SyntaxError
		if !errors.As(err, &s) {
			t.Errorf("%.30s: got %v, want an error", in, err)
			continue
		}
		if s.At != want.at || !strings.Contains(s.Hint, want.hint) {
			t.Errorf("%.30s: got %v at %d, want a hint with %q at %d", in, err, s.At, want.hint, want.at)
		}
	}
}

// What a query prints is read again as the same query.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`a "b c" OR (d NOT e)`, `value:>1 near-place:"x y" 5km`, `a near/5 "b"`, `t~2 w*d -x`, `"\"q\\"`, `title:"a b"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		if err != nil {
			return
		}
		again, err := Parse(q.String())
		if err != nil && len(q.String()) <= MaxQueryBytes {
			t.Fatalf("%q prints %q, which fails: %v", s, q.String(), err)
		}
		if err == nil && again.String() != q.String() {
			t.Fatalf("%q prints %q, then %q", s, q.String(), again.String())
		}
	})
}
