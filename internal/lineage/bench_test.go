package lineage

import (
	"testing"
	"time"

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

// TestRewrittenIsBounded catches what grows with the square of a ladder; the
// limit is generous, because other tests run at the same time.
func TestRewrittenIsBounded(t *testing.T) {
	t.Parallel()
	revisions := lineagetest.Make(lineagetest.Config{Seed: 1, Statements: 2000, Steps: 1, Edits: lineagetest.Only(lineagetest.Heavy, 1)})
	best := time.Hour
	for range 3 {
		h := NewHistory(Config{})
		h.Step(revisions[0].Framework())
		begin := time.Now()
		h.Step(revisions[1].Framework())
		best = min(best, time.Since(begin))
	}
	if best > 2*time.Second {
		t.Errorf("a step over 2000 statements of which each was rewritten took %v", best)
	}
}
