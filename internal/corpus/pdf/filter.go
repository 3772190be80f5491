package pdf

import (
	"bytes"
	"compress/flate"
	"io"
)

// errFilter says that a stream is packed in a way that is not undone: pictures.
type errFilter name

func (e errFilter) Error() string { return "pdf: filter " + string(e) }

// decode returns the bytes of a stream, unpacked. Damage ends them.
func (f *File) decode(s *stream) ([]byte, error) {
	data := s.raw
	if f.crypt != nil && s.id.num != 0 {
		data = f.crypt.stream(s, data)
	}
	filters := f.list(first(s.dict["Filter"], s.dict["F"]))
	parms := f.list(first(s.dict["DecodeParms"], s.dict["DP"]))
	if len(filters) > 8 {
		return nil, ErrTooMuch
	}
	for i, o := range filters {
		n, _ := f.resolve(o).(name)
		var p dict
		if i < len(parms) {
			p = f.dict(parms[i])
		}
		out, err := f.filter(n, data, p)
		if err != nil {
			return nil, err
		}
		if f.decoded += len(out); f.decoded > maxDecoded {
			return nil, ErrTooMuch
		}
		data = out
	}
	return data, nil
}

func first(a, b object) object {
	if a != nil {
		return a
	}
	return b
}

// list returns o as an array, a single object as one of one.
func (f *File) list(o object) array {
	switch o := f.resolve(o).(type) {
	case nil:
		return nil
	case array:
		return o
	default:
		return array{o}
	}
}

func (f *File) filter(n name, data []byte, p dict) ([]byte, error) {
	switch n {
	case "FlateDecode", "Fl":
		return f.predict(inflate(data), p), nil
	case "LZWDecode", "LZW":
		early := 1
		if v, ok := f.resolve(p["EarlyChange"]).(int); ok {
			early = v
		}
		return f.predict(unLZW(data, early), p), nil
	case "ASCIIHexDecode", "AHx":
		l := lexer{data: append([]byte{'<'}, data...)}
		s, _ := l.hex().(str)
		return []byte(s), nil
	case "ASCII85Decode", "A85":
		return un85(data), nil
	case "RunLengthDecode", "RL":
		return unRun(data), nil
	case "Crypt":
		return data, nil
	}
	return nil, errFilter(n)
}

// inflate unpacks data with the header of zlib, or without one where it is
// damaged; what comes before damage counts.
func inflate(data []byte) []byte {
	for len(data) > 0 && isSpace(data[0]) {
		data = data[1:]
	}
	var out bytes.Buffer
	if len(data) > 2 && data[0]&0x0F == 8 {
		_, _ = io.Copy(&out, io.LimitReader(flate.NewReader(bytes.NewReader(data[2:])), maxStream))
	}
	if out.Len() == 0 {
		_, _ = io.Copy(&out, io.LimitReader(flate.NewReader(bytes.NewReader(data)), maxStream))
	}
	return out.Bytes()
}

// unLZW unpacks LZW with codes of 9 to 12 bits, highest bit first.
func unLZW(data []byte, early int) []byte {
	type code struct {
		prev int
		last byte
		size int
	}
	table := make([]code, 258, 4096)
	for i := range 256 {
		table[i] = code{-1, byte(i), 1}
	}
	var out []byte
	acc, bits, width, prev := 0, 0, 9, -1
	for _, c := range data {
		acc, bits = acc<<8|int(c), bits+8
		for bits >= width {
			k := acc >> (bits - width) & (1<<width - 1)
			bits -= width
			acc &= 1<<bits - 1
			if k == 257 || len(out) > maxStream {
				return out
			}
			if k == 256 {
				table, width, prev = table[:258], 9, -1
				continue
			}
			if k > len(table) || k == len(table) && prev < 0 {
				return out
			}
			use := k
			if k == len(table) {
				use = prev
			}
			size := table[use].size
			start := len(out)
			out = append(out, make([]byte, size)...)
			for i, c := start+size-1, use; c >= 0 && i >= start; i-- {
				out[i] = table[c].last
				c = table[c].prev
			}
			if k == len(table) {
				out = append(out, out[start])
			}
			if prev >= 0 && len(table) < 4096 {
				table = append(table, code{prev, out[start], table[prev].size + 1})
			}
			if n := len(table) + early; n >= 1<<width && width < 12 {
				width++
			}
			prev = k
		}
	}
	return out
}

func un85(data []byte) []byte {
	var out []byte
	var group [5]byte
	n := 0
	flush := func(n int) {
		if n < 2 {
			return
		}
		for i := n; i < 5; i++ {
			group[i] = 84
		}
		var v uint32
		for _, g := range group {
			v = v*85 + uint32(g)
		}
		word := []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}
		out = append(out, word[:n-1]...)
	}
	for _, c := range data {
		switch {
		case c == '~':
			flush(n)
			return out
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			group[n] = c - '!'
			if n++; n == 5 {
				flush(5)
				n = 0
			}
		}
	}
	flush(n)
	return out
}

func unRun(data []byte) []byte {
	var out []byte
	for i := 0; i < len(data) && len(out) < maxStream; {
		n := int(data[i])
		i++
		switch {
		case n < 128:
			stop := min(i+n+1, len(data))
			out = append(out, data[i:stop]...)
			i = stop
		case n > 128 && i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		case n == 128:
			return out
		}
	}
	return out
}

// predict undoes the differences that PNG and TIFF write.
func (f *File) predict(data []byte, p dict) []byte {
	kind, _ := f.resolve(p["Predictor"]).(int)
	if kind < 2 {
		return data
	}
	get := func(key name, def int) int {
		if v, ok := f.resolve(p[key]).(int); ok && v > 0 && v < 1<<20 {
			return v
		}
		return def
	}
	colors, bits, cols := get("Colors", 1), get("BitsPerComponent", 8), get("Columns", 1)
	step := max((colors*bits+7)/8, 1)
	row := (colors*bits*cols + 7) / 8
	if row <= 0 || row > maxStream {
		return data
	}
	if kind == 2 {
		if bits == 8 {
			out := append([]byte(nil), data...)
			for start := 0; start+row <= len(out); start += row {
				for i := step; i < row; i++ {
					out[start+i] += out[start+i-step]
				}
			}
			return out
		}
		return data
	}
	return unPNG(data, row, step)
}

func unPNG(data []byte, row, step int) []byte {
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 1 {
		kind := data[0]
		cur := make([]byte, row)
		n := copy(cur, data[1:])
		data = data[1+n:]
		for i := range cur {
			var left, corner byte
			if i >= step {
				left, corner = cur[i-step], above[i-step]
			}
			switch kind {
			case 1:
				cur[i] += left
			case 2:
				cur[i] += above[i]
			case 3:
				cur[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				cur[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, cur[:n]...)
		above = cur
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
