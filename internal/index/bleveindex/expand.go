package bleveindex

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"analyze/internal/index"
	"analyze/internal/index/bleveindex/segment"
)

// Expand returns the words of a field that fit p, the nearest and most common
// first.
func (r *Reader) Expand(ctx context.Context, p index.Pattern, limit int) (out []index.Expansion, more bool, err error) {
	defer guarded(r.path, &err)
	found := map[string]*index.Expansion{}
	fields := []string{p.Field}
	if p.Field == "" {
		fields = r.view.fieldsOf(index.FieldText)
	}
	for i := range r.view.parts {
		v := &r.view.parts[i]
		for _, name := range fields {
			f := v.Field(name)
			if f == nil {
				continue
			}
			fitting(f, p, func(c *segment.Cursor, edits int) {
				e := found[string(c.Word())]
				if e == nil {
					e = &index.Expansion{Word: string(c.Word()), Edits: edits}
					found[e.Word] = e
				}
				e.Docs += c.Docs(v.deleted)
			})
			if ctx.Err() != nil {
				return nil, false, ctx.Err()
			}
		}
	}
	for _, e := range found {
		if e.Docs > 0 {
			out = append(out, *e)
		}
	}
	slices.SortFunc(out, func(a, b index.Expansion) int {
		return cmp.Or(a.Edits-b.Edits, b.Docs-a.Docs, strings.Compare(a.Word, b.Word))
	})
	return out[:min(len(out), limit)], len(out) > limit, nil
}

// fitting calls visit with the words of f that fit p and how far they are off.
func fitting(f *segment.Field, p index.Pattern, visit func(c *segment.Cursor, edits int)) {
	fixed := strings.IndexAny(p.Text, "*?")
	switch {
	case p.Edits > 0:
		near(f, p, visit)
	case fixed < 0:
		if c := f.Exactly(p.Text); c != nil {
			visit(c, 0)
		}
	default:
		prefix := p.Text[:fixed]
		for c := f.From(prefix); c.Valid() && strings.HasPrefix(string(c.Word()), prefix); c.Next() {
			if p.Fits(string(c.Word())) {
				visit(c, 0)
			}
		}
	}
}

// near finds words by their distance. Words in order share their beginnings,
// so the rows of the table of distances are kept for the letters that a word
// shares with the one before; and where a beginning is too far off already, all
// words that begin so are passed over.
func near(f *segment.Field, p index.Pattern, visit func(c *segment.Cursor, edits int)) {
	t := newDistances(p.Text)
	c := f.From("")
	for c.Valid() {
		edits, hopeless := t.of(c.Word(), p.Edits)
		if edits <= p.Edits {
			visit(c, edits)
		}
		if next := successor(c.Word()[:hopeless]); hopeless > 0 && hopeless < len(c.Word()) && next != "" {
			c.Seek(next)
		} else {
			c.Next()
		}
	}
}

// successor is the least string behind all that begin with prefix, "" if there
// is none.
func successor(prefix []byte) string {
	for i := len(prefix) - 1; i >= 0; i-- {
		if prefix[i] < 0xff {
			s := []byte(string(prefix[:i+1]))
			s[i]++
			return string(s)
		}
	}
	return ""
}

// distances is the table of the distances between the beginnings of a word and
// those of a pattern.
type distances struct {
	pattern []rune
	word    []byte
	ends    []int // where the letters end in word of which there are rows
	rows    [][]int
}

func newDistances(pattern string) *distances {
	t := &distances{pattern: []rune(pattern)}
	first := make([]int, len(t.pattern)+1)
	for i := range first {
		first[i] = i
	}
	t.rows = append(t.rows, first)
	return t
}

// of returns the distance of word, or some larger number than limit, and the
// length of the beginning that no word within the limit has, 0 if there is none.
func (t *distances) of(word []byte, limit int) (edits, hopeless int) {
	shared := 0
	for shared < min(len(word), len(t.word)) && word[shared] == t.word[shared] {
		shared++
	}
	n := 0
	for n < len(t.ends) && t.ends[n] <= shared {
		n++
	}
	t.ends, t.word = t.ends[:n], append(t.word[:0], word...)
	at := 0
	if n > 0 {
		at = t.ends[n-1]
	}
	if n > 0 && slices.Min(t.rows[n]) > limit {
		return limit + 1, at
	}
	for at < len(word) {
		r, size := utf8.DecodeRune(word[at:])
		at += size
		t.ends = append(t.ends, at)
		n++
		if t.row(n, r) > limit {
			return limit + 1, at
		}
	}
	return t.rows[n][len(t.pattern)], 0
}

// row fills row n for the letter r and returns its least number.
func (t *distances) row(n int, r rune) int {
	if len(t.rows) <= n {
		t.rows = append(t.rows, make([]int, len(t.pattern)+1))
	}
	above, row := t.rows[n-1], t.rows[n]
	row[0] = n
	least := n
	for i, p := range t.pattern {
		cost := above[i]
		if p != r {
			cost++
		}
		row[i+1] = min(cost, above[i+1]+1, row[i]+1)
		least = min(least, row[i+1])
	}
	return least
}
