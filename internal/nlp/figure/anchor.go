package figure

import "analyze/internal/doc"

// anchors drops the durations that only place an event in time: "two years
// later", "in the past 18 months", "after five days".
func (r *reader) anchors() {
	for i := range r.qs {
		q := &r.qs[i]
		if q.f.Kind == doc.Duration && q.pairWith < 0 && r.isAnchor(q) {
			q.reason = "anchor"
		} else if q.n.sort == share && q.of && r.agoBehind(q.phrase.last) && timeUnits[r.low(q.phrase.head)] != "" {
			q.reason = "anchor"
		}
	}
}

var anchorBehind = set("ago later earlier before after prior hence beforehand afterwards afterward since previously thereafter")

var anchorBefore = set("past last next previous first coming preceding following initial recent latest these those same final opening early ensuing subsequent intervening")

func (r *reader) agoBehind(j int) bool {
	return anchorBehind[r.low(j)] || r.low(j) == "from" && r.low(j+1) == "now" || r.low(j) == "on" && r.low(j+1) == "," && !r.startsNumber(j+2)
}

func (r *reader) isAnchor(q *quant) bool {
	if r.agoBehind(q.end) || r.low(q.end) == "'" && r.low(q.end+1) == "time" || r.low(q.end) == "into" {
		return r.low(q.end) != "before" && r.low(q.end) != "after" && r.low(q.end) != "since" && r.low(q.end) != "earlier" || !lastingVerb[r.low(q.first-1)]
	}
	i := q.first - 1
	prev := r.low(i)
	if (prev == "past" || prev == "last") && r.low(i-1) == "the" && r.low(i-2) == "of" && (r.is(i-3, digits) || isNumberWord(r.low(i-3))) {
		return false // "40 of the past 92 days"
	}
	if anchorBefore[prev] && (prev != "first" || !q.has) {
		return true
	}
	if anchorBefore[r.low(q.nfirst-1)] {
		return true
	}
	behind := r.low(q.end)
	switch prev {
	case "after":
		return behind != "of" && !q.bounded
	case "the":
		return behind == "to" || behind == "ending" || behind == "ended" || behind == "up" || behind == "through" || behind == "leading" || behind == "following" || behind == "since"
	case "in":
		return r.future(i) && !q.bounded
	case "within":
		return q.n.sort == article && q.f.Unit != "fortnight"
	case "every", "each":
		return false
	}
	return false
}

var lastingVerb = set("lasts lasting last taken takes taking take lasted took spent waited for stayed served")

// future reports whether a word of the future stands in the clause before i.
func (r *reader) future(i int) bool {
	for j := i - 1; j >= 0 && j > i-12; j-- {
		switch r.low(j) {
		case "will", "would", "could", "may", "might", "'ll", "can", "shall", "should":
			return true
		case ",", ";":
			return false
		}
	}
	return false
}
