package structure

import (
	"fmt"
	"strings"
	"testing"
)

func TestIsSeries(t *testing.T) {
	for s, want := range map[string]bool{
		"ENERGY POLICY BRIEF No. 12": true, "Working Paper 2022/04": true, "Volume 18, Issue 32": true, "Flash Update No. 7": true, "Policy Brief 12": true, "Discussion Paper Series, No. 1234": true, "Occasional Paper #3": true, "HL Paper 41": true, "Nr. 4": true, "Valley Report N°104": true, "S/2015/123": true, "GAO-19-232": true, "COVID-19": false, "2015-16": false,
		"World Report 2019": false, "Annual Report 2016": false, "Apollo 13": false, "Resolution 2178": false, "No. 12 has fallen": false, "Is this No. 12?": false, "Brief": false, "": false, "Twelve Papers No. one": false, "In 2015 the number fell to no. 0": false,
	} {
		if got := isSeries(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestIsInstitution(t *testing.T) {
	for s, want := range map[string]bool{
		"Department of Health and Social Care": true, "HOUSE OF COMMONS": true, "OCHA": true, "Norges Bank": true, "Centre for Northern Energy Studies": true, "Ministry of Public Health, Democratic Republic of the Congo": true, "TRANSPORT COMMITTEE": true, "OSCE Office for Democratic Institutions and Human Rights": true, "The World Bank": true,
		"Women in Parliament": false, "Inside the World Bank": false, "Libya's Central Bank": false, "Reforming the Security Council": false, "Why the court ruled": false, "The Bridge": false, "Ann Lee, University of Bergen": false, "Song Niu Northern Studies University": false, "A House Divided Against Itself": false, "REPORT": false, "Bank": false, "": false, "The Committee: a history": false, "the Ministry of Health of Lipno": false,
	} {
		if got := isInstitution(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestOwnInstitution(t *testing.T) {
	for s, want := range map[string]string{
		"Centre for Northern Studies, Riga, June 2021": "Centre for Northern Studies", "Ann Lee, Centre for Northern Studies": "", "Riga, June 2021": "", "OCHA, Geneva": "", "": "",
	} {
		if got := ownInstitution(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

// Letterheads, series, and several dates: what is title, and what the card
// takes from the lines around it.
func TestLetterheads(t *testing.T) {
	for _, c := range []struct{ head, want string }{
		{"ENERGY BRIEF No. 12\n\nThe Plain: Costs of Wind\n\nAnna Berg and Tomas Brandl\n\nCentre for Northern Studies, Riga, June 2021", "The Plain: Costs of Wind|Anna Berg;Tomas Brandl|2021-06|Centre for Northern Studies|Riga"},
		{"Who Sows the Plain?\n\nAnna Berg\nNorthern Energy Observatory, Marseille\nWorking Paper 2022/04\nMay 2022", "Who Sows the Plain?|Anna Berg|2022-05|Northern Energy Observatory|Marseille"},
		{"Who Sows the Plain?\n\nAnna Berg\nWorking Paper 2022/04", "Who Sows the Plain?|Anna Berg|2022||"},
		{"Department of Rivers and Bridges\n\nNew bridge to open by 2027\n\n4 November 2022", "New bridge to open by 2027||2022-11-04|Department of Rivers and Bridges|"},
		{"PRESS RELEASE\n4 November 2022\n\nDepartment of Rivers and Bridges\n\nNew bridge to open by 2027", "New bridge to open by 2027||2022-11-04|Department of Rivers and Bridges|"},
		{"Norges Bank\n\nMonetary policy decision, September 2023\n\nOslo, 21 September 2023", "Monetary policy decision, September 2023||2023-09-21|Norges Bank|Oslo"},
		{"REPUBLIC OF MOLDOVA\nPARLIAMENTARY ELECTIONS\n11 July 2021\n\nFinal Report\n\nWarsaw\n22 December 2021", "REPUBLIC OF MOLDOVA PARLIAMENTARY ELECTIONS||2021-12-22||Warsaw"},
		{"HOUSE OF COMMONS\nBRIDGES COMMITTEE\nORAL EVIDENCE: THE RIVER\n\nTuesday 9 May 2023", "ORAL EVIDENCE: THE RIVER||2023-05-09|HOUSE OF COMMONS|"},
		{"THE HARBOUR COURIER, Sunday, October 16, 1994                    5A\n\nThe town waits for bread\n\nBy WALTER J. KIRSCH\nCourier Foreign Staff", "The town waits for bread|WALTER J. KIRSCH|1994-10-16|The Harbour Courier|"},
		{"Weekly River Bulletin\nVolume 18, Issue 32\n11 August 2019\n\nFloods in the north", "Weekly River Bulletin||2019-08-11||"},
		{"The Bridge\n\nPublished 3 May 2015\nUpdated 5 May 2016", "The Bridge||2015-05-03||"},
		{"TO: The mayor\nFROM: Anna Berg, City Auditor\nDATE: October 3, 2019\nSUBJECT: The budget of bridges", "The budget of bridges|Anna Berg|2019-10-03||"},
		{"International River Group\n\nLipno: Is Time Running Out?\n\nValley Report N°104 | 12 October 2023", "Lipno: Is Time Running Out?||2023-10-12|International River Group|"},
		{"UNITED NATIONS\n\nS/2015/123\n\nSecurity Council\n\nDistr.: General\n17 February 2015\n\nOriginal: English\n\nReport of the Secretary-General on the situation in Mali", "Report of the Secretary-General on the situation in Mali||2015-02-17|UNITED NATIONS|"},
		{"Federal Reserve Bank of Boston\nNew England Public Policy Center\n\nWorking Papers\n\nNo. 17-3\n\nThe Price of Heat\n\nMary Burke and Tom Lee", "The Price of Heat|Mary Burke;Tom Lee||Federal Reserve Bank of Boston|"},
		{"UNITED STATES GOVERNMENT ACCOUNTABILITY OFFICE\n\nReport to Congressional Committees\n\nMay 2019\n\nHURRICANE RECOVERY\n\nGAO-19-232", "HURRICANE RECOVERY||2019-05|UNITED STATES GOVERNMENT ACCOUNTABILITY OFFICE|"},
		{"Statement on the Mid-Year Budget\n\nNational Assembly, Dar es Salaam, 14 January 2015", "Statement on the Mid-Year Budget||2015-01-14|National Assembly|Dar es Salaam"},
		{"HAITI\n\nThe bridge of Lipno\n\n4 May 2015", "The bridge of Lipno||2015-05-04||"},
		{"UNHCR\n\nThe bridge of Lipno\n\n4 May 2015", "The bridge of Lipno||2015-05-04|UNHCR|"},
		{"River Rights Watch\n\n\"They Left Us on the Roofs\"\n\nJuly 2020", "\"They Left Us on the Roofs\"||2020-07|River Rights Watch|"},
	} {
		m := analyse(t, "x.txt", c.head+someText).Meta
		got := fmt.Sprintf("%s|%s|%s|%s|%s", m.Title, strings.Join(m.Authors, ";"), m.Date, m.Publisher, m.Place)
		if got = strings.ReplaceAll(got, "\n", " "); got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.head, got, c.want)
		}
	}
}

func TestSpeakerLabel(t *testing.T) {
	for s, want := range map[string]bool{
		"Q102 CHAIR: And the money?": true, "Q. 7 Chair: And then?": false, "Mr Ek: No": true, "DR QURESHI: May I": true, "Mr. Ek: No": true, "Questions: many": false, "ORAL EVIDENCE: THE RIVER": false, "Background: the river": false, "Mr Ek says: no": true, ": no": false, "": false,
	} {
		if got := speakerLabel(s) > 0; got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestJumpsToPage(t *testing.T) {
	for s, want := range map[string]bool{
		"See BRIDGE, 7A": true, "Please see River, A12": true, "Continued on Page B12": true, "Continued from page 3": true, "See Table 4": false, "See you in 2015": false, "See Lee, 1998": false, "See, 12": false, "See": false, "": false,
	} {
		if got := jumpsToPage(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestIsRemark(t *testing.T) {
	for s, want := range map[string]bool{
		"Excludes the subsidy of $235,000 in 2019.": true, "Figures include crossings by tunnel, 2014": true, "The Red Cross registered 1,122 people at Lipno in 1992": true, "Data as of 4 May 2015": true,
		"Lee, Figures of the Sea, 1998": false, "The war revisited in Mali, 2012": false, "Based on “The Sea,” Paper": false, "Red Cross, Annual Report 1992": false, "Decision No. 15 of the Court": false, "Data": false, "": false, "Includes, a journal of lists": false,
	} {
		if got := isRemark(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
