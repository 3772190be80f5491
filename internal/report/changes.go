package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"analyze/internal/text"
)

// Changes is in what two runs differ. Lists are in the order of the later
// manifest, and empty where nothing differs.
type Changes struct {
	Program   []ChangedPart    `json:"program"`
	Documents ChangedDocuments `json:"documents"`
	Actors    ChangedNames     `json:"actors"`
	Places    ChangedNames     `json:"places"`
	Figures   ChangedFigures   `json:"figures"`
	Threads   ChangedThreads   `json:"threads"`
	Problems  ChangedProblems  `json:"problems"`
}

// A ChangedPart is a part of the program, or a file of the reader's, of another
// version; "" is none.
type ChangedPart struct {
	Name string `json:"name"`
	Was  string `json:"was"`
	Now  string `json:"now"`
}

// ChangedDocuments are ids of documents; Moved have the same bytes under
// another name.
type ChangedDocuments struct {
	New     []string `json:"new"`
	Changed []string `json:"changed"`
	Removed []string `json:"removed"`
	Moved   []Move   `json:"moved"`
}

// A Move is a document that has another name.
type Move struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// ChangedNames are actors or places.
type ChangedNames struct {
	New  []ManifestEntity `json:"new"`
	Gone []ManifestEntity `json:"gone"`
}

// ChangedFigures are figures that one run has and the other has not, wherever
// in their document they stand.
type ChangedFigures struct {
	New  []ChangedFigure `json:"new"`
	Gone []ChangedFigure `json:"gone"`
}

// A ChangedFigure is a figure of a document.
type ChangedFigure struct {
	Doc string `json:"doc"`
	Stated
}

// ChangedThreads are threads by what became of them.
type ChangedThreads struct {
	New      []ManifestThread `json:"new"`
	Gone     []ManifestThread `json:"gone"`
	Verdicts []ChangedVerdict `json:"verdicts"`
}

// A ChangedVerdict is a thread whose verdict is another.
type ChangedVerdict struct {
	ID        string `json:"id"`
	Topic     string `json:"topic"`
	Was       string `json:"was"`
	Now       string `json:"now"`
	WasReason string `json:"was_reason"`
	Reason    string `json:"reason"`
}

// ChangedProblems are problems that are new or gone.
type ChangedProblems struct {
	New  []ManifestProblem `json:"new"`
	Gone []ManifestProblem `json:"gone"`
}

// Compare tells in what run b differs from the earlier run a.
func Compare(a, b *Manifest) *Changes {
	c := &Changes{Program: []ChangedPart{}, Documents: ChangedDocuments{Moved: []Move{}}}
	c.program(a, b)
	c.documents(a, b)
	entityID := func(e ManifestEntity) string { return e.ID }
	added, gone := parted(a.Entities, b.Entities, entityID)
	c.Actors, c.Places = ChangedNames{actors(added), actors(gone)}, ChangedNames{places(added), places(gone)}
	c.threads(a, b)
	c.Problems.New, c.Problems.Gone = parted(a.Problems, b.Problems, func(p ManifestProblem) string { return p.File + "\x00" + p.Problem })
	return c
}

// parted lists what only b and what only a has; equal ones are matched one for
// one.
func parted[T any](a, b []T, id func(T) string) (added, gone []T) {
	added, gone = []T{}, []T{}
	left := map[string]int{}
	for _, v := range a {
		left[id(v)]++
	}
	for _, v := range b {
		if left[id(v)] > 0 {
			left[id(v)]--
			continue
		}
		added = append(added, v)
	}
	for _, v := range slices.Backward(a) { // of several equal ones the last are gone
		if left[id(v)] > 0 {
			left[id(v)]--
			gone = append(gone, v)
		}
	}
	slices.Reverse(gone)
	return added, gone
}

func actors(list []ManifestEntity) []ManifestEntity {
	return slices.DeleteFunc(slices.Clone(list), func(e ManifestEntity) bool { return e.Type == "PLACE" })
}

func places(list []ManifestEntity) []ManifestEntity {
	return slices.DeleteFunc(slices.Clone(list), func(e ManifestEntity) bool { return e.Type != "PLACE" })
}

// program compares what the runs were made by.
func (c *Changes) program(a, b *Manifest) {
	add := func(name, was, now string) {
		if was != now {
			c.Program = append(c.Program, ChangedPart{name, was, now})
		}
	}
	add("program", a.Program, b.Program)
	add("records", fmt.Sprint(a.Records), fmt.Sprint(b.Records))
	passes := func(m map[string]int) map[string]string {
		s := map[string]string{}
		for k, v := range m {
			s[k] = fmt.Sprint(v)
		}
		return s
	}
	for _, x := range []struct {
		kind string
		a, b map[string]string
	}{{"pass", passes(a.Passes), passes(b.Passes)}, {"model", a.Models, b.Models}, {"file", a.Settings, b.Settings}} {
		names := map[string]bool{}
		for k := range x.a {
			names[k] = true
		}
		for k := range x.b {
			names[k] = true
		}
		for _, k := range sortedKeys(names) {
			add(x.kind+" "+k, x.a[k], x.b[k])
		}
	}
}

func sortedKeys(set map[string]bool) []string {
	var list []string
	for k := range set {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

// documents compares documents, and the figures of those that differ. Where
// passes or files of the reader's differ, any document may be read otherwise.
func (c *Changes) documents(a, b *Manifest) {
	d := &c.Documents
	d.New, d.Changed, d.Removed = []string{}, []string{}, []string{}
	c.Figures = ChangedFigures{[]ChangedFigure{}, []ChangedFigure{}}
	was := map[string]*ManifestDocument{}
	for i := range a.Documents {
		was[a.Documents[i].ID] = &a.Documents[i]
	}
	now := map[string]bool{}
	for i := range b.Documents {
		now[b.Documents[i].ID] = true
	}
	from := map[string][]*ManifestDocument{} // by hash, those that are gone
	for i := range a.Documents {
		if o := &a.Documents[i]; !now[o.ID] {
			from[o.Hash] = append(from[o.Hash], o)
		}
	}
	moved := map[string]bool{}
	for i := range b.Documents {
		n := &b.Documents[i]
		o := was[n.ID]
		switch {
		case o == nil && len(from[n.Hash]) > 0:
			o, from[n.Hash] = from[n.Hash][0], from[n.Hash][1:]
			moved[o.ID] = true
			d.Moved = append(d.Moved, Move{o.ID, n.ID})
		case o == nil:
			d.New = append(d.New, n.ID)
		case o.Hash != n.Hash:
			d.Changed = append(d.Changed, n.ID)
		}
		c.figures(o, n)
	}
	for i := range a.Documents {
		if o := &a.Documents[i]; !now[o.ID] && !moved[o.ID] {
			d.Removed = append(d.Removed, o.ID)
			c.figures(o, nil)
		}
	}
}

// figures compares the figures of a document, which may be nil in either run.
func (c *Changes) figures(a, b *ManifestDocument) {
	of := func(d *ManifestDocument) []ChangedFigure {
		if d == nil {
			return nil
		}
		var list []ChangedFigure
		for _, f := range d.Figures {
			list = append(list, ChangedFigure{d.ID, f})
		}
		return list
	}
	added, gone := parted(of(a), of(b), func(f ChangedFigure) string { return f.Says })
	c.Figures.New, c.Figures.Gone = append(c.Figures.New, added...), append(c.Figures.Gone, gone...)
}

func (c *Changes) threads(a, b *Manifest) {
	c.Threads.Verdicts = []ChangedVerdict{}
	c.Threads.New, c.Threads.Gone = parted(a.Threads, b.Threads, func(t ManifestThread) string { return t.ID })
	was := map[string]ManifestThread{}
	for _, t := range a.Threads {
		was[t.ID] = t
	}
	for _, t := range b.Threads {
		if o, ok := was[t.ID]; ok && o.Relation != t.Relation {
			c.Threads.Verdicts = append(c.Threads.Verdicts, ChangedVerdict{t.ID, t.Topic, o.Relation, t.Relation, o.Reason, t.Reason})
		}
	}
}

// None reports whether the runs do not differ.
func (c *Changes) None() bool {
	return len(c.Program)+len(c.Documents.New)+len(c.Documents.Changed)+len(c.Documents.Removed)+len(c.Documents.Moved)+
		len(c.Actors.New)+len(c.Actors.Gone)+len(c.Places.New)+len(c.Places.Gone)+len(c.Figures.New)+len(c.Figures.Gone)+
		len(c.Threads.New)+len(c.Threads.Gone)+len(c.Threads.Verdicts)+len(c.Problems.New)+len(c.Problems.Gone) == 0
}

// Text writes the changes for a reader. Figures of new and removed documents
// are counted, those of others listed.
func (c *Changes) Text(w io.Writer) error {
	p := &changesText{w: w}
	if c.None() {
		p.line("Nothing differs.")
		return p.err
	}
	for _, x := range c.Program {
		p.row("Made by", x.Name+": "+cmp.Or(short(x.Was), "none")+" → "+cmp.Or(short(x.Now), "none"))
	}
	p.rows("New document", c.Documents.New)
	p.rows("Changed document", c.Documents.Changed)
	p.rows("Removed document", c.Documents.Removed)
	for _, m := range c.Documents.Moved {
		p.row("Moved document", m.From+" → "+m.To)
	}
	for _, v := range c.Threads.Verdicts {
		p.row("Other verdict", v.Topic+": "+v.Was+" → "+v.Now+". "+v.Reason)
	}
	for _, t := range c.Threads.New {
		p.row("New thread", t.Topic+": "+t.Relation+". "+t.Reason)
	}
	for _, t := range c.Threads.Gone {
		p.row("Gone thread", t.Topic)
	}
	p.figures("New figure", c.Figures.New, c.Documents.New)
	p.figures("Gone figure", c.Figures.Gone, c.Documents.Removed)
	p.names("New actor", c.Actors.New)
	p.names("New place", c.Places.New)
	p.names("Gone actor", c.Actors.Gone)
	p.names("Gone place", c.Places.Gone)
	for _, x := range c.Problems.New {
		p.row("New problem", x.File+": "+x.Problem)
	}
	for _, x := range c.Problems.Gone {
		p.row("Gone problem", x.File+": "+x.Problem)
	}
	return p.err
}

// short is a hash as far as a reader needs it.
func short(s string) string {
	if len(s) >= 32 {
		return s[:12]
	}
	return s
}

type changesText struct {
	w   io.Writer
	err error
}

func (p *changesText) line(s string) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.w, s)
	}
}

func (p *changesText) row(what, s string) { p.line(fmt.Sprintf("%-17s %s", what, text.Clean(s))) }

func (p *changesText) rows(what string, list []string) {
	for _, s := range list {
		p.row(what, s)
	}
}

func (p *changesText) names(what string, list []ManifestEntity) {
	for _, e := range list {
		p.row(what, e.Name+" ("+strings.ToLower(e.Type)+", "+plural(e.Documents, "document", "documents")+")")
	}
}

func (p *changesText) figures(what string, list []ChangedFigure, whole []string) {
	count, in := map[string]int{}, map[string]bool{}
	for _, id := range whole {
		in[id] = true
	}
	for _, f := range list {
		if in[f.Doc] {
			count[f.Doc]++
			continue
		}
		p.row(what, f.Says+" ("+f.Doc+")")
	}
	for _, id := range whole {
		if n := count[id]; n > 0 {
			p.row(what+"s", fmt.Sprintf("%d, all of %s", n, id))
		}
	}
}
