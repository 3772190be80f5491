package claim_test

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// An example is one passage of testdata with its answers; the README there
// tells the format.
type example struct {
	file, name, date string
	line             int
	text             string
	answers          []answer
}

// An answer is what is right for one marked span.
type answer struct {
	span     doc.Span
	optional bool
	fields   map[string]string
}

// field is an answer's field, "" for null.
func (a answer) field(key string) string { return a.fields[key] }

// matches reports whether got is right for the field; asked is false where any
// answer will do.
func (a answer) matches(key, got string, equal func(want, got string) bool) (right, asked bool) {
	want := a.field(key)
	for _, alt := range strings.Split(want, "|") {
		if alt == "?" {
			return true, want != "?"
		}
		if equal(alt, got) {
			return true, true
		}
	}
	return false, true
}

// examples reads all files of a folder of testdata.
func examples(t testing.TB, dir string) []example {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		list, err := parseExamples(filepath.Base(f), string(b))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, list...)
	}
	return all
}

func parseExamples(file, s string) (all []example, err error) {
	lines := strings.Split(s, "\n")
	for i := 0; i < len(lines); {
		switch l := lines[i]; {
		case l == "" || strings.HasPrefix(l, "#"):
			i++
			continue
		}
		e := example{file: file, line: i + 1}
		for ; i < len(lines) && strings.HasPrefix(lines[i], "@ "); i++ {
			key, value, _ := strings.Cut(lines[i][2:], " ")
			switch key {
			case "date":
				e.date = value
			case "name":
				e.name = value
			default:
				return nil, fmt.Errorf("%s:%d: unknown setting %q", file, i+1, key)
			}
		}
		var text []string
		for ; i < len(lines) && !strings.HasPrefix(lines[i], "= "); i++ {
			text = append(text, lines[i])
		}
		e.strip(strings.Join(text, "\n"))
		n := 0
		for ; i < len(lines) && strings.HasPrefix(lines[i], "= "); i++ {
			if strings.TrimSpace(lines[i][2:]) == "none" {
				continue
			}
			for n < len(e.answers) && e.answers[n].optional {
				n++
			}
			if n >= len(e.answers) {
				return nil, fmt.Errorf("%s:%d: more answers than marks", file, i+1)
			}
			_, fields, _ := strings.Cut(lines[i], " | ")
			e.answers[n].fields = parseFields(fields)
			n++
		}
		all = append(all, e)
	}
	return all, nil
}

// strip takes the marks out of the text and notes where they stood.
func (e *example) strip(s string) {
	var b strings.Builder
	open := 0
	for _, r := range s {
		switch r {
		case '«', '‹':
			open = b.Len()
		case '»', '›':
			e.answers = append(e.answers, answer{span: doc.Span{Start: open, End: b.Len()}, optional: r == '›', fields: map[string]string{}})
		default:
			b.WriteRune(r)
		}
	}
	e.text = b.String()
}

// parseFields reads key=value, values with blanks in quotes; a quoted value may
// be one of several alternatives.
func parseFields(s string) map[string]string {
	m := map[string]string{}
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		key, rest, ok := strings.Cut(s, "=")
		if !ok {
			break
		}
		var value strings.Builder
		i, quoted := 0, false
		for ; i < len(rest) && (quoted || rest[i] != ' '); i++ {
			if rest[i] == '"' {
				quoted = !quoted
				continue
			}
			value.WriteByte(rest[i])
		}
		m[strings.TrimSpace(key)] = value.String()
		s = rest[i:]
	}
	return m
}

// number reads a decimal or a fraction as the README allows.
func number(s string) *big.Rat {
	if s == "" {
		return nil
	}
	r, ok := new(big.Rat).SetString(strings.ReplaceAll(s, ",", ""))
	if !ok {
		return nil
	}
	return r
}
