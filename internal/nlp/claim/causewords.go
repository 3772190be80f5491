package claim

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"
)

// causeWords name what strikes people. A word that tells of several things holds
// the bits of each.
var causeWords = func() map[string]thread.Cause {
	m := map[string]thread.Cause{}
	for _, row := range [...]struct {
		is    thread.Cause
		words string
	}{
		{thread.ByQuake, "earthquake quake tremor aftershock seismic"},
		{thread.ByQuake | thread.ByWater, "tsunami"},
		{thread.ByWater, "flood flooding deluge rain monsoon storm cyclone hurricane typhoon tornado dam"},
		{thread.ByWater | thread.ByQuake | thread.ByCollapse, "landslide mudslide avalanche"},
		{thread.ByFire, "fire blaze wildfire bushfire"},
		{thread.ByViolence | thread.ByFire | thread.ByCollapse, "explosion blast"},
		{thread.ByViolence, "attack bombing bomb gunman gunmen shooting airstrike air-strike raid massacre clash fighting war battle ambush shelling militant rebel drone missile " +
			"riot protest crackdown violence gang"},
		{thread.ByTraffic, "crash collision derailment capsize capsized ferry boat shipwreck bus train plane"},
		{thread.ByIllness, "epidemic outbreak virus infection disease pandemic vaccine"},
		{thread.ByCold, "cold frost hypothermia heatwave heat"},
		{thread.ByHunger, "famine hunger malnutrition starvation"},
		{thread.ByCollapse | thread.ByQuake, "mine pit shaft rubble collapse building"},
	} {
		for _, w := range strings.Fields(row.words) {
			m[w] = row.is
		}
	}
	return m
}()

// causeIn gives the causes that a text names.
func causeIn(text string) (c thread.Cause) {
	for _, w := range wordsOf(text) {
		if c |= causeWords[singular(w)]; diseases[w] {
			c |= thread.ByIllness
		}
	}
	return c
}

// maxLeadSentences is how many sentences of running text tell what a report is of.
const maxLeadSentences = 3

// lead gives the causes that the title and the first sentences of a document name.
func (s *scholar) lead() (c thread.Cause) {
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
