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

// buckets part records by their blocking keys, so that all of a key are in one
// bucket. While they are few they are in memory.
type buckets struct {
	dir  string // of the files
	most int    // records in memory
	held []thread.Record
	list []bucket // for each of keys so many as bucketCount; nil until there are too many records
}

// A blocking is a key by which records are parted, and which of them are.
type blocking struct {
	key func(*thread.Record) string
	of  func(*thread.Record) bool
}

// What records must share to be in one thread by their words, and to be of one story.
var blockings = [...]blocking{byWords: {(*thread.Record).Key, (*thread.Record).Comparable}, byStory: {(*thread.Record).Story, (*thread.Record).Matchable}}

const byWords, byStory = 0, 1

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
		b.list = make([]bucket, len(blockings)*bucketCount)
	}
	parts := make([]batch, len(b.list))
	for i := range b.held {
		for k := range blockings {
			if !blockings[k].of(&b.held[i]) {
				continue
			}
			h := fnv.New32a()
			h.Write([]byte(blockings[k].key(&b.held[i])))
			p := &parts[k*bucketCount+int(h.Sum32()%bucketCount)]
			p.Records = append(p.Records, b.held[i])
		}
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

// each calls f with the records of each bucket of a blocking, where they are in files.
func (b *buckets) each(blocking int, f func([]thread.Record)) error {
	if err := b.flush(); err != nil {
		return err
	}
	b.held = nil
	for i := range bucketCount {
		records, err := b.list[blocking*bucketCount+i].read()
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
