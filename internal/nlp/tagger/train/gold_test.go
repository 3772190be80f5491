package train

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"analyze/internal/nlp/tagger"
)

// testGold scores a finder on the documents annotated by hand.
func testGold(t *testing.T, find Finder) Scores {
	shared := filepath.Join(*data, "..")
	out := Scores{}
	for _, id := range []string{"003", "004"} {
		files, _ := filepath.Glob(filepath.Join(shared, "corpus", id+"_*"))
		text, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		gold := goldNames(t, filepath.Join(shared, "gold", "mentions.jsonl"), id, string(text))
		other := goldNames(t, filepath.Join(shared, "gold", "mentions_optional.jsonl"), id, string(text))
		var optional []Name
		for n := range other {
			optional = append(optional, n)
		}
		var found []Name
		for _, n := range find(string(text)) {
			if n.Type <= tagger.Place {
				n.Start = skipArticle(string(text), n.Start, n.End)
				found = append(found, n)
			}
		}
		var kept []Name
	next:
		for _, n := range found {
			for _, o := range optional {
				if o.Start <= n.Start && n.End <= o.End {
					continue next
				}
			}
			kept = append(kept, n)
		}
		missed, wrong := out.compare(gold, kept)
		if *errs == "gold" {
			for _, n := range missed {
				t.Logf("- %s %q", n.Type, text[n.Start:n.End])
			}
			for _, n := range wrong {
				t.Logf("+ %s %q", n.Type, text[n.Start:n.End])
			}
		}
	}
	return out
}

func goldNames(t *testing.T, file, id, text string) map[Name]bool {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := record{Text: text}
	for in := bufio.NewScanner(f); in.Scan(); {
		var m struct {
			Doc        string
			Start, End int
			Type       string
		}
		json.Unmarshal(in.Bytes(), &m)
		if m.Doc == id {
			r.Entities = append(r.Entities, entity{m.Start, m.End, m.Type})
		}
	}
	if err := r.toBytes(); err != nil {
		t.Fatal(err)
	}
	gold := map[Name]bool{}
	for _, e := range r.Entities {
		ty, _ := tagger.ParseType(e.Type)
		gold[Name{skipArticle(text, e.Start, e.End), e.End, ty}] = true
	}
	return gold
}
