package index

import (
	"math"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
)

func TestPeriod(t *testing.T) {
	day := func(s string, last bool) float64 {
		low, high, ok := Days(s)
		if !ok {
			t.Fatalf("%s is no date", s)
		}
		if last {
			return high
		}
		return low
	}
	for in, want := range map[string][2]float64{
		"2015":            {day("2015-01-01", false), day("2015-12-31", true)},
		"2016-02":         {day("2016-02-01", false), day("2016-02-29", true)},
		"1990/2010":       {day("1990-01-01", false), day("2010-12-31", true)},
		"2011/..":         {day("2011-01-01", false), day("2017-06-30", true)},
		"2018/..":         {day("2018-01-01", false), math.Inf(1)},
		"../2010":         {math.Inf(-1), day("2010-12-31", true)},
		"2013;2015-05":    {day("2013-01-01", false), day("2015-05-31", true)},
		"2012-01/2012-06": {day("2012-01-01", false), day("2012-06-30", true)},
	} {
		low, high, ok := Period(in, "2017-06")
		if !ok || low != want[0] || high != want[1] {
			t.Errorf("%s: got %v-%v, %v, want %v", in, low, high, ok, want)
		}
	}
	low, high, ok := Period("P18M", "2017-06")
	if !ok || high != day("2017-06-30", true) || high-low < 540 || high-low > 550 {
		t.Errorf("a window: %v-%v, %v", low, high, ok)
	}
	for _, bad := range []string{"", "soon", "2015/2010", "P18M"} {
		published := "2017"
		if bad == "P18M" {
			published = ""
		}
		if _, _, ok := Period(bad, published); ok {
			t.Errorf("%q is a period", bad)
		}
	}
}

// Passages cover all that is not blank, in order, and overlap by a sentence at
// most.
func TestPassages(t *testing.T) {
	sentence := "One of the men who had come from the north said so. "
	d := &doc.Document{}
	for p := range 6 {
		start := len(d.Text)
		for range 1 + 3*p {
			at := len(d.Text)
			d.Text += sentence
			d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: at, End: len(d.Text) - 1}, Block: p})
		}
		d.Blocks = append(d.Blocks, doc.Block{Span: doc.Span{Start: start, End: len(d.Text) - 1}})
		d.Text += "\n\n"
	}
	table := len(d.Text)
	d.Text += strings.Repeat("Name\t12\t13\n", 100)
	d.Blocks = append(d.Blocks, doc.Block{Span: doc.Span{Start: table, End: len(d.Text) - 1}, Kind: doc.TableBlock})
	list := Passages(d)
	end, overlaps := 0, 0
	for i, p := range list {
		if strings.TrimSpace(d.Text[min(end, p.Start):p.Start]) != "" {
			t.Errorf("%q is in no passage", d.Text[end:p.Start])
		}
		if p.Start < end {
			overlaps++
			if end-p.Start > passageMin {
				t.Errorf("passage %d overlaps by %d bytes", i, end-p.Start)
			}
		}
		if p.Len() > passageMax+passageMin {
			t.Errorf("passage %d has %d bytes", i, p.Len())
		}
		end = p.End
	}
	if strings.TrimSpace(d.Text[end:]) != "" || overlaps == 0 {
		t.Errorf("the end is at %d of %d; %d overlaps", end, len(d.Text), overlaps)
	}
	if last := list[len(list)-1]; last.In != doc.TableBlock || last.Start < table {
		t.Errorf("the table is in %+v", last)
	}
	if got := Passages(&doc.Document{Text: "No blocks.\n\nAt all."}); len(got) != 1 || got[0].End != 19 {
		t.Errorf("without blocks: %v", got)
	}
	if got := Passages(&doc.Document{}); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

// The signature of an entity changes with all that is found or shown of it.
func TestSignature(t *testing.T) {
	b := NewBuilder(&doc.Collection{})
	sig := func(e doc.Entity) string {
		r := b.Entity(&e)
		i := slices.IndexFunc(r.Keys, func(k KeyValue) bool { return k.Field == KeySig })
		return r.Keys[i].Value
	}
	base := doc.Entity{ID: "x", Name: "X", Type: doc.Org, Mentions: 1}
	seen := map[string]bool{sig(base): true}
	for _, change := range []func(*doc.Entity){
		func(e *doc.Entity) { e.Name = "Y" }, func(e *doc.Entity) { e.Mentions = 2 }, func(e *doc.Entity) { e.Type = doc.Person },
		func(e *doc.Entity) { e.Aliases = []doc.Alias{{Text: "Z"}} }, func(e *doc.Entity) { e.Key = "k" }, func(e *doc.Entity) { e.Country = "FR" },
	} {
		e := base
		change(&e)
		if s := sig(e); seen[s] {
			t.Errorf("the change to %+v does not show", e)
		} else {
			seen[s] = true
		}
	}
	if !seen[sig(base)] {
		t.Error("signatures differ for the same")
	}
}

// A document is also in those that hold half of it, in however many pieces, not
// in those that quote it.
func TestRepeatedBy(t *testing.T) {
	text := strings.Repeat("word ", 20) // of 99 bytes but for the blank at the end
	of := func(by string, spans ...[2]int) (out []doc.Copy) {
		for _, s := range spans {
			out = append(out, doc.Copy{Doc: by, Original: "a", Of: doc.Span{Start: s[0], End: s[1]}})
		}
		return out
	}
	for name, c := range map[string]struct {
		copies []doc.Copy
		want   string
	}{
		"all of it":         {of("b", [2]int{0, 100}), "b"},
		"a quotation":       {of("b", [2]int{10, 40}), ""},
		"in pieces":         {of("b", [2]int{60, 90}, [2]int{0, 30}), "b"},
		"one piece twice":   {of("b", [2]int{0, 40}, [2]int{0, 40}), ""},
		"two of three":      {slices.Concat(of("d", [2]int{0, 50}), of("b", [2]int{50, 100}), of("c", [2]int{0, 9})), "b d"},
		"of another's text": {[]doc.Copy{{Doc: "b", Original: "c", Of: doc.Span{End: 100}}}, ""},
	} {
		b := NewBuilder(&doc.Collection{Copies: c.copies})
		d := &doc.Document{ID: "a", Text: text}
		if got := strings.Join(b.Document(d, "")[0].Card.Copies, " "); got != c.want {
			t.Errorf("%s: also in %q, want %q", name, got, c.want)
		}
		if name == "all of it" && b.documentSignature(&doc.Card{ID: "a", Signature: "1"}) == NewBuilder(&doc.Collection{}).documentSignature(&doc.Card{ID: "a", Signature: "1"}) {
			t.Error("what repeats a document does not show in its signature")
		}
	}
}

// Every example of the help is a query.
func TestHelp(t *testing.T) {
	for _, p := range QueryHelp {
		for _, e := range p.Examples {
			if _, err := Parse(e.Query); err != nil {
				t.Errorf("%s: %v", e.Query, err)
			}
		}
	}
	if !strings.Contains(HelpText(), QueryHelp[0].Examples[0].Query) {
		t.Error("the help lacks its examples")
	}
}
