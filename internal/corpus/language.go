package corpus

import (
	"cmp"
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"analyze/internal/doc"

	tags "golang.org/x/text/language"
)

//go:embed data/languages.tsv
var languageTable string

// A lexicon knows the small words of languages in Latin letters.
type lexicon struct {
	tags  []string
	names map[string]string // by tag
	of    map[string][]int  // word → indices of tags
}

// english is the index of English in lexicon.tags.
const english = 0

var lexicons = sync.OnceValue(func() *lexicon {
	x := &lexicon{names: map[string]string{}, of: map[string][]int{}}
	for line := range strings.Lines(languageTable) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if line[0] == '#' || len(f) != 3 {
			continue
		}
		for w := range strings.FieldsSeq(f[2]) {
			x.of[w] = append(x.of[w], len(x.tags))
		}
		x.tags = append(x.tags, f[0])
		x.names[f[0]] = f[1]
	}
	for _, s := range scripts {
		x.names[s.tag] = s.name
		for _, o := range s.others {
			x.names[o.tag] = o.name
		}
	}
	return x
})

// A script is a range of letters with the language that is mostly written in
// it, and those that are known from it by letters or words of their own.
type script struct {
	table     *unicode.RangeTable
	tag, name string
	others    []sibling
}

// A sibling is another language of a script: more than one in a hundred letters
// is one of its own, or its words stand in the text.
type sibling struct {
	tag, name, letters string
	words              []string
}

var scripts = []script{
	{unicode.Cyrillic, "ru", "Russian", []sibling{
		{"uk", "Ukrainian", "іїєґ", nil}, {"be", "Belarusian", "ў", nil}, {"mk", "Macedonian", "ѓќѕ", nil}, {"sr", "Serbian", "ђћџљњј", nil},
		{"kk", "Kazakh", "әғқңұһ", nil}, {"ky", "Kyrgyz", "ңүө", nil}, {"tg", "Tajik", "ӣқҷҳӯ", nil}, {"mn", "Mongolian", "өү", nil},
		{"bg", "Bulgarian", "ъ", []string{" ще ", " са ", " от ", " е "}},
	}},
	{unicode.Arabic, "ar", "Arabic", []sibling{
		{"ur", "Urdu", "ٹڈںےھ", nil}, {"ps", "Pashto", "ښځڅټډړږۍې", nil}, {"ckb", "Central Kurdish", "ێۆڕڵە", nil},
		{"ug", "Uyghur", "ۇۈۋ", nil}, {"fa", "Persian", "پچژگکی", nil},
	}},
	{unicode.Hebrew, "he", "Hebrew", []sibling{{"yi", "Yiddish", "װױײ", []string{" און ", " איז "}}}},
	{unicode.Greek, "el", "Greek", nil},
	{unicode.Hangul, "ko", "Korean", nil},
	{unicode.Hiragana, "ja", "Japanese", nil},
	{unicode.Katakana, "ja", "Japanese", nil},
	{unicode.Han, "zh", "Chinese", nil},
	{unicode.Devanagari, "hi", "Hindi", []sibling{{"mr", "Marathi", "ळ", []string{" आहे", " आणि "}}, {"ne", "Nepali", "", []string{" छ।", " र ", "गरेको"}}}},
	{unicode.Bengali, "bn", "Bengali", []sibling{{"as", "Assamese", "ৰৱ", nil}}},
	{unicode.Thai, "th", "Thai", nil},
	{unicode.Ethiopic, "am", "Amharic", []sibling{{"ti", "Tigrinya", "ቐኸ", []string{"እዩ", "ናይ"}}}},
	{unicode.Tamil, "ta", "Tamil", nil},
	{unicode.Telugu, "te", "Telugu", nil},
	{unicode.Kannada, "kn", "Kannada", nil},
	{unicode.Malayalam, "ml", "Malayalam", nil},
	{unicode.Gujarati, "gu", "Gujarati", nil},
	{unicode.Gurmukhi, "pa", "Punjabi", nil},
	{unicode.Oriya, "or", "Odia", nil},
	{unicode.Sinhala, "si", "Sinhala", nil},
	{unicode.Georgian, "ka", "Georgian", nil},
	{unicode.Armenian, "hy", "Armenian", nil},
	{unicode.Khmer, "km", "Khmer", nil},
	{unicode.Lao, "lo", "Lao", nil},
	{unicode.Myanmar, "my", "Burmese", nil},
	{unicode.Tibetan, "bo", "Tibetan", nil},
	{unicode.Thaana, "dv", "Dhivehi", nil},
}

// A document is looked at through windows: text in two languages is English
// where a good part of it is.
const (
	windows    = 8
	windowSize = 800 // bytes
)

// LanguageName returns the English name of a language, its tag where it is not
// known.
func LanguageName(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return cmp.Or(lexicons().names[base], tag)
}

// setLanguage sets the language of a document that was read, as a BCP 47 tag.
// What its words tell without doubt counts; then what the file says; what is
// too short or too bare of words to tell is English.
func setLanguage(d *doc.Document) {
	declared := ""
	if t, err := tags.Parse(d.File.Language); err == nil && t != tags.Und {
		declared = t.String()
	}
	found, sure := identify(running(d))
	base, _, _ := strings.Cut(declared, "-")
	switch {
	case sure && found == base || sure && found != "en" && base != "en" && base != "" && related(found, base):
		d.File.Language = declared // which may tell more: en-GB
	case sure:
		d.File.Language = found
	case declared != "" && saysItself(d.File.Format):
		d.File.Language = declared
	default:
		d.File.Language = "en"
	}
}

// related reports whether two languages are near enough for the small words of
// one to be found in the other, or the first was chosen for want of the second.
func related(found, declared string) bool {
	known := lexicons().names
	return known[declared] == "" || latinLetters(found) == latinLetters(declared) && strings.Contains(kin, found+" ") && strings.Contains(kin, declared+" ")
}

// kin are languages that are taken for each other.
const kin = "da no nb nn sv hr bs sr sl cs sk id ms es gl ca pt ru uk be bg mk fa ps ur "

func latinLetters(tag string) bool {
	for _, s := range scripts {
		if s.tag == tag {
			return false
		}
		for _, o := range s.others {
			if o.tag == tag {
				return false
			}
		}
	}
	return true
}

// saysItself reports whether files of the format name their language because
// somebody wrote it there; an office program writes the language of its menus.
func saysItself(format string) bool {
	return format == "md" || format == "html" || format == "epub"
}

// running is the text without what the format set apart from it.
func running(d *doc.Document) string {
	var b strings.Builder
	at := 0
	for _, m := range d.Marks {
		if (m.Kind == doc.MarkMeta || m.Kind == doc.MarkBoilerplate) && m.Start >= at && m.End <= len(d.Text) {
			b.WriteString(d.Text[at:m.Start])
			b.WriteByte('\n')
			at = m.End
		}
	}
	if at == 0 {
		return d.Text
	}
	b.WriteString(d.Text[at:])
	return b.String()
}

// identify tells the language of a text, "en" and false where nothing is clear.
func identify(s string) (tag string, sure bool) {
	votes := map[string]int{}
	n := 0
	step := max(windowSize, len(s)/windows)
	for at := 0; at < len(s); at += step {
		if tag := identifyWindow(window(s, at)); tag != "" {
			votes[tag]++
			n++
		}
		if votes["en"]*10 >= (windows+1)*3 { // whatever the others say
			return "en", true
		}
	}
	if n == 0 {
		return "en", false
	}
	if votes["en"]*10 >= n*3 {
		return "en", true
	}
	best := ""
	for t, v := range votes {
		if t != "en" && (best == "" || v > votes[best] || v == votes[best] && t < best) {
			best = t
		}
	}
	return best, true
}

// window returns windowSize bytes of s from at on, cut between characters.
func window(s string, at int) string {
	end := min(at+windowSize, len(s))
	for at > 0 && at < end && !utf8.RuneStart(s[at]) {
		at++
	}
	for end < len(s) && end > at && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[at:end]
}

// identifyWindow tells the language of a piece of text, "" if it is not clear.
func identifyWindow(s string) string {
	letters, latin := 0, 0
	var in [64]int
	for _, r := range s {
		if r < 0x80 && (r|0x20) >= 'a' && (r|0x20) <= 'z' {
			letters++
			latin++
		} else if r >= 0x80 && unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
				continue
			}
			for i := range scripts {
				if unicode.Is(scripts[i].table, r) {
					in[i]++
					break
				}
			}
		}
	}
	if (letters-latin)*10 < letters*6 {
		return identifyLatin(s)
	}
	best := 0
	for i := range scripts {
		if in[i] > in[best] {
			best = i
		}
	}
	if in[best] < 8 {
		return ""
	}
	return scripts[best].language(s, letters, in[:])
}

// language tells which of the languages of a script s is in.
func (c *script) language(s string, letters int, in []int) string {
	if c.tag == "zh" { // Japanese mixes in its own letters
		kana := 0
		for i := range scripts {
			if scripts[i].tag == "ja" {
				kana += in[i]
			}
		}
		if kana*20 > letters {
			return "ja"
		}
	}
	for _, o := range c.others {
		own := 0
		for _, r := range s {
			if strings.ContainsRune(o.letters, r) {
				own++
			}
		}
		words := 0
		for _, w := range o.words {
			words += strings.Count(s, w)
		}
		if o.words == nil && own*100 > letters || o.words != nil && words*100 > letters {
			return o.tag
		}
	}
	return c.tag
}

// How many words there must be, and how many different small words of a
// language among them, before they count as evidence: "de la" stands in names
// everywhere.
const (
	leastWords = 15
	leastHits  = 5
)

// identifyLatin tells the language of text in Latin letters by its small words.
// Names, tables and lists have few of any language.
func identifyLatin(s string) string {
	x := lexicons()
	hits, different := make([]int, len(x.tags)), make([]int, len(x.tags))
	seen := map[string]bool{}
	n := 0
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsLetter(r) {
			at += size
			continue
		}
		end := at + wordLen(s[at:])
		n++
		w := s[at:end]
		if (len(w) > 1 || unicode.IsLower(r)) && (at == 0 || s[at-1] != '\'') && !strings.HasSuffix(s[:at], "’") {
			w = strings.ToLower(w)
			for _, i := range x.of[w] {
				hits[i]++
				if !seen[w] {
					different[i]++
				}
			}
			seen[w] = true
		}
		at = end
	}
	best := english + 1
	for i, h := range hits {
		if i != english && h > hits[best] {
			best = i
		}
	}
	share := 15 // in a hundred; less where hardly a word is English
	if hits[best] > hits[english]*4 {
		share = 8
	}
	switch {
	case n < leastWords:
		return ""
	case different[best] >= leastHits && hits[best]*100 >= n*share && hits[best]*10 >= hits[english]*16:
		return x.tags[best]
	case different[english] >= leastHits && hits[english]*100 >= n*10 && hits[english] >= hits[best]:
		return "en"
	}
	return ""
}

// wordLen is the length of the letters that s begins with, with the apostrophes
// that are letters in some languages.
func wordLen(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '‘' && r != 'ʻ' {
			return i
		}
	}
	return len(s)
}
