// Package resolve says who is who: which mentions of a document mean the same
// person, organisation, group or place (the pass [Local]), what the text says
// of them to each other (the pass [Relations]), and which of these referents
// are the same over all documents ([Entities]), where the reader's word
// ([Corrections]) stands above the machine's.
//
// Work on a document is pure and needs nothing of the others. Work over all
// documents needs only a small [Record] of each referent: records are brought
// together by blocking keys and connected components, in time about linear in
// the number of distinct names, and the outcome depends on the set of records
// alone, never on their order.
package resolve
