package storetest

import (
	"context"
	"testing"
	"time"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testCredentials(t *testing.T, f *fixture) {
	f.person("p-1", "")
	f.update(func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Credential(ctx, "p-1")
		kind(t, "Credential that was never put", err, fault.NotFound)
		for i, hash := range []string{"$argon2id$one", "$argon2id$two"} {
			want := growth.Credential{Person: "p-1", Hash: hash, ChangedAt: clock(i)}
			if err := tx.PutCredential(ctx, want); err != nil {
				return err
			}
			got, err := tx.Credential(ctx, "p-1")
			same(t, "Credential", got, want)
			if err != nil {
				return err
			}
		}
		return nil
	})
	kind(t, "PutCredential of nobody", f.try(func(ctx context.Context, tx store.Tx) error {
		return tx.PutCredential(ctx, growth.Credential{Person: "nobody", Hash: "x"})
	}), fault.NotFound)
	testAttempts(t, f)
}

func testAttempts(t *testing.T, f *fixture) {
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, us := range []int{1, 5, 5, 9} { // two may fall into one microsecond
			if err := tx.AddAttempt(ctx, "key", clock(us)); err != nil {
				return err
			}
		}
		return tx.AddAttempt(ctx, "other", clock(2))
	})
	attempts := func(key string, since, n int, last time.Time) {
		t.Helper()
		f.view(func(ctx context.Context, tx store.Tx) error {
			gotN, gotLast, err := tx.Attempts(ctx, key, clock(since))
			if gotN != n || !gotLast.Equal(last) {
				t.Errorf("Attempts of %s since %d: got %d, last %v, want %d, last %v", key, since, gotN, gotLast, n, last)
			}
			return err
		})
	}
	attempts("key", 0, 4, clock(9))
	attempts("key", 5, 3, clock(9))
	attempts("key", 10, 0, time.Time{})
	attempts("none", 0, 0, time.Time{})
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.ClearAttempts(ctx, "other", clock(5)) })
	attempts("key", 0, 3, clock(9))
	attempts("other", 0, 0, time.Time{})
}
