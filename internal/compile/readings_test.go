package compile_test

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"rung/internal/compile"
	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/settings"
)

// TestEveryReadingFlips takes the readings of every golden of the readers, puts
// the line that flips one into rung.yaml, and wants another framework, with the
// other reading noted. So a reading that cannot be flipped, or whose flip does
// nothing, fails as soon as there is a golden that shows it.
func TestEveryReadingFlips(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("../dialect/testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	deeper, _ := filepath.Glob("../dialect/*/testdata/*.txtar") // none is fine
	for _, name := range append(names, deeper...) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			tree := inputs(archive)
			if tree[settings.Name] != nil {
				return // it has flipped something itself
			}
			before := mustCompile(t, tree)
			for _, r := range before.Framework.Readings {
				if r.Setting != "" {
					flips(t, tree, before, r)
				}
			}
		})
	}
}

// inputs are the files of a golden that are not wanted output.
func inputs(archive *txtar.Archive) fstest.MapFS {
	tree := fstest.MapFS{}
	for _, f := range archive.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			tree[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return tree
}

func mustCompile(t *testing.T, tree fstest.MapFS) *compile.Result {
	t.Helper()
	r, err := compile.Compile(context.Background(), compile.Input{Tree: tree})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func flips(t *testing.T, tree fstest.MapFS, before *compile.Result, r model.Reading) {
	t.Helper()
	flipped := fstest.MapFS{settings.Name: {Data: []byte(r.Setting + "\n")}}
	for name, f := range tree {
		flipped[name] = f
	}
	after := mustCompile(t, flipped)
	for _, d := range after.Report.Sorted() {
		if strings.HasPrefix(string(d.Code), "P02") {
			t.Errorf("%s: %s", r.Setting, d.Message)
		}
	}
	if withoutReadings(t, before) == withoutReadings(t, after) {
		t.Errorf("%s changes nothing", r.Setting)
	}
	for _, now := range after.Framework.Readings {
		if now.Path == r.Path && now.Reading == r.Reading && strings.Contains(r.Setting, now.Path) {
			t.Errorf("%s: %s is still read as %s", r.Setting, r.Path, r.Reading)
		}
	}
}

// withoutReadings is all that a ladder was read as, in words.
func withoutReadings(t *testing.T, r *compile.Result) string {
	t.Helper()
	f := *r.Framework
	f.Readings = nil
	var b bytes.Buffer
	if err := json.NewEncoder(&b).Encode(f); err != nil {
		t.Fatal(err)
	}
	if err := diag.JSON(&b, r.Report.Sorted(), r.Sources, compile.Rules()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
