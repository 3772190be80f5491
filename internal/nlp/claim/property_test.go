package claim_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"analyze/internal/doc"
	"analyze/internal/nlp/claim"
	"analyze/internal/nlp/figure"
)

// stories are documents whose names, years and order of parts are put about below.
var stories = map[string]string{
	"harbour": "LIMA, March 14 (Meridian) - The port board said on Monday that 40 cranes stood idle in 2014.\n\nIn Cusco, 12 mills closed in 2015, according to the mill union.\n\nLena Brandt, who runs the yard, put the loss at $40 million.",
	"clinic":  "The health ministry counted 420 cases of measles in Ghana in May 2015, up from 310 a year earlier.\n\nIn Togo 90 cases were reported in 2014.\n\nNurses at the clinic said that 12 children had died.",
	"vote":    "Turnout in Peru was 61 percent in 2014, the election board said.\n\nIn Chile it was 49 percent.\n\nThe mayor, Omar Haddad, told reporters that 4,000 ballots were spoilt.",
}

const storyDate = "2016-03-10"

// told tells all claims in a line each, without where they stand.
func told(d *doc.Document) string {
	var s strings.Builder
	for i := range d.Claims {
		c := &d.Claims[i]
		place, role, others := placeOf(c)
		fmt.Fprintf(&s, "%q %s of %q: %s %s [%s], %s, %q\n", d.Slice(c.Span), c.Unit, c.What, place, role, others, c.Time, c.Source)
	}
	return s.String()
}

// retold reads a text that has been put about, and puts what is told of it back.
func retold(t *testing.T, text, date string, back ...string) string {
	return strings.NewReplacer(back...).Replace(told(read(t, text, date, figure.Pass.Run)))
}

// TestNamesPutAbout holds that who is named and where changes names and places and
// nothing else: what is said of Lima is said of Quito.
func TestNamesPutAbout(t *testing.T) {
	for name, s := range stories {
		want := told(read(t, s, storyDate, figure.Pass.Run))
		if strings.Count(want, "\n") < 3 {
			t.Fatalf("%s: too little is told:\n%s", name, want)
		}
		there := []string{"Lena Brandt", "Ruth Adler", "Omar Haddad", "Paul Lund", "Ghana", "Kenya", "Togo", "Niger"}
		back := []string{"Ruth Adler", "Lena Brandt", "Paul Lund", "Omar Haddad", "Kenya", "Ghana", "Niger", "Togo"}
		if got := retold(t, strings.NewReplacer(there...).Replace(s), storyDate, back...); got != want {
			t.Errorf("%s with other names:\n%swith its own:\n%s", name, got, want)
		}
	}
}

// TestYearsPutAbout holds that a text of other years, read in another year, tells the
// same of those.
func TestYearsPutAbout(t *testing.T) {
	for name, s := range stories {
		want := told(read(t, s, storyDate, figure.Pass.Run))
		later := strings.NewReplacer("2014", "2018", "2015", "2019", "2016", "2020")
		if got := retold(t, later.Replace(s), later.Replace(storyDate), "2018", "2014", "2019", "2015", "2020", "2016", "2017", "2013"); got != strings.ReplaceAll(want, "2017", "2013") {
			t.Errorf("%s four years later:\n%sas it is:\n%s", name, got, want)
		}
	}
}

// TestFigurelessParagraph holds that a paragraph that says nothing, behind all others,
// changes no claim.
func TestFigurelessParagraph(t *testing.T) {
	for name, s := range stories {
		want := told(read(t, s, storyDate, figure.Pass.Run))
		for _, more := range []string{"\n\nThe weather was fine and the children sang.", "\n\n\n", "\n\nThe talks go on."} {
			if got := retold(t, s+more, storyDate); got != want {
				t.Errorf("%s with %q:\n%swithout:\n%s", name, more, got, want)
			}
		}
	}
}

// TestHeadingCapitals holds that a heading in capitals changes nothing below it.
func TestHeadingCapitals(t *testing.T) {
	for name, s := range stories {
		low := retold(t, "# What the year brought\n\n"+s, storyDate)
		up := retold(t, "# WHAT THE YEAR BROUGHT\n\n"+s, storyDate)
		if low != up {
			t.Errorf("%s: plain:\n%scapitals:\n%s", name, low, up)
		}
	}
}

// TestQuotesTurned holds that straight and curly quotation marks are the same.
func TestQuotesTurned(t *testing.T) {
	const s = "“There are 40 women here,” Lena Brandt said. “Last year we had 25.” The board's count is 30."
	want := retold(t, s, storyDate)
	if got := retold(t, strings.NewReplacer("“", `"`, "”", `"`).Replace(s), storyDate); got != want {
		t.Errorf("straight:\n%scurly:\n%s", got, want)
	}
	if got := retold(t, strings.ReplaceAll(s, "'", "’"), storyDate); got != want {
		t.Errorf("with a curly apostrophe:\n%sstraight:\n%s", got, want)
	}
}

// TestSpokenFirstOrLast holds that a speaker governs the same figures before them and
// behind.
func TestSpokenFirstOrLast(t *testing.T) {
	for _, said := range []string{"40 houses burned", "12 wells are dry and 30 are salty", "the toll had risen to 82"} {
		first := retold(t, "The mayor said that "+said+".", storyDate)
		last := retold(t, strings.ToUpper(said[:1])+said[1:]+", the mayor said.", storyDate)
		if !strings.Contains(first, `"mayor"`) || strings.Count(first, `"mayor"`) != strings.Count(last, `"mayor"`) {
			t.Errorf("said before:\n%ssaid behind:\n%s", first, last)
		}
	}
}

// TestClaimsAtOnce holds that documents which are read at the same time do not mix.
func TestClaimsAtOnce(t *testing.T) {
	var wait sync.WaitGroup
	for _, s := range stories {
		want := retold(t, s, storyDate)
		for range 3 {
			d := read(t, s, storyDate, figure.Pass.Run)
			wait.Go(func() {
				for range 10 {
					if err := claim.Pass.Run(d); err != nil {
						t.Error(err)
					} else if got := told(d); got != want {
						t.Errorf("at once:\n%salone:\n%s", got, want)
					}
				}
			})
		}
	}
	wait.Wait()
}

// TestClaimsOfTruncated holds that no rule needs what is cut off: every beginning of a
// text is read, with spans that lie in it.
func TestClaimsOfTruncated(t *testing.T) {
	for _, s := range stories {
		words := strings.SplitAfter(s, " ")
		for n := range words {
			d := read(t, strings.Join(words[:n], ""), storyDate, figure.Pass.Run)
			for i := range d.Claims {
				c := &d.Claims[i]
				for _, span := range []doc.Span{c.Span, c.Number, c.SourceSpan} {
					if span.Start < 0 || span.Start > span.End || span.End > len(d.Text) {
						t.Fatalf("%v lies outside of %q", span, d.Text)
					}
				}
			}
		}
	}
}
