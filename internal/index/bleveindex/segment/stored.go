package segment

import (
	"encoding/binary"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// storedBlock is about how many bytes of records are compressed together: the
// more the smaller, the fewer the faster a single one is read.
const storedBlock = 8 << 10

var (
	packer = sync.OnceValue(func() *zstd.Encoder {
		e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(false), zstd.WithSingleSegment(true))
		if err != nil {
			panic(err)
		}
		return e
	})
	unpacker = sync.OnceValue(func() *zstd.Decoder {
		d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(4<<30))
		if err != nil {
			panic(err)
		}
		return d
	})
)

// A storedWriter writes blobs of records in compressed blocks. In a block stand
// for each record the difference of its number to the one before, the length
// of its blob and the blob.
type storedWriter struct {
	w       *writer
	begin   int64
	heads   []byte // of each block: its first record (4 bytes), where it begins (8)
	raw     []byte
	first   uint32 // of the block
	last    uint32
	packed  []byte
	waiting bool // there is a block begun
}

func newStoredWriter(w *writer) *storedWriter { return &storedWriter{w: w, begin: w.at} }

func (s *storedWriter) add(n uint32, blob []byte) {
	if !s.waiting {
		s.waiting, s.first, s.last = true, n, n
	}
	s.raw = binary.AppendUvarint(s.raw, uint64(n-s.last))
	s.raw = binary.AppendUvarint(s.raw, uint64(len(blob)))
	s.raw = append(s.raw, blob...)
	s.last = n
	if len(s.raw) >= storedBlock {
		s.flush()
	}
}

func (s *storedWriter) flush() {
	if s.waiting {
		s.packed = packer().EncodeAll(s.raw, s.packed[:0])
		s.block(s.first, s.packed)
		s.raw, s.waiting = s.raw[:0], false
	}
}

// block writes a block that is compressed already.
func (s *storedWriter) block(first uint32, packed []byte) {
	s.heads = binary.LittleEndian.AppendUint32(s.heads, first)
	s.heads = binary.LittleEndian.AppendUint64(s.heads, uint64(s.w.at-s.begin))
	s.w.put(packed)
}

func (s *storedWriter) finish() storedFooter {
	s.flush()
	f := storedFooter{Blocks: span{s.begin, s.w.at}}
	f.Heads = s.w.put(s.heads)
	return f
}

// stored are the blobs of a segment. It is safe for concurrent use.
type stored struct {
	blocks, heads []byte

	mu     sync.Mutex
	cached map[int][]byte // blocks unpacked
}

// cachedBlocks is how many blocks are kept unpacked.
const cachedBlocks = 64

func (s *stored) len() int { return len(s.heads) / headSize }

func (s *stored) first(block int) uint32 { return binary.LittleEndian.Uint32(s.heads[block*headSize:]) }

// packed is a block as it lies in the file.
func (s *stored) packed(block int) []byte {
	from, to := binary.LittleEndian.Uint64(s.heads[block*headSize+4:]), uint64(len(s.blocks))
	if block+1 < s.len() {
		to = binary.LittleEndian.Uint64(s.heads[(block+1)*headSize+4:])
	}
	return s.blocks[from:to]
}

func (s *stored) unpacked(block int) ([]byte, error) {
	s.mu.Lock()
	b, ok := s.cached[block]
	s.mu.Unlock()
	if ok {
		return b, nil
	}
	b, err := unpacker().DecodeAll(s.packed(block), nil)
	if err != nil {
		return nil, err
	}
	if len(b) <= 4*storedBlock {
		s.mu.Lock()
		if s.cached == nil || len(s.cached) >= cachedBlocks {
			s.cached = make(map[int][]byte, cachedBlocks)
		}
		s.cached[block] = b
		s.mu.Unlock()
	}
	return b, nil
}

// get returns the blob of record n, nil if it has none. It must not be changed.
func (s *stored) get(n uint32) ([]byte, error) {
	lo, hi := 0, s.len()
	for lo < hi {
		if m := (lo + hi) / 2; s.first(m) <= n {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == 0 {
		return nil, nil
	}
	var found []byte
	err := s.visit(lo-1, func(at uint32, blob []byte) bool {
		if at == n {
			found = blob
		}
		return at < n
	})
	return found, err
}

// visit calls f with the records of a block until it returns false.
func (s *stored) visit(block int, f func(n uint32, blob []byte) bool) error {
	b, err := s.unpacked(block)
	if err != nil {
		return err
	}
	for n := uint64(s.first(block)); len(b) > 0; {
		d, k := uvarint(b)
		size, j := uvarint(b[max(0, k):])
		if k <= 0 || j <= 0 || size > uint64(len(b)-k-j) {
			return errDamaged
		}
		n += d
		b = b[k+j:]
		if !f(uint32(n), b[:size:size]) {
			return nil
		}
		b = b[size:]
	}
	return nil
}
