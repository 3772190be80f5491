package claim

import (
	"cmp"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/thread"
)

// conditionAt gives the state of people that word k tells of: what they lack,
// that they need help, go hungry or are poor; "" if none.
func (v *view) conditionAt(k int) string {
	switch {
	case v.is(k, "lost", "lose", "losing", "claimed", "claiming", "cost", "costing", "took", "taking", "taken") && v.livesBehind(k), v.is(k, "lives", "life") && v.is(k+1, "were", "was", "have", "had") && v.lostBehind(k+1):
		return "died"
	case v.is(k, "body", "bodies", "corpse", "corpses") && v.found(k):
		return "died"
	case v.is(k, "lost", "losing", "lose", "without") && v.roofBehind(k):
		return "homeless"
	case v.is(k, "rounded") && v.is(k+1, "up"), v.is(k, "locked") && v.is(k+1, "up"), v.is(k, "in") && v.is(k+1, "custody", "detention"), v.is(k, "into") && v.is(k+1, "custody"):
		return "detained"
	case v.is(k, "lack", "lacks", "lacked", "lacking", "without"), v.is(k, "no") && v.is(k-1, "have", "has", "had", "with", "having"):
		for i := k + 1; i < k+6; i++ {
			if o := lacked[v.low(i)]; o != "" {
				return "without " + o
			}
		}
	case v.is(k, "need", "needs", "needed", "needing", "require", "requires") && !v.is(k-1, "in", "of"), v.is(k, "in") && v.is(k+1, "need"):
		for i := k + 1; i < k+6; i++ {
			if v.is(i, "help", "aid", "assistance", "relief", "support", "protection") || v.is(i, "need") && v.is(i+1, "of", ".", ",", "") {
				return "in need"
			}
		}
	case v.is(k, "hungry", "starving", "malnourished", "undernourished"), v.is(k, "insecure", "insecurity") && v.is(k-1, "food", "food-"),
		v.is(k, "hunger", "famine") && v.is(k-1, "face", "facing", "faced", "acute", "from", "in", "severe"):
		return "hungry"
	case v.is(k, "poverty") && v.is(k-1, "in", "extreme", "into", "absolute", "the"):
		return "poor"
	}
	return ""
}

// occupation gives what people are by what the statement about figure f says that they
// do: who works is a worker, who goes to school a pupil; "" if it says nothing of it.
func (v *view) occupation(f int) string {
	for k := v.first[f] - 1; k >= 0 && k > v.first[f]-5; k-- {
		if v.is(k, "employs", "employed", "employing", "employ") {
			return "worker"
		}
	}
	for k, end := v.last[f], v.statementEnd(f); k < end && k < v.last[f]+12; k++ {
		switch {
		case v.is(k, "work", "works", "worked", "working", "employed") && v.tag(k).IsVerb():
			return "worker"
		case v.is(k, "attend", "attends", "attended", "attending", "enrolled", "go", "goes", "went") && v.anyOf(schoolWords, k+1, min(k+6, end)):
			return "pupil"
		case v.is(k, "vote") && v.anyOf(rollWords, v.last[f], k):
			return "voter"
		}
	}
	return ""
}

// schoolWords are where pupils go, and rollWords tell that people may vote.
var (
	schoolWords = wordSet("school schools class classes kindergarten")
	rollWords   = wordSet("registered eligible entitled enrolled")
)

// livesBehind reports whether a life, of those spoken of or of a number, is what
// the verb at word k takes.
func (v *view) livesBehind(k int) bool {
	for i := k + 1; i < k+7; i++ {
		switch {
		case v.is(i, "life", "lives"):
			return !v.is(i+1, "saving", "savings")
		case !v.figureAt(i) && !v.is(i, "their", "his", "her", "the", "of", "of", "at", "least", "more", "than", "some", "about", "around", "nearly", "almost", "another", "over", "as", "many"):
			return false
		}
	}
	return false
}

// lostBehind reports whether "lost" follows the auxiliary at word k.
func (v *view) lostBehind(k int) bool {
	return v.is(k+1, "lost", "claimed", "taken") || v.is(k+1, "been", "so", "already") && v.is(k+2, "lost", "claimed", "taken")
}

// found reports whether the sentence says that the bodies at word k were found,
// and so that they are no bodies of state.
func (v *view) found(k int) bool {
	for i := range v.w {
		if v.is(i, "recovered", "retrieved", "pulled", "found", "buried", "identified", "washed", "morgue", "mortuary", "rubble", "wreckage", "divers", "hospital", "hospitals", "graves", "grave") {
			return !v.is(k+1, "of")
		}
	}
	return false
}

// roofBehind reports whether a home is what those at word k lost or are without.
func (v *view) roofBehind(k int) bool {
	for i := k + 1; i < k+6; i++ {
		switch {
		case v.is(i, "home", "homes", "house", "houses", "roof", "shelter"):
			return true
		case !v.is(i, "their", "his", "her", "a", "any", "proper", "adequate", "over", "own", "and"):
			return false
		}
	}
	return false
}

// lacked are things that people are said to be without.
var lacked = map[string]string{
	"electricity": "electricity", "power": "electricity", "light": "electricity", "water": "clean water", "toilets": "toilets", "toilet": "toilets",
	"sanitation": "toilets", "internet": "internet", "insurance": "insurance", "cover": "insurance", "housing": "shelter",
	"papers": "papers", "documents": "papers", "nationality": "papers", "schooling": "schooling", "school": "schooling", "healthcare": "health care",
}

// nationals reports whether w is a people of a country: "92 million Nigerians"
// are people, and the country a place.
func nationals(w string) bool {
	e, noun, _ := gazetteer.Default().Demonym(titled(w))
	return e != nil && noun
}

// diseases are illnesses that are counted in cases.
var diseases = wordSet("cholera measles ebola malaria dengue polio tuberculosis hiv aids covid covid-19 coronavirus influenza flu mpox monkeypox typhoid meningitis " +
	"zika plague diphtheria pertussis rabies anthrax hepatitis lassa marburg yellow-fever chikungunya mers sars smallpox pneumonia leprosy syphilis scabies tetanus rubella " +
	"leishmaniasis salmonella listeria legionnaires diarrhoea diarrhea botulism mumps whooping")

// illness names the illness whose cases r counts: the one of its words, of its
// sentence, or the one that the document speaks of most.
func (s *scholar) illness(r *thread.Record) string {
	for _, text := range [...]string{r.What, r.Context} {
		if d := diseaseIn(text); d != "" {
			return d
		}
	}
	if !s.ill.read {
		s.ill.read = true
		s.ill.name = commonDisease(s.d)
	}
	return s.ill.name
}

func diseaseIn(text string) string {
	for _, w := range wordsOf(text) {
		if diseases[w] {
			return w
		}
	}
	return ""
}

// commonDisease is the illness that a document names, if it names one more often
// than all others together.
func commonDisease(d *doc.Document) string {
	count, all, best := map[string]int{}, 0, ""
	for t := range d.Tokens {
		if w := d.Word(t); len(w) > 2 {
			if w = strings.ToLower(w); diseases[w] {
				count[w]++
				all++
				if count[w] > count[best] || count[w] == count[best] && w < best {
					best = w
				}
			}
		}
	}
	if 2*count[best] > all {
		return best
	}
	return ""
}

// cases makes of those infected, and of cases, the cases of an illness.
func (s *scholar) cases(r *thread.Record) {
	isCase := r.Concept == "case" || strings.HasSuffix(r.Concept, " case") || r.Concept == "patient" && strings.Contains(strings.ToLower(r.What), "infection")
	if !isCase && !(people(r) && r.Event == "infected") || r.Kind != doc.Count {
		return
	}
	switch d := s.illness(r); {
	case d != "":
		r.Concept, r.Event = "case", "infected"
		r.Definition = cmp.Or(r.Definition, "of "+d)
	case isCase && bareCase(r.Concept):
		r.Concept, r.Event = "case", "infected"
	}
}

// bareCase reports whether a concept says only that it is a case, and how sure.
func bareCase(concept string) bool {
	for _, w := range strings.Fields(concept) {
		switch w {
		case "case", "suspected", "confirmed", "probable", "reported", "new":
		default:
			return false
		}
	}
	return concept != ""
}
