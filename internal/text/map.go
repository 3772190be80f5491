// Package text maps positions of a normalised view of a text to the text
// itself, and folds words for comparison.
package text

import (
	"sort"
	"strings"
)

// A Map takes byte offsets of a view to byte offsets of the source that it was
// made from. The zero Map is the identity. A Map is immutable and safe for
// concurrent use.
type Map struct {
	// Segs are sorted by View; between two of them offsets advance together,
	// and never beyond the next segment's Source.
	Segs []Seg
}

// A Seg says that offset View of the view is offset Source of the source.
type Seg struct{ View, Source int }

// Identity reports whether the view is the source.
func (m Map) Identity() bool { return len(m.Segs) == 0 }

// Source returns the offset in the source of offset at of the view. An offset
// inside characters that the source writes with fewer bytes maps to the end
// of what stands for them.
func (m Map) Source(at int) int {
	i := sort.Search(len(m.Segs), func(i int) bool { return m.Segs[i].View > at }) - 1
	if i < 0 {
		return at
	}
	s := m.Segs[i].Source + at - m.Segs[i].View
	if i+1 < len(m.Segs) && s > m.Segs[i+1].Source {
		s = m.Segs[i+1].Source
	}
	return s
}

// A Builder makes a view of a source from left to right, with its Map. It is
// not safe for concurrent use.
type Builder struct {
	source string
	at     int // source consumed so far
	view   strings.Builder
	segs   []Seg
}

// NewBuilder starts a view of source.
func NewBuilder(source string) *Builder { return &Builder{source: source} }

// Keep copies source bytes up to offset to as they are.
func (b *Builder) Keep(to int) {
	b.mark()
	b.view.WriteString(b.source[b.at:to])
	b.at = to
}

// Replace puts with in the place of the source bytes up to offset to.
func (b *Builder) Replace(to int, with string) {
	b.mark()
	b.view.WriteString(with)
	b.at = to
}

func (b *Builder) mark() {
	s := Seg{b.view.Len(), b.at}
	if n := len(b.segs); n > 0 {
		last := b.segs[n-1]
		if s.View-last.View == s.Source-last.Source || s == last {
			return
		}
		if last.View == s.View {
			b.segs[n-1] = s
			return
		}
	}
	b.segs = append(b.segs, s)
}

// Done keeps the rest of the source and returns the view and its Map.
func (b *Builder) Done() (string, Map) {
	b.Keep(len(b.source))
	b.mark()
	if len(b.segs) == 1 && b.segs[0] == (Seg{}) {
		return b.view.String(), Map{}
	}
	return b.view.String(), Map{b.segs}
}
