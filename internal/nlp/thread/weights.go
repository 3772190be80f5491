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
	alikeScale = scale{-2.2, evidence{
		rareNames: 0.9, topicsShared: 1.6, otherFocus: -2, daysFar: -0.4, numberSame: 2.3, timesFar: -0.3, handful: -3.1, headOther: -1.6, conceptOther: -0.3,
		nearWords: 3, wideWords: 0.2, eventSame: 1.6, definedOther: -0.2, apartOther: -3.3, timeSame: 1.6, dayOther: -1.2, placeOther: -1.3, stageOther: -0.9,
		isPercent: -1.2, isMoney: 0.5, isPerson: 0.8,
	}}
	otherScale = scale{-2.3, evidence{
		topicsShared: 0.45, sameFocus: 0.3, otherFocus: -1.1, timesFar: -1.2, handful: -0.6, conceptSame: 0.3, conceptOther: -0.6, headTold: 0.8,
		nearWords: 0.7, nearPart: 0.6, wideWords: 0.2, eventSame: 1.1, eventOther: -0.7, definedOther: -0.5, yearOther: -1.6, placeSame: 0.4, placeOther: -0.7,
		stageOther: -0.7, isPercent: -1, isMoney: 0.2, isDuration: 0.5, isPerson: -0.3,
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
var leastAlike, leastOther = 0.0, 0.5
