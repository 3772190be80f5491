package corpus

import (
	"strings"
	"testing"

	"analyze/internal/doc"
)

// Of a document that holds too much the beginning is kept, and it says what was
// left out.
func TestBound(t *testing.T) {
	for name, c := range map[string]struct {
		name, file    string
		cells, length int
		want          string
		problems      []string
	}{
		"small":       {"a.csv", "year,men\n2014,1\n2015,2\n", 6, 100, "«t»year\tmen\n2014\t1\n2015\t2", nil},
		"rows":        {"a.csv", "year,men\n2014,1\n2015,2\n2016,3\n", 4, 100, "«t»year\tmen\n2014\t1", []string{"only the first 2 of 4 rows of its tables were read (4 cells at most): split it into parts to have the rest read"}},
		"within rows": {"a.csv", "year,men\n2014,1\n2015,2\n", 5, 100, "«t»year\tmen\n2014\t1", []string{"only the first 2 of 3 rows of its tables were read (5 cells at most): split it into parts to have the rest read"}},
		"one row":     {"a.csv", "a,b,c\nd,e,f\n", 1, 100, "«t»a\tb\tc", []string{"only the first 1 of 2 rows of its tables were read (1 cells at most): split it into parts to have the rest read"}},
		"two tables": {"a.html", "<p>A</p><table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td>4</table><h2>B</h2><table><tr><th>c<th>d<tr><td>5<td>6</table><p>End.</p>", 4, 100,
			"A\n\n«t»a\tb\n1\t2\n\n\n«h2»B\n\n\n\nEnd.", []string{"only the first 2 of 5 rows of its tables were read (4 cells at most): split it into parts to have the rest read"}},
		"text":     {"a.html", "<h2>A</h2><p>One two.</p><h2>B</h2><p>Three four.</p>", 9, 16, "«h2»A\n\nOne two.\n\n«h2»B", []string{"only the first 0.0 of 0.0 MB of text were read: split it into parts to have the rest read"}},
		"one line": {"a.html", "<p>ééééééééé</p>", 9, 7, "ééé", []string{"only the first 0.0 of 0.0 MB of text were read: split it into parts to have the rest read"}},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(c.name, "", []byte(c.file))
			if err != nil {
				t.Fatal(err)
			}
			bound(d, c.cells, c.length)
			wellFormed(t, name, d)
			if got := rendered(d); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			var problems []string
			for _, p := range d.Problems {
				problems = append(problems, p.Text)
			}
			if strings.Join(problems, "|") != strings.Join(c.problems, "|") {
				t.Errorf("problems %q, want %q", problems, c.problems)
			}
		})
	}
}

// Spans keep hold of their words, whatever order they come in.
func TestCut(t *testing.T) {
	d := &doc.Document{Text: "ab[cd]ef[gh]ij"}
	span := func(a, b int) doc.Span { return doc.Span{Start: a, End: b} }
	for _, s := range []doc.Span{span(0, 14), span(0, 4), span(3, 5), span(6, 8), span(7, 13), span(9, 11), span(12, 14)} {
		d.Marks = append(d.Marks, doc.Mark{Span: s, Kind: doc.MarkHeading})
	}
	d.Problemf(span(12, 14), "x")
	d.Problemf(doc.Span{}, "y")
	cut(d, []doc.Span{span(2, 6), span(8, 12)})
	var got []string
	for _, m := range d.Marks {
		got = append(got, d.Slice(m.Span))
	}
	if s := strings.Join(got, "|"); d.Text != "abefij" || s != "abefij|ab|ef|fi|ij" {
		t.Errorf("%s: %s", d.Text, s)
	}
	if d.Slice(d.Problems[0].Span) != "ij" || d.Problems[1].Span != (doc.Span{}) {
		t.Errorf("problems %v", d.Problems)
	}
}
