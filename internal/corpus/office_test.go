package corpus

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

const wordNS = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`

// docxOf makes a document of Word with a body and further parts.
func docxOf(t testing.TB, body string, parts ...string) []byte {
	return zipped(t, append([]string{
		"[Content_Types].xml", `<Types/>`,
		"_rels/.rels", `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="x/core-properties" Target="docProps/core.xml"/></Relationships>`,
		"word/document.xml", wordNS + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/><Relationship Id="f" Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="h" Type="x/header" Target="header1.xml"/><Relationship Id="e" Type="x/footnotes" Target="http://example.org" TargetMode="External"/><Relationship Id="c" Type="x/aFChunk" Target="chunk"/></Relationships>`,
		"word/styles.xml", `<w:styles><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="My"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style><w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style><w:style w:styleId="C"><w:name w:val="caption"/></w:style><w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style></w:styles>`,
		"word/numbering.xml", `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
	}, parts...)...)
}

func par(props, text string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func item(id, level int, text string) string {
	return par(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, id), text)
}

func cell(props string, texts ...string) string {
	s := `<w:tc><w:tcPr>` + props + `</w:tcPr>`
	for _, x := range texts {
		s += par("", x)
	}
	return s + `</w:tc>`
}

func TestDOCX(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs": {par("", "One ") + par("", "") + `<w:p><w:r><w:t>Two</w:t></w:r><w:r><w:t xml:space="preserve"> goes</w:t><w:tab/><w:t>on</w:t><w:br/><w:t>here</w:t></w:r></w:p>`, "One\n\nTwo goes\ton\nhere"},
		"headings":   {par(`<w:pStyle w:val="My"/>`, "A") + par(`<w:outlineLvl w:val="0"/>`, "B") + par("", "Text."), "«h2»A\n\n«h1»B\n\nText."},
		"lists":      {item(4, 0, "a") + item(4, 1, "b") + item(4, 1, "c") + item(4, 0, "d") + item(4, 1, "e") + item(5, 0, "f"), "«l1»1. a\n«l2»1.a) b\n«l2»1.b) c\n«l1»2. d\n«l2»2.a) e\n«l1»- f"},
		"quote":      {par(`<w:pStyle w:val="Q"/>`, "We counted.") + par(`<w:pStyle w:val="C"/>`, "Table 1"), "«q»We counted.\n\n«c»Table 1"},
		"contents":   {par(`<w:pStyle w:val="T1"/>`, "The return 7") + par("", "Text."), "Text.\n\n«b»The return 7"},
		"changes":    {`<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>`, "new"},
		"raised":     {`<w:p><w:r><w:t>5 km</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t xml:space="preserve"> wide</w:t></w:r></w:p>`, "5 km² wide"},
		"table":      {`<w:tbl><w:tr>` + cell("", "Year") + cell(`<w:gridSpan w:val="2"/>`, "Men") + `</w:tr><w:tr>` + cell(`<w:vMerge w:val="restart"/>`, "2014") + cell("", "1") + cell("", "2", "3") + `</w:tr><w:tr>` + cell(`<w:vMerge/>`, "") + cell("", "4") + cell("", "5") + `</w:tr></w:tbl>`, "«t»Year\tMen\tMen\n2014\t1\t2 3\n2014\t4\t5"},
		"text box":   {`<w:p><w:r><w:t>Out</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + par("", "In") + `</w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>again</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>side</w:t></w:r></w:p>`, "In\n\nOutside"},
		"pages":      {par("", "One") + `<w:p><w:r><w:br w:type="page"/><w:t>Two</w:t></w:r></w:p>`, "One\n\n«p2»Two"},
		"notes":      {`<w:p><w:r><w:t>Many.</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t xml:space="preserve"> Few.</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p>`, "Many.«r1»¹ Few.«r2»²\n\n«n1»1. Seven.\n«n2»2. Three."},
	} {
		t.Run(name, func(t *testing.T) {
			notes := `<w:footnotes><w:footnote w:id="-1">` + par("", "no") + `</w:footnote><w:footnote w:id="3">` + par("", "Three.") + `</w:footnote><w:footnote w:id="7">` + par("", "Seven.") + `</w:footnote></w:footnotes>`
			reads(t, "a.docx", docxOf(t, c.body, "word/footnotes.xml", notes), c.want)
		})
	}
	d := reads(t, "a.docx", docxOf(t, par("", "Text of the letter."), "word/header1.xml", `<w:hdr>`+par("", "Our house")+`</w:hdr>`, "docProps/core.xml", `<cp:coreProperties><dc:title>The Letter</dc:title><dc:creator>Ana Petrova; admin</dc:creator><dcterms:created>2016-03-04T05:06:07Z</dcterms:created></cp:coreProperties>`), "Text of the letter.\n\n«b»Our house")
	if m := d.File; m.Title != "The Letter" || strings.Join(m.Authors, ";") != "Ana Petrova" || m.Date != "2016-03-04" || m.DateVia != "file" {
		t.Errorf("card %+v", m)
	}
}

// The parts are found by what the file says of them, not by their usual names.
func TestPartsOfOtherNames(t *testing.T) {
	rel := func(kind, target string) string {
		return `<Relationships><Relationship Id="r1" Type="x/` + kind + `" Target="` + target + `"/></Relationships>`
	}
	main := func(format string) string {
		return `<Types><Override PartName="/d/main.xml" ContentType="application/vnd.openxmlformats-officedocument.` + format + `.main+xml"/></Types>`
	}
	reads(t, "a", zipped(t, "[Content_Types].xml", main("wordprocessingml.document"), "_rels/.rels", rel("officeDocument", "d/main.xml"),
		"d/main.xml", wordNS+par(`<w:pStyle w:val="H"/>`, "Rainfall")+par("", "It rained in May.")+`</w:body></w:document>`,
		"d/_rels/main.xml.rels", rel("styles", "s.xml"), "d/s.xml", `<w:styles><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>`), "«h1»Rainfall\n\nIt rained in May.")
	reads(t, "a", zipped(t, "[Content_Types].xml", main("spreadsheetml.sheet"), "_rels/.rels", rel("officeDocument", "/d/main.xml"),
		"d/main.xml", `<workbook xmlns:r="r"><sheets><sheet name="Rain" r:id="r1"/></sheets></workbook>`, "d/_rels/main.xml.rels", rel("worksheet", "one.xml"),
		"d/one.xml", `<worksheet><sheetData><row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>7</v></c></row><row r="2"><c r="A2"><v>6</v></c><c r="B2"><v>8</v></c></row></sheetData></worksheet>`), "«p1»«h2»Rain\n\n«tRain»5\t7\n6\t8")
}

// What a document of Word holds in other formats is read with it.
func TestForeignParts(t *testing.T) {
	for name, c := range map[string]struct{ part, content, want string }{
		"page":    {"word/chunk", "<html><body><h2>Yields</h2><p>Maize fell.</p><ul><li>by 4 percent</ul></body></html>", "Before.\n\n«h2»Yields\n\nMaize fell.\n\n«l1»- by 4 percent\n\nBehind."},
		"rich":    {"word/chunk", `{\rtf1 Maize fell.\par}`, "Before.\n\nMaize fell.\n\nBehind."},
		"picture": {"word/chunk", "\x89PNG\r\n\x1a\n\x00\x00", "Before.\n\nBehind."},
		"missing": {"chunk", "Not this one.", "Before.\n\nBehind."},
	} {
		t.Run(name, func(t *testing.T) {
			reads(t, "a.docx", docxOf(t, par("", "Before.")+`<w:altChunk r:id="c"/>`+par("", "Behind."), c.part, c.content), c.want)
		})
	}
}

func TestPPTX(t *testing.T) {
	shape := func(kind string, lines ...string) string {
		s := `<p:sp><p:nvSpPr><p:nvPr>` + kind + `</p:nvPr></p:nvSpPr><p:txBody>`
		for _, l := range lines {
			s += `<a:p><a:r><a:t>` + l + `</a:t></a:r></a:p>`
		}
		return s + `</p:txBody></p:sp>`
	}
	data := zipped(t, "[Content_Types].xml", "<Types/>", "_rels/.rels", `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="ppt/presentation.xml"/></Relationships>`,
		"ppt/presentation.xml", `<p:presentation xmlns:r="r"><p:sldIdLst><p:sldId r:id="b"/><p:sldId r:id="a"/></p:sldIdLst></p:presentation>`,
		"ppt/_rels/presentation.xml.rels", `<Relationships><Relationship Id="a" Type="x/slide" Target="slides/slide1.xml"/><Relationship Id="b" Type="x/slide" Target="slides/slide2.xml"/></Relationships>`,
		"ppt/slides/slide1.xml", `<p:sld>`+shape(`<p:ph type="title"/>`, "Second")+`<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>Year</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>Men</a:t></a:r></a:p></a:txBody></a:tc></a:tr><a:tr><a:tc><a:p><a:r><a:t>2014</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>12</a:t></a:r></a:p></a:tc></a:tr></a:tbl></p:graphicFrame></p:sld>`,
		"ppt/slides/slide2.xml", `<p:sld>`+shape(`<p:ph type="ctrTitle"/>`, "First")+shape(`<p:ph idx="1"/>`, "one", "two")+shape("", "A text box.")+shape(`<p:ph type="sldNum"/>`, "1")+`</p:sld>`,
		"ppt/slides/_rels/slide2.xml.rels", `<Relationships><Relationship Id="n" Type="x/notesSlide" Target="../notesSlides/n.xml"/></Relationships>`,
		"ppt/notesSlides/n.xml", `<p:notes>`+shape(`<p:ph type="body"/>`, "Speak slowly.")+`</p:notes>`)
	reads(t, "a.pptx", data, "«p1»«h1»First\n\n«l1»- one\n«l1»- two\n\nA text box.\n\nSpeak slowly.\n\n«p2»«h2»Second\n\n«t»Year\tMen\n2014\t12\n\n«b»1")
}

const sheetStyles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="[$-409]d\-mmm\-yy;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="3"/></cellXfs></styleSheet>`

func xlsxOf(t testing.TB, sheets ...string) []byte {
	parts := []string{"[Content_Types].xml", "<Types/>", "_rels/.rels", `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/styles.xml", sheetStyles,
		"xl/sharedStrings.xml", `<sst><si><t>Year</t></si><si><r><t>Me</t></r><r><t>n</t></r><rPh><t>x</t></rPh></si></sst>`}
	book, rels := `<workbook xmlns:r="r"><sheets>`, `<Relationships><Relationship Id="st" Type="x/styles" Target="styles.xml"/><Relationship Id="ss" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>`
	for i, s := range sheets {
		book += fmt.Sprintf(`<sheet name="%s" r:id="s%d"/>`, []string{"Sheet1", "Returns"}[i], i)
		rels += fmt.Sprintf(`<Relationship Id="s%d" Type="x/worksheet" Target="worksheets/s%d.xml"/>`, i, i)
		parts = append(parts, fmt.Sprintf("xl/worksheets/s%d.xml", i), `<worksheet><sheetData>`+s+`</worksheet>`)
	}
	return zipped(t, append(parts, "xl/workbook.xml", book+`</sheets></workbook>`, "xl/_rels/workbook.xml.rels", rels+`</Relationships>`)...)
}

func TestXLSX(t *testing.T) {
	head := `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`
	for name, c := range map[string]struct{ rows, want string }{
		"numbers": {head + `<row r="2"><c r="A2"><v>2014</v></c><c r="B2" s="3"><v>1234567</v></c></row><row r="3"><c r="A3"><v>2015</v></c><c r="B3"><v>0.1</v></c></row>`, "«t»Year\tMen\n2014\t1,234,567\n2015\t0.1"},
		"noise":   {head + `<row r="2"><c r="A2"><v>2014</v></c><c r="B2"><v>0.30000000000000004</v></c></row>`, "«t»Year\tMen\n2014\t0.3"},
		"shares":  {head + `<row r="2"><c r="A2" s="2"><v>42000</v></c><c r="B2" s="1"><v>0.125</v></c></row>`, "«t»Year\tMen\n2014-12-27\t12.5%"},
		"gaps":    {head + `<row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>2</v></c></row>`, "«t»Year\tMen\t\n1\t\t2"},
		"title":   {`<row r="1"><c r="A1" t="inlineStr"><is><t>Men who came home</t></is></c></row>` + `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row><row r="3"><c r="A3"><v>2014</v></c><c r="B3"><v>3</v></c></row><row r="4"><c r="A4" t="str"><f>x</f><v>Source: census.</v></c></row>`, "Men who came home\n\n«t»Year\tMen\n2014\t3\n\nSource: census."},
		"two":     {head + `<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="9"><c r="A9" t="s"><v>0</v></c><c r="B9"><v>3</v></c></row><row r="10"><c r="A10"><v>4</v></c><c r="B10"><v>5</v></c></row>`, "«t»Year\tMen\n1\t2\n\n«t»Year\t3\n4\t5"},
		"merged":  {`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="B2" t="str"><v>old</v></c><c r="C2" t="str"><v>young</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c><c r="C3"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="B1:C1"/></mergeCells>`, "«t»Year\tMen\tMen\n\told\tyoung\n1\t2\t3"},
		"far":     {`<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>` + "", "7"},
		"truth":   {`<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row><row><c t="s"><v>99</v></c><c><v>x</v></c></row>`, "«t»true\t#N/A\n\tx"},
	} {
		t.Run(name, func(t *testing.T) {
			reads(t, "a.xlsx", xlsxOf(t, c.rows), "«p1»"+strings.ReplaceAll(c.want, "«t»", "«tSheet1»"))
		})
	}
	reads(t, "a.xlsx", xlsxOf(t, `<row><c><v>1</v></c></row>`, head), "«p1»«h2»Sheet1\n\n1\n\n«p2»«h2»Returns\n\nYear Men")
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		value, code string
		date1904    bool
		want        string
	}{
		{"1", "", false, "1"}, {"1e3", "General", false, "1000"}, {"-1234.5", "#,##0.0", false, "-1,234.5"}, {"0.333333333333333", "0%", false, "33.3333333333333%"},
		{"1", "yyyy", false, "1900-01-01"}, {"61", "d/m/yy", false, "1900-03-01"}, {"0", "yyyy", false, "0"}, {"1", "yyyy-mm-dd", true, "1904-01-02"}, {"43831.5", "yyyy-mm-dd hh:mm", false, "2020-01-01 12:00"},
		{"0.75", "h:mm", false, "18:00"}, {"12", `0 "days"`, false, "12"}, {"5", "[Red]0", false, "5"}, {"NaN", "", false, "NaN"}, {"1e300", "yyyy", false, "1e+300"}, {"", "", false, ""},
	} {
		if got := showNumber(c.value, c.code, c.date1904); got != c.want {
			t.Errorf("%s as %q: %s, want %s", c.value, c.code, got, c.want)
		}
	}
}

func odfOf(t testing.TB, kind, styles, body string) []byte {
	return zipped(t, "mimetype", "application/vnd.oasis.opendocument."+kind, "content.xml",
		`<office:document-content><office:automatic-styles>`+styles+`</office:automatic-styles><office:body>`+body+`</office:body></office:document-content>`,
		"meta.xml", `<office:meta><dc:title>The Letter</dc:title><meta:initial-creator>Ana Petrova</meta:initial-creator><meta:creation-date>2016-03-04T05:06:07</meta:creation-date></office:meta>`)
}

func TestODT(t *testing.T) {
	styles := `<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="P1" style:parent-style-name="Quotations"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-bullet text:level="2"/></text:list-style><style:style style:name="P2"><style:paragraph-properties fo:break-before="page"/></style:style>`
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs": {`<text:p>One<text:s text:c="3"/>goes<text:tab/>on<text:line-break/>here</text:p><text:p/><text:p>Two</text:p>`, "One goes\ton\nhere\n\nTwo"},
		"headings":   {`<text:h text:outline-level="2">A</text:h><text:p text:style-name="Title">B</text:p>`, "«h2»A\n\n«h1»B"},
		"lists":      {`<text:list text:style-name="L1"><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>c</text:p></text:list-item></text:list>`, "«l1»1. a\n«l2»- b\n«l1»2. c"},
		"quote":      {`<text:p text:style-name="P1">We counted.</text:p>`, "«q»We counted."},
		"raised":     {`<text:p>5 km<text:span text:style-name="up">2</text:span></text:p>`, "5 km²"},
		"notes":      {`<text:p>Many<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Census.</text:p></text:note-body></text:note> came.</text:p>`, "Many«r1»¹ came.\n\n«n1»1. Census."},
		"changes":    {`<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new<office:annotation><text:p>why?</text:p></office:annotation></text:p>`, "new"},
		"table":      {`<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Men</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>7</text:p></table:table-cell></table:table-row></table:table>`, "«t»Year\tMen\n7\t7\n7\t7"},
		"contents":   {`<text:table-of-content><text:index-body><text:p>The return 7</text:p></text:index-body></text:table-of-content><text:p>Text.</text:p>`, "Text.\n\n«b»The return 7"},
		"page":       {`<text:p>One</text:p><text:p text:style-name="P2">Two</text:p>`, "One\n\n«p2»Two"},
	} {
		t.Run(name, func(t *testing.T) {
			d := reads(t, "a.odt", odfOf(t, "text", styles, "<office:text>"+c.body+"</office:text>"), c.want)
			if name == "paragraphs" && (d.File.Title != "The Letter" || d.File.Date != "2016-03-04" || d.File.DateVia != "file") {
				t.Errorf("card %+v", d.File)
			}
		})
	}
}

func TestODS(t *testing.T) {
	row := func(cells ...string) string {
		s := `<table:table-row>`
		for _, c := range cells {
			s += `<table:table-cell><text:p>` + c + `</text:p></table:table-cell>`
		}
		return s + `</table:table-row>`
	}
	body := `<office:spreadsheet><table:table table:name="Sheet1">` + row("Year", "Men") + row("2014", "1,200") +
		`<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table><table:table table:name="Returns">` +
		`<table:table-row><table:table-cell office:value-type="date" office:date-value="2014-05-06T00:00:00"><text:p>6.5.14</text:p></table:table-cell><table:table-cell><text:p>3</text:p></table:table-cell></table:table-row>` + row("x", "4") + `</table:table></office:spreadsheet>`
	reads(t, "a.ods", odfOf(t, "spreadsheet", "", body), "«p1»«tSheet1»Year\tMen\n2014\t1,200\n\n«p2»«h2»Returns\n\n«tReturns»2014-05-06\t3\nx\t4")
}

// Packed documents that mean harm are refused, in bounded time and memory.
func TestPackHostile(t *testing.T) {
	big := strings.Repeat("<w:p><w:r><w:t>"+strings.Repeat("a", 1<<16)+"</w:t></w:r></w:p>", maxText>>16+1)
	for name, c := range map[string]struct {
		file, want string
		data       []byte
	}{
		"too much text": {"a.docx", "too much", docxOf(t, big)},
		"deep":          {"a.docx", "nested too deeply", docxOf(t, strings.Repeat("<w:p>", 100_000))},
		"no part":       {"a.docx", "damaged", zipped(t, "word/x.xml", "", "_rels/.rels", `<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>`, "[Content_Types].xml", "", "word/document.xml.bak", "")},
		"billion":       {"a.docx", "", docxOf(t, `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`+par("", "&b;&c;x"))},
		"cells":         {"a.ods", "too much", odfOf(t, "spreadsheet", "", `<office:spreadsheet><table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>7</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>`)},
		"locked":        {"a.odt", "encrypted", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "x", "META-INF/manifest.xml", `<manifest:encryption-data/>`)},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			d, err := Read(c.file, "", c.data)
			switch {
			case c.want == "" && (err != nil || strings.Contains(d.Text, "root:") || len(d.Text) > 100):
				t.Errorf("got %v, %+v", err, d)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("got %v, want %q", err, c.want)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
