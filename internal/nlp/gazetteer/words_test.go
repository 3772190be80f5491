package gazetteer

import (
	"strings"
	"testing"
)

// In each text a bar stands behind the title; the words are parted by blanks.
func TestTitle(t *testing.T) {
	for _, want := range []string{
		"Brig. Gen. | Thomas Cole", "Prime Minister | Anna Berg", "Mr. | Smith", "Mr | Smith", "Mr . | Smith", "Sheikh | Omar",
		"Professor | Neumann", "Prof. Dr. | Weber", "Deputy Prime Minister | Cole", "Foreign Minister | Cole", "Lt. Col. | Reed",
		"U.S. Secretary of State | Jane Roe", "President | Macron", "Secretary-General | Lund", "Maj. Gen. | Reed", "Ayatollah | Rezai",
		"Chief of Staff | Roe", "General | Haddad", "| John Smith", "| the president", "| president Roe", "| Syria", "| ", "Dr. | Salma",
	} {
		title, rest, _ := strings.Cut(want, "|")
		words := append(strings.Fields(title), strings.Fields(rest)...)
		if got := Title(words); got != len(strings.Fields(title)) {
			t.Errorf("%s: got %d", want, got)
		}
	}
}

func TestWordLists(t *testing.T) {
	for what, c := range map[string]struct {
		is      func(string) bool
		yes, no string
	}{
		"given name": {GivenName, "Ahmed Abdelhamid John Marie Françoise Francoise Vladimir Xiaoping Ngozi Zeynep Priya Olusegun Thanh Soo-jin Moshe Gulbuddin Aung", "of the Syria Ministry and"},
		"surname":    {Surname, "Smith Neumann Kadyrov García Garcia Nguyen Müller Khan Abaaoud Kagame Erdoğan Tanaka Ivanov Kowalski Rossi Okafor", "of the and was said"},
		"org head":   {OrgHead, "Ministry Agency Group Institute University Front Brigade Brigades Party Bank Council Agencies Ministries", "Syria John of apple"},
		"role":       {Role, "spokesman spokesmen spokeswoman director minister analyst researchers head secretaries co-founder", "table Syria of blue"},
		"English":    {EnglishWord, "Reading Most The However March said figures", "Mosul Ahmed Boko"},
	} {
		for _, w := range strings.Fields(c.yes) {
			if !c.is(w) {
				t.Errorf("%s is a %s", w, what)
			}
		}
		for _, w := range strings.Fields(c.no) {
			if c.is(w) {
				t.Errorf("%s is no %s", w, what)
			}
		}
	}
	if GivenName("") || GivenName("—") {
		t.Error("nothing is no name")
	}
}
