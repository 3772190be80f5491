package structure

import "strings"

// The widths between which lines can be text that is broken by hand or by a
// printer. Narrower ones are lists and addresses, wider ones paragraphs.
const (
	minWrap = 40
	maxWrap = 160
)

// A wrapping is how the lines of a group are to be read.
type wrapping struct {
	width int  // columns of the widest line
	full  bool // lines go on where they are filled up to width
}

// wrappings decides for each group of lines without a blank line between how
// its lines go together. A group of four lines or more speaks for itself: it
// is wrapped if nearly every line is so full that the next one's first word
// had no room, and enough lines begin in mid-sentence. Another group goes with
// the rest of the document.
func (b *builder) wrappings() {
	b.wrap = make([]wrapping, len(b.lines))
	var widths [maxWrap + 1]int
	sizes, wrapped, long := 0, 0, 0
	each(b.lines, func(i, j int) {
		w := b.measureGroup(i, j)
		for k := i; k < j; k++ {
			b.wrap[k] = w
		}
		switch size := b.lines[j-1].end - b.lines[i].start; {
		case w.full:
			wrapped += size
			widths[w.width] += size
		case w.width > maxWrap:
			long += size
		}
		sizes++
	})
	common := 0
	for w, size := range widths {
		if size > widths[common] {
			common = w
		}
	}
	if wrapped == 0 {
		common, wrapped = b.smallGroups()
	}
	if common == 0 || wrapped < long/2 {
		return
	}
	each(b.lines, func(i, j int) {
		if w := &b.wrap[i]; j-i > 1 && !w.full && w.width <= common+common/8 {
			for k := i; k < j; k++ {
				b.wrap[k] = wrapping{max(w.width, common*9/10), true}
			}
		}
	})
}

// smallGroups looks at groups of two and three lines together, for documents
// with short paragraphs only: the width to which they are filled and their size
// in bytes, 0 if they are not wrapped.
func (b *builder) smallGroups() (width, size int) {
	each(b.lines, func(i, j int) {
		for k := i; k < j && j-i > 1; k++ {
			if w := b.lines[k].indent + b.lines[k].cols; w <= maxWrap && b.table[k] == 0 {
				width = max(width, w)
			}
		}
	})
	full, low, n := 0, 0, 0 // n lines; bytes of the full ones and of those before lower case
	each(b.lines, func(i, j int) {
		for k := i; k+1 < j; k++ {
			if b.table[k] > 0 || b.table[k+1] > 0 {
				continue
			}
			n++
			bytes := b.lines[k].end - b.lines[k].start
			size += bytes
			if b.isFull(k, width) {
				full += bytes
			}
			if b.startsOpen(k + 1) {
				low += bytes
			}
		}
	})
	if width < minWrap || n < 3 || full*10 < size*7 || low*3 < size {
		return 0, 0
	}
	return width, size
}

// each calls f for each group of lines [i, j) without blank lines between.
func each(lines []line, f func(i, j int)) {
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && lines[j].blank == 0 && !lines[j].page {
			j++
		}
		f(i, j)
		i = j
	}
}

// measureGroup looks at lines [i, j); rows of tables and drawn lines are left
// out.
func (b *builder) measureGroup(i, j int) wrapping {
	w := wrapping{}
	for k := i; k < j; k++ {
		if b.table[k] == 0 {
			w.width = max(w.width, b.lines[k].indent+b.lines[k].cols)
		}
	}
	if j-i < 4 || w.width < minWrap || w.width > maxWrap {
		return w
	}
	full, low, n := 0, 0, 0
	for k := i; k+1 < j; k++ {
		if b.table[k] > 0 || b.table[k+1] > 0 {
			continue
		}
		n++
		if b.isFull(k, w.width) {
			full++
		}
		if b.startsOpen(k + 1) {
			low++
		}
	}
	w.full = n > 2 && full*10 >= n*7 && low*3 >= n
	return w
}

// isFull reports whether the first word of line k+1 had no room on line k;
// proportional type and ragged edges are given a fifth.
func (b *builder) isFull(k, width int) bool {
	next := b.text(k + 1)
	word := strings.IndexAny(next, " \t")
	if word < 0 {
		word = len(next)
	}
	l := &b.lines[k]
	return l.indent+l.cols+1+word > width-width/5
}

// startsOpen reports whether line k can stand in mid-sentence: with a
// lower-case letter, or one of a script without case.
func (b *builder) startsOpen(k int) bool {
	s := b.text(k)
	r, _ := firstRune(s)
	return startsLower(s) || r > 0x24F && !startsUpper(s)
}

// centred reports whether l stands in the middle of lines of a width.
func (l *line) centred(width int) bool {
	right := width - l.indent - l.cols
	return l.indent > 7 && abs(l.indent-right) < 5
}

// continues reports whether line k goes on in line k+1, which is no start of
// an item, note or the like and not set apart by a blank line.
func (b *builder) continues(k int) bool {
	l, next := &b.lines[k], &b.lines[k+1]
	s := b.text(k)
	low := b.startsOpen(k + 1)
	if hyphenated(s) && low {
		return true
	}
	w := b.wrap[k]
	if w.full && l.centred(w.width) && next.centred(w.width) && !low {
		return false
	}
	if w.full {
		if next.indent > l.indent+1 && endsSentence(s) && !low {
			return false // the first line of a paragraph is set in
		}
		return b.isFull(k, w.width) || low && !endsSentence(s)
	}
	if low && !endsSentence(s) {
		return true
	}
	return l.cols >= minWrap && next.cols < maxWrap && l.cols <= maxWrap && openWords[lastWord(s)]
}
