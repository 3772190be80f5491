package resolve_test

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/resolve"
)

// An actor is what testdata/actors.txt says of an id.
type actor struct {
	id       string
	typ      doc.MentionType
	names    []string
	country  []string
	lat, lon float64
	point    bool
}

// A meant is a mention with the id of whom it means.
type meant struct{ doc, text, id, entity string }

var (
	meantMark = regexp.MustCompile(`\[(?:([^\[\]|~]+)~)?([^\[\]|]+)\|([^\[\]|]+)\]`)
	spot      = regexp.MustCompile(`^(.*?) (-|[A-Z]{2}(?:/[A-Z]{2})?)(?: (-?[\d.]+),(-?[\d.]+))?$`)
	capital   = regexp.MustCompile(`\pL[\pL-]+`)
)

// readActors reads the documents of testdata/actors.txt, by name, and what stands of ids.
func readActors(t *testing.T) (names []string, texts map[string]string, actors map[string]*actor) {
	b, err := os.ReadFile("testdata/actors.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts, actors = make(map[string]string), make(map[string]*actor)
	for _, line := range strings.SplitAfter(string(b), "\n") {
		switch {
		case strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "@ "):
			names = append(names, strings.TrimSpace(line[2:]))
		case strings.HasPrefix(line, "= "):
			f := strings.SplitN(strings.TrimSpace(line[2:]), " ", 3)
			a := &actor{id: f[0], typ: doc.ParseMentionType(f[1])}
			if a.typ == doc.Place {
				m := spot.FindStringSubmatch(f[2])
				f[2], a.country, a.point = m[1], strings.Split(m[2], "/"), m[3] != ""
				a.lat, _ = strconv.ParseFloat(m[3], 64)
				a.lon, _ = strconv.ParseFloat(m[4], 64)
			}
			a.names = strings.Split(f[2], "/")
			actors[a.id] = a
		case len(names) > 0:
			texts[names[len(names)-1]] += line
		}
	}
	return names, texts, actors
}

// meaning makes a document of a marked text, and tells whom its mentions mean.
func meaning(t *testing.T, name, source string, actors map[string]*actor) (*doc.Document, []meant) {
	var text strings.Builder
	var ms []doc.Mention
	var whom []meant
	plain := func(s string) {
		for _, at := range capital.FindAllStringIndex(s, -1) {
			if place, _, adj := gazetteer.Default().Demonym(s[at[0]:at[1]]); place != nil && adj {
				start := text.Len() + at[0]
				ms = append(ms, doc.Mention{Span: doc.Span{Start: start, End: text.Len() + at[1]}, Type: doc.Place, Form: doc.Adjective, By: "test"})
				whom = append(whom, meant{})
			}
		}
		text.WriteString(s)
	}
	at := 0
	for _, m := range meantMark.FindAllStringSubmatchIndex(source, -1) {
		plain(source[at:m[0]])
		at = m[1]
		title := doc.Span{Start: text.Len(), End: text.Len()}
		if m[2] >= 0 {
			text.WriteString(source[m[2]:m[3]])
			title.End = text.Len() - 1
		}
		id := source[m[6]:m[7]]
		if a := actors[id]; a != nil {
			n := doc.Mention{Span: doc.Span{Start: text.Len(), End: text.Len() + m[5] - m[4]}, Type: a.typ, By: "test", Score: 1}
			if a.typ == doc.Person && title.Len() > 0 {
				n.Title = title
			}
			ms = append(ms, n)
			whom = append(whom, meant{name, source[m[4]:m[5]], id, ""})
		} else if id != "?" {
			t.Errorf("%s: nothing says who %s is", name, id)
		}
		text.WriteString(source[m[4]:m[5]])
	}
	plain(source[at:])
	return build(t, name, text.String(), ms), whom
}

// wrong says what is not as it should be with the entity of an actor, "" if nothing.
func (a *actor) wrong(e *doc.Entity) string {
	switch {
	case e == nil:
		return "no entity"
	case e.Type != a.typ:
		return "type " + e.Type.String()
	case !slices.Contains(a.names, e.Name):
		return fmt.Sprintf("name %q", e.Name)
	case a.typ != doc.Place || a.country[0] == "-":
		return ""
	case !slices.Contains(a.country, e.Country):
		return "country " + e.Country
	case a.point && (!e.HasPoint || math.Abs(e.Lat-a.lat) > 0.5 || math.Abs(e.Lon-a.lon) > 0.8):
		return fmt.Sprintf("at %.1f,%.1f", e.Lat, e.Lon)
	}
	return ""
}

// Who is who in documents of many topics: of the actors marked, as many as stand here
// must have one entity, all their mentions and nobody else's, with name, type and place.
// SHOW=1 tells which have not.
func TestActors(t *testing.T) {
	const least = 0.89
	names, texts, actors := readActors(t)
	var recs []resolve.Record
	docs := make(map[string]*doc.Document)
	whom := make(map[string][]meant)
	for _, name := range names {
		d, m := meaning(t, name, texts[name], actors)
		resolved(t, d)
		recs = append(recs, resolve.Records(d)...)
		docs[name], whom[name] = d, m
	}
	res := resolve.Entities(slices.Values(recs), nil)
	byID := make(map[string]*doc.Entity)
	for i := range res.Entities {
		byID[res.Entities[i].ID] = &res.Entities[i]
	}
	of, in := make(map[string]map[string]bool), make(map[string]map[string]bool)
	put := func(m map[string]map[string]bool, k, v string) {
		if m[k] == nil {
			m[k] = make(map[string]bool)
		}
		m[k][v] = true
	}
	for _, name := range names {
		for i, m := range whom[name] {
			if m.id != "" {
				e := res.Entity(name, docs[name].ReferentOf[i], m.text)
				put(of, m.id, e)
				put(in, e, m.id)
			}
		}
	}
	right := 0
	for id, a := range actors {
		fault := ""
		for e := range of[id] {
			switch {
			case len(of[id]) > 1:
				fault = fmt.Sprint("split: ", of[id])
			case len(in[e]) > 1:
				fault = fmt.Sprint("with others: ", in[e])
			default:
				fault = a.wrong(byID[e])
			}
		}
		if fault == "" {
			right++
		} else if os.Getenv("SHOW") != "" {
			t.Logf("%s: %s", id, fault)
		}
	}
	if got := float64(right) / float64(len(actors)); got < least {
		t.Errorf("%d of %d actors are right, %.3f, want %.2f; SHOW=1 tells which are not", right, len(actors), got, least)
	} else {
		t.Logf("%d of %d actors are right, %.3f", right, len(actors), got)
	}
}
