package figure_test

import (
	"strings"
	"testing"

	"analyze/internal/doc"
)

// only reads a text without names and returns its one figure, nil if there is
// not exactly one.
func only(t *testing.T, text string) *doc.Figure {
	t.Helper()
	d := readLight(t, text)
	if len(d.Figures) != 1 {
		return nil
	}
	return &d.Figures[0]
}

// TestUnitForms holds that every form of every unit is read as that unit. What
// is one letter or a common word needs a frame that settles it.
func TestUnitForms(t *testing.T) {
	shares := map[string]string{} // forms of several units: the first owns it
	for _, r := range tableRows(t, "units.tsv") {
		for _, form := range strings.Split(r[5], "|") {
			word, symbol := strings.CutPrefix(form, "=")
			if shares[word] != "" || r[0] == "fold" || strings.HasPrefix(word, "million ") {
				continue
			}
			shares[word] = r[0]
			texts := []string{"It has 40 " + word + " now.", "It has 40" + word + " now."}
			if symbol || strings.ContainsAny(word, "°²³/") {
				texts = []string{"It is 40 " + word + " long, they said.", "It is 40" + word + " long, they said."}
			}
			ok := false
			for _, text := range texts {
				f := only(t, text)
				ok = ok || f != nil && f.Unit == r[0]
			}
			if !ok {
				t.Errorf("%q: no %s", texts, r[0])
			}
		}
	}
}

// TestCurrencyForms holds that every sign, name and country's name for money
// is read as its currency.
func TestCurrencyForms(t *testing.T) {
	check := func(text, code string) {
		if f := only(t, text); f == nil || f.Kind != doc.Money || f.Unit != code {
			t.Errorf("%q: not %s: %s", text, code, dump(readLight(t, text)))
		}
	}
	owner := map[string]string{}
	for _, r := range tableRows(t, "currencies.tsv") {
		for _, sign := range strings.Split(r[1], "|") {
			check("It cost "+sign+"4.5 million then.", r[0])
		}
		for _, name := range strings.Split(r[2], "|") {
			if name == "" || owner[name] != "" {
				continue
			}
			owner[name] = r[0]
			if unit := sharedUnit[name]; unit != "" {
				check("They spent 40 "+name+" then.", unit)
				continue
			}
			check("They spent 4000 "+name+" then.", r[0])
		}
	}
}

// sharedUnit are names of money that several countries use; alone they keep
// the name.
var sharedUnit = map[string]string{
	"franc": "franc", "francs": "franc", "dinar": "dinar", "dinars": "dinar", "peso": "peso", "pesos": "peso", "shilling": "shilling", "shillings": "shilling",
	"krone": "krone", "kroner": "krone", "crown": "crown", "crowns": "crown", "riyal": "riyal", "riyals": "riyal", "dirham": "dirham", "dirhams": "dirham",
}

// TestChangeForms holds that every word of change makes one, in the place that
// its class names.
func TestChangeForms(t *testing.T) {
	frames := map[string][]string{
		"verb":     {"Prices @ by 5 percent.", "Prices will @ by 5 percent.", "Prices are @ by 5 percent.", "It @ them by 5 percent."},
		"noun":     {"They saw a 5 percent @ in May.", "They saw @ of 5 percent in May."},
		"behind":   {"It was 5 percent @ than in May.", "It was 5 percent @ the mean."},
		"particle": {"Sales were @ 5 percent."},
	}
	for _, r := range tableRows(t, "changes.tsv") {
		for _, form := range strings.Split(r[2], "|") {
			ok := false
			for _, frame := range frames[r[0]] {
				f := only(t, strings.Replace(frame, "@", form, 1))
				ok = ok || f != nil && f.Kind == doc.ChangeKind && f.Direction == r[1]
			}
			if !ok {
				t.Errorf("%s %s: no %s", r[0], form, r[1])
			}
		}
	}
	for _, r := range tableRows(t, "multiples.tsv") {
		for _, form := range strings.Split(r[2], "|") {
			ok := false
			for _, frame := range []string{"The price @ in May.", "The price will @ in May."} {
				d := readLight(t, strings.Replace(frame, "@", form, 1))
				ok = ok || len(d.Figures) == 1 && d.Figures[0].Unit == "fold" && d.Figures[0].Direction == r[1] && d.Figures[0].Value.String() == r[0]
			}
			if !ok {
				t.Errorf("%s: not %s times", form, r[0])
			}
		}
	}
}

// TestNumberWords holds the value of each word for a number in a frame of its
// class.
func TestNumberWords(t *testing.T) {
	for text, want := range map[string]string{
		"They sold zero cows.": "0", "They sold two cows.": "2", "They sold nineteen cows.": "19", "They sold ninety cows.": "90", "They sold fourty cows.": "40",
		"They sold a hundred cows.": "100", "They sold two dozen cows.": "24", "They sold two doz cows.": "24",
		"They sold two thousand cows.": "2000", "They sold two million cows.": "2000000", "They sold two billion cows.": "2000000000", "They sold two trillion cows.": "2000000000000",
		"They sold two lakh cows.": "200000", "They sold 3 crore cows.": "30000000", "They sold 5 crore 30 lakh cows.": "53000000", "They sold 4 thousand 3 hundred cows.": "4300",
		"They sold 3 hundred and 21 cows.": "321", "They sold 12k cows.": "12000", "They sold 50 k cows.": "50000", "They sold 8 B cows.": "8000000000", "They sold 2.3 mln cows.": "2300000",
		"They sold two thirds of the cows.": "0.6667", "They sold three-quarters of the cows.": "0.75", "They sold one twenty-fifth of the cows.": "0.04", "They sold five - eighths of the cows.": "0.625",
		"They sold three hundredths of the cows.": "0.03", "They sold a third of the cows.": "0.3333", "They sold 2½ acres.": "2.5", "They sold 4-1/4 acres.": "4.25", "They sold two and fifty-four hundredths acres.": "2.54",
		"They sold one hundred and three quarters acres.": "100.75", "They sold two point seventy-one acres.": "2.71", "They sold six million and two fifths cows.": "6400000",
		"They sold a million and a half cows.": "1500000", "They sold one billion and a half million cows.": "1000500000", "They sold fifty - two cows.": "52", "They sold 3 x 10^8 cows.": "300000000",
		"They sold 2^10 cows.": "1024", "They sold 4e3 cows.": "4000", "They sold 2.5×10−2 grams.": "0.025",
	} {
		f := only(t, text)
		if f == nil || f.Value == nil {
			t.Errorf("%q: %s", text, dump(readLight(t, text)))
			continue
		}
		got, _ := f.Value.Float64()
		if w := number(want); shown(f.Value) != w && f.Value.String() != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
}
