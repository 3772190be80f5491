package resolve

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
)

// Bytes is the file's text.
func (c *Corrections) Bytes() []byte { return append([]byte(nil), c.src...) }

// Append adds a correction at the end of the file; everything before it stays
// as it is. It fails where the correction lacks something, or where the file
// does not end in a list of corrections.
func (c *Corrections) Append(n Correction) error {
	if why := n.invalid(); why != "" {
		return errors.New(why)
	}
	src := string(c.src)
	if strings.TrimSpace(src) == "" || !strings.Contains("\n"+src, "\ncorrections:") {
		if src != "" && !strings.HasSuffix(src, "\n") {
			src += "\n"
		}
		src += "corrections:\n"
	}
	if !strings.HasSuffix(src, "\n") {
		src += "\n"
	}
	src = strings.Replace(src, "corrections: []\n", "corrections:\n", 1)
	src += n.yaml(c.indent())
	again, err := ParseCorrections([]byte(src))
	if err != nil {
		return fmt.Errorf("cannot add to the file: %w", err)
	}
	if len(again.Entries) != len(c.Entries)+1 {
		return errors.New("cannot add to the file: it does not end in the list of corrections")
	}
	*c = *again
	return nil
}

// Undo takes the correction with that number, from 0, out of the file; -1 is
// the last one.
func (c *Corrections) Undo(n int) error {
	if n == -1 {
		n = len(c.Entries) - 1
	}
	if n < 0 || n >= len(c.Entries) {
		return fmt.Errorf("there is no correction %d: the file has %d", n+1, len(c.Entries))
	}
	e := c.Entries[n]
	lines := strings.SplitAfter(string(c.src), "\n")
	src := strings.Join(lines[:e.Line-1], "") + strings.Join(lines[min(e.End-1, len(lines)):], "")
	again, err := ParseCorrections([]byte(src))
	if err != nil || len(again.Entries) != len(c.Entries)-1 {
		return fmt.Errorf("line %d: cannot take this correction out: edit the file", e.Line)
	}
	*c = *again
	return nil
}

// indent is how far the items of the file stand from the margin.
func (c *Corrections) indent() string {
	if len(c.Entries) == 0 {
		return "  "
	}
	lines := strings.Split(string(c.src), "\n")
	line := lines[c.Entries[len(c.Entries)-1].Line-1]
	return line[:len(line)-len(strings.TrimLeft(line, " "))]
}

// An itemWriter writes one item of the list, each key on a line of its own, so
// that it reads well in a diff.
type itemWriter struct {
	strings.Builder
	indent string
	begun  bool
}

// put writes a key with a value that is YAML already, none if it is empty.
func (w *itemWriter) put(key, value string) {
	w.WriteString(w.lead() + key + ":")
	if value != "" {
		w.WriteString(" " + value)
	}
	w.WriteString("\n")
}

// lead is what the next line of the item begins with.
func (w *itemWriter) lead() string {
	if w.begun {
		return w.indent + "  "
	}
	w.begun = true
	return w.indent + "- "
}

// text writes a key with a text, nothing where it is empty.
func (w *itemWriter) text(key, value string) {
	if value != "" {
		w.put(key, quote(value))
	}
}

// flag writes a key that is true, nothing where it is not.
func (w *itemWriter) flag(key string, on bool) {
	if on {
		w.put(key, "true")
	}
}

// yaml writes a correction as an item.
func (c *Correction) yaml(indent string) string {
	w := &itemWriter{indent: indent}
	switch {
	case c.Action == Merge:
		w.put("merge", list(c.Entities))
	case len(c.Entities) == 1:
		w.put(string(c.Action), quote(c.Entities[0]))
	default:
		w.put(string(c.Action), "")
	}
	w.text("text", c.Text)
	w.text("as", c.As)
	if len(c.Forms) > 0 {
		w.put("forms", list(c.Forms))
	}
	w.documents(c.Documents)
	w.text("relation", c.Relation)
	w.text("to", c.To)
	w.text("subtype", c.Subtype)
	if c.HasPoint {
		w.put("at", "["+strconv.FormatFloat(c.Lat, 'f', -1, 64)+", "+strconv.FormatFloat(c.Lon, 'f', -1, 64)+"]")
	}
	w.text("country", c.Country)
	if c.GeoNames != 0 {
		w.put("geonames", strconv.Itoa(c.GeoNames))
	}
	w.flag("nowhere", c.Nowhere)
	w.flag("remove", c.Remove)
	w.names(c.Names)
	w.text("comment", c.Comment)
	w.text("date", c.Date)
	return w.String()
}

func (w *itemWriter) documents(refs []DocumentRef) {
	if len(refs) == 0 {
		return
	}
	w.put("documents", "")
	for _, d := range refs {
		item := w.lead() + "  - "
		for _, f := range [][2]string{{"path", d.Path}, {"sha256", d.Hash}} {
			if f[1] != "" {
				w.WriteString(item + f[0] + ": " + quote(f[1]) + "\n")
				item = w.lead() + "    "
			}
		}
	}
}

func (w *itemWriter) names(names map[string]string) {
	if len(names) == 0 {
		return
	}
	w.put("names", "")
	for _, id := range sortedKeys(names) {
		w.WriteString(w.lead() + "  " + quote(id) + ": " + quote(names[id]) + "\n")
	}
}

func list(values []string) string {
	q := make([]string, len(values))
	for i, v := range values {
		q[i] = quote(v)
		if strings.ContainsAny(v, ",[]{}") && q[i] == v {
			q[i] = strconv.Quote(v)
		}
	}
	return "[" + strings.Join(q, ", ") + "]"
}

// plain are texts that need no quotation marks in YAML.
func plain(s string) bool {
	for i, r := range s {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', r > 0xa0 && r != 0xfeff && r != 0x2028 && r != 0x2029 && r != 0x85:
		case i > 0 && ('0' <= r && r <= '9' || r == '-' || r == '_' || r == '/' || r == '.' || r == ' ' && i < len(s)-1):
		default:
			return false
		}
	}
	switch strings.ToLower(s) {
	case "", "true", "false", "null", "yes", "no", "on", "off", "y", "n":
		return false
	}
	return true
}

// quote writes a text so that YAML reads it as one.
func quote(s string) string {
	if plain(s) {
		return s
	}
	b, err := yaml.MarshalWithOptions(s, yaml.JSON())
	if err != nil {
		return strconv.Quote(s)
	}
	return strings.TrimSpace(string(b))
}
