package record

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

func TestNum(t *testing.T) {
	for in, want := range map[string]string{"40000": "40000", "4.50": "4.5", "0.1111": "0.1111", "11000000.0": "11000000", "-3": "-3", "0.0": "0"} {
		d := decimal.MustParse(in)
		if got := Num(&d); got.String() != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	if Num(nil) != nil {
		t.Error("nil is no null")
	}
}

func sample() *doc.Document {
	v := decimal.MustParse("40000")
	text := "Up to 40,000 fighters came, \"=cmd\"."
	return &doc.Document{ID: "a.txt", Text: text, Claims: []doc.Claim{{
		Figure:  doc.Figure{Span: doc.Span{Start: 0, End: 21}, Number: doc.Span{Start: 6, End: 12}, High: &v, Value: &v, Bound: doc.UpTo, Unit: "person", What: "fighters", Pair: -1, Table: -1},
		Places:  []doc.ClaimPlace{{Name: "Syria", Role: doc.Destination}, {Name: "Iraq", Role: doc.Destination}, {Name: "France", Role: doc.Origin}},
		Repeats: -1, SourceReferent: -1, Context: text,
	}}}
}

func TestClaimJSON(t *testing.T) {
	var b bytes.Buffer
	if err := NewJSONL(&b).Write(Claims(sample())[0]); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]any{"id": "a.txt#c0", "high": 40000.0, "low": nil, "bound": "up_to", "place": "Iraq;Syria", "place_role": "destination", "source": nil, "thread": nil, "text": "Up to 40,000 fighters"} {
		if v, ok := got[key]; !ok || v != want {
			t.Errorf("%s is %v (there: %v), want %v", key, v, ok, want)
		}
	}
	if !strings.Contains(b.String(), `"high":40000,`) || !strings.Contains(b.String(), `"places_other":[{"place":"France","role":"origin"}]`) {
		t.Errorf("got %s", b.String())
	}
}

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	w, err := NewCSV(&b, Claim{})
	if err != nil {
		t.Fatal(err)
	}
	r := Claims(sample())[0]
	r.What = Str("=HYPERLINK(1)")
	if err := w.Write(r); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	row := map[string]string{}
	for i, name := range rows[0] {
		row[name] = rows[1][i]
	}
	for name, want := range map[string]string{"number.text": "40,000", "number.start": "6", "high": "40000", "low": "", "norm.value": "", "what": "'=HYPERLINK(1)", "places_other": `[{"place":"France","role":"origin"}]`, "estimate": "false"} {
		if got, ok := row[name]; !ok || got != want {
			t.Errorf("column %s is %q (there: %v), want %q", name, got, ok, want)
		}
	}
}

func TestFileName(t *testing.T) {
	seen := map[string]string{}
	for _, id := range []string{"a.txt", "A.txt", "a.md", "a", "x/y.txt", "x-y.txt", "index.txt", "003_3d.txt", "Côte d’Ivoire.md", "", "日本.txt", strings.Repeat("long", 60) + ".txt"} {
		name := DocumentName(id)
		if other, taken := seen[name]; taken {
			t.Errorf("%q and %q are both %q", id, other, name)
		}
		seen[name] = id
		if name == "" || len(name) > 90 || strings.ContainsAny(name, "/. ") || name == "index" {
			t.Errorf("%q gives %q", id, name)
		}
	}
	for id, want := range map[string]string{"003_3d.txt": "003_3d", "returnees-oped.txt": "returnees-oped"} {
		if got := DocumentName(id); got != want {
			t.Errorf("%s: got %q", id, got)
		}
	}
	if got := FileName("islamic-state"); got != "islamic-state" {
		t.Errorf("got %q", got)
	}
}
