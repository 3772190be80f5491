package record

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// DocumentName is the name under which reports on document id are written,
// without ending: as FileName, with ".txt" at the end taken for granted.
func DocumentName(id string) string {
	if short, ok := strings.CutSuffix(id, ".txt"); ok && FileName(short) == short {
		return short
	}
	return hashed(slug(id), id)
}

// FileName is the name under which a thing with that id is written, without
// ending: small letters, digits, "_" and "-". Where that loses something of
// the id, six hexadecimal digits of its hash follow, so that names never meet
// and never change when others are added.
func FileName(id string) string {
	if s := slug(id); s == id && s != "" && s != "index" {
		return s
	}
	return hashed(slug(id), id)
}

func hashed(slug, id string) string {
	sum := sha256.Sum256([]byte(id))
	return strings.TrimPrefix(slug+"-"+hex.EncodeToString(sum[:3]), "-")
}

func slug(id string) string {
	var b strings.Builder
	dash := false
	for _, r := range id {
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
	return strings.Trim(b.String(), "-")
}
