package nlp

import (
	"strings"

	"analyze/internal/doc"
)

// exclude marks in a sentence what has capitals and is no name: symbols of
// units, codes of currencies, the letters of labels, days in dates, offices,
// and abbreviations that the text explains by words in small letters.
func (n *namer) exclude(s *doc.Sentence) {
	for i := s.First; i < s.Last; i++ {
		w := n.words[i]
		if !n.traits[i].has(tCap) {
			continue
		}
		switch {
		case n.ticker(i):
			n.traits[i] |= tNever
			n.traits[i-2] |= tNever
		case n.unit(i), n.currency(i), n.dayOfDate(i), n.ratio(i), n.numbered(i), len(w) <= 2 && i > s.First && n.label(i):
			n.traits[i] |= tNever
		case n.defunct.find(foldHash(w)) != nil && n.traits[i].has(tCaps):
			n.traits[i] |= tNever
		case w == "Secretary" && n.word(i+1) == "of" && (n.word(i+2) == "State" || n.word(i+2) == "state"):
			i = n.office(i, s.Last)
		}
	}
}

// unit reports whether token i is the symbol of a unit: MWh anywhere, MB and
// the like beside a number.
func (n *namer) unit(i int) bool {
	w := n.words[i]
	if lookup(longUnits, w) {
		return true
	}
	return lookup(shortUnits, w) && (n.tagAt(i-1) == doc.CD || n.word(i-1) == "/" || n.word(i-1) == "per")
}

// Symbols that hardly name anything else, whatever their case, and those that
// do beside anything but a number.
var (
	longUnits  = set("kw", "mw", "gw", "tw", "kwh", "mwh", "gwh", "twh", "kwp", "mwp", "gwp", "mva", "kva", "kv", "mtoe", "ktoe", "mtco2e", "mtco2", "gtco2", "gtco2e", "co2", "co2e", "tco2", "tco2e", "mmbtu", "mbtu", "mmscfd", "mmbd", "ghz", "mhz", "khz", "mbps", "gbps", "kbps", "usd", "eur", "gbp")
	shortUnits = set("mb", "gb", "tb", "kb", "mt", "gt", "kt", "mj", "gj", "tj", "pj", "ha", "hz", "km", "kg", "cm", "mm", "pb", "btu", "bcm", "tcf", "bcf", "teu", "dwt", "ev", "mv", "ml", "l", "c", "f", "k", "db", "psi", "rpm", "mph", "kph", "bp", "bps", "boe", "bpd", "m", "bn", "mn", "mln", "bln", "tn", "pp", "fte", "ftes")
)

// currency reports whether token i is the code of a currency: those that are
// nothing else anywhere, the others beside a number or its scale.
func (n *namer) currency(i int) bool {
	w := n.words[i]
	if len(w) != 3 || !n.traits[i].has(tCaps) {
		return false
	}
	if lookup(currencies, w) {
		return true
	}
	if !lookup(doubleCodes, w) {
		return false
	}
	next := n.word(i + 1)
	return n.tagAt(i+1) == doc.CD || next == "million" || next == "billion" || n.tagAt(i-1) == doc.CD && !n.trait(i+1).any(tLower|tCap)
}

// Codes of ISO 4217, in two lots: those that stand for nothing else in most
// texts, and those that are words, names or acronyms as well.
var (
	currencies  = set("usd", "eur", "gbp", "chf", "jpy", "cny", "nok", "sek", "dkk", "isk", "pln", "czk", "huf", "bgn", "mdl", "uah", "rub", "gel", "amd", "azn", "kzt", "kgs", "uzs", "tjs", "inr", "pkr", "npr", "lkr", "bdt", "afn", "irr", "iqd", "jod", "lbp", "ils", "egp", "lyd", "tnd", "dzd", "mru", "xof", "xaf", "ngn", "ghs", "kes", "ugx", "tzs", "rwf", "bif", "etb", "djf", "zmw", "mwk", "mzn", "zar", "bwp", "szl", "mga", "kmf", "scr", "cve", "aoa", "idr", "myr", "thb", "vnd", "khr", "mmk", "php", "krw", "twd", "hkd", "sgd", "aud", "nzd", "cad", "mxn", "brl", "clp", "uyu", "pyg", "crc", "gtq", "hnl", "jmd", "ttd", "aed", "qar", "kwd", "bhd", "omr", "yer")
	doubleCodes = set("all", "try", "top", "cup", "mad", "ron", "pen", "sos", "bam", "mop", "lak", "sar", "ars", "cop", "cdf", "sdg", "ssp", "ern", "gmd", "gnf", "lrd", "sll", "sle", "nio", "pab", "dop", "htg", "bob", "ves", "fjd", "pgk", "syp", "rsd", "mkd", "mnt", "kpw", "byn", "tmt", "nad", "lsl", "rmb", "ksh", "xcd", "xdr")
)

// dayOfDate reports whether token i is the short name of a day before a date:
// "Thu, 6 Feb 2020".
func (n *namer) dayOfDate(i int) bool {
	if !lookup(shortDays, n.words[i]) {
		return false
	}
	k := i + 1
	if n.word(k) == "," {
		k++
	}
	return n.tagAt(k) == doc.CD || lookup(neverNames, n.word(k))
}

var shortDays = set("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")

// ticker reports whether token i is a share's symbol: "(OSLO: NWH)".
func (n *namer) ticker(i int) bool {
	return n.traits[i].has(tCaps) && n.word(i-1) == ":" && n.word(i-3) == "(" && n.word(i+1) == ")" && (n.trait(i-2).has(tCaps) || lookup(exchanges, n.word(i-2)))
}

var exchanges = set("nasdaq", "nyse", "lse", "tsx", "asx", "bse", "nse", "jse", "euronext", "xetra", "otc")

// label reports whether the one letter at token i numbers a table or the like:
// "Table A. Staff".
func (n *namer) label(i int) bool {
	return lookup(labelled, n.words[i-1]) && n.glued(i+1) || lookup(labelled, n.words[i-1]) && n.traits[i].has(tInitial)
}

var labelled = set("table", "figure", "fig.", "annex", "appendix", "box", "chart", "exhibit", "panel", "section", "part", "schedule", "attachment", "map", "graph", "plate")

// office marks "Secretary of State for Health and Social Care" to where a
// person's name may begin, and returns its last token.
func (n *namer) office(i, end int) int {
	last := i + 2
	for k := last + 1; k < end && k < i+12; k++ {
		t := n.traits[k]
		switch {
		case t.has(tCap) && !t.has(tNever) && (!t.has(tGiven) || t.has(tEnglish)):
			last = k
		case n.words[k] == "for" && k == i+3, n.words[k] == "and", n.words[k] == ",", n.words[k] == "the":
		default:
			k = end
		}
	}
	for k := i + 1; k <= last; k++ {
		n.traits[k] |= tNever
	}
	return last
}

// explained notes abbreviations that the sentence explains by words in small
// letters: "case fatality ratio (CFR)".
func (n *namer) explained(s *doc.Sentence) {
	for i := s.First + 2; i+1 < s.Last; i++ {
		if n.words[i] != "(" || !n.acronymLike(i+1) || len(n.words[i+1]) < 2 {
			continue
		}
		a := strings.TrimSuffix(n.words[i+1], "s")
		if n.spelledSmall(a, s.First, i) {
			n.defunct.put(foldHash(n.words[i+1]))
			n.defunct.put(foldHash(a))
		}
	}
}

// spelledSmall reports whether the words before token last begin with the
// letters of an acronym, all in small letters.
func (n *namer) spelledSmall(a string, first, last int) bool {
	k := last - 1
	for j := len(a) - 1; j >= 0; j-- {
		for k >= first && n.words[k] == "-" || k >= first && n.traits[k].has(tLower) && len(n.words[k]) <= 3 && !sameLetter(n.words[k][0], a[j]) {
			k--
		}
		if k < first || !n.traits[k].has(tLower) || !sameLetter(n.words[k][0], a[j]) {
			return false
		}
		k--
	}
	return true
}
