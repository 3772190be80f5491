package segment

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
)

// A held is a record of a list as a test wants it.
type held struct {
	record uint32
	places []uint32
}

// randomList has n records, with gaps up to gap and up to places places each.
func randomList(r *rand.Rand, n, gap, places int) []held {
	var out []held
	at := uint32(r.IntN(gap))
	for range n {
		h := held{record: at}
		p := uint32(0)
		for range 1 + r.IntN(places) {
			p += 1 + uint32(r.IntN(300))
			h.places = append(h.places, p)
		}
		out = append(out, h)
		at += 1 + uint32(r.IntN(gap))
	}
	return out
}

func writeList(list []held, counts, places bool) *Iterator {
	l := &listWriter{counts: counts, places: places}
	for _, h := range list {
		l.record(h.record, len(h.places))
		for _, p := range h.places {
			if places {
				l.place(p)
			}
		}
	}
	return Postings{l.take(nil), counts, places}.List(nil)
}

// sizes are lengths around those of blocks.
var sizes = []int{1, 2, blockSize - 1, blockSize, blockSize + 1, 2 * blockSize, 2*blockSize + 1, 1000}

func TestListWalked(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range sizes {
		for _, form := range [][2]bool{{false, false}, {true, false}, {true, true}} {
			want := randomList(r, n, 300, 40)
			it := writeList(want, form[0], form[1])
			if it.Total() != n {
				t.Errorf("%d records, %v: counts %d", n, form, it.Total())
			}
			for _, h := range want {
				if got := it.Next(); got != h.record {
					t.Fatalf("%d records, %v: record %d, want %d", n, form, got, h.record)
				}
				if form[0] && it.Count() != len(h.places) {
					t.Fatalf("%d records, %v: count %d, want %d", n, form, it.Count(), len(h.places))
				}
				if got := it.Places(nil); form[1] && !slices.Equal(got, h.places) {
					t.Fatalf("%d records: places %v, want %v", n, got, h.places)
				}
			}
			for range 2 {
				if it.Next() != None {
					t.Errorf("%d records, %v: goes on behind the end", n, form)
				}
			}
			if it.Seek(5) != None {
				t.Errorf("%d records, %v: finds what is behind it", n, form)
			}
		}
	}
}

// Records that a list meets get the counts that it has for them, the others
// none, in whatever batches one asks.
func TestListMet(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		want := randomList(r, sizes[r.IntN(len(sizes))], 1+r.IntN(50), 3)
		counts := map[uint32]uint32{}
		for _, h := range want {
			counts[h.record] = uint32(len(h.places))
		}
		form, first := r.IntN(2) == 0, uint32(r.IntN(1000))
		it := writeList(want, true, form)
		var asked []uint32
		for n := uint32(0); n < want[len(want)-1].record+20; n += 1 + uint32(r.IntN(1+r.IntN(400))) {
			asked = append(asked, n+first)
		}
		for len(asked) > 0 {
			batch := asked[:min(len(asked), 1+r.IntN(blockSize))]
			asked = asked[len(batch):]
			got := make([]uint32, len(batch))
			it.Meet(batch, got, first)
			for i, n := range batch {
				if got[i] != counts[n-first] {
					t.Fatalf("record %d of %d: %d times, want %d", n-first, len(want), got[i], counts[n-first])
				}
			}
		}
	}
}

// Seeking, in steps of any size and mixed with walking, with records deleted,
// comes to where walking a plain list does.
func TestListSought(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		want := randomList(r, sizes[r.IntN(len(sizes))], 1+r.IntN(50), 3)
		it := writeList(want, true, true)
		it.deleted = roaring.New()
		for _, h := range want {
			if r.IntN(4) == 0 {
				it.deleted.Add(h.record)
			}
		}
		left := slices.DeleteFunc(slices.Clone(want), func(h held) bool { return it.deleted.Contains(h.record) })
		at := -1 // in left
		for at < len(left) {
			target := uint32(r.IntN(int(want[len(want)-1].record) + 10))
			got := uint32(None)
			if r.IntN(3) == 0 {
				got = it.Next()
				at++
			} else {
				got = it.Seek(target)
				at = max(at, 0)
				for at < len(left) && left[at].record < target {
					at++
				}
			}
			if at >= len(left) {
				if got != None {
					t.Fatalf("found %d behind the end", got)
				}
				break
			}
			if got != left[at].record || !slices.Equal(it.Places(nil), left[at].places) {
				t.Fatalf("found %d at %v, want %d at %v", got, it.Places(nil), left[at].record, left[at].places)
			}
		}
	}
}

// Batches, with records deleted, hold what walking finds: of lists with gaps,
// of records that follow each other, and of those that do so from 0 on but for
// one.
func TestListBatched(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for round := range 300 {
		form := [][2]bool{{false, false}, {true, false}, {true, true}}[round%3]
		list := randomList(r, sizes[r.IntN(len(sizes))], 1+r.IntN(3), 1+round%2)
		if len(list) > 1 && round%4 == 0 {
			gone := r.IntN(len(list))
			list = slices.Delete(list, gone, gone+1)
		}
		const first = 1000
		var want, got [][2]uint32
		it := writeList(list, form[0], form[1])
		if round%5 == 0 {
			it.deleted = roaring.BitmapOf(list[0].record, list[len(list)/2].record)
		}
		for _, h := range list {
			count := uint32(1)
			if form[0] {
				count = uint32(len(h.places))
			}
			if it.deleted == nil || !it.deleted.Contains(h.record) {
				want = append(want, [2]uint32{first + h.record, count})
			}
		}
		var numbers, counts [blockSize]uint32
		for n := it.Batch(&numbers, &counts, first); n > 0; n = it.Batch(&numbers, &counts, first) {
			for i := range n {
				got = append(got, [2]uint32{numbers[i], counts[i]})
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("round %d, %d records: batches hold %v, want %v", round, len(list), got, want)
		}
		walked := writeList(list, form[0], form[1])
		for i := 0; walked.Next() != None; i++ {
			if walked.At() != list[i].record {
				t.Fatalf("round %d: walked to %d, want %d", round, walked.At(), list[i].record)
			}
		}
	}
}

// Damaged lists end in an error, not in an endless walk.
func FuzzList(f *testing.F) {
	l := &listWriter{counts: true, places: true}
	for i := range uint32(200) {
		l.record(3*i, 2)
		l.place(i + 1)
		l.place(i + 300)
	}
	f.Add(l.take(nil))
	f.Add([]byte{1, 1, 1, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		defer func() { _ = recover() }()
		it := &Iterator{list: parseList(b, true, true)}
		if it.total > 1<<16 {
			return
		}
		n := 0
		for it.Next() != None {
			it.Places(nil)
			if n++; n > it.total {
				t.Fatal("the walk does not end")
			}
		}
	})
}

func BenchmarkWalk(b *testing.B) {
	it := writeList(randomList(rand.New(rand.NewPCG(1, 1)), 100000, 3, 3), true, true)
	l := it.list
	for b.Loop() {
		it := &Iterator{list: l}
		for it.Next() != None {
		}
	}
}
