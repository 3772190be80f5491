package corpus

import (
	"strings"
	"testing"
	"time"
)

const prose = "The men came home in autumn and found that their fields had been sown by others while they were away."

func TestHTML(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"paragraphs":   {"<p>One.<p>Two\n  goes\ton.", "One.\n\nTwo goes on."},
		"headings":     {"<h1>A</h1><h3>B</h3><p>Text.</p>", "«h1»A\n\n«h3»B\n\nText."},
		"lists":        {"<p>Text.</p><ul><li>a<li>b<ol type=i start=3><li>c</ol></ul><p>End.</p>", "Text.\n\n«l1»- a\n«l1»- b\n«l2»iii. c\n\nEnd."},
		"quote":        {"<p>He said:</p><blockquote>We counted them.</blockquote>", "He said:\n\n«q»We counted them."},
		"breaks":       {"<p>One<br>two<br><br>three</p>", "One\ntwo\n\nthree"},
		"raised":       {"<p>12 km<sup>2</sup> on the 3<sup>rd</sup></p>", "12 km² on the 3rd"},
		"no blanks":    {"<p>a<b>b</b>c d<i> e</i> f</p>", "abc d e f"},
		"hard blanks":  {"<p>12&nbsp;500 men&nbsp;of&shy;ten</p>", "12\u00a0500 men often"},
		"entities":     {"<p>R&amp;D &#8220;x&#8221; &eacute;</p>", "R&D “x” é"},
		"script":       {"<p>a</p><script>var x = '<p>no</p>'</script><style>p{}</style><p hidden>b</p><p style='display: none'>c</p><noscript>d</noscript>", "a"},
		"table":        {"<table><caption>Table 1: Men</caption><tr><th>Year<th>Men<tr><td>2014<td>1,200<tr><td>2015<td></table>", "«c»Table 1: Men\n\n«t»Year\tMen\n2014\t1,200\n2015"},
		"spans":        {"<table><tr><th rowspan=2>Year<th colspan=2>Men<tr><th>old<th>young<tr><td>2014<td>1<td>2<tr><td rowspan=2>2015<td>3<td>4<tr><td>5<td>6</table>", "«t»Year\tMen\tMen\n\told\tyoung\n2014\t1\t2\n2015\t3\t4\n2015\t5\t6"},
		"layout":       {"<table><tr><td><p>" + prose + prose + prose + prose + "</p><td><p>" + prose + prose + prose + "</p></table>", prose + prose + prose + prose + "\n\n" + prose + prose + prose},
		"caption":      {"<figure><img src=x><figcaption>The mill.</figcaption></figure><p>Text.</p>", "«c»The mill.\n\nText."},
		"preformatted": {"<pre>a  b\n c\n\nd</pre>", "a  b\n c\n\nd"},
		"notes":        {`<p>Many came.<sup><a href="#fn1" id="r1">1</a></sup> Few left.<a class="footnote-ref" href="#fn2">2</a></p><ol><li id="fn1">Census. <a href="#r1">↩</a></li><li id="fn2">Ibid.</li></ol>`, "Many came.«r1»¹ Few left.«r2»²\n\n«n1»1. Census.\n«n2»2. Ibid."},
		"wiki notes":   {`<p>Many came.<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p><ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> Census.</li></ol>`, "Many came.«r[1]»[1]\n\n«n1»1. Census."},
		"contents":     {`<ul><li><a href="#s1">1</a> The first section</li></ul><h2 id=s1>The first section</h2><p>Text.</p>`, "«l1»- 1 The first section\n\n«h2»The first section\n\nText."},
		"q":            {"<p><q>go</q></p>", "“go”"},
		"xhtml":        {`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text.</p></body></html>`, "Text."},
		"unclosed":     {"<div><p>One<div>Two<b>", "One\n\nTwo"},
	} {
		t.Run(name, func(t *testing.T) {
			reads(t, "a.html", []byte("<!doctype html>"+c.page), c.want)
		})
	}
}

// What stands around an article comes behind it, menus not at all.
func TestHTMLArticle(t *testing.T) {
	page := `<!doctype html><body><nav><ul><li><a href=/>Home</a><li><a href=/w>World of news</a></ul></nav>
	<header><h1>The harvest of the year</h1></header>
	<div class=cookie-banner><p>We would like to store things on your machine, which you may refuse.</p></div>
	<div class=wrap><div class=main-column><p>` + prose + `</p><div class=share><a href=x>Tweet this</a></div><p>` + prose + `</p><h2>After</h2><p>` + prose + `</p></div>
	<div class=sidebar><p>Subscribe to our weekly letter, in which we print what others do not.</p></div></div>
	<div id=comments><p>Somebody: I do not believe a word of this, and neither should you, reader.</p></div></body>`
	reads(t, "a.html", []byte("<title>The harvest of the year - Post</title>"+page),
		"«h1»The harvest of the year\n\n"+prose+"\n\n"+prose+"\n\n«h2»After\n\n"+prose+
			"\n\n«b»We would like to store things on your machine, which you may refuse.\n\n«b»Subscribe to our weekly letter, in which we print what others do not.\n\n«b»Somebody: I do not believe a word of this, and neither should you, reader.")
}

func TestHTMLCard(t *testing.T) {
	for name, c := range map[string]struct{ head, want string }{
		"open graph":  {`<html lang="en_GB"><meta property="og:title" content="On returns"><meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2017-04-02T10:00:00Z"><meta name="author" content="By Ana Petrova and B. Ode"><link rel=canonical href="https://example.org/a">`, "On returns|Ana Petrova;B. Ode|2017-04-02 header|The Post|en-GB|https://example.org/a"},
		"json-ld":     {`<title>x</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"On returns","datePublished":"2017-04","author":[{"@type":"Person","name":"Ana Petrova"}],"publisher":{"name":"The Post"}}]}</script>`, "On returns|Ana Petrova|2017-04 header|The Post||"},
		"highwire":    {`<meta name="citation_title" content="On returns"><meta name="citation_author" content="Petrova, Ana"><meta name="citation_author" content="Ode, B."><meta name="citation_publication_date" content="2017/4/2">`, "On returns|Ana Petrova;B. Ode|2017-04-02 header|||"},
		"site's name": {`<title>On the returns of this year | The Post</title>`, "On the returns of this year|||||"},
		"saved":       {"<!-- saved from url=(0029)https://example.org/b/c -->\n<title>On returns</title><time datetime='2016-01-05'>5 January</time>", "On returns||2016-01-05 header|||https://example.org/b/c"},
		"bad values":  {`<title>T</title><meta name=author content="https://x.org/me"><meta name=date content="soon"><link rel=canonical href="javascript:x"><script type="application/ld+json">{"@type":</script>`, "T|||||"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read("a.html", "", []byte("<!doctype html>"+c.head+"<body><p>Text.</p>"))
			if err != nil {
				t.Fatal(err)
			}
			m := d.File
			if !strings.Contains(c.head, "lang=") {
				m.Language = "" // as detected
			}
			got := strings.Join([]string{m.Title, strings.Join(m.Authors, ";"), strings.TrimSpace(m.Date + " " + m.DateVia), m.Publisher, m.Language, m.URL}, "|")
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestHTMLEncodings(t *testing.T) {
	for name, c := range map[string]struct{ page, encoding string }{
		"utf-8":        {"<meta charset=iso-8859-1><p>Côte</p>", "utf-8"},
		"declared":     {"<meta charset=iso-8859-2><p>C\xf4te \xb1</p>", "iso-8859-2"},
		"windows-1252": {"<meta http-equiv=content-type content='text/html; charset=windows-1252'><p>C\xf4te</p>", "windows-1252"},
		"byte order":   {"\xEF\xBB\xBF<p>Côte</p>", "utf-8"},
	} {
		d, err := Read("a.html", "", []byte("<!doctype html>"+c.page))
		if strings.HasPrefix(c.page, "\xEF") {
			d, err = Read("a.html", "", []byte(c.page))
		}
		if err != nil || !strings.Contains(d.Text, "Côte") || d.File.Encoding != c.encoding {
			t.Errorf("%s: %v %+v", name, err, d)
		}
	}
}

// Pages that mean harm are read in time that grows with their length.
func TestHTMLHostile(t *testing.T) {
	for name, page := range map[string]string{
		"open tags":   strings.Repeat("<div>", 1_000_000) + "text",
		"open inline": strings.Repeat("<b><i>", 100_000) + "text",
		"anchors":     strings.Repeat(`<a href="#fn1">1</a>`, 50_000) + "text",
		"wide cells":  "<table><tr>" + strings.Repeat("<td colspan=1000 rowspan=1000>x", 20_000) + "</table>text",
		"rows":        "<table>" + strings.Repeat("<tr><td>1<td>2", 100_000) + "</table>text",
		"entities":    strings.Repeat("&lt;", 500_000) + "text",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			d, err := Read("a.html", "", []byte("<!doctype html><body>"+page))
			if err == nil && !strings.Contains(d.Text, "text") {
				t.Error("the text is lost")
			}
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v (%v)", took, err)
			}
		})
	}
}
