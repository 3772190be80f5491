package record

import (
	"slices"
	"testing"

	"analyze/internal/doc"
)

// A statement of a referent that the reader dropped is no record.
func TestRelations(t *testing.T) {
	d := &doc.Document{
		ID: "a.txt", Text: "Ana leads the Guild of Ghent.",
		Referents: []doc.Referent{{Entity: "ana"}, {Entity: "guild"}, {Entity: ""}},
		Relations: []doc.Relation{
			{Kind: "leader_of", From: 0, To: 1, Span: doc.Span{Start: 0, End: 19}},
			{Kind: "located_in", From: 1, To: 2, Span: doc.Span{Start: 14, End: 28}},
			{Kind: "located_in", From: 7, To: -1, Span: doc.Span{Start: 14, End: 28}},
		},
	}
	want := []Relation{{"a.txt", 0, 19, "Ana leads the Guild", "ana", "leader_of", "guild"}}
	if got := Relations(d); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
