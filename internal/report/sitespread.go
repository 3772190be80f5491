package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// miniMost is how many marks the small form of a chart has.
const miniMost = 24

// mini lays the marks on three levels, for lists.
func (v *threadView) mini(rows []track) {
	var labels []string
	few := sample(rows, miniMost)
	for i, k := range few {
		k.Y = 17 + [3]int{-8, 0, 8}[i%3]
		if len(few) == 2 {
			k.Y = 17 + [2]int{-6, 6}[i]
		}
		v.Mini = append(v.Mini, k)
		labels = append(labels, k.Aria)
	}
	v.MiniLabel = strings.Join(labels, "; ")
	if n := len(rows) - len(few); n > 0 {
		v.MiniLabel += "; and " + group(strconv.Itoa(n)) + " between these"
	}
	if len(rows) > 0 {
		low, high := slices.MinFunc(rows, byNamed), slices.MaxFunc(rows, byNamed)
		v.Spread = low.Label
		if high.Label != low.Label {
			v.Spread += " to " + high.Label
		}
	}
}

// keep marks the rows that stay when a long chart is folded: the first and last
// of each source, and those in conflict.
func keep(rows []track) {
	last := map[string]int{}
	for i := range rows {
		if _, seen := last[rows[i].Letter]; !seen {
			rows[i].Keep = true
		}
		last[rows[i].Letter] = i
		rows[i].Keep = rows[i].Keep || rows[i].Band != nil && !rows[i].Band.Meet
	}
	for _, i := range last {
		rows[i].Keep = true
	}
}

// drawnMost is how many statements of a thread are drawn; of more, those that
// keep marks come first, and the others are listed.
const drawnMost = 200

// split parts the rows that are drawn from those that are listed.
func split(rows []track) (drawn, rest []track) {
	if len(rows) <= drawnMost {
		return rows, nil
	}
	others := drawnMost
	for _, k := range rows {
		if k.Keep {
			others--
		}
	}
	kept := min(drawnMost, drawnMost-others)
	for _, k := range rows {
		room := &others
		if k.Keep {
			room = &kept
		}
		if *room > 0 {
			*room--
			drawn = append(drawn, k)
		} else {
			rest = append(rest, k)
		}
	}
	return drawn, rest
}

// sample takes n of rows at most, the least and greatest among them and the
// others evenly.
func sample(rows []track, n int) []track {
	if len(rows) <= n {
		return rows
	}
	list := slices.Clone(rows)
	slices.SortStableFunc(list, byNamed)
	out := make([]track, n)
	for i := range out {
		out[i] = list[i*(len(list)-1)/(n-1)]
	}
	return out
}

// spread says in words how far the figures run apart, from whom and for when,
// and which statements go back to one source.
func (v *threadView) spread(rows []track) {
	if len(rows) < 2 {
		return
	}
	low, high := slices.MinFunc(rows, byNamed), slices.MaxFunc(rows, byNamed)
	said := func(k track) string { return k.Label + " (" + k.Says + ", " + k.When2 + ")" }
	if byNamed(low, high) != 0 {
		v.Range = append(v.Range, "They run from "+said(low)+" to "+said(high)+".")
	}
	v.against(rows, said)
	told, how := map[string][]string{}, map[string]int{}
	var letters []string
	for _, k := range rows {
		if told[k.Letter] == nil {
			letters = append(letters, k.Letter)
		}
		how[k.Letter]++
		if !slices.Contains(told[k.Letter], k.Label) && len(told[k.Letter]) < 3 {
			told[k.Letter] = append(told[k.Letter], k.Label)
		}
	}
	var shared []string
	for _, l := range letters {
		if n := how[l]; n > 1 {
			shared = append(shared, fmt.Sprintf("%s, told %s (%s)", l, times(n), strings.Join(told[l], "; ")))
		}
	}
	if more := len(shared) - 4; more > 0 {
		shared = append(shared[:4], plural(more, "other", "others"))
	}
	if len(shared) > 0 {
		v.Range = append(v.Range, "One source, however often it is told: "+strings.Join(shared, "; ")+".")
	}
}

// against names two statements in conflict: those that the verdict on the
// thread names, where they are among the rows, else those furthest apart.
func (v *threadView) against(rows []track, said func(track) string) {
	if v.Thread == nil || len(rows) == 2 {
		return
	}
	at := map[string]int{}
	for i := range rows {
		at[rows[i].ID] = i
	}
	best, words := 0.0, ""
	for _, p := range v.Thread.Pairs {
		a, okA := at[p.A]
		b, okB := at[p.B]
		if p.Relation != "conflict" || !okA || !okB {
			continue
		}
		x, y := rows[a], rows[b]
		if byNamed(x, y) > 0 {
			x, y = y, x
		}
		verdict := p.Reason != "" && p.Reason == v.Thread.Reason
		if far := y.Named - x.Named; far > best || verdict {
			best, words = far, "In conflict: "+said(x)+" and "+said(y)+"."
		}
		if verdict {
			break
		}
	}
	if words != "" {
		v.Range = append(v.Range, words)
	}
}

// times says how often.
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return group(strconv.Itoa(n)) + " times"
}
