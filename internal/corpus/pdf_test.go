package corpus

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
)

// pdfOf makes a PDF of pages, each given as its content. F1 is Helvetica, F2 its
// bold form.
func pdfOf(pages ...string) []byte {
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
	}
	kids := ""
	for _, content := range pages {
		n := len(objects) + 1
		kids += fmt.Sprintf("%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents %d 0 R>>", n+1),
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/MediaBox[0 0 600 800]/Count %d/Kids[%s]>>", len(pages), kids)
	return pdfFile(objects, "/Root 1 0 R")
}

// pdfFile writes objects, numbered from 1, with their table.
func pdfFile(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
	return b.Bytes()
}

// put writes a line of text at a place.
func put(font string, size, x, y float64, s string) string {
	s = strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(s)
	return fmt.Sprintf("BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, s)
}

// column writes lines of ten points one under the other.
func column(x, y float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(put("F1", 10, x, y-12*float64(i), l))
	}
	return b.String()
}

// filler is a paragraph of n full lines of a wide column.
func filler(x, y float64, n int) (string, string) {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = fmt.Sprintf("line %c of a text that fills the width of its column to the last of its signs, as prose does", 'a'+i%26)
	}
	lines[n-1] = strings.Replace(lines[n-1], ", as prose does", ", as prose can.", 1)
	return column(x, y, lines...), strings.Join(lines, " ")
}

func TestPDF(t *testing.T) {
	fill, filled := filler(80, 700, 6)
	wide, wideText := filler(80, 500, 4)
	for name, c := range map[string]struct {
		pages []string
		want  string
	}{
		"lines":      {[]string{column(80, 700, "The men came home in autumn and found that their", "fields had been sown by others while they were", "away.")}, "«p1»The men came home in autumn and found that their fields had been sown by others while they were away."},
		"hyphens":    {[]string{fill + column(80, 600, "The well-known popu-", "lation of the un-", "known towns is a self-", "evident case: self-evident, the popu-", "list said, and left.")}, "«p1»" + filled + "\n\nThe well-known population of the unknown towns is a self-evident case: self-evident, the populist said, and left."},
		"paragraphs": {[]string{fill + wide}, "«p1»" + filled + "\n\n" + wideText},
		"indents":    {[]string{fill + column(95, 700-72, "And a second paragraph begins here with its first line set in, as") + column(80, 700-84, "books do it.")}, "«p1»" + filled + "\n\nAnd a second paragraph begins here with its first line set in, as books do it."},
		"heading":    {[]string{put("F2", 16, 80, 740, "A heading") + fill + put("F2", 10, 80, 610, "A lesser one") + wide}, "«p1»«h1»A heading\n\n" + filled + "\n\n«h2»A lesser one\n\n" + wideText},
		"columns": {[]string{put("F2", 18, 150, 760, "A title that runs across the whole page") + column(60, 700, twoColumns[0]...) + column(320, 700, twoColumns[1]...)},
			"«p1»«h1»A title that runs across the whole page\n\n" + strings.Join(twoColumns[0], " ") + " " + strings.Join(twoColumns[1], " ")},
		"torn page": {[]string{fill + column(80, 700-72, "And this sentence goes on to the next page of the"), column(80, 700, "same document, where it ends.") + wide}, "«p1»" + filled + " And this sentence goes on to the next page of the«p2» same document, where it ends.\n\n" + wideText},
		"notes":     {[]string{fill + "BT /F1 10 Tf 80 600 Td (Many came.) Tj /F1 6 Tf 4 Ts (1) Tj 0 Ts /F1 10 Tf ( Few left.) Tj ET\n" + "BT /F1 5 Tf 80 103 Td (1) Tj /F1 8 Tf 4 -3 Td (Census of the year, as it was printed.) Tj ET\n" + put("F1", 8, 80, 90, "and in its second edition.")}, "«p1»" + filled + "\n\nMany came.¹ Few left.\n\n«n1»¹ Census of the year, as it was printed. and in its second edition."},
		"table":     {[]string{fill + tableAt(80, 600, [][]string{{"Country", "Men", "Women"}, {"Jordan", "2,000", "30"}, {"Saudi", "2,500", "-"}, {"France", "1,700", "290"}}) + wide}, "«p1»" + filled + "\n\n«t»Country\tMen\tWomen\nJordan\t2,000\t30\nSaudi\t2,500\t-\nFrance\t1,700\t290\n\n" + wideText},
		"bullets":   {[]string{fill + column(80, 600, "\x95 bread and butter", "\x95 water")}, "«p1»" + filled + "\n\n«l1»- bread and butter\n«l1»- water"},
		"twice":     {[]string{put("F1", 10, 80, 700, "bold by hand") + put("F1", 10, 80.3, 700, "bold by hand")}, "«p1»bold by hand"},
		"artifact":  {[]string{"/Artifact <</Type/Pagination>> BDC " + put("F1", 10, 80, 780, "A head") + "EMC " + fill}, "«p1»" + filled + "\n\n«b»A head"},
		"actual":    {[]string{"/Span <</ActualText (fine)>> BDC " + put("F1", 10, 80, 700, "xyz") + "EMC " + put("F1", 10, 100, 700, "day")}, "«p1»fine day"},
		"spacing":   {[]string{"BT /F1 10 Tf 80 700 Td [(The m) 20 (en) -300 (came) -2000 (home)] TJ ET"}, "«p1»The men came home"},
		"turned":    {[]string{fill + "BT /F1 10 Tf 0 1 -1 0 40 300 Tm (a stamp up the margin) Tj ET"}, "«p1»" + filled},
	} {
		t.Run(name, func(t *testing.T) { reads(t, "a.pdf", pdfOf(c.pages...), c.want) })
	}
}

var twoColumns = [2][]string{
	{"The men came home in autumn and found that", "their fields had been sown by others while they", "were away. Nobody had told them. The elders of", "the village said that it had to be done, since the", "rain had come early, and the seed would have", "been lost. The men did not believe it and went to", "the town, where a clerk wrote down what they", "said and put it with the other papers of that year,"},
	{"where it lies to this day. In winter the first of them", "went away again, and by spring half of the houses", "stood empty. The others stayed, and took what", "work there was: they mended the road, and built", "the bridge that the water had carried off, and in", "summer they cut the grass on the fields that had", "been theirs. Some of them are still there, and tell", "whoever asks them what they told the clerk."},
}

// Small things that pages of all kinds have.
func TestPDFDetails(t *testing.T) {
	fill, filled := filler(80, 700, 6)
	for name, c := range map[string]struct{ content, want string }{
		"accents":     {"BT /F1 10 Tf 80 700 Td [(L) 0 (\250) 333 (uck and cafe) 556 (\264)] TJ ET", "«p1»Lück and café"},
		"contents":    {fill + column(80, 600, "1 The harvest . . . . . . . . . . . . 7", "2 The return . . . . . . . . . . . . 12"), "«p1»" + filled + "\n\n«b»1 The harvest . . . . . . . . . . . . 7\n\n«b»2 The return . . . . . . . . . . . . 12"},
		"addresses":   {fill + column(80, 600, "It stands in full at the address of the office, which is https://example.org/reports/ye", "ar-2015.html, and what it says of those who came home is to be found on pages 8\x96", "12 of it."), "«p1»" + filled + "\n\nIt stands in full at the address of the office, which is https://example.org/reports/year-2015.html, and what it says of those who came home is to be found on pages 8–12 of it."},
		"wide header": {fill + tableAt(80, 600, [][]string{{"Country", "Men who", "Women who"}}) + tableAt(80, 589, [][]string{{"", "came home", "came home"}}) + tableAt(80, 560, [][]string{{"Jordan", "2,000", "30"}}) + tableAt(80, 535, [][]string{{"France", "1,700", "290"}}) + tableAt(80, 510, [][]string{{"Spain", "130", "9"}}), "«p1»" + filled + "\n\n«t»Country\tMen who came home\tWomen who came home\nJordan\t2,000\t30\nFrance\t1,700\t290\nSpain\t130\t9"},
		"year foot":   {fill + tableAt(80, 60, [][]string{{"Country", "2014", "2015"}, {"Spain", "130", "9"}, {"Malta", "3", "4"}}), "«p1»" + filled + "\n\n«t»Country\t2014\t2015\nSpain\t130\t9\nMalta\t3\t4"},
		"lone number": {fill + put("F1", 10, 300, 40, "7"), "«p1»" + filled},
	} {
		t.Run(name, func(t *testing.T) { reads(t, "a.pdf", pdfOf(c.content), c.want) })
	}
}

func TestPageLabels(t *testing.T) {
	for s, want := range map[string]bool{"12": true, "- 12 -": true, "xiv": true, "Page 3 of 10": true, "3/10": true, "[p. 7]": true, "12345": false, "": false, "1,200": false, "mill": false, "in 2014": false} {
		if got := isPageLabel(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// tableAt writes rows of cells, a hundred points apart.
func tableAt(x, y float64, rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		for j, s := range row {
			b.WriteString(put("F1", 10, x+100*float64(j), y-14*float64(i), s))
		}
	}
	return b.String()
}

// Heads, feet and numbers of pages come behind the text, once.
func TestPDFHeads(t *testing.T) {
	var pages []string
	var want []string
	for i := range 4 {
		lines, text := filler(80, 700, 8)
		word := []string{"word", "sign", "verb", "noun"}[i]
		lines, text = strings.ReplaceAll(lines, "line", word), strings.ReplaceAll(text, "line", word)
		pages = append(pages, put("F1", 9, 80, 770, "Review of the Year")+lines+put("F1", 9, 300, 30, fmt.Sprint(i+7)))
		want = append(want, fmt.Sprintf("«p%d»%s", i+1, text+" Then it ends."))
		pages[i] += put("F1", 10, 80, 700-12*8, "Then it ends.")
	}
	d := reads(t, "a.pdf", pdfOf(pages...), strings.Join(want, "\n\n")+"\n\n«b»Review of the Year")
	if m := d.Marks[1]; m.Level != 2 || m.Text != "8" {
		t.Errorf("page mark %+v, want page 2 with the number 8 printed on it", m)
	}
}

func TestPDFTornTable(t *testing.T) {
	head := []string{"Country", "Men", "Women"}
	fill, text := filler(80, 700, 30)
	one := fill + tableAt(80, 150, [][]string{head, {"Jordan", "2,000", "30"}, {"Syria", "100", "3"}, {"Libya", "600", "4"}})
	two := tableAt(80, 700, [][]string{head, {"France", "1,700", "290"}, {"Spain", "130", "9"}})
	reads(t, "a.pdf", pdfOf(one, two), "«p1»"+text+"\n\n«t»Country\tMen\tWomen\nJordan\t2,000\t30\nSyria\t100\t3\nLibya\t600\t4\n«p2»France\t1,700\t290\nSpain\t130\t9")
}

func TestPDFRefused(t *testing.T) {
	image := "<</Type/XObject/Subtype/Image/Width 1/Height 1/Length 0>>\nstream\n\nendstream"
	scan := pdfFile([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>", image, "<</Length 5>>\nstream\n/I Do\nendstream"}, "/Root 1 0 R")
	refuses(t, "a.pdf", scan, "scan")
	refuses(t, "a.pdf", pdfOf("0 0 m 10 10 l S"), "only drawings")
	refuses(t, "a.pdf", []byte("%PDF-1.7\nnothing"), "damaged")
	locked := pdfFile([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", "<</Filter/Standard/V 2/R 3/Length 128/P -44/O(" + strings.Repeat("o", 32) + ")/U(" + strings.Repeat("u", 32) + ")>>"}, "/Root 1 0 R/Encrypt 3 0 R/ID[(a)(a)]")
	refuses(t, "a.pdf", locked, "password")
}

// Files that are damaged or mean harm are read as far as they go, or refused,
// in bounded time.
func TestPDFHostile(t *testing.T) {
	text := column(80, 700, "The men came home.")
	whole := pdfOf(text)
	for name, c := range map[string]struct {
		data []byte
		want string // text, or a reason behind "!"
	}{
		"no table":     {whole[:bytes.Index(whole, []byte("xref"))], "The men came home."},
		"wrong table":  {bytes.Replace(whole, []byte("startxref\n"), []byte("startxref\n9"), 1), "The men came home."},
		"wrong length": {bytes.Replace(whole, []byte("/Length "), []byte("/Length 9"), 1), "The men came home."},
		"junk before":  {append([]byte("HTTP/1.1 200 OK\r\n\r\n"), whole...), "The men came home."},
		"page loop":    {pdfFile([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R 1 0 R]/Count 3>>"}, "/Root 1 0 R"), "!no text"},
		"form loop":    {pdfFile([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>", "<</Subtype/Form/Resources<</XObject<</X 4 0 R>>>>/Length 6>>\nstream\n/X Do \nendstream", "<</Length 6>>\nstream\n/X Do \nendstream"}, "/Root 1 0 R"), "!no text"},
		"ref loop":     {pdfFile([]string{"<</Type/Catalog/Pages 2 0 R>>", "2 0 R"}, "/Root 1 0 R"), "!damaged"},
		"prev loop":    {append(bytes.TrimSuffix(whole, []byte("%%EOF\n")), "%%EOF"...), "The men came home."},
		"nested":       {pdfFile([]string{strings.Repeat("[", 100_000)}, "/Root 1 0 R"), "!damaged"},
		"gaps":         {pdfOf(gappedPage()), "word"},
		"forms":        {formBomb(), "!"},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			d, err := Read("a.pdf", "", c.data)
			reason, refused := strings.CutPrefix(c.want, "!")
			switch {
			case refused && (err == nil || !strings.Contains(err.Error(), reason)):
				t.Errorf("got %v, want %q", err, reason)
			case !refused && (err != nil || !strings.Contains(d.Text, c.want)):
				t.Errorf("got %v %+v", err, d)
			}
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// gappedPage is a page of tens of thousands of lines that look nearly like rows
// of a table.
func gappedPage() string {
	var b strings.Builder
	for i := range 20_000 {
		y := 790 - float64(i)*8
		for j := range 3 {
			b.WriteString(put("F1", 6, 50+float64(j)*180+float64(i*j%7), y, "word and more words than a cell of figures has room for"))
		}
	}
	return b.String()
}

// formBomb is a file of forms that each show the next one ten times.
func formBomb() []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>", "<</Length 6>>\nstream\n/X Do \nendstream"}
	content := strings.Repeat("/X Do ", 10)
	for i := range 12 {
		objects = append(objects, fmt.Sprintf("<</Subtype/Form/Resources<</XObject<</X %d 0 R>>>>/Length %d>>\nstream\n%s\nendstream", i+6, len(content), content))
	}
	return pdfFile(append(objects, "<</Subtype/Form/Length 1>>\nstream\n \nendstream"), "/Root 1 0 R")
}
