package report

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"
)

// ledgerRows is how many figures stand on one page of the ledger.
const ledgerRows = 1000

// A ledgerPage is one page of the ledger.
type ledgerPage struct {
	Rows         []template.HTML
	No, Pages    int
	Total        int
	Links        []contextLink
	Kinds, Bound []option
	Docs         []option
}

type option struct {
	Value, Words string
	N            int
}

// A ledgerPager fills the pages of the ledger one after another.
type ledgerPager struct {
	s    *site
	rows []gistRow
	docs []option // of rows, in order
	of   []any    // what the rows come from: keys of documents and places in them
	no   int
}

// add puts figures of a document on the pages; at is the place of the first of
// them in it.
func (l *ledgerPager) add(key, id, title string, at int, rows []gistRow) error {
	for first := 0; first < len(rows); {
		if len(l.rows) == ledgerRows {
			if err := l.put(); err != nil {
				return err
			}
		}
		n := min(len(rows)-first, ledgerRows-len(l.rows))
		l.rows = append(l.rows, rows[first:first+n]...)
		if last := len(l.docs) - 1; last >= 0 && l.docs[last].Value == id {
			l.docs[last].N += n
		} else {
			l.docs = append(l.docs, option{id, title, n})
		}
		l.of = append(l.of, key, at+first, n)
		first += n
	}
	return nil
}

// finish writes the last page.
func (l *ledgerPager) finish() error {
	if len(l.rows) > 0 || l.no == 0 {
		return l.put()
	}
	return nil
}

func (l *ledgerPager) put() error {
	s, no := l.s, l.no
	pages, total := ledgerPages(s.c), totalClaims(s.c)
	name := ledgerFile(no)
	made, err := s.made(name, []any{l.of, no, pages, total}, func() (string, string, string, any, error) {
		p := ledgerPage{No: no + 1, Pages: pages, Total: total, Links: pager(pages, no, func(i int) string { return "../" + ledgerFile(i) })}
		for i := range l.rows {
			p.Rows = append(p.Rows, l.rows[i].HTML)
		}
		p.Kinds = options(l.rows, func(r *gistRow) (string, string) { return r.Kind, r.Kind })
		p.Bound = options(l.rows, func(r *gistRow) (string, string) { return r.Bound, r.BoundWord })
		p.Docs = l.docs
		return "figures", "Figures", "Every figure, with who says it", p, nil
	})
	s.cache.now.Pages[name] = made
	l.no++
	l.rows, l.docs, l.of = l.rows[:0], nil, nil
	return err
}

// pager links the first and last of n pages and those about page no; a gap
// has no link.
func pager(n, no int, file func(int) string) []contextLink {
	if n < 2 {
		return nil
	}
	var links []contextLink
	last := -1
	for i := range n {
		if i > 1 && i < n-2 && (i < no-2 || i > no+2) {
			continue
		}
		if i > last+1 {
			links = append(links, contextLink{Words: "…"})
		}
		last = i
		l := contextLink{Words: strconv.Itoa(i + 1)}
		if i != no {
			l.Href = file(i)
		}
		links = append(links, l)
	}
	return links
}

func options(rows []gistRow, key func(*gistRow) (string, string)) []option {
	at := map[string]int{}
	var list []option
	for i := range rows {
		v, w := key(&rows[i])
		if _, ok := at[v]; !ok {
			at[v] = len(list)
			list = append(list, option{Value: v, Words: w})
		}
		list[at[v]].N++
	}
	slices.SortStableFunc(list, func(a, b option) int { return cmp.Or(b.N-a.N, strings.Compare(a.Value, b.Value)) })
	return list
}
