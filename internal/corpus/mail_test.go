package corpus

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
)

const testMail = `Received: from x
From: =?utf-8?q?Ana_Petr=C3=B3va?= <ana@example.org>, bo@example.org
To: "Haddad, Tomas" <t@example.org>
Date: Mon, 02 May 2016 23:30:00 -0500
Subject: =?iso-8859-1?q?Clinics_in_C=F4te_d'Ivoire?=
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

This is for old programs.
--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Dear all,

C=F4te d'Ivoire counts 300 clin=
ics.

On Mon, May 1, 2016 at 10:00, Bo Ode wrote:
> Ghana counts 40.
> Really.
I doubt it.

--=20
Ana
--inner
Content-Type: text/html

<p>Not this one.</p>
--inner--
--outer
Content-Type: application/octet-stream; name="note.txt"
Content-Disposition: attachment; filename="note.txt"
Content-Transfer-Encoding: base64

VGhlIG5v
dGUu
--outer
Content-Type: image/png
Content-ID: <logo>
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--outer
Content-Type: message/rfc822

From: c@example.org
To: d@example.org
Message-ID: <2@example.org>
Subject: Forwarded

Inner text.
--outer--
`

// marked shows quotations as « » and boilerplate as ‹ › in the text of d.
func markedMail(d *doc.Document) string {
	var b strings.Builder
	at := 0
	for _, m := range d.Marks {
		signs := map[doc.MarkKind][2]string{doc.MarkQuote: {"«", "»"}, doc.MarkBoilerplate: {"‹", "›"}, doc.MarkMeta: {"⟦", "⟧"}}[m.Kind]
		b.WriteString(d.Text[at:m.Start] + signs[0] + d.Text[m.Start:m.End] + signs[1])
		at = m.End
	}
	return b.String() + d.Text[at:]
}

func TestMail(t *testing.T) {
	for _, ends := range []string{"\n", "\r\n"} {
		d, err := Read("a.eml", "", []byte(strings.ReplaceAll(testMail, "\n", ends)))
		if err != nil {
			t.Fatal(err)
		}
		m := d.File
		if m.Title != "Clinics in Côte d'Ivoire" || fmt.Sprint(m.Authors) != "[Ana Petróva bo@example.org]" || m.Date != "2016-05-02" || m.DateVia != "header" || m.Format != "eml" {
			t.Errorf("card %+v", m)
		}
		const want = `⟦From: Ana Petróva <ana@example.org>, bo@example.org
To: "Haddad, Tomas" <t@example.org>
Date: Mon, 02 May 2016 23:30:00 -0500
Subject: Clinics in Côte d'Ivoire

⟧Dear all,

Côte d'Ivoire counts 300 clinics.

«On Mon, May 1, 2016 at 10:00, Bo Ode wrote:
> Ghana counts 40.
> Really.
»I doubt it.

‹-- 
Ana›`
		if got := markedMail(d); strings.TrimRight(got, "\n") != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func TestMailMembers(t *testing.T) {
	got, fault := unpackAll(t, "a.eml", []byte(testMail))
	want := "[a.eml/note.txt=The note. a.eml/part 5.eml=From: c@example.org\n]"
	if fmt.Sprint(got) != want || fault != nil {
		t.Errorf("got %q, %v, want %q", got, fault, want)
	}
	box := "From a@b Mon May  2 10:00:00 2016\n" + testMail + "\nFrom here on, a line of the mail?\n\n>From the start.\n\nFrom c@d Mon May  2 10:00:00 2016\nTo: x\nFrom: y\nMessage-ID: <3>\n\nlast\n"
	got, _ = unpackAll(t, "in.mbox", []byte(box))
	var ids []string
	for _, g := range got {
		id, _, _ := strings.Cut(g, "=")
		ids = append(ids, id)
	}
	if s := fmt.Sprint(ids); s != "[in.mbox/00001.eml in.mbox/00001.eml/note.txt in.mbox/00001.eml/part 5.eml in.mbox/00002.eml in.mbox/00003.eml]" {
		t.Errorf("mailbox: %s", s)
	}
}

// Mails as programs spoil them.
func TestSpoiledMail(t *testing.T) {
	head := "From: a@example.org\nTo: b@example.org\nMessage-ID: <1>\n"
	for name, c := range map[string]struct{ mail, want string }{
		"no end of parts":     {head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThe text.", "The text."},
		"no boundary":         {head + "Content-Type: multipart/mixed\n\nThe text.", "The text."},
		"not a type":          {head + "Content-Type: text\n\nThe text.", "The text."},
		"line in header":      {head + "not a field\n\nThe text.", "not a field\n\nThe text."},
		"charset not known":   {head + "Content-Type: text/plain; charset=x-none\n\nCôte", "Côte"},
		"charset is wrong":    {head + "Content-Type: text/plain; charset=iso-8859-1\n\nCôte", "Côte"},
		"charset is right":    {head + "Content-Type: text/plain; charset=windows-1251\n\n\xcc\xee\xf1\xea\xe2\xe0", "Москва"},
		"quoted badly":        {head + "Content-Transfer-Encoding: quoted-printable\n\n=4G is =34=", "=4G is 4"},
		"base64 badly":        {head + "Content-Transfer-Encoding: base64\n\nVGhl\n!!IHRleHQu=\ntail", "The text."},
		"a page only":         {head + "Content-Type: text/html; charset=iso-8859-1\n\n<p>C\xf4te counts.</p>", "Côte counts."},
		"ISO-2022-JP":         {head + "Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B$3$s\x1b(B", "こん"},
		"original message":    {head + "\nNo.\n\n-----Original Message-----\nFrom: x\n\nOld.", "No.\n\n-----Original Message-----\nFrom: x\n\nOld."},
		"encoded many times":  {head + "Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n--b\n\nThe text.\n--b--", "The text."},
		"words in the header": {strings.Replace(head, "a@", "=?utf-8?q?=ff=fe?= <a@", 1) + "\nThe text.", "The text."},
	} {
		d, err := Read("a.eml", "", []byte(c.mail))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		_, body, _ := strings.Cut(d.Text, "\n\n")
		if strings.TrimSpace(body) != c.want {
			t.Errorf("%s: got %q, want %q", name, body, c.want)
		}
	}
	for name, c := range map[string]struct{ mail, want string }{
		"nothing":   {head + "\n", "no text"},
		"encrypted": {head + "Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--", "encrypted"},
		"secret":    {head + "Content-Type: application/pkcs7-mime\n\nMIIB", "encrypted"},
	} {
		if _, err := Read("a.eml", "", []byte(c.mail)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

func FuzzMail(f *testing.F) {
	f.Add([]byte(testMail))
	f.Add([]byte("From: x\nMIME-Version: 1.0\nContent-Type: multipart/x; boundary=\"\"\n\n--\n--\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &doc.Document{}
		if err := readMail(data, d); err != nil {
			return
		}
		checkDocument(t, d, len(data))
	})
}
