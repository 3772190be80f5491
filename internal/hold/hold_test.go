package hold

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTake(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "anew")
	l, err := Take(dir)
	if err != nil {
		t.Fatal(err)
	}
	var held *Error
	if _, err := Take(dir); !errors.As(err, &held) || held.PID != os.Getpid() || held.Dir != dir {
		t.Fatalf("taken twice: %v", err)
	}
	for range 2 {
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	again, err := Take(dir)
	if err != nil {
		t.Fatalf("given back and not to be had: %v", err)
	}
	again.Close()
}

// TestWho reads a lock whose file tells nothing of its holder.
func TestWho(t *testing.T) {
	for pid, want := range map[int]string{0: "by another process", 12: "by process 12"} {
		if got := (&Error{"here", pid}).Error(); !strings.HasPrefix(got, "here is in use") || !strings.HasSuffix(got, want) {
			t.Errorf("process %d: %s", pid, got)
		}
	}
}

// TestTakeNot holds that a file in the way is an error that names it.
func TestTakeNot(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Take(name); err == nil || !strings.Contains(err.Error(), name) {
		t.Errorf("a file was taken for a folder: %v", err)
	}
}
