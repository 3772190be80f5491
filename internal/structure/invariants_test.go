package structure

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"analyze/internal/doc"
)

// passes are the passes of this package in the order in which they run.
var passes = []*doc.Pass{Blocks, Notes, Tables, Repeats, Meta}

// analyse runs all passes over a text.
func analyse(t testing.TB, id, text string) *doc.Document {
	t.Helper()
	d := &doc.Document{ID: id, Text: text}
	for _, p := range passes {
		if err := p.Run(d); err != nil {
			t.Fatalf("%s: %v", p.Name, err)
		}
	}
	return d
}

// check returns what is wrong with the layers of d: spans outside the text or
// inside a character, blocks that overlap, bytes in no block, indices that
// point nowhere.
func check(d *doc.Document) error {
	at := 0
	tables := 0
	for i, k := range d.Blocks {
		if err := checkSpan(d, k.Span); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
		if err := checkSpan(d, k.Text); err != nil || !k.Contains(k.Text) {
			return fmt.Errorf("text of block %d: %v in %v: %v", i, k.Text, k.Span, err)
		}
		if k.Start < at || k.Len() == 0 {
			return fmt.Errorf("block %d at %v overlaps or is empty", i, k.Span)
		}
		if gap := d.Text[at:k.Start]; !allBlank(gap) && at != 0 {
			return fmt.Errorf("before block %d no block holds %q", i, gap)
		}
		if k.Joins >= i || k.Joins < -1 {
			return fmt.Errorf("block %d joins %d", i, k.Joins)
		}
		if k.Kind == doc.TableBlock {
			if k.Table != tables {
				return fmt.Errorf("block %d: table %d, want %d", i, k.Table, tables)
			}
			tables++
		} else if k.Table != -1 {
			return fmt.Errorf("block %d is no table and has table %d", i, k.Table)
		}
		at = k.End
	}
	if rest := d.Text[at:]; !allBlank(rest) && len(d.Blocks) > 0 {
		return fmt.Errorf("no block holds the end %q", rest)
	}
	if len(d.Tables) != tables {
		return fmt.Errorf("%d tables for %d blocks", len(d.Tables), tables)
	}
	return checkLayers(d)
}

func checkLayers(d *doc.Document) error {
	var spans []doc.Span
	last := 0
	for i, m := range d.NoteMarks {
		if m.Start < last || m.Note >= len(d.Notes) || m.Label == "" {
			return fmt.Errorf("mark %d: %+v", i, m)
		}
		last = m.End
		spans = append(spans, m.Span)
	}
	for i, n := range d.Notes {
		spans = append(spans, n.Span, n.Text)
		for _, r := range n.Refs {
			spans = append(spans, r.Span)
			if r.Full >= len(d.Notes) || r.Full >= 0 && r.FullRef >= len(d.Notes[r.Full].Refs) {
				return fmt.Errorf("note %d: full reference %d.%d is not there", i, r.Full, r.FullRef)
			}
			if !utf8.ValidString(r.Title) && utf8.ValidString(d.Slice(n.Span)) {
				return fmt.Errorf("note %d: title cut inside a character", i)
			}
		}
	}
	for i, t := range d.Tables {
		spans = append(spans, t.Span, t.Caption)
		for _, c := range t.Columns {
			spans = append(spans, c.Span)
		}
		for _, r := range t.Rows {
			spans = append(spans, r.Span)
			for _, c := range r.Cells {
				spans = append(spans, c.Span)
				if c.Column < 0 || c.Column >= len(t.Columns) || t.Columns[c.Column].Panel != r.Panel {
					return fmt.Errorf("table %d: cell in column %d of panel %d", i, c.Column, r.Panel)
				}
			}
		}
	}
	for _, r := range d.Repeats {
		spans = append(spans, r.Span, r.Of)
		if r.Overlaps(r.Of) {
			return fmt.Errorf("repeat %v overlaps its original %v", r.Span, r.Of)
		}
	}
	for _, s := range d.Shingles {
		spans = append(spans, s.Span)
	}
	spans = append(spans, d.Meta.TitleSpan)
	for _, s := range spans {
		if err := checkSpan(d, s); err != nil {
			return err
		}
	}
	return nil
}

func checkSpan(d *doc.Document, s doc.Span) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
		return fmt.Errorf("span %v outside the text of %d bytes", s, len(d.Text))
	}
	for _, at := range []int{s.Start, s.End} {
		if insideRune(d.Text, at) {
			return fmt.Errorf("span %v inside a character", s)
		}
	}
	return nil
}

// insideRune reports whether byte at is a later byte of a well-formed character.
func insideRune(s string, at int) bool {
	for back := 1; back < utf8.UTFMax && at-back >= 0 && at < len(s); back++ {
		if r, n := utf8.DecodeRuneInString(s[at-back:]); n > back && r != utf8.RuneError {
			return true
		}
	}
	return false
}

func allBlank(s string) bool { return strings.TrimFunc(s, isBlank) == "" }

// samples returns the texts of testdata and, where they are, the real
// documents beside the project.
func samples(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	globs := []string{"testdata/*.txt", "testdata/*.md", "../../../shared/corpus/*.txt", "../../corpus/*"}
	for _, g := range globs {
		paths, err := filepath.Glob(g)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range paths {
			b, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			texts[p] = string(b)
		}
	}
	return texts
}

func TestInvariants(t *testing.T) {
	for path, text := range samples(t) {
		if err := check(analyse(t, path, text)); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		crlf := strings.ReplaceAll(text, "\n", "\r\n")
		if err := check(analyse(t, path, crlf)); err != nil {
			t.Errorf("%s with CRLF: %v", path, err)
		}
	}
}

// The kinds of blocks do not depend on how lines end.
func TestLineEnds(t *testing.T) {
	for path, text := range samples(t) {
		if strings.Contains(text, "\r") {
			continue
		}
		want := Dump(analyse(t, path, text))
		for name, end := range map[string]string{"CRLF": "\r\n", "CR": "\r"} {
			if got := Dump(analyse(t, path, strings.ReplaceAll(text, "\n", end))); got != want {
				t.Errorf("%s: other blocks with %s:\n%s", path, name, diff(want, got))
			}
		}
	}
}

// diff shows the first line in which two listings differ.
func diff(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range w {
		if i >= len(g) || w[i] != g[i] {
			return fmt.Sprintf("line %d\nwant %s\ngot  %s", i+1, w[i], strings.Join(g[min(i, len(g)):min(i+1, len(g))], ""))
		}
	}
	return fmt.Sprintf("%d lines more", len(g)-len(w))
}

// Hostile texts of half a megabyte must take about as long, for their size, as those
// of an eighth of it: nothing may be quadratic.
func TestLinear(t *testing.T) {
	const size = 1 << 19
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			run := func(n int) time.Duration {
				text := strings.Repeat(unit, n/len(unit)+1)[:n]
				start := time.Now()
				d := analyse(t, "x.txt", text)
				took := time.Since(start)
				if err := check(d); err != nil {
					t.Error(err)
				}
				return took
			}
			run(size / 64)
			// The machine may be busy: only what is slow every time counts.
			var small, large time.Duration
			for range 3 {
				small, large = run(size/8), run(size)
				if large < 20*small || large < 300*time.Millisecond {
					t.Logf("%v, %v", small, large)
					return
				}
			}
			t.Errorf("an eighth took %v, the whole %v", small, large)
		})
	}
}

var hostile = map[string]string{
	"one letter": "a", "blanks": " ", "newlines": "\n", "returns": "\r", "form feeds": "\f", "tabs": "\t", "numbers": "1. ", "quotes": "> ", "digits": "7", "superscripts": "¹", "carets": "^{1", "brackets": "[1", "stars": "*", "pipes": "|", "dots": ".",
	"lines": "a\n", "two lines": "ab cd\n\n", "tab lines": "a\tb\n", "gap lines": "a  b\n", "gap lines apart": "a  b\n\n", "pipe lines": "|a|b|\n", "bare pipe lines": "a|b\n", "number lines": "1. a\n", "number lines apart": "1. a\n\n", "quote lines": "> a\n", "bullets": "- a\n", "hashes": "# a\n", "caps": "ABC DEF\n\nabc def ghi jkl mno pqr stu vwx yz, abc def ghi jkl.\n\n",
	"words": "the cat sat on the mat and ", "sentences": "The cat sat on the mat.1 It did so again. ", "notes": "¹ Ann Lee, “A Title,” Paper, May 3, 2011.\n\n", "ibid": "Text.\n\n1. Ibid., 4; Lee, “A,” 5.\n\n", "table notes": "Source: x.\n\na\tb\n1\t2\n\n", "captions": "Table 1: x\n", "long tab lines": strings.Repeat("word ", 30) + "\t" + strings.Repeat("word ", 30) + "\n", "refrain": "It is the same again and again for all of us here.\n\n", "code": "```\n", "open quotes": "“a ", "page numbers": "12\n\n", "running heads": "ANNUAL REVIEW 12\n\n", "hyphens": "abc-\n", "starred lines": "*a\n", "wide gaps": "a" + strings.Repeat(" ", 200) + "b\n",
}
