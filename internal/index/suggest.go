package index

import (
	"context"
)

// suggestion returns q with words that no document holds replaced by the most
// common of the nearest that some hold; nil if that changes nothing.
func suggestion(ctx context.Context, r Reader, q Query) (*string, error) {
	a := NewAnalyzer("en")
	var fail error
	changed := false
	mend := func(text string) string {
		for _, w := range a.All(text) {
			if len(w.Exact) < 4 {
				continue
			}
			words, _, err := r.Expand(ctx, Pattern{Text: w.Exact}, 1)
			if err != nil || len(words) > 0 {
				fail = err
				continue
			}
			edits := 2
			if len(w.Exact) < 6 {
				edits = 1
			}
			words, _, err = r.Expand(ctx, Pattern{w.Exact, edits}, 8)
			if err != nil {
				fail = err
				continue
			}
			if len(words) > 0 && len(text) == w.End-w.Start {
				changed = true
				return words[0].Word
			}
		}
		return text
	}
	fixed := replace(q, mend)
	if fail != nil || !changed {
		return nil, fail
	}
	s := fixed.String()
	return &s, nil
}

// replace returns q with its plain words replaced.
func replace(q Query, f func(string) string) Query {
	switch q := q.(type) {
	case Term:
		return Term{f(q.Text)}
	case And:
		return And{replaceAll(q.Parts, f)}
	case Or:
		return Or{replaceAll(q.Parts, f)}
	case Not:
		return q
	}
	return q
}

func replaceAll(parts []Query, f func(string) string) []Query {
	out := make([]Query, len(parts))
	for i, p := range parts {
		out[i] = replace(p, f)
	}
	return out
}
