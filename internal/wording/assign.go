package wording

import (
	"cmp"
	"math"
	"slices"
)

// MaxBlock is the largest number of rows, and of columns, that Match solves
// together. Below it the answer is exact.
const MaxBlock = 400

// Edge says what it costs to give column Col to row Row.
type Edge struct {
	Row, Col int
	Cost     float64
}

// Match gives rows columns, each at most one, at the lowest sum of costs, where
// a row left without costs unassigned. It returns the column of each row, or
// -1. Pairs without an edge are never made. Rows and columns that no chain of
// edges joins are solved apart from each other; a knot of more than MaxBlock
// is cut at its dearest edges first. The result does not depend on the order
// of edges.
func Match(rows, cols int, edges []Edge, unassigned float64) []int {
	out := make([]int, rows)
	for i := range out {
		out[i] = -1
	}
	edges = slices.DeleteFunc(slices.Clone(edges), func(e Edge) bool { return !(e.Cost < unassigned) })
	slices.SortFunc(edges, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
	for _, b := range blocks(rows, cols, edges) {
		for r, c := range Assign(b.costs(), unassigned) {
			if c >= 0 {
				out[b.rows[r]] = b.cols[c]
			}
		}
	}
	return out
}

// block is a part of a problem that touches no other part.
type block struct {
	rows, cols []int // ascending
	edges      []Edge
}

func (b *block) costs() [][]float64 {
	m := make([][]float64, len(b.rows))
	for r := range m {
		m[r] = make([]float64, len(b.cols))
		for c := range m[r] {
			m[r][c] = math.Inf(1)
		}
	}
	for _, e := range b.edges {
		r, _ := slices.BinarySearch(b.rows, e.Row)
		c, _ := slices.BinarySearch(b.cols, e.Col)
		m[r][c] = min(m[r][c], e.Cost)
	}
	return m
}

// blocks joins rows and columns along the edges, cheapest first, and leaves
// out edges that would make a block larger than MaxBlock.
func blocks(rows, cols int, edges []Edge) []*block {
	s := newSets(rows, cols)
	var kept []Edge
	for _, e := range edges {
		if s.join(e.Row, rows+e.Col) {
			kept = append(kept, e)
		}
	}
	byRoot := map[int]*block{}
	var out []*block
	for _, e := range kept {
		root := s.find(e.Row)
		b := byRoot[root]
		if b == nil {
			b = &block{}
			byRoot[root] = b
			out = append(out, b)
		}
		b.edges = append(b.edges, e)
		b.rows = append(b.rows, e.Row)
		b.cols = append(b.cols, e.Col)
	}
	for _, b := range out {
		slices.Sort(b.rows)
		slices.Sort(b.cols)
		b.rows, b.cols = slices.Compact(b.rows), slices.Compact(b.cols)
	}
	return out
}

// sets is a union-find over rows and columns that knows how many of each a
// set holds.
type sets struct {
	parent     []int
	rows, cols []int
}

func newSets(rows, cols int) *sets {
	s := &sets{parent: make([]int, rows+cols), rows: make([]int, rows+cols), cols: make([]int, rows+cols)}
	for i := range s.parent {
		s.parent[i] = i
		if i < rows {
			s.rows[i] = 1
		} else {
			s.cols[i] = 1
		}
	}
	return s
}

func (s *sets) find(i int) int {
	for s.parent[i] != i {
		s.parent[i] = s.parent[s.parent[i]]
		i = s.parent[i]
	}
	return i
}

// join makes one set of two and reports whether a and b are in one now.
func (s *sets) join(a, b int) bool {
	a, b = s.find(a), s.find(b)
	if a == b {
		return true
	}
	if s.rows[a]+s.rows[b] > MaxBlock || s.cols[a]+s.cols[b] > MaxBlock {
		return false
	}
	s.parent[b] = a
	s.rows[a] += s.rows[b]
	s.cols[a] += s.cols[b]
	return true
}

// Assign solves a whole matrix of costs exactly: the column of each row, or -1
// where leaving it without is cheaper. Infinite costs are never taken. It is
// the shortest augmenting path method of Jonker and Volgenant (1987) on the
// matrix with a column of its own, of cost unassigned, for each row: of the
// order n * n * (n + m) for n rows and m columns.
func Assign(cost [][]float64, unassigned float64) []int {
	n := len(cost)
	if n == 0 {
		return nil
	}
	s := &solver{cost: cost, unassigned: unassigned, m: len(cost[0])}
	s.rowOf = make([]int, s.m+n+1)
	s.u = make([]float64, n+1)
	s.v = make([]float64, s.m+n+1)
	for row := 1; row <= n; row++ {
		s.augment(row)
	}
	out := make([]int, n)
	for col, row := range s.rowOf {
		if row > 0 {
			out[row-1] = col - 1
			if col > s.m {
				out[row-1] = -1
			}
		}
	}
	return out
}

// solver holds the state of Assign. Rows and columns count from 1; column 0 is
// where a new row starts; columns beyond m stand for "none".
type solver struct {
	cost       [][]float64
	unassigned float64
	m          int
	rowOf      []int     // by column; 0 is free
	u, v       []float64 // dual prices of rows and columns
}

func (s *solver) at(row, col int) float64 {
	switch {
	case col <= s.m:
		return s.cost[row-1][col-1]
	case col-s.m == row:
		return s.unassigned
	}
	return math.Inf(1)
}

// augment finds the shortest alternating path from the new row to a free
// column and turns it over.
func (s *solver) augment(row int) {
	n := len(s.v)
	dist, from, done := make([]float64, n), make([]int, n), make([]bool, n)
	for j := range dist {
		dist[j] = math.Inf(1)
	}
	s.rowOf[0] = row
	col := 0
	for s.rowOf[col] != 0 {
		done[col] = true
		next := s.relax(col, dist, from, done)
		s.reprice(dist[next], dist, done)
		col = next
	}
	for col != 0 {
		s.rowOf[col] = s.rowOf[from[col]]
		col = from[col]
	}
}

// relax looks along all edges of the row that holds col and returns the column
// nearest by.
func (s *solver) relax(col int, dist []float64, from []int, done []bool) int {
	row, best := s.rowOf[col], -1
	for j := 1; j < len(dist); j++ {
		if done[j] {
			continue
		}
		if d := s.at(row, j) - s.u[row] - s.v[j]; d < dist[j] {
			dist[j], from[j] = d, col
		}
		if best < 0 || dist[j] < dist[best] {
			best = j
		}
	}
	return best
}

func (s *solver) reprice(delta float64, dist []float64, done []bool) {
	for j := range dist {
		if done[j] {
			s.u[s.rowOf[j]] += delta
			s.v[j] -= delta
		} else {
			dist[j] -= delta
		}
	}
}
