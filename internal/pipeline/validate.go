// Package pipeline holds the one list of passes, checks it, and runs it over a
// corpus: every document by itself, in parallel, then the work over all of
// them. What is done already is taken from the store.
package pipeline

import (
	"fmt"

	"analyze/internal/doc"
)

// Validate reports what is wrong with a list of passes: a name or description
// that is missing or taken, a layer with two writers, a need that nothing
// before gives.
func Validate(passes []*doc.Pass) error {
	names := map[string]bool{}
	var given doc.Layers
	for _, p := range passes {
		switch {
		case p.Name == "" || p.Doc == "":
			return fmt.Errorf("pass %q has no name or no description", p.Name)
		case names[p.Name]:
			return fmt.Errorf("two passes are called %s", p.Name)
		case p.Version < 1:
			return fmt.Errorf("pass %s has no version", p.Name)
		case p.Gives == 0:
			return fmt.Errorf("pass %s gives no layer", p.Name)
		case given&p.Gives != 0:
			return fmt.Errorf("pass %s gives %s, which an earlier pass gives already", p.Name, given&p.Gives)
		case p.Needs&^given != 0:
			return fmt.Errorf("pass %s needs %s, which no earlier pass gives", p.Name, p.Needs&^given)
		}
		names[p.Name] = true
		given |= p.Gives
	}
	return nil
}
