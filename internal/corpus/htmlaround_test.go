package corpus

import (
	"strings"
	"testing"

	"golang.org/x/net/html/atom"
)

// Of an article, three paragraphs with a piece between the second and the third,
// what of the piece stays and what is set apart.
func TestHTMLAround(t *testing.T) {
	const first = "The river rose by two metres in the night and took the lower bridge with it, the council said on Monday. " +
		"It had been built in the year of the great drought, when nobody thought of high water, and was to be raised next summer."
	const last = "Engineers expect that the repair will last until the spring and cost as much as the bridge once did."
	for name, c := range map[string]struct{ piece, stays, apart string }{
		"prose":             {"<p>Nobody was hurt.</p>", "Nobody was hurt.", ""},
		"link line":         {"<p><a href=/b>Flood of the year before took forty houses</a></p>", "", ""},
		"link in a line":    {"<p>It was <a href=/b>the second flood</a> within a year.</p>", "It was the second flood within a year.", ""},
		"announced links":   {"<p><strong>From our pages</strong></p><ul><li><a href=/a>How a dam is built by hand</a><li><a href=/b>What a flood leaves behind</a></ul>", "", ""},
		"announced list":    {"<p><strong>What is needed</strong></p><ul><li>planks of oak<li>stone</ul>", "What is needed\n\n«l1»- planks of oak\n«l1»- stone", ""},
		"byline":            {"<div class=article-byline>By Ada Brook, for the weekly edition</div>", "", "By Ada Brook, for the weekly edition"},
		"time":              {"<div>It was last seen to stand on the morning of <time>4 May 2021</time></div>", "It was last seen to stand on the morning of 4 May 2021", ""},
		"time alone":        {"<div><time>Wednesday the 4th of May 2021, 10:30</time></div>", "", "Wednesday the 4th of May 2021, 10:30"},
		"minutes":           {"<div><time>15 to 30 minutes</time></div>", "15 to 30 minutes", ""},
		"tags":              {"<ul class=article-tags><li>Weather and all else<li>Bridges of the county</ul>", "", "Weather and all else"},
		"subjects of blogs": {"<div class='post tag-newsletter category-share'><p>The lower town was dry by noon.</p></div>", "The lower town was dry by noon.", ""},
		"hook of a script":  {"<div class='js-share-quote'><p>The lower town was dry by noon.</p></div>", "The lower town was dry by noon.", ""},
		"notice":            {"<p>Read also: what the dams hold back</p>", "", "Read also: what the dams hold back"},
		"notice at length":  {"<p>Read more than one page of the council's report and you see how often it was warned: in the spring, in the summer, in the autumn, and by its own engineers again in winter.</p>", "Read more than one page of the council's report and you see how often it was warned: in the spring, in the summer, in the autumn, and by its own engineers again in winter.", ""},
		"teasers":           {"<div class=x><div><h3><a href=/1>One more flood to come</a></h3><p>Forecasters see more rain on its way over the hills.</p></div><div><h3><a href=/2>Two more bridges fall</a></h3><p>Nobody knows why, though many have a guess of their own.</p></div></div>", "", "One more flood to come"},
		"section":           {"<h2>What comes next</h2><p>The council meets on Friday.</p>", "«h2»What comes next\n\nThe council meets on Friday.", ""},
		"empty section":     {"<h3>Out of our archive</h3><div class=related><p>Floods of the last hundred years, told by those who saw them.</p></div><h3>The cost</h3>", "«h3»The cost", "Floods of the last hundred years"},
		"caption":           {"<figure><img src=x><figcaption><p>The bridge before the flood.</p></figcaption></figure>", "«c»The bridge before the flood.", ""},
		"caption by name":   {"<div class=wp-caption-text>The bridge before the flood.</div>", "«c»The bridge before the flood.", ""},
		"heading of a note": {"<h2 class=author-note>How we counted</h2><p>By hand.</p>", "«h2»How we counted\n\nBy hand.", ""},
		"what it has not":   {"<section class='part--no-sidebar has-ads'><p>The lower town was dry by noon.</p></section>", "The lower town was dry by noon.", ""},
		"what it is":        {"<section class='sidebar part--wide'><p>The lower town was dry by noon.</p></section>", "", "The lower town was dry by noon."},
		"votes in a line":   {"<div>The lower town was dry by noon. <span class=post-ratings>4 of 5 stars</span></div>", "The lower town was dry by noon.", ""},
		"linked heading":    {"<h3><a href=/c>What else the county did in the week of the flood</a></h3><p>By hand.</p>", "By hand.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			page := "<!doctype html><title>The river</title><body><h1>The river</h1><article><p>" + first + "</p><p>" + first + "</p>" + c.piece + "<p>" + last + "</p><p>" + last + "</p></article>"
			d, err := Read("a.html", "", []byte(page))
			if err != nil {
				t.Fatal(err)
			}
			got := strings.TrimSpace(rendered(d))
			main, apart, _ := strings.Cut(got, last+"\n\n"+last)
			_, stays, _ := strings.Cut(main, first+"\n\n"+first)
			if stays = strings.TrimSpace(stays); stays != c.stays {
				t.Errorf("stays %q, want %q", stays, c.stays)
			}
			if apart = strings.TrimSpace(apart); !strings.Contains(apart, c.apart) || c.apart == "" && apart != "" && c.stays != "" {
				t.Errorf("set apart %q, want %q", apart, c.apart)
			}
		})
	}
}

// What opens an article stands under the title of the page, often outside of the
// element that holds the rest.
func TestHTMLLeads(t *testing.T) {
	const lead = "Two metres of water took the lower bridge, and nobody had counted on it."
	for name, c := range map[string]struct {
		before, in string
		want       bool
	}{
		"in the head":        {"<header><h1>The river</h1><p class=intro>" + lead + "</p></header>", "", true},
		"called a teaser":    {"<header><h1>The river</h1><div class='x-article-teaser'><p>" + lead + "</p></div></header>", "", true},
		"first of the text":  {"<h1>The river</h1>", "<div class=teaser-text><p>" + lead + "</p></div>", true},
		"a heading":          {"<div><h1>The river</h1><h2 class=subheadline>" + lead + "</h2></div>", "", true},
		"says nothing":       {"<header><h1>The river</h1><p class=box>" + lead + "</p></header>", "", false},
		"a link":             {"<header><h1>The river</h1><p class=intro><a href=/x>" + lead + "</a></p></header>", "", false},
		"far from the title": {"<div><div><div><div><div><div><p class=intro>" + lead + "</p></div></div></div></div></div></div><h1>The river</h1>", "", false},
		"in a menu":          {"<div><h1>The river</h1><nav><p class=intro>" + lead + "</p></nav></div>", "", false},
		"behind a paragraph": {"<h1>The river</h1>", "<p>" + prose + "</p><div class=teaser>" + lead + "</div>", false},
	} {
		page := "<!doctype html><title>The river</title><body>" + c.before + "<article>" + c.in + strings.Repeat("<p>"+prose+" "+prose+"</p>", 4) + "</article><div class=teaser>Another town.</div>"
		d, err := Read("a.html", "", []byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(mainText(d), lead); got != c.want {
			t.Errorf("%s: read as text: %v, in %s", name, got, rendered(d))
		}
		if got := mainText(d); c.want && strings.Index(got, lead) > strings.Index(got, prose) {
			t.Errorf("%s: it does not come first in %s", name, got)
		}
	}
}

// A page of teasers alone keeps them: it has no other text.
func TestHTMLListing(t *testing.T) {
	var b strings.Builder
	for _, s := range []string{"Rain", "Snow", "Wind"} {
		b.WriteString("<div class=item><h2><a href=/x>" + s + " in the valley today</a></h2><p>" + prose + "</p></div>")
	}
	d, err := Read("a.html", "", []byte("<!doctype html><title>Weather</title><body><main>"+b.String()+"</main>"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Rain in the valley", "Snow in the valley", "Wind in the valley", prose} {
		if !strings.Contains(mainText(d), want) {
			t.Errorf("%q is no text of %s", want, rendered(d))
		}
	}
}

func TestHTMLTitle(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"heading":           {"<title>Grain prices rise: all on the harvest</title><h1>Grain prices rise after the harvest</h1>", "Grain prices rise after the harvest"},
		"heading elsewhere": {"<title>Grain prices rise after the harvest</title><h1>Our weekly letter on farms</h1>", "Grain prices rise after the harvest"},
		"site as heading":   {"<title>Grain prices rise | Farm Post</title><meta property=og:site_name content='Farm Post'><h1>Farm Post</h1><h2>Grain prices rise</h2>", "Grain prices rise"},
		"site before":       {"<title>Farm Post - Grain prices rise</title><meta property=og:site_name content='Farm Post'>", "Grain prices rise"},
		"site by address":   {"<title>Grain prices rise - Farmpost</title><link rel=canonical href=https://www.farmpost.example/a>", "Grain prices rise"},
		"two sites":         {"<title>Grain prices rise this year | Prices | Farm Post</title>", "Grain prices rise this year"},
		"dash in it":        {"<title>Grain - the price of a bad year</title>", "Grain - the price of a bad year"},
		"case of it":        {"<title>GRAIN PRICES RISE</title><h1>Grain prices rise</h1>", "Grain prices rise"},
		"hidden":            {"<title>Grain prices rise</title><h1 hidden>Grain prices rise and rise</h1>", "Grain prices rise"},
		"only heading":      {"<h1>Grain prices rise again</h1>", "Grain prices rise again"},
		"none":              {"<p>Grain.</p>", ""},
	} {
		d, err := Read("a.html", "", []byte("<!doctype html>"+c.page+"<p>"+prose+"</p>"))
		if err != nil || d.File.Title != c.want {
			t.Errorf("%s: got %q (%v), want %q", name, d.File.Title, err, c.want)
		}
	}
}

func TestHTMLDate(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"field first":     {"<meta property=article:published_time content=2019-05-01><time datetime=2020-01-01>x</time>", "2019-05-01"},
		"changed":         {"<p class=updated><time datetime=2020-01-01>x</time></p><p class=date><time datetime=2019-05-01>x</time></p>", "2019-05-01"},
		"comments":        {"<div class=comment><time datetime=2020-01-01>x</time></div><span class=entry-date>May 1, 2019</span>", "2019-05-01"},
		"item":            {"<time datetime=2020-01-01>x</time><span itemprop=datePublished content=2019-05-01T10:00>x</span>", "2019-05-01"},
		"broken script":   {`<script type="application/ld+json">{"@type":"Article", "datePublished": "2019-05-01T08:00",}</script>`, "2019-05-01"},
		"address":         {"<link rel=canonical href=https://post.example/2019/05/01/rain>", "2019-05-01"},
		"number, no day":  {"<link rel=canonical href=https://post.example/a-20191399>", ""},
		"German":          {"<div class=meta>Von Ada, 1. Mai 2019</div>", "2019-05-01"},
		"French":          {"<p class=date>Publié le 1er août 2019</p>", "2019-08-01"},
		"Spanish":         {"<p class=fecha>1 de mayo de 2019</p>", "2019-05-01"},
		"short":           {"<p class=date>01.05.19</p>", "2019-05-01"},
		"American":        {"<html lang=en-US><p class=date>5/1/2019</p>", "2019-05-01"},
		"ambiguous":       {"<html lang=en><p class=date>5/1/2019</p>", ""},
		"only one way":    {"<html lang=en><p class=date>25/1/2019</p>", "2019-01-25"},
		"no such day":     {"<p class=date>31.02.2019</p>", ""},
		"of the site":     {"<footer><div><p class=copyright>Since 1 May 2009</p></div></footer>", ""},
		"prose is no one": {"<p>On 1 May 2009 it rained.</p>", ""},
	} {
		d, err := Read("a.html", "", []byte("<!doctype html>"+c.page+"<p>"+prose+"</p>"))
		if err != nil || d.File.Date != c.want {
			t.Errorf("%s: got %q (%v), want %q", name, d.File.Date, err, c.want)
		}
	}
}

func TestMonthNumber(t *testing.T) {
	for name, want := range map[string]string{"March": "3", "März": "3", "maart": "3", "mai": "5", "mayo": "5", "marzec": "3", "juillet": "7", "juin": "6", "marraskuu": "11", "października": "10", "мая": "5", "market-places-of-old": "", "Uhr": ""} {
		if got := monthNumber(name); got != want {
			t.Errorf("%s is month %q, want %q", name, got, want)
		}
	}
}

// Lines that announce others are told by how they end or are set.
func TestAnnounces(t *testing.T) {
	for page, want := range map[string]bool{
		"<p>More:</p>": true, "<p>More …</p>": true, "<p><b>More</b></p>": true,
		"<p>More</p>": false, "<p><b>More?</b></p>": false, "<p><b>More</b> rain</p>": false,
	} {
		if got := announces(firstTag(parseHTML(page), atom.P)); got != want {
			t.Errorf("%s: %v", page, got)
		}
	}
}
