package gazetteer

import (
	"strings"
	"sync"
	"testing"
)

// ids lists the entries of matches, each once.
func ids(ms []Match) string {
	var s []string
	seen := map[string]bool{}
	for _, m := range ms {
		if !seen[m.Entry.ID] {
			seen[m.Entry.ID] = true
			s = append(s, m.Entry.ID)
		}
	}
	return strings.Join(s, " ")
}

// The entries that must come first, in this order; others may follow.
func TestLookup(t *testing.T) {
	for name, want := range map[string]string{
		"Georgia":            "georgia georgia-us-ga",
		"Jordan":             "jordan",
		"Levant":             "levant",
		"Washington":         "washington-us washington-us-wa",
		"Palmyra":            "palmyra-sy",
		"Kobani":             "kobani-sy",
		"Kobane":             "kobani-sy",
		"Ayn al-Arab":        "kobani-sy",
		"Paris":              "paris-fr paris-us",
		"London":             "london-gb london-ca",
		"Chad":               "chad",
		"Mali":               "mali",
		"Niger":              "niger",
		"Turkey":             "turkey",
		"Türkiye":            "turkey",
		"Congo":              "democratic-republic-of-the-congo republic-of-the-congo",
		"Korea":              "south-korea",
		"America":            "united-states",
		"USA":                "united-states",
		"U.S.A.":             "united-states",
		"Great Britain":      "united-kingdom",
		"Britain":            "united-kingdom",
		"UAE":                "united-arab-emirates",
		"Holland":            "netherlands",
		"the Netherlands":    "netherlands",
		"Macedonia":          "north-macedonia",
		"Swaziland":          "eswatini",
		"Falluja":            "fallujah-iq",
		"Fallujah":           "fallujah-iq",
		"Deir ez-Zor":        "deir-ezzor-sy",
		"Deir ez Zor":        "deir-ezzor-sy",
		"Molenbeek":          "molenbeek-be",
		"Xinjiang":           "xinjiang",
		"Chechnya":           "chechnya",
		"Sahel":              "sahel",
		"North Caucasus":     "north-caucasus",
		"Dabiq":              "dabiq-sy",
		"Idlib":              "idlib-sy",
		"Anbar":              "anbar-iq-an",
		"Donbass":            "donbas",
		"Gaza":               "gaza-strip gaza-city-ps",
		"Tripoli":            "tripoli-ly tripoli-lb",
		"Kiev":               "kyiv-ua",
		"Bombay":             "mumbai-in",
		"Luxembourg":         "luxembourg",
		"Daesh":              "islamic-state",
		"al-Qaida":           "al-qaeda",
		"Hizballah":          "hezbollah",
		"World Health Org":   "",
		"Soviet Union":       "soviet-union",
		"MIT":                "massachusetts-institute-of-technology",
		"Sinn Fein":          "sinn-fein",
		"Nowhere at all":     "",
		"":                   "",
		"“":                  "",
		"Euphrates":          "euphrates",
		"Bab el-Mandeb":      "bab-al-mandeb",
		"Strait of Hormuz":   "strait-of-hormuz",
		"Bundesbank":         "bundesbank",
		"World Food Program": "world-food-programme",
	} {
		got := ids(Default().Lookup(name))
		if got != want && !strings.HasPrefix(got, want+" ") {
			t.Errorf("%q: got %q, want %q first", name, got, want)
		}
	}
}

func TestDemonym(t *testing.T) {
	for word, want := range map[string]struct {
		country   string
		noun, adj bool
	}{
		"Tunisian": {"TN", true, true}, "Tunisians": {"TN", true, false},
		"Dutch": {"NL", false, true}, "British": {"GB", false, true}, "Briton": {"GB", true, false}, "Britons": {"GB", true, false},
		"French": {"FR", false, true}, "Frenchmen": {"FR", true, false}, "Swiss": {"CH", true, true},
		"Saudi": {"SA", true, true}, "Saudis": {"SA", true, false}, "Emirati": {"AE", true, true}, "Kosovar": {"XK", true, true},
		"Turk": {"TR", true, false}, "Turkish": {"TR", false, true}, "Swede": {"SE", true, false}, "Poles": {"PL", true, false},
		"Chinese": {"CN", true, true}, "American": {"US", true, true}, "Americans": {"US", true, false},
		"Filipinos": {"PH", true, false}, "Burmese": {"MM", true, true}, "Nigerien": {"NE", true, true}, "Nigerian": {"NG", true, true},
		"Bangladeshis": {"BD", true, false}, "Spaniard": {"ES", true, false}, "Greek": {"GR", true, true}, "Iraqis": {"IQ", true, false},
		"New Zealander": {"NZ", true, false},
		"tunisian":      {}, "polish": {}, "Tunisia": {}, "table": {}, "": {},
	} {
		e, noun, adj := Default().Demonym(word)
		got := ""
		if e != nil {
			got = e.Country
		}
		if got != want.country || noun != want.noun || adj != want.adj {
			t.Errorf("%q: got %q %v %v, want %q %v %v", word, got, noun, adj, want.country, want.noun, want.adj)
		}
	}
	if e, noun, _ := Default().Demonym("Europeans"); e == nil || e.ID != "europe" || !noun {
		t.Errorf("Europeans: %v", e)
	}
}

func TestWithin(t *testing.T) {
	for pair, want := range map[string]bool{
		"tunisia africa": true, "tunisia maghreb": true, "mosul-iq iraq": true, "mosul-iq middle-east": true,
		"mali sahel": true, "mali africa": true, "chechnya russia": true, "chechnya north-caucasus": true,
		"paris-fr europe": true, "paris-fr western-europe": true, "sinai egypt": true, "gaza-strip palestine": true,
		"georgia-us-ga united-states": true, "dabiq-sy levant": true, "kosovo balkans": true, "united-states north-america": true,
		"tunisia europe": false, "iraq mosul-iq": false, "iraq iraq": false, "nowhere iraq": false, "iraq nowhere": false,
		"paris-us france": false, "georgia united-states": false,
	} {
		id, in, _ := strings.Cut(pair, " ")
		if got := Default().Within(id, in); got != want {
			t.Errorf("%s within %s: got %v", id, in, got)
		}
	}
}

func TestCountry(t *testing.T) {
	g := Default()
	for code, want := range map[string]string{"TN": "tunisia", "tun": "tunisia", "UK": "united-kingdom", "XK": "kosovo", "US": "united-states", "SY": "syria", "DE": "germany", "QQ": "", "": ""} {
		got := ""
		if e := g.Country(code); e != nil {
			got = e.ID
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", code, got, want)
		}
	}
	sy := g.Country("SY")
	if sy.Code != "SYR" || sy.GeoNames != 163843 || sy.Lat != 35 || sy.Lon != 38 || !sy.HasCoord {
		t.Errorf("Syria: %+v", sy)
	}
}

// What every entry must hold to, whatever the lists say.
func TestEntries(t *testing.T) {
	g := Default()
	seen := map[string]bool{}
	capital := map[string]bool{}
	orgs, n := 0, 0
	for e := range g.Entries {
		n++
		if e.ID == "" || e.Name == "" || seen[e.ID] || strings.ContainsAny(e.ID, " /") || strings.ToLower(e.ID) != e.ID {
			t.Errorf("id %q of %q", e.ID, e.Name)
		}
		seen[e.ID] = true
		if e.Kind.Type() == "" || e.Kind.Subtype() == "" {
			t.Errorf("%s: kind %d", e.ID, e.Kind)
		}
		if e.HasCoord && (e.Lat < -90 || e.Lat > 90 || e.Lon < -180 || e.Lon > 180 || e.Lat == 0 && e.Lon == 0) {
			t.Errorf("%s: at %v, %v", e.ID, e.Lat, e.Lon)
		}
		if e.Country != "" && g.Country(e.Country) == nil {
			t.Errorf("%s: country %q", e.ID, e.Country)
		}
		if e.Kind == City && !e.HasCoord {
			t.Errorf("%s: a city without coordinates", e.ID)
		}
		for _, ids := range [][]string{e.Former, e.PartOf, e.Related} {
			for _, id := range ids {
				if g.ByID(id) == nil {
					t.Errorf("%s: linked to %q", e.ID, id)
				}
			}
		}
		if !hasMatch(g.Lookup(e.Name), e) {
			t.Errorf("%s is not found as %q", e.ID, e.Name)
		}
		if e.Capital {
			capital[e.Country] = true
		}
		if e.Kind.Type() == "ORG" {
			orgs++
		}
	}
	if n != g.Len() || orgs < 3000 {
		t.Errorf("%d entries, Len %d, %d organisations", n, g.Len(), orgs)
	}
	for _, code := range strings.Fields("AF BF CD CI DE EG FR GB IL IQ JP KZ LK LY MM NG PS RU SS SY TZ UA US XK YE ZA") {
		if !capital[code] {
			t.Errorf("no capital of %s", code)
		}
	}
}

func hasMatch(ms []Match, e *Entry) bool {
	for _, m := range ms {
		if m.Entry == e {
			return true
		}
	}
	return false
}

func TestWeak(t *testing.T) {
	for name, want := range map[string]bool{"Reading": true, "Nice": true, "Mobile": true, "Split": true, "Clinton": true, "Mosul": false, "Paris": false, "Georgia": false, "Texas": false, "Munich": false} {
		ms := Default().Lookup(name)
		if len(ms) == 0 {
			t.Errorf("%s is unknown", name)
		} else if ms[0].Weak != want {
			t.Errorf("%s: weak %v (%s)", name, ms[0].Weak, ids(ms))
		}
	}
}

func TestKinds(t *testing.T) {
	for s, want := range map[string]Kind{"PERSON": Person, "org": Org, "Group": Group, "PLACE": OtherPlace, "city": City, "Country": Country, "armed group": ArmedGroup, "Armed-Group": ArmedGroup, "think tank": ThinkTank, "macro-region": MacroRegion, "region": Region, "party": Party, "": Unknown, "thing": Unknown} {
		if got, ok := ParseKind(s); got != want || ok != (want != Unknown) {
			t.Errorf("%q: got %v %v", s, got, ok)
		}
	}
	for k := Country; k < numKinds; k++ {
		if got, ok := ParseKind(k.String()); !ok || got.Type() != k.Type() {
			t.Errorf("%v reads back as %v", k, got)
		}
	}
}

func TestFold(t *testing.T) {
	for a, b := range map[string]string{
		"al-Qaeda": "Al Qaeda", "Al - Qā‘ida": "al qaida", "U.S.": "US", "Sana’a": "Sanaa", "Münch": "munch", "Łódź": "Lodz",
		"El Arish": "al-arish", "Johnson & Johnson": "Johnson and Johnson", "Şanlıurfa": "sanliurfa", "King's": "King ’s", "Antigua–Barbuda": "antigua barbuda",
	} {
		if Fold(a) != Fold(b) {
			t.Errorf("%q folds to %q, %q to %q", a, Fold(a), b, Fold(b))
		}
		ha, _ := hashName(a)
		if hb, _ := hashName(b); ha != hb {
			t.Errorf("%q and %q hash differently", a, b)
		}
	}
	for a, b := range map[string]string{"US": "U S", "Peoples": "People's", "a,b": "a b"} {
		if Fold(a) == Fold(b) {
			t.Errorf("%q and %q both fold to %q", a, b, Fold(a))
		}
	}
}

func TestConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			g := Default()
			if len(g.Scan([]string{"Mosul"}, nil)) != 1 || g.ByID("iraq") == nil || !GivenName("Ahmed") {
				t.Error("nothing found")
			}
		}()
	}
	wg.Wait()
}

func TestDecodeDamaged(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("no"), packed[:len(packed)/2], append([]byte(nil), packed[:100]...)} {
		if _, err := decode(b); err == nil {
			t.Errorf("%d bytes were read", len(b))
		}
	}
	b, err := Encode([]Record{{Entry: Entry{ID: "x", Name: "X"}}}, []Word{{Text: "y", In: Roles}})
	if err != nil {
		t.Fatal(err)
	}
	d, err := decode(b)
	if err != nil || len(d.layer.entries) != 1 || d.layer.entries[0].Name != "X" || d.words.used != 1 {
		t.Errorf("got %+v, %v", d, err)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(packed); err != nil {
			b.Fatal(err)
		}
	}
}
