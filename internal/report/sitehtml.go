package report

import (
	"bytes"
	"html/template"
	"strconv"
	"strings"
	"sync"
)

// Templates write the pages. What stands on them ten thousandfold, words of a
// text between marks and lines of a ledger, is written here, at a tenth of the
// time: every string of a document passes through text.

// A markup is HTML being written.
type markup struct{ bytes.Buffer }

// text writes s so that nothing in it is markup, neither between tags nor in a
// quoted attribute.
func (m *markup) text(s string) {
	if strings.ContainsAny(s, "<>&\"'\x00") {
		template.HTMLEscape(&m.Buffer, []byte(s))
		return
	}
	m.WriteString(s)
}

// add writes parts; those at odd places are text, the others are markup.
func (m *markup) add(parts ...string) {
	for i, s := range parts {
		if i%2 == 0 {
			m.WriteString(s)
		} else {
			m.text(s)
		}
	}
}

func (m *markup) html() template.HTML { return template.HTML(m.String()) }

// runsHTML sets running text with its marks.
func runsHTML(runs []run) template.HTML {
	var m markup
	for i := range runs {
		m.run(&runs[i])
	}
	return m.html()
}

func (m *markup) run(r *run) {
	if r.Open {
		m.WriteString("<mark")
		if r.ClaimID {
			m.add(` id="c`, strconv.Itoa(r.Claim), `"`)
		}
		m.WriteByte('>')
		for _, c := range r.Inside {
			m.add(`<span id="c`, strconv.Itoa(c), `"></span>`)
		}
	}
	m.words(r)
	if !r.Close {
		return
	}
	m.WriteString("</mark>")
	if r.No > 0 {
		at, no := strconv.Itoa(r.Claim), strconv.Itoa(r.No)
		m.add(`<span class="nb"><a class="cn" href="#n`, at, `" id="r`, at, `" aria-label="Figure `, no, `: note">`, no, `</a>`, r.Tail, `</span>`)
	}
}

// words sets the words of a run: a note's sign, a name, or neither.
func (m *markup) words(r *run) {
	id := ""
	if r.ID != "" {
		id = ` id="` + r.ID + `"` // a letter and a number
	}
	switch {
	case r.Label != "" && r.Note != "":
		m.WriteString(`<sup><a class="fn"`)
		if r.Mark != "" {
			m.add(` id="`, r.Mark, `"`)
		}
		m.add(` href="#`, r.Note, `">`, r.Text, `</a></sup>`)
	case r.Label != "":
		m.add(`<sup>`, r.Text, `</sup>`)
	case r.Href != "" && r.Again:
		m.add(`<a class="`, r.Class, ` again"`+id+` href="`, r.Href, `" tabindex="-1">`, r.Text, `</a>`)
	case r.Href != "":
		m.add(`<a class="`, r.Class, `"`+id+` href="`, r.Href, `">`, r.Text, `</a>`)
	case id != "":
		m.add(`<span`+id+`>`, r.Text, `</span>`)
	default:
		m.text(r.Text)
	}
}

// kwicHTML sets mentions in their lines.
func kwicHTML(root string, list []context) template.HTML {
	var m markup
	m.WriteString(`<ul class="kwic">`)
	for _, c := range list {
		// A blank at the end of a line that runs from right to left would move to
		// its other end; one that does not break stays.
		if before, ok := strings.CutSuffix(c.Before, " "); ok {
			c.Before = before + "\u00a0"
		}
		m.add(`<li><span><bdi>`, c.Before, `</bdi></span><a href="`, root+c.Href, `">`, c.Words, `</a><span>`, c.After, `</span></li>`)
	}
	m.WriteString(`</ul>`)
	return m.html()
}

// drawn are pieces of the templates that do not change: glyphs of bounds and
// verdicts.
var drawn = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, w := range shapeWords {
		out[w.Shape] = execute("glyph", w.Shape)
	}
	for relation, v := range verdicts {
		out[relation] = execute("verdict", v)
	}
	return out
})

// execute runs a template of this package, which cannot fail but by a fault of
// the template.
func execute(name string, of any) string {
	var b strings.Builder
	if err := pages.ExecuteTemplate(&b, name, of); err != nil {
		panic(err)
	}
	return b.String()
}

// ledgerLine sets a figure as a line of the ledger; its links count from the
// ledger's folder.
func (m *markup) ledgerLine(r *ledgerRow) {
	m.add(`<tr data-kind="`, r.Kind, `" data-bound="`, r.Bound, `" data-doc="`, r.Doc, `" data-thread="`, r.Thread, `"><td class="gl">`)
	m.WriteString(drawn()[r.Shape])
	m.add(`<span class="vh">`, r.BoundWord, `</span></td><td class="num fig" data-s="`, r.Sort, `">`, r.Value, `</td><td class="said"><a href="../`, r.Href, `">`, r.Words,
		`</a></td><td class="what">`, r.What, `</td><td data-l="Where:">`, r.Where, `</td><td data-l="When:">`, r.When, `</td><td data-l="Says:">`, r.Says,
		`</td><td data-l="In:"><a href="../`, r.DocHref, `">`, r.DocTitle, `</a>`)
	if r.Repeat {
		m.WriteString(` <span class="muted">repeats another</span>`)
	}
	m.WriteString(`</td><td data-l="Thread:">`)
	if r.Verdict != nil {
		m.add(`<a href="../`, r.ThreadHref, `">`)
		m.WriteString(drawn()[r.Thread])
		m.WriteString(`</a>`)
	}
	m.WriteString("</td></tr>\n")
}
