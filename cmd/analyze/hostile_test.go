package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func put(t testing.TB, dir, name, data string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

// plainUser makes c run as a user without special rights, who may write to its
// folder: for the superuser no file is locked and no folder read-only.
func plainUser(t testing.TB, c *exec.Cmd) *exec.Cmd {
	t.Helper()
	if os.Getuid() != 0 {
		return c
	}
	const nobody = 65534
	b, err := os.ReadFile(c.Path)
	if err != nil {
		t.Fatal(err)
	}
	c.Path = filepath.Join(c.Dir, ".analyze-as-nobody")
	if err := errors.Join(os.WriteFile(c.Path, b, 0o755), os.Chmod(c.Path, 0o755), os.Chmod(c.Dir, 0o777), os.Chmod(filepath.Dir(c.Dir), 0o755)); err != nil {
		t.Fatal(err)
	}
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	return c
}

func exitCode(err error) int {
	var e *exec.ExitError
	if errors.As(err, &e) {
		return e.ExitCode()
	}
	if err != nil {
		return -1
	}
	return 0
}

// Whatever lies in the folder, the run ends, names what it could not read, and
// analyses the rest.
func TestHostileFolder(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: large files")
	}
	dir := t.TempDir()
	put(t, dir, "corpus/good.txt", "The World Bank counts 300 clinics in Kenya.\n")
	put(t, dir, "corpus/binary.txt", "\x7fELF\x02\x01\x01\x00\x00\x00\x00")
	put(t, dir, "corpus/empty.txt", "")
	put(t, dir, "corpus/invalid.txt", "Côte d’Ivoire counts 20 clinics\xff\xfe, Müller says.\n")
	put(t, dir, "corpus/longline.txt", strings.Repeat(strings.Repeat("The committee met in the old hall and heard the families speak. ", 40)+"In 2014 some 40,000 people came to Jordan. ", 10<<20/2600))
	put(t, dir, "corpus/noblank.txt", strings.Repeat("A", 1<<20))
	put(t, dir, "corpus/<script>alert(1)<.txt", "The <b>World</b> Bank | counts 12 *clinics* in `Kenya`.\n")
	put(t, dir, "corpus/locked.txt", "x")
	if err := os.Chmod(filepath.Join(dir, "corpus/locked.txt"), 0); err != nil {
		t.Fatal(err)
	}
	c := plainUser(t, command(t, dir, "run"))
	var errs bytes.Buffer
	c.Stderr = &errs
	if code := exitCode(c.Run()); code != exitSomeFailed {
		t.Fatalf("exit %d\n%s", code, errs.String())
	}
	for _, want := range []string{"binary.txt: it is no text", "empty.txt: the file is empty", "locked.txt: no permission to read it (change its permissions", "3 of 8 documents could not be read"} {
		if !strings.Contains(errs.String(), want) {
			t.Errorf("the messages lack %q:\n%s", want, errs.String())
		}
	}
	b, err := os.ReadFile(filepath.Join(dir, "reports/overview.md"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(b), "<script>") {
		t.Error("the overview holds markup of a file name")
	}
}

func TestManyFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: many files")
	}
	n := 1000
	if os.Getenv("ANALYZE_FULL") != "" {
		n = 10000
	}
	dir := t.TempDir()
	for i := range n {
		put(t, dir, fmt.Sprintf("corpus/%d.txt", i), fmt.Sprintf("In 2015 the World Bank counted %d clinics in Kenya.\n", i+2))
	}
	out, err := command(t, dir, "run", "--json", "--quiet").Output()
	if err != nil || !strings.Contains(string(out), fmt.Sprintf(`"documents": %d`, n)) {
		t.Fatalf("%v: %s", err, out)
	}
}

// A reports folder that cannot be written to, and a disk that is full, stop the
// run with a message; the last good state stays.
func TestNoRoom(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "corpus/a.txt", "The World Bank counts 300 clinics in Kenya.\n")
	mustRun(t, dir, "run", "--quiet")
	before := exports(t, dir)
	put(t, dir, "corpus/b.txt", "The World Bank counts 12 schools in Ghana.\n")

	put(t, dir, "blocked", "a file where the folder should be")
	out, err := command(t, dir, "run", "--quiet", "--reports", "blocked/reports").CombinedOutput()
	if exitCode(err) != exitFailed || !strings.Contains(string(out), "writing reports to blocked/reports") {
		t.Errorf("exit %d: %s", exitCode(err), out)
	}
	if exports(t, dir) != before {
		t.Error("the last good state has changed")
	}
	readOnly(t)
	full(t, dir, before)
	mustRun(t, dir, "run", "--quiet")
	if exports(t, dir) == before {
		t.Error("the run after it does not see the new document")
	}
}

// readOnly runs into a reports folder that may not be written to.
func readOnly(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "corpus/a.txt", "The World Bank counts 300 clinics in Kenya.\n")
	if err := os.Mkdir(filepath.Join(dir, "reports"), 0o555); err != nil {
		t.Fatal(err)
	}
	out, err := plainUser(t, command(t, dir, "run", "--quiet")).CombinedOutput()
	if exitCode(err) != exitFailed || !strings.Contains(string(out), "writing reports to reports") || !strings.Contains(string(out), "permission denied") {
		t.Errorf("exit %d: %s", exitCode(err), out)
	}
}

// full runs on a file system of 2 MB that is full, where this machine lets us
// make one.
func full(t *testing.T, dir, before string) {
	small := filepath.Join(dir, "small")
	if err := os.Mkdir(small, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small).Run(); err != nil {
		t.Log("SKIPPED in part: this machine cannot make a small file system:", err)
		return
	}
	defer exec.Command("umount", small).Run()
	put(t, small, "filler", strings.Repeat("x", 60<<10))
	out, err := command(t, dir, "run", "--quiet", "--reports", "small/reports").CombinedOutput()
	if exitCode(err) != exitFailed || !strings.Contains(string(out), "the disk is full") {
		t.Errorf("exit %d: %s", exitCode(err), out)
	}
	if exports(t, dir) != before {
		t.Error("the last good state has changed")
	}
}
