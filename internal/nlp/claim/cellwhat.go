package claim

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/thread"
	"analyze/internal/nlp/timex"
	"analyze/internal/text"
)

// stages are words that tell what stage the numbers of a period are of.
var stages = wordSet("actual actuals adopted approved budget budgeted estimate estimated estimates proposed forecast projected projection provisional revised preliminary " +
	"planned outturn target fy fiscal year p e f est prov to date ytd")

// countWords are headers that say how something was counted, not what.
var countWords = wordSet("count counts number numbers no total totals figure figures value values amount data official unofficial non-official non government press " +
	"low high min max minimum maximum lower upper mean median average reported registered confirmed estimated estimate estimates quantity n sum of all persons-number")

// isPeriodLabel reports whether a header or label is a period and nothing else,
// with or without the stage of its numbers: "2017 actual", "Q3 2019", "3 Jan".
func isPeriodLabel(s string) bool {
	var keep []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '(' || r == ')' || r == ',' || r == '*' }) {
		if len(keep) > 0 && isUnitSign(w) {
			continue
		}
		if !stages[w] || w == "to" {
			keep = append(keep, strings.TrimPrefix(w, "fy"))
		}
	}
	return timex.IsWhole(titled(withoutStage(strings.Join(keep, " "))))
}

// isUnitSign reports whether a word behind a year in a header is the unit of its
// numbers: "£000", "$m", "%".
func isUnitSign(w string) bool {
	switch w {
	case "m", "bn", "mn", "million", "billion", "thousand", "000", "no.":
		return true
	}
	return strings.ContainsAny(w, "$€£¥₦%")
}

// isUnitLabel reports whether a header is the unit of its cells and nothing else.
func isUnitLabel(c *doc.Claim, header string) bool {
	low := strings.ToLower(header)
	switch c.Kind {
	case doc.Measure, doc.Money, doc.Percent, doc.Duration:
		return low == strings.ToLower(c.Unit) || low == "per cent" || singular(low) == c.Unit || strings.IndexFunc(low, func(r rune) bool { return r >= 'a' && r <= 'z' }) < 0
	}
	return false
}

// isCountLabel reports whether a header says only how something was counted.
func isCountLabel(s string) bool {
	f := strings.Fields(strings.ToLower(s))
	for _, w := range f {
		if !countWords[strings.Trim(w, ".–-")] && strings.Trim(w, ".–-") != "" {
			return false
		}
	}
	return len(f) > 0
}

// bareLabel is a header or label without what stands in brackets.
func bareLabel(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '(' || r == '[':
			depth++
		case r == ')' || r == ']':
			depth = max(0, depth-1)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return strings.Trim(squeeze(b.String()), " .,;:*†")
}

// cellWhat says what a cell counts where its column's header does not: under a
// period what the row names, or what the caption counts; under "official count"
// that and what was counted.
func (r *reader) cellWhat(c *doc.Claim, t *doc.Table, row *doc.Row, card *tableCard) {
	header := bareLabel(c.ColumnLabel)
	switch {
	case header == "" && row != nil && isBox(c, row):
		c.What = boxWhat(t, c.Row)
		if c.What == "" {
			c.WhatSpan = doc.Span{}
		}
	case header == "" && c.What != "" && (c.WhatSpan.Len() == 0 || t.Contains(c.WhatSpan)) && row != nil && !row.Span.Contains(c.WhatSpan) && !strings.EqualFold(c.What, row.Label):
		// the first cell of its column says it: "81,388 people"
	case header == "" || isPeriodLabel(header) || isUnitLabel(c, header):
		if before := columnBefore(c, t, header); before != "" {
			c.What = before
		} else if thing := r.rowThing(row); thing != "" && !card.named && !card.divides(c, thing) && !card.countsAll(c, header) {
			c.What = thing
		} else if row != nil && card.stacked[c.Row] != "" {
			c.What, c.WhatSpan = card.stacked[c.Row], doc.Span{}
		} else if card.counted != "" {
			c.What = card.counted
		} else if row != nil && strings.EqualFold(c.What, row.Label) || header != "" && strings.EqualFold(bareLabel(c.What), header) {
			c.What, c.WhatSpan = "", doc.Span{} // somebody or a period, and not what is counted
		}
	case card.tellers:
		c.What = card.counted
	case card.parted && c.WhatSpan.Len() > 0 && !t.Contains(c.WhatSpan):
		c.What = card.counted
	case card.tells, c.Column >= 0 && c.Column < len(card.headed) && card.headed[c.Column]:
		if thing := r.rowThing(row); thing != "" {
			c.What = thing
		} else if card.counted != "" {
			c.What = card.counted
		}
	case isCountLabel(header) || stateWords[strings.ToLower(header)]:
		if counted := card.countedIn(t); counted != "" && (c.What == "" || strings.EqualFold(bareLabel(c.What), header)) {
			c.What = joinCounted(header, counted)
		}
	case strings.EqualFold(bareLabel(c.What), header):
		c.What = withoutYear(c.What)
	case r.isActorRow(row) && strings.EqualFold(c.What, row.Label):
		c.What = header
	}
}

// stacked gives each row of t whose label stands in more groups than one the head of
// its own: "A. Exports" and "B. Imports", each over the same countries.
func stacked(t *doc.Table) []string {
	type key struct {
		panel int
		label string
	}
	out, head := make([]string, len(t.Rows)), map[int]string{}
	first, again := map[key]string{}, map[key]bool{}
	for i := range t.Rows {
		row := &t.Rows[i]
		if len(row.Cells) == 0 {
			head[row.Panel] = row.Label
			continue
		}
		out[i] = head[row.Panel]
		k := key{row.Panel, strings.ToLower(row.Label)}
		if group, ok := first[k]; !ok {
			first[k] = out[i]
		} else if group != "" && group != out[i] && !isTotal(row.Label) {
			again[k] = true
		}
	}
	for i := range t.Rows {
		if again[key{t.Rows[i].Panel, strings.ToLower(t.Rows[i].Label)}] {
			out[i] = bareLabel(withoutLetter(out[i]))
		} else {
			out[i] = ""
		}
	}
	return out
}

// withoutLetter is the head of a group without the letter or number that tells it from
// the others: "A. Exports", "Panel B: Imports", "(ii) Debt".
func withoutLetter(s string) string {
	low := strings.ToLower(s)
	for _, p := range [...]string{"panel ", "part ", "section "} {
		if strings.HasPrefix(low, p) {
			if _, after, ok := strings.Cut(s, ": "); ok {
				return after
			}
			s = s[len(p):]
			break
		}
	}
	first, after, ok := strings.Cut(s, " ")
	if bare := strings.Trim(first, "().:–-"); ok && len(bare) > 0 && len(bare) < 4 && len(first) > len(bare) && strings.Trim(bare, "ABCDEFGHabcdefghivxIVX0123456789") == "" {
		return after
	}
	return s
}

// partsOf reports whether the caption of t says what its rows or columns divide:
// "Deaths by age and sex", "Debt by creditor".
func (r *reader) partsOf(t *doc.Table) bool {
	for _, span := range r.captions(t) {
		before, after, ok := strings.Cut(text.Unspaced(r.d.Slice(span)), " by ")
		if !ok || strings.HasPrefix(after, "the ") {
			continue
		}
		last := before[strings.LastIndexByte(before, ' ')+1:]
		if capital(last) || !capital(after) { // not "recorded by UNHCR"
			return true
		}
	}
	return false
}

// capital reports whether s begins with a capital letter of the alphabet.
func capital(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// divides reports whether the row of c is only a part of what the caption counts, and
// nothing that is counted itself: a kind of debt, a cause of deaths, but no thing that
// money goes to.
func (card *tableCard) divides(c *doc.Claim, label string) bool {
	if !card.parted {
		return false
	}
	low := strings.ToLower(label)
	for _, end := range [...]string{"al", "ic", "ive", "ary", "ern", "other", "others"} {
		if strings.HasSuffix(low, end) && !strings.Contains(low, " ") {
			return true
		}
	}
	return card.actors || c.Kind == doc.Count && befalls[c.Unit]
}

// befalls are units of what befalls those, or comes of that, by which a caption divides
// it: of deaths by drug no row counts drugs.
var befalls = wordSet("death fatality killing casualty injury arrest conviction admission overdose")

// countsAll reports whether the caption says what all rows count under a period: it
// names the unit of the figure, "accident" in "Fatal accidents at work", or the header
// has the sign of the shares that it is about.
func (card *tableCard) countsAll(c *doc.Claim, header string) bool {
	if card.counted == "" {
		return false
	}
	if strings.Contains(c.ColumnLabel, "%") {
		return true
	}
	if c.Kind != doc.Count || c.Unit == "" || c.Unit == "person" {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(card.counted)) {
		if singular(w) == c.Unit {
			return true
		}
	}
	return false
}

// namedHeads tells which columns are headed by the name of a place, as one beside them
// is, so that the row says what is counted.
func (r *reader) namedHeads(t *doc.Table) []bool {
	named, out := make([]bool, len(t.Columns)), make([]bool, len(t.Columns))
	for i := range t.Columns {
		k := &t.Columns[i]
		if doc.GroupHeader(k.Header) {
			out[i] = true
			continue
		}
		named[i] = k.Header != "" && len(r.labelPlaces(k.Span, k.Header, doc.Location)) > 0
		if i > 0 && named[i] && named[i-1] {
			out[i-1], out[i] = true, true
		}
	}
	return out
}

// boxWhat is what the label behind a big number says that it counts, without who they
// are and where: "patients in Wales who waited". "of these" are those of the box above.
func boxWhat(t *doc.Table, row int) string {
	for i := row; i >= 0 && i > row-maxBoxesBack; i-- {
		s := bareLabel(t.Rows[i].Label)
		low := strings.ToLower(s)
		if strings.HasPrefix(low, "of them ") || strings.HasPrefix(low, "of whom ") || strings.HasPrefix(low, "of these ") || strings.HasPrefix(low, "of which ") {
			if len(t.Columns) > 2 {
				return "" // of those beside it
			}
			continue
		}
		for _, end := range [...]string{": ", ", ", " who ", " that ", " which "} {
			s, _, _ = strings.Cut(s, end)
		}
		if before, after, ok := strings.Cut(s, " in "); ok && capital(after) {
			s = before
		}
		return s
	}
	return ""
}

// maxBoxesBack bounds how far above those are told of whom a box counts some.
const maxBoxesBack = 4

// isBox reports whether a cell is the big number of a box: what it counts stands
// behind it, or is told by parts in brackets.
func isBox(c *doc.Claim, row *doc.Row) bool {
	return c.Start < row.Span.Start || strings.Contains(row.Label, ": ") && row.Span.Len()+2 < len(row.Label) && row.Span.End+1 == c.Start
}

// columnBefore is what the column before a share counts whose own header is the
// sign or word for percent and nothing else: votes, of "Votes | %".
func columnBefore(c *doc.Claim, t *doc.Table, header string) string {
	if c.Kind != doc.Percent || c.Column < 1 || c.Column >= len(t.Columns) || header == "" || isPeriodLabel(header) {
		return ""
	}
	before := bareLabel(t.Columns[c.Column-1].Header)
	if before == "" || isPeriodLabel(before) || isCountLabel(before) || strings.ContainsAny(before, "%$€£") {
		return ""
	}
	for _, cell := range t.Rows[c.Row].Cells {
		if cell.Column == c.Column-1 {
			return before
		}
	}
	return ""
}

// stateWords are headers that say in what state those are whom the caption counts.
var stateWords = wordSet("confirmed probable suspected registered reported estimated verified recorded")

// joinCounted puts what a header says of the counting before what is counted.
func joinCounted(header, counted string) string {
	last := header[strings.LastIndexByte(header, ' ')+1:]
	switch {
	case stateWords[strings.ToLower(last)]:
		return header + " " + counted
	case strings.EqualFold(last, "data"):
		return header + " on " + counted
	}
	return header + " of " + counted
}

// countedIn is what the caption counts in columns headed by a state: of two things
// the one that has no column of its own, "cases" of "cases and deaths"; "" where both
// have none.
func (card *tableCard) countedIn(t *doc.Table) string {
	first, second, two := strings.Cut(card.counted, " and ")
	if !two {
		return card.counted
	}
	for i := range t.Columns {
		if strings.EqualFold(bareLabel(t.Columns[i].Header), second) {
			return first
		}
	}
	return ""
}

// withoutYear is a header without the years that it ends with.
func withoutYear(s string) string {
	for {
		i := strings.LastIndexByte(strings.TrimRight(s, " "), ' ')
		if i <= 0 || !isPeriodLabel(s[i+1:]) && bareQuarter(strings.ToLower(s)) == "" {
			return s
		}
		s = strings.TrimRight(s[:i], " ,")
	}
}

// rowThing is what the label of a row names, "" where it is a place, somebody, a
// period or a total.
func (r *reader) rowThing(row *doc.Row) string {
	if row == nil || isTotal(row.Label) || isPeriodLabel(row.Label) || r.isActorRow(row) {
		return ""
	}
	label := bareLabel(row.Label)
	if strings.IndexFunc(strings.ToLower(label), func(c rune) bool { return c >= 'a' && c <= 'z' || c > 127 }) < 0 {
		return ""
	}
	return label
}

// rowsNamed reports whether the rows of a table are places or somebody: one in
// three is known as such.
func (r *reader) rowsNamed(t *doc.Table) bool {
	n, all := 0, 0
	for i := range t.Rows {
		if len(t.Rows[i].Cells) == 0 {
			continue // it heads a group
		}
		all++
		if r.isActorRow(&t.Rows[i]) {
			n++
		}
	}
	return n > 0 && n*3 >= all
}

// isActorRow reports whether the label of a row is a place or the name of
// somebody.
func (r *reader) isActorRow(row *doc.Row) bool {
	if row == nil {
		return false
	}
	if len(r.labelPlaces(row.Span, row.Label, doc.Location)) > 0 {
		return true
	}
	for _, i := range r.mentionsIn(row.Span) {
		if m := &r.d.Mentions[i]; m.Type != doc.NoType && m.Len()*2 > len(row.Label) {
			return true
		}
	}
	return false
}

// maxCounted bounds what a caption counts, in words.
const maxCounted = 8

// countedIn reads what a caption says that its table counts: "Table 1: Men who
// joined armed groups in Syria, by country (2015)" is "Men who joined armed
// groups".
func countedIn(caption string) string {
	s := afterNumber(squeeze(caption))
	if f := strings.Fields(s); len(f) > 2 && (strings.EqualFold(f[0], "table") || strings.EqualFold(f[0], "annex")) && strings.ContainsAny(f[1], "0123456789") && strings.Trim(f[1], "0123456789.AB-") == "" {
		s = strings.Join(f[2:], " ") // "Table 3 Families returned"
	}
	if low := strings.ToLower(s); strings.HasPrefix(low, "table") || strings.HasPrefix(low, "annex") || strings.HasPrefix(low, "figure") {
		_, s, _ = strings.Cut(s, ".")
	}
	s = bareLabel(strings.Trim(s, "#*_ "))
	low := strings.ToLower(s)
	for _, p := range [...]string{"number of ", "numbers of ", "total number of ", "estimated number of ", "estimates of ", "the number of ", "count of ", "distribution of "} {
		if strings.HasPrefix(low, p) {
			s, low = s[len(p):], low[len(p):]
		}
	}
	if len(low) != len(s) {
		return ""
	}
	end := len(s)
	for _, p := range [...]string{",", ";", ":", " by ", " in ", " per ", " at ", " from ", " since ", " between ", " as of ", " during ", " and their ", " for ", " –", " -", " $", " €", " £"} {
		if i := strings.Index(low, p); i > 0 {
			end = min(end, i)
		}
	}
	s = strings.TrimSpace(s[:end])
	f := strings.Fields(s)
	if len(f) == 0 || len(f) > maxCounted || genericCaptions[low[:end]] || isPeriodLabel(s) || isCountLabel(s) || strings.ContainsAny(s, "0123456789") {
		return ""
	}
	if w := f[0]; len(w) > 1 && w[1] >= 'a' && w[1] <= 'z' && capital(w) && (len(f) == 1 || f[1][0] >= 'a') {
		if e, _, _ := gazetteer.Default().Demonym(w); e == nil {
			s = strings.ToLower(s[:1]) + s[1:]
		}
	}
	return s
}

// genericCaptions, in lower case, say nothing of what their tables count.
var genericCaptions = map[string]bool{"key figures": true, "key facts": true, "key data": true, "key numbers": true, "key statistics": true, "key indicators": true, "main figures": true, "main indicators": true,
	"highlights": true, "summary": true, "summary table": true, "at a glance": true, "facts and figures": true, "the numbers": true, "overview": true, "results": true, "statistics": true, "table": true,
	"snapshot": true, "details": true, "breakdown": true, "appendix": true, "annex": true, "key findings": true, "main findings": true, "indicators": true, "the facts": true, "quick facts": true,
	"fast facts": true, "facts": true, "dashboard": true, "situation overview": true}

// counted is what the caption of the table counts, else the kind of people that
// the document's title speaks of.
func (r *reader) counted(t *doc.Table) string {
	for _, span := range r.captions(t) {
		if s := countedIn(text.Unspaced(r.d.Slice(span))); s != "" {
			return s
		}
	}
	for _, span := range r.around(t) {
		if s := countedBySource(r.d.Slice(span)); s != "" {
			return s
		}
	}
	if s := countedBefore(r.lastBefore(t)); s != "" {
		return s
	}
	s := scholar{d: r.d}
	if k := s.titled(); k != "" {
		return thread.Plural(k)
	}
	return ""
}

// lastBefore is the last sentence of the paragraph above a table.
func (r *reader) lastBefore(t *doc.Table) string {
	if t.Block < 1 || t.Block > len(r.d.Blocks) || r.d.Blocks[t.Block-1].Kind != doc.Body {
		return ""
	}
	last := -1
	for s := range r.sentencesIn(r.d.Blocks[t.Block-1].Text) {
		last = s
	}
	if last < 0 {
		return ""
	}
	return r.sentence(last)
}

// countedBefore reads what a sentence says that the table under it counts: "The
// table gives the number of beds in each ward."
func countedBefore(sentence string) string {
	low := strings.ToLower(sentence)
	if !pointsAtTable(sentence) || len(low) != len(sentence) {
		return ""
	}
	for _, verb := range [...]string{" shows ", " show ", " gives ", " give ", " lists ", " list ", " sets out ", " presents ", " summarises ", " summarizes ", " details ", " compares "} {
		if _, after, ok := strings.Cut(low, verb); ok {
			after = sentence[len(sentence)-len(after):]
			return countedIn(strings.TrimPrefix(strings.TrimRight(after, ".:"), "the "))
		}
	}
	return ""
}

// pointsAtTable reports whether a sentence says what the table under it holds.
func pointsAtTable(sentence string) bool {
	low := strings.ToLower(sentence)
	return strings.Contains(low, "table") || strings.Contains(low, "below") || strings.Contains(low, "following")
}

// countedBySource reads what a source line says that it counts: "Source: Coast
// Agency, detections of vessels".
func countedBySource(line string) string {
	at, after := sourceLabel(line)
	if at < 0 {
		return ""
	}
	_, s, ok := strings.Cut(line[after:], ", ")
	if s = strings.Trim(s, " *_.\n"); !ok || s == "" || s[0] < 'a' || s[0] > 'z' {
		return ""
	}
	head, _, ok := strings.Cut(s, " of ")
	if f := strings.Fields(head); !ok || len(f) == 0 || len(f) > 3 || words.senses[f[len(f)-1]]&document != 0 || documentHeads[f[len(f)-1]] {
		return ""
	}
	if i := strings.IndexAny(s, ",.;("); i >= 0 {
		s = s[:i]
	}
	if len(strings.Fields(s)) > maxCounted || strings.ContainsAny(s, "0123456789") {
		return ""
	}
	for _, p := range [...]string{"number of ", "numbers of "} {
		s = strings.TrimPrefix(s, p)
	}
	return s
}

// documentHeads name what holds figures, and no thing that is counted.
var documentHeads = wordSet("report reports survey surveys data database statistics register registers registry records tables tabulations calculations bulletin bulletins census office ministry " +
	"department bureau institute university estimates yearbook archive archives series")

// placeHeads head columns of places.
var placeHeads = wordSet("country district province state city town camp region village zone island municipality county location site port ward governorate prefecture commune department-name territory settlement")

// rowHeads head columns of places too, though elsewhere they may mean another thing.
var rowHeads = wordSet("sub-county subcounty sub-district subdistrict constituency canton oblast market harbour harbor airport river office station")

// placeHeader reports whether the column of the row labels is headed by a word for
// places: the labels are places then, known or not.
func placeHeader(t *doc.Table) bool {
	headed := false
	for i := range t.Columns {
		if isPlaceHead(t.Columns[i].Header) {
			headed = true
			for j := range t.Rows {
				for _, c := range t.Rows[j].Cells {
					headed = headed && c.Column != i // they are cells, and the rows other things
				}
			}
		}
		if headed {
			return true
		}
	}
	return false
}

// actorHeads head the labels of rows that give, lend or owe; a country there acts, and
// is not where something is.
var actorHeads = wordSet("creditor lender donor funder investor holder bondholder bidder shareholder contributor supporter")

// thingHeads head the labels of rows that are things, or kinds of them: "Nile perch" is
// no place there.
var thingHeads = wordSet("item product commodity species crop good article parameter indicator dish fish vegetable fruit cereal breed variety vaccine drug disease pathogen category type brand model make cuisine cheese wine")

// headed reports whether the header over the labels of the rows of t ends with one of
// heads.
func headed(t *doc.Table, heads map[string]bool) bool {
	if len(t.Columns) == 0 {
		return false
	}
	f := strings.Fields(bareLabel(t.Columns[0].Header))
	if len(f) == 0 {
		return false
	}
	last := strings.ToLower(f[len(f)-1])
	return heads[last] || heads[singular(last)]
}

// noNames are labels of rows of places that name none.
var noNames = wordSet("north south east west centre center central northern southern eastern western north-east north-west south-east south-west northeast northwest southeast southwest " +
	"other others rest unknown abroad urban rural elsewhere total all subtotal national nationwide overall average mean unspecified")

// isProper reports whether a label can be the name of a place: words with capitals
// of which one is a name.
func isProper(label string) bool {
	if isTotal(label) {
		return false
	}
	f := strings.Fields(bareLabel(label))
	proper := false
	for i, w := range f {
		low := strings.ToLower(w)
		if noNames[low] && i == 0 && len(f) == 1 || low == "total" || low == "all" || low == "other" || low == "others" || low == "subtotal" {
			return false
		}
		proper = proper || w != low && !noNames[low]
	}
	return proper && len(f) < 5
}
