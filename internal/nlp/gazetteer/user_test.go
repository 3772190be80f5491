package gazetteer

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
)

func TestParseUser(t *testing.T) {
	got, errs := ParseUser(strings.NewReader("\ufeffname\ttype\taliases\tcountry\tcoordinates\r\n" +
		"# a comment\n\n" +
		"Harbour Watch\tORG\tHW| Harbour  Watchers |\tGreece\t\n" +
		"Anna Lund\tperson\n" +
		"Tell Sifr\tcity\t\tsy\t36.5, 38.25\n" +
		"Blue Brigade\tarmed group\t\t\t\t\t\n"))
	want := []UserEntry{
		{Line: 4, Name: "Harbour Watch", Kind: Org, Aliases: []string{"HW", "Harbour Watchers"}, Country: "GR"},
		{Line: 5, Name: "Anna Lund", Kind: Person},
		{Line: 6, Name: "Tell Sifr", Kind: City, Country: "SY", Lat: 36.5, Lon: 38.25, HasCoord: true},
		{Line: 7, Name: "Blue Brigade", Kind: ArmedGroup},
	}
	if !reflect.DeepEqual(got, want) || len(errs) != 0 {
		t.Errorf("got %+v, %v", got, errs)
	}
}

func TestParseUserErrors(t *testing.T) {
	for line, want := range map[string]string{
		"only a name":                           "at least a name and a type",
		"X\tship":                               `type "ship"`,
		"—\tORG":                                "letters or digits",
		"X\tORG\t“\t":                           "alias",
		"X\tORG\t\tAtlantis":                    `country "Atlantis"`,
		"X\tORG\t\tzz":                          `country "zz"`,
		"X\tcity\t\tSY\t12":                     "36.34,43.13",
		"X\tcity\t\tSY\t95,10":                  "36.34,43.13",
		"X\tcity\t\tSY\tNaN,10":                 "36.34,43.13",
		"X\tORG\ta\tSY\t1,2\tmore":              "6 columns",
		"\xff\tORG":                             "UTF-8",
		"X\tORG\t" + strings.Repeat("a", 70000): "longer than",
	} {
		got, errs := ParseUser(strings.NewReader("First\tORG\n" + line + "\nLast\tORG"))
		if len(got) != 2 || got[1].Name != "Last" || got[1].Line != 3 {
			t.Errorf("%.20q: entries %+v", line, got)
		}
		if len(errs) != 1 || errs[0].Line != 2 || !strings.Contains(errs[0].Error(), want) || !strings.HasPrefix(errs[0].Error(), "line 2: ") {
			t.Errorf("%.20q: errors %v", line, errs)
		}
	}
}

func TestParseUserReadError(t *testing.T) {
	got, errs := ParseUser(io.MultiReader(strings.NewReader("First\tORG\n"), iotest.ErrReader(errors.New("disk gone"))))
	if len(got) != 1 || len(errs) != 1 || errs[0].Line != 2 || !strings.Contains(errs[0].Text, "disk gone") {
		t.Errorf("got %+v, %v", got, errs)
	}
}

func TestWith(t *testing.T) {
	base := Default()
	g := base.With([]UserEntry{
		{Name: "Harbour Watch", Kind: NGO, Aliases: []string{"HW"}, Country: "GR"},
		{Name: "Paris", Kind: Person},
		{Name: "Mosul", Kind: City, Aliases: []string{"the Twin City"}, Lat: 1, Lon: 2, HasCoord: true},
		{Name: "Harbour Watch", Kind: NGO, Aliases: []string{"Harbour Guard"}},
		{Name: "Springfield", Kind: City, Country: "IQ"},
	})
	for _, text := range []string{
		"«HW»=harbour-watch and «Harbour Guard»=harbour-watch",
		"in «Paris»=paris and «Mosul»=mosul-iq",
		"near the «Twin City»=mosul-iq",
		"«Paris»=paris , «Syria»=syria",
		"the «Paris Club»=paris-club met",
		"«Springfield»=springfield-iq",
	} {
		var plain []string
		for _, w := range strings.Fields(text) {
			w, _, _ = strings.Cut(strings.ReplaceAll(w, "«", ""), "»=")
			plain = append(plain, w)
		}
		if got := marked(plain, g.Scan(plain, nil)); got != text {
			t.Errorf("got  %s\nwant %s", got, text)
		}
	}
	if ms := g.Lookup("Paris"); len(ms) < 2 || !ms[0].User || ms[0].Entry.Kind != Person || ms[1].Entry.ID != "paris-fr" {
		t.Errorf("Paris: %s", ids(ms))
	}
	if e := g.ByID("mosul-iq"); e == nil || e.Lat != 1 || e.Country != "IQ" || e.GeoNames != 0 || !g.Within("mosul-iq", "iraq") {
		t.Errorf("Mosul: %+v", e)
	}
	if g.Len() != base.Len()+3 {
		t.Errorf("%d entries beside %d", g.Len(), base.Len())
	}
	n := 0
	for range g.Entries {
		n++
	}
	if n != g.Len() {
		t.Errorf("%d entries, Len %d", n, g.Len())
	}
	if len(base.Lookup("Harbour Watch")) != 0 || base.ByID("mosul-iq").Lat == 1 {
		t.Error("the base has changed")
	}
	if len(g.With(nil).Lookup("HW")) != 0 {
		t.Error("lines of an earlier With are kept")
	}
}

// Lines of one name that are about different things stay apart.
func TestWithSameName(t *testing.T) {
	g := Default().With([]UserEntry{
		{Name: "Kestrel", Kind: Person}, {Name: "Kestrel", Kind: Org}, {Name: "Kestrel", Kind: Org, Aliases: []string{"KST"}}, {Name: "Kestrel", Kind: Org, Country: "FR"},
	})
	if got := ids(g.Lookup("Kestrel")); got != "kestrel kestrel-2 kestrel-3" {
		t.Errorf("got %s", got)
	}
	if got := ids(g.Lookup("KST")); got != "kestrel-2" {
		t.Errorf("got %s", got)
	}
}

func TestWithManyLines(t *testing.T) {
	var b strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&b, "Person Number %d\tPERSON\tP%d|Mr %d\n", i, i, i)
	}
	user, errs := ParseUser(strings.NewReader(b.String()))
	g := Default().With(user)
	if len(errs) != 0 || len(user) != 50_000 || ids(g.Lookup("P49999")) != "person-number-49999" {
		t.Errorf("%d entries, errors %v", len(user), errs)
	}
}

func FuzzParseUser(f *testing.F) {
	f.Add("name\ttype\nX\tORG\ta|b\tUS\t1,2\n")
	f.Add("\ufeff#\n\t\t\t\n\xff\tcity\r\nUS\tperson\tU.S.|us")
	f.Fuzz(func(t *testing.T, s string) {
		got, errs := ParseUser(strings.NewReader(s))
		lines := strings.Count(s, "\n") + 1
		for _, e := range errs {
			if e.Line < 1 || e.Line > lines || e.Text == "" {
				t.Fatalf("error %+v in %d lines", e, lines)
			}
		}
		g := Default().With(got)
		for _, e := range got {
			if e.Line < 1 || e.Line > lines || e.Kind.Type() == "" {
				t.Fatalf("entry %+v", e)
			}
			ms := g.Lookup(e.Name)
			if len(ms) == 0 || !ms[0].User {
				t.Fatalf("%q is not found, or is overruled", e.Name)
			}
		}
	})
}
