package claim_test

import "testing"

// bodyCases are more of [sourceCases]: bodies that go by other words later on,
// subjects with much between head and verb, two who speak in one sentence, and
// where the word of somebody ends.
var bodyCases = []string{
	// its people and the words that a body goes by
	"«Oxfam», which runs two of the five wells, said its volunteers had served ‹2,950 people› and that ‹38› had been ill. -> 1 1",
	"«Save the Children» said its staff had counted ‹2,950 pupils›. The charity's own count of girls, ‹71›, is lower than the «ministry»'s (‹76›). -> 1 1 2",
	"«UNICEF» said ‹40 wells› were dry. The organisation put the cost of new ones at ‹9 million euros›. -> 1 1",
	"The «United Steelworkers» called the strike. The union says ‹4,000 people› walked out; the company speaks of ‹900›. -> 1 ?",
	"«Amnesty International» visited the jail in May. The group counted ‹40 inmates› in a cell for ‹nine›. -> 1 1",
	"The «Ministry of Health» gave a toll on Monday. The ministry put it at ‹40 dead›. -> ?",
	// a subject and its head
	"A survey of tenants that the «union» held in May among families in Lyon, Nantes, Lille and Paris found that ‹24 percent› were in arrears. -> ?",
	"The «company» that runs the port, Karst Holding, denied the claim and said it had spent ‹17 million euros› on cranes. -> ?",
	"The «operator»'s own return to the Home Office gives ‹97›. -> 1",
	"The «governor»'s report to parliament puts the loss at ‹40 million euros›. -> 1",
	"The party founded by the strikers, «Podemos», gives the number as ‹303›. -> 1",
	"Its auditor, «Deloitte», confirmed a loss of ‹1.9 million euros›. -> 1",
	"Kestrel lost ‹1.9 million euros› last year, its auditor, «Deloitte», confirmed. -> 1",
	"Unions such as «Unite» think ‹40 percent› will go. -> 1",
	"In Wales the «registrar» counted ‹40 deaths›. -> 1",
	"The farm that feeds the town, «Karst Holding», rejected the claim and said it had sold ‹17 tonnes›. -> ?",
	"The «Food Bureau» in March forecast ‹38 million tonnes›. -> 1",
	"«Witness 7», a driver, told the court that he had carried ‹60 crates›. -> 1",
	// how somebody gives a number
	"«Oxfam», which counts only what it sees, has ‹882 wells› for the same year. -> 1",
	"The «council»'s own survey has it at ‹40 percent›. -> 1",
	"The harvest is put at ‹400 tonnes› by the «Grain Board»; the «ministry» claims that it was ‹500›. -> 1 2",
	"The loss is estimated at ‹400 houses› by the «fire brigade». -> 1",
	"«WHO» estimates are twice as high: ‹40 percent›. -> ?",
	// verbs left out
	"Both agree that catches have fallen: the «ministry» says to ‹128 tonnes›, the «union» to ‹101›. -> 1 2",
	"«Oxfam» says Chad had ‹234 camps› in 2021, «UNICEF» ‹204 camps›. -> 1 2",
	"The «ministry» gives the harvest as ‹40 tonnes›, the «bank» as ‹30 tonnes› and the «union» as ‹25›. -> 1 2 3",
	"Norway has paid ‹127 million euros›, Sweden ‹54 million› and «Denmark», by its own count, ‹more than 90 million›. -> 0 0 1",
	"«Kenya and Uganda» reported ‹310› and ‹1,045 cases› in May; meetings are held every ‹two weeks›. -> ? ? 0",
	"The «union» counts differently. Every month, it says, ‹20,000 boxes› arrive empty. -> 1",
	"The group is put at ‹400–500 men› by the «Panel of Experts». -> 1",
	"– «Kenya» and «Uganda» reported ‹310› and ‹1,045 cases› in May. -> 1 2",
	"«Kenya and Uganda» reported ‹310 cases› in May. -> 1",
	"The «Milk Council», which speaks for the dairies, estimates that each strike costs ‹40 euros›. -> 1",
	"The «union» fears for ‹150 posts›. Oxfam recalled ‹90 jars› on Monday. -> 1 0",
	"‹23 people› died, the «army» said, as «witnesses» spoke of ‹40 men›. -> 1 2",
	"«Police» put the toll at ‹19›. The «Red Cross», whose volunteers came first, has ‹29›. The town has ‹40 wells›. -> 1 2 0",
	"The «inspector» looked at the files and found that ‹62› lacked a signature. -> 1",
	"The «union» that represents our drivers thinks that ‹300 trucks› are needed. -> 1",
	"By the «union»'s reckoning the line has run ‹nine months›, by the «ministry»'s ‹four›. -> 1 2",
	"«Hall and colleagues» (2014) found ‹40 cases›. -> 1",
	"Ghana had ‹1,531 fires› last year. The «union of drivers» denied that it was so and said there had been ‹40›. -> 0 1",
	"The «ministry» puts it at ‹58 per cent›; the «WHO» says it is ‹90 per cent›. -> 1 2",
	"The «bank» says that ‹300 posts› are empty; we asked for ‹90 posts›. -> 1 0",
	"Senator Hale. How many?\n\nGeneral «Marsh». The inspector looked at ‹40 ships›, and the «navy» says that ‹nine› were fit.\n\nSenator Hale. And now?\n\nGeneral Marsh. Ten. -> 1 ?",
	// what is not theirs
	"There may be ‹300,000 goats› on the island; a survey by the «university» suggested ‹half that number›. -> 0 1",
	"There may be ‹300,000 goats› on the island; the «mayor» said in May that ‹90› were his. -> 0 1",
	"The «bank» put arrears at ‹4 percent›; the official rate is ‹3 percent›. -> 1 0",
	"Ask for ‹9 euros›, quoting the case. -> 0",
	"«Police» said ‹92 people› died. ‹Fifty of the dead› were Welsh. -> 1 0",
	"“It is the first time in ‹seven months›,” said «Ada Holt». Potatoes cost ‹two euros›. -> 1 0",
	"«Survivors» spoke of ‹400 people›, officials said. -> 1",
	// we
	"The permanent secretary explained the gap of ‹6,524 names›. We estimate the loss at ‹41 million euros›. -> ? 0",
	"The «manager» spoke of ‹6,524 names›. On the day of our visit we found ‹41›. -> 1 0",
	// a question that takes a figure for granted
	"Mr «Hall» asked why the hall had cost ‹7 million pounds› when ‹2 million› had been set aside. Ms «Holt» replied that prices had doubled. -> 1 1",
	"Mr Hall asked whether ‹40 homes› could be built. -> ?",
	// those whom an author cites
	"Complications were seen in ‹30 percent› («Feasey et al.», 2015). -> 1",
	"In Malawi ‹440 cases› were found («Okafor and Lund», 2012). Costs rose by ‹four percent› («Marsh», 2014). -> 1 2",
	"‹Half of them› had left school («Hanson & Woodruff» 2003). -> 1",
	// by one estimate
	"By one estimate, that of the «Red Cross», ‹8 million people› have fled. -> 1",
	"- At sea: ‹6,000 people›, per «IOM»'s list of May. -> 1",
	"There were ‹154 dead› (government figure; ‹153› according to the «fire brigade»). -> ? 1",
	"It was higher than the «ministry»'s figure (‹46›). -> 1",
	"I have seen the «treasury»'s number, which is about ‹9,200 claims›. -> 1",
}

func TestBodies(t *testing.T) { checkSources(t, bodyCases) }
