package storetest

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// errOurs is an error that only the function in an update knows.
var errOurs = errors.New("ours")

func testUpdate(t *testing.T, f *fixture) {
	err := f.try(func(ctx context.Context, tx store.Tx) error {
		if err := tx.PutSetting(ctx, "failed", "x"); err != nil {
			return err
		}
		return fmt.Errorf("wrapped: %w", errOurs)
	})
	if !errors.Is(err, errOurs) {
		t.Errorf("Update that fails: got %v, want the function's own error", err)
	}
	if got := caught(func() {
		_ = f.try(func(ctx context.Context, tx store.Tx) error {
			if err := tx.PutSetting(ctx, "panicked", "x"); err != nil {
				return err
			}
			panic("on purpose")
		})
	}); got != "on purpose" {
		t.Errorf("Update that panics: recovered %v, want the function's own panic", got)
	}
	ended := make(chan struct{})
	go func() { // as a test that fails inside an update does
		defer close(ended)
		_ = f.try(func(ctx context.Context, tx store.Tx) error {
			if err := tx.PutSetting(ctx, "ended", "x"); err != nil {
				return err
			}
			runtime.Goexit()
			return nil
		})
	}()
	<-ended
	f.put("kept", "yes")
	for name, want := range map[string]string{"failed": "", "panicked": "", "ended": "", "kept": "yes"} {
		same(t, name, f.setting(name), want)
	}
	testRefusedWrite(t, f)
	testUpdateContext(t, f)
}

// After a write that is refused nothing more is done, nor kept.
func testRefusedWrite(t *testing.T, f *fixture) {
	err := f.try(func(ctx context.Context, tx store.Tx) error {
		if err := tx.PutSetting(ctx, "before", "x"); err != nil {
			return err
		}
		kind(t, "a write that is refused", tx.PutAim(ctx, growth.Aim{Person: "nobody", Role: "a", Visible: growth.Private}), fault.NotFound)
		if err := tx.PutSetting(ctx, "after", "x"); err == nil {
			t.Error("a write after one that was refused: got no error")
		}
		if _, err := tx.ListTeams(ctx); err == nil {
			t.Error("a read after a write that was refused: got no error")
		}
		return nil
	})
	kind(t, "Update with a refused write", err, fault.NotFound)
	same(t, "before the refused write", f.setting("before"), "")
	same(t, "after the refused write", f.setting("after"), "")
}

// An update whose context has ended is not run; one whose context ends while
// it runs leaves nothing, and the store goes on.
func testUpdateContext(t *testing.T, f *fixture) {
	ctx, cancel := context.WithCancel(t.Context())
	err := f.Update(ctx, func(tx store.Tx) error {
		if err := tx.PutSetting(ctx, "cancelled", "x"); err != nil {
			return err
		}
		cancel()
		return tx.PutSetting(ctx, "cancelled", "y")
	})
	kind(t, "Update that is cancelled", err, fault.Unavailable)
	ran := false
	err = f.Update(ctx, func(store.Tx) error { ran = true; return nil })
	kind(t, "Update after it is cancelled", err, fault.Unavailable)
	if ran {
		t.Error("Update ran though its context had ended")
	}
	kind(t, "View after it is cancelled", f.View(ctx, func(tx store.Tx) error {
		_, err := tx.Setting(ctx, "kept")
		return err
	}), fault.Unavailable)
	same(t, "cancelled", f.setting("cancelled"), "")
}

func caught(f func()) (got any) {
	defer func() { got = recover() }()
	f()
	return nil
}

// concurrency is how many updates are sent at a time.
const concurrency = 100

func testConcurrentUpdates(t *testing.T, f *fixture) {
	f.person("p-1", "")
	f.put("counter", "0")
	var stale atomic.Int64
	var wg sync.WaitGroup
	for i := range concurrency {
		wg.Go(func() {
			panicked := caught(func() { concurrentUpdate(f, i) })
			if (panicked != nil) != (i%10 == 7) {
				t.Errorf("update %d: recovered %v", i, panicked)
			}
		})
		wg.Go(func() { // all have seen version 1: one of them wins
			err := f.try(func(ctx context.Context, tx store.Tx) error {
				return tx.ChangePerson(ctx, growth.Person{ID: "p-1", Name: fmt.Sprint("Name ", i), Version: 1})
			})
			if fault.KindOf(err) == fault.Conflict {
				stale.Add(1)
			}
		})
	}
	wg.Wait()
	f.view(func(ctx context.Context, tx store.Tx) error {
		for i := range concurrency {
			want := "kept"
			if i%10 == 3 || i%10 == 7 {
				want = ""
			}
			got, err := tx.Setting(ctx, fmt.Sprint("of ", i))
			if err != nil {
				return err
			}
			same(t, fmt.Sprint("update ", i), got, want)
		}
		p, err := tx.Person(ctx, "p-1")
		same(t, "version", p.Version, 2)
		return err
	})
	same(t, "updates with a stale version", stale.Load(), concurrency-1)
	same(t, "what each update has counted on", f.setting("counter"), strconv.Itoa(concurrency*8/10))
}

// concurrentUpdate counts up in the store. Of ten of them one fails and one
// panics at the end, when all is written.
func concurrentUpdate(f *fixture, i int) {
	err := f.try(func(ctx context.Context, tx store.Tx) error {
		if err := tx.PutSetting(ctx, fmt.Sprint("of ", i), "kept"); err != nil {
			return err
		}
		text, err := tx.Setting(ctx, "counter")
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(text)
		if err != nil {
			return err
		}
		if err := tx.PutSetting(ctx, "counter", strconv.Itoa(n+1)); err != nil {
			return err
		}
		switch i % 10 {
		case 3:
			return errOurs
		case 7:
			panic("on purpose")
		}
		return nil
	})
	if (i%10 == 3) != errors.Is(err, errOurs) || i%10 != 3 && err != nil {
		f.t.Errorf("update %d: got error %v", i, err)
	}
}

// A view sees one moment, while updates go on.
func testView(t *testing.T, f *fixture) {
	f.put("name", "old")
	f.view(func(ctx context.Context, tx store.Tx) error {
		for range 2 {
			got, err := tx.Setting(ctx, "name")
			same(t, "in the view", got, "old")
			if err != nil {
				return err
			}
			f.put("name", "new")
			same(t, "in a new view", f.setting("name"), "new")
		}
		return nil
	})
	err := f.View(t.Context(), func(tx store.Tx) error { return tx.PutSetting(t.Context(), "name", "newer") })
	if err == nil {
		t.Error("a write in a View: got no error")
	}
	same(t, "after a write in a view", f.setting("name"), "new")
	if got := caught(func() { _ = f.View(t.Context(), func(store.Tx) error { panic("on purpose") }) }); got != "on purpose" {
		t.Errorf("View that panics: recovered %v, want the function's own panic", got)
	}
	err = f.View(t.Context(), func(store.Tx) error { return errOurs })
	if !errors.Is(err, errOurs) {
		t.Errorf("View that fails: got %v, want the function's own error", err)
	}
	for range 50 { // no view keeps what it used
		same(t, "after views that ended badly", f.setting("name"), "new")
	}
}

// Close waits for what runs; what comes after it is refused.
func testClose(t *testing.T, f *fixture) {
	begun, goOn := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		if err := f.try(func(ctx context.Context, tx store.Tx) error {
			close(begun)
			<-goOn
			return tx.PutSetting(ctx, "name", "kept")
		}); err != nil {
			t.Errorf("Update while the store is being closed: %v", err)
		}
	})
	<-begun
	wg.Go(func() {
		if err := f.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	close(goOn)
	wg.Wait()
	nothing := func(store.Tx) error { t.Error("ran in a closed store"); return nil }
	kind(t, "Update of a closed store", f.Update(t.Context(), nothing), fault.Unavailable)
	kind(t, "View of a closed store", f.View(t.Context(), nothing), fault.Unavailable)
	if err := f.Close(); err != nil {
		t.Errorf("Close again: %v", err)
	}
}
