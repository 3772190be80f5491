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
	"da": danish.Stem, "nl": dutch.Stem, "en": english.Stem, "fi": finnish.Stem,
	"hu": hungarian.Stem, "no": norwegian.Stem, "nb": norwegian.Stem, "nn": norwegian.Stem,
	"ro": romanian.Stem, "ru": russian.Stem, "sv": swedish.Stem, "tr": turkish.Stem,
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

// stopWords are English words that say nothing of what a text is about. They
// are indexed like others, since phrases need them; a query of several words
// leaves them out.
var stopWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range []string{
		"a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could", "did", "do", "does",
		"for", "from", "had", "has", "have", "he", "her", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "many", "me", "much", "my",
		"no", "nor", "not", "of", "on", "or", "our", "ours", "she", "should", "so", "some", "such", "than", "that", "the", "their", "theirs", "them",
		"then", "there", "these", "they", "this", "those", "to", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose",
		"why", "will", "with", "would", "you", "your", "yours",
	} {
		m[w] = true
	}
	return m
}()
