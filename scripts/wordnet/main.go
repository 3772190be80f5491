// Command wordnet packs the nouns, verbs and adjectives of WordNet that are one word in
// small letters, each with its first senses and the words of other parts of speech made
// from it, and what joins the senses: the wider one, what a verb brings about. It reads the folder of index.* and data.* files
// and writes the table that package wordnet embeds.
//
//	go run ./scripts/wordnet DICT OUT
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "wordnet: "+err.Error())
		os.Exit(1)
	}
}

// parts of speech in the order in which a line tells them, with how many senses of each
// are kept: the first are the frequent ones.
var parts = []struct {
	file, letter string
	senses       int
}{{"noun", "n", 4}, {"verb", "v", 4}, {"adj", "a", 2}}

// Kept pointers: the wider sense, what a verb brings about, and words made from the same.
// And the words that say the opposite.
const wider, brings, made, opposite = "@", ">", "+", "!"

type synset struct {
	words         []string
	wider, brings []string
	made, opposed [][3]string // word, sense and number of the other word in it, from 1
}

func run() error {
	if len(os.Args) != 3 {
		return fmt.Errorf("usage: wordnet DICT OUT")
	}
	senses := map[string][3][]string{}
	synsets := map[string]synset{}
	for i, p := range parts {
		if err := readIndex(filepath.Join(os.Args[1], "index."+p.file), i, senses); err != nil {
			return err
		}
		if err := readData(filepath.Join(os.Args[1], "data."+p.file), p.letter, synsets); err != nil {
			return err
		}
	}
	packed, err := pack(write(senses, synsets))
	if err != nil {
		return err
	}
	return os.WriteFile(os.Args[2], packed, 0o644)
}

func eachLine(path string, f func(fields []string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if !strings.HasPrefix(s.Text(), " ") { // of the licence
			f(strings.Fields(s.Text()))
		}
	}
	return s.Err()
}

func readIndex(path string, part int, senses map[string][3][]string) error {
	return eachLine(path, func(f []string) {
		if !plain(f[0]) {
			return
		}
		n, _ := strconv.Atoi(f[2])
		list := senses[f[0]]
		for _, at := range f[len(f)-n:][:min(n, parts[part].senses)] {
			list[part] = append(list[part], parts[part].letter+at)
		}
		senses[f[0]] = list
	})
}

// plain reports whether w is a word of small letters, maybe with a hyphen in it.
func plain(w string) bool {
	return len(w) > 2 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz-") == "" && w[0] != '-'
}

func readData(path, letter string, synsets map[string]synset) error {
	return eachLine(path, func(f []string) {
		words, _ := strconv.ParseInt(f[3], 16, 32)
		var s synset
		for i := range int(words) {
			w, _, _ := strings.Cut(f[4+2*i], "(")
			s.words = append(s.words, w)
		}
		at := 4 + 2*int(words)
		pointers, _ := strconv.Atoi(f[at])
		for i := range pointers {
			p := f[at+1+4*i:]
			switch to := strings.Replace(p[2], "s", "a", 1) + p[1]; p[0] {
			case wider:
				s.wider = append(s.wider, to)
			case brings:
				s.brings = append(s.brings, to)
			case made, opposite:
				if from := hex(p[3][:2]); from > 0 && from <= len(s.words) {
					link := [3]string{s.words[from-1], to, p[3][2:]}
					if p[0] == made {
						s.made = append(s.made, link)
					} else {
						s.opposed = append(s.opposed, link)
					}
				}
			}
		}
		synsets[letter+f[0]] = s
	})
}

func hex(s string) int {
	n, _ := strconv.ParseInt(s, 16, 32)
	return int(n)
}

// related gives for each word those that links join it to.
func related(synsets map[string]synset, links func(synset) [][3]string) map[string][]string {
	out := map[string][]string{}
	for _, s := range synsets {
		for _, m := range links(s) {
			if to, n := synsets[m[1]], hex(m[2]); n > 0 && n <= len(to.words) && to.words[n-1] != m[0] {
				out[m[0]] = append(out[m[0]], to.words[n-1])
			}
		}
	}
	for w := range out {
		slices.Sort(out[w])
		out[w] = slices.Compact(out[w])
	}
	return out
}

// write gives the table: a line a word, "word<TAB>nouns;verbs;adjectives;opposed;made" with senses
// and words as numbers to the base of 36; a blank line; a line a sense in their order,
// "wider;brings". A sense that no word keeps stands only as a wider one.
func write(senses map[string][3][]string, synsets map[string]synset) []byte {
	words := make([]string, 0, len(senses))
	for w := range senses {
		words = append(words, w)
	}
	slices.Sort(words)
	line := map[string]string{}
	for i, w := range words {
		line[w] = strconv.FormatInt(int64(i), 36)
	}
	made := related(synsets, func(s synset) [][3]string { return s.made })
	opposed := related(synsets, func(s synset) [][3]string { return s.opposed })
	number, order := map[string]int{}, []string{}
	numbered := func(list []string, all bool) string {
		var out []string
		for _, id := range list {
			n, ok := number[id]
			if !ok && all {
				n, ok = len(order), true
				number[id], order = n, append(order, id)
			}
			if s := strconv.FormatInt(int64(n), 36); ok && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
		return strings.Join(out, " ")
	}
	var b bytes.Buffer
	for _, w := range words {
		s := senses[w]
		lines := func(words []string) string {
			var out []string
			for _, w := range words {
				if n := line[w]; n != "" {
					out = append(out, n)
				}
			}
			return strings.Join(out, " ")
		}
		fmt.Fprintf(&b, "%s\t%s;%s;%s;%s;%s\n", w, numbered(s[0], true), numbered(s[1], true), numbered(s[2], true), lines(opposed[w]), lines(made[w]))
	}
	b.WriteByte('\n')
	for i := 0; i < len(order); i++ {
		s := synsets[order[i]]
		fmt.Fprintf(&b, "%s;%s\n", numbered(s.wider, true), numbered(s.brings, false))
	}
	return b.Bytes()
}

func pack(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := zstd.NewWriter(&out, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}
