package structure

import (
	"strings"
	"unicode"
)

// nameParticles stand in lower case inside names.
var nameParticles = set("de da di du del della der den van von ten ter la le el al bin ibn abu ben bint af av zu zur dos das do y e of the and in es")

// bylineStarts open a line that names authors, in lower case.
var bylineStarts = []string{"by ", "by: ", "by:", "written by ", "reported by ", "compiled by ", "story by ", "text by ", "text: ", "words by ", "author: ", "authors: ", "author(s): ", "edited by ", "prepared by ", "from wire ", "from staff ", "from our ", "from news services", "analysis by ", "opinion by ", "interview by ", "report by ", "review by ", "research by ", "a report by ", "a study by ", "presented by ", "posted by ", "published by ", "correspondent: ", "staff report", "wire report", "reporting by ", "contributors: ", "rapporteur: "}

// bylineRest returns what stands behind "By" in the line s, ok false if s does
// not begin so.
func bylineRest(s string) (rest string, ok bool) {
	t := strings.TrimLeft(s, "*_ (—–-|")
	low := strings.ToLower(t[:min(len(t), 30)])
	for _, w := range bylineStarts {
		if strings.HasPrefix(low, w) {
			return strings.Trim(t[len(w):], " *_"), true
		}
	}
	return "", false
}

// isByline reports whether the line s names authors: "By A, B and C".
func isByline(s string) bool {
	if len(s) > 300 {
		return false
	}
	rest, ok := bylineRest(s)
	if !ok {
		return false
	}
	r, _ := firstRune(rest)
	low := strings.ToLower(strings.TrimLeft(s, "*_ ("))
	if strings.HasPrefix(low, "from ") || strings.HasPrefix(low, "staff ") || strings.HasPrefix(low, "wire ") {
		return len(s) < 60
	}
	if strings.HasPrefix(rest, "the ") && !strings.HasPrefix(low, "by ") && len(s) < 120 && !endsIn(s, ".") {
		return true // "Prepared by the Office of the Treasurer"
	}
	if !unicode.IsUpper(r) {
		return false
	}
	// "By December 2013 the total had grown" is a sentence.
	first := readDateWord(strings.Fields(rest)[0])
	if first.kind == 'm' || first.kind == 'y' || first.kind == 'w' {
		return false
	}
	if endsIn(s, ".") && words(s, 12) > 10 {
		return false
	}
	names := authorNames(rest)
	return len(names) > 0 || words(rest, 12) < 10 && !endsIn(s, ".")
}

// affiliations are words of institutions in which authors work.
var affiliations = set(`university universität université universidad universidade college institute institution institut center centre school department faculty ministry foundation council academy laboratory hospital bureau office agency organization organisation society association fellow professor lecturer researcher director correspondent correspondents writer writers reporter reporters editor editors analysts fellows staff phd ph.d dr senior analyst economist council think-tank consultancy bank fund group unit programme program commission network studies observatory desk`)

// hasAffiliation reports whether s holds a word of an institution, with a
// capital.
func hasAffiliation(s string) bool {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return isBlank(r) || r == ',' || r == ';' || r == '(' || r == ')' }) {
		if r, _ := firstRune(w); unicode.IsUpper(r) && affiliations[strings.ToLower(strings.Trim(w, "*_."))] {
			return true
		}
	}
	return false
}

// authorsOf returns the names that a line under the title gives without "By":
// "Song Niu Shanghai International Studies University", "**Ilse Brandt**,
// Lakeside Institute", "Rebecca Aldous and Nikolai Fomin". A name alone counts
// if it begins with a usual given name or holds an initial.
func authorsOf(s string) []string {
	t := strings.TrimSpace(strings.ReplaceAll(s, "**", ""))
	if len(t) > 240 || endsIn(t, ".?!:") && !strings.HasSuffix(t, "Ph.D.") && !strings.HasSuffix(t, "Jr.") || strings.ContainsAny(t, "“\"?") {
		return nil
	}
	names := authorNames(t)
	if len(names) == 0 {
		return nil
	}
	for _, w := range strings.Fields(t) {
		if r, _ := firstRune(w); unicode.IsLower(r) && !nameParticles[strings.Trim(strings.ToLower(w), ",;")] && !strings.Contains(w, "@") && w != "for" && w != "at" && w != "is" && w != "&" {
			return nil
		}
	}
	known := strings.Contains(s, "**")
	for _, n := range names {
		first, rest, _ := strings.Cut(n, " ")
		known = known || givenNames[strings.ToLower(first)] || len(rest) > 3 && rest[1] == '.'
	}
	if known || hasAffiliation(t) && nameBeforeInstitution(t, names[0]) {
		return names
	}
	return nil
}

// nameBeforeInstitution reports whether the first name is no institution
// itself.
func nameBeforeInstitution(s, name string) bool {
	return strings.HasPrefix(s, name) && !hasAffiliation(name) && words(name, 5) < 5
}

// authorNames returns the names at the start of s, which commas, semicolons and
// "and" set apart. It stops at a date, an institution or a place: at what does
// not look like the name of a person, two to five words with capitals.
func authorNames(s string) []string {
	var names []string
	for _, part := range splitNames(s) {
		if len(names) > 0 && hasAffiliation(part) {
			break
		}
		name, whole := personName(part)
		if name == "" {
			break
		}
		names = append(names, name)
		if !whole {
			break
		}
	}
	return names
}

var nameSeparators = strings.NewReplacer(" and ", ",", " und ", ",", " et ", ",", " & ", ",", ";", ",", " | ", ",", " · ", ",", " — ", ",", " – ", ",", " with ", ",", ", Jr", " Jr")

// splitNames cuts s at commas, semicolons, ampersands, bars and "and".
func splitNames(s string) []string {
	s = nameSeparators.Replace(s)
	var parts []string
	for _, p := range strings.Split(s, ",") {
		if p = strings.Trim(p, " *_()[]—–-\t"); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// personName returns the name at the start of s, and whether it is all of s but
// for note marks. An institution that follows without a comma is cut off: names
// are taken to have two words before one.
func personName(s string) (name string, whole bool) {
	fields := strings.Fields(s)
	for len(fields) > 0 && personTitles[strings.ToLower(strings.Trim(fields[0], "."))] {
		fields = fields[1:]
	}
	if len(fields) < 2 || len(fields) > 14 {
		return "", false
	}
	n := 0
	for ; n < len(fields) && n < 5; n++ {
		w := strings.TrimRight(fields[n], "0123456789*†‡¹²³⁴⁵⁶⁷⁸⁹")
		r, _ := firstRune(w)
		low := strings.ToLower(w)
		if strings.ContainsAny(w, "0123456789/@:") || months[low] > 0 && n > 0 || low == "staff" || low == "of" || low == "the" || low == "for" || low == "in" || low == "at" || low == "is" {
			break
		}
		if !unicode.IsUpper(r) && !(n > 0 && nameParticles[low]) && !strings.HasPrefix(low, "al-") {
			break
		}
		if affiliations[low] && n > 0 {
			break
		}
		fields[n] = w
	}
	if n < 2 {
		return "", false
	}
	rest := fields[n:]
	if n > 1 && len(rest) > 0 && namesBody(fields[:n], rest) {
		return "", false
	}
	if len(rest) > 0 && hasAffiliation(strings.Join(rest, " ")) || n == 5 && len(fields) > 5 {
		n = nameLength(fields[:n])
	} else if len(rest) > 0 && !isDateFiller(rest[0]) && !writesFrom(rest) {
		return "", false
	}
	if affiliations[strings.ToLower(fields[0])] || strings.EqualFold(fields[0], "the") {
		return "", false
	}
	return strings.Join(fields[:n], " "), n == len(fields)
}

// writesFrom reports whether the words behind a name say where he wrote: "in Accra".
func writesFrom(rest []string) bool {
	return len(rest) < 5 && rest[0] == "in" && len(rest) > 1 && startsUpper(rest[1]) && isPlaceLine(strings.Join(rest[1:], " "))
}

// namesBody reports whether the words before rest are part of the name of a body
// and no person: a word for a body follows them at once and the first is no given
// name. Before a university stands an author more often: "Northern Energy
// Observatory" and "Federal Reserve Bank of Lipno" are bodies, "Song Niu
// Shanghai Studies University" and "Song Niu University of Rivers" are not.
func namesBody(before, rest []string) bool {
	low := strings.ToLower(strings.Trim(rest[0], ",."))
	if !affiliations[low] || roleWords[low] || givenNames[strings.ToLower(before[0])] {
		return false
	}
	switch strings.ToLower(strings.Trim(rest[len(rest)-1], ",.")) {
	case "university", "college", "institute", "school", "academy":
		return len(rest) == 1 && len(before) == 2
	}
	switch low {
	case "university", "college", "institute", "school", "academy":
		return len(rest) == 1 && len(before) == 2
	}
	return true
}

// nameLength says how many of the words before an institution are the name: two,
// and one more for each initial or particle among them.
func nameLength(fields []string) int {
	n := 2
	for i := 1; i < len(fields) && i < n; i++ {
		if len(fields[i]) == 2 && fields[i][1] == '.' || len(fields[i]) == 1 || nameParticles[strings.ToLower(fields[i])] {
			n++
		}
	}
	return min(n, len(fields))
}

var personTitles = set("dr prof professor mr mrs ms sir dame lord lady rev amb ambassador gen col maj capt lt hon")

// givenNames are common given names of many countries. They tell a name under
// a title from a subtitle; a name that is missing only goes unseen where no
// "By" and no institution stands beside it.
var givenNames = set(`
aaron abdul abdullah adam adrian agnes ahmed aisha alan albert alejandro alex alexander alexandra ali alice alison amanda amina amy ana anders andre andrea andreas andrew angela ann anna anne annika anthony antonio ariel arthur ayesha
barbara ben benjamin bernard beth bob boris brian bruce camille carl carla carlos carol caroline catherine cecilia charles charlotte chen chiara chris christian christina christine christopher claire clara claudia colin
daniel david deborah denis diana diego dmitry dominic dominique donald dorothy douglas edith eduardo edward elena elisabeth elizabeth ellen emily emma eric erik ernest esther eva evan fatima federico felix fernando florian frances francesco francis frank fred frederick
gabriel gareth gary geoffrey george gerald gilles giovanni giulia grace graham greg gregory guillaume gustavo hamid hannah hans harold harry hassan heather heidi helen helena henrik henry hiroshi howard hugh hugo hussein
ian ibrahim igor ilse ines ingrid irene isabel ivan jack jacob jacques james jan jane janet jason javier jean jeff jennifer jeremy jessica joan joanna joao joe john jonas jonathan jorge jose joseph joshua juan judith julia julian julie
karen karim karin karl kate katharina katherine kathleen katrin keith kelly kenneth kevin khalid kim kristin larry lars laura laurent lawrence leila leo leon leonard lewis liam linda lisa liz louis louise lucas lucia lucy luis luke
magnus marc marcel marco marcus margaret maria marie marina mario mark marta martha martin mary matteo matthew maria max maya megan mei melissa michael michel miguel mike miriam mohamed mohammed moses muhammad mustafa
nadia nancy naomi natalia natalie nathan neil nicholas nick nicolas nikolai nina noah nora olga oliver olivia omar oscar owen pablo pamela patricia patrick paul paula pauline pedro peter philip philippe pierre priya rachel rafael raj ralph raymond rebecca richard rita robert roberto robin roger roland ronald rosa rosie ruth ryan
sabine salim sam samantha samir samuel sandra sanjay sara sarah scott sean sebastian sergei sharon simon sofia sonia sophie stefan stella stephanie stephen steven stuart sudarsan susan svetlana sven tanya tariq teresa theo theresa thomas tim timothy tom tomas tony ulrich ursula valerie vera veronica victor victoria vincent viktor vladimir walter wei wendy werner william wolfgang xavier yasmin yusuf yves zainab zoe`)
