package bleveindex

import (
	"path/filepath"
	"testing"

	"analyze/internal/index"
	"analyze/internal/index/indextest"
)

func TestSuite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	indextest.Run(t, indextest.Engine{
		Writer: func(t testing.TB) index.Writer {
			w, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			return w
		},
		Reader: func(t testing.TB) index.Reader {
			r, err := OpenReader(dir)
			if err != nil {
				t.Fatal(err)
			}
			return r
		},
	})
}
