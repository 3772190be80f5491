package claim_test

import (
	"cmp"
	"reflect"
	"strings"
	"testing"
	"time"

	"analyze/internal/doc"
	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
	"analyze/internal/nlp/thread"
	"analyze/internal/testfile"

	"unicode/utf8"
)

// placeCases hold sentences with a figure between ‹ and › and what follows ->:
// the place with its role, then the others.
var placeCases = []string{
	"‹40 French citizens› live in Mali. -> France origin [Mali]",
	"‹40 people› travelled from Ghana to Togo. -> Ghana origin [Togo]",
	"‹40 people› were killed in Kabul. -> Kabul location []",
	"‹40 people› were killed in Herat in Afghanistan. -> Herat location []",
	"In Chile, ‹40 mines› closed. -> Chile location []",
	"Chile closed ‹40 mines›. -> Chile location []",
	"Chile's ‹40 mines› are closed. -> Chile location []",
	"Exports fell by ‹40 percent› in Chile and ‹60 percent› in Peru. -> Chile location [] | Peru location []",
	"Prices rose by ‹40 percent› in Chile and Peru. -> Chile;Peru location []",
	"The rebels ruled Timbuktu, an area the size of Belgium, for ‹40 weeks›. -> Timbuktu location []",
	"Refugees came: Chad (‹400›), Niger (‹300›), Mali (‹200›). -> Chad origin [] | Niger origin [] | Mali origin []",
	"Niger and Mali differ; in the latter ‹40 wells› are dry. -> Mali location []",
	"‹Forty Tunisians› joined the group in Libya. -> Tunisia origin [Libya]",
	"The men came from ‹40 countries› and fought in Mali. -> none",
	"Peru, Chile and Bolivia took ‹10›, ‹20› and ‹30 families› respectively. -> Peru destination [] | Chile destination [] | Bolivia destination []",
	"Unlike Chile, the town has ‹40 wells›. -> none",
	"‹Four US soldiers› died in Niger. -> Niger location []",
	"Kenyan officials say ‹40 citizens› have joined the rebels. -> Kenya origin []",
	"In Chad ‹40 wells› are dry, in Mali ‹30›. -> Chad location [] | Mali location []",
	"The price is ‹40 dollars›. -> none",
	// a relative clause tells of its own noun
	"They say ‹3,000 people› died under General Ortiz, who left for Panama. -> none",
	// what is included lies where it lies, the rest does not
	"The register had ‹3,000 entries›, including ‹200› in Peru and ‹190› abroad. -> none | Peru location [] | none",
	// a dateline serves where nothing else does
	"LIMA, March 14 (Meridian) - ‹40 people› were killed after a dam burst above the town of Cusco. -> Cusco location []",
	// the place that a paragraph's story opens with
	"In Kosti, ‹184 patients› were treated. The hospital has ‹120 beds›. -> Kosti location [] | Kosti location []",
	// the state before is told of the same place
	"LIMA, March 14 (Meridian) - The toll in Cusco rose to ‹84›, up from ‹68› on Tuesday. -> Cusco location [] | Cusco location []",
	"The Peruvian government says that it hosts ‹40 refugees›. -> Peru location []",
	"Outside London, ‹40 percent› of the buses are late. -> none",
	"‹40 people› were killed outside Kabul. -> Kabul location []",
	// where somebody was born is not where he worked
	"Ivo Pavlov, born on 4 June 1961 in Lisbon, kept ‹40 cows›. -> none",
	"LIMA, March 14 (Meridian) - ‹40 people› were killed when a flood of ‹6.4 metres› struck southern Peru. -> Peru location [] | Peru location []",
	// each conjunct has its own, though the verb stands once
	"Britain gave ‹90 tents› and France a clinic with ‹50 beds›. -> United Kingdom location [] | France location []",
	"Chad took in ‹420 refugees›, Egypt ‹310› and Kenya ‹290›. -> Chad destination [] | Egypt location [] | Kenya location []",
	"Tacna had the most (‹412›), Puno the fewest (‹107›). -> Tacna location [] | Puno location []",
	"The herd fell in Tacna from ‹30› to ‹25 cows› and rose in Puno from ‹42› to ‹43›. -> Tacna location [] | Tacna location [] | Puno location [] | Puno location []",
	"‹10 people› died and ‹20› were wounded in Kabul. -> Kabul location [] | Kabul location []",
	"‹Ten people› died in their homes and ‹four› were treated in Lima. -> none | Lima location []",
	"The toll in Essex stood at ‹116›, and some ‹900 people› have fled Canvey. -> Essex location [] | Canvey origin []",
	"Of ‹70,000 refugees› from Burundi ‹44,000› are in Tanzania. -> Burundi origin [] | Burundi origin [Tanzania]",
	"Kenya has ‹nine ferries›; ‹three› are out of service. -> Kenya location [] | Kenya location []",
	// who speaks is not where it is
	"The United States says Peru had ‹234 farms› in 2015. -> Peru location []",
	"Kinshasa claims that ‹900 men› are left. -> none",
	"\"There were ‹90 boats›,\" Ann Lee said in Seoul. -> none",
	"Paris and the rebels are in talks on a deal under which the number would drop to ‹600 men›. -> none",
	// nor what a name is made of, nor where somebody's aunt lives
	"She bought ‹40 cows› with what an aunt lent: money from an aunt in Lyon. -> none",
	"Chad has reported ‹440 cases› since 2011, when it spread from Kenya. -> Chad location []",
	// those who are said to be of a nation, and those who are there
	"Of those saved, ‹47› were Syrians and ‹43› Egyptians. -> Syria origin [] | Egypt origin []",
	"Chad hosts ‹40 families› from Darfur; the agency has registered ‹25 refugees› there. -> Darfur origin [Chad] | Chad location []",
	"The mill lies in Rotorua. Some ‹90 people› worked there. -> Rotorua location []",
	"They came from the south, since March ‹more than 500 nationals› of Angola. -> Angola origin []",
}

func TestPlaces(t *testing.T) {
	for _, c := range placeCases {
		text, want, _ := strings.Cut(c, " -> ")
		p := parseMarks(text)
		d := read(t, p.text, "2016-05-01", figure.Pass.Run)
		for i, w := range strings.Split(want, " | ") {
			got := toldAt(d, p.spans[i], func(c *doc.Claim) string {
				place, role, others := placeOf(c)
				if place == "" {
					return "none"
				}
				return place + " " + role + " [" + others + "]"
			})
			if got != w {
				t.Errorf("%s\n\tfigure %d: %s, want %s", p.text, i+1, got, w)
			}
		}
	}
}

// timeCases hold sentences with figures and, after ->, the time of each as of
// Thursday 10 March 2016.
var timeCases = []string{
	"In 2014 there were ‹40 wells›. -> 2014",
	"There were ‹40 wells› in 2014 and ‹60› in 2015. -> 2014 2015",
	"There were ‹60 wells› in 2015, up from ‹40› a year earlier. -> 2015 2014",
	"The number of wells fell from ‹60› in 2014 to ‹40›. -> 2014 -",
	"There are ‹40 wells›, more than in 2014. -> -",
	"The mayor said in January that there were ‹40 wells›. -> 2016-01",
	"There were ‹40 wells› on Monday. -> 2016-03-07",
	"In the past 18 months ‹40 wells› were dug. -> P18M",
	"Since 2011, ‹40 wells› have been dug. -> 2011/..",
	"By the end of 2013 there were ‹40 wells›. -> 2013-12",
	"The city, founded in 1602, has ‹40 wells›. -> -",
	"Between 2001 and 2011 the number rose from ‹40 wells› to ‹60›. -> 2001 2011",
	"In 2015 ‹40 wells› were dug; in 2014 it had been ‹30›. -> 2015 2014",
	"KANO, Jan. 5 (Meridian) - ‹40 wells› were dug in 2014. -> 2014",
	"There are ‹40 wells›. -> -",
	// what something is measured against
	"The town dug ‹150 wells›, ‹11› more than in the dry year of 2012. -> - -",
	"There were ‹400 wells› in 2014, down ‹9 percent› from 2012. -> 2014 2014",
	"The cost is ‹16 dollars›, compared with the ‹14 dollars› that was said in 2012. -> - 2012",
	// since the start of something is all the time since
	"Since the start of the drought in August 2014, ‹40 wells› have been dug. -> 2014-08/..",
	"It was the worst drought since 2011, and ‹40 wells› dried up. -> -",
	// said in other words
	"Sales grew from ‹1 million dollars› in 2000 to ‹5 million dollars› in 2013, or ‹28 percent› of output. -> 2000 2013 2013",
	// a relative clause has its own time
	"The town, which burned coal until 2012, dug ‹40 wells›. -> -",
	"The town, which burned coal until 2012, cut output by ‹38 percent›. -> -",
	"The club, which opened a hall of ‹40 seats› in February, put the loss at ‹52 dollars›. -> 2016-02 -",
	// the year of a work
	"Hanson (2011) found ‹40 wells›. -> -",
	"There are ‹40 wells› (Hanson, 2011). -> -",
	// what is still to come
	"The crew has to dig ‹40 wells› by 14 May. -> 2016-05-14",
	"Work on ‹40 wells› was due to begin in May. -> 2016-05",
	"By 14 May the crew had dug ‹40 wells›. -> 2015-05-14",
	// the time that a paragraph's story opens with
	"In 2014 the town dug ‹40 wells›. The village closed ‹12 wells› and opened none. It has ‹3 wells› now. -> 2014 2014 -",
	// a second report counts from the first
	"The first report, published in June 2014, gave ‹12,000 wells›; its second, eighteen months later, gave ‹27,000 wells› in ‹86 towns›. -> 2014-06 2015-12 2015-12",
	"Since the outbreak was declared on 2 March 2014, ‹40 cases› have been reported. -> 2014-03-02/..",
	"‹Eleven men› were killed in ‹three attacks› in the north in 2014. -> 2014 2014",
	"The crew found ‹14 bodies› on 3 June 2014, taking the toll to ‹82›. -> 2014-06-03 2014-06-03",
	// one time for two figures, and the time of a report that tells of another
	"The ministry counted ‹40 cases› as of 3 June 2014 and ‹12 deaths›. -> 2014-06-03 2014-06-03",
	"A study by the club, published in 2010, found that ‹40 wells› were dry in 2008. -> 2008",
	"A study by the club, published in 2010, found ‹40 wells›. -> 2010",
	// the year that a sentence before set
	"In 2014 the town dug ‹40 wells›. The level reached ‹12 metres› on 19 August. -> 2014 2014-08-19",
	// What only another figure is set against, or what a paper or a price is of.
	`Attendance was ‹61 percent› (2011: ‹70›), with ‹1,200 pupils› in ‹40 schools›. -> - 2011 - -`,
	`The mill spun ‹90 tonnes› in 2015, a ‹tenth› of what it did in the 1970s, and employs ‹30 people›. -> 2015 2015 -`,
	`The board's letter of 3 March 2015 gives the shortage as ‹80 litres›. -> -`,
	`The bridge cost ‹$40 million› at the prices of 2010. -> -`,
	`A goat costs ‹$40› in the market, a ‹fifth› of its price a decade before. -> - -`,
	`The club counted ‹90 members› in 2014 (2013: ‹75›). The league has ‹82› for the same year. -> 2014 2013 2014`,
	`In the year to 31 January, ‹2,031 families› moved in. -> 2015-02/2016-01`,
	`In the week ending 6 March the clinic saw ‹90 patients›. In the week before it had seen ‹70›. -> 2016-02-29/2016-03-06 2016-02-22/2016-02-28`,
	`In the week to 6 March the clinic saw ‹90 cases› and ‹4 deaths›, against ‹70 cases› and ‹2 deaths› the week before. -> 2016-02-29/2016-03-06 2016-02-29/2016-03-06 2016-02-22/2016-02-28 2016-02-22/2016-02-28`,
	`The ferry sank on Wednesday with ‹40 people› aboard. By Friday the toll stood at ‹82›. -> 2016-03-09 2016-03-11`,
	`In the first seven months of this fiscal year the port took ‹900 tonnes›. -> 2016`,
	`The number of households fell from ‹210› to ‹147› since April 2014. -> 2014-04 2014-04/..`,
	// behind the subject that opens a paragraph: from the time told last in the one before
	"The clinic (bulletin of June 2015) counted ‹40 cases› of measles.\n\nThe ministry, a month later, counted ‹55 cases›. -> 2015-06 2015-07",
	"In 2012 the mill spun ‹90 tonnes›.\n\nThe dye house, two years later, used ‹12 tonnes›. -> 2012 2014",
	"Turnout was ‹61 percent› on 3 March 2015.\n\nThe commission, two weeks later, gave ‹59 percent›. -> 2015-03-03 2015-03-17",
	"The port took ‹900 tonnes› in May 2014.\n\nThe harbour board, a year earlier, had promised ‹700 tonnes›. -> 2014-05 2013-05",
	// not where two are told before, another stands between, or the sentence opens otherwise
	"The port took ‹900 tonnes› in 2013 and 2014.\n\nThe mines.\n\nThe board, a year later, took ‹700 tonnes›. -> 2013;2014 -",
	"The port took ‹900 tonnes› in 2013 and 2014.\n\nThe board, a year later, took ‹700 tonnes›. -> 2013;2014 -",
	"The port took ‹900 tonnes› in May 2014.\n\nThe board said the yard, a month later, took ‹700 tonnes›. -> 2014-05 -",
	"The port took ‹900 tonnes› in 2014.\n\nThe board, a month later, took ‹700 tonnes›. -> 2014 -",
}

func TestClaimTimes(t *testing.T) {
	for _, c := range timeCases {
		text, want, _ := strings.Cut(c, " -> ")
		p := parseMarks(text)
		d := read(t, p.text, "2016-03-10", figure.Pass.Run)
		for i, w := range strings.Fields(want) {
			got := toldAt(d, p.spans[i], func(c *doc.Claim) string { return cmp.Or(c.Time, "-") })
			if got != w {
				t.Errorf("%s\n\tfigure %d: %s, want %s", p.text, i+1, got, w)
			}
		}
	}
}

// TestCell reads a table's cells from row, column, caption and source line.
func TestCell(t *testing.T) {
	d := read(t, "Cattle by country, 2014\n\nNo.\tCountry\tCows\tSheep\n1\tKenya\t1,200\t3,400\n2\tGhana\t800\t-\n3\tTogo\t90\t700\n\nSource: Herders' Union, 2015.\n", "2016-01-01", figure.Pass.Run)
	found := 0
	for i := range d.Claims {
		c := &d.Claims[i]
		if c.Table < 0 {
			continue
		}
		found++
		place, role, _ := placeOf(c)
		if d.Slice(c.Number) != "3,400" {
			continue
		}
		got := []string{place, role, c.RowLabel, c.RowNumber, c.ColumnLabel, c.Time, c.Source}
		if want := []string{"Kenya", "location", "Kenya", "1", "sheep", "2014", "Herders' Union"}; !reflect.DeepEqual(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if found != 5 {
		t.Errorf("%d cells, want 5", found)
	}
}

// TestCites ties a claim to the note at its sentence.
func TestCites(t *testing.T) {
	d := read(t, "The valley had 40 mills.¹ It has 12 left.²\n\n¹ Ana Pires, The Mills of Minho (Porto: Casa Nova, 2009), 17.\n² Ibid., 40.\n", "", figure.Pass.Run)
	if len(d.Claims) != 2 {
		t.Fatalf("%d claims", len(d.Claims))
	}
	for i, c := range d.Claims {
		if c.CiteNote != i || !strings.Contains(c.Cite, "Mills of Minho") {
			t.Errorf("claim %d cites note %d: %q", i, c.CiteNote, c.Cite)
		}
		if c.Source != "Ana Pires" || c.SourceVia == "text" {
			t.Errorf("claim %d: source %q via %q", i, c.Source, c.SourceVia)
		}
	}
}

// TestRepeats ties a passage that stands twice to its original.
func TestRepeats(t *testing.T) {
	passage := "The mayor of the port said on Friday that 4,300 containers had been lost in the storm of last winter, and that 12 cranes were still out of use."
	d := read(t, passage+"\n\nNobody knows who will pay for it all.\n\n"+passage+"\n", "2016-03-10", figure.Pass.Run)
	repeated := 0
	for i := range d.Claims {
		if k := d.Claims[i].Repeats; k >= 0 {
			repeated++
			if d.Slice(d.Claims[k].Number) != d.Slice(d.Claims[i].Number) || k >= i {
				t.Errorf("%q repeats %q", d.Slice(d.Claims[i].Number), d.Slice(d.Claims[k].Number))
			}
		}
	}
	if repeated != 2 {
		t.Errorf("%d claims repeat others, want 2", repeated)
	}
}

// TestKeepsToItsLayer runs the pass and sees that it wrote claims only.
func TestKeepsToItsLayer(t *testing.T) {
	d := read(t, "The mayor said in March 2015 that 22,000 boats from 90 ports had come to Syria. About 10 percent sank, the coast guard said.", "2015-04-01", figure.Pass.Run)
	before := *d
	before.Figures = append([]doc.Figure(nil), d.Figures...)
	before.Mentions = append([]doc.Mention(nil), d.Mentions...)
	if err := claim.Pass.Run(d); err != nil {
		t.Fatal(err)
	}
	before.Claims = d.Claims
	if !reflect.DeepEqual(*d, before) {
		t.Error("another layer was written")
	}
}

// sound fails where a claim of d does not read back.
func sound(t *testing.T, d *doc.Document) {
	t.Helper()
	if len(d.Claims) != len(d.Figures) {
		t.Fatalf("%d claims of %d figures", len(d.Claims), len(d.Figures))
	}
	for i := range d.Claims {
		c := &d.Claims[i]
		for _, s := range []doc.Span{c.Span, c.Number, c.SourceSpan} {
			if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) || !utf8.ValidString(d.Text[s.Start:s.End]) && utf8.ValidString(d.Text) {
				t.Fatalf("claim %d: span %v of %d bytes", i, s, len(d.Text))
			}
		}
		if c.SourceReferent >= len(d.Referents) || c.CiteNote >= len(d.Notes) || c.Repeats >= len(d.Claims) || c.Repeats == i {
			t.Fatalf("claim %d points outside: %+v", i, c)
		}
		for _, p := range c.Places {
			if p.Name == "" || p.Referent >= len(d.Referents) || p.Role == doc.NoRole {
				t.Fatalf("claim %d: place %+v", i, p)
			}
		}
	}
	for _, r := range claim.Records(d) {
		if r.ID == "" || r.Text == "" {
			t.Fatalf("record %+v", r)
		}
	}
	thread.Threads(claim.Records(d))
	claim.Checks(d)
}

// FuzzPass reads any bytes.
func FuzzPass(f *testing.F) {
	f.Add("The Hallam Group said in March 2015 that 22,000 foreign fighters from 90 countries had travelled to Syria. About 10 percent became a threat.")
	f.Add("Tunisia (5,000, Jordan 2.000) and \"40 men,\" he said\n\n| a | 2014 |\n|---|---|\n| x | 4 |\n\nSource: X")
	f.Add("According to according to said the, said 40 of the 40 of which 40")
	f.Add("“40 “40 ”40 (40 (40 )40 ; 40: 40 — 40")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 || !utf8.ValidString(s) {
			return
		}
		sound(t, read(t, s, "2016-03-10", figure.Pass.Run))
	})
}

// TestLinear reads long texts of the shapes that could make rules slow: twice
// the length may not take much more than twice the time.
func TestLinear(t *testing.T) {
	for _, s := range []string{
		"The mayor said that 40 people from Kenya, and 40 from Ghana, ",
		"40, ", "said the mayor, ", "Tunisia (40), ", "in 2014 and ", "40 of which ", "(", "“", "to 1 to 1 ",
	} {
		took := func(n int) time.Duration {
			d := read(t, strings.Repeat(s, n/len(s)), "2016-03-10", figure.Pass.Run)
			start := time.Now()
			if err := claim.Pass.Run(d); err != nil {
				t.Fatal(err)
			}
			return time.Since(start)
		}
		const n = 1 << 13
		small, large := took(n), took(4*n)
		if large > 40*small && large > time.Second {
			t.Errorf("%q: %v for %d bytes, %v for %d", s, small, n, large, 4*n)
		}
	}
}

// BenchmarkPass reads the documents at hand; words/s counts all words of the
// texts, for this pass alone and with that of the figures.
func BenchmarkPass(b *testing.B) {
	texts := testfile.Corpora(b)
	var docs []*doc.Document
	words := 0
	for _, n := range sortedNames(texts) {
		d := readFile(b, n, texts[n])
		docs = append(docs, d)
		words += len(strings.Fields(d.Text))
	}
	for _, c := range []struct {
		name   string
		passes []*doc.Pass
	}{{"claims", []*doc.Pass{claim.Pass}}, {"figures+claims", []*doc.Pass{figure.Pass, claim.Pass}}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range docs {
					for _, p := range c.passes {
						if err := p.Run(d); err != nil {
							b.Fatal(err)
						}
					}
				}
			}
			b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// toldAt is what tell makes of the last claim that overlaps span.
func toldAt(d *doc.Document, span doc.Span, tell func(*doc.Claim) string) string {
	got := "(no claim)"
	for k := range d.Claims {
		if d.Claims[k].Overlaps(span) {
			got = tell(&d.Claims[k])
		}
	}
	return got
}
