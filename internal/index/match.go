package index

import (
	"slices"
	"strings"
	"sync"

	"analyze/internal/doc"
)

// A matcher finds in a text what a query asks for, by the words that the
// engines search by. It is made for one language and one goroutine.
type matcher struct {
	a     *Analyzer
	rows  []matchRow
	words []Word // of the text looked at, to be used again
}

// analyzers keeps Analyzers that have seen words, a *sync.Pool a language.
var analyzers sync.Map

func poolOf(lang string) *sync.Pool {
	p, ok := analyzers.Load(lang)
	if !ok {
		p, _ = analyzers.LoadOrStore(lang, &sync.Pool{New: func() any { return NewAnalyzer(lang) }})
	}
	return p.(*sync.Pool)
}

// A matchers makes the matchers of some marks, one a language.
type matchers struct {
	marks []mark
	of    map[string]*matcher
}

func (m *matchers) get(lang string) *matcher {
	lang = BaseLanguage(lang)
	if m.of == nil {
		m.of = map[string]*matcher{}
	}
	if m.of[lang] == nil {
		m.of[lang] = newMatcher(m.marks, lang, poolOf(lang).Get().(*Analyzer))
	}
	return m.of[lang]
}

// done gives the analyzers back.
func (m *matchers) done() {
	for lang, one := range m.of {
		one.a.only = nil
		poolOf(lang).Put(one.a)
	}
}

type matchRow struct {
	words   []string
	exact   bool
	capital bool
	pattern *Pattern
	pair    int // as in mark
	apart   int
}

func newMatcher(marks []mark, lang string, a *Analyzer) *matcher {
	m := &matcher{a: a}
	for _, k := range marks {
		r := matchRow{exact: k.exact, capital: k.capital, pattern: k.pattern, pair: k.pair, apart: k.distance}
		if k.pattern == nil {
			m.a.Words(k.text, func(w Word) bool {
				if k.exact {
					r.words = append(r.words, w.Exact)
				} else {
					r.words = append(r.words, w.Stem)
				}
				return true
			})
			if len(r.words) == 0 {
				continue
			}
		}
		m.rows = append(m.rows, r)
	}
	m.a.only = m.initials(lang)
	return m
}

// initials are the first bytes of the words that m looks for, nil if they may
// be any.
func (m *matcher) initials(lang string) *[256]bool {
	only := new([256]bool)
	for _, r := range m.rows {
		switch p := r.pattern; {
		case p == nil:
			for _, w := range r.words {
				only[w[0]] = true
			}
		case p.Edits > 0 || p.Text == "" || p.Text[0] == '*' || p.Text[0] == '?':
			return nil
		default:
			only[p.Text[0]] = true
		}
	}
	if m.a.stem != nil && !keepsInitial[BaseLanguage(lang)] {
		return nil
	}
	only['e'] = only['e'] || only['a'] // el- reads al-
	return only
}

// A match is a place that a mark fits; row says which. Words are counted from
// the beginning of what was looked at, from first up to end.
type match struct {
	doc.Span
	row        int
	first, end int
}

// matches returns the places in s that the query asks for, in order; at one
// place only the longest.
func (m *matcher) matches(s string) []match {
	if len(m.rows) == 0 {
		return nil
	}
	m.words = m.words[:0]
	m.a.Words(s, func(w Word) bool { m.words = append(m.words, w); return true })
	list := m.words
	var out []match
	for i := range list {
		best, row := 0, -1
		for n := range m.rows {
			l := m.rows[n].fits(list[i:])
			if l > best && !(m.rows[n].capital && hasSmall(s[list[i].Start:list[i+l-1].End])) {
				best, row = l, n
			}
		}
		if best > 0 {
			span := doc.Span{Start: list[i].Start, End: list[i+best-1].End}
			if n := len(out); n > 0 && out[n-1].End > span.Start {
				continue
			}
			out = append(out, match{span, row, i, i + best})
		}
	}
	return m.together(out)
}

// together leaves out matches of one of a pair of marks which the other is not
// near to.
func (m *matcher) together(list []match) []match {
	if !slices.ContainsFunc(m.rows, func(r matchRow) bool { return r.pair != 0 }) {
		return list
	}
	var out []match
	for i, a := range list {
		r := m.rows[a.row]
		near := r.pair == 0
		for j := i + 1; j < len(list) && !near && list[j].first-a.end <= r.apart; j++ {
			near = list[j].row != a.row && m.rows[list[j].row].pair == r.pair
		}
		for j := i - 1; j >= 0 && !near && a.first-list[j].end <= r.apart; j-- {
			near = list[j].row != a.row && m.rows[list[j].row].pair == r.pair
		}
		if near {
			out = append(out, a)
		}
	}
	return out
}

func hasSmall(s string) bool { return s != strings.ToUpper(s) }

// fits returns how many of the words r takes at their beginning, 0 if none.
func (r *matchRow) fits(list []Word) int {
	if r.pattern != nil {
		if r.pattern.Fits(list[0].Exact) {
			return 1
		}
		return 0
	}
	if len(r.words) > len(list) {
		return 0
	}
	for i, w := range r.words {
		if r.exact && list[i].Exact != w || !r.exact && list[i].Stem != w {
			return 0
		}
	}
	return len(r.words)
}

// Fits reports whether the folded word w fits p.
func (p *Pattern) Fits(w string) bool {
	if p.Edits > 0 {
		return absolute(len(w)-len(p.Text)) <= 4*p.Edits && Distance(p.Text, w) <= p.Edits
	}
	return glob(p.Text, w)
}

func absolute(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// glob reports whether w fits pattern, with * and ?, in time linear in their
// product.
func glob(pattern, w string) bool {
	p, i, star, back := 0, 0, -1, 0
	for i < len(w) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, back = p, i
			p++
		case p < len(pattern) && pattern[p] == '?':
			p++
			for i++; i < len(w) && w[i]&0xc0 == 0x80; i++ { // one character
			}
		case p < len(pattern) && pattern[p] == w[i]:
			p++
			i++
		case star >= 0:
			back++
			p, i = star+1, back
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// A Snippet is a piece of a text with the places in it that answer the query.
type Snippet struct {
	Start, End int      // bytes of the text
	Marks      [][2]int // bytes of the text, in order
	Text       string   // what stands there
	Cut        [2]bool  // whether the text goes on before and behind
}

// snippetBytes is about how long a snippet is.
const snippetBytes = 240

// best returns the piece of s within the span that says most of what is asked
// for: the most different marks, then the most, then the first.
func (m *matcher) best(s string, within doc.Span) Snippet {
	found := m.firstMatches(s, within)
	from, to, top := 0, 0, -1
	seen := make([]int, len(m.rows))
	distinct, j := 0, 0
	for i := range found { // a window from match i to j
		for ; j < len(found) && found[j].End-found[i].Start <= snippetBytes*3/4; j++ {
			if seen[found[j].row]++; seen[found[j].row] == 1 {
				distinct++
			}
		}
		if score := distinct*100 + min(j-i, 20); score > top {
			from, to, top = i, max(j, i+1), score
		}
		if i < j {
			if seen[found[i].row]--; seen[found[i].row] == 0 {
				distinct--
			}
		} else {
			j = i + 1
		}
	}
	if len(found) == 0 {
		return cutSnippet(s, within, doc.Span{Start: within.Start, End: within.Start}, nil)
	}
	return cutSnippet(s, within, doc.Span{Start: found[from].Start, End: found[to-1].End}, found)
}

// stretchBytes is how much of a long text is looked at at a time.
const stretchBytes = 256 << 10

// firstMatches returns the matches in the first stretch of the span that has
// any: a snippet of a very long text need not be the best of all of it.
func (m *matcher) firstMatches(s string, within doc.Span) []match {
	for from := within.Start; from < within.End; {
		to := within.End
		if to-from > stretchBytes {
			to = wordStart(s, runeStart(s, from+stretchBytes), within.End)
		}
		if found := m.matches(s[from:to]); len(found) > 0 {
			for i := range found {
				found[i].Start += from
				found[i].End += from
			}
			return found
		}
		from = to
	}
	return nil
}

// cutSnippet widens core to a snippet that begins and ends with a word, with
// more behind than before.
func cutSnippet(s string, within, core doc.Span, found []match) Snippet {
	room := max(0, snippetBytes-core.Len())
	start := max(within.Start, core.Start-room/3)
	if i := sentenceStart(s[start:core.Start]); i > 0 {
		start += i
	} else if start > within.Start {
		start = wordStart(s, start, core.Start)
	}
	end := min(within.End, max(core.End, start+snippetBytes))
	if end < within.End {
		end = wordEnd(s, end, core.End)
	}
	for start < end && isBlank(s[start]) {
		start++
	}
	for end > start && isBlank(s[end-1]) {
		end--
	}
	out := Snippet{Start: start, End: end, Text: s[start:end], Cut: [2]bool{start > within.Start, end < within.End}}
	for _, f := range found {
		if start <= f.Start && f.End <= end {
			out.Marks = append(out.Marks, [2]int{f.Start, f.End})
		}
	}
	return out
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// sentenceStart is where the last sentence that begins in s does, 0 if none.
func sentenceStart(s string) int {
	for i := len(s) - 1; i > 1; i-- {
		if isBlank(s[i-1]) && !isBlank(s[i]) && (strings.IndexByte(".!?", s[i-2]) >= 0 || s[i-1] == '\n' && s[i-2] == '\n') {
			return i
		}
	}
	return 0
}

// wordStart is the first start of a word at or after i, at most limit.
func wordStart(s string, i, limit int) int {
	for i < limit && !isBlank(s[i]) {
		i++
	}
	for i < limit && isBlank(s[i]) {
		i++
	}
	return i
}

// wordEnd is the last end of a word at or before i, at least limit.
func wordEnd(s string, i, limit int) int {
	for j := i; j > limit; j-- {
		if isBlank(s[j]) {
			return j
		}
	}
	for i < len(s) && s[i]&0xc0 == 0x80 { // no blank in sight: at a character
		i++
	}
	return i
}

// Marked returns the snippet on one line, with open and close around what was
// asked for and "…" where the text goes on.
func (s *Snippet) Marked(open, end string) string {
	var b strings.Builder
	if s.Cut[0] {
		b.WriteString("… ")
	}
	at := s.Start
	for _, m := range s.Marks {
		b.WriteString(s.Text[at-s.Start : m[0]-s.Start])
		b.WriteString(open + s.Text[m[0]-s.Start:m[1]-s.Start] + end)
		at = m[1]
	}
	b.WriteString(s.Text[at-s.Start:])
	if s.Cut[1] {
		b.WriteString(" …")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
