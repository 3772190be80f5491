package segment

import (
	"encoding/binary"
	"math"
)

// A valueWriter makes a column of numbers of some of the records: for each the
// difference to the record before and the number, in a varint where it is whole
// and not too large, else in eight bytes.
type valueWriter struct {
	last uint32
	b    []byte
}

func (v *valueWriter) add(n uint32, value float64) {
	v.b = binary.AppendUvarint(v.b, uint64(n-v.last))
	v.last = n
	if whole := int64(value); float64(whole) == value && whole > -1<<53 && whole < 1<<53 && !math.Signbit(value) == (whole >= 0) {
		zigzag := uint64(whole<<1) ^ uint64(whole>>63)
		v.b = binary.AppendUvarint(v.b, zigzag<<1)
		return
	}
	v.b = append(v.b, 1)
	v.b = binary.LittleEndian.AppendUint64(v.b, math.Float64bits(value))
}

// readValues calls f with the records of a column and their numbers.
func readValues(b []byte, f func(n uint32, value float64)) {
	n := uint64(0)
	for len(b) > 0 {
		n += take(&b)
		z := take(&b)
		if z&1 == 1 {
			f(uint32(n), math.Float64frombits(binary.LittleEndian.Uint64(b)))
			b = b[8:]
			continue
		}
		z >>= 1
		f(uint32(n), float64(int64(z>>1)^-int64(z&1)))
	}
}

// take takes a number from the beginning of b.
func take(b *[]byte) uint64 {
	v, k := uvarint(*b)
	if k <= 0 {
		panic(errDamaged)
	}
	*b = (*b)[k:]
	return v
}

// A markWriter makes a column of short texts of some of the records.
type markWriter struct {
	last uint32
	b    []byte
}

func (m *markWriter) add(n uint32, text []byte) {
	m.b = binary.AppendUvarint(m.b, uint64(n-m.last))
	m.b = binary.AppendUvarint(m.b, uint64(len(text)))
	m.b = append(m.b, text...)
	m.last = n
}

func readMarks(b []byte, f func(n uint32, text []byte)) {
	n := uint64(0)
	for len(b) > 0 {
		n += take(&b)
		size := take(&b)
		f(uint32(n), b[:size])
		b = b[size:]
	}
}
