package structure

import (
	"sort"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/text"
)

// Notes is the pass that reads the notes and the works that they cite, and
// finds the marks in the text that refer to them.
var Notes = &doc.Pass{
	Name:    "notes",
	Doc:     "read notes and the works they cite, find their marks in the text",
	Version: 4,
	Needs:   doc.LayerBlocks,
	Gives:   doc.LayerNotes,
	Run:     notes,
}

func notes(d *doc.Document) error {
	d.Notes, d.NoteMarks = nil, nil
	var tails [][]int // for each note the blocks that go on with it
	noteOf := map[int]int{}
	for i := range d.Blocks {
		k := &d.Blocks[i]
		switch {
		case k.Kind == doc.Footnote || k.Kind == doc.Bibliography:
			if n, ok := noteOf[k.Joins]; ok && k.Label == "" && k.Joins >= 0 {
				tails[n] = append(tails[n], i)
				noteOf[i] = n
				continue
			}
		case k.Kind == doc.Caption && (isTableNote(d.Slice(k.Span)) || i > 0 && d.Blocks[i-1].Kind == doc.TableBlock && tellsOfTable(d.Slice(k.Span))):
		default:
			continue
		}
		noteOf[i] = len(d.Notes)
		d.Notes = append(d.Notes, doc.Note{Span: k.Span, Label: k.Label, Text: k.Text, Block: i})
		tails = append(tails, nil)
	}
	for n := range d.Notes {
		readNote(d, n, tails[n])
	}
	resolveNotes(d)
	d.NoteMarks = findMarks(d)
	return nil
}

// readNote parses the works that note n cites. What stands in blocks that go on
// with it is read as if it stood in the note; spans end with its own block.
func readNote(d *doc.Document, n int, tails []int) {
	note := &d.Notes[n]
	s := d.Slice(note.Text)
	own := len(s)
	for _, t := range tails {
		k := &d.Blocks[t]
		if tail := d.Slice(k.Text); hyphenated(s) || strings.HasSuffix(s, "/") {
			s = strings.TrimSuffix(s, "\u00AD") + tail
		} else {
			s += " " + tail
		}
	}
	inBibliography := d.Blocks[note.Block].Kind == doc.Bibliography
	var refs []parsedRef
	if d.Blocks[note.Block].Kind == doc.Caption {
		refs = tableSources(s)
		note.Source = strings.HasPrefix(strings.ToLower(strings.TrimLeft(s, "*_ (")), "source")
	} else {
		refs = parseReferences(s, inBibliography)
	}
	for _, r := range refs {
		r.Start = note.Text.Start + min(r.Start, own)
		r.End = note.Text.Start + min(r.End, own)
		r.Full = -1
		note.Refs = append(note.Refs, r.Reference)
		note.Source = note.Source || len(r.Title)+len(r.URL) > 0 || isIbid(s[min(r.Start-note.Text.Start, len(s)):]) || r.Date != ""
	}
}

// findMarks decides which candidates of the text are marks of notes.
func findMarks(d *doc.Document) []doc.NoteMark {
	f := newMarkFinder(d)
	for i := range d.Blocks {
		k := &d.Blocks[i]
		var weak, strong bool
		switch k.Kind {
		case doc.Body, doc.Quote, doc.List, doc.Caption, doc.PullQuote, doc.Heading:
			weak, strong = true, true
		case doc.Title, doc.Byline, doc.TableBlock:
			strong = true
		default:
			continue
		}
		if _, own := f.blocks[i]; own {
			continue
		}
		eachCandidate(d.Text, k.Text.Start, k.Text.End, func(c candidate) {
			if strong = weak; !weak {
				strong = c.form == markSign || k.Kind != doc.Byline && c.form <= markSquare
			}
			if strong {
				f.found = append(f.found, c)
			}
		})
	}
	return f.decide()
}

// A markFinder weighs candidates against the notes that exist.
type markFinder struct {
	d      *doc.Document
	found  []candidate
	notes  map[int][]int    // notes by number
	signs  map[string][]int // notes by sign
	blocks map[int]bool     // blocks that hold notes
	forms  [markNumber + 1]int
}

func newMarkFinder(d *doc.Document) *markFinder {
	f := &markFinder{d: d, notes: map[int][]int{}, signs: map[string][]int{}, blocks: map[int]bool{}}
	for i := range d.Notes {
		n := &d.Notes[i]
		f.blocks[n.Block] = true
		if num, k := leadingDigits(n.Label); k > 0 && k == len(n.Label) {
			f.notes[num] = append(f.notes[num], i)
		} else if n.Label != "" {
			f.signs[n.Label] = append(f.signs[n.Label], i)
		}
	}
	return f
}

// decide takes the candidates one after the other. Superscripts and carets are
// marks. Other forms need a note of their number, and glued ones a place in the
// ascending order of numbers; where all notes are lost, a chain of glued
// numbers that counts up from 1 proves itself.
func (f *markFinder) decide() []doc.NoteMark {
	for _, c := range f.found {
		f.forms[c.form]++
	}
	chain := f.chain()
	once := f.bracketed()
	var marks []doc.NoteMark
	last := 0
	for i, c := range f.found {
		ok := false
		switch c.form {
		case markSuper, markCaret:
			ok = true
		case markSquare:
			ok = len(f.notes[c.num]) > 0 || len(f.notes) == 0 && f.forms[markSquare] > 2
		case markStop:
			ok = len(f.notes[c.num]) > 0 && f.fits(i, last, 9) || chain[i]
		case markWord:
			ok = len(f.notes[c.num]) > 0 && f.fits(i, last, 3)
		case markNumber:
			ok = len(f.notes[c.num]) > 0 && c.num > last && c.num <= last+2 && (len(f.notes[c.num]) > 1 || !f.elsewhere(i, c.num))
		case markRound:
			ok = once[i]
		case markSpaced:
			ok = len(f.notes[c.num]) > 0 && c.num == last+1 && !f.elsewhere(i, c.num) && f.forms[markStop] > 1
		case markSign:
			label := f.d.Text[c.start:c.end]
			if list := f.signs[label]; len(list) > 0 {
				marks = append(marks, doc.NoteMark{Span: doc.Span{Start: c.start, End: c.end}, Label: label, Note: nearest(f.d, list, c.end)})
			}
		}
		if ok {
			marks = append(marks, f.split(c)...)
			last = c.last
		}
	}
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	f.tie(marks)
	return marks
}

// fits reports whether candidate i goes on with the numbers so far: it is not
// far ahead of the last mark, or it begins a new count.
func (f *markFinder) fits(i, last, ahead int) bool {
	n := f.found[i].num
	for j := i + 1; j < min(len(f.found), i+40) && f.found[j].num <= n; j++ {
		if f.found[j].num == n && f.found[j].form <= f.found[i].form && n > last {
			return false // the one nearer to the next number is the mark
		}
	}
	if n > last && n <= last+ahead || n == 1 {
		return true
	}
	return f.found[i].form == markStop && !f.elsewhere(i, n)
}

// elsewhere reports whether a surer candidate near i has number n.
func (f *markFinder) elsewhere(i, n int) bool {
	for j := max(0, i-40); j < min(len(f.found), i+40); j++ {
		if j != i && f.found[j].num == n && f.found[j].form <= f.found[i].form {
			return true
		}
	}
	return false
}

// chain finds glued numbers that count up from 1, with at most one left out at
// a time, in a document without notes.
func (f *markFinder) chain() map[int]bool {
	chain := map[int]bool{}
	if len(f.notes) > 0 || f.forms[markStop] < 3 {
		return chain
	}
	last := 0
	for i, c := range f.found {
		if c.form == markStop && c.num > last && c.num <= last+2 {
			chain[i] = true
			last = c.last
		}
	}
	if len(chain) < 3 || len(chain)*3 < f.forms[markStop]*2 {
		return nil
	}
	return chain
}

// bracketed finds numbers in round brackets that are marks: no other form is
// in use, and they count up through nearly all notes.
func (f *markFinder) bracketed() map[int]bool {
	once := map[int]bool{}
	if len(f.notes) == 0 || f.forms[markSuper]+f.forms[markCaret]+f.forms[markSquare] > 0 {
		return once
	}
	last := 0
	for i, c := range f.found {
		if c.form == markRound && c.num > last && c.num <= last+2 && len(f.notes[c.num]) > 0 {
			once[i] = true
			last = c.num
		}
	}
	if len(once)*10 < len(f.notes)*8 {
		return nil
	}
	return once
}

// split makes one mark for each number of "3,4"; a range is one mark.
func (f *markFinder) split(c candidate) []doc.NoteMark {
	whole := doc.NoteMark{Span: doc.Span{Start: c.start, End: c.end}, Label: itoa(c.num), Note: -1}
	s := f.d.Text[c.start:c.end]
	if c.last == c.num || !strings.Contains(s, ",") {
		return []doc.NoteMark{whole}
	}
	var marks []doc.NoteMark
	at, end := c.start, c.start
	parts := strings.SplitAfter(s, ",")
	for i, part := range parts {
		digits := strings.Trim(part, "[]^{}, ")
		num, n := leadingDigits(digits)
		if n == 0 {
			num, n = leadingSuper(digits)
		}
		if n == 0 {
			return []doc.NoteMark{whole}
		}
		end += len(part)
		stop := end
		if i < len(parts)-1 {
			stop-- // the comma goes with the number behind it
		}
		marks = append(marks, doc.NoteMark{Span: doc.Span{Start: at, End: stop}, Label: itoa(num), Note: -1})
		at = stop
	}
	return marks
}

// tie ties marks to notes. Where a number comes more than once, since chapters
// or pages count anew, the counts of marks and of notes go together.
func (f *markFinder) tie(marks []doc.NoteMark) {
	countOf := make([]int, len(f.d.Notes))
	count, last := 0, 0
	for i := range f.d.Notes {
		if num, k := leadingDigits(f.d.Notes[i].Label); k > 0 {
			if num <= last {
				count++
			}
			last = num
		}
		countOf[i] = count
	}
	count, last = 0, 0
	for i := range marks {
		m := &marks[i]
		num, k := leadingDigits(m.Label)
		if k == 0 {
			continue
		}
		if num == 1 && last > 1 {
			count++
		}
		last = num
		list := f.notes[num]
		if len(list) == 1 {
			m.Note = list[0]
			continue
		}
		list = f.sameForm(m, list)
		m.Note = nearest(f.d, list, m.End)
		for _, n := range list {
			if countOf[n] == count {
				m.Note = n
			}
		}
	}
}

// sameForm keeps those notes of list whose label is written like the mark, in
// brackets or not, if there are any.
func (f *markFinder) sameForm(m *doc.NoteMark, list []int) []int {
	var same []int
	square := strings.HasPrefix(f.d.Text[m.Start:], "[")
	for _, n := range list {
		if strings.HasPrefix(f.d.Slice(f.d.Notes[n].Span), "[") == square {
			same = append(same, n)
		}
	}
	if len(same) == 0 {
		return list
	}
	return same
}

// nearest returns the first of the notes behind at, the last one before it if
// there is none, -1 if the list is empty.
func nearest(d *doc.Document, list []int, at int) int {
	for _, n := range list {
		if d.Notes[n].Start >= at {
			return n
		}
	}
	if len(list) == 0 {
		return -1
	}
	return list[len(list)-1]
}

// resolveNotes ties short references to the full ones.
func resolveNotes(d *doc.Document) {
	r := resolver{d: d, byName: map[string][]refID{}}
	for n := range d.Notes {
		for k := range d.Notes[n].Refs {
			r.index(refID{n, k})
		}
	}
	prev := refID{-1, -1}
	for n := range d.Notes {
		var author []string
		if n > 0 && len(d.Notes[n-1].Refs) > 0 {
			author = d.Notes[n-1].Refs[0].Authors
		}
		for k := range d.Notes[n].Refs {
			id := refID{n, k}
			ref := r.ref(id)
			if isRepeatedAuthor(d.Slice(ref.Span)) && len(ref.Authors) == 0 {
				ref.Authors = author
			}
			r.resolve(id, prev)
			prev = id
		}
	}
	for n := range d.Notes {
		for k := range d.Notes[n].Refs {
			if ref := &d.Notes[n].Refs[k]; ref.Full >= 0 {
				full := d.Notes[ref.Full].Refs[ref.FullRef].Span
				ref.Resolved = strings.TrimRight(text.Clean(d.Slice(full)), " ,;")
			}
		}
	}
}
