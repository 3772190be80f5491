package compact

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/govalues/decimal"
)

type kind uint8

type span struct{ Start, End int }

type all struct {
	span    // what is embedded and not exported is not written
	Span    span
	Yes     bool
	Int     int
	Small   int8
	Uint    uint32
	Float   float64
	Words   string
	Raw     []byte
	Kinds   []kind
	Names   []string
	Pair    [2]span
	Of      *span
	Amount  *decimal.Decimal
	Exact   decimal.Decimal
	By      map[string]int
	At      map[int][]string
	Amounts map[string]decimal.Decimal
	_       int // what nobody outside sees is not written
}

func full() *all {
	return &all{
		Span: span{-3, 1 << 40}, Yes: true, Int: math.MinInt64, Small: -128, Uint: math.MaxUint32, Float: math.Inf(-1), Words: "Zürich\x00\xff",
		Raw: []byte{}, Kinds: []kind{0, 255}, Names: []string{"a", "", "b", "a"}, Pair: [2]span{{1, 2}, {3, 4}}, Of: &span{5, 6},
		Amount: new(decimal.MustParse("1.50")), Exact: decimal.MustParse("-7"), By: map[string]int{"": 1, "x": -1, "b": 3},
		At: map[int][]string{-1: nil, 2: {}, 1: {"a"}}, Amounts: map[string]decimal.Decimal{"a": decimal.MustParse("0.1")},
	}
}

func encoded(t *testing.T, v any) []byte {
	t.Helper()
	b, err := Append(nil, v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What is written is read as it was: also nothing, and into what holds
// something already.
func TestThereAndBack(t *testing.T) {
	for name, v := range map[string]*all{"all": full(), "zero": {}} {
		got := full()
		if err := Decode(encoded(t, v), got); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !reflect.DeepEqual(got, v) {
			t.Errorf("%s: got  %+v\nwant %+v", name, got, v)
		}
	}
}

func TestSameBytes(t *testing.T) {
	want := encoded(t, full())
	for range 20 { // maps have another order each time
		if got := encoded(t, full()); string(got) != string(want) {
			t.Fatal("two encodings of one value differ")
		}
	}
	if b := encoded(t, full()); string(append([]byte("head"), b...)) != string(func() []byte { b, _ := Append([]byte("head"), full()); return b }()) {
		t.Error("what stands before is not kept, or counts")
	}
}

// A string that comes again takes a byte or two.
func TestStringsOnce(t *testing.T) {
	sentence := strings.Repeat("the same sentence in each figure ", 20)
	once, often := &struct{ S []string }{[]string{sentence}}, &struct{ S []string }{}
	for range 100 {
		often.S = append(often.S, sentence)
	}
	if a, b := len(encoded(t, once)), len(encoded(t, often)); b-a > 200 {
		t.Errorf("99 times a string again take %d bytes", b-a)
	}
	long := &struct{ S []string }{[]string{strings.Repeat("x", internMost+1), "y", "y", strings.Repeat("x", internMost+1)}}
	var got struct{ S []string }
	if err := Decode(encoded(t, long), &got); err != nil || !reflect.DeepEqual(got.S, long.S) {
		t.Errorf("long strings among short: %v", err)
	}
}

// However many strings there are, each is read as it was.
func TestManyStrings(t *testing.T) {
	v := &struct{ S []string }{}
	for i := range 3 * knownMost {
		v.S = append(v.S, fmt.Sprint("s", i), fmt.Sprint("s", i%7))
	}
	var got struct{ S []string }
	if err := Decode(encoded(t, v), &got); err != nil || !reflect.DeepEqual(got.S, v.S) {
		t.Errorf("%d strings, want %d, or others: %v", len(got.S), len(v.S), err)
	}
}

// Some of the fields can be read by themselves, in any order.
func TestPartly(t *testing.T) {
	var part struct {
		Names []string
		Int   int
	}
	if err := Decode(encoded(t, full()), &part); err != nil {
		t.Fatal(err)
	}
	if part.Int != math.MinInt64 || len(part.Names) != 4 || part.Names[3] != "a" {
		t.Errorf("got %+v", part)
	}
}

// Other types are refused, however alike their bytes are.
func TestForeign(t *testing.T) {
	b := encoded(t, &struct{ A, B span }{span{1, 2}, span{3, 4}})
	for name, v := range map[string]any{
		"a field more":          &struct{ A, B, C span }{},
		"another name":          &struct{ A, D span }{},
		"another name within":   &struct{ A struct{ Start, Stop int } }{},
		"another order within":  &struct{ A struct{ End, Start int } }{},
		"another type":          &struct{ A string }{},
		"unsigned":              &struct{ A struct{ Start, End uint } }{},
		"a list of the same":    &struct{ A []span }{},
		"a pointer to the same": &struct{ A *span }{},
	} {
		if err := Decode(b, v); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v, want ErrForeign", name, err)
		}
	}
	var same struct {
		B, A struct{ Start, End int }
	}
	if err := Decode(b, &same); err != nil || same.B.End != 4 {
		t.Errorf("the same by another name of the type: %v, %+v", err, same)
	}
}

// Integers that the field is too small for are refused.
func TestOverflow(t *testing.T) {
	for name, v := range map[string]struct{ of, into any }{
		"int":  {&struct{ A int }{300}, &struct{ A int8 }{}},
		"uint": {&struct{ A uint }{1 << 20}, &struct{ A kind }{}},
	} {
		if err := Decode(encoded(t, v.of), v.into); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v, want ErrForeign", name, err)
		}
	}
}

type ring struct{ Next *ring }

func TestUnfit(t *testing.T) {
	for _, v := range []any{nil, 3, all{}, (*all)(nil), &struct{ F func() }{}, &struct{ C []chan int }{}, &struct{ A any }{}, &ring{}, &struct{ M map[float64]int }{}, &struct{ E []struct{} }{}} {
		if _, err := Append(nil, v); err == nil {
			t.Errorf("%T can be written", v)
		}
		if err := Decode(nil, v); err == nil {
			t.Errorf("%T can be read", v)
		}
	}
}

// However the bytes are damaged, reading them ends with an error or a value.
func FuzzDecode(f *testing.F) {
	b, err := Append(nil, full())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	for _, n := range []int{0, 1, 9, 40, len(b) / 2, len(b) - 1} {
		f.Add(b[:n])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		v := new(all)
		if err := Decode(b, v); err != nil {
			if !errors.Is(err, ErrForeign) {
				t.Fatalf("an error of its own: %v", err)
			}
			return
		}
		again := new(all)
		if err := Decode(encoded(t, v), again); err != nil {
			t.Fatal(err)
		}
		if got, want := fmt.Sprintf("%+v", again), fmt.Sprintf("%+v", v); len(got) != len(want) {
			t.Fatalf("got %s\nwant %s", got, want)
		}
	})
}

// Values do not leak into each other by way of the buffers, however long they
// are.
func TestPack(t *testing.T) {
	type text struct{ Words string }
	large, small := strings.Repeat("x", keptBuffer+1), "y"
	for _, words := range []string{large, small, large + "z", "", small} {
		b, err := Pack(&text{words})
		if err != nil {
			t.Fatal(err)
		}
		var got text
		if err := Unpack(b, &got); err != nil || got.Words != words {
			t.Errorf("%d bytes, want %d, %v", len(got.Words), len(words), err)
		}
		b[len(b)-1] ^= 1 // of the checksum
		if err := Unpack(b, &got); !errors.Is(err, ErrForeign) {
			t.Errorf("damaged: %v", err)
		}
	}
	if _, err := Pack(3); err == nil {
		t.Error("a number is packed by itself")
	}
}

// Every byte of what was written may be lost.
func TestTorn(t *testing.T) {
	b := encoded(t, full())
	for n := range b {
		if err := Decode(b[:n], new(all)); !errors.Is(err, ErrForeign) {
			t.Fatalf("%d of %d bytes: %v", n, len(b), err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	type row struct {
		Span    span
		Context string
		Low     *decimal.Decimal
		Places  []string
	}
	v := &struct{ Rows []row }{}
	low := decimal.MustParse("40000")
	for i := range 10000 {
		v.Rows = append(v.Rows, row{span{i, i + 5}, fmt.Sprint("row ", i/10), &low, []string{"Syria", "Iraq"}})
	}
	bytes, err := Append(nil, v)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(bytes)))
	for b.Loop() {
		if err := Decode(bytes, v); err != nil {
			b.Fatal(err)
		}
	}
}
