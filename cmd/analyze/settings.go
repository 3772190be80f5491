package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"analyze/internal/corpus"
	"analyze/internal/index"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"
)

// Settings are what a command works with: flags over ANALYZE_* environment
// over analyze.toml over defaults.
type Settings struct {
	Corpus  string `toml:"corpus" doc:"folder that holds the documents"`
	Reports string `toml:"reports" doc:"folder that reports are written to"`
	Work    string `toml:"work" doc:"folder that keeps analyses and the index"`
	Workers int    `toml:"workers" doc:"documents analysed at a time; 0: one a processor"`
	Quiet   bool   `toml:"quiet" doc:"no progress"`
}

func defaults() Settings {
	return Settings{Corpus: "corpus", Reports: "reports", Work: ".analyze"}
}

// globals are the flags that every command understands.
type globals struct {
	work, config string
}

func (g *globals) flags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&g.work, "work", "", "folder that keeps analyses and the index (default .analyze)")
	f.StringVar(&g.config, "config", "", "settings file (default analyze.toml here, then in the corpus folder)")
}

// settings gathers the settings for command c; folder is the corpus named on
// the command line, "" if none was.
func (g *globals) settings(c *cobra.Command, folder string) (Settings, error) {
	s := defaults()
	env := os.Getenv("ANALYZE_CORPUS")
	in := cmp.Or(folder, env, s.Corpus)
	if err := s.readFile(g.config, in); err != nil {
		return s, err
	}
	if err := s.readEnv(); err != nil {
		return s, err
	}
	if folder != "" {
		s.Corpus = folder
	}
	if g.work != "" {
		s.Work = g.work
	}
	if f := c.Flags().Lookup("reports"); f != nil && f.Changed {
		s.Reports = f.Value.String()
	}
	if f := c.Flags().Lookup("workers"); f != nil && f.Changed {
		s.Workers, _ = strconv.Atoi(f.Value.String())
	}
	if f := c.Flags().Lookup("quiet"); f != nil && f.Changed {
		s.Quiet = f.Value.String() == "true"
	}
	if s.Workers < 0 {
		return s, usagef("workers: %d is less than 0", s.Workers)
	}
	if s.Workers == 0 {
		s.Workers = runtime.GOMAXPROCS(0)
	}
	return s, nil
}

// readFile reads the settings file name, or the first analyze.toml of the
// current folder and the corpus folder. Folders in it count from where it is.
func (s *Settings) readFile(name, folder string) error {
	candidates := []string{name}
	if name == "" {
		candidates = []string{corpus.SettingsFile, filepath.Join(folder, corpus.SettingsFile)}
	}
	for _, n := range candidates {
		b, err := os.ReadFile(n)
		if name == "" && (errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)) {
			continue
		}
		if err != nil {
			return usagef("settings: %w", err)
		}
		return s.parse(n, string(b))
	}
	return nil
}

func (s *Settings) parse(name, data string) error {
	var read Settings
	meta, err := toml.Decode(data, &read)
	if err != nil {
		var p toml.ParseError
		if errors.As(err, &p) {
			return usagef("%s line %d: %s", name, p.Position.Line, p.Message)
		}
		return usagef("%s: %w", name, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		key := unknown[0].String()
		return usagef("%s: unknown key %q%s", name, key, didYouMean(key, settingNames()))
	}
	dir := filepath.Dir(name)
	below := func(p string) string {
		if filepath.IsAbs(p) {
			return p
		}
		return filepath.Join(dir, p)
	}
	for key, set := range map[string]func(){
		"corpus":  func() { s.Corpus = below(read.Corpus) },
		"reports": func() { s.Reports = below(read.Reports) },
		"work":    func() { s.Work = below(read.Work) },
		"workers": func() { s.Workers = read.Workers },
		"quiet":   func() { s.Quiet = read.Quiet },
	} {
		if meta.IsDefined(key) {
			set()
		}
	}
	return nil
}

func (s *Settings) readEnv() error {
	s.Corpus = cmp.Or(os.Getenv("ANALYZE_CORPUS"), s.Corpus)
	s.Reports = cmp.Or(os.Getenv("ANALYZE_REPORTS"), s.Reports)
	s.Work = cmp.Or(os.Getenv("ANALYZE_WORK"), s.Work)
	if v := os.Getenv("ANALYZE_WORKERS"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil {
			return usagef("ANALYZE_WORKERS: %q is no number", v)
		}
		s.Workers = n
	}
	if v := os.Getenv("ANALYZE_QUIET"); v != "" {
		q, err := strconv.ParseBool(v)
		if err != nil {
			return usagef("ANALYZE_QUIET: %q is neither true nor false", v)
		}
		s.Quiet = q
	}
	return nil
}

func settingNames() []string { return []string{"corpus", "reports", "work", "workers", "quiet"} }

// didYouMean returns a hint with the name nearest to word, "" if none is near.
func didYouMean(word string, names []string) string {
	best, at := 3, ""
	for _, n := range names {
		if d := index.Distance(strings.ToLower(word), n); d < best {
			best, at = d, n
		}
	}
	if at == "" {
		return fmt.Sprintf(" (known are %s)", strings.Join(names, ", "))
	}
	return fmt.Sprintf(": did you mean %q?", at)
}

const settingsTemplate = `# Settings of analyze. Flags and ANALYZE_* variables win over this file.
# Folders count from where this file is.

# Folder that holds the documents.
#corpus = "corpus"

# Folder that reports are written to.
#reports = "reports"

# Folder that keeps analyses and the index.
#work = ".analyze"

# Documents analysed at a time; 0: one a processor.
#workers = 0

# No progress.
#quiet = false
`

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:     "init",
		Short:   "write a commented settings file, analyze.toml",
		Example: "  analyze init",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			f, err := os.OpenFile(corpus.SettingsFile, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s is there already: edit it, or remove it first", corpus.SettingsFile)
			}
			if err != nil {
				return err
			}
			_, err = f.WriteString(settingsTemplate)
			if err = errors.Join(err, f.Close()); err == nil {
				fmt.Fprintln(c.ErrOrStderr(), "analyze: wrote "+corpus.SettingsFile)
			}
			return err
		},
	}
}
