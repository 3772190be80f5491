package claim_test

import "testing"

// hearsayCases are marked as sourceCases are.
var hearsayCases = []string{
	// what is only said of the speaker
	"“They came at night,” said «Ruth Adler», a ‹61-year-old› baker who has ‹two sons›. -> 0 0",
	"The «Red Cross», which has ‹12 boats› on the river, said ‹40 people› drowned. -> 0 1",
	"“The wall gave way,” says «Paul Adler», who is ‹58› and has dug wells for ‹30 years›. -> 0 0",
	"“They took ‹40 goats›,” said «Ruth Adler», whose farm had ‹90›. -> 1 0",
	// who holds what others deny
	"The company denied a claim by the «fishermen» that ‹40 tonnes› of oil had leaked. -> 1",
	"The mayor rejected an allegation from «residents» that ‹40 trees› were felled. -> 1",
	"The army denied the «villagers»' claim that ‹40 cows› were shot. -> 1",
	"It is clear that the «auditors» counted ‹40 vans›. -> 1",
	"It was put to him that the «gatekeeper» has recorded only ‹11 visits›. -> 1",
	"I am told by my «foreman» that there were ‹23 leaks›. -> 1",
	"My «neighbour» tells me they spent ‹41 dollars› on it. -> 1",
	"This is well below the ‹30 percent› often quoted from «UNICEF» (2010). -> 1",
	// several share a verb
	"«Oxfam and Save the Children» report that ‹19 schools› are shut. -> 1",
	"«UNICEF» looked at those wells and found lead in ‹11›. -> 1",
	"An «inquiry» later blamed the weather and recommended that ‹14 boats› be withdrawn. -> 1",
	// whom a word means
	"«Oxfam» runs six kitchens; the charity says that ‹40 cooks› are ill. -> 1",
	"The company, Eurostat Holding, lost ‹40 dollars›. The «union» says the true figure is ‹12›. -> 0 1",
	"«Traders interviewed by the bank» put the loss at ‹40 percent›. -> 1",
	"The «adults» surveyed by the charity put the rent at ‹40 dollars›. -> 1",
	"Dr «Rosen» gave a range. She relied on old charts. In her view the reef had lost ‹three metres›. -> 1",
	"The deal was signed. “The «ledger» shows ‹42 names›,” Paul Adler said. -> 1",
	"“They said ‹40› had come,” said Paul Adler, a baker who lost ‹two shops›. -> ? 0",
	// put into, not put at
	"Foreign banks have put ‹40 million dollars› into the mine. -> 0",
	"The «bank» put the loss at ‹40 million dollars›. -> 1",
	// clauses that take over
	"«Oxfam» told the council that ‹15 wells› were dry; «Paul Adler», a former farmer now at the institute, puts the number nearer to ‹40›. -> 1 2",
	"«Oxfam» sees a loss of ‹40 percent›; «Eurostat», an office in Luxembourg, arrives at ‹16 percent›. -> 1 2",
	"«Oxfam» counted ‹40 wells›; «UNICEF» spoke in July 2011 of ‹12 wells›. -> 1 2",
	"«Eurostat», in a study for the ministry, counted ‹40 mills›. -> 1",
	"The «World Bank», which uses other prices, reports a loss of ‹4 percent›. -> 1",
	"«Suppliers» whom we asked said the debt was nearer ‹40 dollars›. -> 1",
	"Colonel «Adler», whom I met at the port, spoke of ‹2,000 men› under arms. -> 1",
	"A «Belgian priest» who had lived there for ‹thirty years› thought ‹600 men› nearer the truth. -> ? 1",
	"«Adler», comparing lists from seven camps, reaches ‹233,000›. -> 1",
	"The «IMF» has it at ‹179 percent›; a leaked «bank paper» says ‹126 percent›. -> 1 2",
	"«Paul Adler» considers any figure above ‹10,000 stoves› fantasy. -> 1",
	"By the official count the storm killed ‹40 people›. -> ?",
	// elided verbs
	"«Oxfam» spoke of ‹9,000 tents›, «UNICEF» of ‹12,000›, and «Paul Adler», the mayor, of ‹three thousand›. -> 1 2 3",
	"«Oxfam» maintained that ‹40 huts› stood, «UNICEF» that ‹12› were missing. -> 1 2",
	"«Oxfam» thinks that ‹a quarter› do now, «UNICEF» ‹40 per cent›. -> 1 2",
	// what stands in brackets holds there
	"There were ‹2,100 huts› at Lund, ‹5,000› at Basel («Oxfam» says at least ‹4,800›) and ‹19,000› at Graz. -> 0 0 1 0",
	// behind the statement
	"The operation has cost ‹9 million euros› a month since May and saved ‹40 people›, Admiral «Paul Adler» told a committee of the senate. -> 1 1",
	"Some ‹12 million tyres› are in circulation, a «parliamentary commission» reported in 2009. -> 1",
	"‹40 villages› are cut off, the «governor» told state radio on Monday. -> 1",
	"We estimate that the closure will remove ‹54 jobs›, less than the ‹60› that the «Treasury» projects and far below the ‹100› cited by the «Farm Bureau». -> 0 1 2",
	"Readers were told, by «Paul Adler» among others, that ‹40 shops› would close. -> 1",
	"The storm killed ‹894› by the count of the «coast guard» and ‹500› according to its «owners». -> 1 2",
	"In May «Paul Adler» doubts it: “Not before June, and not above ‹40 percent›.” -> 1",
	"“Jobs are gone,” said «Paul Adler», director of the labour institute of the union, who expects ‹40 shops› to close. -> 1",
	"«Oxfam», in a report of October, attributed ‹40 fires› to the army. -> 1",
	"«Oxfam»'s own list has ‹42 names›. -> 1",
	"Higher counts, such as the ‹17,000› of «Oxfam», are old. -> 1",
	"In Lund the party polls ‹26 percent›. -> 0",
	"Navies claim the first: ‹40 ships› were freed. -> ?",
}

func TestHearsay(t *testing.T) { checkSources(t, hearsayCases) }
