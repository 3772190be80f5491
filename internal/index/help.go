package index

import (
	"fmt"
	"strings"
)

// An Example is a query with what it asks for.
type Example struct{ Query, Says string }

// A HelpPart is a part of what there is to know of the query language.
type HelpPart struct {
	Title    string
	Examples []Example
}

// QueryHelp explains the query language by examples.
var QueryHelp = []HelpPart{
	{"Words", []Example{
		{`foreign fighters`, "documents with both words, in any of their forms, British or American; where none has both, those with one"},
		{`"foreign fighters"`, "the words in a row"},
		{`return near/5 border`, "at most five words between them, in either order; phrases can stand there too"},
		{`fighters AND (return OR stay)`, "AND, OR, NOT in capitals, and brackets; words side by side mean AND"},
		{`fighters NOT recruits`, "leaves out; so does -recruits"},
		{`recru* wom?n`, "* for any letters, ? for one, after the first two letters"},
		{`Baghdady~1`, "one letter may be wrong; ~2 allows two"},
		{`same:passage border recruits`, "all of it in one passage of a few sentences, not anywhere in a document"},
	}},
	{"Documents", []Example{
		{`title:border`, "in the title"},
		{`author:"Ana Petrova"`, "by its author; publisher: goes the same way"},
		{`date:2014..2016-06`, "published then; date:2015, date:>2015 and year:2015 work too"},
		{`doc:report`, "by the name of its file"},
		{`in:table`, "has a table; with kind:passage or kind:claim, stands in one (title, heading, quote, list, table, footnote, …)"},
		{`lang:fr`, "in French"},
	}},
	{"Who and where, by all of their names", []Example{
		{`actor:"Islamic State"`, "names it in any way: ISIS, IS, Daesh"},
		{`place:Tunisia`, "names the place"},
		{`within:Africa`, "names a place that lies there"},
		{`near-place:"Mosul" 100km`, "names a place at most so far from it"},
	}},
	{"Figures", []Example{
		{`claim:fighters value:>1000`, "figures of fighters above a thousand; value:10..20 for a range, value:>2.5m for millions"},
		{`claim:fighters from:Tunisia asof:2015`, "from: and to: say where those counted come from or go; place: any of these; asof: when"},
		{`claim:fighters source:"Soufan Group"`, "who says so"},
		{`unit:percent value:50..100`, "by unit: percent, person, usd, km2, year; bound:at_least says how sure"},
		{`type:money`, "by what they measure: count, percent, ratio, money, measure, duration, age, change"},
		{`kind:document claim:fighters value:>1000`, "documents that hold such a figure"},
	}},
	{"What to find", []Example{
		{`kind:passage border`, "passages; kind:claim finds figures, kind:entity names, kind:document documents"},
		{`type:person name:Said`, "names of people; also type:org, group, place, country, city"},
		{`kind:entity within:Africa`, "places that lie there"},
	}},
}

// HelpText is QueryHelp to be read.
func HelpText() string {
	var b strings.Builder
	for _, p := range QueryHelp {
		fmt.Fprintf(&b, "%s\n", p.Title)
		for _, e := range p.Examples {
			fmt.Fprintf(&b, "  %s\n        %s\n", e.Query, e.Says)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "A query is at most %d characters long and has at most %d parts; a pattern stands\nfor at most %d words. In a shell, put queries in single quotes.", MaxQueryBytes, MaxClauses, MaxExpansions)
	return b.String()
}
