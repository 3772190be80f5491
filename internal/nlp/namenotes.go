package nlp

import (
	"strings"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// fromNotes makes candidates of what stands in a reference where authors,
// journals and publishers stand, and of bylines.
func (n *namer) fromNotes() {
	for s := range n.d.Sentences {
		sent := &n.d.Sentences[s]
		switch v := n.views[s]; {
		case v.note:
			n.authors(sent)
			n.journals(sent)
			n.shortJournals(sent)
		case v.kind == doc.Byline:
			n.byline(sent)
			continue
		case n.startsReference(sent):
			n.authorList(sent.First, sent.Last)
			n.journals(sent)
		case n.startsBy(sent):
			n.byline(sent)
		default:
			n.imprints(sent)
		}
	}
}

// startsReference reports whether a sentence of running text opens as an entry of a
// list of references does, with a surname and initials, and has its year in brackets:
// "Holm, C. & Lind, D. (2009)".
func (n *namer) startsReference(s *doc.Sentence) bool {
	if s.Last-s.First < 6 || !n.traits[s.First].has(tCap) || !n.opensLine(s.First) {
		return false
	}
	k := s.First + 1
	for k < s.First+4 && (n.traits[k].has(tCap) || n.words[k] == "-" || n.traits[k].has(tParticle)) {
		k++
	}
	if n.words[k] != "," || !n.traits[min(k+1, s.Last-1)].has(tInitial) {
		return false
	}
	for i := k + 2; i+1 < s.Last && i < k+40; i++ {
		if n.words[i] == "(" {
			return n.cites(i + 1)
		}
	}
	return false
}

// opensLine reports whether token i is the first of its line.
func (n *namer) opensLine(i int) bool { return i == 0 || n.brokenBefore(i) }

// imprints reads place and publisher of a reference in running text: "(London:
// Zed Books, 2016)".
func (n *namer) imprints(s *doc.Sentence) {
	for i := s.First + 2; i+3 < s.Last; i++ {
		if n.words[i] != ":" || n.word(i-2) != "(" && n.word(i-3) != "(" && n.word(i-4) != "(" {
			continue
		}
		for k := i + 2; k < s.Last && k < i+8; k++ {
			if w := n.words[k]; len(w) == 4 && n.tagAt(k) == doc.CD && n.word(k-1) == "," {
				n.journal(i+1, s.Last)
				break
			}
		}
	}
}

// startsBy reports whether a sentence is a byline by its words: "By Ann Field
// and Bo Lind".
func (n *namer) startsBy(s *doc.Sentence) bool {
	return s.Last-s.First >= 3 && s.Last-s.First < 25 && (n.words[s.First] == "By" || n.words[s.First] == "BY") && n.traits[s.First+1].has(tCap) && s.First == n.firstOfBlock(s)
}

func (n *namer) firstOfBlock(s *doc.Sentence) int {
	if n.d.Tokens[s.First].Start == n.d.Blocks[s.Block].Start {
		return s.First
	}
	return -1
}

// fullName returns the end of a name of two to four words that begins at token
// i, as authors and reporters are named; i if there is none.
func (n *namer) fullName(i, end int) int {
	if i >= end || !n.traits[i].has(tCap) || n.traits[i].any(tNever) || lookup(starters, n.words[i]) && !n.traits[i].has(tInitial) {
		return i
	}
	k, words := i, 0
	for k < end && k < i+8 {
		t := n.traits[k]
		switch {
		case k > i && lookup(foreignHeads, n.words[k]) && !t.any(tGiven|tSurname):
			return i
		case t.has(tCap) && !t.has(tNever) && (!t.has(tOrgHead) || t.has(tSurname)):
			words++
		case t.has(tParticle), n.words[k] == "-" && n.glued(k):
		case (n.tagAt(k) == doc.LQuote || n.tagAt(k) == doc.RQuote) && words == 1 && k+2 < end && (n.tagAt(k+2) == doc.RQuote || n.tagAt(k-2) == doc.LQuote):
		default:
			goto done
		}
		k++
	}
done:
	for k > i && !n.traits[k-1].has(tCap) {
		k--
	}
	if words < 2 || words > 4 {
		return i
	}
	return k
}

// authors reads the names at the head of a reference: "Ann Field, Bo Lind, and
// C. Holm, “Title”". They are followed by a comma, "and", "et al.", a bracket
// or a colon.
func (n *namer) authors(s *doc.Sentence) {
	for i := s.First; i < s.Last; i++ {
		if i != s.First && n.words[i] != ";" && !(n.words[i] == "." && i == s.First+1) && n.tagAt(i) != doc.TagNote && n.tagAt(i) != doc.LS {
			continue
		}
		k := i
		for k < s.Last && (n.tagAt(k) == doc.TagNote || n.tagAt(k) == doc.LS || n.words[k] == "." || n.words[k] == ";" || n.traits[k] == 0 || strings.EqualFold(n.words[k], "see") || strings.EqualFold(n.words[k], "also")) {
			k++
		}
		n.authorList(k, s.Last)
		if k > i {
			i = k - 1
		}
	}
}

func (n *namer) authorList(i, end int) {
	for {
		if n.surnameRow(i, end) {
			return
		}
		k := n.fullName(i, end)
		if k == i || k >= end {
			for k := i; i < end; i = k {
				if k = n.surnameFirst(i, end); k == i {
					break
				}
				for k < end && (n.words[k] == "," || n.words[k] == "and" || n.words[k] == "&" || n.words[k] == "…") {
					k++
				}
			}
			return
		}
		next := n.words[k]
		if next != "," && next != "and" && next != "&" && next != "(" && next != "et" && next != "eds." && next != ":" {
			return
		}
		if h := n.hit(i); !n.listed(i, k) && (h == nil || h.Start != i || h.End < k || h.Matches[0].Entry.Kind.Type() == "PERSON") {
			n.cands = append(n.cands, cand{first: i, last: k, typ: doc.Person, power: 74, hit: -1})
		}
		for k < end && (n.words[k] == "," || n.words[k] == "and" || n.words[k] == "&") {
			k++
		}
		if k >= end || !n.traits[k].has(tCap) {
			return
		}
		i = k
	}
}

// surnameRow reads the surnames alone of several authors before a title in quotation
// marks: "Lind, Bertels and Stohl, ‘Who Goes’".
func (n *namer) surnameRow(i, end int) bool {
	var at [6]int
	found, joined := 0, false
	for k := i; k+1 < end && found < len(at) && n.surnameAlone(k); {
		at[found] = k
		found++
		switch k++; n.words[k] {
		case "and", "&":
			joined = true
			k++
		case ",":
			if k++; k < end && (n.words[k] == "and" || n.words[k] == "&") {
				joined = true
				k++
			}
		default:
			return false
		}
		if k >= end || n.tagAt(k) != doc.LQuote {
			continue
		}
		if !joined || found < 2 {
			return false
		}
		for _, w := range at[:found] {
			n.cands = append(n.cands, cand{first: w, last: w + 1, typ: doc.Person, power: 104, hit: -1})
		}
		return true
	}
	return false
}

// surnameFirst reads an author with the surname first: "Holm, C.", and in a
// bibliography "Holm, Carl". It returns where the name ends, i if there is none.
func (n *namer) surnameFirst(i, end int) int {
	k := i
	for k < end && k < i+4 && (n.traits[k].has(tCap) && !n.traits[k].any(tNever|tOrgHead) || n.traits[k].has(tParticle) || n.words[k] == "-") {
		k++
	}
	if k == i || k+1 >= end || n.words[k] != "," {
		return i
	}
	last := k + 1
	for last < end && last < k+4 && (n.traits[last].has(tInitial) || n.traits[last].has(tCap) && n.traits[last].any(tGiven) && n.hit(last) == nil) {
		last++
	}
	if n.word(last) == "/" || n.hitBefore(k) && !n.traits[i].has(tSurname) && !n.traits[k+1].has(tInitial) {
		return i // "Monguno, Kala/Balge"
	}
	if last == k+1 || n.traits[i].has(tGiven) && !n.traits[i].has(tSurname) && !n.traits[k+1].has(tInitial) {
		return i
	}
	n.cands = append(n.cands, cand{first: i, last: last, typ: doc.Person, power: 88, hit: -1, surname: true})
	return last
}

// journals reads what follows the title of an article, to a comma, number or
// bracket, and what follows a place and a colon in brackets.
func (n *namer) journals(s *doc.Sentence) {
	round := 0
	for i := s.First; i < s.Last; i++ {
		switch tag := n.tagAt(i); {
		case tag == doc.LParen:
			round++
		case tag == doc.RParen:
			round--
		case tag == doc.RQuote && i > s.First+3 && n.closesTitle(i, s.First):
			n.journal(i+1, s.Last)
		case n.words[i] == ":" && (round > 0 || n.lastWords(i+1, s.Last)) && i+1 < s.Last && n.hit(i-1) != nil && n.hit(i - 1).Matches[0].Entry.Kind.Type() == "PLACE":
			n.journal(i+1, s.Last)
		}
	}
}

// lastWords reports whether nothing but a few capitalised words stands between
// token i and the end of a reference.
func (n *namer) lastWords(i, end int) bool {
	if end > i && n.words[end-1] == "." {
		end--
	}
	for k := i; k < end; k++ {
		if !n.traits[k].has(tCap) && !lookup(joiningWords, n.words[k]) && n.words[k] != "&" {
			return false
		}
	}
	return end > i && end-i <= 6
}

// closesTitle reports whether the quotation that ends at i is a title.
func (n *namer) closesTitle(i, first int) bool {
	prev := n.word(i - 1)
	return prev == "," || prev == "?" || prev == "." || n.word(i+1) == "," || n.words[i+1-1] == "”" && n.trait(i+1).has(tCap)
}

func (n *namer) journal(i, end int) {
	for i < end && (n.words[i] == "," || n.words[i] == "*" || n.words[i] == "_" || n.words[i] == "The" || n.words[i] == "the" || n.words[i] == "in" || n.words[i] == "In" || n.words[i] == ":" || n.words[i] == "’" || n.words[i] == "”") {
		i++
	}
	k := i
	for k < end && k < i+9 {
		t := n.traits[k]
		if t.any(tNever) || !t.has(tCap) && !(t.has(tLower) && lookup(joiningWords, n.words[k])) && n.words[k] != "&" && !(n.words[k] == "-" && n.glued(k)) && n.words[k] != "’s" {
			break
		}
		k++
	}
	for k > i && !n.traits[k-1].has(tCap) {
		k--
	}
	if k == i || k < end && n.traits[k].has(tLower) || n.noJournal(i, k) {
		return
	}
	n.cands = append(n.cands, cand{first: i, last: k, typ: doc.Org, power: 72, hit: -1})
}

var joiningWords = set("of", "and", "on", "in", "the", "for", "to", "de", "et", "des", "der", "und", "für", "la", "les")

// noJournal reports whether the words are a kind of work, a place or a person.
func (n *namer) noJournal(first, last int) bool {
	for i := first; i < last; i++ {
		switch strings.ToLower(n.words[i]) {
		case "dissertation", "thesis", "paper", "papers", "report", "briefing", "brief", "testimony", "edition", "hearing", "speech", "interview", "presentation", "press", "statement", "memorandum", "available", "accessed", "retrieved":
			return n.words[i] != "Press" || last-first == 1
		}
	}
	h := n.hit(first)
	if h != nil && h.Start == first && h.End == last {
		return h.Matches[0].Entry.Kind.Type() == "PLACE" && !h.Matches[0].Weak
	}
	return n.traits[first].has(tGiven) && n.traits[last-1].has(tSurname) && last-first == 2
}

// byline reads the names of a byline and the organisations beside them.
func (n *namer) byline(s *doc.Sentence) {
	i := s.First
	by := strings.EqualFold(n.words[i], "by")
	if by {
		i++
	} else if n.publisher(s) {
		return
	}
	for i < s.Last {
		k := n.fullName(i, s.Last)
		if k == i {
			i = n.affiliated(i, s.Last)
			continue
		}
		if c := (cand{first: i, last: k, typ: doc.Person, power: 74, hit: -1}); !n.listed(i, k) && (by || n.traits[i].any(tGiven|tInitial)) {
			n.cands = append(n.cands, c)
		}
		i = k
	}
}

// publisher reads a line that is the name of a newspaper or the like, with
// nothing but an article before it.
func (n *namer) publisher(s *doc.Sentence) bool {
	i := s.First
	if strings.EqualFold(n.words[i], "the") {
		i++
	} else if n.traits[i].any(tGiven) {
		return false
	}
	if s.Last-i < 2 || s.Last-i > 5 {
		return false
	}
	for k := i; k < s.Last; k++ {
		if !n.traits[k].has(tCap) && !lookup(joiningWords, n.words[k]) || n.traits[k].has(tNever) {
			return false
		}
	}
	if i == s.First && !n.traits[i].has(tEnglish) && !n.traits[s.Last-1].has(tOrgHead) {
		return false
	}
	n.cands = append(n.cands, cand{first: i, last: s.Last, typ: doc.Org, power: 78, hit: -1})
	return true
}

// affiliated reads a name that runs into an organisation headed by a place:
// "Ann Field Leeds School of Law". It returns where to go on.
func (n *namer) affiliated(i, end int) int {
	place, k := -1, i
	for ; k < end && k < i+12 && n.traits[k].has(tCap) && !n.traits[k].has(tNever); k++ {
		if h := n.hit(k); place < 0 && h != nil && h.Start == k && k > i+1 && h.Matches[0].Entry.Kind.Type() == "PLACE" {
			place = k
		}
	}
	if place < 0 || k <= place+1 || !n.traits[k-1].has(tOrgHead) || place-i > 3 {
		return i + 1
	}
	n.cands = append(n.cands,
		cand{first: i, last: place, typ: doc.Person, power: 110, hit: -1},
		cand{first: place, last: k, typ: doc.Org, power: 110, hit: -1})
	return k
}

// listed reports whether a hit that is no person's given or family name lies
// in tokens first to last.
func (n *namer) listed(first, last int) bool {
	for i := first; i < last; i++ {
		if h := n.hit(i); h != nil && !h.Matches[0].Weak && (h.Matches[0].Entry.Kind != gazetteer.City || h.End-h.Start > 1) {
			return true
		}
	}
	return false
}

// shortJournals reads journals by their abbreviations: "Int. J. Environ. Res. 18",
// "J. Hydrol. 8".
func (n *namer) shortJournals(s *doc.Sentence) {
	for i := s.First; i+3 < s.Last; i++ {
		if (i == s.First || !n.shortWord(i)) && !n.stopless(i, i+4) || i > s.First && n.traits[i-1].has(tCap) {
			continue
		}
		k, shorts := i, 0
		for k < s.Last && k < i+16 {
			if n.shortWord(k) {
				shorts++
			} else if !n.traits[k].has(tCap) && n.words[k] != "." && n.words[k] != "&" && !lookup(joiningWords, n.words[k]) {
				break
			}
			k++
		}
		if (shorts >= 2 || n.stopless(i, k)) && k < s.Last && (n.tagAt(k) == doc.CD || n.words[k] == "(" || n.words[k] == ",") {
			n.cands = append(n.cands, cand{first: i, last: k, typ: doc.Org, power: 108, hit: -1})
		}
		i = k
	}
}

// stopless reports whether tokens first to last are words of a journal's name cut short
// without full stops, most of them: "Curr Opin Virol".
func (n *namer) stopless(first, last int) bool {
	cut := 0
	for i := first; i < last; i++ {
		if n.trait(i).has(tCap) && lookup(shorts, n.word(i)) && !n.trait(i).has(tEnglish) {
			cut++
		}
	}
	return cut >= 2 && cut*2 >= last-first
}

// shortWord reports whether token i is a word of a journal's name cut short.
func (n *namer) shortWord(i int) bool {
	w := strings.TrimSuffix(n.words[i], ".")
	return n.traits[i].has(tCap) && (len(w) < len(n.words[i]) || n.word(i+1) == "." && n.glued(i+1)) && lookup(shorts, w)
}

var shorts = set("int", "j", "environ", "res", "sci", "med", "biol", "chem", "phys", "soc", "econ", "polit", "stud", "rev", "ann", "am", "br", "brit", "eur", "acad", "proc", "natl", "trans", "lett", "bull", "hydrol", "ecol", "geogr", "hist", "psychol", "sociol", "clin", "epidemiol", "infect", "dis", "trop", "hyg", "appl", "math", "stat", "comput", "technol", "agric", "energ", "manag", "dev", "afr", "asian", "q", "quart", "arch", "nat", "commun", "geophys", "atmos", "oceanogr", "publ", "nutr", "vet", "microbiol", "immunol", "neurol", "surg", "educ", "polit", "int'l", "cell", "mol", "genet", "exp", "gen", "plos", "curr", "opin", "virol", "immunol", "emerg", "pediatr", "pathol", "pharmacol", "oncol", "cardiol", "neurosci", "biochem", "rheumatol", "dermatol", "anthropol", "archaeol", "philos", "linguist", "jurisprud", "adm", "int'l")
