package corpus

import (
	"strings"
	"unicode"

	"analyze/internal/doc"
)

// officeCard fills m from the properties that office programs keep.
func officeCard(f map[string][]string, m *doc.Meta) {
	one := func(names ...string) string {
		for _, n := range names {
			if v := f[n]; len(v) > 0 {
				return v[0]
			}
		}
		return ""
	}
	m.Title = fileTitle(one("title"))
	m.Authors = fileAuthors(one("initial-creator", "creator"))
	if m.Date = isoDate(one("created", "creation-date", "date", "modified")); m.Date != "" {
		m.DateVia = "file"
	}
	m.Publisher = one("publisher")
	m.Language = language(one("language"))
}

// fileTitle returns a title out of a file's properties, "" if a program wrote
// it there.
func fileTitle(s string) string {
	s = oneLine(s)
	low := strings.ToLower(s)
	for _, p := range []string{"microsoft word -", "microsoft powerpoint -", "microsoft excel -"} {
		if strings.HasPrefix(low, p) {
			return ""
		}
	}
	if !strings.Contains(s, " ") {
		for _, e := range []string{".doc", ".docx", ".pdf", ".qxd", ".qxp", ".indd", ".rtf", ".odt", ".txt", ".html", ".htm", ".xls", ".xlsx", ".ppt", ".pptx", ".tex", ".dvi", ".fm", ".ps"} {
			if strings.HasSuffix(low, e) {
				return ""
			}
		}
	}
	switch strings.Trim(low, "0123456789 -()") {
	case "", "untitled", "document", "word document", "powerpoint presentation", "presentation", "slide", "title", "no slide title", "untitled document", "book", "layout", "sheet", "mappe", "dokument", "sans titre", "unbenannt", "unknown", "none", "(untitled)":
		return ""
	}
	return s
}

// fileAuthors returns authors out of a file's properties: names of two words or
// more, since one word is the account of whoever typed it.
func fileAuthors(s string) []string {
	var out []string
	for _, a := range splitAuthors(s) {
		a = oneLine(a)
		words := strings.Fields(a)
		if len(words) < 2 || len(words) > 6 || strings.ContainsAny(a, "@0123456789_/\\<>") {
			continue
		}
		if r := []rune(words[0])[0]; !unicode.IsUpper(r) {
			continue
		}
		out = append(out, a)
	}
	return out
}

// titleFromText drops a title out of a file's properties that the text does not
// know where the text begins with one of its own: the properties are then those
// of the template or of an earlier document.
func titleFromText(d *doc.Document) {
	if d.File.Title == "" {
		return
	}
	head := strings.ToLower(short(d.Text, 4000))
	if strings.Contains(strings.Join(strings.Fields(head), " "), strings.ToLower(d.File.Title)) {
		return
	}
	for _, m := range d.Marks {
		if m.Kind == doc.MarkHeading && m.Level == 1 && m.Start < 1000 {
			d.File.Title = ""
			return
		}
	}
}
