package corpus

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// pageTitle returns the title of a page as it shows it: its one heading of the
// highest level where that says the same as the fields of the page, else the
// field, without the name of the site. A site's fields are often written for
// search engines.
func (h *pageHead) pageTitle(address string) string {
	field := oneLine(firstOf(h.first("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title"), h.ld["headline"], h.title))
	sites := []string{h.first("og:site_name"), h.first("application-name"), h.ld["publisher"], siteOf(address)}
	title := withoutSite(field, sites)
	for _, s := range append(slices.Clone(h.h1s), h.h2s...) {
		if !isSite(s, sites) && (sameTitle(s, field) || sameTitle(s, h.title)) {
			return s
		}
	}
	if len(h.h1s) == 0 {
		return title
	}
	if s := h.h1s[0]; len(h.h1s) == 1 && len(strings.Fields(s)) > 2 && (title == "" || isSite(title, sites) || shareWords(s, field+" "+h.title)) {
		return s
	}
	return title
}

// sameTitle reports whether heading is what title begins with, or most of what
// it ends with, signs and case apart.
func sameTitle(heading, title string) bool {
	a, b := bareLetters(heading), bareLetters(title)
	return len(a) > 8 && len(a)*4 > len(b) && (strings.HasPrefix(b, a) || len(a)*3 > len(b)*2 && strings.HasSuffix(b, a))
}

// bareLetters returns the letters and digits of s in lower case.
func bareLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// shareWords reports whether a third of heading's longer words, two at least or
// all of them, begin as words of title do.
func shareWords(heading, title string) bool {
	all, both := 0, 0
	begins := map[string]bool{}
	stem := func(w string) string { return short(bareLetters(w), 6) }
	for _, w := range strings.Fields(title) {
		begins[stem(w)] = true
	}
	for _, w := range strings.Fields(heading) {
		if w = stem(w); len(w) < 4 {
			continue
		}
		if all++; begins[w] {
			both++
		}
	}
	return both > 0 && both*3 >= all && (both > 1 || all < 3)
}

// titleSeps part a title from the name of its site.
var titleSeps = []string{" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " « ", " » ", " │ ", " ‹ ", " / "}

// withoutSite returns title without the name of the site at its end or
// beginning.
func withoutSite(title string, sites []string) string {
	for _, sep := range titleSeps {
		at := strings.LastIndex(title, sep)
		if at <= 0 {
			continue
		}
		tail := title[at+len(sep):]
		if isSite(tail, sites) || sites[0] == "" && sep != " - " && sep != " – " && sep != " — " && sep != " / " && len(strings.Fields(tail)) < 5 && at > 15 {
			return withoutSite(title[:at], sites)
		}
		if head, rest, _ := strings.Cut(title, sep); isSite(head, sites) {
			return rest
		}
	}
	return title
}

// isSite reports whether s is one of the names of a site, or all or the end of
// its address.
func isSite(s string, sites []string) bool {
	s = bareLetters(s)
	for _, site := range sites {
		if name := bareLetters(site); s != "" && name != "" && (s == name || len(s) > 3 && strings.TrimSuffix(name, "com") == s) {
			return true
		}
	}
	return false
}

// siteOf returns the name in the address of a page: "post" of www.post.example.
func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	parts := strings.Split(strings.TrimPrefix(u.Hostname(), "www."), ".")
	if len(parts) < 2 {
		return ""
	}
	return parts[len(parts)-2]
}
