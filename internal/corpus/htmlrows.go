package corpus

import (
	"strings"

	"golang.org/x/net/html"
)

// firstRows returns a page without the rows of its tables that stand behind the
// first cells, and how many rows it kept and left out: a tree of a million cells
// takes half a gigabyte. A row within which the bound lies is left out as well,
// unless it is the first of all; of that the first cells are kept.
func firstRows(s string, cells int) (page string, kept, left int) {
	if !manyCells(s, cells) {
		return s, 0, 0
	}
	c := &rowCutter{room: cells}
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(maxText)
	for z.Next() != html.ErrorToken {
		raw := z.Raw()
		if c.tag(raw); !c.skipping {
			c.out = append(c.out, raw...)
		}
	}
	return string(c.out), c.kept, c.left
}

// manyCells reports whether a page may have more cells in tables.
func manyCells(s string, cells int) bool {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '<')
		if i < 0 || at+i+2 >= len(s) {
			return false
		}
		at += i + 1
		if a := s[at] | 0x20; a == 't' {
			if b := s[at+1] | 0x20; b == 'd' || b == 'h' {
				if cells--; cells < 0 {
					return true
				}
			}
		}
	}
}

// A rowCutter writes a page without some of its rows.
type rowCutter struct {
	out        []byte
	room       int  // cells that may still come
	row        int  // where in out the row begins
	tables     int  // that are open
	skipping   bool // to the end of the table
	of         int  // which is the table that is skipped: how many were open
	kept, left int  // rows
}

// tag takes in a token before it is written.
func (c *rowCutter) tag(raw []byte) {
	switch tagName(raw) {
	case "table":
		c.tables++
	case "/table":
		c.skipping = c.skipping && c.tables > c.of
		c.tables = max(0, c.tables-1)
	case "tr":
		switch {
		case c.room <= 0:
			c.left++
			c.skip()
		case !c.skipping:
			c.kept++
			c.row = len(c.out)
		}
	case "td", "th":
		if c.room--; c.room < 0 && !c.skipping {
			if c.kept > 1 {
				c.out, c.kept, c.left = c.out[:c.row], c.kept-1, c.left+1
			}
			c.skip()
		}
	}
}

func (c *rowCutter) skip() {
	if !c.skipping {
		c.skipping, c.of = true, c.tables
	}
}

// tagName is the name of a tag, with a slash before it where it ends an element;
// "" if it is longer than those of tables or if raw is no tag.
func tagName(raw []byte) string {
	if len(raw) < 2 || raw[0] != '<' {
		return ""
	}
	var name [8]byte
	n := 0
	for _, b := range raw[1:] {
		if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		if (b < 'a' || b > 'z') && (b != '/' || n > 0) {
			break
		}
		if n == len(name) {
			return ""
		}
		name[n] = b
		n++
	}
	return string(name[:n])
}
