package train

import (
	_ "embed"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"analyze/internal/nlp/tagger"
)

// The annotated texts are encyclopedic or speeches. What they lack, news of firms
// and courts, letters, lists of members and the like, is made up: sentences with
// places for names, filled with names of the annotated texts and with strange
// ones that only their neighbours can tell.

//go:embed data/sentences.txt
var patterns string

// A composer fills patterns.
type composer struct {
	rng                            *rand.Rand
	people, towns, peoples, bodies []string
	single                         []string // organisations of one word
}

// newComposer returns a composer that takes its names from docs.
func newComposer(docs []Document, seed uint64) *composer {
	c := &composer{rng: rand.New(rand.NewPCG(seed, 3))}
	seen := map[Name]map[string]bool{}
	for _, d := range docs {
		for _, n := range d.Names {
			text := d.Text[n.Start:n.End]
			key := Name{Type: n.Type}
			if seen[key] == nil {
				seen[key] = map[string]bool{}
			}
			if strings.ContainsAny(text, "\n()\",;") || !plainName(text) || seen[key][text] {
				continue
			}
			seen[key][text] = true
			c.take(text, n.Type)
		}
	}
	return c
}

// take puts a name where patterns may ask for it.
func (c *composer) take(text string, t tagger.Type) {
	words := strings.Count(text, " ") + 1
	switch {
	case t == tagger.Person && (words == 2 || words == 3):
		c.people = append(c.people, text)
	case t == tagger.Place && words <= 2:
		c.towns = append(c.towns, text)
	case t == tagger.Group && words == 1:
		c.peoples = append(c.peoples, text)
	case t == tagger.Org && words == 1:
		c.single = append(c.single, text)
	case t == tagger.Org && words <= 7:
		c.bodies = append(c.bodies, text)
	}
}

// plainName tells whether all words of a name begin with capitals but for the
// small ones that join them.
func plainName(text string) bool {
	for _, f := range strings.Fields(text) {
		r, _ := utf8.DecodeRuneInString(f)
		if !unicode.IsUpper(r) && !joining[f] {
			return false
		}
	}
	return true
}

// compose returns each pattern filled times over.
func compose(docs []Document, times int, seed uint64) []Document {
	c := newComposer(docs, seed)
	if len(c.people) == 0 || len(c.towns) == 0 {
		return nil
	}
	var out []Document
	for line := range strings.Lines(patterns) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		for range times {
			out = append(out, c.fill(line))
		}
	}
	return out
}

// fill replaces the braces of a pattern by names.
func (c *composer) fill(pattern string) Document {
	var b strings.Builder
	var d Document
	names := map[string]filler{}
	pattern = strings.ReplaceAll(pattern, "|", "\n")
	for {
		i := strings.IndexByte(pattern, '{')
		if i < 0 {
			break
		}
		end := i + strings.IndexByte(pattern[i:], '}')
		slot, form, _ := strings.Cut(pattern[i+1:end], ":")
		f, ok := names[slot]
		if !ok {
			f = c.filler(strings.TrimRight(slot, "0123456789"))
			names[slot] = f
		}
		b.WriteString(pattern[:i])
		start := b.Len()
		b.WriteString(f.as(form))
		if !f.thing {
			d.Names = append(d.Names, Name{start, b.Len(), f.typ})
		}
		pattern = pattern[end+1:]
	}
	b.WriteString(pattern)
	d.Text = b.String()
	return d
}

// A filler is a name in its forms.
type filler struct {
	typ         tagger.Type
	name        string
	full, short string // "" is name
	thing       bool   // no name at all
}

func (f filler) as(form string) string {
	switch {
	case form == "full" && f.full != "":
		return f.full
	case (form == "short" || form == "last") && f.short != "":
		return f.short
	}
	return f.name
}

// filler makes a name of a kind of the patterns.
func (c *composer) filler(kind string) filler {
	switch kind {
	case "person":
		name := c.person()
		return filler{typ: tagger.Person, name: name, short: name[strings.LastIndexByte(name, ' ')+1:]}
	case "given", "nick":
		name, _, _ := strings.Cut(c.pick(c.people), " ")
		if kind == "nick" {
			name = c.pick(nicks) + " " + name
		}
		return filler{typ: tagger.Person, name: name}
	case "city", "place":
		return filler{typ: tagger.Place, name: c.town(kind == "place")}
	case "land":
		return filler{typ: tagger.Place, name: c.pick(lands)}
	case "mono":
		return filler{typ: tagger.Person, name: c.strange()}
	case "tribe":
		return filler{typ: tagger.Group, name: c.strange() + c.oneOf("s", "s", "ites", "ians", "is", "ese")}
	case "village":
		return filler{typ: tagger.Place, name: c.village()}
	case "group":
		if len(c.peoples) == 0 {
			return filler{typ: tagger.Group, name: "Kurds"}
		}
		return filler{typ: tagger.Group, name: c.pick(c.peoples)}
	case "adj":
		return filler{typ: tagger.Adjective, name: c.pick(nations)}
	case "role":
		return filler{thing: true, name: c.pick(roles)}
	case "species":
		return filler{thing: true, name: c.pick(coats) + " " + c.pick(beasts)}
	case "event":
		return filler{thing: true, name: c.pick(events)}
	case "noun":
		return filler{thing: true, name: c.pick(nouns)}
	case "term":
		return filler{thing: true, name: c.oneOf(c.pick(terms), c.pick(terms), c.acronym())}
	case "firm":
		name := c.firm()
		return filler{typ: tagger.Org, name: name, full: name + " " + c.pick(tails)}
	}
	return c.organisation(kind)
}

// organisation makes a name of a kind that is no firm.
func (c *composer) organisation(kind string) filler {
	var name string
	switch kind {
	case "body":
		name = c.body()
	case "local":
		name = c.local()
	case "shop":
		name = c.shop()
	case "univ":
		name = c.oneOf("University of "+c.town(false), c.town(false)+" University", c.town(false)+" Institute of Technology", c.person()+" University", c.strange()+" College")
	case "charity":
		name = c.charity()
	case "regulator":
		name = c.regulator()
	case "ngo":
		name = c.oneOf(c.charity(), c.strange(), c.pick(brands)+" "+c.pick(brands), c.pick(brands)+" International", c.strange()+" Foundation", c.some(c.bodies), c.acronym())
	case "media":
		name = c.oneOf(c.pick(mastheads)+" "+c.pick(papers), c.town(false)+" "+c.pick(papers), c.strange(), c.strange()+" TV", "Radio "+c.strange(), c.pick(brands), "Al "+c.strange())
	case "party":
		name = c.oneOf(c.acronym(), c.strange(), c.pick(brands)+" Party", c.strange()+" Alliance", c.some(c.bodies))
	case "team":
		name = c.oneOf(c.town(false), c.strange(), "FC "+c.strange(), c.town(false)+" United", c.some(c.single))
	case "armed":
		name = c.oneOf(c.acronym(), c.strange(), "Jabhat al-"+c.strange(), c.strange()+" Brigade", "al-"+c.strange(), c.some(c.bodies))
	}
	f := filler{typ: tagger.Org, name: name, short: c.acronym()}
	if strings.Contains(name, " ") {
		f.short = initials(name)
	}
	return f
}

func (c *composer) body() string {
	return c.oneOf(
		"Ministry of "+c.pick(topics),
		"Ministry of "+c.pick(topics)+" and "+c.pick(topics),
		"Department of "+c.pick(topics),
		"National "+c.pick(topics)+" "+c.pick(heads),
		c.town(false)+" "+c.pick(topics)+" "+c.pick(heads),
		c.pick(lands)+" "+c.pick(topics)+" "+c.pick(heads),
		"Central Bank of "+c.pick(lands),
		c.pick(heads)+" for "+c.pick(topics),
		c.regulator(), c.regulator(),
		c.some(c.bodies), c.some(c.bodies), c.some(c.bodies),
	)
}

// regulator makes the name of a body from words of its work, joined by "and", "of"
// and "for".
func (c *composer) regulator() string {
	work, other := c.pick(works), c.pick(works)
	head := c.oneOf(c.pick(heads), c.pick(chambers))
	land := c.oneOf(c.pick(lands), c.town(false))
	return c.oneOf(
		work+" and "+other+" "+head,
		work+" and "+other+" "+c.pick(works)+" "+head,
		work+" "+other+" "+head,
		work+", "+other+" and "+c.pick(works)+" "+head,
		head+" for "+work+" and "+other,
		head+" of "+work+" and "+other,
		c.oneOf("Department", "Directorate", "Bureau", "Office", "Ministry")+" of "+work+", "+other+" and "+c.pick(works),
		work+" "+head+" of "+land,
		work+" and "+other+" "+head+" of "+land,
		c.oneOf("Independent", "National", "Joint", "General", "Parliamentary", "Federal", "Royal", "Chartered", "State", "Public")+" "+work+" "+head,
		land+" "+work+" "+head,
		"Office of "+c.oneOf("the ", "")+work+" and "+other,
		head+" for "+work+" "+other+" in "+land, head+" of "+work+" "+other+" of "+land,
		c.town(false)+c.oneOf(" County ", " ")+work+" "+c.oneOf("Protection District", "Water District", "School District", "Department", "Users Association", "Workers Union", "Research Centre"),
		work+" for "+land, work+" "+land,
	)
}

// charity makes the name of an association from words of every day.
func (c *composer) charity() string {
	good, other := c.pick(goods), c.pick(goods)
	return c.oneOf(
		good+" for "+other, good+" "+c.oneOf("at", "in", "on", "without", "beyond", "before", "against", "to")+" "+other,
		good+" "+other, good+" "+other+" "+c.pick(goods), good+" and "+other, good+" "+c.oneOf("Together", "Connected", "First", "Now", "Plus", "Direct", "Matters", "Alive", "Watch", "Action", "Link", "Aid", "Trust", "UK", "Network", "Society", "Project", "Collective", "Alliance"),
		c.surname()+"'s "+good, "Friends of "+c.town(true), c.strange()+" "+other+" Society",
		"Society for the "+c.oneOf("Protection", "Care", "Study", "Promotion")+" of "+good, "Campaign for "+good+" "+other,
		c.oneOf("Women", "Farmers", "Workers", "Nurses", "Mothers", "Young People", "Doctors", "Writers")+" for "+other,
		c.oneOf("Prison Officers'", "Teachers'", "Farmers'", "Seafarers'", "Carers'", "Tenants'", "Fishermen's", "Miners'")+" "+c.pick(heads),
	)
}

// village makes the name of a small place of two words and more.
func (c *composer) village() string {
	return c.oneOf(
		c.oneOf("Great", "Little", "Upper", "Lower", "Nether", "High", "Long", "Market", "Castle", "Chipping")+" "+c.strange(),
		c.strange()+" "+c.oneOf("Magna", "Parva", "Green", "Heath", "Cross", "End", "Regis", "Abbey", "Mills", "Falls", "Creek", "Springs", "Ferry", "Landing"),
		c.strange()+" "+c.strange(), c.strange()+"-"+c.oneOf("on", "upon", "sur", "an-der", "le")+"-"+c.strange(), c.strange(),
	)
}

// local makes the name of a body of a place.
func (c *composer) local() string {
	town := c.town(false)
	return c.oneOf(
		town+" Police", town+" "+c.pick(squads), town+" City Council", c.pick(lands)+" Police",
		c.pick(courts)+" Court of "+town, town+" "+c.pick(courts)+" Court",
		town+" "+c.pick(schools), c.surname()+" "+c.pick(schools), c.oneOf("Museum of ", "Library of ", "Register of ", "Bar of ")+town, "St. "+c.strange()+" "+c.pick(schools),
		"Embassy of "+c.pick(lands), "Port of "+town, town+" Town Hall",
	)
}

// shop makes the name of a small firm.
func (c *composer) shop() string {
	return c.oneOf(
		c.strange()+" "+c.pick(shops), c.pick(brands)+" "+c.pick(shops), c.surname()+"'s "+c.pick(shops),
		c.pick(brands)+" "+c.pick(shops), c.pick(brands)+" "+c.pick(brands), c.town(false)+" "+c.pick(shops),
		c.surname()+" & Sons", c.strange()+"'s", c.pick(brands)+" & "+c.pick(brands), c.pick(brands)+" of "+c.town(false),
		c.strange(), c.pick(brands),
	)
}

// firm makes the name of a firm, mostly of one word that tells nothing.
func (c *composer) firm() string {
	return c.oneOf(
		c.strange(), c.strange(), c.strange(), c.strange(),
		c.pick(brands), c.pick(brands),
		c.acronym(),
		c.strange()+c.pick(camels),
		c.strange()+" "+c.pick(trades), c.pick(brands)+" "+c.pick(trades),
		c.strange()+" "+c.strange(),
		c.surname()+" & "+c.surname(),
		c.surname(),
		c.some(c.single), c.some(c.single),
	)
}

func (c *composer) person() string {
	if c.rng.IntN(3) > 0 {
		return c.pick(c.people)
	}
	given, _, _ := strings.Cut(c.pick(c.people), " ")
	switch c.rng.IntN(6) {
	case 0:
		return given + " " + c.strange() + " " + c.strange()
	case 1:
		return c.strange() + " " + c.strange()
	case 2:
		return c.strange() + " " + c.oneOf("al-", "El ", "bin ", "de ", "van ", "ould ", "Abdul ") + c.strange()
	}
	return given + " " + c.oneOf(c.strange(), c.surname())
}

func (c *composer) surname() string {
	name := c.pick(c.people)
	return name[strings.LastIndexByte(name, ' ')+1:]
}

func (c *composer) town(part bool) string {
	if part {
		return c.oneOf(c.strange(), c.town(false)) + " " + c.pick(sites)
	}
	return c.oneOf(c.pick(c.towns), c.pick(c.towns), c.pick(c.towns), c.strange(), c.strange(), c.pick(prefixes)+c.strange())
}

func (c *composer) pick(from []string) string      { return from[c.rng.IntN(len(from))] }
func (c *composer) oneOf(choices ...string) string { return c.pick(choices) }
func (c *composer) some(from []string) (one string) {
	if len(from) == 0 {
		return c.strange()
	}
	return c.pick(from)
}

// strange makes a word that is in no list.
func (c *composer) strange() string {
	var b strings.Builder
	for n := 1 + c.rng.IntN(3); n >= 0; n-- {
		b.WriteString(c.pick(onsets) + c.pick(vowels))
		if n == 0 || c.rng.IntN(3) == 0 {
			b.WriteString(c.pick(codas))
		}
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

func (c *composer) acronym() string {
	b := make([]byte, 2+c.rng.IntN(4))
	for i := range b {
		b[i] = "ABCDEFGHIKLMNOPRSTUVWZ"[c.rng.IntN(22)]
	}
	return string(b)
}

// initials returns the capitals that begin the words of a name.
func initials(name string) string {
	var b strings.Builder
	for _, f := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(f); unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// estrange returns a copy of a document in which the names of one word, and the
// same words in longer names, are strange ones; ok is false if it has none.
func (c *composer) estrange(d Document) (out Document, ok bool) {
	words := map[string]string{}
	var order []string
	for _, n := range d.Names {
		if w := d.Text[n.Start:n.End]; n.Type <= tagger.Place && n.Type != tagger.Group && utf8.RuneCountInString(w) > 3 && strings.IndexFunc(w, unicode.IsSpace) < 0 && w != strings.ToUpper(w) && plainName(w) {
			order = append(order, w)
		}
	}
	for _, w := range order {
		if words[w] == "" {
			words[w] = c.strange()
		}
	}
	if len(words) == 0 {
		return d, false
	}
	return d.rewrite(func(n Name, i int, word string) string {
		if to := words[word]; to != "" && (i > 0 || len(word) == n.End-n.Start || n.Type != tagger.Person) {
			return to
		}
		return word
	}), true
}

// rewrite returns a copy of a document with each word of its names, the i-th of
// a name, replaced.
func (d Document) rewrite(word func(n Name, i int, word string) string) (out Document) {
	var b strings.Builder
	at := 0
	for _, n := range d.Names {
		b.WriteString(d.Text[at:n.Start])
		start := b.Len()
		for i, f := range strings.SplitAfter(d.Text[n.Start:n.End], " ") {
			bare := strings.TrimRight(f, " ")
			b.WriteString(word(n, i, bare) + f[len(bare):])
		}
		out.Names = append(out.Names, Name{start, b.Len(), n.Type})
		at = n.End
	}
	b.WriteString(d.Text[at:])
	out.ID, out.Text = d.ID, b.String()
	return out
}

// shout returns a copy of a document in which the surnames of people are set in
// capitals, as in lists of members and papers in French.
func shout(d Document) Document {
	return d.rewrite(func(n Name, i int, word string) string {
		last := i == strings.Count(d.Text[n.Start:n.End], " ")
		if n.Type != tagger.Person || !last || utf8.RuneCountInString(word) < 3 {
			return word
		}
		return strings.ToUpper(word)
	})
}

// shouting is of how many documents one has a copy with surnames in capitals.
const shouting = 12

// strangers returns strange copies of a share of the documents, and a few with
// surnames in capitals.
func strangers(docs []Document, oneIn int, seed uint64) []Document {
	c := &composer{rng: rand.New(rand.NewPCG(seed, 4))}
	var out []Document
	for _, d := range docs {
		if c.rng.IntN(shouting) == 0 && slices.ContainsFunc(d.Names, func(n Name) bool { return n.Type == tagger.Person }) {
			out = append(out, shout(d))
		}
		if c.rng.IntN(oneIn) > 0 {
			continue
		}
		if x, ok := c.estrange(d); ok {
			out = append(out, x)
		}
	}
	return slices.Clip(out)
}

// What names are made of.
var (
	onsets = strings.Fields("b br c ch d dr f fl g gr h j k kh kl l m n p pr qu r s sh sk st t th tr v w y z")
	vowels = strings.Fields("a a a e e i i o o u ai au ei ia io ou")
	codas  = strings.Fields("n n r r s l m k t x nd rt nt sk ng h v z ck ll lo")
	brands = strings.Fields(`Beacon Orchard Summit Lantern Compass Velvet Copper Maple Falcon Granite Ember Pioneer
		Anchor Horizon Willow Cobalt Meadow Juniper Saffron Ginger Cedar Tiger Mango Zebra Puma Vine Indigo Amber
		Atlas Apollo Delta Omega Nova Stella Luna Rapid Swift Bolt Spark Dash Slate Quill Ripple Stripe Square Nest
		Hive Patch Fable Riddle Crown Regent Liberty Unity Frontier Vanguard Lighthouse Bluebird Redwood Ironbridge
		Northstar Clearwater Goldcrest Silverline Greenfield Evergreen Sandpiper Kestrel Osprey Heron Otter Badger
		Target Gap Next Boots Visa Chase Discover Sprint Oracle Alphabet Meta Snap Slack Uber Lime Bird Relay Circle`)
	tails  = []string{"Inc", "Inc.", "Ltd", "Ltd.", "plc", "AG", "SA", "AS", "GmbH", "NV", "SpA", "Group", "Holdings", "Corp.", "Co.", "LLC", "Oyj", "Berhad", "Tbk", "PJSC", "AB", "Limited"}
	trades = strings.Fields(`Energy Capital Foods Bank Airlines Motors Pharma Steel Telecom Power Mining Oil Gas Insurance
		Securities Partners Logistics Software Systems Media Cement Petroleum Resources Technologies Industries Retail
		Properties Solar Marine Air Health Labs Digital Finance Beverages Chemicals Electronics Shipping Computers`)
	camels = strings.Fields("Tech Pay Net Soft Mart Cell Com Bank Go Book Works")
	topics = strings.Fields(`Health Finance Energy Education Agriculture Transport Justice Labour Trade Water Defence
		Fisheries Mines Tourism Housing Planning Statistics Environment Revenue Migration Roads Communications Culture
		Sports Weather Nutrition Forestry Customs Youth Aviation Ports`)
	heads = strings.Fields(`Authority Agency Commission Council Board Institute Bureau Directorate Service Fund Office
		Administration Centre Corporation Union Association Federation Committee`)
	works = strings.Fields(`Prisons Probation Courts Tribunals Driver Vehicle Licensing Standards Maritime Port Rail Road
		Safety Monitoring Inspection Registration Pensions Insurance Dental Medical Nursing Pharmacy Veterinary Animal
		Plant Food Drugs Fire Rescue Emergency Disaster Forest Land Survey Records Archives Libraries Museums Antiquities
		Arts Heritage Broadcasting Competition Markets Securities Banking Patents Trademarks Consumer Data Privacy Digital
		Cyber Border Refugee Asylum Citizenship Civil Service Audit Procurement Elections Ombudsman Anti-Corruption
		Integrity Human Rights Equality Gender Children Family Social Welfare Employment Skills Research Innovation
		Space Nuclear Radiation Petroleum Coal Mineral Meat Grain Cotton Coffee Tea Sugar Dairy Wildlife Climate
		Meteorological Geological Hydrological Irrigation Sewerage Waste Public Health Disease Blood Vaccines Cancer`)
	chambers = lines(`Ombudsman Inspectorate Registry Register Tribunal Court Chamber Observatory Laboratory Archive Trust
		Foundation Directorate Unit Panel Regulator Executive Delivery_Unit Task_Force Support_Fund Provident_Fund
		Research_Institute Research_Council Monitoring_Board Review_Board Appeals_Board`)
	goods = strings.Fields(`Food Bread Water Light Hope Change Home Shelter Bridges Doors Roots Seeds Voices Children Women
		Mothers Youth Families Learning Justice Rights Dignity Peace Freedom Life Hearts Minds Hands Smile Play Books
		Libraries Music Streets Roads Rivers Oceans Sea Forests Bees Birds Animals Prisoners Refugees Workers Farmers
		Nurses Teachers Tenants Sailors Miners Victims Survivors Carers Parents Neighbours Villages Cities Borders Health
		Sight Sport Work Skills Trade Energy Climate Earth Nature Transparency Truth Memory Mercy Crisis Practice Access
		Grow Live Mind Speak Brake Scope Refuge Start Step Catch Turn`)
	roles = lines(`Petitioner Respondent Appellant Appellee Applicant Defendant Plaintiff Claimant Court State Government County
		Commissioner Secretary Minister Committee Chair Chairman Member Witness Counsel Employer Tenant Landlord Seller Buyer
		Licensee Contractor Company Board Council Tribunal Crown Prosecution Department Agency Authority`)
	coats  = lines("Harbour Common Great Lesser Black White Red Blue Golden Spotted Striped Snow Sea River Mountain Cucumber Arctic Desert")
	beasts = lines("Porpoise Seal Tree Oak Maple Leopard Fox Wolf Heron Owl Gull Tern Eel Trout Cod Bass Crab Beetle Moth Orchid Fern Grass Deer Hare Toad")
	events = lines(`Chinese_New_Year Paralympics Winter_Olympics Carnival Easter Ramadan Eid Diwali Hanukkah Christmas Thanksgiving
		World_Cup Cold_War Black_Death Enlightenment Renaissance Big_Bang Black_Friday Earth_Day Independence_Day Mon Tue Wed Thu Sat Sun`)
	nations = strings.Fields(`Danish Norwegian French German Italian Polish Turkish Kenyan Nigerian Indian Chinese Japanese
		Peruvian Mexican Brazilian Ukrainian Russian Swedish Dutch Irish Welsh Scottish Belgian Greek Korean Malian Chadian`)
	nouns = strings.Fields(`Melt Hunters Revenue Measles Wolf Bill Target Agency Flood Rain Snow Wheat Maize Milk Fish Cod Roads
		Bridges Schools Teachers Nurses Farmers Drivers Prices Wages Rents Taxes Customs Exports Imports Debt Growth Turnout
		Voters Ballots Refugees Migrants Returns Asylum Borders Visas Patients Doctors Vaccines Malaria Cholera Dengue Drought
		Fire Smoke Dust Noise Water Power Coal Gas Oil Steel Cement Timber Cotton Coffee Tea Sugar Rice Cattle Goats Bees Birds
		Elephants Poaching Piracy Ransom Arms Drones Mines Ceasefire Talks Strikes Protest Curfew Trials Verdicts Sentences
		Appeals Evidence Witnesses Counsel Minutes Apologies Matters Budget Audit Pensions Loans Grants Fees Parking Buses
		Trains Ferries Cycling Libraries Museums Tickets Matches Goals Coaches Fans Nineteen Forty Workforce Housing Sewage
		Broadband Patents Dentists Prisoners Guards Inmates Hostages Landmines Rations Tents Blankets Latrines Remittances
		Savings Mortgages Inflation Unemployment Overtime Sickness Absence Training Recruitment Procurement Tenders Contracts`)
	squads  = lines("Police_Department Fire_Department Fire_Brigade Sheriff's_Office County_Council Chamber_of_Commerce Water_Board Housing_Office Coast_Guard")
	courts  = lines("High District Supreme Criminal Magistrates Regional Labour Appeals County Crown")
	schools = lines("Hospital General_Hospital Clinic High_School Primary_School Elementary_School Academy Medical_Centre College Mosque_Committee Cathedral_School")
	shops   = lines(`Cafe Kitchen Grill Diner Bakery Pharmacy Garage Motors Dental Salon Pizza Hotel Inn Bistro Coffee Books
		Tires Auto_Repair Plumbing Landscaping Roofing Market Liquor Pets Veterinary_Clinic Law_Firm Realty Travel Tailors
		Florist Cleaners Cinema Gym Yoga Farm Dairy Brewery Printing Electric Storage Nursery Restaurant`)
	terms = strings.Fields(`GDP GNP CPI HIV AIDS DNA RNA PCR TB USB PC GPS PDF TV VAT MRI CT ICU AI IT HR CEO CFO LNG LPG
		CO2 EV IED PPE SUV ATM SMS URL FAQ ID VIP NGO MoU PPA SOP KPI ETA Q&A R&D IPO FDI PPP TFR VHF UHF ROV AUV GPS HTML XML URL API CPU GPU LED USB LAN GSM SIM RPM MPH IMR ARV ORS UAV DVD CD`)
	mastheads = strings.Fields("Daily Evening Morning Sunday Weekly National New")
	papers    = strings.Fields("Times Post Herald Observer Mail Star Tribune Standard Gazette Chronicle News Monitor Nation Express Mirror Echo")
	sites     = lines(`Street Road Square Bridge River Park Prison Airport Stadium Market Hill Valley Lake Bay Island Avenue Hall
		Mountains Dam Barrage Canal Mosque Church Temple Shrine Palace Castle Tower Airfield Air_Base Base Camp Barracks
		Checkpoint Border_Crossing Tunnel Pass Gorge Plateau Heights Desert Forest Reserve Wetlands Peninsula Gulf Strait
		Harbour Terminal Refinery Mine Oilfield Power_Station Reservoir Province District Governorate Municipality County
		Region Village Settlement Quarter Neighbourhood Cemetery Monument Highway Junction Corridor Coast Delta Basin`)
	prefixes = lines("Al_ Al- al- El_ Deir_ Tell_ Kafr_ Bir_ Wadi_ Jebel_ Umm_ Beit_ Dar_ Pul-e- Ust- Novo Nizhny_ Kuala_ Nakhon_ Sri_ San_ Santa_ São_ Saint_ St._ Los_ La_ Le_ Bad_ Port_ Fort_ Mount_ Villa_ Puerto_ New_ North_ South_ Upper_ Lower_ Old_")
	nicks    = []string{"Big", "Little", "Old", "Uncle", "Abu", "Doc"}
	lands    = lines(`France Germany Italy Spain Poland Ukraine Russia Turkey Egypt Libya Tunisia Algeria Morocco Mali Niger
		Nigeria Ghana Kenya Uganda Rwanda Ethiopia Somalia Sudan Chad Angola Zambia Malawi South_Africa Iraq Iran Syria
		Jordan Lebanon Israel Yemen Saudi_Arabia Qatar India Pakistan Bangladesh Nepal Sri_Lanka China Japan South_Korea
		Vietnam Thailand Indonesia Malaysia Australia New_Zealand Canada Mexico Brazil Peru Chile Colombia Haiti Cuba
		Britain Ireland Norway Sweden Finland Greece Serbia Georgia Armenia Kazakhstan Afghanistan`)
)

// lines splits a list of names, in which _ stands for a blank.
func lines(s string) []string {
	out := strings.Fields(s)
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], "_", " ")
	}
	return out
}
