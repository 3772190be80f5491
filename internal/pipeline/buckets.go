package pipeline

import (
	"errors"
	"fmt"
	"hash/fnv"
	"os"

	"analyze/internal/compact"
	"analyze/internal/nlp/thread"
)

// heldFigures is how many figures are held in memory before they go to files.
const heldFigures = 40_000

// buckets part records by their blocking key, so that all of a key are in one
// bucket. While they are few they are in memory, in a single one.
type buckets struct {
	dir  string // of the files
	most int    // records in memory
	held []thread.Record
	list []bucket // nil until there are too many records
}

// A bucket is a file of packed lists of records.
type bucket struct {
	file *os.File
	at   int64
	lens []int
}

// A batch is a list of records as it is packed.
type batch struct{ Records []thread.Record }

const bucketCount = 64

func newBuckets(dir string) *buckets { return &buckets{dir: dir, most: heldFigures} }

func (b *buckets) add(r *thread.Record) error {
	b.held = append(b.held, *r)
	if len(b.held) < b.most {
		return nil
	}
	return b.flush()
}

// flush writes what is held to the files.
func (b *buckets) flush() error {
	if b.list == nil {
		b.list = make([]bucket, bucketCount)
	}
	parts := make([]batch, bucketCount)
	for i := range b.held {
		h := fnv.New32a()
		h.Write([]byte(b.held[i].Key()))
		p := &parts[h.Sum32()%bucketCount]
		p.Records = append(p.Records, b.held[i])
	}
	b.held = b.held[:0]
	for i := range parts {
		if len(parts[i].Records) == 0 {
			continue
		}
		if err := b.list[i].write(b.dir, &parts[i]); err != nil {
			return fmt.Errorf("setting figures aside: %w", err)
		}
	}
	return nil
}

func (b *bucket) write(dir string, p *batch) error {
	if b.file == nil {
		var err error
		if b.file, err = os.CreateTemp(dir, "tmp-figures-"); err != nil {
			return err
		}
	}
	packed, err := compact.Pack(p)
	if err != nil {
		return err
	}
	if _, err := b.file.WriteAt(packed, b.at); err != nil {
		return err
	}
	b.at, b.lens = b.at+int64(len(packed)), append(b.lens, len(packed))
	return nil
}

func (b *bucket) read() ([]thread.Record, error) {
	var all []thread.Record
	at := int64(0)
	for _, n := range b.lens {
		packed, p := make([]byte, n), new(batch)
		if _, err := b.file.ReadAt(packed, at); err != nil {
			return nil, err
		}
		if err := compact.Unpack(packed, p); err != nil {
			return nil, err
		}
		all, at = append(all, p.Records...), at+int64(n)
	}
	return all, nil
}

// each calls f with the records of each bucket. It is called once.
func (b *buckets) each(f func([]thread.Record)) error {
	if b.list == nil {
		f(b.held)
		return nil
	}
	if err := b.flush(); err != nil {
		return err
	}
	b.held = nil
	for i := range b.list {
		records, err := b.list[i].read()
		if err != nil {
			return fmt.Errorf("reading the figures set aside: %w", err)
		}
		f(records)
	}
	return nil
}

// close removes the files.
func (b *buckets) close() error {
	if b == nil {
		return nil
	}
	var err error
	for i := range b.list {
		if f := b.list[i].file; f != nil {
			err = errors.Join(err, f.Close(), os.Remove(f.Name()))
		}
	}
	b.list, b.held = nil, nil
	return err
}
