package report

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"

	"analyze/internal/compact"
)

// A cache is a file of gists, one document after another, each with its pieces
// and its chunks behind it, and behind them all an index: where each document's
// stand and under which key each page was made. What an earlier run left is read from, a new one is written,
// and takes its place when all pages are there. A cache that cannot be read is
// as good as none.
type cache struct {
	was, now  cacheIndex
	old, file *os.File
	keep      string // where the new one shall be, "" for nowhere
	end       int64  // of the new one
	documents map[string]entry
}

type cacheIndex struct {
	Documents []entry
	Pages     map[string]madePage
}

// An entry says where the gist of a document stands.
type entry struct {
	ID             string
	At             int64
	Head, Len      int    // of the gist, of gist, pieces and chunks
	Sum            uint32 // of all of them
	Key, Signature string
}

// A madePage is a page of an earlier run and what it was made of.
type madePage struct {
	Key  string
	Size int64
}

const cacheMark = "pages\x00\x00\x04"

var checksum = crc32.MakeTable(crc32.Castagnoli)

// openCache opens the cache for reading what was and writing what will be. With
// keep "", what is written is gone at close.
func openCache(keep string) (*cache, error) {
	c := &cache{keep: keep, now: cacheIndex{Pages: map[string]madePage{}}, documents: map[string]entry{}}
	var err error
	dir := ""
	if keep != "" {
		dir = filepath.Dir(keep)
		if c.old, err = os.Open(keep); err == nil && c.readIndex() != nil {
			c.was = cacheIndex{}
		}
	}
	for _, e := range c.was.Documents {
		c.documents[e.ID] = e
	}
	if c.file, err = os.CreateTemp(dir, "tmp-pages-"); err != nil {
		return nil, fmt.Errorf("keeping what pages are made of: %w", err)
	}
	return c, nil
}

func (c *cache) readIndex() error {
	info, err := c.old.Stat()
	if err != nil {
		return err
	}
	tail := make([]byte, 8+len(cacheMark))
	if _, err := c.old.ReadAt(tail, info.Size()-int64(len(tail))); err != nil {
		return err
	}
	at := int64(binary.LittleEndian.Uint64(tail))
	n := info.Size() - int64(len(tail)) - at
	if string(tail[8:]) != cacheMark || at < 0 || n < 0 {
		return fs.ErrInvalid
	}
	b := make([]byte, n)
	if _, err := c.old.ReadAt(b, at); err != nil {
		return err
	}
	return compact.Unpack(b, &c.was)
}

// found returns the gist of a document as an earlier run made it.
func (c *cache) found(id, signature string) *madeDocument {
	e, ok := c.documents[id]
	if !ok || e.Signature != signature || e.Head < 0 || e.Len < e.Head {
		return nil
	}
	m := &madeDocument{gist: new(gist), head: e.Head, all: make([]byte, e.Len)}
	if _, err := c.old.ReadAt(m.all, e.At); err != nil || crc32.Checksum(m.all, checksum) != e.Sum {
		return nil
	}
	if compact.Decode(m.all[:e.Head], m.gist) != nil || m.gist.Key != e.Key {
		return nil
	}
	return m
}

// A madeDocument is what is known of one document once its own reports are
// written.
type madeDocument struct {
	gist *gist
	all  []byte // gist, pieces and chunks
	head int    // length of the gist
}

// encodeGist sets a gist and its pieces in bytes, with its chunks behind them.
func encodeGist(g *gist, pieces []piece, chunks []byte) (*madeDocument, error) {
	var tail []byte
	for i := range pieces {
		at := len(tail)
		var err error
		if tail, err = compact.Append(tail, &pieces[i]); err != nil {
			return nil, err
		}
		g.Entities[i].Len = len(tail) - at
	}
	all, err := compact.Append(nil, g)
	if err != nil {
		return nil, err
	}
	m := &madeDocument{new(gist), append(append(all, tail...), chunks...), len(all)}
	return m, compact.Decode(all, m.gist) // whose strings are not the document's
}

// chunks calls take with each chunk of the document, in order; first is the
// place of its first figure.
func (m *madeDocument) chunks(take func(first int, c *chunk) error) error {
	at, first := m.head, 0
	for _, e := range m.gist.Entities {
		at += e.Len
	}
	for _, n := range m.gist.Chunks {
		c := new(chunk)
		if err := compact.Unpack(m.all[at:at+n], c); err != nil {
			return err
		}
		if err := take(first, c); err != nil {
			return err
		}
		at, first = at+n, first+len(c.Rows)
	}
	return nil
}

// add appends what encodeGist gave and returns where the first piece stands.
func (c *cache) add(id, signature string, m *madeDocument) (int64, error) {
	at := c.end
	if _, err := c.file.Write(m.all); err != nil {
		return 0, fmt.Errorf("keeping what pages are made of: %w", err)
	}
	c.end += int64(len(m.all))
	c.now.Documents = append(c.now.Documents, entry{id, at, m.head, len(m.all), crc32.Checksum(m.all, checksum), m.gist.Key, signature})
	return at + int64(m.head), nil
}

// piece reads a piece of the new cache.
func (c *cache) piece(at int64, n int) (*piece, error) {
	b, p := make([]byte, n), new(piece)
	_, err := c.file.ReadAt(b, at)
	if err == nil {
		err = compact.Decode(b, p)
	}
	if err != nil {
		return nil, fmt.Errorf("reading what pages are made of: %w", err)
	}
	return p, nil
}

// close makes the new cache the cache, where it is whole.
func (c *cache) close(whole bool) error {
	if c.old != nil {
		c.old.Close()
	}
	defer os.Remove(c.file.Name()) // does nothing once it is renamed
	defer c.file.Close()
	if !whole || c.keep == "" {
		return nil
	}
	b, err := compact.Pack(&c.now)
	if err != nil {
		return err
	}
	b = append(binary.LittleEndian.AppendUint64(b, uint64(c.end)), cacheMark...)
	if _, err := c.file.Write(b); err != nil {
		return fmt.Errorf("keeping what pages are made of: %w", err)
	}
	return os.Rename(c.file.Name(), c.keep)
}

// keyOf is a short hash of values.
func (c *cache) keyOf(values ...any) (string, error) {
	h := sha256.New()
	if err := compact.Sum(h, values...); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)[:12]), nil
}

// programKey tells builds of this program apart, so that pages of another are
// made again.
func programKey() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(name)
	if err != nil {
		return ""
	}
	return fmt.Sprint(name, info.Size(), info.ModTime().UnixNano())
}
