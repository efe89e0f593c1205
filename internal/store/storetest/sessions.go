package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testSessions(t *testing.T, f *fixture) {
	f.person("p-1", "")
	f.person("p-2", "")
	s := growth.Session{
		ID: "s-1", Hash: "h-1", Person: "p-1", Agent: "A browser", CreatedAt: clock(1), SeenAt: clock(2), ExpiresAt: clock(100),
	}
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.PutSession(ctx, s) })
	s.Agent, s.SeenAt, s.ExpiresAt = "Another", clock(50), clock(200)
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.PutSession(ctx, s) })
	second := growth.Session{ID: "s-2", Hash: "h-2", Person: "p-1", SeenAt: clock(60), CreatedAt: clock(3), ExpiresAt: clock(150)}
	f.update(func(ctx context.Context, tx store.Tx) error {
		if err := tx.PutSession(ctx, second); err != nil {
			return err
		}
		for _, taken := range []growth.Session{
			{ID: "s-3", Hash: "h-1", Person: "p-2", ExpiresAt: clock(300)},
			{ID: "s-1", Hash: "h-3", Person: "p-2", ExpiresAt: clock(300)},
		} {
			kind(t, "PutSession with another's id or hash", tx.PutSession(ctx, taken), fault.Conflict)
		}
		return tx.PutSession(ctx, growth.Session{ID: "s-4", Hash: "h-4", Person: "p-2", ExpiresAt: clock(300)})
	})
	f.view(func(ctx context.Context, tx store.Tx) error {
		got, err := tx.SessionByHash(ctx, "h-1", clock(199))
		same(t, "SessionByHash", got, s)
		if err != nil {
			return err
		}
		_, err = tx.SessionByHash(ctx, "h-1", clock(200))
		kind(t, "SessionByHash when it has expired", err, fault.NotFound)
		_, err = tx.SessionByHash(ctx, "none", clock(1))
		kind(t, "SessionByHash of none", err, fault.NotFound)
		return nil
	})
	same(t, "ListSessions", f.sessions("p-1", 100), []growth.Session{second, s})
	same(t, "ListSessions when one has expired", f.sessions("p-1", 150), []growth.Session{s})
	testEndSessions(t, f)
}

func testEndSessions(t *testing.T, f *fixture) {
	f.update(func(ctx context.Context, tx store.Tx) error {
		kind(t, "EndSession of another", tx.EndSession(ctx, "p-1", "s-4"), fault.NotFound)
		if err := tx.EndSession(ctx, "p-1", "s-1"); err != nil {
			return err
		}
		kind(t, "EndSession twice", tx.EndSession(ctx, "p-1", "s-1"), fault.NotFound)
		return tx.PutSession(ctx, growth.Session{ID: "s-5", Hash: "h-5", Person: "p-1", ExpiresAt: clock(300)})
	})
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.EndSessions(ctx, "p-1", "s-5") })
	id := func(s growth.Session) string { return s.ID }
	same(t, "after EndSessions but one", ids(f.sessions("p-1", 0), id), []string{"s-5"})
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.EndSessions(ctx, "p-1", "") })
	same(t, "after EndSessions", ids(f.sessions("p-1", 0), id), []string{})
	same(t, "another's after EndSessions", ids(f.sessions("p-2", 0), id), []string{"s-4"})
}

func (f *fixture) sessions(person growth.PersonID, now int) []growth.Session {
	f.t.Helper()
	return get(f, func(ctx context.Context, tx store.Tx) ([]growth.Session, error) {
		return tx.ListSessions(ctx, person, clock(now))
	})
}
