package claim_test

import (
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/figure"
)

// thingCases hold sentences with figures between ‹ and › and, after ->, what
// each measures.
var thingCases = []string{
	"The union says that wages were below the minimum wage, which then stood at ‹$4.10›. -> minimum wage",
	"The average shortfall, she said, was ‹$0.65›. -> average shortfall",
	"They shall pay with interest at ‹4 percent›. -> interest",
	"The bank granted a loan of ‹$3 million›. -> loan",
	"The bank expects unemployment in Spain of ‹21 percent› in 2016. -> unemployment",
	"Spending on police in Chile came to ‹$14.1 million› in 2016. -> spending on police",
	"Spending on roads came to ‹$14 million› in 2016. In 2015 it was ‹$12 million›. -> spending on roads | spending on roads",
	"The company made a loss of ‹$4.5 million›. -> loss",
	"The ticket costs ‹$12›. -> ticket",
	"Revenue rose to ‹$412 million›, an increase of ‹6 percent› from ‹$388 million›. -> revenue | revenue | revenue",
	"In Chile the rate was ‹4 percent›; in 2015 it was ‹5 percent›. -> rate | rate",
	"The grant was ‹£11.2 million› in 2019 and is ‹£8.9 million› this year. -> grant | grant",
	"They found that ‹one in three riders› walked. In Peru it was ‹41%›. -> riders | riders",
	"Repairs worth ‹$2.3 million› were due to begin. -> repairs",
	"The government announced a ‹£127 million› package for schools. -> package",
	// what is counted is said by the figure's own words
	"About ‹12 percent of the voters› stayed at home. -> voters",
}

func TestThing(t *testing.T) {
	for _, c := range thingCases {
		text, want, _ := strings.Cut(c, " -> ")
		p := parseMarks(text)
		d := read(t, p.text, "2016-05-01", figure.Pass.Run)
		for i, w := range strings.Split(want, " | ") {
			got := toldAt(d, p.spans[i], func(c *doc.Claim) string { return c.What })
			if !strings.EqualFold(got, w) {
				t.Errorf("%s\n\tfigure %d: what %q, want %q", p.text, i+1, got, w)
			}
		}
	}
}
