package corpus

import (
	le "encoding/binary"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"analyze/internal/doc"
)

func TestOLE(t *testing.T) {
	const magic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00\x00\x00"
	refuses(t, "a.xlsx", append([]byte(magic), inUTF16("EncryptedPackage")...), "encrypted: open it with its password")
	refuses(t, "a.doc", append([]byte(magic), inUTF16("WordDocument")...), "old file of Word")
	refuses(t, "a.xls", compoundOf(map[string][]byte{"Workbook": make([]byte, 600)}), "old workbook of Excel: open it and save a copy as .xlsx")
	refuses(t, "a.ppt", compoundOf(map[string][]byte{"PowerPoint Document": {1}}), "old presentation of PowerPoint")
	refuses(t, "a.pub", compoundOf(map[string][]byte{"Quill": {1}}), "old file of Word, Excel")
}

// compoundOf writes a compound file with streams at its root.
func compoundOf(streams map[string][]byte) []byte {
	const size = 512
	names := []string{}
	for n := range streams {
		names = append(names, n)
	}
	slices.Sort(names)
	var sectors []byte
	var fat []uint32
	put := func(b []byte) (first uint32) {
		first = uint32(len(fat))
		for n := max(1, (len(b)+size-1)/size); n > 0; n-- {
			fat = append(fat, uint32(len(fat)+1))
		}
		fat[len(fat)-1] = 0xFFFFFFFE
		sectors = append(sectors, b...)
		for len(sectors)%size != 0 || len(sectors) < len(fat)*size {
			sectors = append(sectors, 0)
		}
		return first
	}
	entry := func(name string, kind byte, right, child, start uint32, n int) []byte {
		b := make([]byte, dirEntry)
		for i, u := range utf16.Encode([]rune(name)) {
			le.LittleEndian.PutUint16(b[2*i:], u)
		}
		le.LittleEndian.PutUint16(b[64:], uint16(2*len(name)+2))
		b[66] = kind
		for at, v := range map[int]uint32{68: 0xFFFFFFFF, 72: right, 76: child, 116: start, 120: uint32(n)} {
			le.LittleEndian.PutUint32(b[at:], v)
		}
		return b
	}
	dir := entry("Root Entry", 5, 0xFFFFFFFF, 1, 0xFFFFFFFE, 0)
	for i, n := range names {
		right := uint32(i + 2)
		if i == len(names)-1 {
			right = 0xFFFFFFFF
		}
		dir = append(dir, entry(n, 2, right, 0xFFFFFFFF, put(streams[n]), len(streams[n]))...)
	}
	at := put(dir)
	table := uint32(len(fat))
	for fat = append(fat, 0xFFFFFFFD); len(fat)%(size/4) != 0; {
		fat = append(fat, 0xFFFFFFFF)
	}
	if len(fat) > size/4 {
		panic("more than one table")
	}
	head := make([]byte, size)
	copy(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for at, v := range map[int]uint16{26: 3, 28: 0xFFFE, 30: 9, 32: 6} {
		le.LittleEndian.PutUint16(head[at:], v)
	}
	for at, v := range map[int]uint32{44: 1, 48: at, 56: 0, 60: 0xFFFFFFFE, 68: 0xFFFFFFFE, 76: table} {
		le.LittleEndian.PutUint32(head[at:], v)
	}
	for i := 80; i < size; i += 4 {
		le.LittleEndian.PutUint32(head[i:], 0xFFFFFFFF)
	}
	out := append(head, sectors...)
	for _, n := range fat {
		out = le.LittleEndian.AppendUint32(out, n)
	}
	return out
}

// A paragraph of an old Word file as tests write it.
type wordText struct {
	text  string // with the sign that ends it
	style byte
	props []byte // instructions behind the style
}

var inTable, endsRow, farRow = []byte{0x16, 0x24, 1}, []byte{0x16, 0x24, 1, 0x17, 0x24, 1}, []byte{0x46, 0x66, 2, 0, 0, 0}

// wordOf writes a document of Word 97 with footnotes, the text of which stands
// in UTF-16 from its third kilobyte on.
func wordOf(paras []wordText, notes ...string) []byte {
	const from = 2048
	var units []uint16
	var refs []uint32
	page := make([]byte, fkpPage)
	page[fkpPage-1] = byte(len(paras))
	free := fkpPage - 2
	for i, p := range paras {
		le.LittleEndian.PutUint32(page[4*i:], uint32(from+2*len(units)))
		for _, u := range utf16.Encode([]rune(p.text)) {
			if u == 2 {
				refs = append(refs, uint32(len(units)))
			}
			units = append(units, u)
		}
		le.LittleEndian.PutUint32(page[4*i+4:], uint32(from+2*len(units)))
		b := append([]byte{p.style, 0}, p.props...)
		if len(b)%2 == 0 {
			b = append(b, 0)
		}
		free -= len(b) + 1
		free &^= 1
		copy(page[free:], append([]byte{byte((len(b) + 1) / 2)}, b...))
		page[4*(len(paras)+1)+13*i] = byte(free / 2)
	}
	body := len(units)
	places := []uint32{0}
	for _, n := range notes {
		units = append(units, utf16.Encode([]rune(n))...)
		places = append(places, uint32(len(units)-body))
	}
	main := make([]byte, from)
	copy(main[1024:], page)
	for _, u := range units {
		main = le.LittleEndian.AppendUint16(main, u)
	}
	var table []byte
	field := func(n int, b []byte) {
		le.LittleEndian.PutUint32(main[154+8*n:], uint32(len(table)))
		le.LittleEndian.PutUint32(main[158+8*n:], uint32(len(b)))
		table = append(table, b...)
	}
	words := func(list ...uint32) (b []byte) {
		for _, n := range list {
			b = le.LittleEndian.AppendUint32(b, n)
		}
		return b
	}
	field(2, append(words(append(refs, uint32(body))...), make([]byte, 2*len(refs))...))
	field(3, words(append(places, places[len(places)-1])...))
	field(13, words(from, uint32(from+2*body), 2))
	field(33, append(append([]byte{1, 2, 0, 9, 9, 2, 16, 0, 0, 0}, words(0, uint32(len(units)))...), append([]byte{0, 0}, append(words(from), 0, 0)...)...))
	for at, v := range map[int]uint16{0: 0xA5EC, 2: word97, 10: 0x200} {
		le.LittleEndian.PutUint16(main[at:], v)
	}
	le.LittleEndian.PutUint32(main[76:], uint32(body))
	le.LittleEndian.PutUint32(main[80:], uint32(len(units)-body))
	data := append([]byte{9, 9, byte(len(endsRow)), 0}, endsRow...) // what farRow leads to
	return compoundOf(map[string][]byte{"WordDocument": main, "1Table": table, "Data": data, "\x05SummaryInformation": summaryOf("Wells", "Ada Brook")})
}

// summaryOf writes the properties of a file.
func summaryOf(title, author string) []byte {
	made := le.LittleEndian.AppendUint32(nil, 64)
	made = le.LittleEndian.AppendUint64(made, uint64(time.Date(2004, 5, 3, 9, 0, 0, 0, time.UTC).Unix()+11644473600)*1e7)
	str := func(s string) []byte {
		b := le.LittleEndian.AppendUint32(nil, 30)
		return append(le.LittleEndian.AppendUint32(b, uint32(len(s)+1)), append([]byte(s), 0)...)
	}
	b := make([]byte, 48)
	b[44] = 48
	values := [][]byte{{2, 0, 0, 0, 0xE4, 4, 0, 0}, str(title), str(author), made}
	section := make([]byte, 8+8*len(values))
	section[4] = byte(len(values))
	for i, id := range []byte{1, 2, 4, 12} {
		section[8+8*i] = id
		le.LittleEndian.PutUint32(section[12+8*i:], uint32(len(section)))
		section = append(section, values[i]...)
	}
	return append(b, section...)
}

func TestOldWord(t *testing.T) {
	for name, x := range map[string]struct {
		paras []wordText
		notes []string
		want  string
	}{
		"paragraphs": {[]wordText{{"Wells of the county\r", 1, nil}, {"In May\vthere were 40.\r", 0, nil}, {"More\x1fover, \x1e3.\r", 0, nil}}, nil, "«h1»Wells of the county\n\nIn May\nthere were 40.\n\nMoreover, -3."},
		"fields":     {[]wordText{{"See \x13 HYPERLINK \"http://x\" \x14the list\x15 and \x13 PAGE \x15on.\r", 0, nil}}, nil, "See the list and on."},
		"notes":      {[]wordText{{"Forty\x02 of them, or fifty.\x02\r", 0, nil}}, []string{"\x02 Census.\r", "\x02 The union.\r"}, "Forty«r1»¹ of them, or fifty.«r2»²\n\n«n1»1. Census.\n«n2»2. The union."},
		"table": {[]wordText{
			{"Year\a", 0, inTable}, {"Wells\a", 0, inTable}, {"\a", 0, endsRow},
			{"2014\a", 0, inTable}, {"4\r", 0, inTable}, {"of 9\a", 0, inTable}, {"\a", 0, farRow}, {"So few.\r", 0, nil},
		}, nil, "«t»Year\tWells\n2014\t4 of 9\n\nSo few."},
		"section": {[]wordText{{"One.\f", 0, nil}, {"Two.\r", 3, nil}}, nil, "One.\n\n«h3»Two."},
		"picture": {[]wordText{{"\x01The mill.\r", 0, nil}, {"\x08\r", 0, nil}}, nil, "The mill."},
	} {
		t.Run(name, func(t *testing.T) { reads(t, "a.doc", wordOf(x.paras, x.notes...), x.want) })
	}
	d, err := Read("a.doc", "", wordOf([]wordText{{"Few wells are left.\r", 0, nil}}))
	if err != nil || d.File.Title != "Wells" || strings.Join(d.File.Authors, ",") != "Ada Brook" || d.File.Date != "2004-05-03" || d.File.Format != "doc" {
		t.Errorf("card %+v, %v", d.File, err)
	}
}

// Word 6 keeps its text in one piece of bytes; a password is told of.
func TestOlderWord(t *testing.T) {
	text := "The mill of Zürich counts 12 sacks.\r"
	main := append(make([]byte, 768), "The mill of Z\xfcrich counts 12 sacks.\r"...)
	main[2], main[24], main[25], main[52] = 104, 0, 3, byte(len(text)-1)
	reads(t, "a.doc", compoundOf(map[string][]byte{"WordDocument": main}), strings.TrimSpace(text))
	locked := slices.Clone(main)
	locked[11] = 1
	refuses(t, "a.doc", compoundOf(map[string][]byte{"WordDocument": locked}), "encrypted")
	refuses(t, "a.doc", compoundOf(map[string][]byte{"WordDocument": {0xEC, 0xA5, word97, 0}}), "damaged")
}

func outlookOf(body string, more map[string][]byte) []byte {
	wide := func(s string) (b []byte) {
		for _, u := range utf16.Encode([]rune(s)) {
			b = le.LittleEndian.AppendUint16(b, u)
		}
		return b
	}
	props := make([]byte, 48)
	le.LittleEndian.PutUint32(props[32:], 0x00390040)
	le.LittleEndian.PutUint64(props[40:], uint64(time.Date(2016, 5, 2, 9, 30, 0, 0, time.UTC).Unix()+11644473600)*1e7)
	streams := map[string][]byte{
		"__properties_version1.0": props, "__substg1.0_0037001F": wide("Clinics in Côte d'Ivoire"), "__substg1.0_0C1A001F": wide("Ana Petróva"),
		"__substg1.0_0C1F001F": wide("ana@example.org"), "__substg1.0_0E04001E": []byte("Bo Dahl"), "__substg1.0_1000001F": wide(body),
	}
	for name, b := range more {
		streams[name] = b
	}
	return compoundOf(streams)
}

func TestOutlook(t *testing.T) {
	const head = "From: \"Ana Petróva\" <ana@example.org>\nTo: Bo Dahl\nDate: Mon, 2 May 2016 09:30:00 +0000\nSubject: Clinics in Côte d'Ivoire\n\n"
	d, err := Read("a.msg", "", outlookOf("We counted 12.\r\n\r\n> And in May?\r\n", map[string][]byte{"__attach_version1.0_#00000000": {1}}))
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != head+"We counted 12.\n\n> And in May?\n" {
		t.Errorf("%q", d.Text)
	}
	if m := d.File; m.Title != "Clinics in Côte d'Ivoire" || strings.Join(m.Authors, ",") != "Ana Petróva" || m.Date != "2016-05-02" || m.Format != "msg" {
		t.Errorf("card %+v", m)
	}
	quoted := func(m doc.Mark) bool {
		return m.Kind == doc.MarkQuote && strings.HasPrefix(d.Text[m.Start:m.End], "> And")
	}
	if !slices.ContainsFunc(d.Marks, quoted) || !strings.Contains(d.Unread(), "attached (1)") {
		t.Errorf("marks %v, unread %q", d.Marks, d.Unread())
	}
	page, err := Read("a.msg", "", outlookOf("", map[string][]byte{"__substg1.0_10130102": []byte("<p>We counted <b>12</b>.</p>")}))
	if err != nil || page.Text != head+"We counted 12.\n" {
		t.Errorf("as a page: %+v, %v", page, err)
	}
	refuses(t, "a.msg", outlookOf("", nil), "no text that can be read")
}

// Names within an office are no addresses.
func TestOutlookAddress(t *testing.T) {
	for want, in := range map[string][2]string{
		`"Bo Dahl" <bo@example.org>`:    {"Bo Dahl", "bo@example.org"},
		"bo@example.org":                {"bo@example.org", "bo@example.org"},
		"Bo Dahl":                       {"Bo Dahl", "/O=OFFICE/CN=BO"},
		`"Bo 'B' Dahl" <b@example.org>`: {`Bo "B" Dahl`, "b@example.org"},
	} {
		if got := outlookAddress(in[0], in[1]); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

// What is damaged anywhere ends with an error or a text.
func FuzzOLE(f *testing.F) {
	f.Add(wordOf([]wordText{{"Wells\r", 1, nil}, {"Forty\x02 \x13x\x14y\x15.\r", 0, nil}, {"a\a", 0, inTable}, {"\a", 0, endsRow}}, "\x02 Census.\r"))
	f.Add(outlookOf("We counted 12.", nil))
	f.Add(compoundOf(map[string][]byte{"Workbook": {1}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		var d doc.Document
		if readOLE(b, &d) == nil {
			for _, m := range d.Marks {
				_ = d.Text[m.Start:m.End]
			}
		}
	})
}

// Bytes changed at random end with an error or a text, and soon.
func TestOLEDamaged(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for name, whole := range map[string][]byte{
		"word":    wordOf([]wordText{{"Wells\r", 1, nil}, {"Forty\x02 \x13x\x14y\x15.\r", 0, nil}, {"a\a", 0, inTable}, {"\a", 0, endsRow}}, "\x02 Census.\r"),
		"outlook": outlookOf("We counted 12.", map[string][]byte{"__substg1.0_10130102": []byte("<p>a")}),
	} {
		begin := time.Now()
		for range 3000 {
			b := slices.Clone(whole)
			for range 1 + r.Intn(20) {
				at := r.Intn(len(b))
				if r.Intn(2) == 0 { // most of what is read stands in few places
					at = []int{30, 48, 60, 68, 76, 700, 2550, 2560, 2570, 2580, 2600, 2700}[r.Intn(12)] + r.Intn(20)
				}
				b[at%len(b)] = byte(r.Intn(256))
			}
			b = b[:len(b)-r.Intn(2)*r.Intn(len(b))]
			var d doc.Document
			if readOLE(b, &d) == nil && len(d.Text) > 1<<20 {
				t.Fatalf("%s: a text of %d bytes", name, len(d.Text))
			}
		}
		if took := time.Since(begin); took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}
