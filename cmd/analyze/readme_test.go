package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What README shows as output of a command is what the command prints: every
// block that begins with "$ " is run over the demo corpus, in the order of the
// page. UPDATE=1 go test writes the page anew.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: runs the whole program")
	}
	name := filepath.Join(root, "README.md")
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "corpus"), os.DirFS(filepath.Join(root, "corpus"))); err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, filepath.Join(dir, "analyze")); err != nil {
		t.Fatal(err)
	}
	var now bytes.Buffer
	parts := strings.Split(string(page), "```")
	for i, part := range parts {
		if i > 0 {
			now.WriteString("```")
		}
		block, ok := strings.CutPrefix(part, "console\n$ ")
		if !ok || i%2 == 0 {
			now.WriteString(part)
			continue
		}
		line, _, _ := strings.Cut(block, "\n")
		now.WriteString("console\n$ " + line + "\n" + shell(t, dir, line))
	}
	golden(t, name, page, now.Bytes())
	report, err := os.ReadFile(filepath.Join(dir, "reports", "documents", example))
	if err != nil {
		t.Fatal(err)
	}
	name = filepath.Join(root, "reports", "example", example)
	page, err = os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	golden(t, name, page, report)
}

// example is the report that README shows.
const example = "fighters-wire.md"

// golden holds what is on a page against what the program gives now; with
// UPDATE it writes the page anew.
func golden(t *testing.T, name string, page, now []byte) {
	t.Helper()
	if bytes.Equal(now, page) {
		return
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, now, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s shows other output than the commands give (UPDATE=1 go test writes it anew):\n%s", name, firstDifference(string(page), string(now)))
}

// shell runs a line of README with analyze on its path.
func shell(t *testing.T, dir, line string) string {
	c := exec.Command("sh", "-c", line)
	c.Dir = dir
	c.Env = append(os.Environ(), "ANALYZE_TEST_AS_COMMAND=1", "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"), "NO_COLOR=1")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", line, err, out)
	}
	lines := strings.Split(string(out), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return "README: " + x[i] + "\nnow:    " + y[i]
		}
	}
	return "one is longer"
}
