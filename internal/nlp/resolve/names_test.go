package resolve

import (
	"slices"
	"strings"
	"testing"
)

func TestKey(t *testing.T) {
	for name, want := range map[string]string{
		"The Hague":     "hague",
		"al-Qaeda":      "al qaeda",
		"El Salvador":   "al salvador",
		"U.S.":          "us",
		"Côte d’Ivoire": "cote divoire",
		"Lund's":        "lund",
		"Lund’s":        "lund",
		"Trust (Riga)":  "trust riga",
		"Grain & Sons":  "grain and sons",
		"":              "",
		"’s":            "",
		"Ω":             "ω",
	} {
		if got := key(name); got != want {
			t.Errorf("key(%q) = %q, want %q", name, got, want)
		}
	}
}

// Words that fold alike mildly are spellings of one name, those that do only
// strongly may be.
func TestFolds(t *testing.T) {
	for _, c := range []struct {
		a, b         string
		mild, strong bool
	}{
		{"zawahiri", "zawahiri", true, true},
		{"raqqa", "raqa", true, true},
		{"yousef", "yusef", true, true},
		{"hussein", "hussain", true, true},
		{"muhammad", "mohammed", false, true},
		{"nusra", "nusrah", false, true},
		{"zarqawi", "zarkawi", true, true},
		{"khatib", "katib", false, true},
		{"reed", "read", false, true},
		{"lee", "le", false, true},
		{"hassan", "hussein", false, false},
		{"larsen", "larson", false, false},
		{"ali", "eli", false, true},
	} {
		if got := mild(c.a) == mild(c.b); got != c.mild {
			t.Errorf("mildly %s and %s: %v (%s, %s)", c.a, c.b, got, mild(c.a), mild(c.b))
		}
		if got := strong(mild(c.a)) == strong(mild(c.b)); got != c.strong {
			t.Errorf("strongly %s and %s: %v (%s, %s)", c.a, c.b, got, strong(mild(c.a)), strong(mild(c.b)))
		}
	}
}

func TestMildWords(t *testing.T) {
	for k, want := range map[string]string{
		"abdel hamid trabelsi":  "abdalhamid trabelsi",
		"abd al hamid trabelsi": "abdalhamid trabelsi",
		"abdelhamid trabelsi":   "abdalhamid trabelsi",
		"abdul":                 "abdul",
		"ana petrova":           "ana petrova",
	} {
		if got := strings.Join(mildWords(k), " "); got != want {
			t.Errorf("%s: %q, want %q", k, got, want)
		}
	}
}

func TestMisread(t *testing.T) {
	for wrong, right := range map[string]string{"Jordau": "Jordan", "Libva": "Libya", "Irag": "Iraq", "Turkcy": "Turkey", "Gerrnany": "Germany", "Belgiurn": "Belgium"} {
		found := false
		misread(wrong, func(w string) bool {
			found = found || w == right
			return !found
		})
		if !found {
			t.Errorf("%s is not read as %s", wrong, right)
		}
	}
	n := 0
	misread(strings.Repeat("n", 1000), func(string) bool { n++; return true })
	if n > 0 {
		t.Errorf("%d readings of a line", n)
	}
}

func TestParsePerson(t *testing.T) {
	for name, want := range map[string]string{
		"Ana Petrova":                  "ana + petrova",
		"Petrova":                      "+ petrova",
		"J. van Dalen":                 "j + van dalen",
		"J.R. Smith":                   "j r + smith",
		"Wil M. van Gemert":            "wil m + van gemert",
		"bin Laden":                    "+ bin laden",
		"Osama bin Laden":              "osama + bin laden",
		"Abu Bakr al-Baghdadi":         "abu bakr + al baghdadi",
		"Martin Hale Jr.":              "martin + hale, jr",
		"Barrett, Richard":             "richard + baret",
		"Anna “Nan” Field":             "ana nan + field",
		"Brig. Gen. Omar Saleh":        "omar + saleh",
		"NASA Administrator Karl Lund": "karl + lund",
		"Quay Institute's Karl Lund":   "karl + lund",
		"Leila Ben Amor":               "laila + ben amor",
		"Ben Amor":                     "ben + amor",
		"Karl Lund of Aarhus":          "karl + lund",
		"Llewellyn-Jones":              "+ jones",
		"Lee Hamilton":                 "lee + hamilton",
		"":                             "",
		"’s":                           "",
		"°":                            "",
	} {
		p := parsePerson(name)
		got := ""
		if len(p.words) > 0 {
			if !p.full && p.surname > 0 {
				p.words = p.words[p.surname:]
				p.surname = 0
			}
			got = strings.TrimSpace(strings.Join(p.words[:p.surname], " ") + " + " + strings.Join(p.words[p.surname:], " "))
		}
		if p.suffix != "" {
			got += ", " + p.suffix
		}
		if got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestLike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"Ana Petrova", "Ana Petrova", likeSame},
		{"Ana Petrova", "Ana K. Petrova", likeMiddle},
		{"A. Petrova", "Ana Petrova", likeInitial},
		{"A. K. Petrova", "Ana Katarina Petrova", likeInitial},
		{"A. K. Petrova", "Ana Maria Petrova", likeNot},
		{"George W. Bush", "George H.W. Bush", likeNot},
		{"J. Edgar Moss", "Edgar Moss", likeMiddle},
		{"Bill Moss", "William Moss", likeNick},
		{"Bob Moss", "Bill Moss", likeNot},
		{"Mohammed Saleh", "Muhammad Saleh", likeNick},
		{"Abu Musab Zarqawi", "Abu Musab al-Zarqawi", likeSame},
		{"Ayman Zawahri", "Ayman Zawahiri", likeNot},
		{"Higuchi Natsu", "Natsu Higuchi", likeTranslit},
		{"John Hale Jr.", "John Hale Sr.", likeNot},
		{"John Hale Jr.", "John Hale", likeSame},
		{"Ana Petrova", "Ana Petrov", likeNot},
	} {
		p, q := parsePerson(c.a), parsePerson(c.b)
		if got, back := p.like(&q), q.like(&p); got != c.want || back != got {
			t.Errorf("%s, %s: %v and %v, want %v", c.a, c.b, got, back, c.want)
		}
	}
}

func TestFits(t *testing.T) {
	for _, c := range []struct {
		full, short string
		want        int
	}{
		{"Ana Petrova", "Petrova", fitsSurname},
		{"Ana Petrova", "Ana", fitsGiven},
		{"Ana Petrova", "Petrov", fitsNot},
		{"Wil van Gemert", "Van Gemert", fitsSurname},
		{"Wil van Gemert", "Gemert", fitsSurname},
		{"Abu Bakr al-Baghdadi", "al-Baghdadi", fitsSurname},
		{"Abu Bakr al-Baghdadi", "Baghdadi", fitsSurname},
		{"Abu Bakr al-Baghdadi", "Abu Bakr", fitsGiven},
		{"Osama bin Laden", "Laden", fitsSurname},
		{"Ana García Ruiz", "García Ruiz", fitsSurname},
		{"Ana Petrova", "", fitsNot},
	} {
		p, q := parsePerson(c.full), parsePerson(c.short)
		if got := p.fits(&q); got != c.want {
			t.Errorf("%s for %s: %d, want %d", c.short, c.full, got, c.want)
		}
	}
}

func TestAbbreviates(t *testing.T) {
	for _, c := range []struct {
		acronym, name string
		want          bool
	}{
		{"WHO", "World Health Organization", true},
		{"ICSR", "International Centre for the Study of Radicalisation", true},
		{"U.N.", "United Nations", true},
		{"HTS", "Hay'at Tahrir al-Sham", true},
		{"DoD", "Department of Defense", true},
		{"WHO", "World Bank", false},
		{"EU", "Europol", false},
		{"", "World Bank", false},
	} {
		if got := abbreviates(c.acronym, c.name); got != c.want {
			t.Errorf("%s for %s: %v", c.acronym, c.name, got)
		}
	}
}

func TestOrgName(t *testing.T) {
	same := func(a, b string) bool {
		p, q := parseOrg(key(a)), parseOrg(key(b))
		return p.bag() == q.bag()
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Ministry of Justice", "Justice Ministry", true},
		{"Centre for Labour Studies", "Center for Labor Studies", true},
		{"Study of Radicalisation", "Study of Radicalization", true},
		{"University of Leeds", "Leeds University", true},
		{"Bank of Lund", "Trust of Lund", false},
	} {
		if got := same(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
	for name, want := range map[string]bool{"the Ministry": true, "Central Command": false, "Council": true, "Lund Group": false} {
		if o := parseOrg(key(name)); o.generic() != want {
			t.Errorf("%s is generic: %v", name, !want)
		}
	}
	for name, want := range map[string]bool{"Ministry of Justice": true, "Supreme Court": true, "National Police": true, "Quay Institute": false, "Leeds City Council": false} {
		if o := parseOrg(key(name)); shared(&o) != want {
			t.Errorf("%s is in many states: %v", name, !want)
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{"Holger Münch": "holger-munch", "al-Qaeda in Mali": "al-qaeda-in-mali", "King's College": "kings-college", "…": "unnamed"} {
		if got := slug(name); got != want {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
	}
}

// The table of short forms has no name twice in a line, and none that folds to
// nothing.
func TestNicknames(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(nicknames), "\n") {
		words := strings.Fields(line)
		slices.Sort(words)
		if len(words) < 2 || len(slices.Compact(words)) != len(strings.Fields(line)) {
			t.Errorf("line %q", line)
		}
	}
	if !sameGiven("phil", "philip") && !sameGiven(mild("phil"), mild("philip")) {
		t.Error("Phil is not Philip")
	}
	if sameGiven("ana", "anton") {
		t.Error("Ana is Anton")
	}
}

func TestTitleCase(t *testing.T) {
	for name, want := range map[string]string{"GUSTAV III": "Gustav III", "JOHN PAUL II": "John Paul II", "O'NEILL": "O'neill", "III": "Iii", "MINISTRY OF HEALTH AND CARE": "Ministry of Health and Care", "UN OFFICE FOR RELIEF": "UN Office for Relief"} {
		if got := titleCase(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
