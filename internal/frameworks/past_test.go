package frameworks

import (
	"context"
	"errors"
	"testing"

	"rung/internal/fault"
	"rung/internal/model"
	"rung/internal/store"
)

// counting is a store that counts how often it is read.
type counting struct {
	store.Store
	views int
}

func (c *counting) View(ctx context.Context, f func(store.Tx) error) error {
	c.views++
	return c.Store.View(ctx, f)
}

func TestAskingForWhatNeverWas(t *testing.T) {
	t.Parallel()
	db := &counting{Store: opened(t)}
	s := synced(t, db, history())
	db.views = 0
	for range 3 {
		if _, _, err := s.Role(t.Context(), "pilots/never"); fault.KindOf(err) != fault.NotFound {
			t.Errorf("Role that never was: %v, want not found", err)
		}
		if _, _, err := s.Statement(t.Context(), "s-never"); fault.KindOf(err) != fault.NotFound {
			t.Errorf("Statement that never was: %v, want not found", err)
		}
	}
	if db.views != 2 {
		t.Errorf("the store was read %d times, want once for each of the two older revisions", db.views)
	}
}

func TestRolesThatAreGone(t *testing.T) {
	t.Parallel()
	l := history()
	delete(l.trees["cccccccccc"], "Pilots/L3-Senior.md")
	s := synced(t, opened(t), l)
	before, err := s.At(t.Context(), "bbbbbbbbbb")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := s.Latest()
	var gone model.RoleID
	for _, r := range before.Framework.Roles {
		if f.Role(r.ID) == nil {
			gone = r.ID
		}
	}
	r, revision, err := s.Role(t.Context(), gone)
	if err != nil || r == nil || r.ID != gone || revision != "bbbbbbbbbb" {
		t.Errorf("Role(%q) = %v at %q, %v, want it as it was at bbbbbbbbbb", gone, r, revision, err)
	}
}

func TestHistoryIsReadAgainAfterAnEnd(t *testing.T) {
	t.Parallel()
	s := synced(t, opened(t), history())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := s.Role(ctx, "pilots/never"); err == nil || !errors.Is(err, context.Canceled) && fault.KindOf(err) == fault.NotFound {
		t.Errorf("Role with an ended context: %v, want its end", err)
	}
	if _, _, err := s.Role(t.Context(), "pilots/never"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("Role after that: %v, want not found", err)
	}
}
