package index

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"analyze/internal/doc"

	"github.com/govalues/decimal"
)

// table is a document with a claim in each of n lines.
func table(n int) *doc.Document {
	d := &doc.Document{ID: "big.csv", Meta: doc.Meta{Title: "Wells by village", Date: "2019"}}
	var b strings.Builder
	for i := range n {
		start := b.Len()
		fmt.Fprintf(&b, "village %d\t%d wells\n", i, i)
		v := decimal.MustNew(int64(i), 0)
		at := start + len(fmt.Sprintf("village %d\t", i))
		d.Claims = append(d.Claims, doc.Claim{Figure: doc.Figure{
			Span: doc.Span{Start: at, End: at + len(fmt.Sprint(i))}, Low: &v, High: &v, Value: &v, What: "wells", Unit: "well", Pair: -1, Table: -1, Sentence: -1,
		}, RowLabel: fmt.Sprintf("village %d", i), SourceReferent: -1, Repeats: -1, Context: "wells"})
	}
	d.Text = b.String()
	return d
}

func collectionOf(docs ...*doc.Document) *doc.Collection {
	c := &doc.Collection{}
	for _, d := range docs {
		c.Cards = append(c.Cards, doc.Card{ID: d.ID, Meta: d.Meta, Signature: fmt.Sprint(len(d.Text))})
	}
	c.Open = func(id string) (*doc.Document, error) {
		for _, d := range docs {
			if d.ID == id {
				return d, nil
			}
		}
		return nil, fmt.Errorf("no document %s", id)
	}
	return c
}

// memory is a Writer that keeps records by document, as engines do.
type memory struct {
	records map[string]map[string]Record
	most    int // records handed over at a time
}

func (m *memory) Signatures(context.Context) (map[string]string, error) {
	out := map[string]string{}
	for _, of := range m.records {
		for id, r := range of {
			for _, k := range r.Keys {
				if k.Field == KeySig {
					out[id] = k.Value
				}
			}
		}
	}
	return out, nil
}

func (m *memory) Apply(_ context.Context, changes []Change) error {
	n := 0
	for _, c := range changes {
		if !c.Added {
			m.records[c.Doc] = map[string]Record{}
		}
		for _, r := range c.Records {
			m.records[c.Doc][r.ID] = r
		}
		n += len(c.Records)
	}
	m.most = max(m.most, n)
	return nil
}

func (m *memory) Publish(context.Context) error { return nil }
func (m *memory) Close() error                  { return nil }

// A document with very many claims is handed over in parts, which together are
// what Document gives, and is not looked at again.
func TestUpdateInParts(t *testing.T) {
	d := table(2*BatchRecords + 700)
	m := &memory{records: map[string]map[string]Record{}}
	coll := collectionOf(d)
	for run, want := range []int{1, 0} {
		n, err := Update(context.Background(), m, coll, nil)
		if err != nil || n != want {
			t.Fatalf("run %d: %d documents changed, %v; want %d", run, n, err, want)
		}
	}
	b := NewBuilder(coll)
	list := b.Document(d, b.documentSignature(&coll.Cards[0]))
	if got := m.records[d.ID]; len(got) != len(list) {
		t.Errorf("%d records, want %d", len(got), len(list))
	}
	for _, r := range list {
		if !reflect.DeepEqual(m.records[d.ID][r.ID], r) {
			t.Fatalf("%s is %+v, want %+v", r.ID, m.records[d.ID][r.ID], r)
		}
	}
	if m.most > BatchRecords+len(Passages(d))+2 {
		t.Errorf("%d records at a time", m.most)
	}
}

// What keys gather is the same whether they are looked through or looked up.
func TestKeys(t *testing.T) {
	var k keys
	want := map[string]int{}
	for i := range 5 * fewKeys {
		v := fmt.Sprint(i * 7 % (2 * fewKeys))
		k.add(KeyActor, v)
		k.add(KeyUnit, v)
		want[v]++
	}
	k.add(KeyUnit, "")
	if len(k.list) != 2*len(want) {
		t.Errorf("%d values, want %d", len(k.list), 2*len(want))
	}
	for _, v := range k.list {
		if n := want[v.Value]; v.Field == KeyActor && v.Count != n || v.Field == KeyUnit && v.Count != 1 {
			t.Errorf("%s %s is counted %d times, stands there %d times", v.Field, v.Value, v.Count, n)
		}
	}
}
