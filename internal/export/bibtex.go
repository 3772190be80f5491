package export

import (
	"io"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/text"
)

// bibTeX writes the bibliography in BibTeX, in UTF-8. Titles stand in two pairs
// of braces so that styles keep their capitals.
func bibTeX(w io.Writer, c *doc.Collection, _ string) error {
	list, err := works(c)
	if err != nil {
		return err
	}
	p := &printer{w: w}
	for i, o := range list {
		if i > 0 {
			p.print("\n")
		}
		bibEntry(p, o)
	}
	return p.err
}

var bibTypes = [...]string{document: "misc", webPage: "misc", journalArticle: "article", newsArticle: "article", chapter: "incollection", book: "book"}

func bibEntry(p *printer, w *work) {
	p.printf("@%s{%s,\n", bibTypes[w.Kind], w.Key)
	field := func(name, value string) {
		if value != "" {
			p.printf("  %s = {%s},\n", name, value)
		}
	}
	field("author", bibAuthors(w.Authors))
	field("title", "{"+bibText(w.Title)+"}")
	switch w.Kind {
	case journalArticle, newsArticle:
		field("journal", bibText(w.In))
	case chapter:
		field("booktitle", bibText(w.In))
	}
	if w.Kind == document || w.Kind == webPage {
		field("howpublished", bibText(w.Publisher))
	} else {
		field("publisher", bibText(w.Publisher))
	}
	field("address", bibText(w.Place))
	if len(w.Date) >= 4 {
		field("year", bibText(w.Date[:4]))
	}
	if len(w.Date) >= 7 {
		field("month", bibText(w.Date[5:7]))
	}
	field("date", bibText(w.Date))
	field("pages", strings.NewReplacer("–", "--", "-", "--").Replace(bibText(w.Pages)))
	field("url", bibURL(w.URL))
	field("note", bibText(w.note()))
	p.print("}\n")
}

// bibAuthors joins authors with "and", family name first; bodies stand in
// braces, so that no style takes them apart.
func bibAuthors(authors []string) string {
	var out []string
	for _, a := range authors {
		given, family := splitName(a)
		switch {
		case family == "":
		case given == "":
			out = append(out, "{"+bibText(family)+"}")
		default:
			out = append(out, bibText(family)+", "+bibText(given))
		}
	}
	return strings.Join(out, " and ")
}

var bibEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	"&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`)

// bibText escapes s for LaTeX; braces stay balanced whatever s holds.
func bibText(s string) string { return bibEscapes.Replace(text.Clean(s)) }

// bibURL escapes what would end the field or begin a comment.
func bibURL(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(text.Clean(s))
}
