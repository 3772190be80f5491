package gazetteer

import (
	"strings"
	"testing"
)

func ids(ms []Match) string {
	var s []string
	for _, m := range ms {
		s = append(s, m.Entry.ID)
	}
	return strings.Join(s, " ")
}

func TestTry(t *testing.T) {
	g := Default()
	for _, n := range []string{"Georgia", "Jordan", "Levant", "Washington", "Palmyra", "Paris", "London", "Kobani", "Congo", "Korea", "US", "UK", "Mosul", "Falluja", "Raqqa", "Idlib", "Anbar", "Islamic State", "al-Shabaab"} {
		t.Log(n, "=", ids(g.Lookup(n)))
	}
	for _, h := range g.Scan(strings.Fields("In the U.S. and the UK , al-Shabaab and Islamic State fought near Mosul 's old city ; us , Turkey's government , Deir ez-Zor and the Democratic Republic of the Congo ."), nil) {
		t.Log(h.Start, h.End, ids(h.Matches), h.Matches[0].Alias)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(packed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	words := strings.Fields(strings.Repeat("The minister said on Monday that more than 300 people had left the town of Mosul in northern Iraq for Turkey , where a spokesman for the Syrian Observatory for Human Rights counted them . ", 1000))
	g := Default()
	var hits []Hit
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		hits = g.Scan(words, hits[:0])
	}
	b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
