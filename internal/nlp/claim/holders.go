package claim

import "analyze/internal/doc"

// holdsList reads "the union's own list has 40 names": what somebody keeps holds so
// many entries.
func (v *view) holdsList(i int) bool {
	return v.is(i, "has", "holds", "had", "contains", "includes") && v.figureAt(i+1) && (registers[v.low(i-1)] || v.is(i-1, ",")) && v.keptBySomebody(i)
}

// registers are what somebody keeps entries in.
var registers = wordSet("list register registry tally count database dataset tracker roster data figures survey record records archive inventory index table file census catalogue")

// keptBySomebody reports whether a register of somebody is the subject of the verb
// at word i.
func (v *view) keptBySomebody(i int) bool {
	for k := i - 1; k > 0 && k > i-14; k-- {
		if registers[v.low(k)] {
			return v.tag(k-1) == doc.POS || v.is(k-1, "own") || v.is(k+1, "from", "by", "of") && v.orgAt(v.pastArticle(k+2))
		}
		if v.tag(k) == doc.VBD || v.tag(k) == doc.VBZ {
			return false
		}
	}
	return false
}

// pastOnly is the word at k or behind "only" there.
func (v *view) pastOnly(k int) int {
	if v.is(k, "only", "just") {
		return k + 1
	}
	return k
}

// pastArticle is the word at k or behind the article there.
func (v *view) pastArticle(k int) int {
	if v.tag(k) == doc.DT {
		return k + 1
	}
	return k
}
