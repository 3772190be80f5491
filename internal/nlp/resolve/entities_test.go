package resolve_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/resolve"
)

// corpusOf resolves marked texts, one a document: a.txt, b.txt …
func corpusOf(t testing.TB, texts ...string) []resolve.Record {
	t.Helper()
	var recs []resolve.Record
	for i, s := range texts {
		d := marked(t, string(rune('a'+i))+".txt", s)
		resolved(t, d)
		recs = append(recs, resolve.Records(d)...)
	}
	return recs
}

// ents prints entities as id = aliases.
func ents(es []doc.Entity) string {
	var out []string
	for _, e := range es {
		var as []string
		for _, a := range e.Aliases {
			as = append(as, a.Text)
		}
		s := e.ID + " = " + strings.Join(as, ", ")
		if e.Doubt != "" {
			s += " ? " + e.Doubt
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestEntities(t *testing.T) {
	for name, c := range map[string]struct {
		texts []string
		want  string
	}{
		"same full name":   {[]string{"[Ana Petrova|PERSON] came.", "[Ana Petrova|PERSON] left."}, "ana-petrova = Ana Petrova"},
		"middle name":      {[]string{"[Ana Petrova|PERSON] came.", "[Ana K. Petrova|PERSON] left."}, "ana-k-petrova = Ana K. Petrova, Ana Petrova"},
		"two middle names": {[]string{"[John Smith|PERSON]", "[John A. Smith|PERSON]", "[John B. Smith|PERSON]"}, "john-a-smith = John A. Smith; john-b-smith = John B. Smith; john-smith = John Smith ? may be John A. Smith or John B. Smith"},
		"accents":          {[]string{"[Holger Münch|PERSON]", "[Holger Munch|PERSON]"}, "holger-munch = Holger Munch, Holger Münch"},
		"look alike":       {[]string{"[Ali Hassan|PERSON]", "[Ali Hussein|PERSON]", "[Alia Hassan|PERSON]"}, "ali-hassan = Ali Hassan; ali-hussein = Ali Hussein; alia-hassan = Alia Hassan"},
		"rare nickname":    {[]string{"[Phil Gorrande|PERSON]", "[Philip Gorrande|PERSON]"}, "philip-gorrande = Phil Gorrande, Philip Gorrande"},
		"common nickname":  {[]string{"[Bill Smith|PERSON]", "[William Smith|PERSON]"}, "bill-smith = Bill Smith; william-smith = William Smith"},
		"nickname with evidence": {[]string{"[Bill Smith|PERSON], head of the [Quay Institute|ORG]", "[William Smith|PERSON], head of the [Quay Institute|ORG]", "[Karl Lund|PERSON] of the [Lake Trust|ORG]"},
			"karl-lund = Karl Lund; lake-trust = Lake Trust; quay-institute = Quay Institute; william-smith = Bill Smith, William Smith"},
		"one surname, two": {[]string{"[Karl Brovend|PERSON]", "[Ivar Brovend|PERSON]", "[Brovend|PERSON]"}, "brovend = Brovend ? may be Ivar Brovend or Karl Brovend; ivar-brovend = Ivar Brovend; karl-brovend = Karl Brovend"},
		"rare surname":     {[]string{"[Karl Brovend|PERSON]", "[Karl Brovend|PERSON]", "[Brovend|PERSON]"}, "karl-brovend = Karl Brovend, Brovend"},
		"kings":            {[]string{"[King Abdullah|PERSON]", "[King Abdullah|PERSON]", "[Prince Abdullah|PERSON]"}, "king-abdullah = King Abdullah; prince-abdullah = Prince Abdullah"},
		"kings by title":   {[]string{"King [Abdullah|PERSON|King]", "King [Abdullah|PERSON|King]"}, "abdullah = Abdullah"},
		"former name":      {[]string{"[Jabhat Fatah al-Sham|ORG] (formerly known as [Jabhat al-Nusra|ORG])"}, "jabhat-al-nusra = Jabhat al-Nusra; jabhat-fatah-al-sham = Jabhat Fatah al-Sham"},
		"first names":      {[]string{"[Fatima|PERSON]", "[Fatima|PERSON]"}, "fatima = Fatima; fatima-"},
		"same people, two": {[]string{"[John Smith|PERSON], mayor of the [Leeds Council|ORG]", "[John Smith|PERSON], coach of the [Ohio Bears|ORG]"}, "john-smith = John Smith; john-smith-"},
		"known aliases":    {[]string{"[ISIS|ORG]", "[Daesh|ORG]", "[Islamic State|ORG]"}, "islamic-state = Daesh, ISIS, Islamic State"},
		"acronym":          {[]string{"The [Baltic Grain Export Council|ORG] ([BGEC|ORG]).", "[BGEC|ORG] met. [BGEC|ORG] left."}, "baltic-grain-export-council = BGEC, Baltic Grain Export Council"},
		"acronym of two":   {[]string{"The [Baltic Grain Export Council|ORG] ([BGEC|ORG]).", "The [Black Gold Energy Council|ORG] ([BGEC|ORG]).", "[BGEC|ORG] met."}, "baltic-grain-export-council = BGEC, Baltic Grain Export Council; bgec = BGEC ? may be Baltic Grain Export Council or Black Gold Energy Council; black-gold-energy-council = BGEC, Black Gold Energy Council"},
		"ministries": {[]string{"[Turkey|PLACE]. [Turkey|PLACE]. The [Ministry of Justice|ORG] said.", "[Norway|PLACE]. [Norway|PLACE]. The [Justice Ministry|ORG] said.", "[Norway|PLACE]. [Norway|PLACE]. The [Ministry of Justice|ORG]."},
			"ministry-of-justice-no = Justice Ministry, Ministry of Justice; ministry-of-justice-tr = Ministry of Justice; norway = Norway; turkey = Turkey"},
		"whose ministry": {[]string{"The [Ministry of Health of Uganda|ORG].", "[Uganda|PLACE]. [Uganda|PLACE]. The [Ministry of Health|ORG].", "The [Ugandan Ministry of Health|ORG]."},
			"ministry-of-health-of-uganda = Ministry of Health, Ministry of Health of Uganda, Ugandan Ministry of Health; uganda = Uganda"},
		"spelling":  {[]string{"the [Lake Centre for Labour Studies|ORG]", "the [Lake Center for Labor Studies|ORG]"}, "lake-centre-for-labour-studies = Lake Center for Labor Studies, Lake Centre for Labour Studies"},
		"type":      {[]string{"the [Veltrane Reach|ORG]", "the [Veltrane Reach|PLACE] and [Veltrane Reach|PLACE]"}, "veltrane-reach = Veltrane Reach"},
		"meet":      {[]string{"[Jordan|PERSON] came.", "to [Jordan|PLACE]"}, "jordan = Jordan; jordan-person = Jordan"},
		"adjective": {[]string{"a [French|ADJ] cook"}, "france = "},
	} {
		t.Run(name, func(t *testing.T) {
			res := resolve.Entities(slices.Values(corpusOf(t, c.texts...)), nil)
			got := ents(res.Entities)
			if tail, ok := strings.CutSuffix(c.want, "-"); ok {
				if !strings.HasPrefix(got, tail+"-") || len(res.Entities) < 2 {
					t.Errorf("got  %s\nwant %s…", got, c.want)
				}
			} else if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestEntityFields(t *testing.T) {
	recs := corpusOf(t,
		"[Ana Petrova|PERSON], head of the [Quay Institute|ORG] in [Riga|PLACE], said so. [Petrova|PERSON] left.",
		"[Ana Petrova|PERSON] said so. [Petrova|PERSON] came. [Petrova|PERSON] saw.")
	res := resolve.Entities(slices.Values(recs), nil)
	e := res.Entities[0]
	if e.ID != "ana-petrova" || !reflect.DeepEqual(e.Documents, []string{"a.txt", "b.txt"}) || e.MentionsAll != 5 {
		t.Errorf("entity %+v", e)
	}
	if want := []doc.Alias{{Text: "Petrova", Count: 3}, {Text: "Ana Petrova", Count: 2}}; !reflect.DeepEqual(e.Aliases, want) {
		t.Errorf("aliases %+v", e.Aliases)
	}
	if !reflect.DeepEqual(e.Roles, map[string][]string{"a.txt": {"quoted"}, "b.txt": {"quoted"}}) {
		t.Errorf("roles %v", e.Roles)
	}
	if len(e.Links) != 1 || e.Links[0].Relation != "leader_of" || e.Links[0].Entity != "quay-institute" || e.Links[0].Doc != "a.txt" {
		t.Errorf("links %+v", e.Links)
	}
	if len(e.Reasons) != 1 || e.Reasons[0].Text != "the same name in 2 documents" {
		t.Errorf("reasons %+v", e.Reasons)
	}
	if id := res.Entity("b.txt", 0, ""); id != "ana-petrova" {
		t.Errorf("entity of b.txt's first referent: %q", id)
	}
	if id := res.Entity("c.txt", 0, ""); id != "" {
		t.Errorf("entity of a document that is not there: %q", id)
	}
}

// Mentions in copies are counted apart.
func TestCopies(t *testing.T) {
	d := marked(t, "a.txt", "[Ana Petrova|PERSON] came.\n[Petrova|PERSON] left.\n[Petrova|PERSON] sat.")
	resolved(t, d)
	d.Repeats = []doc.Repeat{{Span: d.Blocks[1].Span}}
	recs := resolve.Records(d, d.Blocks[2].Span)
	e := resolve.Entities(slices.Values(recs), nil).Entities[0]
	if e.Mentions != 1 || e.MentionsAll != 3 {
		t.Errorf("mentions %d of %d, want 1 of 3", e.Mentions, e.MentionsAll)
	}
}

// The gold's ids over both documents.
func TestGoldAcross(t *testing.T) {
	var recs []resolve.Record
	type at struct {
		doc  string
		ref  int
		gold string
	}
	var all []at
	for _, name := range goldDocs {
		d, id, _ := goldDoc(t, name)
		resolved(t, d)
		recs = append(recs, resolve.Records(d)...)
		for i, g := range id {
			if g != "" {
				all = append(all, at{d.ID, d.ReferentOf[i], g})
			}
		}
	}
	res := resolve.Entities(slices.Values(recs), nil)
	var gold, got []string
	for _, a := range all {
		gold = append(gold, a.gold)
		got = append(got, res.Entity(a.doc, a.ref, ""))
	}
	p, r, f := bcubed(gold, got)
	t.Logf("B-cubed over both documents: P %.3f R %.3f F %.3f over %d mentions", p, r, f, len(gold))
	if f < 0.98 {
		t.Errorf("F1 %.3f", f)
	}
}

// print is all of a resolution.
func printed(t testing.TB, r *resolve.Resolution) string {
	t.Helper()
	b, err := json.Marshal(r.Entities)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The entities depend on which documents there are and on nothing else: not on
// the order in which they came, what was there before, or how many processors
// there are. Documents that are added leave the ids of the others alone.
func TestAnyOrder(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for seed := uint64(0); seed < 20; seed++ {
		g := generate(40, 60, seed)
		rng := rand.New(rand.NewPCG(seed, 1))
		var docs [][]resolve.Record
		for recs := range g {
			docs = append(docs, recs)
		}
		in := func(ds [][]resolve.Record) string {
			runtime.GOMAXPROCS(1 + rng.IntN(4))
			var all []resolve.Record
			for _, d := range ds {
				all = append(all, d...)
			}
			return printed(t, resolve.Entities(slices.Values(all), nil))
		}
		want := in(docs)
		for range 3 {
			rng.Shuffle(len(docs), func(a, b int) { docs[a], docs[b] = docs[b], docs[a] })
			if got := in(docs); got != want {
				t.Fatalf("seed %d: another order gives other entities", seed)
			}
		}
		half := docs[:len(docs)/2]
		first := in(half)
		if in(docs) != want || in(half) != first {
			t.Fatalf("seed %d: adding and removing documents leaves a trace", seed)
		}
	}
}

// What is recorded survives being written and read.
func TestRecordsAsJSON(t *testing.T) {
	recs := corpusOf(t, "[Ana Petrova|PERSON], head of the [Quay Institute|ORG] in [Riga|PLACE], said so.")
	b, err := json.Marshal(recs)
	if err != nil {
		t.Fatal(err)
	}
	var again []resolve.Record
	if err := json.Unmarshal(b, &again); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(recs, again) {
		t.Errorf("got  %+v\nwant %+v", again, recs)
	}
}

func TestGroup(t *testing.T) {
	var got []string
	values := func(yield func(string, int) bool) {
		for i, k := range []string{"b", "a", "b"} {
			if !yield(k, i) {
				return
			}
		}
	}
	resolve.Group(values, func(k string, vs []int) { got = append(got, fmt.Sprint(k, vs)) })
	if want := []string{"a[1]", "b[0 2]"}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}
