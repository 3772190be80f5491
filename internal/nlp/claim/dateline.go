package claim

import (
	"strings"

	"analyze/internal/doc"
)

// datelineEnd gives the word that ends the dateline of the sentence, 0 where it has
// none: "CAIRO, Aug. 7 (Agency) –", "DELHI, Feb. 28:".
func (v *view) datelineEnd() int {
	if !v.isPlace(0) {
		return 0
	}
	for k := 1; k < len(v.w) && k < 16; k++ {
		if v.isDash(k) || v.is(k, ":") && v.timeAt[k-1] >= 0 && strings.ToUpper(v.text(0, 1)) == v.text(0, 1) {
			if v.anyFigure(0, k) {
				return 0
			}
			return k
		}
	}
	return 0
}

// markDateline notes which places only say where a report was written, and
// whether the sentence has others or the title names one.
func (v *view) markDateline(list []site) {
	end := v.datelineEnd()
	if end == 0 {
		return
	}
	others := v.titled
	for i := range list {
		others = others || list[i].first > end && !list[i].weak && list[i].role != doc.NoRole
	}
	for i := range list {
		if s := &list[i]; s.last <= end {
			s.dateline, s.others = true, others
		}
	}
}

// sent reports whether word a belongs to the dateline of the sentence and word b does
// not.
func (v *view) sent(a, b int) bool {
	end := v.datelineEnd()
	return a < end && b > end
}
