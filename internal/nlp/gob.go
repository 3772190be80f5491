package nlp

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

var errGob = errors.New("nlp: the tagger's weights are damaged")

// A gobReader reads the values of one gob stream whose type its user knows, by
// the encoding that package encoding/gob documents. Decoding prose's weights
// with that package takes three times as long, most of it to build maps.
type gobReader struct {
	b   []byte
	err error
}

// newGobReader passes over the definitions of types and stands at the value.
func newGobReader(b []byte) *gobReader {
	g := &gobReader{b: b}
	for g.err == nil {
		size := int(g.uint())
		if size > len(g.b) || size < 0 {
			g.err = errGob
			break
		}
		message := &gobReader{b: g.b[:size]}
		if id := message.int(); id >= 0 {
			message.uint() // a value that is no struct has a zero before it
			return message
		}
		g.b = g.b[size:]
	}
	return g
}

func (g *gobReader) take(n int) []byte {
	if g.err != nil || n < 0 || n > len(g.b) {
		g.err = errGob
		return nil
	}
	b := g.b[:n]
	g.b = g.b[n:]
	return b
}

func (g *gobReader) uint() uint64 {
	b := g.take(1)
	if b == nil || b[0] < 0x80 {
		if b == nil {
			return 0
		}
		return uint64(b[0])
	}
	var v [8]byte
	n := -int(int8(b[0]))
	if n > 8 {
		g.err = errGob
		return 0
	}
	copy(v[8-n:], g.take(n))
	return binary.BigEndian.Uint64(v[:])
}

func (g *gobReader) int() int64 {
	u := g.uint()
	if u&1 != 0 {
		return ^int64(u >> 1)
	}
	return int64(u >> 1)
}

// count reads the number of elements that follow, each at least a byte long.
func (g *gobReader) count() int {
	n := g.uint()
	if n > uint64(len(g.b)) {
		g.err = errGob
		return 0
	}
	return int(n)
}

// bytes reads a string, valid as long as the stream.
func (g *gobReader) bytes() []byte { return g.take(g.count()) }

func (g *gobReader) float() float64 {
	return math.Float64frombits(bits.ReverseBytes64(g.uint()))
}
