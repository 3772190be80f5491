package report

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
	"analyze/internal/text"
)

// md escapes text of a document for a line or table cell of Markdown, so that
// nothing in it is markup.
func md(s string) string { return escaped(text.Clean(s)) }

// escaped is md of a text on one line, with the blanks at its ends.
func escaped(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '#', '&':
			if r == '#' && i > 0 {
				break
			}
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Markdown is the report of one document as Markdown: its card, who acts,
// where, and which figures it cites.
func Markdown(d *doc.Document) []byte { return markdown(d, claimsOf(d), viewOf(d)) }

func markdown(d *doc.Document, claims claimList, v *view) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n\n", md(title(d.Meta, d.ID)))
	for _, line := range card(d) {
		fmt.Fprintf(&b, "- %s\n", line)
	}
	b.WriteString("\n## Who acts\n\n")
	actorsTable(&b, v)
	b.WriteString("\n## Where\n\n")
	placesTable(&b, v)
	b.WriteString("\n## Which figures\n\n")
	claimsTable(&b, claims, v)
	relationsList(&b, d)
	problemsList(&b, d)
	return b.Bytes()
}

func title(m doc.Meta, id string) string {
	if m.Title != "" {
		return text.Clean(m.Title)
	}
	return path.Base(id)
}

func card(d *doc.Document) []string {
	m := d.Meta
	lines := []string{"File: " + md(d.ID)}
	add := func(name, value string) {
		if value != "" {
			lines = append(lines, name+": "+md(value))
		}
	}
	add("By", strings.Join(m.Authors, ", "))
	add("Published by", m.Publisher)
	if m.Date != "" {
		add("Date", m.Date+" ("+m.DateVia+")")
	} else {
		lines = append(lines, "Date: not given")
	}
	add("Place", m.Place)
	add("Address", m.URL)
	lines = append(lines, "Length: "+plural(m.Words, "word", "words"))
	return lines
}

func actorsTable(b *bytes.Buffer, v *view) {
	if len(v.Actors) == 0 {
		b.WriteString("This document names no actors.\n")
		return
	}
	b.WriteString("| Actor | Type | Roles | Named | Also written |\n|---|---|---|---:|---|\n")
	for _, a := range v.Actors {
		roles := strings.Join(a.Roles, ", ")
		if len(a.Titles) > 0 {
			roles = strings.TrimPrefix(roles+"; "+strings.Join(a.Titles, ", "), "; ")
		}
		fmt.Fprintf(b, "| %s%s | %s | %s | %d | %s |\n", md(a.Name), doubt(a.Doubt), strings.ToLower(a.Type), md(roles), a.Mentions, md(strings.Join(a.Aliases, ", ")))
	}
}

func doubt(s string) string {
	if s == "" {
		return ""
	}
	return " (probably: " + md(s) + ")"
}

func placesTable(b *bytes.Buffer, v *view) {
	if len(v.Places) == 0 {
		b.WriteString("This document names no places.\n")
		return
	}
	b.WriteString("| Place | Kind | Country | Position | Named | Also written |\n|---|---|---|---|---:|---|\n")
	for _, p := range v.Places {
		fmt.Fprintf(b, "| %s%s | %s | %s | %s | %d | %s |\n", md(p.Name), doubt(p.Doubt), p.Subtype, p.Country, p.Point, p.Mentions, md(strings.Join(p.Aliases, ", ")))
	}
}

func claimsTable(b *bytes.Buffer, claims claimList, v *view) {
	if len(v.Claims) == 0 {
		b.WriteString("This document states no figures.\n")
		return
	}
	b.WriteString("| | Figure | Of what | Where | When | Who says so | As written, in its sentence |\n|---:|---|---|---|---|---|---|\n")
	listed := claims.only(v.Claims[:min(len(v.Claims), notedMost)])
	for i := range listed {
		c := &listed[i]
		fmt.Fprintf(b, "| %d | %s | %s | %s | %s | %s | %s |\n", i+1, md(Amount(c)), md(or(c.What, "")), md(where(c)), or(c.Time, ""), md(source(c)), inSentence(c))
	}
	if n := len(v.Claims) - len(listed); n > 0 {
		fmt.Fprintf(b, "\n%s in claims.csv.\n", plural(n, "more figure stands", "more figures stand"))
	}
	if v.Repeated > 0 {
		fmt.Fprintf(b, "\n%s in passages that the document repeats; they are counted once.\n", plural(v.Repeated, "figure stands again", "figures stand again"))
	}
	for i := range listed {
		if r := listed[i].Repair; r != nil {
			fmt.Fprintf(b, "\nFigure %d: %s.\n", i+1, md(*r))
		}
	}
}

// inSentence is the sentence of c with the figure in bold, or the figure alone
// where the sentence does not hold it.
func inSentence(c *record.Claim) string {
	words, sentence := text.Clean(c.Text), text.Clean(c.Sentence)
	before, after, ok := strings.Cut(sentence, words)
	where := fmt.Sprintf(" (%d–%d)", c.Start, c.End)
	if c.Row != nil || !ok {
		cell := "**" + md(words) + "**"
		if c.Row != nil {
			cell += " in row “" + md(*c.Row) + "”, column “" + md(or(c.Column, "")) + "” of " + md(or(c.Table, "a table"))
		}
		return cell + where
	}
	return escaped(before) + "**" + escaped(words) + "**" + escaped(after) + where
}

func relationsList(b *bytes.Buffer, d *doc.Document) {
	if len(d.Relations) == 0 {
		return
	}
	b.WriteString("\n## What the text says of them\n\n")
	for _, r := range d.Relations {
		fmt.Fprintf(b, "- %s — %s — %s: “%s”\n", md(d.Referents[r.From].Name), strings.ReplaceAll(r.Kind, "_", " "), md(d.Referents[r.To].Name), md(d.Slice(r.Span)))
	}
}

func problemsList(b *bytes.Buffer, d *doc.Document) {
	if len(d.Problems) == 0 {
		return
	}
	b.WriteString("\n## What could not be read or is in doubt\n\n")
	for _, p := range d.Problems {
		if p.Span.Len() > 0 {
			fmt.Fprintf(b, "- %s: “%s” (%d–%d)\n", md(p.Text), md(cut(d.Slice(p.Span), 80)), p.Span.Start, p.Span.End)
		} else {
			fmt.Fprintf(b, "- %s\n", md(p.Text))
		}
	}
}

// cut shortens s to about n bytes at a blank.
func cut(s string, n int) string {
	s = text.Clean(s)
	if len(s) <= n {
		return s
	}
	i := strings.LastIndexByte(s[:n], ' ')
	if i < n/2 {
		for i = n; i > 0 && s[i]&0xC0 == 0x80; i-- {
		}
	}
	return s[:i] + " …"
}

// Plain is the report of one document for a terminal.
func Plain(d *doc.Document) []byte {
	v := viewOf(d)
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n", title(d.Meta, d.ID))
	for _, line := range card(d) {
		fmt.Fprintf(&b, "  %s\n", strings.ReplaceAll(line, `\`, ""))
	}
	b.WriteString("\nWho acts\n")
	for _, a := range v.Actors {
		fmt.Fprintf(&b, "  %4d  %-36s %-7s %s\n", a.Mentions, a.Name, strings.ToLower(a.Type), strings.Join(append(a.Roles, a.Aliases...), ", "))
	}
	b.WriteString("\nWhere\n")
	for _, p := range v.Places {
		fmt.Fprintf(&b, "  %4d  %-36s %-7s %s\n", p.Mentions, p.Name, p.Subtype, strings.TrimSpace(p.Country+"  "+p.Point))
	}
	b.WriteString("\nWhich figures\n")
	claims := claimsOf(d)
	for _, i := range v.Claims {
		c := claims.at(i)
		fmt.Fprintf(&b, "  %-24s %-28s %-20s %-12s %-24s %s\n", Amount(c), or(c.What, "-"), where(c), or(c.Time, "-"), source(c), c.ID)
	}
	return b.Bytes()
}
