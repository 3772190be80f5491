// Package relevance measures how well an engine ranks: it reads a test
// collection in BEIR's layout (corpus.jsonl, queries.jsonl, qrels.tsv or
// qrels/test.tsv), indexes its documents, asks its queries and compares the
// order of the answers with the judgements.
package relevance

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A Collection is a test collection.
type Collection struct {
	Documents []Text
	Queries   []Text
	// Judgements give, by query and document, how well the document answers:
	// 0 not at all, 1 and above better and better.
	Judgements map[string]map[string]int
}

// A Text is a document or a query.
type Text struct {
	ID    string `json:"_id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// Load reads the collection in the folder dir. Queries without judgements are
// left out. Errors name file and line.
func Load(dir string) (*Collection, error) {
	c := &Collection{Judgements: map[string]map[string]int{}}
	var err error
	if c.Documents, err = texts(filepath.Join(dir, "corpus.jsonl")); err != nil {
		return nil, err
	}
	return c, c.questions(dir)
}

func (c *Collection) questions(dir string) error {
	name := filepath.Join(dir, "qrels.tsv")
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		name = filepath.Join(dir, "qrels", "test.tsv")
	}
	if err := c.judgements(name); err != nil {
		return err
	}
	all, err := texts(filepath.Join(dir, "queries.jsonl"))
	for _, q := range all {
		if len(c.Judgements[q.ID]) > 0 {
			c.Queries = append(c.Queries, q)
		}
	}
	if err == nil && len(c.Queries) == 0 {
		err = fmt.Errorf("%s judges none of the queries", name)
	}
	return err
}

// OfFolder reads questions and judgements from dir and takes the files of the
// folder corpus for the documents, each with its name as its id.
func OfFolder(dir, corpus string) (*Collection, error) {
	c := &Collection{Judgements: map[string]map[string]int{}}
	names, err := os.ReadDir(corpus)
	if err != nil {
		return nil, err
	}
	for _, e := range names {
		if e.IsDir() {
			continue
		}
		b, err := os.ReadFile(filepath.Join(corpus, e.Name()))
		if err != nil {
			return nil, err
		}
		title, _, _ := strings.Cut(string(b), "\n")
		c.Documents = append(c.Documents, Text{e.Name(), strings.TrimSpace(title), string(b)})
	}
	return c, c.questions(dir)
}

func texts(name string) ([]Text, error) {
	var out []Text
	err := lines(name, func(n int, line string) error {
		var t Text
		if err := json.Unmarshal([]byte(line), &t); err != nil || t.ID == "" {
			return fmt.Errorf("%s line %d: want an object with _id and text (%v)", name, n, err)
		}
		out = append(out, t)
		return nil
	})
	return out, err
}

// judgements reads lines of query, document and score, with or without a line
// of headings, parted by tabs; TREC's with four columns too.
func (c *Collection) judgements(name string) error {
	return lines(name, func(n int, line string) error {
		f := strings.Fields(line)
		if len(f) == 4 {
			f = slices.Delete(f, 1, 2)
		}
		if len(f) != 3 {
			return fmt.Errorf("%s line %d: want query, document and score", name, n)
		}
		score, err := strconv.Atoi(f[2])
		if err != nil {
			if n == 1 {
				return nil
			}
			return fmt.Errorf("%s line %d: %q is no score", name, n, f[2])
		}
		if c.Judgements[f[0]] == nil {
			c.Judgements[f[0]] = map[string]int{}
		}
		if score > 0 {
			c.Judgements[f[0]][f[1]] = score
		}
		return nil
	})
}

func lines(name string, f func(n int, line string) error) error {
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("reading the test collection: %w", err)
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 64<<20)
	for n := 1; s.Scan(); n++ {
		if line := strings.TrimSpace(s.Text()); line != "" {
			if err := f(n, line); err != nil {
				return err
			}
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// sorted returns queries by id, numbers by value.
func sorted(list []Text) []Text {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b Text) int {
		x, errX := strconv.Atoi(a.ID)
		y, errY := strconv.Atoi(b.ID)
		if errX == nil && errY == nil {
			return x - y
		}
		return cmp.Compare(a.ID, b.ID)
	})
	return out
}
