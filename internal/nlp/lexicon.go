package nlp

// An abbr says when a word with a full stop is an abbreviation.
type abbr uint8

const (
	notAbbr     abbr = iota
	abbrTitle        // stands before a name and never ends a sentence
	abbrAny          // may end a sentence
	abbrNumber       // only before a number or what goes on in small letters
	abbrCapital      // only with a capital, before a number, a comma or small letters
	abbrPlace        // a state's short form, with a capital, after a comma
)

var abbrs = func() map[string]abbr {
	m := map[string]abbr{}
	// Where a word stands in two rows the later one counts.
	for kind, words := range [][]string{
		abbrTitle: {"mr", "mrs", "ms", "mx", "dr", "drs", "prof", "profs", "gen", "gens", "col", "cols", "lt", "maj",
			"capt", "cmdr", "cdr", "comdr", "sgt", "brig", "adm", "cpl", "pvt", "pfc", "rep", "reps", "sen", "sens", "gov",
			"govs", "pres", "rev", "fr", "hon", "st", "ste", "mt", "ft", "amb", "insp", "supt", "msgr", "messrs",
			"mme", "mlle", "cllr", "dep", "asst", "atty", "sec", "secy", "treas", "sr", "sra", "srta", "archbp", "bp", "hr", "cf", "viz", "vs", "eg", "ie", "transl", "trans", "feat", "v", "ver"},
		abbrAny: {"inc", "ltd", "corp", "co", "bros", "llc", "plc", "jr", "snr", "jnr", "esq", "al", "etc", "ed", "eds", "dept",
			"depts", "univ", "assn", "assoc", "inst", "approx", "est", "ca", "ave", "blvd", "rd", "op", "cit", "loc", "ph", "phil", "natl", "intl", "govt", "yrs", "hrs", "mins", "avg", "tel", "misc", "incl", "excl", "resp", "suppl", "rev", "repr", "anon", "publ", "bull", "proc", "cttee", "int", "environ", "sci", "biol", "econ", "hydrol", "ecol", "epidemiol", "psychol", "sociol", "clin", "appl", "geophys", "agric", "technol", "geogr", "res", "med", "soc", "stud", "lett"},
		abbrNumber: {"no", "nos", "nr", "art", "arts", "sect", "ch", "chap", "p", "pp", "pg", "pgs", "fig", "figs", "vol", "vols",
			"para", "paras", "cl", "ff", "fol", "fn", "n", "r", "ep", "bk", "pt", "pts", "tbl", "sess", "c", "l", "rs", "sh", "shs", "tk", "dhs", "ksh", "kshs", "tsh", "ush", "kr", "rp", "bs"},
		abbrCapital: {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues",
			"wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"},
		abbrPlace: {"ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "kans", "ky", "la",
			"md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va", "vt",
			"wash", "wis", "wyo", "ont", "que", "alta"},
	} {
		for _, w := range words {
			m[w] = abbr(kind)
		}
	}
	return m
}()

// starters are words that, with a capital after an abbreviation, begin a
// sentence and do not go on a name.
var starters = set("the", "a", "an", "this", "that", "these", "those", "it", "its", "he", "she", "they", "we", "i", "you", "his",
	"her", "their", "our", "my", "your", "there", "here", "in", "on", "at", "by", "for", "from", "to", "with", "as", "of", "after", "before", "during",
	"since", "until", "while", "when", "where", "why", "how", "what", "who", "which", "if", "unless", "although", "though", "because",
	"but", "and", "or", "nor", "so", "yet", "then", "however", "moreover", "furthermore", "nevertheless", "meanwhile", "also",
	"still", "instead", "indeed", "despite", "according", "among", "between", "under", "over", "about", "some", "many", "most",
	"all", "both", "each", "every", "no", "not", "nobody", "none", "other", "others", "another", "such", "several", "few", "more", "only", "once", "even",
	"now", "today", "yesterday", "tomorrow", "last", "later", "earlier", "finally", "thus", "therefore", "hence", "like", "unlike", "without",
	"within", "through", "throughout", "across", "against", "given", "is", "are", "was", "were", "do", "does", "did", "can", "could", "would", "should", "may", "might", "whether", "whereas", "those", "anyone", "everyone", "nothing", "something", "perhaps", "maybe",
	"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "officials", "experts", "analysts", "critics", "police", "authorities")

// prefixes are parted from a capitalised word that follows their hyphen.
var prefixes = set("anti", "pro", "non", "post", "pre", "ex", "neo", "pan", "trans", "inter", "intra", "mid", "sub", "un", "counter", "ultra",
	"extra", "quasi", "pseudo", "semi", "early", "late", "mainly", "mostly", "all", "then", "former", "now", "cross", "outside", "within", "central", "northern", "southern", "eastern", "western", "north", "south", "east", "west", "near", "most", "over", "under")

// tails follow a name and a hyphen and are no part of the name.
var tails = set("led", "based", "backed", "born", "held", "run", "wide", "style", "linked", "made", "owned", "bound", "era", "friendly",
	"occupied", "related", "like", "type", "only", "affiliated", "inspired", "funded", "sponsored", "controlled", "dominated", "allied", "aligned", "trained", "brokered", "mediated",
	"supported", "imposed", "drafted", "speaking", "educated", "registered", "listed", "headquartered", "ruled", "governed", "administered", "bombed", "installed", "supplied", "built",
	"area", "bank", "level", "specific", "free", "ready", "themed", "centric", "sceptic", "skeptic", "watcher", "watchers", "style", "class", "side", "nationals", "national", "citizen", "approved", "mandated", "designated",
	"sanctioned", "certified", "flagged", "eligible", "compliant", "wise", "trade", "dependent", "exporting", "importing", "producing", "hosted", "organised", "organized", "convened", "endorsed", "brokered", "returnee", "returnees", "fighter", "fighters", "affiliate", "affiliates")

// clitics are what an apostrophe may lead, in small letters.
var clitics = [...]string{"s", "re", "ve", "ll", "d", "m"}

// elided are words that an apostrophe begins.
var elided = set("em", "til", "till", "tis", "twas", "cause", "n", "round", "bout")

// tlds end a bare domain name.
var tlds = set("com", "org", "net", "gov", "edu", "int", "info", "mil", "eu", "uk", "de", "fr", "ch", "ru", "cn", "io", "tv", "me", "ly",
	"nl", "ca", "au", "ie", "jp", "br", "za", "tr", "sy", "iq", "ir", "il", "ps", "jo", "lb", "eg", "tn", "ma", "dz", "pk", "af", "ua", "pl", "se", "dk", "fi", "es", "pt", "gr", "biz", "online", "news", "nz", "mx", "ng", "ke")

// speech are verbs that follow a quotation and its speaker.
var speech = set("said", "says", "say", "asked", "asks", "told", "added", "wrote", "writes", "replied", "exclaimed", "shouted", "recalled", "cried", "continued", "argued", "noted", "warned", "insisted", "explained", "demanded", "joked", "tweeted")

// particles may begin a name, and so a sentence, in small letters.
var particles = set("al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "bin", "ibn", "ben", "de", "del", "della", "di", "da", "du", "van", "von", "der", "den", "ten", "ter", "la", "le", "abu", "umm", "ould")

// units go with a superscript 2 or 3 that is no note mark.
var units = set("m", "km", "cm", "mm", "dm", "mi", "ft", "in", "yd", "nm", "hm", "co", "h", "s")

// longestAbbr is the longest word that abbrOf looks for; longer ones are in no table.
const longestAbbr = 16

// abbrOf finds the word s in abbrs, in small letters, without allocating.
func abbrOf(s string) abbr {
	var b [longestAbbr]byte
	if len(s) > len(b) {
		return notAbbr
	}
	for i := range len(s) {
		b[i] = small(s[i])
	}
	return abbrs[string(b[:len(s)])]
}
