package record

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// FileName is the name under which a thing with that id is written, without
// ending: letters, digits, "_" and "-". Where that loses something of the id,
// six hexadecimal digits of its hash follow, so that names never meet and never
// change when others are added. ".txt" at the end is taken for granted.
func FileName(id string) string {
	short := strings.TrimSuffix(id, ".txt")
	var b strings.Builder
	dash := false
	for _, r := range short {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '_', r == '-':
			b.WriteRune(r)
			dash = r == '-'
		case r >= 'A' && r <= 'Z':
			b.WriteRune(r + 'a' - 'A')
			dash = false
		case !dash && b.Len() > 0:
			b.WriteByte('-')
			dash = true
		}
		if b.Len() >= 80 {
			break
		}
	}
	slug := strings.Trim(b.String(), "-")
	if slug == short && slug != "" && slug != "index" {
		return slug
	}
	sum := sha256.Sum256([]byte(id))
	return strings.TrimPrefix(slug+"-"+hex.EncodeToString(sum[:3]), "-")
}
