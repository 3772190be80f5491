package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/report"

	"github.com/govalues/decimal"
	"github.com/spf13/cobra"
)

// A claimFilter keeps the claims that a reader asks for.
type claimFilter struct {
	what, place, time, source, doc string
	min, max                       string
	low, high                      *decimal.Decimal
	repeats                        bool
}

func newClaims(g *globals) *cobra.Command {
	var f claimFilter
	var asJSON bool
	c := &cobra.Command{
		Use:   "claims",
		Short: "list figures by thing, place, time, source and value",
		Example: `  analyze claims --what fighters --place Tunisia --min 1000
  analyze claims --source Soufan --json`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := f.parse(); err != nil {
				return err
			}
			coll, _, err := g.load(c)
			if err != nil {
				return err
			}
			return listClaims(c.OutOrStdout(), coll, &f, asJSON)
		},
	}
	fl := c.Flags()
	fl.StringVar(&f.what, "what", "", "what is counted holds these words")
	fl.StringVar(&f.place, "place", "", "a place of the claim, in any role")
	fl.StringVar(&f.time, "time", "", "the time begins so: 2015, 2015-12")
	fl.StringVar(&f.source, "source", "", "who says so holds these words")
	fl.StringVar(&f.doc, "doc", "", "documents whose name holds this")
	fl.StringVar(&f.min, "min", "", "at least this value")
	fl.StringVar(&f.max, "max", "", "at most this value")
	fl.BoolVar(&f.repeats, "repeats", false, "with those that repeat others")
	fl.BoolVar(&asJSON, "json", false, "print records as JSON Lines")
	return c
}

func (f *claimFilter) parse() (err error) {
	if f.low, err = number(f.min); err == nil {
		f.high, err = number(f.max)
	}
	return err
}

// number reads the value of a flag, nil for "".
func number(s string) (*decimal.Decimal, error) {
	if s == "" {
		return nil, nil
	}
	d, err := decimal.Parse(strings.ReplaceAll(s, ",", ""))
	if err != nil {
		return nil, usagef("%q is no number", s)
	}
	return &d, nil
}

func (f *claimFilter) keeps(c *doc.Claim, r *record.Claim) bool {
	holds := func(in *string, words string) bool {
		return words == "" || in != nil && strings.Contains(strings.ToLower(*in), strings.ToLower(words))
	}
	if !holds(r.What, f.what) || !holds(r.Source, f.source) || !holds(&r.Doc, f.doc) || r.DuplicateOf != nil && !f.repeats {
		return false
	}
	if f.time != "" && (r.Time == nil || !strings.HasPrefix(*r.Time, f.time)) {
		return false
	}
	if f.place != "" {
		at := false
		for _, p := range c.Places {
			at = at || strings.EqualFold(p.Name, f.place)
		}
		if !at {
			return false
		}
	}
	return f.within(c)
}

// within reports whether what c asserts meets the range from low to high.
func (f *claimFilter) within(c *doc.Claim) bool {
	low, high := c.Low, c.High
	if low == nil && high == nil {
		low, high = c.Value, c.Value
	}
	if low == nil && high == nil {
		return f.low == nil && f.high == nil
	}
	if f.low != nil && high != nil && high.Cmp(*f.low) < 0 {
		return false
	}
	return f.high == nil || low == nil || low.Cmp(*f.high) <= 0
}

func listClaims(w io.Writer, coll *doc.Collection, f *claimFilter, asJSON bool) error {
	out := record.NewJSONL(w)
	for d, err := range coll.Documents() {
		if err != nil {
			return err
		}
		for i, r := range record.Claims(d) {
			if !f.keeps(&d.Claims[i], &r) {
				continue
			}
			if asJSON {
				err = out.Write(r)
			} else {
				_, err = fmt.Fprintf(w, "%-22s %-28s %-20s %-12s %-28s %s\n", report.Amount(&r), cmp.Or(deref(r.What), "-"),
					cmp.Or(strings.ReplaceAll(deref(r.Place), ";", ", "), "-"), cmp.Or(deref(r.Time), "-"), cmp.Or(deref(r.Source), "the author"), r.ID)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func newThreads(g *globals) *cobra.Command {
	var relation, topic string
	var asJSON bool
	c := &cobra.Command{
		Use:   "threads",
		Short: "list the figures that several sources tell, conflicts first",
		Example: `  analyze threads
  analyze threads --relation conflict`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			coll, _, err := g.load(c)
			if err != nil {
				return err
			}
			out := record.NewJSONL(c.OutOrStdout())
			for _, want := range []string{"conflict", "update", "agree", "differs"} {
				for i := range coll.Threads {
					t := &coll.Threads[i]
					if t.Relation != want || relation != "" && relation != want || !strings.Contains(strings.ToLower(t.Topic), strings.ToLower(topic)) {
						continue
					}
					if asJSON {
						err = out.Write(record.OfThread(t))
					} else if err = showThread(c.OutOrStdout(), coll, t, false); err == nil {
						_, err = fmt.Fprintln(c.OutOrStdout())
					}
					if err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&relation, "relation", "", "only conflict, update, agree or differs")
	c.Flags().StringVar(&topic, "topic", "", "the topic holds these words")
	c.Flags().BoolVar(&asJSON, "json", false, "print records as JSON Lines")
	return c
}
