package train

import (
	"slices"
	"strings"
	"unicode"

	"analyze/internal/nlp/tagger"
)

// A machine that labels texts errs in kinds: it calls laws, plans and operations
// organisations, and offices, abbreviations of things and numbers of bills
// names. These kinds are put right before anything is learnt of them.

// mend puts right what a machine has labelled wrongly whatever the text.
func mend(docs []Document) {
	for i := range docs {
		d := &docs[i]
		d.Names = slices.DeleteFunc(d.Names, func(n Name) bool { return nameless(d.Text[n.Start:n.End], n.Type) })
		for k, n := range d.Names {
			if n.Type != tagger.Group && n.Type != tagger.Adjective && work(d.Text[n.Start:n.End]) {
				d.Names[k].Type = tagger.Misc
			}
		}
	}
}

// nameless tells whether a text that a machine took for a name is none: an
// office, the abbreviation of a thing, the number of a bill.
func nameless(text string, t tagger.Type) bool {
	if offices[text] || t != tagger.Place && things[strings.TrimSuffix(text, "s")] {
		return true
	}
	return strings.HasPrefix(text, "H.R.") || strings.HasPrefix(text, "S. ") && digit(text[3:])
}

func digit(s string) bool { return s != "" && unicode.IsDigit(rune(s[0])) }

// work tells whether a text names a law, a treaty, a plan, a meeting, an
// operation or the like.
func work(text string) bool {
	fields := strings.Fields(text)
	if len(fields) < 2 {
		return false
	}
	if workOpenings[fields[0]] || fields[0] == "Executive" && fields[1] == "Order" || fields[0] == "Public" && fields[1] == "Law" {
		return true
	}
	return workHeads[fields[len(fields)-1]] && !slices.ContainsFunc(fields, func(f string) bool { return bodies[f] })
}

// doubtful marks the tokens of a sample labelled by a machine, or not completely, of
// which its label and what a model finds that has not seen the sample differ: there
// nobody knows what is right. Nil is none.
func (s *sample) doubtful() [][]bool {
	if !s.doubted || len(s.found) == 0 {
		return nil
	}
	found := make([][]uint8, len(s.labels))
	out := make([][]bool, len(s.labels))
	for i, l := range s.labels {
		found[i], out[i] = make([]uint8, len(l)), make([]bool, len(l))
	}
	for _, f := range s.found {
		for i := f.Start; i < f.End; i++ {
			found[f.Sentence][i] = tagger.Label(f.Type, i-f.Start, f.End-f.Start)
		}
	}
	for i, l := range s.labels[:len(s.labels)-s.made] {
		for k := range l {
			out[i][k] = l[k] != found[i][k]
		}
	}
	return out
}

var (
	offices = words(`Federal Resident Executive Admiral Chancellor Ambassador Taoiseach Lady God
		Houses Service Navigation Islamophobia Judaism Christianity Islam Transatlantic Recommendations`,
		"First Lady", "Second Gentleman", "Consul General", "Crown Prince", "Trade Representative", "Attorney General",
		"Solicitor General", "Surgeon General", "My Administration", "Prime Minister", "Foreign Minister",
		"Foreign Secretary", "Home Secretary", "Special Envoy", "Special Counsel", "Personal Counsel", "Chief of Staff",
		"Secretary General", "Vice President", "Joint Statement", "Major Non-NATO Ally", "National Intelligence",
		"National Security Affairs", "Common Security", "Health and Human Services")
	things = words(`AC AI AIDS AM API ATM BC BCE B.C. B.C A.D. AD CAD CD CE CEO CFO COO CTO CO2 COVID CPI CPR CPU CT CV DNA
		DVD E.O. EEG EEZ EIA ETA EV FAQ FM FTE FYI GDP GNI GNP GPA GPS GPU HIV HR HTML HTTP HVAC IED ICBM ID IOU
		IP IPO IQ IT IV JPEG LED LGBT LGBTQ LLC LNG LPG MBA MD MIA MOU MP MPG MRI MSM N/A NOx OCR PC PCR PDF PHD PM
		POW PPE PR PTSD Q&A R&D RAM RFP RNA ROI RPG RV SARS SIM SMS SOP SOS SUV TB TNT TV UAV UFO URL USB VAR VAT
		VBIED VIP VPN WMD`)
	bodies       = words("Department Center Centre Society School Institute Ministry Office Committee Council Court Commission Faculty")
	workOpenings = words("Operation Proclamation Hurricane Typhoon Cyclone Treaty Convention Declaration Articles Constitution")
	workHeads    = words(`Act Acts Treaty Treaties Accord Accords Agreement Agreements Convention Conventions Declaration
		Charter Resolution Resolutions Protocol Doctrine Strategy Summit Directive Amendment Bill Law Code Roadmap
		Prize Award Medal War Wars Revolution Olympics Constitution Memorandum Concept Submissions Purchase`)
)
