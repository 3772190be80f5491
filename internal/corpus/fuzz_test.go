package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// fuzzReader feeds a reader: it must not panic, must say why it refuses, and
// what it gives must be well formed. Further seeds, real files, come from the
// folder that REAL names.
func fuzzReader(f *testing.F, format string, read reader, seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
	}
	if dir := os.Getenv("REAL"); dir != "" {
		files, _ := filepath.Glob(filepath.Join(dir, "*", "*."+format))
		for _, name := range files {
			if data, err := os.ReadFile(name); err == nil && len(data) < 30_000 {
				f.Add(data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &doc.Document{ID: "a." + format}
		if err := read(data, d); err != nil {
			var u *Unreadable
			if !errors.As(err, &u) {
				t.Fatalf("error %v says no reason", err)
			}
			return
		}
		wellFormed(t, d.ID, d)
	})
}

func FuzzHTML(f *testing.F) {
	fuzzReader(f, "html", readHTML, []byte("<h1>A</h1><table><tr><th rowspan=2>a<td colspan=3>b<tr><td>c</table><ul><li>x<p>y"),
		[]byte(`<p>a<sup><a href="#n">1</a></sup><ol><li id=n>b <a href="#r">^</a></ol><script type="application/ld+json">{"@type":"Article"}</script>`), []byte("<title>\xff\xfe</title><pre>a\n\n b</pre>"))
}

func FuzzRTF(f *testing.F) {
	fuzzReader(f, "rtf", readRTF, []byte(`{\rtf1\ansi{\fonttbl{\f0\fcharset204 A;}}{\stylesheet{\s1 heading 1;}}{\info{\title T}{\creatim\yr2016\mo3\dy4}}\s1 a\par\pard\f0\'e0\u252?{\footnote\pard b\par}\trowd\intbl a\cell b\cell\row\bin3 abc}`))
}

func FuzzCSV(f *testing.F) {
	fuzzReader(f, "csv", readCSV, []byte("a,b\n\"1\n2\",3\n\nc;d\n"), []byte("sep=|\na|b\n"), []byte("\xff\xfea\x00,\x00b\x00"))
}

func FuzzDOCX(f *testing.F) {
	fuzzReader(f, "docx", readDOCX, docxOf(f, item(4, 1, "a")+`<w:tbl><w:tr>`+cell("", "x")+cell(`<w:gridSpan w:val="2"/>`, "y")+`</w:tr></w:tbl>`))
}

func FuzzXLSX(f *testing.F) {
	fuzzReader(f, "xlsx", readXLSX, xlsxOf(f, `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"><v>42000</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`))
}

func FuzzODT(f *testing.F) {
	fuzzReader(f, "odt", readODT, odfOf(f, "text", "", `<office:text><text:h>a</text:h><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-repeated="3"><text:p>c</text:p></table:table-cell></table:table-row></table:table></office:text>`))
}

func FuzzEPUB(f *testing.F) {
	fuzzReader(f, "epub", readEPUB, zipped(f, "META-INF/container.xml", `<rootfile full-path="b.opf"/>`, "b.opf", `<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><itemref idref="a"/>`, "a.xhtml", "<p>a</p>"))
}

func FuzzPPTX(f *testing.F) {
	fuzzReader(f, "pptx", readPPTX, zipped(f, "ppt/presentation.xml", `<p xmlns:r="r"><sldId r:id="a"/></p>`, "ppt/_rels/presentation.xml.rels", `<r><Relationship Id="a" Target="s.xml"/></r>`, "ppt/s.xml", `<sp><p><t>a</t></p></sp>`))
}

func FuzzMHTML(f *testing.F) {
	fuzzReader(f, "mhtml", readMHTML, []byte("Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+YQ==\r\n--b--\r\n"))
}

func FuzzPDF(f *testing.F) {
	fill, _ := filler(80, 700, 4)
	fuzzReader(f, "pdf", readPDF, pdfOf(fill+tableAt(80, 600, [][]string{{"a", "1", "2"}, {"b", "3", "4"}, {"c", "5", "6"}})), pdfOf(column(60, 700, twoColumns[0]...)+column(320, 700, twoColumns[1]...), fill),
		pdfOf(boxed([]float64{80, 200, 400}, []float64{620, 600, 560})+put("F1", 10, 85, 606, "a")+put("F1", 10, 205, 606, "b")+put("F1", 10, 85, 580, "c")+put("F1", 10, 205, 580, "d")))
}

// FuzzXML feeds the parts of packed documents past their packing, where
// mutation would seldom get.
func FuzzXML(f *testing.F) {
	f.Add(wordNS+par("", "a")+item(4, 0, "b"), 0)
	f.Add(`<office:body><text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note></text:p></office:body>`, 1)
	f.Add(`<worksheet><row r="1"><c r="B1"><v>1</v></c></row></worksheet>`, 2)
	f.Add(`<p:sld><p:sp><a:p><a:t>a</a:t></a:p></p:sp></p:sld>`, 3)
	f.Add("<row><v>0</c>", 2) // found by fuzzing: a cell that ends but never began
	f.Fuzz(func(t *testing.T, part string, kind int) {
		w := &wordReader{notes: map[string]*wordNote{}}
		o := &odfReader{styles: map[string]*odfStyle{}}
		s := &worksheet{styles: &cellStyles{}}
		p := &slideReader{}
		h, c := []handler{w, o, s, p}[kind&3], []*composer{&w.c, &o.c, {}, &p.c}[kind&3]
		if parseXML(strings.NewReader(part), h) != nil || s.err != nil {
			return
		}
		if kind&3 == 0 {
			w.endTables()
		}
		if kind&3 == 2 {
			c.sheet(s.merged(), "")
		}
		d := &doc.Document{}
		if c.done(d) == nil {
			wellFormed(t, "part", d)
		}
	})
}

func BenchmarkFormats(b *testing.B) {
	dir := os.Getenv("REAL")
	if dir == "" {
		b.Skip("SKIPPED: REAL names no folder; see TestRealFiles")
	}
	for _, format := range []string{"html", "pdf", "docx", "odt", "epub", "xlsx", "ods", "pptx", "rtf", "csv"} {
		files, _ := filepath.Glob(filepath.Join(dir, "*", "*."+format))
		var texts [][]byte
		size := int64(0)
		for _, name := range files {
			if data, err := os.ReadFile(name); err == nil {
				texts = append(texts, data)
				size += int64(len(data))
			}
		}
		b.Run(format, func(b *testing.B) {
			b.SetBytes(size)
			for b.Loop() {
				for _, data := range texts {
					d := &doc.Document{}
					_ = formats[format](data, d) // some are refused
				}
			}
		})
	}
}
