package claim

import (
	"fmt"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"

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
	out = append(out, checkText(d)...)
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
			out = append(out, Hint{b.Span, []int{i - 1, i}, fmt.Sprintf("the part, %s, is more than the whole, %s", thread.Plain(part), thread.Plain(whole))})
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
			out = append(out, Hint{s.Span, []int{i, i - 1, i + 1}, fmt.Sprintf("%s of %s is %s%%, not %s%%", thread.Plain(part), thread.Plain(whole), thread.Plain(q.Round(1).Trim(0)), thread.Plain(share))})
		}
	}
	return out
}

// A tally is one column of a table with a row for its total.
type tally struct {
	total int   // index in Document.Claims, -1 if none
	rows  []int // of the claims that make it up
	sum   decimal.Decimal
	open  bool // something in the column cannot be added up
}

// tallies reads the columns of tables that can be added up, in the order of
// their totals. Rates, averages and columns with totals of parts are left out, as
// are rows that only tell of which.
func tallies(d *doc.Document) (out []*tally) {
	type key struct{ table, column int }
	byKey := map[key]*tally{}
	for i := range d.Claims {
		c := &d.Claims[i]
		if c.Table < 0 || c.Table >= len(d.Tables) || !amount(c) {
			continue
		}
		k := key{c.Table, c.Column}
		t := byKey[k]
		if t == nil {
			t = &tally{total: -1}
			byKey[k] = t
		}
		t.open = t.open || c.Per != "" || averages(c.ColumnLabel) || averages(c.What)
		switch last := c.Row == len(d.Tables[c.Table].Rows)-1; {
		case isTotal(c.RowLabel), last && startsTotal(c.RowLabel):
			t.open = t.open || t.total >= 0
			t.total = i
			out = append(out, t)
		case startsTotal(c.RowLabel):
			t.open = true // the total of a part
		case ofWhich(c.RowLabel):
		default:
			t.add(c, i)
		}
	}
	kept := out[:0]
	for _, t := range out {
		if !t.open && len(t.rows) > 1 {
			kept = append(kept, t)
		}
	}
	return kept
}

// add takes claim i into the sum.
func (t *tally) add(c *doc.Claim, i int) {
	n, ok := exactly(c)
	if sum, err := t.sum.Add(n); ok && err == nil && t.total < 0 {
		t.sum, t.rows = sum, append(t.rows, i)
		return
	}
	t.open = true // a row below its total as well
}

// startsTotal reports whether a label is of a total, be it of a part.
func startsTotal(label string) bool {
	low := strings.ToLower(strings.Trim(label, " *:."))
	return strings.HasPrefix(low, "total") || strings.HasPrefix(low, "all ") || strings.HasPrefix(low, "subtotal") || strings.HasPrefix(low, "sub-total") || strings.HasPrefix(low, "sub total") ||
		strings.HasPrefix(low, "grand total") || strings.HasSuffix(low, " total") || strings.HasPrefix(low, "sum of")
}

// ofWhich reports whether a row tells a part of the one above it.
func ofWhich(label string) bool {
	low := strings.ToLower(strings.TrimLeft(label, " *–-•"))
	return strings.HasPrefix(low, "of which") || strings.HasPrefix(low, "of whom") || strings.HasPrefix(low, "incl") || strings.HasPrefix(low, "thereof") || strings.HasPrefix(low, "memo")
}

// averages reports whether a header is of what does not add up.
func averages(header string) bool {
	for _, w := range wordsOf(header) {
		switch w {
		case "average", "mean", "median", "rate", "per", "price", "prices", "density", "ratio", "index", "rank", "age", "share", "change", "cumulative", "balance", "stock", "end", "max", "maximum", "minimum", "min":
			return true
		}
	}
	return false
}

// checkTables adds up the columns of tables that have a row for their total.
func checkTables(d *doc.Document) (out []Hint) {
	for _, t := range tallies(d) {
		total, ok := exactly(&d.Claims[t.total])
		if !ok {
			continue
		}
		diff, err := t.sum.SubAbs(total)
		if err != nil || !rounding(total, len(t.rows)).Less(diff) {
			continue
		}
		out = append(out, Hint{d.Claims[t.total].Span, append([]int{t.total}, t.rows...), fmt.Sprintf("the rows add up to %s, the total says %s", thread.Plain(t.sum), thread.Plain(total))})
	}
	return out
}

// maxAway is how many blocks from a table a text may stand that tells its total.
const maxAway = 3

// checkText holds the total of a table against the one that the text near it
// gives for the same: "in all 1,250 houses".
func checkText(d *doc.Document) (out []Hint) {
	for _, t := range tallies(d) {
		c := &d.Claims[t.total]
		total, ok := exactly(c)
		if !ok {
			continue
		}
		for i := range d.Claims {
			x := &d.Claims[i]
			said, ok := exactly(x)
			if !ok || x.Table >= 0 || x.Sentence < 0 || x.Bound != doc.Exact || x.Unit != c.Unit || x.Kind != c.Kind || x.Per != "" || !near(d, x, c) || !inAll(d, x) || !sameHead(x.What, c.What) {
				continue
			}
			diff, err := said.SubAbs(total)
			tenth, err2 := total.Abs().Mul(decimal.MustNew(1, 1))
			if err == nil && err2 == nil && diff.IsPos() && diff.Less(tenth) && rounding(said, 1).Less(diff) {
				out = append(out, Hint{x.Span, []int{i, t.total}, fmt.Sprintf("the text says %s in all, the table %s", thread.Plain(said), thread.Plain(total))})
			}
		}
	}
	return out
}

// near reports whether the text of x stands beside the table of c.
func near(d *doc.Document, x, c *doc.Claim) bool {
	return abs(d.Sentences[x.Sentence].Block-d.Tables[c.Table].Block) <= maxAway
}

// inAll reports whether the words before x say that it is the whole.
func inAll(d *doc.Document, x *doc.Claim) bool {
	from := max(d.Sentences[x.Sentence].Start, 0)
	if from > x.Start || x.Start-from > maxContext {
		return false
	}
	before := " " + strings.ToLower(squeeze(d.Text[from:x.Start])) + " "
	return strings.Contains(before, " in all ") || strings.Contains(before, " total of ") || strings.Contains(before, " altogether ") || strings.Contains(before, " in total ")
}

// sameHead reports whether the last word of what one counts is among the words
// of the other.
func sameHead(a, b string) bool {
	f := strings.Fields(strings.ToLower(a))
	if len(f) == 0 {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(b)) {
		if singular(w) == singular(f[len(f)-1]) {
			return true
		}
	}
	return false
}

func isTotal(label string) bool {
	label, _, _ = strings.Cut(strings.ToLower(strings.Trim(label, " *:.")), "/")
	switch strings.TrimSpace(label) {
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
