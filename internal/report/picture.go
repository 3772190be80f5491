package report

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Pictures are the drawings of the pages as SVG files of their own, to be handed
// on: with title and description, plain colours on white, the reader's sans
// serif, and nothing that only a browser knows (custom properties, links).

// pictureSigns is the style of a picture. The colours are those of the light
// pages.
const pictureSigns = `text{font:12px sans-serif;fill:#1d1c1a}
.t{font:bold 20px serif}.b,.v,.map text{font-weight:bold}.q{fill:#5d5951}.v,.map text{paint-order:stroke;stroke:#fff;stroke-width:3.5px;stroke-linejoin:round}
.g,.r{stroke:#d8d3c8}.z{stroke:#857f73}.m{fill:#1d1c1a}.ln{stroke:#1d1c1a;stroke-width:2.5;fill:none}.ring{stroke:#1d1c1a;stroke-width:2.5;fill:#fff}
.c1 .m,.c1.m{fill:#0067a5}.c2 .m{fill:#b84a00}.c3 .m{fill:#007a5a}.c4 .m{fill:#94417f}.c5 .m{fill:#3a3a3a}.c6 .m{fill:#7a5c00}
.c1 .ln,.c1 .ring{stroke:#0067a5}.c2 .ln,.c2 .ring{stroke:#b84a00}.c3 .ln,.c3 .ring{stroke:#007a5a}.c4 .ln,.c4 .ring{stroke:#94417f}.c5 .ln,.c5 .ring{stroke:#3a3a3a}.c6 .ln,.c6 .ring{stroke:#7a5c00}
.band{fill:url(#hatch)}.meet{fill:#0b7355;opacity:.13}.in{font:bold 9px sans-serif;fill:#fff}.conflict{fill:#b3340d}.update{fill:#1f62ad}.agree{fill:#0b7355}.differs{fill:#6c4a9c}
.land{fill:#e6e1d6;stroke:#fff;stroke-width:.6}.on{fill:#bdb6a7}.map .frame,.map .ph,.map .l3 text,.map .l3 .lead{display:none}.map circle{fill:#b84a00;fill-opacity:.32;stroke:#b84a00;stroke-width:1.4}.lead{stroke:#857f73}
.tie{stroke:#857f73;opacity:.5}.la{fill:#1f62ad}.lf{fill:#a86a00}`

// pictureFile is the picture that belongs to a page.
func pictureFile(page string) string { return strings.TrimSuffix(page, ".html") + ".svg" }

var (
	pictureLink = regexp.MustCompile(`<a ([^>]*?)href="[^"]*"([^>]*)>`)
	notXML      = regexp.MustCompile(`[\x00-\x08\x0b\x0c\x0e-\x1f\x{fffe}\x{ffff}]`)
)

// asPicture makes of a drawing with links one that leads nowhere, and XML. What
// is text has no "<", so that what looks like a tag is one.
func asPicture(b []byte) []byte {
	b = pictureLink.ReplaceAll(b, []byte("<g $1$2>"))
	b = bytes.ReplaceAll(b, []byte("</a>"), []byte("</g>"))
	return notXML.ReplaceAll(bytes.TrimSpace(b), []byte("\uFFFD"))
}

// Measures of the picture of a thread, in pixels.
const (
	pictureWidth   = 720
	pictureTrack   = 236 // where tracks begin
	pictureLetters = 30  // that stand beside a track
)

// A threadPicture is the chart of a thread as a picture.
type threadPicture struct {
	*threadView
	Head          []pictureLine // title, verdict and reason
	AxisY, Height int
	Groups        []pictureGroup
	Legend        []pictureSign
	Foot          []pictureLine
	Desc          string
}

type pictureLine struct {
	Y           int
	Words, Sign string
}

type pictureGroup struct {
	Y    int
	Year string
	Rows []pictureRow
}

type pictureRow struct {
	track
	Y, Height int
	Lines     []pictureLine
}

type pictureSign struct {
	X, Y         int
	Shape, Words string
}

// pictureOf lays out the chart of a thread.
func pictureOf(v *threadView) *threadPicture {
	p := &threadPicture{threadView: v}
	y := 20
	for _, l := range wrapped(v.Topic, 62) {
		y += 22
		p.Head = append(p.Head, pictureLine{y, l, "t"})
	}
	y += 4
	p.head(&y, v.Verdict.Sign+" "+v.Verdict.Word, "b "+v.Verdict.Class)
	for _, s := range append([]string{v.Reason}, v.Range...) {
		p.head(&y, s, "")
	}
	p.AxisY = y + 34
	y = p.AxisY + 6
	for _, g := range v.picked() {
		y += 24
		out := pictureGroup{Y: y, Year: g.Year}
		y += 8
		for _, k := range g.Rows {
			r := pictureRow{track: k, Y: y}
			for i, l := range append(wrapped(k.Says, pictureLetters), wrapped(k.When2, pictureLetters)...) {
				sign := "q"
				if i < len(wrapped(k.Says, pictureLetters)) {
					sign = "b"
				}
				r.Lines = append(r.Lines, pictureLine{17 + 15*i, l, sign})
			}
			r.Height = max(40, 12+15*len(r.Lines))
			y += r.Height
			out.Rows = append(out.Rows, r)
		}
		p.Groups = append(p.Groups, out)
	}
	p.foot(y + 26)
	return p
}

// picked are the groups of a thread with as many rows as a picture can have:
// of more, those that a folded table keeps.
func (v *threadView) picked() []threadGroup {
	const most = 40
	if v.rows() <= most {
		return v.Groups
	}
	left := most
	var out []threadGroup
	for _, g := range v.Groups {
		some := threadGroup{Year: g.Year}
		for _, k := range g.Rows {
			if k.Keep && left > 0 {
				left--
				some.Rows = append(some.Rows, k)
			}
		}
		if len(some.Rows) > 0 {
			out = append(out, some)
		}
	}
	return out
}

// rows counts the statements of a thread.
func (v *threadView) rows() int {
	n := len(v.Rest)
	for _, g := range v.Groups {
		n += len(g.Rows)
	}
	return n
}

// head adds lines of running text.
func (p *threadPicture) head(y *int, words, sign string) {
	for _, l := range wrapped(words, 104) {
		*y += 17
		p.Head = append(p.Head, pictureLine{*y, l, sign})
	}
}

// foot explains the marks and names the documents.
func (p *threadPicture) foot(y int) {
	x := 16
	for _, l := range p.threadView.Legend {
		wide := 58 + 7*utf8.RuneCountInString(l.Words)
		if x+wide > pictureWidth {
			x, y = 16, y+22
		}
		p.Legend = append(p.Legend, pictureSign{x, y, l.Shape, l.Words})
		x += wide
	}
	y += 12
	seen := map[string]bool{}
	var documents []string
	drawn := 0
	for _, g := range p.Groups {
		for _, k := range g.Rows {
			drawn++
			if !seen[k.Doc] && len(documents) < 40 {
				seen[k.Doc] = true
				documents = append(documents, k.DocTitle+" ("+k.Doc+")")
			}
		}
	}
	last := "."
	if n := p.threadView.rows() - drawn; n > 0 {
		last = ". " + plural(n, "further statement is", "further statements are") + " not drawn."
	}
	for _, l := range wrapped("Documents: "+strings.Join(documents, "; ")+last, 110) {
		y += 16
		p.Foot = append(p.Foot, pictureLine{y, l, "q"})
	}
	p.Height = y + 16
	var desc []string
	for _, g := range p.Groups {
		for _, k := range g.Rows {
			desc = append(desc, k.Aria)
		}
	}
	p.Desc = strings.Join(desc, "; ") + "."
}

// wrapped breaks s into lines of n characters at most; a longer word is cut.
func wrapped(s string, n int) []string {
	var lines []string
	line := ""
	for _, w := range strings.Fields(s) {
		for utf8.RuneCountInString(w) > n {
			r := []rune(w)
			if line != "" {
				lines = append(lines, line)
				line = ""
			}
			lines, w = append(lines, string(r[:n])), string(r[n:])
		}
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) > n {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimPrefix(line+" "+w, " ")
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// A pictureFrame is what every picture has: size, title, description, style.
type pictureFrame struct {
	Width, Height string
	Title, Desc   string
	Drawing       any
}

// pictureFrameOf frames a drawing of a size in its own units.
func pictureFrameOf(width, height float64, title, desc string, drawing any) pictureFrame {
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	return pictureFrame{number(max(1, width)), number(max(1, height)), title, desc, drawing}
}
