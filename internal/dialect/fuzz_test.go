package dialect_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// FuzzRead reads a tree of two files under names that suggest roles: no panic,
// places inside their files, the same bytes give the same framework.
func FuzzRead(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		a := txtar.Parse(text)
		f.Add(a.Files[0].Data, a.Files[1].Data)
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		tree := fstest.MapFS{"Team/L1-Some-Role.md": {Data: a}, "Everyone.md": {Data: b}, "Team/L2-Other-Role": {Data: a}, "Team/README.md": {Data: b}, "Track.md": {Data: a}}
		fw, report := mustRead(t, tree)
		holdsDraft(t, fw, report)
		again, second := mustRead(t, tree)
		if modelJSON(t, fw)+diagnosticsText(fw, report) != modelJSON(t, again)+diagnosticsText(again, second) {
			t.Fatal("two readings differ")
		}
	})
}
