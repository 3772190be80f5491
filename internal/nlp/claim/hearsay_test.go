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
	// whose words: some of many, those who were taken along, those not named
	"«One of them» told us it would need ‹11 buyers›. -> 1",
	"«Reporters» taken to see them counted ‹fewer than 200›. -> 1",
	"A «Western envoy» with access to satellite pictures said they showed ‹two craters›. -> 1",
	"A «welder» who worked on the pier until June, and who asked that his name be left out, says that a gap of ‹eleven centimetres› was measured. -> 1",
	"We asked its president; the «union» counted ‹40 votes›. -> 1",
	"In Chad the «Treasury», which opened an inquiry last week, knows of ‹694 letters›. -> 1",
	"“They told us ‹ten› had come,” their lawyer, «Ruth Adler», recalls. -> 1",
	"A «parliamentary answer» of March gives the number of visits as ‹214›. -> 1",
	"The «Bureau of Mines» is confident of ‹900,000 tonnes›. -> 1",
	"«Oxfam» raised its forecast to ‹75 percent›, while «UNICEF», in a note to donors, kept its own at ‹69 percent›. -> 1 2",
	"«Oxfam» listed ‹19 wells›; the «local branch of the Red Cross», ‹25›. -> 1 2",
	"«Oxfam» spoke of ‹17 wells›; the «villagers' president», of ‹more than thirty›. -> 1 2",
	"«Oxfam» counted ‹40 wells›. «UNICEF», whose teams went from house to house, had ‹12› for the same month. -> 1 2",
	"According to «Oxfam», Chad had ‹7 wells›; Mali had ‹1.3›. -> 1 1",
	"Hospitals admitted ‹1,046 people›. -> 0",
	"Swiss (‹about 100›), Danes (‹40› on each side, according to «Paul Adler») and Poles (‹a dozen›) came. -> 0 1 0",
	"«Oxfam» said in May that ‹40 wells› were dry, Chad's capital has ‹12›. -> 1 ?",
	"The cost is put by «Oxfam» at ‹40 million dollars› and by «UNICEF», a fund in New York, at ‹60 million dollars›. -> 1 2",
	"The ferry had ‹163 seats›; the «Bureau of Ships», which counts any boat, sees ‹40 more› than it expected. -> 0 1",
	"«Oxfam» spoke on Monday of losses between ‹12 and 15 dollars›. -> 1",
	"Our «ministry» says ‹40 tonnes› arrived. -> 1",
	"Our teams say ‹40 tonnes› arrived. -> 0",
	"The «villagers»' list holds ‹40 names›, the register of the port ‹12 ships›. -> 1 ?",
	"Its «director» said in Geneva, where she had come for a meeting of donors, that ‹40 camps› were full. -> 1",
}

func TestHearsay(t *testing.T) { checkSources(t, hearsayCases) }
