package structure

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"analyze/internal/doc"
)

// readTitleDate takes the date that the title tells of the text itself: "(as of
// 3 May 2015)", "… results, 3 May 2015", "Weekly bulletin 22/2015 (25–31 May)",
// "Report on prices, Q3 2015". The date of an event that a title names is none.
func (r *metaReader) readTitleDate() {
	if r.title < 0 || r.m.Date != "" {
		return
	}
	t := cleanHead(r.d.Slice(r.d.Blocks[r.title].Text))
	for _, read := range []func(string) string{statedDate, reportedPeriod, quarterEnd, issueYear, reportYear} {
		if date := read(t); date != "" {
			r.m.Date, r.m.DateVia = date, "header"
			return
		}
	}
}

// statedDate returns the date behind "as of" or "as at" in a title, one that
// stands in brackets alone, or one to the day at the end of the title of a report.
func statedDate(t string) string {
	low := strings.ToLower(t)
	for _, w := range [...]string{"as of ", "as at ", "as on "} {
		if i := strings.Index(low, w); i >= 0 && len(low) == len(t) {
			if date := leadingDate(t[i+len(w):]); date != "" {
				return date
			}
		}
	}
	if open := strings.LastIndexByte(t, '('); open > 0 && strings.HasSuffix(t, ")") {
		if date := endDate(t[open+1 : len(t)-1]); len(date) > 9 {
			return date
		}
	}
	at := max(strings.LastIndex(t, ", "), strings.LastIndex(t, " – "), strings.LastIndex(t, " — "), strings.LastIndex(t, " - "), strings.LastIndex(t, " | "))
	if at > 0 && reportWord(low[:min(at, len(low))]) {
		if date := endDate(strings.Trim(t[at:], " ,–—-|")); len(date) > 9 {
			return date
		}
		if two := strings.LastIndex(t[:at], ", "); two > 0 && strings.HasPrefix(t[at:], ", ") {
			if date := endDate(t[two+2:]); len(date) > 9 {
				return date // "… statement, May 3, 2015"
			}
		}
	}
	return ""
}

// leadingDate returns the date to the day that s begins with.
func leadingDate(s string) string {
	f := strings.Fields(s)
	for n := 3; n <= 4 && n <= len(f); n++ {
		if date, others := parseDate(strings.Join(f[:n], " ")); len(date) > 9 && others == 0 {
			return date
		}
	}
	return ""
}

// reportWords name texts that come out on a day, in lower case.
var reportWords = set("report bulletin update brief briefing sitrep statement release communique communiqué declaration results minutes newsletter digest dispatch monitor snapshot dashboard factsheet remarks speech testimony transcript hearing letter judgment judgement notice circular diary outlook")

// reportWord reports whether one of the words of s names such a text.
func reportWord(s string) bool {
	for _, w := range strings.Fields(s) {
		if reportWords[strings.Trim(w, ".,:;()-–")] {
			return true
		}
	}
	return false
}

// reportedPeriod returns the last day of the period that a title or line of the head
// says it is of: "25 May – 3 June" beside "22/2015", "3–9 February 2015". That of a
// text which is no report is no date of it.
func reportedPeriod(t string) string {
	low := strings.ToLower(t)
	if !reportWord(low) && !strings.Contains(low, "period") && !strings.Contains(low, "week ") {
		return ""
	}
	f := strings.FieldsFunc(spaceDashes.Replace(t), func(r rune) bool { return isBlank(r) || r == '(' || r == ')' || r == ',' || r == ':' })
	for i := 1; i+2 < len(f); i++ {
		if f[i] != "–" || !startsPeriod(f, i) {
			continue
		}
		day, month := readDateWord(f[i+1]), readDateWord(f[i+2])
		if day.kind == 'm' {
			day, month = month, day
		}
		if day.kind != 'd' {
			continue
		}
		if month.kind != 'm' {
			month = readDateWord(f[i-2]) // "May 3–9"
		}
		year := issueYear(t)
		for _, w := range f[i+2:] {
			if d := readDateWord(w); d.kind == 'y' {
				year = fmt.Sprint(d.num)
				break
			}
		}
		if month.kind == 'm' && year != "" {
			return year + fmt.Sprintf("-%02d-%02d", month.num, day.num)
		}
	}
	return ""
}

var spaceDashes = strings.NewReplacer("–", " – ", "—", " – ", " - ", " – ", " to ", " – ", "‑", " – ", "-", " – ")

// startsPeriod reports whether a day stands before word i: "25 May –", "3 –".
func startsPeriod(f []string, i int) bool {
	one := readDateWord(f[i-1])
	if i < 2 {
		return one.kind == 'd'
	}
	two := readDateWord(f[i-2])
	return one.kind == 'd' || one.kind == 'm' && two.kind == 'd'
}

// quarterEnd returns the last month of the quarter that the title of a report
// names: 2015-09 for "Q3 2015", "2015/Q3" and "third quarter of 2015".
func quarterEnd(t string) string {
	f := strings.FieldsFunc(strings.ToLower(t), func(r rune) bool { return isBlank(r) || strings.ContainsRune("(),:/-–—|", r) })
	for i, w := range f {
		q := 0
		switch {
		case len(w) == 2 && (w[0] == 'q' && w[1] >= '1' && w[1] <= '4'):
			q = int(w[1] - '0')
		case w == "quarter" && i > 0:
			q = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}[f[i-1]]
		}
		if q == 0 {
			continue
		}
		for _, k := range [...]int{i + 1, i + 2, i - 1} {
			if k >= 0 && k < len(f) && isYear(f[k]) && (k != i+2 || f[i+1] == "of") {
				return fmt.Sprintf("%s-%02d", f[k], 3*q)
			}
		}
	}
	return ""
}

// issueYear returns the year of the number of an issue: 2015 of "No. 9/2015" and of
// "Bulletin 22/2015".
func issueYear(t string) string {
	f := strings.Fields(t)
	for i, w := range f {
		number, year, ok := strings.Cut(strings.Trim(w, "()|,;"), "/")
		num, n := leadingDigits(number)
		if !ok || i == 0 || n == 0 || n < len(number) || num > 400 || !isYear(year) {
			continue
		}
		switch before := strings.ToLower(strings.Trim(f[i-1], ".,:")); {
		case before == "no" || before == "nr" || before == "issue" || before == "number" || before == "week" || seriesWords[before]:
			return year
		}
	}
	return ""
}

// reportYear returns the year that ends the title of a report: "Report on jails, 2016".
// That behind another word is one of what it tells: "Report on the flood of 2016".
func reportYear(t string) string {
	at := strings.LastIndexByte(t, ' ') + 1
	if at < 2 || !reportWord(strings.ToLower(t)) || len(t)-at != 4 || !isYear(t[at:]) {
		return ""
	}
	if before := strings.ToLower(t[strings.LastIndexByte(t[:at-1], ' ')+1 : at-1]); !strings.HasSuffix(before, ",") && !reportWord(before) {
		return ""
	}
	return t[at:]
}

// readMinutes takes the day of a meeting, with its place, from the sentence that
// opens its minutes: "Minutes of the meeting held at the Guildhall on Monday 3 May
// 2015 at 10 a.m.".
func (r *metaReader) readMinutes() {
	for i := max(r.title, 0); i < len(r.d.Blocks) && i < max(r.title, 0)+5 && r.m.Date == ""; i++ {
		k := &r.d.Blocks[i]
		s := cleanHead(r.d.Slice(k.Span))
		low := strings.ToLower(s)
		if len(s) > 400 || !opensMinutes(low) || len(low) != len(s) {
			continue
		}
		for at := strings.Index(low, " on "); at >= 0; {
			if date := leadingDate(withoutWeekday(s[at+4:])); date != "" {
				r.m.Date, r.m.DateVia = date, "header"
				return
			}
			next := strings.Index(low[at+4:], " on ")
			if next < 0 {
				break
			}
			at += 4 + next
		}
		if date := isoIn(s); len(date) > 9 && (strings.Contains(low, " held ") || strings.Contains(low, "meeting of ")) {
			r.m.Date, r.m.DateVia = date, "header"
		}
	}
}

// opensMinutes reports whether s, in lower case, begins as minutes do.
func opensMinutes(s string) bool {
	for _, w := range [...]string{"minutes of ", "minutes for ", "draft minutes of ", "summary record of ", "record of ", "notes of ", "notes from ", "proceedings of ", "at a meeting of ", "at the meeting of ", "meeting of "} {
		if strings.HasPrefix(s, w) {
			return strings.Contains(s, "meeting") || strings.Contains(s, "session") || strings.Contains(s, "hearing")
		}
	}
	return false
}

// withoutWeekday is s without the name of a day of the week at its start.
func withoutWeekday(s string) string {
	first, rest, ok := strings.Cut(strings.TrimSpace(s), " ")
	if ok && readDateWord(first).kind == 'w' {
		return rest
	}
	return s
}

// readSpeaker takes the author from a title that says whose words the text is:
// "Statement of Ann B. Lee", and from the line under a talk that says who asks:
// "Interview: Bo Ek, founder of Lipno Boats, talks to Ann Lee about the river".
func (r *metaReader) readSpeaker() {
	if len(r.m.Authors) > 0 {
		return
	}
	if r.title >= 0 {
		raw := r.d.Slice(r.d.Blocks[r.title].Text)
		line := strings.TrimSpace(raw[:lineEnd(raw)])
		low := strings.ToLower(line)
		for _, w := range speechStarts {
			if strings.HasPrefix(low, w) && len(low) == len(line) {
				r.addSpeaker(line[len(w):])
				break
			}
		}
	}
	for i := max(r.title, 0); i < len(r.d.Blocks) && i < max(r.title, 0)+3 && len(r.m.Authors) == 0; i++ {
		s := cleanHead(r.d.Slice(r.d.Blocks[i].Span))
		if at := strings.Index(s, " talks to "); at > 0 && len(s) < 250 && (hasPrefixFold(s, "interview") || strings.Count(s[:at], ",") > 1 || strings.HasSuffix(s[:at], ",")) {
			r.addSpeaker(s[at+len(" talks to "):])
		} else if rest, ok := cutFold(s, "interviewed by "); ok && len(s) < 120 {
			r.addSpeaker(rest)
		} else if rest, ok := cutFold(s, "interviewer: "); ok && len(s) < 120 {
			r.addSpeaker(rest)
		}
	}
}

// cutFold returns what stands behind the words w that s begins with.
func cutFold(s, w string) (rest string, ok bool) {
	if !hasPrefixFold(s, w) {
		return "", false
	}
	return s[len(w):], true
}

// speechStarts begin titles of what one person wrote or said.
var speechStarts = []string{"statement of ", "statement by ", "prepared statement of ", "written statement of ", "opening statement of ", "witness statement of ", "testimony of ", "written testimony of ", "prepared testimony of ", "affidavit of ", "remarks by ", "remarks of ", "address by ", "speech by ", "lecture by ", "evidence of ", "declaration of ", "letter from "}

// addSpeaker adds the person that s begins with, two to five words with capitals,
// titles left out: "THE HON. ANN LEE", "Mr Bo Ek, Director of …".
func (r *metaReader) addSpeaker(s string) {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "the "), "THE ")
	var name []string
	for _, w := range strings.Fields(s) {
		bare := strings.Trim(w, ",;:")
		first, _ := firstRune(bare)
		low := strings.ToLower(strings.Trim(bare, "."))
		if len(name) == 0 && (personTitles[low] || speakerTitles[low] || low == "honorable" || low == "honourable") {
			continue
		}
		if !unicode.IsUpper(first) && !nameParticles[low] || nameStops[low] || affiliations[low] || institutionWords[low] || len(name) == 5 {
			break
		}
		name = append(name, bare)
		if bare != w {
			break
		}
	}
	for len(name) > 0 && nameParticles[strings.ToLower(name[len(name)-1])] {
		name = name[:len(name)-1]
	}
	if len(name) > 1 && !strings.ContainsAny(strings.Join(name, ""), "0123456789()/") {
		r.m.Authors = append(r.m.Authors, strings.Join(name, " "))
	}
}

// nameStops end the name of a speaker.
var nameStops = set("before on at in of to for about the president minister secretary chief deputy acting former u.s united under assistant national principal support accounts intent")

// apartAuthors puts apart the names that the file gives as one: "Ann Lee and Bo Ek".
func apartAuthors(authors []string) []string {
	var out []string
	for _, a := range authors {
		names := authorNames(a)
		if len(names) > 1 && strings.Join(splitNames(a), "|") == strings.Join(names, "|") && (strings.Contains(a, " and ") || strings.ContainsAny(a, ";&") || strings.Count(a, ",") > 1) {
			out = append(out, names...)
			continue
		}
		out = append(out, a)
	}
	return out
}

// readPublisher takes the publisher from the line with place or date right under
// the title, "Northern Energy Forum, Riga, June 2015", or from the title, where the
// name of a council stands there.
func (r *metaReader) readPublisher() {
	for i := r.title + 1; r.m.Publisher == "" && i < r.body; i++ {
		k := &r.d.Blocks[i]
		if k.Kind != doc.Byline {
			continue
		}
		s := cleanHead(r.d.Slice(k.Span))
		if isByline(s) || isSeries(s) || len(authorsOf(s)) > 0 || strings.ContainsAny(s, ":;?!\"“") {
			continue
		}
		r.m.Publisher = imprintBody(s)
	}
	if r.m.Publisher == "" && r.title >= 0 {
		t := cleanHead(r.d.Slice(r.d.Blocks[r.title].Text))
		before, _, _ := strings.Cut(strings.Replace(t, " – ", " - ", 1), " - ")
		if isInstitution(before) && words(before, 2) > 1 {
			r.m.Publisher = before
		}
	}
}

// bodyWords tell a body that publishes from a person or place, as a word of its name.
var bodyWords = set("desk forum statistics observatory institute centre center council network agency office group watch project trust association policy research initiative unit bureau ministry department foundation commission authority society alliance monitor union bank academy university college")

// imprintBody returns the part of a line with a date that names a body.
func imprintBody(s string) string {
	if isoIn(s) == "" {
		return ""
	}
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '·' || r == '|' || r == '•' }) {
		p = strings.TrimSpace(p)
		if strings.ContainsAny(p, "0123456789") || words(p, 8) < 2 || words(p, 8) > 7 || isKicker(p) || !startsUpper(p) {
			continue
		}
		named := false
		for _, w := range strings.Fields(p) {
			if f, _ := firstRune(w); !unicode.IsUpper(f) && !institutionFillers[w] {
				named = false
				break
			}
			named = named || bodyWords[strings.ToLower(w)]
		}
		if named {
			return p
		}
	}
	return ""
}

// datelineYear completes the day of a dateline without a year, "KABUL, Aug 18", by
// the year in which the file was made or of which its path speaks: the last such day
// that had been by then. Without one the day stays unknown.
func datelineYear(head, known string) string {
	f := strings.FieldsFunc(head, func(r rune) bool { return isBlank(r) || r == ',' || r == '(' || r == ')' })
	for i := 0; i+1 < len(f); i++ {
		a, b := readDateWord(f[i]), readDateWord(f[i+1])
		if a.kind == 'd' && b.kind == 'm' {
			a, b = b, a
		}
		if a.kind != 'm' || b.kind != 'd' || len(known) < 10 {
			continue
		}
		date := fmt.Sprintf("%s-%02d-%02d", known[:4], a.num, b.num)
		saved, err1 := time.Parse("2006-01-02", known[:10])
		day, err2 := time.Parse("2006-01-02", date)
		if err1 == nil && err2 == nil && !day.After(saved) && saved.Sub(day) < 60*24*time.Hour {
			return date
		}
	}
	return ""
}
