package lineage

import (
	"testing"

	"rung/internal/lineage/lineagetest"
)

// BenchmarkRewritten steps over a ladder of two thousand statements of which
// each is reworded at once.
func BenchmarkRewritten(b *testing.B) {
	for _, k := range []lineagetest.Kind{lineagetest.Recast, lineagetest.Heavy, lineagetest.Light, lineagetest.Format} {
		revisions := lineagetest.Make(lineagetest.Config{Seed: 1, Statements: 2000, Steps: 1, Edits: lineagetest.Only(k, 1)})
		b.Run(string(k), func(b *testing.B) {
			for b.Loop() {
				h := NewHistory(Config{})
				h.Step(revisions[0].Framework())
				h.Step(revisions[1].Framework())
			}
		})
	}
}
