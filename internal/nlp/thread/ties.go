package thread

import (
	"cmp"
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
	return len(r.Near) > 0
}

// Story is what claims must share to be tied, a blocking key like [Record.Key]: the
// country where most of what their documents name lies, and the kind of number.
func (r *Record) Story() string {
	kind := r.Kind.String()
	switch {
	case shareLike(r):
		kind = "percent"
	case r.Kind == doc.ChangeKind:
		kind += r.Direction
	}
	return r.Realm + "|" + kind
}

// Ties finds the claims of different documents that are for one thing though they are
// worded otherwise: what tells of it is weighed for each two of documents that have
// something in common. A claim is tied to one of each other document, the likeliest.
//
// Records that share a [Record.Story] must be looked at together.
func Ties(records []Record) []Tie {
	list := make([]*Record, 0, len(records))
	for i := range records {
		if records[i].Matchable() {
			list = append(list, &records[i])
		}
	}
	var out []Tie
	m := &matcher{words: wordnet.NewReader()}
	eachGroup(list, (*Record).Story, func(group []*Record) { out = append(out, m.ties(group)...) })
	return out
}

// A matcher holds claims against each other; it is for one goroutine.
type matcher struct {
	words *wordnet.Reader
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
	for _, p := range m.storyPairs(docs) {
		out = append(out, m.tieDocs(docs[p[0]], docs[p[1]])...)
	}
	return out
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

// maxLong is how many claims a document may have for those that differ in number to be
// tied: long ones tell of many things of a kind.
const maxLong = 150

// tieDocs ties the claims of two documents: the likeliest first, and a claim whose number
// the other document has too to nothing else.
func (m *matcher) tieDocs(a, b []*Record) (out []Tie) {
	type candidate struct {
		r, s  *Record
		score float64
		alike bool
	}
	var list []candidate
	var base evidence
	m.stories(a[0], b[0], &base)
	for _, r := range a {
		for _, s := range b {
			if !r.sameScale(s) {
				continue
			}
			alike := r.inScale(s).alike(s.inScale(r))
			if r.Context != "" && r.Context == s.Context || !alike && (len(a) > maxLong || len(b) > maxLong || r.otherwise(s) || !m.oneHead(r, s)) {
				continue
			}
			e := base
			m.weigh(r, s, &e)
			if score := e.score(alike); score > 0 {
				list = append(list, candidate{r, s, score, alike})
			}
		}
	}
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
	near := func(a string, of *Record) bool {
		return a != "" && (m.words.Near(a, of.Counted) >= minAlike || slices.ContainsFunc(of.Near, func(w string) bool { return m.words.Near(a, w) >= minAlike }))
	}
	return near(r.Counted, s) || near(s.Counted, r)
}
