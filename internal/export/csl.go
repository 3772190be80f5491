package export

import (
	"io"
	"strconv"
	"strings"

	"analyze/internal/doc"
)

// A cslItem is an item of CSL-JSON (citationstyles.org, csl-data.json).
type cslItem struct {
	ID             string    `json:"id"`
	Type           string    `json:"type"`
	CitationKey    string    `json:"citation-key"`
	Author         []cslName `json:"author,omitempty"`
	Title          string    `json:"title"`
	ContainerTitle string    `json:"container-title,omitempty"`
	Publisher      string    `json:"publisher,omitempty"`
	PublisherPlace string    `json:"publisher-place,omitempty"`
	Issued         *cslDate  `json:"issued,omitempty"`
	Page           string    `json:"page,omitempty"`
	URL            string    `json:"URL,omitempty"`
	Language       string    `json:"language,omitempty"`
	Note           string    `json:"note,omitempty"`
}

type cslName struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type cslDate struct {
	DateParts [][]int `json:"date-parts"`
}

var cslTypes = [...]string{document: "document", webPage: "webpage", journalArticle: "article-journal", newsArticle: "article-newspaper", chapter: "chapter", book: "book"}

// cslJSON writes the bibliography as a list of CSL items.
func cslJSON(w io.Writer, c *doc.Collection, _ string) error {
	list, err := works(c)
	if err != nil {
		return err
	}
	p := &printer{w: w}
	p.print("[")
	for i, o := range list {
		b, err := plain(cslOf(o))
		if err != nil {
			return err
		}
		if i > 0 {
			p.print(",")
		}
		p.print("\n" + b)
	}
	p.print("\n]\n")
	return p.err
}

func cslOf(w *work) *cslItem {
	item := &cslItem{
		ID: w.Key, Type: cslTypes[w.Kind], CitationKey: w.Key, Title: w.Title, ContainerTitle: w.In, Publisher: w.Publisher,
		PublisherPlace: w.Place, Page: w.Pages, URL: w.URL, Language: w.Language, Note: w.note(),
	}
	for _, a := range w.Authors {
		switch given, family := splitName(a); {
		case family == "":
		case given == "":
			item.Author = append(item.Author, cslName{Literal: family})
		default:
			item.Author = append(item.Author, cslName{Family: family, Given: given})
		}
	}
	if parts := dateParts(w.Date); parts != nil {
		item.Issued = &cslDate{[][]int{parts}}
	}
	return item
}

// dateParts are year, month and day of a date, as many as it has.
func dateParts(date string) []int {
	var parts []int
	for f := range strings.SplitSeq(date, "-") {
		n, err := strconv.Atoi(f)
		if err != nil || len(parts) == 3 {
			return nil
		}
		parts = append(parts, n)
	}
	return parts
}
