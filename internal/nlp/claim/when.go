package claim

import (
	"sort"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"
)

// readTimes finds the times of the sentence.
func (v *view) readTimes() {
	for range v.w {
		v.timeAt = append(v.timeAt, -1)
	}
	if !v.mayNameTime() {
		return
	}
	v.split()
	r := timex.Reader{Atoms: v.atoms}
	for i := 0; i < len(v.atoms); {
		w, n := r.Read(i)
		if n == 0 || !v.isTime(&r, i, n, w) {
			i++
			continue
		}
		w.First, w.Last = v.atoms[i].Word, v.atoms[i+n-1].Word+1
		for k := w.First; k < w.Last; k++ {
			v.timeAt[k] = len(v.times)
		}
		v.times = append(v.times, w)
		i += n
	}
}

func (v *view) mayNameTime() bool {
	for i := range v.w {
		if v.w[i].sense&timeCue != 0 {
			return true
		}
		if l := v.w[i].low; l != "" && (l[0] >= '0' && l[0] <= '9' && len(l) >= 4 || len(l) > 4 && l[len(l)-1] >= '0' && l[len(l)-1] <= '9' || strings.IndexByte(l, '-') > 0) {
			return true
		}
	}
	return false
}

// split makes the atoms of the words.
func (v *view) split() {
	v.atoms = v.atoms[:0]
	for i := range v.w {
		if w := &v.w[i]; w.tag != 0 || w.low != "" {
			v.atoms = timex.AppendAtoms(v.atoms, i, v.d.Word(w.tok), w.low, w.number)
		}
	}
}

// isTime refuses what looks like a time and is none: a year in brackets after a
// title stays one, but "May" the verb and "second" the count do not.
func (v *view) isTime(r *timex.Reader, i, n int, w timex.Expression) bool {
	a := &r.Atoms[i]
	first, last := a.Word, r.Atoms[i+n-1].Word
	for k := first; k <= last; k++ {
		if v.w[k].number && w.Base != timex.Anaphor && w.Base != timex.Deictic && w.Period.Window == "" {
			return false
		}
		if m := v.mention(k); m != nil && v.w[k].sense&timeCue != 0 && m.Type.IsActor() {
			return false
		}
	}
	if n == 1 && w.Base == timex.Absolute && w.Period.From.Year < 1500 && w.Period.From.Month == 0 && w.Period.From == w.Period.To &&
		(v.isNoun(last+1) || !v.is(first-1, "in", "since", "of", "until", "by", "from", "to", "between", "and", "before", "after", "year")) {
		return false // so early a year is named as one
	}
	if w.Unit == timex.ToWeekday && v.is(first-1, "a", "any", "every", "each") {
		return false // "we meet on a Monday"
	}
	if n == 1 && w.Base == timex.Absolute && v.numbered(first, w.Period.From.Year) {
		return false
	}
	if last == first && v.workYear(first) || v.is(first-1, "p", "p.", "pp", "pp.") {
		return false
	}
	if v.tag(last+1) == doc.POS && (w.OpenEnd || w.OpenStart || v.is(first-1, "after", "before", "since", "until")) {
		return false // "after 2010's floods"
	}
	if n == 1 && timex.MonthNamed(a.Low) > 0 && (a.Low == "may" || a.Low == "march" || a.Low == "august") {
		return first > 0 && v.is(first-1, "in", "of", "for", "since", "by", "last", "this", "until", "from", "to", "and", "early", "late", "late-", "mid", "during", "through", "between", "before", "after") ||
			first > 0 && v.is(last+1, ",", ".", ")") && v.isComma(first-1)
	}
	return true
}

// numberedThings bear a number that may look like a year, casesOf one with a year
// behind a stroke.
var (
	numberedThings = wordSet("resolution resolutions directive regulation flight route highway no nr number asteroid room form")
	casesOf        = wordSet("contract case docket law decree act order ordinance decision resolution regulation directive file no nr number judgment")
)

// citedAs are the reasons why a number is no figure that say it is no year either.
var citedAs = wordSet("law section article paragraph code phone")

// cited reports whether the number at word i was found to be that of a law, a section or
// the like: "(50 U.S.C. 1622(d))".
func (v *view) cited(i int) bool {
	at := v.d.Tokens[v.w[i].tok].Start
	k := sort.Search(len(v.d.Skipped), func(k int) bool { return v.d.Skipped[k].End > at })
	if k == len(v.d.Skipped) || v.d.Skipped[k].Start > at {
		return false
	}
	why := v.d.Skipped[k].Reason
	return citedAs[why] || why == "reference" && i > 0 && v.w[i-1].mention < 0 && !v.isComma(i-1) // no "Holm, 2014"
}

// numbered reports whether the year at word i is rather the number of something, "Resolution
// 2132", "contract 14/2009", or lies so far ahead that it would be named as a year.
func (v *view) numbered(i, year int) bool {
	if year >= 2060 && !v.is(i-1, "in", "by", "until", "to", "of", "before", "through", "and", "–", "-", "year") {
		return true
	}
	if v.cited(i) {
		return true
	}
	before := strings.TrimSuffix(v.low(i-1), ".")
	return numberedThings[before] || casesOf[before] && strings.IndexByte(v.w[i].low, '/') > 0
}

// workYear reports whether the year at word k is that of a work and not of what it says:
// Holt (2011) finds, (Holt et al., 2011), (WHO 2011; Lund 2014), (1947, 380).
func (v *view) workYear(k int) bool {
	if v.caption {
		return false
	}
	closed := v.tag(k+1) == doc.RParen || v.is(k+1, ";") || v.isComma(k+1) && v.is(k+2, "p.", "pp.", "p", "pp")
	paged := v.isComma(k+1) && v.tag(k+2) == doc.CD && (v.tag(k+3) == doc.RParen || v.isDash(k+3))
	paged = paged || v.is(k+1, ":") && v.tag(k+2) == doc.CD && v.w[k].depth > 0 && !v.is(k-1, "(", "[")
	switch open := v.is(k-1, "(", "["); {
	case open && paged:
		return true
	case open && closed && v.tag(k-2) == doc.CD:
		return v.w[k-2].figure < 0 // "Nature 541, 321–330 (2017)"
	case open && closed && v.isAuthor(k-2):
		return v.is(k-2, "al", "al.") || v.is(k-3, "from", "see", "by", "cf", "&") || v.saysAhead(k+1)
	case open || !closed && !paged:
		return false
	case v.isComma(k - 1):
		k--
	}
	return v.w[k].depth > 0 && v.isAuthor(k-1)
}

// isAuthor reports whether word k may end the name of who wrote something.
func (v *view) isAuthor(k int) bool {
	if m := v.mention(k); m != nil {
		return m.Type == doc.Person || m.Type == doc.Org
	}
	return k >= 0 && (v.tag(k) == doc.NNP && v.upper(k) && !yearly[v.low(k)] || v.is(k, "al", "al."))
}

// yearly are names of what comes again, each time with its year.
var yearly = wordSet("census budget survey easter christmas ramadan cup games olympics summit election elections expo euro round hurricane cyclone typhoon")

// saysAhead reports whether a verb that reports stands among the words from k on.
func (v *view) saysAhead(k int) bool {
	for end := min(k+7, len(v.w)); k < end; k++ {
		if v.has(k, says|counts) && v.tag(k).IsVerb() {
			return true
		}
	}
	return false
}
