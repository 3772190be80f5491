package figure

import (
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
	"shilling": "shilling", "shillings": "shilling", "krone": "krone", "kroner": "krone", "rial": "rial", "rials": "rial", "riyal": "riyal", "riyals": "riyal", "dirham": "dirham", "dirhams": "dirham", "crown": "crown", "crowns": "crown",
}

// maxPlaces bounds the mentions that are asked for their country, on each side.
const maxPlaces = 60

// homeMoney returns the code of the money named low at piece j: the one that
// a figure before it has, else that of the country named most often around
// it, the nearest of equals; code where none tells.
func (r *reader) homeMoney(low, code string, j int) string {
	homes := sharedMoney[sharedName[low]]
	if homes == nil {
		return code
	}
	said := map[string]bool{}
	for _, c := range homes {
		said[c] = true
	}
	for i := len(r.d.Figures) - 1; i >= 0 && i >= len(r.d.Figures)-maxPlaces; i-- {
		if u := r.d.Figures[i].Unit; said[u] {
			return u
		}
	}
	for i := j - 1; i >= 0 && i > j-40; i-- {
		if c := currencySigns[r.raw(i)]; said[c] {
			return c
		}
	}
	at := sort.Search(len(r.d.Mentions), func(i int) bool { return r.d.Mentions[i].Start >= r.ps[j].Start })
	votes, best := map[string]int{}, ""
	vote := func(i int) {
		c := homes[r.country(i)]
		if c == "" {
			return
		}
		if votes[c]++; best == "" || votes[c] > votes[best] {
			best = c
		}
	}
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

// country returns mention i in lower case if it may name a country.
func (r *reader) country(i int) string {
	m := &r.d.Mentions[i]
	if m.Type != doc.Place && m.Form != doc.Adjective || m.Len() > 40 {
		return ""
	}
	return strings.ToLower(strings.Join(strings.Fields(r.d.Slice(m.Span)), " "))
}
