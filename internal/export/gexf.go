package export

import (
	"io"
	"strconv"
	"strings"

	"analyze/internal/doc"
)

// attributes of a node; types are those that GEXF and GraphML share.
func (n *node) attributes() []attribute {
	a := []attribute{
		{"type", "string", strings.ToLower(n.Type.String())},
		{"subtype", "string", n.Subtype},
		{"country", "string", n.Country},
		{"mentions", "int", strconv.Itoa(n.Mentions)},
		{"documents", "int", strconv.Itoa(len(n.Entity.Documents))},
		{"lat", "double", ""},
		{"lon", "double", ""},
		{"geonames", "int", ""},
		{"first", "string", n.First},
		{"last", "string", n.Last},
	}
	if n.HasPoint {
		a[5].Value = strconv.FormatFloat(n.Lat, 'f', -1, 64)
		a[6].Value = strconv.FormatFloat(n.Lon, 'f', -1, 64)
	}
	if n.GeoNames != 0 {
		a[7].Value = strconv.Itoa(n.GeoNames)
	}
	return a
}

func (e *edge) attributes() []attribute {
	return []attribute{
		{"kind", "string", e.Kind},
		{"stated", "boolean", strconv.FormatBool(e.Stated)},
		{"documents", "int", strconv.Itoa(len(e.Documents))},
		{"in", "string", join(e.Documents)},
		{"first", "string", e.First},
		{"last", "string", e.Last},
	}
}

// direction is the word of both formats for how edges run.
func (g *graph) direction() string {
	if g.Directed {
		return "directed"
	}
	return "undirected"
}

// gexf writes the graph of a kind as GEXF 1.3 (gexf.net), with the dates of
// documents as spells.
func gexf(w io.Writer, c *doc.Collection, kind string) error {
	g, err := graphOf(c, kind)
	if err != nil {
		return err
	}
	p := &printer{w: w}
	p.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	p.print(`<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">` + "\n")
	p.printf(" <meta>\n  <creator>analyze</creator>\n  <title>%s</title>\n  <description>%s</description>\n </meta>\n", xmlText(g.Title), xmlText(g.Doc))
	p.printf(" <graph defaultedgetype=\"%s\" mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n", g.direction())
	gexfHeader(p, "node", (&node{Entity: &doc.Entity{}}).attributes())
	gexfHeader(p, "edge", (&edge{}).attributes())
	p.printf("  <nodes count=\"%d\">\n", len(g.Nodes))
	for _, n := range g.Nodes {
		p.printf("   <node id=\"%s\" label=\"%s\"%s>", xmlText(n.ID), xmlText(n.Name), n.spell())
		gexfValues(p, n.attributes())
		p.print("</node>\n")
	}
	p.printf("  </nodes>\n  <edges count=\"%d\">\n", len(g.Edges))
	for i, e := range g.Edges {
		p.printf("   <edge id=\"%d\" source=\"%s\" target=\"%s\" label=\"%s\" kind=\"%s\" weight=\"%d\"%s>", i, xmlText(e.From), xmlText(e.To), xmlText(e.Kind), xmlText(e.Kind), e.Weight, e.spell())
		gexfValues(p, e.attributes())
		p.print("</edge>\n")
	}
	p.print("  </edges>\n </graph>\n</gexf>\n")
	return p.err
}

// spell is the time of a node or edge, "" where no document has a date.
func (p period) spell() string {
	if p.First == "" {
		return ""
	}
	return ` start="` + xmlText(p.First) + `" end="` + xmlText(p.Last) + `"`
}

func gexfHeader(p *printer, class string, attributes []attribute) {
	p.printf("  <attributes class=\"%s\" mode=\"static\">\n", class)
	for i, a := range attributes {
		t := a.Type
		if t == "int" {
			t = "integer"
		}
		p.printf("   <attribute id=\"%s%d\" title=\"%s\" type=\"%s\"/>\n", class[:1], i, a.Name, t)
	}
	p.print("  </attributes>\n")
}

func gexfValues(p *printer, attributes []attribute) {
	class := "n"
	if attributes[0].Name == "kind" {
		class = "e"
	}
	p.print("<attvalues>")
	for i, a := range attributes {
		if a.Value != "" {
			p.printf("<attvalue for=\"%s%d\" value=\"%s\"/>", class, i, xmlText(a.Value))
		}
	}
	p.print("</attvalues>")
}
