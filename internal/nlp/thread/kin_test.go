package thread_test

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"

	"github.com/govalues/decimal"
)

// kinCases hold documents, each "date text", and the threads that they give: topic,
// verdict with the number of independent sources, and the words of the claims, the
// documents called a, b and so on. What is not in a thread is of another thing.
var kinCases = []struct {
	name string
	docs []string
	want map[string]string
}{
	{"a toll that a later report tells lower, and the dead of another cause", []string{
		"2021-06-02 A fire in a mill in Karachi killed 61 people on Tuesday, the police said. The mill in Karachi employed 400 people.",
		"2021-06-14 The fire in Karachi killed 57 people, the governor said; four names had stood on two lists. A bomb in Karachi killed 48 people on Friday.",
	}, map[string]string{"Deaths, Karachi": "update, 2: a: 61 people | b: 57 people"}},
	{"a part in the same document", []string{
		"2021-06-02 The quake in Padang killed 300 people, officials said. In a hotel in Padang 220 people died when the roof fell.",
		"2021-06-05 The quake has cost 340 lives in Padang, the Red Cross said. The hotel in Padang took 231 lives.",
	}, map[string]string{
		"Deaths, Padang":   "update, 2: a: 220 people | b: 231 lives",
		"Deaths, Padang 2": "update, 2: a: 300 people | b: 340 lives",
	}},
	{"two attacks on two days", []string{
		"2015-05-04 A bomb killed 23 people in Baghdad on Sunday, the police said.",
		"2015-05-21 A bomb killed 31 people in Baghdad on Wednesday, a doctor said.",
	}, nil},
	{"town and country in one story", []string{
		"2020-08-03 A ferry sank off Lisbon on Sunday. At least 40 people drowned in Portugal, the coast guard said.",
		"2020-08-04 The ferry that sank off Lisbon took 55 lives in Lisbon, the mayor said. Portugal will look into it.",
	}, map[string]string{"Deaths, Lisbon": "update, 2: a: At least 40 people | b: 55 lives"}},
	{"things that are told by a bare word", []string{
		"2019-04-02 The mission sent 30 observers to polling stations in Malawi. It visited 450 polling stations in Malawi.",
		"2019-04-02 Our 2,800 observers stood in 1,200 polling stations in Malawi.",
	}, nil},
	{"since one month", []string{
		"2019-03-15 From 3 September 2018 to 11 March 2019, 98,400 cases of mumps were reported in Fiji.",
		"2019-05-02 Since September 2018, 127,500 cases of mumps have been recorded in Fiji.",
		"2019-05-03 By mid-April 2019 117,000 cases of mumps had been counted in Fiji. The town of Nadi had 2,100 cases.",
	}, map[string]string{"Cases of mumps, Fiji": "update, 3: a: 98,400 cases | c: 117,000 cases | b: 127,500 cases"}},
	{"columns of one row", []string{
		"2014-03-11 Cases of measles in Kenya by county, 3 to 9 March 2014\n\nCounty       This week   Total\nTurkana            109     688\nMarsabit            44     329\nWajir               31     201\n",
	}, nil},
	{"round numbers", []string{
		"2021-04-02 The camp of Dadaab in Kenya held 218,003 refugees, the census says.",
		"2021-04-20 Some papers say that the camp of Dadaab in Kenya holds 218,000 refugees.",
	}, map[string]string{"Refugees, Dadaab": "agree, 2: a: 218,003 refugees | b: 218,000 refugees"}},
	{"planned, wanted and feared", []string{
		"2022-12-01 The deficit of Ghana reached 9.9 percent in 2022, above the 7.4 percent planned in January.",
		"2022-12-20 The budget deficit of Ghana was 11.8 percent in 2022, the fund says.",
	}, map[string]string{"Deficit, Ghana": "conflict, 2: a: 9.9 percent | b: 11.8 percent | a: 7.4 percent"}},
	{"a stock in whichever quarter", []string{
		"2020-12-04 In the third quarter of 2020 the unemployed of Latvia numbered 81,000, the bureau said.",
		"2020-12-05 Some 82,000 people are out of work in Latvia.",
	}, map[string]string{"Unemployed, Latvia": "agree, 2: a: 81,000 | b: Some 82,000 people"}},
	{"arrests however they are told", []string{
		"2022-08-02 Police arrested 120 people in Dakar on Monday.",
		"2022-08-04 According to lawyers 218 people were detained in Dakar between 31 July and 3 August.",
		"2022-08-06 More than 200 young people were locked up in Dakar that week.",
	}, map[string]string{"Arrested, Dakar": "conflict, 3: a: 120 people | b: 218 people | c: More than 200 young people"}},
	{"the dead of one kind", []string{
		"2021-11-13 At least 68 prisoners were killed in a riot in Ecuador on Friday, the prosecutor said.",
		"2021-11-15 In the riot 62 persons lost their lives in Ecuador, the prison service said.",
	}, map[string]string{"Deaths of prisoners, Ecuador": "conflict, 2: a: At least 68 prisoners | b: 62 persons"}},
	{"one thing by several names", []string{
		"2022-11-24 The public debt of Ghana stood at 467.4 billion cedis at the end of September 2022. Voter turnout in Ghana was 79 percent in 2020.",
		"2022-12-02 The national debt of Ghana stood at 467 billion cedis in September 2022, a columnist writes. Turnout in Ghana was 78.9 percent in 2020.",
	}, map[string]string{
		"Public debt, Ghana": "agree, 2: a: 467.4 billion cedis | b: 467 billion cedis",
		"Turnout, Ghana":     "agree, 2: a: 79 percent | b: 78.9 percent",
	}},
	{"a march that two count", []string{
		"2023-02-14 About 3,000 strikers marched through Lisbon on Tuesday, police said. The unions said that 10,000 people marched in Lisbon.",
		"2023-02-15 Around 3,000 people demonstrated in Lisbon on Tuesday, according to police.",
		"2023-05-20 A film festival drew 4,000 people to Lisbon.",
	}, map[string]string{"Protesters, Lisbon": "conflict, 2: a: About 3,000 strikers | a: 10,000 people | b: Around 3,000 people"}},
	{"refugees in the camps of a country", []string{
		"2021-10-02 Kenya hosts 534,000 refugees. In Kakuma in Kenya 217,000 refugees live, the agency says.",
		"2021-10-09 In Kakuma in Kenya 209,000 refugees live, a paper writes.",
	}, map[string]string{"Refugees, Kakuma": "conflict, 2: a: 217,000 refugees | b: 209,000 refugees"}},
	{"two totals of one span by one author are of two things", []string{
		"2019-08-14 Between 1 January and 11 August 2019, 2,758 deaths of measles were reported in Peru.\n\nCholera\n\nSince January 2019, 287 deaths have been recorded in Peru.",
	}, map[string]string{}},
	{"a document that tells how the toll rose", []string{
		"2018-09-22 A ferry sank off Mwanza on Thursday. By night 44 bodies had been recovered in Mwanza. On Friday the toll in Mwanza climbed to 131, the minister said, and on Saturday to 207. The ferry of 1996 killed 894 people in Mwanza.",
	}, map[string]string{"Deaths, Mwanza": "update, 2: a: 44 bodies | a: 131 | a: 207"}},
}

func TestKin(t *testing.T) {
	for _, c := range kinCases {
		t.Run(c.name, func(t *testing.T) {
			texts, dates := map[string]string{}, map[string]string{}
			for i, d := range c.docs {
				name := string(rune('a'+i)) + ".txt"
				texts[name], dates[name] = d[len("2006-01-02 "):], d[:len("2006-01-02")]
			}
			records := collect(t, texts, dates)
			got := map[string]string{}
			for _, th := range thread.Threads(records) {
				topic := th.Topic
				for n := 2; got[topic] != ""; n++ {
					topic = fmt.Sprint(th.Topic, " ", n)
				}
				for _, words := range told([]doc.Thread{th}, records) {
					got[topic] = words
				}
			}
			wantThreads(t, got, c.want)
		})
	}
}

// TestReasons reads why what is near a thread is not in it: no reason names a file.
func TestReasons(t *testing.T) {
	texts := map[string]string{
		"a.txt": "The ministry says 4,000 homes burnt; the Red Cross says 5,200 homes burnt.",
		"b.txt": "The ministry says 400 homes burnt in Chile; the Red Cross says 520 homes burnt in Chile. In Peru 90 homes burnt, says the ministry; the mayor says 80.",
	}
	records := collect(t, texts, nil)
	threads := thread.Threads(records)
	if len(threads) < 2 {
		t.Fatalf("%d threads, want two or more", len(threads))
	}
	reasons := 0
	for _, th := range threads {
		for _, r := range th.Related {
			if reasons++; r.Reason == "" || strings.Contains(r.Reason, ".txt") {
				t.Errorf("%s: %q", th.Topic, r.Reason)
			}
		}
		for _, a := range th.SetApart {
			if reasons++; a.Reason == "" || strings.Contains(a.Reason, ".txt") {
				t.Errorf("%s: %q", th.Topic, a.Reason)
			}
		}
	}
	if reasons == 0 {
		t.Error("no thread names what is near it")
	}
}

// crowded makes n records of one group, each of a document of its own.
func crowded(n int) []thread.Record {
	out := make([]thread.Record, n)
	for i := range out {
		v := decimal.MustNew(int64(100+i*7919%5000), 0)
		name := fmt.Sprintf("d%05d.txt", i)
		out[i] = thread.Record{
			ID: thread.ID(name, 10), Doc: name, Start: 10, Date: fmt.Sprintf("2019-%02d-%02d", 1+i%12, 1+i%28), Text: v.String(), What: "people", Unit: "person",
			Concept: "dead", Event: "died", Kind: doc.Count, Value: &v, Low: &v, High: &v, Places: []string{"Lagos"}, Role: doc.Location, Land: "Nigeria", Focus: "Nigeria",
			Head: []string{"Lagos"}, Setting: []string{"Lagos", "Nigeria"}, SourceReferent: -1, Context: "A bomb killed so many people in Lagos on Friday, the police said, and more are feared dead.",
		}
	}
	return out
}

func BenchmarkKin(b *testing.B) {
	records := crowded(4000)
	for b.Loop() {
		thread.Threads(records)
	}
}
