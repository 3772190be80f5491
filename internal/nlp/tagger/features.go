package tagger

// A template is a question asked of a token; with its answers it makes features.
// The numbers are part of the model file: append only, and raise [Version] when
// the meaning of one changes.
type template uint32

const (
	tBias template = iota
	tLower
	tExact
	tShape
	tShort
	tPrefix
	tSuffix
	tCoarse
	tMiddle
	tFine
	tKind
	tFirst
	tLast
	tLastCluster
	tMiddleKind
	tFineKind
	tSize
	tFunction
	tSide // neighbours: the templates above are asked again, shifted by the offset

	tBigramLeft
	tBigramRight
	tKinds
	tClusterLeft
	tClusterRight
	tKindLeft
	tKindRight
	tTwoLeft
	tTwoRight
	tFineAround
	tCasing
	tRunSize
	tRunPlace
	tRunLeft
	tRunRight
	tRunLeftCluster
	tRunRightCluster
	tRunLast
	tRunLastCluster
	tRunHead
	tRunFirst
	tRunFirstCluster
	tRunBag
	tRunAround
	tDocSmall
	tDocCapital
	tDocBefore
	tDocBeforeCluster
	tDocAfter
	tDocAfterCluster
	tDocHead
	tDocHeadCluster
	tDocKnow
	tAcronym
	tAcronymHead
	tAcronymCluster
	tHasAcronym
	tKnow
	tKnowSet
	tKnowPair
	tLate // non-local evidence of a second look at the document
)

// Version counts the changes of the features and of the file; a model is only
// read by the version that made it.
const Version = 1

// reach is how many words to each side have their spelling looked at.
const reach = 2

// offsets is the number of places of which the spelling is looked at.
const offsets = 2*reach + 1

// questions lists the features of a token as they are asked.
type questions struct {
	list  []uint32
	shift template // of a neighbour's spelling
}

func (q *questions) ask(t template, a, b uint32) {
	q.list = append(q.list, feature(t+q.shift, a, b))
}

// spelling lists the features that the spelling of a word gives to the token
// that stands before it by offset words: 0 is the word itself, 1 the token
// before it, -1 the token after it.
func (w *word) spelling(q *questions, offset int) {
	if offset == 0 {
		w.own(q)
		return
	}
	q.shift = tSide + template(offset+reach+1)<<8
	defer func() { q.shift = 0 }()
	q.ask(tLower, w.lower, 0)
	q.ask(tKind, uint32(w.kind), 0)
	if w.cluster != 0 {
		q.ask(tMiddle, w.cluster.middle(), 0)
	}
	if offset == -reach || offset == reach {
		return
	}
	if w.cluster != 0 {
		q.ask(tCoarse, w.cluster.coarse(), 0)
		q.ask(tFine, w.cluster.fine(), 0)
	}
	q.ask(tShort, w.short, 0)
	if w.suffix[1] != 0 {
		q.ask(tSuffix, 1, w.suffix[1])
	}
}

// own lists the features that a word's spelling gives to itself.
func (w *word) own(q *questions) {
	k := uint32(w.kind)
	q.ask(tBias, 0, 0)
	q.ask(tLower, w.lower, 0)
	q.ask(tExact, w.exact, 0)
	q.ask(tShape, w.shape, 0)
	q.ask(tShort, w.short, 0)
	q.ask(tKind, k, 0)
	q.ask(tSize, uint32(min(w.size, 12)), k)
	for i := range w.prefix {
		if w.prefix[i] != 0 {
			q.ask(tPrefix, uint32(i), w.prefix[i])
			q.ask(tSuffix, uint32(i), w.suffix[i])
		}
	}
	if c := w.cluster; c != 0 {
		q.ask(tCoarse, c.coarse(), k)
		q.ask(tMiddle, c.middle(), 0)
		q.ask(tMiddleKind, c.middle(), k)
		q.ask(tFine, c.fine(), 0)
		q.ask(tFineKind, c.fine(), k)
	} else {
		q.ask(tFine, 0, k)
	}
	if w.first != 0 {
		q.ask(tFirst, w.first, k)
		q.ask(tLast, w.last, k)
		if w.lastCluster != 0 {
			q.ask(tLastCluster, w.lastCluster.middle(), k)
		}
	}
	if w.function {
		q.ask(tFunction, k, 0)
	}
}

// features lists what is asked of token i of sentence s beyond the spelling of
// the words around it. Words that no name can hold are asked little.
func (r *reader) features(q *questions, s, i int) {
	start, end := int(r.first[s]), int(r.first[s+1])
	p := &r.places[i]
	r.knowledge(q, i, start, end)
	w := &r.words[p.word]
	left, right := r.wordAt(i-1, start, end), r.wordAt(i+1, start, end)
	k := uint32(w.kind)
	q.ask(tKinds, uint32(left.kind)<<8|k, uint32(right.kind))
	if p.run < 0 && !w.capital() && w.kind != kindAlnum {
		return
	}
	left2, right2 := r.wordAt(i-2, start, end), r.wordAt(i+2, start, end)
	q.ask(tBigramLeft, left.lower, w.lower)
	q.ask(tBigramRight, w.lower, right.lower)
	q.ask(tClusterLeft, uint32(left.cluster.middle()), uint32(w.cluster.middle()))
	q.ask(tClusterRight, uint32(w.cluster.middle()), uint32(right.cluster.middle()))
	q.ask(tKindLeft, left.lower, k)
	q.ask(tKindRight, right.lower, k)
	q.ask(tTwoLeft, left2.lower^left.lower*31, k)
	q.ask(tTwoRight, right.lower^right2.lower*31, k)
	q.ask(tFineAround, left.cluster.middle()<<8|k, right.cluster.middle())
	r.casingOf(q, s, i, start)
	if p.run >= 0 {
		r.company(q, i, start, end)
	}
	r.elsewhere(q, i)
}

// casingOf asks how the sentence is set and whether a capital is due anyway.
func (r *reader) casingOf(q *questions, s, i, start int) {
	w := &r.words[r.places[i].word]
	k := uint32(w.kind)
	due := uint32(0)
	switch {
	case i == start:
		due = 1
	case r.opensQuote(start, i):
		due = 2
	}
	c := uint32(r.casing[s])
	q.ask(tCasing, c<<2|due, k)
	e := &r.entries[r.places[i].entry]
	q.ask(tDocSmall, few(e.small), c<<10|due<<8|k)
	others := e.capital
	if due == 0 && r.casing[s] == casingPlain {
		others--
	}
	q.ask(tDocCapital, few(others), c<<10|due<<8|k)
	q.ask(tCasing, few(e.small)<<8|few(others)<<4|c<<2|due, 256+w.cluster.coarse())
}

// few tells none from one from many.
func few(n int32) uint32 {
	switch {
	case n <= 0:
		return 0
	case n == 1:
		return 1
	}
	return 2
}

// company asks of the run that the token belongs to: what stands in it and at
// its sides.
func (r *reader) company(q *questions, i, start, end int) {
	run := &r.runs[r.places[i].run]
	size, at := uint32(run.end-run.start), uint32(int32(i)-run.start)
	left, right := r.wordAt(int(run.start)-1, start, end), r.wordAt(int(run.end), start, end)
	first, last := &r.words[r.places[run.start].word], &r.words[r.places[run.end-1].word]
	head := &r.words[r.places[run.head].word]
	place := min(at, 3)<<4 | min(size-at, 4)
	q.ask(tRunSize, min(size, 6), place)
	q.ask(tRunPlace, place, uint32(r.words[r.places[i].word].kind))
	q.ask(tRunLeft, left.lower, 0)
	q.ask(tRunRight, right.lower, 0)
	q.ask(tRunLeftCluster, left.cluster.middle(), 0)
	q.ask(tRunRightCluster, right.cluster.middle(), 0)
	q.ask(tRunAround, left.cluster.coarse(), right.cluster.coarse())
	q.ask(tRunLast, last.lower, min(size, 2))
	q.ask(tRunLastCluster, last.cluster.fine(), min(size, 2))
	q.ask(tRunFirst, first.lower, min(size, 2))
	q.ask(tRunFirstCluster, first.cluster.fine(), min(size, 2))
	if run.head != run.end-1 {
		q.ask(tRunHead, head.lower, 0)
	}
	if run.acronym {
		q.ask(tHasAcronym, min(size, 5), 0)
	}
	for j := run.start; j < run.end; j++ {
		if w := &r.words[r.places[j].word]; j != int32(i) && w.capital() {
			side := uint32(0)
			if j > int32(i) {
				side = 1
			}
			q.ask(tRunBag, w.lower, side)
			if w.cluster != 0 {
				q.ask(tRunBag, w.cluster.middle(), side+2)
			}
		}
	}
}

// elsewhere asks where else in the document the word stands.
func (r *reader) elsewhere(q *questions, i int) {
	p := &r.places[i]
	e := &r.entries[p.entry]
	alone := uint32(0)
	if p.run >= 0 && r.runs[p.run].end-r.runs[p.run].start > 1 {
		alone = 1
	}
	if e.long {
		q.ask(tDocBefore, e.before, alone)
		q.ask(tDocBeforeCluster, e.beforeCl.middle(), alone)
		q.ask(tDocAfter, e.after, alone)
		q.ask(tDocAfterCluster, e.afterCl.middle(), alone)
		q.ask(tDocHead, e.runHead, alone)
		q.ask(tDocHeadCluster, e.runCl.fine(), alone)
	}
	if e.acronym != 0 {
		q.ask(tAcronym, 0, 0)
		q.ask(tAcronymHead, e.acronym, 0)
		q.ask(tAcronymCluster, e.acroCl.middle(), 0)
	}
	for b, k := uint32(0), e.know&^r.tokens[i].Know; k != 0; b, k = b+1, k>>1 {
		if k&1 != 0 {
			q.ask(tDocKnow, b, alone)
		}
	}
}

// knowledge asks what the gazetteer says of the token and its neighbours.
func (r *reader) knowledge(q *questions, i, start, end int) {
	k := r.tokens[i].Know
	w := &r.words[r.places[i].word]
	kd := uint32(w.kind)
	q.know(k, 0, kd)
	if k != 0 {
		q.ask(tKnowSet, uint32(k), kd)
	}
	var left, right Knowledge
	if i > start {
		left = r.tokens[i-1].Know
		q.know(left, 1, 0)
	}
	if i+1 < end {
		right = r.tokens[i+1].Know
		q.know(right, 2, 0)
	}
	if k != 0 && (left != 0 || right != 0) {
		q.ask(tKnowPair, uint32(k), uint32(left))
		q.ask(tKnowPair, uint32(k), uint32(right)|1<<31)
	}
}

// know lists each fact of a set.
func (q *questions) know(k Knowledge, side, with uint32) {
	for b := uint32(0); k != 0; b, k = b+1, k>>1 {
		if k&1 != 0 {
			q.ask(tKnow, b<<2|side, with)
		}
	}
}

// late asks what the word was taken for elsewhere in the document at the first
// look.
func (r *reader) late(q *questions, i int) {
	p := &r.places[i]
	w, e := &r.words[p.word], &r.entries[p.entry]
	if !w.capital() || w.function {
		return
	}
	own, others := Type(types), e.times-1
	if p.taken != outside {
		own = labelType(p.taken)
	}
	if others <= 0 {
		return
	}
	alone := uint32(0)
	if p.run >= 0 && r.runs[p.run].end-r.runs[p.run].start > 1 {
		alone = 1
	}
	alone |= uint32(w.kind) << 1
	named := int32(0)
	for t := range Type(types) {
		n := e.taken[t]
		if t == own {
			n--
		}
		if n > 0 {
			named += n
			q.ask(tLate, uint32(t)<<8|share(n, others)<<4|many(n), alone)
		}
	}
	if named < others {
		q.ask(tLate, types<<8|share(others-named, others)<<4|many(others-named), alone)
	}
}

// share tells less than half from more and from nearly all.
func share(n, of int32) uint32 {
	switch {
	case 5*n >= 4*of:
		return 2
	case 2*n >= of:
		return 1
	}
	return 0
}

// many tells one from a few and from many.
func many(n int32) uint32 {
	switch {
	case n == 1:
		return 0
	case n < 4:
		return 1
	}
	return 2
}
