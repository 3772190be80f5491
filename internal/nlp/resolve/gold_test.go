package resolve_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/testfile"
)

type goldMention struct {
	Doc        string
	Start, End int
	Text, Type string
	ID         string
	AcceptIDs  []string `json:"accept_ids"`
	Kind       string
}

type goldEntity struct {
	Doc, ID, Canonical, Type, Subtype string
	Country                           *string `json:"country_code"`
	Lat, Lon                          *float64
	AcceptIDs                         []string `json:"accept_ids"`
}

type goldLink struct {
	Parent, Child, Relation, Doc, Evidence, Note string
	Implied, Optional                            bool
}

var goldDocs = []string{"003", "004"}

// goldDoc makes a document of the gold with its names as mentions; id gives
// for each of them the gold entity.
func goldDoc(t *testing.T, name string) (d *doc.Document, id []string, accept map[string][]string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(testfile.Shared(t, "corpus"), name+"_*.txt"))
	if err != nil || len(files) != 1 {
		t.Fatalf("document %s: %v %v", name, files, err)
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	offset := make([]int, 0, len(text))
	for i := range text {
		offset = append(offset, i)
	}
	offset = append(offset, len(text))
	accept = make(map[string][]string)
	type item struct {
		m  doc.Mention
		id string
	}
	var items []item
	add := func(g goldMention, form doc.Form) {
		m := doc.Mention{Type: doc.ParseMentionType(g.Type), Form: form, By: "gold", Score: 1}
		m.Start, m.End = offset[g.Start], offset[g.End]
		if text[m.Start:m.End] != g.Text {
			t.Fatalf("gold %s: %q at %d is %q", name, g.Text, g.Start, text[m.Start:m.End])
		}
		items = append(items, item{m, g.ID})
	}
	for _, g := range lines[goldMention](t, testfile.Shared(t, "gold", "mentions.jsonl")) {
		if g.Doc == name {
			add(g, doc.FullName)
			accept[g.ID] = g.AcceptIDs
		}
	}
	for _, g := range lines[goldMention](t, testfile.Shared(t, "gold", "mentions_optional.jsonl")) {
		if g.Doc == name && g.Kind == "demonym-adj" {
			add(g, doc.Adjective)
		}
	}
	sort.Slice(items, func(a, b int) bool { return items[a].m.Start < items[b].m.Start })
	var ms []doc.Mention
	for _, it := range items {
		ms = append(ms, it.m)
		if it.m.Form == doc.Adjective {
			it.id = ""
		}
		id = append(id, it.id)
	}
	return build(t, name, text, ms), id, accept
}

// bcubed compares two partitions of the same things (Bagga and Baldwin 1998).
func bcubed(gold, got []string) (p, r, f float64) {
	both, golds, gots := map[[2]string]float64{}, map[string]float64{}, map[string]float64{}
	for i := range gold {
		both[[2]string{gold[i], got[i]}]++
		golds[gold[i]]++
		gots[got[i]]++
	}
	for i := range gold {
		n := both[[2]string{gold[i], got[i]}]
		p += n / gots[got[i]]
		r += n / golds[gold[i]]
	}
	n := float64(len(gold))
	p, r = p/n, r/n
	return p, r, 2 * p * r / (p + r)
}

func TestGoldWithin(t *testing.T) {
	for _, name := range goldDocs {
		d, id, _ := goldDoc(t, name)
		resolved(t, d)
		var gold, got []string
		for i, g := range id {
			if g != "" {
				gold = append(gold, g)
				got = append(got, fmt.Sprint(d.ReferentOf[i]))
			}
		}
		p, r, f := bcubed(gold, got)
		t.Logf("%s: B-cubed P %.3f R %.3f F %.3f over %d mentions", name, p, r, f, len(gold))
		if f < 0.98 {
			t.Errorf("%s: B-cubed F1 %.3f", name, f)
		}
		checkPlaces(t, d, id)
	}
}

// checkPlaces compares countries and coordinates with the gold.
func checkPlaces(t *testing.T, d *doc.Document, id []string) {
	t.Helper()
	ents := map[string]goldEntity{}
	for _, e := range lines[goldEntity](t, testfile.Shared(t, "gold", "entities.jsonl")) {
		ents[e.ID] = e
	}
	var country, countries, near, cities int
	seen := map[string]bool{}
	for i, g := range id {
		e := ents[g]
		if g == "" || e.Type != "PLACE" || seen[g] {
			continue
		}
		seen[g] = true
		r := d.Referents[d.ReferentOf[i]]
		want := ""
		if e.Country != nil {
			want = *e.Country
		}
		countries++
		if r.Country == want {
			country++
		} else {
			t.Logf("%s: %s: country %q, want %q (%s)", d.ID, g, r.Country, want, r.Key)
		}
		if e.Subtype != "city" {
			continue
		}
		cities++
		if r.HasPoint && km(r.Lat, r.Lon, *e.Lat, *e.Lon) <= 50 {
			near++
		} else {
			t.Logf("%s: %s: at %v %v, want %v %v (%s)", d.ID, g, r.Lat, r.Lon, *e.Lat, *e.Lon, r.Key)
		}
	}
	t.Logf("%s: country right %d of %d, within 50 km %d of %d", d.ID, country, countries, near, cities)
	if float64(country) < 0.98*float64(countries) || float64(near) < 0.95*float64(cities) {
		t.Errorf("%s: too many places wrong", d.ID)
	}
}

// km is the distance of two points on a sphere.
func km(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	a := math.Pow(math.Sin((lat2-lat1)*rad/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin((lon2-lon1)*rad/2), 2)
	return 12742 * math.Asin(math.Sqrt(a))
}

func TestGoldRelations(t *testing.T) {
	links := lines[goldLink](t, testfile.Shared(t, "gold", "links.jsonl"))
	var hit, got, want int
	for _, name := range goldDocs {
		d, id, _ := goldDoc(t, name)
		resolved(t, d)
		gold := map[string]bool{} // to be found; false where neither right nor wrong
		for _, l := range links {
			if l.Doc == name {
				gold[l.Relation+" "+l.Child+" "+l.Parent] = !l.Implied && !l.Optional
			}
		}
		names := make([]string, len(d.Referents))
		for i, g := range id {
			if g != "" || names[d.ReferentOf[i]] == "" {
				names[d.ReferentOf[i]] = g
			}
		}
		found := map[string]bool{}
		for _, r := range d.Relations {
			k := r.Kind + " " + names[r.From] + " " + names[r.To]
			if found[k] || !scored(r.Kind) {
				continue
			}
			found[k] = true
			must, ok := gold[k]
			switch {
			case !ok:
				got++
				t.Logf("%s: wrong   %s: %q", name, k, d.Slice(r.Span))
			case must:
				got++
				hit++
			}
		}
		for k, must := range gold {
			if must {
				want++
				if !found[k] {
					t.Logf("%s: missing %s", name, k)
				}
			}
		}
	}
	p, r := float64(hit)/float64(got), float64(hit)/float64(want)
	t.Logf("relations: precision %.2f (%d of %d), recall %.2f (%d of %d)", p, hit, got, r, hit, want)
	if p < 0.85 || r < 0.6 {
		t.Error("too few right")
	}
}

func scored(kind string) bool {
	return strings.Contains(" leader_of member_of located_in part_of formerly ", " "+kind+" ")
}
