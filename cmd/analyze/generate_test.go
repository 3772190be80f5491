package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// generate writes n small documents with seeded names and numbers into dir.
func generate(t testing.TB, dir string, n int) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, uint64(n)))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "Notes on %s, part %d\n\n", pick("returns", "budgets", "harvests", "clinics"), i)
		for range 2 + r.IntN(4) {
			fmt.Fprintf(&b, "%s %s, a spokesman for the %s, said on Monday that %s %d %s had arrived in %s since %d. ",
				pick("Ana", "Peter", "Mariam", "Tomas"), pick("Petrova", "Okafor", "Lindgren", "Haddad"),
				pick("World Bank", "Red Cross", "Ministry of Health", "European Union"), pick("about", "more than", "at least", "nearly"),
				(1+r.IntN(90))*100, pick("refugees", "fighters", "teachers", "patients"), pick("Tunisia", "Jordan", "Mosul", "Kenya", "Brussels"), 2008+r.IntN(12))
			fmt.Fprintf(&b, "In %s the share was %d percent.\n\n", pick("Iraq", "France", "Ghana"), 1+r.IntN(98))
		}
		name := filepath.Join(dir, fmt.Sprintf("part-%d", i/100), fmt.Sprintf("doc-%04d.txt", i))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
