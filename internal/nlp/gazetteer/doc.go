// Package gazetteer is the knowledge of the world: countries and territories
// with their demonyms, first-level regions, macro-regions, cities, other
// places, organisations, nationalities and other groups, given names and
// surnames, titles, ranks, offices and the words that head the name of an
// organisation.
//
// All of it is embedded, compact, and read once when it is first asked for
// ([Default]). It is looked up in one pass over the tokens of a text
// ([Gazetteer.Scan]) or by name ([Gazetteer.Lookup]). Lines of a user are laid
// over it ([ParseUser], [Gazetteer.With]) and win.
//
// # How names are compared
//
// A name is read as a row of atoms: runs of letters and digits in lower case,
// without accents. Blanks, hyphens, dashes up to the en dash and slashes part
// atoms and are otherwise ignored, so that "al-Qaeda", "al - Qaeda" and "Al
// Qaeda" are one; apostrophes of every shape inside a word vanish (Sana'a,
// Sanaa) but for the possessive, which is an atom of its own whether it is
// glued to its word or not; letters with full stops between them are one atom
// (U.S., US); "el" and "al" are one; "&" is "and"; commas and brackets are atoms.
//
// Case counts on top of that: an acronym must stand in capitals ("US", never
// "us"), every word that the listed name capitalises must be capitalised in the
// text, and only a particle (al-, the) may begin a match in lower case.
//
// # Sources
//
// The data come from GeoNames and other open sets and from lists written for
// this package; NOTICE.md names them all, and scripts/gazetteer makes the
// embedded file again, byte for byte.
package gazetteer

//go:generate sh ../../../scripts/gazetteer/make.sh
