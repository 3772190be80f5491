package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/nlp/gazetteer"
)

// key is the form under which a name counts as written alike: without case,
// accents, punctuation, article and possessive.
func key(name string) string {
	k := gazetteer.Fold(dropPossessive(name))
	k = strings.Map(func(r rune) rune {
		switch r {
		case ',', '(', ')', '+', '!':
			return -1
		}
		return r
	}, k)
	k = strings.Join(strings.Fields(k), " ")
	return strings.TrimPrefix(k, "the ")
}

// dropPossessive returns name without a possessive ending.
func dropPossessive(name string) string {
	for _, s := range []string{"'s", "’s", "'S", "’S", "`s"} {
		if cut, ok := strings.CutSuffix(name, s); ok {
			return cut
		}
	}
	return strings.TrimRight(name, "'’`")
}

// abd are the ways to write the first part of names like Abd al-Hamid.
var abd = set("abd abdel abdal abdul abdol abdur abdou abdu")

// mildWords splits a key in words and takes away what transliterations and
// spellings of one name differ in and different names hardly do: doubled
// letters, ou and oo, ei and ay, q, the joint of Abdel Hamid.
func mildWords(key string) []string {
	words := strings.Fields(key)
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); i++ {
		w := words[i]
		if abd[w] && i+1 < len(words) {
			i++
			if words[i] == "al" && i+1 < len(words) {
				i++
			}
			out = append(out, "abdal"+mild(words[i]))
			continue
		}
		for _, p := range [...]string{"abdel", "abdul", "abdal", "abdol"} {
			if rest, ok := strings.CutPrefix(w, p); ok && len(rest) > 2 {
				w = "abdal" + rest
				break
			}
		}
		out = append(out, mild(w))
	}
	return out
}

var mildPairs = strings.NewReplacer(
	"ou", "u", "oo", "u",
	"ei", "ai", "ay", "ai", "ey", "ai",
	"q", "k", "dj", "j", "ph", "f",
)

// mild folds one word; see mildWords.
func mild(w string) string {
	if len(w) < 4 {
		return w // Lee is not Le
	}
	w = undouble(mildPairs.Replace(undouble(w)))
	for _, end := range [...]string{"skyi", "skiy", "skij", "ski"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 1 {
			return stem + "sky" // Dostoevsky, Dostoyevskii
		}
	}
	return w
}

// undouble makes one of letters that stand twice or more in a row.
func undouble(w string) string {
	var b strings.Builder
	last := rune(-1)
	for _, r := range w {
		if r != last || !unicode.IsLetter(r) {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

var strongPairs = strings.NewReplacer(
	"dh", "d", "th", "t", "gh", "g", "kh", "k", "ch", "sh",
	"e", "a", "o", "u", "y", "i", "z", "s", "w", "u", "v", "f",
)

// strong folds what is left of a mild word to tell names in another script
// apart: Muhammad and Mohammed, Nusra and Nusrah, Zarqawi and Zarkawi. English
// names meet in it that are different ones, so that it wants evidence.
func strong(mildWord string) string {
	w := strongPairs.Replace(mildWord)
	if len(w) > 3 {
		w = strings.TrimSuffix(w, "h")
	}
	return undouble(w)
}

// transliterated are words that show a name to be written over from Arabic,
// Persian or a language near them.
var transliterated = set("al abu abo bin ibn umm bint mohamed mohammed mohammad muhammad mohamad muhamad mohammod " +
	"ahmed ahmad ali hasan hassan hussein hussain husayn hossein hussin omar umar osama usama ibrahim yusuf youssef yousef yousuf yusef " +
	"mahmud mahmoud mahmood khaled khalid said saeed sayed sayyid abdullah abdallah abdulla mustafa mostafa tariq tarek karim kareem " +
	"rashid rasheed nasser nasir hamid hameed jamal gamal fathi faisal faysal zayd zaid ayman aiman salim saleem selim salah bakr bakar " +
	"muammar moammar qaddafi gaddafi kadhafi zarqawi adnani baghdadi zawahiri haqqani mullah")

// eastern reports whether the words of a name show it to be a transliteration.
func eastern(words []string) bool {
	for _, w := range words {
		if transliterated[w] || strings.HasPrefix(w, "abdal") || strings.HasPrefix(w, "abdul") || strings.HasPrefix(w, "abdel") {
			return true
		}
	}
	return false
}

// confusable gives for a letter those that scanning takes it for.
var confusable = map[rune]string{
	'u': "n", 'n': "u", 'c': "eo", 'e': "c", 'o': "ce", 'g': "q", 'q': "g", 'v': "y", 'y': "v",
	'l': "it1", 'i': "l1j", 't': "lf", 'h': "b", 'b': "h", 'f': "t", '1': "li", '0': "o", '5': "s", 's': "5", 'a': "o",
}

// misread calls yield with the words that w may be a misreading of: one letter
// changed, or rn and m.
func misread(w string, yield func(string) bool) {
	if len(w) > 40 {
		return
	}
	for i, r := range w {
		for _, c := range confusable[unicode.ToLower(r)] {
			if unicode.IsUpper(r) {
				c = unicode.ToUpper(c)
			}
			if !yield(w[:i] + string(c) + w[i+utf8.RuneLen(r):]) {
				return
			}
		}
		switch {
		case strings.HasPrefix(w[i:], "rn") && !yield(w[:i]+"m"+w[i+2:]):
			return
		case r == 'm' && !yield(w[:i]+"rn"+w[i+1:]):
			return
		}
	}
}

// set makes a set of the words of s.
func set(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// allCaps reports whether s has letters and all of them are capitals.
func allCaps(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 0
}
