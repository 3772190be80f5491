package index

import (
	"slices"
	"strings"
	"testing"
)

// The words of a line are found by each other.
func TestSpellings(t *testing.T) {
	stem := Stemmer("en")
	for _, line := range []string{
		"organise organize organised organizing organisation organizations",
		"recognisable recognizable", "criticise criticized criticising", "politicisation politicization", "analyse analyze analysed analyzing",
		"labour labor labours", "labourer laborers", "favourable favorable", "neighbouring neighboring", "unfavourable unfavorable",
		"dishonoured dishonored", "defence defense defences", "offence offenses", "licence license licences", "centre center centres",
		"theatres theater", "centred centered", "kilometres kilometer", "programme program programmes", "catalogue catalogs",
		"haemorrhagic hemorrhagic", "anaemia anemia", "paediatric pediatric", "diarrhoea diarrhea", "septicaemia septicemia",
		"sulphate sulfates", "manoeuvring maneuvering manoeuvre", "travelled traveled travelling", "fuelled fueled", "enrolment enrollments",
		"advertise advertising advertisement", "promise promised promising promisingly", "exercise exercised exercises", "supervise supervision",
		"revise revision", "precise precisely precision", "raise raised raising", "appraise appraisal", "surprise surprisingly surprised",
		"uprising uprisings", "enterprise enterprises",
	} {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			if stem(w) != stem(words[0]) {
				t.Errorf("%s has the stem %s, %s has %s", words[0], stem(words[0]), w, stem(w))
			}
		}
	}
}

// Words that mean other things keep stems of their own.
func TestSpellingsApart(t *testing.T) {
	stem := Stemmer("en")
	for _, pair := range []string{"expertise expert", "merchandise merchant", "check cheque", "tonne ton", "story storey", "prize price", "court cort"} {
		a, b, _ := strings.Cut(pair, " ")
		if stem(a) == stem(b) {
			t.Errorf("%s and %s have the stem %s", a, b, stem(a))
		}
	}
}

// Words that only look as if they were British stay, and so do first letters.
func TestNotBritish(t *testing.T) {
	for _, w := range strings.Fields(`four hours source resource course journal tournament court pour seymour barbour tour detour contour
		rise wise exercise advertising expertise basis crisis tennis houses raise noise cruise disguise adviser revise concise kaiser miser geyser check story tonne
		labor organize color poet phaeton qaeda caesar`) {
		if got := american(w); got != w {
			t.Errorf("%s becomes %s", w, got)
		}
	}
	for w := range americanWords {
		if got := american(w); got[0] != w[0] || american(got) != got {
			t.Errorf("%s becomes %s, which becomes %s", w, got, american(got))
		}
	}
	for _, r := range americanRoots {
		if r[0][0] != r[1][0] {
			t.Errorf("%s and %s begin otherwise", r[0], r[1])
		}
	}
	ends := slices.Clone(zEnds)
	for i, e := range ends {
		for _, later := range ends[i+1:] {
			if strings.HasSuffix(later, e) {
				t.Errorf("%s is never reached behind %s", later, e)
			}
		}
	}
}

func BenchmarkAmerican(b *testing.B) {
	words := strings.Fields("the organisation of labour in neighbouring countries promised a programme which nobody analysed before the crisis")
	for b.Loop() {
		for _, w := range words {
			american(w)
		}
	}
}
