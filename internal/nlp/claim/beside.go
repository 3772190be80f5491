package claim

import (
	"cmp"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"
)

// maxBeside bounds the words between two figures that are read as one
// statement, in bytes.
const maxBeside = 160

// beside says what a figure is to the one before it in its sentence: what a part
// is taken from, a part, an earlier state.
func (s *scholar) beside(out []thread.Record) {
	for i := 1; i < len(out); i++ {
		a, b := &s.d.Claims[i-1], &s.d.Claims[i]
		if a.Table >= 0 || b.Table >= 0 || a.Sentence != b.Sentence || b.Start-a.End > maxBeside || b.Start < a.End {
			continue
		}
		between := " " + strings.ToLower(squeeze(s.d.Text[a.End:b.Start]))
		switch {
		case hasAnySuffix(between, " out of", " out of a total of", " of a total of", " of the"):
			out[i].Apart = cmp.Or(out[i].Apart, "what a share or sample is taken from")
		case strings.Contains(between, " including ") || hasAnySuffix(between, " including", " of whom", " of which", " of them", " among them"),
			strings.TrimSpace(between) == "(" && a.Unit == b.Unit && a.Time == b.Time && s.smaller(a, b):
			out[i].Apart = cmp.Or(out[i].Apart, "a part of another figure")
		case a.Kind == b.Kind && s.formerly(between) && out[i].Pair == "":
			out[i].Pair, out[i].Earlier = out[i-1].ID, true
			if out[i].Per == "" {
				out[i].Per = out[i-1].Per
			}
		}
	}
}

// formerly reports whether the words before a figure make it the state before
// that of the figure which precedes them.
func (s *scholar) formerly(between string) bool {
	return hasAnySuffix(between, " up from", " down from", " compared with", " compared to", " as against", ", against", " versus", " after", " from just", " from only") &&
		!hasAnySuffix(between, " years after", " months after", " days after", " weeks after")
}

func (s *scholar) smaller(a, b *doc.Claim) bool {
	x, ok1 := exactly(a)
	y, ok2 := exactly(b)
	return ok1 && ok2 && y.Less(x)
}
