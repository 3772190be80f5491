package tagger

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"sync"

	"github.com/cespare/xxhash/v2"
	"github.com/klauspost/compress/zstd"
)

// The file of a model: the magic, then compressed by zstd the header as JSON
// with its length before it, the unit, the transitions, the clusters and the
// features, all numbers little-endian. Hashes are sorted and stand as
// differences; weights stand by label, then by feature.
const magic = "NAMES\x00\x00\x01"

//go:embed names.model
var embedded []byte

var load = sync.OnceValues(func() (*Model, error) { return Read(bytes.NewReader(embedded)) })

// Default returns the model that comes with the program. It is read the first
// time it is asked for; that it cannot be read is an error of the build, and
// panics.
func Default() *Model {
	m, err := load()
	if err != nil {
		panic("tagger: the embedded model: " + err.Error())
	}
	return m
}

// Fingerprint changes with the embedded model: what was found with another one
// is to be found again. It does not load the model.
func Fingerprint() string { return strconv.FormatUint(xxhash.Sum64(embedded), 36) }

// ErrFormat says that a file is no model, or one of another version.
var ErrFormat = errors.New("not a model of this version")

// Read reads a model that [Model.WriteTo] wrote. The error wraps [ErrFormat]
// where the bytes are wrong.
func Read(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading a model: %w", err)
	}
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, fmt.Errorf("reading a model: %w", ErrFormat)
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<28))
	if err != nil {
		return nil, fmt.Errorf("reading a model: %w", err)
	}
	defer z.Close()
	plain, err := z.DecodeAll(rest, nil)
	if err != nil {
		return nil, fmt.Errorf("reading a model: %w: %w", ErrFormat, err)
	}
	p, err := parse(plain)
	if err != nil {
		return nil, fmt.Errorf("reading a model: %w: %w", ErrFormat, err)
	}
	if p.Header.Version != Version {
		return nil, fmt.Errorf("reading a model: %w: version %d, not %d", ErrFormat, p.Header.Version, Version)
	}
	return New(p)
}

// cursor reads numbers off a slice; what is missing reads as 0 and sets short.
type cursor struct {
	data  []byte
	short bool
}

func (c *cursor) take(n int) []byte {
	if n < 0 || n > len(c.data) {
		c.short, c.data = true, nil
		return nil
	}
	b := c.data[:n]
	c.data = c.data[n:]
	return b
}

func (c *cursor) uint32() uint32 {
	if b := c.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// count reads a number of things that take at least size bytes each.
func (c *cursor) count(size int) int {
	n := int(c.uint32())
	if n > len(c.data)/size {
		c.short = true
		return 0
	}
	return n
}

func (c *cursor) varint() uint32 {
	v, n := binary.Uvarint(c.data)
	if n <= 0 || v > math.MaxUint32 {
		c.short, c.data = true, nil
		return 0
	}
	c.data = c.data[n:]
	return uint32(v)
}

// keys reads n sorted hashes.
func (c *cursor) keys(n int) []uint32 {
	out := make([]uint32, n)
	last := uint32(0)
	for i := range out {
		last += c.varint()
		out[i] = last
	}
	return out
}

var errShort = errors.New("the file is cut off")

func parse(data []byte) (Parts, error) {
	var p Parts
	c := &cursor{data: data}
	if err := json.Unmarshal(c.take(c.count(1)), &p.Header); err != nil {
		return p, err
	}
	p.Unit = float64(math.Float32frombits(c.uint32()))
	for a := range p.Trans {
		for b := range p.Trans[a] {
			p.Trans[a][b] = int32(c.uint32())
		}
	}
	words := c.count(1 + 6)
	p.Clusters = &Clusters{keys: c.keys(words), vals: make([]clusters, words)}
	for _, shift := range []int{0, 8, 18} {
		for i := range p.Clusters.vals {
			if b := c.take(2); b != nil {
				p.Clusters.vals[i] |= clusters(binary.LittleEndian.Uint16(b)) << shift
			}
		}
	}
	n := c.count(1 + labels)
	p.Keys, p.Weights = c.keys(n), make([][labels]int8, n)
	for l := range labels {
		for i, b := range c.take(n) {
			p.Weights[i][l] = int8(b)
		}
	}
	if c.short {
		return p, errShort
	}
	return p, p.Clusters.build()
}

// WriteTo writes the model: the same bytes for the same model.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err != nil {
		return 0, fmt.Errorf("writing a model: %w", err)
	}
	plain, err := m.plain()
	if err != nil {
		return 0, fmt.Errorf("writing a model: %w", err)
	}
	n, err := w.Write(z.EncodeAll(plain, []byte(magic)))
	return int64(n), err
}

func (m *Model) plain() ([]byte, error) {
	header, err := json.Marshal(m.header)
	if err != nil {
		return nil, err
	}
	le := binary.LittleEndian
	out := le.AppendUint32(nil, uint32(len(header)))
	out = append(out, header...)
	out = le.AppendUint32(out, math.Float32bits(float32(m.unit)))
	for a := range m.trans {
		for _, v := range m.trans[a] {
			out = le.AppendUint32(out, uint32(v))
		}
	}
	c := m.lookup
	if c == nil {
		c = &Clusters{}
	}
	out = appendKeys(le.AppendUint32(out, uint32(len(c.keys))), c.keys)
	for _, size := range []func(clusters) uint32{clusters.coarse, clusters.middle, clusters.fine} {
		for _, v := range c.vals {
			out = le.AppendUint16(out, uint16(size(v)))
		}
	}
	out = appendKeys(le.AppendUint32(out, uint32(len(m.keys))), m.keys)
	for l := range labels {
		for i := range m.rows {
			out = append(out, byte(m.rows[i].weight(l)))
		}
	}
	return out, nil
}

func appendKeys(out []byte, keys []uint32) []byte {
	last := uint32(0)
	for _, k := range keys {
		out = binary.AppendUvarint(out, uint64(k-last))
		last = k
	}
	return out
}
