package train

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
)

// folded is the file that is asked in parts.
const folded = "wikigold.jsonl"

// Folds trains n times, each time without one text in n of wikigold, and scores
// each model on the texts that it has not seen: exact spans of persons,
// organisations and places by the tagger alone. each is told the scores of a
// part as soon as they are known; what is returned is over all. The error is that
// of [Run], or of a text that cannot be read. A model here is of one member, where that
// of [Run] is the mean of four.
func Folds(ctx context.Context, cfg Config, n int, each func(part int, s Scores)) (Scores, error) {
	cfg.members = cmp.Or(cfg.members, 1)
	cfg = cfg.filled()
	records, err := readFile(filepath.Join(cfg.Data, "names"), folded)
	if err != nil {
		return nil, err
	}
	if n < 2 || n > len(records) {
		return nil, fmt.Errorf("%s has %d texts, which cannot be asked in %d parts", folded, len(records), n)
	}
	of := foldOf(records, n)
	hold, all := cfg.hold, Scores{}
	for part := range n {
		cfg.hold = func(id string) bool { return of(id) == part || hold(id) }
		m, _, err := Run(ctx, cfg)
		if err != nil {
			return nil, err
		}
		var rest []record
		for _, r := range records {
			if of(r.ID) == part {
				rest = append(rest, r)
			}
		}
		s := score(rest, false, FinderOf(m, cfg.Tokenize), nil)
		each(part+1, s)
		for ty, v := range s {
			sum := all[ty]
			sum.add(v)
			all[ty] = sum
		}
	}
	return all, nil
}

// foldOf deals records out to n parts in turn; what is none of them is in part -1.
func foldOf(records []record, n int) func(id string) int {
	of := map[string]int{}
	for i, r := range records {
		of[r.ID] = i % n
	}
	return func(id string) int {
		if part, ok := of[id]; ok {
			return part
		}
		return -1
	}
}
