package record

import (
	"reflect"
	"strings"
	"testing"
)

// Each kind has every field of its JSON once, what is nested under a dotted
// name, and those that may be null are told from those that may not.
func TestFields(t *testing.T) {
	for _, k := range Kinds {
		seen := map[string]bool{}
		for _, f := range Fields(k.Sample) {
			if seen[f.Name] || f.Name == "" || strings.HasSuffix(f.Name, ".") {
				t.Errorf("%s: field %q", k.Name, f.Name)
			}
			seen[f.Name] = true
			if f.Type.Kind() == reflect.Pointer || f.Type.Kind() == reflect.Struct {
				t.Errorf("%s: %s holds %v", k.Name, f.Name, f.Type)
			}
		}
		for name := range decoded(t, k.Sample).(map[string]any) {
			nested := false
			for f := range seen {
				nested = nested || strings.HasPrefix(f, name+".")
			}
			if !seen[name] && !nested {
				t.Errorf("%s: %s is no field", k.Name, name)
			}
		}
	}
	optional := map[string]bool{}
	for _, f := range Fields(Claim{}) {
		optional[f.Name] = f.Optional
	}
	for name, want := range map[string]bool{"id": false, "low": true, "number.start": false, "norm.value": true, "places_other": false, "thread": true} {
		if got, ok := optional[name]; !ok || got != want {
			t.Errorf("%s: there %v, optional %v", name, ok, got)
		}
	}
}

func TestFieldValue(t *testing.T) {
	c := Claim{ID: "a", Number: SpanText{Text: "40"}, Norm: Norm{Unit: Str("m")}}
	got := map[string]string{}
	for _, f := range Fields(c) {
		if v, ok := f.of(reflect.ValueOf(c)); ok && v.Kind() == reflect.String {
			got[f.Name] = v.String()
		}
	}
	for name, want := range map[string]string{"id": "a", "number.text": "40", "norm.unit": "m"} {
		if got[name] != want {
			t.Errorf("%s is %q", name, got[name])
		}
	}
	for _, name := range []string{"low", "norm.value", "thread"} {
		if v, ok := got[name]; ok {
			t.Errorf("%s, which is null, is %q", name, v)
		}
	}
}

func BenchmarkCSV(b *testing.B) {
	r := Claims(sample())[0]
	w, err := NewCSV(discard{}, r)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := w.Write(r); err != nil {
			b.Fatal(err)
		}
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
