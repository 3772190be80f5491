package pdf

import (
	"bytes"
	"math"
)

// A matrix maps x, y to a·x+c·y+e, b·x+d·y+f.
type matrix [6]float64

// mul returns the transformation m, then n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is the state of graphics that q saves.
type state struct {
	ctm     matrix
	font    *font
	size    float64
	char    float64 // spacing of characters
	word    float64 // spacing of words
	stretch float64 // horizontal scaling, 1 for none
	leading float64
	rise    float64
	mode    int
}

// A runner obeys the operators of a page's content.
type runner struct {
	f     *File
	page  *Page
	gs    state
	saved []state
	tm    matrix
	line  matrix
	forms map[*stream]bool // forms that are being run
	tags  []tagged
	path  path
}

// tagged is marked content that is open.
type tagged struct {
	artifact bool
	actual   *string // text that stands for all signs within; set to nil once written
	replaced bool
}

const maxForms = 24

// run obeys content.
func (r *runner) run(content []byte, res dict, depth int) {
	l := &lexer{data: content}
	if depth == 0 {
		r.gs.stretch = 1
	}
	var args []object
	for {
		o := l.next(0)
		switch k := o.(type) {
		case end:
			return
		case keyword:
			if r.f.ops++; r.f.ops > maxOps || r.f.glyphs > maxGlyphs || r.f.decoded > maxDecoded {
				return
			}
			if k == "BI" {
				r.page.Images++
				skipImage(l)
			} else {
				r.obey(string(k), args, res, depth)
			}
			args = args[:0]
		default:
			if args = append(args, o); len(args) > 512 {
				args = args[:0]
			}
		}
	}
}

// skipImage passes over an image within the content.
func skipImage(l *lexer) {
	for {
		switch k := l.next(0).(type) {
		case end:
			return
		case keyword:
			if k != "ID" {
				continue
			}
			for {
				i := bytes.Index(l.data[l.at:], []byte("EI"))
				if i < 0 {
					l.at = len(l.data)
					return
				}
				at := l.at + i
				l.at = at + 2
				if at > 0 && isSpace(l.data[at-1]) && (l.at >= len(l.data) || isSpace(l.data[l.at])) && plausible(l.data[l.at:]) {
					return
				}
			}
		}
	}
}

// plausible reports whether what follows an image looks like content.
func plausible(b []byte) bool {
	for _, c := range b[:min(len(b), 12)] {
		if c > 0x7E || c < ' ' && !isSpace(c) || c == 0 {
			return false
		}
	}
	return true
}

func num(args []object, i int) float64 {
	if i >= len(args) {
		return 0
	}
	switch v := args[i].(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

func (r *runner) obey(op string, args []object, res dict, depth int) {
	gs := &r.gs
	switch op {
	case "q":
		if len(r.saved) < 512 {
			r.saved = append(r.saved, *gs)
		}
	case "Q":
		if k := len(r.saved); k > 0 {
			*gs, r.saved = r.saved[k-1], r.saved[:k-1]
		}
	case "cm":
		if len(args) == 6 {
			gs.ctm = matrixOf(args).mul(gs.ctm)
		}
	case "BT":
		r.tm, r.line = matrix{1, 0, 0, 1, 0, 0}, matrix{1, 0, 0, 1, 0, 0}
	case "Tc":
		gs.char = num(args, 0)
	case "Tw":
		gs.word = num(args, 0)
	case "Tz":
		gs.stretch = num(args, 0) / 100
	case "TL":
		gs.leading = num(args, 0)
	case "Ts":
		gs.rise = num(args, 0)
	case "Tr":
		gs.mode = int(num(args, 0))
	case "Tf":
		if len(args) == 2 {
			n, _ := args[0].(name)
			gs.font = r.f.font(r.f.dict(res["Font"])[n])
			gs.size = num(args, 1)
		}
	case "gs":
		r.extState(args, res)
	case "Do":
		r.do(args, res, depth)
	case "BMC", "BDC":
		r.openTag(args, res)
	case "EMC":
		if k := len(r.tags); k > 0 {
			r.tags = r.tags[:k-1]
		}
	default:
		if !r.pathOp(op, args) {
			r.showOp(op, args)
		}
	}
}

// showOp obeys the operators that move and show text.
func (r *runner) showOp(op string, args []object) {
	gs := &r.gs
	switch op {
	case "Td":
		r.move(num(args, 0), num(args, 1))
	case "TD":
		gs.leading = -num(args, 1)
		r.move(num(args, 0), num(args, 1))
	case "Tm":
		if len(args) == 6 {
			r.line = matrixOf(args)
			r.tm = r.line
		}
	case "T*":
		r.move(0, -gs.leading)
	case "Tj":
		r.showArg(args, 0)
	case "'":
		r.move(0, -gs.leading)
		r.showArg(args, 0)
	case "\"":
		gs.word, gs.char = num(args, 0), num(args, 1)
		r.move(0, -gs.leading)
		r.showArg(args, 2)
	case "TJ":
		if len(args) == 0 {
			return
		}
		a, _ := args[0].(array)
		for i, o := range a {
			if s, ok := o.(str); ok {
				r.show(string(s))
			} else {
				r.tm = matrix{1, 0, 0, 1, -num(a, i) / 1000 * gs.size * gs.stretch, 0}.mul(r.tm)
			}
		}
	}
}

func matrixOf(args []object) matrix {
	var m matrix
	for i := range m {
		m[i] = num(args, i)
	}
	return m
}

func (r *runner) move(x, y float64) {
	r.line = matrix{1, 0, 0, 1, x, y}.mul(r.line)
	r.tm = r.line
}

func (r *runner) showArg(args []object, i int) {
	if i < len(args) {
		if s, ok := args[i].(str); ok {
			r.show(string(s))
		}
	}
}

// extState takes the font of a state of graphics.
func (r *runner) extState(args []object, res dict) {
	if len(args) == 0 {
		return
	}
	n, _ := args[0].(name)
	if a := r.f.array(r.f.dict(r.f.dict(res["ExtGState"])[n])["Font"]); len(a) == 2 {
		r.gs.font = r.f.font(a[0])
		r.gs.size, _ = r.f.number(a[1])
	}
}

// do runs a form, one that is not being run already.
func (r *runner) do(args []object, res dict, depth int) {
	if len(args) == 0 {
		return
	}
	n, _ := args[0].(name)
	s, _ := r.f.resolve(r.f.dict(res["XObject"])[n]).(*stream)
	if s == nil {
		return
	}
	if s.dict["Subtype"] == name("Image") {
		r.page.Images++
		return
	}
	if s.dict["Subtype"] != name("Form") || depth > maxForms || r.forms[s] {
		return
	}
	if r.f.runs++; r.f.runs > maxRuns {
		return
	}
	data, err := r.f.decode(s)
	if err != nil {
		return
	}
	r.forms[s] = true
	defer delete(r.forms, s)
	saved, stack, tags, tm, line := r.gs, r.saved, r.tags, r.tm, r.line
	r.saved = nil
	if m := r.f.array(s.dict["Matrix"]); len(m) == 6 {
		var v matrix
		for i := range v {
			v[i], _ = r.f.number(m[i])
		}
		r.gs.ctm = v.mul(r.gs.ctm)
	}
	inner := r.f.dict(s.dict["Resources"])
	if inner == nil {
		inner = res
	}
	r.run(data, inner, depth+1)
	r.gs, r.saved, r.tags, r.tm, r.line = saved, stack, tags[:min(len(tags), len(r.tags))], tm, line
}

// openTag opens marked content.
func (r *runner) openTag(args []object, res dict) {
	if len(r.tags) > 256 {
		return
	}
	var t tagged
	if k := len(r.tags); k > 0 {
		t.artifact = r.tags[k-1].artifact
		t.actual, t.replaced = r.tags[k-1].actual, r.tags[k-1].replaced
	}
	if len(args) > 0 && args[0] == object(name("Artifact")) {
		t.artifact = true
	}
	if len(args) > 1 && !t.replaced {
		p := r.f.dict(args[1])
		if n, ok := args[1].(name); ok {
			p = r.f.dict(r.f.dict(res["Properties"])[n])
		}
		if s, ok := r.f.resolve(p["ActualText"]).(str); ok {
			text := pdfText(string(s))
			t.actual, t.replaced = &text, true
		}
	}
	r.tags = append(r.tags, t)
}

// show writes a string.
func (r *runner) show(s string) {
	gs := &r.gs
	if gs.font == nil || gs.size == 0 {
		return
	}
	gs.font.each(s, func(text string, width float64, space bool) {
		adv := width/1000*gs.size + gs.char
		if space {
			adv += gs.word
		}
		r.glyph(text, width/1000*gs.size)
		r.tm = matrix{1, 0, 0, 1, adv * gs.stretch, 0}.mul(r.tm)
	})
}

// glyph adds a sign at the place where the text has come to.
func (r *runner) glyph(text string, width float64) {
	gs := &r.gs
	if r.f.glyphs++; r.f.glyphs > maxGlyphs {
		return
	}
	m := matrix{gs.stretch, 0, 0, 1, 0, gs.rise}.mul(r.tm).mul(gs.ctm)
	g := Glyph{Text: text, X: m[4], Y: m[5], Bold: gs.font.bold, Italic: gs.font.italic, Mono: gs.font.mono, Hidden: gs.mode == 3 || gs.mode == 7}
	g.Size = math.Abs(gs.size) * math.Hypot(m[2], m[3])
	g.W = width * math.Hypot(m[0], m[1])
	g.Turn = quarter(m[0]*gs.size, m[1]*gs.size)
	if k := len(r.tags); k > 0 {
		t := &r.tags[k-1]
		g.Artifact = t.artifact
		if t.replaced {
			g.Text = ""
			if t.actual != nil {
				g.Text, *t.actual = *t.actual, ""
			}
		}
	}
	if text == "" && g.Text == "" {
		r.page.Unmapped++
		return
	}
	if bad(g.X) || bad(g.Y) || bad(g.Size) || bad(g.W) || g.Size < 0.5 || g.Text == "" {
		return
	}
	r.page.Glyphs = append(r.page.Glyphs, g)
}

func bad(v float64) bool { return math.IsNaN(v) || math.Abs(v) > 1e6 }

// quarter returns the quarter turns of a direction, 4 if it is askew.
func quarter(x, y float64) int {
	switch {
	case math.Abs(y) <= math.Abs(x)*0.05:
		if x < 0 {
			return 2
		}
		return 0
	case math.Abs(x) <= math.Abs(y)*0.05:
		if y > 0 {
			return 1
		}
		return 3
	}
	return 4
}
