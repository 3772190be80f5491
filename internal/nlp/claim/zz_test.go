package claim_test

import (
	"analyze/internal/nlp/figure"
	"testing"
)

func TestZKinds(t *testing.T) {
	n := map[string]int{}
	for _, e := range examples(t, "testdata/heldout") {
		d := read(t, e.text, e.date, figure.Pass.Run)
		for i := range d.Claims {
			c := &d.Claims[i]
			for _, a := range e.answers {
				if a.optional || !c.Number.Overlaps(a.span) {
					continue
				}
				p, _, _ := placeOf(c)
				for k, got := range map[string]string{"source": c.Source, "place": p, "time": c.Time} {
					eq := sameText
					if k == "source" {
						eq = sameSource
					}
					if ok, _ := a.matches(k, got, eq); ok {
						continue
					}
					kind := "wrong"
					if got == "" {
						kind = "missing"
					} else if a.field(k) == "" {
						kind = "spurious-"
						if k == "source" {
							kind += c.SourceVia
						}
						if k == "time" {
							kind += c.TimeVia
						}
					}
					if k == "place" && kind == "spurious-" {
						r := d.Referents
						where := "carried"
						for _, pl := range c.Places {
							if pl.Referent >= 0 && pl.Referent < len(r) {
								for _, mi := range r[pl.Referent].Mentions {
									mm := d.Mentions[mi]
									if mm.Sentence == c.Sentence {
										where = "before " + mm.Form.String() + " " + mm.Type.String() + " " + pl.Role.String()
										if mm.Start > c.Start {
											where = "after " + mm.Form.String() + " " + mm.Type.String() + " " + pl.Role.String()
										}
										pre := d.Text[max(0, mm.Start-5):mm.Start]
										where += " [" + pre + "]" + " " + r[pl.Referent].Subtype + " " + c.Kind.String()
									}
								}
							}
						}
						kind += where
					}
					n[k+" "+kind]++
				}
			}
		}
	}
	for k, v := range n {
		t.Log(k, v)
	}
}
