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

// TestRewrittenIsBounded catches what grows faster than with the square of a
// ladder: four times the statements may take a bit more than sixteen times as
// long. Both are timed in turn, because other tests run at the same time.
func TestRewrittenIsBounded(t *testing.T) {
	t.Parallel()
	small, large := time.Hour, time.Hour
	for range 3 {
		small = min(small, rewriting(500))
		large = min(large, rewriting(2000))
	}
	if large > 32*small {
		t.Errorf("a step over 2000 statements of which each was rewritten took %v, one over 500 took %v", large, small)
	}
}

// rewriting returns how long a step takes that rewrites all of a ladder.
func rewriting(statements int) time.Duration {
	revisions := lineagetest.Make(lineagetest.Config{Seed: 1, Statements: statements, Steps: 1, Edits: lineagetest.Only(lineagetest.Heavy, 1)})
	h := NewHistory(Config{})
	h.Step(revisions[0].Framework())
	begin := time.Now()
	h.Step(revisions[1].Framework())
	return time.Since(begin)
}
