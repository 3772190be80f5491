package thread_test

import (
	"fmt"
	"math/rand"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"
	"analyze/internal/testfile"
)

// corpusRecords brings the claims of all documents at hand together.
func corpusRecords(t testing.TB) []thread.Record {
	t.Helper()
	return collect(t, testfile.Corpora(t), nil)
}

// small documents that speak of the same thing and of things near it.
var small = map[string]string{
	"a.txt": "The Hallam Group said in March 2015 that 22,000 foreign fighters from 90 countries had travelled to Syria and Iraq. About 10 percent of foreign fighters became a threat after their return, the group said. Some 3,000 fighters returned home in 2015.",
	"b.txt": "By March 2015, according to the Hallam Group, up to 22,000 people from 90 countries had gone to Syria and Iraq to join militant groups.",
	"c.txt": "Interpol counted more than 30,000 foreign fighters who joined armed groups in Syria and Iraq by March 2015. In 2016 about 400 fighters a month crossed the border into Syria.",
	"d.txt": "In 2017 the army said that 2,500 foreign fighters remain in Syria and Iraq. The list holds 30,000 names.",
	"e.txt": "One in ten foreign fighters later took part in an attack, the sociologist Ann Lee found.",
	"f.txt": "The Kessel Institute wrote in 2016 that about 5,000 foreign fighters had come back home by the end of 2015.",
}

var smallDates = map[string]string{"a.txt": "2015-04-01", "b.txt": "2015-05-01", "c.txt": "2016-12-01", "d.txt": "2017-06-01", "e.txt": "2016-01-01", "f.txt": "2016-02-01"}

// told gives the threads as topic words and, in order of time, their words.
func told(threads []doc.Thread, records []thread.Record) map[string]string {
	text := map[string]string{}
	for _, r := range records {
		text[r.ID] = strings.TrimSuffix(r.Doc, ".txt") + ": " + r.Text
	}
	out := map[string]string{}
	for _, th := range threads {
		var words []string
		for _, c := range th.Claims {
			words = append(words, text[c])
		}
		out[th.Topic] = fmt.Sprintf("%s, %d: %s", th.Relation, th.Sources, strings.Join(words, " | "))
	}
	return out
}

// wantThreads reports the threads of got that are missing, other than wanted or
// not asked for.
func wantThreads(t *testing.T, got, want map[string]string) {
	t.Helper()
	for topic, words := range want {
		if got[topic] != words {
			t.Errorf("%s:\n\tgot  %s\n\twant %s", topic, got[topic], words)
		}
		delete(got, topic)
	}
	for topic, words := range got {
		t.Errorf("not asked for: %s: %s", topic, words)
	}
}

func TestThreads(t *testing.T) {
	records := collect(t, small, smallDates)
	got := told(thread.Threads(records), records)
	wantThreads(t, got, map[string]string{
		"Foreign fighters who went to Iraq and Syria":   "conflict, 2: a: 22,000 foreign fighters | b: up to 22,000 people | c: more than 30,000 foreign fighters",
		"Countries that fighters came from":             "agree, 1: a: 90 countries | b: 90 countries",
		"Share of foreign fighters who became a threat": "agree, 2: a: About 10 percent | e: One in ten foreign fighters",
		"Fighters who came back":                        "conflict, 2: a: Some 3,000 fighters | f: about 5,000 foreign fighters",
	})
}

// TestThreadsApart shows what stays out of the thread of all who went: those
// still there, those who cross in a month, names on a list.
func TestThreadsApart(t *testing.T) {
	records := collect(t, small, smallDates)
	for _, th := range thread.Threads(records) {
		if !strings.HasPrefix(th.Topic, "Foreign fighters who went") {
			continue
		}
		apart := map[string]bool{}
		for _, a := range th.SetApart {
			apart[a.Claim[:1]] = true
			if a.Reason == "" || a.Field == "" {
				t.Errorf("%s is set apart without a reason", a.Claim)
			}
		}
		if !apart["d"] || !apart["c"] {
			t.Errorf("set apart %v, want those who remain (d) and the monthly rate (c)", th.SetApart)
		}
		return
	}
	t.Fatal("no such thread")
}

// TestSideBySide shows figures of one sentence that are no conflict: a part and
// its whole, a state before and after, one week and all weeks.
func TestSideBySide(t *testing.T) {
	texts := map[string]string{
		"g.txt": "Laura Musa reported on 3 February 2020 that 2,300 shelters had burnt down in Rann, out of 7,100 in the camp. The Rann crossing recorded 1,150 arrivals a day in Rann, up from 640 the week before.",
		"h.txt": "In the week to 5 May 2019 Kano reported 221 cases of cholera. Since January 2019, 15,811 cases have been recorded in Kano, the ministry said.",
	}
	records := collect(t, texts, map[string]string{"g.txt": "2020-02-06", "h.txt": "2019-05-06"})
	for _, th := range thread.Threads(records) {
		if th.Relation == "conflict" {
			t.Errorf("%s: %s", th.Topic, th.Reason)
		}
	}
	state := false
	for _, r := range records {
		state = state || r.Earlier && r.Pair != "" && r.Text == "640"
		if r.Text == "7,100" && r.Apart == "" {
			t.Error("7,100 is what the 2,300 are taken from")
		}
	}
	if !state {
		t.Error("640 is the state before 1,150")
	}
}

// TestThreadsOrder brings records together in any order: the threads are equal.
func TestThreadsOrder(t *testing.T) {
	records := collect(t, small, smallDates)
	want := thread.Threads(records)
	for seed := range 5 {
		shuffled := slices.Clone(records)
		rand.New(rand.NewSource(int64(seed))).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got := thread.Threads(shuffled); !reflect.DeepEqual(got, want) {
			t.Fatal("another order gives other threads")
		}
	}
}

// TestCopies adds a copy of each document under another name: no thread gets a
// source more.
func TestCopies(t *testing.T) {
	copies(t, small, smallDates)
	copies(t, other, otherDates)
}

func copies(t *testing.T, small, smallDates map[string]string) {
	t.Helper()
	sources := func(texts, dates map[string]string) map[string]int {
		records := collect(t, texts, dates)
		out := map[string]int{}
		for _, th := range thread.Threads(records) {
			out[th.Topic] = th.Sources
		}
		return out
	}
	want := sources(small, smallDates)
	for name := range small {
		texts, dates := map[string]string{}, map[string]string{}
		for n, s := range small {
			texts[n], dates[n] = s, smallDates[n]
		}
		texts["z"+name], dates["z"+name] = small[name], "2021-01-01"
		got := sources(texts, dates)
		for topic, n := range want {
			if got[topic] != n {
				t.Errorf("with a copy of %s, %q has %d sources, not %d", name, topic, got[topic], n)
			}
		}
		for topic, n := range got {
			if _, ok := want[topic]; !ok && n > 1 {
				t.Errorf("a copy of %s makes the thread %q", name, topic)
			}
		}
	}
}

// TestCorpusThreads looks for the threads that the documents at hand must give.
func TestCorpusThreads(t *testing.T) {
	records := corpusRecords(t)
	doc := map[string]string{}
	for _, r := range records {
		doc[r.ID] = r.Doc[:3] + " " + r.Text
	}
	threads := thread.Threads(records)
	for _, want := range [][]string{
		{"001 up to 31,000 people", "002 approximately 40,000", "003 40,000 foreigners", "004 more than 40,000 foreign fighters", "004 20,000 to 30,000"},
		{"001 at least 86 countries", "002 85 countries", "003 over 100 countries"},
		{"000 roughly 11 percent", "002 about 1/9"},
		{"004 At least 5,600 residents or citizens", "fig At least 5,600 people"},
	} {
		best, missing := "", want
		for _, th := range threads {
			var lacks []string
			for _, w := range want {
				if !slices.ContainsFunc(th.Claims, func(id string) bool { return strings.HasPrefix(doc[id], w) }) {
					lacks = append(lacks, w)
				}
			}
			if len(lacks) < len(missing) {
				best, missing = th.Topic, lacks
			}
		}
		if len(missing) > 0 {
			t.Errorf("%q lacks %q", best, missing)
		}
	}
}

// TestShowThreads prints the threads of all documents at hand; SHOW=1 turns it
// on.
func TestShowThreads(t *testing.T) {
	if os.Getenv("SHOW") == "" {
		t.Skip("SHOW=1 prints the threads of all documents at hand")
	}
	records := corpusRecords(t)
	byID := map[string]thread.Record{}
	for _, r := range records {
		byID[r.ID] = r
	}
	for _, th := range thread.Threads(records) {
		t.Logf("== %s [%s] %s — %s (%d sources)", th.ID, th.Relation, th.Topic, th.Reason, th.Sources)
		for i, id := range th.Claims {
			r := byID[id]
			t.Logf("   %c %-26s %-34q %-24q %s %s · %s · %s/%s · %s · dup %s", 'A'+rune(th.SourceOf[i]%26), id, r.Text, r.What, strings.Join(r.Places, ";"), r.Role, r.Time, r.Concept, r.Event, r.Source, r.DuplicateOf)
		}
		for _, a := range th.SetApart {
			t.Logf("     apart %s %s: %s (%s) %q", a.Claim, a.Field, a.Reason, byID[a.Claim].Text, byID[a.Claim].What)
		}
		for _, a := range th.Related {
			t.Logf("     see %s: %s", a.Thread, a.Reason)
		}
	}
}

// other holds small documents on other things than fighters.
var other = map[string]string{
	"f1.txt": "BEIRA, 17 March 2019 (Meridian) - At least 48 people were killed in Beira when a cyclone struck on Thursday night, the Red Cross said on Sunday. Some 300 people were injured in Beira, according to the provincial government.",
	"f2.txt": "The death toll in Beira has risen to 84, the government said on Friday, up from 68 on Tuesday. In 2000, floods killed 700 people in Mozambique. The government has budgeted $40 million for reconstruction in Beira.",
	"f3.txt": "In all 602 people died in Mozambique in the cyclone of March 2019, the disaster office says. Reconstruction in Beira has cost $61 million so far, according to the mayor. Floods in Beira killed 12 people in February 2020.",
	"j1.txt": "Unemployment in Spain stood at 23.8 percent in the first quarter of 2015, Eurostat said. The rate in Spain fell by 1.4 percentage points in the year. Economists had hoped for more, since the building trade has begun to take on hands again on the coast.",
	"j2.txt": "Unemployment in Spain was 22.4 percent in the first quarter of 2015, the Ministry of Labour said. The rate in Spain fell by 1.4 percent in May. The bank expects unemployment in Spain of 21 percent in 2016.",
	"h1.txt": "Turkey hosts 2.7 million Syrian refugees, UNHCR said in March 2016. In 2015, Turkey received 500,000 refugees from Syria. Most of them live in the towns along the border, where rents have gone up and the schools teach in two shifts.",
	"h2.txt": "The Turkish government says that it hosts 3.1 million Syrian refugees. UNHCR registered 2.7 million Syrian refugees in Turkey in March 2016. Some 2.9 million refugees live in Turkey.",
	"e1.txt": "The World Health Organization reported 124,000 suspected cases of cholera in Yemen as of 11 June 2017 and 923 deaths. Between 5 and 11 June, 22,000 cases were reported in Yemen.",
	"e2.txt": "The Red Cross said on 27 July that there were nearly 1,900 deaths in Yemen. Oxfam counted 420,000 suspected cases in Yemen by 27 July 2017.",
}

var otherDates = map[string]string{"f1.txt": "2019-03-17", "f2.txt": "2019-03-22", "f3.txt": "2020-03-15", "j1.txt": "2015-05-20", "j2.txt": "2015-06-20",
	"h1.txt": "2016-03-20", "h2.txt": "2016-03-28", "e1.txt": "2017-06-12", "e2.txt": "2017-07-28"}

// TestThreadsOther brings together tolls of one flood and not of two, what was
// planned and what it cost, shares and not points, refugees of one country.
func TestThreadsOther(t *testing.T) {
	records := collect(t, other, otherDates)
	threads := thread.Threads(records)
	got := told(threads, records)
	wantThreads(t, got, map[string]string{
		"Deaths, Beira, 2019-03":  "update, 2: f1: At least 48 people | f2: 68 | f2: 84",
		"Reconstruction, Beira":   "differs, 2: f2: $40 million | f3: $61 million",
		"Unemployment, Spain":     "conflict, 3: j1: 23.8 percent | j2: 22.4 percent | j2: 21 percent",
		"Syrian refugees, Turkey": "conflict, 2: h1: 2.7 million Syrian refugees | h2: 2.7 million Syrian refugees | h2: 3.1 million Syrian refugees",
		"Cases of cholera, Yemen": "update, 2: e1: 124,000 suspected cases | e2: 420,000 suspected cases",
		"Deaths, Yemen":           "update, 2: e1: 923 deaths | e2: nearly 1,900 deaths",
	})
	for _, th := range threads {
		for _, a := range th.SetApart {
			if th.Topic == "Deaths, Beira, 2019-03" && strings.HasPrefix(a.Claim, "f3") && a.Field != "period" {
				t.Errorf("the dead of 2020 are set apart by %s: %s", a.Field, a.Reason)
			}
		}
	}
}

// TestLists compares the items of two lists by country, each with its own.
func TestLists(t *testing.T) {
	texts := map[string]string{
		"a.txt": "According to the Hallam Group, foreign fighters came from Tunisia (5,000), Jordan (2,000), France (1,700) and Kosovo (230).",
		"b.txt": "The Kessel Institute gives the number of foreign fighters by country: Tunisia (6,000), Jordan (2,000), France (1,200).",
	}
	records := collect(t, texts, map[string]string{"a.txt": "2015-12-01", "b.txt": "2015-12-01"})
	got := told(thread.Threads(records), records)
	for topic, want := range map[string]string{
		"Foreign fighters who went from Tunisia": "conflict, 2: a: 5,000 | b: 6,000",
		"Foreign fighters who went from Jordan":  "agree, 2: a: 2,000 | b: 2,000",
		"Foreign fighters who went from France":  "conflict, 2: a: 1,700 | b: 1,200",
	} {
		if got[topic] != want {
			t.Errorf("%s:\n\tgot  %s\n\twant %s", topic, got[topic], want)
		}
	}
}

// TestOfficial holds official counts against those of no mark where one source tells a number
// both ways, and keeps unofficial ones, those who came back and children apart.
func TestOfficial(t *testing.T) {
	table := "Country\tOfficial count\tUnofficial count\nTunisia\t6,000\t7,000\nJordan\t2,100\t2,500\nTable 1: Foreign fighters who joined armed groups, December 2015. Source: Hallam Group.\n"
	texts := map[string]string{
		"a.txt": "According to the Hallam Group, foreign fighters came from Tunisia (6,000), Jordan (2,000), France (1,700) and Kosovo (230).",
		"b.txt": "The Kessel Institute gives the number of foreign fighters by country: Tunisia (5,000), Jordan (2,000), France (1,200).",
		"c.txt": "Fighters are counted in two ways.\n\n" + table,
		"d.txt": "Some 900 foreign fighters returned to Tunisia, the Hallam Group said. It had met 6,000 children in Tunisia.",
	}
	dates := map[string]string{"a.txt": "2015-12-01", "b.txt": "2015-12-01", "c.txt": "2015-12-20", "d.txt": "2015-12-20"}
	records := collect(t, texts, dates)
	wantThreads(t, told(thread.Threads(records), records), map[string]string{
		"Foreign fighters who went from Tunisia": "conflict, 2: c: 6,000 | a: 6,000 | b: 5,000",
		"Foreign fighters who went from Jordan":  "agree, 2: a: 2,000 | b: 2,000",
		"Foreign fighters who went from France":  "conflict, 2: a: 1,700 | b: 1,200",
	})
}

// TestSourceNames counts two ways to describe one source as one.
func TestSourceNames(t *testing.T) {
	texts := map[string]string{
		"a.txt": "American intelligence agencies estimate that 22,000 foreign fighters had travelled to Syria by March 2015.",
		"b.txt": "The US intelligence community said that 22,000 foreign fighters had travelled to Syria by March 2015.",
		"c.txt": "According to U.S. intelligence assessments, 22,000 foreign fighters had travelled to Syria by March 2015.",
		"d.txt": "French officials say that 22,000 foreign fighters had travelled to Syria by March 2015.",
	}
	records := collect(t, texts, nil)
	threads := thread.Threads(records)
	if len(threads) != 1 || threads[0].Sources != 2 {
		t.Errorf("threads %v, want one of two sources", threads)
	}
}

// BenchmarkThreads brings together many copies of the claims at hand.
func BenchmarkThreads(b *testing.B) {
	records := corpusRecords(b)
	b.ReportAllocs()
	for b.Loop() {
		thread.Threads(records)
	}
	b.ReportMetric(float64(len(records)*b.N)/b.Elapsed().Seconds(), "claims/s")
}
