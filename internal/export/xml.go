package export

import (
	"bytes"
	"encoding/xml"
)

// xmlText escapes s for an attribute or element; characters that XML cannot
// hold become U+FFFD.
func xmlText(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // a Buffer does not fail
	return b.String()
}

// An attribute is a typed value of a node or an edge, by the name under which
// the header declares it. "" stands for unknown and is left out.
type attribute struct{ Name, Type, Value string }
