// Package bleveindex keeps the index in a folder, with bleve.
//
// # What bleve does and what is done here
//
// bleve's scorch engine keeps the life of the index: batches that are on the
// disk when they return, deletions, snapshots, when segments are merged. What
// lies in a segment is made and read by package segment, a plugin of scorch's.
//
// Searches do not go through bleve's own query layer. Its BM25 takes the square
// root of the term frequency and divides unions by the number of their parts,
// and its facets read values document by document. Here the lists of a segment
// are read directly and scored as in the literature, and what is filtered,
// sorted and counted by lies in columns (see columns.go) that are computed from
// the segments once a generation: ranges in bit slices, names with few values
// as sets. A search over many records is shared out to processors, and so are
// the hits that it shows. TestOracle holds all that to a look at every record.
//
// # Generations
//
// A folder holds generations of the index, gNNNNNN, and a file "current" that
// names the one that readers open. A generation never changes. A writer makes
// the next one in the folder "next", beginning with hard links to the segments
// of the current one, and renames it into place when it is whole. A writer that
// is killed leaves "next" as it was after its last batch; the next writer goes
// on from there. So readers need no lock, and always see a complete state.
package bleveindex
