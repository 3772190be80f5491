package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"analyze/internal/corpus"
	"analyze/internal/doc"
	"analyze/internal/nlp"
	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/resolve"
	"analyze/internal/nlp/tagger"
	"analyze/internal/store"
	"analyze/internal/structure"
)

// Knowledge is what the reader adds to what the program knows: the files of the
// corpus folder that are no documents. The zero Knowledge adds nothing.
type Knowledge struct {
	Gazetteer   []gazetteer.UserEntry
	Corrections *resolve.Corrections
	// Problems are what could not be understood in those files.
	Problems []doc.Failure

	gazetteerHash, correctionsHash string
}

// ReadKnowledge reads the reader's files in the corpus folder. What cannot be
// understood is reported in Problems, with its line; the rest counts.
func ReadKnowledge(folder string) (Knowledge, error) {
	var k Knowledge
	names, err := readOptional(folder, corpus.GazetteerFile)
	if err != nil {
		return k, err
	}
	if len(names) > 0 {
		var bad []gazetteer.LineError
		k.Gazetteer, bad = gazetteer.ParseUser(bytes.NewReader(names))
		for _, e := range bad {
			k.Problems = append(k.Problems, doc.Failure{ID: corpus.GazetteerFile, Reason: e.Error()})
		}
		k.gazetteerHash = store.Key(string(names))
	}
	words, err := readOptional(folder, corpus.CorrectionsFile)
	if err != nil {
		return k, err
	}
	if len(words) > 0 {
		if k.Corrections, err = resolve.ParseCorrections(words); err != nil {
			for line := range strings.Lines(err.Error()) {
				k.Problems = append(k.Problems, doc.Failure{ID: corpus.CorrectionsFile, Reason: strings.TrimSpace(line)})
			}
		}
		k.correctionsHash = store.Key(string(words))
	}
	return k, nil
}

// Passes is the one list of what is done to a document, in order.
func Passes(k Knowledge) []*doc.Pass {
	names, local, relations := nlp.Names, resolve.Local, resolve.Relations
	if len(k.Gazetteer) > 0 {
		g := gazetteer.Default().With(k.Gazetteer)
		names, local, relations = nlp.NewNames(g, tagger.Default()), resolve.NewLocal(g), resolve.NewRelations(g)
	}
	return []*doc.Pass{
		structure.Blocks,
		structure.Notes,
		structure.Tables,
		structure.Repeats,
		structure.Meta,
		nlp.Tokens,
		names,
		local,
		relations,
		figure.Pass,
		claim.Pass,
	}
}

// hash is the part of an analysis's key that is not the document.
func (k Knowledge) hash(passes []*doc.Pass) string {
	return store.Key(strings.Join(versions(passes), "\n"), corpus.Fingerprint(), gazetteer.Fingerprint(), tagger.Fingerprint(), k.gazetteerHash)
}

// CheckCorrections tells what of the reader's corrections cannot be
// understood, does not match the entities of the last run any more, or
// contradicts itself. It changes nothing.
func CheckCorrections(st *store.Store) ([]string, error) {
	state, err := st.State()
	if err != nil {
		return nil, err
	}
	k, err := ReadKnowledge(state.Corpus)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, p := range k.Problems {
		if p.ID == corpus.CorrectionsFile {
			out = append(out, p.Reason)
		}
	}
	if k.Corrections == nil {
		return out, nil
	}
	c := &collector{store: st, state: state, namesOnly: true}
	if _, err := c.read(context.Background()); err != nil {
		return nil, err
	}
	records, err := c.referents(nil)
	if err != nil {
		return nil, err
	}
	for _, s := range k.Corrections.Check(records) {
		out = append(out, fmt.Sprintf("line %d: %s", s.Line, s.Text))
	}
	return out, nil
}
