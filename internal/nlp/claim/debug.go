package claim

import (
	"analyze/internal/doc"
	"fmt"
)

func DebugSaid(d *doc.Document) (out []string) {
	v := &view{}
	x := newIndex(d)
	m := &memory{}
	for s := range d.Sentences {
		v.load(d, s, x, false)
		v.readTimes()
		v.attribute(m)
		for _, a := range v.said {
			out = append(out, fmt.Sprintf("said %d-%d %q reach %d weak %v verb %d", a.first, a.last, a.who.text, a.reach, a.weak, a.verb))
		}
		for _, w := range v.times {
			out = append(out, fmt.Sprintf("time %d-%d %v", w.first, w.last, w))
		}
	}
	return
}
