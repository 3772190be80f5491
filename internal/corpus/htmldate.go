package corpus

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A moment is a date that an element of a page gives; the lower its rank, the
// surer it is when the article was published.
type moment struct {
	date string
	rank int
}

// momentWords are parts of the class or id of lines that say when.
var momentWords = set(`date datetime dates datum fecha data dateline published publish pubdate publication posted time timestamp meta metadata byline info infos created entrydate postdate`)

// changedWords are those of lines that say when an article was changed, or what
// else happened when.
var changedWords = set(`updated modified modification update aktualisiert changed copyright footer event events calendar archive comment comments commentlist kommentare related sidebar widget teaser teasers similar recommended`)

// moment notes when n says that the page was published.
func (h *pageHead) moment(n *html.Node) {
	rank := momentRank(n)
	if rank == 0 || h.published.rank > 0 && h.published.rank <= rank || elsewhere(n) {
		return
	}
	for _, s := range []string{attr(n, "datetime"), attr(n, "content"), attr(n, "title")} {
		if d := isoDate(s); len(d) == len("2006-01-02") {
			h.published = moment{d, rank}
			return
		}
	}
	if s := textOf(n); len(s) < 120 {
		if d := writtenDate(s, h.lang); d != "" {
			h.published = moment{d, rank + 1}
		}
	}
}

// momentRank returns how surely n says when the page was published, from 1; 0
// for what does not.
func momentRank(n *html.Node) int {
	switch {
	case n.DataAtom == atom.Meta || n.DataAtom == atom.Body || n.DataAtom == atom.Html || attr(n, "itemprop") == "dateModified":
		return 0
	case attr(n, "itemprop") == "datePublished" || n.DataAtom == atom.Time && hasAttr(n, "pubdate"):
		return 1
	case n.DataAtom == atom.Time:
		return 3
	case n.DataAtom == atom.Abbr && classed(n, momentWords):
		return 3
	case classed(n, momentWords):
		return 5
	}
	return 0
}

// elsewhere reports whether n or what holds it speaks of a change, of comments
// or of other articles.
func elsewhere(n *html.Node) bool {
	for up, k := n, 0; up != nil && k < 12; up, k = up.Parent, k+1 {
		if up.DataAtom == atom.Body || up.DataAtom == atom.Article || up.DataAtom == atom.Main {
			return false
		}
		if up.DataAtom == atom.Footer && k > 2 || up.DataAtom == atom.Aside || up.DataAtom == atom.Nav || classed(up, changedWords) {
			return true
		}
	}
	return false
}

var (
	dayFirst  = regexp.MustCompile(`(?:^|\D)(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?:\D|$)`)
	slashed   = regexp.MustCompile(`(?:^|\D)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:\D|$)`)
	yearFirst = regexp.MustCompile(`(?:^|\D)(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?:\D|$)`)
	dayNamed  = regexp.MustCompile(`(?:^|\D)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?,?(?: de| d’| d')? ?(\p{L}{3,})\.?,?(?: de| del)? ?(\d{4})(?:\D|$)`)
	nameFirst = regexp.MustCompile(`(?:^|\P{L})(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:\D|$)`)
)

// writtenDate returns the day that stands in s as pages write it, with the name
// of its month or in digits; "" if there is none, or none that can be told: of
// 3/4/2019 the language says which is the month.
func writtenDate(s, lang string) string {
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		return calendarDay(m[1], m[2], m[3])
	}
	if m := dayNamed.FindStringSubmatch(s); m != nil && monthNumber(m[2]) != "" {
		return calendarDay(m[3], monthNumber(m[2]), m[1])
	}
	if m := nameFirst.FindStringSubmatch(s); m != nil && monthNumber(m[1]) != "" {
		return calendarDay(m[3], monthNumber(m[1]), m[2])
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		if len(m[3]) == 2 {
			m[3] = "20" + m[3]
		}
		return calendarDay(m[3], m[2], m[1])
	}
	if m := slashed.FindStringSubmatch(s); m != nil {
		switch lang = strings.ToLower(lang); {
		case len(m[1]) > 0 && !inRange(m[1], 12) || !strings.HasPrefix(lang, "en") && lang != "":
			return calendarDay(m[3], m[2], m[1])
		case !inRange(m[2], 12) || lang == "en-us" || lang == "en_us":
			return calendarDay(m[3], m[1], m[2])
		}
	}
	return ""
}

// calendarDay returns a day of the calendar as ISO 8601, "" if it is none of
// the years in which there have been pages.
func calendarDay(year, month, day string) string {
	s := year + "-" + twoDigits(month) + "-" + twoDigits(day)
	if _, err := time.Parse("2006-01-02", s); err != nil || year < "1990" || year > "2100" {
		return ""
	}
	return s
}

// months are how the names of months begin, in the languages whose pages are met
// most, in the order of the year and folded.
var months = [12][]string{
	{"jan", "gen", "ene", "styc", "janv", "tammi", "янв"},
	{"feb", "fév", "fev", "lut", "helmi", "фев"},
	{"mar", "mär", "maa", "mrz", "мар"},
	{"apr", "abr", "avr", "kwie", "huhti", "апр"},
	{"may", "mai", "mei", "mag", "maj", "touko", "мая"},
	{"jun", "juin", "giu", "czer", "kesä", "июн"},
	{"jul", "juil", "lug", "lip", "heinä", "июл"},
	{"aug", "aoû", "aou", "ago", "sier", "elo", "авг"},
	{"sep", "set", "wrze", "syys", "сен"},
	{"oct", "okt", "out", "ott", "paź", "loka", "окт"},
	{"nov", "noi", "lis", "marras", "ноя"},
	{"dec", "dez", "déc", "dic", "gru", "joulu", "дек"},
}

// monthNumber returns the number of a month by how its name begins, "" if none
// does.
func monthNumber(name string) string {
	name = strings.ToLower(name)
	if utf8.RuneCountInString(name) > 12 || strings.ContainsFunc(name, unicode.IsDigit) {
		return ""
	}
	best, at := 0, -1
	for i, starts := range months {
		for _, s := range starts {
			if strings.HasPrefix(name, s) && len(s) > best {
				best, at = len(s), i
			}
		}
	}
	if at < 0 {
		return ""
	}
	return strconv.Itoa(at + 1)
}

var addressDay = regexp.MustCompile(`[/-](19[89]\d|20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)`)

// dayInAddress returns the day that the address of a page is made of.
func dayInAddress(address string) string {
	if m := addressDay.FindStringSubmatch(address); m != nil {
		return calendarDay(m[1], m[2], m[3])
	}
	return ""
}

var publishedField = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]{8,40})"`)

// publishedIn returns the day in a script that describes the page, though it is
// not well formed or of another type.
func publishedIn(script string) string {
	if m := publishedField.FindStringSubmatch(script); m != nil {
		return isoDate(m[1])
	}
	return ""
}
