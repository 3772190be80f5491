package figure

import (
	"cmp"
	"strings"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// shortSigns are codes of one or two letters that mean money only where they
// touch the number.
var shortSigns = map[string]bool{"R": true, "N": true, "Re": true, "ID": true, "SR": true, "MT": true, "DA": true, "DT": true, "LE": true, "LL": true, "MK": true, "Dh": true, "JD": true, "KD": true, "QR": true, "ZK": true, "PS": true, "Sh": false}

// moneyBefore returns the piece where the sign or code of a currency before
// piece i begins, -1 if there is none.
func (r *reader) moneyBefore(i int) int {
	if i > 0 && r.low(i-1) == "-" && r.glued(i) && r.glued(i-1) {
		return -1
	}
	_, at := r.codeBefore(i)
	return at
}

func (r *reader) codeBefore(i int) (string, int) {
	if i < 1 {
		return "", -1
	}
	t := r.raw(i - 1)
	if i > 1 {
		for _, both := range [...]string{r.raw(i-2) + t} {
			if c := currencySigns[both]; c != "" && (len(r.raw(i-2)) > 1 || r.raw(i-2) == "$" || r.glued(i-1)) && (len(t) < 4 && r.ps[i-1].form == sign || r.raw(i-2) == "$") {
				return c, i - 2
			}
		}
	}
	if code, at := r.looseSign(i); at >= 0 {
		return code, at
	}
	if t == "." && r.glued(i-1) && i > 1 && r.is(i-2, word) && r.ps[i-2].upper && len(r.raw(i-2)) <= 4 && currencySigns[r.raw(i-2)] != "" && len(r.raw(i-2)) > 1 {
		return currencySigns[r.raw(i-2)], i - 2
	}
	if r.is(i-1, word) && r.glued(i-1) && i > 1 && (r.low(i-2) == "-" || r.is(i-2, word)) {
		return "", -1
	}
	if code, _ := scaledCode(t); code != "" {
		return code, i - 1
	}
	c := currencySigns[t]
	if t == "PS" && !r.poundSum(i) {
		return "", -1
	}
	if c == "" || shortSigns[t] && !r.glued(i) || strings.ToLower(t) == t && r.is(i-1, word) && t != "rs." && t != "usd" && t != "eur" && t != "gbp" && t != "zł" {
		return "", -1
	}
	return c, i - 1
}

// poundSum reports whether the number at i is a sum behind "PS", as a pound
// sign comes out where texts are made plain ASCII, and no model.
func (r *reader) poundSum(i int) bool {
	s := r.ps[i].lex.shape
	_, scaled := glueScales[r.low(i+1)]
	return s == grouped || s == decimals || scaled && r.glued(i+1) || r.low(i+1) == "," && r.glued(i+1) && r.glued(i+2) && r.is(i+2, digits)
}

// percentAt returns the unit and the number of pieces of a percent sign or
// word at j.
func (r *reader) percentAt(j int) (string, int) {
	switch r.low(j) {
	case "%", "percent", "percents", "pct", "pct.", "percentage", "percent.", "p.c.":
		switch next := r.low(j + 1); next {
		case "point", "points":
			return "percentage point", 2
		}
		return "percent", 1
	case "per":
		if next := strings.TrimSuffix(r.low(j+1), "."); next == "cent" {
			if l := r.low(j + 2); l == "points" || l == "point" {
				return "percentage point", 3
			}
			return "percent", 2
		}
	case "pc":
		if r.glued(j) && r.is(j-1, digits) {
			return "percent", 1
		}
	case "pp", "ppt", "ppts":
		if !r.glued(j) && (!r.is(j-1, digits) || r.ps[j-1].lex.shape != decimals && changeBehind[r.low(j+1)] == "" && changeParticles[r.low(j-2)] == "" && r.low(j-2) != "by") {
			return "", 0
		}
		return "percentage point", 1
	case "point", "points":
		if r.low(j-1) == "a" && r.low(j-2) == "half" || r.low(j-1) == "half" || r.low(j-1) == "quarter" && !r.is(j-2, digits) || r.low(j-1) == "-" && (r.low(j-2) == "half" || r.low(j-2) == "quarter") {
			return "percentage point", 1 // "half a point", "a quarter-point cut"
		}
	case "percentage-point", "percentage-points":
		return "percentage point", 1
	case "basis":
		if l := r.low(j + 1); l == "point" || l == "points" {
			return "basis point", 2
		}
	case "basis-point", "bps", "bp":
		if r.raw(j) == "BP" {
			return "", 0
		}
		return "basis point", 1
	case "‰":
		return "permille", 1
	}
	return "", 0
}

// moneyAt returns the code and the number of pieces of a currency's name or
// code at j, behind numeral n.
func (r *reader) moneyAt(j int, n *numeral) (string, int) {
	if code, m := currencyOf.at(r.ps, j); m > 0 {
		if _, k := currencyNames.at(r.ps, j+m); k > 0 {
			return code, m + k
		}
		if _, ok := commonMoney[r.low(j+m)]; ok {
			return code, m + 1
		}
	}
	low := r.low(j)
	if c, m := currencyNames.at(r.ps, j); m > 1 {
		return c, m
	}
	if c, ok := commonMoney[low]; ok {
		if (low == "pounds" || low == "pound" || low == "marks") && !r.spends(n) || low == "won" && (n.val.Cmp(num(100)) < 0 || beaten[r.low(j+1)]) || (low == "crown" || low == "crowns") && !r.spends(n) {
			return "", 0
		}
		return r.homeMoney(low, c, j), 1
	}
	if c, m := currencyNames.at(r.ps, j); m > 0 {
		if low == "leone" && r.low(j-1) == "sierra" {
			return "", 0
		}
		if (low == "sol" || low == "rand" || low == "lei" || low == "lev" || low == "dram" || low == "dong") && !r.is(j, word) {
			return "", 0
		}
		if m == 1 {
			c = r.homeMoney(low, c, j)
		}
		return c, m
	}
	if c := cents[low]; c != "" {
		return c, 1
	}
	if code, v := scaledCode(r.raw(j)); code != "" && isOne(n.scale) {
		if p, ok := times(n.val, v); ok {
			n.val, n.scale = p, v
			return code, 1
		}
	}
	if t := r.raw(j); len(t) == 3 && r.ps[j].caps || r.is(j, sign) && r.glued(j) {
		if c := currencySigns[t]; c != "" && !r.is(j+1, digits) {
			return c, 1
		}
	}
	return "", 0
}

// scaledCode reads the code of a currency with a scale before it, as reports
// to shareholders write it: MEUR, TSEK.
func scaledCode(t string) (string, decimal.Decimal) {
	if len(t) != 4 {
		return "", num(1)
	}
	var scale decimal.Decimal
	switch t[0] {
	case 'M':
		scale = num(1e6)
	case 'T', 'K', 'k':
		scale = num(1e3)
	case 'B':
		scale = num(1e9)
	}
	if scale.IsZero() || currencySigns[t[1:]] != t[1:] {
		return "", num(1)
	}
	return t[1:], scale
}

var spending = map[string]bool{"cost": true, "costs": true, "paid": true, "pay": true, "pays": true, "worth": true, "spent": true, "spend": true, "spends": true, "price": true, "prices": true, "priced": true, "fined": true, "fine": true, "fee": true, "fees": true, "earn": true, "earns": true, "earned": true, "salary": true, "wage": true, "wages": true, "budget": true, "debt": true, "debts": true, "grant": true, "grants": true, "owed": true, "owes": true, "raise": true, "raised": true, "sold": true, "bought": true, "value": true, "valued": true, "charge": true, "charged": true, "rent": true, "income": true, "stole": true, "reward": true, "bribe": true, "donated": true, "revenue": true, "profit": true}

// spends reports whether pounds behind n are money and no weight.
func (r *reader) spends(n *numeral) bool {
	if n.scale.Cmp(num(1000)) >= 0 || n.val.Cmp(num(20000)) > 0 {
		return true
	}
	for j := max(0, n.first-12); j < n.first; j++ {
		if spending[r.low(j)] {
			return true
		}
	}
	return false
}

// beaten stand behind "won" where it is a verb.
var beaten = set("by the a an his her its their")

// unitAt returns the number of pieces of the percent sign, currency or measure
// at j, 0 if there is none there.
func (r *reader) unitAt(j int) int {
	j = r.skipHyphen(j)
	if _, n := r.percentAt(j); n > 0 {
		return n
	}
	if _, n := r.measureAt(j, false); n > 0 {
		return n
	}
	if r.low(j) == "won" && beaten[r.low(j+1)] {
		return 0
	}
	if _, n := currencyNames.at(r.ps, j); n > 0 {
		return n
	}
	if _, ok := commonMoney[r.low(j)]; ok && r.low(j) != "won" {
		return 1
	}
	return 0
}

// sizeWords follow a length and settle that "m" or "in" is one.
var sizeWords = map[string]bool{"long": true, "high": true, "wide": true, "deep": true, "tall": true, "thick": true, "above": true, "below": true, "away": true, "in": true, "by": true, "x": true, "×": true, "of": true, "and": true, "or": true, "-": true, "class": true, "deeper": true, "higher": true, "longer": true, "across": true, "square": true, "range": true, "radius": true, "depth": true, "level": true, "mark": true, "apart": true}

// measureAt returns the measure at j and its number of pieces; letters that
// mean a unit only behind digits need them there.
func (r *reader) measureAt(j int, inWords bool) (unit, int) {
	us, n := units.at(r.ps, j)
	if n == 1 && len(us) > 1 && !inWords {
		for _, u := range us {
			if len(u.symbol) > 1 && u.symbol != "in" && u.symbol == r.raw(j) {
				return u, n // "Mt" and not "mt"
			}
		}
	}
	for _, u := range us {
		if u.symbol == "" {
			if r.notMeasure(u, j, j+n) {
				return unit{}, 0
			}
			return u, n
		}
		if inWords || n == 1 && r.raw(j) != u.symbol {
			continue
		}
		if len(u.symbol) == 1 && !r.glued(j) && !sizeWords[r.low(j+1)] && r.is(j+1, word) && !stopWords[r.low(j+1)] {
			continue
		}
		if u.symbol == "in" && !r.glued(j) && (!sizeWords[r.low(j+1)] || r.low(j+1) == "in") {
			continue
		}
		return u, n
	}
	return unit{}, 0
}

// heatWords let a letter behind a number mean degrees.
var heatWords = set("temperature temperatures degrees degree weather heat heatwave hot cold frost warm warmed mercury thermometer freezing celsius fahrenheit fever chill hottest coldest highs lows °")

// heatAt reads the "C" of "-21C" at piece j as degrees: behind a minus, or
// where heat is spoken of nearby.
func (r *reader) heatAt(n *numeral, j int) (unit, bool) {
	t := r.raw(j)
	if t != "C" && t != "F" || !r.glued(j) || n.inWords || n.val.Cmp(num(150)) > 0 {
		return unit{}, false
	}
	if !(r.low(n.first-1) == "-" && r.glued(n.first)) && !r.heatNear(n.first, j) {
		return unit{}, false
	}
	us, m := units.at([]piece{{low: "°" + strings.ToLower(t)}}, 0)
	return us[0], m > 0
}

// heatNear reports whether a word of heat stands around the pieces [i,j).
func (r *reader) heatNear(i, j int) bool {
	for k := max(0, i-12); k < min(len(r.ps), j+8); k++ {
		if heatWords[r.low(k)] {
			return true
		}
	}
	return false
}

// notMeasure reports whether the word at j, end of the phrase at end, is no
// unit here: foot soldiers, stone houses, day labourers.
func (r *reader) notMeasure(u unit, j, end int) bool {
	low := r.low(j)
	next := r.low(end)
	switch low {
	case "meters", "meter":
		return r.isDevice(j)
	case "foot":
		return next == "soldiers" || next == "soldier" || next == "patrols" || next == "patrol"
	case "stone":
		return r.ps[j].upper || r.is(end, word) && r.ps[end].tag.IsNoun()
	case "day":
		return next == "labourers" || next == "laborers" || next == "trips" || next == "care" || next == "nurseries"
	case "night":
		return next == "clubs" || next == "raids" || next == "shifts"
	case "bit", "deg", "mb", "mt", "te", "gig", "carat":
		return !r.is(j-1, digits) && low != "bit" && low != "carat"
	case "degree", "degrees":
		return next == "holders" || next == "courses" || next == "programmes" || next == "programs"
	case "second":
		return !r.glued(j) && r.is(end, word) && !stopWords[next]
	}
	return false
}

// rate is what stands behind "per".
type rate struct {
	per  string
	end  int // pieces
	nums int // numerals that it holds
}

var adverbRates = map[string]string{"monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour", "yearly": "year", "annually": "year", "nightly": "night", "quarterly": "quarter", "p.a.": "year", "pcm": "month", "p.c.m.": "month", "pw": "week", "p.w.": "week", "apiece": "piece", "each": ""}

// headRates are the things that money is paid for and "a" makes a rate with.
var headRates = map[string]string{"head": "person", "person": "person", "kilo": "kilo", "kilogram": "kg", "kg": "kg", "barrel": "barrel", "share": "share", "litre": "litre", "liter": "litre", "gallon": "gallon", "tonne": "tonne", "ton": "ton", "piece": "piece", "bottle": "bottle", "unit": "unit", "pound": "pound", "ounce": "ounce", "bushel": "bushel", "pack": "pack", "bag": "bag", "sack": "sack", "seat": "seat", "ticket": "ticket", "ride": "ride", "cup": "cup", "pupil": "pupil", "student": "student", "household": "household", "mile": "mile", "kilometre": "km", "metre": "m", "gram": "gram", "acre": "acre", "hectare": "hectare", "quarter": "quarter", "shift": "shift", "dose": "dose", "go": "go", "pop": "piece", "plate": "plate", "couple": "couple", "family": "family", "child": "child", "vote": "vote", "minute": "minute"}

// rateAt reads a rate at piece j: "a month", "per 100,000 people", "/day".
func (r *reader) rateAt(j, k int, kind doc.FigureKind) (rate, bool) {
	switch low := r.low(j); low {
	case "a", "an", "each", "every", "the":
		u, ok := timeUnits[r.low(j+1)]
		if ok && !strings.HasSuffix(r.low(j+1), "s") && r.low(j+2) != "ago" && r.low(j+2) != "earlier" && r.low(j+2) != "later" && r.low(j+2) != "before" && r.low(j+2) != "after" && low != "the" && (kind != doc.Duration || r.partOfTime(j-1, u)) {
			return rate{u, j + 2, 0}, true
		}
		if h, ok := headRates[r.low(j+1)]; ok && kind == doc.Money {
			return rate{h, j + 2, 0}, true
		}
		if u, n := r.measureAt(j+1, false); n > 0 && (kind == doc.Money || kind == doc.Measure) && u.dim != "time" && (low == "a" || low == "an") && !isPlural(r.low(j+1)) {
			return rate{u.name, j + 1 + n, 0}, true // "52.3 pesewas a kWh"
		}
		if kind == doc.Duration && low == "a" && shifts[r.low(j+1)] {
			return rate{r.low(j + 1), j + 2, 0}, true // "four hours a night"
		}
		if kind == doc.Money && (low == "a" || low == "an" || low == "each" || low == "every") && r.paidFor(j+1) {
			return rate{r.low(j + 1), j + 2, 0}, true
		}
		return rate{}, false
	case "-":
		if u := timeUnits[r.low(j+3)]; u != "" && (r.low(j+1) == "a" || r.low(j+1) == "an" || r.low(j+1) == "per") && r.low(j+2) == "-" && r.glued(j+3) {
			return rate{u, j + 4, 0}, true // barrel-a-day
		}
		return rate{}, false
	case "per", "/":
		if low == "/" && !r.glued(j) && !r.is(j-1, sign) {
			return rate{}, false
		}
		if low == "/" && k+1 < len(r.nums) && r.nums[k+1].first == j+1 && !roundPart(r.nums[k+1].val) {
			return rate{}, false // "1,412 cases/21 deaths"
		}
		return r.perAt(j+1, k)
	case "for", "in", "out":
		if p, ok := r.forEachThing(j, k, kind); ok {
			return rate{r.singularOf(p), j, 0}, true
		}
		if k < len(r.nums) && isOne(r.nums[k].val) {
			return rate{}, false
		}
		if r.low(j+1) == "every" && k+1 < len(r.nums) && r.nums[k+1].first == j+2 && r.nums[k+1].val.Cmp(num(100)) >= 0 && low == "for" {
			return r.perAt(j+2, k)
		}
		return rate{}, false
	}
	if u, ok := adverbRates[r.low(j)]; ok && u != "" && !(j+1 < len(r.ps) && r.ps[j+1].tag == doc.NNS && kind == doc.Count) {
		return rate{u, j + 1, 0}, true
	}
	return rate{}, false
}

// roundPart reports whether v is a hundred, a thousand and so on, as rates are
// told by.
func roundPart(v decimal.Decimal) bool {
	for n := int64(100); n <= 1e9; n *= 10 {
		if v.Cmp(num(n)) == 0 {
			return true
		}
	}
	return false
}

// shifts are times that hours are told by.
var shifts = set("night shift session visit lesson term round meeting trip")

// perPiece reads "14 a station" behind a number without a noun.
func (r *reader) perPiece(q *quant) {
	if l := r.low(q.end); q.bare && q.f.Kind == doc.Count && q.n.sort == cardinal && (l == "a" || l == "an") && r.paidFor(q.end+1) && r.low(q.end+1) != "side" && r.low(q.end+1) != "penny" && !timeNoun(r.low(q.end+1)) {
		q.f.Per, q.last, q.end = cmp.Or(headRates[r.low(q.end+1)], r.low(q.end+1)), q.end+2, q.end+2
	}
}

// paidFor reports whether the noun at j, behind a sum and "a", is what each
// such sum is paid for: one plain word at which a clause or its first phrase
// ends ("R1,200 a term").
func (r *reader) paidFor(j int) bool {
	if !r.is(j, word) || r.ps[j].tag != doc.NN || r.ps[j].upper || stopWords[r.low(j)] || r.pluralAt(j) || fillers[r.low(j)] || notPaid[r.low(j)] {
		return false
	}
	return j+1 >= len(r.ps) || r.ps[j+1].form == sign && r.low(j+1) != "-" || r.ps[j+1].tag == doc.IN && r.low(j+1) != "of" || r.ps[j+1].tag == doc.TO || r.low(j+1) == "and" || r.low(j+1) == "or" || r.low(j+1) == "but"
}

var notPaid = set("lot bit record loan grant gift prize fine bonus little deal time bargain while fortune loss profit result share")

// perAt reads what stands behind "per".
func (r *reader) perAt(j, k int) (rate, bool) {
	switch low := r.low(j); low {
	case "capita", "head", "caput":
		return rate{"person", j + 1, 0}, true
	case "annum":
		return rate{"year", j + 1, 0}, true
	case "diem":
		return rate{"day", j + 1, 0}, true
	case "cent":
		return rate{}, false
	}
	if k+1 < len(r.nums) && r.nums[k+1].first == j {
		return r.perNumber(k + 1)
	}
	if u, n := r.measureAt(j, true); n > 0 {
		return rate{u.name, j + n, 0}, true
	}
	if us, n := units.at(r.ps, j); n > 0 && len(us) > 0 {
		return rate{us[0].name, j + n, 0}, true
	}
	if l := r.low(j + 1); strings.IndexByte(r.low(j), '-') > 0 && (l == "saved" || l == "gained" || l == "lost" || l == "averted") {
		return rate{r.low(j), j + 1, 0}, true // "per life-year saved"
	}
	p, ok := r.nounPhrase(j)
	if !ok {
		return rate{}, false
	}
	return rate{r.singularOf(p), p.last, 0}, true
}

// perNumber reads "100,000 people" behind "per".
func (r *reader) perNumber(k int) (rate, bool) {
	n := &r.nums[k]
	if n.sort != cardinal && n.sort != article {
		return rate{}, false
	}
	end := n.last
	per := n.val.String()
	if u, m := r.measureAt(end, n.inWords); m > 0 {
		per, end = per+" "+u.name, end+m
	} else if p, ok := r.nounPhrase(end); ok && r.tightNoun(p) {
		per, end = per+" "+r.text(p.first, p.last), p.last
	}
	return rate{per, end, 1}, true
}

// tightNoun keeps a noun phrase behind "per 1,000" that is plural or a person.
func (r *reader) tightNoun(p np) bool {
	t := r.ps[p.head].tag
	return t == doc.NNS || isPersonWord(r.ps[p.head].low) || t == doc.NN
}

// norm returns v in the SI unit or in the base of u, nil where it has none.
func (u *unit) norm(v decimal.Decimal) *doc.Norm {
	if u.si == nil {
		return nil
	}
	p, ok := times(v, u.si.Value)
	if !ok || u.name == u.si.Unit {
		return nil
	}
	return &doc.Norm{Value: p, Unit: u.si.Unit}
}
