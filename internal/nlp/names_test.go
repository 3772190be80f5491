package nlp

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"analyze/internal/doc"
	"analyze/internal/nlp/gazetteer"
)

// marked writes the mentions of d into its text as [words|TYPE], adjectives
// left out.
func marked(d *doc.Document) string {
	var b strings.Builder
	at := 0
	for _, m := range d.Mentions {
		if m.Form == doc.Adjective {
			continue
		}
		b.WriteString(d.Text[at:m.Start] + "[" + d.Slice(m.Span) + "|" + m.Type.String() + "]")
		at = m.End
	}
	b.WriteString(d.Text[at:])
	return b.String()
}

func unmark(s string) string {
	text, _ := readMarked(s)
	return text
}

// Each text has the names marked that must be found, and no others.
func TestNames(t *testing.T) {
	checkMarked(t, map[string]string{
		"surname after the full name": "[Petra Kolbe|PERSON] led the talks. Later [Kolbe|PERSON] resigned.",
		"surname with particles":      "[Willem van der Veen|PERSON] came. [Van der Veen|PERSON] left.",
		"title before a surname":      "It was Brig. Gen. [Yusuf Hamdan|PERSON] who spoke; Gen. [Hamdan|PERSON] denied it.",
		"possessive":                  "[Mexico|PLACE]’s army and the [United Nations|ORG]’ envoy met in [Geneva|PLACE].",
		"nickname":                    "The senator, [James “Jimmy” Walker|PERSON], voted no.",
		"initials and suffix":         "[John F. Miller, Jr.|PERSON] and [J. R. Patel|PERSON] wrote it.",
		"acronym after the name":      "The [Northern Grain Council|ORG] ([NGC|ORG]) met. [NGC|ORG] members agreed.",
		"acronym before the name":     "The [NGC|ORG] ([Northern Grain Council|ORG]) met.",
		"acronym of a listed name":    "The [World Food Programme|ORG] ([WFP|ORG]) shipped rice.",
		"IS defined":                  "Fighters of the [Islamic State|ORG] ([IS|ORG]) fled. [IS|ORG] is weak.",
		"is in a headline":            "THE WAR IS OVER SAYS [TURKEY|PLACE]",
		"us and US":                   "The [US|PLACE] told us that it helps us.",
		"us in a headline":            "WHAT THE NUMBERS TELL US ABOUT THE WAR",
		"who and WHO":                 "The [WHO|ORG] asked who was there.",
		"Jordan the player":           "[Michael Jordan|PERSON] retired. [Jordan|PERSON] said that he was tired.",
		"Jordan the country":          "Refugees fled to [Jordan|PLACE] and [Lebanon|PLACE].",
		"hyphens between places":      "the [Turkey|PLACE]-[Syria|PLACE] border and [US|PLACE]-led forces",
		"prefix":                      "the anti-[Islamic State|ORG] campaign",
		"demonym nouns":               "Many [Iraqis|GROUP] and a [Syrian|GROUP] said that French officials lied.",
		"predicate":                   "The wine is French and the judge was Jordanian.",
		"peoples":                     "[Kurds|GROUP], [Arabs|GROUP] and [Muslims|GROUP] live there.",
		"creed as an adjective":       "the Muslim world and Kurdish forces",
		"no names":                    "The West, the caliphate and the state. In March on Monday we left. However, Officials said no.",
		"ministry":                    "The [Ministry of Foreign Affairs|ORG] and the [Institute for Grain and Water|ORG] agreed.",
		"committee":                   "It went to the [House Oversight and Budget Committee|ORG].",
		"department of a country":     "the [US Department of Defense|ORG]",
		"university":                  "He teaches at the [University of Leeds|ORG].",
		"described organisation":      "[Brelko|ORG], a subsidiary of a bank, denied it.",
		"described place":             "They came from [Zarpul|PLACE], a small town in the hills.",
		"announced":                   "He told the newspaper [Dagsposten|ORG] so.",
		"spokesman for":               "A spokesman for [Quellar|ORG] denied it.",
		"armed group":                 "[Jaish al-Fursan|ORG] took the town.",
		"street":                      "They met in [Harbour Street|PLACE].",
		"lower-case tail":             "the [Sahel|PLACE] region and the [Abu Sayyaf|ORG] group",
		"two regions":                 "in the [Middle East|PLACE] and [North Africa|PLACE]",
		"programme of two regions":    "the [Middle East and North Africa Programme|ORG]",
		"al- names":                   "the quarrel of [al-Rashidi|PERSON] and others",
		"longest":                     "Fighters of [al-Qaeda in the Arabian Peninsula|ORG] left.",
		"address":                     "See www.paris.fr and http://example.org/Iraq/Syria for more.",
		"tribe":                       "a man of the [Zubari|GROUP] tribe",
		"month and number":            "It began on November 17 and September 11.",
		"byline":                      "By [Anna Lindqvist|PERSON] and [Tom Okoro|PERSON]\n\nThe text.",
		"name over a line":            "He met [Kofi\nAnnan|PERSON] there.",
		"work in quotation marks":     "In “The Rise and Fall of the [Islamic State|ORG],” he asks why.",

		"units and currencies":       "The plant has 500 MW and made 5.6 TWh for EUR 3 million and NOK 200. It sold 12 MB of data.",
		"code beside a number only":  "[SOS|ORG] members paid SOS 300.",
		"day of a date":              "It was sent on Thu, 6 Feb 2020 to [Petra Kolbe|PERSON].",
		"letter of a table":          "Table B. Positions of staff",
		"explained by small letters": "The case fatality ratio (CFR) rose; a CFR of 3 is high.",
		"office":                     "The Secretary of State for Health and Social Care came. [Anna Lindqvist|PERSON], Shelter Coordinator, did not.",
		"title of an office":         "Interior Minister [Anna Lindqvist|PERSON] left the [Ministry of Interior|ORG].",
		"ticker":                     "Shares in [Brelko|ORG] (OSLO: BRK) rose.",
		"storm":                      "Since Cyclone Freddy the road is closed.",
		"row of firms":               "It was what the operators [Quellar|ORG], [Vestnet|ORG] and [Zarpol|ORG] gave. [Vestnet|ORG] denied it.",
		"row of towns":               "They hold towns such as [Zarpul|PLACE] and [Keshtan|PLACE] still.",
		"row with towns":             "They left [Sabratha|PLACE], [Zuwara|PLACE] and [Garabulli|PLACE] by night.",
		"bloc of two parties":        "The [Electoral Bloc of Communists and Socialists|ORG] won.",
		"authors cited":              "As [Hanson|PERSON] and [Woodruff|PERSON] (2003) found, it pays ([Thapa|PERSON], 2012; [Sharma|PERSON] & [Hertel|PERSON], 2011).",
		"no author":                  "In [London|PLACE] (2003) it rained.",
		"told the press":             "She told [Inkyfada|ORG] that it was over.",
		"mayor of":                   "the mayors of [Melendur|PLACE] and [Lecce|PLACE]",
		"rival":                      "[Quellar|ORG], a lobby, and its rival [Edison|ORG] met.",
		"acronym before said":        "[SEMA|ORG]'s figure is high and [SEMA|ORG] said so.",
		"owner of a building":        "at [Warsaw|PLACE]'s [National Stadium|PLACE]",
		"dash":                       "[BLANTYRE|PLACE], [Malawi|PLACE] - [Petra Kolbe|PERSON] came.",
		"delegate":                   "Present: [Sari Lind|PERSON] (chair), [Liisa Ahonen|PERSON] ([Kela|ORG])",
		"city of":                    "the City of [Nokia|PLACE]",
		"acronym of the article":     "The [National Institute for Health|ORG] ([NIH|ORG]) counts them.",
		"body in Spanish":            "She ran the [Banco de la Costa|ORG] for years.",
		"body in French":             "The [Mouvement pour la Justice|ORG] and the [Comité des Pêcheurs du Nord|ORG] met.",
		"head that is English too":   "The [Union des Paysans|ORG] struck.",
		"two names joined by y":      "[Banco Ripoll|ORG] y [Ana Petrova|PERSON] signed.",
		"firm by its first word":     "[PT Murena Jaya Tbk|ORG] closed. Then [Murena|ORG] owed money.",
		"firm and its town":          "[Harbour Lines Ltd|ORG] of [Leeds|PLACE] lost.",
		"firm in apposition":         "A start-up, [Murena|ORG], with four workers, won.",
		"byname":                     "They feared [Carlos the Jackal|PERSON].",
		"constituency":               "Mrs. [Anna Lindqvist|PERSON] ([Bonavira|PLACE]) ([NDP|ORG]): I agree.",
		"speaker":                    "The Deputy Speaker: Order. The hon. Member is wrong.",
		"secretary":                  "Deputy Secretary [Anna Lindqvist|PERSON] left.",
		"soldier from":               "He met a soldier from [Zarpul|PLACE] told to wait.",
		"people's name of a person":  "[Thomas Zulu|PERSON] came. Later [Zulu|PERSON] told us so.",
		"given name and surname":     "The heir [Peter Sandoz|PERSON] sold it.",
		"districts abroad":           "in the woredas of [Zarpul|PLACE] and [Keshtan|PLACE]",
		"town that goes on a name":   "[Petra Banda|PERSON] and [Mphatso Banda|PERSON] spoke.",
		"rival of a firm":            "It lost to [Quellar|ORG]'s smaller rival in [Riga|PLACE].",
		"acronym of a country":       "It buys from [EDM|ORG] of [Mozambique|PLACE] at night.",
		"uncle":                      "Uncle [Peter|PERSON] sold it.",
		"accents tell":               "He asked Ms. [Kröger|PERSON] of it.",
		"by way of":                  "We came by way of [Kulbishev|PLACE] in winter.",
		"body with a small word":     "He sold it to [Minerales del Sol|ORG] at once.",
		"body behind a colon":        "Rain fell (source: [Weather Institute of Oslo|ORG]).",
		"titles of other lands":      "Coun. [Anna Lindqvist|PERSON] and Subedar [Jaywant Rao|PERSON] spoke; Abbé [Pierre Vial|PERSON] did not.",
		"firm of a family":           "[Yusuf Demirkan|PERSON] came. [Demirkan|PERSON] told us. The firm [Demirkan Beton|ORG] pays.",
		"club of a town":             "The coach said that [Leicester|ORG] drew in the cup. The striker scored.",
		"member and party":           "It was answered by [Kröger|PERSON] ([GroenLinks|ORG]) in March.",
		"aunt":                       "My aunt [Rozalka|PERSON] sold it.",
		"island":                     "The ship sank off [Terschelling|PLACE].",
		"school in French":           "He went to the [Lycée Malick Sy|ORG].",
		"statement on":               "They signed the Joint Statement on Water in [Vilnius|PLACE].",
	})
}

// In titles and headings the capitals of other words tell nothing.
func TestNamesInTitles(t *testing.T) {
	for _, want := range []string{
		"[Centre for Northern Water Studies|ORG], [Riga|PLACE], June 2021",
		"[Mixed Water Monitor|ORG], [Tunis|PLACE]",
		"[Ministry of Public Health|ORG], [Uganda|PLACE]",
		"III. VOTER REGISTRATION",
		"The Costs and Benefits of Leaving [BRELL|ORG]",
	} {
		text := unmark(want)
		d := &doc.Document{Text: text, Blocks: paragraphs(text)}
		d.Blocks[0].Kind = doc.Heading
		if got := marked(namesOf(t, d)); got != want {
			t.Errorf("\ngot  %s\nwant %s", got, want)
		}
	}
}

// A label among places is one; sums are none.
func TestNamesOfRows(t *testing.T) {
	text := "Kosti 10\n\nKhartoum 20\n\nAl Jabalain 30\n\nTotal 60"
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	table := doc.Table{}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		b.Kind = doc.TableBlock
		label := doc.Span{Start: b.Start, End: b.End - 3}
		table.Rows = append(table.Rows, doc.Row{Label: d.Slice(label), Span: label})
	}
	d.Tables = []doc.Table{table}
	want := "[Kosti|PLACE] 10\n\n[Khartoum|PLACE] 20\n\n[Al Jabalain|PLACE] 30\n\nTotal 60"
	if got := marked(namesOf(t, d)); got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
}

// notes makes the last paragraph of a text a footnote.
func notes(text string) *doc.Document {
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	d.Blocks[len(d.Blocks)-1].Kind = doc.Footnote
	return d
}

func TestNamesInNotes(t *testing.T) {
	for _, want := range []string{
		"[Ann Field|PERSON] and [Bo Lindgren|PERSON], “How Grain Markets Fail,” [Journal of Rural Studies|ORG] 9, no. 2 (2014): 12.",
		"[Holm, C.|PERSON], & [Woodruff, D.|PERSON] (2003). How rivers flood. [Kathmandu|PLACE]: [Garden Books|ORG].",
		"[Holm, C.|PERSON], “Why Rivers Flood,” [Water Policy|ORG], 2015.",
		"[Ann Field|PERSON], The Long Drought ([London|PLACE]: [Garden Press|ORG], 2016), 5.",
		"[Ann Field|PERSON], “What the [Paris|PLACE] Attacks Tell Us about Fear,” *[Evening Courier|ORG]*, May 3, 2016.",
	} {
		d := namesOf(t, notes(unmark(want)))
		if got := marked(d); got != want {
			t.Errorf("\ngot  %s\nwant %s", got, want)
		}
		for _, m := range d.Mentions {
			if m.In != doc.Footnote {
				t.Errorf("%q is in %s", d.Slice(m.Span), m.In)
			}
		}
	}
}

func mentionOf(t *testing.T, d *doc.Document, text string) doc.Mention {
	t.Helper()
	for _, m := range d.Mentions {
		if d.Slice(m.Span) == text {
			return m
		}
	}
	t.Fatalf("no mention %q in %s", text, marked(d))
	return doc.Mention{}
}

func TestMentionFields(t *testing.T) {
	text := "Brig. Gen. Ali Saleh of the Islamic State (ISIS) met French officials in Iraq. Saleh met Kofi\nAnnan.\n\nHolm, C., went to Iraq. In Irag, Iraq and Iraq he met Iraqis."
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	d.Blocks[1].Kind = doc.Bibliography
	namesOf(t, d)
	m := mentionOf(t, d, "Ali Saleh")
	if d.Slice(m.Title) != "Brig. Gen." || m.Form != doc.FullName || m.In != doc.Body || m.Sentence != 0 {
		t.Errorf("Ali Saleh: %+v", m)
	}
	if w := d.Word(m.First) + " " + d.Word(m.Last-1); w != "Ali Saleh" {
		t.Errorf("tokens of Ali Saleh: %s", w)
	}
	if m := mentionOf(t, d, "Saleh"); m.Form != doc.ShortName {
		t.Errorf("Saleh: %+v", m)
	}
	if m := mentionOf(t, d, "ISIS"); m.Form != doc.Acronym || !slices.Contains(m.Keys, mentionOf(t, d, "Islamic State").Keys[0]) {
		t.Errorf("ISIS: %+v", m)
	}
	if m := mentionOf(t, d, "French"); m.Form != doc.Adjective || m.Type != doc.Place || !slices.Equal(m.Keys, []string{"france"}) {
		t.Errorf("French: %+v", m)
	}
	if m := mentionOf(t, d, "Kofi\nAnnan"); m.Text != "Kofi Annan" {
		t.Errorf("Kofi Annan: %+v", m)
	}
	if m := mentionOf(t, d, "Holm, C."); m.Text != "C. Holm" || m.In != doc.Bibliography {
		t.Errorf("Holm: %+v", m)
	}
	if m := mentionOf(t, d, "Irag"); m.Text != "Iraq" || m.Repair == "" || !slices.Contains(m.Keys, "iraq") {
		t.Errorf("Irag: %+v", m)
	}
	if m := mentionOf(t, d, "Iraqis"); m.Type != doc.Group {
		t.Errorf("Iraqis: %+v", m)
	}
}

// A name torn by a note stands for itself with its first piece.
func TestTornName(t *testing.T) {
	text := "The envoys of the United\n\n1. Paris, 2015.\n\nNations left Geneva."
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	d.Blocks[1].Kind, d.Blocks[2].Joins = doc.Footnote, 0
	namesOf(t, d)
	m := mentionOf(t, d, "United")
	if m.Text != "United Nations" || m.Type != doc.Org {
		t.Errorf("%+v", m)
	}
	checkMentions(t, d)
}

// What a page puts between the halves of a sentence is read behind it: its first line
// opens as every line does.
func TestTornByReference(t *testing.T) {
	text := "The envoys of the\n\nHolm, P. and Lind, D. (2009) Borders. Paris: Seuil.\n\nUnited Nations left Geneva."
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	d.Blocks[1].Kind, d.Blocks[2].Joins = doc.Caption, 0
	namesOf(t, d)
	if m := mentionOf(t, d, "Holm, P."); m.Type != doc.Person {
		t.Errorf("%+v", m)
	}
	checkMentions(t, d)
}

// In a scan whose digits are damaged a country's name may be so too.
func TestRepairInScan(t *testing.T) {
	text := "They fled to Jordau in 20l4. The camp held 2,5OO people."
	d := namesOf(t, &doc.Document{Text: text, Blocks: paragraphs(text)})
	if m := mentionOf(t, d, "Jordau"); m.Text != "Jordan" || m.Repair == "" || !slices.Contains(m.Keys, "jordan") || m.Type != doc.Place {
		t.Errorf("%+v", m)
	}
}

// A month with one letter damaged names nobody.
func TestSmudgedMonth(t *testing.T) {
	for text, want := range map[string]int{"They left by Jannary 2017 and were back in Septemher 2019.": 0, "They met Novembro Silva in 2019.": 1} {
		d := namesOf(t, &doc.Document{Text: text, Blocks: paragraphs(text)})
		if len(d.Mentions) != want {
			t.Errorf("%s: %v", text, d.Mentions)
		}
	}
}

// What the reader lists wins over the model, the rules and the embedded lists.
func TestUserGazetteer(t *testing.T) {
	user, bad := gazetteer.ParseUser(strings.NewReader("Ali Saleh\tORG\nblue door\tPLACE\nParis\tPERSON\n"))
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	want := "Gen. [Ali Saleh|ORG] met [Petra Kolbe|PERSON] and [Paris|PERSON] in [Geneva|PLACE]."
	text := unmark(want)
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	if err := Tokens.Run(d); err != nil {
		t.Fatal(err)
	}
	if err := NewNames(gazetteer.Default().With(user), nil).Run(d); err != nil {
		t.Fatal(err)
	}
	if got := marked(d); got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
	if m := mentionOf(t, d, "Ali Saleh"); m.By != "reader" || len(m.Keys) == 0 {
		t.Errorf("%+v", m)
	}
}

// No English word begins with l and a consonant.
func TestRepairOfCapital(t *testing.T) {
	text := "They landed in ltaly, said ltalian officials; the lraqis left. A llama and an lbs sign."
	d := namesOf(t, &doc.Document{Text: text, Blocks: paragraphs(text)})
	if got, want := marked(d), "They landed in [ltaly|PLACE], said ltalian officials; the [lraqis|GROUP] left. A llama and an lbs sign."; got != want {
		t.Errorf("\ngot  %s\nwant %s", got, want)
	}
	if m := mentionOf(t, d, "ltaly"); m.Text != "Italy" || m.Repair == "" || !slices.Contains(m.Keys, "italy") {
		t.Errorf("%+v", m)
	}
	if m := mentionOf(t, d, "ltalian"); m.Form != doc.Adjective || !slices.Contains(m.Keys, "italy") {
		t.Errorf("%+v", m)
	}
}

func TestNoRepairWithoutEvidence(t *testing.T) {
	text := "They fled to Jordau. The camp was full."
	d := namesOf(t, &doc.Document{Text: text, Blocks: paragraphs(text)})
	for _, m := range d.Mentions {
		if m.Repair != "" {
			t.Errorf("%q repaired: %s", d.Slice(m.Span), m.Repair)
		}
	}
}

func checkMentions(t *testing.T, d *doc.Document) {
	t.Helper()
	for i, m := range d.Mentions {
		switch {
		case m.Start < 0 || m.End > len(d.Text) || m.Start >= m.End:
			t.Fatalf("mention %d is %v", i, m.Span)
		case i > 0 && m.Start < d.Mentions[i-1].End:
			t.Fatalf("mention %d %v overlaps %v", i, m.Span, d.Mentions[i-1].Span)
		case m.Type == doc.NoType:
			t.Fatalf("mention %d has no type", i)
		case m.First < d.Sentences[m.Sentence].First || m.Last > d.Sentences[m.Sentence].Last || m.First >= m.Last:
			t.Fatalf("mention %d has tokens %d to %d in sentence %d", i, m.First, m.Last, m.Sentence)
		case utf8.ValidString(d.Text) && !utf8.ValidString(d.Slice(m.Span)):
			t.Fatalf("mention %d cuts a character", i)
		case m.Title.Len() > 0 && m.Title.End > m.Start:
			t.Fatalf("mention %d has its title at %v", i, m.Title)
		}
	}
}

// The same names on every run, whatever runs beside it.
func TestNamesDeterministic(t *testing.T) {
	texts := []string{corpusText(t), "Fighters of the Islamic State (IS) fled. IS is weak.", "The town, known as Lagos, grew. The Aran, known as Paris, met her.", strings.Repeat("Ali Saleh met Petra Kolbe in Paris. ", 50)}
	var want []string
	for _, s := range texts {
		want = append(want, marked(namesOf(t, &doc.Document{Text: s, Blocks: paragraphs(s)})))
	}
	var wg sync.WaitGroup
	for i := range 4 * runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			k := i % len(texts)
			if marked(namesOf(t, &doc.Document{Text: texts[k], Blocks: paragraphs(texts[k])})) != want[k] {
				t.Errorf("text %d differs", k)
			}
		})
	}
	wg.Wait()
}

func FuzzNames(f *testing.F) {
	for _, s := range []string{"", "By A B\n\n(IS", "Gen. Ali “B” C, Jr., said (X Y Z (XYZ))", "«al-» al-Al- bin", "Holm, C. “T T T T,” J of (P: Q", "THE US IS US", "a\nb Islamic\nState", "Irag Iraq Iraq Iraq", "\xff\xfeÀ-É", "University of of of and and", "the the ( (A) A, the A"} {
		f.Add(s, uint16(0x5a5a))
	}
	f.Fuzz(func(t *testing.T, text string, shape uint16) {
		d := &doc.Document{Text: text, Blocks: paragraphs(text)}
		for i := range d.Blocks {
			d.Blocks[i].Kind = doc.BlockKind(shape >> (i % 8) % 12)
			if shape>>(i%13)&1 != 0 {
				d.Blocks[i].Joins = i - 2
			}
		}
		if Tokens.Run(d) != nil || Names.Run(d) != nil {
			t.Fatal("error")
		}
		checkTokens(t, d)
		checkMentions(t, d)
	})
}

// The time is linear in the length: eight times the text, some eight times as long,
// where quadratic would be sixty-four.
func TestNamesLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for _, unit := range []string{"A", "x", ")", "(", ". ", "US ", "City ", "Paris ", "University of ", "Middle East and North Africa, ", "“", "Irag Iraq ", "a-\nb ", "the ", "U.S.", "Ali Saleh (AS), ", "; A B, ", "IS US WHO "} {
		measure := func(n int) time.Duration {
			text := strings.Repeat(unit, n/len(unit))
			best := time.Hour
			for range 2 {
				d := &doc.Document{Text: text, Blocks: paragraphs(text)}
				d.Blocks[0].Kind = doc.Footnote
				start := time.Now()
				namesOf(t, d)
				best = min(best, time.Since(start))
			}
			return best
		}
		measure(1 << 10)
		small, large := measure(1<<13), measure(1<<16)
		if large > 40*small+20*time.Millisecond {
			t.Errorf("%q: %v for 8 KB, %v for 64 KB", unit, small, large)
		}
	}
}

// The hash of a word in small letters does not depend on how it is cut, and small
// and capital letters of any script have one.
func TestFoldHash(t *testing.T) {
	for _, w := range []string{"Paris", "ÉCOLE", "Ørsted", "İş", "\xffA", "Жизнь", ""} {
		if foldHash(w) != hashString(strings.ToLower(w)) {
			t.Errorf("%q", w)
		}
		if len(w) > 4 && foldHash(w[:2], w[2:]) != foldHash(w) {
			t.Errorf("%q in pieces", w)
		}
	}
}

// A document that ends anywhere is read without looking beyond its end: scraps of one
// to three words of all passages.
func TestNamesOfScraps(t *testing.T) {
	for _, file := range []string{"names-dev.txt", "names-more.txt"} {
		b, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Fields(unmark(string(b)))
		for size := 1; size <= 3; size++ {
			for i := 0; i+size <= len(words); i += size {
				d := readText(strings.Join(words[i:i+size], " "))
				namesOf(t, d)
				for _, m := range d.Mentions {
					if m.Start < 0 || m.Start >= m.End || m.End > len(d.Text) {
						t.Fatalf("%q: %v", d.Text, m.Span)
					}
				}
			}
		}
	}
}
