package pipeline

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"analyze/internal/doc"

	"golang.org/x/text/unicode/norm"
)

// agreement is how much of what a text gives its copy in another format gives.
type agreement struct{ words, names, claims float64 }

// Each document of the corpus, saved in every format, reads as its plain text
// does: the same words, names and claims. scripts/formats/make.py writes the
// files into a folder, which FORMATS names.
func TestFormatsAgree(t *testing.T) {
	dir := os.Getenv("FORMATS")
	if dir == "" {
		t.Skip("SKIPPED: FORMATS names no folder; run scripts/formats/make.py OUT and set FORMATS=OUT")
	}
	passes := Passes(Knowledge{})
	files, err := filepath.Glob(filepath.Join(dir, "*.*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", dir, err)
	}
	originals := map[string]*doc.Document{}
	sums, counts := map[string]agreement{}, map[string]int{}
	for _, file := range files {
		name, ext, _ := strings.Cut(filepath.Base(file), ".")
		want := originals[name]
		if want == nil {
			want = analysed(t, filepath.Join("../../corpus", name+".txt"), passes)
			originals[name] = want
		}
		got := analysed(t, file, passes)
		a := agreement{
			shared(wordsOf(want), wordsOf(got)),
			shared(namesOf(want), namesOf(got)),
			shared(claimsOf(want), claimsOf(got)),
		}
		if a.words < 0.98 || a.names < 0.98 || a.claims < 0.98 {
			t.Logf("%s.%s: words %.3f, names %.3f, claims %.3f\n%s%s", name, ext, a.words, a.names, a.claims,
				differences("name", namesOf(want), namesOf(got)), differences("claim", claimsOf(want), claimsOf(got)))
		}
		s := sums[ext]
		sums[ext] = agreement{s.words + a.words, s.names + a.names, s.claims + a.claims}
		counts[ext]++
	}
	for _, ext := range slices.Sorted(maps.Keys(sums)) {
		n, s := float64(counts[ext]), sums[ext]
		t.Logf("%-12s %d files: words %.4f, names %.4f, claims %.4f", ext, counts[ext], s.words/n, s.names/n, s.claims/n)
		if s.words/n < 0.98 || s.names/n < 0.98 || s.claims/n < 0.98 {
			t.Errorf("%s agrees with the plain text by less than 98 %%", ext)
		}
	}
}

func analysed(t *testing.T, file string, passes []*doc.Pass) *doc.Document {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Analyse(filepath.Base(file), "", data, passes)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return d
}

// shared is the share of two counts that they have in common (Dice).
func shared(a, b map[string]int) float64 {
	both, all := 0, 0
	for k, n := range a {
		both += min(n, b[k])
		all += n
	}
	for _, n := range b {
		all += n
	}
	if all == 0 {
		return 1
	}
	return 2 * float64(both) / float64(all)
}

func differences(what string, want, got map[string]int) string {
	var out []string
	for k := range want {
		if n := want[k] - got[k]; n > 0 {
			out = append(out, fmt.Sprintf("  %s missing: %s\n", what, k))
		}
	}
	for k := range got {
		if n := got[k] - want[k]; n > 0 {
			out = append(out, fmt.Sprintf("  %s added: %s\n", what, k))
		}
	}
	slices.SortFunc(out, cmp.Compare[string])
	return strings.Join(out, "")
}

// wordsOf counts the words of the text; bullets are no words, and raised digits
// and compatible forms are what they stand for.
func wordsOf(d *doc.Document) map[string]int {
	m := map[string]int{}
	for i := range d.Blocks {
		if k := &d.Blocks[i]; k.Kind != doc.Boilerplate {
			for _, w := range strings.Fields(norm.NFKC.String(d.Slice(k.Span))) {
				if strings.Trim(w, "-•–") != "" {
					m[w]++
				}
			}
		}
	}
	return m
}

func boilerplate(d *doc.Document, at int) bool {
	for i := range d.Blocks {
		if k := &d.Blocks[i]; k.Start <= at && at < k.End {
			return k.Kind == doc.Boilerplate
		}
	}
	return false
}

func namesOf(d *doc.Document) map[string]int {
	m := map[string]int{}
	for _, n := range d.Mentions {
		if !boilerplate(d, n.Start) {
			m[d.Slice(n.Span)+" "+n.Type.String()]++
		}
	}
	return m
}

func claimsOf(d *doc.Document) map[string]int {
	m := map[string]int{}
	for i := range d.Claims {
		c := &d.Claims[i]
		places := ""
		for _, p := range c.Places {
			places += " " + p.Name
		}
		m[fmt.Sprintf("%s %s in%s at %s", strings.ReplaceAll(strings.Join(strings.Fields(d.Slice(c.Number)), " "), ",", ""), c.Unit, places, c.Time)]++
	}
	return m
}
