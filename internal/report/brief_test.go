package report

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// briefs are the briefs on a hostile document, and on its place and actor.
func briefs(t *testing.T) map[string]*Brief {
	t.Helper()
	c := collection()
	d, _ := c.Open("")
	d.Text += "She said: “We \u202ecounted them\x00 all twice.”\n"
	d.Blocks = []doc.Block{{Span: doc.Span{Start: 0, End: 28}, Kind: doc.Title}, {Span: doc.Span{Start: 29, End: len(d.Text)}, Kind: doc.Body}}
	d.Sentences = []doc.Sentence{{Span: doc.Span{Start: 29, End: len(d.Text)}, Block: 1}}
	d.Claims[0].Thread = "t"
	d.Claims[0].Places[0].Referent = 0
	d.Claims[0].Cite = "A <b>work</b>, p. 3"
	c.Entities[0].Aliases = []doc.Alias{{Text: "<Kenya>", Count: 1}}
	c.Entities = append(c.Entities, doc.Entity{ID: "bank", Name: "Bank|<i>", Type: doc.Org, Subtype: "<x>", Mentions: 1, Documents: []string{d.ID}, Doubt: "two *banks*"})
	all := map[string]*Brief{}
	var err error
	if all["document"], err = DocumentBrief(c, d.ID); err != nil {
		t.Fatal(err)
	}
	for i := range c.Entities {
		if all[c.Entities[i].ID], err = EntityBrief(c, &c.Entities[i]); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func heads(b *Brief) []string {
	var list []string
	for _, s := range b.Sections {
		list = append(list, s.Head)
	}
	return list
}

func TestBriefSections(t *testing.T) {
	all := briefs(t)
	for name, want := range map[string][]string{
		"document": {"Who acts", "Where", "Which figures", "What the text states of them", "What could not be read or is in doubt", "Open conflicts"},
		"kenya":    {"Relations", "Sentences that quote, and name it", "Figures about Kenya", "Named in the same sentences", "In which documents", "Open conflicts"},
		"bank":     {"Relations", "Sentences that quote, and name it", "Figures by Bank|<i>", "Named in the same sentences", "In which documents", "Open conflicts"},
	} {
		if got := heads(all[name]); !slices.Equal(got, want) {
			t.Errorf("%s: got %q", name, got)
		}
		for _, r := range all[name].Refs {
			if r.Where != "paragraph 1, sentence 1" && r.Where != "title" || r.Sentence == "" {
				t.Errorf("%s: reference %+v", name, r)
			}
		}
		if r := all[name].Refs[0]; name == "document" && !slices.Equal(r.Cites, []string{"A <b>work</b>, p. 3"}) {
			t.Errorf("%s cites %q", name, r.Cites)
		}
	}
}

// Every number leads to a reference, and nothing of a document is markup.
func TestBriefMarkdown(t *testing.T) {
	for name, b := range briefs(t) {
		got := string(b.Markdown())
		body, refs, _ := strings.Cut(got, "\n## References\n")
		for _, m := range regexp.MustCompile(`\\\[(\d+)\\\]`).FindAllStringSubmatch(body, -1) {
			if !strings.Contains(refs, "\n"+m[1]+". ") {
				t.Errorf("%s: no reference %s", name, m[1])
			}
		}
		for _, bad := range []string{"<script>", "<i>", "<b>", "[Bank](x)", "\x00", "\u202e"} {
			if strings.Contains(got, bad) {
				t.Errorf("%s: %q stands in the brief:\n%s", name, bad, got)
			}
		}
		for line := range strings.Lines(got) {
			if strings.HasPrefix(line, "| ") && strings.Count(strings.ReplaceAll(line, `\|`, ""), "|") < 6 {
				t.Errorf("%s: a row that is none: %s", name, line)
			}
		}
	}
}

func TestBriefHTML(t *testing.T) {
	for name, b := range briefs(t) {
		page, err := b.HTML()
		if err != nil {
			t.Fatal(err)
		}
		got := string(page)
		for _, m := range regexp.MustCompile(`href="#(r\d+)"`).FindAllStringSubmatch(got, -1) {
			if !strings.Contains(got, `<li id="`+m[1]+`">`) {
				t.Errorf("%s: no reference %s", name, m[1])
			}
		}
		for _, bad := range []string{"<script>", "<i>", "<b>word", "\x00", "\u202e", "http://", "https://"} {
			if strings.Contains(got, bad) {
				t.Errorf("%s: %q stands in the page", name, bad)
			}
		}
	}
}

// Each part of a Word file is well-formed, each link has its bookmark, and the
// file is the same every time.
func TestBriefDOCX(t *testing.T) {
	for name, b := range briefs(t) {
		file, err := b.DOCX()
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := b.DOCX(); !bytes.Equal(file, again) {
			t.Errorf("%s: the second file differs", name)
		}
		z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			text := wellFormed(t, f)
			for _, m := range regexp.MustCompile(`w:anchor="(\w+)"`).FindAllStringSubmatch(text, -1) {
				if !strings.Contains(text, `w:name="`+m[1]+`"`) {
					t.Errorf("%s: no bookmark %s", name, m[1])
				}
			}
		}
	}
}

func wellFormed(t *testing.T, f *zip.File) string {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		if _, err := d.Token(); err == io.EOF {
			return string(data)
		} else if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
}

// python-docx reads what was written.
func TestBriefDOCXRead(t *testing.T) {
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skipf("NO READERS: %v", err)
	}
	python := filepath.Join(cache, "analyze-readers", "bin", "python")
	if _, err := os.Stat(python); err != nil {
		t.Skip("NO READERS: scripts/readers/install.sh installs them")
	}
	b := briefs(t)["document"]
	file, err := b.DOCX()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "brief.docx")
	if err := os.WriteFile(name, file, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, filepath.Join("..", "..", "scripts", "readers", "read.py"), "docx", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Title              string
		Paragraphs, Styles []string
		Tables             [][][]string
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if got.Title != b.Title || got.Paragraphs[0] != "<script>alert(1)</script> `x`" || !slices.Contains(got.Styles, "List Bullet") || !slices.Contains(got.Styles, "Heading 1") {
		t.Errorf("title %q, paragraphs %q, styles %q", got.Title, got.Paragraphs, got.Styles)
	}
	if len(got.Tables) != 5 || got.Tables[3][1][0] != "more than 40" || got.Tables[3][1][5] != "[1]" && got.Tables[3][1][5] != "[2]" {
		t.Errorf("tables %q", got.Tables)
	}
}

// Where a span stands: page, paragraph and sentence, note, table or heading.
func TestLocate(t *testing.T) {
	d := &doc.Document{ID: "a"}
	block := func(kind doc.BlockKind, label string, table int, sentences ...string) {
		start := len(d.Text)
		for _, s := range sentences {
			d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: len(d.Text), End: len(d.Text) + len(s)}, Block: len(d.Blocks)})
			d.Text += s + " "
		}
		span := doc.Span{Start: start, End: len(d.Text)}
		d.Blocks = append(d.Blocks, doc.Block{Span: span, Text: span, Kind: kind, Label: label, Table: table})
	}
	page := func(n int) {
		d.Marks = append(d.Marks, doc.Mark{Span: doc.Span{Start: len(d.Text), End: len(d.Text)}, Kind: doc.MarkPage, Level: n})
	}
	block(doc.Title, "", -1, "Ships.")
	block(doc.Body, "", -1, "One ship sank.", "Two ships swam.")
	page(7)
	block(doc.Heading, "", -1, "The harbour")
	block(doc.List, "", -1, "Three ships burnt.")
	block(doc.Footnote, "4", -1, "Four men saw it.")
	block(doc.TableBlock, "", 0, "Five boats")
	d.Tables = []doc.Table{{}}
	l := locate(d)
	for words, want := range map[string]string{
		"Ships": "title", "One": "paragraph 1, sentence 1", "Two": "paragraph 1, sentence 2", "harbour": "page 7, heading “The harbour”",
		"Three": "page 7, paragraph 2, sentence 1", "Four": "page 7, note 4", "Five": "page 7, table 1",
	} {
		at := strings.Index(d.Text, words)
		where, sentence := l.at(doc.Span{Start: at, End: at + len(words)})
		if where != want || !strings.Contains(sentence, words) {
			t.Errorf("%s: %q in %q, want %q", words, where, sentence, want)
		}
	}
	if where, _ := l.at(doc.Span{Start: len(d.Text), End: len(d.Text)}); where != fmt.Sprintf("page 7, byte %d", len(d.Text)) && where != "page 7" {
		t.Errorf("behind the end: %q", where)
	}
}

func TestQuotes(t *testing.T) {
	for s, want := range map[string]bool{
		"He said “we went there by night”.": true, "The “so-called state” fell.": false, `"It takes only one of them," he said.`: true,
		"No words.": false, "She wrote: “and so it goes on": true, "A \"big\" house and a \"small\" one": false,
	} {
		if quotes(s) != want {
			t.Errorf("%s: %v", s, !want)
		}
	}
}

func TestShown(t *testing.T) {
	for in, want := range map[string]string{"a\x00b\nc": "a b c", "x\u202ey\u202c": "xy", "é\u0085\u007f👩‍🚒": "é 👩‍🚒", "\ufffe": ""} {
		if got := shown(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// A brief opens each document of a thread once for each that holds its claims.
func TestBriefOfLongThread(t *testing.T) {
	c := collection()
	d, _ := c.Open("")
	opened := 0
	c.Open = func(string) (*doc.Document, error) { opened++; return d, nil }
	d.Claims[0].Thread = "t"
	for range 5 {
		c.Threads[0].Claims = append(c.Threads[0].Claims, record.ClaimID(d.ID, d.Claims[0].Start))
	}
	if _, err := DocumentBrief(c, d.ID); err != nil || opened != 1 {
		t.Errorf("opened %d documents, %v", opened, err)
	}
}

// Columns share the page by what stands in them, and leave none of it over.
func TestColumnWidths(t *testing.T) {
	long := strings.Repeat("x", 500)
	table := &BriefTable{Head: []string{"A", "B", "C"}, Rows: [][][]Run{{inCell("1"), inCell("sixteen letters!"), inCell(long)}}}
	got := columnWidths(table)
	sum := got[0] + got[1] + got[2]
	if !slices.IsSorted(got) || sum > pageWidth || sum < pageWidth-3 || got[0] < pageWidth/10 {
		t.Errorf("got %v of %d", got, pageWidth)
	}
}

// A brief stays short, whatever there is to tell, and tells what it leaves out;
// of a long thread it shows the figures that it is about.
func TestBriefIsBrief(t *testing.T) {
	c := collection()
	c.Entities[0].Documents = nil
	c.Cards = nil
	docs := map[string]*doc.Document{}
	var claims []string
	for i := range 300 {
		d := hostile()
		d.ID = fmt.Sprintf("d%03d.txt", i)
		d.Sentences = []doc.Sentence{{Span: doc.Span{Start: 29, End: len(d.Text)}}}
		d.Claims[0].Thread = "t"
		d.Claims[0].Places[0].Referent = 0
		docs[d.ID] = d
		c.Cards = append(c.Cards, doc.Card{ID: d.ID, Meta: d.Meta})
		c.Entities[0].Documents = append(c.Entities[0].Documents, d.ID)
		claims = append(claims, record.ClaimID(d.ID, d.Claims[0].Start))
	}
	c.Threads[0].Claims = claims
	c.Open = func(id string) (*doc.Document, error) { return docs[id], nil }
	b, err := EntityBrief(c, &c.Entities[0])
	if err != nil {
		t.Fatal(err)
	}
	got := string(b.Markdown())
	for _, want := range []string{"240 sentences more", "200 figures more", "200 documents more", "260 figures more: analyze show t lists all"} {
		if !strings.Contains(got, want) {
			t.Errorf("the brief does not say %q:\n%s", want, got)
		}
	}
	if n := strings.Count(got, "\n|"); n > 2*mostRows+threadRows+10 {
		t.Errorf("%d rows", n)
	}
	if b, err = DocumentBrief(c, "d299.txt"); err != nil {
		t.Fatal(err)
	}
	if got := string(b.Markdown()); strings.Contains(got, "d298.txt") || !strings.Contains(got, "d000.txt") || !strings.Contains(got, "260 figures more") {
		t.Errorf("the thread of the document is not told as it should be:\n%s", got)
	}
	last := b.Sections[len(b.Sections)-1].Blocks[1].Table.Rows
	if ref := last[len(last)-1][5][0].Ref; len(last) != threadRows || b.Refs[ref-1].Doc != "d299.txt" {
		t.Errorf("%d rows, the last of %s", len(last), b.Refs[ref-1].Doc)
	}
}

// Whatever stands in a brief, a Word file of it is well-formed.
func FuzzDOCX(f *testing.F) {
	f.Add("<w:t>&\x00\ufffe]]>", "a\u202eb")
	f.Fuzz(func(t *testing.T, a, b string) {
		brief := &Brief{Title: shown(a), Lede: b, Facts: []Fact{{a, b}}, Sections: []BriefSection{{Head: b, Blocks: []BriefBlock{
			{Runs: []Run{{Text: a, Quote: true, Ref: 1}}}, {Item: true, Runs: []Run{{Text: b, Strong: true}}},
			{Table: &BriefTable{Head: []string{a}, Rows: [][][]Run{{inCell(b)}}}},
		}}}, Refs: []Reference{{Doc: a, Title: b, Sentence: a, Cites: []string{b}}}}
		for d := xml.NewDecoder(strings.NewReader(brief.docxBody())); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	})
}
