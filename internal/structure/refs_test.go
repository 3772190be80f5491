package structure

import (
	"strings"
	"testing"
)

func TestSplitAuthors(t *testing.T) {
	for in, want := range map[string]string{
		"Ann Lee": "Ann Lee", "Ann Lee and Bo Ek": "Ann Lee;Bo Ek", "Ann Lee, Bo Ek, and Cy Ray": "Ann Lee;Bo Ek;Cy Ray", "Lee, Ann": "Ann Lee", "Lee, A., & Ek, B.": "A. Lee;B. Ek",
		"Institute for Economics and Peace": "Institute for Economics and Peace", "Lee and Ek": "Lee;Ek", "Ann Lee et al.": "Ann Lee", "Ann Lee (ed.)": "Ann Lee", "Aaron Y.": "Aaron Y.", "See Ann Lee": "Ann Lee", "Martin King, Jr.": "Martin King Jr", "it is very important": "", "": "",
	} {
		if got := strings.Join(splitAuthors(in), ";"); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestAuthorsOf(t *testing.T) {
	for in, want := range map[string]string{
		"Song Niu Shanghai International Studies University": "Song Niu", "**Ilse Brandt**, Lakeside Institute, Geneva": "Ilse Brandt", "Rebecca Aldous and Nikolai Fomin, Institute for Data, Utrecht": "Rebecca Aldous;Nikolai Fomin",
		"Anna de Vries": "Anna de Vries", "Aaron Y. Zelin": "Aaron Y. Zelin", "Their Strategic Impact": "", "The River Commission": "", "A town and its river": "", "Peter left the town.": "",
	} {
		if got := strings.Join(authorsOf(in), ";"); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestTakeURL(t *testing.T) {
	for in, want := range map[string]string{
		"Paper, https://a.org/b.": "https://a.org/b", "see www.a.org/b, 3": "www.a.org/b", "https:// www.a.org/B-c.pdf.": "https://www.a.org/B-c.pdf", "http://a.org/well- being/x, 4": "http://a.org/well-being/x", "http://a.org/F 3.pdf.": "http://a.org/F3.pdf", "none": "", "http://a.org/ The rest": "http://a.org/",
	} {
		if got, _ := takeURL(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestDatesAndPages(t *testing.T) {
	for in, want := range map[string]string{
		"Paper, June 11, 2012": "2012-06-11", "18 November, 2015": "2015-11-18", "Review 9, no. 10 (October 2016): 12": "2016-10", "Winter 2010-11": "2010", "Winter 2010/11": "2010", "Spring 2016": "2016", "Vol.107, No.1, 2013, pp.1-15": "2013", "none": "", "2015-03-04": "2015-03-04",
	} {
		if got := isoIn(in); got != want {
			t.Errorf("date of %q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"pp. 53–94": "53–94", "p.9": "9", "2016): 12,": "12", ": 12,": "12", ", 2–23.": "2–23", "May 11, 2012": "", ", 14": "14", "in 2015": "", "Vol. 3": "", "August 2009, p.9.": "9",
	} {
		if got := lastPages(in); got != want {
			t.Errorf("pages of %q: %q, want %q", in, got, want)
		}
	}
}

func TestWorkTitle(t *testing.T) {
	for in, want := range map[string]string{
		"Lee, “The Sea,” Paper": "The Sea", "Lee, \"The 'Sea',\" Paper": "The 'Sea'", "Lee, *The Sea*, 2012": "The Sea", "'The Sea' and its Men,\" Paper": "'The Sea' and its Men", "Rick “Salty” Moe, Sea Tales": "", "Lee, ‘The Sea’s Men,’ Paper": "The Sea’s Men", "Lee, The Sea": "", "“What is it?” Paper": "What is it?",
	} {
		if got, _, _ := workTitle(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestCites(t *testing.T) {
	is(t, "cites", func(s string) bool { return cites(s) > 1 },
		[]string{"Ann Lee, “The Sea,” Paper, May 2011.", "Ibid., 4.", "Lee, Sea (Oslo: Nordlys, 1998), pp. 3–4.", "https://a.org/b", "Brown, T., & Clarke, M. (2013). Sending money. Housing, 28.", "Studies, December 9, 2005, p.129.", "Cf. Lee, The Sea."},
		[]string{"He is well known in the town.", "Bread costs 30 dinars, and that is too much.", "They left in 2015, when the river rose.", "Talks with traders."})
}
