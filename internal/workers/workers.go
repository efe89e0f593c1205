// Package workers runs one function for many numbers at a time. What the
// function gives is the caller's to keep in order: nothing here depends on
// which number is done first.
package workers

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// chunk is how many numbers a goroutine takes at once, so that small pieces of
// work do not wait for each other.
const chunk = 8

// Each calls f with every number from 0 to n-1, limit of them at a time; 0 is
// one a processor. It returns when all are done. A panic of f goes on in the
// caller, after the others have ended; numbers that had not begun are left
// out then.
func Each(n, limit int, f func(int)) {
	if limit <= 0 {
		limit = runtime.GOMAXPROCS(0)
	}
	if limit = min(limit, (n+chunk-1)/chunk); limit <= 1 {
		for i := range n {
			f(i)
		}
		return
	}
	w := run{n: int64(n), f: f}
	var group sync.WaitGroup
	for range limit {
		group.Go(w.work)
	}
	group.Wait()
	if v := w.caught.Load(); v != nil {
		panic(*v)
	}
}

// Do calls all of the functions, each at most once, some of them at a time,
// and returns when all are done. A panic goes on in the caller.
func Do(functions ...func()) {
	w := run{n: int64(len(functions)), f: func(i int) { functions[i]() }, single: true}
	var group sync.WaitGroup
	for range min(len(functions), runtime.GOMAXPROCS(0)) {
		group.Go(w.work)
	}
	group.Wait()
	if v := w.caught.Load(); v != nil {
		panic(*v)
	}
}

type run struct {
	n      int64
	f      func(int)
	single bool // numbers are taken one by one
	next   atomic.Int64
	caught atomic.Pointer[any]
}

// work takes numbers until there are no more. A panic in a goroutine would end
// the program; it is kept for the caller.
func (w *run) work() {
	defer func() {
		if v := recover(); v != nil {
			w.caught.CompareAndSwap(nil, &v)
		}
	}()
	step := int64(chunk)
	if w.single {
		step = 1
	}
	for w.caught.Load() == nil {
		from := w.next.Add(step) - step
		if from >= w.n {
			return
		}
		for i := from; i < min(from+step, w.n); i++ {
			w.f(int(i))
		}
	}
}
