package main

import (
	"os"
	"strconv"
	"time"

	"analyze/internal/pipeline"
	"analyze/internal/record"
	"analyze/internal/report"
	"analyze/internal/store"
)

// made says what a run over the corpus folder makes reports by and from. Its
// date is that of SOURCE_DATE_EPOCH (reproducible-builds.org), where it is set.
func made(corpus string) (report.Made, error) {
	v, err := pipeline.VersionsFor(corpus)
	if err != nil {
		return report.Made{}, err
	}
	m := report.Made{
		Program: programVersion, Records: record.Version, State: store.Format,
		Passes: v.Passes, Models: v.Models, Settings: v.Reader,
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		n, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return m, usagef("SOURCE_DATE_EPOCH: %q is no number of seconds", epoch)
		}
		m.Date = record.Str(time.Unix(n, 0).UTC().Format(time.DateOnly))
	}
	return m, nil
}
