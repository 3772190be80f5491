package corpus

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"analyze/internal/corpus/pdf"
	"analyze/internal/doc"
	"analyze/internal/testtable"

	"golang.org/x/net/html"
)

// Questions of one text, with such for which the answer is yes and such, as near to
// them as may be, for which it is no.
var questions = map[string]struct {
	ask     func(string) bool
	yes, no []string
}{
	"fleeting":       {fleeting, []string{".hidden", "~$report.docx", "#report#", "a.tmp", "A.PART"}, []string{"report.docx", "a~b.txt", "#1.txt"}},
	"digits":         {digits, []string{"0", "1234"}, []string{"", "12a", "1.2"}},
	"waiting":        {waiting, []string{"please enable javascript", "loading …", "please wait"}, []string{"the mill is loading", "wait"}},
	"wordsGoOn":      {wordsGoOn, []string{"govern-", "the mill, the sea,", "end of the", "and"}, []string{"the mill.", "Band", "the mill"}},
	"endsSentence":   {endsSentence, []string{"It burned.", "It burned.”", "Did it?¹²", "so:"}, []string{"It burned", "It burned,", ""}},
	"endsHyphen":     {endsHyphen, []string{"govern-", "govern\u00AD"}, []string{"govern–", "govern", ""}},
	"lone":           {func(s string) bool { return lone(strings.Split(s, "|")) }, []string{"|Boats|", "Boats 2014"}, []string{"Boats|2", "|2014|", "||", "12.5%"}},
	"leftmost":       {func(s string) bool { return leftmost(strings.Split(s, "|")) }, []string{"Boats||"}, []string{"|Boats|", " |2"}},
	"plainSheetName": {plainSheetName, []string{"Sheet1", "sheet", ""}, []string{"Boats", "Sheet of boats"}},
	"latinLetters":   {latinLetters, []string{"en", "fr", "tr"}, []string{"ar", "ru", "zh"}},
	"saysItself":     {saysItself, []string{"html", "md"}, []string{"docx", "txt", ""}},
	"manyCells":      {func(s string) bool { return manyCells(s, 1) }, []string{"<td>a<TH>b", "<td><td><td>"}, []string{"<td>a", "<p><tr>", "<td", ""}},
	"isSite":         {func(s string) bool { return isSite(s, []string{"Lund Post", "meridian.com"}) }, []string{"lund post", "Lund-Post", "Meridian"}, []string{"Lund", "", "Post"}},
	"sameTitle":      {func(s string) bool { return sameTitle(s, "The mill by the sea burned down – Lund Post") }, []string{"The mill by the sea", "THE MILL, BY THE SEA BURNED DOWN"}, []string{"The mill", "Sea mill by the", "Lund Post"}},
	"shareWords":     {func(s string) bool { return shareWords(s, "Mill burned down by harbour fire") }, []string{"Burned mills of the harbour", "Harbours"}, []string{"Bread prices", "Fires in the old towns of the harbour and the sea", ""}},
	"partOfPage":     {func(s string) bool { return partOfPage(s, map[string]bool{"mill": true}) }, []string{"mill_files", "mill-Dateien"}, []string{"mill", "sea_files", "mill_file"}},
	"dateInRange":    {func(s string) bool { return inRange(s, 12) }, []string{"1", "12", "07"}, []string{"0", "13"}},
}

func TestQuestions(t *testing.T) {
	for name, q := range questions {
		testtable.Ask(t, name, q.ask, q.yes, q.no)
	}
}

// What is made of one text.
var readings = map[string]struct {
	read func(string) string
	want map[string]string
}{
	"raise":       {raise, map[string]string{"12": "¹²", "1,3": "¹,³", "1–3": "¹–³", "*": "*", "a1": "", "": ""}},
	"plainDigits": {plainDigits, map[string]string{"¹²": "12", "⁰": "0", "a³": "a3", "x": "x"}},
	"oneLine":     {oneLine, map[string]string{" a\n b ": "a b", "": ""}},
	"longDate":    {longDate, map[string]string{"4 May 2015": "2015-05-04", "May 4, 2015": "2015-05-04", "boats": "", "31 February 2015": "", "4 May 1315": ""}},
	"isoDate":     {isoDate, map[string]string{"2015-05-04": "2015-05-04", "2015-5": "2015-05", "2015": "2015", "2015-13": "2015", "2015-05-40": "2015-05", "4 May 2015": "2015-05-04", "1315": "", "boats": ""}},
	"writtenDate": {func(s string) string { return writtenDate(s, "en-GB") }, map[string]string{"published 2015-05-04": "2015-05-04", "4 May 2015": "2015-05-04", "May 4, 2015": "2015-05-04", "4.5.2015": "2015-05-04", "24/5/2015": "2015-05-24", "4/24/2015": "2015-04-24", "4/5/2015": "", "boats": ""}},
	"american":    {func(s string) string { return writtenDate(s, "en-US") + " " + writtenDate(s, "fr") }, map[string]string{"4/5/2015": "2015-04-05 2015-05-04"}},
	"calendarDay": {func(s string) string { return calendarDay("2015", s, "30") }, map[string]string{"2": "", "4": "2015-04-30", "13": ""}},
	"language":    {language, map[string]string{"en_us": "en-US", "FR": "fr", "zh-Hans": "zh", "english": "", "e": "", "en, fr": "en", "": ""}},
	"webAddress":  {webAddress, map[string]string{" https://lund.example/a ": "https://lund.example/a", "ftp://lund.example": "", "lund.example": "", "https://": "", "javascript:x": ""}},
	"siteOf":      {siteOf, map[string]string{"https://www.post.example/a": "post", "https://localhost/a": "", "::": ""}},
	"authors":     {func(s string) string { return strings.Join(splitAuthors(s), "|") }, map[string]string{"By Ana Petrova and B. Ode": "Ana Petrova|B. Ode", "Petrova, Ana": "Ana Petrova", "A. B; C. D": "A. B| C. D", "Ana Petrova, B. Ode, and C. Lu": "Ana Petrova|B. Ode|C. Lu", "Bylund": "Bylund"}},
	"fileAuthors": {func(s string) string { return strings.Join(fileAuthors(s), "|") }, map[string]string{"Ana Petrova": "Ana Petrova", "apetrova": "", "ana petrova": "", "Ana Petrova2": "", "a@b.example Ana": "", "Ana Petrova; user": "Ana Petrova"}},
	"fileTitle":   {fileTitle, map[string]string{"The mill": "The mill", "Microsoft Word - mill.doc": "", "mill.docx": "", "Untitled": "", "Presentation1": "", "Document (2)": "", "the mill.doc of 2014": "the mill.doc of 2014", "": ""}},
	"fields":      {func(s string) string { return fmt.Sprint(plainFields(s)) }, map[string]string{"title: The mill: a tale\ndate: 2015\n": "map[date:2015 title:The mill: a tale]", "the title: x\n- a: b": "map[]", "title:\n": "map[]"}},
	"front": {func(s string) string {
		_, body, end := frontMatter(s)
		return fmt.Sprintf("%q %q", body, s[end:])
	}, map[string]string{"---\na: b\n---\nText": `"a: b\n" "Text"`, "---\na: b\n...\nText": `"a: b\n" "Text"`, "Text\n---\n": `"" "Text\n---\n"`, "---\na: b\n": `"" "---\na: b\n"`, "----\na: b\n---\n": `"" "----\na: b\n---\n"`}},
	"quoted":     {func(s string) string { return string(decodeQuoted([]byte(s))) }, map[string]string{"a=3Db": "a=b", "a=\nb": "ab", "a=\r\nb": "ab", "a=ZZ =3D": "a=ZZ =", "=C3=A9": "é"}},
	"base64":     {func(s string) string { return string(decodeBase64([]byte(s))) }, map[string]string{"TWlsbA==": "Mill", "TWls\r\nbA": "Mill", "TWlsb": "Mil", "": ""}},
	"words":      {decodeWords, map[string]string{"=?utf-8?q?M=C3=BChle?=": "Mühle", "Mill": "Mill", "a\xffb": "a\uFFFDb"}},
	"addresses":  {func(s string) string { return strings.Join(addresses(s), "|") }, map[string]string{"Ann Holt <a@b.example>, c@d.example": "Ann Holt|c@d.example", "": "", "no address": "no address"}},
	"mediaType":  {func(s string) string { k, p := mediaType(s); return k + " " + p["charset"] }, map[string]string{"": "text/plain ", "text/html; charset=utf-8": "text/html utf-8", "Text/HTML; charset=\"latin1": "text/html latin1", "boats": "text/plain "}},
	"roman":      {func(s string) string { return roman(len(s)) }, map[string]string{"a": "I", "aaaa": "IV", "aaaaaaaaa": "IX", "": ""}},
	"ordinal":    {func(s string) string { return ordinal(3, s) + ordinal(27, s) }, map[string]string{"a": "c27", "A": "C27", "i": "iiixxvii", "I": "IIIXXVII", "1": "327"}},
	"docxStyle":  {func(s string) string { return wordOrdinal(4, s) }, map[string]string{"lowerLetter": "d", "upperRoman": "IV", "decimal": "4"}},
	"headKey":    {headKey, map[string]string{"The Mill  12": "the mill #", "p. 3–14": "p. #–#"}},
	"noteLabel":  {noteLabel, map[string]string{"12 Holt, The Mill": "12", "¹ Holt": "1", "[3] Holt": "3", "Holt": ""}},
	"cleanSigns": {cleanSigns, map[string]string{"ﬁsh": "fish", "a\xff": "a\uFFFD"}},
	"xhtml":      {xhtml, map[string]string{`<a id="p7"/>x`: `<a id="p7"></a>x`, `<br/>x`: `<br/>x`, `x`: `x`, `<p/><img src="a"/>`: `<p></p><img src="a"/>`}},
	"tagName":    {func(s string) string { return tagName([]byte(s)) }, map[string]string{"<TD class=a>": "td", "</table>": "/table", "<figcaption>": "", "td": "", "<": ""}},
	"savedFrom":  {savedFrom, map[string]string{"<!-- saved from url=(0022)https://lund.example/a -->": "https://lund.example/a", "<p>saved": ""}},
	"csv": {func(s string) string { rows, _ := values(s, ','); return fmt.Sprintf("%q", rows) },
		map[string]string{"a,\"b,c\"\n\nd": `[["a" "b,c"] [""] ["d"]]`, "a,\"b\n": `[["a" "\"b"]]`, "a,b\r\n": `[["a" "b"]]`}},
	"delimiter": {func(s string) string { return string(delimiter(s)) }, map[string]string{"a;b\nc;d\n": ";", "a\tb\nc\td\n": "\t", "a,b\nc,d\n": ",", "\"a;b\",c\n\"d;e\",f\n": ",", "a": ",", "a|b\nc|d": "|"}},
	"prefix": {func(s string) string {
		return prefix(part{kind: doc.MarkNote, label: "3"}, s) + "/" + prefix(part{kind: doc.MarkListItem, label: "b)"}, s)
	},
		map[string]string{"Holt": "3. /b) ", "3 Holt": "/b) ", "[3] Holt": "/b) ", "³ Holt": "/b) "}},
	"window":      {func(s string) string { return window(s, 1) }, map[string]string{"éab": "ab", "abc": "bc"}},
	"wordLen":     {func(s string) string { return s[:wordLen(s)] }, map[string]string{"mill sea": "mill", "é’a": "é", "3": ""}},
	"withoutSite": {func(s string) string { return withoutSite(s, []string{"Lund Post"}) }, map[string]string{"The mill burned | Lund Post": "The mill burned", "Lund Post - The mill burned": "The mill burned", "The mill – burned": "The mill – burned"}},
	"unbroken":    {func(s string) string { a, b, _ := strings.Cut(s, "|"); return fmt.Sprint(unbroken(a, b)) }, map[string]string{"in 2013–|2015": "true", "mill –|sea": "false", "see https://lund.example/a|b/c.html": "true", "see https://lund.example/a.|b/c": "false", "see https://lund.example/a|The": "false"}},
	"trimBreak":   {func(s string) string { return s[:trimBreak([]byte(s), 0, len(s))] }, map[string]string{"a\r\n": "a", "a\n\n": "a\n", "a": "a"}},
}

func TestReadings(t *testing.T) {
	for name, r := range readings {
		testtable.Read(t, name, r.read, r.want)
	}
}

// Places behind what is cut out move up; those inside come to lie at the cut.
func TestMover(t *testing.T) {
	cuts := []doc.Span{{Start: 2, End: 5}, {Start: 8, End: 10}}
	move := mover(cuts)
	for _, c := range [][2]doc.Span{
		{{Start: 0, End: 2}, {Start: 0, End: 2}}, {{Start: 3, End: 6}, {Start: 2, End: 3}}, {{Start: 5, End: 8}, {Start: 2, End: 5}}, {{Start: 9, End: 12}, {Start: 5, End: 7}},
		{{Start: 0, End: 12}, {Start: 0, End: 7}}, // back to the beginning
	} {
		if got := move(c[0]); got != c[1] {
			t.Errorf("%v: %v, want %v", c[0], got, c[1])
		}
	}
}

// Rows and columns in which nothing stands are left out, and rows are equally long.
func TestTrimTable(t *testing.T) {
	got := trimTable([][]string{{"", "Ward", "", "Boats"}, {"", "", "", ""}, {"", " Lund\n(old) ", "", ""}, {"", "Malmö", "", "3", ""}})
	if s := fmt.Sprintf("%q", got); s != `[["Ward" "Boats"] ["Lund (old)" ""] ["Malmö" "3"]]` {
		t.Error(s)
	}
	if filled([]string{"a", " ", "", "b"}) != 2 {
		t.Error("blanks fill a cell")
	}
}

// Parts of a mail lie between the lines of its boundary; what comes before the first
// and behind the last is none.
func TestSplitParts(t *testing.T) {
	body := "preamble\r\n--x\r\none\r\n--x  \r\ntwo\r\n\r\n--xy\r\n--x--\r\nend"
	var got []string
	for _, p := range splitParts([]byte(body), "x") {
		got = append(got, body[p[0]:p[1]])
	}
	if s := fmt.Sprintf("%q", got); s != `["one" "two\r\n\r\n--xy"]` {
		t.Error(s)
	}
	if got := splitParts([]byte("--x\na"), "x"); len(got) != 1 {
		t.Error("a part that is not closed is lost")
	}
}

// Rulings: pieces of one line are joined, lines meet, and places close by are one.
func TestRules(t *testing.T) {
	joined := joinRules([]pdf.Rule{{X0: 50, X1: 90, Y0: 10}, {X0: 0, X1: 50, Y0: 10.5}, {X0: 0, X1: 3, Y0: 40}, {X0: 0, X1: 90, Y0: 20}})
	if len(joined) != 2 || joined[0].X1 != 90 || joined[1].X0 != 0 || joined[1].X1 != 90 {
		t.Errorf("%+v", joined)
	}
	if got := fmt.Sprint(places([]float64{30, 10, 10.5, 31})); got != "[10 30]" {
		t.Error(got)
	}
	h, v := pdf.Rule{X0: 0, X1: 100, Y0: 50, Y1: 50}, pdf.Rule{X0: 60, X1: 60, Y0: 0, Y1: 50}
	far := pdf.Rule{X0: 160, X1: 160, Y0: 0, Y1: 50}
	if !crossing(h, v) || crossing(h, far) {
		t.Error("lines meet where they do not")
	}
	list := []pdf.Rule{v}
	if flip(list); list[0].X1 != 50 || list[0].Y0 != 60 {
		t.Errorf("%+v", list[0])
	}
	strips := [][2]float64{{20, 30}, {60, 70}}
	for x, want := range map[float64]int{10: 0, 26: 1, 40: 1, 66: 2} {
		if got := columnAt(strips, x); got != want {
			t.Errorf("%v lies in column %d, want %d", x, got, want)
		}
	}
	for k, want := range []float64{10, 45, 85} {
		if got := columnMiddle(k, strips, pdf.Rule{X0: 0, X1: 100}); got != want {
			t.Errorf("column %d has its middle at %v, want %v", k, got, want)
		}
	}
	if !sameColumns(strips, [][2]float64{{22, 31}, {58, 66}}) || sameColumns(strips, strips[:1]) || sameColumns(strips, [][2]float64{{40, 50}, {60, 70}}) {
		t.Error("columns at the same places are not told from others")
	}
}

// The pitch of lines is the one that comes most often, with those beside it.
func TestUsualPitch(t *testing.T) {
	for _, c := range []struct {
		count map[int]int
		want  float64
	}{{map[int]int{24: 5, 40: 3}, 1.225}, {map[int]int{30: 4, 31: 4, 50: 5}, 1.525}, {nil, 1.225}} {
		if got := usualPitch(c.count); got != c.want {
			t.Errorf("%v: %v, want %v", c.count, got, c.want)
		}
	}
}

// Text in old encodings comes out as it was written, with a way back to its bytes.
func TestDecodeWith(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"windows-1252": {"M\xfchle \x96 \x80", "Mühle – €"},
		"shift_jis":    {"a\x93\xfa\x96\x7b", "a日本"},
		"utf-16le":     {"M\x00\xfc\x00", "Mü"},
		"macintosh":    {"M\x9fhle", "Mühle"},
	} {
		e, known := encodingOf(strings.ToUpper(name))
		if e == nil || known != name {
			t.Errorf("%s is known as %q", name, known)
			continue
		}
		got, m := decodeWith([]byte(c.data), e)
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if last := m.Source(len(got)); last != len(c.data) {
			t.Errorf("%s ends at byte %d, want %d", name, last, len(c.data))
		}
	}
	if e, _ := encodingOf("boats"); e != nil {
		t.Error("boats are an encoding")
	}
	if e, name := escaped([]byte("a\x1b$B")); e == nil || name != "iso-2022-jp" {
		t.Error("an escape sequence is not seen")
	}
	if e, _ := escaped([]byte("a\x1b[1m")); e != nil {
		t.Error("a colour of a terminal is an encoding")
	}
}

// The bytes of old office files: numbers beyond the end are nought.
func TestLittleEndian(t *testing.T) {
	b := []byte{1, 2, 3, 4}
	if le16(b, 1) != 0x0302 || le16(b, 3) != 0 || le16(b, -1) != 0 || le32(b, 0) != 0x04030201 || le32(b, 1) != 0 {
		t.Error("numbers are read wrongly")
	}
	if got := utf16Text([]byte{'M', 0, 0xfc, 0, 'x'}); got != "Mü" {
		t.Errorf("%q", got)
	}
	if got := pageText([]byte("M\xfc"), 1252) + pageText([]byte("\xec"), 1251) + pageText([]byte("\xfc"), 99); got != "Mümü"[:3]+"мü" {
		t.Errorf("%q", got)
	}
	if n := number("7", 1, 6) + number("x", 1, 6) + number("-3", 1, 6); n != 8 {
		t.Error(n)
	}
}

// A table has short cells or figures in most of its rows, prose has not.
func TestIsTable(t *testing.T) {
	cells := func(s string) (table [][]string) {
		for _, l := range strings.Split(s, "\n") {
			table = append(table, strings.Split(l, "|"))
		}
		return table
	}
	for s, want := range map[string]bool{
		"Ward|Boats|Nets\nLund|3|40\nMalmö|12|7\nYstad|–|3": true,
		"The mill by the sea burned down in a night of May|and nobody was there to see it happen at all\nThe boats came in the morning from the north|with bread for those who had been left there": false,
		"Ward|Boats": false,
		"a|\nb|\nc|": false,
	} {
		if got := isTable(cells(s)); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// The head of a mail has the fields that readers want, in order and on one line each.
func TestMailHead(t *testing.T) {
	header, at := readMimeHeader([]byte("Subject: =?utf-8?q?M=C3=BChle?=\r\nX-Mailer: x\r\nTo: a@b.example,\r\n c@d.example\r\nTo: twice\r\n\r\nbody"))
	if want := "To: a@b.example, c@d.example\nSubject: Mühle\n\n"; mailHead(header) != want {
		t.Errorf("%q, want %q", mailHead(header), want)
	}
	if rest := "Subject: =?utf-8?q?M=C3=BChle?=\r\nX-Mailer: x\r\nTo: a@b.example,\r\n c@d.example\r\nTo: twice\r\n\r\nbody"[at:]; rest != "body" {
		t.Errorf("the body is %q", rest)
	}
}

// A page that is nested too deep for a tree keeps its text.
func TestFlatHTML(t *testing.T) {
	var b bytes.Buffer
	var text func(n *html.Node)
	text = func(n *html.Node) {
		if n.Data != "body" && n.FirstChild == nil {
			b.WriteString(n.Data + "|")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			text(c)
		}
	}
	text(flatHTML("<div>The <b>mill</b><script>x()</script><p>burned"))
	if got := b.String(); !strings.Contains(got, "The") || !strings.Contains(got, "mill") || !strings.Contains(got, "burned") || strings.Contains(got, "x()") {
		t.Error(got)
	}
}
