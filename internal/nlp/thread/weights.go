package thread

// A scale says what each piece of evidence is worth, as the logarithm of odds.
type scale struct {
	bias  float64
	worth evidence
}

// What it takes to tie two claims that tell about the same number, and two that do not.
// The numbers were fitted to the sets of testdata, with what must speak for or against
// held to its sign.
var (
	alikeScale = scale{-2.9, evidence{
		rareNames: 1.1, sameFocus: 0.4, otherFocus: -2.4, daysFar: -0.3, numberSame: 0.8, digitsSame: 1.6, timesFar: -0.4, handful: -2.2, headNear: 0.2,
		headOther: -0.8, conceptOther: -0.6, headTold: 0.6, opposedWords: -0.4, nearWords: 1.7, wideWords: 0.2, eventSame: 0.5, definedOther: -1.1,
		apartOther: -0.9, timeSame: 2.5, yearOther: -0.8, dayOther: -0.3, placeSame: 2.4, placeOther: -0.2, isPercent: -0.3, isMoney: 0.6, isMeasure: 0.8,
		isDuration: -2.2, isPerson: -0.4, personOther: -3.5,
	}}
	otherScale = scale{-2.8, evidence{
		rareNames: 0.4, topicsShared: 0.3, sameFocus: 0.4, otherFocus: -1.2, timesFar: -0.7, handful: -0.5, conceptSame: 0.3, conceptOther: -0.5,
		headTold: 0.5, nearWords: 0.8, nearPart: 0.5, wideWords: 0.5, eventSame: 0.9, eventOther: -0.4, definedOther: -0.7, apartOther: -0.3,
		yearOther: -1.3, placeSame: 0.4, placeOther: -0.3, stageOther: -0.2, isPercent: -0.9, isMoney: 0.6, isMeasure: 0.7, isDuration: 0.2,
		isPerson: -0.2, personOther: -0.2,
	}}
)

// score is by how much the evidence speaks for a tie; no more than 0 where it speaks
// against.
func (e *evidence) score(alike bool) float64 {
	s, least := &otherScale, leastOther
	if alike {
		s, least = &alikeScale, leastAlike
	}
	sum := s.bias - least
	for i, x := range e {
		sum += s.worth[i] * x
	}
	return sum
}

// How far the odds must speak for a tie.
var leastAlike, leastOther = 0.2, 0.4
