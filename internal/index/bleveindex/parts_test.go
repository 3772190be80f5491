package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/index"

	"github.com/govalues/decimal"
)

// counting is a collection of a small document and one with so many claims that
// they are handed over in parts; version tells its texts from others.
func counting(claims int, version string) *doc.Collection {
	c := &doc.Collection{}
	if claims > 0 {
		c.Cards = append(c.Cards, doc.Card{ID: "big.csv", Signature: version})
	}
	c.Cards = append(c.Cards, doc.Card{ID: "small.txt", Signature: "1"})
	c.Open = func(id string) (*doc.Document, error) {
		d := &doc.Document{ID: id, Text: "The wells were counted twice.\n"}
		if id == "small.txt" {
			return d, nil
		}
		text := []byte(d.Text)
		for i := range claims {
			v := decimal.MustNew(int64(i), 0)
			at := len(text)
			text = fmt.Appendf(text, "%d %s\n", i, version)
			d.Claims = append(d.Claims, doc.Claim{Figure: doc.Figure{
				Span: doc.Span{Start: at, End: at + len(fmt.Sprint(i))}, Low: &v, High: &v, Value: &v, What: "wells", Unit: "well", Pair: -1, Table: -1, Sentence: -1,
			}, SourceReferent: -1, Repeats: -1, Context: "wells " + version})
		}
		d.Text = string(text)
		return d, nil
	}
	return c
}

// breaking breaks off at the n-th batch.
type breaking struct {
	*Writer
	n int
}

var errBroken = errors.New("broken off")

func (b *breaking) Apply(ctx context.Context, changes []index.Change) error {
	if b.n--; b.n < 0 {
		return errBroken
	}
	return b.Writer.Apply(ctx, changes)
}

// records are the ids and cards of all that the index in dir holds.
func records(t *testing.T, dir string) map[string]index.Card {
	t.Helper()
	r := opened(t, dir)
	out := map[string]index.Card{}
	for k := range index.Kind(numKinds) {
		found, err := r.Find(context.Background(), index.Search{Kind: k, Node: index.EveryNode{}, Limit: none})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range found.Hits {
			list, err := r.Get(context.Background(), []string{h.ID})
			if err != nil {
				t.Fatal(err)
			}
			out[h.ID] = list[0].Card
		}
	}
	return out
}

// A document that is put in by parts is there wholly or not at all: a run that
// is broken off between them leaves what was published, and the next one ends
// where one from nothing does, whatever has become of the document.
func TestInParts(t *testing.T) {
	many := index.BatchRecords + 500
	for name, next := range map[string]*doc.Collection{
		"smaller": counting(30, "b"), "changed": counting(many+10, "c"), "gone": counting(0, ""),
	} {
		dir, fresh := filepath.Join(t.TempDir(), "index"), filepath.Join(t.TempDir(), "index")
		update := func(dir string, coll *doc.Collection, batches int) error {
			w, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			_, err = index.Update(context.Background(), &breaking{w, batches}, coll, nil)
			return errors.Join(err, w.Close())
		}
		if err := errors.Join(update(dir, counting(40, "a"), 99), update(fresh, next, 99)); err != nil {
			t.Fatal(err)
		}
		before := records(t, dir)
		if err := update(dir, counting(many, "b"), 1); !errors.Is(err, errBroken) {
			t.Fatalf("%s: %v", name, err)
		}
		if got := records(t, dir); !reflect.DeepEqual(got, before) {
			t.Errorf("%s: a broken run leaves %d records, not the %d before", name, len(got), len(before))
		}
		if err := update(dir, next, 99); err != nil {
			t.Fatal(err)
		}
		got, want := records(t, dir), records(t, fresh)
		if len(got) != len(want) {
			t.Errorf("%s: %d records, want %d", name, len(got), len(want))
		}
		for id, card := range want {
			if !reflect.DeepEqual(got[id], card) {
				t.Fatalf("%s: %s is %+v, want %+v", name, id, got[id], card)
			}
		}
	}
}
