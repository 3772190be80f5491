package index

import "strings"

// american returns an English word as it is spelt in America, so that texts
// from either side of the sea are found by either spelling. What comes out is
// made for a stem alone and need not be a word: promise becomes promize, in
// queries as in texts. The first letter stays.
func american(word string) string {
	if len(word) < 5 {
		return word
	}
	if w, ok := americanWords[word]; ok {
		return w
	}
	if i := strings.Index(word, "our"); i > 1 && isOur(word[:i+3]) {
		word = word[:i+1] + word[i+2:]
	}
	for _, r := range americanRoots {
		if i := strings.Index(word, r[0]); i >= 0 {
			word = word[:i] + r[1] + word[i+len(r[0]):]
		}
	}
	return withZ(word)
}

// americanWords are words that are spelt otherwise as a whole, with their
// plurals. Words that mean more in America, as check does, are left alone.
var americanWords = func() map[string]string {
	out := map[string]string{}
	for _, pair := range strings.Fields(`defence:defense offence:offense licence:license pretence:pretense practise:practice
		theatre:theater litre:liter fibre:fiber calibre:caliber spectre:specter lustre:luster hectolitre:hectoliter
		kilometre:kilometer centimetre:centimeter millimetre:millimeter millilitre:milliliter metre:meter centre:center
		programme:program catalogue:catalog dialogue:dialog analogue:analog plough:plow manoeuvre:maneuver
		instalment:installment fulfil:fulfill fulfilment:fulfillment enrol:enroll enrolment:enrollment aluminium:aluminum
		sceptic:skeptic sceptical:skeptical scepticism:skepticism jewellery:jewelry mould:mold ageing:aging judgement:judgment
		acknowledgement:acknowledgment skilful:skillful wilful:willful fuelled:fueled fuelling:fueling`) {
		british, other, _ := strings.Cut(pair, ":")
		out[british], out[british+"s"] = other, other+"s"
		if stem, ok := strings.CutSuffix(british, "tre"); ok {
			out[british+"d"], out[stem+"tring"] = stem+"tered", stem+"tering"
		}
	}
	return out
}()

// americanRoots are spelt otherwise wherever they stand: they begin with the
// letter that stays.
var americanRoots = [][2]string{
	{"haem", "hem"}, {"naem", "nem"}, {"caem", "cem"}, {"kaem", "kem"}, {"paed", "ped"}, {"gynaec", "gynec"}, {"foet", "fet"},
	{"rrhoe", "rrhe"}, {"faec", "fec"}, {"sulph", "sulf"}, {"manoeuvr", "maneuver"},
}

// ours are what ends in -our and in America in -or.
var ours = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`labour colour favour behaviour neighbour harbour honour humour rumour vapour tumour armour endeavour
		flavour rigour vigour odour parlour savour splendour valour candour clamour fervour glamour ardour demeanour saviour misdemeanour
		succour rancour`) {
		out[w] = true
	}
	return out
}()

func isOur(word string) bool {
	if ours[word] {
		return true
	}
	for _, before := range []string{"dis", "mis", "un"} {
		if rest, ok := strings.CutPrefix(word, before); ok && ours[rest] {
			return true
		}
	}
	return false
}

// withZ writes -ise, -yse and what is made of them with z. What is raised,
// revised or exercised has its s in America too, and other words beside it that
// have: appraisal, revision.
func withZ(word string) string {
	for _, always := range alwaysS {
		if strings.HasPrefix(word, always) {
			return word
		}
	}
	for _, end := range zEnds {
		stem, ok := strings.CutSuffix(word, end)
		if !ok || len(stem) < 5 || stem[len(stem)-1] != 's' {
			continue
		}
		stem = stem[:len(stem)-1]
		n := len(stem)
		before := stem[n-2]
		switch stem[n-1] {
		case 'i':
			if strings.IndexByte("aeiouv", before) >= 0 || before == 'c' && stem[n-3] != 'i' {
				return word
			}
		case 'y':
			if before != 'l' {
				return word
			}
		default:
			return word
		}
		return stem + "z" + end
	}
	return word
}

// alwaysS have their s in America too, and would without it fall together with
// other words, such as experts.
var alwaysS = []string{"advertis", "expertis", "merchandis", "compromis", "enterpris", "franchis"}

// zEnds are what follows the s or z, the longest first where one ends another.
var zEnds = []string{"ements", "ement", "ational", "ations", "ation", "able", "ingly", "edly", "ings", "ing", "ers", "er", "ed", "es", "e"}
