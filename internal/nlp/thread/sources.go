package thread

import (
	"cmp"
	"slices"
	"strings"

	"analyze/internal/disjoint"
)

// sources numbers the independent sources of claims from 0, in their order. Who
// repeats a passage, cites the same work or names the same body is one source;
// where no source is named it is the author, and where there is none the
// document.
func sources(claims []*Record) []int {
	u := disjoint.New(len(claims))
	first := map[string]int{}
	tie := func(i int, key string) {
		if key == "" {
			return
		}
		if k, ok := first[key]; ok {
			u.Join(i, k)
		} else {
			first[key] = i
		}
	}
	again := retold(claims)
	for i, r := range claims {
		if k, ok := again[i]; ok {
			u.Join(i, k)
		} else {
			tie(i, r.SourceKey())
		}
		if r.Cite != "" {
			tie(i, "cite "+citeKey(r.Cite))
		}
		tie(i, "claim "+r.ID)
		if r.DuplicateOf != "" {
			tie(i, "claim "+r.DuplicateOf)
		}
	}
	out := make([]int, len(claims))
	number := map[int]int{}
	for i := range claims {
		root := u.Root(i)
		n, ok := number[root]
		if !ok {
			n = len(number)
			number[root] = n
		}
		out[i] = n
	}
	return out
}

// retold gives, for figures that an author tells in his own name, the claim of the
// same document in which he told whose they are.
func retold(claims []*Record) map[int]int {
	type told struct{ doc, number string }
	key := func(r *Record) told { return told{r.Doc, r.Value.Trim(0).String()} }
	named, again := map[told]int{}, map[int]int{}
	for i, r := range claims {
		if r.Value != nil && r.Source != "" {
			if _, ok := named[key(r)]; !ok {
				named[key(r)] = i
			}
		}
	}
	for i, r := range claims {
		if r.Value != nil && r.Source == "" {
			if k, ok := named[key(r)]; ok {
				again[i] = k
			}
		}
	}
	return again
}

// SourceKey names the source of a claim so that equal ones are equal.
func (r *Record) SourceKey() string {
	switch {
	case r.DuplicateOf != "" && r.Source == "":
		return ""
	case r.SourceEntity != "":
		return "entity " + r.SourceEntity
	case r.Source != "":
		return "name " + cmp.Or(r.SourceName, NameKey(r.Source))
	case r.Author != "":
		return "name " + NameKey(r.Author)
	}
	return "document " + r.Doc
}

// NameKey is a name in lower case without article, signs and possessive.
func NameKey(s string) string {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127 && r != '’' && r != '‘')
	})
	out := f[:0]
	for _, w := range f {
		if w != "the" && w != "s" {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// citeKey is what two references to one work have in common: the words of its
// title, in their order of the alphabet up to the year.
func citeKey(s string) string {
	if i := strings.Index(s, "http"); i > 0 {
		s = s[:i]
	}
	words := strings.Fields(NameKey(s))
	keep := words[:0]
	for _, w := range words {
		if len(w) > 4 && (w[0] < '0' || w[0] > '9') {
			keep = append(keep, w)
		}
	}
	slices.Sort(keep)
	if len(keep) > 8 {
		keep = keep[:8]
	}
	return strings.Join(keep, " ")
}
