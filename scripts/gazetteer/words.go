package main

import (
	"os"
	"path/filepath"
	"strings"

	"analyze/internal/nlp/gazetteer"
)

// readWords reads the lists of words, each a list of its own, and the names of
// persons that make.sh drew from Faker.
func (m *maker) readWords() error {
	// The lists of this project are read in any order: their sets are joined.
	for file, set := range map[string]gazetteer.WordSet{
		"titles.txt": gazetteer.Titles, "orgheads.txt": gazetteer.OrgHeads, "roles.txt": gazetteer.Roles,
		"english.txt": gazetteer.EnglishWords, "given.txt": gazetteer.GivenNames, "surnames.txt": gazetteer.Surnames,
	} {
		b, err := os.ReadFile(m.list(file))
		if err != nil {
			return err
		}
		for _, line := range strings.Split(string(b), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for _, w := range entriesOf(file, line) {
				m.word(w, set)
			}
		}
	}
	return m.readNames()
}

// entriesOf splits a line of a list: at semicolons where entries may have
// several words, else at blanks.
func entriesOf(file, line string) []string {
	if file == "titles.txt" {
		return strings.Split(line, ";")
	}
	return strings.Fields(line)
}

func (m *maker) word(w string, set gazetteer.WordSet) {
	f := gazetteer.Fold(w)
	if f == "" {
		return
	}
	m.words[f] |= set
	if set&(gazetteer.OrgHeads|gazetteer.Roles) == 0 {
		return
	}
	switch {
	case strings.HasSuffix(f, "man"):
		m.words[f[:len(f)-2]+"en"] |= set
	case strings.HasSuffix(f, "y") && !strings.ContainsAny(f[len(f)-2:len(f)-1], "aeiou"):
		m.words[f[:len(f)-1]+"ies"] |= set
	case strings.HasSuffix(f, "s"), strings.HasSuffix(f, "x"), strings.HasSuffix(f, "ch"):
		m.words[f+"es"] |= set
	default:
		m.words[f+"s"] |= set
	}
}

// function holds the words of grammar that Faker lists as names.
var function = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields("a add an and are as ask at be but by con de deep del der des di do du each early else ever fed for from he hence her his if in is it its la le les made many more most much must my no not of off on or our out own said seven she so some such than that the their then there they this till to too un unknown up us van von was were we what when where which who why with yes you") {
		set[w] = true
	}
	return set
}()

func (m *maker) readNames() error {
	b, err := os.ReadFile(filepath.Join(m.sources, "names.tsv"))
	if err != nil {
		return err
	}
	for _, line := range strings.Split(string(b), "\n") {
		name, kinds, ok := strings.Cut(line, "\t")
		f := gazetteer.Fold(name)
		if !ok || len(f) < 2 || strings.Contains(f, " ") && len(f) < 5 {
			continue
		}
		if function[f] {
			continue
		}
		english := m.words[f]&gazetteer.EnglishWords != 0
		if strings.Contains(kinds, "g") && !english {
			m.words[f] |= gazetteer.GivenNames
		}
		if strings.Contains(kinds, "s") {
			m.words[f] |= gazetteer.Surnames
		}
	}
	return nil
}
