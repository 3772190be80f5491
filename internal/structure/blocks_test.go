package structure

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// outline lists the blocks of text: kind, label in brackets, → the block that it
// joins, first and last word.
func outline(d *doc.Document) string {
	var out []string
	for _, k := range d.Blocks {
		s := k.Kind.String()
		if k.Level > 0 && k.Kind != doc.Title && k.Kind != doc.Quote {
			s += fmt.Sprint(k.Level)
		}
		if k.Label != "" {
			s += "[" + k.Label + "]"
		}
		if k.Joins >= 0 {
			s += fmt.Sprintf("→%d", k.Joins)
		}
		w := strings.Fields(d.Slice(k.Text))
		switch {
		case len(w) > 1:
			s += " " + w[0] + "…" + w[len(w)-1]
		case len(w) == 1:
			s += " " + w[0]
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

func TestBlocks(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"lines are paragraphs": {
			"The Bridge\n" + paraA + "\nWhat they saw\n" + paraB + "\n" + paraC,
			"title The…Bridge\nbody The…houses.\nheading2 What…saw\nbody Nobody…it.\nbody The…anyone."},
		"hard-wrapped": {
			wrapAt(paraA, 60) + "\n\n" + wrapAt(paraB+paraC, 60) + "\n\n" + wrapAt("A short end of two lines, since the rest was not found until the spring.", 60),
			"body The…houses.\nbody Nobody…anyone.\nbody A…spring."},
		"hard-wrapped, set in": {
			"   " + wrapAt(paraA, 60) + "\n   " + wrapAt(paraB, 60) + "\n   " + wrapAt(paraC, 60),
			"body The…houses.\nbody Nobody…it.\nbody The…anyone."},
		"torn by a head of pages": {
			paraA + "It was the third flood that anybody there had seen in the\n\nTHE RIVER YEARS\n\nten years before the war. " + paraB,
			"body The…the\nboilerplate THE…YEARS\nbody→0 ten…it."},
		"torn by a page, its number and its head": {
			paraA + "It was the third flood that anybody there had seen in the\n                 61\nTHE RIVER AND ITS TOWNS\n\nten years before the war. " + paraB,
			"body The…the\nboilerplate 61\nboilerplate THE…TOWNS\nbody→0 ten…it."},
		"a first line that a head tears is no title": {
			"The boats came late in that year, and of those that lay in the harbour\n\nTHE RIVER YEARS\n\nonly a few put to sea before June. " + paraA,
			"body The…harbour\nboilerplate THE…YEARS\nbody→0 only…houses."},
		"capitals between whole sentences head what follows": {
			paraA + "\n\nTHE RIVER YEARS\n\n" + paraB,
			"body The…houses.\nheading2 THE…YEARS\nbody Nobody…it."},
		"torn by a note": {
			paraA + "It was the third flood in\n\n¹ Ann Lee, “Floods,” Paper, May 2011.\n\nten years, said the mayor.¹ " + paraB,
			"body The…in\nfootnote[1] Ann…2011.\nbody→0 ten…it."},
		"torn before a capital": {
			paraA + "It was the third flood since\n\n- 12 -\n\nMay 2011, said the mayor. " + paraB,
			"body The…since\nboilerplate -…-\nbody→0 May…it."},
		"not torn": {
			paraA + "\n\n- 12 -\n\n" + paraB,
			"body The…houses.\nboilerplate -…-\nbody Nobody…it."},
		"note goes on": {
			"He left.¹ " + paraA + "It was the third\n\n¹ Ann Lee, “Floods and the\n\nflood, they say. " + paraB + "They saw² it come\n\nTowns of the River,” Paper, May 2011, p. 4.\n\n² Bo Ek, “Boats,” Paper, June 2011.\n\nand go. " + paraC,
			"body He…third\nfootnote[1] Ann…the\nbody→0 flood,…come\nfootnote→1 Towns…4.\nfootnote[2] Bo…2011.\nbody→2 and…anyone."},
		"numbered headings": {
			"I. The river\n\n(a) The night\n\n" + paraA + "\n\n(b) The morning\n\n" + paraB + "\n\nII. The army\n\n" + paraC,
			"heading2[I] The…river\nheading3[a] The…night\nbody The…houses.\nheading3[b] The…morning\nbody Nobody…it.\nheading2[II] The…army\nbody The…anyone."},
		"decimal headings": {
			"1. The river\n\n" + paraA + "\n\n1.1 The night\n\n" + paraB + "\n\n2. The army\n\n" + paraC,
			"heading2[1] The…river\nbody The…houses.\nheading3[1.1] The…night\nbody Nobody…it.\nheading2[2] The…army\nbody The…anyone."},
		"markdown": {
			"# The Bridge #\n\n" + paraA + "\n\nThe night\n---------\n\n> " + paraB + "\n\n- one\n  - two\n* three\n\n1. four\n2. five",
			"title The…Bridge\nbody The…houses.\nheading2 The…night\nquote Nobody…it.\nlist1 one\nlist2 two\nlist1 three\nlist1[1] four\nlist1[2] five"},
		"lists": {
			"We need:\n\n(1) boats, of which forty are there;\n(2) bread, for three hundred families;\n    and for the men at the dam;\n(3) money.\n\n" + paraA,
			"body We…need:\nlist1[1] boats,…there;\nlist1[2] bread,…dam;\nlist1[3] money.\nbody The…houses."},
		"initials are no list": {
			"Talk of the Town\n\nA. Smith said that the river rose four metres in the night and took the bridge.\n\n" + paraB,
			"title Talk…Town\nbody A.…bridge.\nbody Nobody…it."},
		"notes without a heading": {
			paraA + "All is lost.1 " + paraB + "All is won.2\n\n1. Ann Lee, “Floods,” Paper, May 2011.\n2. Bo Ek, Boats (Oslo: Nordlys, 1998), 12.",
			"body The…won.2\nfootnote[1] Ann…2011.\nfootnote[2] Bo…12."},
		"a list at the end": {
			paraA + "Three things are needed:\n\n1. Boats that float and men who row them.\n2. Bread.\n3. Money, said the mayor on 4 May 2011.",
			"body The…needed:\nlist1[1] Boats…them.\nlist1[2] Bread.\nlist1[3] Money,…2011."},
		"page furniture": {
			"12   THE RIVER\n\n" + paraA + "It was the third\n\nflood in ten years. \f14   THE RIVER\n\n" + paraB,
			"boilerplate 12…RIVER\nbody The…third\nbody→1 flood…years.\nboilerplate 14…RIVER\nbody Nobody…it."},
		"web page": {
			"Menu\nShare this\nFlood takes bridge\nBy Ann Lee\n" + paraA + "\nRead more: Where to go\n" + paraB + "\nComments (4)\n© 2011 The Paper. All rights reserved.",
			"boilerplate Menu\nboilerplate Share…this\ntitle Flood…bridge\nbyline By…Lee\nbody The…houses.\nboilerplate Read…go\nbody Nobody…it.\nboilerplate Comments…(4)\nboilerplate ©…reserved."},
		"captions": {
			paraA + "\n\nTable 1 shows how the river rose.\n\nFigure 2. The bridge before the flood\n\nThe bridge in May (Ann Lee for The Paper)\n\nBo Ek/Reuters\n\n" + paraB,
			"body The…houses.\nbody Table…rose.\ncaption Figure…flood\ncaption The…Paper)\ncaption Bo…Ek/Reuters\nbody Nobody…it."},
		"front matter": {
			"---\ntitle: The Bridge\ndate: 2011\n---\n\n# The Bridge\n\n" + paraA,
			"title The…Bridge\nbody The…houses."},
		"no front matter": {
			"---\n\n" + paraA + "\n\n---\n\n" + paraB,
			"boilerplate ---\nbody The…houses.\nboilerplate ---\nbody Nobody…it."},
		"code": {
			paraA + "\n\n```\n# no heading\n- no item\n```\n\n" + paraB,
			"body The…houses.\nbody ```…```\nbody Nobody…it."},
		"questions and answers": {
			"Q. Did anybody warn you that the river would rise?\n\nA. Nobody did. We saw it come for two days.\n\nQ. And then?\n\nA. Then it took the bridge and went on, and we were on the roofs.",
			"body Q.…rise?\nbody A.…days.\nbody Q.…then?\nbody A.…roofs."},
		"one word": {"Bridge", "body Bridge"},
		"nothing":  {" \n\t\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := outline(analyse(t, "x", c.text)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// wrapAt breaks s into lines of at most width characters.
func wrapAt(s string, width int) string {
	var out strings.Builder
	n := 0
	for _, w := range strings.Fields(s) {
		if n > 0 && n+1+len(w) > width {
			out.WriteByte('\n')
			n = 0
		} else if n > 0 {
			out.WriteByte(' ')
			n++
		}
		out.WriteString(w)
		n += len(w)
	}
	return out.String()
}

// However wide a text is set, its paragraphs are the same.
func TestWrapping(t *testing.T) {
	text := []string{paraA + paraB, paraC, paraD + paraC + paraB, "It was over.", paraA}
	for width := 48; width <= 120; width += 3 {
		var set []string
		for _, p := range text {
			set = append(set, wrapAt(p, width))
		}
		d := analyse(t, "x", strings.Join(set, "\n\n"))
		if len(d.Blocks) != len(text) {
			t.Errorf("width %d: %d blocks\n%s", width, len(d.Blocks), outline(d))
		}
	}
}

// What the reader of a format says goes before what the text looks like.
func TestFormatMarks(t *testing.T) {
	text := "the bridge\n\n" + paraA + "\n\nbread\n\n" + paraB + "\n\nvisit us\n\na note"
	span := func(s string) doc.Span {
		at := strings.Index(text, s)
		return doc.Span{Start: at, End: at + len(s)}
	}
	d := &doc.Document{Text: text, Marks: []doc.Mark{
		{Span: span("the bridge"), Kind: doc.MarkHeading, Level: 1},
		{Span: span("bread\n"), Kind: doc.MarkListItem, Level: 2, Text: "7"},
		{Span: span(paraB), Kind: doc.MarkQuote},
		{Span: span("visit us"), Kind: doc.MarkBoilerplate},
		{Span: span("a note"), Kind: doc.MarkNote, Text: "1"},
	}}
	for _, p := range passes {
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	want := "title the…bridge\nbody The…houses.\nlist2[7] bread\nquote Nobody…it.\nboilerplate visit…us\nfootnote[1] a…note"
	if got := outline(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A pass writes its own layers and no others, and the same every time.
func TestPassesKeepToTheirLayers(t *testing.T) {
	for path, text := range samples(t) {
		d := &doc.Document{ID: path, Text: text}
		for _, p := range passes {
			before := layers(d)
			if err := p.Run(d); err != nil {
				t.Fatal(err)
			}
			after := layers(d)
			for layer, s := range after {
				if layer&p.Gives == 0 && s != before[layer] {
					t.Errorf("%s: %s writes %s", path, p.Name, layer)
				}
			}
			if err := p.Run(d); err != nil {
				t.Fatal(err)
			}
			if again := layers(d); again[p.Gives] != after[p.Gives] {
				t.Errorf("%s: %s gives something else the second time", path, p.Name)
			}
		}
	}
}

// layers prints the layers of d.
func layers(d *doc.Document) map[doc.Layers]string {
	return map[doc.Layers]string{
		doc.LayerBlocks:  fmt.Sprint(d.Blocks),
		doc.LayerNotes:   fmt.Sprint(d.NoteMarks, d.Notes),
		doc.LayerTables:  fmt.Sprint(d.Tables),
		doc.LayerRepeats: fmt.Sprint(d.Repeats, d.Shingles),
		doc.LayerMeta:    fmt.Sprint(d.Meta),
	}
}
