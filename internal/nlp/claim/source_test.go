package claim_test

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/figure"
)

// sourceCases hold, in order, sentences in which «» stands round who says so and
// ‹› round a figure; -> after the text gives for each figure the number of its
// source, counted from 1, or 0 for none.
var sourceCases = []string{
	"«Lena Brandt», who heads the shelter, says that ‹40 women› came. -> 1",
	"There are ‹40 women› in the shelter, says «Lena Brandt», who heads it. -> 1",
	"“There are ‹40 women› here,” said the head of the shelter, «Lena Brandt». -> 1",
	"“There are ‹40 women› here,” «Lena Brandt» said. “Last year we had ‹25›.” -> 1 1",
	"According to the «harbour authority», ‹40 ships› arrived and ‹12› left. -> 1 1",
	"‹40 ships› arrived, according to the «harbour authority». ‹12 cranes› stand idle. -> 1 0",
	"The «mayor» said ‹40 houses› burned, while the «fire brigade» put the number at ‹60›. -> 1 2",
	"‹40 houses› burned, the «mayor» said; the «fire brigade» counted ‹60›. -> 1 2",
	"In a report by the «World Bank», the loss is put at ‹40 million dollars›. -> 1",
	"A «World Bank» study found that ‹40 percent› of wells were dry. -> 1",
	"Figures released on Tuesday by «Eurostat» show that prices rose by ‹4 percent›. -> 1",
	"The toll stands at ‹40 dead›, «doctors at the central hospital» said on Sunday. -> 1",
	"A «senior Danish official» who asked not to be named said ‹40 officers› would go. -> 1",
	"«Some analysts» believe that ‹40 percent› is nearer the mark. -> 1",
	"The «World Food Programme» has fed ‹40,000 people›, it says. -> 1",
	"The «council» met on Monday. It said that ‹40 trees› would be felled. -> 1",
	"The «police» arrested nobody, but they said ‹40 shops› were looted. -> 1",
	"The governor, «Omar Haddad», told reporters that ‹40 villages› were cut off. -> 1",
	"«Omar Haddad», the governor, told reporters that ‹40 villages› were cut off. -> 1",
	"Of the ‹40 villages› in the valley, «Omar Haddad» said, ‹12› were cut off. -> 1 1",
	"‹40 villages› were cut off, and ‹12› had no water, «Omar Haddad» said. -> 1 1",
	"There were ‹40 guards›, as the «inspector» noted in May. -> 1",
	"The number was estimated at ‹40› by the «coast guard». -> 1",
	"The «ministry» had ‹40 clerks›. -> 0",
	"The group lost ‹40 men› in the raid. -> 0",
	"The parcel was said to weigh ‹40 kilos›. -> 0",
	"The «union» says that ‹40 posts› are empty. The bridge has ‹12 arches›. -> 1 0",
	"«Turkey» says it took in ‹40,000 people›. -> 1",
	"Visiting the camp, the «minister» warned that ‹40 children› were ill. -> 1",
	"The «minister» toured the camp, saying that ‹40 children› were ill. -> 1",
	"Rain fell for ‹40 days› (source: «Weather Institute of Oslo»). -> 1",
	"There are ‹40 doctors› for the whole island («UNICEF», 2014). -> 1",
	"The «report» said ‹40 dams› leaked. The report also found that ‹12› were cracked. -> 1 1",
	"A «survey of fishermen» suggests that ‹40 percent› have given up. -> 1",
	"Most of the ‹40 boats› had no licence, an «inspector» admitted. -> 1",
	"By the «operator»'s own count, ‹40 flights› were late. -> 1",
	"«Peter Hall»: The shop sold ‹40 bikes› last week. It used to sell ‹90›. -> 1 1",
	"The «witness» testified that ‹40 men› came at night. ‹Twelve› of them carried guns. -> 1 1",
	"The «clerk» said the vault held ‹40 boxes›. ‹Twelve› had been opened before. -> 1 1",
	"The figure of ‹40 deaths›, cited by the «opposition», is too high. -> 1",
	"The «army and the police» say ‹40 people› were held. -> 1",
	"‹40 people› were held, says the «lawyers' guild». -> 1",
	"‹40 people› were held, wrote the historian «Ana Pires» in 2009. -> 1",
	"It was a good year for trade. Data compiled by the «port authority» show that ‹40 boats› came. -> 1",
	"The chairman of the «cocoa board» said ‹40 percent› of the crop was lost. -> 1",
	"The «health department», citing hospital records, reported ‹40 cases›. -> 1",
	"Neither the army nor the police said how ‹40 men› could vanish. -> 0",
	"The minister did not say that ‹40 men› had vanished. -> 0",
	// a time is nobody
	"Some ‹14 pumps› were sent last week; another ‹50› are expected by the end of the month, said «Ada Obi», who runs the depot. -> 1 1",
	// the holder of a figure
	"The mayor spoke first. «Oxfam»'s figure is ‹1,900›. -> 1",
	"Its chief executive, «Gillian Wark», put the shortfall at ‹2,500 posts›. -> 1",
	"«Vandeljus tikls», the northern operator, puts its own share at ‹380 million euros›. -> 1",
	// the verb of the first half holds for the second
	"«Oxfam» expects ‹2 ships›, «UNICEF» between ‹2 and 3 ships›. -> 1 2",
	"The «army» said that Hamas lost ‹40 men›, Hezbollah ‹20 men›. -> 1 1",
	// somebody of a body that speaks already
	"The «Red Cross» gave a higher toll, saying its volunteers had counted ‹52 bodies›. -> 1",
	// a court that ruled something else says nothing of what follows
	"The vote was called after the Supreme Court ruled that the conditions were met. The last house had been chosen with a turnout of ‹49 percent›. -> 0",
	// according to wins over what had the entries
	"According to «Eurostat», the register of firms had ‹3,000 entries›. -> 1",
	// who reports what somebody unnamed counted
	"Health workers have recorded ‹40 cases›, the «health ministry» said. -> 1",
	"The «health ministry» said health workers had recorded ‹40 cases›. -> 1",
	"The «Red Cross» counted ‹40 bodies›, the health ministry said. -> 1",
	// what somebody gives that is no figure
	"«Lena Brandt» gave evidence over ‹two days›. -> 0",
	"The cases, ‹40› of them confirmed by laboratory, lie in the north. -> 0",
	"The company that runs the mine, «Oxfam», said that it had spent ‹40 dollars›. -> 1",
	// the one named last
	"«UNICEF» counted ‹40 ships› in May. In June the same agency counted ‹60 ships›. -> 1 1",
	// she and he
	"«Ruth Adler» is a doctor. Her brother, Paul Adler, left. She says ‹40 people› are ill. -> 1",
	"Mrs. Brandt asked. Mr. «Hall» thought of the shop. He said it sold ‹40 bikes›. -> 1",
	// the words of somebody, in other turns of phrase
	"In the view of «Oxfam», ‹40 people› died. -> 1",
	"In the words of the «coroner», ‹40 people› died. -> 1",
	"As the «mayor» puts it, ‹40 people› died. -> 1",
	"‹40 people› died, as the «mayor» puts it. -> 1",
	"The «ministry»'s estimate is ‹40 people›. -> 1",
	"«Oxfam»'s website lists ‹40 people› as missing. -> 1",
	"«Oxfam», for its part, speaks of ‹40 people›. -> 1",
	"Per the «health ministry», ‹40 people› died. -> 1",
	"By the reckoning of the «mayor», ‹40 people› died. -> 1",
	"«Oxfam» says ‹40 people› died. A week earlier it had said ‹30›. -> 1 1",
	"The «mayor» was asked about the dead. There were ‹40›, he said. -> 1",
	"«Lena Brandt», the mayor, listed the losses. ‹40 houses› are gone. ‹Twelve wells› are dry. -> 1 1",
	"«Lena Brandt» described the night of the fire. The flames took ‹40 houses› in an hour. -> 1",
	"The «witness» described the yard. There were ‹40 men› in it. -> 1",
	"«Lena Brandt» briefed the council on the flood. ‹40 houses› are gone. -> 1",
	"«Lena Brandt» took the floor. ‹40 houses› were gone, and ‹12 wells› dry. -> 1 1",
	"«Lena Brandt» said she fled in May. She walked for ‹40 days›. -> 1",
	"The «applicant» stated that he worked at the mill. The mill employed ‹40 men›. -> 1",
	"The «mayor» added: ‹40 houses› are gone. -> 1",
	"The «mayor», asked for a number, gave ‹40›. -> 1",
	"The «inquiry» heard that ‹40 people› died. -> 0",
	"Estimates range from ‹40 people› («Oxfam») to ‹60 people› («UNICEF»). -> 1 2",
	"Estimates range from ‹40 people›, given by «Oxfam», to ‹60 people›, given by «UNICEF». -> 1 2",
	"The «mayor» complained of ‹40 thefts›. -> 1",
	"The «mayor» blamed the ‹40 thefts› on the young. -> 0",
	`"We have ‹40 beds›." «Lena Brandt», who runs the ward, points down the corridor. "And ‹60 patients›." -> 1 1`,
	`"We have ‹40 beds›," explains «Lena Brandt», who runs the ward. "That leaves ‹20 patients› on the floor." -> 1 1`,
	`«Lena Brandt» runs the ward. "We have ‹40 beds›," she says. -> 1`,
	`«Lena Brandt» runs the ward. "We have ‹40 beds›." -> 1`,
	"«Oxfam» (2015) gives ‹40 percent›. -> 1",
	"The «central bank»'s forecast of ‹4 percent› was too low. -> 1",
	"The «central bank» left its forecast at ‹4 percent›. -> 1",
	"The «central bank» raised its estimate to ‹4 percent› from ‹3 percent›. -> 1 1",
	"A «central bank» survey of ‹40 firms› found that ‹12 percent› would hire. -> 0 1",
	// who is called to speak
	"«Lena Brandt» was the next witness. The cellar held ‹40 men›, and there was one bucket. -> 1",
	"Next at the lectern was «Paul Adler», the treasurer. The club has ‹318 members›. -> 1",
	"«Lena Brandt» rose to speak. ‹40 houses› are gone. -> 1",
	"The ministry was asked. The «army» revised its figure to ‹40 dead›. -> 1",
	"‹40 people› died, «state television» reported. -> 1",
	"Official counts and those from open sources differ by up to ‹40 percent›. -> 0",
	"A bad figure can add to it, and for ‹three years› we have let it. -> 0",
	// in brackets
	"There were about ‹40 men› (US «intelligence», February 2015). -> 1",
	"There were ‹40 thefts› («police figures»). -> 1",
	"There were ‹40 thefts› (police cars not counted). -> 0",
	// before courts, committees and clubs
	"Colonel «Adler» was asked how many men he had lost. ‹Forty›, he answered. -> 1",
	`Judge Holt asked about the fire. "It burned for ‹three days›," «Lena Brandt» replied. -> 1`,
	"«Lena Brandt» took the stand next. She had seen ‹40 men› in the yard. -> 1",
	`«Lena Brandt», a nurse, remembers ‹40 patients› in one night. "We had ‹12 beds›." -> 1 1`,
	"In her testimony «Lena Brandt» spoke of ‹40 men›. There had been ‹three lorries› as well. -> 1 1",
	"Under oath, «Lena Brandt» put the number of dead at ‹40›. The army's lawyer suggested ‹25›. -> 1 ?",
	"«Lena Brandt» saw ‹40 men› led away. -> 0",
	`"I saw ‹40 men› led away," «Lena Brandt» told the commission. "Of these, ‹three› came back. My brother was not among them." -> 1 1`,
	`«Lena Brandt» told the commission: "I saw ‹40 men› led away. ‹Three› came back." -> 1 1`,
	"According to the testimony of «Lena Brandt», ‹40 men› were led away. ‹Three› came back. -> 1 ?",
	"In a sworn statement «Lena Brandt» says she buried ‹40 people›. She lists ‹31› by name. -> 1 1",
	"«Lena Brandt» stated that she had counted ‹40 bodies›, that ‹12› were children, and that the rest, ‹28›, were women. -> 1 1 1",
	"«Abt» reported a surplus of ‹40,000 dollars›. Membership had grown by ‹12 percent›. -> 1 1",
	"The «treasurer» noted with regret that ‹40 members› had left. ‹Six› had died. -> 1 1",
	"The secretary read a letter from the «school board», which asks for ‹40 chairs›. -> 1",
	"The committee heard that ‹40 homes› were empty. -> 0",
	"The «clerk» confirmed the figure of ‹40 homes›. -> 1",
	"It is the evidence of Dr. «Adler» that ‹40 percent› of the bone was gone. -> 1",
	"The «Crown» says ‹40 kilos› were found; the «defence» admits ‹12›. -> 1 2",
	"The «prosecution» alleges that ‹40 kilos› were found. It relies on ‹three witnesses›. -> 1 ?",
	"Q: How many, Mrs Brandt? A: ‹Forty›. -> ?",
	"The tribunal accepts the evidence of Dr. «Adler», who found ‹40 fractures›. -> 1",
	"The «tribunal» finds that ‹40 people› were killed and ‹12› wounded. -> 1 1",
	"His estimate of the loss, ‹40 million dollars›, was shared by nobody, «Paul Adler» admitted. -> 1",
	"By his own account, «Paul Adler» fired ‹40 shots›. -> 1",
	"«Paul Adler» pleaded guilty to ‹12 counts› of fraud. -> 0",
	// who acted last is she
	"«Lena Brandt» said ‹40 people› were dead. But «Ruth Adler» was less sure. “In the valley alone,” she said, “we have ‹140 people› missing.” -> 1 2",
	// the author's own reckoning
	"Our estimate of the cost is ‹40 million euros›, compared with the ‹30 million euros› that «UNICEF, Oxfam and Eurostat» gave in 2018. -> 0 1",
	"The «World Health Organization» recommends at least ‹95 percent›. -> 1",
	"«Hanson and Woodruff» (2003) found that ‹40 percent› of girls left school. -> 1",
	// what a survey asked is no finding of it
	"ADA OBI: Our survey of ‹3,200 riders› found that ‹one in three› walked. In Leeds it was ‹41 percent›. -> ? ? ?",
	"The price is ‹40 dollars›, and the «seller», Ivo Pavlov, says it will be ‹60›. -> 0 ?",
}

// parsed is a text without marks, with the spans of both kinds.
type parsed struct {
	text    string
	sources []string
	spans   []doc.Span
}

func parseMarks(s string) parsed {
	var p parsed
	var b strings.Builder
	open := 0
	for _, r := range s {
		switch r {
		case '«', '‹':
			open = b.Len()
		case '»':
			p.sources = append(p.sources, b.String()[open:])
		case '›':
			p.spans = append(p.spans, doc.Span{Start: open, End: b.Len()})
		default:
			b.WriteRune(r)
		}
	}
	p.text = b.String()
	return p
}

func TestSources(t *testing.T) { checkSources(t, sourceCases) }

func checkSources(t *testing.T, cases []string) {
	t.Helper()
	for _, c := range cases {
		text, want, _ := strings.Cut(c, " -> ")
		p := parseMarks(text)
		d := read(t, p.text, "2016-05-01", figure.Pass.Run)
		for i, w := range strings.Fields(want) {
			if w == "?" {
				continue
			}
			source := ""
			if n := int(w[0] - '0'); n > 0 {
				source = p.sources[n-1]
			}
			got := toldAt(d, p.spans[i], func(c *doc.Claim) string { return c.Source })
			if got != source && !(source != "" && strings.Contains(got, source)) {
				t.Errorf("%s\n\tfigure %d: source %q, want %q", p.text, i+1, got, source)
			}
		}
	}
}

// TestTurns reads hearings and press releases: who has the turn speaks until the
// next label, and who is announced speaks in the paragraphs quoted.
func TestTurns(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Q7 CHAIR: Good morning.\n\nANNA STOKES: Five-year plans are rare. We have had nine pots in all. It costs us 250,000 pounds.\n\nDR QURESHI: Our survey of 3,200 riders found that 900 walked. In Leeds it was 41 percent.\n",
			"nine pots=STOKES; 250,000 pounds=STOKES; 3,200 riders=QURESHI; 900=QURESHI; 41 percent=QURESHI"},
		{"MR HOLT: Your name?\nA. Ada Vance.\n\nQ. How many were on board?\nA. There were 380. We had sold 412 tickets.\n\nMS ABT: And boats?\nA. I counted 12 boats. The owners say that 14 were there.\n",
			"380=Ada Vance; 412 tickets=Ada Vance; 12 boats=Ada Vance; 14=owners"},
		{"Senator Hale. How many men have you?\n\nGeneral Marsh. We have 4,200 soldiers, Senator.\n\nThe rest is at sea, 600 men.\n\nSenator Hale. I was told of 900 men.\n\nGeneral Marsh. No.\n",
			"4,200 soldiers=Marsh; 600 men=Marsh; 900 men=Hale"},
		{"**Host:** When?\n\n**Ada Vance:** In May. We had nine boats.\n\n**Host:** Now?\n\n**Ada Vance:** There are two boats.\n", "nine boats=Ada Vance; two boats=Ada Vance"},
		{"The MINISTER FOR HEALTH (Mrs Ida Vance): There are 3,100 nurses.\n\nMr LUKE TARN (Eastwold): In my seat two wards are closed.\n\nMrs VANCE: We have hired 250 nurses.\n",
			"3,100 nurses=Ida Vance; two wards=TARN; 250 nurses=VANCE"},
		{"Examination of Ada Vance by Mr Holt\n\nQ. How many?\n\nA. Forty boats.\n\nQ. And men?\n\nA. Sixty men.\n", "Forty boats=Ada Vance; Sixty men=Ada Vance"},
		{"Chief Midwife Joan Adler said:\n\n\"Last year 1,841 midwives left the profession. I met 40 of them.\"\n\nThere are 30 clinics.\n",
			"1,841 midwives=Joan Adler; 40=Joan Adler; 30 clinics="},
	} {
		d := read(t, c.text, "2022-11-04", figure.Pass.Run)
		for _, want := range strings.Split(c.want, "; ") {
			words, who, _ := strings.Cut(want, "=")
			found := false
			for k := range d.Claims {
				if d.Slice(d.Claims[k].Span) != words {
					continue
				}
				found = true
				if got := d.Claims[k].Source; got != who && (who == "" || !strings.HasSuffix(got, who)) {
					t.Errorf("%s: source %q, want %q", words, got, who)
				}
			}
			if !found {
				t.Errorf("%s: no such claim", words)
			}
		}
	}
}

// TestTables runs the example of each line of the tables of reporting verbs and
// of sources.
func TestTables(t *testing.T) {
	for _, file := range []string{"say.tsv", "nouns.tsv", "../../gazetteer/data/sexes.tsv"} {
		for n, row := range tableRows(t, file) {
			p := parseMarks(row[len(row)-1])
			if len(p.spans) != 1 {
				t.Errorf("%s: %s: no figure is marked", file, row[0])
				continue
			}
			want := ""
			if len(p.sources) > 0 {
				want = p.sources[0]
			}
			d := read(t, p.text, "", figure.Pass.Run)
			got := toldAt(d, p.spans[0], func(c *doc.Claim) string { return c.Source })
			if !strings.EqualFold(got, want) && !(want != "" && strings.HasSuffix(got, want)) {
				t.Errorf("%s:%d: %s\n\tsource %q, want %q", file, n, p.text, got, want)
			}
		}
	}
}

// TestMoves runs the example of each verb of movement.
func TestMoves(t *testing.T) {
	for n, row := range tableRows(t, "moves.tsv") {
		p := parseMarks(row[4])
		d := read(t, p.text, "", figure.Pass.Run)
		got := toldAt(d, p.spans[0], func(c *doc.Claim) string {
			place, role, _ := placeOf(c)
			return place + " " + role
		})
		if want := p.sources[0] + " " + row[5]; got != want {
			t.Errorf("moves.tsv:%d: %s\n\tplace %q, want %q", n, p.text, got, want)
		}
	}
}

// tableRows reads a table of words, without its comments.
func tableRows(t testing.TB, file string) (out [][]string) {
	t.Helper()
	for _, line := range strings.Split(readData(t, file), "\n") {
		if line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	if len(out) == 0 {
		t.Fatal(fmt.Sprint(file, " is empty"))
	}
	return out
}
