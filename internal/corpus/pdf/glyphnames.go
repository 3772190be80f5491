package pdf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// accents are the endings of names of letters with an accent.
var accents = map[string]rune{
	"grave": 0x300, "acute": 0x301, "circumflex": 0x302, "tilde": 0x303, "macron": 0x304, "breve": 0x306, "dotaccent": 0x307,
	"dieresis": 0x308, "ring": 0x30A, "hungarumlaut": 0x30B, "caron": 0x30C, "commaaccent": 0x327, "cedilla": 0x327, "ogonek": 0x328,
}

// signs are the names of signs that are no letter with an accent, as the glyph
// lists of fonts have them.
var signs = pairs(`space| nbspace|  exclam|! quotedbl|" numbersign|# dollar|$ percent|% ampersand|& quotesingle|' parenleft|( parenright|)
asterisk|* plus|+ comma|, hyphen|- sfthyphen|- period|. slash|/ zero|0 one|1 two|2 three|3 four|4 five|5 six|6 seven|7 eight|8 nine|9
colon|: semicolon|; less|< equal|= greater|> question|? at|@ bracketleft|[ backslash|\ bracketright|] asciicircum|^ underscore|_
grave|` + "`" + ` braceleft|{ bar|| braceright|} asciitilde|~ exclamdown|¡ cent|¢ sterling|£ fraction|⁄ yen|¥ florin|ƒ section|§ currency|¤
quotedblleft|“ guillemotleft|« guilsinglleft|‹ guilsinglright|› fi|fi fl|fl ff|ff ffi|ffi ffl|ffl endash|– dagger|† daggerdbl|‡
periodcentered|· middot|· paragraph|¶ bullet|• quotesinglbase|‚ quotedblbase|„ quotedblright|” guillemotright|» ellipsis|… perthousand|‰
questiondown|¿ acute|´ circumflex|ˆ tilde|˜ macron|¯ breve|˘ dotaccent|˙ dieresis|¨ ring|˚ cedilla|¸ hungarumlaut|˝ ogonek|˛ caron|ˇ
emdash|— AE|Æ ordfeminine|ª Lslash|Ł Oslash|Ø OE|Œ ordmasculine|º ae|æ dotlessi|ı lslash|ł oslash|ø oe|œ germandbls|ß quoteleft|‘
quoteright|’ onesuperior|¹ twosuperior|² threesuperior|³ foursuperior|⁴ fivesuperior|⁵ sixsuperior|⁶ sevensuperior|⁷ eightsuperior|⁸
ninesuperior|⁹ zerosuperior|⁰ logicalnot|¬ registered|® degree|° plusminus|± mu|µ onequarter|¼ onehalf|½ threequarters|¾ multiply|×
Eth|Ð eth|ð Thorn|Þ thorn|þ divide|÷ copyright|© trademark|™ minus|− Dcroat|Đ dcroat|đ Hbar|Ħ hbar|ħ Euro|€ lozenge|◊ infinity|∞
notequal|≠ lessequal|≤ greaterequal|≥ partialdiff|∂ summation|∑ product|∏ integral|∫ radical|√ approxequal|≈ Delta|Δ Omega|Ω
Alpha|Α Beta|Β Gamma|Γ Epsilon|Ε Zeta|Ζ Eta|Η Theta|Θ Iota|Ι Kappa|Κ Lambda|Λ Mu|Μ Nu|Ν Xi|Ξ Omicron|Ο Pi|Π Rho|Ρ Sigma|Σ Tau|Τ
Upsilon|Υ Phi|Φ Chi|Χ Psi|Ψ alpha|α beta|β gamma|γ delta|δ epsilon|ε zeta|ζ eta|η theta|θ iota|ι kappa|κ lambda|λ nu|ν xi|ξ
omicron|ο pi|π rho|ρ sigma|σ sigma1|ς tau|τ upsilon|υ phi|φ chi|χ psi|ψ omega|ω arrowright|→ arrowleft|← arrowup|↑ arrowdown|↓
similar|∼ equivalence|≡ element|∈ universal|∀ existential|∃ therefore|∴ heart|♥ diamond|♦ club|♣ spade|♠ minute|′ second|″
checkmark|✓ circle|○ square|□ filledbox|■ triagrt|► asteriskmath|∗ bulletmath|∙ figuredash|‒ horizontalbar|― nonbreakinghyphen|-
colonmonetary|₡ franc|₣ lira|₤ peseta|₧ afii61352|№ numero|№ ij|ij IJ|IJ longs|ſ schwa|ə kgreenlandic|ĸ napostrophe|ŉ Eng|Ŋ eng|ŋ`)

func pairs(s string) map[string]string {
	m := map[string]string{}
	for _, f := range strings.Split(strings.ReplaceAll(s, "\n", " "), " ") {
		if at := strings.IndexByte(f, '|'); at > 0 {
			m[f[:at]] = f[at+1:]
		}
	}
	m["space"], m["nbspace"], m["nonbreakingspace"] = " ", "\u00A0", "\u00A0"
	return m
}

// glyphText returns the text of a glyph by its name; "" if the name says none.
func glyphText(n string) string {
	if at := strings.IndexByte(n, '.'); at > 0 {
		n = n[:at] // a variant: "one.oldstyle"
	}
	if s, ok := signs[n]; ok {
		return s
	}
	if len(n) == 1 && (n[0] >= 'A' && n[0] <= 'Z' || n[0] >= 'a' && n[0] <= 'z') {
		return n
	}
	if strings.Contains(n, "_") && len(n) < 60 {
		var b strings.Builder
		for _, p := range strings.Split(n, "_") {
			b.WriteString(glyphText(p))
		}
		return b.String()
	}
	if s := numbered(n); s != "" {
		return s
	}
	if n != "" && len(n) < 30 {
		base := n[:1]
		rest := n[1:]
		if strings.HasPrefix(n, "dotlessi") || strings.HasPrefix(n, "ae") || strings.HasPrefix(n, "AE") {
			return ""
		}
		if a, ok := accents[rest]; ok {
			return norm.NFC.String(base + string(a))
		}
		if strings.HasSuffix(n, "small") || strings.HasSuffix(n, "oldstyle") {
			return strings.ToUpper(glyphText(strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(n), "small"), "oldstyle")))
		}
	}
	return ""
}

// numbered reads names that are numbers: uni0041, u1F600, afii10017.
func numbered(n string) string {
	switch {
	case strings.HasPrefix(n, "uni") && len(n) >= 7 && len(n) < 40:
		var b strings.Builder
		for h := n[3:]; len(h) >= 4; h = h[4:] {
			v, err := strconv.ParseUint(h[:4], 16, 32)
			if err != nil || !utf8.ValidRune(rune(v)) {
				return ""
			}
			b.WriteRune(rune(v))
		}
		return b.String()
	case strings.HasPrefix(n, "u") && len(n) >= 5 && len(n) <= 7:
		if v, err := strconv.ParseUint(n[1:], 16, 32); err == nil && utf8.ValidRune(rune(v)) {
			return string(rune(v))
		}
	case strings.HasPrefix(n, "afii"):
		v, err := strconv.Atoi(n[4:])
		if err != nil {
			return ""
		}
		return cyrillic(v)
	}
	return ""
}

// cyrillic returns the letters that fonts number from 10017 and 10065 on.
func cyrillic(v int) string {
	base, at := rune(0x410), v-10017
	if v >= 10065 {
		base, at = 0x430, v-10065
	}
	switch {
	case at < 0 || at > 32:
		return ""
	case at == 6:
		return map[rune]string{0x410: "Ё", 0x430: "ё"}[base]
	case at > 6:
		at--
	}
	return string(base + rune(at))
}

// standardHigh are the signs of StandardEncoding above ASCII.
var standardHigh = map[byte]string{
	0xA1: "¡", 0xA2: "¢", 0xA3: "£", 0xA4: "⁄", 0xA5: "¥", 0xA6: "ƒ", 0xA7: "§", 0xA8: "¤", 0xA9: "'", 0xAA: "“", 0xAB: "«", 0xAC: "‹", 0xAD: "›", 0xAE: "fi", 0xAF: "fl",
	0xB1: "–", 0xB2: "†", 0xB3: "‡", 0xB4: "·", 0xB6: "¶", 0xB7: "•", 0xB8: "‚", 0xB9: "„", 0xBA: "”", 0xBB: "»", 0xBC: "…", 0xBD: "‰", 0xBF: "¿",
	0xC1: "`", 0xC2: "´", 0xC3: "ˆ", 0xC4: "˜", 0xC5: "¯", 0xC6: "˘", 0xC7: "˙", 0xC8: "¨", 0xCA: "˚", 0xCB: "¸", 0xCD: "˝", 0xCE: "˛", 0xCF: "ˇ", 0xD0: "—",
	0xE1: "Æ", 0xE3: "ª", 0xE8: "Ł", 0xE9: "Ø", 0xEA: "Œ", 0xEB: "º", 0xF1: "æ", 0xF5: "ı", 0xF8: "ł", 0xF9: "ø", 0xFA: "œ", 0xFB: "ß",
}

// symbolLow are the letters of the font Symbol from A on, and from a on.
const (
	symbolUpper = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
	symbolLower = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
)

// widths of the signs from space to ~ of the fonts that need not be in a file,
// in thousandths of the size.
var (
	helveticaWidths = [95]int16{278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015,
		667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333,
		556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584}
	timesWidths = [95]int16{250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921,
		722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333,
		444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541}
)
