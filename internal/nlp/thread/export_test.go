package thread

import (
	"fmt"
	"os"

	"analyze/internal/nlp/wordnet"
)

// Weigh gives the evidence for each two claims that may be for one thing.
func Weigh() func(a, b *Record) (e []float64, alike bool) {
	m := &matcher{wordnet.NewReader()}
	return func(a, b *Record) ([]float64, bool) {
		if !a.Matchable() || !b.Matchable() || !a.sameScale(b) {
			return nil, false
		}
		var e evidence
		m.stories(a, b, &e)
		m.weigh(a, b, &e)
		return e[:], a.inScale(b).alike(b.inScale(a))
	}
}

func init() {
	if s := os.Getenv("LEAST"); s != "" {
		fmt.Sscanf(s, "%f,%f", &leastAlike, &leastOther)
	}
}
