package gazetteer

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/sexes.tsv
var sexTable string

// Sexes are the given names and titles that tell whether somebody is meant by "she",
// 'f', or by "he", 'm', by the words in lower case. The map is shared and read-only.
var Sexes = sync.OnceValue(func() map[string]byte {
	m := make(map[string]byte, 1400)
	for _, line := range strings.Split(sexTable, "\n") {
		row := strings.Split(line, "\t")
		if len(row) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(row[1]) {
			m[w] = row[0][0]
		}
	}
	return m
})
