package claim

import (
	"strings"

	"analyze/internal/doc"
)

// inBrackets reads "(UNHCR, 2017)", "(Source: Eurostat)", "(estimate by X)".
func (v *view) inBrackets(i int, m *memory) (attribution, bool) {
	k := i + 1
	if v.is(k, "source", "sources") {
		if k++; v.is(k, ":") {
			k++
		}
	}
	told := v.is(k, "interview", "conversation", "correspondence", "communication") && v.is(k+1, "with", "from")
	if told || v.has(k, document|estimating) && v.is(k+1, "by", "of", "from") {
		k += 2
	}
	for v.tag(k) == doc.DT {
		k++
	}
	if v.caption && v.tag(k+1) == doc.RParen && v.initials(k) {
		who := v.described(phrase{k, k + 1})
		who.anon = false
		return attribution{first: i, last: k + 2, reach: back, who: who, verb: i}, true
	}
	if a, ok := v.citedWork(i, k); ok {
		return a, true
	}
	if v.mine(0) || v.is(0, "we", "i") && !v.w[0].quoted {
		return attribution{}, false // who does it cites whom he follows
	}
	if end := v.workCited(k); end > 0 && v.figureBefore(i) {
		return attribution{first: i, last: end, reach: back, who: v.works(k, end), verb: i}, true
	}
	if told && v.figureBefore(i) {
		who := v.speakerIn(v.phraseAfter(k), &memory{})
		return attribution{first: i, last: v.pastBrackets(i), reach: back, who: who, verb: i}, who.known()
	}
	men := v.mention(k)
	if men == nil || !men.Type.IsActor() || men.Form == doc.Adjective || men.Type == doc.Group {
		return v.bodyInBrackets(i, k)
	}
	_, e := v.extent(k)
	if v.low(e) == ":" && v.figureAt(e+1) && men.Type == doc.Org {
		return attribution{first: i, last: e + 1, reach: onward, who: v.mentionSpeaker(k), verb: e}, true
	}
	if !v.isComma(e) && v.tag(e) != doc.RParen && !v.has(e, document|counts) && (e >= len(v.w) || v.timeAt[e] < 0 && !v.yearAt(e)) {
		return attribution{}, false
	}
	end := e
	for end < len(v.w) && v.tag(end) != doc.RParen {
		if v.w[end].figure >= 0 {
			return attribution{}, false
		}
		end++
	}
	if k == i+1 && !v.caption && !v.figureBefore(i) {
		return attribution{}, false
	}
	if v.tag(e) == doc.RParen && k == i+1 && i > 0 && (v.w[i-1].mention >= 0 || v.shortens(i, k)) {
		return attribution{}, false // an acronym after its name
	}
	return attribution{first: i, last: min(end+1, len(v.w)), reach: back, who: v.mentionSpeaker(k), verb: i}, true
}

// citedWork reads "an earlier study (Holt 2017) found that": the work cited in the brackets at
// word i, with names from word k on, is the subject.
func (v *view) citedWork(i, k int) (attribution, bool) {
	end := v.pastBrackets(i)
	if end == i || !v.has(i-1, document) || !v.finite(end) || !v.has(end, says|counts) || v.w[k].mention < 0 && v.workCited(k) == 0 {
		return attribution{}, false
	}
	e := k
	for e < end && !v.yearAt(e) {
		e++
	}
	if e == end {
		return attribution{}, false
	}
	return attribution{first: i, last: v.verbEnd(end), reach: ahead, who: v.works(k, end), verb: end}, true
}

// bodyInBrackets reads "(US intelligence, February 2015)", "(police figures)":
// a body or document that is described, and perhaps a time.
func (v *view) bodyInBrackets(i, k int) (attribution, bool) {
	p := v.phraseAfter(k)
	h := v.headPart(p)
	if h.empty() || p.last-p.first > 6 || !v.has(h.last-1, body|document) || v.w[h.last-1].mention >= 0 || !v.figureBefore(i) {
		return attribution{}, false
	}
	end := p.last
	if v.isComma(end) && end+1 < len(v.w) && v.timeAt[end+1] >= 0 {
		end = v.times[v.timeAt[end+1]].Last
	}
	if v.tag(end) != doc.RParen || v.anyFigure(k, end) {
		return attribution{}, false
	}
	return attribution{first: i, last: end + 1, reach: back, who: v.described(p), verb: i}, true
}

// shortens reports whether the acronym at word k is made of the words before the bracket at
// word i: "small firms (SF)".
func (v *view) shortens(i, k int) bool {
	s := strings.ToLower(strings.TrimSuffix(v.text(k, k+1), "s"))
	n := len(s)
	for b := i - 1; n > 0 && b >= 0 && b > i-2*len(s)-2; b-- {
		for _, part := range strings.FieldsFunc(v.low(b), func(r rune) bool { return r == '-' }) {
			if n > 0 && strings.IndexByte(s, part[0]) >= 0 {
				n--
				break
			}
		}
	}
	return n == 0
}

// initials reports whether word k is written in capitals: an acronym.
func (v *view) initials(k int) bool {
	s := v.text(k, min(k+1, len(v.w)))
	return len(s) > 1 && len(s) < 9 && s == strings.ToUpper(s) && s != strings.ToLower(s) && v.w[k].figure < 0
}
