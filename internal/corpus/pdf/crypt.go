package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// A crypt undoes the encryption of a file that opens with the empty password:
// the standard security handler, revisions 2 to 6.
type crypt struct {
	key             []byte
	aes             bool // of streams
	aesStrings      bool
	plain, strPlain bool
	v5              bool
	meta            bool
	own             ref // the dictionary itself is not encrypted
}

var passwordPad = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// unlock prepares decryption, if there is any to do.
func (f *File) unlock() error {
	if f.trailer["Encrypt"] == nil || f.crypt != nil {
		return nil
	}
	own, _ := f.trailer["Encrypt"].(ref)
	d := f.dict(f.trailer["Encrypt"])
	if d == nil {
		return nil
	}
	if h, _ := f.resolve(d["Filter"]).(name); h != "Standard" {
		return ErrLocked
	}
	c := &crypt{own: own, meta: true}
	if b, ok := f.resolve(d["EncryptMetadata"]).(bool); ok {
		c.meta = b
	}
	v, _ := f.resolve(d["V"]).(int)
	c.methods(f, d, v)
	if v >= 5 {
		c.v5 = true
		c.key = f.key256(d)
	} else {
		c.key = f.key128(d, v, c.meta)
	}
	if c.key == nil {
		return ErrLocked
	}
	f.crypt = c
	f.cache = map[int]object{} // strings read so far are not decrypted
	f.packs = map[int]map[int]object{}
	return nil
}

// methods reads how streams and strings are encrypted.
func (c *crypt) methods(f *File, d dict, v int) {
	if v < 4 {
		return
	}
	filters := f.dict(d["CF"])
	method := func(key name) (isAES, plain bool) {
		n, _ := f.resolve(d[key]).(name)
		if n == "" || n == "Identity" {
			return false, true
		}
		m, _ := f.resolve(f.dict(filters[n])["CFM"]).(name)
		return m == "AESV2" || m == "AESV3", m == "None"
	}
	c.aes, c.plain = method("StmF")
	c.aesStrings, c.strPlain = method("StrF")
}

func (f *File) text(o object) []byte {
	s, _ := f.resolve(o).(str)
	return []byte(s)
}

// key128 makes the key of revisions 2 to 4 from the empty password; nil if it
// does not open the file.
func (f *File) key128(d dict, v int, meta bool) []byte {
	r, _ := f.resolve(d["R"]).(int)
	length, _ := f.resolve(d["Length"]).(int)
	if v == 4 && length == 0 {
		length = 128
	}
	if v < 2 || length < 40 || length > 128 {
		if v < 2 || length == 0 {
			length = 40
		} else {
			length = 128
		}
	}
	owner, user := f.text(d["O"]), f.text(d["U"])
	p, _ := f.number(d["P"])
	h := md5.New()
	h.Write(passwordPad)
	h.Write(owner[:min(32, len(owner))])
	var b [4]byte
	binary.LittleEndian.PutUint32(b[:], uint32(int64(p)))
	h.Write(b[:])
	var id []byte
	if ids := f.array(f.trailer["ID"]); len(ids) > 0 {
		id = f.text(ids[0])
	}
	h.Write(id)
	if r >= 4 && !meta {
		h.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF})
	}
	key := h.Sum(nil)
	n := length / 8
	if r >= 3 {
		for range 50 {
			sum := md5.Sum(key[:n])
			key = sum[:]
		}
	}
	key = key[:n]
	if !opens(key, user, id, r) {
		return nil
	}
	return key
}

// opens checks a key against what the file keeps of the user's password.
func opens(key, user, id []byte, r int) bool {
	if len(user) < 16 {
		return false
	}
	if r < 3 {
		return bytes.Equal(rc4d(key, passwordPad), user[:min(32, len(user))])
	}
	h := md5.New()
	h.Write(passwordPad)
	h.Write(id)
	x := h.Sum(nil)
	for i := range 20 {
		k := make([]byte, len(key))
		for j := range key {
			k[j] = key[j] ^ byte(i)
		}
		x = rc4d(k, x)
	}
	return bytes.Equal(x, user[:16])
}

func rc4d(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return data
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// key256 makes the key of revisions 5 and 6 from the empty password.
func (f *File) key256(d dict) []byte {
	r, _ := f.resolve(d["R"]).(int)
	user, ue := f.text(d["U"]), f.text(d["UE"])
	if len(user) < 48 || len(ue) < 32 {
		return nil
	}
	check, salt := user[32:40], user[40:48]
	hash := func(salt []byte) []byte {
		sum := sha256.Sum256(salt)
		if r < 6 {
			return sum[:]
		}
		return hash6(sum[:])
	}
	if !bytes.Equal(hash(check), user[:32]) {
		return nil
	}
	block, err := aes.NewCipher(hash(salt))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, ue[:32])
	return key
}

// hash6 is algorithm 2.B of ISO 32000-2 for the empty password.
func hash6(k []byte) []byte {
	for i := 0; ; i++ {
		k1 := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := make([]byte, len(k1))
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, k1)
		sum := 0
		for _, c := range e[:16] {
			sum += int(c)
		}
		switch sum % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-32 {
			return k[:32]
		}
	}
}

// data decrypts bytes of object id.
func (c *crypt) data(b []byte, id ref, isAES bool) []byte {
	key := c.key
	if !c.v5 {
		h := md5.New()
		h.Write(c.key)
		h.Write([]byte{byte(id.num), byte(id.num >> 8), byte(id.num >> 16), byte(id.gen), byte(id.gen >> 8)})
		if isAES {
			h.Write([]byte("sAlT"))
		}
		key = h.Sum(nil)[:min(len(c.key)+5, 16)]
	} else {
		isAES = true
	}
	if !isAES {
		return rc4d(key, b)
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(b) < 32 {
		return nil
	}
	iv, body := b[:16], b[16:]
	body = append([]byte(nil), body[:len(body)/16*16]...)
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(body, body)
	if pad := int(body[len(body)-1]); pad <= 16 && pad <= len(body) {
		body = body[:len(body)-pad]
	}
	return body
}

// stream decrypts the bytes of a stream.
func (c *crypt) stream(s *stream, b []byte) []byte {
	kind := s.dict["Type"]
	if c.plain || kind == name("XRef") || kind == name("Metadata") && !c.meta {
		return b
	}
	return c.data(b, s.id, c.aes)
}

// strings decrypts the strings of an object.
func (c *crypt) strings(o object, id ref, depth int) object {
	if c.strPlain || id == c.own || depth > maxNest {
		return o
	}
	switch v := o.(type) {
	case str:
		return str(c.data([]byte(v), id, c.aesStrings))
	case array:
		for i := range v {
			v[i] = c.strings(v[i], id, depth+1)
		}
	case dict:
		for k := range v {
			v[k] = c.strings(v[k], id, depth+1)
		}
	}
	return o
}
