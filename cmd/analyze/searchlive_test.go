//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// While a run writes, two searches at a time find the last complete state, and
// a second writer is told which process holds the folder. The run is stopped
// at several moments meanwhile, so that it is certain to be there.
func TestSearchDuringRun(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: runs the whole program several times")
	}
	dir := t.TempDir()
	fill := func(round int) {
		for i := range 20 {
			put(t, dir, fmt.Sprintf("corpus/%d-%02d.txt", round, i), fmt.Sprintf("Report %d\n\nThe council of Accra counted %d market stalls in 2014.\n", i, 100*round+i+2))
		}
	}
	fill(0)
	begin := time.Now()
	mustRun(t, dir, "run", "--quiet")
	took := time.Since(begin)
	for round := 1; round <= 3; round++ {
		before, after := 20*round, 20*(round+1)
		fill(round)
		pid, end := stopped(t, dir, took*time.Duration(round-1)/8) // well before its end, however fast the machine is just then
		var totals [2]int
		var wg sync.WaitGroup
		for i := range totals {
			wg.Go(func() { totals[i] = searched(t, dir) })
		}
		wg.Wait()
		for _, n := range totals {
			if n != before && n != after {
				t.Errorf("round %d: a search finds %d documents, want %d or %d", round, n, before, after)
			}
		}
		for _, args := range [][]string{{"run", "--quiet"}, {"index", "rebuild"}, {"index", "update"}} {
			out, err := command(t, dir, args...).CombinedOutput()
			if err == nil || !strings.Contains(string(out), fmt.Sprintf("in use by process %d: wait until it ends", pid)) {
				t.Errorf("round %d, %v beside process %d: %v, %s", round, args, pid, err, out)
			}
		}
		if err := end(); err != nil {
			t.Fatalf("round %d: the run that was stopped: %v", round, err)
		}
		if n := searched(t, dir); n != after {
			t.Errorf("round %d: %d documents after the run, want %d", round, n, after)
		}
	}
}

// stopped starts a run in dir and stops it some time after it has taken the
// work folder; end lets it go on to its end.
func stopped(t *testing.T, dir string, wait time.Duration) (pid int, end func() error) {
	t.Helper()
	c := command(t, dir, "run", "--quiet")
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	pid = c.Process.Pid
	t.Cleanup(func() { c.Process.Kill() })
	mine := fmt.Sprint(pid)
	for begin := time.Now(); ; time.Sleep(time.Millisecond) {
		b, _ := os.ReadFile(filepath.Join(dir, ".analyze", "lock"))
		if strings.TrimSpace(string(b)) == mine {
			break
		}
		if time.Since(begin) > time.Minute {
			t.Fatal("the run never takes its folder")
		}
	}
	time.Sleep(wait)
	if err := syscall.Kill(pid, syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	return pid, func() error {
		if err := syscall.Kill(pid, syscall.SIGCONT); err != nil {
			return err
		}
		return c.Wait()
	}
}

// searched is how many documents a search for all finds.
func searched(t *testing.T, dir string) int {
	c := command(t, dir, "search", "*", "--json", "--limit", "1")
	var said strings.Builder
	c.Stderr = &said
	out, err := c.Output()
	var res struct{ Total int }
	if err == nil {
		err = json.Unmarshal(out, &res)
	}
	if err != nil {
		t.Errorf("search: %v %s", err, said.String())
	}
	return res.Total
}
