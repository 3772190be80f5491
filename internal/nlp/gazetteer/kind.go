package gazetteer

import "strings"

// Kind says what an [Entry] is. The numbers are written in the embedded file:
// new kinds are added at the end only.
type Kind uint8

// The kinds of entries.
const (
	Unknown     Kind = iota
	Country          // a sovereign state or a territory with a code of its own
	Region           // a first-level division of a country: state, province, governorate
	MacroRegion      // a region beyond one country, or one without firm borders: Sahel, Levant, Kashmir
	City             // a city, town or village
	OtherPlace       // a sea, river, mountain, camp, district, building
	Org              // an organisation of no kind below
	ArmedGroup       // a rebel, terrorist or criminal group, a militia
	Party            // a political party or movement
	Company          // a company or bank
	Media            // a newspaper, agency, station, journal, website
	ThinkTank        // a research institute
	University       // a university or college
	Agency           // a ministry, agency, office or parliament of a state
	IntlOrg          // an organisation of states
	NGO              // an organisation of citizens, a charity, church or union
	Court            // a court or tribunal
	Force            // an army, police or intelligence service of a state
	Group            // a nationality, people, religion or political current: its members
	Person           // a person; only users add these
	numKinds
)

var kinds = [numKinds]struct{ typ, subtype string }{
	Unknown:     {"", ""},
	Country:     {"PLACE", "country"},
	Region:      {"PLACE", "region"},
	MacroRegion: {"PLACE", "region"},
	City:        {"PLACE", "city"},
	OtherPlace:  {"PLACE", "other"},
	Org:         {"ORG", "organisation"},
	ArmedGroup:  {"ORG", "armed group"},
	Party:       {"ORG", "party"},
	Company:     {"ORG", "company"},
	Media:       {"ORG", "media"},
	ThinkTank:   {"ORG", "think tank"},
	University:  {"ORG", "university"},
	Agency:      {"ORG", "agency"},
	IntlOrg:     {"ORG", "international organisation"},
	NGO:         {"ORG", "non-governmental organisation"},
	Court:       {"ORG", "court"},
	Force:       {"ORG", "security force"},
	Group:       {"GROUP", "group"},
	Person:      {"PERSON", "person"},
}

// Type is the type of a mention of such an entry: PERSON, ORG, GROUP or PLACE;
// "" for Unknown.
func (k Kind) Type() string {
	if k >= numKinds {
		return ""
	}
	return kinds[k].typ
}

// Subtype is the kind in words: country, region, city or other for a PLACE,
// "armed group", "party" and the like for the others.
func (k Kind) Subtype() string {
	if k >= numKinds {
		return ""
	}
	return kinds[k].subtype
}

// String is the subtype, with MacroRegion told apart from Region.
func (k Kind) String() string {
	if k == MacroRegion {
		return "macro-region"
	}
	return k.Subtype()
}

// ParseKind reads a kind as users and the lists of this package write it: a
// type (PERSON, ORG, GROUP, PLACE) or a subtype, in any case, with blanks or
// hyphens. ok is false where it is neither.
func ParseKind(s string) (k Kind, ok bool) {
	s = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "-", " ")
	switch s {
	case "org":
		return Org, true
	case "place", "location":
		return OtherPlace, true
	case "macro region":
		return MacroRegion, true
	case "armed", "armedgroup":
		return ArmedGroup, true
	case "ngo", "non governmental organisation":
		return NGO, true
	case "organization":
		return Org, true
	case "intl", "intlorg", "international organization":
		return IntlOrg, true
	case "thinktank":
		return ThinkTank, true
	case "force":
		return Force, true
	}
	for k := Country; k < numKinds; k++ {
		if strings.EqualFold(kinds[k].subtype, s) {
			return k, true
		}
	}
	return Unknown, false
}

// AliasKind says what a name is to its entry. The numbers are written in the
// embedded file.
type AliasKind uint8

// The kinds of aliases.
const (
	Full        AliasKind = iota // the canonical or a full name
	Short                        // a short form or other common name
	Acronym                      // initials; they must stand in capitals
	Former                       // a name of former times: Burma, Zaire
	DemonymNoun                  // one or several inhabitants: Tunisians, a Briton
	DemonymAdj                   // the adjective: Tunisian, British
	Conditional                  // counts only where another alias of the entry stands in the document: IS, the Brotherhood
	Variant                      // a spelling or a name in another language, not vouched for by hand
	numAliasKinds
)

var aliasKinds = [numAliasKinds]string{"full", "short", "acronym", "former", "demonym noun", "demonym adjective", "conditional", "variant"}

// String is the kind in words.
func (a AliasKind) String() string {
	if a >= numAliasKinds {
		return ""
	}
	return aliasKinds[a]
}
