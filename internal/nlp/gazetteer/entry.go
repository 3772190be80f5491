package gazetteer

// An Entry is one thing in the world. Entries are shared and read-only.
type Entry struct {
	ID      string // readable and stable: "tunisia", "islamic-state", "paris-fr"; unique in a Gazetteer
	Name    string // the canonical English short name
	Kind    Kind
	Country string // ISO 3166-1 alpha-2 of the country it is, lies in or belongs to; "" where there is none
	Code    string // for a country its ISO 3166-1 alpha-3 code, for a first-level region its ISO 3166-2 code; else ""
	Region  string // for a City the name of its first-level region, where known

	// Lat and Lon are degrees, WGS 84, to some 10 m for cities and to about a
	// degree (a centroid) for what is larger. They mean something only with
	// HasCoord.
	Lat, Lon float64
	HasCoord bool

	GeoNames   int // id in GeoNames; 0: none known
	Population int // inhabitants, rounded by the source; 0: not known

	Capital bool // a City that is the capital of its Country

	Former  []string // IDs of the entries that this one succeeded
	PartOf  []string // IDs of what directly contains it, beyond Country
	Related []string // IDs of entries to know of beside it: an armed wing, a parent company

	rank uint16 // the order of matches: higher first
}

// A Match is one entry that a name may stand for.
type Match struct {
	Entry *Entry
	Alias AliasKind
	Text  string // the alias as listed
	// Weak says that the name is as well, and more often, an English word or
	// the name of a person ("Reading", "Clinton"): it needs evidence beside it.
	Weak bool
	User bool // the entry was given by the user, and wins
}

// A Hit is a place in a row of words where a listed name stands.
type Hit struct {
	Start, End int     // indices of words, half-open
	Matches    []Match // never empty; the likeliest first
}
