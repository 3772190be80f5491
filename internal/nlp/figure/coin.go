package figure

import (
	"sort"
	"strings"

	"analyze/internal/doc"
)

// lowerSigns are short names of money that several countries share; they stand
// apart before a number, in small letters too.
var lowerSigns = map[string]string{"sh": "shilling", "shs": "shilling", "rs": "rupee", "kr": "krone"}

// sumSigns are short words that mean money only before what must be a sum.
var sumSigns = map[string]string{"Le": "SLL", "Br": "ETB"}

// looseSign returns the code of a short or full name of money before the number
// at piece i, and the piece that it begins at, -1 where there is none.
func (r *reader) looseSign(i int) (string, int) {
	j := i - 1
	if r.low(j) == "." && r.glued(j) {
		j--
	}
	if !r.is(j, word) || r.glued(j) && r.is(j-1, word) {
		return "", -1
	}
	if name := lowerSigns[strings.TrimSuffix(r.low(j), ".")]; name != "" && !r.ps[j].caps && !r.glued(i) {
		return r.sharedCode(name, i), j
	}
	if r.raw(j) == "K" && j == i-1 && r.is(i, digits) && r.low(i+1) != "-" {
		if code := r.homeMoney("kwacha", "", i); code != "" {
			return code, j
		}
		return "", -1
	}
	if code := sumSigns[r.raw(j)]; code != "" && j == i-1 && r.sum(i) {
		return code, j
	}
	if code := r.coinBefore(i); code != "" {
		return code, i - 1
	}
	return "", -1
}

// sum reports whether the number at piece i is written as sums are: in
// thousands, with a decimal part, or before a scale.
func (r *reader) sum(i int) bool {
	if !r.is(i, digits) {
		return false
	}
	switch r.ps[i].lex.shape {
	case grouped, decimals:
		return true
	}
	w := numberWords[r.low(i+1)]
	_, letter := glueScales[r.low(i+1)]
	return w.class == scale && r.low(i+1) != "score" || letter && (r.glued(i+1) || len(r.low(i+1)) > 1)
}

// sharedCode returns the code of shillings or rupees before the number at piece
// i: of the country that the text speaks of, else those that have most users.
func (r *reader) sharedCode(name string, i int) string {
	code := name
	switch name {
	case "rupee":
		code = currencySigns["Rs"]
	case "shilling":
		code = currencySigns["Sh"]
	}
	return r.homeMoney(name, code, i)
}

// unsaid names of money are other words too, or names of people, where they
// stand before a number.
var unsaid = set("won sol real crown crowns mark marks dong lek lev leva lei leu dram birr's sterling bucks kip sen rand pula colon guarani forint's bitcoin bitcoins greenback quid kina kuna loti lari sucre inti")

// coinBefore returns the code of the money named in full before the number at
// piece i, as some reports write it: "Birr 4,300", "Naira 2 million".
func (r *reader) coinBefore(i int) string {
	j := i - 1
	if !r.is(j, word) || !r.ps[j].upper || r.glued(i) || !r.is(i, digits) || len(r.low(j)) < 4 || unsaid[r.low(j)] || r.is(j-1, digits) || r.glued(j) && r.low(j-1) == "-" {
		return ""
	}
	if r.ps[i].lex.shape == plainInt && r.ps[i].lex.ints == 4 && !r.sum(i) && r.ps[i].lex.val.Cmp(num(1900)) >= 0 && r.ps[i].lex.val.Cmp(num(2050)) <= 0 {
		return ""
	}
	if c, ok := commonMoney[r.low(j)]; ok && c != "" {
		return r.homeMoney(r.low(j), c, i)
	}
	if c, n := currencyNames.at(r.ps, j); n == 1 {
		return c
	}
	return ""
}

// tableMoney returns the unit of the shared sign of a table: that of the sums
// of the text before it, else the name that several countries use.
func (r *reader) tableMoney(name string) string {
	for i := len(r.d.Figures) - 1; i >= 0 && i > len(r.d.Figures)-maxPlaces; i-- {
		for _, c := range sharedMoney[name] {
			if r.d.Figures[i].Unit == c {
				return c
			}
		}
	}
	return name
}

// sumNouns are nouns whose number is a sum where the text speaks of money.
var sumNouns = set("deficit deficits surplus surpluses arrears debt debts savings revenue revenues cost costs expenditure expenditures spending budget budgets receipts proceeds earnings wages profit profits liabilities funding income overdraft")

// maxSums bounds the figures that are looked back at for a sum.
const maxSums = 8

// sumOf gives q, a number in thousands or with a scale that p is told to come
// to, the money of the last sum before it where p can be nothing else.
func (r *reader) sumOf(q *quant, p np) bool {
	if !sumNouns[r.low(p.head)] || q.f.Kind != doc.Count || q.f.Unit != "" || isOne(q.n.scale) {
		return false
	}
	at := sort.Search(len(r.qs), func(i int) bool { return r.qs[i].first >= q.first })
	for i := at - 1; i >= 0 && i >= at-maxSums; i-- {
		if b := &r.qs[i]; b.level() == doc.Money {
			r.asSum(q, b.f.Unit)
			return true
		}
	}
	for i := len(r.d.Figures) - 1; i >= 0 && i >= len(r.d.Figures)-maxSums; i-- {
		if f := &r.d.Figures[i]; f.Kind == doc.Money {
			r.asSum(q, f.Unit)
			return true
		}
	}
	return false
}

// paidOut are participles behind a number of money, payers verbs before it.
var (
	paidOut = set("lost spent allocated disbursed paid collected borrowed released budgeted earmarked owed stolen invested saved earned recovered repaid squandered embezzled")
	payers  = set("spend spends spent spending allocate allocated release released disbursed borrow borrowed collect collected owe owes owed repay repaid earn earned raise raised invest invested")
)

// sums are nouns that are told in money alone.
var sums = set("sum award compensation damages fine bill price costs payout ransom bribe debt loan grant")

// fromBudget takes bare millions that are spent, lost or owed for the money of
// the last sum told: "24.7 billion was lost to fraud".
func (r *reader) fromBudget(i int) {
	q := &r.qs[i]
	if q.f.Unit != "" || q.f.Kind != doc.Count || q.n.scale.Cmp(num(1e6)) < 0 || q.f.Per != "" {
		return
	}
	j := q.end
	for auxiliary[r.low(j)] {
		j++
	}
	p, ok := r.nearSubject(q.first)
	if !(j > q.end && paidOut[r.low(j)]) && !payers[r.low(r.beforeFillers(q.first))] && !(ok && sums[r.low(p.head)]) {
		return
	}
	for k := len(r.d.Figures) - 1; k >= 0 && k >= len(r.d.Figures)-4*maxSums; k-- {
		if f := &r.d.Figures[k]; f.Kind == doc.Money && f.Unit != "penny" {
			r.asSum(q, f.Unit)
			q.bare = false
			return
		}
	}
}

func (r *reader) asSum(q *quant, unit string) {
	q.f.Kind, q.f.Unit = doc.Money, unit
	if q.pairWith >= 0 && r.qs[q.pairWith].f.Unit == "" && r.qs[q.pairWith].f.Kind == doc.Count {
		p := &r.qs[q.pairWith]
		p.f.Kind, p.f.Unit, p.bare = doc.Money, unit, false
	}
}
