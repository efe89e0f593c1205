package compile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"rung/internal/compile"
	"rung/internal/diag"
)

// TestSafeFixesMend applies the safe fixes of every rule's Bad, and of every
// ladder at hand, until none is left; then no finding with one may be there,
// and no role or statement may have gone.
func TestSafeFixesMend(t *testing.T) {
	t.Parallel()
	trees := map[string]fstest.MapFS{}
	for _, r := range compile.Rules() {
		trees[string(r.Code)] = treeOf(r.Bad)
	}
	corpora, _ := filepath.Glob("../../../shared/corpus/*/")
	for _, dir := range corpora {
		trees[filepath.Base(filepath.Clean(dir))] = copied(t, os.DirFS(dir))
	}
	for name, tree := range trees {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before := mustCompile(t, tree)
			r := before
			for round := 0; mend(r, tree); round++ {
				if round == 10 {
					t.Fatalf("fixes bring about new ones without end:\n%s", text(t, r))
				}
				r = mustCompile(t, tree)
			}
			for _, d := range r.Report.Sorted() {
				if slices.ContainsFunc(d.Fixes, func(f diag.Fix) bool { return f.Safe == diag.Safe }) {
					t.Errorf("%s is still there: %s", d.Code, d.Message)
				}
			}
			if was, is := len(before.Framework.Places()), len(r.Framework.Places()); was != is || len(before.Framework.Roles) != len(r.Framework.Roles) {
				t.Errorf("%d statements became %d", was, is)
			}
		})
	}
}

// mend applies the safe fixes of a result to its tree, and reports whether
// anything changed.
func mend(r *compile.Result, tree fstest.MapFS) bool {
	fixed := diag.SafeFixes(r.Report.Sorted(), func(path string) int {
		if f := r.Sources.File(path); f != nil {
			return f.Len()
		}
		return -1
	})
	changed := false
	for path, edits := range fixed.Edits {
		now := diag.Splice(tree[path].Data, edits)
		changed = changed || !bytes.Equal(now, tree[path].Data)
		tree[path] = &fstest.MapFile{Data: now}
	}
	return changed
}
