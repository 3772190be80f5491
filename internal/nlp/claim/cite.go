package claim

import (
	"sort"
	"strings"

	"analyze/internal/doc"
)

// cite ties the claim to the note at its sentence: the first mark behind the
// figure, else the last before it. Where the sentence names no source, a note
// that cites a work names its authors.
func (r *reader) cite(c *doc.Claim) {
	best := r.noteOf(c)
	if best < 0 {
		return
	}
	note := &r.d.Notes[best]
	c.CiteNote, c.Cite = best, r.noteText(note)
	if c.Source != "" || r.v.ownWork(r.v.at(c.First)) {
		return
	}
	if at := r.interviewee(note.Text); at.Len() > 0 {
		s := strings.TrimPrefix(strings.TrimPrefix(squeeze(r.d.Slice(at)), "an "), "a ")
		c.Source, c.SourceVia, c.SourceSpan, c.Anonymous = strings.TrimPrefix(s, "the "), "footnote", at, s != "" && s[0] >= 'a'
		return
	}
	if note.Source {
		if who := authors(r.d, note); who != "" {
			c.Source, c.SourceVia, c.SourceSpan = who, "footnote", note.Span
		}
	}
}

// talks begin what a note tells of whom the author spoke to or heard from.
var talks = [...]string{"interview with ", "interviews with ", "conversation with ", "conversations with ", "communication with ", "communication from ", "correspondence with ", "email from ",
	"e-mail from ", "letter from ", "message from ", "information from ", "interview by phone with "}

// interviewee covers the words of a note that name whom the author spoke to: "Interview with a
// clerk of the port, Lund, May 2014". Empty where it tells of no such talk.
func (r *reader) interviewee(note doc.Span) doc.Span {
	text := r.d.Slice(note)
	low := strings.ToLower(text)
	for _, w := range talks {
		i := strings.Index(low, w)
		if i < 0 || i > maxTalkWords || len(low) != len(text) || strings.ContainsAny(low[:i], ".,;") {
			continue
		}
		i += len(w)
		for _, title := range [...]string{"Dr. ", "Mr. ", "Ms. "} {
			if strings.HasPrefix(text[i:], title) {
				i += len(title)
				break
			}
		}
		end := i + strings.IndexAny(text[i:]+",", ",;.(")
		if n := len(strings.Fields(text[i:end])); n > 0 && n < 12 {
			return doc.Span{Start: note.Start + i, End: note.Start + len(strings.TrimRight(text[:end], " \n"))}
		}
	}
	return doc.Span{}
}

// maxTalkWords bounds what stands before those words: "Author's telephone", in bytes.
const maxTalkWords = 30

// citesWork reports whether the claim has a note of its own that cites a work.
func (r *reader) citesWork(c *doc.Claim) bool {
	n := r.noteOf(c)
	return n >= 0 && r.d.Notes[n].Source && authors(r.d, &r.d.Notes[n]) != ""
}

// noteOf gives the note of the first mark behind the claim in its sentence, else of
// the last before it; -1 for none.
func (r *reader) noteOf(c *doc.Claim) int {
	if len(r.d.NoteMarks) == 0 {
		return -1
	}
	best := -1
	k := r.markBehind(c.End)
	for i := k; i < len(r.d.NoteMarks) && i < k+4 && best < 0 && r.atSentence(r.d.NoteMarks[i].Span, c.Sentence); i++ {
		best = r.noteAt(i)
	}
	for i := k - 1; i >= max(0, k-4) && best < 0 && r.atSentence(r.d.NoteMarks[i].Span, c.Sentence); i-- {
		best = r.noteAt(i)
	}
	return best
}

// ownWork reports whether the words before word end speak of the author's own
// reckoning: "our estimate is 40".
func (v *view) ownWork(end int) bool {
	for k := 0; k+1 < end; k++ {
		if v.is(k, "our", "my") && v.has(k+1, document) {
			return true
		}
	}
	return false
}

// markBehind is the first mark at or after byte end.
func (r *reader) markBehind(end int) int {
	return sort.Search(len(r.d.NoteMarks), func(i int) bool { return r.d.NoteMarks[i].Start >= end })
}

// noteAt is the note that mark i refers to, -1 for none.
func (r *reader) noteAt(i int) int {
	if n := r.d.NoteMarks[i].Note; n < len(r.d.Notes) {
		return n
	}
	return -1
}

// atSentence reports whether a mark stands in sentence s or right behind it.
func (r *reader) atSentence(mark doc.Span, s int) bool {
	sent := &r.d.Sentences[s]
	end := sent.End
	for end < len(r.d.Text) && strings.IndexByte(" .,;:)\"'", r.d.Text[end]) >= 0 && end < sent.End+4 {
		end++
	}
	return mark.Start >= sent.Start && mark.Start <= end
}

// noteText is what a note cites, in full where it is short or says "Ibid.";
// what it says where it cites nothing.
func (r *reader) noteText(n *doc.Note) string {
	var parts []string
	for i := range n.Refs {
		ref := &n.Refs[i]
		if ref.Resolved != "" {
			parts = append(parts, ref.Resolved)
		} else if ref.Len() > 0 {
			parts = append(parts, strings.TrimRight(squeeze(r.d.Slice(ref.Span)), " ;,"))
		}
	}
	if len(parts) == 0 {
		return squeeze(r.d.Slice(n.Text))
	}
	return strings.Join(parts, "; ")
}

// authors names who wrote the first work that a note cites; the newspaper or
// publisher where no author is given.
func authors(d *doc.Document, n *doc.Note) string {
	ref := fullReference(d, n)
	if ref == nil {
		return ""
	}
	switch a := ref.Authors; len(a) {
	case 0:
		if ref.In != "" {
			return bareName(ref.In)
		}
		return bareName(ref.Publisher)
	case 1:
		return bareName(a[0])
	default:
		head, _, _ := strings.Cut(strings.ToLower(a[1]), " of ")
		if f := strings.Fields(head); len(a) == 2 && len(f) > 0 && strings.Contains(a[1], " ") && words.senses[f[len(f)-1]]&document != 0 {
			return bareName(a[0]) // the second is a title
		}
		return strings.Join(a[:len(a)-1], ", ") + " and " + a[len(a)-1]
	}
}

// bareName is a name without its article.
func bareName(s string) string { return strings.TrimPrefix(strings.TrimPrefix(s, "The "), "the ") }

// fullReference follows the first reference of a note to its full entry.
func fullReference(d *doc.Document, n *doc.Note) *doc.Reference {
	if len(n.Refs) == 0 {
		return nil
	}
	ref := &n.Refs[0]
	if ref.Full >= 0 && ref.Full < len(d.Notes) && ref.FullRef >= 0 && ref.FullRef < len(d.Notes[ref.Full].Refs) {
		return &d.Notes[ref.Full].Refs[ref.FullRef]
	}
	return ref
}

// maxCited bounds the names of a work cited in brackets, in words.
const maxCited = 12

// workCited reads a work cited by author and year from word k behind a bracket:
// "(Holt et al., 2015)", "(Holt and Lund 2012, p. 4)". It gives the word behind the
// bracket, 0 if none is cited.
func (v *view) workCited(k int) int {
	if calendarWords[v.low(k)] {
		return 0 // "(September 2015)"
	}
	names, joins := 0, false
	for i := k; i < len(v.w) && i < k+maxCited; i++ {
		switch {
		case v.is(i, "et", "al", "al.", "&", "and"):
			joins = true
		case v.isComma(i) || v.is(i, "."):
		case names > 0 && v.yearAt(i):
			if !joins && v.w[k].mention >= 0 {
				return 0 // a body or person that is known by name
			}
			for i < len(v.w) && v.tag(i) != doc.RParen {
				i++
			}
			return min(i+1, len(v.w))
		case v.w[i].mention >= 0 && !v.isPlace(i), v.tag(i) == doc.NNP && v.upper(i):
			names++
		default:
			return 0
		}
	}
	return 0
}

// yearAt reports whether word i is a year, with a letter or without.
func (v *view) yearAt(i int) bool {
	l := v.low(i)
	return len(l) >= 4 && len(l) <= 5 && (l[:2] == "19" || l[:2] == "20") && l[2] >= '0' && l[2] <= '9' && l[3] >= '0' && l[3] <= '9'
}

// works makes a speaker of the names of a cited work between words k and end.
func (v *view) works(k, end int) speaker {
	e := k
	for e < end && !v.yearAt(e) {
		e++
	}
	for e > k+1 && v.isComma(e-1) {
		e--
	}
	return speaker{text: v.text(k, e), span: v.span(k, e), referent: -1, first: k, last: e}
}
