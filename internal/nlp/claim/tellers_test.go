package claim_test

import "testing"

// tellerCases are marked as sourceCases are: who is a source by what is said of him, and
// who acts only.
var tellerCases = []string{
	// told of by a relative clause, whatever the noun
	"A «deacon» who runs the kitchen told me that he had fed ‹90 families› in a night. -> 1",
	"A «former smuggler» whom we met in Lund said he had got ‹500 dollars›. -> 1",
	"The clerk relied on a letter from the «Farm Bureau» (exhibit D4), which speaks of ‹2,000 jobs›. -> 1",
	"See «Holt and Lund» (2023), which counts ‹15,100 pounds›. -> ?",
	"«UNICEF»'s analysis of Dutch and Belgian files found that ‹35%› were copies. -> 1",
	// by a count
	"«Oxfam», whose members are owed ‹40 dollars› by its own count, says that ‹one farm in four› has closed. -> 1 1",
	"The tank has leaked ‹27 times›, by the count of the weekly «Ledger News». -> ?",
	"By «official count», ‹435 goats› died. -> 1",
	"There were ‹109 dead› by the «Uzbek count» and ‹40 missing›. -> 1 0",
	"The adverts cost ‹46 dollars›, going by «UNICEF»'s own library. -> 1",
	"Judging by «UNICEF»'s figures, ‹40 wells› are dry. -> 1",
	"If the «governor» is to be believed, ‹40 wells› are dry. -> 1",
	"It would cost, on our estimate, ‹40 dollars›. -> 0",
	"‹40 people› died, according to ‹two› «negotiators» interviewed for this study in Lund. -> 1",
	// their people
	"The minister spoke of ‹five dams›; «UNICEF»'s staff, using another rate, put it at ‹nine dams›. -> ? 1",
	"The «World Bank» reckons with costs of ‹40 dollars›. -> 1",
	// who asked
	"«UNICEF», a fund for children, polled ‹1,500 parents› in August: ‹37 percent› had heard of it. -> ? 1",
	// cited in a clause
	"It reaches ‹100 farms› in four lands; an earlier evaluation («Merttens» 2017) found that yields rose by ‹12 percent›. -> 0 ?",
	// who only acts
	"Oxfam has put stoves at ‹45› of its ‹90 camps›. -> 0 0",
	"Ghana has ‹eight›. -> 0",
	"The nurses gave the drug ‹5,820 times›. -> 0",
	"The outbreak, declared by the minister on 10 June, goes on in ‹three districts›. -> 0",
	"Her director, «Anna Holt», told this paper that the ageing of the town explains ‹half› of it. -> 1",
	"The inspectors were late. In Wales the Government does not publish the number. We could not trace ‹3,114 forms›. -> 0",
	"[Pull quote] \"We burn ‹9 million litres›.\" -> 0",
	"‹41 people› drowned, a «clerk» said. The country accepted none. -> 1",
	"Lenders, to whom the town owes ‹4 dollars›, accepted none. -> 0",
	"\"We were ‹thirty› when I came,\" he says. -> 0",
	"The «Mine Council» says members spend ‹3 dollars›; \"we burn ‹9 million litres›,\" its economist, «Hugo Brandt», told us. -> 1 2",
	"The «Food Council» counted ‹40 wells›. We could not match its records with those of the bank for ‹3,114 forms›. -> 1 0",
	"The «municipality» disputes this and gives ‹8.6 dollars›. -> 1",
	"The «Food Council» promised that nobody would wait more than ‹78 weeks›. At the end of May ‹11,477 people› did, and ‹8,998› had left. -> 1 0 0",
	"The valve has opened ‹27 times›, by the count of the weekly «Ledger». -> ?",
	// with much or little between
	"Prices rose by ‹4 percent›, according to its grid operator, «Eurostat». -> 1",
	"«Oxfam» had by Wednesday recorded ‹1,848 dead›. -> 1",
	"«Oxfam» counts ‹40 wells› since January; a year ago it was ‹12›. -> 1 1",
	"«Oxfam» has used “‹about 150›” in its letters. -> 1",
	"«Oxfam» uses ‹38,000 dollars›. We think it is more. -> 1",
	"Oxfam uses ‹40 lorries›. -> 0",
	"Oxfam met the «union». The union has said ‹100,000 dollars›, which is too much. -> 1",
	"«Management» admits to ‹960›. -> 1",
	"‹40 people› died, according to figures that the minister, «Anna Holt», gave to senators. -> 1",
	"The «Mine Council» told me last week that it expects ‹40 deaths›. -> 1",
	"Our «consultants at Eurostat» say ‹40 posts› will go. -> 1",
	// verbs that tell nothing where a word is missing
	"Eurostat has also used ‹40 dollars› in aid to mend the roof. -> 0",
	"«Holt» said the office would ask the council for ‹40 dollars›. -> 1",
	"The council sought for ‹more than a year› to see it. -> 0",
	"Holt responded to promising reports by sending ‹30 settlers› there. -> 0",
	"The islands reminded Holt of a saint and her ‹11 friends›. -> 0",
	// who holds a number, who was asked, what opens the sentence
	"«Eurostat» puts it at ‹71 tonnes›. «Oxfam», a charity in Lund, is at ‹73›; its rival «UNICEF» cut its number on Tuesday by ‹two tonnes›. -> 1 2 3",
	"LUND — A young «woman» who hid under a bed in Basel told the court on Tuesday she had heard ‹40 shots›. -> 1",
	"«Traders» we spoke to put the loss at ‹three cargoes›. -> 1",
	"“It is ‹25 percent› or nothing,” as one «Geneva broker» has it. -> 1",
	"«Oxfam» estimated that ‹40 people› had left; the minister, «Anna Holt», dismissed that and referred to ‹700 people› who stayed. -> 1 2",
	"«Paul Adler» said ‹40 people› had left. We asked the «minister» whether it was so. He replied that ‹12› had. -> 1 2",
	"«Eurostat»'s tables for 2007 show ‹49 deaths›. -> 1",
	"In court the firm's engineer, a Dutchman named «Pieter Rook», conceded that ‹40 litres› had leaked. -> 1",
	"Oxfam said no. Asked for more, she counts on her fingers: ‹two roofs› and a well. -> 0",
	// a second clause, and what is only in passing another's
	"«Oxfam» says that ‹40 wells› are dry; the Chadian «water ministry» spoke of fewer than ‹12 wells›. -> 1 2",
	"The «programme», asked about the gap between Oxfam's number and its own ‹91 percent›, says that wells fail. -> 1",
	"The roll, on which a local group, «Pachedu», found ‹40 dead men›, is new. -> 1",
	"Mr «Adler», for the dockers, asked whether it was true that ‹40 posts› would go. -> 1",
	"The list is of ‹65 towns›, of which the «official statistics» have recorded ‹50›, and «unofficial data» have covered ‹15 towns›. -> ? 1 2",
	"The police cover ‹40 villages›. -> 0",
	"The town lost ‹16 trees› in 2023 («CSIR» 2024). -> 1",
	"Flockr suspended \"‹about 500›\" accounts, its «spokeswoman in Lund» wrote to us. -> 1",
	"‹Sixteen young men› and one woman passed through. \"We were ‹thirty› when I came,\" he says. -> 0 0",
}

func TestTellers(t *testing.T) { checkSources(t, tellerCases) }
