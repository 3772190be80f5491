package thread

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/wordnet"
)

// A Tie is that two claims of different documents are for one thing, by all that is known
// of both. Score is the logarithm of the odds.
type Tie struct {
	A, B  string
	Score float64
}

// Matchable reports whether r may be tied to claims of other documents at all.
func (r *Record) Matchable() bool {
	switch {
	case r.Named() == nil, r.Vague, r.Quoted, r.DuplicateOf != "", r.Kind == doc.Age, r.Kind == doc.Ratio, strings.HasPrefix(r.Concept, "country"), r.Concept == "fighter":
		return false
	case r.Table:
		return r.Comparable()
	}
	return len(r.Near) > 0 || r.Source != ""
}

// Story is a blocking key like [Record.Key] for more claims than memory holds: the country
// where most of what their documents name lies, and the kind of number. [Ties] asks for the
// kind alone.
func (r *Record) Story() string { return r.Realm + "|" + r.scaleKind() }

// Ties finds the claims of different documents that are for one thing though they are
// worded otherwise: what tells of it is weighed for each two of documents that have
// something in common. A claim is tied to one of each other document, the likeliest.
func Ties(records []Record) []Tie {
	list := make([]*Record, 0, len(records))
	for i := range records {
		if records[i].Matchable() {
			list = append(list, &records[i])
		}
	}
	var out []Tie
	m := &matcher{wordnet.NewReader(), map[*Record]*told{}, map[string]int{}}
	for i := range records {
		m.claims[records[i].Doc]++
	}
	for _, r := range list {
		m.told(r)
	}
	eachGroup(list, (*Record).scaleKind, func(group []*Record) { out = append(out, m.ties(group)...) })
	return out
}

// A matcher holds claims against each other; it is for one goroutine.
type matcher struct {
	words  *wordnet.Reader
	of     map[*Record]*told
	claims map[string]int // of each document
}

// ties ties the claims of a group, which are sorted by document.
func (m *matcher) ties(group []*Record) (out []Tie) {
	var docs [][]*Record
	for _, r := range group {
		if n := len(docs); n > 0 && docs[n-1][0].Doc == r.Doc {
			docs[n-1] = append(docs[n-1], r)
		} else {
			docs = append(docs, []*Record{r})
		}
	}
	for _, d := range docs {
		out = append(out, m.rivals(d)...)
	}
	for _, p := range m.storyPairs(docs) {
		out = append(out, m.tieDocs(docs[p[0]], docs[p[1]])...)
	}
	return out
}

// rivals ties the claims of one document that two who are named tell one behind the other,
// where the second says hardly more than its number: "the organisers counted 9,000 people,
// the police 4,000".
func (m *matcher) rivals(claims []*Record) (out []Tie) {
	for i, r := range claims {
		for _, s := range claims[i+1 : min(len(claims), i+1+maxBeside)] {
			if r.Kind == s.Kind && r.sameScale(s) && r.answers(s) && r.Stage == s.Stage && r.Apart == "" && s.Apart == "" && (r.Role == s.Role || r.Role == doc.NoRole || s.Role == doc.NoRole) && Times(r, s) <= otherReach && !r.otherwise(s) && m.echoes(r, s) {
				out = append(out, Tie{r.ID, s.ID, rivalScore})
				break
			}
		}
	}
	return out
}

// How far behind a claim its rival stands at most, and what their tie is worth.
const maxBeside, rivalScore = 1, 2

// echoes reports whether s, told behind r, counts what r does and says nothing of
// its own.
func (m *matcher) echoes(r, s *Record) bool {
	if r.Counted == "" || s.Counted != "" && s.Counted != r.Counted && m.words.Near(m.told(r).counted, m.told(s).counted) < minAlike && !(r.Unit == "person" && s.Unit == "person") {
		return false
	}
	if abs(r.Sentence-s.Sentence) > 1 || slices.Contains(r.Near, "own") || slices.Contains(s.Near, "own") {
		return false
	}
	a, b := m.told(r), m.told(s)
	return !slices.ContainsFunc(b.near, func(w wordnet.Word) bool {
		return w != b.counted && !slices.ContainsFunc(a.near, func(o wordnet.Word) bool { return m.words.Near(w, o) >= minAlike })
	})
}

// maxPartners is with how many documents one is held, those that have most in common with
// it; maxNames, in how many a name may stand to tell that two have something in common.
const maxPartners, maxNames = 24, 200

// storyPairs lists the documents that have something in common, by index.
func (m *matcher) storyPairs(docs [][]*Record) (out [][2]int) {
	with := map[string][]int{}
	for i, d := range docs {
		for _, w := range d[0].Names {
			with["n "+w] = append(with["n "+w], i)
		}
		for _, w := range d[0].Topics {
			with["t "+w] = append(with["t "+w], i)
		}
	}
	for i, d := range docs {
		shared := map[int]int{}
		for _, w := range d[0].Names {
			count(shared, with["n "+w], i, 2)
		}
		for _, w := range d[0].Topics {
			count(shared, with["t "+w], i, 1)
		}
		var near []int
		for j, n := range shared {
			if n >= minShared {
				near = append(near, j)
			}
		}
		slices.SortFunc(near, func(a, b int) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b)) })
		for _, j := range near[:min(len(near), maxPartners)] {
			out = append(out, [2]int{min(i, j), max(i, j)})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(out)
}

// minShared is how many words documents must share to be held against each other, names
// counted twice.
const minShared = 2

func count(shared map[int]int, list []int, self, by int) {
	if len(list) > maxNames {
		return
	}
	for _, j := range list {
		if j != self {
			shared[j] += by
		}
	}
}

// fewPairs is how many pairs of claims two documents have that are short, as those are to
// which the weights are fitted. The odds fall as pairs grow in number: what is alike by
// chance grows with them.
const fewPairs = 30

// maxLong is how many claims a document may have for those that differ in number to be
// tied: long ones tell of many things of a kind.
const maxLong = 60

// How many times the one of two numbers may be the other that are tied: where they are
// alike, and where they are not.
const alikeReach, otherReach = 1.08, 5

// A candidate is a tie that what is known speaks for.
type candidate struct {
	r, s  *Record
	score float64
	alike bool
}

// tieDocs ties the claims of two documents: the likeliest first, and a claim whose number
// the other document has too to nothing else.
func (m *matcher) tieDocs(a, b []*Record) (out []Tie) {
	list := m.candidates(a, b)
	slices.SortStableFunc(list, func(x, y candidate) int { return cmp.Compare(y.score, x.score) })
	taken := map[*Record]bool{}
	for _, alike := range [...]bool{true, false} {
		for _, c := range list {
			if c.alike == alike && !taken[c.r] && !taken[c.s] {
				taken[c.r], taken[c.s] = true, true
				out = append(out, Tie{c.r.ID, c.s.ID, c.score})
			}
		}
	}
	return out
}

// candidates lists what may be tied of two documents.
func (m *matcher) candidates(a, b []*Record) (list []candidate) {
	var base evidence
	m.stories(a[0], b[0], &base)
	crowd := math.Log(max(1, float64(len(a)*len(b))/fewPairs))
	reach := float64(otherReach)
	if max(m.claims[a[0].Doc], m.claims[b[0].Doc]) > maxLong {
		reach = alikeReach
	}
	size := make(map[*Record]float64, len(a)+len(b))
	for _, r := range slices.Concat(a, b) {
		size[r] = r.size()
	}
	b = slices.Clone(b)
	slices.SortStableFunc(b, func(r, s *Record) int { return cmp.Compare(size[r], size[s]) })
	for _, r := range a {
		x := size[r]
		from, _ := slices.BinarySearchFunc(b, x/reach, func(s *Record, x float64) int { return cmp.Compare(size[s], x) })
		for _, s := range b[from:] {
			if size[s] > x*reach {
				break
			}
			if !r.sameScale(s) || r.Context != "" && r.Context == s.Context {
				continue
			}
			alike := size[s] <= x*alikeReach && x <= size[s]*alikeReach && r.inScale(s).alike(s.inScale(r))
			if !alike && (reach == alikeReach || r.otherwise(s) || !m.oneHead(r, s)) || alike && !m.sameHandful(r, s) {
				continue
			}
			e := base
			m.weigh(r, s, &e)
			if crowd > 0 && !(alike && e.surely()) {
				continue
			}
			if score := e.score(alike) - crowd; score > 0 && !(alike && e.wordless()) {
				list = append(list, candidate{r, s, score, alike})
			}
		}
	}
	return list
}

// size is the number of r, in the unit beside its own if it has one.
func (r *Record) size() float64 {
	x, _ := r.normal().Named().Abs().Float64()
	return x
}

// sameHandful reports whether two claims of one number may be tied at all: of few things,
// only where their nouns are near, and "one" says nothing.
func (m *matcher) sameHandful(r, s *Record) bool {
	if r.Kind != doc.Count || !r.Named().Abs().Less(powerOfTen(1)) {
		return true
	}
	return powerOfTen(0).Less(r.Named().Abs()) && m.words.Near(m.told(r).counted, m.told(s).counted) >= minAlike
}

// alike reports whether the numbers of two claims in one unit are the same but for
// rounding.
func (r *Record) alike(s *Record) bool {
	return alikeNumbers(r, s) || r.rounds(s) || s.rounds(r) || Times(r, s) <= alikeTimes && (!r.exact() || !s.exact())
}

// otherwise reports whether two claims of different numbers are told of two times or
// causes, so that each can be right of its own.
func (r *Record) otherwise(s *Record) bool {
	a, b := r.asOf(), s.asOf()
	if r.Flows() && s.Flows() {
		return r.asunder(s) || r.otherDay(s) || r.Time != "" && s.Time != "" && otherYears(a, b) || r.days() > 0 && s.days() > 0 && r.Time != s.Time
	}
	return r.nature() != s.nature() && !(strings.HasPrefix(r.nature(), "total") && strings.HasPrefix(s.nature(), "total"))
}

// oneHead reports whether two claims count what one word may stand for.
func (m *matcher) oneHead(r, s *Record) bool {
	if r.Concept == s.Concept && r.Concept != "" || r.Event == s.Event && r.Event != "" {
		return true
	}
	near := func(a, b *told) bool {
		return a.r.Counted != "" && (m.words.Near(a.counted, b.counted) >= minAlike || slices.ContainsFunc(b.near, func(w wordnet.Word) bool { return m.words.Near(a.counted, w) >= minAlike }))
	}
	return near(m.told(r), m.told(s)) || near(m.told(s), m.told(r))
}
