package sandbox

import (
	"bytes"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"time"
)

// room is how much address space a child may take beyond what it has when it
// begins, in bytes: a wall behind the watch of the parent, which looks only now
// and then.
const room = 768 << 20

// confine sets the limits of the system that hold for a child to its end. What
// the system refuses is left to the parent's watch.
func confine() {
	set := func(what int, n uint64) {
		syscall.Setrlimit(what, &syscall.Rlimit{Cur: n, Max: n})
	}
	if pages := statm(os.Getpid(), 0); pages > 0 {
		set(syscall.RLIMIT_AS, uint64(pages)+room)
	}
	set(syscall.RLIMIT_CORE, 0)
}

// statm reads a column of /proc/PID/statm, in bytes; 0 if it cannot.
func statm(pid, column int) int64 {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/statm")
	fields := bytes.Fields(b)
	if err != nil || len(fields) <= column {
		return 0
	}
	n, _ := strconv.ParseInt(string(fields[column]), 10, 64)
	return n * int64(os.Getpagesize())
}

// resident is the real memory of a process in bytes, 0 if it is not known.
func resident(pid int) int64 { return statm(pid, 1) }

// tick is the unit of times in /proc, the same on all machines that Go runs on.
const tick = 10 * time.Millisecond

// consumed is the processor time of a process, 0 if it is not known.
func consumed(pid int) time.Duration {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return 0
	}
	// The name in brackets may hold blanks; user and system time are the 12th
	// and 13th field behind it.
	fields := bytes.Fields(b[bytes.LastIndexByte(b, ')')+1:])
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseInt(string(fields[11]), 10, 64)
	system, _ := strconv.ParseInt(string(fields[12]), 10, 64)
	return time.Duration(user+system) * tick
}

// detach keeps signals of the terminal from the child: the parent lets it
// finish what is in hand.
func detach(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
