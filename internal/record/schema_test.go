package record

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"analyze/internal/doc"
)

// holds reports what of v is not as schema s says; a schema of ours uses no
// more of the language than this.
func holds(s map[string]any, v any, at string) []string {
	var faults []string
	types, ok := s["type"].([]any)
	if !ok {
		types = []any{s["type"]}
	}
	if !slices.Contains(types, any(typeOf(v))) && !(typeOf(v) == "integer" && slices.Contains(types, any("number"))) {
		return []string{fmt.Sprintf("%s is %v, not of %v", at, v, types)}
	}
	if enum, ok := s["enum"].([]any); ok && !slices.Contains(enum, v) {
		faults = append(faults, fmt.Sprintf("%s is %v, not one of %v", at, v, enum))
	}
	switch v := v.(type) {
	case map[string]any:
		properties, _ := s["properties"].(map[string]any)
		for _, name := range asList(s["required"]) {
			if _, ok := v[name.(string)]; !ok {
				faults = append(faults, at+" lacks "+name.(string))
			}
		}
		for name, x := range v {
			if p, ok := properties[name].(map[string]any); ok {
				faults = append(faults, holds(p, x, at+"."+name)...)
			} else if p, ok := s["additionalProperties"].(map[string]any); ok {
				faults = append(faults, holds(p, x, at+"."+name)...)
			} else {
				faults = append(faults, at+" has "+name+", which the schema has not")
			}
		}
	case []any:
		for i, x := range v {
			faults = append(faults, holds(s["items"].(map[string]any), x, fmt.Sprint(at, "[", i, "]"))...)
		}
	}
	return faults
}

func asList(v any) []any {
	list, _ := v.([]any)
	return list
}

func typeOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return "string"
	case bool:
		return "boolean"
	case float64:
		if v == float64(int64(v)) {
			return "integer"
		}
		return "number"
	case []any:
		return "array"
	}
	return "object"
}

func TestSchema(t *testing.T) {
	b, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Version int                       `json:"x-version"`
		Defs    map[string]map[string]any `json:"$defs"`
	}
	if err := json.Unmarshal(b, &s); err != nil || s.Version != Version || len(s.Defs) != len(Kinds) {
		t.Fatalf("%v, version %d, %d kinds", err, s.Version, len(s.Defs))
	}
	c := Claims(sample())[0]
	entity := OfEntity(&doc.Entity{ID: "x", Type: doc.Org, Aliases: []doc.Alias{{Text: "X"}}, Roles: map[string][]string{"a": {"quoted"}}, HasPoint: true, Lat: 1.5, GeoNames: 3})
	thread := OfThread(&doc.Thread{ID: "t", Relation: "agree", Pairs: []doc.Pair{{Relation: "agree"}}, Related: []doc.Related{{Thread: "u"}}})
	for kind, records := range map[string][]any{
		"claims": {c}, "entities": {entity}, "threads": {thread}, "relations": {Relation{Doc: "a"}},
		"mentions":  {Mention{Type: "ORG", Form: "short"}, Mention{Type: "PLACE", Form: "adjective", Entity: Str("x")}},
		"documents": {OfCard(doc.Card{ID: "a", Problems: []doc.Problem{{Text: "x"}}}, []doc.Copy{{Original: "b"}})},
	} {
		for _, r := range records {
			if faults := holds(s.Defs[kind], decoded(t, r), kind); faults != nil {
				t.Error(faults)
			}
		}
	}
	// What is no such record is told.
	c.Bound = "sort of"
	if faults := holds(s.Defs["claims"], decoded(t, c), "claims"); len(faults) != 1 {
		t.Errorf("a bound of no kind: %v", faults)
	}
	if faults := holds(s.Defs["claims"], decoded(t, entity), "claims"); len(faults) == 0 {
		t.Error("an entity is a claim")
	}
}

func decoded(t *testing.T, r any) any {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
