package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"analyze/internal/doc"
)

// skippedLine tells how many numbers were seen and not read as figures.
func skippedLine(count map[string]int) string {
	type reason struct {
		name string
		n    int
	}
	var list []reason
	total := 0
	for name, n := range count {
		list = append(list, reason{name, n})
		total += n
	}
	slices.SortFunc(list, func(a, b reason) int { return cmp.Or(b.n-a.n, strings.Compare(a.name, b.name)) })
	var parts []string
	for _, r := range list {
		parts = append(parts, fmt.Sprintf("%s %d", r.name, r.n))
	}
	if total == 0 {
		return "every number was read as a figure"
	}
	return fmt.Sprintf("%d numbers are no figures: %s", total, strings.Join(parts, ", "))
}

// listSkipped lists the numbers that were not read as figures.
func listSkipped(w io.Writer, coll *doc.Collection) error {
	for d, err := range coll.Documents() {
		if err != nil {
			return err
		}
		for _, s := range d.Skipped {
			if _, err := fmt.Fprintf(w, "%s:%d\t%s\t%s\n", d.ID, s.Start, s.Reason, strings.Join(strings.Fields(d.Slice(s.Span)), " ")); err != nil {
				return err
			}
		}
	}
	return nil
}
