package index

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/ckb"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fa"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/hi"
	"github.com/blevesearch/bleve/v2/analysis/lang/it"
	"github.com/blevesearch/bleve/v2/analysis/lang/pt"
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/turkish"
)

// stemmers are the languages whose words have a stem.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"da": danish.Stem, "nl": dutch.Stem, "fi": finnish.Stem,
	"hu": hungarian.Stem, "no": norwegian.Stem, "nb": norwegian.Stem, "nn": norwegian.Stem,
	"ro": romanian.Stem, "ru": russian.Stem, "sv": swedish.Stem, "tr": turkish.Stem,
}

// keepsInitial are the languages whose stemmers leave the first letter of a
// word in Latin letters as it is.
var keepsInitial = map[string]bool{
	"da": true, "nl": true, "en": true, "fi": true, "hu": true, "no": true, "nb": true, "nn": true, "ro": true, "ru": true, "sv": true, "tr": true,
	"de": true, "es": true, "fr": true, "it": true, "pt": true,
}

// NoLanguage is the language of an Analyzer that leaves words as they are.
const NoLanguage = "zxx"

// Stemmer returns what gives words as written, folded, their stems in a
// language given as BCP 47, nil if there is nothing that does. It is safe for
// concurrent use.
func Stemmer(lang string) func(string) string {
	stem := stemmer(BaseLanguage(lang))
	if stem == nil {
		return nil
	}
	return func(word string) string {
		if !stemmable(word) {
			return word
		}
		if s := stem(word); s != "" {
			return s
		}
		return word
	}
}

func stemmer(lang string) func(string) string {
	if lang == "en" {
		return func(s string) string {
			e := snowballstem.NewEnv(american(s))
			english.Stem(e)
			return e.Current()
		}
	}
	if stem := stemmers[lang]; stem != nil {
		return func(s string) string {
			e := snowballstem.NewEnv(s)
			stem(e)
			return e.Current()
		}
	}
	switch lang { // light stemmers join less than Snowball's and tear less apart
	case "de":
		return filtered(de.NewGermanLightStemmerFilter())
	case "es":
		return filtered(es.NewSpanishLightStemmerFilter())
	case "fr":
		return filtered(fr.NewFrenchLightStemmerFilter())
	case "it":
		return filtered(it.NewItalianLightStemmerFilterFilter())
	case "pt":
		return filtered(pt.NewPortugueseLightStemmerFilter())
	case "ar":
		return filtered(ar.NewArabicNormalizeFilter(), ar.NewArabicStemmerFilter())
	case "fa":
		return filtered(fa.NewPersianNormalizeFilter())
	case "ckb":
		return filtered(ckb.NewSoraniNormalizeFilter(), ckb.NewSoraniStemmerFilter())
	case "hi":
		return filtered(hi.NewHindiNormalizeFilter(), hi.NewHindiStemmerFilter())
	}
	return nil
}

func filtered(filters ...analysis.TokenFilter) func(string) string {
	return func(s string) string {
		ts := analysis.TokenStream{{Term: []byte(s), Position: 1, End: len(s), Type: analysis.AlphaNumeric}}
		for _, f := range filters {
			ts = f.Filter(ts)
		}
		if len(ts) == 0 {
			return s
		}
		return string(ts[0].Term)
	}
}
