package resolve_test

import (
	"slices"
	"testing"

	"analyze/internal/nlp/resolve"
)

// People of one surname in one document: couples, kin, fathers and sons.
func TestOneSurname(t *testing.T) {
	for text, want := range map[string]string{
		// a title tells which of a couple is meant
		"[Peter Hallam|PERSON] scored. [Margaret Hallam|PERSON] keeps the books. Mrs. [Hallam|PERSON|Mrs.] said so.":                        "Peter Hallam; Margaret Hallam = Margaret Hallam, Hallam",
		"Ask [Peter Hallam|PERSON] or [Margaret Hallam|PERSON]. Write to Mr. [Hallam|PERSON|Mr.].":                                          "Peter Hallam = Peter Hallam, Hallam; Margaret Hallam",
		"[Peter Hallam|PERSON] scored. Mrs. [Hallam|PERSON|Mrs.] looked on.":                                                                "Peter Hallam; Hallam",
		"Mr. [Lund|PERSON|Mr.] and Ms. [Lund|PERSON|Ms.] came. [Karl Lund|PERSON] sat.":                                                     "Karl Lund = Lund, Karl Lund; Lund",
		"[Sipho Dlamini|PERSON] is a nephew of the former minister, [Barnabas Dlamini|PERSON]. “No,” [Dlamini|PERSON] says.":                "Sipho Dlamini = Sipho Dlamini, Dlamini; Barnabas Dlamini",
		"[Ida Strand|PERSON] flew mail. Born in St. John's to [Oskar Strand|PERSON], a baker, she left at nine. [Strand|PERSON] came back.": "Ida Strand = Ida Strand, Strand; Oskar Strand",
		"[Karl Brovend|PERSON] left. His late father, [Ivar Brovend|PERSON], had stayed. [Brovend|PERSON] sold the farm.":                   "Karl Brovend = Karl Brovend, Brovend; Ivar Brovend",
		"[Karl Brovend|PERSON] and his brother [Ivar Brovend|PERSON] disagree. [Brovend|PERSON] sold it.":                                   "Karl Brovend; Ivar Brovend; Brovend ? may be Karl Brovend or Ivar Brovend",
		"[John Hale|PERSON] spoke. [John Hale Jr.|PERSON] did not. [Hale Jr.|PERSON] sat. [Hale|PERSON] stood.":                             "John Hale = John Hale, Hale; John Hale Jr. = John Hale Jr., Hale Jr.",
		"[John Hale Jr.|PERSON] spoke. [John Hale|PERSON] sat. [Hale|PERSON] stood.":                                                        "John Hale Jr. = John Hale Jr., John Hale, Hale",
		"[Peter Hallam|PERSON] met [Margaret Hallam|PERSON] and Mrs [Hallam|PLACE] sat.":                                                    "Peter Hallam; Margaret Hallam = Margaret Hallam, Hallam",
		"[Charlotte Boyle|PERSON] paid. [Aunt Charlotte|PERSON] knew.":                                                                      "Charlotte Boyle = Charlotte Boyle, Aunt Charlotte",
		"[Duncan Holm|PERSON] and [Lady Holm|PERSON] own it. [Helena Holm|PERSON] chairs.":                                                  "Duncan Holm; Helena Holm = Lady Holm, Helena Holm",
		"Queen [Ada Holm|PERSON|Queen] met [Olaf Holm|PERSON]. Lady [Holm|PERSON|Lady] left.":                                               "Ada Holm = Ada Holm, Holm; Olaf Holm",
		"[Muammar Gaddafi|PERSON] fell. [Qadhafi|PERSON] had a tent. Colonel [Gadhafi|PERSON|Colonel] paid.":                                "Muammar Gaddafi = Muammar Gaddafi, Qadhafi, Gadhafi",
		"[Anna Brodsky|PERSON] and [Anna Brodskiy|PERSON]":                                                                                  "Anna Brodsky = Anna Brodsky, Anna Brodskiy",
		"[Assimi GOITA|PERSON] took it. [GOITA|PERSON] said so.":                                                                            "Assimi Goita = Assimi GOITA, GOITA",
		"Mr. [CASTELLANOS|PERSON|Mr.]. I yield. Mr. [CASTELLANOS|PERSON|Mr.]. Thank you.":                                                   "Castellanos = CASTELLANOS",
		"[JD Vance|PERSON] and [Gustav III|PERSON]":                                                                                         "JD Vance; Gustav III",
		"[Jake Arden|PERSON] rose. [Gentleman Arden|PERSON] sat. The [Jake Arden Speech|PERSON] was long.":                                  "Jake Arden = Jake Arden, Gentleman Arden, Jake Arden Speech",
		"[Jean-Bertrand Kasse|PERSON] came. Mr. [Kasse|PERSON|Mr.] spoke.":                                                                  "Jean-Bertrand Kasse = Jean-Bertrand Kasse, Kasse",
		"[Karl Trask|PERSON] met the [Trask Allies|PERSON].":                                                                                "Karl Trask; Trask Allies",
		"[Grandmaster Zhang Wei|PERSON] won. [Zhang Wei|PERSON] left.":                                                                      "Zhang Wei = Grandmaster Zhang Wei, Zhang Wei",
		"[Cohen the President|PERSON] signed. [Michael Cohen|PERSON] had told [Cohen|PERSON].":                                              "Michael Cohen = Cohen the President, Michael Cohen, Cohen",
	} {
		got := who(resolved(t, marked(t, "x", text)))
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// What the document itself shows a name to be, whatever its finder took it for.
func TestTypesByWitness(t *testing.T) {
	for text, want := range map[string]string{
		"[Joseph Mifsud|PERSON] taught. [Mifsud|ORG] left. [Mifsud|ORG] called.":                            "Joseph Mifsud = Joseph Mifsud, Mifsud",
		"[Karl Lund|PERSON] founded the [Lund Group|ORG]. [Lund|ORG] grew.":                                 "Karl Lund; Lund Group = Lund Group, Lund",
		"The [Dunmore Rovers|ORG] lost. [Rovers|PERSON] sacked their coach.":                                "Dunmore Rovers = Dunmore Rovers, Rovers",
		"[Mary Rovers|PERSON] met the [Dunmore Rovers|ORG]. [Rovers|PERSON] won.":                           "Mary Rovers = Mary Rovers, Rovers; Dunmore Rovers",
		"[Reince Priebus|ORG] left. [Priebus|PERSON] sat, [Priebus|PERSON] ate and [Priebus|PERSON] slept.": "Reince Priebus = Reince Priebus, Priebus",
		"[Lou Vasey|PERSON] told the [U.S.|PLACE] team of Mr. [Vasey|ORG].":                                 "Lou Vasey = Lou Vasey, Vasey; United States = U.S.",
		"[Declan Roche|PERSON] came. Father [Roche|ORG] sat. [Roche|ORG] pays.":                             "Declan Roche = Declan Roche, Roche; Roche",
		"[Harland & Boyle|PERSON] spun wool. [Josiah Harland|PERSON] did not.":                              "Harland & Boyle; Josiah Harland",
		"[Peter Hallam|PERSON] scored; Mr [Hallam|PLACE] smiled.":                                           "Peter Hallam = Peter Hallam, Hallam",
		"[Michael Jordan|PERSON] and [Jordan|PLACE]":                                                        "Michael Jordan; Jordan",
		"[Ann Reuters|PERSON] wrote. [Reuters|ORG] paid.":                                                   "Ann Reuters; Reuters",
		"[Donald Hale Jr.|PERSON] met [Donald Hale|PERSON]. [Hale Jr.|ORG] left, [Hale|PERSON] stayed.":     "Donald Hale Jr. = Donald Hale Jr., Hale Jr.; Donald Hale = Donald Hale, Hale",
	} {
		if got := who(resolved(t, marked(t, "x", text))); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// Whom many documents name in full some name by surname alone; surname and given name
// change places.
func TestKnownToAll(t *testing.T) {
	many := []string{"[Vladimir Putin|PERSON] spoke.", "[Vladimir Putin|PERSON] sat.", "[Vladimir Putin|PERSON] ate.", "[Vladimir Putin|PERSON] left."}
	for _, c := range []struct {
		texts []string
		want  string
	}{
		{append(many[:4:4], "[Putin|PERSON] slept."), "vladimir-putin = Vladimir Putin, Putin"},
		{append(many[:4:4], "[Putin|PERSON] slept.", "[Ludmila Putin|PERSON] rose."), "ludmila-putin = Ludmila Putin; vladimir-putin = Vladimir Putin, Putin"},
		{[]string{many[0], "[Ludmila Putin|PERSON] rose.", "[Putin|PERSON] slept."}, "ludmila-putin = Ludmila Putin; putin = Putin ? may be Ludmila Putin or Vladimir Putin; vladimir-putin = Vladimir Putin"},
		{[]string{"[Fumio Kishida|PERSON] came.", "[Kishida Fumio|PERSON] left."}, "fumio-kishida = Fumio Kishida, Kishida Fumio"},
		{[]string{"[Paul Martin|PERSON] came.", "[Martin Paul|PERSON] left."}, "martin-paul = Martin Paul; paul-martin = Paul Martin"},
	} {
		if got := ents(resolve.Entities(slices.Values(corpusOf(t, c.texts...)), nil).Entities); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
