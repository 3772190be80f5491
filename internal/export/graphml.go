package export

import (
	"io"
	"strconv"

	"analyze/internal/doc"
)

// graphML writes the graph of a kind as GraphML (graphml.graphdrawing.org).
func graphML(w io.Writer, c *doc.Collection, kind string) error {
	g, err := graphOf(c, kind)
	if err != nil {
		return err
	}
	p := &printer{w: w}
	p.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	p.print(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	graphMLKeys(p, "node", (&node{Entity: &doc.Entity{}}).graphML())
	graphMLKeys(p, "edge", (&edge{}).graphML())
	p.printf(" <graph id=\"%s\" edgedefault=\"%s\">\n  <desc>%s</desc>\n", kind, g.direction(), xmlText(g.Doc))
	for _, n := range g.Nodes {
		p.printf("  <node id=\"%s\">", xmlText(n.ID))
		graphMLData(p, "n", n.graphML())
		p.print("</node>\n")
	}
	for i, e := range g.Edges {
		p.printf("  <edge id=\"e%d\" source=\"%s\" target=\"%s\">", i, xmlText(e.From), xmlText(e.To))
		graphMLData(p, "e", e.graphML())
		p.print("</edge>\n")
	}
	p.print(" </graph>\n</graphml>\n")
	return p.err
}

func (n *node) graphML() []attribute {
	return append([]attribute{{"label", "string", n.Name}}, n.attributes()...)
}

func (e *edge) graphML() []attribute {
	return append([]attribute{{"weight", "double", strconv.Itoa(e.Weight)}}, e.attributes()...)
}

func graphMLKeys(p *printer, class string, attributes []attribute) {
	for i, a := range attributes {
		p.printf(" <key id=\"%s%d\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", class[:1], i, class, a.Name, a.Type)
	}
}

func graphMLData(p *printer, class string, attributes []attribute) {
	for i, a := range attributes {
		if a.Value != "" {
			p.printf("<data key=\"%s%d\">%s</data>", class, i, xmlText(a.Value))
		}
	}
}
