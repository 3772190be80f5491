package corpus

import (
	"strings"
	"testing"
)

func TestCSV(t *testing.T) {
	for name, c := range map[string]struct{ file, data, want string }{
		"commas":       {"a.csv", "Year,Men\n2014,\"1,200\"\n2015,7\n", "«t»Year\tMen\n2014\t1,200\n2015\t7"},
		"semicolons":   {"a.csv", "Year;Men\r\n2014;1,5\r\n2015;7\r\n", "«t»Year\tMen\n2014\t1,5\n2015\t7"},
		"said":         {"a.csv", "sep=|\nYear|Men\n1|2\n", "«t»Year\tMen\n1\t2"},
		"tabs":         {"a.tsv", "Year\tMen\n1\t2\n", "«t»Year\tMen\n1\t2"},
		"quoted lines": {"a.csv", "Who,What\nAna,\"one\n\ntwo \"\"three\"\"\"\n", "«t»Who\tWhat\nAna\tone two \"three\""},
		"title":        {"a.csv", "Men who came home\n\nYear,Men\n2014,3\n\nSource: census\n", "Men who came home\n\n«t»Year\tMen\n2014\t3\n\nSource: census"},
		"two tables":   {"a.csv", "A,B\n1,2\n\nC,D\n3,4\n", "«t»A\tB\n1\t2\n\n«t»C\tD\n3\t4"},
		"bad quotes":   {"a.csv", "A,B\n\"x\" y,2\n3,\"4\n", "«t»A\tB\n\"x\" y\t2\n3\t\"4"},
		"one column":   {"a.csv", "Name\nAna\nBo\n", "Name\n\nAna\n\nBo"},
		"empty cells":  {"a.csv", "A,,B\n1,,\n2,,3\n", "«t»A\tB\n1\t\n2\t3"},
	} {
		t.Run(name, func(t *testing.T) { reads(t, c.file, []byte(c.data), c.want) })
	}
}

func TestRTF(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs": {`One\line two\par\pard Three\tab four\par`, "One\ntwo\n\nThree\tfour"},
		"code page":  {`C\'f4te d\rquote Ivoire \emdash \'80`, "Côte d’Ivoire —€"},
		"unicode":    {`\uc1 M\u252?nchen \u-10179?\u-8704? \uc2\u8364\'80\'80.`, "München 😀 €."},
		"font":       {`{\f1 \'cf\'f0\'e0\'e2\'e4\'e0} caf\'e9`, "Правда café"},
		"heading":    {`\s1 A heading\par\pard Text.\par\pard\outlinelevel2 Third\par`, "«h2»A heading\n\nText.\n\n«h3»Third"},
		"contents":   {`\s2 The return\tab 7\par\pard Text.\par`, "Text.\n\n«b»The return\t7"},
		"table":      {`\trowd\intbl Year\cell Men\cell\row\trowd\intbl 2014\cell 1,200\cell\row\pard After.\par`, "«t»Year\tMen\n2014\t1,200\n\nAfter."},
		"list":       {`{\listtext 1.\tab}\ls1 one\par{\listtext 2.\tab}\ls1 two\par\pard{\pntext\'B7\tab}dot\par`, "«l1»1. one\n«l1»2. two\n«l1»- dot"},
		"note":       {`Many{\super\chftn}{\footnote\pard{\super\chftn} Census.\par} came.\par`, "Many«r1»¹ came.\n\n«n1»1. Census."},
		"raised":     {`5 km{\super 2} wide`, "5 km² wide"},
		"hidden":     {`a{\v hidden}b{\*\unknown x}{\pict 89504e47}c{\deleted d}e`, "abce"},
		"page":       {`One\par\page Two\par`, "One\n\n«p2»Two"},
		"head":       {`{\header Our house\par}Text.\par`, "Text.\n\n«b»Our house"},
		"list table": {`{\list{\listlevel{\leveltext \'02\'00.}{\levelnumbers \'01}}{\listname Bullets;}}Text.`, "Text."},
		"late star":  {`{\loch\f0\*\cs7 The quick fox}{` + "\r\n" + `\*\unknown x} ran`, "The quick fox ran"},
		"escapes":    {`a\{b\}c\\d\~e\_f`, `a{b}c\d e-f`},
		"binary":     {`a\bin5 {}{}}b`, "ab"},
		"fields":     {`{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt here}} it is`, "here it is"},
	} {
		t.Run(name, func(t *testing.T) {
			reads(t, "a.rtf", []byte(`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times CYR;}}{\stylesheet{\s0 Normal;}{\s1\b\fs28 heading 2;}{\s2 toc 1;}}`+c.body+`}`), c.want)
		})
	}
	d := reads(t, "a.rtf", []byte(`{\rtf1{\info{\title The L\'e9tter}{\author Ana Petrova}{\creatim\yr2016\mo3\dy4\hr5}}Text.\par}`), "Text.")
	if m := d.File; m.Title != "The Létter" || strings.Join(m.Authors, ";") != "Ana Petrova" || m.Date != "2016-03-04" || m.DateVia != "file" {
		t.Errorf("card %+v", m)
	}
	for _, s := range []string{`{\rtf1` + strings.Repeat("{", 200_000) + "x", `{\rtf1 x` + strings.Repeat("}", 1000), `{\rtf1\u`, `{\rtf1\'`, `{\rtf1\bin999999999 x`} {
		_, _ = Read("a.rtf", "", []byte(s)) // no panic
	}
}

func TestEPUB(t *testing.T) {
	data := zipped(t, "mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`,
		"OEBPS/book.opf", `<package><metadata xmlns:dc="d"><dc:title>The Book</dc:title><dc:creator>Petrova, Ana</dc:creator><dc:date>2016-03</dc:date><dc:publisher>The Press</dc:publisher><dc:language>en-GB</dc:language></metadata>
			<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="x" href="../../../etc/passwd" media-type="application/xhtml+xml"/></manifest>
			<spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="x"/></spine></package>`,
		"OEBPS/nav.xhtml", `<html><body><nav><ol><li>One</li></ol></nav></body></html>`,
		"OEBPS/text/one.xhtml", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="e"><head><title/></head><body><h1>One</h1><p>Many came.<a epub:type="noteref" href="#n1">1</a> <a id="x"/>Few left.</p><p><span epub:type="pagebreak" title="12"/>Then more.</p><aside id="n1" epub:type="footnote"><p>Census.</p></aside></body></html>`,
		"OEBPS/text/two b.xhtml", `<html><body><div class="footer"><h1>Two</h1></div><p>Text.</p></body></html>`)
	d := reads(t, "a.epub", data, "«h1»One\n\nMany came.«r1»¹ Few left.\n\n«p12»Then more.\n\n«n1»1. Census.\n\n«h1»Two\n\nText.")
	if m := d.File; m.Title != "The Book" || strings.Join(m.Authors, ";") != "Ana Petrova" || m.Date != "2016-03" || m.Publisher != "The Press" || m.Language != "en-GB" {
		t.Errorf("card %+v", m)
	}
	refuses(t, "a.epub", zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", "<x/>", "META-INF/encryption.xml", "<EncryptedData/>"), "copy protection")
	refuses(t, "a.epub", zipped(t, "mimetype", "application/epub+zip"), "damaged")
}

func TestMHTML(t *testing.T) {
	page := "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: =?utf-8?Q?C=C3=B4te?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--b\"; type=\"text/html\"\r\n\r\n" +
		"----b\r\nContent-Type: text/css\r\n\r\np{}\r\n----b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>The C=F4te and a lo=\r\nng line.</p>\r\n----b--\r\n"
	d := reads(t, "a.mhtml", []byte(page), "The Côte and a long line.")
	if d.File.URL != "https://example.org/a" || d.File.Title != "Côte" {
		t.Errorf("card %+v", d.File)
	}
	refuses(t, "a.mhtml", []byte(strings.Replace(page, "text/html; charset", "image/png; charset", 1)), "no text")
}
