package workers_test

import (
	"sync/atomic"
	"testing"

	"rung/internal/workers"
)

func TestEachDoesAllOnce(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 7, 8, 9, 1000} {
		for _, limit := range []int{0, 1, 3, 64} {
			done := make([]atomic.Int32, n)
			workers.Each(n, limit, func(i int) { done[i].Add(1) })
			for i := range done {
				if got := done[i].Load(); got != 1 {
					t.Errorf("Each(%d, %d) did %d %d times, want once", n, limit, i, got)
				}
			}
		}
	}
}

func TestDoDoesAllOnce(t *testing.T) {
	t.Parallel()
	done := make([]int, 50)
	var all []func()
	for i := range done {
		all = append(all, func() { done[i]++ })
	}
	workers.Do(all...)
	for i, got := range done {
		if got != 1 {
			t.Errorf("Do did %d %d times, want once", i, got)
		}
	}
}

func TestPanicGoesOnInTheCaller(t *testing.T) {
	t.Parallel()
	for name, run := range map[string]func(){
		"one by one": func() { workers.Each(20, 1, func(int) { panic("broken") }) },
		"each":       func() { workers.Each(100, 4, func(i int) { mustNot(i == 50) }) },
		"do":         func() { workers.Do(func() {}, func() { panic("broken") }) },
	} {
		func() {
			defer func() {
				if got := recover(); got != "broken" {
					t.Errorf("%s: recovered %v, want what was thrown", name, got)
				}
			}()
			run()
		}()
	}
}

func mustNot(b bool) {
	if b {
		panic("broken")
	}
}
