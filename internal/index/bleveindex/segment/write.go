package segment

import (
	"encoding/binary"
	"encoding/json"
	"io"

	"github.com/cespare/xxhash/v2"
)

// A writer writes a file from front to back.
type writer struct {
	to  io.Writer
	sum *xxhash.Digest
	at  int64
	err error // the first
	footer
}

func newWriter(to io.Writer) *writer { return &writer{to: to, sum: xxhash.New()} }

// put writes b and returns where it stands.
func (w *writer) put(b []byte) span {
	begin := w.at
	if w.err == nil {
		_, w.err = w.to.Write(b)
		w.sum.Write(b)
		w.at += int64(len(b))
	}
	return span{begin, w.at}
}

// finish writes the footer and the trailer.
func (w *writer) finish() error {
	content := w.sum.Sum64()
	b, err := json.Marshal(w.footer)
	if err != nil {
		return err
	}
	w.put(b)
	t := binary.LittleEndian.AppendUint64(nil, uint64(len(b)))
	t = binary.LittleEndian.AppendUint64(t, xxhash.Sum64(b))
	t = binary.LittleEndian.AppendUint64(t, content)
	w.put(append(t, magic...))
	return w.err
}
