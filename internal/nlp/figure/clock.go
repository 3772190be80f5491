package figure

var clock = map[string]bool{"am": true, "pm": true, "a.m.": true, "p.m.": true, "a.m": true, "p.m": true, "o'clock": true, "gmt": true, "utc": true, "noon": true, "midnight": true, "cet": true, "est": true}

// isTime sees the time of day.
func (r *reader) isTime(k int) string {
	n := &r.nums[k]
	next, prev := r.low(n.last), r.low(n.first-1)
	switch {
	case next == "-" && r.glued(n.last) && k+1 < len(r.nums) && r.nums[k+1].first == n.last+1 && n.inWords && n.between(1, 12) && r.clockMinutes(&r.nums[k+1]), k > 0 && n.inWords && r.nums[k-1].reason == "time" && n.first == r.nums[k-1].last+1 && prev == "-":
		return "time"
	case clock[next] && n.sort == cardinal && n.val.Cmp(num(2400)) <= 0 && (n.shape != decimals || r.minutesBehind(n)) && (next != "noon" && next != "midnight" && next != "est"):
		return "time"
	case (next == ":" || prev == ":") && r.ratioNear(n.first):
		return ""
	case next == ":" && r.glued(n.last) && r.is(n.last+1, digits) && r.glued(n.last+1), prev == ":" && r.glued(n.first) && r.glued(n.first-1) && r.is(n.first-2, digits):
		return "time"
	case next == "in" && r.low(n.last+1) == "the" && dayParts[r.low(n.last+2)] && n.between(1, 12):
		return "time"
	case prev == "past" && (r.low(n.first-2) == "half" || r.low(n.first-2) == "quarter" || k > 0 && r.nums[k-1].last == n.first-1):
		return "time"
	case next == "past" && k+1 < len(r.nums) && r.nums[k+1].first == n.last+1 && n.between(1, 29):
		return "time"
	case (prev == "at" || prev == "the") && r.dottedClock(n):
		return "time"
	case prev == "at" || prev == "until" || prev == "till":
		return r.atTime(n)
	}
	return ""
}

// minutesBehind reports whether minutes stand behind the point of n, as in "5.30
// pm", and no part of a size: "2.1 pm".
func (r *reader) minutesBehind(n *numeral) bool {
	t := r.raw(n.first)
	return len(t) > 3 && t[len(t)-3] == '.' && t[len(t)-2] <= '5'
}

// clockMinutes reports whether n is said behind an hour: "ten-thirty".
func (r *reader) clockMinutes(n *numeral) bool {
	return n.inWords && (n.val.Cmp(num(15)) == 0 || n.val.Cmp(num(30)) == 0 || n.val.Cmp(num(45)) == 0)
}

// meetings are words that put a time of day behind "at" or "the".
var meetings = set("meeting session hearing met began begins starts started train bus flight left leaves arrived opened rose adjourned broadcast news closed shift")

// dottedClock reports whether n is a time such as 12.15, near a word of
// meeting or leaving.
func (r *reader) dottedClock(n *numeral) bool {
	if n.shape != decimals || !r.minutesBehind(n) || n.val.Cmp(num(24)) >= 0 || r.unitAt(n.last) > 0 {
		return false
	}
	for j := max(0, n.first-6); j < min(len(r.ps), n.last+2); j++ {
		if meetings[r.low(j)] {
			return true
		}
	}
	return false
}

var dayParts = map[string]bool{"morning": true, "afternoon": true, "evening": true}

// ratioNear reports whether the word ratio stands in the clause before i.
func (r *reader) ratioNear(i int) bool {
	for j := i - 1; j >= 0 && j > i-26; j-- {
		if r.low(j) == "ratio" || r.low(j) == "ratios" || r.low(j) == "odds" {
			return true
		}
	}
	return false
}

// levelWords before "at 4" show a level, not a time.
var levelWords = map[string]bool{"put": true, "puts": true, "stood": true, "stands": true, "stand": true, "standing": true, "estimated": true, "remained": true, "remains": true, "set": true, "valued": true, "stayed": true, "was": true, "is": true, "were": true, "are": true, "ended": true, "closed": true, "peaked": true, "fixed": true, "kept": true, "rate": true, "toll": true, "total": true, "held": true, "priced": true, "sold": true, "starts": true, "started": true, "running": true, "runs": true, "estimate": true, "it": true, "them": true, "number": true, "arrived": false}

func (r *reader) atTime(n *numeral) string {
	for j := n.first - 2; j >= 0 && j > n.first-6; j-- {
		if l := r.low(j); l == "put" || l == "puts" || l == "estimated" || l == "reckoned" {
			return "" // "put the dead at 12"
		}
	}
	if !n.between(1, 12) || n.sort != cardinal || n.scale.Cmp(num(1)) != 0 || !n.val.IsInt() || levelWords[r.low(n.first-2)] {
		return ""
	}
	if r.low(n.last) == "in" && r.startsNumber(n.last+1) {
		return "" // "arrives at one in six"
	}
	switch next := r.low(n.last); next {
	case "in", "on", "this", "that", "at", "tonight", "today", "sharp", "every", "each":
		return "time"
	case "of", "%", "percent", "per", "to", "-", "or", "and":
		return ""
	default:
		if r.is(n.last, word) && (r.ps[n.last].tag.IsNoun() || r.ps[n.last].tag.IsAdjective()) || r.unitAt(n.last) > 0 || r.is(n.last, sign) && next != "," && next != "." && next != "\"" {
			return ""
		}
	}
	if r.low(n.first-1) == "at" {
		return "time"
	}
	return ""
}
