// Package structure holds the passes that find how a text is built: blocks
// (paragraphs, headings, lists, tables, notes and what surrounds them), notes
// and the works that they cite, tables, passages that stand twice, and the
// card of the document.
//
// All of it works on plain text and on Markdown alike and takes what the
// reader of another format said, where it said something, from
// Document.Marks. Positions are bytes of Document.Text. Every pass is linear
// in the length of the text, accepts any bytes, and may run in several
// goroutines at once, each with a document of its own.
package structure
