package claim

import (
	"fmt"
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// A Hint is a sum that does not come out: something to look at, never an error,
// for figures may be rounded, dated or defined apart.
type Hint struct {
	Span   doc.Span // of the figure that the hint is about
	Claims []int    // indices in Document.Claims, the total first
	Text   string   // with the numbers, in words
}

// Checks does the arithmetic that a document invites: parts above their whole,
// a share that does not fit the two counts beside it, the rows of a table
// against their total, and the total of a table against the text's.
func Checks(d *doc.Document) []Hint {
	var out []Hint
	out = append(out, checkParts(d)...)
	out = append(out, checkShares(d)...)
	out = append(out, checkTables(d)...)
	return out
}

// exactly gives the number of a claim that names one.
func exactly(c *doc.Claim) (decimal.Decimal, bool) {
	if c.Value == nil || c.Vague || c.Bound == doc.Change || c.Kind == doc.ChangeKind {
		return decimal.Decimal{}, false
	}
	return *c.Value, true
}

func amount(c *doc.Claim) bool {
	return c.Kind == doc.Count || c.Kind == doc.Money || c.Kind == doc.Measure
}

// checkParts finds "of whom N" with N above what it is a part of.
func checkParts(d *doc.Document) (out []Hint) {
	for i := 1; i < len(d.Claims); i++ {
		a, b := &d.Claims[i-1], &d.Claims[i]
		if a.Table >= 0 || b.Table >= 0 || a.Sentence != b.Sentence || !amount(a) || a.Kind != b.Kind || a.Unit != b.Unit || a.Per != b.Per {
			continue
		}
		between := strings.ToLower(squeeze(d.Text[min(a.End, b.Start):b.Start]))
		if strings.ContainsAny(between, ")(;") {
			continue // said of something before the brackets
		}
		if !hasAnySuffix(" "+between, " of whom", " of which", " of these", " of them", " including", " among them") {
			continue
		}
		whole, ok := exactly(a)
		part, ok2 := exactly(b)
		if ok && ok2 && whole.Less(part) && (a.Bound == doc.Exact || a.Bound == doc.AtMost || a.Bound == doc.UpTo || a.Bound == doc.LessThan) {
			out = append(out, Hint{b.Span, []int{i - 1, i}, fmt.Sprintf("the part, %s, is more than the whole, %s", plain(part), plain(whole))})
		}
	}
	return out
}

// checkShares finds "31 of the 60 states, or 40 percent": two counts and a share
// in one sentence that do not fit by more than rounding.
func checkShares(d *doc.Document) (out []Hint) {
	for i := 1; i+1 < len(d.Claims); i++ {
		p, w, s := &d.Claims[i-1], &d.Claims[i], &d.Claims[i+1]
		if p.Table >= 0 || s.Table >= 0 || p.Sentence != w.Sentence || w.Sentence != s.Sentence || p.Kind != doc.Count || w.Kind != doc.Count || s.Kind != doc.Percent || s.Bound != doc.Exact {
			continue
		}
		if of := squeeze(strings.ToLower(d.Text[min(p.End, w.Start):w.Start])); of != "of" && of != "of the" && of != "out of" {
			continue
		}
		if gap := strings.ToLower(squeeze(d.Text[min(w.End, s.Start):s.Start])); !hasAnySuffix(gap, "or", "i.e.", "that is", "(", ":", "which is", "e.g.", "namely") {
			continue
		}
		part, ok1 := exactly(p)
		whole, ok2 := exactly(w)
		share, ok3 := exactly(s)
		if !ok1 || !ok2 || !ok3 || !whole.IsPos() {
			continue
		}
		q, err := part.Quo(whole)
		if err != nil {
			continue
		}
		if q, err = q.Mul(decimal.MustNew(100, 0)); err != nil {
			continue
		}
		diff, err := q.SubAbs(share)
		if err == nil && decimal.MustNew(1, 0).Less(diff) {
			out = append(out, Hint{s.Span, []int{i, i - 1, i + 1}, fmt.Sprintf("%s of %s is %s%%, not %s%%", plain(part), plain(whole), plain(q.Round(1).Trim(0)), plain(share))})
		}
	}
	return out
}

// checkTables adds up the columns of tables that have a row for their total.
func checkTables(d *doc.Document) (out []Hint) {
	type key struct{ table, column int }
	sums := map[key]decimal.Decimal{}
	rowsOf := map[key][]int{}
	totals := map[key]int{}
	var order []key
	for i := range d.Claims {
		c := &d.Claims[i]
		if c.Table < 0 || !amount(c) {
			continue
		}
		k := key{c.Table, c.Column}
		if isTotal(c.RowLabel) {
			totals[k] = i
			order = append(order, k)
			continue
		}
		n, ok := exactly(c)
		if !ok {
			rowsOf[k] = append(rowsOf[k], -1)
			continue
		}
		if s, err := sums[k].Add(n); err == nil {
			sums[k] = s
		}
		rowsOf[k] = append(rowsOf[k], i)
	}
	for _, k := range order {
		i := totals[k]
		total, ok := exactly(&d.Claims[i])
		complete := len(rowsOf[k]) > 1
		for _, r := range rowsOf[k] {
			complete = complete && r >= 0
		}
		if !ok || !complete {
			continue
		}
		diff, err := sums[k].SubAbs(total)
		if err != nil || !rounding(total, len(rowsOf[k])).Less(diff) {
			continue
		}
		out = append(out, Hint{d.Claims[i].Span, append([]int{i}, rowsOf[k]...), fmt.Sprintf("the rows add up to %s, the total says %s", plain(sums[k]), plain(total))})
	}
	return out
}

func isTotal(label string) bool {
	switch strings.ToLower(strings.Trim(label, " *:.")) {
	case "total", "totals", "sum", "all", "together", "in all", "grand total", "overall":
		return true
	}
	return false
}

// rounding is how far a total may be from the sum of n rows that are rounded as
// it is: half of its last digit a row.
func rounding(total decimal.Decimal, n int) decimal.Decimal {
	total = total.Trim(0)
	unit := decimal.MustNew(1, total.Scale())
	if total.Scale() == 0 {
		s := total.String()
		for i := len(s) - 1; i > 0 && s[i] == '0'; i-- {
			if u, err := unit.Mul(decimal.MustNew(10, 0)); err == nil {
				unit = u
			}
		}
	}
	room, err := unit.Mul(decimal.MustNew(int64(n), 0))
	if err == nil {
		room, err = room.Quo(decimal.MustNew(2, 0))
	}
	if err != nil {
		return unit
	}
	return room
}

func plain(n decimal.Decimal) string {
	r := Record{Kind: doc.Count, Value: &n}
	return r.number(&n)
}
