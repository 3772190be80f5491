package figure

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"analyze/internal/doc"
)

// sharedMoney gives the code of a name of money that several countries use,
// by name and country.
var sharedMoney = func() map[string]map[string]string {
	m := map[string]map[string]string{}
	for _, f := range rows("shared.tsv", 4) {
		if m[f[0]] == nil {
			m[f[0]] = map[string]string{}
		}
		for _, c := range strings.Split(f[2], "|") {
			m[f[0]][c] = f[1]
		}
	}
	return m
}()

// sharedName is the name in sharedMoney of a unit that moneyAt gives where the
// text has a name that several countries use.
var sharedName = map[string]string{
	"kwacha": "kwacha", "dinar": "dinar", "dinars": "dinar", "franc": "franc", "francs": "franc", "peso": "peso", "pesos": "peso", "rupee": "rupee", "rupees": "rupee",
	"shilling": "shilling", "shillings": "shilling", "kr": "krone", "kr.": "krone", "krone": "krone", "kroner": "krone", "rial": "rial", "rials": "rial", "riyal": "riyal", "riyals": "riyal", "dirham": "dirham", "dirhams": "dirham", "crown": "crown", "crowns": "crown",
}

// maxPlaces bounds the mentions that are asked for their country, on each side.
const maxPlaces = 60

// homeMoney returns the code of the money named low at piece j: that of the one
// country that its paragraph names, else the one that a figure before it has,
// else that of the country named most often around it, the nearest of equals;
// code where none tells.
func (r *reader) homeMoney(low, code string, j int) string {
	homes := sharedMoney[sharedName[low]]
	if homes == nil {
		return code
	}
	said := map[string]bool{}
	for _, c := range homes {
		said[c] = true
	}
	for i := max(0, j-40); i < min(len(r.ps), j+40); i++ {
		if c := currencySigns[r.raw(i)]; said[c] && lowerSigns[r.low(i)] == "" {
			return c
		}
	}
	at := sort.Search(len(r.d.Mentions), func(i int) bool { return r.d.Mentions[i].Start >= r.ps[j].Start })
	votes, best := map[string]int{}, ""
	vote := func(i int) {
		c := r.homeOf(i, homes, said)
		if c == "" {
			return
		}
		if votes[c]++; best == "" || votes[c] > votes[best] {
			best = c
		}
	}
	for i := at - 1; i >= 0 && i >= at-maxPlaces && r.inBlock(r.d.Mentions[i].Start); i-- {
		vote(i)
	}
	for i := at; i < len(r.d.Mentions) && i < at+maxPlaces && r.inBlock(r.d.Mentions[i].Start); i++ {
		vote(i)
	}
	if len(votes) == 1 {
		return best
	}
	for i := len(r.d.Figures) - 1; i >= 0 && i >= len(r.d.Figures)-maxPlaces; i-- {
		if u := r.d.Figures[i].Unit; said[u] {
			return u
		}
	}
	votes, best = map[string]int{}, ""
	for i := at - 1; i >= 0 && i >= at-maxPlaces; i-- {
		vote(i)
	}
	for i := at; i < len(r.d.Mentions) && i < at+maxPlaces; i++ {
		vote(i)
	}
	if best != "" {
		return best
	}
	return code
}

// inBlock reports whether offset o stands in the block of the sentence that is
// read.
func (r *reader) inBlock(o int) bool {
	if r.sent < 0 || r.sent >= len(r.d.Sentences) {
		return false
	}
	b := r.d.Sentences[r.sent].Block
	return b >= 0 && b < len(r.d.Blocks) && o >= r.d.Blocks[b].Start && o < r.d.Blocks[b].End
}

// homeOf returns the money of the country that mention i names or, by the key of
// its gazetteer entry, lies in; "" where that is none of homes, whose codes are
// said. The first letters of a code are those of its country.
func (r *reader) homeOf(i int, homes map[string]string, said map[string]bool) string {
	m := &r.d.Mentions[i]
	if m.Type != doc.Place && m.Form != doc.Adjective || m.Len() > 40 {
		return ""
	}
	if c := homes[strings.ToLower(strings.Join(strings.Fields(r.d.Slice(m.Span)), " "))]; c != "" || len(m.Keys) == 0 {
		return c
	}
	parts := strings.Split(m.Keys[0], "-")
	n := len(parts)
	if n > 2 && len(parts[n-2]) == 2 {
		n-- // "nairobi-ke-30"
	}
	if n < 2 || len(parts[n-1]) != 2 {
		return ""
	}
	for _, c := range slices.Sorted(maps.Keys(said)) {
		if strings.EqualFold(c[:2], parts[n-1]) {
			return c
		}
	}
	return ""
}
