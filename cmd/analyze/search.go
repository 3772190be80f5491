package main

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex"

	"github.com/spf13/cobra"
)

// searchFlags are the flags of commands that search.
type searchFlags struct {
	limit                        int
	sort, cursor                 string
	json, csv, facets, any, copy bool
	like, batch                  string
	tiers                        int
	since                        string
	index                        indexFlag
}

func newSearch(g *globals) *cobra.Command {
	var f searchFlags
	c := &cobra.Command{
		Use:   "search QUERY",
		Short: "find documents, passages, figures and names",
		Long: `search finds documents that hold all words of the query, in any of their forms,
best first. Fields and operators ask for more: analyze help query explains
them. What was asked for is shown in bold on a terminal and between « and »
elsewhere; offsets count in what analyze text DOC prints.

--batch takes a list with a query a line, written as here, or a table (CSV) with
a column called query, whose other columns are handed through. In a table whose
heading stands in no quotes, a cell such as "night bus" is a phrase. A list that
is kept is a saved search: with --new-since it tells what is new for each query.`,
		Example: `  analyze search foreign fighters
  analyze search '"foreign fighters" actor:"Islamic State" date:2014..2016'
  analyze search 'claim:fighters from:Tunisia value:>1000' --sort value
  analyze search refugees --facets --json
  analyze search --like returnees-feature.txt
  analyze search --batch queries.csv --tiers 2 > found.csv
  analyze search refugees --new-since 7d
  analyze search --batch saved.txt --new-since last`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && f.like == "" && f.batch == "" && f.since == "" {
				return usagef("there is no query: analyze help query tells how to write one")
			}
			r, err := f.index.open(c, g)
			if err != nil {
				return err
			}
			if f.batch != "" {
				return errors.Join(f.answerBatch(c, r), r.Close())
			}
			res, err := f.search(c, r, strings.Join(args, " "))
			if err = errors.Join(err, r.Close()); err != nil {
				return err
			}
			return f.print(c.OutOrStdout(), res)
		},
	}
	f.index.add(c)
	fl := c.Flags()
	fl.IntVar(&f.limit, "limit", 20, "hits to print")
	fl.StringVar(&f.sort, "sort", "relevance", "order: relevance, date, date-asc, value, value-asc")
	fl.StringVar(&f.cursor, "cursor", "", "go on behind an earlier page, with the cursor that it printed")
	fl.BoolVar(&f.json, "json", false, "print JSON: query, total, hits, facets, cursor")
	fl.BoolVar(&f.csv, "csv", false, "print hits as CSV")
	fl.BoolVar(&f.facets, "facets", false, "count hits by actor, place, source, year and kind")
	fl.BoolVar(&f.any, "any", false, "rank what holds any of the words")
	fl.StringVar(&f.like, "like", "", "find documents like this one; a query narrows them down")
	fl.StringVar(&f.batch, "batch", "", "answer the queries of a file, a list or CSV (- for standard input), as CSV")
	fl.IntVar(&f.tiers, "tiers", 1, "with --batch, look again with 1 (2) or 2 letters wrong (3), less what was found before")
	fl.StringVar(&f.since, "new-since", "", "only documents that are new or changed since a run (its number, or last for what the last one brought), a date, or a time back (24h, 7d, 2w)")
	fl.BoolVar(&f.copy, "copies", false, "list copies of other documents as well")
	return c
}

func (f *searchFlags) search(c *cobra.Command, r index.Reader, query string) (*index.Results, error) {
	if f.limit < 0 {
		return nil, usagef("--limit %d is less than 0", f.limit)
	}
	if !slices.Contains(index.Sorts, index.Sort(f.sort)) {
		return nil, usagef("--sort %q is not known: relevance, date, date-asc, value, value-asc or doc", f.sort)
	}
	req := index.Request{Query: query, Limit: f.limit, Cursor: f.cursor, Sort: index.Sort(f.sort), Facets: f.facets, Any: f.any, Copies: f.copy}
	if f.sort == string(index.ByRelevance) {
		req.Sort = ""
	}
	if f.like != "" {
		q, err := index.Like(c.Context(), r, f.like)
		if err != nil {
			return nil, err
		}
		if query != "" {
			narrow, err := index.Parse(query)
			if err != nil {
				return nil, queryError(err)
			}
			q = index.And{Parts: []index.Query{narrow, q}}
		}
		req.Parsed, req.Without = q, []string{f.like}
	}
	if f.since != "" {
		docs, err := sinceRun(c, r, f.since)
		if err != nil {
			return nil, err
		}
		req.Docs = docs
	}
	res, err := index.Do(c.Context(), r, req)
	return res, queryError(err)
}

// sinceRun are the documents that are new or changed since a run or a time; it
// says which run was the last, for the next time.
func sinceRun(c *cobra.Command, any index.Reader, since string) ([]string, error) {
	r, ok := any.(*bleveindex.Reader)
	if !ok {
		return nil, usagef("--new-since goes with the index of the work folder only")
	}
	runs, err := r.Runs()
	if err != nil {
		return nil, err
	}
	after, err := runBefore(runs, since, time.Now())
	if err != nil {
		return nil, err
	}
	if len(runs) > 0 {
		last := runs[len(runs)-1]
		fmt.Fprintf(c.ErrOrStderr(), "analyze: the last run that changed documents is run %d of %s; --new-since %d finds what comes after\n",
			last.Number, last.Time.Local().Format("2006-01-02 15:04"), last.Number)
	}
	return r.Since(after)
}

// runBefore is the number of the run after which there is what is new since:
// the number of a run, last for what the last one brought, a date or moment, or
// a time back from now such as 24h, 7d, 2w.
func runBefore(runs []bleveindex.Run, since string, now time.Time) (int, error) {
	if n, err := strconv.Atoi(since); err == nil && n >= 0 && len(since) < 4 {
		return n, nil
	}
	if since == "last" {
		if len(runs) == 0 {
			return 0, nil
		}
		return runs[len(runs)-1].Number - 1, nil
	}
	moment, ok := momentOf(since, now)
	if !ok {
		return 0, usagef("--new-since %q is no run: give its number, or last, a date such as 2016-05-30, or a time such as 24h, 7d, 2w", since)
	}
	before := 0
	for _, r := range runs {
		if r.Time.Before(moment) {
			before = r.Number
		}
	}
	return before, nil
}

// momentOf reads a date, a moment, or a time back from now.
func momentOf(s string, now time.Time) (time.Time, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04", "2006-01-02 15:04", "2006-01", "2006"} {
		if t, err := time.ParseInLocation(layout, s, now.Location()); err == nil {
			return t, true
		}
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, true
	}
	if n, err := strconv.Atoi(strings.TrimRight(s, "hdw")); err == nil && n >= 0 && n < 1e5 {
		switch strings.TrimLeft(s, "0123456789") {
		case "h":
			return now.Add(-time.Duration(n) * time.Hour), true
		case "d":
			return now.AddDate(0, 0, -n), true
		case "w":
			return now.AddDate(0, 0, -7*n), true
		}
	}
	return time.Time{}, false
}

func (f *searchFlags) print(w io.Writer, res *index.Results) error {
	switch {
	case f.json:
		return printJSON(w, res)
	case f.csv:
		return printHitsCSV(w, res)
	}
	return printHits(w, res)
}

// marksFor are what stands around what was asked for on w: bold letters on a
// terminal, else guillemets.
func marksFor(w io.Writer) (open, end string) {
	if columnsOf(w) > 0 && os.Getenv("NO_COLOR") == "" {
		return boldOn, boldOff
	}
	return "«", "»"
}

func printHits(w io.Writer, res *index.Results) error {
	open, end := marksFor(w)
	columns := columnsOf(w)
	var b strings.Builder
	for _, n := range res.Notes {
		b.WriteString(folded("note: "+n, "    ", true, columns))
	}
	if res.DidYouMean != nil {
		fmt.Fprintf(&b, "did you mean: %s\n", *res.DidYouMean)
	}
	for i := range res.Hits {
		printHit(&b, &res.Hits[i], open, end, columns)
	}
	fmt.Fprintf(&b, "%s\n", countOf(res.Total, res.Kind))
	printFacets(&b, res, columns)
	if res.Cursor != nil {
		fmt.Fprintf(&b, "more: --cursor %s\n", *res.Cursor)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func countOf(n int, kind string) string {
	switch {
	case n == 1:
		return "1 " + kind
	case kind == "entity":
		return fmt.Sprintf("%d entities", n)
	}
	return fmt.Sprintf("%d %ss", n, kind)
}

func printHit(b *strings.Builder, h *index.Hit, open, end string, columns int) {
	b.WriteString(folded(hitHead(h), "    ", true, columns))
	for _, s := range []string{h.Shown.Marked(open, end), alsoIn(h.Copies)} {
		if s != "" {
			b.WriteString(folded(s, "    ", false, columns))
		}
	}
	b.WriteByte('\n')
}

// hitHead tells what a hit is and where it stands.
func hitHead(h *index.Hit) string {
	if h.Entity != nil {
		kind := strings.ToLower(cmp.Or(h.Entity.Subtype, h.Entity.Type))
		return fmt.Sprintf("%s (%s), named %s in %s", h.Title, kind, countOf(h.Entity.Mentions, "time"), countOf(h.Entity.Docs, "document"))
	}
	parts := []string{fmt.Sprintf("%s:%d-%d", h.Doc, h.Start, h.End)}
	if h.Claim != nil {
		parts = append(parts, claimLine(h))
	} else {
		for _, s := range []string{h.Title, deref(h.Date)} {
			if s != "" {
				parts = append(parts, strings.Join(strings.Fields(s), " "))
			}
		}
	}
	return strings.Join(parts, "  ")
}

// alsoIn names the first of the documents and counts the others.
func alsoIn(docs []string) string {
	switch n := len(docs); {
	case n == 0:
		return ""
	case n > 4:
		return fmt.Sprintf("also in %s and %d others", strings.Join(docs[:3], ", "), n-3)
	}
	return "also in " + strings.Join(docs, ", ")
}

// claimLine tells what a claim says, where, when and on whose word.
func claimLine(h *index.Hit) string {
	parts := []string{strings.Join(strings.Fields(h.Claim.Text), " ")}
	if h.Claim.What != "" && !strings.Contains(h.Claim.Text, h.Claim.What) {
		parts[0] += " (" + strings.Join(strings.Fields(h.Claim.What), " ") + ")"
	}
	if h.Claim.Place != "" {
		parts = append(parts, strings.ReplaceAll(h.Claim.Place, ";", ", "))
	}
	for _, s := range []string{h.Claim.Time, h.Claim.Source} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

func printFacets(b *strings.Builder, res *index.Results, columns int) {
	for _, name := range []string{"actor", "place", "source", "year", "kind", "language", "unit"} {
		counts := res.Facets[name]
		if len(counts) == 0 {
			continue
		}
		var list []string
		for _, c := range counts {
			list = append(list, fmt.Sprintf("%s %d", cmp.Or(c.Label, c.Value), c.Count))
		}
		b.WriteString(folded("by "+name+": "+strings.Join(list, ", "), "    ", true, columns))
	}
}

// hitColumns are the columns of hits of each kind behind those of all.
var hitColumns = map[string][]string{
	index.Claim.String():  {"low", "high", "bound", "unit", "what", "place", "time", "source", "thread"},
	index.Entity.String(): {"type", "subtype", "mentions", "documents", "country", "lat", "lon", "aliases"},
}

func printHitsCSV(w io.Writer, res *index.Results) error {
	c := csv.NewWriter(w)
	rows := [][]string{append([]string{"kind", "doc", "start", "end", "id", "score", "title", "date", "snippet"}, hitColumns[res.Kind]...)}
	for i := range res.Hits {
		h := &res.Hits[i]
		row := []string{h.Kind, h.Doc, strconv.Itoa(h.Start), strconv.Itoa(h.End), h.ID,
			strconv.FormatFloat(h.Score, 'g', 6, 64), h.Title, deref(h.Date), h.Snippet}
		rows = append(rows, append(row, hitCells(h)...))
	}
	return c.WriteAll(rows)
}

// hitCells are the cells of hitColumns.
func hitCells(h *index.Hit) []string {
	number := func(v any) string {
		b, err := json.Marshal(v)
		if err != nil || string(b) == "null" {
			return ""
		}
		return string(b)
	}
	switch {
	case h.Claim != nil:
		f := h.Claim
		return []string{number(f.Low), number(f.High), f.Bound, f.Unit, f.What, f.Place, f.Time, f.Source, f.Thread}
	case h.Entity != nil:
		e := h.Entity
		lat, lon := "", ""
		if e.HasPoint {
			lat, lon = number(e.Lat), number(e.Lon)
		}
		return []string{e.Type, e.Subtype, strconv.Itoa(e.Mentions), strconv.Itoa(e.Docs), e.Country, lat, lon, strings.Join(e.Aliases, ";")}
	}
	return nil
}
