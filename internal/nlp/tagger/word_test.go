package tagger

import (
	"strings"
	"testing"
)

func TestKinds(t *testing.T) {
	for text, want := range map[string]kind{
		"":           kindOther,
		"—":          kindOther,
		"house":      kindLower,
		"c'est":      kindLower,
		"Mosul":      kindTitle,
		"Jean-Paul":  kindTitle,
		"O’Neill":    kindTitle,
		"Münch":      kindTitle,
		"İzmir":      kindTitle,
		"NATO":       kindCaps,
		"AT&T":       kindCaps,
		"McGill":     kindMixed,
		"YouTube":    kindMixed,
		"40,000":     kindDigit,
		"G20":        kindAlnum,
		"17th":       kindAlnum,
		"J.":         kindInitial,
		"A":          kindInitial,
		"U.S.":       kindAcronym,
		"al-Assad":   kindParticle,
		"d'Ivoire":   kindParticle,
		"d’Ivoire":   kindParticle,
		"US-led":     kindTail,
		"Iran-based": kindTail,
	} {
		var w word
		if w.analyse(text, false, nil); w.kind != want {
			t.Errorf("%q: %d, want %d", text, w.kind, want)
		}
	}
}

// Words that are one but for the shape of quotes and dashes are the same word.
func TestSpellingsThatAreOne(t *testing.T) {
	for a, b := range map[string]string{
		"O’Neill":  "O'Neill",
		"al‑Assad": "al-Assad",
		"“":        "\"",
	} {
		var v, w word
		v.analyse(a, false, nil)
		w.analyse(b, false, nil)
		if v != w {
			t.Errorf("%q and %q differ", a, b)
		}
	}
}

// In a line of capitals a word is read as it stands elsewhere.
func TestFold(t *testing.T) {
	for caps, plain := range map[string]string{"RUSSIA": "Russia", "O'NEILL": "O'neill", "ÉTATS": "États"} {
		var v, w word
		v.analyse(caps, true, nil)
		w.analyse(plain, false, nil)
		if v != w {
			t.Errorf("%q is not read as %q", caps, plain)
		}
	}
}

func TestAcronym(t *testing.T) {
	letters := func(s string) uint32 {
		var w word
		w.analyse(s, false, nil)
		return w.letters
	}
	if a, b := letters("U.S."), letters("US"); a == 0 || a != b {
		t.Errorf("U.S. %x, US %x", a, b)
	}
	if a, b := letters("NGOs"), letters("NGO"); a == 0 || a != b {
		t.Errorf("NGOs %x, NGO %x", a, b)
	}
	for _, s := range []string{"A", "Nato", "TOOLONGFORONE", "B2B"} {
		if letters(s) != 0 {
			t.Errorf("%q is taken for an acronym", s)
		}
	}
}

func TestReadClusters(t *testing.T) {
	c, err := ReadClusters(strings.NewReader("paris\t35\t183\t157\nhouse\t1\t2\t3\n"))
	if err != nil {
		t.Fatal(err)
	}
	v := c.find(hashString("Paris"))
	if v.coarse() != 36 || v.middle() != 184 || v.fine() != 158 {
		t.Errorf("%d %d %d", v.coarse(), v.middle(), v.fine())
	}
	if c.find(hashString("unknown")) != 0 {
		t.Error("an unknown word has clusters")
	}
	for _, bad := range []string{"paris\t1\t2", "paris\t64\t1\t1", "paris\tx\t1\t1", "paris\t1\t-1\t1"} {
		if _, err := ReadClusters(strings.NewReader(bad)); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

// A document is read for its runs, and for what acronyms stand for.
func TestRuns(t *testing.T) {
	for text, want := range map[string]string{
		"He met Anna Weber of the Ministry of Trade in Bonn .":  "He met «Anna Weber of the Ministry of Trade» in «Bonn» .",
		"The Office for Sea Travel ( OST ) opened .":            "The «Office for Sea Travel» ( «OST» ) opened .",
		"When Lima fell , all was lost .":                       "When «Lima» fell , all was lost .",
		"the men of the north":                                  "the men of the north",
		"“ We saw Paul ” , she said":                            "“ We saw «Paul» ” , she said",
		"Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll Mm went":           "«Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll» «Mm» went",
		"Turkish - Syrian talks and Omar bin Said spoke of war": "«Turkish - Syrian» talks and «Omar bin Said» spoke of war",
	} {
		r := newReader(nil)
		r.read([][]Token{tokensOf(text)})
		words := strings.Fields(text)
		for _, run := range r.runs {
			words[run.start] = "«" + words[run.start]
			words[run.end-1] += "»"
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	r := newReader(nil)
	r.read([][]Token{tokensOf("The Office for Sea Travel opened ."), tokensOf("It is the OST .")})
	e := r.entries[r.places[10].entry]
	if e.acronym != hashString("travel") {
		t.Error("the acronym is not joined to its run")
	}
}

func TestCasing(t *testing.T) {
	for text, want := range map[string]casing{
		"Ten Thousand Workers Leave the Northern Mines": casingTitle,
		"TEN THOUSAND WORKERS LEAVE THE NORTHERN MINES": casingCaps,
		"Ten thousand workers leave the northern mines": casingPlain,
		"Our staff":   casingShort,
		"":            casingShort,
		"a b c d e f": casingShort,
	} {
		if got := casingOf(tokensOf(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// tokensOf cuts a text at blanks.
func tokensOf(text string) []Token {
	var out []Token
	for _, w := range strings.Fields(text) {
		out = append(out, Token{Text: w})
	}
	return out
}
