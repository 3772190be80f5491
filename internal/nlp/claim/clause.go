package claim

import "analyze/internal/doc"

// readClauses marks the words of relative clauses that commas set off: what
// stands in "Estonia, which burned oil until 2018, cut output by 38 percent" in
// between says nothing of the 38 percent.
func (v *view) readClauses() {
	v.clause = v.clause[:0]
	open, n := 0, 0
	main, own := false, false // a finite verb outside of them, one inside of the one that is open
	for k := range v.w {
		switch {
		case v.is(k, ";"):
			open, main = 0, false
		case open == 0 && v.isComma(k-1) && v.relative(k) && (main || !v.is(k, "when") || k > 1 && v.timeAt[k-2] >= 0):
			n++
			open, own = n, false
		case open == 0:
			main = main || v.verbBetween(k, k+1)
		case v.verbBetween(k, k+1):
			own = true
		case v.isComma(k) && own && !main && v.clauseAt(k+1):
			open = 0 // "In Rann, where 40 had died by May, the price rose"
		case v.isQuote(k) || v.isDash(k):
			open = 0
		case v.isComma(k) && (v.resumes(k+1) || k+2 < len(v.w) && v.tag(k+1) == doc.IN && (v.timeAt[k+1] >= 0 || v.timeAt[k+2] >= 0 || v.is(k+2, "the") && v.timeAt[min(k+3, len(v.w)-1)] >= 0)):
			open = 0
		}
		v.clause = append(v.clause, open)
	}
}

// relative reports whether a relative clause begins at word k: "who", "most of whom".
func (v *view) relative(k int) bool {
	if v.is(k, "who", "which", "whose", "whom") || v.is(k, "where", "when") && v.w[k].mention < 0 {
		return true
	}
	for i := k + 1; i < k+4 && !v.ends(i); i++ {
		if v.is(i, "which", "whom") {
			return v.tag(i-1) == doc.IN
		}
	}
	return false
}

// resumes reports whether the main clause goes on at word k: a verb follows, or
// a statement of its own, such as a figure with its verb, or that ends the sentence.
func (v *view) resumes(k int) bool {
	if v.figureAt(k) {
		f := v.figureIndex(v.w[k].figure)
		for i := v.last[f]; i < len(v.w) && i < v.last[f]+3; i++ {
			switch t := v.tag(i); {
			case t == doc.VBD || t == doc.VBZ || t == doc.VBP || t == doc.MD || t == doc.Period:
				return true
			case !t.IsNoun():
				return false
			}
		}
		return v.last[f] >= len(v.w)
	}
	for i := k; i < len(v.w) && i < k+3; i++ {
		t := v.tag(i)
		switch {
		case v.w[i].mention >= 0 || v.w[i].figure >= 0:
			return false
		case i == k && t == doc.NNS && v.figureAt(i+1) && v.has(i, moves|says|counts) || t == doc.NNS && measureVerbs[v.low(i)] && v.figureAt(i+1):
			return true // "costs 40", whatever the tagger took it for
		case t == doc.MD || t.IsVerb() && t != doc.VBG && t != doc.VBN, v.is(i, "cut", "put", "set", "hit", "shut"):
			return true
		case t == doc.CC && i == k && v.is(i, "and", "but") && !v.isComma(i-1):
			return false
		case t == doc.RB || t == doc.CC:
		default:
			return false
		}
	}
	return false
}

// apartFrom reports whether word k stands in a relative clause that figure f is
// no part of, and that does not follow the figure itself.
func (v *view) apartFrom(k, f int) bool {
	if k < 0 || k >= len(v.clause) || v.clause[k] == 0 || v.clause[v.first[f]] == v.clause[k] {
		return false
	}
	start := k
	for start > 0 && v.clause[start-1] == v.clause[k] {
		start--
	}
	if b := v.last[f]; b <= start {
		if v.is(start, "when") {
			return true
		}
		// "40 men, who left in 2015": what follows is said of them.
		for i := b; i < start; i++ {
			if v.w[i].mention >= 0 || v.tag(i).IsVerb() {
				return true
			}
		}
		return false
	}
	return true
}

// maxBase bounds how far behind its "than" a time may stand.
const maxBase = 9

// isBase reports whether the time that begins at word start is only what
// something is measured against: "11 more than in the election of 2020", "9
// percent down from 2016", "on the same period of 2018".
func (v *view) isBase(start int) bool {
	for k := start - 1; k >= 0 && k > start-maxBase; k-- {
		switch {
		case v.is(k, "than"):
			return true
		case v.is(k, "as") && v.is(k-1, "many", "much", "high", "large", "low", "big", "often", "fast") && v.is(k-2, "as", "so"):
			return true // "eight times as many as in 2013"
		case v.is(k, "of") && v.is(k-1, "level", "levels") && !v.is(k-2, "a", "at"):
			return true // "twice the level of 2013"
		case v.is(k, "over", "from", "on", "against", "with", "to", "above", "below") && (v.comparing(k-1) || v.is(k, "with", "to", "against") && v.is(k-1, "compared", "as") || v.shareAt(k-1) && !v.is(k, "with", "to")):
			return true
		case v.figureAt(k), v.ends(k), v.tag(k).IsVerb() && v.w[k].mention < 0, v.timeAt[k] >= 0:
			return false
		}
	}
	return false
}

// comparing reports whether word k is "up" or "down" or the like.
func (v *view) comparing(k int) bool {
	return v.is(k, "up", "down", "increase", "decrease", "rise", "fall", "drop", "decline")
}

// shareAt reports whether word k ends a figure that is a change or a percentage.
func (v *view) shareAt(k int) bool {
	if !v.figureAt(k) {
		return false
	}
	fig := &v.d.Figures[v.w[k].figure]
	f := v.figureIndex(v.w[k].figure)
	if fig.Kind == doc.ChangeKind || fig.Bound == doc.Change {
		return true
	}
	return fig.Kind == doc.Percent && f >= 0 && (v.comparing(v.first[f]-1) || v.is(v.first[f]-1, "of", "by") && v.comparing(v.first[f]-2))
}

// setAgainst reports whether between words lo and hi another state begins:
// "compared with", "up from".
func (v *view) setAgainst(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.is(k, "compared", "versus") || v.is(k, "against") && (v.isComma(k-1) || v.is(k-1, "as")) || v.is(k, "from") && v.is(k-1, "up", "down") {
			return true
		}
	}
	return false
}

// sinceEvent reports whether "since the start of something" precedes the time at
// word start: all that time is meant.
func (v *view) sinceEvent(start int) bool {
	if !v.is(start-1, "in", "on") {
		return false
	}
	told := false
	for k := start - 2; k >= 0 && k > start-10; k-- {
		switch {
		case v.is(k, "since"):
			return (told || v.is(k+1, "the", "its", "their", "his", "her", "a")) && !v.superlative(k)
		case v.tag(k) == doc.VBD || v.tag(k) == doc.VBN: // "since the outbreak was declared on 2 March, …"
			told = true
			if end := v.times[v.timeAt[v.timeWord(start)]].Last; end < len(v.w) && !v.isComma(end) && !v.ends(end) {
				return false
			}
		case v.figureAt(k), v.ends(k), v.timeAt[k] >= 0:
			return false
		}
	}
	return false
}

// superlative reports whether "since" at word k only says how long nothing was
// like it: "the worst flood since 1998".
func (v *view) superlative(k int) bool {
	for i := k - 1; i >= 0 && i > k-10; i-- {
		if v.tag(i) == doc.JJS || v.is(i, "worst", "highest", "lowest", "largest", "biggest", "best", "most", "fewest", "heaviest", "deadliest", "first", "record") {
			return true
		}
		if v.figureAt(i) || v.tag(i) == doc.VBD {
			return false
		}
	}
	return false
}

// onlySince reports whether the time at word start follows such a "since".
func (v *view) onlySince(start int) bool {
	for k := start; k >= 0 && k > start-8; k-- {
		if v.is(k, "since") {
			return v.superlative(k)
		}
		if v.figureAt(k) || v.ends(k) && k < start {
			return false
		}
	}
	return false
}

// birth reports whether word k belongs to what only says where and when somebody
// was born: "I, born on 4 June 1961 in Lom, state". What counts the born is none.
func (v *view) birth(k int) bool {
	for i := k - 1; i >= 0 && i > k-10; i-- {
		switch {
		case v.is(i, "born"):
			return !v.anyFigure(0, i)
		case v.figureAt(i), v.isComma(i) && v.timeAt[max(i-1, 0)] < 0, v.is(i, ";", "."):
			return false
		}
	}
	return false
}

// alias reports whether figure f says the one before it in other words: "5.5
// billion dollars in 2013, or 28.8 percent of GDP".
func (v *view) alias(f int) bool {
	if f == 0 {
		return false
	}
	k := v.first[f] - 1
	for k > 0 && v.tag(k) == doc.RB {
		k--
	}
	if !v.is(k, "or") || !v.isComma(k-1) {
		return false
	}
	for i := v.last[f-1]; i < k; i++ {
		if v.tag(i).IsVerb() || v.figureAt(i) || v.is(i, ";") {
			return false
		}
	}
	return true
}

// foretold reports whether the sentence sets a day that is still to come: "to be
// delivered by 14 May", "must be spent by 30 June".
func (v *view) foretold() bool {
	ahead := false
	for k := range v.w {
		switch {
		case v.tag(k) == doc.VBD || v.is(k, "was", "were", "had"):
			return false
		case v.is(k, "will", "must", "should", "shall", "'ll", "expected", "due", "planned", "deadline", "plans", "plan", "hopes", "hope", "expects", "expect", "aims", "aim", "payable", "wants", "want", "intends", "foresees", "forecasts"):
			ahead = true
		case v.tag(k) == doc.TO && v.tag(k+1) == doc.VB:
			ahead = true
		}
	}
	return ahead
}
