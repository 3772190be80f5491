package pipeline

import (
	"reflect"
	"slices"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/thread"
	"analyze/internal/store"

	"github.com/govalues/decimal"
)

func TestNews(t *testing.T) {
	card := func(id, hash string) doc.Card { return doc.Card{ID: id, Hash: hash} }
	before := &gathered{Cards: []doc.Card{card("a", "1"), card("b", "1"), card("c", "1")}, Entities: []doc.Entity{{ID: "x"}, {ID: "y"}}, Threads: []doc.Thread{{ID: "t", Relation: "agree"}}}
	now := &gathered{Cards: []doc.Card{card("a", "1"), card("b", "2"), {ID: "d", Hash: "1", Claims: 4}}, Entities: []doc.Entity{{ID: "y"}, {ID: "z"}}, Threads: []doc.Thread{{ID: "t", Relation: "conflict"}, {ID: "u", Relation: "agree"}}}
	want := &doc.News{New: []string{"d"}, Changed: []string{"b"}, Gone: []string{"c"}, Entities: []string{"z"}, GoneEntities: []string{"x"}, Threads: []string{"t", "u"}, Was: []string{"agree", ""}, Claims: 5, Figures: []string{"b#c3"}}
	if got := news(before, now, []string{"b#c3"}); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := news(nil, now, nil); got != nil {
		t.Errorf("first run: %+v", got)
	}
	now.News = nil
	before.News = want
	if got := news(before, before, nil); got != want {
		t.Errorf("nothing new: got %+v, want the news of the run before", got)
	}
}

// New figures are those that the document did not state before, wherever in it
// they stood; documents that are new or as they were have none.
func TestNewFigures(t *testing.T) {
	st, err := store.Lock(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	stated := func(id, n, what string) thread.Record {
		v := decimal.MustParse(n)
		return thread.Record{ID: id, Low: &v, High: &v, Value: &v, What: what}
	}
	old := digest{Card: doc.Card{ID: "a"}, Claims: []thread.Record{stated("a#c1", "3", "ships"), stated("a#c9", "4", "men")}}
	if err := st.Put(store.Digests, "old", &old); err != nil {
		t.Fatal(err)
	}
	c := &collector{store: st, keys: []string{"new", "same", "lost", "fresh"}}
	for i, g := range []digest{
		{Card: doc.Card{ID: "a"}, Claims: []thread.Record{stated("a#c2", "4", "men"), stated("a#c5", "3", "men"), stated("a#c7", "3", "ships"), stated("a#c8", "3", "ships")}},
		{Card: doc.Card{ID: "b"}, Claims: []thread.Record{stated("b#c1", "9", "men")}},
		{Card: doc.Card{ID: "c"}, Claims: []thread.Record{stated("c#c1", "9", "men")}},
		{Card: doc.Card{ID: "d"}, Claims: []thread.Record{stated("d#c1", "9", "men")}},
	} {
		if err := st.Put(store.Digests, c.keys[i], &g); err != nil {
			t.Fatal(err)
		}
		c.digests = append(c.digests, digest{Card: g.Card})
	}
	before := &gathered{Cards: []doc.Card{{ID: "a"}, {ID: "b"}, {ID: "c"}}, Overlays: []overlay{{Key: "old"}, {Key: "same"}, {Key: "gone"}}}
	got, err := c.newFigures(before)
	if want := []string{"a#c5", "a#c8"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v; want %v", got, err, want)
	}
	if got, err := c.newFigures(nil); got != nil || err != nil {
		t.Errorf("first run: %v, %v", got, err)
	}
}
