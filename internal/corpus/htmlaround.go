package corpus

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// aroundWords are parts of the class or id of what stands around an article.
var aroundWords = set(`nav navbar navigation menu submenu topnav sidebar sidebars social socials promo promos promotion advert ad ads adsense sponsor sponsored banner signup login footer masthead popup modal overlay widget widgets toolbar pager skip toc tocs outline teaser teasers headerlink editsection noprint hatnote navbox catlinks jumpto`)

// sureWords are those that hold though words of an article stand beside them:
// "article-tags" are no article.
var sureWords = set(`related relatedposts relateds similar recommended recommendation recommendations share shares sharing sharedaddy sharebar shareblock newsletter newsletters subscribe subscription tags taglist keywords byline bylines authors bio authorbox breadcrumb breadcrumbs pagination likes rating ratings buybox cta disclosure paywall taboola outbrain trending mostread mostviewed advertisement advertising adv anzeige werbung reklame publicidad publicite pubblicita donation copyright permalink saboxplugin signup teilen inserat`)

// talkWords are those of them that no frame around a text has.
var talkWords = set(`comment comments commentlist commentaires comentarios commenti kommentare disqus respond reply replies cookie cookies consent gdpr`)

// articleWords in a class or id say that the text may stand there after all.
var articleWords = set(`article story content body main post entry text`)

// labelWords are parts of the class or id of short lines that say something of
// an article: when, by whom, filed where.
var labelWords = set(`meta metadata date datetime dateline published publication time timestamp byline author authors credit credits copyright tag tags topic topics keyword keywords category categories ressort print button btn backlink readtime readingtime loading placeholder follow shop source attribution`)

// captionWords are those of lines that stand at a picture.
var captionWords = set(`caption captions figcaption bildunterschrift bildunterschriften bildtext bildtitel legende didascalia subline`)

// leadWords are those of what opens an article: a paragraph under its title that
// says in short what follows.
var leadWords = set(`lead leader lede intro introtext chapo standfirst teaser subheadline subtitle dek abstract vorspann entradilla bajada sommario ingress excerpt`)

// opens reports whether n, which stands outside of the article and before it,
// opens it: it says so and stands by the title of the page.
func (w *pageWriter) opens(n *html.Node) bool {
	if w.passed || w.first == nil || !w.leading(n) {
		return false
	}
	sure := false
	up := n.Parent
	for range 4 {
		if up == nil || negative(up, &sure) {
			return false
		}
		for h := up.FirstChild; h != nil; h = h.NextSibling {
			if h == w.first || h.Type == html.ElementNode && firstTag(h, atom.H1) == w.first {
				return true
			}
		}
		up = up.Parent
	}
	return false
}

// leading reports whether n is a paragraph that by its class opens an article.
func (w *pageWriter) leading(n *html.Node) bool {
	k := w.weights[n]
	return classed(n, leadWords) && k.text >= 50 && k.text < 900 && k.links*5 < k.text && k.led == 0 && (k.heads == 0 || headLevel(n) > 1)
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// negative reports whether n says of itself that it stands around the text;
// sure is set where there is no doubt.
func negative(n *html.Node, sure *bool) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Form, atom.Menu:
		return n.DataAtom != atom.Form || firstTag(n, atom.P) == nil
	case atom.Footer, atom.Aside:
		return !noteLike(n)
	case atom.Body, atom.Html, atom.Article, atom.Main, atom.H1:
		return false
	}
	switch attr(n, "role") {
	case "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu", "alert":
		return true
	}
	around, article := false, false
	eachOwn(n, func(word string) {
		*sure = *sure || talkWords[word]
		around = around || aroundWords[word] || sureWords[word] || talkWords[word]
		article = article || articleWords[word]
	})
	return around && !article || *sure
}

// certain reports whether a word of n's class or id says that n is no article
// though others there may.
func certain(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Body, atom.Html, atom.Article, atom.Main, atom.H1:
		return false
	}
	found := false
	eachOwn(n, func(word string) { found = found || sureWords[word] })
	return found
}

// classed reports whether a word of n's class or id is in words.
func classed(n *html.Node, words map[string]bool) bool {
	found := false
	eachClass(n, func(name string) {
		eachName(name, func(word string) { found = found || words[word] })
	})
	return found
}

// eachOwn calls f with the words of n's class and id that name n itself: neither
// a variant of it, "--no-sidebar", nor what it has or has not, "has-ads".
func eachOwn(n *html.Node, f func(string)) {
	eachClass(n, func(name string) {
		if strings.HasPrefix(name, "has-") || strings.HasPrefix(name, "no-") {
			return
		}
		name, _, _ = strings.Cut(name, "--")
		eachName(name, f)
	})
}

// eachClass calls f with the names in n's class and id. What a blog writes there
// of an article's subjects, "tag-newsletter", and what scripts look for, "js-share",
// says nothing of the element.
func eachClass(n *html.Node, f func(string)) {
	for _, key := range []string{"class", "id"} {
		v := attr(n, key)
		if len(v) > 400 {
			continue
		}
		for _, name := range strings.Fields(v) {
			if !strings.HasPrefix(name, "tag-") && !strings.HasPrefix(name, "category-") && !strings.HasPrefix(name, "js-") {
				f(name)
			}
		}
	}
}

// headLevel returns the level of a heading, 0 for what is none.
func headLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return int(n.Data[1] - '0')
	}
	return 0
}

// count adds to k, the weight of n, what n itself is: a heading, a moment, a
// teaser.
func (w *pageWriter) count(n *html.Node, k *weight) {
	switch {
	case n.DataAtom == atom.Time:
		k.times = k.text
	case headLevel(n) > 0:
		k.heads = 1
		if k.led = 0; k.links*10 > k.text*8 && !w.isTitle(n) {
			k.led = 1
		}
	case k.led == 1 && k.heads == 1 && k.text < 600:
		k.cards = k.text
	}
}

// isTitle reports whether a heading is that of the page.
func (w *pageWriter) isTitle(n *html.Node) bool {
	s := strings.ToLower(textOf(n))
	return s == "" || n == w.first || strings.Contains(w.title, s)
}

// around reports whether n, within the article, is no part of it.
func (w *pageWriter) around(n *html.Node) bool {
	if n == w.main || w.holdsMain(n) {
		return false
	}
	if w.plain {
		return n.DataAtom == atom.Nav
	}
	k := w.weights[n]
	if headLevel(n) > 0 {
		return k.text < 150 && !w.isTitle(n) && (k.led > 0 && !w.listing() || k.text < 60 && notice(n) || w.headsNothing(n))
	}
	if k.text == 0 || !w.begun && w.leading(n) {
		return false
	}
	if k.text < 160 && !w.item && n.DataAtom != atom.Td && (classed(n, labelWords) || k.times*10 > k.text*6 && dated(n) || w.leadsAway(n, k) || k.heads == 0 && blockTags[n.DataAtom] && notice(n)) {
		return true
	}
	if closed[n.DataAtom] && n.DataAtom != atom.Ul && n.DataAtom != atom.Ol && n.DataAtom != atom.Dl {
		return false
	}
	if w.negative(n, k.prose) || certain(n) && k.prose*4 < w.total {
		return true
	}
	if k.cards*10 > k.text*8 && !w.listing() {
		return true
	}
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Div, atom.Section:
		return k.links*10 > k.text*7 && k.links > 40 && k.good == 0 && !w.notesIn(n)
	}
	return false
}

// listing reports whether the page is one of teasers.
func (w *pageWriter) listing() bool {
	k := w.weights[w.main]
	return k.cards*2 > k.text
}

// leadsAway reports whether n is a line that is a link to another page, or one
// that announces such links.
func (w *pageWriter) leadsAway(n *html.Node, k weight) bool {
	if n.DataAtom != atom.P && n.DataAtom != atom.Div || k.heads > 0 {
		return false
	}
	if k.links*10 >= k.text*9 {
		return !w.notesIn(n)
	}
	if k.text > 80 || k.links > 0 || !announces(n) {
		return false
	}
	next := nextElement(n)
	if next == nil {
		return false
	}
	after := w.weights[next]
	return after.links*10 >= after.text*8 && after.links > 0 && after.good == 0 && !w.notesIn(next)
}

// announces reports whether a line ends as one that leads to the next, or is
// set in bold letters as a heading is.
func announces(n *html.Node) bool {
	s := textOf(n)
	for _, end := range []string{":", "...", "…"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	b := firstTag(n, atom.Strong)
	if b == nil {
		b = firstTag(n, atom.B)
	}
	return b != nil && textOf(b) == s && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, ".")
}

// dated reports whether a year or an hour stands in n's text.
func dated(n *html.Node) bool {
	s := textOf(n)
	run := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			if s[i] == ':' && run > 0 {
				return true
			}
			run = 0
		} else if run++; run == 4 {
			return true
		}
	}
	return false
}

// nextElement returns the element that is seen behind n under the same parent.
func nextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil; n = n.NextSibling {
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			return nil
		case n.Type == html.ElementNode && !hidden(n) && n.DataAtom != atom.Br:
			return n
		}
	}
	return nil
}

// headsNothing reports whether nothing that is kept follows a heading before
// the next of its level: what it announced, links to other pages or comments,
// is left out.
func (w *pageWriter) headsNothing(n *html.Node) bool {
	level := headLevel(n)
	looked := 0
	for at := n; at != nil && at != w.main; at = at.Parent {
		for s := at.NextSibling; s != nil; s = s.NextSibling {
			if looked++; looked > 40 || s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" {
				return false
			}
			if s.Type != html.ElementNode || hidden(s) {
				continue
			}
			if l := headLevel(s); l > 0 && l <= level {
				return true
			}
			k := w.weights[s]
			if k.good > 0 || k.text > 0 && k.links*2 <= k.text && headLevel(s) == 0 && !w.around(s) || s.DataAtom == atom.Img || s.DataAtom == atom.Figure {
				return false
			}
			if k.heads > 0 && headLevel(s) == 0 {
				return true
			}
		}
	}
	return w.weights[w.main].good > 0
}

// captionLike reports whether a paragraph stands at a picture.
func (w *pageWriter) captionLike(n *html.Node) bool {
	k := w.weights[n]
	return !w.plain && k.text > 0 && k.text < 500 && classed(n, captionWords)
}
