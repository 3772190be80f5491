package gazetteer

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A UserEntry is a line of a user's gazetteer.
type UserEntry struct {
	Line     int // counted from 1
	Name     string
	Kind     Kind
	Aliases  []string
	Country  string // ISO 3166-1 alpha-2, or ""
	Lat, Lon float64
	HasCoord bool
}

// A LineError says what is wrong with a line of a user's gazetteer. The other
// lines count all the same.
type LineError struct {
	Line int // counted from 1
	Text string
}

// Error gives the line and what was expected.
func (e LineError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Text) }

// maxLine is the length of a line, in bytes, beyond which it is taken for a
// mistake.
const maxLine = 1 << 16

// ParseUser reads a user's gazetteer: one entry a line, in columns parted by
// tabs: name, type, aliases (parted by bars), country, coordinates. Name and
// type must be there; the others may be empty or missing.
//
// The type is PERSON, ORG, GROUP or PLACE, or one of the kinds in words (city,
// country, region, armed group, party …). The country is an ISO 3166-1 code or a
// name. The coordinates are latitude and longitude in degrees, parted by a
// comma or a blank. Empty lines and lines that begin with # are comments; a
// first line that names the columns is a header. A line that is not as it should
// be is left out and reported; so is a failure of r, after the lines before it.
func ParseUser(r io.Reader) ([]UserEntry, []LineError) {
	var entries []UserEntry
	var errs []LineError
	first := true
	in := bufio.NewReaderSize(r, maxLine)
	for n := 1; ; n++ {
		line, tooLong, err := readLine(in)
		if err != nil && line == "" {
			if err != io.EOF {
				errs = append(errs, LineError{n, "reading: " + err.Error()})
			}
			return entries, errs
		}
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if s := strings.TrimSpace(line); s == "" || strings.HasPrefix(s, "#") {
			continue
		}
		if header(line) && first {
			first = false
			continue
		}
		first = false
		e, bad := parseLine(line)
		if tooLong {
			bad = fmt.Sprintf("longer than %d bytes", maxLine)
		}
		if bad != "" {
			errs = append(errs, LineError{n, bad})
			continue
		}
		e.Line = n
		entries = append(entries, e)
	}
}

// readLine is the next line without its end; what is beyond maxLine of it is
// skipped.
func readLine(in *bufio.Reader) (line string, tooLong bool, err error) {
	b, err := in.ReadSlice('\n')
	line = string(b)
	for err == bufio.ErrBufferFull {
		tooLong = true
		_, err = in.ReadSlice('\n')
	}
	return strings.TrimRight(line, "\r\n"), tooLong, emptyOnly(err, line, tooLong)
}

// emptyOnly keeps an error only where nothing was read before it.
func emptyOnly(err error, line string, tooLong bool) error {
	if err != nil && (line != "" || tooLong) {
		return nil
	}
	if err == nil && line == "" {
		return nil
	}
	return err
}

func header(line string) bool {
	name, rest, _ := strings.Cut(line, "\t")
	typ, _, _ := strings.Cut(rest, "\t")
	return strings.EqualFold(strings.TrimSpace(name), "name") && strings.EqualFold(strings.TrimSpace(typ), "type")
}

func parseLine(line string) (e UserEntry, bad string) {
	if !utf8.ValidString(line) {
		return e, "not valid UTF-8"
	}
	cols := strings.Split(line, "\t")
	for len(cols) > 5 && strings.TrimSpace(cols[len(cols)-1]) == "" {
		cols = cols[:len(cols)-1]
	}
	switch {
	case len(cols) < 2:
		return e, "want at least a name and a type, parted by a tab"
	case len(cols) > 5:
		return e, fmt.Sprintf("%d columns, want at most 5: name, type, aliases, country, coordinates", len(cols))
	}
	for len(cols) < 5 {
		cols = append(cols, "")
	}
	e.Name = strings.Join(strings.Fields(cols[0]), " ")
	if _, ok := hashName(e.Name); !ok {
		return e, fmt.Sprintf("name %q: want letters or digits", e.Name)
	}
	var ok bool
	if e.Kind, ok = ParseKind(cols[1]); !ok {
		return e, fmt.Sprintf("type %q: want PERSON, ORG, GROUP, PLACE, or a kind such as city, country, armed group", strings.TrimSpace(cols[1]))
	}
	for _, a := range strings.Split(cols[2], "|") {
		if a = strings.Join(strings.Fields(a), " "); a == "" {
			continue
		}
		if _, ok := hashName(a); !ok {
			return e, fmt.Sprintf("alias %q: want letters or digits", a)
		}
		e.Aliases = append(e.Aliases, a)
	}
	if e.Country, ok = countryCode(cols[3]); !ok {
		return e, fmt.Sprintf("country %q: want a code of two letters (ISO 3166-1) or a country's name", strings.TrimSpace(cols[3]))
	}
	return e, parseCoord(cols[4], &e)
}

func countryCode(s string) (code string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", true
	}
	g := Default()
	if len(s) <= 3 {
		if c := g.Country(s); c != nil {
			return c.Country, true
		}
	}
	for _, m := range g.Lookup(s) {
		if m.Entry.Kind == Country && m.Entry.Country != "" && !demonym(m.Alias) {
			return m.Entry.Country, true
		}
	}
	return "", false
}

func parseCoord(s string, e *UserEntry) (bad string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == ';' || r == '\u00a0' })
	if len(parts) == 2 {
		lat, err1 := strconv.ParseFloat(parts[0], 64)
		lon, err2 := strconv.ParseFloat(parts[1], 64)
		if err1 == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 {
			e.Lat, e.Lon, e.HasCoord = lat, lon, true
			return ""
		}
	}
	return fmt.Sprintf("coordinates %q: want latitude and longitude in degrees, as in 36.34,43.13", s)
}

// With is g with a user's lines laid over it, which win: where a user's name
// stands, the user's entry is the first match, and a longer name of the embedded
// data does no more than take in a shorter one of the user's. A line that has the
// name and the type of an embedded entry takes its place, under its id, with its
// other names, and with its facts where the line leaves them out. g itself does
// not change, and lines of an earlier With are not kept.
func (g *Gazetteer) With(user []UserEntry) *Gazetteer {
	if len(user) == 0 {
		return newGazetteer(g.base, nil, nil)
	}
	over := &layer{entries: make([]Entry, 0, len(user)), user: true}
	stand := make(map[int32]*Entry)
	ids := make(map[string]int)
	for i := range user {
		u := &user[i]
		e := Entry{Name: u.Name, Kind: u.Kind, Country: u.Country, Lat: u.Lat, Lon: u.Lon, HasCoord: u.HasCoord, rank: 1<<16 - 1}
		at := g.sameEntry(u)
		if at >= 0 {
			fillIn(&e, &g.base.entries[at])
		} else {
			e.ID = g.newID(u, over.entries, ids)
		}
		n, again := ids[e.ID]
		if again {
			// A second line about the same thing adds its names.
			over.list(append([]string{u.Name}, u.Aliases...), int32(n))
			continue
		}
		n = len(over.entries)
		ids[e.ID] = n
		over.entries = append(over.entries, e)
		if at >= 0 {
			stand[int32(at)] = &over.entries[n] // entries has room: it does not move
		}
		over.list(append([]string{u.Name}, u.Aliases...), int32(n))
	}
	for i := len(over.aliases) - 1; i >= 0; i-- {
		over.add(i)
	}
	return newGazetteer(g.base, over, stand)
}

func (l *layer) list(names []string, entry int32) {
	for i, n := range names {
		kind := Short
		switch {
		case i == 0 && n == l.entries[entry].Name:
			kind = Full
		case strings.ToUpper(n) == n && !strings.Contains(n, " "):
			kind = Acronym
		}
		l.aliases = append(l.aliases, alias{text: n, entry: entry, kind: kind})
	}
}

// sameEntry is the index of the embedded entry that a user's line is about, -1
// where there is none: the likeliest with the same name and type, in the same
// country if the line names one.
func (g *Gazetteer) sameEntry(u *UserEntry) int {
	h, _ := hashName(u.Name)
	best := -1
	for n := g.base.names.get(h) >> 1; n != 0; n = uint32(g.base.aliases[n-1].next) {
		a := &g.base.aliases[n-1]
		e := &g.base.entries[a.entry]
		if a.kind == Variant || a.kind == Conditional || demonym(a.kind) || e.Kind.Type() != u.Kind.Type() || Fold(e.Name) != Fold(u.Name) {
			continue
		}
		if u.Country != "" && e.Country != u.Country {
			continue
		}
		if specific(u.Kind) && e.Kind != u.Kind {
			continue
		}
		if best < 0 || e.rank > g.base.entries[best].rank {
			best = int(a.entry)
		}
	}
	return best
}

// specific reports whether a kind says more than a type.
func specific(k Kind) bool { return k != Org && k != OtherPlace && k != Person && k != Group }

// fillIn takes for e from old what e lacks.
func fillIn(e, old *Entry) {
	name, kind, country, lat, lon, has := e.Name, e.Kind, e.Country, e.Lat, e.Lon, e.HasCoord
	*e = *old
	e.Name, e.rank = name, 1<<16-1
	if specific(kind) {
		e.Kind = kind
	}
	if country != "" {
		e.Country = country
	}
	if has {
		if e.Lat != lat || e.Lon != lon {
			e.GeoNames = 0
		}
		e.Lat, e.Lon, e.HasCoord = lat, lon, true
	}
}

// newID is an id for a line that is about no embedded entry: that of an earlier
// line of the same name and kind, and of the same country where it names one, or
// else a free one.
func (g *Gazetteer) newID(u *UserEntry, entries []Entry, ids map[string]int) string {
	base := strings.ReplaceAll(Fold(u.Name), " ", "-")
	if u.Kind == City && u.Country != "" {
		base += "-" + strings.ToLower(u.Country)
	}
	id := base
	for n := 2; ; n++ {
		at, mine := ids[id]
		if mine && entries[at].Kind == u.Kind && (u.Country == "" || entries[at].Country == u.Country) {
			return id
		}
		if !mine && g.embeddedID(id) == nil {
			return id
		}
		id = base + "-" + strconv.Itoa(n)
	}
}

// embeddedID is the entry of the embedded data with an id.
func (g *Gazetteer) embeddedID(id string) *Entry { return Default().lookup().byID[id] }
