package dialect_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/parse"
)

func benchTree(b *testing.B) fstest.MapFS {
	b.Helper()
	root := filepath.Join(shared, "corpus", "OctopusDeploy--People")
	if _, err := os.Stat(root); err != nil {
		b.Skip("the real ladder is not here")
	}
	return mustMap(b, os.DirFS(root))
}

func BenchmarkRead(b *testing.B) {
	tree := benchTree(b)
	for b.Loop() {
		if _, err := dialect.Read(context.Background(), tree, dialect.Config{Ways: ways(), Parallel: 1}, &diag.Report{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadCached(b *testing.B) {
	tree := benchTree(b)
	cache := parse.NewCache(64 << 20)
	for b.Loop() {
		if _, err := dialect.Read(context.Background(), tree, dialect.Config{Ways: ways(), Parallel: 1, Cache: cache}, &diag.Report{}); err != nil {
			b.Fatal(err)
		}
	}
}
