package claim

import "analyze/internal/doc"

// A phrase is a range of words, half-open.
type phrase struct{ first, last int }

func (p phrase) empty() bool { return p.first >= p.last }

// phraseBefore reads leftwards the noun phrase that ends before word end, with
// the phrases that prepositions tie to it: "a senior official at the ministry".
func (v *view) phraseBefore(end int) phrase {
	i := end
	for i > 0 {
		k := i - 1
		w := &v.w[k]
		switch {
		case w.depth != v.w[end-1].depth || w.quoted != v.w[end-1].quoted || v.isQuote(k):
			return phrase{i, end}
		case v.timeAt[k] >= 0 && w.mention < 0:
			if i < end && v.isNoun(i) && (v.tag(k-1) == doc.PRPS || v.tag(k-1) == doc.DT) && w.figure < 0 {
				i = k // "its 2019 report"
				continue
			}
			return phrase{i, end}
		case w.mention >= 0:
			i, _ = v.extent(k)
			if i > 0 && v.opensClause(i-1) && end > i && v.isPlace(i) && v.tag(end-1).IsNoun() && v.w[end-1].mention != v.w[i].mention && v.mention(i).Form != doc.Adjective && !v.joinsPlace(i, end) {
				// "In Syria officials say": the place is no part of it.
				_, e := v.extent(i)
				return phrase{e, end}
			}
		case v.isNominal(k, i, end):
			i = k
		case w.tag == doc.DT || w.tag == doc.PRPS || w.tag == doc.PDT:
			if k > 0 && i < end && (v.ties(k-1) || v.is(k-1, "and") && v.joinsTwo(k-1)) {
				i = k - 1
				continue
			}
			if k > 0 && v.tag(k-1) == doc.PDT {
				k--
			}
			return phrase{k, end}
		case i < end && v.ties(k):
			i = k
		case i < end && w.tag == doc.CC && v.is(k, "and", "or") && v.joinsTwo(k):
			i = k
		default:
			return phrase{i, end}
		}
	}
	return phrase{i, end}
}

// nounBefore is phraseBefore without what prepositions tie to it.
func (v *view) nounBefore(end int) phrase {
	p := v.phraseBefore(end)
	for i := end - 1; i > p.first; i-- {
		if v.w[i].mention >= 0 && v.w[i].mention == v.w[i-1].mention {
			continue
		}
		if v.tag(i-1) == doc.IN || v.tag(i-1) == doc.TO || v.tag(i-1) == doc.CC {
			return phrase{i, end}
		}
	}
	return p
}

// opensClause reports whether word k is a preposition that begins a statement.
func (v *view) opensClause(k int) bool {
	return v.is(k, "in", "at", "from", "across", "inside") && (k == 0 || v.ends(k-1) || v.is(k-1, "that", "and", "but", "while"))
}

// joinsPlace reports whether the place at i is compounded with what follows:
// "in US custody officials" does not occur, "In Kabul police said" does.
func (v *view) joinsPlace(i, end int) bool {
	_, e := v.extent(i)
	return e >= end
}

// isNominal reports whether word k may stand in a noun phrase before word i.
func (v *view) isNominal(k, i, end int) bool {
	if i == end && v.is(k, "accused", "deceased", "bereaved", "convicted", "insured", "displaced") && (v.tag(k-1) == doc.DT || v.tag(k-1).IsAdjective()) {
		return true
	}
	if v.is(k, "et") && v.is(k+1, "al.", "al") {
		return true
	}
	switch v.w[k].tag {
	case doc.NN, doc.NNS, doc.NNP, doc.NNPS, doc.JJ, doc.JJR, doc.JJS, doc.POS, doc.FW:
		return !v.has(k, partsOff)
	case doc.RB:
		return i < end && v.is(k, "only", "then", "once", "most", "now") && (v.tag(k-1) == doc.POS || v.tag(k-1) == doc.DT)
	case doc.VBZ, doc.VBP:
		return v.has(k, document) && (v.isNoun(k) || k == 0)
	case doc.CD:
		return v.w[k].figure < 0 || i < end
	case doc.VBN, doc.VBG:
		return i == end && v.has(k, document) && v.tag(k-1) == doc.POS || i < end && (v.isNoun(i) || v.tag(i).IsAdjective()) && (k == 0 || v.tag(k-1) == doc.DT || v.tag(k-1) == doc.PRPS || v.tag(k-1) == doc.POS || v.tag(k-1).IsAdjective() || v.orgAt(k-1) && v.has(i, body)) ||
			i < end && v.is(i, "by", "in") && k > 0 && v.has(k-1, document) || i < end && v.askedBy(k)
	case doc.VBD:
		return i < end && v.askedBy(k)
	}
	return v.is(k, "&")
}

// askedBy reports whether word k is a participle that says by whom people were asked:
// "traders interviewed by the paper".
func (v *view) askedBy(k int) bool {
	return k > 0 && v.is(k+1, "by") && v.has(k-1, human) && v.w[k-1].mention < 0
}

// ties reports whether the preposition at word k ties what follows to a noun
// before it.
func (v *view) ties(k int) bool {
	if !v.has(k, attaches) || k == 0 {
		return false
	}
	b := k - 1
	if v.timeAt[b] >= 0 {
		return false
	}
	return v.isNoun(b) || v.has(b, document|human|body) ||
		(v.tag(b) == doc.VBN || v.tag(b) == doc.VBD) && v.is(k, "by", "in") && b > 0 && (v.has(b-1, document) || v.is(k, "by") && v.w[b-1].mention < 0 && v.has(b-1, human))
}

// joinsTwo reports whether the "and" at word k joins two noun phrases of which
// the first begins where a statement may: "officials and experts say".
func (v *view) joinsTwo(k int) bool {
	if k == 0 || !v.isNoun(k-1) {
		return false
	}
	i := k - 1
	for i > 0 && (v.isNoun(i-1) || v.tag(i-1).IsAdjective() || v.tag(i-1) == doc.POS) {
		i--
	}
	if i > 0 && v.tag(i-1) == doc.DT {
		i--
	}
	return i == 0 || v.timeAt[i-1] >= 0 && v.w[i-1].figure < 0 || v.isComma(i-1) || v.isQuote(i-1) || v.isDash(i-1) || v.is(i-1, ":", "that", "to", "by", "but", "while")
}

// phraseAfter reads rightwards the noun phrase that begins at word start.
func (v *view) phraseAfter(start int) phrase {
	i := start
	for i < len(v.w) && (v.w[i].tag == doc.DT || v.w[i].tag == doc.PRPS || v.w[i].tag == doc.PDT || v.tag(i) == doc.RB && i == start) {
		i++
	}
	head := false
	for i < len(v.w) {
		w := &v.w[i]
		switch {
		case w.quoted && v.isQuote(i), w.depth != v.w[start].depth:
			return phrase{start, i}
		case v.timeAt[i] >= 0 && w.mention < 0:
			return phrase{start, i}
		case w.mention >= 0:
			_, i = v.extent(i)
			head = true
			continue
		case w.tag.IsNoun() || w.tag.IsAdjective() || w.tag == doc.POS || w.tag == doc.CD && w.figure < 0 || v.is(i, "&"):
			head = head || w.tag.IsNoun()
		case w.tag == doc.VBN || w.tag == doc.VBG:
			if head && !v.is(i+1, "by") {
				return phrase{start, i}
			}
		case head && v.has(i, attaches) && v.tag(i) != doc.RP && v.nounFollows(i+1):
			if v.timeAt[i+1] >= 0 {
				return phrase{start, i}
			}
			i++
			for i < len(v.w) && (v.w[i].tag == doc.DT || v.w[i].tag == doc.PRPS) {
				i++
			}
			continue
		case head && w.tag == doc.DT && v.has(i-1, body) && v.orgAt(i+1):
		case v.is(i, "and") && v.qualifies(i-1) && v.qualifies(i+1):
		case head && w.tag == doc.CC && v.is(i, "and") && v.listGoesOn(i+1):
			for i+1 < len(v.w) && (v.tag(i+1) == doc.DT || v.tag(i+1) == doc.PRPS) {
				i++
			}
		default:
			return phrase{start, i}
		}
		i++
	}
	return phrase{start, i}
}

// qualifies reports whether word i is an adjective, also one of a land.
func (v *view) qualifies(i int) bool {
	men := v.mention(i)
	return v.tag(i).IsAdjective() || men != nil && men.Form == doc.Adjective
}

// orgAt reports whether the name of an organisation begins at word i.
func (v *view) orgAt(i int) bool {
	men := v.mention(i)
	return men != nil && men.Type == doc.Org
}

// nounFollows reports whether a noun phrase begins at word i.
func (v *view) nounFollows(i int) bool {
	for k := i; k < len(v.w) && k < i+4; k++ {
		switch {
		case v.w[k].mention >= 0 || v.tag(k).IsNoun():
			return v.w[k].figure < 0
		case v.tag(k) == doc.DT, v.tag(k) == doc.PRPS, v.tag(k).IsAdjective(), v.tag(k) == doc.VBN:
		default:
			return false
		}
	}
	return false
}

// listGoesOn reports whether after "and" another noun phrase follows that ends
// the statement, so that both are one.
func (v *view) listGoesOn(i int) bool {
	if !v.nounFollows(i) {
		return false
	}
	for k := i; k < len(v.w) && k < i+8; k++ {
		switch {
		case v.ends(k):
			return true
		case v.tag(k).IsVerb() && v.w[k].mention < 0, v.w[k].figure >= 0:
			return false
		}
	}
	return i+8 >= len(v.w)
}

// headPart is the part of p before its first preposition, without relative
// clauses; names are not parted.
func (v *view) headPart(p phrase) phrase {
	for i := p.first; i < p.last; i++ {
		if v.w[i].mention >= 0 {
			continue
		}
		if t := v.tag(i); i > p.first && (t == doc.IN || t == doc.TO || (t == doc.VBN || t == doc.VBG) && v.is(i+1, "by", "in") || v.askedBy(i)) {
			return phrase{p.first, i}
		}
	}
	if k := p.last - 1; k > p.first && v.tag(k) == doc.CD && v.w[k].figure < 0 && v.w[k].mention < 0 && v.isNoun(k-1) {
		p.last = k // "Witness 7"
	}
	return p
}

// trimmed is p without articles, pronouns and adverbs before it; "some" stays.
func (v *view) trimmed(p phrase) phrase {
	for p.first < p.last {
		switch {
		case v.is(p.first, "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "both"),
			v.tag(p.first) == doc.RB, v.isQuote(p.first), v.isComma(p.first), v.tag(p.first) == doc.POS, v.tag(p.first) == doc.PDT && !v.is(p.first, "all", "half"):
			p.first++
		default:
			for p.last > p.first && (v.isComma(p.last-1) || v.isQuote(p.last-1) || v.tag(p.last-1) == doc.POS) {
				p.last--
			}
			return p
		}
	}
	return p
}

// isPlace reports whether word i belongs to the name of a place.
func (v *view) isPlace(i int) bool {
	m := v.mention(i)
	return m != nil && m.Type == doc.Place
}
