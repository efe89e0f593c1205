package frameworks

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// The words that something was pinned to are found by any id that the statement
// had, and at revisions that the line no longer has.
func TestWordingsOfWhatIsPinned(t *testing.T) {
	t.Parallel()
	ctx, db, l := t.Context(), opened(t), history()
	f, _ := synced(t, db, l).Latest()
	id := idOf(t, f, "I read the tide tables each morning.")
	err := db.Update(ctx, func(tx store.Tx) error { return tx.AddAlias(ctx, store.Alias{From: "s-earlier", To: id}) })
	if err != nil {
		t.Fatal(err)
	}
	l.commits = []string{"eeeeeeeeee"} // as after a rewrite of history
	l.trees["eeeeeeeeee"] = l.trees["cccccccccc"]
	s := synced(t, db, l)
	ledger, err := ReadLedger(ctx, db)
	if err != nil {
		t.Fatal(err)
	}
	then, now := growth.StatementRef{Statement: "s-earlier", Revision: "aaaaaaaaaa"}, growth.StatementRef{Statement: id, Revision: "eeeeeeeeee"}
	got, err := ledger.Wordings(ctx, db, []growth.StatementRef{then, now, {Statement: id, Revision: "none"}, {Statement: "s-none", Revision: "aaaaaaaaaa"}})
	want := map[growth.StatementRef]string{then: "I read the tide tables every morning.", now: "I read the tide tables each morning."}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("wordings (-want +got), %v\n%s", err, diff)
	}
	if text, ok := s.Wording(ctx, "s-earlier", "aaaaaaaaaa"); !ok || text != want[then] {
		t.Errorf("Wording beside the line = %q, %v", text, ok)
	}
	if f, err := s.FrameworkAt(ctx, "bbbbbbbbbb"); err != nil || f.Roles[0].Areas[0].Statements[0].ID != id {
		t.Errorf("FrameworkAt beside the line: %v, want the ids that are in use", err)
	}
	if _, err := s.FrameworkAt(ctx, "none"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("FrameworkAt an unknown revision: %v, want not found", err)
	}
	if s.Order("eeeeeeeeee") != 1 || s.Order("aaaaaaaaaa") != 0 {
		t.Error("Order counts what the line does not have")
	}
	if ledger.Canonical("s-earlier") != id {
		t.Error("the ledger does not follow the alias")
	}
}

func TestTakenUp(t *testing.T) {
	t.Parallel()
	const one, other, both = "I keep the chart room tidy and dry.", "I correct the paper charts every week.", "I keep the chart room tidy and dry, and correct the paper charts every week."
	l := &ladder{commits: []string{"aaaaaaaaaa", "bbbbbbbbbb"}, trees: map[string]fstest.MapFS{
		"aaaaaaaaaa": pilot(one, other, "I keep my radio charged."), "bbbbbbbbbb": pilot(both, "I keep my radio charged."),
	}}
	s := synced(t, opened(t), l)
	first, err := s.At(t.Context(), "aaaaaaaaaa")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := s.Latest()
	into := idOf(t, f, both)
	for text, want := range map[string]bool{one: true, other: true, "I keep my radio charged.": false} {
		id := idOf(t, first.Framework, text)
		if id == into {
			continue // the one that goes on
		}
		got, err := s.TakenUp(t.Context(), id)
		if err != nil || (got == into) != want || !want && got != model.StatementID("") {
			t.Errorf("TakenUp(%q) = %q, %v", text, got, err)
		}
	}
}
