package corpus

import (
	"fmt"
	"strings"

	"analyze/internal/doc"

	"github.com/goccy/go-yaml"
)

// readMarkdown reads Markdown as the text that it is; its front matter becomes
// the document's card and a mark of kind MarkMeta. Headings, lists and tables
// are for the structure passes, since plain text has them too.
func readMarkdown(data []byte, d *doc.Document) error {
	if err := readText(data, d); err != nil {
		return err
	}
	start, body, end := frontMatter(d.Text)
	if end == 0 {
		return nil
	}
	d.Marks = append(d.Marks, doc.Mark{Span: doc.Span{Start: start, End: end}, Kind: doc.MarkMeta})
	var fields map[string]any
	if err := yaml.Unmarshal([]byte(body), &fields); err != nil {
		if fields = plainFields(body); len(fields) == 0 {
			d.Unreadf(doc.Span{Start: start, End: end}, "the front matter is no valid YAML and was not read")
			return nil
		}
	}
	card(fields, &d.File)
	return nil
}

// plainFields reads front matter that is no valid YAML line by line: people write a
// title with a colon and do not put it in quotes.
func plainFields(body string) map[string]any {
	fields := map[string]any{}
	for line := range strings.Lines(body) {
		name, value, ok := strings.Cut(line, ":")
		if name == "" || !ok || strings.ContainsAny(name, " \t#-[]{}\"'") {
			continue
		}
		if value = strings.Trim(strings.TrimSpace(value), `"'`); value != "" {
			fields[name] = value
		}
	}
	return fields
}

// frontMatter returns the range of a leading block between lines of three
// dashes, and what stands between them; end is 0 if there is none.
func frontMatter(s string) (start int, body string, end int) {
	if strings.HasPrefix(s, "\uFEFF") {
		start = len("\uFEFF")
	}
	first, _, ok := strings.Cut(s[start:], "\n")
	if !ok || strings.TrimRight(first, " \r") != "---" {
		return 0, "", 0
	}
	from := start + len(first) + 1
	for at := from; at < len(s); {
		line, _, more := strings.Cut(s[at:], "\n")
		next := at + len(line)
		if more {
			next++
		}
		if t := strings.TrimRight(line, " \r"); t == "---" || t == "..." {
			return start, s[from:at], next
		}
		at = next
	}
	return 0, "", 0
}

// card fills m from the fields of front matter, under the names in common use.
func card(fields map[string]any, m *doc.Meta) {
	get := func(names ...string) string {
		for _, n := range names {
			if v, ok := fields[n]; ok && v != nil {
				if _, list := v.([]any); !list {
					return strings.TrimSpace(fmt.Sprint(v))
				}
			}
		}
		return ""
	}
	m.Title = get("title", "Title")
	m.Publisher = get("publisher", "source", "organization", "organisation")
	m.Language = get("lang", "language")
	m.URL = get("url", "link", "canonical")
	m.Place = get("place", "location", "dateline")
	if date := get("date", "published", "Date"); len(date) >= 4 {
		m.Date, _, _ = strings.Cut(strings.Replace(date, " ", "T", 1), "T")
		m.DateVia = "header"
	}
	for _, n := range []string{"author", "authors", "by", "Author"} {
		switch v := fields[n].(type) {
		case string:
			m.Authors = append(m.Authors, v)
		case []any:
			for _, a := range v {
				m.Authors = append(m.Authors, fmt.Sprint(a))
			}
		}
	}
}
