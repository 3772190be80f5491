package thread_test

import (
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"analyze/internal/nlp/thread"
)

// tied are small stories: what is marked with one name is for one thing, and nothing else
// may be tied.
var tied = map[string][]string{
	"ships and vessels": {
		"2021-03-25 Suez. At least 150 «ships|queue» were held up at anchor on Thursday at both ends of the canal at Suez, where the container carrier Ever Green lies across the channel. Tugs pulled all night.",
		"2021-03-26 The Ever Green is stuck in the canal at Suez. The agent counted 150 «vessels|queue» at anchor. Two dredgers have come.",
	},
	"units": {
		"2020-09-02 PORTOLA, Sept 2. The Claremont fire near Portola has burned «3,000 acres|area», the forest service said. Three houses are gone in Portola.",
		"2020-09-03 The Claremont fire at Portola covers «12.1 square kilometres|area» of forest, a spokesman for the forest service said.",
	},
	"two things of one round number": {
		"2020-05-02 Oslo. The Viken hospital in Oslo has hired 200 nurses this year. It has twelve wards.",
		"2020-05-03 The Viken hospital in Oslo paid 200 fines for parking in spring.",
	},
	"quarters": {
		"2020-05-02 Oslo. A quarter of the nurses of the Viken hospital in Oslo are Swedes.",
		"2020-05-03 At the Viken hospital in Oslo a quarter of the beds were empty in April.",
	},
	"few things": {
		"2020-05-02 Oslo. The Viken hospital in Oslo has bought two scanners. Its director wrote three books.",
		"2020-05-03 The Viken hospital in Oslo has two directors. Three doors were painted.",
	},
	"a rise and a level": {
		"2020-05-02 Leeds. Rents in Leeds rose by 7.4 percent in April, the Harlow institute in Leeds said.",
		"2020-05-03 In Leeds rents fell by 7.4 percent, the Harlow institute said.",
	},
	"two who count": {
		"2019-06-10 Some «9,000 people|march» walked through Ghent on Sunday, the organisers said; the police counted «4,000|march».",
	},
	"posts and workers": {
		"2020-10-01 Bergen. The Norfish works in Bergen will reduce its workforce by «1,150 positions|cut», the owner Norfish said.",
		"2020-10-02 BERGEN - Norfish dismisses «1,150 workers|cut» in Bergen, the paper wrote.",
	},
}

// TestTies ties what tells the same thing in other words, and nothing else.
func TestTies(t *testing.T) {
	for name, texts := range tied {
		t.Run(name, func(t *testing.T) {
			s, plain := set{marks: map[string][]mark{}}, map[string]string{}
			dates := map[string]string{}
			for i, text := range texts {
				id := string(rune('a' + i))
				dates[id], plain[id], _ = strings.Cut(text, " ")
				plain[id], s.marks[id] = unmark(plain[id])
			}
			records := collect(t, plain, dates)
			names := s.names(records)
			found := map[string]bool{}
			for _, tie := range thread.Ties(records) {
				a, b := names[tie.A], names[tie.B]
				if a != b {
					t.Errorf("%s and %s are tied, %.2f", tie.A, tie.B, tie.Score)
				}
				found[a] = true
			}
			for id, marks := range s.marks {
				for _, m := range marks {
					if !found[m.name] {
						t.Errorf("%s: %s is not tied", id, m.name)
					}
				}
			}
		})
	}
}

// TestTiesOnce holds all small stories against each other: what is tied stands in two
// documents or is told by two, a claim has one tie to a document, and the order of the
// records does not matter.
func TestTiesOnce(t *testing.T) {
	texts, dates := map[string]string{}, map[string]string{}
	for name, list := range tied {
		for i, text := range list {
			id := name + string(rune('a'+i))
			dates[id], texts[id], _ = strings.Cut(text, " ")
			texts[id], _ = unmark(texts[id])
		}
	}
	records := collect(t, texts, dates)
	ties := thread.Ties(records)
	if len(ties) < 4 {
		t.Fatal("hardly anything is tied", ties)
	}
	document := func(id string) string { return id[:strings.LastIndex(id, "#")] }
	seen := map[string]bool{}
	for _, tie := range ties {
		for _, p := range [...][2]string{{tie.A, tie.B}, {tie.B, tie.A}} {
			if key := p[0] + " " + document(p[1]); seen[key] {
				t.Error("tied twice:", key)
			} else {
				seen[key] = true
			}
		}
		if story := strings.TrimRight(document(tie.A), "ab"); story != strings.TrimRight(document(tie.B), "ab") {
			t.Errorf("%s and %s are of two stories", tie.A, tie.B)
		}
	}
	for seed := range 3 {
		mixed := slices.Clone(records)
		rand.New(rand.NewSource(int64(seed))).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if got := thread.Ties(mixed); !reflect.DeepEqual(got, ties) {
			t.Fatal("another order gives other ties")
		}
	}
}

// TestJoin joins threads and claims that stand alone, but not where a document tells two
// things.
func TestJoin(t *testing.T) {
	texts := map[string]string{
		"a": "BERGEN. Norfish has 4,300 employees in Bergen, the owner said. At sea it has 900 boats.",
		"b": "BERGEN. The staff of Norfish in Bergen are 4,100 workers, the union said.",
		"c": "BERGEN. Norfish gives work to 4,320 people in Bergen and to 4,700 people in Tromsø, wrote the paper.",
	}
	dates := map[string]string{"a": "2020-03-01", "b": "2020-03-02", "c": "2020-03-03"}
	records := collect(t, texts, dates)
	id := func(text string) string {
		for _, r := range records {
			if strings.HasPrefix(r.Text, text) {
				return r.ID
			}
		}
		t.Fatal("no claim", text)
		return ""
	}
	first, second, third, other, boats := id("4,300"), id("4,100"), id("4,320"), id("4,700"), id("900")
	one := thread.Tie{A: first, B: second, Score: 3}
	for name, c := range map[string]struct {
		ties []thread.Tie
		want [][]string
	}{
		"none":               {nil, nil},
		"two":                {[]thread.Tie{one}, [][]string{{first, second}}},
		"three":              {[]thread.Tie{one, {A: second, B: third, Score: 2}}, [][]string{{first, second, third}}},
		"one document twice": {[]thread.Tie{one, {A: second, B: third, Score: 2}, {A: first, B: other, Score: 1}}, [][]string{{first, second, third}}},
		"the likeliest":      {[]thread.Tie{one, {A: second, B: third, Score: 1}, {A: first, B: other, Score: 2}}, [][]string{{first, second, other}}},
		"two in a document":  {[]thread.Tie{one, {A: second, B: boats, Score: 1}}, [][]string{{first, second}}},
		"not there":          {[]thread.Tie{{A: "x", B: "y"}}, nil},
	} {
		var got [][]string
		for _, th := range thread.Join(nil, c.ties, records) {
			got = append(got, slices.Sorted(slices.Values(th.Claims)))
		}
		for i := range c.want {
			slices.Sort(c.want[i])
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	base := thread.Join(nil, []thread.Tie{one}, records)
	base[0].Related = nil
	again := thread.Join(base, []thread.Tie{{A: second, B: third, Score: 1}}, records)
	if len(again) != 1 || len(again[0].Claims) != 3 {
		t.Errorf("a thread and a claim make %v", again)
	}
}
