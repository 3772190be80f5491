package sandbox

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	Serve(misbehave)
	os.Exit(m.Run())
}

// misbehave is what children do here: an order, and a number.
func misbehave(request []byte) []byte {
	order, rest, _ := strings.Cut(string(request), " ")
	n, _ := strconv.Atoi(rest)
	switch order {
	case "pid":
		return []byte(strconv.Itoa(os.Getpid()))
	case "give":
		return bytes.Repeat([]byte("x"), n)
	case "spin":
		for held = nil; len(held) == 0; {
		}
	case "sleep":
		time.Sleep(time.Hour)
	case "grow":
		for {
			held = append(held, bytes.Repeat([]byte("x"), 8<<20))
		}
	case "leap":
		return bytes.Repeat([]byte("x"), 8<<30)
	case "deep":
		return deeper(request)
	case "panic":
		go panic("a fault")
		time.Sleep(time.Minute)
	case "exit":
		os.Exit(7)
	}
	return nil
}

// held is what a child holds on to.
var held [][]byte

func deeper(b []byte) []byte {
	if len(b) == 1<<20 {
		return nil
	}
	var frame [1024]byte
	copy(frame[:], b)
	return append(deeper(frame[:]), frame[0])
}

var small = Limits{CPU: 500 * time.Millisecond, Wall: time.Minute, Memory: 300 << 20, Output: 1 << 20}

func TestDeaths(t *testing.T) {
	p := &Pool{}
	defer p.Close()
	for order, want := range map[string]Cause{
		"spin": Slow, "grow": Large, "leap": Large, "deep": Deep, "give 2000000": Wordy, "panic": Crashed, "exit": Crashed,
	} {
		l := small
		if order != "spin" {
			l.CPU = 20 * time.Second
		}
		_, err := p.Do([]byte(order), l)
		var d *Death
		if !errors.As(err, &d) || d.Cause != want {
			t.Errorf("%s: got %v, want cause %d", order, err, want)
		}
		if order == "panic" && !strings.Contains(d.Error(), "a fault") {
			t.Errorf("panic: the error %v does not say of what", d)
		}
		if b, err := p.Do([]byte("give 3"), small); err != nil || string(b) != "xxx" {
			t.Errorf("after %s: %q, %v", order, b, err)
		}
	}
	l := small
	l.Wall = 200 * time.Millisecond
	var d *Death
	if _, err := p.Do([]byte("sleep"), l); !errors.As(err, &d) || d.Cause != Slow {
		t.Errorf("sleep: %v", err)
	}
}

// A child serves many requests, and goes when the pool is closed.
func TestPool(t *testing.T) {
	p := &Pool{}
	first, err := p.Do([]byte("pid"), small)
	if err != nil {
		t.Fatal(err)
	}
	again, err := p.Do([]byte("pid"), small)
	if err != nil || string(again) != string(first) {
		t.Errorf("the second request went to %s, the first to %s: %v", again, first, err)
	}
	if string(first) == strconv.Itoa(os.Getpid()) {
		t.Error("requests are served in this process")
	}
	p.Close()
	pid, _ := strconv.Atoi(string(first))
	if _, err := os.Stat(fmt.Sprintf("/proc/%d", pid)); err == nil {
		t.Errorf("process %d is still there", pid)
	}
}

// Many at a time, each with its own answer.
func TestConcurrent(t *testing.T) {
	p := &Pool{}
	defer p.Close()
	errs := make(chan error)
	for i := range 8 {
		go func() {
			for n := range 20 {
				want := 100*i + n
				if b, err := p.Do(fmt.Appendf(nil, "give %d", want), small); err != nil || len(b) != want {
					errs <- fmt.Errorf("got %d bytes, want %d: %v", len(b), want, err)
					return
				}
			}
			errs <- nil
		}()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

func TestUnserved(t *testing.T) {
	served.Store(false)
	defer served.Store(true)
	if _, err := new(Pool).Do(nil, small); !errors.Is(err, ErrUnserved) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkDo(b *testing.B) {
	p := &Pool{}
	defer p.Close()
	for b.Loop() {
		if _, err := p.Do([]byte("give 10000"), small); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		p := &Pool{}
		if _, err := p.Do([]byte("give 10"), small); err != nil {
			b.Fatal(err)
		}
		p.Close()
	}
}
