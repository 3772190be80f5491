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
		case n.isCrown(i):
			n.traits[i] |= tNever
		case n.ticker(i):
			n.traits[i] |= tNever
			n.traits[i-2] |= tNever
		case n.noThing(i):
			n.traits[i] |= tNever
			if lookup(grades, n.word(i-1)) && i > s.First {
				n.traits[i-1] |= tNever
			}
		case n.unit(i), n.currency(i), n.dayOfDate(i), n.ratio(i), n.numbered(i), n.priced(i), n.oil(i), n.era(i), len(w) <= 2 && i > s.First && n.label(i):
			n.traits[i] |= tNever
		case n.billNumber(i):
			n.traits[i] |= tNever
			if n.word(i+1) == "Res" || n.word(i+1) == "Res." {
				n.traits[i+1] |= tNever
			}
		case n.defunct.find(foldHash(w)) != nil && n.traits[i].has(tCaps):
			n.traits[i] |= tNever
		case w == "Secretary" && n.word(i+1) == "of" && (n.word(i+2) == "State" || n.word(i+2) == "state"):
			i = n.office(i, s.Last)
		}
	}
}

// isCrown reports whether token i is the state as a party to a case: "R v Turnbull",
// "Rep v Savala", "Freeman v The Queen".
func (n *namer) isCrown(i int) bool {
	if !lookup(crowns, n.words[i]) {
		return false
	}
	return versus(n.word(i+1)) && n.trait(i+2).has(tCap) || versus(n.word(i-1)) || lookup(starters, n.word(i-1)) && versus(n.word(i-2))
}

func versus(w string) bool { return w == "v" || w == "v." || w == "vs" || w == "vs." || w == "V." }

var crowns = set("r", "r.", "rep", "republic", "state", "regina", "rex", "crown", "people", "commonwealth", "queen", "king", "attorney-general")

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

// priced reports whether token i is the land before the sign of its money ("US $
// 8"), a price that a currency's letters open ("RM23.50"), the letters of an
// exchange behind a share's number ("9988.HK"), or a letter before a hyphen ("L-band").
func (n *namer) priced(i int) bool {
	w := n.words[i]
	if n.sum(i) {
		return true
	}
	if lookup(dollars, w) && strings.HasPrefix(n.word(i+1), "$") || lookup(dollars, w) && n.glued(i) && n.word(i-1) == "." && n.tagAt(i-2) == doc.CD {
		return true
	}
	if n.traits[i].has(tCaps) && len(w) <= 2 && n.glued(i) && i > 0 && strings.HasSuffix(n.words[i-1], ".") && n.words[i-1][0] <= '9' {
		return true
	}
	if len(w) == 1 && n.word(i+1) == "-" && n.glued(i+1) && n.trait(i+2).has(tLower) {
		return true
	}
	point := strings.IndexByte(w, '.')
	return point > 1 && point+1 < len(w) && w[point-1] <= '9' && w[point-1] >= '0' && w[point+1] <= '9' && w[point+1] >= '0'
}

// sum reports whether token i is the short name of a currency before its amount ("Rs
// 33,000 crore", "S 2 billion" where a scanner took the dollar's sign for a letter)
// or amount and all: "K577 billion".
func (n *namer) sum(i int) bool {
	w := n.words[i]
	if c := w[len(w)-1]; c >= '0' && c <= '9' && w[0] >= 'A' && w[0] <= 'Z' {
		k := strings.IndexAny(w, "0123456789")
		return k < 4 && (strings.IndexByte(w[k:], ',') > 0 || lookup(scales, n.word(i+1)))
	}
	k := i + 1
	if n.word(k) == "." && n.glued(k) {
		k++
	}
	if n.tagAt(k) != doc.CD {
		return false
	}
	if lookup(moneys, strings.TrimSuffix(w, ".")) {
		return true
	}
	return len(w) == 1 && !n.trait(i-1).has(tCap) && !lookup(labelled, n.word(i-1)) && (strings.IndexByte(n.words[k], ',') > 0 || lookup(scales, n.word(k+1)))
}

var (
	// moneys are short names of currencies that stand before their amounts.
	moneys = set("rs", "tk", "ksh", "kshs", "ushs", "ugshs", "tsh", "tshs", "shs", "rp", "kč", "rm", "sfr", "fr", "frs", "ft", "lei", "dh", "dhs", "sr", "naira", "gh¢", "gh₵", "ghc", "zk", "mk", "nkr", "skr", "dkr", "nt", "fcfa", "birr", "br", "lkr", "pkr", "inr", "afs", "ngwee", "kip", "riel", "dong", "baht", "zl", "zł", "din", "ls", "sll", "leones", "p", "php", "cfaf", "bs", "col", "mxn", "arg", "q", "l")
	scales = set("million", "billion", "trillion", "crore", "lakh", "bn", "mn", "thousand", "m", "crores", "lakhs", "milliard")
)

var dollars = set("us", "nz", "hk", "nt", "ca", "c", "a", "au", "aud", "sg", "s", "bds", "ec", "tt", "z", "fj", "r")

// oil reports whether token i is a kind of crude oil by the words beside it, or in a
// document that writes of crude.
func (n *namer) oil(i int) bool {
	if w := n.words[i]; w != "Brent" && w != "WTI" {
		return false
	}
	next := n.word(i + 1)
	return next == "crude" || next == "futures" || strings.HasPrefix(next, "$") || n.tagAt(i+1) == doc.CD || !n.trait(i+1).has(tCap) && (n.writes("crude") || n.writes("barrel") || n.writes("oil"))
}

// writes reports whether the document has a word in small letters.
func (n *namer) writes(w string) bool {
	c := n.counts.find(foldHash(w))
	return c != nil && c.small > 0
}

// era reports whether token i goes with a year as A.D. and B.C. do.
func (n *namer) era(i int) bool {
	switch n.words[i] {
	case "B.C.", "B.C.E.", "BCE", "C.E.", "BC":
		return n.tagAt(i-1) == doc.CD
	case "A.D.", "AD", "A.H.":
		return n.tagAt(i-1) == doc.CD || n.tagAt(i+1) == doc.CD
	}
	return false
}

// billNumber reports whether token i opens the number of a bill or of a section of
// the law: "H.R. 1024", "S.J. Res. 12", "7 U.S.C. 5653".
func (n *namer) billNumber(i int) bool {
	next := n.word(i + 1)
	switch n.words[i] {
	case "U.S.C.", "USC", "C.F.R.", "CFR", "Stat.":
		return n.tagAt(i-1) == doc.CD
	case "S.", "H.R.", "H.J.", "S.J.", "S.Con.", "H.Con.", "H.", "S.J", "H.J", "H.Res.", "S.Res.":
		return n.tagAt(i+1) == doc.CD || next == "Res" || next == "Res." || next == "Con." || next == "Con"
	case "S.J. Res", "S.J. Res.", "H.J. Res":
		return true
	}
	return false
}

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
