package text

import "testing"

// What is set with a blank between all letters is put together, and nothing else is.
func TestUnspaced(t *testing.T) {
	for in, want := range map[string]string{
		"T o t a l 2 0 1 5":                           "Total 2015",
		"N o n – official Count":                      "Non-official Count",
		"Non - official":                              "Non-official",
		"O f f i c i a l C o u n t":                   "Official Count",
		"B o t h s e x e s":                           "Both sexes",
		"B o t h   s e x e s":                         "Both sexes",
		"P e r k m 2":                                 "Per km2",
		"T a b l e  2 .  F i s h  l a n d e d  ( t )": "Table 2. Fish landed (t)",
		"T a b l e  7 .  Men by ward,  in May":        "Table 7. Men by ward, in May",
		"Both sexes":                                  "Both sexes",
		"A B test":                                    "A B test",
		"a  wide   gap":                               "a wide gap",
		"2 0 1 4":                                     "2014",
		"":                                            "",
	} {
		if got := Unspaced(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
