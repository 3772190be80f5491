package opensearch

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"analyze/internal/index"
	"analyze/internal/index/indextest"
)

// A node is a process of OpenSearch.
type node struct {
	cmd   *exec.Cmd
	input io.Closer
	http  string
}

const scripts = "../../../scripts/opensearch"

// classes builds the server once a machine and returns its class path.
func classes(t testing.TB) string {
	t.Helper()
	for _, tool := range []string{"java", "javac", "mvn"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("NOT TESTED: there is no %s, which a node of OpenSearch needs", tool)
		}
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skipf("NOT TESTED: %v", err)
	}
	dir := filepath.Join(cache, "analyze-opensearch-2.19.6")
	jars, out := filepath.Join(dir, "jars"), filepath.Join(dir, "classes")
	path := out + ":" + jars + "/*"
	if _, err := os.Stat(filepath.Join(dir, "whole")); err == nil {
		return path
	}
	run := func(name string, args ...string) {
		if b, err := exec.Command(name, args...).CombinedOutput(); err != nil {
			t.Skipf("NOT TESTED: %s fails: %v\n%.500s", name, err, b)
		}
	}
	run("mvn", "-q", "-B", "-f", filepath.Join(scripts, "pom.xml"), "dependency:copy-dependencies", "-DoutputDirectory="+jars)
	run("javac", "-cp", jars+"/*", "-d", out, filepath.Join(scripts, "src/main/java/analyze/Server.java"))
	if err := os.WriteFile(filepath.Join(dir, "whole"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// ports returns n ports that are free now.
func ports(t testing.TB, n int) []string {
	t.Helper()
	var out []string
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		_, port, _ := net.SplitHostPort(l.Addr().String())
		out = append(out, port)
	}
	return out
}

// start starts a node; it is stopped with the test.
func start(t testing.TB, name, http, transport, seeds string) *node {
	t.Helper()
	dir := t.TempDir()
	args := []string{"-Xms256m", "-Xmx512m", "-cp", classes(t), "analyze.Server", dir, http, transport, name}
	if seeds != "" {
		args = append(args, seeds)
	}
	n := &node{cmd: exec.Command("java", args...), http: "http://127.0.0.1:" + http}
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		t.Fatal(err)
	}
	n.cmd.Stdout, n.cmd.Stderr = log, log
	if n.input, err = n.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := n.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		n.kill()
		log.Close()
	})
	return n
}

// kill ends the node at once, as a fault of the machine would.
func (n *node) kill() {
	n.cmd.Process.Kill()
	n.cmd.Wait()
}

// ready waits until the cluster has that many nodes.
func ready(t testing.TB, o Options, nodes int) {
	t.Helper()
	var last error
	for range 600 { // a busy machine takes its time
		time.Sleep(500 * time.Millisecond)
		k, err := connect(context.Background(), o)
		if err != nil {
			last = err
			continue
		}
		var health struct {
			Nodes int `json:"number_of_nodes"`
		}
		if last = k.do(context.Background(), "GET", "/_cluster/health", nil, &health); last == nil && health.Nodes == nodes {
			return
		}
	}
	t.Fatalf("the cluster does not come up: %v", last)
}

func engine(o Options) indextest.Engine {
	return indextest.Engine{
		Writer: func(t testing.TB) index.Writer {
			w, err := Open(context.Background(), o)
			if err != nil {
				t.Fatal(err)
			}
			return w
		},
		Reader: func(t testing.TB) index.Reader {
			r, err := OpenReader(context.Background(), o)
			if err != nil {
				t.Fatal(err)
			}
			return r
		},
	}
}

func TestSuite(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a node of OpenSearch")
	}
	p := ports(t, 2)
	start(t, "one", p[0], p[1], "")
	o := Options{Addresses: []string{"http://127.0.0.1:" + p[0]}, Name: "suite"}
	ready(t, o, 1)
	if _, err := OpenReader(context.Background(), o); err == nil || !strings.Contains(err.Error(), "run analyze") {
		t.Errorf("a reader of nothing gets %v", err)
	}
	for _, shards := range []int{1, 3} {
		o.Name, o.Shards = fmt.Sprintf("suite%d", shards), shards
		t.Run(o.Name, func(t *testing.T) { indextest.Run(t, engine(o)) })
	}
}
