package export

// points counts the code points of a text before any byte, in about constant
// time. It is immutable once made.
type points struct {
	text string
	upTo []int // before each multiple of stride
}

const stride = 1024

func pointsOf(text string) *points {
	p := &points{text: text, upTo: make([]int, 1, len(text)/stride+2)}
	for at := 0; at+stride <= len(text); at += stride {
		p.upTo = append(p.upTo, p.upTo[len(p.upTo)-1]+count(text[at:at+stride]))
	}
	return p
}

// before is the number of code points that begin before byte at.
func (p *points) before(at int) int {
	i := at / stride
	return p.upTo[i] + count(p.text[i*stride:at])
}

// count counts the bytes that begin a code point.
func count(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}
