package claim

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/timex"
)

// A story is the event that a report tells, as far as its place goes: told once,
// in the lead, it holds for what the report counts later. A paragraph that begins
// with an event somewhere else is a story of its own.
type story struct {
	places []doc.ClaimPlace // where it happened
	year   int              // when, 0 if not known
	inner  bool             // told below a heading, and over with the next one
	here   []doc.ClaimPlace // where the paragraph's own event happened
	away   bool             // the paragraph has gone on to other places
	read   int              // sentences of the section that have been read
}

// maxLead is how many sentences may pass before a section tells its event.
const maxLead = 4

// happenings tell that something happened, or goes on, at one place.
var happenings = wordSet("attack attacks attacked bombing bombings bomb bombs blast blasts explosion explosions exploded earthquake earthquakes quake tremor flood floods flooding flooded storm storms " +
	"cyclone hurricane typhoon tornado landslide landslides mudslide mudslides avalanche fire fires blaze wildfire wildfires crash crashed collision collided derailment derailed capsized sank sinking " +
	"shipwreck outbreak outbreaks epidemic famine drought massacre shooting shootings shot raid raids raided clash clashes clashed riot riots ambush ambushed kidnapped kidnapping eruption erupted collapse " +
	"collapsed disaster accident stampede heatwave spill killed killing died dead struck gunmen strike strikes siege fighting battle protest protests brawl burglary robbery murder murders evacuation evacuated " +
	"bodies rubble rescuers rescue survivors victims toll drowned wounded")

// generalWords make a sentence one about the world and not about an event.
var generalWords = wordSet("usually often common generally worldwide globally nationwide annually typically normally elsewhere rarely abroad countrywide")

// tellStory notes after a sentence where the event that it tells took place, and
// whether it has gone on to other places.
func (r *reader) tellStory(b int, sites []site) {
	v := r.v
	if blockKind(r.d, b) != doc.Body || len(v.w) < 4 {
		return
	}
	r.story.read++
	event := -1
	if r.story.read <= maxLead || r.d.Blocks[b].Text.Start >= r.d.Sentences[v.s].Start {
		event = v.happens()
	}
	if event < 0 {
		r.story.away = r.story.away || r.othersNamed()
		return
	}
	if sites == nil {
		sites = v.sites()
	}
	places := v.placesNear(event, sites)
	switch {
	case len(places) == 0:
		r.story.away = r.story.away || r.othersNamed()
	case r.story.read <= maxLead && (r.story.places == nil || r.story.read == 1):
		r.story = story{places: places, year: r.yearTold(), inner: r.headed, read: r.story.read}
	case v.from == r.d.Sentences[v.s].First && r.d.Blocks[b].Text.Start >= r.d.Sentences[v.s].Start:
		if y := r.yearTold(); y == 0 || r.story.year == 0 || y == r.story.year {
			r.story.here = places
		}
		r.story.away = true
	default:
		r.story.away = r.story.away || r.othersNamed()
	}
}

// happens gives the first word that tells an event outside of quotations; -1 if
// none does.
func (v *view) happens() int {
	for k := range v.w {
		if happenings[v.w[k].low] && !v.w[k].quoted && v.w[k].figure < 0 && (v.w[k].mention < 0 || v.mention(k).Type != doc.Org) {
			return k
		}
	}
	return -1
}

// maxFromEvent is how far from the word that tells an event its place may stand.
const maxFromEvent = 24

// placesNear gives the place nearest to the event at word k: of a dateline only
// where nothing else is named.
func (v *view) placesNear(k int, sites []site) []doc.ClaimPlace {
	best, cost := -1, maxFromEvent
	for i := range sites {
		s := &sites[i]
		if s.weak || s.role != doc.Location || s.owner >= 0 && s.label {
			continue
		}
		c := s.first - k
		if c < 0 {
			c = k - s.last + 6
		}
		if s.dateline && v.titled {
			continue
		}
		if s.dateline {
			c = maxFromEvent - 1 // only where nothing else is named
		}
		if c < cost {
			best, cost = i, c
		}
	}
	if best < 0 {
		return nil
	}
	return groupPlaces(sites, groupCost{sites[best].group, 0, sites[best].role})
}

// othersNamed reports whether the sentence names a place outside the words of who
// says so that is not one of the story.
func (r *reader) othersNamed() bool {
	v := r.v
	for i := 0; i < len(v.w); i++ {
		men := v.mention(i)
		if men == nil || men.Type != doc.Place || men.Form == doc.Adjective || v.inAttribution(i) {
			continue
		}
		known := false
		for _, p := range r.story.places {
			known = known || p.Referent >= 0 && p.Referent == v.referent(v.w[i].mention)
		}
		if !known {
			return true
		}
	}
	return false
}

// yearTold is the year of the first time that the sentence names, else of
// publication.
func (r *reader) yearTold() int {
	for i := range r.v.times {
		if p := r.cal.resolved[i]; p.Known() && p.Last().Year > 0 {
			return p.Last().Year
		}
	}
	return r.cal.ref.Year
}

// inStory gives a count that names no place the place of the story, unless it
// speaks of another year or of the world.
func (r *reader) inStory(c *doc.Claim, f int, sites []site) {
	v := r.v
	places := r.story.here
	if places == nil && !r.story.away {
		places = r.story.places
	}
	if r.story.read > maxStory || !ofEvents(c) {
		return
	}
	if places == nil || r.entered != nil || len(c.Places) > 0 || c.Per != "" || c.In != doc.Body || v.capacity(f) || v.anyOf(generalWords, 0, len(v.w)) {
		return
	}
	switch c.Kind {
	case doc.Count, doc.Percent, doc.Ratio:
	default:
		return
	}
	if c.Unit == "country" || c.Unit == "nation" || c.Unit == "state" || v.elsewhere(f) {
		return
	}
	for i := range sites {
		if !sites[i].weak {
			return
		}
	}
	if d := timex.ParseDay(strings.TrimPrefix(c.Time, "../")); d.Known() && d.Year != r.story.year {
		return
	}
	c.Places = append([]doc.ClaimPlace(nil), places...)
}

// maxStory is for how many sentences of a section its event is still the one that
// is told.
const maxStory = 40

// struckWords head what the report of an event counts: whom and what it struck,
// who did it and who came to help.
var struckWords = wordSet("people person persons dead injured wounded missing body bodies victim victims survivor survivors case cases death deaths fatality fatalities casualty casualties house houses " +
	"home homes building buildings family families household households patient patients child children man men woman women pupil pupils student students teacher teachers worker workers passenger passengers " +
	"crew sailor sailors migrant migrants resident villager villagers attacker attackers gunman gunmen suspect suspects militant militants fighter fighters officer officers policeman policemen soldier soldiers rescuer " +
	"rescuers doctor doctors nurse nurses bed beds tent tents blanket blankets quilt quilts boat boats vehicle vehicles car cars arrest arrests aftershock aftershocks shop shops school schools hospital hospitals " +
	"bridge bridges sample samples hostage hostages protester protesters protestor demonstrator demonstrators relative relatives evacuee evacuees infection infections piece pieces shot shots detainee detainees " +
	"toll guest guests buried")

// ofEvents reports whether a claim counts what the report of an event does.
func ofEvents(c *doc.Claim) bool {
	what := strings.ToLower(c.What)
	if strings.Contains(what, " or ") {
		return false
	}
	what, _, _ = strings.Cut(what, " of ")
	return c.What == "" && c.Unit == "person" || struckWords[what[strings.LastIndexByte(what, ' ')+1:]]
}

// capacity reports whether figure f says how much something may hold: "built to
// carry 101 passengers".
func (v *view) capacity(f int) bool {
	for k := v.first[f] - 1; k >= 0 && k > v.first[f]-6; k-- {
		if v.is(k, "carry", "hold", "seat", "seats", "accommodate", "capacity", "built", "certified", "licensed", "designed", "allowed") {
			return true
		}
	}
	return false
}

// placeAtEnd gives the place that ends a heading: "Burglary in Celle".
func (r *reader) placeAtEnd(b int) []doc.ClaimPlace {
	text := r.d.Blocks[b].Text
	within := r.mentionsIn(text)
	if len(within) == 0 || len(within) > 2 {
		return nil
	}
	i := within[len(within)-1]
	men := &r.d.Mentions[i]
	if men.Type != doc.Place || men.Form == doc.Adjective || i >= len(r.d.ReferentOf) || r.d.ReferentOf[i] < 0 || strings.Trim(r.d.Text[men.End:text.End], " \t\n.:") != "" {
		return nil
	}
	before := strings.ToLower(strings.TrimRight(r.d.Text[text.Start:men.Start], " "))
	if !hasAnySuffix(before, " in", " in the", " near", " at", " off") {
		return nil
	}
	ref := &r.d.Referents[r.d.ReferentOf[i]]
	return []doc.ClaimPlace{{Name: ref.Name, Referent: r.d.ReferentOf[i], Role: doc.Location}}
}
