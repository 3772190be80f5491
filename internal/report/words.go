package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"analyze/internal/record"
	"analyze/internal/text"
)

// point prints coordinates to two digits, about a kilometre.
func point(lat, lon float64) string {
	return strconv.FormatFloat(lat, 'f', 2, 64) + ", " + strconv.FormatFloat(lon, 'f', 2, 64)
}

// degrees prints a coordinate for readers: 35.02° N.
func degrees(v float64, positive, negative string) string {
	if v < 0 {
		v, positive = -v, negative
	}
	return strconv.FormatFloat(v, 'f', 2, 64) + "° " + positive
}

// or returns the string that p points at, or other.
func or(p *string, other string) string {
	if p == nil {
		return other
	}
	return *p
}

// Amount says what a claim asserts, in words: "more than 40,000", "6 to 10 a
// month", "fell by 56%".
func Amount(c *record.Claim) string {
	return strings.TrimSpace(bound(c) + unitWords(c))
}

func bound(c *record.Claim) string {
	number := func(n *record.Number) string {
		if n == nil {
			return ""
		}
		return large(n.String())
	}
	named := c.Value
	if named == nil {
		if named = c.Low; named == nil {
			named = c.High
		}
	}
	if c.Kind == "ratio" && c.Number.Text != "" && named != nil { // "two thirds", not 0.6667
		number = func(*record.Number) string { return text.Clean(c.Number.Text) }
	}
	people := c.Kind == "count"
	switch c.Bound {
	case "approx":
		if c.High != nil && c.Low == nil {
			return "almost " + number(named)
		}
		return "about " + number(named)
	case "at_least":
		if c.Vague {
			return number(c.Low) + " or more"
		}
		return "at least " + number(named)
	case "more_than":
		return "more than " + number(named)
	case "at_most":
		return "at most " + number(named)
	case "up_to":
		return "up to " + number(named)
	case "less_than":
		if people {
			return "fewer than " + number(named)
		}
		return "less than " + number(named)
	case "range":
		return number(c.Low) + " to " + number(c.High)
	case "change":
		return change(c, number(named))
	}
	return number(named)
}

func change(c *record.Claim, n string) string {
	verb := map[string]string{"decrease": "fell", "increase": "rose"}[or(c.Direction, "")]
	if verb == "" {
		verb = "changed"
	}
	switch u := or(c.Unit, ""); {
	case u == "ratio" && c.Value != nil && strings.HasPrefix(c.Value.String(), "0."):
		return verb + " by " + share(c)
	case u == "fold" || u == "ratio":
		return verb + " by a factor of " + n
	}
	return verb + " by " + n
}

// share is a part of one as the text writes it: "two thirds", "a fifth", "1/4".
func share(c *record.Claim) string {
	s := text.Clean(c.Number.Text)
	if s == "" {
		return c.Value.String()
	}
	if strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz") == "" && !strings.EqualFold(s, "half") {
		return "a " + s
	}
	return s
}

func unitWords(c *record.Claim) string {
	u, per := or(c.Unit, ""), perWords(or(c.Per, ""))
	switch {
	case u == "percent":
		return "%" + per
	case u == "permille":
		return "‰" + per
	case u == "" || u == "fold" || u == "person" || u == "ratio" && c.Kind != "measure":
		return per
	case c.Kind == "money":
		return " " + u + per
	case c.Kind == "count" && u != "time", c.Kind == "ratio":
		return per
	}
	if s, ok := strings.CutSuffix(u, "2"); ok && s != "" {
		u = s + "²"
	} else if s, ok := strings.CutSuffix(u, "3"); ok && s != "" {
		u = s + "³"
	}
	if c.Value == nil || *c.Value != "1" {
		u = several(u)
	}
	return " " + u + per
}

// perWords says what a rate is for: " a month", " an hour", " per 100,000 people".
func perWords(per string) string {
	number, rest, _ := strings.Cut(per, " ")
	switch {
	case per == "":
		return ""
	case strings.Trim(number, "0123456789") == "":
		return strings.TrimRight(" per "+group(number)+" "+rest, " ")
	case strings.IndexByte("0123456789", per[0]) >= 0:
		return " per " + per
	case strings.IndexByte("aeio", per[0]) >= 0 || per == "hour":
		return " an " + per
	}
	return " a " + per
}

// unchanged are units of letters that stand for several words.
var unchanged = map[string]bool{"psi": true, "ksi": true, "toe": true, "ktoe": true, "dpi": true, "horsepower": true}

// several is the plural of a unit that is a word; signs ("km2", "kg") have none.
func several(u string) string {
	switch {
	case unchanged[u] || len(u) < 3 || u != strings.ToLower(u) || strings.ContainsAny(u, "0123456789/") || !strings.ContainsAny(u, "aeiou") || strings.HasSuffix(u, "s") || strings.HasSuffix(u, "z"):
		return u
	case strings.HasPrefix(u, "barrel of"):
		return "barrels of" + strings.TrimPrefix(u, "barrel of")
	case strings.HasSuffix(u, "foot"):
		return strings.TrimSuffix(u, "oot") + "eet"
	case strings.HasSuffix(u, "ch"), strings.HasSuffix(u, "sh"), strings.HasSuffix(u, "x"):
		return u + "es"
	case strings.HasSuffix(u, "y") && strings.IndexByte("aeou", u[len(u)-2]) < 0:
		return strings.TrimSuffix(u, "y") + "ies"
	}
	return u + "s"
}

// large is group, with millions and billions in words where that is shorter and
// as exact: 33.9 million.
func large(n string) string {
	digits := strings.TrimPrefix(n, "-")
	if strings.Contains(digits, ".") || len(digits) > 15 || len(strings.TrimRight(digits, "0")) > len(digits)-4 {
		return group(n)
	}
	for _, u := range []struct {
		zeros int
		word  string
	}{{12, " trillion"}, {9, " billion"}, {6, " million"}} {
		if at := len(digits) - u.zeros; at > 0 {
			whole, rest := digits[:at], strings.TrimRight(digits[at:], "0")
			if len(rest) > 2 {
				break
			}
			if rest != "" {
				whole += "." + rest
			}
			return group(n[:len(n)-len(digits)]+whole) + u.word
		}
	}
	return group(n)
}

// group sets commas between the thousands of a plain number.
func group(n string) string {
	whole, rest, point := strings.Cut(n, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	var b strings.Builder
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	if point {
		return sign + b.String() + "." + rest
	}
	return sign + b.String()
}

// where names the places of a claim with the role that a reader needs.
func where(c *record.Claim) string {
	if c.Place == nil {
		return ""
	}
	s := strings.ReplaceAll(*c.Place, ";", ", ")
	if r := or(c.PlaceRole, ""); r == "origin" {
		s = "from " + s
	} else if r == "destination" {
		s = "to " + s
	}
	for _, o := range c.PlacesOther {
		s += "; " + strings.TrimSpace(map[string]string{"origin": "from", "destination": "to", "location": "in"}[or(o.Role, "")]+" "+o.Place)
	}
	return s
}

// source says who says so.
func source(c *record.Claim) string {
	s := or(c.Source, "the author")
	if c.Estimate {
		s += ", an estimate"
	}
	return s
}

// inWords lists the first most of words: "A, B and C".
func inWords(words []string, most int) string {
	if n := len(words) - most; n > 0 {
		words = append(slices.Clone(words[:most]), plural(n, "other", "others"))
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// plural sets a number before a noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%s %s", group(strconv.Itoa(n)), many)
}
