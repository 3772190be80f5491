package index

import "testing"

// Each tier of a batch allows more wrong letters, fewer in short words.
func TestLoosened(t *testing.T) {
	for in, want := range map[string][2]string{
		`harvest`:            {`harvest OR harvest~1`, `harvest OR harvest~2`},
		`grain`:              {`grain OR grain~1`, `grain OR grain~1`},
		`tax`:                {`tax`, `tax`},
		`"grain harvest"`:    {`(grain OR grain~1) (harvest OR harvest~1)`, `(grain OR grain~1) (harvest OR harvest~2)`},
		`harvest place:Mali`: {`(harvest OR harvest~1) place:Mali`, `(harvest OR harvest~2) place:Mali`},
		`harvest NOT grain`:  {`(harvest OR harvest~1) NOT grain`, `(harvest OR harvest~2) NOT grain`},
		`harv*`:              {`harv*`, `harv*`},
		`value:>10`:          {`value:>10`, `value:>10`},
		`"…" harvest`:        {`"…" (harvest OR harvest~1)`, `"…" (harvest OR harvest~2)`},
	} {
		q, err := Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := loosened(q, 0).String(); got != q.String() {
			t.Errorf("%s as it is: %s", in, got)
		}
		for i, w := range want {
			if got := loosened(q, i+1).String(); got != w {
				t.Errorf("%s with %d wrong: got %s, want %s", in, i+1, got, w)
			}
		}
	}
}
