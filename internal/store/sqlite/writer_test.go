package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// hold starts an update that keeps the writer until release is called.
func hold(t *testing.T, s *sqlite.Store) (release func() error) {
	t.Helper()
	begun, goOn, done := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() {
		done <- s.Update(t.Context(), func(tx store.Tx) error {
			close(begun)
			<-goOn
			return tx.PutSetting(t.Context(), "held", "kept")
		})
	}()
	<-begun
	return func() error {
		close(goOn)
		return <-done
	}
}

// released ends what hold began.
func released(t *testing.T, release func() error) {
	t.Helper()
	if err := release(); err != nil {
		t.Errorf("the update that held the writer: %v", err)
	}
}

// waitFor returns when n updates wait for their turn.
func waitFor(s *sqlite.Store, n int) {
	for s.Waiting() < n {
		runtime.Gosched()
	}
}

// Of those that share a commit, one that fails, panics, is refused or breaks
// its own rows takes nothing of the others with it.
func TestUpdatesThatShareACommit(t *testing.T) {
	t.Parallel()
	s := open(t, sqlite.Config{Path: newPath(t)})
	release := hold(t, s)
	errOurs := errors.New("ours")
	const many = 60
	var wg sync.WaitGroup
	for i := range many {
		wg.Go(func() {
			defer func() {
				if r := recover(); (r != nil) != (i%4 == 2) {
					t.Errorf("update %d: recovered %v", i, r)
				}
			}()
			err := s.Update(t.Context(), func(tx store.Tx) error {
				if err := tx.PutSetting(t.Context(), fmt.Sprint(i), "kept"); err != nil {
					return err
				}
				switch i % 4 {
				case 1:
					return errOurs
				case 2:
					panic("on purpose")
				case 3:
					return tx.AddPerson(t.Context(), growth.Person{ID: "p", Manager: "nobody"})
				}
				return nil
			})
			if (err == nil) != (i%4 == 0) {
				t.Errorf("update %d: got error %v", i, err)
			}
		})
	}
	waitFor(s, many)
	released(t, release)
	wg.Wait()
	for i := range many {
		want := map[bool]string{true: "kept"}[i%4 == 0]
		if got := setting(t, s, fmt.Sprint(i)); got != want {
			t.Errorf("update %d: got %q, want %q", i, got, want)
		}
	}
}

func TestUpdateThatLeavesTheQueue(t *testing.T) {
	t.Parallel()
	s := open(t, sqlite.Config{Memory: true})
	release := hold(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	left := make(chan error)
	go func() {
		left <- s.Update(ctx, func(store.Tx) error { t.Error("ran though it had left"); return nil })
	}()
	waitFor(s, 1)
	cancel()
	if err := <-left; fault.KindOf(err) != fault.Unavailable || !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want one of kind unavailable that was cancelled", err)
	}
	released(t, release)
	put(t, s, "after", "it goes on")
}

func TestTooManyWaiting(t *testing.T) {
	t.Parallel()
	s := open(t, sqlite.Config{Memory: true})
	release := hold(t, s)
	var wg sync.WaitGroup
	for i := range sqlite.MaxWaiting {
		wg.Go(func() { put(t, s, fmt.Sprint(i), "kept") })
	}
	waitFor(s, sqlite.MaxWaiting)
	err := s.Update(t.Context(), func(store.Tx) error { t.Error("ran though too many wait"); return nil })
	if fault.KindOf(err) != fault.Unavailable {
		t.Errorf("Update: got error %v, want one of kind unavailable", err)
	}
	released(t, release)
	wg.Wait()
	put(t, s, "after", "it goes on")
	if got := setting(t, s, fmt.Sprint(sqlite.MaxWaiting-1)); got != "kept" {
		t.Errorf("the last that waited: got %q, want it kept", got)
	}
}

// A transaction that comes undone under the updates that share it fails them
// all, and the next one works.
func TestSharedCommitComesUndone(t *testing.T) {
	t.Parallel()
	s := open(t, sqlite.Config{Path: newPath(t)})
	release := hold(t, s)
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			err := s.Update(t.Context(), func(tx store.Tx) error {
				if err := tx.PutSetting(t.Context(), fmt.Sprint(i), "kept"); err != nil || i > 0 {
					return err
				}
				return s.Undo()
			})
			got := setting(t, s, fmt.Sprint(i))
			if (err == nil) != (got == "kept") {
				t.Errorf("update %d: got error %v and value %q, want one or the other", i, err, got)
			}
		})
	}
	waitFor(s, 5)
	err := release()
	if got := setting(t, s, "held"); (err == nil) != (got == "kept") {
		t.Errorf("the update that held the writer: got error %v and value %q, want one or the other", err, got)
	}
	wg.Wait()
	put(t, s, "after", "it goes on")
}
