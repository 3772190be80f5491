package claim

import (
	"strings"

	"analyze/internal/doc"
)

// A cause is what struck the people whom a report counts, as a set: a landslide is
// told of as one of many things.
type cause uint16

const (
	byQuake cause = 1 << iota
	byWater
	byFire
	byViolence
	byTraffic
	byIllness
	byCold
	byHunger
	byCollapse
)

// causeWords name what strikes people. A word that tells of several things holds
// the bits of each.
var causeWords = func() map[string]cause {
	m := map[string]cause{}
	for _, row := range [...]struct {
		is    cause
		words string
	}{
		{byQuake, "earthquake quake tremor aftershock seismic"},
		{byQuake | byWater, "tsunami"},
		{byWater, "flood flooding deluge rain monsoon storm cyclone hurricane typhoon tornado dam"},
		{byWater | byQuake | byCollapse, "landslide mudslide avalanche"},
		{byFire, "fire blaze wildfire bushfire"},
		{byViolence | byFire | byCollapse, "explosion blast"},
		{byViolence, "attack bombing bomb gunman gunmen shooting airstrike air-strike raid massacre clash fighting war battle ambush shelling militant rebel drone missile " +
			"riot protest crackdown violence gang"},
		{byTraffic, "crash collision derailment capsize capsized ferry boat shipwreck bus train plane"},
		{byIllness, "epidemic outbreak virus infection disease pandemic vaccine"},
		{byCold, "cold frost hypothermia heatwave heat"},
		{byHunger, "famine hunger malnutrition starvation"},
		{byCollapse | byQuake, "mine pit shaft rubble collapse building"},
	} {
		for _, w := range strings.Fields(row.words) {
			m[w] = row.is
		}
	}
	return m
}()

// causeIn gives the causes that a text names.
func causeIn(text string) (c cause) {
	for _, w := range wordsOf(text) {
		if c |= causeWords[singular(w)]; diseases[w] {
			c |= byIllness
		}
	}
	return c
}

// maxLeadSentences is how many sentences of running text tell what a report is of.
const maxLeadSentences = 3

// lead gives the causes that the title and the first sentences of a document name.
func (s *scholar) lead() (c cause) {
	c = causeIn(s.d.Meta.Title)
	read := 0
	for i := range s.d.Sentences {
		if blockKind(s.d, s.d.Sentences[i].Block) != doc.Body {
			continue
		}
		if read++; read > maxLeadSentences {
			break
		}
		if s.d.Sentences[i].Len() <= 4*maxContext {
			c |= causeIn(s.d.Slice(s.d.Sentences[i].Span))
		}
	}
	return c
}

// asunder reports whether two figures are told of causes that have nothing in common.
func (r *Record) asunder(s *Record) bool {
	return r.Cause != 0 && s.Cause != 0 && r.Cause&s.Cause == 0
}
