package corpus

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"analyze/internal/doc"
)

// Bounds on the recognition of one file.
const (
	ocrPages    = 500
	ocrPageTime = 2 * time.Minute // of each program, for one page
)

// errScan is the reason of a PDF that is pictures of pages.
var errScan = &Unreadable{"it is a scan: pictures of pages without text", "run text recognition over it (ocrmypdf, or --ocr where tesseract is installed) and add the result"}

// recognisable reports whether err says that the text of s is in a picture.
func (s *Source) recognisable(err error) bool {
	var u *Unreadable
	return s.Format == "image" || s.Format == "pdf" && errors.As(err, &u) && u.Reason == errScan.Reason
}

// recognise reads the text in the pictures of a file with two programs that
// must be installed: pdftoppm of poppler for the pages, and tesseract. The
// error is an [Unreadable].
func (l *Library) recognise(s *Source) (*doc.Document, error) {
	need := []string{"tesseract"}
	if s.Format == "pdf" {
		need = append(need, "pdftoppm")
	}
	for _, p := range need {
		if _, err := exec.LookPath(p); err != nil {
			return nil, &Unreadable{"its text is in pictures, and the program " + p + " is not installed", "install tesseract and poppler's tools, then run with --ocr and --retry-failed"}
		}
	}
	dir, err := os.MkdirTemp(l.dir, unpackPrefix+"ocr-")
	if err != nil {
		return nil, unreadable(err)
	}
	defer os.RemoveAll(dir)
	d := &doc.Document{ID: s.File.ID, Hash: s.Hash, Size: s.size}
	d.File.Format = s.Format
	var c composer
	for page := 1; page <= ocrPages; page++ {
		picture := s.File.Path
		if s.Format == "pdf" {
			if picture = pagePicture(dir, s.File.Path, page); picture == "" {
				break
			}
		}
		text, err := runOCR(picture, l.OCR)
		if err != nil {
			return nil, &Unreadable{fmt.Sprintf("the text on page %d could not be recognised: %v", page, err), "look whether tesseract knows the language " + l.OCR}
		}
		c.page(page)
		c.recognised(text)
		if s.Format != "pdf" {
			break
		}
		_ = os.Remove(picture) // the folder goes anyway
	}
	if err := c.done(d); err != nil {
		return nil, err
	}
	if strings.TrimSpace(d.Text) == "" {
		return nil, &Unreadable{"no text was recognised in its pictures", "type what is to be read into a .txt file"}
	}
	d.Problemf(doc.Span{}, "the text was recognised in pictures; letters and figures may be misread")
	return d, nil
}

// pagePicture draws a page of a PDF; "" if there is no such page.
func pagePicture(dir, file string, page int) string {
	n := strconv.Itoa(page)
	base := filepath.Join(dir, "page"+n)
	_, err := runProgram("pdftoppm", "-r", "300", "-gray", "-f", n, "-l", n, "-singlefile", file, base)
	picture := base + ".pgm"
	if _, statErr := os.Stat(picture); err != nil || statErr != nil {
		return ""
	}
	return picture
}

func runOCR(picture, languages string) (string, error) {
	out, err := runProgram("tesseract", picture, "stdout", "-l", languages)
	return strings.ToValidUTF8(string(out), "\uFFFD"), err
}

// runProgram runs a program for a bounded time and returns what it prints.
func runProgram(name string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), ocrPageTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // documents run beside each other
	var faults bytes.Buffer
	cmd.Stderr = &faults
	out, err := cmd.Output()
	if ctx.Err() != nil {
		return nil, errors.New("it took too long")
	}
	if err != nil {
		first, _, _ := strings.Cut(strings.TrimSpace(faults.String()), "\n")
		return nil, errors.New(firstOf(first, err.Error()))
	}
	return out, nil
}

// recognised writes recognised text, its lines as they were read: the structure
// passes join them.
func (c *composer) recognised(s string) {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r", ""), "\f", "")
	for _, block := range strings.Split(s, "\n\n") {
		r := &run{}
		for _, line := range strings.Split(block, "\n") {
			if line = oneLine(line); line != "" {
				r.newline()
				r.text(line)
			}
		}
		c.paragraph(r)
	}
}
