package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/fxamacker/cbor/v2"
)

// A cache is a file of gists with their pieces, one document after another, and
// behind them an index: where each document's stand and under which key each
// page was made. What an earlier run left is read from, a new one is written,
// and takes its place when all pages are there. A cache that cannot be read is
// as good as none.
type cache struct {
	was, now  cacheIndex
	old, file *os.File
	keep      string // where the new one shall be, "" for nowhere
	end       int64  // of the new one
	documents map[string]entry
	code      cbor.EncMode
	decode    cbor.DecMode
}

type cacheIndex struct {
	Documents []entry
	Pages     map[string]madePage
}

// An entry says where the gist of a document stands; its pieces follow it.
type entry struct {
	ID             string
	At             int64
	Head, Len      int // of the gist, of gist and pieces
	Key, Signature string
}

// A madePage is a page of an earlier run and what it was made of.
type madePage struct {
	Key  string
	Size int64
}

const cacheMark = "pages\x00\x00\x03"

// openCache opens the cache for reading what was and writing what will be. With
// keep "", what is written is gone at close.
func openCache(keep string) (*cache, error) {
	c := &cache{keep: keep, now: cacheIndex{Pages: map[string]madePage{}}, documents: map[string]entry{}}
	mode, err := cbor.CanonicalEncOptions().EncMode()
	if err != nil {
		return nil, err
	}
	c.code = mode
	if c.decode, err = (cbor.DecOptions{MaxArrayElements: 1 << 30, MaxMapPairs: 1 << 30, UTF8: cbor.UTF8DecodeInvalid}).DecMode(); err != nil {
		return nil, err
	}
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
	return c.decode.Unmarshal(b, &c.was)
}

// found returns the gist of a document as an earlier run made it, and all its
// bytes.
func (c *cache) found(id, signature string) (*gist, []byte) {
	e, ok := c.documents[id]
	if !ok || e.Signature != signature || e.Head < 0 || e.Len < e.Head {
		return nil, nil
	}
	b := make([]byte, e.Len)
	if _, err := c.old.ReadAt(b, e.At); err != nil {
		return nil, nil
	}
	g := new(gist)
	if c.decode.Unmarshal(b[:e.Head], g) != nil || g.Key != e.Key {
		return nil, nil
	}
	return g, b
}

// encodeGist sets a gist and its pieces in bytes; head is the length of the
// gist.
func encodeGist(g *gist, pieces []piece) (all []byte, head int, err error) {
	var tail bytes.Buffer
	for i := range pieces {
		b, err := cbor.Marshal(&pieces[i])
		if err != nil {
			return nil, 0, err
		}
		g.Entities[i].Len = len(b)
		tail.Write(b)
	}
	if all, err = cbor.Marshal(g); err != nil {
		return nil, 0, err
	}
	return append(all, tail.Bytes()...), len(all), nil
}

// add appends what encodeGist gave and returns where the first piece stands.
func (c *cache) add(id, signature string, g *gist, all []byte, head int) (int64, error) {
	at := c.end
	if _, err := c.file.Write(all); err != nil {
		return 0, fmt.Errorf("keeping what pages are made of: %w", err)
	}
	c.end += int64(len(all))
	c.now.Documents = append(c.now.Documents, entry{id, at, head, len(all), g.Key, signature})
	return at + int64(head), nil
}

// piece reads a piece of the new cache.
func (c *cache) piece(at int64, n int) (*piece, error) {
	b := make([]byte, n)
	if _, err := c.file.ReadAt(b, at); err != nil {
		return nil, fmt.Errorf("reading what pages are made of: %w", err)
	}
	p := new(piece)
	return p, c.decode.Unmarshal(b, p)
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
	b, err := cbor.Marshal(c.now)
	if err != nil {
		return err
	}
	b = append(binary.LittleEndian.AppendUint64(b, uint64(c.end)), cacheMark...)
	if _, err := io.Copy(c.file, bytes.NewReader(b)); err != nil {
		return fmt.Errorf("keeping what pages are made of: %w", err)
	}
	return os.Rename(c.file.Name(), c.keep)
}

// keyOf is a short hash of values.
func (c *cache) keyOf(values ...any) (string, error) {
	h := sha256.New()
	if err := c.code.NewEncoder(h).Encode(values); err != nil {
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
