package gazetteer

import (
	"bytes"
	_ "embed" // the data
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"
	"unsafe"

	"github.com/klauspost/compress/zstd"
)

//go:embed data/gazetteer.zst
var packed []byte

// A Record is an entry with its aliases, as [Encode] takes them. The alias that
// is the Name itself is implied.
type Record struct {
	Entry
	Rank     int // the order of matches, 0 to 65535: higher first
	WeakName bool
	Aliases  []Alias
}

// An Alias is one more name of a Record.
type Alias struct {
	Text string
	Kind AliasKind
	Weak bool
}

// A Word is a word, or a row of words, with the lists in which it stands.
type Word struct {
	Text string
	In   WordSet
}

// The embedded file is a zstd frame around: the magic, then, with every number
// an unsigned varint and every string preceded by its length, the number of
// entries, of aliases, of words; the entries; the words. Coordinates are ten
// thousandths of a degree plus an offset that makes them positive.
const magic = "gazetteer 1\n"

const (
	flagCoord = 1 << iota
	flagCapital
	flagWeak
)

// Encode writes records and words in the form of the embedded file. Records
// keep their order; equal input gives equal bytes.
func Encode(recs []Record, words []Word) ([]byte, error) {
	var b []byte
	num := func(n int) { b = binary.AppendUvarint(b, uint64(n)) }
	str := func(s string) { num(len(s)); b = append(b, s...) }
	links := func(ids []string) {
		num(len(ids))
		for _, id := range ids {
			str(id)
		}
	}
	b = append(b, magic...)
	aliases := len(recs)
	for i := range recs {
		aliases += len(recs[i].Aliases)
	}
	num(len(recs))
	num(aliases)
	num(len(words))
	for i := range recs {
		r := &recs[i]
		num(int(r.Kind))
		num(flags(r))
		num(r.Rank)
		str(r.ID)
		str(r.Name)
		str(r.Country)
		str(r.Code)
		str(r.Region)
		if r.HasCoord {
			num(int(math.Round((r.Lat + 90) * 1e4)))
			num(int(math.Round((r.Lon + 180) * 1e4)))
		}
		num(r.GeoNames)
		num(r.Population)
		links(r.Former)
		links(r.PartOf)
		links(r.Related)
		num(len(r.Aliases))
		for _, a := range r.Aliases {
			k := int(a.Kind) << 1
			if a.Weak {
				k |= 1
			}
			num(k)
			str(a.Text)
		}
	}
	for _, w := range words {
		num(int(w.In))
		str(w.Text)
	}
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(8<<20))
	if err != nil {
		return nil, fmt.Errorf("preparing to compress: %w", err)
	}
	return enc.EncodeAll(b, nil), enc.Close()
}

func flags(r *Record) (f int) {
	if r.HasCoord {
		f |= flagCoord
	}
	if r.Capital {
		f |= flagCapital
	}
	if r.WeakName {
		f |= flagWeak
	}
	return f
}

// data is what the embedded file holds.
type data struct {
	layer *layer
	words table
}

// loaded reads the embedded file once. The file is made by Encode and covered
// by tests, so that one which cannot be read is a fault of the build.
var loaded = sync.OnceValue(func() *data {
	d, err := decode(packed)
	if err != nil {
		panic("gazetteer: embedded data: " + err.Error())
	}
	return d
})

var errDamaged = errors.New("damaged")

// A decoder reads the numbers and strings of a file. The strings share the
// memory of the file.
type decoder struct {
	b  []byte
	at int
	ok bool
}

func (d *decoder) num() int {
	v, n := binary.Uvarint(d.b[d.at:])
	if n <= 0 || v > math.MaxInt32 {
		d.ok, d.at = false, len(d.b)
		return 0
	}
	d.at += n
	return int(v)
}

func (d *decoder) str() string {
	n := d.num()
	if n == 0 || n > len(d.b)-d.at {
		d.ok = d.ok && n == 0
		return ""
	}
	s := unsafe.String(&d.b[d.at], n)
	d.at += n
	return s
}

func decode(file []byte) (*data, error) {
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
	if err != nil {
		return nil, fmt.Errorf("preparing to decompress: %w", err)
	}
	defer dec.Close()
	raw, err := dec.DecodeAll(file, nil)
	if err != nil {
		return nil, fmt.Errorf("decompressing: %w", err)
	}
	if !bytes.HasPrefix(raw, []byte(magic)) {
		return nil, errDamaged
	}
	d := &decoder{b: raw, at: len(magic), ok: true}
	entries, aliases, words := d.num(), d.num(), d.num()
	if !d.ok || entries+aliases+words > len(raw) {
		return nil, errDamaged
	}
	l := &layer{
		entries: make([]Entry, entries),
		aliases: make([]alias, 0, aliases),
		names:   newTable(aliases * 5 / 4),
	}
	if !d.entries(l) {
		return nil, errDamaged
	}
	out := &data{layer: l, words: newTable(words)}
	for range words {
		in, text := WordSet(d.num()), d.str()
		out.addWord(text, in)
	}
	if !d.ok || d.at != len(raw) {
		return nil, errDamaged
	}
	return out, nil
}

// entries reads all entries into l and indexes their aliases, the last first,
// so that of each chain the first is the highest.
func (d *decoder) entries(l *layer) bool {
	n := len(l.entries)
	for i := range l.entries {
		e := &l.entries[i]
		e.Kind = Kind(d.num())
		f := d.num()
		e.rank = uint16(d.num())
		e.ID, e.Name, e.Country, e.Code, e.Region = d.str(), d.str(), d.str(), d.str(), d.str()
		if f&flagCoord != 0 {
			e.HasCoord = true
			e.Lat = float64(d.num())/1e4 - 90
			e.Lon = float64(d.num())/1e4 - 180
			e.Lat, e.Lon = math.Round(e.Lat*1e4)/1e4, math.Round(e.Lon*1e4)/1e4
		}
		e.Capital = f&flagCapital != 0
		e.GeoNames, e.Population = d.num(), d.num()
		l.aliases = append(l.aliases, alias{text: e.Name, entry: int32(i), weak: f&flagWeak != 0})
		e.Former, e.PartOf, e.Related = d.links(), d.links(), d.links()
		for range d.num() {
			k := d.num()
			l.aliases = append(l.aliases, alias{text: d.str(), entry: int32(i), kind: AliasKind(k >> 1), weak: k&1 != 0})
		}
		if !d.ok || len(l.aliases) > len(d.b) {
			return false
		}
	}
	for i := len(l.aliases) - 1; i >= 0; i-- {
		l.add(i)
	}
	return d.ok && n == len(l.entries)
}

func (d *decoder) links() []string {
	n := d.num()
	if n == 0 || n > len(d.b)-d.at {
		return nil
	}
	ids := make([]string, n)
	for i := range ids {
		ids[i] = d.str()
	}
	return ids
}

func (o *data) addWord(text string, in WordSet) {
	var h uint64
	for i := 0; ; {
		a, ok := nextAtom(text, i)
		if !ok || a.broken {
			break
		}
		if i > 0 {
			*o.words.at(h) |= longer
		}
		h, i = join(h, a.hash), a.end
	}
	*o.words.at(h) |= uint32(in)
}
