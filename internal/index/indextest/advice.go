package indextest

import (
	"context"
	"strings"
	"testing"

	"analyze/internal/index"
)

// advised are queries with what is said of them: notes, or what was meant.
var advised = []struct {
	query   string
	note    string // part of a note; "" for none at all
	meant   string
	total   int
	relaxed bool
}{
	{query: `recruits`, total: 1},
	{query: `recruts`, meant: `recruits`},
	{query: `recruist`, meant: `recruits`},
	{query: `title:brder`, meant: `title:border`},
	{query: `"foriegn fighters"`, meant: `"foreign fighters"`},
	{query: `emigrant`},

	{query: `actor:"Islamic Stat"`, note: `did you mean actor:"Islamic State"?`},
	{query: `place:Tunesia`, note: `did you mean place:Tunisia?`},
	{query: `actor:Nobody`, note: `no actor is called "Nobody" here`},
	{query: `daesh`, note: `actor:"Islamic State" finds it by its other names too, such as ISIS`, total: 1},

	{query: `fighters not recruits`, note: `NOT leaves out`, total: 1},
	{query: `wheat or recruits`, note: `OR finds either`, total: 2, relaxed: true},
	{query: `recruits near border`, note: `near/5 wants`, total: 2, relaxed: true},

	{query: `12%`, note: `value:12 unit:percent finds it as a figure, however it is written: 1 claim`, total: 1},
	{query: `40 thousand tonnes`, note: `value:40000 finds it as a figure, however it is written: 1 claim`, relaxed: true, total: 1},
	{query: `$12`, total: 1},
	{query: `wheat OR border date:2014`, note: `date:2014 is asked of border alone: (wheat OR border) date:2014 asks it of all`, total: 2},
	{query: `title:harvest "rye was" OR recruits border`, note: `title:harvest is asked of "rye was" alone: ("rye was" OR (recruits border)) title:harvest asks it of all`, total: 2},
	{query: `wheat OR (border date:2014)`, total: 2},
	{query: `wheat date:2016 OR border date:2014`, total: 2},
	{query: `wheat lang:fr`, note: `without lang:fr: 1 document`},
	{query: `wheat lang:fr`, note: `without wheat: 1 document`},
	{query: `claim:fighters value:>5000 from:Norway`, note: `without from:Norway: 2 claims`},
	{query: `claim:recruits from:Tunisia`, note: `speak of it`, total: 1, relaxed: true},
	{query: `claim:recruits`, note: `speak of it`, total: 1, relaxed: true},
	{query: `IS`, note: `actor:"Islamic State" finds it by its other names too, such as ISIS`},

	{query: `wheat near/1 norway`, note: `they do not stand so near each other; wheat norway: 1 document`},
	{query: `wheat near/1 zebra`},
	{query: `date:1999`, note: `6 documents with a date, from 2014-05 to 2018`},
	{query: `lang:de`, note: `the documents are in: en, fr`},
	{query: `within:Tunesia`, note: `no place that is named here lies in "Tunesia": did you mean within:Tunisia?`},
	{query: `within:Nowhereland`, note: `no place that is named here lies in "Nowhereland"`},
	{query: `near-place:Reykjavik 20km`, note: `no city that is named here lies within 20 km of Reykjavik`},
	{query: `harvest recruits zebra`, note: `these hold some`, total: 2, relaxed: true},
}

// advice is what is said of queries that find nothing, or not what was meant.
func advice(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	for _, c := range advised {
		res, err := index.Do(context.Background(), r, index.Request{Query: c.query, Limit: 5})
		if err != nil {
			t.Fatalf("%s: %v", c.query, err)
		}
		notes := strings.Join(res.Notes, "\n")
		if !strings.Contains(notes, c.note) || c.note == "" && notes != "" {
			t.Errorf("%s: the notes are %q, want %q", c.query, notes, c.note)
		}
		meant := ""
		if res.DidYouMean != nil {
			meant = *res.DidYouMean
		}
		if meant != c.meant && !c.relaxed {
			t.Errorf("%s: did you mean %q, want %q", c.query, meant, c.meant)
		}
		if res.Total != c.total || res.Relaxed != c.relaxed {
			t.Errorf("%s: %d found, relaxed %v, want %d, %v", c.query, res.Total, res.Relaxed, c.total, c.relaxed)
		}
	}
	for query, hint := range map[string]string{
		`border in:tabel`: "query, character 8: in:tabel is not known: did you mean in:table?", `bound:exactly-so`: "write one of exact, approx",
		`near-place:Mosxul 50km`: `did you mean near-place:Mosul?`,
	} {
		if _, err := index.Do(context.Background(), r, index.Request{Query: query}); err == nil || !strings.Contains(err.Error(), hint) {
			t.Errorf("%s: %v, want %s", query, err, hint)
		}
	}
	for query, same := range map[string]string{`unit:%`: `unit:percent`, `lang:french`: `lang:fr`, `type:organization`: `type:org`, `value:3k`: `value:3000`} {
		a, b := total(t, r, query), total(t, r, same)
		if a != b || a == 0 {
			t.Errorf("%s finds %d, %s %d", query, a, same, b)
		}
	}
}

func total(t *testing.T, r index.Reader, query string) int {
	t.Helper()
	res, err := index.Do(context.Background(), r, index.Request{Query: query})
	if err != nil {
		t.Fatal(err)
	}
	return res.Total
}

// concordances are queries with what they show, a line each.
var concordances = map[string]string{
	`recruits near/3 border`:   "border|Recruits",
	`kind:claim "at night"`:    "3,000 fighters",
	`claim:wheat`:              "40,000 tonnes",
	`claim:fighters value:>5k`: "27,000 to 31,000|6,000",
	`actor:ISIS place:Mosul`:   "ISIS|Mosul",
	`fight* doc:institute.md`:  "fighters",
	`border kind:passage`:      "border|border|border",
	`near-place:Erbil 10km`:    "Erbil",
	`"foreign fighters" wheat`: "",
}

func concordance(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	for query, want := range concordances {
		lines, err := index.Concordance(context.Background(), r, query, 20, "")
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		var got []string
		for _, l := range lines {
			got = append(got, l.Word)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: %s, want %s", query, s, want)
		}
	}
	if _, err := index.Concordance(context.Background(), r, "type:person", 20, ""); err == nil || !strings.Contains(err.Error(), "actor:") {
		t.Errorf("a concordance of entities: %v", err)
	}
}

// loosePages goes through figures that are found where nothing counts a thing,
// page by page.
func loosePages(t *testing.T, e Engine) {
	r := e.Reader(t)
	defer r.Close()
	req := index.Request{Query: `claim:institute`, Limit: 1}
	seen := map[string]bool{}
	for {
		res, err := index.Do(context.Background(), r, req)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range res.Hits {
			seen[h.ID] = true
		}
		if res.Cursor == nil {
			if len(seen) != res.Total || res.Total < 2 {
				t.Errorf("%d of %d are on the pages", len(seen), res.Total)
			}
			return
		}
		req.Cursor = *res.Cursor
	}
}
