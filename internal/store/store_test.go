package store

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"analyze/internal/doc"
	"analyze/internal/hold"

	"github.com/govalues/decimal"
)

func locked(t testing.TB) *Store {
	t.Helper()
	s, err := Lock(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestPutGet(t *testing.T) {
	s := locked(t)
	v := decimal.MustParse("40000.50")
	want := &doc.Document{
		ID: "x", Text: "Côte\r\n", Mentions: []doc.Mention{{Span: doc.Span{Start: 1, End: 2}, Keys: []string{"a"}}},
		Claims: []doc.Claim{{Figure: doc.Figure{Low: &v, Norm: &doc.Norm{Value: v, Unit: "m"}, Pair: -1}}},
	}
	if err := s.Put(Analyses, Key("a"), want); err != nil {
		t.Fatal(err)
	}
	got := new(doc.Document)
	if err := s.Get(Analyses, Key("a"), got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if err := s.Get(Digests, Key("a"), got); !errors.Is(err, ErrMissing) {
		t.Errorf("of another kind: %v", err)
	}
}

// A value with any byte changed, or cut anywhere, is missing: never wrong.
func TestDamage(t *testing.T) {
	s := locked(t)
	key := Key("a")
	want := &doc.Card{ID: strings.Repeat("text of a document ", 20)}
	if err := s.Put(Analyses, key, want); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(s.Dir, Analyses.path(key))
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		bad := append([]byte(nil), whole...)
		bad[i] ^= 0x55
		for _, data := range [][]byte{bad, whole[:i]} {
			if err := os.WriteFile(name, data, 0o666); err != nil {
				t.Fatal(err)
			}
			var got doc.Card
			if err := s.Get(Analyses, key, &got); err == nil && !reflect.DeepEqual(&got, want) {
				t.Fatalf("byte %d of %d damaged: read %+v", i, len(whole), got)
			}
		}
	}
}

func TestLocked(t *testing.T) {
	s := locked(t)
	_, err := Lock(s.Dir)
	var l *hold.Error
	if !errors.As(err, &l) || l.PID != os.Getpid() {
		t.Fatalf("got %v, want the process that holds it", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Lock(s.Dir)
	if err != nil {
		t.Fatal(err)
	}
	again.Close()
}

func TestState(t *testing.T) {
	s := locked(t)
	if _, err := s.State(); !errors.Is(err, ErrNone) {
		t.Fatalf("no state: %v", err)
	}
	want := &State{Corpus: "/c", Documents: []File{{ID: "a", Key: "k"}}, Run: 3}
	if err := s.SaveState(want); err != nil {
		t.Fatal(err)
	}
	got, err := s.State()
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	for data, hint := range map[string]string{`{"format": 99}`: "another version", "{": "damaged"} {
		if err := os.WriteFile(filepath.Join(s.Dir, "state.json"), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
		var f *FormatError
		if _, err := s.State(); !errors.As(err, &f) || !strings.Contains(err.Error(), hint) || !strings.Contains(err.Error(), "--force") {
			t.Errorf("%s: %v", data, err)
		}
	}
}

func TestSweep(t *testing.T) {
	s := locked(t)
	for _, k := range []string{"a", "b"} {
		if err := s.Put(Analyses, Key(k), &doc.Card{ID: k}); err != nil {
			t.Fatal(err)
		}
	}
	keep := map[string]bool{Key("a"): true}
	if err := s.Sweep(Analyses, keep, time.Hour); err != nil || !s.Has(Analyses, Key("b")) {
		t.Fatalf("a young value is gone, or %v", err)
	}
	if err := s.Sweep(Analyses, keep, -time.Second); err != nil {
		t.Fatal(err)
	}
	if !s.Has(Analyses, Key("a")) || s.Has(Analyses, Key("b")) {
		t.Error("what is kept is gone, or what is not is there")
	}
}

// What a killed process was writing is cleared away by the next.
func TestLeftovers(t *testing.T) {
	s := locked(t)
	if err := os.WriteFile(filepath.Join(s.Dir, "tmp-123"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	s.Close()
	again, err := Lock(s.Dir)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if left, _ := filepath.Glob(filepath.Join(s.Dir, "tmp-*")); len(left) != 0 {
		t.Errorf("left over: %v", left)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		// The superuser may write anywhere, but not into a file's place.
		name := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := Lock(filepath.Join(name, "work")); err == nil || !strings.Contains(err.Error(), "work folder") {
			t.Errorf("got %v", err)
		}
		return
	}
	dir := t.TempDir()
	if err := exec.Command("chmod", "a-w", dir).Run(); err != nil {
		t.Fatal(err)
	}
	if _, err := Lock(filepath.Join(dir, "work")); err == nil || !strings.Contains(err.Error(), "work folder") {
		t.Errorf("got %v", err)
	}
}

// What a killed process left aside goes when the next one takes the folder.
func TestLockTidies(t *testing.T) {
	dir := t.TempDir()
	left := filepath.Join(dir, "tmp-unpacked-1")
	if err := errors.Join(os.Mkdir(left, 0o777), os.WriteFile(filepath.Join(left, "1"), nil, 0o666), os.WriteFile(filepath.Join(dir, "tmp-2"), nil, 0o666)); err != nil {
		t.Fatal(err)
	}
	s, err := Lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if found, _ := filepath.Glob(filepath.Join(dir, "tmp-*")); len(found) > 0 {
		t.Errorf("left: %v", found)
	}
}

// The key of a value is that of all in it, and of its type.
func TestKeyOf(t *testing.T) {
	keys := map[string]any{}
	for _, v := range []any{"a", "b", "", 1, 2, uint(1), []string{"a"}, []string{"a", ""}, []any{"a"}, nil, &doc.Card{ID: "a"}, &doc.Card{Hash: "a"}, doc.Card{ID: "a"}} {
		one, err := KeyOf(v)
		again, err2 := KeyOf(v)
		if err != nil || err2 != nil || one != again || len(one) != 40 {
			t.Errorf("%v: %q, then %q, %v", v, one, again, errors.Join(err, err2))
		}
		if other, ok := keys[one]; ok {
			t.Errorf("%#v and %#v have one key", v, other)
		}
		keys[one] = v
	}
	if _, err := KeyOf(func() {}); err == nil {
		t.Error("a function has a key")
	}
}

// A value under its own key is there, and another has another key.
func TestPutOwn(t *testing.T) {
	s := locked(t)
	one, err := s.PutOwn(Collections, &doc.Card{ID: "a"})
	other, err2 := s.PutOwn(Collections, &doc.Card{ID: "b"})
	again, err3 := s.PutOwn(Collections, &doc.Card{ID: "a"})
	var got doc.Card
	if err := errors.Join(err, err2, err3, s.Get(Collections, one, &got)); err != nil || got.ID != "a" || one == other || one != again {
		t.Errorf("%q, %q, %q: %+v, %v", one, other, again, got, err)
	}
	if _, err := s.PutOwn(Collections, 3); err == nil {
		t.Error("a number is stored")
	}
}

// What cannot be written is not there afterwards.
func TestUnfit(t *testing.T) {
	st := locked(t)
	if err := st.Put(Digests, "aa4", &struct{ C chan int }{}); err == nil || st.Has(Digests, "aa4") {
		t.Errorf("a channel is stored, %v", err)
	}
}
