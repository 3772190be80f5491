package wordnet

import (
	"slices"
	"strings"
)

// endings are what a form ends in and what its base form may end in instead.
var endings = [...][2]string{
	{"ches", "ch"}, {"shes", "sh"}, {"sses", "ss"}, {"xes", "x"}, {"zes", "z"}, {"ies", "y"}, {"ves", "f"}, {"ves", "fe"}, {"men", "man"}, {"es", "e"}, {"s", ""},
	{"ied", "y"}, {"ed", "e"}, {"ed", ""}, {"ying", "ie"}, {"ing", "e"}, {"ing", ""},
}

// Base gives the base forms that a word in small letters may have, as far as the table
// holds them; the word itself if it holds none.
func Base(w string) (out []string) {
	t := load()
	put := func(base string) {
		if !slices.Contains(out, base) && t.line(base) != "" {
			out = append(out, base)
		}
	}
	if base, ok := irregular[w]; ok {
		put(base)
	} else {
		put(w)
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(w, e[0])
		if !ok || len(stem) < 2 || e[0] == "s" && strings.HasSuffix(stem, "s") {
			continue
		}
		put(stem + e[1])
		if n := len(stem); e[1] == "" && e[0] != "s" && n > 3 && stem[n-1] == stem[n-2] {
			put(stem[:n-1]) // shed, shedding
		}
	}
	if len(out) == 0 {
		return []string{w}
	}
	return out
}

// irregular gives the base form of those that no ending tells.
var irregular = func() map[string]string {
	m := map[string]string{}
	for line := range strings.SplitSeq(irregularForms, ";") {
		f := strings.Fields(line)
		for _, form := range f[1:] {
			m[form] = f[0]
		}
	}
	return m
}()

const irregularForms = `arise arose arisen; bear bore borne; beat beaten; become became; begin began begun; bend bent; bite bit bitten; bleed bled;
blow blew blown; break broke broken; bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; come came; creep crept;
cut cut; dig dug; do did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought;
find found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten; freeze froze frozen; get got gotten; give gave given; go went gone;
grow grew grown; hang hung; have had; hear heard; hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent;
lose lost; make made; mean meant; meet met; pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought;
sell sold; send sent; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; sleep slept;
speak spoke spoken; spend spent; spin spun; spring sprang sprung; stand stood; steal stole stolen; stick stuck; strike struck stricken; swear swore sworn;
sweep swept; swim swam swum; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; understand understood; wake woke;
wear wore worn; win won; withdraw withdrew withdrawn; write wrote written; child children; person people persons; foot feet; tooth teeth; mouse mice;
goose geese; life lives; wife wives; knife knives; leaf leaves; half halves; loaf loaves; thief thieves; wolf wolves; calf calves; shelf shelves; ox oxen;
woman women; man men; crisis crises; basis bases; analysis analyses; datum data; criterion criteria; medium media; index indices; spill spilt; hurt hurt;
injure injured; kill killed; die died dying; tie tying; lie lying lain; hospitalize hospitalised hospitalise hospitalising; immunize immunised immunise; jobless jobless`
