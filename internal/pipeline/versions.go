package pipeline

import (
	"analyze/internal/corpus"
	"analyze/internal/nlp/gazetteer"
	"analyze/internal/nlp/tagger"
)

// Versions say what analyses stand on beside the documents.
type Versions struct {
	Passes map[string]int    // by name
	Models map[string]string // hashes of what is in the program
	Reader map[string]string // hashes of the reader's files in the corpus folder, those that are there
}

// VersionsFor returns the versions that a run over the folder stands on.
func VersionsFor(folder string) (Versions, error) {
	k, err := ReadKnowledge(folder)
	if err != nil {
		return Versions{}, err
	}
	v := Versions{
		Passes: map[string]int{}, Reader: map[string]string{},
		Models: map[string]string{"gazetteer": gazetteer.Fingerprint(), "tagger": tagger.Fingerprint()},
	}
	for _, p := range Passes(Knowledge{}) {
		v.Passes[p.Name] = p.Version
	}
	for name, hash := range map[string]string{corpus.GazetteerFile: k.gazetteerHash, corpus.CorrectionsFile: k.correctionsHash} {
		if hash != "" {
			v.Reader[name] = hash
		}
	}
	return v, nil
}
