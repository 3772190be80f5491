package pdf

import (
	"bytes"
	"errors"
	"sort"
)

// Errors of Open.
var (
	// ErrLocked says that the file wants a password.
	ErrLocked = errors.New("pdf: the file wants a password")
	// ErrDamaged says that no page can be found.
	ErrDamaged = errors.New("pdf: the file is damaged")
	// ErrTooMuch says that the work on the file passed its bounds.
	ErrTooMuch = errors.New("pdf: the file holds more than is read")
)

// Bounds on one file.
const (
	maxObjects = 4 << 20
	maxDecoded = 512 << 20 // bytes that streams unpack to, all together
	maxStream  = 128 << 20
	maxPages   = 50000
	maxOps     = 40 << 20 // operators of content
	maxRuns    = 50000    // forms that are run
	maxGlyphs  = 16 << 20
)

// A File is an open PDF file.
type File struct {
	data    []byte
	xref    map[int]entry
	trailer dict
	cache   map[int]object
	busy    map[int]bool
	packs   map[int]map[int]object // object streams that were unpacked
	crypt   *crypt
	decoded int
	ops     int
	glyphs  int
	runs    int
	fonts   map[ref]*font
	pages   []dict
	rebuilt bool
}

// An entry says where an object is.
type entry struct {
	offset int // in the file; in a pack the index
	pack   int // number of the object stream, 0 for none
}

// Open reads the structure of a file. The error is one of those of this
// package.
func Open(data []byte) (*File, error) {
	f := &File{data: data, xref: map[int]entry{}, trailer: dict{}, cache: map[int]object{}, busy: map[int]bool{}, packs: map[int]map[int]object{}, fonts: map[ref]*font{}}
	f.readXref(f.startXref())
	if !f.usable() {
		f.rebuild()
	}
	if err := f.unlock(); err != nil {
		return nil, err
	}
	if f.findPages(); len(f.pages) == 0 && !f.rebuilt {
		f.rebuild()
		if err := f.unlock(); err != nil {
			return nil, err
		}
		f.findPages()
	}
	if f.decoded > maxDecoded {
		return nil, ErrTooMuch
	}
	if len(f.pages) == 0 {
		return nil, ErrDamaged
	}
	return f, nil
}

// usable reports whether the root of the file can be read.
func (f *File) usable() bool {
	root := f.dict(f.trailer["Root"])
	return root != nil && f.dict(root["Pages"]) != nil
}

// startXref returns the offset that the end of the file gives.
func (f *File) startXref() int {
	tail := f.data[max(0, len(f.data)-2048):]
	at := bytes.LastIndex(tail, []byte("startxref"))
	if at < 0 {
		return -1
	}
	l := lexer{data: tail, at: at + len("startxref")}
	if n, ok := l.next(0).(int); ok {
		return n
	}
	return -1
}

// readXref reads the cross-references at an offset and those before them.
func (f *File) readXref(at int) {
	seen := map[int]bool{}
	for todo := []int{at}; len(todo) > 0; {
		at, todo = todo[0], todo[1:]
		if at < 0 || at >= len(f.data) || seen[at] || len(seen) > 4096 {
			continue
		}
		seen[at] = true
		l := &lexer{data: f.data, at: at}
		var t dict
		if k, ok := l.next(0).(keyword); ok && k == "xref" {
			t = f.xrefTable(l)
		} else {
			l.at = at
			t = f.xrefStream(l)
		}
		for k, v := range t {
			if _, ok := f.trailer[k]; !ok {
				f.trailer[k] = v
			}
		}
		if n, ok := t["XRefStm"].(int); ok {
			todo = append(todo, n)
		}
		if n, ok := t["Prev"].(int); ok {
			todo = append(todo, n)
		}
	}
}

// xrefTable reads a table and the trailer behind it.
func (f *File) xrefTable(l *lexer) dict {
	for {
		o := l.next(0)
		if k, ok := o.(keyword); ok && k == "trailer" {
			d, _ := l.next(0).(dict)
			return d
		}
		first, ok := o.(int)
		count, ok2 := l.next(0).(int)
		if !ok || !ok2 || count < 0 || count > maxObjects {
			return nil
		}
		for i := range count {
			offset, ok := l.next(0).(int)
			_, ok2 := l.next(0).(int)
			kind, ok3 := l.next(0).(keyword)
			if !ok || !ok2 || !ok3 {
				return nil
			}
			if kind == "n" {
				f.add(first+i, entry{offset: offset})
			} else {
				f.add(first+i, entry{offset: -1})
			}
		}
	}
}

// add notes where an object is, unless a later part of the file has said so.
func (f *File) add(num int, e entry) {
	if _, ok := f.xref[num]; !ok && len(f.xref) < maxObjects {
		f.xref[num] = e
	}
}

// xrefStream reads cross-references that are a stream.
func (f *File) xrefStream(l *lexer) dict {
	s, _ := f.indirect(l, nil).(*stream)
	if s == nil || s.dict["Type"] != name("XRef") {
		return nil
	}
	s.id = ref{}
	data, err := f.decode(s)
	if err != nil && len(data) == 0 {
		return nil
	}
	var w [3]int
	ws, _ := s.dict["W"].(array)
	for i := range w {
		if i < len(ws) {
			w[i], _ = ws[i].(int)
		}
		if w[i] < 0 || w[i] > 8 {
			return nil
		}
	}
	index, _ := s.dict["Index"].(array)
	if index == nil {
		index = array{0, s.dict["Size"]}
	}
	size := w[0] + w[1] + w[2]
	for i := 0; i+1 < len(index) && size > 0; i += 2 {
		first, _ := index[i].(int)
		count, _ := index[i+1].(int)
		for n := 0; n < count && len(data) >= size; n++ {
			f.addRow(first+n, data[:size], w)
			data = data[size:]
		}
	}
	return s.dict
}

func (f *File) addRow(num int, row []byte, w [3]int) {
	var v [3]int
	at := 0
	for i := range w {
		for range w[i] {
			v[i] = v[i]<<8 | int(row[at])
			at++
		}
	}
	if w[0] == 0 {
		v[0] = 1
	}
	switch v[0] {
	case 0:
		f.add(num, entry{offset: -1})
	case 1:
		f.add(num, entry{offset: v[1]})
	case 2:
		f.add(num, entry{offset: v[2], pack: v[1]})
	}
}

// rebuild finds the objects by looking for "n g obj" all over the file.
func (f *File) rebuild() {
	f.rebuilt = true
	f.xref, f.cache, f.packs = map[int]entry{}, map[int]object{}, map[int]map[int]object{}
	f.crypt = nil
	old := f.trailer
	f.trailer = dict{}
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("obj"))
		if i < 0 {
			break
		}
		at += i + 3
		if start, num, ok := objectBefore(f.data, at-3); ok && len(f.xref) < maxObjects {
			f.xref[num] = entry{offset: start}
		}
	}
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("trailer"))
		if i < 0 {
			break
		}
		at += i + 7
		l := &lexer{data: f.data, at: at}
		if d, ok := l.next(0).(dict); ok {
			for k, v := range d {
				f.trailer[k] = v
			}
		}
	}
	for k, v := range old {
		if _, ok := f.trailer[k]; !ok {
			f.trailer[k] = v
		}
	}
	f.rebuildPacks()
}

// objectBefore reads "12 0 " before offset at, where "obj" stands.
func objectBefore(data []byte, at int) (start, num int, ok bool) {
	i := at
	back := func(want func(byte) bool) int {
		from := i
		for i > 0 && from-i < 24 && want(data[i-1]) {
			i--
		}
		return from - i
	}
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	back(isSpace)
	if back(digit) == 0 || back(isSpace) == 0 {
		return 0, 0, false
	}
	stop := i
	if n := back(digit); n == 0 || n > 9 {
		return 0, 0, false
	}
	for _, c := range data[i:stop] {
		num = num*10 + int(c-'0')
	}
	return i, num, true
}

// rebuildPacks finds the objects in object streams, and the root.
func (f *File) rebuildPacks() {
	nums := make([]int, 0, len(f.xref))
	for n := range f.xref {
		nums = append(nums, n)
	}
	sort.Ints(nums)
	var packed []int
	for _, n := range nums {
		switch o := f.resolve(ref{n, 0}).(type) {
		case *stream:
			if o.dict["Type"] == name("ObjStm") {
				packed = append(packed, n)
			}
			if o.dict["Type"] == name("XRef") {
				for _, k := range []name{"Root", "Info", "Encrypt", "ID"} {
					if v, ok := o.dict[k]; ok {
						f.trailer[k] = v
					}
				}
			}
		case dict:
			if o["Type"] == name("Catalog") && o["Pages"] != nil {
				if f.dict(f.trailer["Root"]) == nil {
					f.trailer["Root"] = ref{n, 0}
				}
			}
		}
	}
	if f.trailer["Encrypt"] != nil {
		_ = f.unlock() // Open asks again, and says so
	}
	for _, n := range packed {
		members := f.unpack(n)
		for num := range members {
			if _, ok := f.xref[num]; !ok {
				f.xref[num] = entry{offset: 0, pack: n}
			}
		}
	}
	if f.dict(f.trailer["Root"]) != nil {
		return
	}
	for _, n := range packed {
		for num, o := range f.packs[n] {
			if d, ok := o.(dict); ok && d["Type"] == name("Catalog") {
				f.trailer["Root"] = ref{num, 0}
			}
		}
	}
}

// resolve follows references to the object itself; nil where they lead nowhere.
func (f *File) resolve(o object) object {
	for range 32 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.load(r)
	}
	return nil
}

// load reads object r.
func (f *File) load(r ref) object {
	if o, ok := f.cache[r.num]; ok {
		return o
	}
	e, ok := f.xref[r.num]
	if !ok || e.offset < 0 || f.busy[r.num] {
		return nil
	}
	f.busy[r.num] = true
	defer delete(f.busy, r.num)
	var o object
	if e.pack > 0 {
		o = f.unpack(e.pack)[r.num]
	} else if e.offset < len(f.data) {
		o = f.indirect(&lexer{data: f.data, at: e.offset}, &r.num)
	}
	f.cache[r.num] = o
	return o
}

// indirect reads "n g obj …" at l; nil if it is none, or not number *want.
func (f *File) indirect(l *lexer, want *int) object {
	num, ok := l.next(0).(int)
	gen, ok2 := l.next(0).(int)
	k, ok3 := l.next(0).(keyword)
	if !ok || !ok2 || !ok3 || k != "obj" || want != nil && num != *want {
		return nil
	}
	id := ref{num, gen}
	o := l.read(0)
	d, ok := o.(dict)
	if ok {
		back := l.at
		if k, ok := l.next(0).(keyword); ok && k == "stream" {
			return f.stream(l, d, id)
		}
		l.at = back
	}
	if _, ok := o.(keyword); ok {
		return nil
	}
	if f.crypt != nil {
		o = f.crypt.strings(o, id, 0)
	}
	return o
}

// stream reads the bytes of a stream: as many as it says if "endstream" stands
// behind them, else up to that word.
func (f *File) stream(l *lexer, d dict, id ref) object {
	if l.at < len(l.data) && l.data[l.at] == '\r' {
		l.at++
	}
	if l.at < len(l.data) && l.data[l.at] == '\n' {
		l.at++
	}
	start := l.at
	s := &stream{dict: d, id: id}
	if n, ok := f.resolve(d["Length"]).(int); ok && n >= 0 && start+n <= len(l.data) {
		tail := lexer{data: l.data, at: start + n}
		if k, ok := tail.next(0).(keyword); ok && (k == "endstream" || k == "endobj") {
			s.raw = l.data[start : start+n]
			return s
		}
	}
	stop := bytes.Index(l.data[start:], []byte("endstream"))
	if stop < 0 {
		stop = bytes.Index(l.data[start:], []byte("endobj"))
	}
	if stop < 0 {
		stop = len(l.data) - start
	}
	s.raw = l.data[start : start+stop]
	return s
}

// unpack returns the objects of an object stream.
func (f *File) unpack(num int) map[int]object {
	if m, ok := f.packs[num]; ok {
		return m
	}
	f.packs[num] = nil // a pack within itself holds nothing
	s, _ := f.load(ref{num, 0}).(*stream)
	if s == nil {
		return nil
	}
	data, _ := f.decode(s) // what comes before damage counts
	n, _ := f.resolve(s.dict["N"]).(int)
	first, _ := f.resolve(s.dict["First"]).(int)
	m := map[int]object{}
	head := &lexer{data: data}
	for range min(max(n, 0), maxObjects) {
		num, ok := head.next(0).(int)
		at, ok2 := head.next(0).(int)
		if !ok || !ok2 || first+at < 0 || first+at >= len(data) {
			break
		}
		m[num] = (&lexer{data: data, at: first + at}).read(0)
	}
	f.packs[num] = m
	return m
}

// dict returns o as a dictionary, that of a stream included; nil for others.
func (f *File) dict(o object) dict {
	switch o := f.resolve(o).(type) {
	case dict:
		return o
	case *stream:
		return o.dict
	}
	return nil
}

func (f *File) array(o object) array {
	a, _ := f.resolve(o).(array)
	return a
}

func (f *File) number(o object) (float64, bool) {
	switch v := f.resolve(o).(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}
