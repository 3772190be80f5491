package figure_test

import (
	"regexp"
	"sort"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// whys are texts in which « and » stand around each figure and ‹reason: and › around
// each number that is none, by the rule that tells it. Most lines hold the number that
// the rule must take beside one like it that it must leave.
var whys = map[string][]string{
	"a telephone number": {
		"Call +‹phone:44› ‹phone:20› ‹phone:7946› ‹code:0958› before noon.",
		"Ring ‹phone:555›-‹code:0142› for the «40 tickets» left.",
		"The clinic's number is ‹phone:617›-‹phone:3582›, and «3 nurses» answer it.",
		"Dial ‹phone:112› in need; «12 lines» are open.",
		"They counted «617 goats» and «3,582 ducks».",
	},
	"a day of a date": {
		"It opened on ‹date:17› October and drew «17 guests».",
		"It opened on Oct. ‹date:17› and drew «17 guests».",
		"It opened on the ‹date:17th› of May.",
		"It ran from ‹date:5› to ‹date:7› May with «9 stalls».",
		"It ran on May ‹date:5›–‹date:7› with «9 stalls».",
		"Between April ‹date:1› and ‹date:11› they caught «11 thieves».",
		"On Tuesday, ‹date:4›, they met.",
		"The raid of the night of ‹date:12/13› May cost «12 lives».",
		"In May «30 boats» sank.",
		"The choir may take «12 boys».",
	},
	"a date in figures": {
		"Sent on ‹date:03.11.2019› with «2 forms».",
		"Sent on ‹date:3›/‹date:11›/‹date:2019› with «2 forms».",
		"Sent on ‹date:2019›-‹date:11›-‹code:03› with «2 forms».",
	},
	"a year": {
		"In ‹year:1987› they sold «1,987 cows».",
		"The harvests of ‹year:2013› and ‹year:2014› failed.",
		"The season of ‹year:2009›–‹year:15› is told in «2 books».",
		"They paid «$1,950» in ‹year:1950›.",
		"They drove «1990 km» in ‹year:1990›.",
		"The class of '‹year:68› numbered «40 girls».",
		"The lease runs until at least ‹year:2042›.",
		"The walls were built between ‹year:600› and ‹year:150› BC.",
		"The fiscal year ‹year:2015›/‹year:16› brought «15 loans».",
		"By ‹year:2030› it wants «2,030 buses».",
	},
	"a decade": {
		"In the ‹decade:1980›s they had «80 wells».",
		"She was born in the '‹year:60›s.",
	},
	"a time of day": {
		"The bell rings at ‹time:7› a.m. for «7 monks».",
		"The bell rings at ‹time:7›:‹time:30› for «30 monks».",
		"They begin at ‹time:nine› in the morning.",
		"It was ‹time:half› past ‹time:six› when «six men» came.",
		"Doors shut at ‹time:11›.",
		"The ferry left at ‹time:12.15› with «12 cars».",
		"Losses were put at «12».",
		"The pulse stood at «11».",
	},
	"a label": {
		"See page ‹page:17› for the «17 rules».",
		"Pages ‹page:3›, ‹page:5› and ‹page:7›–‹page:9› list «9 wards».",
		"Section ‹section:31›A and clause ‹section:4› bind «4 boards».",
		"Chapter ‹chapter:three› tells of «three sisters».",
		"Flight ‹label:302› carried «302 people».",
		"Under Resolution ‹law:2178› «some 2,178 files» were opened.",
		"Table ‹reference:3› lists «3 mills».",
		"Grade ‹label:5› has «5 pupils».",
		"Version ‹version:3› mends «3 faults».",
	},
	"a score": {
		"Ost beat West ‹score:3›-‹score:1› before «3,100 fans».",
		"The house voted ‹score:52›–‹score:48› for it.",
		"They won ‹score:4› to ‹score:0›.",
		"It went ‹score:2› – ‹score:1› in the final.",
		"They need «3-4 buckets a day».",
	},
	"a list number": {
		"‹list number:1›. Wash the «2 jars».\n\n‹list number:2›. Fill the «3 jars».",
		"It may come from ‹list number:1›) a well, or ‹list number:2›) a spring.",
		"The bill (‹list number:1›) bars nets, and (‹list number:2›) taxes «2 ports».",
		"And ‹list number:three›, charting a way out.",
	},
	"a code": {
		"The form KZ-‹other:44› is for «44 shops».",
		"Enter ‹code:007› as the key to «7 rooms».",
		"A plan under ‹section:401›(k) saved «401 jobs».",
		"Coded ‹code:0› = female and ‹code:1› = male.",
		"It lies on US ‹label:169›, near «169 farms».",
		"Write to New York, NY ‹address:10271›.",
	},
	"a name": {
		"The Boeing ‹name:737› held «73 passengers».",
		"The ‹name:G20› met with «20 envoys».",
		"‹name:9/11› changed «9 laws».",
	},
	"an ordinal": {
		"The ‹ordinal:17th› ward has «17 beds».",
		"It was her ‹ordinal:third› of «three trips».",
	},
	"an idiom": {
		"They work ‹idiom:nine› to ‹idiom:five› for «nine firms».",
	},
	"an address of the web": {
		"Write to ‹email:desk24@ost.example› and ask for «24 maps».",
		"See ‹url:https://ost.example/2019/44› for «44 maps».",
	},
	"a place on the globe": {
		"The wreck lies at ‹coordinates:12›°‹coordinates:30›'N, «30 m» down.",
	},
	"a statistic": {
		"The odds rose (p < ‹statistic:0.05›) in «5 towns».",
	},
	"a rank": {
		"It is among the top ‹rank:10›.",
	},
	"a pronoun": {
		"‹pronoun:One› must eat.",
		"This ‹pronoun:one› is mine.",
		"No ‹pronoun:one› came to the «two wells».",
	},
	"a tolerance": {
		"It holds «1.5 million tonnes», give or take ‹tolerance:100,000›.",
	},
	"a rate's base": {
		"Of «40 cases per 100,000 people» «4» died.",
	},
	"a window": {
		"The ‹period:30›-day report lists «30 fires».",
	},
}

var whyMark = regexp.MustCompile(`‹[a-z ]+:`)

// TestWhy holds that each number is read, or told for the right reason why it is not.
func TestWhy(t *testing.T) {
	for rule, texts := range whys {
		t.Run(rule, func(t *testing.T) {
			for _, want := range texts {
				bare := strings.NewReplacer("«", "", "»", "", "›", "").Replace(whyMark.ReplaceAllString(want, ""))
				if got := remarked(read(t, bare)); got != want {
					t.Errorf("\ngot  %s\nwant %s", got, want)
				}
			}
		})
	}
}

// remarked writes the marks around what the pass found and what it left.
func remarked(d *doc.Document) string {
	type mark struct {
		doc.Span
		open, close string
	}
	var marks []mark
	for i := range d.Figures {
		marks = append(marks, mark{d.Figures[i].Span, "«", "»"})
	}
	for _, s := range d.Skipped {
		marks = append(marks, mark{s.Span, "‹" + s.Reason + ":", "›"})
	}
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	var s strings.Builder
	at := 0
	for _, m := range marks {
		if m.Start < at {
			continue
		}
		s.WriteString(d.Text[at:m.Start] + m.open + d.Slice(m.Span) + m.close)
		at = m.End
	}
	s.WriteString(d.Text[at:])
	return s.String()
}
