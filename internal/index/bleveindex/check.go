package bleveindex

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"analyze/internal/index"
)

// CopyTo copies the generation that r reads to the folder dir, which must be
// empty or missing, as an index of its own. Runs may go on meanwhile.
func (r *Reader) CopyTo(dir string) error {
	if names, err := os.ReadDir(dir); err == nil && len(names) > 0 {
		return fmt.Errorf("%s is not empty: name another folder", dir)
	}
	to := generationPath(dir, 1)
	if err := os.MkdirAll(to, 0o777); err != nil {
		return fmt.Errorf("copying the index: %w", err)
	}
	err := filepath.WalkDir(r.path, func(name string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(r.path, name)
		if err != nil {
			return err
		}
		if e.IsDir() {
			return os.MkdirAll(filepath.Join(to, rel), 0o777)
		}
		return copyFile(name, filepath.Join(to, rel))
	})
	if err == nil {
		err = writeAtomically(filepath.Join(dir, currentFile), []byte("1\n"))
	}
	if err != nil {
		return fmt.Errorf("copying the index: %w", err)
	}
	return nil
}

// A Fault is something in an index that is not as it should be.
type Fault struct{ ID, Text string }

// Check reads every record and compares what the index says of it with what
// its columns say, and its documents with those of the collection, given as
// ids. It returns the number of records read.
func (r *Reader) Check(ctx context.Context, documents []string) (records int, faults []Fault, err error) {
	defer guarded(r.path, &err)
	for i := range r.view.parts {
		if err := r.view.parts[i].Verify(); err != nil {
			faults = append(faults, Fault{"", err.Error()})
		}
	}
	if !sameColumns(r.cols, compute(r.view)) {
		faults = append(faults, Fault{"", "the columns are not those of the index"})
	}
	have := map[string]bool{}
	for k := range index.Kind(numKinds) {
		found, err := r.Find(ctx, index.Search{Kind: k, Node: index.EveryNode{}, Sort: index.ByDocument, Limit: none})
		if err != nil {
			return records, faults, err
		}
		for _, h := range found.Hits {
			list, err := r.Get(ctx, []string{h.ID})
			records++
			switch {
			case err != nil:
				faults = append(faults, Fault{h.ID, err.Error()})
			case list[0].ID == "":
				faults = append(faults, Fault{h.ID, "is listed but cannot be read"})
			case k == index.Document:
				have[list[0].Card.Doc] = true
			}
			if ctx.Err() != nil {
				return records, faults, ctx.Err()
			}
		}
	}
	for _, d := range documents {
		if !have[d] {
			faults = append(faults, Fault{d, "is not in the index"})
		}
		delete(have, d)
	}
	for _, d := range sorted(have) {
		faults = append(faults, Fault{d, "is in the index but no longer among the documents"})
	}
	return records, faults, nil
}

func sorted(set map[string]bool) []string {
	var out []string
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

func sameColumns(a, b *columns) bool {
	all := map[string][]byte{}
	a.sections(func(name string, data any) { all[name] = bytesOf(data) })
	same := true
	b.sections(func(name string, data any) { same = same && slices.Equal(all[name], bytesOf(data)) })
	return same
}
