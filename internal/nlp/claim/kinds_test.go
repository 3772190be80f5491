package claim_test

import "testing"

// kindCases are marked as sourceCases are, a few lines for each way in which text tells who
// says so, or in which somebody only seems to.
var kindCases = []string{
	// what stands between a subject and its verb
	"The «council» has since announced that ‹40 trees› would be felled. -> 1",
	"The «fire brigade» had earlier listed ‹40 fires›, and the «mayor» later counted ‹12 more›. -> 1 2",
	"The «bank» itself admits to ‹40 percent›. -> 1",
	"«Lena Brandt» (PW3), keeper of the lock, testified that ‹40 boats› passed. She saw ‹three› sink. -> 1 1",
	"Your «columnist» writes (March 3rd) that ‹40 farms› will close. -> 1",
	"The agency that insures them, the «Karst Fund», puts the gap at ‹40 dollars›. -> 1",
	// a month in brackets is no author
	"The «consulate» gave the number of sailors first as ‹1,700› (February 2015), then as ‹2,400› (September 2015). -> 1 1",
	// nouns to the tagger that are verbs
	"Hospital «registers» copied by the audit team show ‹1,187›. -> 1",
	"Harbour «pilots» report seeing ‹40 wrecks› in the channel. -> 1",
	"The «Surveyor» informs me that ‹40 roofs› leak. -> 1",
	"The «herders» boast of ‹40 wolves› shot. -> 1",
	// heard from, of opinion
	"We understand from «Eurostat» that ‹40 wells› are dry. -> 1",
	"The jury heard from «Lena Brandt» that ‹40 men› came. -> 1",
	"The jury heard a noise from the yard that ‹40 men› made. -> 0",
	"Nurse «Adler», who paid ‹312 visits›, is of opinion that ‹40 of them› could be saved. -> ? 1",
	"The «clerk» is of the view that ‹40 graves› are older. -> 1",
	// what somebody quotes another with
	"The «paper» quotes a «guard» as saying that ‹40 men› fled. -> 2",
	"The paper quotes \"a «clerk»\" to the effect that ‹one form in three› is lost. -> 1",
	"‹Nine years›, if the «clerk» is right, is all it takes. -> 1",
	"It costs ‹40 dollars› if the weather is right. -> 0",
	// amounts that are given or assumed
	"«Eurostat» gives an average of ‹40 dollars› a day. -> 1",
	"The «survey» gave the mayor ‹54 percent›. -> 1",
	"The vets gave ‹1,140 jabs› on Monday. -> 0",
	"«Eurostat» assumes a shortfall of ‹40 dollars›. -> 1",
	"Eurostat assumes the lease of ‹40 offices›. -> 0",
	// whose report, whose opinion
	"The chart is from «Oxfam», whose yearly report says ‹40 wells› were dug. -> 1",
	"We have had a second opinion, from a «firm in Lund», of ‹40 dollars›. -> 1",
	// behind a dash
	"‹40 dead› in bridge collapse – police\n\nThe bridge fell on Monday. -> ?",
	"‹7 out of 10 cooks› work at night – «Oxfam» -> 1",
	"They came home by the road – ‹40 men› and the guards. -> 0",
	"A bomb killed ‹40 men› and hurt others – including nurses. -> 0",
	"It is held by ‹40› Gulf-based donors. -> 0",
	"Set against the ‹40 men› of whom the «Karst Group» wrote in May, it is much. -> 1",
	"They came back – ‹40 men› – and left. -> 0",
	// who only acts
	"When the museum sent for ‹40 spades›, nobody thought that ‹a dozen graves› would be found. -> ? 0",
	"After ‹three interviews›, Lena Brandt showed that she was able. -> 0",
	"Lena Brandt showed a gift for music from the age of ‹3›. -> ?",
	"The «survey» showed a gap of ‹40 percent›. -> 1",
	"It has lent ‹40 dollars› to small and young firms (SYF) and to others. -> 0",
	"Then she points at the wall, where ‹40 names› stand. -> 0",
	"The «witnesses» spoke of ‹three›. The head of the mission, Paul Adler, praised the voters, some of whom had stood there for ‹ten hours›. -> 1 ?",
	// pronouns and quotations
	"Lena Brandt has changed her mind. \"My sister's boy lay there for ‹11 days›,\" she said. -> ?",
	"My «neighbour», a farmer, has his own view. He says that it takes ‹ten years›. -> 1",
	"Ms «Adler» presented her report. Visits had fallen by ‹9 percent› since May. -> 1",
	"«Plan Aid» asked ‹1,011 witnesses› in May. ‹Thirty-seven percent› had been given a new date. -> ? 1",
	// who stands before a colon in a headline
	"«Police»: ‹40 held› in raid on stadium\n\nThe raid was on Monday. -> 1",
	"Jobless rate to hit ‹9%›, warns «Eurostat»\n\nIt was a bad week. -> 1",
	// what a figure comes from
	"The figure of ‹40 dead› comes from the «government». -> 1",
	"The ‹40 dead› came from the coast. -> 0",
	"The toll is put by «Oxfam» at ‹40 people›, and by the «government» at ‹12 people›. -> 1 2",
	"Put by «Eurostat» at ‹40 percent›, the rate is high. -> 1",
	"«Eurostat»'s latest outlook has growth at ‹4 percent›. -> 1",
	"The shop has oil at ‹4 dollars›. -> 0",
	"Growth will reach ‹4 percent›, in «Eurostat»'s view. -> 1",
	"Of the pupils, the «auditors» could find only ‹312›. -> 1",
	"The auditors could name ‹312› and would not. -> ?",
	"The «union» says ‹40 posts› will go, if the «mayor» is to be believed; officially the number is ‹12›. -> ? 0",
	// whom the author spoke to
	"Rents fell by ‹40 percent› (interview with a «former clerk», Lund, 3 May). -> 1",
	"Rents fell by ‹40 percent›.[1] The town owes ‹12 dollars›.[2]\n\n[1] Interview with a «former clerk» of the town, Lund, May 2014.\n[2] Email from the «Karst Fund», May 2014. -> 1 2",
	"Rents fell by ‹40 percent›.[1]\n\n[1] The tenants were told in an interview, with clerks present. -> 0",
	// a description and its name
	"The clerk's boss, «Ruth Holt», was blunter. \"Not one of the ‹40 lorries› came.\" -> 1",
	"«Locals» speak of ‹60 dead›. -> 1",
	// a mark in mid-sentence, a rival that has the verb of the first
	"‹Forty wells› are dry, the «survey of 2011» found, which is why they left. -> ?",
	"‹40 percent› have no light, the «census» of 2011 found, which is why it is dark. -> 1",
	"Dr «Holt», for the owner, puts the loss at ‹70 percent›; Mr «Lund», for the crew, at ‹45 percent›. -> 1 2",
	"The «Farm Council», a growers' lobby, sees the crop no higher than ‹40 tonnes›. -> 1",
	"The ministry said that ‹40 men› had left. «Oxfam» is at ‹49›; «Plan» is at ‹44›. -> ? 1 ?",
	// whom the author follows, and what he finds himself
	"We follow a plan of ‹four steps› (Williams, 2010). -> 0",
	"The plan has ‹four steps› («Williams», 2010). -> 1",
	"I prefer the evidence of Dr «Holt», who saw her twice, and find that the loss is ‹65 percent›. -> 0",
	"Greater Manchester's numbers jumped by ‹40 percent›. -> 0",
	"«Eurostat»'s numbers show a rise of ‹40 percent›. -> 1",
	// what is heard, found, offered
	"«Anna Holt» asked about it. She had heard that ‹40 dollars› went to the army. -> 1",
	"The firm's own «accident book» records ‹17 injuries›. -> 1",
	"Independent tests by the «Marine Board» showed a loss of ‹9 percent›. -> 1",
	"The crew asked for ‹40 dollars›; the «owners» offered ‹12›. -> ? 1",
	"The owners offered ‹40 beds› to the homeless. -> 0",
	"Several «countries» have indicated that ‹850 troops› could come. -> 1",
	"The first «accused» gave sworn evidence. He is a fisherman. They had left the coast with ‹300 litres›. -> 1",
	// who is told of by an adjective, and verbs behind a comma that look like nouns
	"«Households» interviewed in Lund said they had water for ‹five hours› a day. -> 1",
	"«Oxfam», the big charity, talks of ‹40 percent›. -> 1",
	"«Eurostat», ever careful, pencils in ‹0.9 percent›. -> 1",
	"They have given out ‹10 tents› and, the «charity» reports, ‹45 stoves› to the camps. -> ? 1",
	"«Critics» of the grant, among them the union, point out that it reached ‹40 girls›. -> 1",
	"My «constituents» tell me that ‹40 trains› were late. -> 1",
	"«Holt» et al. (1998) estimated that ‹540 geese› were there. -> 1",
	// to whom and where it was written
	"\"He came early,\" the «sister» wrote to the bishop, \"when ‹nine nuns› were at prayer.\" -> 1",
	"Trade always grows, its head, «Anna Holt», wrote in these pages last week: the port began with ‹90 ships›. -> 1",
	"The rate was ‹22 percent› («Eurostat»: ‹15 percent›). -> 0 1",
	"Anna Holt denies ‹nine counts› of fraud. -> 0",
	// things that are announced, and what is claimed and not said
	"Shipments of the parts announced on Monday and of ‹40 lorries› go on. -> 0",
	"For months the number of people admitted and cared for has been ‹zero›. -> ?",
	"The war, which claimed the lives of ‹40 nurses›, is over. -> 0",
	"The «rebels» claimed ‹40 dead› on Monday. -> 1",
	"A «plumber» reported on Monday that ‹40 taps› leaked. -> 1",
	// an initial is no end of a label
	"President A.B. Holt signed it in 1991 after the war. The ‹two countries› have met since. -> 0",
	"Mr J.R. Lund rebuilt the mill. It has ‹40 looms›. -> 0",
}

func TestKinds(t *testing.T) { checkSources(t, kindCases) }
