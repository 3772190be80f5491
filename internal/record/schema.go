package record

import (
	"encoding/json"
	"reflect"
	"slices"
)

// A Kind is a kind of records with a record of it, for its fields.
type Kind struct {
	Name   string
	Sample any
}

// Kinds are the kinds of records, in the order of help.
var Kinds = []Kind{
	{"documents", Document{}}, {"mentions", Mention{}}, {"entities", Entity{}}, {"claims", Claim{}}, {"threads", Thread{}}, {"relations", Relation{}},
}

// An object is an object of JSON; encoding sorts its keys.
type object = map[string]any

// Schema describes the records as JSON Schema (draft 2020-12): one definition a
// kind, each record being one of them. All fields are always there; what is
// unknown is null.
func Schema() ([]byte, error) {
	defs := object{}
	var one []any
	for _, k := range Kinds {
		defs[k.Name] = schemaOf(reflect.TypeOf(k.Sample))
		one = append(one, object{"$ref": "#/$defs/" + k.Name})
	}
	b, err := json.MarshalIndent(object{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"title":       "Records of analyze",
		"description": "What analyze export prints, a record a line. Offsets count bytes of the document's text, half-open.",
		"x-version":   Version,
		"oneOf":       one,
		"$defs":       defs,
	}, "", "  ")
	return append(b, '\n'), err
}

// values are the fields that hold one of a few words.
var values = map[string][]string{
	"Mention.type":     {"PERSON", "ORG", "GROUP", "PLACE"},
	"Entity.type":      {"PERSON", "ORG", "GROUP", "PLACE"},
	"Mention.form":     {"name", "short", "acronym", "adjective"},
	"Alias.form":       {"name", "short", "acronym", "adjective"},
	"Claim.bound":      {"exact", "approx", "at_least", "more_than", "at_most", "up_to", "less_than", "range", "change"},
	"Claim.kind":       {"count", "percent", "ratio", "money", "measure", "duration", "age", "change"},
	"Claim.direction":  {"increase", "decrease"},
	"Claim.place_role": {"origin", "location", "destination"},
	"Thread.relation":  {"conflict", "update", "agree", "differs"},
	"Pair.relation":    {"conflict", "update", "agree", "differs"},
}

func schemaOf(t reflect.Type) object {
	properties, required := object{}, []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		name := f.Tag.Get("json")
		properties[name] = fieldSchema(f.Type, values[t.Name()+"."+name])
		required = append(required, name)
	}
	return object{"type": "object", "properties": properties, "required": required}
}

func fieldSchema(t reflect.Type, words []string) object {
	switch {
	case t.Kind() == reflect.Pointer:
		s := fieldSchema(t.Elem(), words)
		s["type"] = []any{s["type"], "null"}
		if words != nil {
			s["enum"] = append(slices.Clone(s["enum"].([]any)), nil)
		}
		return s
	case t == reflect.TypeFor[Number]():
		return object{"type": "number"}
	case t.Kind() == reflect.Struct:
		return schemaOf(t)
	case t.Kind() == reflect.Slice:
		return object{"type": "array", "items": fieldSchema(t.Elem(), nil)}
	case t.Kind() == reflect.Map:
		return object{"type": "object", "additionalProperties": fieldSchema(t.Elem(), nil)}
	case t.Kind() == reflect.Bool:
		return object{"type": "boolean"}
	case t.Kind() == reflect.Int, t.Kind() == reflect.Int64:
		return object{"type": "integer"}
	}
	s := object{"type": "string"}
	if words != nil {
		var list []any
		for _, w := range words {
			list = append(list, w)
		}
		s["enum"] = list
	}
	return s
}
