// Package compact sets Go values in few bytes, for files that the program
// writes for itself.
//
// Numbers are varints, fields stand in their order without names, and a string
// that comes again is a number. The fields of the outermost struct are sections:
// each has its name, its length, and a hash of its type, down to the names of
// fields within. So a reader may ask for some of the fields only, and what was
// written by a program with other types is refused, never misread.
//
// Equal values give equal bytes: maps are written in the order of their keys.
// What is written are exported fields of structs, numbers, strings, booleans,
// slices, arrays, pointers, maps by strings or integers, and types that
// implement [encoding.BinaryAppender] and [encoding.BinaryUnmarshaler]. A nil
// slice stays one. All functions are safe for concurrent use.
package compact

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
)

// ErrForeign is the error of reading bytes that are damaged, or that were
// written from other types than those they are to be read into.
var ErrForeign = errors.New("not what this program writes")

// internMost is how long a string may be, in bytes, to be written once for all
// its copies.
const internMost = 4096

// knownMost is how many strings are known at a time; then none is, so that a
// list of a million takes no more memory than one of thousands.
const knownMost = 1 << 16

// An encoder appends values to out.
type encoder struct {
	out   []byte
	known map[string]uint64 // strings of the section, by their number
	err   error
}

// Append appends v, a pointer to a struct, to out.
func Append(out []byte, v any) ([]byte, error) {
	x, p, err := outermost(v)
	if err != nil {
		return out, err
	}
	e := &encoder{out: binary.AppendUvarint(out, uint64(len(p.fields))), known: map[string]uint64{}}
	for i := range p.fields {
		f := &p.fields[i]
		e.out = binary.AppendUvarint(e.out, uint64(len(f.name)))
		e.out = append(e.out, f.name...)
		e.out = binary.LittleEndian.AppendUint64(e.out, f.plan.shape)
		at := len(e.out)
		e.out = append(e.out, 0, 0, 0, 0, 0, 0, 0, 0)
		clear(e.known)
		f.plan.encode(e, x.Field(f.index))
		binary.LittleEndian.PutUint64(e.out[at:], uint64(len(e.out)-at-8))
	}
	return e.out, e.err
}

// outermost is the struct that v points to.
func outermost(v any) (reflect.Value, *plan, error) {
	x := reflect.ValueOf(v)
	if x.Kind() != reflect.Pointer || x.IsNil() || x.Elem().Kind() != reflect.Struct {
		return x, nil, fmt.Errorf("compact: %T is no pointer to a struct", v)
	}
	p, err := planOf(x.Elem().Type())
	return x.Elem(), p, err
}

func (e *encoder) uint(n uint64) { e.out = binary.AppendUvarint(e.out, n) }

// string writes s: 0 for "", twice its number and one if it stood before, else
// twice its length and the bytes.
func (e *encoder) string(s string) {
	if s == "" {
		e.out = append(e.out, 0)
		return
	}
	if len(s) <= internMost {
		if n, ok := e.known[s]; ok {
			e.uint(n<<1 | 1)
			return
		}
		if len(e.known) == knownMost {
			clear(e.known)
		}
		e.known[s] = uint64(len(e.known))
	}
	e.uint(uint64(len(s)) << 1)
	e.out = append(e.out, s...)
}

// A decoder reads a section.
type decoder struct {
	in    []byte
	known []string
	err   error
}

// Decode reads into v, a pointer to a struct, what Append wrote; sections that
// v has no field for are passed over. The error wraps ErrForeign where a field
// has no section, or one of another type. Decoded values do not share memory
// with b.
func Decode(b []byte, v any) error {
	x, p, err := outermost(v)
	if err != nil {
		return err
	}
	d := &decoder{in: b}
	found := 0
	for range d.uint() {
		name := d.bytes(d.uint())
		shape, n := d.uint64(), d.uint64()
		section := d.bytes(n)
		if d.err != nil {
			break
		}
		f := p.field(string(name))
		if f == nil {
			continue
		}
		if found++; f.plan.shape != shape {
			return fmt.Errorf("%w: %s is of another type", ErrForeign, name)
		}
		inner := &decoder{in: section}
		f.plan.decode(inner, x.Field(f.index))
		if len(inner.in) > 0 {
			inner.fail()
		}
		d.err = errors.Join(d.err, inner.err)
	}
	if d.err == nil && found < len(p.fields) {
		d.err = fmt.Errorf("%w: a field is not there", ErrForeign)
	}
	return d.err
}

// fail notes that the bytes are not what was written; from then on there are
// none.
func (d *decoder) fail() {
	if d.err == nil {
		d.err = ErrForeign
	}
	d.in = nil
}

func (d *decoder) uint() uint64 {
	n, size := binary.Uvarint(d.in)
	if size <= 0 {
		d.fail()
		return 0
	}
	d.in = d.in[size:]
	return n
}

func (d *decoder) uint64() uint64 {
	if b := d.bytes(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

// bytes are the next n bytes, nil if there are not so many.
func (d *decoder) bytes(n uint64) []byte {
	if n > uint64(len(d.in)) {
		d.fail()
		return nil
	}
	b := d.in[:n:n]
	d.in = d.in[n:]
	return b
}

// length reads the length of a list whose items take at least a byte each, so
// that damaged bytes make no list that is longer than they are.
func (d *decoder) length() (n int, isNil bool) {
	u := d.uint()
	if u == 0 {
		return 0, true
	}
	if u-1 > uint64(len(d.in)) {
		d.fail()
		return 0, true
	}
	return int(u - 1), false
}

func (d *decoder) string() string {
	n := d.uint()
	switch {
	case n == 0:
		return ""
	case n&1 == 1:
		if n >>= 1; n < uint64(len(d.known)) {
			return d.known[n]
		}
		d.fail()
		return ""
	}
	s := string(d.bytes(n >> 1))
	if len(s) <= internMost {
		if len(d.known) == knownMost {
			d.known = d.known[:0]
		}
		d.known = append(d.known, s)
	}
	return s
}

func zigzag(n int64) uint64 { return uint64(n<<1) ^ uint64(n>>63) }

func unzigzag(n uint64) int64 { return int64(n>>1) ^ -int64(n&1) }

func (e *encoder) float(f float64) {
	e.out = binary.LittleEndian.AppendUint64(e.out, math.Float64bits(f))
}
