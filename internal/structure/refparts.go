package structure

import (
	"strings"
	"unicode"
)

// splitAuthors returns the names in s, given name first. "Barrett, Richard" is
// turned round, "Hoyle, C., Bradford, A." too; an institution stays as it is.
func splitAuthors(s string) []string {
	s = strings.Trim(strings.Join(strings.Fields(s), " "), " ,.:;*_")
	for _, w := range []string{"see also ", "see ", "by ", "in "} {
		if len(s) > len(w) && strings.EqualFold(s[:len(w)], w) {
			s = s[len(w):]
		}
	}
	for _, w := range []string{"et al", "(eds.", "(ed.", ", eds", ", ed.", "(eds", "(ed", ", editors"} {
		if at := strings.Index(s, w); at >= 0 {
			s = s[:at]
		}
	}
	if s == "" || words(s, 41) > 40 {
		return nil
	}
	if initial := len(s) - 1; initial > 1 && s[initial-1] == ' ' && unicode.IsUpper(rune(s[initial])) {
		s += "."
	}
	if hasAffiliation(s) {
		s = strings.ReplaceAll(s, ";", ",")
	} else {
		s = authorSeparators.Replace(s)
	}
	var names []string
	for _, p := range strings.Split(s, ",") {
		another := strings.HasPrefix(p, anotherName)
		p = strings.Trim(strings.TrimPrefix(p, anotherName), " *_")
		r, _ := firstRune(p)
		switch {
		case p == "":
		case !unicode.IsUpper(r) && !strings.HasPrefix(p, "al-") || !looksLikeAuthor(p):
			if len(names) == 0 {
				return nil
			}
		case !another && len(names) > 0 && isGiven(p) && !strings.Contains(names[len(names)-1], " "):
			names[len(names)-1] = p + " " + names[len(names)-1]
		case p == "Jr." || p == "Jr" || p == "Sr." || p == "III":
			if len(names) > 0 {
				names[len(names)-1] += " " + p
			}
		default:
			names = append(names, p)
		}
	}
	return names
}

// anotherName marks what "and" leads to: it is no given name of the one before.
const anotherName = "\x01"

var authorSeparators = strings.NewReplacer(", and ", ","+anotherName, ", & ", ","+anotherName, " and ", ","+anotherName, " & ", ","+anotherName, ";", ","+anotherName)

// isGiven reports whether s can be given names behind a surname and a comma:
// initials, or one or two words of which the first is a usual given name or
// the last an initial.
func isGiven(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 3 {
		return false
	}
	for _, f := range fields {
		if r, _ := firstRune(f); !unicode.IsUpper(r) {
			return false
		}
	}
	last := fields[len(fields)-1]
	return givenNames[strings.ToLower(fields[0])] || len(last) == 2 && last[1] == '.' || len(fields[0]) < 5 && strings.HasSuffix(fields[0], ".") || len(fields) == 1
}

// readRest reads what stands behind the title: where the work appeared, its
// publisher and place, date and pages.
func (r *parsedRef) readRest(s string) {
	if open := strings.IndexByte(s, '('); open >= 0 {
		if end := strings.IndexByte(s[open:], ')'); end > 0 {
			if rest := strings.TrimLeft(s[open+end+1:], " .,:"); strings.TrimSpace(s[:open]) == "" && rest != "" && wholeDate(s[open+1:open+end]) {
				r.Date = isoIn(s[open+1 : open+end]) // "(2003) San Diego: University Press"
				r.readAppearance(rest)
				return
			}
			r.readImprint(s[open+1 : open+end])
			r.readParts(s[:open])
			r.Pages = firstOf(r.Pages, lastPages(s[open+end+1:]))
			return
		}
	}
	r.readParts(s)
	r.Pages = firstOf(r.Pages, lastPages(s))
}

// readAppearance reads what stands behind the title of an entry that gives the
// year behind the authors: "Place: Publisher", or a journal with its volume.
func (r *parsedRef) readAppearance(s string) {
	place, rest, ok := strings.Cut(s, ": ")
	if ok && words(place, 5) < 5 && startsUpper(place) && startsUpper(rest) && !strings.ContainsAny(place, "0123456789.") {
		r.Place = strings.TrimSpace(place)
		r.Publisher = strings.TrimRight(strings.TrimSpace(rest[:indexOr(rest, ",;")]), ".")
		r.Pages = firstOf(r.Pages, lastPages(rest))
		return
	}
	r.readParts(s)
	r.Pages = firstOf(r.Pages, lastPages(s))
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// readImprint reads what stands in brackets: "Washington, DC: CSIS, September
// 2011", "October 2016", "2013".
func (r *parsedRef) readImprint(s string) {
	r.Date = isoIn(s)
	if place, rest, ok := strings.Cut(s, ":"); ok && !strings.ContainsAny(place, "0123456789") {
		r.Place = strings.TrimSpace(place)
		s = rest
	}
	for _, p := range strings.Split(s, ",") {
		p = strings.TrimSpace(p)
		if p == "" || isTail(p) || hasYear(p) {
			continue
		}
		switch {
		case r.Place == "" && r.Publisher == "" && publishingCities[strings.ToLower(p)]:
			r.Place = p // "(Algiers, 2021)"
		case r.Publisher == "" && looksLikePlace(p) && r.Place != "" && !strings.Contains(r.Place, ","):
			r.Place += ", " + p // "(Washington, DC, 2021)"
		case r.Publisher == "":
			r.Publisher = p
		}
	}
}

// publishingCities are cities in which much is published, in lower case: a name
// alone before a year is the place and not the publisher.
var publishingCities = lineSet(`london|paris|new york|washington|washington dc|geneva|vienna|brussels|berlin|rome|madrid|oxford|cambridge|the hague|amsterdam|oslo|stockholm|copenhagen|helsinki|dublin|lisbon|athens|ankara|istanbul|moscow|warsaw|prague|budapest|belgrade|zagreb|sarajevo|sofia|bucharest|kyiv|kiev|tallinn|riga|vilnius|zurich|bern|munich|frankfurt|hamburg|milan|barcelona|boston|chicago|los angeles|san francisco|philadelphia|toronto|ottawa|montreal|mexico city|buenos aires|santiago|lima|bogota|bogotá|brasilia|rio de janeiro|sao paulo|são paulo|havana|cairo|algiers|tunis|rabat|tripoli|khartoum|addis ababa|nairobi|kampala|dar es salaam|dakar|accra|lagos|abuja|johannesburg|cape town|pretoria|harare|lusaka|kinshasa|beirut|damascus|amman|baghdad|jerusalem|tel aviv|tehran|doha|dubai|abu dhabi|riyadh|kabul|islamabad|karachi|lahore|new delhi|delhi|mumbai|dhaka|colombo|kathmandu|bangkok|hanoi|jakarta|manila|kuala lumpur|singapore|hong kong|beijing|shanghai|taipei|seoul|tokyo|canberra|sydney|melbourne|wellington|tuzla|skopje|pristina|tirana|tashkent|almaty|astana|yerevan|tbilisi|baku`)

// readParts reads the parts between commas: the first that is no date, volume
// or page is where the work appeared, a second its publisher.
func (r *parsedRef) readParts(s string) {
	r.Date = firstOf(r.Date, isoIn(s))
	if at := strings.IndexByte(s, '*'); at >= 0 {
		if end := strings.IndexByte(s[at+1:], '*'); end > 0 {
			r.In = cleanTitle(s[at+1 : at+1+end])
			s = s[:at] + "," + strings.TrimLeft(s[at+end+2:], ". ")
		}
	}
	var names []string
	for _, p := range strings.FieldsFunc(s, func(c rune) bool { return c == ',' || c == ';' }) {
		p = strings.Trim(p, " .*_\n\t")
		low := strings.ToLower(p)
		if p == "" || isTail(p) || strings.HasPrefix(low, "accessed") || strings.HasPrefix(low, "retrieved") || strings.HasPrefix(low, "available") || strings.HasPrefix(low, "trans") || low == "at" {
			continue
		}
		p = cutVolume(strings.TrimPrefix(strings.TrimPrefix(p, "in "), "In "))
		if rr, _ := firstRune(p); !unicode.IsUpper(rr) || wholeDate(p) {
			continue
		}
		if place, publisher, ok := strings.Cut(p, ": "); ok && words(place, 4) < 4 {
			r.Place = strings.TrimSpace(place[strings.LastIndex(place, ". ")+1:])
			r.Publisher = publisher
			if at := strings.LastIndex(place, ". "); at > 0 && r.In == "" {
				r.In = place[:at]
			}
			continue
		}
		names = append(names, p)
	}
	if n := len(names); n > 0 && r.Place == "" && publishingCities[strings.ToLower(names[n-1])] {
		r.Place, names = names[n-1], names[:n-1] // "Plan 2020, Brussels, January 2021"
	}
	if r.In == "" && len(names) > 0 {
		r.In, names = names[0], names[1:]
	} else if len(names) > 0 && cleanTitle(names[0]) == r.In {
		names = names[1:]
	}
	if r.Publisher == "" && len(names) > 0 && !looksLikePlace(names[0]) {
		r.Publisher = names[0]
	}
}

// looksLikePlace keeps states behind a city from becoming publishers.
func looksLikePlace(s string) bool { return len(s) <= 4 && strings.ToUpper(s) == s }

// cutVolume cuts volume and number off the name of a journal: "CTC Sentinel 9",
// "International Security 40: 136".
func cutVolume(s string) string {
	if at := strings.IndexAny(s, "0123456789"); at > 3 && s[at-1] == ' ' {
		s = s[:at]
	}
	return strings.Trim(s, " :.")
}

// isoIn returns the date in s in ISO 8601: the words around the first year that
// belong to it, "" if there is none.
func isoIn(s string) string {
	fields := strings.FieldsFunc(strings.ReplaceAll(s, "(", " ( "), func(r rune) bool { return isBlank(r) || r == ',' || r == ')' })
	for i, f := range fields {
		d := readDateWord(strings.TrimRight(f, ".;:"))
		switch {
		case d.kind == 'i' && i > 0 && readDateWord(fields[i-1]).kind == 's':
			return f[:4] // "Winter 2010-11" is a winter and no month
		case d.kind == 'i' || d.kind == 'n':
			if iso, _ := parseDate(f); iso != "" {
				return iso
			}
		case d.kind == 'y' || len(f) > 5 && isYear(f[:4]) && (f[4] == '-' || f[4] == '/') || len(f) > 6 && isYear(f[:4]) && strings.HasPrefix(f[4:], "–"):
			year := scannedDigits(f[:4])
			from := i
			for from > 0 && i-from < 2 {
				if k := readDateWord(fields[from-1]).kind; k != 'm' && k != 'd' {
					break
				}
				from--
			}
			iso, _ := parseDate(strings.Join(fields[from:i], " ") + " " + year)
			return iso
		}
	}
	return ""
}

// lastPages returns the pages that s ends with or names: "pp. 53–94", ", 12",
// ": 2–23"; "" if there are none.
func lastPages(s string) string {
	low := strings.ToLower(s)
	for _, w := range []string{"pp.", "p."} {
		at := strings.LastIndex(low, w)
		if at >= 0 && (at == 0 || !isLetterByte(low[at-1])) {
			if p := pageRange(strings.TrimLeft(s[at+len(w):], " \u00A0")); p != "" {
				return p
			}
		}
	}
	t := strings.TrimRight(s, " .,;\n")
	from := len(t)
	for from > 0 && (isDigit(t[from-1]) || t[from-1] == '-' || from > 2 && t[from-3:from] == "–") {
		if t[from-1] == '-' || isDigit(t[from-1]) {
			from--
		} else {
			from -= 3
		}
	}
	pages := t[from:]
	before := strings.TrimRight(t[:from], " ")
	if pages == "" || isYear(pages) || len(pages) > 12 || !isDigit(pages[0]) {
		return ""
	}
	if before == "" || strings.HasSuffix(before, ",") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, " at") {
		if _, k := lastMonth(before); k {
			return ""
		}
		return pages
	}
	return ""
}

// lastMonth reports whether the last word of s is a month: what follows is a
// day and no page.
func lastMonth(s string) (int, bool) {
	w := lastWord(s)
	m, ok := months[w]
	return m, ok && !strings.HasSuffix(s, ".") || ok && len(w) > 4
}

// pageRange returns the digits and dashes at the start of s.
func pageRange(s string) string {
	n := 0
	for n < len(s) {
		switch {
		case isDigit(s[n]) || s[n] == '-' || s[n] == 'f' && n > 0:
			n++
		case strings.HasPrefix(s[n:], "–"):
			n += len("–")
		default:
			return strings.Trim(s[:n], "-–")
		}
	}
	return strings.Trim(s[:n], "-–")
}
