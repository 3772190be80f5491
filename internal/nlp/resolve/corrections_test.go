package resolve_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/resolve"
)

func parse(t testing.TB, src string) *resolve.Corrections {
	t.Helper()
	c, err := resolve.ParseCorrections([]byte(src))
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	return c
}

func problems(r *resolve.Resolution) string {
	var out []string
	for _, p := range r.Problems {
		out = append(out, fmt.Sprintf("%d: %s", p.Line, p.Text))
	}
	return strings.Join(out, "\n")
}

// What each kind of correction makes of two documents.
func TestCorrections(t *testing.T) {
	texts := []string{
		"[Karl Lund|PERSON] of the [Quay Institute|ORG]. [Lund|PERSON] left [Vashtoria|PLACE].",
		"[K. Lund|PERSON] and [Ruin|PERSON] in [Vashtoria|PLACE]. The [Quay Institute|ORG].",
	}
	const plain = "k-lund = K. Lund ? may be Karl Lund; karl-lund = Karl Lund, Lund; quay-institute = Quay Institute; ruin = Ruin; vashtoria = Vashtoria"
	for name, c := range map[string]struct{ yaml, want, problems string }{
		"none":                {"", plain, ""},
		"merge":               {"- merge: [karl-lund, k-lund]\n", "karl-lund = K. Lund, Karl Lund, Lund; quay-institute = Quay Institute; ruin = Ruin; vashtoria = Vashtoria", ""},
		"merge by name":       {"- merge: [karl-lund, k-lund-x9]\n  names: {k-lund-x9: K. Lund}\n", "karl-lund = K. Lund, Karl Lund, Lund; quay-institute = Quay Institute; ruin = Ruin; vashtoria = Vashtoria", ""},
		"split by form":       {"- split: karl-lund\n  forms: [Lund]\n  as: Ivar Lund\n", strings.Replace(plain, "k-lund = K. Lund ? may be Karl Lund; karl-lund = Karl Lund, Lund", "ivar-lund = Lund; k-lund = K. Lund ? may be Karl Lund; karl-lund = Karl Lund", 1), ""},
		"split by document":   {"- split: vashtoria\n  documents: [b.txt]\n  as: Old Vashtoria\n", strings.Replace(plain, "quay-", "old-vashtoria = Vashtoria; quay-", 1), ""},
		"rename":              {"- rename: vashtoria\n  to: Vastoria\n", strings.Replace(plain, "vashtoria =", "vastoria =", 1), ""},
		"rename, then merge":  {"- rename: karl-lund\n  to: Karl A. Lund\n- merge: [karl-lund, k-lund]\n", "karl-a-lund = K. Lund, Karl Lund, Lund; quay-institute = Quay Institute; ruin = Ruin; vashtoria = Vashtoria", ""},
		"drop":                {"- drop: ruin\n", strings.Replace(plain, "ruin = Ruin; ", "", 1), ""},
		"drop text":           {"- drop:\n  text: Lund\n", strings.Replace(plain, "Karl Lund, Lund", "Karl Lund", 1), ""},
		"drop here":           {"- drop: vashtoria\n  documents: [a.txt]\n", plain, ""},
		"drop elsewhere":      {"- drop: vashtoria\n  documents: [z.txt]\n", plain, "2: drop: there is no document \"z.txt\" any more"},
		"stale":               {"- drop: gone\n", plain, "2: drop: there is no entity \"gone\" any more"},
		"stale text":          {"- drop:\n  text: Gone\n", plain, "2: drop: no name is written \"Gone\" any more"},
		"stale split":         {"- split: ruin\n  forms: [Gone]\n  as: X\n", plain, "2: split: nothing of \"ruin\" is written so, or stands in these documents"},
		"split of all":        {"- split: ruin\n  forms: [Ruin]\n  as: X\n", plain, "2: split: that is all of \"ruin\"; rename it instead"},
		"merge twice":         {"- merge: [karl-lund, k-lund]\n- merge: [karl-lund, k-lund]\n", "karl-lund = K. Lund, Karl Lund, Lund; quay-institute = Quay Institute; ruin = Ruin; vashtoria = Vashtoria", "3: merge: \"karl-lund\" and \"k-lund\" are one entity already"},
		"two names":           {"- rename: ruin\n  to: Ruine\n- rename: ruin\n  to: Ruina\n", strings.Replace(plain, "ruin =", "ruina =", 1), "4: rename contradicts line 2; the later one counts"},
		"dropped, then named": {"- drop: ruin\n- rename: ruin\n  to: Ruina\n", strings.Replace(plain, "ruin = Ruin; ", "", 1), "3: rename: line 2 has dropped \"ruin\""},
		"split, then merged":  {"- split: karl-lund\n  forms: [Lund]\n  as: Ivar Lund\n- merge: [karl-lund, ivar-lund]\n", plain, "5: merge contradicts the split in line 2; the later one counts"},
	} {
		t.Run(name, func(t *testing.T) {
			corr := parse(t, "corrections:\n"+c.yaml)
			res := resolve.Entities(slices.Values(corpusOf(t, texts...)), corr)
			if got := ents(res.Entities); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if got := problems(res); got != c.problems {
				t.Errorf("problems\n%s\nwant\n%s", got, c.problems)
			}
			if got := problems(&resolve.Resolution{Problems: corr.Check(slices.Values(corpusOf(t, texts...)))}); got != c.problems {
				t.Errorf("check gives other problems: %s", got)
			}
		})
	}
}

func entity(t testing.TB, r *resolve.Resolution, id string) doc.Entity {
	t.Helper()
	for _, e := range r.Entities {
		if e.ID == id {
			return e
		}
	}
	t.Fatalf("no entity %s in %s", id, ents(r.Entities))
	return doc.Entity{}
}

func TestCorrectedFields(t *testing.T) {
	recs := corpusOf(t, "[Karl Lund|PERSON], head of the [Quay Institute|ORG], in [Vashtoria|PLACE]. [Paris|PLACE]. [Ruin|PERSON].")
	res := resolve.Entities(slices.Values(recs), parse(t, `corrections:
  - retype: ruin
    to: ORG
    subtype: band
    comment: They play
    date: 2020-01-02
  - locate: vashtoria
    at: [12.5, -3]
    country: ml
  - locate: paris-fr
    nowhere: true
  - link: karl-lund
    relation: leader_of
    to: quay-institute
    remove: true
  - link: karl-lund
    relation: member_of
    to: ruin
`))
	if p := problems(res); p != "" {
		t.Error(p)
	}
	if e := entity(t, res, "ruin"); e.Type != doc.Org || e.Subtype != "band" || e.By != "reader" ||
		e.Reasons[len(e.Reasons)-1].Text != "the reader: of another type: They play (2020-01-02)" {
		t.Errorf("ruin %+v", e)
	}
	if e := entity(t, res, "vashtoria"); !e.HasPoint || e.Lat != 12.5 || e.Lon != -3 || e.Country != "ML" {
		t.Errorf("vashtoria %+v", e)
	}
	if e := entity(t, res, "paris-fr"); e.HasPoint || e.Country != "" {
		t.Errorf("paris %+v", e)
	}
	want := []doc.Link{{Relation: "member_of", Entity: "ruin"}}
	if e := entity(t, res, "karl-lund"); !reflect.DeepEqual(e.Links, want) {
		t.Errorf("links %+v", e.Links)
	}
}

// A mention that the reader split off or dropped has its own answer.
func TestMentionsOfCorrected(t *testing.T) {
	recs := corpusOf(t, "[Karl Lund|PERSON] sat. [Lund|PERSON] left. [Ruin|PERSON].")
	res := resolve.Entities(slices.Values(recs), parse(t, "corrections:\n- split: karl-lund\n  forms: [Lund]\n  as: Ivar Lund\n- drop:\n  text: Ruin\n"))
	for text, want := range map[string]string{"": "karl-lund", "Karl Lund": "karl-lund", "Lund": "ivar-lund"} {
		if got := res.Entity("a.txt", 0, text); got != want {
			t.Errorf("%q belongs to %q, want %q", text, got, want)
		}
	}
	if got := res.Entity("a.txt", 1, "Ruin"); got != "" {
		t.Errorf("Ruin belongs to %q", got)
	}
}

// What is said of a document stays with it when it is renamed, by its content,
// and when it is changed, by its path.
func TestCorrectionsFollowDocuments(t *testing.T) {
	recs := corpusOf(t, "[Ruin|PERSON] came. [Karl Lund|PERSON].", "[Vashtoria|PLACE].")
	corr := parse(t, "corrections:\n- drop:\n  text: Ruin\n  documents:\n    - path: a.txt\n      sha256: a.txt\n")
	for name, change := range map[string]func(*resolve.Record){
		"as it was": func(*resolve.Record) {},
		"renamed":   func(r *resolve.Record) { r.Doc = "old/" + r.Doc },
		"changed":   func(r *resolve.Record) { r.Hash = "new " + r.Hash },
	} {
		again := slices.Clone(recs)
		for i := range again {
			change(&again[i])
		}
		res := resolve.Entities(slices.Values(again), corr)
		if got := ents(res.Entities); got != "karl-lund = Karl Lund; vashtoria = Vashtoria" || len(res.Problems) > 0 {
			t.Errorf("%s: %s %s", name, got, problems(res))
		}
	}
}

func TestParseCorrectionsErrors(t *testing.T) {
	for src, want := range map[string]string{
		"corrections: 3":                                      "line 1: corrections: expected a list of items that begin with -",
		"correction:\n- drop: x":                              `line 1: unknown key "correction": expected corrections`,
		"corrections:\n- merge: [a]":                          "line 2: merge: expected a list of two or more entity ids",
		"corrections:\n- drop: a\n- rename: b":                "line 3: rename: expected to with the new name",
		"corrections:\n- drop: a\n  merge: [b]":               "line 3: merge: the item is a drop already: expected one action in an item",
		"corrections:\n- retype: a\n  to: MAN":                "line 2: retype: expected to with PERSON, ORG, GROUP or PLACE",
		"corrections:\n- locate: a\n  at: [91, 0]":            "line 3: at: expected [latitude, longitude] in degrees, as [36.89, 38.35]",
		"corrections:\n- locate: a\n":                         "line 2: locate: expected at with [latitude, longitude], country, or nowhere: true",
		"corrections:\n- link: a\n  relation: likes\n  to: b": "line 2: link: relation: expected leader_of, member_of, part_of, located_in, formerly, affiliate_of, founded_by or author_of",
		"corrections:\n- drop: a\n  text: b":                  "line 2: drop: expected one entity id, or text with the exact string",
		"corrections:\n- split: a\n  as: b":                   "line 2: split: expected as with the name of the new entity, and forms or documents that go to it",
		"corrections:\n- drop: a\n  remove: maybe":            "line 3: remove: expected true or false",
		"corrections:\n- drop: a\n  documents:\n  - {sha: x}": `line 4: unknown key "sha": expected path or sha256`,
		"corrections:\n- frop: a":                             "line 2: unknown key \"frop\"",
		"corrections:\n- drop: [a\n":                          "line 2: not YAML",
		"corrections:\n- 7":                                   "line 2: expected a mapping with one of merge, split, rename, retype, drop, locate or link",
	} {
		c, err := resolve.ParseCorrections([]byte(src))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", src, err, want)
		}
		if c == nil || string(c.Bytes()) != src {
			t.Errorf("%q: the text is lost", src)
		}
	}
	// One bad item does not take the others with it.
	c, err := resolve.ParseCorrections([]byte("corrections:\n- drop: a\n- rename: b\n- drop: c\n"))
	if err == nil || len(c.Entries) != 2 || c.Entries[1].Line != 4 {
		t.Errorf("entries %+v, error %v", c.Entries, err)
	}
}

// Added and taken back, the file is as it was; comments and layout stay.
func TestAppendUndo(t *testing.T) {
	all := []resolve.Correction{
		{Action: resolve.Merge, Entities: []string{"a", "b, c"}, Names: map[string]string{"a": "A: “x”", "b, c": "B"}, Comment: "the same # man", Date: "2020-01-02"},
		{Action: resolve.Split, Entities: []string{"a"}, As: "No", Forms: []string{"yes", "O'Neil, [x]"}, Documents: []resolve.DocumentRef{{Path: "a b.txt", Hash: "00ff"}, {Path: "c.txt"}}},
		{Action: resolve.Rename, Entities: []string{"a"}, To: "1984"},
		{Action: resolve.Retype, Entities: []string{"a"}, To: "ORG", Subtype: "band"},
		{Action: resolve.Drop, Text: "- \"odd\"\t: é", Documents: []resolve.DocumentRef{{Hash: "ab"}}},
		{Action: resolve.Drop, Entities: []string{"true"}},
		{Action: resolve.Locate, Entities: []string{"a"}, Lat: -1.25, Lon: 30, HasPoint: true, Country: "NO", GeoNames: 5},
		{Action: resolve.Locate, Entities: []string{"a"}, Nowhere: true},
		{Action: resolve.Link, Entities: []string{"a"}, Relation: "part_of", To: "b", Remove: true, Comment: "two\nlines"},
	}
	for name, src := range map[string]string{
		"empty":      "",
		"comments":   "# ours\ncorrections:\n    # why\n    - drop: x # here\n\n    - rename: y\n      to: Z\n# the end\n",
		"no end":     "corrections:\n- drop: x",
		"empty list": "corrections: []\n",
	} {
		t.Run(name, func(t *testing.T) {
			c := parse(t, src)
			n := len(c.Entries)
			for i, x := range all {
				if err := c.Append(x); err != nil {
					t.Fatalf("%+v: %v\n%s", x, err, c.Bytes())
				}
				got := c.Entries[n+i]
				got.Line, got.End = 0, 0
				if !reflect.DeepEqual(got, x) {
					t.Fatalf("written and read\n%+v\nwant\n%+v\n%s", got, x, c.Bytes())
				}
			}
			if before := strings.TrimSuffix(strings.TrimSuffix(src, "[]\n"), "\n"); !strings.HasPrefix(string(c.Bytes()), strings.TrimRight(before, " ")) {
				t.Errorf("what was there is changed:\n%s", c.Bytes())
			}
			for range all {
				if err := c.Undo(-1); err != nil {
					t.Fatal(err)
				}
			}
			if len(c.Entries) != n || strings.Count(string(c.Bytes()), "#") != strings.Count(src, "#") {
				t.Errorf("left over:\n%s", c.Bytes())
			}
		})
	}
	c := parse(t, "corrections:\n- drop: a\n# about b\n- drop: b\n- drop: c\n")
	if err := c.Undo(1); err != nil || string(c.Bytes()) != "corrections:\n- drop: a\n# about b\n- drop: c\n" {
		t.Errorf("%v\n%s", err, c.Bytes())
	}
	if err := c.Undo(7); err == nil {
		t.Error("a correction that is not there was taken back")
	}
	if err := c.Append(resolve.Correction{Action: resolve.Merge, Entities: []string{"a"}}); err == nil {
		t.Error("a merge of one was written")
	}
}

// Corrections change nothing but what they name, in whatever order records
// come.
func TestCorrectionsAnyOrder(t *testing.T) {
	recs := corpusOf(t, "[Karl Lund|PERSON] in [Vashtoria|PLACE].", "[Ivar Lund|PERSON] in [Vashtoria|PLACE].", "[Lund|PERSON]")
	corr := parse(t, "corrections:\n- merge: [karl-lund, ivar-lund]\n- split: vashtoria\n  documents: [b.txt]\n  as: New Vashtoria\n")
	want := printed(t, resolve.Entities(slices.Values(recs), corr))
	slices.Reverse(recs)
	if got := printed(t, resolve.Entities(slices.Values(recs), corr)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func FuzzParseCorrections(f *testing.F) {
	for _, s := range []string{"", "corrections:\n- drop: a\n", "corrections:\n- merge: [a, b]\n  names: {a: b}\n", "corrections:\n- locate: a\n  at: [1, 2]\n", "a: &x [*x]", "corrections:\n- drop:\n  text: |\n    a\n    b\n", "{", "\xff", "corrections: {a: b}\n---\nb"} {
		f.Add([]byte(s))
	}
	recs := corpusOf(f, "[Karl Lund|PERSON] in [Vashtoria|PLACE]. [Lund|PERSON].")
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := resolve.ParseCorrections(data)
		if string(c.Bytes()) != string(data) {
			t.Fatal("the text is not kept")
		}
		if err != nil && !strings.HasPrefix(err.Error(), "line ") {
			t.Fatalf("an error without a line: %v", err)
		}
		lines := strings.Count(string(data), "\n") + 1
		for _, e := range c.Entries {
			if e.Line < 1 || e.Line > lines || e.End <= e.Line {
				t.Fatalf("entry at %d to %d of %d lines", e.Line, e.End, lines)
			}
		}
		resolve.Entities(slices.Values(recs), c)
		if err == nil {
			n := len(c.Entries)
			if c.Append(resolve.Correction{Action: resolve.Drop, Text: "x"}) == nil && len(c.Entries) != n+1 {
				t.Fatalf("%d entries after one was added to %d", len(c.Entries), n)
			}
		}
	})
}
