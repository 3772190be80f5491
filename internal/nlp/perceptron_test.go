package nlp

import (
	"bytes"
	"encoding/gob"
	"math"
	"testing"

	"github.com/jdkato/prose/v2"

	"analyze/internal/doc"
)

// The weights read by hand are those that encoding/gob reads.
func TestWeightsAsGobReadsThem(t *testing.T) {
	var want map[string]map[string]float64
	b, err := prose.Asset("model/AveragedPerceptron/weights.gob")
	if err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(bytes.NewReader(b)).Decode(&want); err != nil {
		t.Fatal(err)
	}
	g, err := asset("weights")
	if err != nil {
		t.Fatal(err)
	}
	n := g.count()
	if n != len(want) {
		t.Fatalf("%d features, want %d", n, len(want))
	}
	for range n {
		name := string(g.bytes())
		row := want[name]
		if k := g.count(); k != len(row) {
			t.Fatalf("%q has %d weights, want %d", name, k, len(row))
		}
		for range row {
			tag := string(g.bytes())
			if w := g.float(); w != row[tag] {
				t.Fatalf("%q %s is %v, want %v", name, tag, w, row[tag])
			}
		}
	}
	if g.err != nil || len(g.b) != 0 {
		t.Errorf("%d bytes left, error %v", len(g.b), g.err)
	}
}

// Every feature is filed where it is looked for, with no two under one hash.
func TestWeightsAreFiled(t *testing.T) {
	var want map[string]map[string]float64
	b, _ := prose.Asset("model/AveragedPerceptron/weights.gob")
	if err := gob.NewDecoder(bytes.NewReader(b)).Decode(&want); err != nil {
		t.Fatal(err)
	}
	m := perceptron()
	check := func(feature string, row int32) {
		t.Helper()
		w := want[feature]
		n := 0
		for _, v := range w {
			if math.Round(v*1000) != 0 {
				n++
			}
		}
		got := m.packed[m.rows[row]:m.rows[row+1]]
		if len(got) != n {
			t.Errorf("%q has %d weights, want %d", feature, len(got), n)
		}
		for _, p := range got {
			if name := m.classes[p&63].String(); int32(math.Round(w[name]*1000)) != p>>6 {
				t.Errorf("%q %s is %d, want %v", feature, name, p>>6, w[name])
			}
		}
	}
	word := func(s string) *wordRows { return m.words.at(hashString(s)) }
	check("bias", m.bias)
	check("i word syria", word("syria").this)
	check("i-1 word the", word("the").prev)
	check("i-2 word of", word("of").prev2)
	check("i+1 word said", word("said").next)
	check("i+2 word !YEAR", m.special[wordYear].next2)
	check("i suffix ing", m.suffixes.at(suffixKey([]byte("ing"))).this)
	check("i-1 suffix ed,", m.suffixes.at(suffixKey([]byte("ed,"))).prev)
	check("i+1 suffix ian", m.suffixes.at(suffixKey([]byte("ian"))).next)
	check("i pref1 A", m.firsts['A'])
	check("i-1 tag DT", m.prev[m.classOf[doc.DT]])
	check("i-2 tag -START-", m.prev2[classStart])
	check("i tag+i-2 tag NNP DT", m.tags[m.classOf[doc.NNP]][m.classOf[doc.DT]])
	check("i-1 tag+i word -START- in", *m.pairs.at(pairKey(classStart, hashString("in"))))
	if got := int(m.pairs.n) + m.words.n; got < 30000 {
		t.Errorf("%d words and pairs filed", got)
	}
}

func BenchmarkLoadWeights(b *testing.B) {
	for b.Loop() {
		if _, err := loadWeights(); err != nil {
			b.Fatal(err)
		}
	}
}
