package index

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// known is a Reader of some entities and words, for plans.
type known struct{ searches []Search }

var knownEntities = map[string]Record{
	"e/red-cross": {ID: "e/red-cross", Kind: Entity, Card: Card{Title: "Red Cross", Entity: &Names{Type: "ORG", Aliases: []string{"ICRC"}}}},
	"e/oslo":      {ID: "e/oslo", Kind: Entity, Card: Card{Title: "Oslo", Entity: &Names{Type: "PLACE", Subtype: "city", HasPoint: true, Lat: 59.9, Lon: 10.7}}},
	"e/bergen":    {ID: "e/bergen", Kind: Entity, Card: Card{Title: "Bergen", Entity: &Names{Type: "PLACE", Subtype: "city", HasPoint: true, Lat: 60.4, Lon: 5.3}}},
	"e/norway":    {ID: "e/norway", Kind: Entity, Card: Card{Title: "Norway", Entity: &Names{Type: "PLACE", Subtype: "country", HasPoint: true, Lat: 59.9, Lon: 10.7}}},
}

// Find finds entities by their names, and by where they lie.
func (k *known) Find(_ context.Context, s Search) (*Found, error) {
	k.searches = append(k.searches, s)
	out := &Found{}
	var names []string
	switch n := s.Node.(type) {
	case RangeNode:
		for _, id := range []string{"e/bergen", "e/norway", "e/oslo"} {
			if at := knownEntities[id].Card.Entity.Lat; n.From <= at && at <= n.To {
				out.Hits = append(out.Hits, FoundHit{ID: id})
			}
		}
	case AndNode:
		if key, ok := n.Must[0].(KeyNode); ok && key.Field == KeyNames {
			names = key.Values
		}
		places := slices.Contains(n.Filter[0].(KeyNode).Values, "place")
		for id, r := range knownEntities {
			folded := strings.ToLower(r.Card.Title)
			if slices.Contains(names, folded) && places == (r.Card.Entity.Type == "PLACE") {
				out.Hits = append(out.Hits, FoundHit{ID: id})
			}
		}
	}
	out.Total = len(out.Hits)
	return out, nil
}

func (k *known) Get(_ context.Context, ids []string) (out []Record, err error) {
	for _, id := range ids {
		out = append(out, knownEntities[id])
	}
	return out, nil
}

func (k *known) Expand(_ context.Context, p Pattern, limit int) (out []Expansion, more bool, err error) {
	for _, w := range []string{"camp", "camps", "camped", "clinic"} {
		if p.Fits(w) {
			out = append(out, Expansion{Word: w, Docs: 1})
		}
	}
	return out, p.Text == "*", nil
}

func (k *known) Languages(context.Context) ([]string, error) { return []string{"en", "fr"}, nil }
func (k *known) Close() error                                { return nil }

// shape prints a node: rows of words as field(words), keys as field=values, a
// range as [low-high from..to], and what is asked of other records as kind{…}.
func shape(n Node) string {
	list := func(nodes []Node, sep string) string {
		var out []string
		for _, n := range nodes {
			out = append(out, shape(n))
		}
		return strings.Join(out, sep)
	}
	switch n := n.(type) {
	case EveryNode:
		return "*"
	case WordsNode:
		var out []string
		for _, r := range n.Rows {
			weight := ""
			if r.Weight != 1 {
				weight = fmt.Sprintf("^%v", r.Weight)
			}
			out = append(out, r.Field+"("+strings.Join(r.Words, " ")+")"+weight)
		}
		return strings.Join(out, "+")
	case NearNode:
		return fmt.Sprintf("%s(%s ~%d %s)^%v", n.Field, strings.Join(n.A, " "), n.Distance, strings.Join(n.B, " "), n.Weight)
	case AnyNode:
		return n.Field + "<" + strings.Join(n.Words, " ") + ">"
	case KeyNode:
		return n.Field + "=" + strings.Join(n.Values, ",")
	case RangeNode:
		end := func(v float64) string {
			if math.IsInf(v, 0) {
				return ""
			}
			return fmt.Sprint(v)
		}
		over, under := "", ""
		if n.Over {
			over = ">"
		}
		if n.Under {
			under = "<"
		}
		return fmt.Sprintf("[%s-%s %s%s..%s%s]", n.Low, n.High, over, end(n.From), under, end(n.To))
	case CopyNode:
		return "copies"
	case DocsNode:
		scored := ""
		if n.Scored {
			scored = "!"
		}
		return n.Kind.String() + scored + "{" + shape(n.Node) + "}"
	case AndNode:
		out := "(" + list(append(slices.Clone(n.Must), n.Filter...), " & ")
		if len(n.Not) > 0 {
			out += " - " + list(n.Not, " - ")
		}
		if len(n.Should) > 0 {
			out += " ? " + list(n.Should, " ? ")
		}
		return out + ")"
	case OrNode:
		return "(" + list(n.Any, " | ") + ")"
	}
	return fmt.Sprintf("%T", n)
}

// What a query asks of an engine. Words are looked for in the texts of every
// language that there is, with the titles beside them.
func TestPlan(t *testing.T) {
	const camp = "text(camp)+title(camp)^0.25+text_fr(camp)+title_fr(camp)^0.25"
	const oslo = "text(oslo)+title(oslo)^0.25+text_fr(oslo)+title_fr(oslo)^0.25"
	const near = "text(camp ~4 oslo)^0.05 ? text_fr(camp ~4 oslo)^0.05"
	for in, want := range map[string]string{
		``:                     "document *",
		`camps`:                "document text(camp)+title(camp)^0.25+text_fr(camp)+title_fr(camp)^0.25",
		`camps Oslo`:           "document (" + camp + " & " + oslo + " ? " + near + ")",
		`camp OR oslo`:         "document ((" + camp + " | " + oslo + ") ? " + near + ")",
		`the camp`:             "document " + camp,
		`camp NOT oslo`:        "document (" + camp + " - " + oslo + ")",
		`NOT camp`:             "document (* - " + camp + ")",
		`"the camps"`:          "document text(the camp)+title(the camp)^0.25+text_fr(the camp)+title_fr(the camp)^0.25",
		`camp near/3 oslo`:     "document (text(camp ~3 oslo)^1 | text_fr(camp ~3 oslo)^1 | title(camp ~3 oslo)^1 | title_fr(camp ~3 oslo)^1)",
		`cam*`:                 "document exact<camp camps camped>",
		`camp~1`:               "document exact<camp camps>",
		`zzz*`:                 "document exact<>",
		`kind:passage camp`:    "passage passage(camp)+passage_fr(camp)",
		`kind:passage cam*`:    "passage (passage<camp> | passage_fr<camp camped>)",
		`same:passage camp`:    "document passage!{passage(camp)+passage_fr(camp)}",
		`title:camp`:           "document title(camp)+title_fr(camp)",
		`author:"Ana Berg"`:    "document author(ana berg)",
		`doc:report.txt`:       "document (doc=report.txt | path(report txt))",
		`date:2015`:            "document [date_low-date_high 16436..16800]",
		`date:>2015`:           "document [date_low-date_high 16801..]",
		`date:<2015`:           "document [date_low-date_high ..16435]",
		`lang:fr camp`:         "document (" + camp + " & lang=fr)",
		`in:table`:             "document in=table",
		`actor:"Red Cross"`:    "document actor=red-cross",
		`actor:Nobody`:         "document actor=",
		`place:Oslo`:           "document place=oslo,~oslo",
		`within:Norway`:        "document within=norway",
		`near-place:Oslo 50km`: "document place=oslo",
		`claim:camps`:          "claim what(camp)+what_fr(camp)",
		`value:>5`:             "claim [low-high >5..]",
		`value:2..5 unit:%`:    "claim (* & [low-high 2..5] & unit=percent)",
		`from:Oslo`:            "claim from=oslo,~oslo",
		`asof:2015`:            "claim [time_low-time_high 16436..16800]",
		`source:"Red Cross"`:   "claim (says=red-cross | source(red cross))",
		`kind:claim camp`:      "claim (sentence(camp)+sentence_fr(camp) | document{" + camp + "})",
		`kind:document value:>5 bound:exact camp`: "document (" + camp + " & claim{(* & [low-high >5..] & bound=exact)})",
		`name:cross`:         "entity name(cross)",
		`type:person`:        "entity type=person",
		`kind:entity cam*`:   "entity name<camp camps camped>",
		`kind:passage *`:     "passage *",
		`"" camp`:            "document " + camp,
		`camp — & "…"`:       "document " + camp,
		`camp — oslo`:        "document (" + camp + " & " + oslo + " ? " + near + ")",
		`—`:                  "document ",
		`camp NOT —`:         "document (" + camp + " - )",
		`title:camp lang:fr`: "document (title(camp)+title_fr(camp) & lang=fr)",
	} {
		q, err := Parse(in)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		p, err := planQuery(context.Background(), &known{}, q, false)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if got := p.kind.String() + " " + shape(p.node); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}
