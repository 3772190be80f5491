package resolve_test

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"sort"
	"strings"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/resolve"
)

// lines reads a file of JSON lines.
func lines[T any](t testing.TB, path string) []T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []T
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var v T
		if err := json.Unmarshal(s.Bytes(), &v); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		all = append(all, v)
	}
	return all
}

var marks = regexp.MustCompile(`\[([^\[\]|]+)\|(PERSON|ORG|GROUP|PLACE|ADJ)((?:\|[^\[\]|]*)?)\]`)

// marked makes a document of text in which names stand as [name|TYPE]; ADJ is
// a demonym used as an adjective, and a third field is the title before it,
// which stands in the text already. A paragraph that begins with a word in
// capitals and a colon that is a kind of block ("TITLE:", "BYLINE:",
// "FOOTNOTE:") is one of these.
func marked(t testing.TB, id, source string) *doc.Document {
	t.Helper()
	var text strings.Builder
	var ms []doc.Mention
	at := 0
	for _, m := range marks.FindAllStringSubmatchIndex(source, -1) {
		text.WriteString(source[at:m[0]])
		n := doc.Mention{By: "test", Score: 1}
		if typ := source[m[4]:m[5]]; typ == "ADJ" {
			n.Type, n.Form = doc.Place, doc.Adjective
		} else {
			n.Type = doc.ParseMentionType(typ)
		}
		n.Start = text.Len()
		text.WriteString(source[m[2]:m[3]])
		n.End = text.Len()
		if title := strings.TrimPrefix(source[m[6]:m[7]], "|"); title != "" {
			end := len(strings.TrimRight(text.String()[:n.Start], " "))
			n.Title = doc.Span{Start: end - len(title), End: end}
		}
		ms = append(ms, n)
		at = m[1]
	}
	text.WriteString(source[at:])
	return build(t, id, text.String(), ms)
}

var kinds = map[string]doc.BlockKind{"TITLE:": doc.Title, "BYLINE:": doc.Byline, "FOOTNOTE:": doc.Footnote, "HEADING:": doc.Heading, "CAPTION:": doc.Caption, "BIBLIOGRAPHY:": doc.Bibliography}

// build makes a document with blocks, tokens and mentions.
func build(t testing.TB, id, text string, ms []doc.Mention) *doc.Document {
	t.Helper()
	d := &doc.Document{ID: id, Text: text, Hash: id}
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		if strings.TrimSpace(text[at:at+end]) != "" {
			b := doc.Block{Span: doc.Span{Start: at, End: at + end}, Joins: -1, Table: -1}
			for word, k := range kinds {
				if strings.HasPrefix(text[at:], word) {
					b.Kind = k
					b.Start += len(word)
				}
			}
			b.Text = b.Span
			d.Blocks = append(d.Blocks, b)
		}
		at += end + 1
	}
	if err := nlp.Tokens.Run(d); err != nil {
		t.Fatal(err)
	}
	place(d, ms)
	return d
}

// place completes mentions with their tokens, sentences and blocks.
func place(d *doc.Document, ms []doc.Mention) {
	sentence := make([]int, len(d.Tokens))
	for s := range d.Sentences {
		for k := d.Sentences[s].First; k < d.Sentences[s].Last; k++ {
			sentence[k] = s
		}
	}
	for i := range ms {
		m := &ms[i]
		if b := d.BlockAt(m.Start); b >= 0 {
			m.In = d.Blocks[b].Kind
		}
		m.First = sort.Search(len(d.Tokens), func(k int) bool { return d.Tokens[k].End > m.Start })
		m.Last = sort.Search(len(d.Tokens), func(k int) bool { return d.Tokens[k].Start >= m.End })
		if m.First < len(sentence) {
			m.Sentence = sentence[m.First]
		}
	}
	d.Mentions = ms
}

// resolved runs both passes over a document.
func resolved(t testing.TB, d *doc.Document) *doc.Document {
	t.Helper()
	for _, p := range []*doc.Pass{resolve.Local, resolve.Relations} {
		if err := p.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}
