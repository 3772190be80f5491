package train

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/nlp/tagger"
)

// A Document is a text with its names, unified: bare spans that do not overlap,
// in order.
type Document struct {
	ID    string
	Text  string
	Names []Name
}

// A Name is a span of bytes of a text, half-open, with its type.
type Name struct {
	Start, End int
	Type       tagger.Type
}

// setting is a name as it stands: what the rules for types look at.
type setting struct {
	kind          string // the type in the file
	text          string
	before, after string // the words around, small; "" at the edge of a sentence
	next          string // the word after after
}

// kinds maps what the sets call their types; a type that is not here is Misc.
var kinds = func() map[string]tagger.Type {
	all := map[string]tagger.Type{}
	for t, names := range map[tagger.Type]string{
		tagger.Person: "PER person politician scientist writer musicalartist researcher Person PERSON",
		tagger.Org:    "ORG organisation organization politicalparty band university corporation group magazine academicjournal Organisation",
		tagger.Place:  "LOC location country place Location GPE FAC PLACE",
		tagger.Group:  "GROUP",
	} {
		for _, n := range strings.Fields(names) {
			all[n] = t
		}
	}
	return all
}()

// dropped are the types that mark no names.
var dropped = words(`NUM TIME Quantity Temporal Weapon MilitaryPlatform Money Vehicle CommsIdentifier Frequency
	DocumentReference time`)

// byName gives a name the type that its set calls it by, and tells peoples from
// demonyms used as adjectives, which the sets do not.
func byName(s *set, c setting) (tagger.Type, bool) {
	if dropped[c.kind] || !named(c.text) {
		return 0, false
	}
	t, ok := kinds[c.kind]
	if !ok {
		t = tagger.Misc
	}
	nationality := c.kind == "NORP" || c.kind == "Nationality"
	if t == tagger.Org && !nationality {
		if faiths[strings.ToLower(c.text)] {
			return tagger.Misc, true
		}
		nationality = flock(c.text)
	}
	if nationality || demonyms[strings.ToLower(c.text)] && t != tagger.Org && t != tagger.Person {
		return people(c), true
	}
	if t == tagger.Misc && plural(c.text) && peoples(c.text) {
		return tagger.Group, true
	}
	return t, true
}

// people tells a people, a demonym used as an adjective and a language apart.
func people(c setting) tagger.Type {
	if plural(c.text) {
		return tagger.Group
	}
	switch c.before {
	case "in", "into", "speak", "speaks", "spoke", "speaking", "from", "learn", "learned", "translated":
		if !noun(c.after) && tongues[strings.ToLower(c.text)] {
			return tagger.Misc
		}
	}
	if c.after == "and" || c.after == "or" || c.after == "," {
		if determiners[c.before] && (c.next == "the" || c.after == ",") {
			return tagger.Group
		}
		return tagger.Adjective
	}
	if !noun(c.after) && (determiners[c.before] || auxiliaries[c.after]) {
		return tagger.Group
	}
	return tagger.Adjective
}

// noun tells whether a word may be the noun that an adjective stands before.
func noun(word string) bool {
	if word == "" || auxiliaries[word] || particles[word] {
		return false
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r)
}

var (
	determiners = words("the a an these those many most some all other another few several two three more young fellow every")
	auxiliaries = words(`is are was were be been has have had do does did will would shall should can could may
		might must who whom whose whom that which`)
	particles = words(`of in on at by for from to with about against among and or but as than when while where
		because if after before during since until through between over under into onto upon within without
		not also ever never yet`)
	tongues = words(`arabic english french spanish german russian chinese mandarin italian dutch portuguese hebrew
		turkish persian farsi urdu hindi latin greek japanese korean polish swedish norwegian danish finnish
		ukrainian kurdish pashto dari serbian croatian czech hungarian romanian bulgarian welsh irish tamil
		bengali somali amharic vietnamese thai indonesian malay`)
)

// plural tells whether a name of a people ends as a plural does.
func plural(text string) bool {
	return strings.HasSuffix(text, "s") && !strings.HasSuffix(text, "ss") || strings.HasSuffix(text, "men") || strings.HasSuffix(text, "women")
}

// peoples tells whether a plural in capitals reads as followers or members.
func peoples(text string) bool {
	if strings.ContainsAny(text, " \n") {
		return false
	}
	one := strings.ToLower(strings.TrimSuffix(text, "s"))
	if demonyms[one] || believers[one] {
		return true
	}
	for _, end := range []string{"ist", "ian", "crat", "ite", "nik"} {
		if strings.HasSuffix(one, end) && len(one) > len(end)+2 {
			return true
		}
	}
	return false
}

// flock tells whether a text is an adjective or the plural of a people or of a
// faith, which are no bodies; parties are.
func flock(text string) bool {
	one := strings.ToLower(text)
	if !demonyms[one] && !believers[one] {
		one = strings.TrimSuffix(one, "s")
	}
	return (demonyms[one] || believers[one]) && !parties[one]
}

var (
	faiths  = words("islam christianity judaism hinduism buddhism catholicism protestantism sikhism orthodoxy islamism zionism")
	parties = words(`republican democrat democratic liberal conservative tory whig nazi communist socialist
		bolshevik menshevik green royalist unionist loyalist nationalist puritan salafi`)
)

var believers = words(`muslim christian jew arab kurd catholic protestant sunni shiite shia salafi salafist jihadi
	hindu sikh buddhist republican democrat liberal conservative tory whig nazi communist socialist bolshevik
	menshevik green zionist royalist unionist loyalist nationalist huguenot puritan quaker mormon evangelical
	houthi tuareg tutsi hutu pashtun hazara tajik uzbek yazidi druze alawite berber slav serb croat turk dane
	swede finn pole czech slovak scot spaniard briton filipino viking mongol tatar cossack roma gypsy inuit`)

// demonyms are adjectives and singulars of nationality and the like, in small
// letters.
var demonyms = words(`afghan african albanian algerian american andorran angolan arab arabian arabic argentine argentinian
	armenian asian australian austrian azerbaijani azeri bahraini bangladeshi basque bavarian belarusian belgian
	bengali bolivian bosnian botswanan brazilian british bulgarian burmese burundian byzantine cambodian cameroonian
	canadian caribbean catalan caucasian central-american chadian chechen chilean chinese christian colombian
	congolese corsican cossack croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english
	eritrean estonian ethiopian european fijian filipino finnish flemish french gambian georgian german ghanaian
	greek guatemalan guinean haitian hawaiian hindu honduran hungarian icelandic indian indonesian iranian iraqi
	irish islamic islamist israeli italian ivorian jamaican japanese jewish jordanian kazakh kenyan korean kosovar
	kurdish kuwaiti kyrgyz laotian latin latvian lebanese liberian libyan lithuanian macedonian malagasy malawian
	malaysian malian maltese mauritanian mexican moldovan mongolian montenegrin moroccan mozambican muslim namibian
	nepalese nepali nicaraguan nigerian nigerien nordic norwegian omani ottoman pakistani palestinian panamanian
	paraguayan persian peruvian philippine polish portuguese prussian puerto-rican qatari roman romanian russian
	rwandan salvadoran saudi scandinavian scottish senegalese serbian shia shiite siberian sicilian singaporean
	slavic slovak slovakian slovene slovenian somali soviet spanish sudanese sunni swedish swiss syrian taiwanese
	tajik tanzanian thai tibetan togolese tunisian turkish turkmen ugandan ukrainian uruguayan uyghur uzbek
	venezuelan vietnamese welsh yemeni yugoslav zambian zimbabwean zionist western catholic protestant buddhist
	republican democratic anglo-american eurasian australasian andalusian catalonian cornish venetian saxon norman
	gaelic celtic germanic hellenic tatar balkan baltic south-african new-zealand north-korean south-korean`)

// named tells whether a text reads as a name: it has a capital, and no small
// words but those that names hold.
func named(text string) bool {
	for _, r := range text {
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			return true
		}
	}
	return false
}

var (
	articles = words("the The THE a an A An")
	titles   = words(`Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor President Vice Prime Minister Premier
		Chancellor King Queen Prince Princess Emperor Empress Sultan Sheikh Shaikh Sir Lord Lady Dame Senator Sen.
		Representative Rep. Congressman Congresswoman Governor Gov. Mayor Secretary Ambassador General Gen. Lt.
		Lieutenant Colonel Col. Major Maj. Captain Capt. Sergeant Sgt. Corporal Private Admiral Adm. Commander
		Brigadier Brig. Marshal Judge Justice Chief Pope Bishop Archbishop Cardinal Father Rev. Reverend Rabbi
		Ayatollah Imam Mullah Saint St. Director Chairman Special Counsel Attorney Deputy Foreign Defense Defence
		Interior Under Deputy Speaker Hon. Baron Count Duke Earl Judge Detective Inspector Officer Agent`)
)

// unify makes the names of a record bare, types them and leaves out what lies
// in a longer one.
func unify(s *set, r record) Document {
	d := Document{ID: r.ID, Text: r.Text}
	for _, e := range r.Entities {
		start, end := trim(r.Text, e.Start, e.End, s.wiki)
		if start >= end {
			continue
		}
		c := contextOf(r.Text, start, end)
		c.kind = e.Type
		t, ok := s.label(s, c)
		if !ok {
			continue
		}
		if t == tagger.Person {
			start = skipTitles(r.Text, start, end)
		}
		if s.wiki && !bare(r.Text[start:end]) {
			continue
		}
		d.Names = append(d.Names, Name{start, end, t})
	}
	d.Names = longest(d.Names)
	return d
}

// longest sorts names and leaves out those that overlap a longer one.
func longest(names []Name) []Name {
	slices.SortStableFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(a.Start, b.Start))
	})
	var out []Name
	for _, n := range names {
		if !slices.ContainsFunc(out, func(o Name) bool { return n.Start < o.End && o.Start < n.End }) {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b Name) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// trim leaves out articles, quotation marks and the possessive around a name,
// and with lead all small words before it.
func trim(text string, start, end int, lead bool) (int, int) {
	for start < end {
		word := text[start:end]
		if i := strings.IndexAny(word, " \n"); i > 0 && (articles[word[:i]] || lead && !named(word[:i])) {
			if strings.HasPrefix(word, "The Hague") {
				break
			}
			start += i + 1
			continue
		}
		r, size := utf8.DecodeRuneInString(word)
		if !unicode.IsSpace(r) && !strings.ContainsRune("\"“”‘'’«»(", r) {
			break
		}
		start += size
	}
	for start < end {
		word := text[start:end]
		r, size := utf8.DecodeLastRuneInString(word)
		switch {
		case strings.HasSuffix(word, "'s"), strings.HasSuffix(word, "’s"):
			size = len(word) - strings.LastIndexAny(word, "'’")
		case !unicode.IsSpace(r) && !strings.ContainsRune("\"“”‘'’«»,;:", r):
			return start, end
		}
		end -= size
	}
	return start, end
}

// skipTitles leaves out titles before the name of a person.
func skipTitles(text string, start, end int) int {
	for {
		i := strings.IndexAny(text[start:end], " \n")
		if i < 0 || !titles[text[start:start+i]] {
			return start
		}
		rest := strings.TrimLeft(text[start+i:end], " \n")
		if !named(rest) {
			return start
		}
		start = end - len(rest)
	}
}

// bare tells whether a span that a set marks around pronouns and descriptions
// too is a name alone: capitals, joined by small words that names hold.
func bare(text string) bool {
	fields := strings.Fields(text)
	if len(fields) == 0 || len(fields) > 8 || !named(fields[0]) || !named(fields[len(fields)-1]) {
		return false
	}
	if len(fields) == 1 && pronouns[strings.ToLower(fields[0])] {
		return false
	}
	for _, f := range fields {
		if !named(f) && !joining[strings.ToLower(f)] {
			return false
		}
	}
	return true
}

var (
	joining  = words("of the for and de la du des del di da do van von der den bin ibn al el & - – at in y e")
	pronouns = words(`i he she it we they you his her its our their your my this that these those him them us me
		who which someone anyone everyone there here one mine yours theirs itself himself herself`)
)

// contextOf returns a name with the words around it.
func contextOf(text string, start, end int) setting {
	c := setting{text: text[start:end]}
	c.before = lastWord(text[:start])
	var rest string
	c.after, rest = firstWord(text[end:])
	c.next, _ = firstWord(rest)
	return c
}

func lastWord(s string) string {
	s = strings.TrimRight(s, " ")
	if i := strings.LastIndexAny(s, " \n"); i >= 0 {
		s = s[i+1:]
	}
	return strings.ToLower(s)
}

// firstWord returns the first word or mark of s in small letters, and what
// follows it.
func firstWord(s string) (word, rest string) {
	s = strings.TrimLeft(s, " ")
	for i, r := range s {
		if unicode.IsLetter(r) || r == '-' || i > 0 && r == '\'' {
			continue
		}
		if i == 0 && r != '\n' {
			_, i = utf8.DecodeRuneInString(s)
		}
		return strings.ToLower(s[:i]), s[i:]
	}
	return strings.ToLower(s), ""
}
