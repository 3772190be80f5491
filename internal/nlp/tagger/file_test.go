package tagger

import (
	"bytes"
	"strings"
	"testing"
)

// tinyModel knows three features and two words.
func tinyModel(t testing.TB) *Model {
	t.Helper()
	c, err := ReadClusters(strings.NewReader("lima\t1\t2\t3\nbonn\t4\t5\t6\n"))
	if err != nil {
		t.Fatal(err)
	}
	q := questions{}
	var w word
	w.analyse("Lima", false, c)
	q.ask(tLower, w.lower, 0)
	var weights [Labels]int8
	weights[labelOf(Place, unit)], weights[outside] = 100, -20
	p := Parts{
		Header:   Header{Version: Version, Seed: 4, Sources: []Source{{Name: "made up", Licence: "none", Tokens: 1}}},
		Clusters: c, Unit: 0.05, Keys: q.list, Weights: [][Labels]int8{weights},
	}
	m, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTinyModel(t *testing.T) {
	doc := documentOf("They left Lima .")
	want := "They left «Lima|PLACE» ."
	m := tinyModel(t)
	if got := mark(doc, m.Tag(doc, nil)); got != want {
		t.Errorf("got %s", got)
	}
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	again, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	if got := mark(doc, again.Tag(doc, nil)); got != want {
		t.Errorf("read again: got %s", got)
	}
	if h := again.Header(); h.Seed != 4 || h.Features != 1 || h.Sources[0].Name != "made up" {
		t.Errorf("%+v", h)
	}
	if again.lookup.find(hashString("bonn")) != m.lookup.find(hashString("bonn")) {
		t.Error("the clusters have changed")
	}
}

// Whatever bytes a model is made of, it is refused or it works.
func FuzzParse(f *testing.F) {
	plain, err := tinyModel(f).plain()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(plain)
	f.Add(plain[:len(plain)-3])
	f.Add([]byte{})
	doc := documentOf(article)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := parse(data)
		if err != nil {
			return
		}
		m, err := New(p)
		if err != nil {
			return
		}
		check(t, doc, m.Tag(doc, nil))
	})
}
