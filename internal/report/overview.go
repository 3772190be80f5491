package report

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// Overview is the report on the whole collection as Markdown. Claims looks up
// a claim by its id.
func Overview(c *doc.Collection, claims map[string]*record.Claim) []byte {
	var b bytes.Buffer
	b.WriteString("# Overview\n\n")
	total := 0
	for _, card := range c.Cards {
		total += card.Claims
	}
	fmt.Fprintf(&b, "%s, %s, %s.\n", plural(len(c.Cards), "document", "documents"), plural(total, "figure", "figures"), plural(len(c.Threads), "figure told by several", "figures told by several"))
	SinceLast(c).markdown(&b)
	threadsList(&b, c, claims)
	entityTable(&b, c, "Who acts", func(e *doc.Entity) bool { return e.Type.IsActor() })
	entityTable(&b, c, "Where", func(e *doc.Entity) bool { return e.Type == doc.Place })
	documentsTable(&b, c)
	failuresList(&b, c)
	return b.Bytes()
}

func threadsList(b *bytes.Buffer, c *doc.Collection, claims map[string]*record.Claim) {
	b.WriteString("\n## Which figures the sources tell differently\n\n")
	if len(c.Threads) == 0 {
		b.WriteString("No figure is told by more than one source.\n")
		return
	}
	list, files := inOverview(c), shelvesOf(c)
	for _, t := range list {
		threadSection(b, t, files, claims)
	}
	if n := len(c.Threads) - len(list); n > 0 {
		fmt.Fprintf(b, "%s more stand in [threads](threads/index.html).\n", group(strconv.Itoa(n)))
	}
}

// inOverview are the threads that the overview goes through, conflicts first.
func inOverview(c *doc.Collection) []*doc.Thread {
	var list []*doc.Thread
	for _, want := range []string{"conflict", "update", "agree", "differs"} {
		for i := range c.Threads {
			if t := &c.Threads[i]; t.Relation == want && len(list) < overviewThreads {
				list = append(list, t)
			}
		}
	}
	return list
}

// Bounds of the overview: documents and failures that it lists, statements of one
// thread, threads that it goes through, and ways to write one name.
const overviewMost, overviewStatements, overviewThreads, overviewForms = 200, 20, 60, 12

func threadSection(b *bytes.Buffer, t *doc.Thread, files shelves, claims map[string]*record.Claim) {
	fmt.Fprintf(b, "### %s: %s\n\n%s %s.\n\n", md(t.Topic), t.Relation, md(t.Reason), plural(t.Sources, "independent source", "independent sources"))
	b.WriteString("| When | Figure | Of what | Where | Who says so | Document |\n|---|---|---|---|---|---|\n")
	for _, id := range t.Claims[:min(len(t.Claims), overviewStatements)] {
		if c := claims[id]; c != nil {
			fmt.Fprintf(b, "| %s | %s | %s | %s | %s | [%s](%s.md) |\n", or(c.Time, ""), md(Amount(c)), md(or(c.What, "")), md(where(c)), md(source(c)), md(c.Doc), files.docBase(c.Doc))
		}
	}
	if n := len(t.Claims) - overviewStatements; n > 0 {
		fmt.Fprintf(b, "\n%s in [the thread](%s).\n", plural(n, "more statement stands", "more statements stand"), files.threadFile(t.ID))
	}
	for _, a := range t.SetApart[:min(len(t.SetApart), overviewStatements)] {
		if c := claims[a.Claim]; c != nil {
			fmt.Fprintf(b, "\nSet apart: %s, %s: %s.", md(Amount(c)), md(or(c.What, "")), md(a.Reason))
		}
	}
	b.WriteString("\n")
}

func entityTable(b *bytes.Buffer, c *doc.Collection, head string, keep func(*doc.Entity) bool) {
	const most = 40
	fmt.Fprintf(b, "\n## %s\n\n| Name | Kind | Country | Documents | Named | Also written |\n|---|---|---|---:|---:|---|\n", head)
	n := 0
	for _, e := range byMentions(c) {
		if !keep(e) || e.Mentions == 0 {
			continue
		}
		if n++; n > most {
			continue
		}
		var forms []string
		for _, a := range e.Aliases {
			if a.Text != e.Name && a.Form != doc.Adjective {
				forms = append(forms, a.Text)
			}
		}
		kind := strings.ToLower(e.Type.String())
		if e.Subtype != "" {
			kind = e.Subtype
		}
		fmt.Fprintf(b, "| %s%s | %s | %s | %d | %d | %s |\n", md(e.Name), doubt(e.Doubt), md(kind), e.Country, len(e.Documents), e.Mentions, md(strings.Join(forms[:min(len(forms), overviewForms)], ", ")))
	}
	if n > most {
		fmt.Fprintf(b, "\n%d more stand in entities.csv.\n", n-most)
	}
}

func documentsTable(b *bytes.Buffer, c *doc.Collection) {
	b.WriteString("\n## Documents\n\n| Document | Date | Words | Figures |\n|---|---|---:|---:|\n")
	files := shelvesOf(c)
	for _, card := range c.Cards[:min(overviewMost, len(c.Cards))] {
		fmt.Fprintf(b, "| [%s](%s.md) | %s | %d | %d |\n", md(title(card.Meta, card.ID)), files.docBase(card.ID), card.Meta.Date, card.Meta.Words, card.Claims)
	}
	if n := len(c.Cards) - overviewMost; n > 0 {
		fmt.Fprintf(b, "\n%s more stand in [documents](documents/index.html).\n", group(strconv.Itoa(n)))
	}
}

func failuresList(b *bytes.Buffer, c *doc.Collection) {
	if len(c.Failures) == 0 {
		return
	}
	b.WriteString("\n## What could not be read\n\n")
	for _, f := range c.Failures[:min(overviewMost, len(c.Failures))] {
		fmt.Fprintf(b, "- %s: %s", md(f.ID), md(f.Reason))
		if f.Hint != "" {
			fmt.Fprintf(b, " (%s)", md(f.Hint))
		}
		b.WriteString("\n")
	}
	if n := len(c.Failures) - overviewMost; n > 0 {
		fmt.Fprintf(b, "\n%s more: analyze status --failed lists them.\n", group(strconv.Itoa(n)))
	}
}
