package claim_test

import (
	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	if os.Getenv("ZZ") == "" {
		t.Skip()
	}
	d := read(t, os.Getenv("ZZ"), "2016-01-01", figure.Pass.Run)
	for i, k := range d.Tokens {
		t.Logf("%d %q %s", i, d.Word(i), k.Tag)
	}
	for _, m := range d.Mentions {
		t.Logf("mention %q %s %s", d.Slice(m.Span), m.Type, m.Form)
	}
	for _, m := range d.Blocks {
		t.Logf("block %q %s", d.Slice(m.Span), m.Kind)
	}
	for _, l := range claim.DebugSaid(d) {
		t.Log(l)
	}
	for _, c := range d.Claims {
		t.Logf("claim %q what %q src %q places %v time %s", d.Slice(c.Span), c.What, c.Source, c.Places, c.Time)
	}
}
