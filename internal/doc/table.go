package doc

import "strings"

// RowsTell reports whether the labels of most rows end in a unit in brackets, so that
// they say what is counted and the columns only where or by whom: "Animals owned (TLU)".
func (t *Table) RowsTell() bool {
	told, all := 0, 0
	for i := range t.Rows {
		if len(t.Rows[i].Cells) == 0 {
			continue
		}
		all++
		if endsInUnit(t.Rows[i].Label) {
			told++
		}
	}
	return told > 2 && told*3 >= all*2
}

// endsInUnit reports whether a label ends in a short word or sign in brackets that is
// not the mark of a note.
func endsInUnit(label string) bool {
	open := strings.LastIndexByte(label, '(')
	if open < 1 || !strings.HasSuffix(label, ")") || len(label)-open >= 16 || strings.ContainsAny(label[open:], "0123456789") {
		return false
	}
	n := len(label) - open
	return n > 3 || n == 3 && (label[open+1] >= 'A' && label[open+1] <= 'Z' || label[open+1] == '%' || label[open+1] > 0x7F)
}

// tellers, alone over columns, are those who counted, and not what was counted.
var tellers = map[string]bool{"police": true, "hospital": true, "hospitals": true, "press": true, "media": true, "newspapers": true, "government": true, "ministry": true, "army": true, "military": true,
	"un": true, "united nations": true, "ngo": true, "ngos": true, "unhcr": true, "unicef": true, "who": true, "iom": true, "red cross": true, "party": true, "union": true, "unions": true, "company": true,
	"industry": true, "the ministry": true, "the police": true, "the army": true, "the government": true, "the press": true, "rebels": true, "authorities": true, "officials": true, "coast guard": true,
	"human rights groups": true, "activists": true, "opposition": true, "election commission": true, "observers": true, "customs": true, "employers": true, "regulator": true}

// Tellers reports whether columns of t are headed by those who counted: two or more
// figures of each row stand under such words alone, and under nothing else.
func (t *Table) Tellers() bool {
	filled := make([]bool, len(t.Columns))
	for i := range t.Rows {
		for _, c := range t.Rows[i].Cells {
			if c.Column >= 0 && c.Column < len(filled) {
				filled[c.Column] = true
			}
		}
	}
	n := 0
	for i, f := range filled {
		if !f {
			continue
		}
		if !Teller(t.Columns[i].Header) {
			return false
		}
		n++
	}
	return n > 1
}

// Teller reports whether a header, in lower case, names one who counts and nothing more.
func Teller(header string) bool {
	if open := strings.IndexByte(header, '('); open > 0 {
		header = header[:open]
	}
	return tellers[strings.TrimSpace(header)]
}

// GroupHeader reports whether a header names a group and tells its size, so that the rows
// say what is counted: "messages (n=211)".
func GroupHeader(header string) bool {
	s := strings.ReplaceAll(header, " ", "")
	return strings.Contains(s, "(n=") || strings.Contains(s, ",n=")
}
