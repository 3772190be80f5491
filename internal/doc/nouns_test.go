package doc

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// The word of a token is its repaired form where a pass noted one.
func TestWord(t *testing.T) {
	d := &Document{Text: "prepa-\nration of l,200", Tokens: []Token{{Span: Span{0, 13}, Norm: "preparation"}, {Span: Span{14, 16}}, {Span: Span{17, 22}, Norm: "1,200"}}}
	for i, want := range []string{"preparation", "of", "1,200"} {
		if got := d.Word(i); got != want {
			t.Errorf("token %d is %q, want %q", i, got, want)
		}
	}
	if got := d.Slice(d.Tokens[2].Span); got != "l,200" {
		t.Errorf("as written %q", got)
	}
}

// English is told by the base of the language, and taken for granted.
func TestEnglish(t *testing.T) {
	for tag, want := range map[string]bool{"": true, "en": true, "EN": true, "en-GB": true, "fr": false, "enm": false, "de-CH": false} {
		if got := (&Meta{Language: tag}).English(); got != want {
			t.Errorf("%q: %v", tag, got)
		}
	}
}

// Of the problems of a file those are told as unread that say so.
func TestUnread(t *testing.T) {
	d := &Document{}
	if d.Unread() != "" {
		t.Error("a file without problems was not read")
	}
	d.Problemf(Span{1, 2}, "a quotation is not closed")
	d.Unreadf(Span{3, 4}, "page 3 is a picture")
	d.Unreadf(Span{}, "the rest is locked")
	if got := d.Unread(); got != "page 3 is a picture; the rest is locked" {
		t.Error(got)
	}
	if len(d.Problems) != 3 || d.Problems[0].Unread || d.Problems[1].Span != (Span{3, 4}) {
		t.Error(d.Problems)
	}
}

// What is printed can be read again, and every value has a name of its own.
func TestNames(t *testing.T) {
	for _, m := range []MentionType{Person, Org, Group, Place} {
		if ParseMentionType(m.String()) != m {
			t.Errorf("%v reads %v", m, ParseMentionType(m.String()))
		}
		if m.IsActor() != (m != Place) {
			t.Errorf("%v acts: %v", m, m.IsActor())
		}
	}
	if ParseMentionType("boat") != NoType || NoType.IsActor() {
		t.Error("a boat is a type")
	}
	for kind, names := range map[string][]fmt.Stringer{
		"bounds": {Exact, Approx, AtLeast, MoreThan, AtMost, UpTo, LessThan, Range, Change},
		"kinds":  {Count, Percent, Ratio, Money, Measure, Duration, Age, ChangeKind},
		"roles":  {NoRole, Origin, Location, Destination},
		"forms":  {FullName, ShortName, Acronym, Adjective},
		"blocks": {Body, Title, Heading, Byline, List, Quote, Caption, TableBlock, Footnote, Bibliography, Boilerplate},
	} {
		seen := map[string]bool{}
		for _, n := range names {
			if s := n.String(); seen[s] || strings.ToLower(s) != s {
				t.Errorf("%s: %q stands twice or is in capitals", kind, s)
			} else {
				seen[s] = true
			}
		}
	}
}

// Layers are told by name, each by its own.
func TestLayerNames(t *testing.T) {
	all := Layers(1<<numLayers - 1).String()
	if got := len(strings.Fields(all)); got != numLayers {
		t.Errorf("%d names for %d layers: %s", got, numLayers, all)
	}
	if Layers(0).String() != "" {
		t.Error("no layer has a name")
	}
}

// Documents are opened in the order of the cards; a fault ends the row and is told.
func TestDocuments(t *testing.T) {
	broken := errors.New("damaged")
	c := &Collection{Cards: []Card{{ID: "a"}, {ID: "b"}, {ID: "c"}}, Open: func(id string) (*Document, error) {
		if id == "b" {
			return nil, broken
		}
		return &Document{ID: id}, nil
	}}
	var got []string
	for d, err := range c.Documents() {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, d.ID)
	}
	if s := strings.Join(got, " "); s != "a damaged" {
		t.Error(s)
	}
	for d := range c.Documents() {
		if d.ID != "a" {
			t.Errorf("%s was opened after the reader left", d.ID)
		}
		break
	}
}

// Copies are found by the later document.
func TestCopiesByDocument(t *testing.T) {
	c := &Collection{Copies: []Copy{{Doc: "b", Original: "a"}, {Doc: "c", Original: "a"}, {Doc: "b", Original: "c"}}}
	by := c.CopiesByDocument()
	if len(by) != 2 || len(by["b"]) != 2 || by["b"][0].Original != "a" || by["b"][1].Original != "c" || len(by["a"]) != 0 {
		t.Error(by)
	}
}

// The main role is that of the first place; places of other roles stand apart.
func TestPlaceNamesEmpty(t *testing.T) {
	if names, role := (&Claim{}).PlaceNames(); names != nil || role != NoRole {
		t.Errorf("%v %v of no place", names, role)
	}
	c := &Claim{Places: []ClaimPlace{{Name: "Mali", Role: Location}, {Name: "Chad", Role: Location}, {Name: "Peru", Role: Origin}}}
	if names, role := c.PlaceNames(); strings.Join(names, ";") != "Mali;Chad" || role != Location {
		t.Errorf("%v %v", names, role)
	}
}

func ExampleSpan() {
	name := Span{Start: 4, End: 8}
	d := Document{Text: "The mill burned."}
	fmt.Println(d.Slice(name), name.Len(), name.Contains(Span{5, 7}), name.Overlaps(Span{8, 9}))
	// Output: mill 4 true false
}

func ExampleLayers() {
	fmt.Println(LayerTokens | LayerMentions)
	// Output: tokens mentions
}

func BenchmarkSentenceAt(b *testing.B) {
	d := &Document{}
	for i := range 5000 {
		d.Sentences = append(d.Sentences, Sentence{Span: Span{100 * i, 100*i + 90}})
	}
	for b.Loop() {
		for at := 0; at < 500000; at += 977 {
			d.SentenceAt(at)
		}
	}
}
