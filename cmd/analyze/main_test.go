package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"analyze/internal/corpus"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test binary stand in for the command: in scripts under its
// name, and in tests that need a process to kill.
func TestMain(m *testing.M) {
	corpus.Serve()
	if os.Getenv("ANALYZE_TEST_AS_COMMAND") != "" {
		os.Exit(Main())
	}
	testscript.Main(m, map[string]func(){"analyze": func() { os.Exit(Main()) }})
}

// command is analyze as a process of its own, in folder dir.
func command(t testing.TB, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "ANALYZE_TEST_AS_COMMAND=1")
	return c
}

// The command as its users call it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			if os.Getuid() == 0 {
				e.Setenv("ROOT", "1")
			}
			return nil
		},
		Condition: func(c string) (bool, error) { return c == "superuser" && os.Getuid() == 0, nil },
	})
}

// demoCorpus is the absolute path of the demo's documents, for runs in other
// folders.
func demoCorpus(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join(root, "corpus"))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
