package corpus

import "testing"

func TestOLE(t *testing.T) {
	const magic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00\x00\x00"
	refuses(t, "a.xlsx", append([]byte(magic), inUTF16("EncryptedPackage")...), "encrypted: open it with its password")
	refuses(t, "a.doc", append([]byte(magic), inUTF16("WordDocument")...), "old file of Word")
}
