package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// DOCX is the brief as a Word file (Office Open XML, ECMA-376, transitional):
// headings, lists and tables in styles of their own, references linked to the
// list at the end, pages numbered. It has no date, so that equal briefs are
// equal files.
func (b *Brief) DOCX() ([]byte, error) {
	var w bytes.Buffer
	z := zip.NewWriter(&w)
	for _, p := range []struct{ name, text string }{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxRels},
		{"docProps/core.xml", docxHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` + docxText(b.Title) + `</dc:title><dc:creator>analyze</dc:creator><dc:language>en</dc:language></cp:coreProperties>`},
		{"word/document.xml", b.docxBody()},
		{"word/styles.xml", docxStyles},
		{"word/numbering.xml", docxNumbering},
		{"word/settings.xml", docxSettings},
		{"word/footer1.xml", docxFooter},
		{"word/_rels/document.xml.rels", docxParts},
	} {
		part, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(part, p.text); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return w.Bytes(), err
}

// docxText escapes s; characters that XML cannot hold become U+FFFD.
func docxText(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // a Buffer does not fail
	return b.String()
}

const docxHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const docxTypes = docxHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const docxRels = docxHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const docxParts = docxHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

const docxSettings = docxHead + `<w:settings ` + wordSpace + `><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const docxFooter = docxHead + `<w:ftr ` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`

// Numbering 1 is the bullets of lists, 2 the numbers of references.
const docxNumbering = docxHead + `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="500" w:hanging="500"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

var docxStyles = docxHead + `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
	`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>` +
	`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
	docxParagraphStyle("Title", "Title", `<w:spacing w:after="80"/>`, `<w:b/><w:sz w:val="36"/>`) +
	docxParagraphStyle("Subtitle", "Subtitle", `<w:spacing w:after="200"/>`, `<w:color w:val="555B63"/>`) +
	docxParagraphStyle("Heading1", "heading 1", `<w:keepNext/><w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="0"/>`, `<w:b/><w:sz w:val="26"/>`) +
	docxParagraphStyle("ListBullet", "List Bullet", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>`, ``) +
	docxParagraphStyle("Bibliography", "Bibliography", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:spacing w:after="60"/>`, `<w:sz w:val="18"/>`) +
	docxParagraphStyle("TableText", "Table Text", `<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>`, `<w:sz w:val="18"/>`) +
	docxParagraphStyle("Footer", "footer", `<w:spacing w:after="0"/>`, `<w:sz w:val="18"/>`) +
	`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B57A4"/></w:rPr></w:style></w:styles>`

func docxParagraphStyle(id, name, paragraph, run string) string {
	return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, id, name, paragraph, run)
}

// docxBody is the text of the brief.
func (b *Brief) docxBody() string {
	var w strings.Builder
	w.WriteString(docxHead + `<w:document ` + wordSpace + `><w:body>`)
	paragraph(&w, "Title", []Run{{Text: b.Title}})
	paragraph(&w, "Subtitle", []Run{{Text: b.Lede}})
	docxFacts(&w, b.Facts)
	for _, s := range b.Sections {
		paragraph(&w, "Heading1", []Run{{Text: s.Head}})
		for _, x := range s.Blocks {
			switch {
			case x.Table != nil:
				docxTable(&w, x.Table)
			case x.Item:
				paragraph(&w, "ListBullet", x.Runs)
			default:
				paragraph(&w, "Normal", x.Runs)
			}
		}
	}
	if len(b.Refs) > 0 {
		paragraph(&w, "Heading1", []Run{{Text: "References"}})
	}
	for i, r := range b.Refs {
		fmt.Fprintf(&w, `<w:p><w:pPr><w:pStyle w:val="Bibliography"/></w:pPr><w:bookmarkStart w:id="%d" w:name="ref%d"/>`, i, i+1)
		docxRun(&w, Run{Text: r.InFull() + " (" + r.File() + ")"})
		fmt.Fprintf(&w, `<w:bookmarkEnd w:id="%d"/></w:p>`, i)
	}
	w.WriteString(`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1021" w:bottom="1134" w:left="1021" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return w.String()
}

func paragraph(w *strings.Builder, style string, runs []Run) {
	w.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	for i, r := range runs {
		if i > 0 {
			docxRun(w, Run{Text: " "})
		}
		docxRun(w, r)
	}
	w.WriteString(`</w:p>`)
}

func docxRun(w *strings.Builder, r Run) {
	s := r.Text
	if r.Quote {
		s = "“" + s + "”"
	}
	if r.Ref > 0 && s != "" {
		s += " "
	}
	if s != "" {
		bold := ""
		if r.Strong {
			bold = `<w:rPr><w:b/></w:rPr>`
		}
		w.WriteString(`<w:r>` + bold + `<w:t xml:space="preserve">` + docxText(s) + `</w:t></w:r>`)
	}
	if r.Ref > 0 {
		n := strconv.Itoa(r.Ref)
		w.WriteString(`<w:hyperlink w:anchor="ref` + n + `" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>[` + n + `]</w:t></w:r></w:hyperlink>`)
	}
}

// pageWidth is the width of the text in twentieths of a point, factWidth that
// of the names in the card.
const pageWidth, factWidth = 11906 - 2*1021, 1800

const docxTableHead = `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single" w:sz="4" w:color="8A9099"/><w:bottom w:val="single" w:sz="4" w:color="8A9099"/><w:insideH w:val="single" w:sz="2" w:color="B9BFC6"/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`

func docxTable(w *strings.Builder, t *BriefTable) {
	widths := columnWidths(t)
	docxGrid(w, widths)
	w.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, h := range t.Head {
		docxCell(w, widths[i], []Run{{Text: h, Strong: true}})
	}
	w.WriteString(`</w:tr>`)
	for _, row := range t.Rows {
		w.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, c := range row {
			docxCell(w, widths[i], c)
		}
		w.WriteString(`</w:tr>`)
	}
	w.WriteString(`</w:tbl><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>`)
}

func docxGrid(w *strings.Builder, widths []int) {
	w.WriteString(docxTableHead)
	for _, n := range widths {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, n)
	}
	w.WriteString(`</w:tblGrid>`)
}

// columnWidths shares the width of the page among the columns by the longest
// text in each, counted from 8 to 32 characters.
func columnWidths(t *BriefTable) []int {
	widths := make([]int, len(t.Head))
	sum := 0
	for i := range widths {
		n := utf8.RuneCountInString(t.Head[i]) + 3
		for _, row := range t.Rows {
			in := 0
			for _, r := range row[i] {
				if in += utf8.RuneCountInString(r.Text) + 1; r.Ref > 0 {
					in += 5
				}
			}
			n = max(n, in)
		}
		widths[i] = min(max(n, 8), 32)
		sum += widths[i]
	}
	for i := range widths {
		widths[i] = widths[i] * pageWidth / sum
	}
	return widths
}

func docxCell(w *strings.Builder, width int, runs []Run) {
	fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
	paragraph(w, "TableText", runs)
	w.WriteString(`</w:tc>`)
}

// docxFacts is the card at the head: names beside values, without a head row.
func docxFacts(w *strings.Builder, facts []Fact) {
	if len(facts) == 0 {
		return
	}
	docxGrid(w, []int{factWidth, pageWidth - factWidth})
	for _, f := range facts {
		w.WriteString(`<w:tr>`)
		docxCell(w, factWidth, []Run{{Text: f.Name, Strong: true}})
		docxCell(w, pageWidth-factWidth, []Run{{Text: f.Value}})
		w.WriteString(`</w:tr>`)
	}
	w.WriteString(`</w:tbl>`)
}
