package wording

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// brute tries everything.
func brute(cost [][]float64, unassigned float64, row int, used map[int]bool) float64 {
	if row == len(cost) {
		return 0
	}
	best := unassigned + brute(cost, unassigned, row+1, used)
	for c, v := range cost[row] {
		if !used[c] && !math.IsInf(v, 1) {
			used[c] = true
			best = min(best, v+brute(cost, unassigned, row+1, used))
			delete(used, c)
		}
	}
	return best
}

func sum(cost [][]float64, cols []int, unassigned float64) float64 {
	total := 0.0
	for r, c := range cols {
		if c < 0 {
			total += unassigned
		} else {
			total += cost[r][c]
		}
	}
	return total
}

func distinct(cols []int) bool {
	used := slices.DeleteFunc(slices.Clone(cols), func(c int) bool { return c < 0 })
	slices.Sort(used)
	return len(slices.Compact(slices.Clone(used))) == len(used)
}

func TestAssignIsOptimal(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rows, cols := rapid.IntRange(1, 6).Draw(t, "rows"), rapid.IntRange(0, 6).Draw(t, "cols")
		cost := make([][]float64, rows)
		var edges []Edge
		for r := range cost {
			cost[r] = make([]float64, cols)
			for c := range cost[r] {
				cost[r][c] = math.Inf(1)
				if v := rapid.IntRange(0, 25).Draw(t, "cost"); v <= 20 {
					cost[r][c] = float64(v)
					edges = append(edges, Edge{r, c, float64(v)})
				}
			}
		}
		unassigned := float64(rapid.IntRange(0, 20).Draw(t, "unassigned"))
		want := brute(cost, unassigned, 0, map[int]bool{})
		if got := Assign(cost, unassigned); !distinct(got) || math.Abs(sum(cost, got, unassigned)-want) > 1e-9 {
			t.Fatalf("Assign = %v of sum %v, want %v", got, sum(cost, got, unassigned), want)
		}
		got := Match(rows, cols, edges, unassigned)
		if !distinct(got) || math.Abs(sum(cost, got, unassigned)-want) > 1e-9 {
			t.Fatalf("Match = %v of sum %v, want %v", got, sum(cost, got, unassigned), want)
		}
		slices.Reverse(edges)
		if diff := cmp.Diff(got, Match(rows, cols, edges, unassigned)); diff != "" {
			t.Fatalf("Match depends on the order of edges (-want +got):\n%s", diff)
		}
	})
}

// A knot larger than a block is cut at its dearest edges, so pairs that are
// obvious stay together.
func TestMatchCutsLargeKnots(t *testing.T) {
	t.Parallel()
	const n = 3 * MaxBlock
	var edges []Edge
	for r := range n {
		edges = append(edges, Edge{r, n - 1 - r, 0.1})
		for k := 1; k < 5; k++ {
			edges = append(edges, Edge{r, (r*7 + k*31) % n, 0.5})
		}
	}
	got := Match(n, n, edges, 1)
	for r, c := range got {
		if c != n-1-r {
			t.Fatalf("row %d got %d, want %d", r, c, n-1-r)
		}
	}
}

func BenchmarkAssign(b *testing.B) {
	for _, n := range []int{50, 200, MaxBlock} {
		r := rand.New(rand.NewPCG(1, 2))
		cost := make([][]float64, n)
		for i := range cost {
			cost[i] = make([]float64, n)
			for j := range cost[i] {
				cost[i][j] = r.Float64()
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Assign(cost, 0.9)
			}
		})
	}
}

func BenchmarkPrepare(b *testing.B) {
	for b.Loop() {
		Prepare("I am trusted to lead projects that take several months and involve people of more than one team")
	}
}
