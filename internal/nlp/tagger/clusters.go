package tagger

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// clusters packs the clusters of a word at three sizes, each plus one: 0 is an
// unknown word.
type clusters uint32

func (c clusters) coarse() uint32 { return uint32(c) & 0xff }
func (c clusters) middle() uint32 { return uint32(c) >> 8 & 0x3ff }
func (c clusters) fine() uint32   { return uint32(c) >> 18 }

func packClusters(coarse, middle, fine int) clusters {
	return clusters(coarse + 1 | (middle+1)<<8 | (fine+1)<<18)
}

// Clusters maps words to groups of words used alike. It is read-only once
// made, and safe for concurrent use.
type Clusters struct {
	keys []uint32 // sorted hashes of words in small letters
	vals []clusters
	slot []slot
}

// ReadClusters reads lines of four columns set apart by tabs: a word in small
// letters and its clusters of 64, 256 and 1024. The error names the line.
func ReadClusters(r io.Reader) (*Clusters, error) {
	type entry struct {
		key uint32
		val clusters
	}
	var all []entry
	in := bufio.NewScanner(r)
	for n := 1; in.Scan(); n++ {
		cols := strings.Split(in.Text(), "\t")
		if len(cols) != 4 {
			return nil, fmt.Errorf("clusters: line %d: %d columns, not 4", n, len(cols))
		}
		var ids [3]int
		for i := range ids {
			id, err := strconv.Atoi(cols[i+1])
			if err != nil || id < 0 || id >= 64<<(2*i) {
				return nil, fmt.Errorf("clusters: line %d: bad cluster %q", n, cols[i+1])
			}
			ids[i] = id
		}
		all = append(all, entry{hashString(cols[0]), packClusters(ids[0], ids[1], ids[2])})
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("clusters: %w", err)
	}
	slices.SortStableFunc(all, func(a, b entry) int { return int(int64(a.key) - int64(b.key)) })
	all = slices.CompactFunc(all, func(a, b entry) bool { return a.key == b.key })
	c := &Clusters{}
	for _, e := range all {
		c.keys = append(c.keys, e.key)
		c.vals = append(c.vals, e.val)
	}
	return c, c.build()
}

var errClusters = errors.New("clusters: keys out of order")

// build makes the slots; keys must be sorted.
func (c *Clusters) build() error {
	for i := 1; i < len(c.keys); i++ {
		if c.keys[i] <= c.keys[i-1] {
			return errClusters
		}
	}
	c.slot = makeSlots(c.keys)
	return nil
}

// find returns the clusters of the word with this hash, 0 if there are none.
func (c *Clusters) find(lower uint32) clusters {
	if c == nil || len(c.keys) == 0 {
		return 0
	}
	if i := findSlot(c.slot, lower); i >= 0 {
		return c.vals[i]
	}
	return 0
}

// A slot of an open-addressing table: a key and where it is listed, plus one.
type slot struct{ key, at uint32 }

// makeSlots returns a table, at most half full, from keys to their indices.
func makeSlots(keys []uint32) []slot {
	size := 4
	for size < 2*len(keys) {
		size *= 2
	}
	slots := make([]slot, size)
	mask := uint32(size - 1)
	for i, k := range keys {
		at := k & mask
		for slots[at].at != 0 {
			at = (at + 1) & mask
		}
		slots[at] = slot{k, uint32(i + 1)}
	}
	return slots
}

// findSlot returns the index of key, or -1.
func findSlot(slots []slot, key uint32) int {
	mask := uint32(len(slots) - 1)
	for at := key & mask; ; at = (at + 1) & mask {
		s := slots[at&mask]
		if s.key == key || s.at == 0 {
			return int(s.at) - 1
		}
	}
}
