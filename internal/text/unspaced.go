package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unspaced puts together what is set with a blank between all letters, as headers and
// captions of tables are ("T o t a l 2 0 1 5", "N o n – official"), and makes blanks
// single. Where wider gaps part the words they are kept apart by these, else at
// capitals, at digits, and where words end that headers are made of: "B o t h s e x e s".
func Unspaced(s string) string {
	if strings.Contains(s, "  ") && spacedPart(s) {
		var out []string
		for _, part := range strings.Split(s, "  ") {
			f := strings.Fields(part)
			if allSingle(f) {
				out = append(out, strings.Join(f, ""))
			} else {
				out = append(out, joinRuns(f)...)
			}
		}
		return strings.Join(slices.DeleteFunc(out, func(w string) bool { return w == "" }), " ")
	}
	out := strings.Fields(strings.Join(joinRuns(strings.Fields(s)), " "))
	for i, w := range out {
		if parts := headerParts(w); len(parts) > 1 {
			out[i] = strings.Join(parts, " ")
		}
	}
	return strings.Replace(strings.Join(out, " "), "km 2", "km2", 1)
}

// spacedPart reports whether s has three single letters or more between wide gaps.
func spacedPart(s string) bool {
	for _, part := range strings.Split(s, "  ") {
		if f := strings.Fields(part); len(f) > 2 && allSingle(f) {
			return true
		}
	}
	return false
}

// allSingle reports whether each of the words is one character.
func allSingle(words []string) bool {
	for _, w := range words {
		if _, n := utf8.DecodeRuneInString(w); n < len(w) {
			return false
		}
	}
	return true
}

// headerParts cuts what a run of letters gives into words of headers, "bothsexes",
// as few as can be; nil where it is not made of such.
func headerParts(run string) []string {
	low := strings.ToLower(run)
	if len(low) > 40 || len(low) != len(run) {
		return nil
	}
	best := make([]int, len(low)+1) // words up to here, 0 if it cannot be reached
	from := make([]int, len(low)+1)
	for end := 2; end <= len(low); end++ {
		for start := max(0, end-14); start < end-1; start++ {
			if (start == 0 || best[start] > 0) && headerVocabulary[low[start:end]] && (best[end] == 0 || best[start]+1 < best[end]) {
				best[end], from[end] = best[start]+1, start
			}
		}
	}
	if best[len(low)] == 0 {
		return nil
	}
	var parts []string
	for end := len(low); end > 0; end = from[end] {
		parts = append([]string{run[from[end]:end]}, parts...)
	}
	return parts
}

// headerVocabulary are words that headers of tables are made of.
var headerVocabulary = wordSet("total number numbers of which whom the and in per by or no for with to from both men women boys girls male males female females sex sexes age ages aged years year month months week persons person people " +
	"population households household families country countries region regions district districts province state town city area km km2 ha density rate rates share shares percent cent change increase value amount cost price " +
	"cases case deaths death dead injured wounded missing killed confirmed suspected probable reported official unofficial estimate estimated estimates count counts figure figures name rank date source sources " +
	"urban rural all other others births marriages pupils students teachers schools beds hospitals houses votes seats turnout voters exports imports balance income revenue spending budget actual planned " +
	"arrivals departures refugees migrants fighters foreign nationals origin first last new old under over average mean annual daily monthly gross net million thousand dollars euros")

// joinRuns joins runs of three or more words of one letter or digit. A new
// word begins in a run where letters and digits meet and at a capital.
func joinRuns(words []string) []string {
	var out []string
	for i := 0; i < len(words); {
		j := i
		for j < len(words) && isSingle(words[j]) {
			j++
		}
		if j-i < 3 {
			out = append(out, words[i])
			i++
			continue
		}
		var run strings.Builder
		var last rune
		for k := i; k < j; k++ {
			r, _ := utf8.DecodeRuneInString(words[k])
			if k > i && (unicode.IsDigit(r) != unicode.IsDigit(last) || unicode.IsUpper(r) && unicode.IsLower(last)) {
				run.WriteByte(' ')
			}
			run.WriteRune(r)
			last = r
		}
		i = j
		if i+1 < len(words) && isDash(words[i]) {
			run.WriteString("-" + words[i+1])
			i += 2
		} else if i < len(words) && len(words[i]) > 1 && isDash(firstOfWord(words[i])) {
			run.WriteString("-" + strings.TrimLeft(words[i], "-–—"))
			i++
		}
		out = append(out, run.String())
	}
	for i := 0; i+2 < len(out); i++ {
		if isDash(out[i+1]) && prefixes[strings.ToLower(out[i])] {
			out = append(append(out[:i:i], out[i]+"-"+out[i+2]), out[i+3:]...)
		}
	}
	return out
}

// prefixes are tied to the next word even where blanks stand around the hyphen.
var prefixes = wordSet("non pre post sub anti self co re ex multi semi inter intra")

// isSingle reports whether w is one letter or digit.
func isSingle(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isDash(w string) bool { return w == "-" || w == "–" || w == "—" || w == "‐" }

// firstOfWord returns the first character of w.
func firstOfWord(w string) string {
	_, n := utf8.DecodeRuneInString(w)
	return w[:n]
}

// wordSet is the set of the words of s, which blanks part.
func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
