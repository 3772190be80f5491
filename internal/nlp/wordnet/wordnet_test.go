package wordnet

import "testing"

// TestNear holds words against each other: each line has a word, one that is nearer to it,
// and one that is further.
func TestNear(t *testing.T) {
	r := NewReader()
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
		if near, far := r.Near(c[0], c[1]), r.Near(c[0], c[2]); near < 0.25 || far >= near {
			t.Errorf("%s: %s %.2f, %s %.2f", c[0], c[1], near, c[2], far)
		}
		if r.Near(c[1], c[0]) != r.Near(c[0], c[1]) {
			t.Errorf("%s and %s are not as near as %s and %s", c[0], c[1], c[1], c[0])
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
		if n := NewReader().Near(a, b); n < Opposed || n > Same {
			t.Errorf("%q and %q: %v", a, b, n)
		}
	})
}
