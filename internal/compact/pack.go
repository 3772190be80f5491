package compact

import (
	"encoding/binary"
	"fmt"
	"hash"
	"reflect"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// What is packed is what Append gives as one frame of Zstandard (RFC 8878), with
// its checksum.

var (
	encoders = sync.Pool{New: func() any {
		e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
		if err != nil {
			panic(err)
		}
		return e
	}}
	decoders = sync.Pool{New: func() any {
		d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(4<<30))
		if err != nil {
			panic(err)
		}
		return d
	}}
	// buffers are what values are encoded in, except the largest: those of a
	// table take tens of megabytes, and the next ones will not.
	buffers = sync.Pool{New: func() any { return new([]byte) }}
)

const keptBuffer = 4 << 20

// Pack returns v, a pointer to a struct, encoded and compressed.
func Pack(v any) ([]byte, error) {
	b := buffers.Get().(*[]byte)
	defer release(b)
	var err error
	if *b, err = Append((*b)[:0], v); err != nil {
		return nil, err
	}
	e := encoders.Get().(*zstd.Encoder)
	defer encoders.Put(e)
	return e.EncodeAll(*b, nil), nil
}

func release(b *[]byte) {
	if cap(*b) <= keptBuffer {
		buffers.Put(b)
	}
}

// Unpack reads into v, a pointer to a struct, what Pack returned; see [Decode].
func Unpack(b []byte, v any) error {
	d := decoders.Get().(*zstd.Decoder)
	defer decoders.Put(d)
	plain := buffers.Get().(*[]byte)
	defer release(plain)
	var err error
	if *plain, err = d.DecodeAll(b, (*plain)[:0]); err != nil {
		return fmt.Errorf("%w: %v", ErrForeign, err)
	}
	return Decode(*plain, v)
}

// Sum writes to h what stands for values of any types that can be encoded; nil
// and lists of any values are such. Values that differ, in type too, give
// different bytes.
func Sum(h hash.Hash, values ...any) error {
	b := buffers.Get().(*[]byte)
	defer release(b)
	for _, v := range values {
		if err := sum(h, b, v); err != nil {
			return err
		}
	}
	return nil
}

func sum(h hash.Hash, b *[]byte, v any) error {
	switch v := v.(type) {
	case nil:
		h.Write([]byte{0})
		return nil
	case []any:
		h.Write(binary.AppendUvarint([]byte{1}, uint64(len(v))))
		for _, x := range v {
			if err := sum(h, b, x); err != nil {
				return err
			}
		}
		return nil
	}
	p, err := planOf(reflect.TypeOf(v))
	if err != nil {
		return err
	}
	e := &encoder{out: append((*b)[:0], 2), known: map[string]uint64{}}
	e.out = binary.LittleEndian.AppendUint64(e.out, p.shape)
	p.encode(e, reflect.ValueOf(v))
	*b = e.out
	h.Write(binary.AppendUvarint(nil, uint64(len(e.out))))
	h.Write(e.out)
	return e.err
}
