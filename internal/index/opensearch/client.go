// Package opensearch keeps the index in a cluster of OpenSearch, for
// collections that are too large for one machine.
//
// Records, fields and answers are those of every engine: the cases of indextest
// hold for it. Text is split into words by index.Analyzer before it is sent, as
// words with blanks between, so that both engines find the same words; the
// cluster scores with BM25, whose field lengths it rounds, so that near scores
// may change places.
//
// The index is an alias of one physical index, NAME-000001 and so on. An index
// that is built again is another physical one, and the alias moves in one step.
// A reader sees the moment at which it was opened (a point in time). A document
// counts as indexed when its own record, which is written last, carries its
// signature; a writer that is killed before leaves an older signature, and the
// next one writes the document again.
package opensearch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	opensearch "github.com/opensearch-project/opensearch-go/v4"
)

// Options say where the cluster is and how an index is laid out there.
type Options struct {
	// Addresses are URLs of nodes, http or https.
	Addresses []string
	// Name is the name of the index, an alias.
	Name string
	// User and Password are for basic authentication, CACert is a PEM file of
	// the authorities to trust; "" where there are none.
	User, Password, CACert string
	// Shards and Replicas are for indexes that are made; 0 Shards is 1.
	Shards, Replicas int
}

// ParseURL reads opensearch://host:port,host:port/name?shards=2&replicas=1.
// User, password and authorities come from the environment, so that they stand
// in no command line: ANALYZE_OPENSEARCH_USER, ANALYZE_OPENSEARCH_PASSWORD and
// ANALYZE_OPENSEARCH_CA. The scheme opensearchs is for TLS.
func ParseURL(s string) (Options, error) {
	o := Options{User: os.Getenv("ANALYZE_OPENSEARCH_USER"), Password: os.Getenv("ANALYZE_OPENSEARCH_PASSWORD"), CACert: os.Getenv("ANALYZE_OPENSEARCH_CA")}
	scheme, rest, ok := strings.Cut(s, "://")
	hosts, path, named := strings.Cut(rest, "/")
	name, query, _ := strings.Cut(path, "?")
	if !ok || scheme != "opensearch" && scheme != "opensearchs" || !named || hosts == "" || name == "" || strings.ToLower(name) != name || strings.ContainsAny(name, `/\*?"<>| ,#:`) {
		return o, fmt.Errorf("the index %q is none: write opensearch://host:9200/name, the name in small letters", s)
	}
	o.Name = name
	for host := range strings.SplitSeq(hosts, ",") {
		o.Addresses = append(o.Addresses, map[string]string{"opensearch": "http://", "opensearchs": "https://"}[scheme]+host)
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return o, fmt.Errorf("the index %q: %w", s, err)
	}
	for key, to := range map[string]*int{"shards": &o.Shards, "replicas": &o.Replicas} {
		if v := values.Get(key); v != "" {
			if *to, err = strconv.Atoi(v); err != nil || *to < 0 {
				return o, fmt.Errorf("the index %q: %s is no number", s, key)
			}
		}
	}
	return o, nil
}

// client sends requests and reads answers.
type client struct {
	c    *opensearch.Client
	opts Options
}

func connect(ctx context.Context, o Options) (*client, error) {
	config := opensearch.Config{
		Addresses: o.Addresses, Username: o.User, Password: o.Password,
		MaxRetries: 5, EnableRetryOnTimeout: true, RequestTimeout: 2 * time.Minute,
		ResurrectTimeoutInitial: time.Second,
	}
	if o.CACert != "" {
		pem, err := os.ReadFile(o.CACert)
		if err != nil {
			return nil, fmt.Errorf("reading the authorities to trust: %w", err)
		}
		config.CACert = pem
	}
	c, err := opensearch.NewClient(config)
	if err != nil {
		return nil, fmt.Errorf("connecting to OpenSearch: %w", err)
	}
	k := &client{c, o}
	var root struct {
		Version struct{ Distribution, Number string } `json:"version"`
	}
	if err := k.do(ctx, "GET", "/", nil, &root); err != nil {
		return nil, err
	}
	major, _, _ := strings.Cut(root.Version.Number, ".")
	if n, _ := strconv.Atoi(major); root.Version.Distribution != "opensearch" || n < 2 {
		return nil, fmt.Errorf("what answers at %s is %s %s: OpenSearch 2 or later is needed", o.Addresses[0], root.Version.Distribution, root.Version.Number)
	}
	return k, nil
}

// A statusError is an answer that says no.
type statusError struct {
	status int
	text   string
}

func (e *statusError) Error() string { return e.text }

func isStatus(err error, status int) bool {
	var s *statusError
	return errors.As(err, &s) && s.status == status
}

// do sends body as JSON, or as it is where it is bytes, and reads the answer
// into out. A cluster that is too busy is asked again, later and later.
func (k *client) do(ctx context.Context, method, path string, body, out any) error {
	var data []byte
	var err error
	switch b := body.(type) {
	case nil:
	case []byte:
		data = b
	default:
		if data, err = json.Marshal(b); err != nil {
			return err
		}
	}
	for wait := 100 * time.Millisecond; ; wait *= 2 {
		err = k.once(ctx, method, path, data, out)
		if !isStatus(err, http.StatusTooManyRequests) || wait > time.Minute {
			return err
		}
		if err := sleep(ctx, wait); err != nil {
			return err
		}
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

func (k *client) once(ctx context.Context, method, path string, data []byte, out any) error {
	req, err := http.NewRequestWithContext(ctx, method, path, bytes.NewReader(data))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	if strings.HasPrefix(path, "/_bulk") {
		req.Header.Set("Content-Type", "application/x-ndjson")
	}
	res, err := k.c.Stream(req)
	if err != nil && ctx.Err() == nil { // no node answers: another may soon
		return &statusError{503, fmt.Sprintf("asking OpenSearch: %v", err)}
	}
	if err != nil {
		return fmt.Errorf("asking OpenSearch: %w", err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		return fmt.Errorf("reading from OpenSearch: %w", err)
	}
	if res.StatusCode >= 300 {
		return &statusError{res.StatusCode, fmt.Sprintf("OpenSearch answers %d: %s", res.StatusCode, reasonOf(b))}
	}
	if out == nil {
		return nil
	}
	if err := json.Unmarshal(b, out); err != nil {
		return fmt.Errorf("OpenSearch answers what cannot be understood: %w", err)
	}
	return nil
}

// reasonOf is the first reason in an answer that says no.
func reasonOf(b []byte) string {
	var e struct {
		Error struct {
			Reason    string `json:"reason"`
			RootCause []struct {
				Reason string `json:"reason"`
			} `json:"root_cause"`
		} `json:"error"`
	}
	if json.Unmarshal(b, &e) == nil {
		if len(e.Error.RootCause) > 0 {
			return e.Error.RootCause[0].Reason
		}
		if e.Error.Reason != "" {
			return e.Error.Reason
		}
	}
	return fmt.Sprintf("%.200s", b)
}
