package figure

import "github.com/govalues/decimal"

// numberClass says what a number word does.
type numberClass uint8

const (
	noNumber numberClass = iota
	small                // zero to nineteen
	ten                  // twenty to ninety
	hundred
	scale   // thousand and up, dozen
	vagueN  // hundreds, dozens
	ordinal // third: an ordinal, or a part
	part    // half, quarter, thirds
)

type numberWord struct {
	class numberClass
	val   decimal.Decimal // for part and ordinal the denominator
}

var numberWords = buildNumbers()

func buildNumbers() map[string]numberWord {
	m := map[string]numberWord{}
	put := func(c numberClass, first int64, step int64, words ...string) {
		for i, w := range words {
			m[w] = numberWord{c, num(first + int64(i)*step)}
		}
	}
	put(small, 0, 1, "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
	put(small, 0, 0, "nought", "naught")
	put(ten, 20, 10, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
	put(ten, 40, 0, "fourty")
	put(hundred, 100, 0, "hundred")
	put(scale, 12, 0, "dozen", "doz", "dozs", "dz", "dzs")
	put(scale, 20, 0, "score")
	scales := []string{"thousand", "million", "billion", "trillion", "quadrillion"}
	v := int64(1)
	for _, s := range scales {
		v *= 1000
		put(scale, v, 0, s)
		put(vagueN, v, 0, s+"s")
	}
	put(scale, 100000, 0, "lakh", "lac")
	put(scale, 10000000, 0, "crore")
	put(vagueN, 100000, 0, "lakhs", "lacs")
	put(vagueN, 10000000, 0, "crores")
	put(vagueN, 100, 0, "hundreds")
	put(vagueN, 12, 0, "dozens")
	put(vagueN, 20, 0, "scores")
	put(vagueN, 10, 0, "tens")
	ordinals := []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"}
	put(ordinal, 1, 1, ordinals...)
	for i, o := range ordinals[2:] {
		put(part, int64(i)+3, 0, o+"s")
	}
	tens := []string{"thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth", "hundredth"}
	put(ordinal, 30, 10, tens...)
	put(ordinal, 1000, 0, "thousandth")
	put(ordinal, 10000, 0, "ten-thousandth")
	put(ordinal, 1000000, 0, "millionth")
	put(ordinal, 1000000000, 0, "billionth")
	put(ordinal, 1000000000000, 0, "trillionth")
	put(part, 100, 0, "hundredths")
	put(part, 1000, 0, "thousandths")
	put(part, 1000000, 0, "millionths")
	put(part, 1000000000, 0, "billionths")
	put(part, 1000000000000, 0, "trillionths")
	put(part, 2, 0, "half", "halves")
	put(part, 4, 0, "quarter", "quarters")
	return m
}

// isNumberWord reports whether the lower-case word is a number, an ordinal, a
// part or a vague number.
func isNumberWord(low string) bool {
	if len(low) < 3 || len(low) > 14 {
		return false
	}
	_, ok := numberWords[low]
	return ok
}

// glueScales are scales as they stand behind digits, in lower case; "m", "b",
// "k" and "t" must touch the digits, and mean this in amounts of money or
// where no unit of that letter fits.
var glueScales = map[string]decimal.Decimal{
	"k": num(1e3), "m": num(1e6), "mn": num(1e6), "mln": num(1e6), "mio": num(1e6), "mm": num(1e6), "mil": num(1e6),
	"b": num(1e9), "bn": num(1e9), "bln": num(1e9), "mrd": num(1e9), "bil": num(1e9),
	"t": num(1e12), "tn": num(1e12), "trn": num(1e12), "tln": num(1e12), "cr": num(1e7),
}

// foldWords are the words for "n times as much".
var foldWords = func() map[string]decimal.Decimal {
	m := map[string]decimal.Decimal{"hundredfold": num(100), "thousandfold": num(1000)}
	for w, n := range numberWords {
		if n.class == small || n.class == ten {
			m[w+"fold"] = n.val
		}
	}
	return m
}()
