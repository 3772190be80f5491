package corpus

import (
	"strings"
	"testing"

	"analyze/internal/doc"
)

const told = "The ferry company carried 40,000 people to the islands in May, said its office in Piraeus.\\n\\nIn June it carried more, and the harbour was closed on two days because of the wind."

// Pages that scripts make: what is read of each, and what is said of it.
func TestPagesOfScripts(t *testing.T) {
	const app = "<div id=root></div><script src=app.js></script>"
	ld := func(body string) string {
		return `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferries","articleBody":"` + body + `"},{"articleBody":"short"}]}</script>`
	}
	around := "<nav><a href=/>Home</a></nav><footer><p>Written by the office of the islands, which answers letters on Mondays and on Fridays.</p></footer>"
	for name, x := range map[string]struct{ page, text, says string }{
		"nothing":            {app, "", errScripted.Reason},
		"only a heading":     {"<h1>Ferries of the islands</h1>" + app, "", errScripted.Reason},
		"please wait":        {"<p>Loading…</p>" + app, "", errScripted.Reason},
		"without it":         {"<p>Please enable JavaScript to run this app.</p>" + app, "", errScripted.Reason},
		"what is around":     {around + app, "Written by", scripted},
		"described":          {app + ld(told), "in Piraeus.\n\nIn June it carried", ""},
		"described, tags":    {app + ld(strings.ReplaceAll("<p>"+told+"</p>", "\\n\\n", "</p><p>")), "in Piraeus.\n\nIn June it carried", ""},
		"described, signs":   {app + ld("Fish &amp; chips for 300 guests; "+told), "Fish & chips for 300 guests", ""},
		"text, no program":   {"<h1>Ferries</h1>", "", ""},
		"short text":         {"<p>The harbour counts 12 boats.</p><script src=count.js></script>", "counts 12 boats", ""},
		"a table":            {"<table><tr><td>Year<td>Boats<tr><td>2014<td>12</table><script src=count.js></script>", "2014", ""},
		"short, in no frame": {"<p>The harbour counts 12 boats.</p>" + app, "counts 12 boats", scripted},
		"its own text":       {"<p>" + strings.Repeat("The harbour counts boats of every size. ", 20) + "</p>" + ld(told), "of every size", ""},
	} {
		var d doc.Document
		err := readHTML([]byte("<html><head><title>Islands</title></head><body>"+x.page+"</body></html>"), &d)
		says := d.Unread()
		if err != nil {
			says = asUnreadable(err).Reason
		}
		if says != x.says {
			t.Errorf("%s: says %q, want %q", name, says, x.says)
		}
		if err == nil && !strings.Contains(d.Text, x.text) {
			t.Errorf("%s: no %q in %q", name, x.text, d.Text)
		}
		if x.page[0] == '<' && strings.Contains(x.page, "its own") && strings.Contains(d.Text, "Piraeus") {
			t.Errorf("%s: the text stands twice", name)
		}
	}
}

// Data that say no text, or another one each time, are not taken for it.
func TestArticleBody(t *testing.T) {
	for name, x := range map[string]struct {
		v    any
		want string
	}{
		"none":    {map[string]any{"body": "x"}, ""},
		"nested":  {[]any{map[string]any{"a": map[string]any{"articleBody": "deep"}}}, "deep"},
		"longest": {map[string]any{"articleBody": "one", "b": map[string]any{"articleBody": "three"}}, "three"},
		"equal":   {map[string]any{"x": map[string]any{"articleBody": "bbb"}, "y": map[string]any{"articleBody": "aaa"}}, "aaa"},
		"number":  {map[string]any{"articleBody": 3.0}, ""},
	} {
		for range 5 {
			if got := articleBody(x.v, 0); got != x.want {
				t.Fatalf("%s: %q, want %q", name, got, x.want)
			}
		}
	}
	var v any = "x"
	for range 100 {
		v = []any{map[string]any{"articleBody": v}}
	}
	articleBody(v, 0) // does not follow it to the ground
}
