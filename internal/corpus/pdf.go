package corpus

import (
	"errors"
	"fmt"
	"math"
	"sort"
	"strings"

	"analyze/internal/corpus/pdf"
	"analyze/internal/doc"
)

// readPDF reads the pages of a PDF file as text in reading order: columns one
// after the other, words that a line's end tears whole, paragraphs that a page
// tears joined, notes, tables and headings told by place and size, heads and
// feet of pages set apart.
func readPDF(data []byte, d *doc.Document) error {
	f, err := pdf.Open(data)
	if err != nil {
		return pdfReason(err)
	}
	b := &pdfBook{words: map[string]bool{}}
	images, unmapped, glyphs := 0, 0, 0
	for i := range f.Pages() {
		p, err := f.Page(i)
		if err != nil {
			return pdfReason(err)
		}
		images += p.Images
		unmapped += p.Unmapped
		glyphs += len(p.Glyphs)
		b.pages = append(b.pages, newPDFPage(p))
	}
	if glyphs < 8*f.Pages() && glyphs < 400 && images > 0 {
		return errScan
	}
	if glyphs == 0 && unmapped > 0 {
		return errPDFLetters
	}
	if unmapped > 20 && unmapped*50 > glyphs {
		if unmapped > glyphs {
			return errPDFLetters
		}
		d.Unreadf(doc.Span{}, fmt.Sprintf("%d of %d signs cannot be told: the PDF does not say what its fonts mean", unmapped, unmapped+glyphs))
	}
	pdfCard(f, &d.File)
	b.measure()
	b.findHeads()
	for i := range b.pages {
		b.page(i)
	}
	b.unhold(nil)
	b.flush()
	if err := b.c.done(d); err != nil {
		return err
	}
	if strings.TrimSpace(d.Text) == "" {
		return &Unreadable{"its pages hold no text, only drawings", "if they show text, run text recognition over it (ocrmypdf) and add the result"}
	}
	titleFromText(d)
	return nil
}

var errPDFLetters = &Unreadable{"its letters cannot be told: the PDF does not say what its fonts mean", "run text recognition over it (ocrmypdf --force-ocr) and add the result"}

func pdfReason(err error) error {
	switch {
	case errors.Is(err, pdf.ErrLocked):
		return &Unreadable{"encrypted PDF", "open it with its password and save a copy without one"}
	case errors.Is(err, pdf.ErrTooMuch):
		return errTooMuch("more than a PDF of text does")
	}
	return &Unreadable{"the PDF is damaged: no page can be found", "open it in a viewer and print it to a new PDF"}
}

// pdfCard fills m from the properties of the file.
func pdfCard(f *pdf.File, m *doc.Meta) {
	m.Title = fileTitle(f.Info("Title"))
	m.Authors = fileAuthors(f.Info("Author"))
	m.Language = language(f.Language())
	for _, key := range []string{"CreationDate", "ModDate"} {
		s := strings.TrimPrefix(f.Info(key), "D:")
		if len(s) >= 8 && digits(s[:8]) {
			m.Date = isoDate(s[:4] + "-" + s[4:6] + "-" + s[6:8])
		}
		if m.Date != "" {
			m.DateVia = "file"
			return
		}
	}
}

// A pdfBook is a file whose pages are put together.
type pdfBook struct {
	c     composer
	pages []*pdfPage
	body  float64         // size of running text
	sizes []float64       // of headings, largest first
	pitch float64         // distance of lines, in parts of their size
	words map[string]bool // that stand whole somewhere, in lower case
	heads map[string]bool // heads and feet of pages that were written

	gutter   [2]float64 // of the page before
	par      *pdfPar    // the paragraph that may go on
	pageMark int        // a page that begins with what is written next
	label    string
	note     *run // the note that may go on
	noteNo   string
	held     []*pdfRow // of a table that may go on on the next page
	grid     *pdfGrid  // the table that may go on
	gridAt   int       // the page of its last rows
	at       int       // the page that is being written
}

// A pdfPage is a page as pieces of lines.
type pdfPage struct {
	width, height float64
	segs          []*pdfSeg
	rules         []pdf.Rule
	heads         []*pdfSeg
	label         string // the number that is printed on it
}

// measure finds the size of running text and the words that stand whole.
func (b *pdfBook) measure() {
	count := map[float64]int{}
	pitches := map[int]int{}
	for _, p := range b.pages {
		for _, s := range p.segs {
			count[s.grade()] += len(s.text)
			b.learn(s.text)
		}
		pitchOf(pdfRows(p.segs), pitches)
	}
	b.pitch = usualPitch(pitches)
	best := 0
	for size, n := range count {
		if n > best || n == best && size < b.body {
			b.body, best = size, n
		}
	}
	for size, n := range count {
		if size >= b.body*1.12 && n < 20000 {
			b.sizes = append(b.sizes, size)
		}
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(b.sizes)))
}

// learn notes the words of s, but for the last one where a hyphen ends it.
func (b *pdfBook) learn(s string) {
	fields := strings.Fields(s)
	for i, w := range fields {
		if i == len(fields)-1 && endsHyphen(w) || i == 0 || len(b.words) > 1<<20 {
			continue
		}
		b.words[foldWord(w)] = true
	}
}

func foldWord(w string) string { return strings.ToLower(strings.Trim(w, ".,;:!?()[]“”\"'’‘")) }

// level returns the level of a heading by its size.
func (b *pdfBook) level(size float64) int {
	for i, s := range b.sizes {
		if size >= s-0.01 {
			return min(i+1, 4)
		}
	}
	return min(len(b.sizes)+1, 5)
}

// page writes page i.
func (b *pdfBook) page(i int) {
	p := b.pages[i]
	b.pageMark, b.label, b.at = i+1, p.label, i+1
	b.writeHeads(p)
	b.takeRuled(p)
	regions := b.regions(p.segs, 0)
	for k, region := range regions {
		b.region(region, p, k == 0, k == len(regions)-1)
	}
	if b.pageMark > 0 && len(p.segs) == 0 { // an empty page has its mark too
		b.flush()
		b.startPage()
	}
}

// startPage marks the page at what is written next.
func (b *pdfBook) startPage() {
	if b.pageMark > 0 {
		b.c.page(b.pageMark)
		b.c.marks[len(b.c.marks)-1].Text = b.label
		b.pageMark = 0
	}
}

// writeHeads keeps the heads and feet of the page for the end, each once, and
// no page numbers.
func (b *pdfBook) writeHeads(p *pdfPage) {
	if b.heads == nil {
		b.heads = map[string]bool{}
	}
	for _, s := range p.heads {
		if key := headKey(s.text); !b.heads[key] && strings.Trim(key, "# -–|") != "" {
			b.heads[key] = true
			var r run
			r.text(s.text)
			b.c.boilerplate(&r)
		}
	}
}

// headKey returns s with its numbers blurred.
func headKey(s string) string {
	var out strings.Builder
	number := false
	for _, c := range strings.ToLower(strings.Join(strings.Fields(s), " ")) {
		if c >= '0' && c <= '9' {
			if !number {
				out.WriteByte('#')
			}
			number = true
			continue
		}
		number = false
		out.WriteRune(c)
	}
	return out.String()
}

// findHeads finds the heads and feet of pages: lines at the top and bottom that
// come again at the same height, and page numbers.
func (b *pdfBook) findHeads() {
	type place struct {
		key string
		y   int
	}
	count := map[place]int{}
	for _, p := range b.pages {
		once := map[place]bool{}
		for _, r := range p.edges() {
			for _, s := range r.segs {
				y := int(math.Round(s.y / 6))
				for _, dy := range []int{-1, 0, 1} {
					if at := (place{headKey(s.text), y + dy}); !once[at] {
						once[at] = true
						count[at]++
					}
				}
			}
		}
	}
	need := 3
	if len(b.pages) < 5 {
		need = 2
	}
	offset, numbered := b.numbering()
	for i, p := range b.pages {
		edge := map[*pdfSeg]bool{}
		for _, r := range p.edges() {
			if n, s := r.pageNumber(); numbered && s != nil && n-i == offset && r.chars() < 100 {
				p.label = strings.TrimSpace(s.text)
				for _, s := range r.segs {
					edge[s] = true
				}
				continue
			}
			for _, s := range r.segs {
				key := headKey(s.text)
				again := count[place{key, int(math.Round(s.y / 6))}] >= need && len(key) < 160 && !bulletLine.MatchString(s.text) && (len(key) > 1 || len(r.segs) < 3)
				label := isPageLabel(s.text) && (s.y < p.height*0.1 || s.y > p.height*0.9) && len(r.segs) == 1
				edge[s] = again || label
				if edge[s] && isPageLabel(s.text) && p.label == "" {
					p.label = strings.Trim(s.text, " -–—|[]()")
				}
			}
		}
		p.setApart(func(s *pdfSeg) bool { return edge[s] || s.artifact })
	}
}

// numbering returns by how much the numbers printed on the pages differ from
// their places in the file, if they do so by the same on most.
func (b *pdfBook) numbering() (offset int, ok bool) {
	count := map[int]int{}
	best := 0
	for i, p := range b.pages {
		for _, r := range p.edges() {
			if n, s := r.pageNumber(); s != nil {
				count[n-i]++
			}
		}
	}
	for d, n := range count {
		if n > best || n == best && d < offset {
			offset, best = d, n
		}
	}
	return offset, best >= 3 && best*3 >= len(b.pages)
}

// pageNumber returns the number at the left or right end of a row.
func (r *pdfRow) pageNumber() (n int, s *pdfSeg) {
	for _, s := range []*pdfSeg{r.segs[len(r.segs)-1], r.segs[0]} {
		if t := strings.Trim(s.text, " -–—|[]"); digits(t) && len(t) < 5 {
			return number(t, 0, 9999), s
		}
	}
	return 0, nil
}

// setApart moves segments to the heads and feet of the page.
func (p *pdfPage) setApart(which func(*pdfSeg) bool) {
	kept := p.segs[:0]
	for _, s := range p.segs {
		if which(s) {
			p.heads = append(p.heads, s)
		} else {
			kept = append(kept, s)
		}
	}
	p.segs = kept
}

// edges returns what stands in the first three and last three lines of the
// page, near its border.
func (p *pdfPage) edges() []*pdfRow {
	rows := pdfRows(p.segs)
	var out []*pdfRow
	for i, r := range rows {
		if i < 3 && r.y > p.height*0.83 || i >= len(rows)-3 && r.y < p.height*0.18 {
			out = append(out, r)
		}
	}
	return out
}

// isPageLabel reports whether s is the number of a page: "12", "- 12 -", "xiv",
// "Page 3 of 10", "3/10".
func isPageLabel(s string) bool {
	s = strings.ToLower(strings.Trim(s, " -–—|[]()"))
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "page"), "p."))
	if s == "" || len(s) > 12 {
		return false
	}
	for _, sep := range []string{" of ", "/", " / "} {
		if a, z, ok := strings.Cut(s, sep); ok {
			return digits(strings.TrimSpace(a)) && digits(strings.TrimSpace(z)) && len(s) < 10
		}
	}
	return digits(s) && len(s) < 5 || strings.Trim(s, "ivxl") == "" && len(s) < 8
}
