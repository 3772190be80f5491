package structure

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// Each line of the text is what the mark at its start says; ‹k› begins the line
// that mark k covers, up to the line's end or the next empty line for a table.
func TestBlocksTakeMarks(t *testing.T) {
	kinds := map[string]doc.MarkKind{"h": doc.MarkHeading, "q": doc.MarkQuote, "l": doc.MarkListItem, "t": doc.MarkTable, "n": doc.MarkNote, "b": doc.MarkBoilerplate, "c": doc.MarkCaption}
	for _, c := range []struct{ text, want string }{
		{"‹h›a long heading that ends like a sentence.\n\nIt is followed by text that is long enough to be a paragraph of its own.", "heading:a long heading that ends like a sentence. | body"},
		{"‹h›Minutes of the harvest committee\n\nThe committee met twice and found that the numbers had not changed at all.\n\n‹h›2. State of play\n\nIt met again in the autumn, when the men had come home, and found the same.", "heading:Minutes of the harvest committee | body | heading 2:State of play | body"},
		{"Text that is long enough to be the first paragraph of this short document.\n\n‹q›We counted them.\n\n‹l›- bread\n‹l›3. water\n\n‹n›1. Field notes.\n\n‹b›Subscribe now", "body | quote:We counted them. | list:bread | list 3:water | footnote 1:Field notes. | boilerplate:Subscribe now"},
		{"Text that is long enough to be the first paragraph of this short document.\n\n‹c›The harvest\n\n‹t›Crop\tWhat was said of it in the village when the men came home in autumn\nRye\tIt was said, by all who were asked, that the rye had not been so poor for years", "body | caption:The harvest | table"},
	} {
		d := &doc.Document{ID: "a.docx"}
		for i, s := range strings.Split(c.text, "‹") {
			if i == 0 {
				d.Text = s
				continue
			}
			key, rest, _ := strings.Cut(s, "›")
			at := len(d.Text)
			d.Text += rest
			end := at + len(strings.TrimRight(rest, "\n"))
			if cut := strings.Index(rest, "\n\n"); cut >= 0 {
				end = at + cut
			}
			d.Marks = append(d.Marks, doc.Mark{Span: doc.Span{Start: at, End: end}, Kind: kinds[key], Level: 1})
		}
		if err := Blocks.Run(d); err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range d.Blocks {
			k := &d.Blocks[i]
			s := k.Kind.String()
			if k.Label != "" {
				s += " " + k.Label
			}
			if k.Kind != doc.Body && k.Kind != doc.TableBlock {
				s = fmt.Sprintf("%s:%s", s, d.Slice(k.Text))
			}
			got = append(got, s)
		}
		// A heading that begins the document is its title.
		line := strings.Replace(strings.Join(got, " | "), "title", "heading", 1)
		if line != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, line, c.want)
		}
	}
}
