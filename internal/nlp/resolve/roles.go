package resolve

import (
	"sort"
	"strings"

	"analyze/internal/doc"
)

// The roles that a referent plays in a document.
const (
	roleAuthor  = "author"  // wrote it
	roleQuoted  = "quoted"  // is said to have said something
	roleCited   = "cited"   // wrote what a note names
	roleSubject = "subject" // is what it is about
)

// roles completes the referents with their roles and titles.
func (r *resolver) roles() {
	f := newFinder(r.d, r.g)
	f.all()
	has := make([]map[string]bool, len(r.d.Referents))
	give := func(ref int, role string) {
		if ref < 0 {
			return
		}
		if has[ref] == nil {
			has[ref] = make(map[string]bool)
		}
		has[ref][role] = true
	}
	for _, ref := range f.speakers {
		give(ref, roleQuoted)
	}
	r.metonyms(f.metonyms)
	r.authors(give)
	r.cited(give)
	r.subjects(give)
	for n := range r.d.Referents {
		for role := range has[n] {
			r.d.Referents[n].Roles = append(r.d.Referents[n].Roles, role)
		}
		sort.Strings(r.d.Referents[n].Roles)
	}
	r.titles(f.phrases)
}

// metonyms notes the capitals that may stand for governments.
func (r *resolver) metonyms(refs []int) {
	for _, n := range refs {
		if n < 0 {
			continue
		}
		ref := &r.d.Referents[n]
		e := r.g.ByID(ref.Key)
		if e == nil || !e.Capital || ref.Doubt != "" {
			continue
		}
		ref.Doubt = "may mean the government"
		if c := r.g.Country(e.Country); c != nil {
			ref.Doubt += " of " + c.Name
		}
		if e.Country == "BE" {
			ref.Doubt = "may mean the European Union"
		}
	}
}

// authors finds the authors of the card among the persons.
func (r *resolver) authors(give func(int, string)) {
	for _, a := range r.d.Meta.Authors {
		p := parsePerson(a)
		if len(p.words) == 0 {
			continue
		}
		best, level := -1, likeNot
		for i := range r.ms {
			n := &r.ms[i]
			ref := r.d.ReferentOf[i]
			switch {
			case n.typ == doc.Person:
				q := parsePerson(n.name)
				if l := p.like(&q); l > level {
					best, level = ref, l
				} else if level == likeNot && q.key() == p.key() {
					best = ref
				}
			case n.typ == doc.Org && n.key == key(a) && best < 0:
				best = ref
			}
		}
		give(best, roleAuthor)
	}
}

// key is the name folded.
func (p *person) key() string { return strings.Join(p.words, " ") }

// cited finds persons and organisations that notes name as authors: all
// persons of a note that cites, and an organisation at its head.
func (r *resolver) cited(give func(int, string)) {
	authors := make(map[string]bool)
	for i := range r.d.Notes {
		for _, ref := range r.d.Notes[i].Refs {
			for _, a := range ref.Authors {
				p := parsePerson(a)
				authors[p.core()] = true
				authors[key(a)] = true
			}
		}
	}
	for i := range r.ms {
		n := &r.ms[i]
		if !n.note {
			continue
		}
		p := parsePerson(n.name)
		switch {
		case n.typ == doc.Person && (len(authors) == 0 || authors[p.core()]):
			give(r.d.ReferentOf[i], roleCited)
		case n.typ == doc.Org && authors[n.key]:
			give(r.d.ReferentOf[i], roleCited)
		}
	}
}

// subjects are what the title names, and of each type what is named most,
// notes left out.
func (r *resolver) subjects(give func(int, string)) {
	count := make([]int, len(r.d.Referents))
	most := make(map[doc.MentionType]int)
	for i := range r.ms {
		n := &r.ms[i]
		ref := r.d.ReferentOf[i]
		if n.Form == doc.Adjective || n.note || n.In == doc.Byline || n.In == doc.Boilerplate {
			continue
		}
		count[ref]++
		if n.In == doc.Title {
			give(ref, roleSubject)
		}
	}
	for ref, c := range count {
		most[r.d.Referents[ref].Type] = max(most[r.d.Referents[ref].Type], c)
	}
	for ref, c := range count {
		if c >= 4 && 2*c >= most[r.d.Referents[ref].Type] {
			give(ref, roleSubject)
		}
	}
}

// courtesy are titles that say nothing of their holder.
var courtesy = set("mr mrs ms miss mister messrs mx")

// titles collects the titles and roles beside the names of persons, the
// commonest first.
func (r *resolver) titles(phrases []phrase) {
	type seen struct {
		text  string
		count int
	}
	found := make(map[int][]seen)
	add := func(ref int, text string) {
		text = strings.Join(strings.Fields(text), " ")
		for _, a := range []string{"a ", "an ", "the ", "his ", "her ", "its ", "their "} {
			text = strings.TrimPrefix(text, a)
		}
		if text == "" || courtesy[strings.TrimSuffix(strings.ToLower(text), ".")] || len(text) > 160 {
			return
		}
		for k := range found[ref] {
			if strings.EqualFold(found[ref][k].text, text) {
				found[ref][k].count++
				return
			}
		}
		found[ref] = append(found[ref], seen{text, 1})
	}
	for i := range r.ms {
		if t := r.ms[i].Title; t.Len() > 0 && t.End <= len(r.d.Text) && r.ms[i].typ == doc.Person {
			add(r.d.ReferentOf[i], r.d.Slice(t))
		}
	}
	for _, p := range phrases {
		add(r.d.ReferentOf[p.mention], r.d.Slice(p.span))
	}
	for ref, titles := range found {
		sort.SliceStable(titles, func(a, b int) bool { return titles[a].count > titles[b].count })
		for _, t := range titles[:min(len(titles), 8)] {
			r.d.Referents[ref].Titles = append(r.d.Referents[ref].Titles, t.text)
		}
	}
}

// saying are verbs that tell who says so.
var saying = set(`say says said saying tell tells told add adds added note notes noted write writes wrote warn warns warned
report reports reported estimate estimates estimated announce announces announced state states stated claim claims claimed
argue argues argued explain explains explained recall recalls recalled reply replies replied declare declares declared
believe believes believed think thinks thought suggest suggests suggested find finds found conclude concludes concluded
predict predicts predicted insist insists insisted acknowledge acknowledges acknowledged admit admits admitted
confirm confirms confirmed deny denies denied stress stresses stressed observe observes observed ask asks asked
mention mentions mentioned put puts count counts counted give gives gave spoke speaks calculate calculates calculated reckon reckons reckoned`)

// addressed are verbs of saying that are followed by who hears it.
var addressed = set("tell tells told telling ask asks asked warn warns warned")

// manner may stand between a name and its verb.
var manner = set("also now then later recently again once has had have himself herself who which itself already")

// attributed notes that the text gives something that is said to the name at
// item i: "X said", "said X", "according to X".
func (f *finder) attributed(i int) {
	if f.adjective(i) || f.typ(i) == doc.Place || f.typ(i) == doc.NoType {
		return
	}
	if f.speaks(i) {
		f.speakers = append(f.speakers, f.ref(i))
	}
}

func (f *finder) speaks(i int) bool {
	k := i + 1
	for manner[f.word1(k)] {
		k++
	}
	if saying[f.word1(k)] && k < len(f.items) && f.items[k].mention < 0 {
		return true
	}
	// Over an apposition: "X, director of the Y, said".
	if f.word1(i+1) == "," {
		for k = i + 2; k < len(f.items) && k < i+24; k++ {
			if f.word1(k) == "," && (saying[f.word1(k+1)] || manner[f.word1(k+1)] && saying[f.word1(k+2)]) {
				return true
			}
		}
	}
	// Behind the verb, over a title or role: "said French Prime Minister X".
	for k = i - 1; k >= 0 && k > i-8; k-- {
		it := &f.items[k]
		if addressed[it.word] || it.word == "that" {
			return false
		}
		if saying[it.word] && it.mention < 0 {
			return k == 0 || f.items[k-1].word == quoted || f.word1(k-1) == "," || f.items[k-1].tag == doc.RQuote || f.word1(k-1) == "as"
		}
		if it.word == "to" && f.word1(k-1) == "according" || it.word == "by" && (f.word1(k-1) == "report" || f.word1(k-1) == "study" || f.word1(k-1) == "analysis" || f.word1(k-1) == "estimate" || f.word1(k-1) == "published") {
			return true
		}
		if it.mention >= 0 && f.typ(k) != doc.Place && f.typ(k) != doc.Org || it.tag == doc.Comma || it.tag.IsVerb() && roleOf(it.word) == noRole {
			return false
		}
	}
	return false
}
