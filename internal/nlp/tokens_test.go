package nlp

import (
	"strings"
	"testing"
	"unicode/utf8"

	"analyze/internal/doc"
)

// words lists the tokens of a text with blanks between; a note mark stands in
// ⟦⟧ and a joined word after =.
func words(text string, toks []doc.Token) string {
	var b strings.Builder
	for i, t := range toks {
		if i > 0 {
			b.WriteByte(' ')
		}
		w := text[t.Start:t.End]
		switch {
		case t.Tag == doc.TagNote:
			w = "⟦" + w + "⟧"
		case t.Norm != "":
			w = strings.ReplaceAll(w, "\n", `\n`) + "=" + t.Norm
		}
		b.WriteString(w)
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no word lost after an apostrophe", "‘Sunni’ and 'Malik' and ‘Mosul’, 'reports' and 'llamas'",
			"‘ Sunni ’ and ' Malik ' and ‘ Mosul ’ , ' reports ' and ' llamas '"},
		{"clitics", "He's, they’re, I'll, we’ve, she'd, I'm", "He 's , they ’re , I 'll , we ’ve , she 'd , I 'm"},
		{"not", "don't, can’t, WON'T, ain't", "do n't , ca n’t , WO N'T , ai n't"},
		{"possessives", "the army’s, the fighters’ pay, ISIS’s, U.S.'s", "the army ’s , the fighters ’ pay , ISIS ’s , U.S. 's"},
		{"names with apostrophes", "Sana’a, O'Brien, Côte d’Ivoire, Qur'an", "Sana’a , O'Brien , Côte d’Ivoire , Qur'an"},
		{"glued note", "operations.1 Then", "operations . ⟦1⟧ Then"},
		{"glued note after a quotation", "left.”12 Then", "left . ” ⟦12⟧ Then"},
		{"superscript notes", "Syria.¹² In Mali⁸, they", "Syria . ⟦¹²⟧ In Mali ⟦⁸⟧ , they"},
		{"note of a formula", "attacks.^{4 Then", "attacks . ⟦^{4⟧ Then"},
		{"glued note label", "15.Liepman wrote", "15 . Liepman wrote"},
		{"no note", "in 2.5 of 3.14, version.2a", "in 2.5 of 3.14 , version . 2a"},
		{"dashes", "Turkey—Jordan/Lebanon – and -- so", "Turkey — Jordan / Lebanon – and -- so"},
		{"hyphens that part", "Turkey-Syria, anti-Islamic, US-led, U.S.-led, 20-35, 2013-2014, Jean-Pierre",
			"Turkey - Syria , anti - Islamic , US - led , U.S. - led , 20 - 35 , 2013 - 2014 , Jean - Pierre"},
		{"hyphens that stay", "nine-month 18-month al-Qaeda Al-Shabaab COVID-19 F-16 long-term Self-styled Jong-un",
			"nine-month 18-month al-Qaeda Al-Shabaab COVID-19 F-16 long-term Self-styled Jong-un"},
		{"numbers", "40,000 of 1.5 km, 1/2, 9/11, 10:30, 17th, 1990s, '90s, 5bn, .5, 10⁶", "40,000 of 1.5 km , 1/2 , 9/11 , 10:30 , 17th , 1990s , '90s , 5bn , .5 , 10⁶"},
		{"damaged digits", "3O,000 of 2,4OO in 20l7, 5l", "3O,000 of 2,4OO in 20l7 , 5l"},
		{"money and percent", "$40 US$1.5m €3,000 20% £5bn", "$ 40 US$ 1.5m € 3,000 20 % £ 5bn"},
		{"abbreviations", "Brig. Gen. J. Smith of the U.S. Army, e.g. Vol. 3, pp. 4-6, Feb. 13, No. 5, Ph.D.",
			"Brig. Gen. J. Smith of the U.S. Army , e.g. Vol. 3 , pp. 4 - 6 , Feb. 13 , No. 5 , Ph.D."},
		{"no abbreviations", "He said no. The sun. In march. It was an art.", "He said no . The sun . In march . It was an art ."},
		{"glued sentences", "attacks.The group", "attacks . The group"},
		{"initials", "J.K.Rowling, J.-P. Filiu, U.S.A", "J.K. Rowling , J. - P. Filiu , U.S.A"},
		{"addresses", "see http://a.org/b-c?d=e(f). or www.un.org, a.b@c.org; gov.uk/x, bbc.com", "see http://a.org/b-c?d=e(f) . or www.un.org , a.b@c.org ; gov.uk/x , bbc.com"},
		{"handles", "@user and #tag, #5", "@user and #tag , # 5"},
		{"quotes", `"Go," he said. ''No'' ` + "``Yes``", `" Go , " he said . '' No '' ` + "`` Yes ``"},
		{"elision", "’em and 'til, rock 'n' roll", "’em and 'til , rock 'n ' roll"},
		{"ellipsis", "comprehensive … strategy ... and", "comprehensive … strategy ... and"},
		{"ampersand", "R&D, AT&T, Smith & Co., this&that", "R&D , AT&T , Smith & Co. , this & that"},
		{"area", "5 km² of 3m³", "5 km² of 3m³"},
		{"accents", "Münch in Besançon", "Münch in Besançon"},
		{"line end, written joined", "prepa-\nration of the preparation", `prepa-\nration=preparation of the preparation`},
		{"line end, written with a hyphen", "well-\nfunded and well-funded", `well-\nfunded=well-funded and well-funded`},
		{"line end, two words", "state-\nsponsored war", `state-\nsponsored=state-sponsored war`},
		{"line end, unknown", "counterradi-\ncalisation", `counterradi-\ncalisation=counterradicalisation`},
		{"line end, suspended", "short-\nand long-term", "short - and long-term"},
		{"line end, names", "Turkey-\nSyria", "Turkey - Syria"},
		{"byte order mark", "\ufeffMali\u200b is", "Mali is"},
		{"emoji", "fine 👍🏽! ok", "fine 👍 🏽 ! ok"},
	} {
		t.Run(c.name, func(t *testing.T) {
			toks, _ := Segment(c.text)
			if got := words(c.text, toks); got != c.want {
				t.Errorf("%q\ngot  %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// In each text | stands where a sentence begins.
var sentenceTexts = []string{
	"He left. |She stayed. |“Go.” |They went.",
	"The cost was 1.5 million. |In 2014, 40,000 came. |20 left.",
	"It was led by Brig. Gen. Ali Saleh. |Gen. Smith agreed.",
	"“Gen. Smith left,” he said. |“Gen. Jones stayed.”",
	"See Vol. 3, Fig. 2, pp. 4–6, No. 7. |Then stop.",
	"Miller et al. found little. |Miller et al. (2015) found more.",
	"Op. cit., p. 4. |Ibid., p. 5.",
	"J. Smith came. |P. Neumann of King’s did not.",
	"Attacks on operations.1 |Then they left.¹² |Others came.",
	"He lives in the U.S. |The others do not. |The U.S. Army does.",
	"“Why?” Neumann asked. |“Who?” |The men did not say.",
	"“Stop!” he said. |He did not.",
	"It is comprehensive … and new. |He paused … |The end.",
	"He wrote to the group. |al-Shabaab answered. |bin Laden did not.",
	"1. First do this. |Then that.",
	"a heading without a full stop\n\n|The text begins.",
	"It fell (see Table 2). |The rest held. |(The others fell.) |It ended.",
	"They work for Acme Inc. and others. |He joined Acme Inc. |The firm grew.",
	"The law of Dec. 4 was void. |On Feb. 13 it ended.",
	"They met at 5 p.m. |The talks failed. |At 6 a.m. Monday they met.",
	"Wait... |The man left? |Yes!",
	"It came from John F. Kennedy. |He took vitamin C. |It helped.",
	"He said: “It is over. |We won.” |They lost.",
	"The state of Mass. is small. |The mass. |Of it.",
}

func TestSentences(t *testing.T) {
	for _, text := range sentenceTexts {
		plain := strings.ReplaceAll(text, "|", "")
		_, sents := Segment(plain)
		var b strings.Builder
		at := 0
		for i, s := range sents {
			b.WriteString(plain[at:s.Start])
			if i > 0 {
				b.WriteByte('|')
			}
			at = s.Start
		}
		b.WriteString(plain[at:])
		if b.String() != text {
			t.Errorf("got  %s\nwant %s", b.String(), text)
		}
	}
}

// Tokens are set apart by blanks, glued to the one before by ~.
func TestTags(t *testing.T) {
	for _, text := range []string{
		"The/DT army/NN ~’s/POS men/NNS do/VBP ~n’t/RB run/VB ~./.",
		"The/DT run/NN was/VBD over/RB and/CC they/PRP run/VBP ~./.", // no tag shared by two
		"THE/DT SOLDIERS/NNS LEFT/VBD THE/DT CITY/NN",
		"He/PRP paid/VBD US$/$ ~40/CD and/CC 20/CD ~%/NN (/( ~of/IN it/PRP ~)/) ~./.",
		"“/`` ~Go/VB ~,/, ~”/'' she/PRP said/VBD ~./.",
		"the/DT fighters/NNS ~’/POS pay/NN",
		"‘/`` ~the/DT fighters/NNS ~’/'' were/VBD",
	} {
		var plain strings.Builder
		var want []string
		for i, f := range strings.Fields(text) {
			k := strings.LastIndexByte(f, '/')
			w := f[:k]
			if w[0] != '~' && i > 0 {
				plain.WriteByte(' ')
			}
			w = strings.TrimPrefix(w, "~")
			plain.WriteString(w)
			want = append(want, w+f[k:])
		}
		s := plain.String()
		toks, _ := Segment(s)
		var got []string
		for _, k := range toks {
			got = append(got, s[k.Start:k.End]+"/"+k.Tag.String())
		}
		if g, w := strings.Join(got, " "), strings.Join(want, " "); g != w {
			t.Errorf("got  %s\nwant %s", g, w)
		}
	}
}

// A sentence torn by a note has its tokens side by side.
func TestTornSentence(t *testing.T) {
	text := "It began in Mali and went\n\n1. Miller, 2015.\n\non in Niger. It ended."
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	d.Blocks[1].Kind, d.Blocks[2].Joins = doc.Footnote, 0
	if err := Tokens.Run(d); err != nil {
		t.Fatal(err)
	}
	if got, want := words(text, d.Tokens), "It began in Mali and went on in Niger . It ended . 1 . Miller , 2015 ."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	s := d.Sentences[0]
	if len(d.Sentences) != 3 || len(s.Parts) != 2 || d.Slice(s.Parts[0]) != "It began in Mali and went" || d.Slice(s.Parts[1]) != "on in Niger." {
		t.Errorf("%d sentences, parts %v", len(d.Sentences), s.Parts)
	}
	if d.Sentences[1].Parts != nil || d.Slice(d.Sentences[1].Span) != "It ended." || d.Sentences[1].Block != 2 {
		t.Errorf("second sentence %+v", d.Sentences[1])
	}
	if d.SentenceAt(strings.Index(text, "Miller")) != 2 || d.SentenceAt(strings.Index(text, "Niger")) != 0 {
		t.Error("SentenceAt")
	}
}

func TestTableCells(t *testing.T) {
	text := "Country\tOfficial count\nTunisia\t6,000 (2015)\n"
	d := &doc.Document{Text: text, Blocks: paragraphs(text)}
	d.Blocks[0].Kind = doc.TableBlock
	tokenize(d)
	var got []string
	for _, s := range d.Sentences {
		got = append(got, words(text, d.Tokens[s.First:s.Last]))
	}
	if g, want := strings.Join(got, "|"), "Country|Official count|Tunisia|6,000 ( 2015 )"; g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
}

func TestNoteMarks(t *testing.T) {
	text := "In Mali3 and in 201512 they met."
	i := strings.Index(text, "3")
	k := strings.Index(text, "12 they")
	d := &doc.Document{Text: text, Blocks: paragraphs(text), NoteMarks: []doc.NoteMark{
		{Span: doc.Span{Start: i, End: i + 1}}, {Span: doc.Span{Start: k, End: k + 2}}}}
	tokenize(d)
	if got, want := words(text, d.Tokens), "In Mali ⟦3⟧ and in 2015 ⟦12⟧ they met ."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// checkTokens reports what no tokens may be: empty, overlapping, out of their
// block, cutting a character, or leaving out what is not blank.
func checkTokens(t *testing.T, d *doc.Document) {
	t.Helper()
	covered := make([]bool, len(d.Text))
	for i, k := range d.Tokens {
		if k.Start < 0 || k.End > len(d.Text) || k.Start >= k.End {
			t.Fatalf("token %d is %v of %d bytes", i, k.Span, len(d.Text))
		}
		if utf8.ValidString(d.Text) && (!utf8.RuneStart(d.Text[k.Start]) || k.End < len(d.Text) && !utf8.RuneStart(d.Text[k.End])) {
			t.Fatalf("token %d %v cuts a character", i, k.Span)
		}
		if b := d.BlockAt(k.Start); b < 0 || !d.Blocks[b].Contains(k.Span) {
			t.Fatalf("token %d %v crosses a block", i, k.Span)
		}
		for j := k.Start; j < k.End; j++ {
			if covered[j] {
				t.Fatalf("byte %d has two tokens", j)
			}
			covered[j] = true
		}
		if k.Tag == doc.TagNone {
			t.Fatalf("token %d %q has no tag", i, d.Slice(k.Span))
		}
	}
	for _, b := range d.Blocks {
		for i := b.Start; i < b.End; {
			c, n := at(d.Text, i)
			if c != cSpace && !covered[i] {
				t.Fatalf("%q at %d is in no token", d.Text[i:i+n], i)
			}
			i += n
		}
	}
	next := 0
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First {
			t.Fatalf("sentence %d has tokens %d to %d, after %d", i, s.First, s.Last, next)
		}
		next = s.Last
		if s.Start != d.Tokens[s.First].Start || s.Span.End != d.Tokens[s.Last-1].End {
			t.Fatalf("sentence %d is %v", i, s.Span)
		}
		for k := s.First + 1; k < s.Last; k++ {
			if d.Tokens[k].Start < d.Tokens[k-1].End {
				t.Fatalf("tokens of sentence %d descend", i)
			}
		}
	}
	if next != len(d.Tokens) {
		t.Fatalf("%d tokens, sentences end at %d", len(d.Tokens), next)
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"", "Ben’s 'Malik' U.S. 40,000%", "a-\nb prepa-\nration", "x.1 Then—‘", "\xff\xfe^{4 $.5.", "1\n\n2\n\n3", "http://a.b/(c", "ﬁ²³ 10⁶ A$", "\u00ad-\n'", "a@b.c #é @", "'\u0301"} {
		f.Add(s, uint16(0x1234))
	}
	f.Fuzz(func(t *testing.T, text string, shape uint16) {
		d := &doc.Document{Text: text, Blocks: paragraphs(text)}
		for i := range d.Blocks {
			b := &d.Blocks[i]
			if shape>>(i%16)&1 != 0 {
				b.Joins = i - 1 - int(shape>>(i%7))%3
			}
			if shape>>(i%5)&3 == 3 {
				b.Kind = doc.TableBlock
			}
			if m := b.Start + 1; shape>>(i%3)&1 != 0 && m < b.End && utf8.RuneStart(text[m]) {
				_, n := utf8.DecodeRuneInString(text[m:])
				if c, _ := at(text, m); c != cSpace {
					d.NoteMarks = append(d.NoteMarks, doc.NoteMark{Span: doc.Span{Start: m, End: m + n}})
				}
			}
		}
		tokenize(d)
		checkTokens(t, d)
	})
}
