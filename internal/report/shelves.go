package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// shelfMost is how many pages of a kind stand in one folder. Of more, each
// stands in a folder named by the first two digits of its id's hash, which
// spreads them evenly whatever the ids are.
const shelfMost = 2000

// Shelves say where the pages of a collection stand: which kinds are parted
// into folders.
type shelves struct{ documents, actors, places, threads bool }

func shelvesOf(c *doc.Collection) shelves {
	actors, places := countEntities(c)
	return shelves{len(c.Cards) > shelfMost, actors > shelfMost, places > shelfMost, len(c.Threads) > shelfMost}
}

// shelf is a file of a folder, or of a folder in it.
func shelf(parted bool, folder, id, name string) string {
	if !parted {
		return folder + "/" + name
	}
	sum := sha256.Sum256([]byte(id))
	return folder + "/" + hex.EncodeToString(sum[:1]) + "/" + name
}

// docBase is the name of the reports on a document, without ending.
func (s shelves) docBase(id string) string {
	return shelf(s.documents, "documents", id, record.DocumentName(id))
}

func (s shelves) docFile(id string) string { return s.docBase(id) + ".html" }

func (s shelves) threadFile(id string) string {
	return shelf(s.threads, "threads", id, record.FileName(id)+".html")
}

func (s shelves) entityFile(e *doc.Entity) string {
	if e.Type == doc.Place {
		return shelf(s.places, "places", e.ID, record.FileName(e.ID)+".html")
	}
	return shelf(s.actors, "actors", e.ID, record.FileName(e.ID)+".html")
}

// rootOf is the way from a file to the top of the reports.
func rootOf(name string) string { return strings.Repeat("../", strings.Count(name, "/")) }
