package record

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"analyze/internal/doc"

	"pgregory.net/rapid"
)

// Names of files never meet, hold small letters, digits and two signs, and are no
// longer than folders take.
func TestNamesNeverMeet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOfN(rapid.RuneFrom([]rune("aAbé_-./ 1")), 0, 12, -1)
		a, b := letters.Draw(t, "a"), letters.Draw(t, "b")
		for name, of := range map[string]func(string) string{"FileName": FileName, "DocumentName": DocumentName} {
			x, y := of(a), of(b)
			if (x == y) != (a == b) {
				t.Fatalf("%s of %q and %q: %q and %q", name, a, b, x, y)
			}
			if x == "" || len(x) > 90 || strings.Trim(x, "abcdefghijklmnopqrstuvwxyz0123456789_-") != "" || x == "index" {
				t.Fatalf("%s of %q: %q", name, a, x)
			}
		}
	})
	for id, want := range map[string]string{"lund-2014": "lund-2014", "a_b": "a_b"} {
		if got := FileName(id); got != want {
			t.Errorf("%q is written as %q", id, got)
		}
	}
	if got := DocumentName("wire/lund.txt"); !strings.HasPrefix(got, "wire-lund") || got == "wire-lund" {
		t.Errorf("a folder is lost in %q", got)
	}
	if got := DocumentName("lund.txt"); got != "lund" {
		t.Errorf("lund.txt is written as %q", got)
	}
	if got := FileName(strings.Repeat("a", 500)); len(got) > 90 {
		t.Errorf("%d letters", len(got))
	}
}

// What a table program would run is told to be text.
func TestInert(t *testing.T) {
	for in, want := range map[string]string{"=1+1": "'=1+1", "+49": "'+49", "-5": "'-5", "@lund": "'@lund", "\tx": "'\tx", "Lund = 1": "Lund = 1", "": "", "5-7": "5-7"} {
		if got := inert(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// JSON that people read keeps its signs.
func TestPlainJSON(t *testing.T) {
	got, err := plainJSON([]string{"a < b & c", "é"})
	if err != nil || got != `["a < b & c","é"]` {
		t.Errorf("%s %v", got, err)
	}
	if _, err := plainJSON(func() {}); err == nil {
		t.Error("a function is JSON")
	}
}

// Nothing is told by null, and a list by a list.
func TestNothing(t *testing.T) {
	if Str("") != nil || *Str("a") != "a" || Num(nil) != nil {
		t.Error("nothing is something")
	}
	if got := orEmpty(nil); got == nil || len(got) != 0 {
		t.Error("no list is null")
	}
	if got := *degrees(-12.5); got != "-12.5" {
		t.Error(got)
	}
	if got := ClaimID("wire/a.txt", 40); got != "wire/a.txt#c40" {
		t.Error(got)
	}
}

// Both writers give a record a line, and the same again.
func TestWritersTwice(t *testing.T) {
	for name, open := range map[string]func(*bytes.Buffer) Writer{
		"jsonl": func(b *bytes.Buffer) Writer { return NewJSONL(b) },
		"csv": func(b *bytes.Buffer) Writer {
			w, err := NewCSV(b, Mention{})
			if err != nil {
				t.Fatal(err)
			}
			return w
		},
	} {
		var out [2]bytes.Buffer
		for i := range out {
			w := open(&out[i])
			for _, m := range []Mention{{Doc: "a", Text: "Lund, \"the\" town"}, {Doc: "b", Text: "=Lund"}} {
				if err := w.Write(m); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if out[0].String() != out[1].String() {
			t.Errorf("%s: not the same twice", name)
		}
		if got := strings.Count(out[0].String(), "\n"); got != map[string]int{"jsonl": 2, "csv": 3}[name] {
			t.Errorf("%s: %d lines:\n%s", name, got, out[0].String())
		}
	}
}

// A mention is a copy where its passage stands earlier, in its document or in another.
func TestMentionsInCopies(t *testing.T) {
	d := &doc.Document{ID: "b", Text: "Lund Lund Lund", Mentions: []doc.Mention{{Span: doc.Span{Start: 0, End: 4}}, {Span: doc.Span{Start: 5, End: 9}}, {Span: doc.Span{Start: 10, End: 14}}},
		Repeats: []doc.Repeat{{Span: doc.Span{Start: 5, End: 9}}}}
	var got []bool
	for _, m := range Mentions(d, []doc.Copy{{Doc: "b", Original: "a", Span: doc.Span{Start: 10, End: 14}}}) {
		got = append(got, m.Copy)
	}
	if fmt.Sprint(got) != "[false true true]" {
		t.Error(got)
	}
}

func ExampleNewCSV() {
	w, err := NewCSV(os.Stdout, Problem{})
	if err != nil {
		panic(err)
	}
	w.Write(Problem{Start: 4, End: 8, Text: "page 3 is a picture"})
	w.Close()
	// Output:
	// start,end,text
	// 4,8,page 3 is a picture
}

func ExampleNewJSONL() {
	w := NewJSONL(os.Stdout)
	w.Write(Problem{Start: 4, End: 8, Text: "page 3 is a picture"})
	w.Close()
	// Output: {"start":4,"end":8,"text":"page 3 is a picture"}
}

func ExampleFileName() {
	fmt.Println(FileName("port-board"), len(FileName("Port Board")))
	// Output: port-board 17
}
