package thread

import (
	"math"
	"slices"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/wordnet"

	"github.com/govalues/decimal"
)

// What tells whether two claims of different documents are for one thing, as numbers.
const (
	rareNames = iota // names that their documents share and that are no words
	plainNames
	topicsShared
	sameFocus
	otherFocus
	daysFar // that lie between the documents, in a logarithm
	numberSame
	digitsSame // how many digits both tell
	timesFar   // how many times the one is the other, in a logarithm
	handful    // counts below ten
	headNear   // how near the nouns are that are counted
	headOther
	conceptSame
	conceptOther // and the tables know both
	headTold     // the noun that one counts is told beside the other
	opposedWords
	nearWords // what is told beside both
	nearPart  // what part of the lesser it is
	wideWords
	sourceSame
	eventSame
	eventOther
	definedOther
	apartOther
	timeSame
	yearOther
	dayOther
	placeSame
	placeOther
	stageOther
	isPercent
	isMoney
	isMeasure
	isDuration
	isPerson
	personOther // people, and things whose noun is not near
	features
)

type evidence [features]float64

// sameScale reports whether two claims count in units that can be held against each
// other; of people and things, whatever they are called.
func (r *Record) sameScale(s *Record) bool {
	switch {
	case r.Per != s.Per && r.Per != "" && s.Per != "", r.Direction != s.Direction && r.Direction != "" && s.Direction != "", r.scaleKind() != s.scaleKind():
		return false
	case r.Kind == doc.Money:
		return r.Unit == s.Unit || strings.HasSuffix(r.Unit, "D") && strings.HasSuffix(s.Unit, "D") && alikeNumbers(r, s)
	case r.Kind == doc.Measure || r.Kind == doc.Duration:
		return r.Unit == s.Unit || r.Norm != nil && s.Norm != nil && r.Norm.Unit == s.Norm.Unit
	}
	return true
}

// scaleKind is the kind of number that r tells, whether it is by how much something
// changes or how much it is.
func (r *Record) scaleKind() string {
	switch {
	case shareLike(r):
		return "percent"
	case r.Kind != doc.ChangeKind:
		return r.Kind.String()
	case r.Norm == nil && len(r.Unit) > 3 && strings.ToLower(r.Unit) == r.Unit:
		return doc.Count.String() // posts by which a body shrinks are posts
	}
	return "change of " + r.Unit
}

// shareLike reports whether r is told in percent, be it of something or by how much it
// changes.
func shareLike(r *Record) bool {
	return r.Unit == "percent" && (r.Kind == doc.Percent || r.Kind == doc.ChangeKind)
}

// inScale gives r in a unit that it has in common with s.
func (r *Record) inScale(s *Record) *Record {
	if r.Unit == s.Unit {
		return r
	}
	return r.normal()
}

// normal gives r in the unit beside its own, if it is a measure that has one.
func (r *Record) normal() *Record {
	if r.Norm == nil || r.Value == nil || r.Value.IsZero() || r.Kind != doc.Measure && r.Kind != doc.Duration {
		return r
	}
	c := *r
	for _, p := range [...]**decimal.Decimal{&c.Low, &c.High, &c.Value} {
		if *p == nil {
			continue
		}
		v, err := (*p).Mul(r.Norm.Value)
		if err == nil {
			v, err = v.Quo(*r.Value)
		}
		if err != nil {
			return r
		}
		*p = &v
	}
	c.Unit = r.Norm.Unit
	return &c
}

// weigh adds to what their documents have in common what tells whether two claims are for
// one thing.
func (m *matcher) weigh(r, s *Record, e *evidence) {
	m.numbers(r.inScale(s), s.inScale(r), e)
	m.wordings(r, s, e)
	flag := func(f int, is bool) {
		if is {
			e[f] = 1
		}
	}
	flag(sourceSame, r.Source != "" && s.Source != "" && r.SourceKey() == s.SourceKey())
	flag(eventSame, r.Event != "" && r.Event == s.Event)
	flag(eventOther, r.Event != "" && s.Event != "" && r.Event != s.Event)
	flag(conceptSame, r.Concept != "" && r.Concept == s.Concept && r.Concept != "person")
	flag(conceptOther, r.Concept != s.Concept && r.Listed && s.Listed)
	flag(definedOther, r.Definition != s.Definition)
	flag(apartOther, (r.Apart == "") != (s.Apart == ""))
	flag(stageOther, r.Stage != s.Stage)
	a, b := r.asOf(), s.asOf()
	told := r.Time != "" && s.Time != ""
	flag(timeSame, told && r.Time == s.Time)
	flag(yearOther, a.Known() && b.Known() && a.Year != b.Year && (told || r.Time != "" && a.Year < b.Year || s.Time != "" && b.Year < a.Year))
	flag(dayOther, told && r.Time != s.Time && a.Year == b.Year)
	own := len(r.Places) > 0 && len(s.Places) > 0
	flag(placeSame, own && overlap(strings.Join(r.Places, ";"), strings.Join(s.Places, ";")))
	flag(placeOther, own && e[placeSame] == 0 && !r.Carried && !s.Carried)
	flag(isPercent, shareLike(r))
	flag(isMoney, r.Kind == doc.Money)
	flag(isMeasure, r.Kind == doc.Measure)
	flag(isDuration, r.Kind == doc.Duration)
	flag(personOther, (r.Unit == "person") != (s.Unit == "person") && e[headNear] < minAlike && r.Kind == doc.Count)
	flag(isPerson, r.Unit == "person" || s.Unit == "person")
}

// wordless reports whether nothing but a number of few digits speaks for two claims: two
// quarters of two things are everywhere.
func (e *evidence) wordless() bool {
	if e[isPercent] == 1 && e[headOther] == 1 && e[headTold] < minAlike && e[digitsSame] < manyDigits {
		return true
	}
	if e[isPercent] == 1 && e[placeOther] == 1 && e[digitsSame] < manyDigits {
		return true
	}
	return e[digitsSame] < manyDigits && e[nearWords] == 0 && e[wideWords] == 0 && max(e[headNear], e[headTold]) < minAlike
}

// surely reports whether two claims of long documents can be for one thing at all: the
// same number, of the same place and year as far as they are told, and either one that
// chance does not give of things whose words are near, or things of one word of which more
// is told alike.
func (e *evidence) surely() bool {
	if e[timesFar] > math.Log(roundReach) || e[placeOther] == 1 || e[yearOther] == 1 || e[apartOther] == 1 {
		return false
	}
	if e[digitsSame] >= manyDigits && (max(e[headNear], e[headTold]) >= minAlike || e[conceptSame] == 1) {
		return true
	}
	return e[headNear] == wordnet.Same && e[nearWords] >= 1 && e[handful] == 0
}

// roundReach is how many times the one of two numbers is the other at most where they are
// the same but for the last digit told.
const roundReach = 1.02

// manyDigits is how many digits no two things have in common by chance.
const manyDigits = 2

// stories tells what the documents have in common.
func (m *matcher) stories(r, s *Record, e *evidence) {
	for _, w := range r.Names {
		switch {
		case !slices.Contains(s.Names, w):
		case wordnet.Known(w):
			e[plainNames]++
		default:
			e[rareNames]++
		}
	}
	topics := m.told(s).topics
	for _, w := range m.told(r).topics {
		best := 0.0
		for _, o := range topics {
			best = max(best, m.words.Near(w, o))
		}
		if best >= minAlike {
			e[topicsShared] += best * m.words.Weight(w)
		}
	}
	e[rareNames], e[plainNames], e[topicsShared] = min(e[rareNames], 4), min(e[plainNames], 4), min(e[topicsShared], 4)
	if r.Focus != "" && s.Focus != "" {
		if r.Focus == s.Focus {
			e[sameFocus] = 1
		} else {
			e[otherFocus] = 1
		}
	}
	if days, dated := r.daysApart(s); dated {
		e[daysFar] = math.Log1p(float64(days))
	} else {
		e[daysFar] = math.Log1p(maxStoryDays)
	}
}

// minAlike is how near words are that tell the same.
const minAlike = 0.5

// numbers tells how the numbers of two claims in one unit compare.
func (m *matcher) numbers(r, s *Record, e *evidence) {
	if alikeNumbers(r, s) {
		e[numberSame] = 1
	}
	if r.alike(s) {
		e[digitsSame] = float64(min(r.digits(), s.digits(), 5))
	}
	e[timesFar] = math.Log(max(Times(r, s), 1))
	if r.Kind == doc.Count && (r.Named().Less(powerOfTen(1)) || s.Named().Less(powerOfTen(1))) {
		e[handful] = 1
	}
}

// digits is how many digits the number of r tells, zeros at its ends left out.
func (r *Record) digits() int {
	n := r.Named()
	if shareLike(r) && !strings.ContainsAny(r.Text, "0123456789") {
		return 1 // a third
	}
	return max(1, len(strings.Trim(strings.Replace(n.Abs().Trim(0).String(), ".", "", 1), "0")))
}

// wordings tells how what two claims count is worded.
func (m *matcher) wordings(r, s *Record, e *evidence) {
	a, b := m.told(r), m.told(s)
	if r.Counted != "" && s.Counted != "" {
		if e[headNear] = m.near(a.counted, b.counted, e); e[headNear] < minAlike/2 {
			e[headOther] = 1
		}
	}
	for _, p := range [...][2]*told{{a, b}, {b, a}} {
		if p[0].r.Counted == "" {
			continue
		}
		for _, w := range p[1].near {
			if p[1].r.Counted == "" || w != p[1].counted {
				e[headTold] = max(e[headTold], m.words.Near(p[0].counted, w))
			}
		}
	}
	x, allX := m.shared(a.near, b.near, a, b, e)
	y, allY := m.shared(b.near, a.near, b, a, e)
	e[nearWords] = min(x, y, 4)
	if least := min(allX, allY); least > 0 {
		e[nearPart] = min(x, y) / least
	}
	x, _ = m.shared(a.wide, b.all, a, b, e)
	y, _ = m.shared(b.wide, a.all, b, a, e)
	e[wideWords] = min(max(x, y), 4)
}

// near tells how near two words are, and notes those that say the opposite.
func (m *matcher) near(a, b wordnet.Word, e *evidence) float64 {
	n := m.words.Near(a, b)
	if n == wordnet.Opposed {
		e[opposedWords] = 1
	}
	return max(n, 0)
}

// shared weighs which of some words of x the words of y know too, and all of them. Names
// of both stories as a whole do not count.
func (m *matcher) shared(of, among []wordnet.Word, x, y *told, e *evidence) (sum, all float64) {
	for _, w := range of {
		if slices.Contains(x.named, w) && slices.Contains(y.names, w) {
			continue
		}
		best := 0.0
		for _, o := range among {
			best = max(best, m.near(w, o, e))
		}
		weight := m.words.Weight(w)
		all += weight
		if best >= minAlike {
			sum += best * weight
		}
	}
	return sum, all
}

// A told is the words of a claim, read.
type told struct {
	r               *Record
	counted         wordnet.Word
	near, wide, all []wordnet.Word
	names, topics   []wordnet.Word // of its document
	named           []wordnet.Word // those of all that are among names
}

// told reads the words of r.
func (m *matcher) told(r *Record) *told {
	t := m.of[r]
	if t == nil {
		t = &told{r: r, counted: m.words.Word(r.Counted), near: m.read(r.Near), wide: m.read(r.Wide), names: m.read(r.Names), topics: m.read(r.Topics)}
		t.all = slices.Concat(t.near, t.wide)
		for _, w := range t.all {
			if slices.Contains(t.names, w) {
				t.named = append(t.named, w)
			}
		}
		m.of[r] = t
	}
	return t
}

// read reads a list of words.
func (m *matcher) read(list []string) []wordnet.Word {
	out := make([]wordnet.Word, len(list))
	for i, w := range list {
		out[i] = m.words.Word(w)
	}
	return out
}
