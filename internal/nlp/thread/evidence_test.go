package thread

import "testing"

// TestScales tells which claims count in one scale, by kind, unit and direction.
func TestScales(t *testing.T) {
	for _, c := range [...]struct {
		a, b Record
		want bool
	}{
		{Record{Unit: "ship"}, Record{Unit: "vessel"}, true},
		{Record{Unit: "ship", Per: "day"}, Record{Unit: "ship", Per: "year"}, false},
		{Record{Unit: "ship", Per: "day"}, Record{Unit: "ship"}, true},
		{Record{Direction: "up"}, Record{Direction: "down"}, false},
		{Record{Direction: "up"}, Record{}, true},
	} {
		if got := c.a.sameScale(&c.b); got != c.want || c.b.sameScale(&c.a) != got {
			t.Errorf("%+v and %+v: %v", c.a, c.b, got)
		}
	}
}

// TestEvidence holds that what speaks for a tie never lowers its score, nor what speaks
// against it raises it.
func TestEvidence(t *testing.T) {
	for name, f := range map[string]struct {
		kind int
		sign float64
	}{
		"rareNames": {rareNames, 1}, "sameFocus": {sameFocus, 1}, "otherFocus": {otherFocus, -1}, "daysFar": {daysFar, -1}, "numberSame": {numberSame, 1}, "digitsSame": {digitsSame, 1},
		"timesFar": {timesFar, -1}, "handful": {handful, -1}, "headNear": {headNear, 1}, "headOther": {headOther, -1}, "conceptOther": {conceptOther, -1}, "nearWords": {nearWords, 1},
		"eventOther": {eventOther, -1}, "definedOther": {definedOther, -1}, "yearOther": {yearOther, -1}, "placeSame": {placeSame, 1}, "placeOther": {placeOther, -1}, "personOther": {personOther, -1},
	} {
		for _, alike := range [...]bool{true, false} {
			var none, some evidence
			some[f.kind] = 1
			if more := some.score(alike) - none.score(alike); more*f.sign < 0 {
				t.Errorf("%s adds %.2f", name, more)
			}
		}
	}
	if s := new(evidence).score(true); s >= 0 {
		t.Error("without evidence two claims are tied:", s)
	}
}
