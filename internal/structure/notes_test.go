package structure

import (
	"fmt"
	"strings"
	"testing"

	"analyze/internal/doc"
)

// unmarked returns text without « and », and the spans that stood between them.
func unmarked(text string) (string, []doc.Span) {
	var out strings.Builder
	var spans []doc.Span
	for {
		before, rest, ok := strings.Cut(text, "«")
		out.WriteString(before)
		if !ok {
			return out.String(), spans
		}
		inside, after, _ := strings.Cut(rest, "»")
		spans = append(spans, doc.Span{Start: out.Len(), End: out.Len() + len(inside)})
		out.WriteString(inside)
		text = after
	}
}

const threeNotes = "\n\nNotes\n\n1. Ann Lee, “One,” Paper, May 2011.\n2. Bo Ek, “Two,” Paper, June 2012.\n3. Cy Ray, “Three,” Paper, July 2013.\n"

// In each text « and » stand around a note mark; nothing else may be one.
func TestNoteMarks(t *testing.T) {
	for name, text := range map[string]string{
		"superscript":        "He left the town.«¹» She stayed«²», and so did they.«³»" + threeNotes,
		"glued to stops":     "He left the town.«1» She “stayed.”«2» They (both) paid;«3» nobody asked." + threeNotes,
		"glued to words":     "He left the town«1» and she stayed«2», which was odd.«3» Then came rain." + threeNotes,
		"behind years":       "He left the town in 2012.«1» She had 4,500.«2» They paid 12.«3»" + threeNotes,
		"behind thousands":   "He left the town.«1» She had 41,500,«2» a sum of 1,204,310, and 12,4 of them.«3»" + threeNotes,
		"under a line":       "He left the town,«14» and she did not.«15» They paid.\n__________\n14 Ann Lee, “One,” Paper, May 2011.\n15 Letter of the mayor.\n",
		"caret":              "He left.«^{1}» She stayed.«^{2» They paid.«^3»" + threeNotes,
		"square":             "He left [«1»]" + "." + threeNotes,
		"markdown":           "He left.«[^1]» She stayed.«[^2]»\n\n[^1]: Ann Lee, “One,” Paper, May 2011.\n[^2]: It rained.\n",
		"no marks":           "The H1N1 wave, COVID19 and the G20 cost 2.5 million. F16 jets flew at 1.5 times the speed. See p.3 and no.2, vol.1." + threeNotes,
		"decimals and dates": "It rose by 1.2 points on 1.3.2014, to 3.1 in all, at 10.30." + threeNotes,
		"powers":             "They hold 90 km² and 3 m³, or 10³ of them.«¹»" + threeNotes,
		"sections":           "Under Article.1 nothing, and U.S.1 nothing.«1» Then more.«2» And more.«3»" + threeNotes,
		"without notes":      "He left the town.«1» She stayed.«2» They paid.«3» The rest is known.",
		"one without notes":  "He left the town.4 She stayed and they paid.",
		"two at once":        "He left.«¹»«,²» She stayed.«³»" + threeNotes,
		"star":               "About 40 farms were lost.«*» The rest stood.\n\n* The county says 38.\n",
		"star for emphasis":  "About *forty* farms were **lost** and 3 * 4 stood.\n\n* one\n* two\n",
		"round":              "He left the town. «(1)» She stayed. «(2)» They paid. «(3)» Tunisia (2,500) and Mali (14) did not." + threeNotes,
		"round, no notes":    "Belgium (2), France (3) and Spain (1) took part.",
		"address":            "See http://example.org/a.1 and www.example.org/b.2 for more.«3»" + threeNotes,
	} {
		t.Run(name, func(t *testing.T) {
			plain, want := unmarked(strings.ReplaceAll(text, "[«1»]", "«[1]»"))
			d := analyse(t, "x", plain)
			var got []doc.Span
			for _, m := range d.NoteMarks {
				got = append(got, m.Span)
				if m.Note >= 0 && d.Notes[m.Note].Label != m.Label {
					t.Errorf("mark %q is tied to note %q", m.Label, d.Notes[m.Note].Label)
				}
				if m.Note < 0 && len(d.Notes) > 0 {
					t.Errorf("mark %q is tied to no note", m.Label)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("got %s\nwant %s", around(plain, got), around(plain, want))
			}
		})
	}
}

// around shows spans with the words around them.
func around(s string, spans []doc.Span) string {
	var out []string
	for _, p := range spans {
		out = append(out, fmt.Sprintf("%q", s[cutAt(s, max(0, p.Start-8)):p.Start]+"«"+s[p.Start:p.End]+"»"))
	}
	return strings.Join(out, " ")
}

// Each note is followed by the works it cites: authors | title | in | publisher
// | place | date | pages | URL.
func TestReferences(t *testing.T) {
	for _, c := range []struct {
		note string
		want []string
	}{
		{"Ann Lee, “The Price of Salt,” Harbour Review 12, no. 3 (May 2011): 4–9.", []string{"Ann Lee|The Price of Salt|Harbour Review|||2011-05|4–9|"}},
		{"Ann Lee, \"The Price of Salt,\" *Harbour Review*, 4 May 2011, p. 7.", []string{"Ann Lee|The Price of Salt|Harbour Review|||2011-05-04|7|"}},
		{"Ann Lee and Bo Ek, Salt and Sea (Oslo: Nordlys, 1998), 12.", []string{"Ann Lee;Bo Ek|Salt and Sea||Nordlys|Oslo|1998|12|"}},
		{"Ann Lee, Bo Ek, and Cy Ray, “Salt,” https://example.org/salt.", []string{"Ann Lee;Bo Ek;Cy Ray|Salt||||||https://example.org/salt"}},
		{"The Salt Board, Annual Report (London: The Salt Board, March 2014), pp. 3-4.", []string{"The Salt Board|Annual Report||The Salt Board|London|2014-03|3-4|"}},
		{"“Salt Runs Short,” Reuters, 3 June 2015; Bo Ek, “No Salt,” Daily Post, June 4, 2015.", []string{"|Salt Runs Short|Reuters|||2015-06-03||", "Bo Ek|No Salt|Daily Post|||2015-06-04||"}},
		{"Rick “Salty” Moe, Sea Tales (Bergen: Vest, 2001).", []string{"Rick “Salty” Moe|Sea Tales||Vest|Bergen|2001||"}},
		{"The board denies this. See Ann Lee, “Salt,” Daily Post, June 4, 2015.", []string{"Ann Lee|Salt|Daily Post|||2015-06-04||"}},
		{"He was the first to say so, and the board has never forgiven him.", nil},
		{"Talks with traders in Bergen; most wished not to be named.", nil},
		{"It is, in his words, “a very small sea”.", nil},
		{"Salt Commission Hearing, September 2014, https://example.org/h/.", []string{"|Salt Commission Hearing||||2014-09||https://example.org/h/"}},
		{"Figures from Ann Lee (2014) and The Salt Board (2015).", []string{"Ann Lee|||||2014||", "The Salt Board|||||2015||"}},
		{"Bo Ek, “Salt,” PhD dissertation, University of Bergen, 2009, 31.", []string{"Bo Ek|Salt|PhD dissertation|University of Bergen||2009|31|"}},
	} {
		d := analyse(t, "x", "The sea is cold and wide, and nobody who lives on its shore would say anything else.¹\n\n¹ "+c.note)
		if len(d.Notes) != 1 {
			t.Fatalf("%d notes of %q", len(d.Notes), c.note)
		}
		var got []string
		for _, r := range d.Notes[0].Refs {
			got = append(got, strings.Join([]string{strings.Join(r.Authors, ";"), r.Title, r.In, r.Publisher, r.Place, r.Date, r.Pages, r.URL}, "|"))
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s\ngot  %q\nwant %q", c.note, got, c.want)
		}
		if d.Notes[0].Source != (len(c.want) > 0) {
			t.Errorf("%s: source %v", c.note, d.Notes[0].Source)
		}
	}
}

// Entries of bibliographies, and the dash for an author who comes again.
func TestBibliography(t *testing.T) {
	d := analyse(t, "x", `A text that is long enough to be a paragraph and says what it says about salt.

References

Ek, Bo. Sea Tales. Bergen: Vest, 2001.
———. “Salt and Bread.” Harbour Review 3 (2004): 11–19.
Lee, A., & Moe, R. (2013). The price of salt. Salt Studies, 28(4), 510–533.
`)
	var got []string
	for _, n := range d.Notes {
		for _, r := range n.Refs {
			got = append(got, strings.Join(r.Authors, ";")+"|"+r.Title+"|"+r.Date)
		}
	}
	want := []string{"Bo Ek|Sea Tales|2001", "Bo Ek|Salt and Bread|2004", "A. Lee;R. Moe|The price of salt|2013"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Ibid., short titles, surnames alone and op. cit. mean the full reference.
func TestResolved(t *testing.T) {
	d := analyse(t, "x", `One thing is known.1 Another is said.2 A third is not.3 A fourth may be.4 The fifth is last.5 No more.6

1. Ann Lee, “The Price of Salt: A History,” Harbour Review, May 2011, 4.

2. Ibid., 7.

3. Bo Ek, Salt and Sea (Oslo: Nordlys, 1998), 12.

4. Lee, “The Price of Salt,” 9; Ek, Salt and Sea, 3.

5. Ibid.

6. Lee, op. cit., p. 11.
`)
	var got []string
	for _, n := range d.Notes {
		for _, r := range n.Refs {
			got = append(got, fmt.Sprintf("%s: %s %s %d", n.Label, r.Title, r.Pages, r.Full))
		}
	}
	want := []string{"1: The Price of Salt: A History 4 -1", "2: The Price of Salt: A History 7 0", "3: Salt and Sea 12 -1", "4: The Price of Salt: A History 9 0", "4: Salt and Sea 3 2", "5: Salt and Sea  2", "6: The Price of Salt: A History 11 0"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
