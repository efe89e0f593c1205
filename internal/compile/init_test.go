package compile_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rung/internal/compile"
	"rung/internal/settings"
)

// TestWrittenSettingsChangeNothing compiles every ladder at hand with the
// rung.yaml that was written for it, and wants the same export; with all of its
// readings turned on, it wants nothing that cannot be understood.
func TestWrittenSettingsChangeNothing(t *testing.T) {
	t.Parallel()
	ladders := map[string]fs.FS{}
	names, _ := filepath.Glob("../dialect/testdata/*.txtar")
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		ladders[name] = inputs(a)
	}
	corpora, _ := filepath.Glob("../../../shared/corpus/*/")
	for _, dir := range corpora {
		ladders[dir] = os.DirFS(dir)
	}
	for name, tree := range ladders {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			files := copied(t, tree)
			if files[settings.Name] != nil {
				return
			}
			before := mustCompile(t, files)
			text := settings.Write(settings.Inferred{Framework: before.Framework, Unread: []string{"a b.json"}})
			files[settings.Name] = &fstest.MapFile{Data: text}
			after := mustCompile(t, files)
			if diff := cmp.Diff(exported(t, before), exported(t, after)); diff != "" {
				t.Errorf("export (-before +after):\n%s\nwith\n%s", diff, text)
			}
			if before.Report.Len() != after.Report.Len() {
				t.Errorf("%d findings, and %d with\n%s", before.Report.Len(), after.Report.Len(), text)
			}
			files[settings.Name] = &fstest.MapFile{Data: bytes.ReplaceAll(text, []byte("\n  # - "), []byte("\n  - "))}
			for _, d := range mustCompile(t, files).Report.Sorted() {
				if d.Code == settings.UnknownRule.Code || d.Code == settings.InvalidRule.Code {
					t.Errorf("%s in\n%s", d.Message, text)
				}
			}
		})
	}
}

func exported(t *testing.T, r *compile.Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := compile.Export(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// copied returns the files of a tree that a ladder may be in.
func copied(t *testing.T, tree fs.FS) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, ".") {
			return err
		}
		text, err := fs.ReadFile(tree, name)
		out[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
