package thread_test

import (
	"testing"

	"analyze/internal/nlp/thread"
)

// events are documents on several topics, each told by two or three.
var events = map[string]string{
	"slide-1.txt":  "At least 44 people were killed in Peru when a hillside came down on the town of Retamas on Monday, officials said. The mudslide in Peru destroyed some 60 houses.",
	"slide-2.txt":  "Peru mourns. The number of people killed in Monday's mudslide in Peru has risen to 52, the interior ministry said. The Red Cross in Lima spoke of 140 homes destroyed in Peru.",
	"jobs-1.txt":   "Kenya's official unemployment rate was 5.5 percent in 2021, the statistics bureau said. It put the number of unemployed persons in Kenya at 1.3 million.",
	"jobs-2.txt":   "In Kenya, the Federation of Employers says, the rate of unemployment was 9 percent in 2021. About 2.4 million people are out of work in Kenya, the union COTU said.",
	"tea-1.txt":    "The area planted with tea in Malawi was 18,000 hectares in 2020, the board said.",
	"tea-2.txt":    "The growers' union said that Malawi had 21,000 hectares of tea in 2020.",
	"rebels-1.txt": "The front in Mali has split. The Azawad Guard, which had about 900 fighters in 2014, counts 1,500 now, the army says; the Desert Legion has 300 fighters.",
	"rebels-2.txt": "Mali's ministry of defence said the Azawad Guard had 1,100 fighters in 2014. A blast of the Desert Legion in Gao killed 14 people and wounded 45.",
	"blast-1.txt":  "A blast in Gao in Mali killed 15 people and wounded 38, the clinic of Gao said. The mayor of Gao put the number of dead at 19.",
	"dark-1.txt":   "About 9 million people in Chad have no electricity, the Energy Fund said. The access rate in Chad was 11 percent in 2020.",
	"dark-2.txt":   "According to the statistics bureau, 14 million Chadians lack power. In Chad the access rate stood at 11.3 percent in 2020, the Energy Fund wrote.",
	"fever-1.txt":  "Measles in Benin. In Benin 1,240 cases of measles and 31 deaths were counted in 2019, the ministry of health said.",
	"fever-2.txt":  "Benin fights measles. The Red Cross put the number of cases in Benin at 1,900 in 2019.",
	"march.txt":    "The rally in Porto drew 20,000 people, the organisers said, while police spoke of 7,500 people. Hotels cost the state €5.6 million a day, says the ministry; the Refugee Forum says €6.8 million.",
	"war-1.txt":    "The army of Armenia is at war. Georgia has taken in 31,000 refugees from Armenia, the ministry in Yerevan said. In Armenia 90,000 people have been displaced, the Red Cross said.",
	"war-2.txt":    "Armenia counts its losses. The Council counts 44,000 refugees from Armenia in Georgia. More than 100,000 people have been forced from their homes in Armenia, said Yerevan.",
}

var eventDates = map[string]string{
	"slide-1.txt": "2022-03-16", "slide-2.txt": "2022-03-19", "jobs-1.txt": "2022-02-01", "jobs-2.txt": "2022-02-07",
	"tea-1.txt": "2021-05-02", "tea-2.txt": "2021-06-02", "war-1.txt": "2021-04-01", "dark-1.txt": "2021-05-01", "dark-2.txt": "2021-06-01", "fever-1.txt": "2020-02-01", "fever-2.txt": "2020-02-01", "march.txt": "2019-03-03", "rebels-1.txt": "2020-01-05", "rebels-2.txt": "2020-02-05", "blast-1.txt": "2020-02-04", "war-2.txt": "2021-04-20",
}

// TestTopics brings figures together whatever they are about, and however each
// text says what it counts.
func TestTopics(t *testing.T) {
	records := collect(t, events, eventDates)
	got := told(thread.Threads(records), records)
	wantThreads(t, got, map[string]string{
		"Deaths, Peru":                     "update, 2: slide-1: At least 44 people | slide-2: 52",
		"Homes destroyed, Peru":            "update, 2: slide-1: some 60 houses | slide-2: 140 homes",
		"Unemployment rate, Kenya":         "conflict, 2: jobs-1: 5.5 percent | jobs-2: 9 percent",
		"Unemployed persons, Kenya":        "conflict, 2: jobs-1: 1.3 million | jobs-2: About 2.4 million people",
		"Deaths, Gao":                      "conflict, 3: blast-1: 15 people | blast-1: 19 | rebels-2: 14 people",
		"Fighters of Azawad Guard":         "conflict, 3: rebels-1: about 900 fighters | rebels-2: 1,100 fighters | rebels-1: 1,500",
		"People without electricity, Chad": "update, 2: dark-1: About 9 million people | dark-2: 14 million Chadians",
		"Access rate, Chad":                "agree, 2: dark-1: 11 percent | dark-2: 11.3 percent",
		"Cases of measles, Benin":          "conflict, 2: fever-1: 1,240 cases | fever-2: 1,900",
		"People, Porto":                    "conflict, 2: march: 20,000 people | march: 7,500 people",
		"Hotels, a day":                    "conflict, 2: march: €5.6 million a day | march: €6.8 million",
		"Area of tea, Malawi":              "conflict, 2: tea-1: 18,000 hectares | tea-2: 21,000 hectares",
		"Displaced, Armenia":               "conflict, 2: war-1: 90,000 people | war-2: More than 100,000 people",
		"Refugees from Armenia, Georgia":   "conflict, 2: war-1: 31,000 refugees | war-2: 44,000 refugees",
	})
}
