package export

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// Positions of annotations count code points, and quote what stands there with
// what stands beside it.
func TestWebAnnotation(t *testing.T) {
	c := sample()
	var page struct {
		Total int `json:"total"`
		First struct {
			Items []struct {
				ID, Motivation string
				Target         struct {
					Source   string
					Selector []struct {
						Type                  string
						Start, End            int
						Exact, Prefix, Suffix string
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(stream(t, c, "all", "webanno")), &page); err != nil {
		t.Fatal(err)
	}
	texts := map[string][]rune{}
	want := 0
	for _, card := range c.Cards {
		d, _ := c.Open(card.ID)
		texts[sourceIRI(card.ID)] = []rune(d.Text)
		want += len(d.Mentions) + len(d.Claims)
	}
	if page.Total != want || len(page.First.Items) != want {
		t.Errorf("%d annotations, said to be %d; there are %d", len(page.First.Items), page.Total, want)
	}
	ids := map[string]bool{}
	for _, a := range page.First.Items {
		text := texts[a.Target.Source]
		at, quote := a.Target.Selector[0], a.Target.Selector[1]
		if at.Type != "TextPositionSelector" || quote.Type != "TextQuoteSelector" || string(text[at.Start:at.End]) != quote.Exact {
			t.Errorf("%s: %d to %d is not %q", a.ID, at.Start, at.End, quote.Exact)
		}
		if from := max(0, at.Start-beside); string(text[from:at.Start]) != quote.Prefix || string(text[at.End:min(len(text), at.End+beside)]) != quote.Suffix {
			t.Errorf("%s stands not between %q and %q", a.ID, quote.Prefix, quote.Suffix)
		}
		if ids[a.ID] {
			t.Errorf("%s stands twice", a.ID)
		}
		ids[a.ID] = true
	}
}

// lineEnds are what Python, in which brat is written, ends a line at.
var lineEnds = regexp.MustCompile("[\n\r\v\f\x1c-\x1e\u0085\u2028\u2029]")

// brat's rules: ids ascend, types are declared, offsets count code points, the
// text of a line is that of its fragments joined by blanks, and nothing points
// at what is not there.
func TestBrat(t *testing.T) {
	c := sample()
	dir := written(t, c, "all", "brat")
	conf := string(all(t, filepath.Join(dir, "annotation.conf")))
	for i := range c.Cards {
		d, _ := c.Open(c.Cards[i].ID)
		base := filepath.Join(dir, record.DocumentName(d.ID))
		text, err := os.ReadFile(base + ".txt")
		if err != nil || string(text) != d.Text {
			t.Fatalf("%s: %v, or another text", base, err)
		}
		ann, err := os.ReadFile(base + ".ann")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := checkStandoff(t, []rune(d.Text), string(ann), conf), len(d.Mentions)+len(d.Claims); got != want {
			t.Errorf("%s: %d spans, want %d", d.ID, got, want)
		}
	}
}

func checkStandoff(t *testing.T, text []rune, ann, conf string) int {
	t.Helper()
	if bad := lineEnds.FindAllString(strings.ReplaceAll(ann, "\n", ""), -1); bad != nil {
		t.Errorf("line ends within lines: %q", bad)
	}
	spans := 0
	ids := map[string]bool{}
	for line := range strings.Lines(ann) {
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), "\t", 3)
		head := strings.Fields(f[1])
		if ids[f[0]] || head[0] != "AnnotatorNotes" && !regexp.MustCompile(`(?m)^`+head[0]+`\b`).MatchString(conf) {
			t.Errorf("%q stands twice or is of no declared type", line)
		}
		ids[f[0]] = true
		switch f[0][0] {
		case 'T':
			spans++
			checkFragments(t, text, strings.TrimPrefix(f[1], head[0]+" "), f[2])
		case 'R':
			if !ids[strings.TrimPrefix(head[1], "Arg1:")] || !ids[strings.TrimPrefix(head[2], "Arg2:")] {
				t.Errorf("%q points at nothing", line)
			}
		case 'A', '#':
			if !ids[head[1]] {
				t.Errorf("%q points at nothing", line)
			}
		default:
			t.Errorf("%q is no line of standoff", line)
		}
	}
	return spans
}

func checkFragments(t *testing.T, text []rune, offsets, want string) {
	t.Helper()
	var words []string
	last := 0
	for part := range strings.SplitSeq(offsets, ";") {
		a, b, _ := strings.Cut(part, " ")
		from, err1 := strconv.Atoi(a)
		to, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || from < last || from >= to || to > len(text) {
			t.Fatalf("offsets %s", offsets)
		}
		last = to
		words = append(words, string(text[from:to]))
	}
	if got := strings.Join(words, " "); got != want {
		t.Errorf("%s reads %q, not %q", offsets, got, want)
	}
}

func TestFragments(t *testing.T) {
	for in, want := range map[string][]string{
		"New York":              {"New York"},
		"New\nYork":             {"New", "York"},
		"New \r\n  York\tState": {"New", "York", "State"},
		"a\u2028b\x00c":         {"a", "b", "c"},
		" \n ":                  nil,
	} {
		var got []string
		for _, f := range fragments("..."+in, doc.Span{Start: 3, End: 3 + len(in)}) {
			got = append(got, ("..." + in)[f.Start:f.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q gives %q", in, got)
		}
	}
}

// Each line has ten columns, and names and figures begin as often as there are
// some, also where no words of a figure are known.
func TestColumns(t *testing.T) {
	c := sample()
	names, figures := 0, 0
	for line := range strings.Lines(stream(t, c, "all", "conllu")) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 10 || slices.Contains(f, "") {
			t.Fatalf("%d columns in %q", len(f), line)
		}
		names += strings.Count(f[9], "B-")
		figures += strings.Count(f[9], "ClaimId=")
	}
	if names != 7 || figures != 2 {
		t.Errorf("%d names and %d figures", names, figures)
	}
	d, _ := c.Open("plain.txt")
	d.Tokens = nil
	if err := Find("conllu").Stream(new(strings.Builder), c, "all"); err == nil {
		t.Error("a document without its words was written")
	}
}

func TestWordsTorn(t *testing.T) {
	d := &doc.Document{Text: "prepa-\nration, can't", Tokens: []doc.Token{
		{Span: doc.Span{Start: 0, End: 13}, Norm: "preparation"}, {Span: doc.Span{Start: 13, End: 14}}, {Span: doc.Span{Start: 15, End: 20}, Norm: "cannot"},
	}, Sentences: []doc.Sentence{{Span: doc.Span{Start: 0, End: 20}, Last: 3}}}
	if got := sentenceText(d, &d.Sentences[0]); got != "preparation, can't" {
		t.Errorf("got %q", got)
	}
	if got := misc(d, &d.Sentences[0], 2, nil); got != "Start=15|End=20|CorrectForm=cannot" {
		t.Errorf("got %q", got)
	}
}

func FuzzStandoff(f *testing.F) {
	f.Add("One\nTwo\u2028 three\x00", 2, 9)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		text = strings.ToValidUTF8(text, "?")
		at := []int{}
		for i := range text {
			at = append(at, i)
		}
		at = append(at, len(text))
		from, to = at[abs(from)%len(at)], at[abs(to)%len(at)]
		if from >= to {
			return
		}
		d := &doc.Document{Text: text, Mentions: []doc.Mention{{Span: doc.Span{Start: from, End: to}, Type: doc.Org}}, ReferentOf: []int{-1}}
		checkStandoff(t, []rune(text), string(standoff(d, map[string]bool{})), fmt.Sprint(bratConf, bratRest))
	})
}

func abs(n int) int {
	if n < 0 {
		n = -(n + 1)
	}
	return n
}
