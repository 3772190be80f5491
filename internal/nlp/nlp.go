// Package nlp reads the words of a document: tokens with their tags, sentences,
// and names.
//
// # Tokens
//
// Tokens follow the Penn Treebank where it decides and these rules where it does
// not:
//   - Clitics are tokens: 's, 're, 've, 'll, 'd, 'm and n't, with straight or
//     curly apostrophes; so is the bare apostrophe of a possessive plural.
//   - Currency signs, "%" and "°" are tokens apart from their number; letters
//     before a currency sign belong to it (US$). "40,000", "1.5", "1/2", "9/11",
//     "10:30" and letters glued to digits ("17th", "1990s", "5bn") are one token.
//   - Abbreviations and initials keep their full stop (U.S., Brig., J.); at the
//     end of a sentence it serves as the sentence's as well.
//   - A hyphenated word is one token ("nine-month", "18-month", "al-Qaeda",
//     "COVID-19"), except that the hyphen is a token of its own between digits
//     (20-35), between capitalised words (Turkey-Syria, Jean-Pierre), after a
//     prefix before a capital (anti-Islamic) and after a name before a
//     participle or the like (US-led, Syria-based). Longer dashes and slashes
//     between words are always tokens.
//   - A web address, an address of mail, a @handle and a #tag are one token.
//   - Note marks are tokens of their own with doc.TagNote.
//   - A word broken over a line is one token; Norm holds it joined.
//
// What lies between tokens is blank: white space, control characters, byte
// order marks.
//
// # Tags
//
// Tags are those of the averaged perceptron of prose, whose weights are read
// once; the evaluator is this package's own. Signs are tagged by what they are.
//
// # Names
//
// Names are found in three steps. Candidates come from the gazetteer, from the
// tagger and from rules over rows of capitalised words and the words beside
// them; each has a power, roughly the chance in per cent that it is right. Of
// candidates that overlap the most powerful is taken, the longer one where they
// are near. What the document says in full then tells what its short forms,
// acronyms and damaged words are. [TaggerInput] shows what the tagger sees.
//
// # Concurrency
//
// All passes and functions may be used from several goroutines at once, each
// with a document of its own. Models are loaded at the first use.
package nlp
