package resolve

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/testtable"
)

// Questions of a name or a word, with such for which the answer is yes and such, as near
// to them as may be, for which it is no.
var questions = map[string]struct {
	ask     func(string) bool
	yes, no []string
}{
	"isAcronym":  {isAcronym, []string{"WHO", "UNHCR", "AfD", "A.B.C."}, []string{"Who", "W", "W H O", "Lund", "ABCDEFGHIJK", ""}},
	"allCaps":    {allCaps, []string{"LUND", "LUND 3"}, []string{"Lund", "3", ""}},
	"initials":   {initials, []string{"J.", "J", "J.R.", "J.-P."}, []string{"Jo.", "Jo", "Jan"}},
	"isTitle":    {isTitle, []string{"dr", "professor", "minister"}, []string{"ann", "holt", "boats"}},
	"inner":      {inner, []string{"haddad", "lopez"}, []string{"ann", "j", "van", "de"}},
	"isPlural":   {isPlural, []string{"danes", "fishermen"}, []string{"dane", "swiss", ""}},
	"eastern":    {func(s string) bool { return eastern(strings.Fields(s)) }, []string{"abdul rahman", "muhammad ali"}, []string{"ann holt", ""}},
	"hasHead":    {func(s string) bool { return hasHead(strings.Fields(s)) }, []string{"lund ministry", "university of lund"}, []string{"lund boats", ""}},
	"onlyHeads":  {func(s string) bool { return onlyHeads(strings.Fields(s)) }, []string{"ministry", "university institute"}, []string{"lund ministry", "boats"}},
	"ofState":    {ofState, []string{"Ministry of Health", "Supreme Court"}, []string{"Lund Port Board", "Oxfam"}},
	"possessive": {possessive, []string{"'s", "’"}, []string{"s", ""}},
	"plain":      {plain, []string{"Lund", "Ann Holt", "Élan", "a-b"}, []string{"", "true", "No", "1a", "Lund ", "a: b", "#a", "a\u2028b"}},
}

func TestQuestions(t *testing.T) {
	for name, q := range questions {
		testtable.Ask(t, name, q.ask, q.yes, q.no)
	}
}

// What is made of one name or word.
var readings = map[string]struct {
	read func(string) string
	want map[string]string
}{
	"dropPossessive": {dropPossessive, map[string]string{"Lund's": "Lund", "Lund’s": "Lund", "LUND'S": "LUND", "boats'": "boats", "Lund": "Lund"}},
	"undouble":       {undouble, map[string]string{"hassan": "hasan", "aabb": "ab", "1100": "1100", "": ""}},
	"singular":       {singular, map[string]string{"agencies": "agency", "fishermen": "fisherman", "boss": "boss", "danes": "dane", "gas": "gas", "ies": "ies"}},
	"singularRole":   {singularRole, map[string]string{"chairmen": "chairman", "deputies": "deputy", "leaders": "leader", "boss": "boss", "head": "head"}},
	"american":       {american, map[string]string{"organisation": "organization", "organisations": "organizations", "organised": "organized", "harbour": "harbor", "four": "four", "mill": "mill"}},
	"initialsOf":     {func(s string) string { a, b := initialsOf(s); return a + " " + b }, map[string]string{"World Health Organization": "WHO WHO", "Bank of Lund": "BL BOL", "Grain & Sons": "GS GS", "Jean-Paul": "JP JP", "(new) Élan": "NÉ NÉ", "": " "}},
	"letters":        {letters, map[string]string{"U.N.": "UN", "G-7": "G7", "é": "É"}},
	"bareName":       {bareName, map[string]string{"Dr. Ann Holt": "Ann Holt", "Mr Holt": "Holt", "the Trust's Ana Petrova": "Ana Petrova", "Prime Minister Ann Holt": "Ann Holt", "Ann Holt": "Ann Holt", "Holt": "Holt"}},
	"styleOf":        {styleOf, map[string]string{"King Holt": "king", "St. Holt": "st", "King Ann Holt": "", "Holt": "", "Ann Holt": ""}},
	"capitals":       {func(s string) string { return fmt.Sprint(capitals(s)) }, map[string]string{"LuND": "3", "lund": "0"}},
	"country":        {countryNamed, map[string]string{"Kenya": "KE", "Danes": "DK", "Lund": "", "": ""}},
	"dependence":     {dependence, map[string]string{"affiliate": affiliateOf, "wing": partOf, "member": memberOf, "boat": ""}},
	"tail": {func(s string) string {
		first, again := tail(s, 0), tail(s, 0)
		return fmt.Sprint(len(first), first != tail(s, 1), first == again)
	}, map[string]string{"Lund": "4 true true", "": "4 true true"}},
	"round": {func(s string) string { return fmt.Sprint(round(map[string]float64{"a": 0.126, "b": 0.124, "c": 1}[s])) }, map[string]string{"a": "0.13", "b": "0.12", "c": "1"}},
}

func TestReadings(t *testing.T) {
	for name, r := range readings {
		testtable.Read(t, name, r.read, r.want)
	}
}

// How alike the words before two surnames are.
func TestGivenNames(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		loose bool
		want  float64
	}{
		{"ann", "ann", false, likeSame},
		{"ann", "a", false, likeInitial},
		{"ann", "ann maria", false, likeMiddle},
		{"ann", "omar", false, likeNot},
		{"maria", "j maria", false, likeMiddle},
		{"ann omar", "ann", false, likeMiddle},
		{"william", "bill", false, likeNick},
		{"", "ann", false, likeMiddle},
	} {
		if got := givenNames(folded(c.a), folded(c.b), c.loose); got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
		if got := givenNames(folded(c.b), folded(c.a), c.loose); got != c.want {
			t.Errorf("%q and %q, turned round: %v, want %v", c.b, c.a, got, c.want)
		}
	}
}

// folded are the words of a name as they are compared.
func folded(name string) []string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = mild(w)
	}
	return words
}

// Whether a name ends in the words of another.
func TestEndsOfNames(t *testing.T) {
	for _, c := range []struct {
		words, tail string
		loose, want bool
	}{
		{"omar al haddad", "al haddad", false, true}, {"omar haddad", "haddad omar", false, false}, {"haddad", "al haddad", false, false},
		{"omar khatib", "katib", true, true}, {"omar khatib", "katib", false, false},
	} {
		if got := endsWith(strings.Fields(c.words), strings.Fields(c.tail), c.loose); got != c.want {
			t.Errorf("%q ends with %q: %v", c.words, c.tail, got)
		}
	}
}

// The name that an entity is called by: a full one before a short one, then the
// commonest, then the longest.
func TestBetterName(t *testing.T) {
	count := map[string]int{"WHO": 9, "World Health Organization": 1, "Holt": 9, "Ann Holt": 1, "A. Holt": 5, "Lund": 2, "Lund Town": 2, "Malmö": 1}
	for _, c := range []struct {
		a, b string
		typ  doc.MentionType
	}{
		{"World Health Organization", "WHO", doc.Org}, {"Ann Holt", "Holt", doc.Person}, {"Ann Holt", "A. Holt", doc.Person}, {"Lund", "Malmö", doc.Place}, {"Lund Town", "Lund", doc.Place},
	} {
		if !better(c.a, c.b, count, c.typ) || better(c.b, c.a, count, c.typ) {
			t.Errorf("%q is not before %q", c.a, c.b)
		}
	}
	var names []doc.Alias
	for _, n := range []string{"Lund", "Holt", "WHO", "Lund Town"} {
		names = append(names, doc.Alias{Text: n, Count: count[n]})
	}
	sortAliases(names)
	if got := fmt.Sprint(names[0].Text, names[1].Text, names[2].Text, names[3].Text); got != "HoltWHOLundLund Town" {
		t.Error(got)
	}
}

// What a name means to most: a country before a region, a large city before a small one,
// a listed name before a variant, and what readers told before all.
func TestPrior(t *testing.T) {
	match := func(k gazetteer.Kind, people int, capital bool) gazetteer.Match {
		return gazetteer.Match{Entry: &gazetteer.Entry{Kind: k, Population: people, Capital: capital}}
	}
	country, region := match(gazetteer.Country, 0, false), match(gazetteer.Region, 0, false)
	large, small, capital := match(gazetteer.City, 2e6, false), match(gazetteer.City, 2000, false), match(gazetteer.City, 2000, true)
	variant, weak, user := country, country, small
	variant.Alias, weak.Weak, user.User = gazetteer.Variant, true, true
	for _, p := range [][2]gazetteer.Match{{country, region}, {country, large}, {large, region}, {region, small}, {capital, small}, {country, variant}, {variant, weak}, {user, country}} {
		if prior(p[0]) <= prior(p[1]) {
			t.Errorf("%+v does not come before %+v", p[0], p[1])
		}
	}
}

// A pair is the same whichever way it is told.
func TestPairKey(t *testing.T) {
	if pairKey("a", "b") != pairKey("b", "a") || pairKey("a", "b") == pairKey("a", "c") || pairKey("a", "bc") == pairKey("ab", "c") {
		t.Error("pairs are mixed up")
	}
	if stringSet(nil) != nil || !stringSet([]string{" Ann  Holt"})["Ann Holt"] {
		t.Error("blanks count")
	}
}
