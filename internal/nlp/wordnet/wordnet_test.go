package wordnet

import (
	"strings"
	"testing"
)

// TestNear holds words against each other: each line has a word, one that is nearer to it,
// and one that is further.
func TestNear(t *testing.T) {
	r := NewReader()
	near := func(a, b string) float64 { return r.Near(r.Word(a), r.Word(b)) }
	for _, c := range [...][3]string{
		{"ships", "vessels", "trucks"},
		{"died", "deaths", "births"},
		{"dockers", "dockworkers", "students"},
		{"killed", "kill", "wounded"},
		{"prisons", "jails", "hospitals"},
		{"salmon", "fish", "cattle"},
		{"buildings", "structures", "fires"},
		{"shut", "closed", "opened"},
		{"closure", "closed", "bridge"},
		{"thefts", "stolen", "bought"},
		{"arrested", "arrests", "released"},
		{"infections", "infected", "cured"},
		{"robbery", "theft", "parade"},
		{"blaze", "fire", "flood"},
		{"women", "woman", "men"},
		{"increase", "rise", "decrease"},
	} {
		if n, far := near(c[0], c[1]), near(c[0], c[2]); n < 0.25 || far >= n {
			t.Errorf("%s: %s %.2f, %s %.2f", c[0], c[1], n, c[2], far)
		}
		if near(c[1], c[0]) != near(c[0], c[1]) {
			t.Errorf("%s and %s are not as near as %s and %s", c[0], c[1], c[1], c[0])
		}
	}
}

// TestNearAll holds all words of a list against each other, read in two orders: what is
// gathered by shared senses is what a look at both words tells.
func TestNearAll(t *testing.T) {
	list := strings.Fields("ship vessel vessels boat truck died death deaths killed wounded birth prison jail open shut closed closure rise fall increase decrease fish salmon zzqx one woman man people")
	r, back := NewReader(), NewReader()
	for i := range list {
		back.Word(list[len(list)-1-i])
	}
	for _, a := range list {
		for _, b := range list {
			n := r.Near(r.Word(a), r.Word(b)) // more words are read after the first are gathered
			want := Same
			if a != b {
				want = r.t.read(a).near(r.t.read(b))
			}
			if m := back.Near(back.Word(a), back.Word(b)); n != want || m != want {
				t.Errorf("%s and %s: %v and %v, want %v", a, b, n, m, want)
			}
		}
	}
}

func TestBase(t *testing.T) {
	for form, want := range map[string]string{
		"ships": "ship", "losses": "loss", "cities": "city", "shed": "shed", "shedding": "shed", "rose": "rise", "closing": "close", "stopped": "stop",
		"women": "woman", "firemen": "fireman", "boxes": "box", "leaves": "leave", "dying": "die", "people": "person", "zzqx": "zzqx",
	} {
		found := false
		for _, b := range Base(form) {
			found = found || b == want
		}
		if !found {
			t.Errorf("%s: %v, want %s", form, Base(form), want)
		}
	}
}

// FuzzNear takes any words.
func FuzzNear(f *testing.F) {
	f.Add("ships", "vessels")
	f.Add("", "s")
	f.Add("\xff", "ing")
	f.Fuzz(func(t *testing.T, a, b string) {
		r := NewReader()
		if n := r.Near(r.Word(a), r.Word(b)); n < Opposed || n > Same {
			t.Errorf("%q and %q: %v", a, b, n)
		}
	})
}
