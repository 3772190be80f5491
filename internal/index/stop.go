package index

import (
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/ckb"
	"github.com/blevesearch/bleve/v2/analysis/lang/da"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fa"
	"github.com/blevesearch/bleve/v2/analysis/lang/fi"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/hi"
	"github.com/blevesearch/bleve/v2/analysis/lang/hu"
	"github.com/blevesearch/bleve/v2/analysis/lang/it"
	"github.com/blevesearch/bleve/v2/analysis/lang/nl"
	"github.com/blevesearch/bleve/v2/analysis/lang/no"
	"github.com/blevesearch/bleve/v2/analysis/lang/pt"
	"github.com/blevesearch/bleve/v2/analysis/lang/ro"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/bleve/v2/analysis/lang/sv"
	"github.com/blevesearch/bleve/v2/analysis/lang/tr"
)

// Words that say nothing of what a text is about. They are indexed like others,
// since phrases need them; a query of several words leaves them out. The
// English ones are ours, those of other languages bleve's.
var stopLists = map[string][]byte{
	"ar": ar.ArabicStopWords, "ckb": ckb.SoraniStopWords, "da": da.DanishStopWords, "de": de.GermanStopWords, "es": es.SpanishStopWords,
	"fa": fa.PersianStopWords, "fi": fi.FinnishStopWords, "fr": fr.FrenchStopWords, "hi": hi.HindiStopWords, "hu": hu.HungarianStopWords,
	"it": it.ItalianStopWords, "nl": nl.DutchStopWords, "no": no.NorwegianStopWords, "nb": no.NorwegianStopWords, "nn": no.NorwegianStopWords,
	"pt": pt.PortugueseStopWords, "ro": ro.RomanianStopWords, "ru": ru.RussianStopWords, "sv": sv.SwedishStopWords,
	"tr": tr.TurkishStopWords,
}

const englishStopWords = `a about am an and any are as at be been being but by can could did do does for from had has have he
	her hers him his how i if in into is it its many me much my no nor not of on or our ours she should so some such than that the their
	theirs them then there these they this those to was we were what when where which while who whom whose why will with would you your yours`

// What is left out where a query need not be found whole: there the words that
// say little find little, and what they add to the rank of a document is worth
// having; but for those that say nothing at all and those that ask.
const englishEmptyWords = `a an and are as at be been but by for from had has have how if in into is it many much no not of on or
	such that the their then there these they this to was were what when where which who whom whose why will with`

var emptyWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(englishEmptyWords) {
		out[w] = true
	}
	return out
})

// stopWordsOf are the stop words of a language, folded.
func stopWordsOf(lang string) map[string]bool {
	if m, ok := stopCache.Load(lang); ok {
		return m.(map[string]bool)
	}
	list := analysis.NewTokenMap()
	if lang == "en" {
		for _, w := range strings.Fields(englishStopWords) {
			list.AddToken(w)
		}
	} else if err := list.LoadBytes(stopLists[lang]); err != nil {
		panic(err) // they are part of the program
	}
	m := make(map[string]bool, len(list))
	for w := range list {
		exact, _ := fold(strings.TrimSpace(w))
		m[exact] = true
	}
	delete(m, "")
	stopCache.Store(lang, m)
	return m
}

var stopCache sync.Map

// stopsIn are the stop words of that of the languages which has most of them
// among some words, English at equal numbers.
func stopsIn(words, langs []string) (best map[string]bool, english bool) {
	best, english = stopWordsOf("en"), true
	most := 0
	for _, w := range words {
		if best[w] {
			most++
		}
	}
	for _, lang := range langs {
		n, stops := 0, stopWordsOf(lang)
		for _, w := range words {
			if stops[w] {
				n++
			}
		}
		if n > most {
			best, most, english = stops, n, lang == "en"
		}
	}
	return best, english
}

// dropStopWords leaves out words that say nothing in one of the languages,
// unless all do.
func dropStopWords(parts []Query, langs []string) []Query { return drop(parts, langs, false) }

// dropEmptyWords leaves out fewer words, for queries of which a document need
// not hold all.
func dropEmptyWords(parts []Query, langs []string) []Query { return drop(parts, langs, true) }

func drop(parts []Query, langs []string, few bool) []Query {
	folded := make([]string, len(parts)) // "" for what is no plain word
	for i, q := range parts {
		if t, ok := q.(Term); ok {
			folded[i], _ = fold(strings.Trim(t.Text, ".,;:!?'\""))
		}
	}
	stops, english := stopsIn(folded, langs)
	if few && english {
		stops = emptyWords()
	}
	var kept []Query
	for i, q := range parts {
		if !stops[folded[i]] {
			kept = append(kept, q)
		}
	}
	if len(kept) == 0 {
		return parts
	}
	return kept
}
