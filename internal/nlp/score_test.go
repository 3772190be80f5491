package nlp

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/tagger"
	"analyze/internal/testfile"
)

// A wanted is a name that an annotation asks for.
type wanted struct {
	doc.Span
	typ      string
	other    string // a type that is as right
	optional bool
}

// A tally counts the finds of one type.
type tally struct{ right, wrong, missed int }

func (t tally) f1() float64 {
	if t.right == 0 {
		return 0
	}
	return 2 * float64(t.right) / float64(2*t.right+t.wrong+t.missed)
}

type tallies map[string]*tally

func (ts tallies) of(typ string) *tally {
	if ts[typ] == nil {
		ts[typ] = &tally{}
	}
	return ts[typ]
}

func (ts tallies) all() (sum tally) {
	for _, t := range ts {
		sum.right += t.right
		sum.wrong += t.wrong
		sum.missed += t.missed
	}
	return sum
}

func (ts tallies) String() string {
	var b strings.Builder
	types := []string{"PERSON", "ORG", "GROUP", "PLACE"}
	for _, t := range types {
		x := ts.of(t)
		fmt.Fprintf(&b, "%-7s right %4d  wrong %3d  missed %3d  F1 %.3f\n", t, x.right, x.wrong, x.missed, x.f1())
	}
	x := ts.all()
	fmt.Fprintf(&b, "%-7s right %4d  wrong %3d  missed %3d  F1 %.3f", "all", x.right, x.wrong, x.missed, x.f1())
	return b.String()
}

// score compares mentions with an annotation, adjectives left out, and returns
// lines that say what is wrong.
func score(d *doc.Document, want []wanted, ts tallies) (errs []string) {
	left := map[doc.Span]wanted{}
	for _, w := range want {
		left[w.Span] = w
	}
	around := func(s doc.Span) string {
		a, b := max(0, s.Start-40), min(len(d.Text), s.End+40)
		return strings.ReplaceAll(d.Text[a:s.Start]+"["+d.Slice(s)+"]"+d.Text[s.End:b], "\n", "⏎")
	}
	for _, m := range d.Mentions {
		if m.Form == doc.Adjective {
			delete(left, m.Span)
			continue
		}
		w, ok := left[m.Span]
		switch {
		case ok && (w.optional || w.typ == m.Type.String() || w.other == m.Type.String()):
			if !w.optional {
				ts.of(w.typ).right++
			}
			delete(left, m.Span)
		case !overlapsOptional(want, m.Span):
			ts.of(m.Type.String()).wrong++
			errs = append(errs, fmt.Sprintf("+%-6s %s  %s", m.Type, m.By, around(m.Span)))
		}
	}
	for _, w := range left {
		if !w.optional {
			ts.of(w.typ).missed++
			errs = append(errs, fmt.Sprintf("-%-6s %s", w.typ, around(w.Span)))
		}
	}
	sort.Slice(errs, func(i, j int) bool { return errs[i][8:] < errs[j][8:] })
	return errs
}

func overlapsOptional(want []wanted, s doc.Span) bool {
	for _, w := range want {
		if w.optional && w.Overlaps(s) {
			return true
		}
	}
	return false
}

// readText makes a document of a text: blocks are paragraphs, or lines where
// most lines are paragraphs.
func readText(text string) *doc.Document {
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	if n := strings.Count(text, "\n"); strings.Count(text, "\n\n")*3 < n && len(text) > 120*n {
		d.Blocks = nil
		at := 0
		for _, line := range strings.SplitAfter(text, "\n") {
			if t := strings.TrimSpace(line); t != "" {
				s := doc.Span{Start: at + strings.Index(line, t)}
				s.End = s.Start + len(t)
				d.Blocks = append(d.Blocks, doc.Block{Span: s, Text: s, Joins: -1, Table: -1})
			}
			at += len(line)
		}
	}
	return d
}

// namesOf runs the passes of this package.
func namesOf(t testing.TB, d *doc.Document) *doc.Document {
	t.Helper()
	names := triedNames(t)
	for _, p := range []*doc.Pass{Tokens, names} {
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

var tried struct {
	sync.Once
	pass *doc.Pass
}

// triedNames is Names, or the pass with the model of the file that the
// environment names, to try it.
func triedNames(t testing.TB) *doc.Pass {
	tried.Do(func() { tried.pass = tryModel(t) })
	return tried.pass
}

func tryModel(t testing.TB) *doc.Pass {
	if f, err := os.Open(os.Getenv("NAMES_MODEL")); err == nil { // a model to try
		m, err := tagger.Read(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		return NewNames(nil, m)
	}
	return Names
}

func goldDoc(t *testing.T, id string) (*doc.Document, []wanted) {
	dir := testfile.Shared(t)
	files, _ := filepath.Glob(filepath.Join(dir, "corpus", id+"_*.txt"))
	if len(files) != 1 {
		t.Fatalf("%d files of %s", len(files), id)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	var at []int // byte of each code point
	for i := range string(text) {
		at = append(at, i)
	}
	at = append(at, len(text))
	var want []wanted
	for _, name := range []string{"mentions.jsonl", "mentions_optional.jsonl"} {
		f, err := os.Open(filepath.Join(dir, "gold", name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for in := bufio.NewScanner(f); in.Scan(); {
			var m struct {
				Doc, Type  string
				Start, End int
			}
			if err := json.Unmarshal(in.Bytes(), &m); err != nil {
				t.Fatal(err)
			}
			if m.Doc == id {
				want = append(want, wanted{Span: doc.Span{Start: at[m.Start], End: at[m.End]}, typ: m.Type, optional: strings.Contains(name, "optional")})
			}
		}
	}
	return readText(string(text)), want
}

func TestNamesOfGold(t *testing.T) {
	ts := tallies{}
	for _, id := range []string{"003", "004"} {
		d, want := goldDoc(t, id)
		namesOf(t, d)
		for _, e := range score(d, want, ts) {
			t.Log(id, e)
		}
	}
	t.Logf("\n%s", ts)
	if f := ts.all().f1(); f < 0.95 {
		t.Errorf("F1 %.3f, want 0.95", f)
	}
}

// readMarked reads a text with names marked: [words|TYPE], [words|A|B] for
// either, ? for a name that need not be found.
func readMarked(s string) (string, []wanted) {
	var b strings.Builder
	var want []wanted
	for {
		i := strings.IndexByte(s, '[')
		end := strings.IndexByte(s, ']')
		if i < 0 || end < i {
			break
		}
		b.WriteString(s[:i])
		parts := strings.Split(s[i+1:end], "|")
		start := b.Len()
		b.WriteString(parts[0])
		w := wanted{Span: doc.Span{Start: start, End: b.Len()}, typ: parts[1]}
		for _, t := range parts[1:] {
			if t == "?" {
				w.optional = true
			} else if t != w.typ {
				w.other = t
			}
		}
		want = append(want, w)
		s = s[end+1:]
	}
	b.WriteString(s)
	return b.String(), want
}

func scoreMarked(t *testing.T, file string, show bool) tallies {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	ts := tallies{}
	for _, part := range strings.Split("\n"+string(b), "\n@ ")[1:] {
		name, marked, _ := strings.Cut(part, "\n")
		text, want := readMarked(marked)
		d := readText(text)
		namesOf(t, d)
		for _, e := range score(d, want, ts) {
			if show {
				t.Log(name+":", e)
			}
		}
	}
	t.Logf("%s\n%s", file, ts)
	return ts
}

func TestNamesOfPassages(t *testing.T) {
	for _, c := range []struct {
		file string
		show bool
		want float64
	}{{"names-dev.txt", true, 0.91}, {"names-more.txt", true, 0.89}, {"names-fresh.txt", true, 0.93}, {"names-last.txt", true, 0.83}, {"names-heldout.txt", false, 0.9}} {
		if f := scoreMarked(t, c.file, c.show).all().f1(); f < c.want {
			t.Errorf("%s: F1 %.3f, want %.2f", c.file, f, c.want)
		}
	}
}
