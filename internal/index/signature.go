package index

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"analyze/internal/doc"

	"github.com/cespare/xxhash/v2"
)

// Version is raised when the records of the same documents, or the stems of
// their words, change.
const Version = 4

// signatureOf is a hash of all that r is found by and shows.
func signatureOf(r *Record) string {
	h := xxhash.New()
	put := func(s string) {
		var n [4]byte
		binary.LittleEndian.PutUint32(n[:], uint32(len(s)))
		h.Write(n[:])
		h.WriteString(s)
	}
	put(r.ID)
	put(r.Lang)
	put(r.Body)
	for _, t := range r.Texts {
		put(t.Field)
		put(t.Text)
	}
	for _, k := range r.Keys {
		put(k.Field)
		put(k.Value)
		put(strconv.Itoa(k.Count))
	}
	for _, n := range r.Numbers {
		put(n.Field)
		binary.Write(h, binary.LittleEndian, math.Float64bits(n.Value))
	}
	card, err := json.Marshal(r.Card)
	if err != nil {
		panic(err) // a Card is plain data
	}
	put(string(card))
	return fmt.Sprintf("%d.%016x", Version, h.Sum64())
}

// documentSignature is what tells whether the records of a document are those
// of the collection, without reading it; "" where only reading it tells.
func (b *Builder) documentSignature(c *doc.Card) string {
	if c.Signature == "" {
		return ""
	}
	h := xxhash.New()
	h.WriteString(c.Signature)
	for _, by := range b.copiedBy[c.ID] {
		fmt.Fprintf(h, "\x00%s %d-%d", by.Doc, by.Of.Start, by.Of.End)
	}
	return fmt.Sprintf("%d.%016x", Version, h.Sum64())
}

// signatureOfAll is a signature of the records of one document.
func signatureOfAll(list []Record) string {
	all := make([]string, len(list))
	for i := range list {
		all[i] = signatureOf(&list[i])
	}
	return fmt.Sprintf("%d.%016x", Version, xxhash.Sum64String(strings.Join(all, "\x00")))
}
