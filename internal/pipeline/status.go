package pipeline

import (
	"analyze/internal/corpus"
	"analyze/internal/store"
)

// A FileStatus says how a document, or a file that holds some, stands to the
// last run.
type FileStatus struct {
	ID     string `json:"id"`
	State  string `json:"state"` // equal, partly, new, changed, gone, failed
	Reason string `json:"reason"`
	Hint   string `json:"hint"`
}

// Status compares the files of the corpus with the state of the last run,
// which may be nil, by size and time of change. What a file holds is known only
// from the last run, and is told where the file has not changed.
func Status(files []corpus.File, st *store.State) []FileStatus {
	before := known(st)
	var out []FileStatus
	for _, f := range files {
		was, ok := before[f.ID]
		delete(before, f.ID)
		switch {
		case !ok:
			out = append(out, FileStatus{ID: f.ID, State: "new"})
		case was.file.Size != f.Size || was.file.Modified != f.ModTime.UnixNano() && f.Err == nil:
			out = append(out, FileStatus{ID: f.ID, State: "changed"})
		default:
			out = append(out, was.status()...)
		}
	}
	if st == nil {
		return out
	}
	for _, f := range st.Documents {
		if _, gone := before[f.ID]; gone && f.In == "" {
			out = append(out, FileStatus{ID: f.ID, State: "gone"})
		}
	}
	for _, f := range st.Containers {
		if _, gone := before[f.ID]; gone {
			out = append(out, FileStatus{ID: f.ID, State: "gone"})
		}
	}
	return out
}

// status tells of an unchanged file and what it holds.
func (s *fileState) status() []FileStatus {
	var out []FileStatus
	for _, f := range s.containers {
		if f.Reason != "" {
			out = append(out, FileStatus{f.ID, "failed", f.Reason, f.Hint})
		}
	}
	for _, f := range s.documents {
		r := FileStatus{ID: f.ID, State: "equal"}
		switch {
		case f.Key == "":
			r = FileStatus{f.ID, "failed", f.Reason, f.Hint}
		case f.Partly != "":
			r = FileStatus{ID: f.ID, State: "partly", Reason: f.Partly}
		}
		out = append(out, r)
	}
	return out
}
