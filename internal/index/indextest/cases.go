package indextest

import "analyze/internal/index"

// A queryCase is a query with the ids of what it must find. border.txt@3,000
// stands for the claim that begins with these words.
type queryCase struct {
	query   string
	want    string
	sort    index.Sort
	ordered bool // want is in order
	copies  bool
	any     bool
}

var cases = []queryCase{
	// Words, in any form.
	{query: `fighter`, want: "border.txt harvest.txt institute.md wire/return.txt"},
	{query: `fighters recruits`, want: "border.txt"},
	{query: `recruits AND border`, want: "border.txt"},
	{query: `wheat OR recruits`, want: "border.txt harvest.txt"},
	{query: `border NOT recruits`, want: "budget.txt"},
	{query: `border -recruits`, want: "budget.txt"},
	{query: `(wheat OR grant) NOT rye`, want: "budget.txt"},
	{query: `NOT fighters`, want: "budget.txt retour.txt"},
	{query: `*`, want: "border.txt budget.txt harvest.txt institute.md retour.txt wire/return.txt"},
	{query: `who are the fighters from abroad`, want: "harvest.txt"},

	// Patterns and slips in fields of folded words.
	{query: `author:petr*`, want: "border.txt"},
	{query: `author:Petrowa~1`, want: "border.txt"},
	{query: `author:"ana petrova"`, want: "border.txt"},
	{query: `source:instit*`, want: "institute.md@27,000 institute.md@6,000 wire/return.txt@At"},
	{query: `name:sa?d`, want: "mina-said"},
	{query: `name:tunesia~1`, want: "tunisia"},
	{query: `kind:entity orch*`, want: "orchard-institute"},
	{query: `kind:passage fight* tunisia`, want: "border.txt#p0 institute.md#p0 wire/return.txt#p0"},
	{query: `doc:wire*`, want: "wire/return-copy.txt wire/return.txt"},

	// Words as search folds them.
	{query: `naive`, want: "budget.txt"},
	{query: `"al-Sayed"`, want: "budget.txt"},
	{query: `sanaa`, want: "budget.txt"},
	{query: `US grant`, want: "budget.txt"},
	{query: `city hall`, want: "budget.txt"},
	{query: `city-hall`, want: "budget.txt"},
	{query: `40000`, want: "harvest.txt"},
	{query: `combattant retours`, want: "retour.txt"},
	{query: `étranger`, want: "retour.txt"},
	{query: `etranger`, want: "retour.txt"},

	// Phrases, with stop words.
	{query: `"foreign fighters"`, want: "institute.md"},
	{query: `"fighters foreign"`, want: ""},
	{query: `"the state of the roads"`, want: "border.txt"},
	{query: `"on the record"`, want: "budget.txt"},
	{query: `"to be"`, want: ""},

	// Near, in either order.
	{query: `recruits near/3 border`, want: "border.txt"},
	{query: `border near/3 recruits`, want: "border.txt"},
	{query: `guards near/5 year`, want: "border.txt"},
	{query: `year near/4 guards`, want: ""},
	{query: `"foreign fighters" near/2 number`, want: "institute.md"},

	// Open letters and slips, on words as written.
	{query: `recru*`, want: "border.txt"},
	{query: `wh?at`, want: "harvest.txt"},
	{query: `fight*`, want: "border.txt harvest.txt institute.md wire/return.txt"},
	{query: `fighters*`, want: "border.txt institute.md wire/return.txt"},
	{query: `recrits~1`, want: "border.txt"},
	{query: `rcrits~2`, want: "border.txt"},
	{query: `rcrits~1`, want: ""},
	{query: `kind:passage recru*`, want: "border.txt#p0"},

	// Fields of documents.
	{query: `title:border`, want: "border.txt"},
	{query: `title:"quiet border"`, want: "border.txt"},
	{query: `author:Petrova`, want: "border.txt"},
	{query: `author:"Jonas Falk"`, want: "institute.md"},
	{query: `doc:wire/return.txt`, want: "wire/return.txt"},
	{query: `doc:harvest`, want: "harvest.txt"},
	{query: `lang:fr`, want: "retour.txt"},
	{query: `date:2014..2016`, want: "border.txt harvest.txt institute.md"},
	{query: `date:2016-09`, want: "harvest.txt"},
	{query: `date:>2017`, want: "retour.txt"},
	{query: `year:2017`, want: "wire/return.txt"},
	{query: `text:quiet`, want: "border.txt"},
	{query: `in:title fighters`, want: "border.txt harvest.txt institute.md wire/return.txt"},

	// Names mean entities.
	{query: `actor:"Islamic State"`, want: "border.txt institute.md"},
	{query: `actor:daesh`, want: "border.txt institute.md"},
	{query: `actor:"mina el-said"`, want: "institute.md"},
	{query: `actor:Mosul`, want: ""},
	{query: `place:Tunisia`, want: "border.txt institute.md wire/return.txt"},
	{query: `place:mosul`, want: "border.txt retour.txt"},
	{query: `within:Iraq`, want: "border.txt institute.md retour.txt"},
	{query: `within:Africa`, want: "border.txt institute.md wire/return.txt"},
	{query: `within:Europe`, want: "harvest.txt"},
	{query: `near-place:Mosul 100km`, want: "border.txt institute.md retour.txt"},
	{query: `near-place:Mosul 50km`, want: "border.txt retour.txt"},
	{query: `place:Tunisia NOT actor:ISIS`, want: "wire/return.txt"},

	// Claims.
	{query: `claim:fighters`, want: "border.txt@3,000_fighters institute.md@27,000 institute.md@6,000 wire/return.txt@At_least_800"},
	{query: `claim:fighters value:>1000`, want: "border.txt@3,000_fighters institute.md@27,000 institute.md@6,000"},
	{query: `claim:fighters value:30000`, want: "institute.md@27,000"},
	{query: `value:>31000`, want: "harvest.txt@40,000_tonnes"},
	{query: `value:>=31000`, want: "harvest.txt@40,000_tonnes institute.md@27,000"},
	{query: `value:<800`, want: "budget.txt@12_percent"},
	{query: `value:..800`, want: "budget.txt@12_percent wire/return.txt@At_least_800"},
	{query: `value:800..6000`, want: "border.txt@3,000_fighters institute.md@6,000 wire/return.txt@At_least_800"},
	{query: `from:Tunisia`, want: "border.txt@3,000_fighters institute.md@6,000"},
	{query: `to:Tunisia`, want: "wire/return.txt@At_least_800"},
	{query: `kind:claim place:Tunisia`, want: "border.txt@3,000_fighters institute.md@6,000 wire/return.txt@At_least_800"},
	{query: `kind:claim within:Europe`, want: "harvest.txt@40,000_tonnes"},
	{query: `source:"Orchard Institute"`, want: "institute.md@27,000 institute.md@6,000 wire/return.txt@At_least_800"},
	{query: `source:orchard claim:fighters asof:2015`, want: "institute.md@27,000 institute.md@6,000 wire/return.txt@At_least_800"},
	{query: `asof:2013`, want: "border.txt@3,000_fighters wire/return.txt@At_least_800"},
	{query: `unit:percent`, want: "budget.txt@12_percent"},
	{query: `claim:wheat`, want: "harvest.txt@40,000_tonnes"},
	{query: `claim:fighters from:Tunisia source:"Orchard Institute" value:>1000 asof:2015`, want: "institute.md@6,000"},
	{query: `claim:fighters recruits`, want: "border.txt@3,000_fighters"},
	{query: `claim:fighters same:passage police`, want: ""},
	{query: `kind:document claim:fighters value:>20000`, want: "institute.md"},
	{query: `kind:document claim:fighters from:Tunisia value:>20000`, want: ""},

	// Passages.
	{query: `same:passage recruits border`, want: "border.txt"},
	{query: `same:passage "foreign fighters" cites`, want: "institute.md"},
	{query: `kind:passage wheat rye`, want: "harvest.txt#p0"},

	// Entities.
	{query: `kind:entity islamic`, want: "islamic-state"},
	{query: `kind:entity daesh`, want: "islamic-state"},
	{query: `kind:entity type:person`, want: "mina-said"},
	{query: `type:city`, want: "mosul erbil", ordered: true},
	{query: `kind:entity within:Iraq`, want: "mosul erbil"},
	{query: `name:said`, want: "mina-said"},

	// Copies are folded unless they are asked for.
	{query: `police surprised`, want: "wire/return.txt"},
	{query: `police surprised`, want: "wire/return.txt wire/return-copy.txt", copies: true},
	{query: `doc:wire/return-copy.txt`, want: "wire/return-copy.txt"},

	// Order.
	{query: `recruits`, want: "border.txt", ordered: true},
	{query: `fighters`, want: "wire/return.txt harvest.txt institute.md border.txt", ordered: true, sort: index.Newest},
	{query: `fighters`, want: "border.txt institute.md harvest.txt wire/return.txt", ordered: true, sort: index.Oldest},
	{query: `kind:claim`, want: "harvest.txt@40,000_tonnes institute.md@27,000 institute.md@6,000 border.txt@3,000_fighters wire/return.txt@At_least_800 budget.txt@12_percent", ordered: true, sort: index.Largest},
	{query: `return`, want: "wire/return.txt", ordered: true},
	{query: `wheat recruits zebra`, want: "harvest.txt border.txt", any: true},
}
