package export

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// bratConf declares the types that brat may meet; relations follow.
const bratConf = `# Types of names and figures, for brat (brat.nlplab.org).
[entities]
PERSON
ORG
GROUP
PLACE
FIGURE

[relations]
<OVERLAP>	Arg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>
said_by	Arg1:FIGURE, Arg2:<ENTITY>
`

const bratRest = `
[events]

[attributes]
Form	Arg:<ENTITY>, Value:name|short|acronym|adjective
Bound	Arg:FIGURE, Value:exact|approx|at_least|more_than|at_most|up_to|less_than|range|change
Repeat	Arg:<ENTITY>
`

// brat writes a text, its standoff and the declaration of types into dir.
// Offsets count code points; a span that runs over a line break is written in
// fragments, since a line of the standoff cannot hold one.
func brat(dir string, c *doc.Collection, _ string) error {
	kinds := map[string]bool{}
	for d, err := range c.Documents() {
		if err != nil {
			return err
		}
		base := record.DocumentName(d.ID)
		if err := put(dir, base+".txt", func(w io.Writer) error { _, err := io.WriteString(w, d.Text); return err }); err != nil {
			return err
		}
		if err := put(dir, base+".ann", func(w io.Writer) error { _, err := w.Write(standoff(d, kinds)); return err }); err != nil {
			return err
		}
	}
	return put(dir, "annotation.conf", func(w io.Writer) error {
		p := &printer{w: w}
		p.print(bratConf)
		for _, k := range sorted(kinds) {
			p.printf("%s\tArg1:<ENTITY>, Arg2:<ENTITY>\n", k)
		}
		p.print(bratRest)
		return p.err
	})
}

func sorted(set map[string]bool) []string {
	var list []string
	for k := range set {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

// A standoffWriter numbers the lines of one .ann file.
type standoffWriter struct {
	bytes.Buffer
	d          *doc.Document
	at         *points
	t, r, a, n int
}

// standoff is the .ann file of d. The kinds of relations are noted in kinds.
func standoff(d *doc.Document, kinds map[string]bool) []byte {
	s := &standoffWriter{d: d, at: pointsOf(d.Text)}
	mentions := record.Mentions(d, nil)
	ids := make([]string, len(mentions))
	for i, m := range mentions {
		ids[i] = s.bound(m.Type, doc.Span{Start: m.Start, End: m.End})
		if ids[i] == "" {
			continue
		}
		s.attribute("Form", ids[i], m.Form)
		if m.Copy {
			s.attribute("Repeat", ids[i], "")
		}
		if m.Entity != nil {
			s.note(ids[i], "entity: "+*m.Entity)
		}
	}
	for _, r := range d.Relations {
		from, to := s.nearest(r.From, r.Span, ids), s.nearest(r.To, r.Span, ids)
		if from != "" && to != "" {
			kinds[r.Kind] = true
			s.relation(r.Kind, from, to)
		}
	}
	for i, c := range record.Claims(d) {
		id := s.bound("FIGURE", doc.Span{Start: c.Start, End: c.End})
		if id == "" {
			continue
		}
		s.attribute("Bound", id, c.Bound)
		if c.DuplicateOf != nil {
			s.attribute("Repeat", id, "")
		}
		s.note(id, inWords(&c))
		if by := s.nearest(d.Claims[i].SourceReferent, d.Claims[i].SourceSpan, ids); by != "" {
			s.relation("said_by", id, by)
		}
	}
	return s.Bytes()
}

// bound writes a text-bound annotation and returns its id, "" where there is
// nothing to see.
func (s *standoffWriter) bound(kind string, at doc.Span) string {
	var spans, words []string
	for _, f := range fragments(s.d.Text, at) {
		spans = append(spans, fmt.Sprintf("%d %d", s.at.before(f.Start), s.at.before(f.End)))
		words = append(words, s.d.Slice(f))
	}
	if len(spans) == 0 {
		return ""
	}
	s.t++
	fmt.Fprintf(s, "T%d\t%s %s\t%s\n", s.t, kind, strings.Join(spans, ";"), strings.Join(words, " "))
	return fmt.Sprintf("T%d", s.t)
}

// fragments are the pieces of a span between line breaks, tabs and other
// control characters, without the blanks around them.
func fragments(s string, at doc.Span) []doc.Span {
	var out []doc.Span
	start := -1
	end := at.Start
	for i, r := range s[at.Start:at.End] {
		i += at.Start
		switch {
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			if start >= 0 {
				out = append(out, doc.Span{Start: start, End: end})
			}
			start = -1
		case r == ' ':
		default:
			if start < 0 {
				start = i
			}
			end = i + len(string(r))
		}
	}
	if start >= 0 {
		out = append(out, doc.Span{Start: start, End: end})
	}
	return out
}

// nearest is the id of the mention of a referent that begins nearest to a span,
// "" if there is none.
func (s *standoffWriter) nearest(referent int, at doc.Span, ids []string) string {
	if referent < 0 || referent >= len(s.d.Referents) {
		return ""
	}
	best, id := -1, ""
	for _, m := range s.d.Referents[referent].Mentions {
		far := s.d.Mentions[m].Start - at.Start
		if far < 0 {
			far = -far
		}
		if ids[m] != "" && (best < 0 || far < best) {
			best, id = far, ids[m]
		}
	}
	return id
}

func (s *standoffWriter) attribute(name, of, value string) {
	s.a++
	fmt.Fprintf(s, "A%d\t%s\n", s.a, strings.TrimSpace(name+" "+of+" "+value))
}

func (s *standoffWriter) relation(kind, from, to string) {
	s.r++
	fmt.Fprintf(s, "R%d\t%s Arg1:%s Arg2:%s\n", s.r, kind, from, to)
}

func (s *standoffWriter) note(of, words string) {
	s.n++
	fmt.Fprintf(s, "#%d\tAnnotatorNotes %s\t%s\n", s.n, of, comment(words))
}
