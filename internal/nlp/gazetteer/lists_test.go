package gazetteer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// rows calls do with the columns of each line of the lists that match pattern.
func rows(t *testing.T, pattern string, do func(where string, cols []string)) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("data", pattern))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no list %s: %v", pattern, err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(b), "\n") {
			if line != "" && !strings.HasPrefix(line, "#") {
				do(filepath.Base(path), strings.Split(line, "\t"))
			}
		}
	}
}

// The embedded file must hold what the lists say: a list that was edited
// without running the recipe fails here.
func TestListsAreEmbedded(t *testing.T) {
	g := Default()
	check := func(where, name, typ string) {
		name, mark, _ := strings.Cut(name, "~")
		if name == "" || mark == "w" {
			return
		}
		for _, m := range g.Lookup(name) {
			if m.Entry.Kind.Type() == typ {
				return
			}
		}
		t.Errorf("%s: %q is not found as %s; run go generate", where, name, typ)
	}
	all := func(pattern string, typ string, columns ...int) {
		rows(t, pattern, func(where string, cols []string) {
			for _, c := range columns {
				if c >= len(cols) {
					continue
				}
				for _, name := range strings.Split(cols[c], "|") {
					check(where, name, typ)
				}
			}
		})
	}
	all("orgs*.tsv", "ORG", 1, 2, 3)
	all("countries.tsv", "PLACE", 1, 5, 6)
	all("regions.tsv", "PLACE", 1, 7)
	all("places.tsv", "PLACE", 0, 3)
	all("groups.tsv", "GROUP", 0, 1, 2)
}

// What holds for every list: valid UTF-8, no stray blanks, no name twice.
func TestListsAreClean(t *testing.T) {
	seen := map[string]string{}
	rows(t, "*.tsv", func(where string, cols []string) {
		line := strings.Join(cols, "\t")
		if !utf8.ValidString(line) || strings.Contains(line, "  ") || strings.Contains(line, "||") || strings.Contains(line, "|\t") {
			t.Errorf("%s: %q", where, line)
		}
		if strings.HasPrefix(where, "orgs") {
			if old, ok := seen[cols[1]]; ok {
				t.Errorf("%s: %q stands in %s as well", where, cols[1], old)
			}
			seen[cols[1]] = where
		}
	})
	if len(seen) < 11000 {
		t.Errorf("only %d organisations", len(seen))
	}
}

// Acronyms of organisations that are words must not match the words.
func TestAcronymsAreNoWords(t *testing.T) {
	g := Default()
	for _, w := range strings.Fields("The who is us it at on an in so or as to be ice mend start aids care raw plan nice mass pace swift shape let bat sec cat Who Is Us It Let Raw Mass Safe Care Plan Ant Start") {
		for _, h := range g.Scan([]string{w}, nil) {
			if m := h.Matches[0]; !m.Weak {
				t.Errorf("%q is taken for %s", w, m.Entry.ID)
			}
		}
	}
}
