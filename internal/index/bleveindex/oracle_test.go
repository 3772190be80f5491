package bleveindex

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"analyze/internal/index"
)

// An oracle answers searches by looking at every record, in the plainest way.
type oracle struct {
	records []*index.Record // by id
	words   map[*index.Record]map[string][]string
	of      map[string][]*index.Record // by document
	memo    map[string]float64
}

var (
	oracleWords  = strings.Fields("count counts counted counting river rivers bridge harvest harvested council valley captain engine letter police market island winter")
	oracleKeys   = []string{"alpha", "beta", "gamma", "delta", "epsilon"}
	oracleText   = map[index.Kind]string{index.Document: index.FieldText, index.Passage: index.FieldPassage, index.Claim: index.FieldSentence, index.Entity: index.FieldName}
	oracleRanges = map[index.Kind][][2]string{
		index.Document: {{index.NumDateLow, index.NumDateHigh}},
		index.Claim:    {{index.NumLow, index.NumHigh}, {index.NumTimeLow, index.NumTimeHigh}},
		index.Entity:   {{index.NumCount, index.NumCount}},
	}
)

// pick is one of a list, the first ones far more often than the last.
func pick(r *rand.Rand, list []string) string {
	return list[int(float64(len(list))*math.Pow(r.Float64(), 2))]
}

func oracleSentence(r *rand.Rand, n int) string {
	var out []string
	for range n {
		out = append(out, pick(r, oracleWords))
	}
	return strings.Join(out, " ")
}

// oracleRecord makes a record of kind k.
func oracleRecord(r *rand.Rand, k index.Kind, id, doc string) index.Record {
	lang := "en"
	if strings.ContainsAny(doc, "37") {
		lang = "fr"
	}
	out := index.Record{ID: id, Kind: k, Lang: lang, Card: index.Card{Doc: doc, Title: id, Lang: lang}}
	key := func(field, value string, count int) {
		out.Keys = append(out.Keys, index.KeyValue{Field: field, Value: value, Count: count})
	}
	key(index.KeyRecord, k.String(), 0)
	if doc != "" {
		key(index.KeyDoc, doc, 0)
	}
	out.Texts = []index.Text{{Field: oracleText[k], Text: oracleSentence(r, 1+r.IntN(30))}}
	if k == index.Document && r.IntN(3) > 0 {
		out.Texts = append(out.Texts, index.Text{Field: index.FieldTitle, Text: oracleSentence(r, 1+r.IntN(3))})
	}
	if r.IntN(9) == 0 && k != index.Entity {
		key(index.KeyCopy, "another", 0)
	}
	for _, f := range columnFacets[k] {
		if f == index.KeyLanguage {
			key(f, lang, 0)
			continue
		}
		for _, v := range oracleKeys {
			if r.IntN(4) == 0 {
				key(f, v, 1+r.IntN(3))
				if f == index.KeyYear || f == index.KeyFormat {
					break
				}
			}
		}
	}
	for _, low := range oracleRanges[k] {
		if r.IntN(5) > 0 {
			v := float64(r.IntN(60)) / 2
			high := v
			if low[0] != low[1] && r.IntN(3) == 0 {
				high = []float64{v + 4, v + 0.1, math.Inf(1)}[r.IntN(3)]
			}
			out.Numbers = append(out.Numbers, index.NumberValue{Field: low[0], Value: v})
			if low[0] != low[1] {
				out.Numbers = append(out.Numbers, index.NumberValue{Field: low[1], Value: high})
			}
		}
	}
	return out
}

func oracleChange(r *rand.Rand, n int) index.Change {
	doc := fmt.Sprintf("d%04d", n)
	if n%4 == 1 { // stands behind d0000, but its passages' ids before those of that
		doc = fmt.Sprintf("d%04d !", n-1)
	}
	c := index.Change{Doc: doc, Records: []index.Record{oracleRecord(r, index.Document, index.DocumentID(doc), doc)}}
	text := c.Records[0].Texts[0].Text
	ends := []int{-1} // where words end
	for i := range text + " " {
		if i == len(text) || text[i] == ' ' {
			ends = append(ends, i)
		}
	}
	for first := r.IntN(4); first < len(ends)-1 && r.IntN(4) > 0; first += 1 + r.IntN(6) { // some overlap, and some words lie in none
		start, end := ends[first]+1, ends[first+1+r.IntN(len(ends)-1-first)]
		p := oracleRecord(r, index.Passage, fmt.Sprintf("p/%s#%08d", doc, start), doc)
		p.Texts[0].Text, p.Card.Start, p.Card.End = text[start:end], start, end
		c.Records = append(c.Records, p)
	}
	for i := range r.IntN(4) {
		c.Records = append(c.Records, oracleRecord(r, index.Claim, fmt.Sprintf("c/%s/%d", doc, i), doc))
	}
	return c
}

// newOracle fills the index in dir, in several batches with changes and
// removals.
func newOracle(t *testing.T, r *rand.Rand, dir string) *oracle {
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	live := map[string]index.Change{}
	for range 6 {
		var changes []index.Change
		for range 150 {
			c := oracleChange(r, r.IntN(500))
			if r.IntN(8) == 0 {
				c.Records = nil
			}
			if slices.ContainsFunc(changes, func(o index.Change) bool { return o.Doc == c.Doc }) {
				continue
			}
			changes = append(changes, c)
			live[c.Doc] = c
		}
		for range 20 {
			id := index.EntityID(fmt.Sprintf("n%03d", r.IntN(80)))
			if _, ok := live[id]; !ok {
				c := index.Change{Entity: id, Records: []index.Record{oracleRecord(r, index.Entity, id, "")}}
				changes, live[id] = append(changes, c), c
			}
		}
		if err := w.Apply(context.Background(), changes); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Publish(context.Background()), w.Close()); err != nil {
		t.Fatal(err)
	}
	o := &oracle{words: map[*index.Record]map[string][]string{}, of: map[string][]*index.Record{}, memo: map[string]float64{}}
	analyzers := map[string]*index.Analyzer{"en": index.NewAnalyzer("en"), "fr": index.NewAnalyzer("fr")}
	for _, c := range live {
		for i := range c.Records {
			rec := &c.Records[i]
			o.records, o.of[c.Doc], o.words[rec] = append(o.records, rec), append(o.of[c.Doc], rec), map[string][]string{}
			for _, text := range rec.Texts {
				analyzers[rec.Lang].Words(text.Text, func(w index.Word) bool {
					field, word := index.StemmedName(text.Field, rec.Lang), w.Stem
					if index.Schema[text.Field] == index.Plain {
						field, word = text.Field, w.Exact
					}
					o.words[rec][field] = append(o.words[rec][field], word)
					return true
				})
			}
		}
	}
	slices.SortFunc(o.records, func(a, b *index.Record) int { return strings.Compare(a.ID, b.ID) })
	return o
}

func (o *oracle) kind(k index.Kind) (out []*index.Record) {
	for _, r := range o.records {
		if r.Kind == k {
			out = append(out, r)
		}
	}
	return out
}

func keysOf(r *index.Record, field string) (values []string, counts []int) {
	for _, k := range r.Keys {
		if k.Field == field {
			values, counts = append(values, k.Value), append(counts, max(1, k.Count))
		}
	}
	return values, counts
}

func numberOf(r *index.Record, field string) float64 {
	for _, n := range r.Numbers {
		if n.Field == field {
			return n.Value
		}
	}
	return math.NaN()
}

// rarity is the idf of a word among n records of which so many hold it.
func rarity(n, docs int) float64 {
	return math.Log(1 + (float64(n)-float64(docs)+0.5)/(float64(docs)+0.5))
}

// known remembers what costs the oracle much.
func (o *oracle) known(key string, make func() float64) float64 {
	v, ok := o.memo[key]
	if !ok {
		v = make()
		o.memo[key] = v
	}
	return v
}

// bm25 is what a record gets for freq rows of words in a field.
func (o *oracle) bm25(r *index.Record, field string, words []string, weight float64, freq int) float64 {
	sum := 0.0
	for _, w := range words {
		sum += weight * o.known(field+" "+w, func() float64 {
			all, n := 0, 0
			for _, other := range o.kind(r.Kind) {
				if len(o.words[other][field]) > 0 {
					all++
				}
				if slices.Contains(o.words[other][field], w) {
					n++
				}
			}
			return rarity(all, n)
		})
	}
	long := 1.0
	if field != index.FieldName {
		long = 1 - 0.75 + 0.75*float64(len(o.words[r][field]))/o.known(field, func() float64 {
			total, n := 0, 0
			for _, other := range o.kind(r.Kind) {
				if l := len(o.words[other][field]); l > 0 {
					total, n = total+l, n+1
				}
			}
			return float64(total) / float64(n)
		})
	}
	return sum * float64(freq) * 2.5 / (float64(freq) + 1.5*long)
}

func rowsIn(text, row []string) (starts []int) {
	for i := 0; i+len(row) <= len(text); i++ {
		if slices.Equal(text[i:i+len(row)], row) {
			starts = append(starts, i)
		}
	}
	return starts
}

// find reports whether n finds r, and its score.
func (o *oracle) find(n index.Node, r *index.Record) (bool, float64) {
	switch n := n.(type) {
	case index.EveryNode:
		return true, 0
	case index.WordsNode:
		found, score := false, 0.0
		for _, row := range n.Rows {
			if at := rowsIn(o.words[r][row.Field], row.Words); len(at) > 0 {
				found, score = true, score+o.bm25(r, row.Field, row.Words, row.Weight, len(at))
			}
		}
		return found, score
	case index.NearNode:
		freq := 0
		for _, a := range rowsIn(o.words[r][n.Field], n.A) {
			for _, b := range rowsIn(o.words[r][n.Field], n.B) {
				if d := b - a - len(n.A); d >= 0 && d <= n.Distance {
					freq++
				} else if d := a - b - len(n.B); d >= 0 && d <= n.Distance {
					freq++
				}
			}
		}
		if freq == 0 {
			return false, 0
		}
		return true, o.bm25(r, n.Field, slices.Concat(n.A, n.B), n.Weight, freq)
	case index.KeyNode:
		return o.keys(n, r)
	case index.RangeNode:
		l, h := numberOf(r, n.Low), numberOf(r, n.High)
		return h >= n.From && l <= n.To && !(n.Over && h == n.From) && !(n.Under && l == n.To), 0
	case index.CopyNode:
		copies, _ := keysOf(r, index.KeyCopy)
		return len(copies) > 0, 0
	case index.DocsNode:
		found, best := false, 0.0
		for _, other := range o.of[r.Card.Doc] {
			if other.Kind == n.Kind && r.Kind != index.Entity {
				if ok, score := o.find(n.Node, other); ok {
					found, best = true, max(best, score)
				}
			}
		}
		if !n.Scored {
			best = 0
		}
		return found, best
	case index.OrNode:
		found, sum := false, 0.0
		for _, part := range n.Any {
			if ok, score := o.find(part, r); ok {
				found, sum = true, sum+score
			}
		}
		return found, sum
	case index.AndNode:
		return o.and(n, r)
	}
	panic(fmt.Sprintf("%T", n))
}

func (o *oracle) keys(n index.KeyNode, r *index.Record) (found bool, score float64) {
	values, counts := keysOf(r, n.Field)
	for _, v := range n.Values {
		i := slices.Index(values, v)
		if i < 0 {
			continue
		}
		found = true
		if index.Schema[n.Field] == index.Counted {
			score += float64(counts[i]) * 2.5 / (float64(counts[i]) + 1.5) * o.known(n.Field+" "+v, func() float64 {
				holders := 0
				for _, other := range o.records {
					if all, _ := keysOf(other, n.Field); slices.Contains(all, v) {
						holders++
					}
				}
				return 0.5 * rarity(len(o.records), holders)
			})
		}
	}
	return found, score
}

func (o *oracle) and(n index.AndNode, r *index.Record) (bool, float64) {
	sum := 0.0
	for _, part := range n.Must {
		ok, score := o.find(part, r)
		if !ok {
			return false, 0
		}
		sum += score
	}
	for _, part := range n.Filter {
		if ok, _ := o.find(part, r); !ok {
			return false, 0
		}
	}
	for _, part := range n.Not {
		if ok, _ := o.find(part, r); ok {
			return false, 0
		}
	}
	for _, part := range n.Should {
		if ok, score := o.find(part, r); ok {
			sum += score
		}
	}
	return true, sum
}

// A ranked record is one that is found, with what it is sorted by.
type ranked struct {
	record     *index.Record
	score, key float64
}

// search returns all that s finds, in order.
func (o *oracle) search(s index.Search) (out []ranked) {
	for _, r := range o.kind(s.Kind) {
		ok, score := o.find(s.Node, r)
		if !ok {
			continue
		}
		one := ranked{record: r, score: score, key: score}
		switch field := sortColumns[s.Sort][s.Kind]; {
		case field != "":
			one.key = numberOf(r, field)
			if s.Sort == index.Oldest || s.Sort == index.Smallest {
				one.key = -one.key
			}
			if math.IsNaN(one.key) {
				one.key = -math.MaxFloat64
			}
		case s.Sort != index.ByRelevance: // by id, and no score is made
			one.score, one.key = 0, 0
		}
		out = append(out, one)
	}
	slices.SortStableFunc(out, func(a, b ranked) int {
		if a.key != b.key && math.Abs(a.key-b.key) > 1e-9 {
			if a.key > b.key {
				return -1
			}
			return 1
		}
		return 0
	})
	return out
}

func facetOf(list []ranked, field string, size int) []index.Count {
	counts := map[string]int{}
	for _, r := range list {
		values, _ := keysOf(r.record, field)
		for _, v := range values {
			counts[v]++
		}
	}
	out := []index.Count{}
	for _, v := range slices.Sorted(maps.Keys(counts)) {
		if counts[v] > 0 {
			out = append(out, index.Count{Value: v, Count: counts[v]})
		}
	}
	slices.SortStableFunc(out, func(a, b index.Count) int { return b.Count - a.Count })
	return out[:min(len(out), size)]
}

// randomNode makes up a search for records of kind k.
func randomNode(r *rand.Rand, k index.Kind, depth int) index.Node {
	lang := []string{"en", "en", "fr"}[r.IntN(3)]
	stems := func(n int) (out []string) {
		for range n {
			index.NewAnalyzer(lang).Words(pick(r, oracleWords), func(w index.Word) bool {
				if out = append(out, w.Stem); k == index.Entity {
					out[len(out)-1] = w.Exact
				}
				return true
			})
		}
		return out
	}
	field := oracleText[k]
	if k != index.Entity {
		field = index.StemmedName(field, lang)
	}
	kinds := 5
	if depth > 0 {
		kinds = 9
	}
	switch r.IntN(kinds) {
	case 0, 1:
		rows := []index.WordRow{{Field: field, Words: stems(1 + r.IntN(2)*r.IntN(3)), Weight: 1}}
		if k == index.Document && r.IntN(2) == 0 {
			rows = append(rows, index.WordRow{Field: index.StemmedName(index.FieldTitle, lang), Words: rows[0].Words, Weight: 0.25})
		}
		return index.WordsNode{Rows: rows}
	case 2:
		return index.NearNode{Field: field, A: stems(1), B: stems(1 + r.IntN(2)), Distance: r.IntN(5), Weight: 0.5}
	case 3:
		if k == index.Passage {
			return index.EveryNode{}
		}
		f := columnFacets[k][r.IntN(len(columnFacets[k]))]
		var values []string
		for range 1 + r.IntN(2) {
			if v := pick(r, oracleKeys); !slices.Contains(values, v) {
				values = append(values, v)
			}
		}
		return index.KeyNode{Field: f, Values: values}
	case 4:
		return randomRange(r, k)
	case 5, 6:
		return index.OrNode{Any: []index.Node{randomNode(r, k, depth-1), randomNode(r, k, depth-1)}}
	case 7:
		and := index.AndNode{Must: []index.Node{randomNode(r, k, depth-1)}}
		for range r.IntN(3) {
			and.Must = append(and.Must, randomNode(r, k, depth-1))
		}
		if r.IntN(2) == 0 {
			and.Filter = append(and.Filter, randomRange(r, k))
		}
		if r.IntN(3) == 0 {
			and.Not = append(and.Not, randomNode(r, k, depth-1))
		}
		if r.IntN(3) == 0 && k != index.Entity {
			and.Not = append(and.Not, index.CopyNode{})
		}
		if r.IntN(3) == 0 {
			and.Should = append(and.Should, index.NearNode{Field: field, A: stems(1), B: stems(1), Distance: 4, Weight: 0.05})
		}
		return and
	}
	if k == index.Entity {
		return index.EveryNode{}
	}
	other := index.Kind(r.IntN(3))
	return index.DocsNode{Kind: other, Node: randomNode(r, other, depth-1), Scored: r.IntN(2) == 0}
}

func randomRange(r *rand.Rand, k index.Kind) index.Node {
	if len(oracleRanges[k]) == 0 {
		return index.EveryNode{}
	}
	f := oracleRanges[k][r.IntN(len(oracleRanges[k]))]
	from := float64(r.IntN(70))/2 - 2
	n := index.RangeNode{Low: f[0], High: f[1], From: from, To: from + float64(r.IntN(20))/2, Over: r.IntN(3) == 0, Under: r.IntN(3) == 0}
	switch r.IntN(4) {
	case 0:
		n.From, n.Over = math.Inf(-1), false
	case 1:
		n.To, n.Under = math.Inf(1), false
	}
	return n
}

// Searches made up at random, over an index with many segments and removed
// records, find what a look at every record finds: the same hits with the same
// scores, in the same order, the same counts, page by page, on one processor
// and on several.
func TestOracle(t *testing.T) {
	defer func(n int) { parallelCost = n }(parallelCost)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	r := rand.New(rand.NewPCG(11, 12))
	dir := filepath.Join(t.TempDir(), "index")
	o := newOracle(t, r, dir)
	reader, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if n := len(reader.view.parts); n < 2 {
		t.Fatalf("the index has %d segments", n)
	}
	some, none := 0, 0
	for i := range 400 {
		parallelCost = []int{1, 1 << 30}[i%2]
		k := index.Kind(i / 2 % numKinds)
		s := index.Search{Kind: k, Node: randomNode(r, k, 3), Sort: index.Sorts[r.IntN(len(index.Sorts))], Limit: []int{1, 7, 1000}[r.IntN(3)], FacetSize: 1 + r.IntN(5)}
		if r.IntN(2) == 0 {
			s.Facets = columnFacets[k]
		}
		want := o.search(s)
		if len(want) == 0 {
			none++
		} else {
			some++
		}
		if problem := o.compare(reader, s, want); problem != "" {
			t.Fatalf("search %d, %+v: %s", i, s, problem)
		}
	}
	if some < 200 || none < 10 {
		t.Errorf("%d searches find something and %d nothing: they test little", some, none)
	}
}

// compare says how what the reader finds, page by page, differs from what is
// wanted, "" if it does not.
func (o *oracle) compare(reader *Reader, s index.Search, want []ranked) string {
	score := map[string]ranked{}
	for _, w := range want {
		score[w.record.ID] = w
	}
	left := want
	for page := 0; ; page++ {
		got, err := reader.Find(context.Background(), s)
		if err != nil {
			return err.Error()
		}
		if page == 0 {
			if got.Total != len(want) {
				return fmt.Sprintf("%d found, want %d", got.Total, len(want))
			}
			for _, f := range s.Facets {
				if counts := facetOf(want, f, s.FacetSize); !reflect.DeepEqual(got.Facets[f], counts) {
					return fmt.Sprintf("facet %s: %v, want %v", f, got.Facets[f], counts)
				}
			}
		}
		if len(got.Hits) != min(len(left), s.Limit) {
			return fmt.Sprintf("page %d: %d hits, want %d", page, len(got.Hits), min(len(left), s.Limit))
		}
		for i, h := range got.Hits {
			w, ok := score[h.ID]
			if !ok || math.Abs(w.score-h.Score) > 1e-9 || math.Abs(w.key-left[i].key) > 1e-9 {
				return fmt.Sprintf("page %d, hit %d: %+v, want %s (score %v, key %v)", page, i, h, left[i].record.ID, left[i].score, left[i].key)
			}
			if i > 0 && (h.Key > got.Hits[i-1].Key || h.Key == got.Hits[i-1].Key && h.ID <= got.Hits[i-1].ID) {
				return fmt.Sprintf("page %d: %s stands behind %s", page, h.ID, got.Hits[i-1].ID)
			}
			delete(score, h.ID)
		}
		if left = left[len(got.Hits):]; len(left) == 0 {
			return ""
		}
		last := got.Hits[len(got.Hits)-1]
		s.After = &index.Position{Key: last.Key, ID: last.ID}
	}
}

// The lengths that scores are weighed by are those of the oracle's words.
func TestOracleLengths(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	dir := filepath.Join(t.TempDir(), "index")
	o := newOracle(t, r, dir)
	reader, err := OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for _, field := range []string{"text", "text_fr", "title", "title_fr"} {
		total, n := 0, 0
		for _, rec := range o.kind(index.Document) {
			if l := len(o.words[rec][field]); l > 0 {
				total, n = total+l, n+1
			}
		}
		got := reader.size(index.Document, field, columnOf[baseField(field)])
		if want := float64(total) / float64(n); got.records != n || math.Abs(got.average-want) > 1e-9 {
			t.Errorf("%s: %+v, want %d records and %v words", field, got, n, want)
		}
	}
}
