package claim

import (
	"strings"

	"analyze/internal/doc"
)

// maxFront is how many blocks at the beginning say what a document is.
const maxFront = 14

// minuteHeads are what minutes call themselves, and what only their head holds.
var minuteHeads = [...]string{"minutes of", "notes of the meeting", "notes of a meeting", "record of the meeting", "summary record", "note of the meeting", "meeting notes", "apologies for absence", "in attendance:", "apologies:"}

// ofMinutes reports whether the document is the minutes of a meeting, in which who
// was reported goes on until another is or something is decided.
func (r *reader) ofMinutes() bool {
	if r.minutes == 0 {
		r.minutes = 1
		for b := 0; b < len(r.d.Blocks) && b < maxFront; b++ {
			text := r.d.Blocks[b].Text
			low := strings.ToLower(r.d.Text[text.Start:min(text.End, text.Start+maxLabel)])
			if strings.HasSuffix(strings.TrimSpace(low), "minutes") {
				r.minutes = 2
			}
			for _, h := range minuteHeads {
				if i := strings.Index(low, h); i == 0 || i > 0 && low[i-1] == '\n' || i > 0 && i < 30 && h != "minutes of" {
					r.minutes = 2
				}
			}
		}
	}
	return r.minutes == 2
}

// minuted reports whether in minutes the sentence goes on with what somebody was
// reported to say.
func (r *reader) minuted(v *view) bool {
	return r.indirect.person && r.ofMinutes() && !v.anyOf(decides, 0, min(len(v.w), maxDecides))
}

// decides are words by which a meeting acts as one, among the first maxDecides of
// a sentence.
var decides = wordSet("agreed resolved approved noted adopted carried decided endorsed ratified accepted unanimously voted seconded elected received resolution action")

const maxDecides = 8

// minuteSpeaker gives the floor in minutes to the person who begins the sentence:
// "Mr Holt presented the accounts." What is reported from then on is his.
func (r *reader) minuteSpeaker() {
	v := r.v
	if !r.ofMinutes() || v.spoken() || len(v.w) < 3 || v.w[0].quoted {
		return
	}
	for k := 1; k < len(v.w) && k < 14; k++ {
		if v.tag(k) != doc.VBD && !v.is(k, "has", "had", "asked") || v.w[k].mention >= 0 {
			continue
		}
		p, apposition := v.subject(k)
		if p.empty() || p.first > 1 || !v.speaks(p) || v.is(k, "was", "were", "left", "joined", "arrived", "thanked", "welcomed", "seconded", "proposed") {
			return
		}
		s, ok := v.nameIn(apposition)
		if !ok {
			s = v.speakerIn(p, &memory{})
		}
		if h := v.headPart(p); s.known() && s.person && !s.pronoun && (s.referent >= 0 || v.upper(h.last-1)) {
			r.indirect = s
		}
		return
	}
}
