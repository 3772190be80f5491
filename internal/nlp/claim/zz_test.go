package claim_test
import ("testing";"os";"analyze/internal/nlp/figure")
func TestZZ(t *testing.T) {
	if os.Getenv("ZZ") == "" { t.Skip() }
	d := read(t, os.Getenv("ZZ"), "2016-01-01", figure.Pass.Run)
	for i, k := range d.Tokens { t.Logf("%d %q %s", i, d.Word(i), k.Tag) }
	for _, b := range d.Blocks { t.Logf("block %s %q", b.Kind, d.Slice(b.Span)) }
	for _, b := range d.Skipped { t.Logf("skipped %s %q", b.Reason, d.Slice(b.Span)) }
	for _, c := range d.Claims { t.Logf("claim %q what %q src %q places %v time %s", d.Slice(c.Span), c.What, c.Source, c.Places, c.Time) }
}
