package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// said prints the relations of a document, with the words if told so.
func said(d *doc.Document, words bool) string {
	var out []string
	for _, r := range d.Relations {
		s := d.Referents[r.From].Name + " " + r.Kind + " " + d.Referents[r.To].Name
		if words {
			s += fmt.Sprintf(" (%s)", d.Slice(r.Span))
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestRelations(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"chain": {"[Ana Petrova|PERSON], head of the [Energy Programme|ORG] at the [Baltic Institute|ORG] in [Riga|PLACE], said so.",
			"Ana Petrova leader_of Energy Programme; Energy Programme part_of Baltic Institute; Baltic Institute located_in Riga"},
		"apposition":   {"[Karl Lund|PERSON], a senior fellow at the [Quay Institute|ORG], wrote.", "Karl Lund member_of Quay Institute"},
		"age":          {"[Karl Lund|PERSON], 45, director of the [Quay Institute|ORG], wrote.", "Karl Lund leader_of Quay Institute"},
		"before":       {"said [Quay Institute|ORG] director [Karl Lund|PERSON].", "Karl Lund leader_of Quay Institute"},
		"spokesman":    {"[Quay Institute|ORG] spokesman [Karl Lund|PERSON] said.", "Karl Lund member_of Quay Institute"},
		"possessive":   {"[Red Dawn|ORG]'s chief, [Omar Saleh|PERSON], fled.", "Omar Saleh leader_of Red Dawn"},
		"of the":       {"[Karl Lund|PERSON] of the [Quay Institute|ORG] said.", "Karl Lund member_of Quay Institute"},
		"bracket":      {"Mr. [Okon Bassey|PERSON|Mr.] ([Harbour Police|ORG]), apologies.", "Okon Bassey member_of Harbour Police"},
		"president":    {"[U.S.|PLACE] President [Barack Obama|PERSON|President] spoke.", "Barack Obama leader_of United States"},
		"prime":        {"said [French|ADJ] Prime Minister [Manuel Valls|PERSON|Prime Minister].", "Manuel Valls leader_of France"},
		"minister":     {"said [French|ADJ] Interior Minister [Jean Roux|PERSON|Interior Minister].", ""},
		"two roles":    {"[Karl Lund|PERSON], director of the [Quay Institute|ORG] and a former adviser to the [Relief Board|ORG], left.", "Karl Lund leader_of Quay Institute; Karl Lund member_of Relief Board"},
		"over a title": {"[Karl Lund|PERSON], author of “Rain and Other Works” and a fellow at the [Quay Institute|ORG], left.", "Karl Lund member_of Quay Institute"},
		"unit":         {"[Karl Lund|PERSON], director of [Quay Institute|ORG]’s water policy centre, left.", "Karl Lund member_of Quay Institute"},
		"department":   {"[Karl Lund|PERSON], the head of the operations department at [Europol|ORG], left.", "Karl Lund member_of Europol"},
		"deputy":       {"[Karl Lund|PERSON], deputy director of the [Quay Institute|ORG], left.", "Karl Lund member_of Quay Institute"},
		"after":        {"The head of the [Relief Board|ORG], [Karl Lund|PERSON], left.", "Karl Lund leader_of Relief Board"},
		"who runs":     {"[Karl Lund|PERSON], who runs the [Relief Board|ORG], left.", "Karl Lund leader_of Relief Board"},
		"teaches":      {"[Karl Lund|PERSON] teaches public policy at the [University of Leeds|ORG].", "Karl Lund member_of University of Leeds"},
		"is":           {"[Karl Lund|PERSON] is the chairman of the [Relief Board|ORG].", "Karl Lund leader_of Relief Board"},
		"founder":      {"[Karl Lund|PERSON], founder of the [Relief Board|ORG], left.", "Relief Board founded_by Karl Lund; Karl Lund leader_of Relief Board"},
		"analysts":     {"Former [Quay Institute|ORG] analysts [Karl Lund|PERSON] and [Eva Holm|PERSON] say so.", "Karl Lund member_of Quay Institute; Eva Holm member_of Quay Institute"},
		"ambassador":   {"[Karl Lund|PERSON], ambassador to the [United Nations|ORG], left.", ""},
		"clause":       {"He left the [Relief Board|ORG] when President [Karl Lund|PERSON|President] came.", ""},
		"listed":       {"[Karl Lund|PERSON], and [U.S.|PLACE] President [Ida Holm|PERSON|President] met.", "Ida Holm leader_of United States"},
		"rank":         {"[Relief Board|ORG] Director Admiral [Karl Lund|PERSON|Admiral] left.", "Karl Lund leader_of Relief Board"},
		"whose":        {"[U.S.|PLACE] Secretary [Karl Lund|PERSON|Secretary] flew to [Washington|PLACE].", ""},
		"lawyer":       {"[Leila Amor|PERSON], a lawyer in [Sousse|PLACE], says so.", ""},
		"no role":      {"[Karl Lund|PERSON] met the [Relief Board|ORG] in [Riga|PLACE].", ""},
		"fighters":     {"[Karl Lund|PERSON], foreign fighters of the [Red Dawn|ORG] say, is dead.", ""},
		"photo":        {"CAPTION:[Karl Lund|PERSON]/[Meridian News|ORG]", "Karl Lund member_of Meridian News"},

		"byline":        {"BYLINE:By [Rut Aho|PERSON] and [Karl Lund|PERSON], [Quay Institute|ORG], [Riga|PLACE]", "Rut Aho member_of Quay Institute; Karl Lund member_of Quay Institute; Quay Institute located_in Riga"},
		"listed after":  {"We met [Karl Lund|PERSON], [Quay Institute|ORG] and [Red Dawn|ORG].", ""},
		"based at":      {"[Karl Lund|PERSON], a researcher with the [Riga|PLACE]-based [Quay Institute|ORG], said.", "Karl Lund member_of Quay Institute; Quay Institute located_in Riga"},
		"bracket, more": {"Mr. [Okon Bassey|PERSON|Mr.] ([Harbour Police|ORG], item 3 only)", "Okon Bassey member_of Harbour Police"},
		"publisher":     {"[Okon Bassey|PERSON] ([Lake University Press|ORG], 2010)", ""},
		"unlisted":      {"It came from [Kasindor|PLACE] in the [Democratic Republic of the Congo|PLACE].", "Kasindor located_in Democratic Republic of the Congo"},
		"ministry":      {"Held at the [Ministry of Justice|ORG], [The Hague|PLACE]", "Ministry of Justice located_in The Hague"},

		"cities":           {"the [Iraqi|ADJ] cities of [Ramadi|PLACE], [Tikrit|PLACE] and [Falluja|PLACE].", "Ramadi located_in Iraq; Tikrit located_in Iraq; Falluja located_in Iraq"},
		"comma":            {"They came to [Sirte|PLACE], [Libya|PLACE].", "Sirte located_in Libya"},
		"row":              {"[Tunisia|PLACE], [Jordan|PLACE] and [Libya|PLACE].", ""},
		"elsewhere":        {"From [Paris|PLACE] he flew to [Syria|PLACE].", ""},
		"sentence before":  {"It began in [Syria|PLACE]. Then the city of [Raqqa|PLACE] fell.", "Raqqa located_in Syria"},
		"paragraph before": {"It began in [Syria|PLACE].\nThen the city of [Raqqa|PLACE] fell.", ""},
		"particularly":     {"This is so in [Egypt|PLACE], particularly in the [Sinai|PLACE].", "Sinai located_in Egypt"},
		"other parts":      {"from [Indonesia|PLACE] and other parts of [Southeast Asia|PLACE].", "Indonesia located_in Southeast Asia"},
		"based":            {"the [Riga|PLACE]-based [Baltic Institute|ORG] said.", "Baltic Institute located_in Riga"},
		"consultancy":      {"The [Lund Group|ORG], a consultancy in [Riga|PLACE], said.", "Lund Group located_in Riga"},

		"formerly":   {"[Red Dawn|ORG] (formerly known as [Blue Dusk|ORG]) said.", "Blue Dusk formerly Red Dawn"},
		"now called": {"[Blue Dusk|ORG], now called [Red Dawn|ORG], said.", "Blue Dusk formerly Red Dawn"},
		"affiliate":  {"[Red Dawn|ORG], an affiliate of [Blue Dusk|ORG], said.", "Red Dawn affiliate_of Blue Dusk"},
		"franchise":  {"[Blue Dusk|ORG]’s most prominent franchise, [Red Dawn|ORG], said.", "Red Dawn affiliate_of Blue Dusk"},
		"agency":     {"[Europol|ORG], the [European Union|ORG] law enforcement agency, said.", "Europol part_of European Union"},
		"allegiance": {"[Red Dawn|ORG] pledged allegiance to [Blue Dusk|ORG].", "Red Dawn affiliate_of Blue Dusk"},
		"part":       {"[Quay Institute|ORG]’s [Water Project|ORG] began.", "Water Project part_of Quay Institute"},
		"branch":     {"[ISIS|ORG] and [ISIS-Khorasan|ORG].", "Islamic State Khorasan Province part_of Islamic State"},

		"its chief":        {"The [Lund Group|ORG] lost. Its chief executive, [Ida Holm|PERSON], wrote to staff.", "Ida Holm leader_of Lund Group"},
		"the board's":      {"The [Relief Board|ORG] met in May. The board’s president, [Ida Holm|PERSON], left.", "Ida Holm leader_of Relief Board"},
		"that board's":     {"The [Relief Board|ORG] met. [Ida Holm|PERSON], the board's deputy head, left.", "Ida Holm member_of Relief Board"},
		"its, a person's":  {"The [Relief Board|ORG] met. It was late. Its president, tired, left. [Ida Holm|PERSON] came.", ""},
		"other head":       {"The [Relief Board|ORG] met. The ministry's president, [Ida Holm|PERSON], left.", ""},
		"its, no one":      {"Its president, [Ida Holm|PERSON], left the [Relief Board|ORG].", ""},
		"the party":        {"[Karl Lund|PERSON] was a member of the [Socialist Party|ORG]. The party's secretary-general, [Ida Holm|PERSON], called.", "Karl Lund member_of Socialist Party; Ida Holm leader_of Socialist Party"},
		"general first":    {"[Relief Board|ORG] general secretary [Karl Lund|PERSON] said.", "Karl Lund leader_of Relief Board"},
		"age, was":         {"[Karl Lund|PERSON], 52, was a member of the [Relief Board|ORG].", "Karl Lund member_of Relief Board"},
		"had been":         {"[Karl Lund|PERSON] had been a director of the [Relief Board|ORG].", "Karl Lund leader_of Relief Board"},
		"resigned":         {"[Karl Lund|PERSON] resigned as chairman of the [Relief Board|ORG].", "Karl Lund leader_of Relief Board"},
		"was appointed":    {"[Karl Lund|PERSON] was appointed director of the [Relief Board|ORG].", "Karl Lund leader_of Relief Board"},
		"stepped down":     {"[Karl Lund|PERSON], who stepped down as head of the [Relief Board|ORG] in May, left.", "Karl Lund leader_of Relief Board"},
		"was seen":         {"[Karl Lund|PERSON] was seen with the director of the [Relief Board|ORG].", ""},
		"whose director":   {"The [Relief Board|ORG], whose director at the time was [Karl Lund|PERSON], left.", "Karl Lund leader_of Relief Board"},
		"founded by":       {"[Relief Board|ORG] was founded by the Danish captain [Karl Lund|PERSON] in 1952.", "Relief Board founded_by Karl Lund"},
		"founded, comma":   {"The [Relief Board|ORG], set up by [Karl Lund|PERSON] and [Ida Holm|PERSON], left.", "Relief Board founded_by Karl Lund; Relief Board founded_by Ida Holm"},
		"based, acronym":   {"The [National Council|ORG] ([NC|ORG]), based in [Riga|PLACE], left.", "National Council located_in Riga"},
		"apposition based": {"[Lund Alliance|ORG], a [Riga|PLACE]-based charity, left.", "Lund Alliance located_in Riga"},
		"of a town":        {"[Lund Sciences|ORG], of [Riga|PLACE], was sold.", "Lund Sciences located_in Riga"},
		"registered":       {"[Lund Energy|ORG] is a company registered in [Riga|PLACE].", "Lund Energy located_in Riga"},
		"met in":           {"[Lund Energy|ORG] is a member that met in [Riga|PLACE].", ""},

		"note": {"FOOTNOTE:1. [Karl Lund|PERSON], director of the [Relief Board|ORG], Rain.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := resolved(t, marked(t, "x", c.text))
			if got := said(d, false); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// The words that say so are part of the answer.
func TestRelationWords(t *testing.T) {
	d := resolved(t, marked(t, "x", "“No,” said [Ana Petrova|PERSON], head of the [Energy Programme|ORG], and left."))
	want := "Ana Petrova leader_of Energy Programme (Ana Petrova, head of the Energy Programme)"
	if got := said(d, true); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
