package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/text"
)

// A ledgerRow is a figure as tables show it.
type ledgerRow struct {
	ID, Doc, DocHref, DocTitle, Href         string
	Words, Sort, Value, What, Where, When    string
	Time, Says, Bound, BoundWord, Kind, Role string
	Shape                                    string
	Thread, ThreadHref                       string
	Verdict                                  *verdict
	Low, High                                float64 // infinite where open
	Named                                    float64
	Label                                    string
	Repeat, Estimate                         bool
}

// ledgerRow returns c as tables show it; page and title are its document's.
// Links count from the top.
func (s *site) ledgerRow(page, title string, c *record.Claim) ledgerRow {
	r := ledgerRow{
		ID: c.ID, Doc: c.Doc, DocHref: page, DocTitle: title, Href: page + "#c" + strconv.Itoa(c.Start),
		Words: cut(c.Text, 120), What: cut(or(c.What, ""), 120), Where: where(c), Says: says(c),
		Bound: c.Bound, Kind: c.Kind, Low: math.Inf(-1), High: math.Inf(1), Label: Amount(c),
		Repeat: c.DuplicateOf != nil, Estimate: c.Estimate,
	}
	if c.Time != nil {
		r.Time, r.When = *c.Time, when(*c.Time)
	}
	r.BoundWord, r.Shape = boundWords[c.Bound], shapeOf(c)
	r.Low, r.High = number(c.Low, r.Low), number(c.High, r.High)
	r.Named = number(c.Value, math.NaN())
	if math.IsNaN(r.Named) {
		r.Named = middle(r.Low, r.High)
	}
	r.Value = valueCell(c)
	r.Sort = strconv.FormatFloat(r.Named, 'g', -1, 64)
	if c.Thread != nil && s.threads[*c.Thread] != nil {
		v := verdicts[s.threads[*c.Thread].Relation]
		r.Verdict, r.Thread, r.ThreadHref = &v, s.threads[*c.Thread].Relation, s.threadFile(*c.Thread)
	}
	return r
}

func middle(low, high float64) float64 {
	switch {
	case math.IsInf(low, 0) && math.IsInf(high, 0):
		return 0
	case math.IsInf(low, 0):
		return high
	case math.IsInf(high, 0):
		return low
	}
	return (low + high) / 2
}

func number(n *record.Number, other float64) float64 {
	if n == nil {
		return other
	}
	if f, err := n.Float64(); err == nil {
		return f
	}
	return other
}

var boundWords = map[string]string{
	"exact": "exactly", "approx": "about", "at_least": "at least", "more_than": "more than", "at_most": "at most",
	"up_to": "up to", "less_than": "less than", "range": "between", "change": "change",
}

// shapeOf names the mark that a bound is drawn as.
func shapeOf(c *record.Claim) string {
	switch {
	case c.Vague:
		return "vague"
	case c.Bound == "approx" && c.High != nil && c.Low == nil:
		return "almost"
	case c.Bound == "at_most":
		return "up_to"
	case c.Bound == "change" && or(c.Direction, "") == "increase":
		return "rise"
	case c.Bound == "change":
		return "fall"
	}
	return c.Bound
}

// shapeWords explain the marks, in the order of the legend.
var shapeWords = []struct{ Shape, Words string }{
	{"exact", "exact"}, {"approx", "about; may be either side"}, {"almost", "almost: a little less"}, {"range", "from … to"},
	{"at_least", "at least: this or more"}, {"more_than", "more than"}, {"up_to", "up to: this or less"}, {"less_than", "fewer than"},
	{"rise", "rose by"}, {"fall", "fell by"}, {"vague", "a word, not a number: dozens, thousands"},
}

// valueCell is the number with its unit; the sign beside it shows its bound.
func valueCell(c *record.Claim) string {
	n := func(x *record.Number) string { return large(x.String()) }
	v := ""
	switch {
	case c.Bound == "range" && c.Low != nil && c.High != nil:
		v = n(c.Low) + "–" + n(c.High)
	case c.Value != nil:
		v = n(c.Value)
	case c.Low != nil:
		v = n(c.Low)
	case c.High != nil:
		v = n(c.High)
	}
	if c.Bound == "change" && or(c.Unit, "") == "fold" {
		if or(c.Direction, "") == "decrease" {
			return "÷ " + v
		}
		return "× " + v
	}
	return v + unitWords(c)
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// when says a time of a record in words.
func when(t string) string {
	var parts []string
	for p := range strings.SplitSeq(t, ";") {
		from, to, period := strings.Cut(p, "/")
		switch {
		case strings.HasPrefix(p, "P"):
			parts = append(parts, window(p))
		case !period:
			parts = append(parts, day(p))
		case to == "..":
			parts = append(parts, "since "+day(from))
		case from == "..":
			parts = append(parts, "until "+day(to))
		default:
			parts = append(parts, day(from)+" to "+day(to))
		}
	}
	return strings.Join(parts, " and ")
}

func day(s string) string {
	p := strings.Split(s, "-")
	if len(p) < 2 || len(p[0]) != 4 {
		return s
	}
	m, err := strconv.Atoi(p[1])
	if err != nil || m < 1 || m > 12 {
		return s
	}
	out := months[m-1] + " " + p[0]
	if len(p) > 2 {
		out = strings.TrimLeft(p[2], "0") + " " + out
	}
	return out
}

func window(p string) string {
	if n, err := strconv.Atoi(strings.Trim(p, "PDWMY")); err == nil && len(p) > 2 {
		unit := map[byte]string{'D': "day", 'W': "week", 'M': "month", 'Y': "year"}[p[len(p)-1]]
		return plural(n, unit, unit+"s") + " before publication"
	}
	return p
}

// A threadView is what the page of a thread shows.
type threadView struct {
	*doc.Thread
	Verdict           verdict
	Statements        string
	Groups            []threadGroup
	Ticks             []tick
	Legend            []legendRow
	Log, Chart        bool
	Shared            []string
	Apart             []apartRow
	Related           []contextLink
	Narrow            []string
	Pairs             []pairRow
	Mini              []track
	MiniLabel, Spread string
	Time              *timeChart
	Href, Picture     string
	Rest              []track  // statements that are not drawn
	Range             []string // how far the figures run apart, and which go back to one report
}

type threadGroup struct {
	Year string
	Rows []track
}

type tick struct {
	X     float64
	Label string
	Zero  bool
}

type legendRow struct{ Shape, Words string }

type apartRow struct{ Words, Href, Says, Field, Reason string }

type pairRow struct {
	A, B, Reason string
	Verdict      verdict
}

// A track is one statement with its drawing: positions in percent of the track.
type track struct {
	ledgerRow
	Anchor   string
	Letter   string
	Colour   int
	X, X2    float64
	LabelX   int
	LabelEnd bool
	Y        int
	Band     *band
	Ticks    []tick
	Aria     string
	Same     bool // the same report as a row above
	Keep     bool // stays when a long chart is folded
	When2    string
}

type band struct {
	X, Width float64
	Meet     bool
}

// letter names the independent source n, from 0: A … Z, then AA.
func letter(n int) string {
	if n < 26 {
		return string(rune('A' + n))
	}
	return letter(n/26-1) + letter(n%26)
}

// tracks returns the statements of t with their drawing, and the scale's ticks.
func (s *site) tracks(t *doc.Thread) ([]track, []tick, scale) {
	var rows []track
	first := map[int]bool{}
	letters := map[int]int{}
	for i, id := range t.Claims {
		r := s.claims[id]
		if r == nil {
			continue
		}
		source := i
		if i < len(t.SourceOf) {
			source = t.SourceOf[i]
		}
		if _, ok := letters[source]; !ok {
			letters[source] = len(letters)
		}
		k := track{ledgerRow: *r, Anchor: anchor(id), Letter: letter(letters[source]), Colour: min(letters[source]+1, 6), Same: first[source]}
		first[source] = true
		k.asPercent()
		k.DocTitle = cut(k.DocTitle, 60)
		card := s.cards[k.Doc]
		if card != nil && strings.HasPrefix(k.Says, "the author") && len(card.Meta.Authors) > 0 {
			k.Says = text.Clean(strings.Join(card.Meta.Authors, ", ")) + ", " + k.Says
		}
		k.Says = upperFirst(k.Says)
		k.When2 = k.When
		if k.When2 == "" {
			k.When2 = "no date given"
			if card != nil && card.Meta.Date != "" {
				k.When2 += "; published " + when(card.Meta.Date)
			}
		}
		k.Aria = k.Says + ", " + k.When2 + ": " + k.Label
		rows = append(rows, k)
	}
	sc, ticks := scaleFor(rows)
	if len(rows) > 0 && (rows[0].Kind == "percent" || rows[0].Kind == "ratio") {
		for i := range ticks {
			if ticks[i].Label != "" {
				ticks[i].Label += "%"
			}
		}
	}
	for i := range rows {
		rows[i].draw(sc, ticks)
	}
	hatch(t, rows, sc)
	return rows, ticks, sc
}

// asPercent draws a fraction among percentages where they are.
func (k *track) asPercent() {
	if k.Kind != "ratio" || k.Bound == "change" {
		return
	}
	k.Low, k.High, k.Named, k.Label = 100*k.Low, 100*k.High, 100*k.Named, k.Words
}

// draw places the mark and its label.
func (k *track) draw(sc scale, ticks []tick) {
	k.Ticks = ticks
	k.X, k.X2 = sc.at(k.Named), sc.at(k.Named)
	if k.Shape == "range" && !math.IsInf(k.Low, 0) && !math.IsInf(k.High, 0) {
		k.X, k.X2 = sc.at(k.Low), sc.at(k.High)
	}
	left := k.X > 60
	switch k.Shape {
	case "at_least", "more_than", "vague":
		left = true
		if k.X < 30 {
			left = false
			k.LabelX = 48
		}
	case "up_to", "less_than", "almost":
		left = false
		if k.X > 70 {
			left = true
			k.LabelX = -48
		}
	}
	if k.LabelX == 0 {
		k.LabelX = 11
		if left {
			k.LabelX = -11
		}
	}
	k.LabelEnd = left
	if k.Shape == "range" {
		k.Label = strings.Replace(k.Label, " to ", "–", 1)
		k.LabelEnd, k.LabelX = k.X2 > 60, 11
		if k.LabelEnd {
			k.LabelX = -11
		}
	}
}

// hatch marks where, for one time, no value fits two sides of a conflict, and
// where all sides of an agreement meet.
func hatch(t *doc.Thread, rows []track, sc scale) {
	at := map[string]int{}
	for i := range rows {
		at[rows[i].ID] = i
	}
	if t.Relation == "agree" {
		lo, hi := math.Inf(-1), math.Inf(1)
		for _, r := range rows {
			if r.Shape != "approx" {
				lo, hi = max(lo, r.Low), min(hi, r.High)
			}
		}
		if lo < hi && !math.IsInf(lo, 0) && !math.IsInf(hi, 0) {
			for i := range rows {
				rows[i].Band = &band{sc.at(lo), sc.at(hi) - sc.at(lo), true}
			}
		}
		return
	}
	for _, p := range t.Pairs {
		a, okA := at[p.A]
		b, okB := at[p.B]
		if p.Relation != "conflict" || !okA || !okB {
			continue
		}
		lo, hi := gap(rows[a], rows[b])
		if !(lo < hi) {
			continue
		}
		for _, i := range []int{a, b} {
			if x := rows[i].Band; x == nil || sc.at(hi)-sc.at(lo) > x.Width {
				rows[i].Band = &band{sc.at(lo), sc.at(hi) - sc.at(lo), false}
			}
		}
	}
}

// gap is what lies between the nearest ends of two intervals that do not meet.
func gap(a, b track) (float64, float64) {
	ends := func(k track) (float64, float64) {
		if math.IsInf(k.Low, 0) && math.IsInf(k.High, 0) {
			return k.Named, k.Named
		}
		return k.Low, k.High
	}
	al, ah := ends(a)
	bl, bh := ends(b)
	if ah < bl {
		return ah, bl
	}
	return bh, al
}

// year is the year that a statement speaks of, or of its publication.
func (s *site) year(k track) string {
	if len(k.Time) >= 4 && k.Time[0] >= '0' && k.Time[0] <= '9' {
		t := k.Time
		if card := s.cards[k.Doc]; strings.HasSuffix(t, "/..") && card != nil && len(card.Meta.Date) >= 4 {
			return card.Meta.Date[:4]
		}
		if i := strings.LastIndexByte(t, '/'); i >= 0 && len(t) > i+4 {
			t = t[i+1:]
		}
		return strings.Trim(t[:4], "./")
	}
	return "No date given"
}

func (s *site) threadView(t *doc.Thread) *threadView {
	rows, ticks, sc := s.tracks(t)
	v := &threadView{Thread: t, Verdict: verdicts[t.Relation], Picture: pictureFile(s.threadFile(t.ID)), Ticks: ticks, Log: sc.log, Chart: len(rows) > 0, Time: s.overTime(rows, sc, ticks)}
	docs := map[string]bool{}
	used := map[string]bool{}
	for _, k := range rows {
		docs[k.Doc] = true
		used[k.Shape] = true
	}
	v.Statements = plural(len(rows), "statement", "statements") + " in " + plural(len(docs), "document", "documents") + ", " + plural(t.Sources, "independent source", "independent sources")
	for _, w := range shapeWords {
		if used[w.Shape] {
			v.Legend = append(v.Legend, legendRow{w.Shape, w.Words})
		}
	}
	keep(rows)
	var drawn []track
	drawn, v.Rest = split(rows)
	v.group(s, drawn)
	v.mini(rows)
	v.spread(rows)
	v.why(s, t, rows)
	return v
}

func (v *threadView) group(s *site, rows []track) {
	at := map[string]int{}
	for _, k := range rows {
		y := s.year(k)
		if _, ok := at[y]; !ok {
			at[y] = len(v.Groups)
			v.Groups = append(v.Groups, threadGroup{Year: y})
		}
		g := &v.Groups[at[y]]
		g.Rows = append(g.Rows, k)
	}
	slices.SortStableFunc(v.Groups, func(a, b threadGroup) int { return cmp.Compare(a.Year, b.Year) })
}

// byNamed orders statements by the number they name, and those of one number by
// the side that they leave open.
func byNamed(a, b track) int { return cmp.Or(cmp.Compare(a.Named, b.Named), a.open()-b.open()) }

func (k track) open() int {
	switch k.Shape {
	case "up_to", "less_than", "almost":
		return -1
	case "at_least", "more_than", "vague":
		return 1
	}
	return 0
}

// why fills what is shared, what is set apart and what widens or narrows, from
// fields.
func (v *threadView) why(s *site, t *doc.Thread, rows []track) {
	share := func(name string, f func(track) string) {
		if len(rows) == 0 || f(rows[0]) == "" {
			return
		}
		for _, k := range rows {
			if f(k) != f(rows[0]) {
				return
			}
		}
		v.Shared = append(v.Shared, name+": "+f(rows[0]))
	}
	share("What is counted", func(k track) string { return strings.ToLower(k.What) })
	share("Where", func(k track) string { return k.Where })
	share("When", func(k track) string { return k.When })
	share("Kind of figure", func(k track) string { return k.Kind })
	for _, a := range t.SetApart {
		if r := s.claims[a.Claim]; r != nil {
			v.Apart = append(v.Apart, apartRow{r.Words, r.Href, r.Says, a.Field, a.Reason})
		}
	}
	for _, x := range t.Related {
		if o := s.threads[x.Thread]; o != nil {
			v.Related = append(v.Related, contextLink{o.Topic + ": " + x.Reason, s.threadFile(o.ID)})
		}
	}
	at := map[string]track{}
	var estimates, counted []string
	for _, k := range rows {
		at[k.ID] = k
		if k.Estimate && !slices.Contains(estimates, k.Letter) {
			estimates = append(estimates, k.Letter)
		}
		if what := strings.ToLower(k.What); what != "" && !slices.Contains(counted, "“"+what+"”") {
			counted = append(counted, "“"+what+"”")
		}
		if strings.HasSuffix(k.Says, "unnamed") {
			v.Narrow = append(v.Narrow, k.Letter+" is no named source: "+strings.TrimSuffix(k.Says, ", unnamed")+".")
		}
	}
	if len(counted) > 1 {
		v.Narrow = append(v.Narrow, "Counted as "+inWords(counted, 8)+".")
	}
	if len(estimates) > 0 {
		v.Narrow = append(v.Narrow, "Given as an estimate by "+inWords(estimates, 20)+".")
	}
	for _, p := range t.Pairs {
		a, okA := at[p.A]
		b, okB := at[p.B]
		if okA && okB && len(v.Pairs) < 200 {
			v.Pairs = append(v.Pairs, pairRow{a.Letter + " · " + a.Label, b.Letter + " · " + b.Label, text.Clean(p.Reason), verdicts[p.Relation]})
		}
	}
}

// threadPages writes the pages of threads. One is made of the thread, its
// figures as their documents state them, and those documents' cards.
func (s *site) threadPages() error {
	return inOrder(len(s.c.Threads), func(i int) ([2]madePage, error) {
		t := &s.c.Threads[i]
		of := []any{t}
		add := func(id string) {
			if r := s.claims[id]; r != nil {
				of = append(of, r, s.cards[r.Doc].Meta.Authors, s.cards[r.Doc].Meta.Date)
			}
		}
		for _, id := range t.Claims {
			add(id)
		}
		for _, a := range t.SetApart {
			add(a.Claim)
		}
		for _, r := range t.Related {
			if o := s.threads[r.Thread]; o != nil {
				of = append(of, o.Topic)
			}
		}
		view := sync.OnceValue(func() *threadView { return s.threadView(t) })
		name := s.threadFile(t.ID)
		page, err := s.made(name, of, func() (string, string, string, any, error) {
			return "thread", "Threads", text.Clean(t.Topic), view(), nil
		})
		if err != nil {
			return [2]madePage{}, err
		}
		picture, err := s.made(pictureFile(name), of, func() (string, string, string, any, error) {
			p := pictureOf(view())
			return "threadpicture", "", "", pictureFrameOf(pictureWidth, float64(p.Height), text.Clean(t.Topic), p.Desc, p), nil
		})
		return [2]madePage{page, picture}, err
	}, func(i int, made [2]madePage) error {
		name := s.threadFile(s.c.Threads[i].ID)
		s.cache.now.Pages[name], s.cache.now.Pages[pictureFile(name)] = made[0], made[1]
		return nil
	})
}

// sortedThreads are the threads, conflicts first, then those with most sources.
func (s *site) sortedThreads() []*threadView {
	if s.sorted != nil {
		return s.sorted
	}
	order := map[string]int{"conflict": 0, "update": 1, "differs": 2, "agree": 3}
	list := make([]*threadView, 0, len(s.c.Threads))
	for i := range s.c.Threads {
		t := &s.c.Threads[i]
		rows, _, _ := s.tracks(t)
		v := &threadView{Thread: t, Verdict: verdicts[t.Relation], Href: s.threadFile(t.ID)}
		v.mini(rows)
		list = append(list, v)
	}
	slices.SortStableFunc(list, func(a, b *threadView) int {
		return cmp.Or(order[a.Relation]-order[b.Relation], b.Count()-a.Count(), strings.Compare(a.ID, b.ID))
	})
	s.sorted = list
	return list
}

// Count is the number of independent sources.
func (v *threadView) Count() int { return v.Thread.Sources }
