package structure

import (
	"strings"

	"analyze/internal/doc"
)

// A refID is reference ref of note note.
type refID struct{ note, ref int }

// A resolver finds the full reference that a short one means.
type resolver struct {
	d      *doc.Document
	byName map[string][]refID // full references by the last name of an author
	titled []refID            // full references without an author
}

func (r *resolver) ref(id refID) *doc.Reference { return &r.d.Notes[id.note].Refs[id.ref] }

// isFull reports whether a reference says enough to find the work by itself.
func isFull(ref *doc.Reference) bool {
	return ref.Title != "" && (ref.Date != "" || ref.URL != "" || ref.Publisher != "" || ref.In != "")
}

// index notes the full reference id under the names of its authors.
func (r *resolver) index(id refID) {
	ref := r.ref(id)
	if !isFull(ref) {
		return
	}
	if len(ref.Authors) == 0 {
		if len(r.titled) < 2000 {
			r.titled = append(r.titled, id)
		}
		return
	}
	for _, a := range ref.Authors {
		if key := surname(a); len(r.byName[key]) < 200 {
			r.byName[key] = append(r.byName[key], id)
		}
	}
}

// surname is the last word of a name in lower case, without Jr. and the like.
func surname(name string) string {
	fields := strings.Fields(strings.ToLower(name))
	for len(fields) > 1 {
		switch last := strings.Trim(fields[len(fields)-1], "."); last {
		case "jr", "sr", "ii", "iii", "iv", "phd":
			fields = fields[:len(fields)-1]
			continue
		}
		break
	}
	if len(fields) == 0 {
		return ""
	}
	return strings.Trim(fields[len(fields)-1], ".,")
}

// resolve sets Full of reference id: for "Ibid." that of the reference before,
// prev; for a short one the full one of the same author whose title begins
// with, or contains, the short title.
func (r *resolver) resolve(id, prev refID) {
	ref := r.ref(id)
	if isIbid(r.d.Slice(ref.Span)) && ref.Title == "" {
		if prev.note < 0 {
			return
		}
		p := r.ref(prev)
		if p.Full >= 0 {
			ref.Full, ref.FullRef = p.Full, p.FullRef
		} else {
			ref.Full, ref.FullRef = prev.note, prev.ref
		}
		r.inherit(ref)
		return
	}
	if isFull(ref) && ref.Date != "" && len(ref.Title) > 0 || ref.URL != "" {
		return
	}
	best, score := refID{-1, -1}, 0
	consider := func(c refID) {
		if c == id {
			return
		}
		if s := r.match(ref, r.ref(c)); s > 0 {
			if c.note > id.note {
				s-- // an earlier full reference is the one that is meant
			} else {
				s++
			}
			if s > score || s == score && c.note <= id.note && ref.Title == "" {
				best, score = c, s // of an author's works the last one named
			}
		}
	}
	for _, a := range ref.Authors {
		for _, c := range r.byName[surname(a)] {
			consider(c)
		}
	}
	if len(ref.Authors) == 0 && ref.Title != "" {
		for _, c := range r.titled {
			consider(c)
		}
	}
	if best.note < 0 {
		return
	}
	ref.Full, ref.FullRef = best.note, best.ref
	r.inherit(ref)
}

// inherit fills what the short reference leaves out, but not its pages.
func (r *resolver) inherit(ref *doc.Reference) {
	full := r.ref(refID{ref.Full, ref.FullRef})
	if len(ref.Authors) == 0 || len(full.Authors) > 0 {
		ref.Authors = full.Authors
	}
	ref.Title = full.Title
	ref.In, ref.Publisher, ref.Place, ref.URL = full.In, full.Publisher, full.Place, full.URL
	if ref.Date == "" || strings.HasPrefix(full.Date, ref.Date) {
		ref.Date = full.Date
	}
}

// match weighs whether the short reference means the full one; 0: no.
func (r *resolver) match(short, full *doc.Reference) int {
	if short.Date != "" && full.Date != "" && !strings.HasPrefix(full.Date, short.Date) && !strings.HasPrefix(short.Date, full.Date) {
		return 0
	}
	x, y := foldWords(short.Title), foldWords(full.Title)
	switch {
	case short.Title == "":
		return 2 // the author alone, or with the year
	case x == "" || y == "":
		return 0
	case strings.HasPrefix(y, x):
		return 8
	case strings.Contains(" "+y+" ", " "+x+" ") || strings.HasPrefix(x, y):
		return 6
	case allWordsIn(x, y):
		return 4
	}
	return 0
}

// allWordsIn reports whether each word of x, two or more, is one of y.
func allWordsIn(x, y string) bool {
	in := map[string]bool{}
	for _, w := range strings.Fields(y) {
		in[w] = true
	}
	list := strings.Fields(x)
	for _, w := range list {
		if !in[w] {
			return false
		}
	}
	return len(list) > 1
}

// foldWords returns the words of s in lower case, a leading article left out.
func foldWords(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f && r != '’' && r != '‘' && r != '“' && r != '”' && r != '–' && r != '—')
	})
	if len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// isIbid reports whether s begins with "Ibid.", "Id." or "Idem".
func isIbid(s string) bool {
	low := strings.ToLower(strings.TrimLeft(s[:min(len(s), 20)], "*_ ("))
	low = strings.TrimPrefix(strings.TrimPrefix(low, "see "), "also ")
	for _, w := range []string{"ibid", "id.", "idem", "id at", "ebd."} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	return false
}
