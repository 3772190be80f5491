package report

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"analyze/internal/doc"
)

// Every picture is XML that another program reads, with its title, and nothing
// that only a browser knows.
func TestPictures(t *testing.T) {
	docs := newsroom(t)
	docs[0].Meta.Title = "Tabs \x01 & <script>alert(1)</script> 🧨"
	c, _ := gathered(docs...)
	thread(c, "conflict", docs, "400 people", "900 people")
	c.Threads[len(c.Threads)-1].Topic = `People <a href="x"> & others`
	p := newPress(t)
	p.write(t, c)
	n := 0
	for name, text := range p.files(t) {
		if !strings.HasSuffix(name, ".svg") {
			continue
		}
		n++
		title, elements := "", 0
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch e := token.(type) {
			case xml.StartElement:
				elements++
				if e.Name.Local == "a" || e.Name.Local == "script" {
					t.Errorf("%s has an element %s", name, e.Name.Local)
				}
				if elements == 1 && e.Name.Space != "http://www.w3.org/2000/svg" {
					t.Errorf("%s is of the namespace %q", name, e.Name.Space)
				}
				if e.Name.Local == "title" && title == "" {
					err = d.DecodeElement(&title, &e)
				}
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if title == "" || elements < 5 || strings.Contains(text, "var(") || strings.Contains(text, "light-dark") {
			t.Errorf("%s: title %q, %d elements, or what only a browser knows", name, title, elements)
		}
	}
	if n != 3+len(c.Threads) {
		t.Errorf("%d pictures of %d threads", n, len(c.Threads))
	}
}

// The picture of a thread has each statement once, none below its edge.
func TestThreadPicture(t *testing.T) {
	row := func(year, says, words string) track {
		return track{ledgerRow: ledgerRow{Doc: words + ".txt", DocTitle: words, Says: says, Words: words, Shape: "exact"}, Letter: "A", When2: year, Aria: says + ": " + words}
	}
	v := &threadView{Thread: &doc.Thread{Topic: "Nurses who left " + strings.Repeat("the northern clinics ", 6), Reason: "one"}, Range: []string{"two"}}
	v.Groups = []threadGroup{
		{Year: "2014", Rows: []track{row("2014", "Ministry of Health of a country with a long name", "x"), row("2014", "Union", "y")}},
		{Year: "2015", Rows: []track{row("2015", "Union", "y")}},
	}
	v.Legend = []legendRow{{"exact", "exact"}, {"range", strings.Repeat("wide ", 20)}, {"approx", strings.Repeat("wide ", 20)}}
	p := pictureOf(v)
	last, rows := 0, 0
	for _, g := range p.Groups {
		for _, r := range g.Rows {
			rows++
			if r.Y < last || r.Y+r.Height > p.Height {
				t.Errorf("a row from %d, %d high, after %d in %d", r.Y, r.Height, last, p.Height)
			}
			last = r.Y + r.Height
			for _, l := range r.Lines {
				if l.Y > r.Height || utf8.RuneCountInString(l.Words) > pictureLetters {
					t.Errorf("the line %q is cut", l.Words)
				}
			}
		}
	}
	if rows != 3 || p.Legend[2].Y <= p.Legend[0].Y || p.Foot[0].Words != "Documents: x (x.txt); y (y.txt)." {
		t.Errorf("%d rows, legend %v, foot %v", rows, p.Legend, p.Foot)
	}
	if want := "Ministry of Health of a country with a long name: x; Union: y; Union: y."; p.Desc != want {
		t.Errorf("got %s", p.Desc)
	}
}

func TestWrapped(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		want []string
	}{
		{"", 5, nil}, {"one two", 7, []string{"one two"}}, {"one two", 6, []string{"one", "two"}}, {"é éé  ééé", 4, []string{"é éé", "ééé"}},
		{"abcdefgh ij", 3, []string{"abc", "def", "gh", "ij"}}, {"a abcdef", 3, []string{"a", "abc", "def"}},
	} {
		if got := wrapped(c.s, c.n); !slices.Equal(got, c.want) {
			t.Errorf("%q in %d: %q", c.s, c.n, got)
		}
	}
}

// What looks like a link in a text stays text.
func TestAsPicture(t *testing.T) {
	for in, want := range map[string]string{
		`<a class="sc" href="x.html" aria-label="X"><text>X</text></a>`: `<g class="sc"  aria-label="X"><text>X</text></g>`,
		"<text>&lt;a href=&#34;x&#34;&gt; \x02</text>\n":                "<text>&lt;a href=&#34;x&#34;&gt; \uFFFD</text>",
	} {
		if got := string(asPicture([]byte(in))); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := fmt.Sprint(pictureFile("threads/0a/x.html")); got != "threads/0a/x.svg" {
		t.Errorf("got %s", got)
	}
}
