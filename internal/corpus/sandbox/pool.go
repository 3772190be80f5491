package sandbox

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A Pool keeps children that wait for work. Its methods are safe for
// concurrent use.
type Pool struct {
	// Env is added to the environment of the children.
	Env []string

	mu     sync.Mutex
	idle   []*child
	closed bool
}

// A child is a process of ours with the ends of its pipes.
type child struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    io.ReadCloser
	errs   *head
	served int
}

// ErrUnserved is the error of Do in a program that does not call Serve.
var ErrUnserved = errors.New("this program cannot start itself as a reader of files")

// Do has a child answer the request within limits. The error is a *Death where
// the request is to blame, else of the environment. A child that dies of a
// crash or of memory after it served others is no proof against the request: it
// is asked again of a new one, so that the answer does not depend on what came
// before.
func (p *Pool) Do(request []byte, l Limits) ([]byte, error) {
	if !served.Load() {
		return nil, ErrUnserved
	}
	for {
		c, err := p.take()
		if err != nil {
			return nil, fmt.Errorf("starting a reader of files: %w", err)
		}
		old := c.served > 0
		b, err := c.ask(request, l)
		if err == nil {
			p.put(c)
			return b, nil
		}
		var death *Death
		if !errors.As(err, &death) || !old || death.Cause == Slow || death.Cause == Wordy {
			return nil, err
		}
	}
}

// Close ends all children that wait.
func (p *Pool) Close() {
	p.mu.Lock()
	idle := p.idle
	p.idle, p.closed = nil, true
	p.mu.Unlock()
	for _, c := range idle {
		c.end()
	}
}

func (p *Pool) take() (*child, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		return c, nil
	}
	return start(p.Env)
}

func (p *Pool) put(c *child) {
	c.served++
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		go c.end()
		return
	}
	p.idle = append(p.idle, c)
}

// start starts the program that runs as a child.
func start(env []string) (*child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	c := &child{cmd: exec.Command(self), errs: &head{}}
	c.cmd.Env = append([]string{variable + "=" + strconv.Itoa(os.Getpid()), "GOMAXPROCS=1", "PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME"), "TMPDIR=" + os.TempDir()}, env...)
	c.cmd.Stderr = c.errs
	detach(c.cmd)
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if c.out, err = c.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	return c, c.cmd.Start()
}

// end lets a child that waits go.
func (c *child) end() {
	c.in.Close()
	c.cmd.Wait()
}

// An answer is what came back from a child.
type answer struct {
	b   []byte
	err error
}

// ask sends one request and waits for the answer or the death of the child;
// after an error the child is gone.
func (c *child) ask(request []byte, l Limits) ([]byte, error) {
	got := make(chan answer, 1)
	go func() {
		if err := writeFrame(c.in, request); err != nil {
			got <- answer{nil, err}
			return
		}
		b, err := readFrame(c.out, l.Output)
		got <- answer{b, err}
	}()
	death := c.watch(got, l)
	if death == nil {
		a := <-got
		if a.err == nil {
			return a.b, nil
		}
		if errors.Is(a.err, errTooLong) {
			death = &Death{Cause: Wordy}
		}
	}
	c.cmd.Process.Kill()
	c.in.Close()
	c.cmd.Wait()
	if death == nil {
		death = c.errs.death()
	}
	return nil, death
}

// beat is how often a child at work is looked at.
const beat = 20 * time.Millisecond

// watch returns nil when an answer is there, or what the child is to die of.
// It leaves the answer in got.
func (c *child) watch(got chan answer, l Limits) *Death {
	tick, wall := time.NewTicker(beat), time.NewTimer(l.Wall)
	defer tick.Stop()
	defer wall.Stop()
	pid := c.cmd.Process.Pid
	begin := time.Duration(-1)
	for {
		select {
		case a := <-got:
			got <- a
			return nil
		case <-wall.C:
			return &Death{Cause: Slow}
		case <-tick.C:
			now := consumed(pid)
			if begin < 0 {
				begin = now
			}
			if now-begin > l.CPU {
				return &Death{Cause: Slow}
			}
			if resident(pid) > l.Memory {
				return &Death{Cause: Large}
			}
		}
	}
}

// A head keeps the beginning of what is written to it.
type head struct {
	mu sync.Mutex
	b  bytes.Buffer
}

// Write never fails.
func (h *head) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if room := 4096 - h.b.Len(); room > 0 {
		h.b.Write(b[:min(room, len(b))])
	}
	return len(b), nil
}

// death reads from the last words of a child what it died of.
func (h *head) death() *Death {
	h.mu.Lock()
	defer h.mu.Unlock()
	words := h.b.String()
	switch {
	case strings.Contains(words, "stack overflow"), strings.Contains(words, "stack exceeds"):
		return &Death{Cause: Deep}
	case strings.Contains(words, "out of memory"), strings.Contains(words, "cannot allocate"), strings.Contains(words, "pthread_create failed"):
		return &Death{Cause: Large}
	}
	line, _, _ := strings.Cut(strings.TrimSpace(words), "\n")
	return &Death{Cause: Crashed, Detail: cmp.Or(line, "it ended without a word")}
}
