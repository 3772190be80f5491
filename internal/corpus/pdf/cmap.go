package pdf

import (
	"sort"
	"strings"
	"unicode/utf16"
)

// A cmap maps codes to text or to glyphs.
type cmap struct {
	lens   [5]bool // lengths of codes that there are
	spaces []codeSpace
	chars  map[string]string
	ranges []codeRange // sorted by from, within a length
	cids   []cidRange
}

type codeSpace struct{ low, high string }

// A codeRange maps the codes from…to, all of one length, to text that counts
// on in its last sign.
type codeRange struct {
	from, to string
	text     []uint16
}

type cidRange struct {
	from, to string
	cid      int
}

// Bounds on one map.
const maxMapped = 1 << 18

// parseCMap reads a map.
func (f *File) parseCMap(data []byte) *cmap {
	m := &cmap{chars: map[string]string{}}
	l := &lexer{data: data}
	var before []object
	for n := 0; n < 4*maxMapped; n++ {
		o := l.next(0)
		if _, ok := o.(end); ok {
			break
		}
		k, ok := o.(keyword)
		if !ok {
			if before = append(before, o); len(before) > 3*maxMapped {
				break
			}
			continue
		}
		m.section(string(k), before)
		before = before[:0]
	}
	sort.SliceStable(m.ranges, func(i, j int) bool { return m.ranges[i].from < m.ranges[j].from })
	sort.SliceStable(m.cids, func(i, j int) bool { return m.cids[i].from < m.cids[j].from })
	return m
}

// section takes what stands before the word that ends it.
func (m *cmap) section(word string, list []object) {
	switch word {
	case "endcodespacerange":
		for i := 0; i+1 < len(list); i += 2 {
			low, ok := list[i].(str)
			high, ok2 := list[i+1].(str)
			if ok && ok2 && len(low) == len(high) && len(low) > 0 && len(low) < 5 {
				m.lens[len(low)] = true
				m.spaces = append(m.spaces, codeSpace{string(low), string(high)})
			}
		}
	case "endbfchar":
		for i := 0; i+1 < len(list); i += 2 {
			code, ok := list[i].(str)
			text, ok2 := list[i+1].(str)
			if ok && ok2 && len(m.chars) < maxMapped {
				m.chars[string(code)] = decode16(units(string(text)))
			}
		}
	case "endbfrange":
		for i := 0; i+2 < len(list); i += 3 {
			m.bfRange(list[i], list[i+1], list[i+2])
		}
	case "endcidchar":
		for i := 0; i+1 < len(list); i += 2 {
			code, ok := list[i].(str)
			cid, ok2 := list[i+1].(int)
			if ok && ok2 && len(m.cids) < maxMapped {
				m.cids = append(m.cids, cidRange{string(code), string(code), cid})
			}
		}
	case "endcidrange":
		for i := 0; i+2 < len(list); i += 3 {
			from, ok := list[i].(str)
			to, ok2 := list[i+1].(str)
			cid, ok3 := list[i+2].(int)
			if ok && ok2 && ok3 && len(from) == len(to) && len(m.cids) < maxMapped {
				m.cids = append(m.cids, cidRange{string(from), string(to), cid})
			}
		}
	}
}

func (m *cmap) bfRange(a, b, c object) {
	from, ok := a.(str)
	to, ok2 := b.(str)
	if !ok || !ok2 || len(from) != len(to) || len(from) == 0 || len(m.ranges)+len(m.chars) > maxMapped {
		return
	}
	switch v := c.(type) {
	case str:
		m.ranges = append(m.ranges, codeRange{string(from), string(to), units(string(v))})
	case array:
		code := []byte(from)
		for _, o := range v {
			if s, ok := o.(str); ok {
				m.chars[string(code)] = decode16(units(string(s)))
			}
			for i := len(code) - 1; i >= 0; i-- {
				if code[i]++; code[i] != 0 {
					break
				}
			}
		}
	}
}

// units returns the UTF-16 that s holds, a single byte as one unit.
func units(s string) []uint16 {
	if len(s) == 1 {
		return []uint16{uint16(s[0])}
	}
	var u []uint16
	for i := 0; i+1 < len(s) && len(u) < 64; i += 2 {
		u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return u
}

func decode16(u []uint16) string {
	return strings.ReplaceAll(string(utf16.Decode(u)), "\x00", "")
}

// text returns the text of a code. A nil map has none.
func (m *cmap) text(code string) (string, bool) {
	if m == nil {
		return "", false
	}
	if s, ok := m.chars[code]; ok {
		return s, true
	}
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].from > code })
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		r := &m.ranges[k]
		if len(r.from) != len(code) || code > r.to {
			continue
		}
		u := append([]uint16(nil), r.text...)
		if len(u) > 0 {
			u[len(u)-1] += uint16(value(code) - value(r.from))
		}
		return decode16(u), true
	}
	return "", false
}

func value(code string) int {
	v := 0
	for i := range len(code) {
		v = v<<8 | int(code[i])
	}
	return v
}

// cid returns the glyph of a code.
func (m *cmap) cid(code string) (int, bool) {
	i := sort.Search(len(m.cids), func(i int) bool { return m.cids[i].from > code })
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if r := &m.cids[k]; len(r.from) == len(code) && code <= r.to {
			return r.cid + value(code) - value(r.from), true
		}
	}
	return 0, false
}

// codeLen returns the length of the code that s begins with.
func (m *cmap) codeLen(s string) int {
	for n := 1; n <= min(4, len(s)); n++ {
		if !m.lens[n] {
			continue
		}
		for _, sp := range m.spaces {
			if len(sp.low) == n && within(s[:n], sp) {
				return n
			}
		}
	}
	if len(m.spaces) > 0 {
		return len(m.spaces[0].low)
	}
	return 2
}

func within(code string, sp codeSpace) bool {
	for i := range len(code) {
		if code[i] < sp.low[i] || code[i] > sp.high[i] {
			return false
		}
	}
	return true
}

// trueTypeMap reads the table cmap of a TrueType font backwards: glyphs, as
// codes of two bytes, to text. Nil if there is none in Unicode.
func trueTypeMap(data []byte) *cmap {
	u16 := func(at int) int {
		if at < 0 || at+2 > len(data) {
			return 0
		}
		return int(data[at])<<8 | int(data[at+1])
	}
	u32 := func(at int) int { return u16(at)<<16 | u16(at+2) }
	table := 0
	for i := range min(u16(4), 64) {
		if at := 12 + 16*i; at+16 <= len(data) && string(data[at:at+4]) == "cmap" {
			table = u32(at + 8)
		}
	}
	if table == 0 {
		return nil
	}
	for i := range min(u16(table+2), 32) {
		at := table + 4 + 8*i
		sub := table + u32(at+4)
		if unicode := u16(at) == 0 || u16(at) == 3 && u16(at+2) == 1; unicode && u16(sub) == 4 {
			return format4(u16, sub)
		}
	}
	return nil
}

// format4 reads a table of segments.
func format4(u16 func(int) int, sub int) *cmap {
	m := &cmap{chars: map[string]string{}}
	segs := u16(sub+6) / 2
	for s := range min(segs, 1<<14) {
		stop, start := u16(sub+14+2*s), u16(sub+16+2*segs+2*s)
		delta := u16(sub + 16 + 4*segs + 2*s)
		at := sub + 16 + 6*segs + 2*s
		offset := u16(at)
		for c := start; c <= stop && c < 0xFFFF && len(m.chars) < 1<<16; c++ {
			g := c + delta
			if offset != 0 {
				if g = u16(at + offset + 2*(c-start)); g != 0 {
					g += delta
				}
			}
			g &= 0xFFFF
			code := string([]byte{byte(g >> 8), byte(g)})
			if _, ok := m.chars[code]; !ok && g != 0 {
				m.chars[code] = string(rune(c))
			}
		}
	}
	return m
}
