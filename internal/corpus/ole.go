package corpus

import (
	"bytes"

	"analyze/internal/doc"
)

// readOLE refuses compound files, with the reason: documents of today's office
// programs are packed so when they are encrypted, those of old ones always.
func readOLE(data []byte, _ *doc.Document) error {
	if bytes.Contains(data, inUTF16("EncryptedPackage")) {
		return errLocked
	}
	return unread("ole")
}

// inUTF16 returns s in UTF-16, as such files write names.
func inUTF16(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}
