package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"analyze/internal/corpus"
	"analyze/internal/doc"
	"analyze/internal/nlp/resolve"
	"analyze/internal/pipeline"
	"analyze/internal/store"

	"github.com/spf13/cobra"
)

// A corrector adds one correction to the file in the corpus folder.
type corrector struct {
	g             *globals
	coll          *doc.Collection
	folder        string
	comment, date string
	documents     []string
}

func newCorrect(g *globals) *cobra.Command {
	k := &corrector{g: g}
	var check bool
	c := &cobra.Command{
		Use:   "correct",
		Short: "put names right: merge, split, rename, retype, drop, locate, link, undo",
		Long: `correct writes what a reader puts right to corrections.yaml in the corpus folder,
where it is kept, can be edited and compared, and wins over the program on every
run. Entities are named by their id or any of their names.`,
		Example: `  analyze correct merge peter-neumann "P. Neumann" --comment "same man"
  analyze correct drop --text Caliphate
  analyze correct --check`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !check {
				return c.Help()
			}
			return k.check(c)
		},
	}
	c.Flags().BoolVar(&check, "check", false, "tell which corrections no longer match or contradict each other")
	f := c.PersistentFlags()
	f.StringVar(&k.comment, "comment", "", "why, for those who read the file")
	f.StringVar(&k.date, "date", "", "when, as 2006-01-02 (default today)")
	f.StringSliceVar(&k.documents, "document", nil, "only in this document; may be repeated")
	c.AddCommand(k.merge(), k.split(), k.rename(), k.retype(), k.drop(), k.locate(), k.link(), k.undo())
	return c
}

func (k *corrector) merge() *cobra.Command {
	return &cobra.Command{
		Use:     "merge ENTITY ENTITY…",
		Short:   "make entities one; the first gives the name",
		Example: `  analyze correct merge islamic-state "Islamic State Group"`,
		Args:    cobra.MinimumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			return k.add(c, resolve.Correction{Action: resolve.Merge}, args...)
		},
	}
}

func (k *corrector) split() *cobra.Command {
	var as string
	var forms []string
	c := &cobra.Command{
		Use:     "split ENTITY",
		Short:   "give forms of a name, or the names of some documents, to a new entity",
		Example: `  analyze correct split jordan --as "Michael Jordan" --document sports.txt`,
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return k.add(c, resolve.Correction{Action: resolve.Split, As: as, Forms: forms}, args[0])
		},
	}
	c.Flags().StringVar(&as, "as", "", "name of the new entity")
	c.Flags().StringSliceVar(&forms, "form", nil, "form of the name that goes; may be repeated")
	return c
}

func (k *corrector) rename() *cobra.Command {
	return &cobra.Command{
		Use:     "rename ENTITY NAME",
		Short:   "give an entity another name",
		Example: `  analyze correct rename ben-gardane-tn "Ben Guerdane"`,
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			return k.add(c, resolve.Correction{Action: resolve.Rename, To: args[1]}, args[0])
		},
	}
}

func (k *corrector) retype() *cobra.Command {
	var subtype string
	c := &cobra.Command{
		Use:     "retype ENTITY TYPE",
		Short:   "make an entity a PERSON, ORG, GROUP or PLACE",
		Example: `  analyze correct retype dabiq ORG --subtype magazine`,
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			return k.add(c, resolve.Correction{Action: resolve.Retype, To: strings.ToUpper(args[1]), Subtype: subtype}, args[0])
		},
	}
	c.Flags().StringVar(&subtype, "subtype", "", "kind in a word: city, party, newspaper …")
	return c
}

func (k *corrector) drop() *cobra.Command {
	var text string
	c := &cobra.Command{
		Use:   "drop [ENTITY]",
		Short: "say that an entity, or an exact string, is no name",
		Example: `  analyze correct drop caliphate
  analyze correct drop --text "The West" --document talk.txt`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if (len(args) == 1) == (text != "") {
				return usagef("name an entity or give --text, one of them")
			}
			return k.add(c, resolve.Correction{Action: resolve.Drop, Text: text}, args...)
		},
	}
	c.Flags().StringVar(&text, "text", "", "the exact string that is no name")
	return c
}

func (k *corrector) locate() *cobra.Command {
	var country string
	var nowhere bool
	c := &cobra.Command{
		Use:   "locate ENTITY [LAT,LON]",
		Short: "put a place where it is, or say that it is nowhere on the map",
		Example: `  analyze correct locate kobani 36.891,38.353 --country SY
  analyze correct locate caliphate --nowhere`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(c *cobra.Command, args []string) error {
			n := resolve.Correction{Action: resolve.Locate, Country: strings.ToUpper(country), Nowhere: nowhere}
			if len(args) == 2 {
				lat, lon, ok := coordinates(args[1])
				if !ok {
					return usagef("%q are no coordinates: write latitude,longitude in degrees, for example 36.34,43.13", args[1])
				}
				n.Lat, n.Lon, n.HasPoint = lat, lon, true
			}
			return k.add(c, n, args[0])
		},
	}
	c.Flags().StringVar(&country, "country", "", "two letters, as SY")
	c.Flags().BoolVar(&nowhere, "nowhere", false, "it has no place on the map")
	return c
}

func coordinates(s string) (lat, lon float64, ok bool) {
	a, b, both := strings.Cut(s, ",")
	lat, err := strconv.ParseFloat(strings.TrimSpace(a), 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(b), 64)
	return lat, lon, both && err == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
}

func (k *corrector) link() *cobra.Command {
	var remove bool
	c := &cobra.Command{
		Use:     "link ENTITY RELATION ENTITY",
		Short:   "state that two entities are tied, or with --remove that they are not",
		Example: `  analyze correct link jabhat-al-nusra formerly jabhat-fatah-al-sham`,
		Args:    cobra.ExactArgs(3),
		RunE: func(c *cobra.Command, args []string) error {
			if err := k.open(c); err != nil {
				return err
			}
			to, err := k.entity(args[2])
			if err != nil {
				return err
			}
			return k.add(c, resolve.Correction{Action: resolve.Link, Relation: args[1], To: to.ID, Remove: remove}, args[0])
		},
	}
	c.Flags().BoolVar(&remove, "remove", false, "the link that the program makes is wrong")
	return c
}

func (k *corrector) undo() *cobra.Command {
	return &cobra.Command{
		Use:   "undo [N]",
		Short: "take the last correction back, or the Nth",
		Example: `  analyze correct undo
  analyze correct undo 3`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := k.open(c); err != nil {
				return err
			}
			n := -1
			if len(args) == 1 {
				i, err := strconv.Atoi(args[0])
				if err != nil || i < 1 {
					return usagef("%q is no number of a correction", args[0])
				}
				n = i - 1
			}
			return k.edit(c.ErrOrStderr(), func(all *resolve.Corrections) error { return all.Undo(n) })
		},
	}
}

// open finds the corpus folder and what is known of its entities.
func (k *corrector) open(c *cobra.Command) error {
	if k.coll != nil {
		return nil
	}
	coll, s, err := k.g.load(c)
	if err != nil {
		return err
	}
	st, err := store.Open(s.Work).State()
	if err != nil {
		return err
	}
	k.coll, k.folder = coll, st.Corpus
	return nil
}

func (k *corrector) entity(name string) (*doc.Entity, error) {
	found := findEntities(k.coll, name)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return nil, fmt.Errorf("no entity is called %s: analyze export entities lists them", name)
	}
	return nil, fmt.Errorf("%s may be %s: name one by its id", name, entityIDs(found))
}

// add writes correction n about the named entities.
func (k *corrector) add(c *cobra.Command, n resolve.Correction, names ...string) error {
	if err := k.open(c); err != nil {
		return err
	}
	n.Comment, n.Date, n.Names = k.comment, k.date, map[string]string{}
	if n.Date == "" {
		n.Date = time.Now().Format(time.DateOnly)
	}
	for _, name := range names {
		e, err := k.entity(name)
		if err != nil {
			return err
		}
		n.Entities = append(n.Entities, e.ID)
		n.Names[e.ID] = e.Name
	}
	for _, name := range k.documents {
		d, err := openDocument(k.coll, name)
		if err != nil {
			return err
		}
		n.Documents = append(n.Documents, resolve.DocumentRef{Path: d.ID, Hash: d.Hash})
	}
	return k.edit(c.ErrOrStderr(), func(all *resolve.Corrections) error { return all.Append(n) })
}

// edit changes the file of corrections, whole or not at all.
func (k *corrector) edit(w io.Writer, change func(*resolve.Corrections) error) error {
	name := filepath.Join(k.folder, corpus.CorrectionsFile)
	data, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	all, err := resolve.ParseCorrections(data)
	if err != nil {
		return fmt.Errorf("%s: %w: put it right first", name, err)
	}
	if err := change(all); err != nil {
		return err
	}
	tmp := filepath.Join(k.folder, "."+corpus.CorrectionsFile)
	if err := os.WriteFile(tmp, all.Bytes(), 0o666); err != nil {
		return err
	}
	if err := os.Rename(tmp, name); err != nil {
		return err
	}
	fmt.Fprintf(w, "analyze: %s holds %d corrections; analyze run applies them\n", name, len(all.Entries))
	return nil
}

// check tells what of the corrections does not match; it applies nothing.
func (k *corrector) check(c *cobra.Command) error {
	s, err := k.g.settings(c, "")
	if err != nil {
		return err
	}
	stale, err := pipeline.CheckCorrections(store.Open(s.Work))
	if err != nil {
		return err
	}
	for _, p := range stale {
		fmt.Fprintf(c.OutOrStdout(), "%s: %s\n", corpus.CorrectionsFile, p)
	}
	if len(stale) > 0 {
		return &exitError{fmt.Errorf("%d corrections do not do what they say", len(stale)), exitFailed}
	}
	fmt.Fprintln(c.ErrOrStderr(), "analyze: every correction matches")
	return nil
}
