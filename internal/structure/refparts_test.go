package structure

import (
	"fmt"
	"strings"
	"testing"
)

// Each entry of a bibliography gives authors, title, where it appeared,
// publisher, place, date and pages.
func TestEntries(t *testing.T) {
	for in, want := range map[string]string{
		"Lee, A., & Ek, B. (2003). The Sea and its Men. San Remo: Nordlys Press.":   "A. Lee;B. Ek|The Sea and its Men||Nordlys Press|San Remo|2003|",
		"World Fish Bank. (2014). Nets and Boats. Washington, DC: World Fish Bank.": "World Fish Bank|Nets and Boats||World Fish Bank|Washington, DC|2014|",
		"Lee, A. (2011). Salt. Journal of the Sea, 24(4), 1331–1358.":               "A. Lee|Salt|Journal of the Sea|||2011|1331–1358",
		"World Fish Bank, The Nets Report (Washington, DC, 2021).":                  "World Fish Bank|The Nets Report|||Washington, DC|2021|",
		"Ann Lee and Bo Ek, Salt and Sea (Oslo: Nordlys, 1998), 12.":                "Ann Lee;Bo Ek|Salt and Sea||Nordlys|Oslo|1998|12",
		"Fish Board, Plan for the Sea 2020, Brussels, January 2021, p. 44.":         "Fish Board|Plan for the Sea 2020|||Brussels|2021-01|44",
		"Red Net, Annual Report 1992, Geneva 1993, p. 87.":                          "Red Net|Annual Report 1992|||Geneva|1993|87",
	} {
		var got []string
		for _, r := range parseReferences(in, strings.Contains(in, ").") && strings.Contains(in, "(2") && !strings.HasSuffix(in, "2021).")) {
			got = append(got, fmt.Sprintf("%s|%s|%s|%s|%s|%s|%s", strings.Join(r.Authors, ";"), r.Title, r.In, r.Publisher, r.Place, r.Date, r.Pages))
		}
		if g := strings.Join(got, " + "); g != want {
			t.Errorf("%s\ngot  %s\nwant %s", in, g, want)
		}
	}
}

// Notes at the foot of a page, under tables and in lists: kind and label of the
// blocks behind the first paragraph.
func TestNoteKinds(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"the first of two cites little": {
			"He came home.1 " + paraA + " There were two barns.2\n\n1 The Eagles were men of the Party; see Court, Judgment, para. 112.\n2 Red Net, Annual Report 1992, Geneva 1993, p. 87.",
			"footnote[1] footnote[2]"},
		"an address in a list": {
			paraA + "\n\n1. The money is for boats.\n2. The figures are for the north only.\n3. The report is published at https://example.org/report/2011.",
			"list1[1] list1[2] list1[3]"},
		"a letter below a table": {
			paraA + "\n\nTown      Men   Boats\nBrzeg      12       3\nDwory (a)  13       4\nLipno      10       2\n\n(a) Leaves out the lower town.\n\n" + paraB,
			"table footnote[a] body"},
		"a letter that no table has": {
			paraA + "\n\nTown      Men   Boats\nBrzeg      12       3\nDwory      13       4\nLipno      10       2\n\n(a) Leaves out the lower town, as it did in the year before and will do in the next, said the mayor.\n\n" + paraB,
			"table body body"},
	} {
		d := analyse(t, "x", c.text)
		var got []string
		for _, k := range d.Blocks[1:] {
			s := k.Kind.String()
			if k.Level > 0 {
				s += fmt.Sprint(k.Level)
			}
			if k.Label != "" {
				s += "[" + k.Label + "]"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %s, want %s\n%s", name, g, c.want, Dump(d))
		}
	}
}
