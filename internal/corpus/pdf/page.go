package pdf

import (
	"math"
	"strings"
	"unicode/utf16"
)

// A Page is what stands on a page. Lengths are in points, 72 to the inch; the
// origin is the lower left corner of the page as it is shown.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph
	// Rules are the lines that are drawn, as far as they are kept.
	Rules []Rule
	// Images counts the pictures.
	Images int
	// Unmapped counts the signs of which the file does not say what they are.
	Unmapped int
}

// A Glyph is a sign with its place: where its baseline begins, and how far it
// goes on. Text may hold several characters, as a ligature does.
type Glyph struct {
	Text     string
	X, Y     float64
	W        float64 // advance along the baseline
	Size     float64 // height of the font
	Turn     int     // quarter turns of the text against the page, 0 to 3; 4 for another angle
	Bold     bool
	Italic   bool
	Mono     bool
	Artifact bool // the file says that it is no text of the document
	Hidden   bool // it is not painted: the text behind a scan
}

// Pages returns the number of pages.
func (f *File) Pages() int { return len(f.pages) }

// Info returns an entry of the document's properties, "" if there is none.
func (f *File) Info(key string) string {
	s, _ := f.resolve(f.dict(f.trailer["Info"])[name(key)]).(str)
	return pdfText(string(s))
}

// Language returns the language that the file says it is in, "" if none.
func (f *File) Language() string {
	s, _ := f.resolve(f.dict(f.trailer["Root"])["Lang"]).(str)
	return pdfText(string(s))
}

// pdfText decodes a string of text: UTF-16 or UTF-8 by its mark, else nearly
// Latin-1.
func pdfText(s string) string {
	switch {
	case strings.HasPrefix(s, "\xFE\xFF"):
		var u []uint16
		for i := 2; i+1 < len(s); i += 2 {
			u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(u))
	case strings.HasPrefix(s, "\xFF\xFE"):
		var u []uint16
		for i := 2; i+1 < len(s); i += 2 {
			u = append(u, uint16(s[i+1])<<8|uint16(s[i]))
		}
		return string(utf16.Decode(u))
	case strings.HasPrefix(s, "\xEF\xBB\xBF"):
		return strings.ToValidUTF8(s[3:], "\uFFFD")
	}
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x80 && c < 0xA0:
			b.WriteString([]string{"•", "†", "‡", "…", "—", "–", "ƒ", "⁄", "‹", "›", "−", "‰", "„", "“", "”", "‘", "’", "‚", "™", "fi", "fl", "Ł", "Œ", "Š", "Ÿ", "Ž", "ı", "ł", "œ", "š", "ž", ""}[c-0x80])
		case c == 0xA0:
			b.WriteString("€")
		default:
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// findPages walks the tree of pages, each node once.
func (f *File) findPages() {
	f.pages = nil
	seen := map[int]bool{}
	var walk func(o object, inherited dict, depth int)
	walk = func(o object, inherited dict, depth int) {
		if r, ok := o.(ref); ok {
			if seen[r.num] {
				return
			}
			seen[r.num] = true
		}
		d := f.dict(o)
		if d == nil || depth > maxNest || len(f.pages) >= maxPages {
			return
		}
		own := dict{}
		for _, k := range []name{"Resources", "MediaBox", "CropBox", "Rotate"} {
			if v, ok := d[k]; ok {
				own[k] = v
			} else if v, ok := inherited[k]; ok {
				own[k] = v
			}
		}
		if kids := f.array(d["Kids"]); kids != nil && d["Type"] != name("Page") {
			for _, k := range kids {
				walk(k, own, depth+1)
			}
			return
		}
		own["Contents"] = d["Contents"]
		f.pages = append(f.pages, own)
	}
	walk(f.dict(f.trailer["Root"])["Pages"], nil, 0)
	if len(f.pages) > 0 || !f.rebuilt {
		return
	}
	for num := range f.maxNum() + 1 { // the tree is lost: any page that is there
		if d, ok := f.resolve(ref{num, 0}).(dict); ok && d["Type"] == name("Page") && len(f.pages) < maxPages {
			f.pages = append(f.pages, d)
		}
	}
}

func (f *File) maxNum() int {
	n := 0
	for k := range f.xref {
		n = max(n, k)
	}
	return min(n, maxObjects)
}

// Page returns page i, from 0. What is damaged on it is left out; the error is
// ErrTooMuch.
func (f *File) Page(i int) (*Page, error) {
	d := f.pages[i]
	p := &Page{}
	r := &runner{f: f, page: p, forms: map[*stream]bool{}}
	r.gs.ctm = f.frame(d, p)
	var content []byte
	for _, o := range f.list(d["Contents"]) {
		if s, ok := f.resolve(o).(*stream); ok {
			data, err := f.decode(s)
			if err == ErrTooMuch {
				return nil, err
			}
			content = append(append(content, data...), '\n')
		}
	}
	r.run(content, f.dict(d["Resources"]), 0)
	if f.runs > maxRuns || f.ops > maxOps || f.glyphs > maxGlyphs || f.decoded > maxDecoded {
		return nil, ErrTooMuch
	}
	return p, nil
}

// frame returns the transformation to the page as it is shown, and sets its
// size.
func (f *File) frame(d dict, p *Page) matrix {
	box := [4]float64{0, 0, 612, 792}
	for _, key := range []name{"MediaBox", "CropBox"} {
		a := f.array(d[key])
		if len(a) != 4 {
			continue
		}
		var v [4]float64
		ok := true
		for i := range v {
			var is bool
			v[i], is = f.number(a[i])
			ok = ok && is
		}
		v[0], v[2] = math.Min(v[0], v[2]), math.Max(v[0], v[2])
		v[1], v[3] = math.Min(v[1], v[3]), math.Max(v[1], v[3])
		if ok && v[2]-v[0] > 1 && v[3]-v[1] > 1 {
			box = v
		}
	}
	w, h := box[2]-box[0], box[3]-box[1]
	turn, _ := f.resolve(d["Rotate"]).(int)
	switch ((turn/90)%4 + 4) % 4 {
	case 1:
		p.Width, p.Height = h, w
		return matrix{0, -1, 1, 0, -box[1], box[2]}
	case 2:
		p.Width, p.Height = w, h
		return matrix{-1, 0, 0, -1, box[2], box[3]}
	case 3:
		p.Width, p.Height = h, w
		return matrix{0, 1, -1, 0, box[3], -box[0]}
	}
	p.Width, p.Height = w, h
	return matrix{1, 0, 0, 1, -box[0], -box[1]}
}
