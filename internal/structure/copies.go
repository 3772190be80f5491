package structure

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"analyze/internal/doc"
)

// A Posting is one fingerprint of one document, as work over all documents
// sorts them: all postings with one hash make a group.
type Posting struct {
	Hash uint64
	Doc  string
	Date string // of the document, ISO 8601, "" if unknown
	Span doc.Span
}

// A Hit says that a document shares a fingerprint with an earlier one.
type Hit struct {
	Doc, Original string
	Span, Of      doc.Span
}

// MaxShared is the number of documents up to which a fingerprint counts. What
// more documents share is a phrase of the house, a disclaimer or a masthead;
// it says nothing of who copies whom.
const MaxShared = 200

// minHits is how many fingerprints a shared passage must have, and minCopy its
// least length in bytes: one phrase of six words is chance.
const (
	minHits = 3
	minCopy = 90
)

// maxGap is how many bytes without a common fingerprint may lie inside a shared
// passage, on either side. An edit of some words leaves about 150; more is a
// sentence of its own, which is no copy, and parts two passages.
const maxGap = 220

// Source is what Copies needs to know of a document.
type Source struct {
	Doc, Date string
	Shingles  []doc.Shingle
}

// Copies finds the passages that documents share, near copies too. The original
// is the earlier document by date, then by id.
//
// It is [Match] for each group of postings with the same hash, then [Chain] for
// each group of hits of the same two documents, both sorted; a cluster, or a run
// that adds one document, calls the two itself for the groups that it has, and
// gets the same copies. The result is sorted by document and place.
func Copies(sources iter.Seq[Source]) []doc.Copy {
	var postings []Posting
	for s := range sources {
		for _, sh := range s.Shingles {
			postings = append(postings, Posting{sh.Hash, s.Doc, s.Date, sh.Span})
		}
	}
	slices.SortFunc(postings, ComparePostings)
	var hits []Hit
	for i := 0; i < len(postings); {
		j := i + 1
		for j < len(postings) && postings[j].Hash == postings[i].Hash {
			j++
		}
		if j > i+1 {
			hits = Match(hits, postings[i:j])
		}
		i = j
	}
	slices.SortFunc(hits, CompareHits)
	var copies []doc.Copy
	for i := 0; i < len(hits); {
		j := i + 1
		for j < len(hits) && hits[j].Doc == hits[i].Doc && hits[j].Original == hits[i].Original {
			j++
		}
		copies = Chain(copies, hits[i:j])
		i = j
	}
	return copies
}

// ComparePostings orders postings by hash, document and place.
func ComparePostings(a, b Posting) int {
	return cmp.Or(cmp.Compare(a.Hash, b.Hash), strings.Compare(a.Doc, b.Doc), cmp.Compare(a.Span.Start, b.Span.Start))
}

// CompareHits orders hits by the two documents, then by place.
func CompareHits(a, b Hit) int {
	return cmp.Or(strings.Compare(a.Doc, b.Doc), strings.Compare(a.Original, b.Original), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Of.Start, b.Of.Start))
}

// Match appends to hits those of one group: postings with the same hash, sorted.
// Every document is compared with the earliest one only, so that a story in n
// papers gives n-1 hits. A group of more than MaxShared documents gives none.
func Match(hits []Hit, group []Posting) []Hit {
	first, docs := 0, 0
	for i := range group {
		if i > 0 && group[i].Doc == group[i-1].Doc {
			continue
		}
		docs++
		if i > 0 && earlier(group[i], group[first]) {
			first = i
		}
	}
	if docs < 2 || docs > MaxShared {
		return hits
	}
	o := group[first]
	for i := range group {
		if p := group[i]; p.Doc != o.Doc && (i == 0 || group[i-1].Doc != p.Doc) {
			hits = append(hits, Hit{p.Doc, o.Doc, p.Span, o.Span})
		}
	}
	return hits
}

// earlier reports whether a is the original of b: it has the earlier date, or
// alone has one. Where dates do not tell, such as 2017 and 2017-05, the id does.
func earlier(a, b Posting) bool {
	if (a.Date == "") != (b.Date == "") {
		return a.Date != ""
	}
	if n := min(len(a.Date), len(b.Date)); a.Date[:n] != b.Date[:n] {
		return a.Date[:n] < b.Date[:n]
	}
	return a.Doc < b.Doc
}

// Chain appends to copies the passages that the hits of two documents make,
// sorted by place: runs of hits that advance in both documents with no gap of
// more than a line or two.
func Chain(copies []doc.Copy, hits []Hit) []doc.Copy {
	for i := 0; i < len(hits); {
		c := doc.Copy{Doc: hits[i].Doc, Span: hits[i].Span, Original: hits[i].Original, Of: hits[i].Of}
		j := i + 1
		for skipped := 0; j < len(hits) && hits[j].Span.Start-c.Span.End <= maxGap; j++ {
			h := hits[j]
			if h.Of.Start < c.Of.Start || h.Of.Start-c.Of.End > maxGap {
				if skipped++; skipped > 2 {
					break
				}
				continue
			}
			skipped = 0
			c.Span.End, c.Of.End = max(c.Span.End, h.Span.End), max(c.Of.End, h.Of.End)
		}
		if j-i >= minHits && c.Span.Len() >= minCopy {
			copies = append(copies, c)
		}
		i = j
	}
	return copies
}

// Extend widens a copy to the words around it that agree in both documents,
// which fingerprints alone do not reach. The texts are those of c.Doc and
// c.Original.
func Extend(c doc.Copy, later, original string) doc.Copy {
	const reach = 400
	x := appendWords(nil, later, max(0, cutAt(later, c.Span.Start-reach)), c.Span.Start)
	y := appendWords(nil, original, max(0, cutAt(original, c.Of.Start-reach)), c.Of.Start)
	for i := 1; i <= min(len(x), len(y)) && x[len(x)-i].hash == y[len(y)-i].hash; i++ {
		c.Span.Start, c.Of.Start = x[len(x)-i].start, y[len(y)-i].start
	}
	x = appendWords(x[:0], later, c.Span.End, min(len(later), c.Span.End+reach))
	y = appendWords(y[:0], original, c.Of.End, min(len(original), c.Of.End+reach))
	for i := 0; i < min(len(x), len(y)) && x[i].hash == y[i].hash; i++ {
		c.Span.End, c.Of.End = x[i].end, y[i].end
	}
	return c
}
