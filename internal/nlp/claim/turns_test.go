package claim_test

import (
	"strings"
	"testing"

	"analyze/internal/nlp/figure"
)

// TestVoices reads documents in which the layout tells whose words figures are:
// interviews, minutes, briefings. Wanted is the source of each claim, in order of the
// text; "" is the author's.
func TestVoices(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"questions in bold": {"# We dig by hand\n\nAda Holt has run the mine for years. She spoke to us in May.\n\n**How many men?**\n\nWe have 40 men.\n\n**And in 2010?**\n\nI think there were 90 men. The union says 120.\n\n" +
			"**Were 90 men enough?**\n\nMy brother lost 3 fingers.\n\nAda Holt owns 2 houses.\n", "40 men=Ada Holt; 90 men=Ada Holt; 120=union; 90 men=; 3 fingers=Ada Holt; 2 houses="},
		"plain questions": {"Ada Holt ran a school. She talks to Ben Carr about it.\n\nHow many pupils did you have?\n\nWe had 300 pupils at first.\n\nThe town says it was fewer.\n\nI counted them, and we never had under 280 pupils at any time of the year.\n\nWhat now?\n\nI have 12 pupils left.\n",
			"300 pupils=Ada Holt; under 280 pupils=Ada Holt; 12 pupils=Ada Holt"},
		"no interview": {"# Roads\n\nAda Holt is the mayor.\n\n**How long are they?**\n\nThere are 40 roads.\n\n**Who pays?**\n\nThe fund has 3 donors.\n\n**Since when?**\n\nIt has 2 clerks.\n", "40 roads=; 3 donors=; 2 clerks="},
		"a briefing is none": {"I apologise for my voice. It is not Barry White speaking, and we talked late.\n\nHow many beds?\n\nWe have 40 beds.\n\nAnd nurses?\n\nI think we have 90 nurses.\n\nSince when?\n\nWe had 12 wards in May.\n",
			"40 beds=; 90 nurses=; 12 wards="},
		"minutes": {"Minutes of the parish council\n\nMr Holt presented the accounts. The hall had cost 900 dollars. Rents had risen by 40 dollars.\n\nMs Carr asked about the well. It was 12 metres deep.\n\nRESOLVED: that 50 dollars be paid.\n",
			"900 dollars=Holt; 40 dollars=Holt; 12 metres=Carr; 50 dollars="},
		"what you said":  {"Chair: You said that there were 40 boats. Is that so?\n\nAda Holt: There are 38 boats.\n\nChair: Good.\n\nAda Holt: And 12 crews.\n", "40 boats=Ada Holt; 38 boats=Ada Holt; 12 crews=Ada Holt"},
		"the press asks": {"MINISTER HOLT: We have 40 beds.\n\nQ You told us last week there were 300 beds. We saw 7 beds.\n\nMINISTER HOLT: No, 304 beds.\n\nMODERATOR: Thank you.\n\nMINISTER HOLT: And 9 wards.\n", "40 beds=HOLT; 300 beds=HOLT; 7 beds=; 304 beds=HOLT; 9 wards=HOLT"},
		"signed quotations": {"“We lost 11 goats.”\n\n— Ada Holt, herder\n\nThe town has 3 wells.\n\n> We add 40 wells to the list.\n>\n> We signed 9 lists.\n>\n> – Omar Haddad, clerk of the *guild*\n\nIt has 5 roads.\n\n> There were 70 nets. — Lena Brandt\n",
			"11 goats=Ada Holt; 3 wells=; 40 wells=Omar Haddad; 9 lists=Omar Haddad; 5 roads=; 70 nets=Lena Brandt"},
		"a list whose lead names its source": {"Arrests at the border (Greek police):\n\n- 40 people in May\n- 12 people in June\n\nThe fence has 3 gates.\n", "40 people=Greek police; 12 people=Greek police; 3 gates="},
		"offices": {"The Minister for Water (Mr Omar Haddad): There are 40 dams.\n\nMs Holt: And wells?\n\nThe Parliamentary Under-Secretary of State for Health and Social Care (Jo Brandt): We have 9 wards.\n\nMs Holt: Thanks.\n\nMr Haddad: I saw 12 dams.\n\nThe U.S. sent 30 pumps.\n",
			"40 dams=Omar Haddad; 9 wards=Jo Brandt; 12 dams=Haddad; 30 pumps=Haddad"},
		"the chair by office": {"Senator Hale. How many?\n\nDr. Adler. There are 40 ships.\n\nThe Chairwoman. In my state we lost 400 posts.\n\nSenator Hale. Thank you.\n", "40 ships=Adler; 400 posts=Chairwoman"},
	} {
		d := read(t, c.text, "2022-11-04", figure.Pass.Run)
		var got []string
		for i := range d.Claims {
			got = append(got, d.Slice(d.Claims[i].Span)+"="+d.Claims[i].Source)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, s, c.want)
		}
	}
}

// TestTold reads tables with a column that says whose figures the rows hold, and
// captions that name units and no source.
func TestTold(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Table 1: Fighters\n\n| Year | Men | Source |\n|---|---|---|\n| 2014 | 800 | Diplomats |\n| 2015 | 950 | UN Panel |\n", "800=Diplomats; 950=UN Panel"},
		{"Table 1: Outages (MW)\n\n| Fuel | Lost |\n|---|---|\n| Gas | 190 |\n| Coal | 137 |\n\nSource: Eurostat, 2014.\n", "190=Eurostat; 137=Eurostat"},
		{"Table 2: Boats observed\n\n| Port | Boats |\n|---|---|\n| Lund | 12 |\n| Basel | 14 |\n", "12=; 14="},
	} {
		d := read(t, c.text, "2022-11-04", figure.Pass.Run)
		var got []string
		for i := range d.Claims {
			if d.Claims[i].Table >= 0 {
				got = append(got, d.Slice(d.Claims[i].Span)+"="+d.Claims[i].Source)
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}
