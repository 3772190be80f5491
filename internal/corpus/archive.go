package corpus

import (
	"archive/tar"
	"archive/zip"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
)

func openZip(f *os.File) (*zip.Reader, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return zip.NewReader(f, info.Size())
}

var errDamaged = &Unreadable{"the archive is damaged", "make it again, or unpack it with a program that repairs archives and add the folder"}

// zip unpacks a ZIP archive.
func (u *unpacker) zip(f *os.File, prefix string, depth int) error {
	z, err := openZip(f)
	if err != nil {
		return errDamaged
	}
	if len(z.File) > 2*u.entries { // files and their folders
		u.entries = 0
		return u.room()
	}
	for _, e := range z.File {
		if err := u.zipEntry(e, prefix, depth); err != nil {
			return err
		}
	}
	return nil
}

func (u *unpacker) zipEntry(e *zip.File, prefix string, depth int) error {
	name := e.Name
	if e.NonUTF8 {
		name, _ = charmap.CodePage437.NewDecoder().String(name)
	}
	mode := e.Mode()
	var fault *Unreadable
	switch {
	case mode.IsDir():
		return nil
	case mode&os.ModeSymlink != 0:
		fault = errLink
	case !mode.IsRegular():
		fault = errDevice
	case e.Flags&1 != 0:
		fault = &Unreadable{"it is encrypted in its archive", "unpack the archive with its password and add the folder"}
	}
	if fault != nil {
		return u.refuseEntry(prefix, name, fault)
	}
	r, err := e.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return u.refuseEntry(prefix, name, &Unreadable{fmt.Sprintf("it is packed by a method that is not read (%d)", e.Method), "unpack the archive and add the folder"})
	}
	if err != nil {
		return u.refuseEntry(prefix, name, errDamaged)
	}
	defer r.Close()
	return u.add(prefix, name, r, depth)
}

var (
	errLink   = &Unreadable{"it is a link, which is not followed out of an archive", "add the file that it leads to"}
	errDevice = &Unreadable{"it is a device or a pipe, no file", "add the document itself"}
)

// refuseEntry notes an entry that is not read, unless it would be none of the
// documents anyway.
func (u *unpacker) refuseEntry(prefix, name string, fault *Unreadable) error {
	p, other := memberPath(name)
	if p == "" {
		return nil
	}
	if other != nil {
		fault = other
	}
	return u.refuse(path.Join(prefix, p), fault)
}

// tar unpacks a tape archive.
func (u *unpacker) tar(r io.Reader, prefix string, depth int) error {
	t := tar.NewReader(r)
	for {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return errDamaged
		}
		switch h.Typeflag {
		case tar.TypeReg, tar.TypeGNUSparse, '\x00':
			err = u.add(prefix, h.Name, t, depth)
		case tar.TypeLink, tar.TypeSymlink:
			err = u.refuseEntry(prefix, h.Name, errLink)
		case tar.TypeChar, tar.TypeBlock, tar.TypeFifo:
			err = u.refuseEntry(prefix, h.Name, errDevice)
		default:
			err = nil
		}
		if err != nil {
			return err
		}
	}
}

// packed unpacks a single packed file. What it holds is named as it is without
// the ending; a tape archive within is unpacked in its place.
func (u *unpacker) packed(f *os.File, format, prefix string, depth int) error {
	r, name, err := unpacked(f, format)
	if err != nil {
		return errDamaged
	}
	if err := u.room(); err != nil {
		return err
	}
	blob, size, err := u.write(r)
	if err != nil {
		if errors.Is(err, errFull) || isEnvironment(err) {
			return err
		}
		return errDamaged
	}
	if name == "" {
		name = strings.TrimSuffix(path.Base(prefix), path.Ext(prefix))
	}
	full := filepath.Join(u.dir, blob)
	inner, err := sniffFile(full, name)
	if err != nil {
		return environmentError{err}
	}
	if inner == "tar" {
		defer os.Remove(full)
		return u.open(full, "tar", prefix, depth)
	}
	p, fault := memberPath(path.Base(name))
	if fault != nil || p == "" {
		p = "unpacked"
	}
	return u.took(path.Join(prefix, p), blob, size, depth)
}

// unpacked returns what is packed in f, and its name if f knows it.
func unpacked(f io.Reader, format string) (io.Reader, string, error) {
	switch format {
	case "gz":
		r, err := gzip.NewReader(f)
		if err != nil {
			return nil, "", err
		}
		return r, r.Name, nil
	case "bz2":
		return bzip2.NewReader(f), "", nil
	}
	r, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20), zstd.WithDecoderMaxWindow(32<<20))
	return r, "", err
}
