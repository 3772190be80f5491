package claim_test

import (
	"fmt"
	"testing"

	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
)

// TestCounts reads what the first figure of a sentence counts and what happened to it.
func TestCounts(t *testing.T) {
	for text, want := range map[string]string{
		"The plant employs 640 people in Ostrava.":                           "worker",
		"Some 640 people work at the plant in Ostrava.":                      "worker",
		"About 5.5 million children attend primary school in Malawi.":        "pupil",
		"In Gambia 962,157 people had registered to vote.":                   "voter",
		"The firm will shed 2,600 jobs in Ostrava.":                          "worker/cut",
		"The firm cut 2,600 jobs in Ostrava last year.":                      "worker/cut",
		"In Soma 17 miners were killed on Tuesday.":                          "dead/died of miners",
		"The blast in Soma injured 88 miners.":                               "wounded/wounded of miners",
		"On the route to Spain 959 people are dead and missing.":             "dead/died",
		"Egypt had a wheat harvest of 9 million tonnes.":                     "wheat",
		"The number of pupils in Malawi has reached 5.4 million.":            "pupil",
		"The company has 6,400 employees at present in Ostrava.":             "worker",
		"By Monday 1,200 migrants had arrived in Lesbos.":                    "migrant/arrived",
		"The commission in Banjul counts 962,157 registered voters.":         "voter",
		"In all 40 fighters are still present in the valley.":                "fighter/stayed",
		"The union says that 70 posts in Bonn have been made redundant now.": "post/cut",
	} {
		records := claim.Records(read(t, text, "2021-03-04", figure.Pass.Run))
		if len(records) == 0 {
			t.Errorf("%s: no figure", text)
			continue
		}
		r, got := records[0], records[0].Concept
		if r.Event != "" {
			got += "/" + r.Event
		}
		if r.Definition != "" {
			got += " " + r.Definition
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// TestUproot reads where refugees are and where they come from.
func TestUproot(t *testing.T) {
	for text, want := range map[string]string{
		"In Turkey the agency registered 2.7 million Syrian refugees.":                                     "[Turkey] from Syria",
		"Chad has taken in 420,000 refugees from Sudan.":                                                   "[Chad] from Sudan",
		"The camps in Kenya are full. The government of Kenya says that it hosts 310,000 Somali refugees.": "[Kenya] from Somalia",
	} {
		r := claim.Records(read(t, text, "2021-03-04", figure.Pass.Run))[0]
		if got := fmt.Sprint(r.Places, " ", r.Definition); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
