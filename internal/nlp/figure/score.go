package figure

import "analyze/internal/doc"

var contest = map[string]bool{"won": true, "win": true, "wins": true, "beat": true, "beats": true, "lost": true, "lose": true, "draw": true, "drew": true, "defeat": true, "defeated": true, "victory": true, "score": true, "scored": true, "vote": true, "voted": true, "votes": true, "led": true, "lead": true, "leading": true, "trailed": true, "tie": true, "tied": true, "loss": true, "passed": true, "majority": true, "ruled": true, "ruling": true, "decision": true}

// isScore sees results of games and votes: 3-1, 52–48.
func (r *reader) isScore(k int) string {
	n := &r.nums[k]
	if k > 0 && (r.nums[k-1].reason == "score" || r.nums[k-1].reason == "page") && r.tied(k-1, k) {
		return r.nums[k-1].reason
	}
	if r.isResult(k) || k > 0 && r.isResult(k-1) {
		return "score"
	}
	if k+1 >= len(r.nums) || !r.tied(k, k+1) || !n.plainDigits() || !r.nums[k+1].plainDigits() {
		return ""
	}
	b := &r.nums[k+1]
	if r.unitAt(b.last) > 0 || r.moneyBefore(n.first) >= 0 {
		return ""
	}
	if r.low(b.last) == "(" && k+2 < len(r.nums) && r.nums[k+2].first == b.last+1 && r.nums[k+2].yearLike() && r.low(b.last+2) == ")" {
		return "page"
	}
	if n.val.Cmp(b.val) >= 0 && (!r.countNoun(b.last) || n.val.Cmp(num(20)) <= 0) && b.scale.Cmp(num(1)) == 0 {
		return "score"
	}
	for j := max(0, n.first-5); j < min(len(r.ps), b.last+2); j++ {
		if contest[r.low(j)] && !r.countNoun(b.last) {
			return "score"
		}
	}
	return ""
}

// games are words of matches near their results.
var games = set("match matches game games half score scoreboard league cup final finals ended finished innings penalties goal goals")

// isResult reports whether numerals k and k+1 are the two sides of a result
// with blanks in it: "1 – 0", "won 4 to 0".
func (r *reader) isResult(k int) bool {
	if k+1 >= len(r.nums) {
		return false
	}
	a, b := &r.nums[k], &r.nums[k+1]
	if r.low(a.last) == "-" && r.low(a.last+1) == "for" && r.low(a.last+2) == "-" && b.first == a.last+3 && r.glued(b.first) {
		return true // "went 4-for-5"
	}
	if b.first != a.last+1 || !a.plainDigits() || !b.plainDigits() || a.val.Cmp(num(999)) > 0 || b.val.Cmp(num(999)) > 0 || r.unitAt(b.last) > 0 || r.countNoun(b.last) || r.moneyBefore(a.first) >= 0 {
		return false
	}
	near := func(words map[string]bool, before, behind int) bool {
		for j := max(0, a.first-before); j < min(len(r.ps), b.last+behind); j++ {
			if words[r.low(j)] {
				return true
			}
		}
		return false
	}
	falls := a.val.Cmp(b.val) >= 0
	switch r.low(a.last) {
	case "-":
		return !r.glued(b.first) && !r.glued(a.last) && a.between(0, 99) && (falls && !r.is(b.last, digits) || near(contest, 5, 3) || near(games, 5, 3))
	case "to":
		return falls && near(playing, 6, 0) && (r.closes(b.last) || r.is(b.last, sign) || r.is(b.last, word) && r.ps[b.last].tag == doc.IN && r.low(b.last) != "of")
	}
	return false
}

// playing are verbs of games before "4 to 0".
var playing = set("won win wins winning beat beats beating lost lose loses losing defeated defeating led lead leading trailed trailing")
