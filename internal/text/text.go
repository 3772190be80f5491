package text

import "strings"

// Clean returns s on one line: control characters gone, runs of blanks and line
// breaks single, as titles and quoted sentences are shown.
func Clean(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || r == 0xa0 || r == 0x2028 || r == 0x2029 }), " ")
}
