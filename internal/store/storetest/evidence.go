package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

func testEvidence(t *testing.T, f *fixture) {
	f.person("boss", "")
	f.person("owner", "boss")
	f.person("other", "boss")
	want := someEvidence("e-1", "owner", growth.Private)
	f.update(func(ctx context.Context, tx store.Tx) error {
		in := want
		in.Version = 9
		got, err := tx.AddEvidence(ctx, in)
		same(t, "AddEvidence", got, want)
		return err
	})
	evidenceIs(f, "after AddEvidence", want)
	testEvidenceKey(t, f, want)
	testChangeEvidence(t, f, want)
	testEvidenceRefused(t, f)
	t.Run("list", func(t *testing.T) { testListEvidence(t, &fixture{Store: f.Store, t: t}) })
	t.Run("bound", func(t *testing.T) { testEvidenceBound(t, &fixture{Store: f.Store, t: t}) })
}

func someEvidence(id growth.EvidenceID, owner growth.PersonID, v growth.Visibility) growth.Evidence {
	return growth.Evidence{
		ID: id, Owner: owner, Happened: day(5), Kind: growth.Helped, Text: "Held the rope.\nTwice. 🛟", With: "Åsa",
		Link: "https://example.org/rope", Visible: v,
		Statements: []growth.StatementRef{{Statement: "s-b", Revision: "r1"}, {Statement: "s-a", Revision: ""}},
		CreatedAt:  clock(3), UpdatedAt: clock(4), Version: 1,
	}
}

func evidenceIs(f *fixture, when string, want growth.Evidence) {
	f.t.Helper()
	got := get(f, func(ctx context.Context, tx store.Tx) (growth.Evidence, error) {
		return tx.EvidenceByID(ctx, want.ID, want.Owner)
	})
	same(f.t, "EvidenceByID "+when, got, want)
}

// Sending twice under one key makes one piece; keys are each owner's own.
func testEvidenceKey(t *testing.T, f *fixture, first growth.Evidence) {
	keyed := someEvidence("e-2", "owner", growth.Private)
	keyed.Key = "from-my-terminal"
	again := someEvidence("e-3", "owner", growth.ToManager)
	again.Key, again.Text = keyed.Key, "Something else."
	others := someEvidence("e-4", "other", growth.Private)
	others.Key = keyed.Key
	f.update(func(ctx context.Context, tx store.Tx) error {
		for _, c := range []struct{ in, want growth.Evidence }{{keyed, keyed}, {again, keyed}, {others, others}} {
			got, err := tx.AddEvidence(ctx, c.in)
			same(t, "AddEvidence "+string(c.in.ID), got, c.want)
			if err != nil {
				return err
			}
		}
		_, err := tx.AddEvidence(ctx, first)
		kind(t, "AddEvidence with a taken id", err, fault.Conflict)
		_, err = tx.EvidenceByID(ctx, again.ID, "owner")
		kind(t, "EvidenceByID of what was not added", err, fault.NotFound)
		return nil
	})
}

func testChangeEvidence(t *testing.T, f *fixture, e growth.Evidence) {
	e.Happened, e.Kind, e.Text, e.With, e.Link, e.Visible = day(6), growth.Decided, "", "", "", growth.ToManager
	e.Statements, e.UpdatedAt = []growth.StatementRef{{Statement: "s-c", Revision: "r2"}}, clock(9)
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.ChangeEvidence(ctx, e) })
	old := e
	e.Version = 2
	evidenceIs(f, "after ChangeEvidence", e)
	f.update(func(ctx context.Context, tx store.Tx) error {
		kind(t, "ChangeEvidence with an old version", tx.ChangeEvidence(ctx, old), fault.Conflict)
		stranger := e
		stranger.Owner = "other"
		kind(t, "ChangeEvidence by another", tx.ChangeEvidence(ctx, stranger), fault.NotFound)
		kind(t, "RemoveEvidence by another", tx.RemoveEvidence(ctx, "boss", e.ID), fault.NotFound)
		return nil
	})
	evidenceIs(f, "after refused changes", e)
	e.Statements = nil
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.ChangeEvidence(ctx, e) })
	e.Version = 3
	evidenceIs(f, "without statements", e)
	f.update(func(ctx context.Context, tx store.Tx) error {
		if err := tx.RemoveEvidence(ctx, "owner", e.ID); err != nil {
			return err
		}
		kind(t, "RemoveEvidence twice", tx.RemoveEvidence(ctx, "owner", e.ID), fault.NotFound)
		kind(t, "ChangeEvidence of what is gone", tx.ChangeEvidence(ctx, e), fault.NotFound)
		return nil
	})
}

func testEvidenceRefused(t *testing.T, f *fixture) {
	for name, bad := range map[string]func(*growth.Evidence){
		"a statement with a space":  func(e *growth.Evidence) { e.Statements = []growth.StatementRef{{Statement: "s a"}} },
		"a statement with an at":    func(e *growth.Evidence) { e.Statements = []growth.StatementRef{{Statement: "s@a"}} },
		"a revision with a space":   func(e *growth.Evidence) { e.Statements = []growth.StatementRef{{Statement: "s", Revision: "r 1"}} },
		"a visibility there is not": func(e *growth.Evidence) { e.Visible = "everybody" },
	} {
		e := someEvidence("e-bad", "owner", growth.Private)
		bad(&e)
		kind(t, "AddEvidence with "+name, f.try(func(ctx context.Context, tx store.Tx) error {
			_, err := tx.AddEvidence(ctx, e)
			return err
		}), fault.Invalid)
	}
	kind(t, "AddEvidence of nobody", f.try(func(ctx context.Context, tx store.Tx) error {
		_, err := tx.AddEvidence(ctx, someEvidence("e-bad", "nobody", growth.Private))
		return err
	}), fault.NotFound)
}

func testListEvidence(t *testing.T, f *fixture) {
	f.person("lister", "boss")
	f.update(func(ctx context.Context, tx store.Tx) error {
		for i, d := range []int{3, 1, 3, 2, 5} {
			e := someEvidence(growth.EvidenceID(fmt.Sprint("l-", i)), "lister", growth.Private)
			e.Happened = day(d)
			if i%2 == 0 {
				e.Visible, e.Statements = growth.ToManager, []growth.StatementRef{{Statement: model.StatementID(fmt.Sprint("s-", i))}, {Statement: "s-even"}}
			}
			if _, err := tx.AddEvidence(ctx, e); err != nil {
				return err
			}
		}
		return nil
	})
	for _, c := range []struct {
		name string
		f    store.EvidenceFilter
		want []string
	}{
		{"one's own", store.EvidenceFilter{Viewer: "lister"}, []string{"l-4", "l-2", "l-0", "l-3", "l-1"}},
		{"the manager's view", store.EvidenceFilter{Viewer: "boss"}, []string{"l-4", "l-2", "l-0"}},
		{"a colleague's view", store.EvidenceFilter{Viewer: "other"}, []string{}},
		{"nobody's view", store.EvidenceFilter{}, []string{}},
		{"of a statement", store.EvidenceFilter{Viewer: "lister", Statement: "s-even"}, []string{"l-4", "l-2", "l-0"}},
		{"of another", store.EvidenceFilter{Viewer: "lister", Statement: "s-2"}, []string{"l-2"}},
		{"since a day", store.EvidenceFilter{Viewer: "lister", Since: day(3)}, []string{"l-4", "l-2", "l-0"}},
		{"a page", store.EvidenceFilter{Viewer: "lister", Limit: 2}, []string{"l-4", "l-2"}},
		{"the next page", store.EvidenceFilter{Viewer: "lister", Limit: 2, AfterHappened: day(3), AfterID: "l-2"}, []string{"l-0", "l-3"}},
		{"the last page", store.EvidenceFilter{Viewer: "lister", Limit: 2, AfterHappened: day(2), AfterID: "l-3"}, []string{"l-1"}},
	} {
		c.f.Owner = "lister"
		got := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Evidence, error) { return tx.ListEvidence(ctx, c.f) })
		same(t, c.name, ids(got, func(e growth.Evidence) growth.EvidenceID { return e.ID }), c.want)
	}
}

func testEvidenceBound(t *testing.T, f *fixture) {
	f.person("writer", "")
	f.update(func(ctx context.Context, tx store.Tx) error {
		for i := range store.MaxList + 1 {
			e := someEvidence(growth.EvidenceID(fmt.Sprintf("b-%05d", i)), "writer", growth.Private)
			if _, err := tx.AddEvidence(ctx, e); err != nil {
				return err
			}
		}
		return nil
	})
	for _, limit := range []int{0, -1, store.MaxList + 1} {
		got := get(f, func(ctx context.Context, tx store.Tx) ([]growth.Evidence, error) {
			return tx.ListEvidence(ctx, store.EvidenceFilter{Owner: "writer", Viewer: "writer", Limit: limit})
		})
		if len(got) != store.MaxList || !slices.Equal(got[0].Statements, someEvidence("", "", "").Statements) {
			t.Errorf("limit %d: got %d pieces, want %d with their statements", limit, len(got), store.MaxList)
		}
	}
}
