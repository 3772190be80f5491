package export

import (
	"encoding/json"
	"io"

	"analyze/internal/doc"
	"analyze/internal/record"
)

// A feature is a Feature of GeoJSON (RFC 7946); its geometry is null where the
// place has no position.
type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   *geometry  `json:"geometry"`
	Properties placeProps `json:"properties"`
}

// A geometry is a point: longitude, then latitude, in degrees (WGS 84).
type geometry struct {
	Type        string            `json:"type"`
	Coordinates [2]*record.Number `json:"coordinates"`
}

type placeProps struct {
	Name          string         `json:"name"`
	Kind          *string        `json:"kind"`
	Country       *string        `json:"country"`
	Geonames      *int           `json:"geonames"`
	Aliases       []record.Alias `json:"aliases"`
	Documents     []string       `json:"documents"`
	DocumentCount int            `json:"document_count"`
	Mentions      int            `json:"mentions"`
	Claims        int            `json:"claims"` // figures for the place, repeats left out
	Doubt         *string        `json:"doubt"`
}

// geoJSON writes all places as one FeatureCollection.
func geoJSON(w io.Writer, c *doc.Collection, _ string) error {
	claims, err := claimsByPlace(c)
	if err != nil {
		return err
	}
	p := &printer{w: w}
	p.print(`{"type":"FeatureCollection","features":[`)
	sep := "\n"
	for i := range c.Entities {
		e := &c.Entities[i]
		if e.Type != doc.Place {
			continue
		}
		b, err := json.Marshal(placeFeature(e, claims[e.ID]))
		if err != nil {
			return err
		}
		p.print(sep + string(b))
		sep = ",\n"
	}
	p.print("\n]}\n")
	return p.err
}

func placeFeature(e *doc.Entity, claims int) feature {
	r := record.OfEntity(e)
	f := feature{Type: "Feature", ID: r.ID, Properties: placeProps{
		Name: r.Name, Kind: r.Subtype, Country: r.Country, Geonames: r.Geonames, Aliases: r.Aliases,
		Documents: r.Documents, DocumentCount: len(r.Documents), Mentions: r.Mentions, Claims: claims, Doubt: r.Doubt,
	}}
	if r.Lat != nil && r.Lon != nil {
		f.Geometry = &geometry{"Point", [2]*record.Number{r.Lon, r.Lat}}
	}
	return f
}

// claimsByPlace counts the claims of each place, in whatever role, those left
// out that repeat others.
func claimsByPlace(c *doc.Collection) (map[string]int, error) {
	n := map[string]int{}
	for d, err := range c.Documents() {
		if err != nil {
			return nil, err
		}
		for i := range d.Claims {
			if d.Claims[i].DuplicateOf != "" || d.Claims[i].Repeats >= 0 {
				continue
			}
			for _, p := range d.Claims[i].Places {
				if p.Referent >= 0 && p.Referent < len(d.Referents) && d.Referents[p.Referent].Entity != "" {
					n[d.Referents[p.Referent].Entity]++
				}
			}
		}
	}
	return n, nil
}
