package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const root = "../.."

// The arrows in ARCHITECTURE.md are the imports of the code, no more and no
// less.
func TestArrows(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, block, ok := strings.Cut(string(page), "```arrows\n")
	block, _, closed := strings.Cut(block, "```")
	if !ok || !closed {
		t.Fatal("ARCHITECTURE.md has no block of arrows")
	}
	drawn := map[string]bool{}
	for line := range strings.Lines(block) {
		drawn[strings.TrimSpace(line)] = true
	}
	for line := range arrows(t) {
		if !drawn[line] {
			t.Errorf("the drawing lacks: %s", line)
		}
		delete(drawn, line)
	}
	for line := range drawn {
		t.Errorf("the code has no: %s", line)
	}
}

// arrows lists the imports between our packages, a line a package.
func arrows(t *testing.T) map[string]bool {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./cmd/...", "./internal/...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string]bool{}
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		var to []string
		for _, i := range p.Imports {
			if short, ok := strings.CutPrefix(i, "analyze/internal/"); ok {
				to = append(to, short)
			}
		}
		slices.Sort(to)
		name := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, "analyze/internal/"), "analyze/")
		lines[strings.TrimSpace(fmt.Sprintf("%s: %s", name, strings.Join(to, " ")))] = true
	}
	return lines
}

// Every package and every exported name says what it is.
func TestDocComments(t *testing.T) {
	described := map[string]bool{}
	dirs := map[string]bool{}
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (e.Name() == "testdata" || e.Name() == "scripts" || strings.HasPrefix(e.Name(), ".") && len(e.Name()) > 2) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		dir := filepath.Dir(name)
		dirs[dir] = true
		described[dir] = described[dir] || f.Doc != nil
		for _, d := range f.Decls {
			for _, n := range undocumented(d) {
				t.Errorf("%s: %s has no comment", fset.Position(d.Pos()), n)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir := range dirs {
		if !described[dir] {
			t.Errorf("%s has no package comment", dir)
		}
	}
}

func undocumented(d ast.Decl) []string {
	var names []string
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
			names = append(names, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
					names = append(names, s.Name.Name)
				}
			case *ast.ValueSpec:
				for _, n := range s.Names {
					if n.IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
						names = append(names, n.Name)
					}
				}
			}
		}
	}
	return names
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	t := d.Recv.List[0].Type
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	id, ok := t.(*ast.Ident)
	return ok && id.IsExported()
}
