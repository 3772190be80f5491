package corpus

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A scan is refused with what to do; with recognition on, its text is read.
func TestRecognise(t *testing.T) {
	for _, p := range []string{"tesseract", "pdftoppm"} {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("SKIPPED: %s is not installed", p)
		}
	}
	dir := t.TempDir()
	page := put("F1", 24, 60, 700, "The men came home in autumn.") + put("F1", 24, 60, 660, "They found 42 fields sown.")
	if err := os.WriteFile(filepath.Join(dir, "text.pdf"), pdfOf(page), 0o666); err != nil {
		t.Fatal(err)
	}
	picture := pagePicture(dir, filepath.Join(dir, "text.pdf"), 1)
	if picture == "" {
		t.Fatal("the page was not drawn")
	}
	if err := os.WriteFile(filepath.Join(dir, "scan.pdf"), scanOf(t, picture), 0o666); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"": "scan", "eng": ""} {
		l := NewLibrary(dir)
		l.OCR = name
		s, err := Look(File{ID: "scan.pdf", Path: filepath.Join(dir, "scan.pdf")})
		if err != nil {
			t.Fatal(err)
		}
		r, err := l.Read(s)
		l.Close()
		if want != "" {
			var u *Unreadable
			if !errors.As(err, &u) || !strings.Contains(u.Reason, want) {
				t.Errorf("without recognition: %v", err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := rendered(r.Doc); !strings.Contains(got, "«p1»The men came home") || !strings.Contains(got, "42 fields") || len(r.Doc.Problems) != 1 {
			t.Errorf("got %q, problems %v", got, r.Doc.Problems)
		}
	}
}

// scanOf makes a PDF of a picture in the format PGM.
func scanOf(t *testing.T, picture string) []byte {
	t.Helper()
	data, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	var w, h, top int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n%d", &w, &h, &top); err != nil {
		t.Fatal(err)
	}
	pixels := data[len(data)-w*h:]
	content := "600 0 0 800 0 0 cm /I Do"
	return pdfFile([]string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>",
		"<</Type/Page/Parent 2 0 R/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
		fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray/Length %d>>\nstream\n%s\nendstream", w, h, len(pixels), pixels),
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content),
	}, "/Root 1 0 R")
}
