package resolve

import (
	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// An owner is an organisation or a country that a later "its" or "the
// ministry's" may mean.
type owner struct{ ref, item int }

// remember notes what item i names for the possessives that follow it.
func (f *finder) remember(i int) {
	r := f.ref(i)
	if r < 0 || f.adjective(i) {
		return
	}
	switch f.typ(i) {
	case doc.Org:
		for _, w := range f.headsOf(i) {
			f.byHead[w] = r
		}
	case doc.Place:
		if f.d.Referents[r].Subtype != "country" {
			return
		}
		f.byHead["country"] = r
	default:
		return
	}
	for _, o := range f.here {
		if o.ref == r {
			return
		}
	}
	f.here = append(f.here, owner{r, i})
}

// headsOf are the plain nouns by which the organisation at item i may be
// called: the heads in its name, and what the gazetteer knows it to be.
func (f *finder) headsOf(i int) []string {
	p := parseOrg(key(f.d.Slice(f.items[i].Span)))
	var out []string
	for _, w := range p.words {
		if mildHeads[w] {
			out = append(out, w)
		}
	}
	if n := len(p.words); n > 0 && mildCorporate[p.words[n-1]] {
		out = append(out, "company", "firm")
	}
	return append(out, called[f.kind(i)]...)
}

// called are the plain nouns for organisations of a kind.
var called = map[gazetteer.Kind][]string{
	gazetteer.Company:    {mild("company"), mild("firm")},
	gazetteer.Party:      {mild("party")},
	gazetteer.University: {mild("university")},
	gazetteer.ArmedGroup: {mild("group")},
	gazetteer.Agency:     {mild("agency")},
	gazetteer.NGO:        {mild("organization"), mild("charity")},
	gazetteer.ThinkTank:  {spelled("institute")},
}

// possessor reads "its" or "the ministry's" at item i: whom it means, -1 if that
// is open, and the item behind it, i where no such words stand.
func (f *finder) possessor(i int) (ref, next int) {
	if f.word1(i) == "its" {
		return f.lastOwner(), i + 1
	}
	if f.word1(i) != "the" || !possessive(f.word1(i+2)) || f.items[i+1].mention >= 0 {
		return -1, i
	}
	w := spelled(f.word1(i + 1))
	if w == "nation" || w == "kingdom" || w == "republic" {
		w = "country"
	}
	if r, ok := f.byHead[w]; ok {
		return r, i + 3
	}
	return -1, i
}

// lastOwner is what "its" means here: the one owner that the sentence has
// named, or the sentence before it; of several the subject.
func (f *finder) lastOwner() int {
	for _, among := range [][]owner{f.here, f.last} {
		if len(among) == 1 || len(among) > 1 && among[0].item <= 2 {
			return among[0].ref
		}
		if len(among) > 0 {
			return -1
		}
	}
	return -1
}

// holdsFor tells what a role makes of a person to the owner of "its head".
func (f *finder) holdsFor(person int, r *role, a, b int) {
	if r.owner < 0 {
		return
	}
	ref := f.ref(person)
	country := f.d.Referents[r.owner].Type == doc.Place
	switch {
	case r.kind == founded && !country:
		f.tellRefs(foundedBy, r.owner, ref, a, b)
		f.tellRefs(leaderOf, ref, r.owner, a, b)
	case r.kind == rules && !r.unit, r.kind == leads && !r.unit && !country:
		f.tellRefs(leaderOf, ref, r.owner, a, b)
	case r.kind != wrote && r.kind != noRole && !country:
		f.tellRefs(memberOf, ref, r.owner, a, b)
	}
}

// whose reads ", whose director at the time was Ana Petrova" behind the
// organisation at item i.
func (f *finder) whose(i, j int) {
	if !f.is(j, ", whose") {
		return
	}
	r, ok := f.roleAt(j + 2)
	if !ok || len(r.targets) > 0 {
		return
	}
	for k := r.end; k < r.end+6 && k+1 < len(f.items) && f.items[k].mention < 0; k++ {
		if w := f.word1(k); w == "is" || w == "was" || w == "," {
			if f.typ(k+1) == doc.Person {
				r.owner, r.from = f.ref(i), i
				f.hold(k+1, &r)
			}
			return
		}
	}
}

// foundedPassive reads "X was founded by Y and Z" with X at item i; between
// "by" and the name what the founder was may stand.
func (f *finder) foundedPassive(i, j int) {
	k := j
	for w := f.word1(k); w == "," || w == "which" || w == "is" || w == "was" || w == "were" || w == "has" || w == "been"; w = f.word1(k) {
		k++
	}
	switch {
	case k == j:
		return
	case f.is(k, "founded") || f.is(k, "established") || f.is(k, "created") || f.is(k, "launched") || f.is(k, "formed"):
		k++
	case f.is(k, "set up"):
		k += 2
	case f.is(k, "co - founded"):
		k += 3
	default:
		return
	}
	for n := 0; n < 6 && f.word1(k) != "by"; n++ {
		if k >= len(f.items) || f.word1(k) == "," || f.word1(k) == "." {
			return
		}
		k++
	}
	for n := 0; n < 6 && k+1 < len(f.items); n++ {
		k++
		if f.typ(k) == doc.Person || f.typ(k) == doc.Org {
			break
		}
		if !wordlike(&f.items[k]) && f.items[k].mention < 0 {
			return
		}
	}
	for f.typ(k) == doc.Person || f.typ(k) == doc.Org {
		f.tell(foundedBy, i, k, i, k)
		if w := f.word1(k + 1); w != "and" && w != "," {
			return
		}
		k += 2
		if f.word1(k) == "and" {
			k++
		}
	}
}

// offices begin a predicate that says what a person is or was; those that are
// no copula need "as" before the role.
var (
	copulas = set("is was has had became becomes remains remained serves served")
	steps   = set("resigned resigns retired retires stepped steps took takes acted acts worked works continued continues")
	between = set("been being become be now then currently also previously formerly once later recently again down over until appointed named elected reelected re-elected chosen made promoted nominated confirmed installed re - elected")
)

// becomes reads "was appointed director of the X", "resigned as chairman of X"
// of a person, item i being the verb.
func (f *finder) becomes(person, i int) {
	w := f.word1(i)
	if !copulas[w] && !steps[w] {
		return
	}
	k := i + 1
	for n := 0; n < 5 && between[f.word1(k)]; n++ {
		k++
	}
	if f.word1(k) == "as" {
		k++
	} else if steps[w] {
		return
	}
	f.roles(person, k)
}

// town reads ", of Riga," behind the organisation at item i.
func (f *finder) town(i, j int) {
	if f.is(j, ", of") && f.isPlace(j+2) && f.isTown(j+2) && f.ends(j+2) {
		f.tell(locatedIn, i, j+2, i, j+2)
	}
}

// behindShort is the item behind the name at i and its acronym in brackets.
func (f *finder) behindShort(i int) int {
	if f.word1(i+1) == "(" && f.word1(i+3) == ")" && f.ref(i+2) == f.ref(i) {
		return i + 4
	}
	return i + 1
}
