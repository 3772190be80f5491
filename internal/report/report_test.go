package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/record"

	"github.com/govalues/decimal"
)

// hostile is a document whose every text tries to be markup.
func hostile() *doc.Document {
	text := "# <script>alert(1)</script>\n\nMore than 40 of them | came to *Kenya*, the [Bank](x) said.\n"
	at := func(s string) doc.Span {
		i := strings.Index(text, s)
		return doc.Span{Start: i, End: i + len(s)}
	}
	v := decimal.MustParse("40")
	return &doc.Document{
		ID: "a|<b>.txt", Text: text, Meta: doc.Meta{Title: "<script>alert(1)</script>\n`x`", Words: 12},
		Mentions:   []doc.Mention{{Span: at("Kenya"), Type: doc.Place}, {Span: at("Bank"), Type: doc.Org}},
		ReferentOf: []int{0, 1},
		Referents: []doc.Referent{
			{Name: "Kenya", Type: doc.Place, Subtype: "country", Country: "KE", Lat: 1, Lon: 38, HasPoint: true, Mentions: []int{0}, Entity: "kenya"},
			{Name: "Bank|<i>", Type: doc.Org, Mentions: []int{1}, Entity: "bank", Doubt: "two *banks*"}},
		Relations: []doc.Relation{{Kind: "located_in", From: 1, To: 0, Span: at("[Bank](x)")}},
		Claims: []doc.Claim{{
			Figure: doc.Figure{Span: at("More than 40"), Number: at("40"), Low: &v, Value: &v, Bound: doc.MoreThan, Unit: "person", What: "of | them", Pair: -1, Table: -1, Repair: "read *so*"},
			Places: []doc.ClaimPlace{{Name: "Kenya", Role: doc.Destination}}, Source: "the [Bank](x)", SourceReferent: 1, Repeats: -1,
			Context: "More than 40 of them | came to *Kenya*, the [Bank](x) said.",
		}},
		Problems: []doc.Problem{{Span: at("came"), Text: "no <b>word</b>"}},
	}
}

func TestMarkdown(t *testing.T) {
	got := string(Markdown(hostile()))
	for _, want := range []string{"## Who acts", "## Where", "## Which figures", "more than 40", "to Kenya", "1.00, 38.00", "probably", "Figure 1"} {
		if !strings.Contains(got, want) {
			t.Errorf("the report lacks %q:\n%s", want, got)
		}
	}
	for _, bad := range []string{"<script>", "<i>", "<b>", "[Bank](x)", " *Kenya*"} {
		if strings.Contains(got, bad) {
			t.Errorf("%q stands in the report as it was", bad)
		}
	}
	// A row of a table has as many cells as its head.
	for line := range strings.Lines(got) {
		if strings.HasPrefix(line, "| 1 |") {
			if n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"); n != 8 {
				t.Errorf("%d bars in %s", n, line)
			}
		}
	}
}

func TestJSON(t *testing.T) {
	d := hostile()
	b, err := JSON(d, doc.Card{ID: d.ID}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var r wholeJSON
	if err := json.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Mentions) != 2 || len(r.Claims) != 1 || r.Claims[0].Text != "More than 40" || r.Version != record.Version {
		t.Errorf("got %+v", r)
	}
}

func collection() *doc.Collection {
	d := hostile()
	id := record.ClaimID(d.ID, d.Claims[0].Start)
	return &doc.Collection{
		Cards:    []doc.Card{{ID: d.ID, Meta: d.Meta, Claims: 1}},
		Entities: []doc.Entity{{ID: "kenya", Name: "Kenya", Type: doc.Place, Mentions: 1, Documents: []string{d.ID}}},
		Threads:  []doc.Thread{{ID: "t", Topic: "Who <came>", Relation: "conflict", Reason: "no *figure* fits", Sources: 2, Claims: []string{id}}},
		Failures: []doc.Failure{{ID: "b|.txt", Reason: "it is <empty>", Hint: "save it again"}},
		News:     &doc.News{New: []string{"a|<b>.txt"}, Claims: 1},
		Open:     func(string) (*doc.Document, error) { return d, nil },
	}
}

func TestWrite(t *testing.T) {
	dir, c := t.TempDir(), collection()
	f := OpenFolder(dir, nil)
	if err := Write(f, c); err != nil {
		t.Fatal(err)
	}
	manifest, err := f.Finish()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range Names(c) {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil || !bytes.Contains(manifest, []byte("  "+name+"\n")) {
			t.Errorf("%s: %v, or not in the manifest", name, err)
		}
	}
	overview, err := os.ReadFile(filepath.Join(dir, "overview.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"conflict", "Since the last run", "What could not be read", "more than 40", "save it again"} {
		if !strings.Contains(string(overview), want) {
			t.Errorf("the overview lacks %q", want)
		}
	}
	if strings.Contains(string(overview), "<came>") || strings.Contains(string(overview), "<empty>") {
		t.Error("markup of a document stands in the overview")
	}
	again := OpenFolder(dir, manifest)
	if err := Write(again, c); err != nil || again.Written != 0 {
		t.Errorf("the same again writes %d files, %v", again.Written, err)
	}
}

// A folder removes what it wrote and is no longer wanted, and nothing else.
func TestFolder(t *testing.T) {
	dir := t.TempDir()
	put := func(f *Folder, name string) {
		t.Helper()
		if err := f.Put(name, []byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "mine.txt"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	f := OpenFolder(dir, nil)
	put(f, "a.md")
	put(f, "sub/b.md")
	manifest, err := f.Finish()
	if err != nil {
		t.Fatal(err)
	}
	if Missing(dir, manifest) || !Missing(dir, nil) {
		t.Error("what is missing is told wrongly")
	}
	f = OpenFolder(dir, manifest)
	put(f, "a.md")
	if f.Written != 0 {
		t.Error("an equal file was written again")
	}
	if err := os.Remove(filepath.Join(dir, "a.md")); err != nil {
		t.Fatal(err)
	}
	if !Missing(dir, manifest) {
		t.Error("a file that is gone is not missed")
	}
	put(f, "a.md")
	if f.Written != 1 {
		t.Error("a file that is gone was not written again")
	}
	if _, err = f.Finish(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "sub")); !os.IsNotExist(err) {
		t.Errorf("the folder of a removed report is still there: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "mine.txt")); err != nil {
		t.Errorf("a file of the reader's own is gone: %v", err)
	}
	if f := OpenFolder(dir, []byte("-  ../outside\n-  /etc/passwd\n")); len(f.old) != 0 {
		t.Errorf("a manifest reaches outside: %v", f.old)
	}
}

func TestAmount(t *testing.T) {
	n := func(s string) *record.Number { x := record.Number(s); return &x }
	for want, c := range map[string]record.Claim{
		"40,000":                 {Value: n("40000"), Bound: "exact", Kind: "count"},
		"about 1.5":              {Value: n("1.5"), Bound: "approx", Kind: "count"},
		"almost 700":             {Value: n("700"), High: n("700"), Bound: "approx", Kind: "count"},
		"fewer than 100":         {High: n("100"), Bound: "less_than", Kind: "count"},
		"almost two thirds":      {Value: n("0.6667"), High: n("0.6667"), Bound: "approx", Kind: "ratio", Unit: record.Str("ratio"), Number: record.SpanText{Text: "two\nthirds"}},
		"rose by a factor of 3":  {Value: n("3"), Bound: "change", Kind: "change", Direction: record.Str("increase"), Unit: record.Str("ratio"), Number: record.SpanText{Text: "3"}},
		"1 century":              {Value: n("1"), Bound: "exact", Kind: "duration", Unit: record.Str("century")},
		"2 centuries":            {Value: n("2"), Bound: "exact", Kind: "duration", Unit: record.Str("century")},
		"at least 9 days":        {Low: n("9"), Bound: "at_least", Kind: "duration", Unit: record.Str("day")},
		"6 square feet":          {Value: n("6"), Bound: "exact", Kind: "measure", Unit: record.Str("square foot")},
		"about 7 km²":            {Value: n("7"), Bound: "approx", Kind: "measure", Unit: record.Str("km2")},
		"3 kg":                   {Value: n("3"), Bound: "exact", Kind: "measure", Unit: record.Str("kg")},
		"400 ppm":                {Value: n("400"), Bound: "exact", Kind: "measure", Unit: record.Str("ppm")},
		"less than 2 fortnights": {High: n("2"), Bound: "less_than", Kind: "duration", Unit: record.Str("fortnight")},
		"6 to 10 a month":        {Low: n("6"), High: n("10"), Bound: "range", Kind: "count", Per: record.Str("month")},
		"24 or more":             {Low: n("24"), Bound: "at_least", Kind: "count", Vague: true},
		"2 per 100,000 people":   {Value: n("2"), Bound: "exact", Kind: "count", Per: record.Str("100000 people")},
		"3 per 1,000":            {Value: n("3"), Bound: "exact", Kind: "count", Per: record.Str("1000")},
		"15 USD an hour":         {Value: n("15"), Bound: "exact", Kind: "money", Unit: record.Str("USD"), Per: record.Str("hour")},
		"12 tonnes an acre":      {Value: n("12"), Bound: "exact", Kind: "measure", Unit: record.Str("tonne"), Per: record.Str("acre")},
		"7 a user":               {Value: n("7"), Bound: "exact", Kind: "count", Per: record.Str("user")},
		"40 toe":                 {Value: n("40"), Bound: "exact", Kind: "measure", Unit: record.Str("toe")},
		"5 psi":                  {Value: n("5"), Bound: "exact", Kind: "measure", Unit: record.Str("psi")},
		"5 barrels of oil":       {Value: n("5"), Bound: "exact", Kind: "measure", Unit: record.Str("barrel of oil")},
		"9 inches":               {Value: n("9"), Bound: "exact", Kind: "measure", Unit: record.Str("inch")},
		"6 percentage points":    {Value: n("6"), Bound: "exact", Kind: "percent", Unit: record.Str("percentage point")},
		"8‰":                     {Value: n("8"), Bound: "exact", Kind: "percent", Unit: record.Str("permille")},
		"5 times":                {Value: n("5"), Bound: "exact", Kind: "count", Unit: record.Str("time")},
		"50":                     {Value: n("50"), Bound: "exact", Kind: "count", Unit: record.Str("boat")},
		"rose by 40 USD":         {Value: n("40"), Bound: "change", Kind: "change", Direction: record.Str("increase"), Unit: record.Str("USD")},
		"fell by 3 metres":       {Value: n("3"), Bound: "change", Kind: "change", Direction: record.Str("decrease"), Unit: record.Str("metre")},
		"rose by 1 week":         {Value: n("1"), Bound: "change", Kind: "change", Direction: record.Str("increase"), Unit: record.Str("week")},
		"rose by 4 boxes":        {Value: n("4"), Bound: "change", Kind: "change", Direction: record.Str("increase"), Unit: record.Str("box")},
		"rose by 6 km²":          {Value: n("6"), Bound: "change", Kind: "change", Direction: record.Str("increase"), Unit: record.Str("km2")},
		"rose by 7 valleys":      {Value: n("7"), Bound: "change", Kind: "change", Direction: record.Str("increase"), Unit: record.Str("valley")},
		"changed by 8":           {Value: n("8"), Bound: "change", Kind: "change"},
		"fell by 90":             {Value: n("90"), Bound: "change", Kind: "change", Direction: record.Str("decrease"), Unit: record.Str("person")},
		"fell by a third":        {Value: n("0.3333"), Bound: "change", Kind: "change", Direction: record.Str("decrease"), Unit: record.Str("ratio"), Number: record.SpanText{Text: "third"}},
		"rose by two thirds":     {Value: n("0.6667"), Bound: "change", Kind: "change", Direction: record.Str("increase"), Unit: record.Str("ratio"), Number: record.SpanText{Text: "two\nthirds"}},
		"fell by half":           {Value: n("0.5"), Bound: "change", Kind: "change", Direction: record.Str("decrease"), Unit: record.Str("ratio"), Number: record.SpanText{Text: "half"}},
		"fell by 56%":            {Value: n("56"), Bound: "change", Kind: "change", Direction: record.Str("decrease"), Unit: record.Str("percent")},
		"rose by a factor of 4":  {Value: n("4"), Bound: "change", Kind: "change", Direction: record.Str("increase"), Unit: record.Str("fold")},
		"1.2 million USD":        {Value: n("1200000"), Bound: "exact", Kind: "money", Unit: record.Str("USD")},
		"−3 per 100,000 person":  {Value: n("-3"), Bound: "exact", Kind: "count", Per: record.Str("100000 person")},
	} {
		if got := Amount(&c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// The figure stands in bold in its sentence, with the blanks around it, and nothing of
// the sentence is markup.
func TestInSentence(t *testing.T) {
	row := "Lund"
	for want, c := range map[string]record.Claim{
		`Some **40 goats** left the \*old\* mill. (5–13)`: {Start: 5, End: 13, Text: "40 goats", Sentence: "Some 40\ngoats left the *old* mill."},
		`**40** (1–3)`: {Start: 1, End: 3, Text: "40", Sentence: "Some goats."},
		`**40** in row “Lund”, column “” of a table (1–3)`: {Start: 1, End: 3, Text: "40", Sentence: "40", Row: &row},
		`**40** #1 goats (0–2)`:                            {End: 2, Text: "40", Sentence: "40 #1 goats"},
	} {
		if got := inSentence(&c); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestCut(t *testing.T) {
	if got := cut(strings.Repeat("é", 60), 80); !strings.HasSuffix(got, " …") || strings.Contains(got, "\uFFFD") {
		t.Errorf("got %q", got)
	}
}

// wholeJSON is the report of one document in JSON.
type wholeJSON struct {
	Version  int              `json:"version"`
	Document record.Document  `json:"document"`
	Mentions []record.Mention `json:"mentions"`
	Claims   []record.Claim   `json:"claims"`
	Skipped  []skippedJSON    `json:"numbers_not_read"`
}

// What is written a record at a time is what all of it at once would be.
func TestJSONByRecord(t *testing.T) {
	for name, d := range map[string]*doc.Document{
		"empty": fixture(t, "a.txt", "It rained."),
		"full":  fixture(t, "b.txt", "«a:Union & <Sons>» counted «n:40 nurses@2015» in «p:Accra».\nThen «n:50 nurses@2016»."),
	} {
		d.Skipped = append(d.Skipped, doc.Skipped{Span: doc.Span{Start: 0, End: 2}, Reason: "name"})
		card, claims := doc.Card{ID: d.ID, Meta: d.Meta}, record.Claims(d)
		copies := []doc.Copy{{Doc: d.ID, Original: "c.txt"}}
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		if err := e.Encode(wholeJSON{record.Version, record.OfCard(card, copies), record.Mentions(d, copies), claims, []skippedJSON{{0, 2, d.Text[:2], "name"}}}); err != nil {
			t.Fatal(err)
		}
		got, err := JSON(d, card, copies)
		if err != nil || !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, got, want.Bytes())
		}
	}
}

// A document with more figures than have notes marks them all, says so, and has
// each of them in its records.
func TestManyFigures(t *testing.T) {
	var marked strings.Builder
	n := manyFigures + 10
	for i := range n {
		fmt.Fprintf(&marked, "They counted «n:%d nurses».\n", 100+i)
	}
	d := fixture(t, "a.txt", marked.String())
	c, _ := gathered(d)
	p := newPress(t)
	p.write(t, c)
	files := p.files(t)
	page := files[shelvesOf(c).docFile("a.txt")]
	if marks, notes := strings.Count(page, "<mark id="), strings.Count(page, `role="note"`); marks != n || notes != notedMost {
		t.Errorf("%d marks, %d notes", marks, notes)
	}
	if !strings.Contains(page, "The first 2,000 figures have a note beside the text; all 5,010 are marked") {
		t.Error("the page does not say where the others stand")
	}
	whole, err := JSON(d, c.Cards[0], nil)
	if got := files[shelvesOf(c).docBase("a.txt")+".json"]; err != nil || got != string(whole) {
		t.Errorf("the records written one at a time are others (%d and %d bytes)", len(got), len(whole))
	}
	if list := files[shelvesOf(c).docBase("a.txt")+".md"]; !strings.Contains(list, "3,010 more figures stand in claims.csv.") {
		t.Error("the list does not say where the others stand")
	}
}
