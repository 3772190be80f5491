package index

import (
	"strings"
	"testing"
)

func TestDropStopWords(t *testing.T) {
	for _, c := range []struct{ query, langs, want string }{
		{"who are the fighters from abroad", "en", "fighters abroad"},
		{"the who", "en", "the who"},
		{"le retour des combattants", "en fr", "retour combattants"},
		{"le retour des combattants", "en", "le retour des combattants"},
		{"rückkehr der kämpfer nach Hamburg", "ar de en fr", "rückkehr kämpfer Hamburg"},
		{"عودة المقاتلين من العراق", "ar en", "عودة المقاتلين العراق"},
		{"die in Mosul", "de en", "Mosul"},
		{"возвращение из Сирии", "en ru", "возвращение Сирии"},
	} {
		var parts []Query
		for _, w := range strings.Fields(c.query) {
			parts = append(parts, Term{w})
		}
		var got []string
		for _, q := range dropStopWords(parts, strings.Fields(c.langs)) {
			got = append(got, q.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q in %s: got %q, want %q", c.query, c.langs, got, c.want)
		}
	}
}

// A query of which some words are enough keeps more of them.
func TestDropEmptyWords(t *testing.T) {
	for _, c := range []struct{ query, langs, want string }{
		{"how many of our schools could not open", "en", "our schools could open"},
		{"what can be said about the dam", "en", "can said about dam"},
		{"who was it", "en", "who was it"},
		{"le retour des réfugiés", "en fr", "retour réfugiés"},
	} {
		var parts []Query
		for _, w := range strings.Fields(c.query) {
			parts = append(parts, Term{w})
		}
		if got := (And{dropEmptyWords(parts, strings.Fields(c.langs))}).String(); got != c.want {
			t.Errorf("%q in %s: got %q, want %q", c.query, c.langs, got, c.want)
		}
	}
}

// Forms of a word share their stem in the languages that have stemmers, and
// stemmers of Latin letters keep the first, which matchers rely on.
func TestStems(t *testing.T) {
	for lang, forms := range map[string]string{
		"en": "fighter fighters", "fr": "combattant combattants", "de": "kind kinder", "es": "combatiente combatientes",
		"it": "combattente combattenti", "pt": "combatente combatentes", "nl": "strijder strijders", "sv": "bilen bilar",
		"ru": "боевик боевики", "ar": "مقاتل مقاتلين", "tr": "savasci savascilar", "fa": "سرباز سرباز", "ckb": "شەڕڤان شەڕڤانان",
		"da": "soldat soldater", "fi": "sotilas sotilas", "hu": "haz hazak", "ro": "soldat soldati", "no": "soldat soldater",
	} {
		stem := Stemmer(lang)
		if stem == nil {
			t.Errorf("%s has no stemmer", lang)
			continue
		}
		words := strings.Fields(forms)
		if a, b := stem(words[0]), stem(words[1]); a != b && lang != "ckb" {
			t.Errorf("%s: %s has the stem %s, %s %s", lang, words[0], a, words[1], b)
		}
		for _, w := range append(words, "yes", "young", "skies", "dying", "yankee", "always", "uberall", "ijs") {
			if s := stem(w); keepsInitial[lang] && s[0] != w[0] {
				t.Errorf("%s: %s has the stem %s", lang, w, s)
			}
		}
	}
}
