package train

import (
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"strings"
	"testing"

	"analyze/internal/testfile"
)

const featuresFile = "testdata/features.sum"

// TestModelFits holds that the shipped model was trained on what tagging sees now: a
// list, a word table or a rule that the features read may change only together with
// the model. After training, UPDATE=1 writes the sum anew.
func TestModelFits(t *testing.T) {
	samples, _, err := readSets(context.Background(), Config{Data: testfile.Shared(t, "data"), Seed: 1}.filled())
	if err != nil {
		t.Fatal(err)
	}
	sum := fnv.New64a()
	for _, s := range samples {
		for _, sentence := range s.sentences {
			for _, token := range sentence {
				io.WriteString(sum, fmt.Sprint(token, "|"))
			}
		}
		fmt.Fprintln(sum, s.labels)
	}
	got := fmt.Sprintf("%d samples %x\n", len(samples), sum.Sum64())
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(featuresFile, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(featuresFile)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the features are %s, the model was trained on %s: analyze train must make it anew, or the change must stand behind the features", strings.TrimSpace(got), want)
	}
}
