package corpus

import (
	"strings"
	"testing"
)

// What each format says of a document comes to its card, with where its date
// was found.
func TestCards(t *testing.T) {
	prose := "The ministry counted the wells of the valley in spring and found that half of them had run dry. "
	body := "<p>" + strings.Repeat(prose, 4) + "</p>"
	page := func(head string) []byte {
		return []byte("<html lang=\"en-GB\"><head>" + head + "</head><body><article><h1>Dry wells</h1>" + body + "</article></body></html>")
	}
	for name, c := range map[string]struct {
		file string
		data []byte
		want string // title|authors|date|via|publisher|language|URL
	}{
		"Open Graph":   {"a.html", page(`<meta property="og:title" content="Dry wells"><meta property="og:site_name" content="The Valley Post"><meta property="article:published_time" content="2019-04-05T10:00:00+02:00"><meta property="og:url" content="https://example.org/wells"><meta name="author" content="Ines Duarte">`), "Dry wells|Ines Duarte|2019-04-05|header|The Valley Post|en-GB|https://example.org/wells"},
		"Dublin Core":  {"a.html", page(`<meta name="DC.title" content="Dry wells"><meta name="DC.creator" content="Ines Duarte"><meta name="DC.date" content="2019-04-05"><meta name="DC.publisher" content="Water Board">`), "Dry wells|Ines Duarte|2019-04-05|header|Water Board|en-GB|"},
		"citation":     {"a.html", page(`<meta name="citation_title" content="Dry wells"><meta name="citation_author" content="Duarte, Ines"><meta name="citation_author" content="Okoro, Ben"><meta name="citation_publication_date" content="2019/04/05">`), "Dry wells|Ines Duarte;Ben Okoro|2019-04-05|header||en-GB|"},
		"JSON-LD":      {"a.html", page(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dry wells","datePublished":"2019-04-05","author":[{"@type":"Person","name":"Ines Duarte"}],"publisher":{"@type":"Organization","name":"The Valley Post"}}</script>`), "Dry wells|Ines Duarte|2019-04-05|header|The Valley Post|en-GB|"},
		"front matter": {"a.md", []byte("---\ntitle: Dry wells\nauthor: Ines Duarte\ndate: 2019-04-05\nlang: en\n---\n\n" + prose), "Dry wells|Ines Duarte|2019-04-05|header||en|"},
		"mail":         {"a.eml", []byte("From: Ines Duarte <ines@example.org>\r\nTo: all@example.org\r\nSubject: Dry wells\r\nDate: Fri, 5 Apr 2019 10:00:00 +0200\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n" + prose), "Dry wells|Ines Duarte|2019-04-05|header||en|"},
		"saved page":   {"a.mht", append([]byte("From: <Saved by Browser>\r\nSnapshot-Content-Location: https://example.org/wells\r\nSubject: Dry wells\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"), append(page(""), "\r\n--b--\r\n"...)...), "Dry wells|||||en-GB|https://example.org/wells"},
		"Rich Text":    {"a.rtf", []byte(`{\rtf1{\info{\title Dry wells}{\author Ines Duarte}{\creatim\yr2019\mo4\dy5}}` + prose + `\par}`), "Dry wells|Ines Duarte|2019-04-05|file||en|"},
		"Word":         {"a.docx", docxOf(t, par("", prose), "docProps/core.xml", `<c><dc:title>Dry wells</dc:title><dc:creator>Ines Duarte</dc:creator><dcterms:created>2019-04-05T01:02:03Z</dcterms:created></c>`), "Dry wells|Ines Duarte|2019-04-05|file||en|"},
		"no names":     {"a.docx", docxOf(t, par("", prose), "docProps/core.xml", `<c><dc:title>Document1.docx</dc:title><dc:creator>user07</dc:creator></c>`), "|||||en|"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(c.file, "", c.data)
			if err != nil {
				t.Fatal(err)
			}
			m := d.File
			if got := strings.Join([]string{m.Title, strings.Join(m.Authors, ";"), m.Date, m.DateVia, m.Publisher, m.Language, m.URL}, "|"); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
