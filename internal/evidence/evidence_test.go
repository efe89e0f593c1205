package evidence

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

func (o *office) log(text string, visible growth.Visibility) growth.Evidence {
	o.t.Helper()
	e, err := o.Log(o.t.Context(), ada, Input{Happened: o.now, Kind: growth.Delivered, Text: text, Visible: visible})
	if err != nil {
		o.t.Fatal(err)
	}
	return e
}

func texts(list []growth.Evidence) []string {
	var out []string
	for _, e := range list {
		out = append(out, e.Text)
	}
	return out
}

func TestLogIsPrivateAndOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	in := Input{Key: "k1", Happened: o.now, Kind: growth.Helped, Text: " mended the bridge ", Statements: []model.StatementID{"s-1", "s-1"}}
	first := must[growth.Evidence](t)(o.Log(t.Context(), ada, in))
	if first.Visible != growth.Private || first.Text != "mended the bridge" || !cmp.Equal(first.Statements, []growth.StatementRef{{Statement: "s-1", Revision: "rev-1"}}) {
		t.Errorf("logged: %+v", first)
	}
	again := must[growth.Evidence](t)(o.Log(t.Context(), ada, in))
	if again.ID != first.ID {
		t.Error("sending twice made two")
	}
	o.update(func(tx store.Tx) error {
		list, err := tx.ListAudit(t.Context(), 10)
		if len(list) != 1 {
			t.Errorf("audit: %+v, want one row for one piece", list)
		}
		return err
	})
	_, err := o.Log(t.Context(), ada, Input{Happened: o.now, Kind: growth.Helped, Text: "x", Statements: []model.StatementID{"s-9"}})
	wantKind(t, "a statement that is not", err, fault.Invalid)
	_, err = o.Log(t.Context(), ada, Input{})
	if f := fault.FieldsOf(err); len(f) != 3 {
		t.Errorf("nothing entered: %v", f)
	}
	o.ladder.framework = nil
	_, err = o.Log(t.Context(), ada, in)
	wantKind(t, "before there is a ladder", err, fault.Invalid)
}

func TestChangeKeepsLinksFromBefore(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	e := must[growth.Evidence](t)(o.Log(t.Context(), ada, Input{Happened: o.now, Kind: growth.Helped, Text: "x", Statements: []model.StatementID{"s-1"}}))
	o.ladder.framework = statements("s-2") // s-1 is retired
	in := Input{Happened: o.now, Kind: growth.Learned, Text: "y", Statements: []model.StatementID{"s-1", "s-2"}}
	got := must[growth.Evidence](t)(o.Change(t.Context(), ada, e.ID, 1, in))
	if len(got.Statements) != 2 || got.Version != 2 || got.Text != "y" {
		t.Errorf("changed: %+v", got)
	}
	_, err := o.Change(t.Context(), ada, e.ID, 1, in)
	wantKind(t, "an edit that saw another version", err, fault.Conflict)
	got = must[growth.Evidence](t)(o.Link(t.Context(), ada, e.ID, []model.StatementID{"s-2"}))
	if len(got.Statements) != 1 {
		t.Errorf("linked: %+v", got.Statements)
	}
	_, err = o.Link(t.Context(), ada, e.ID, []model.StatementID{"s-1"})
	wantKind(t, "a retired statement is linked anew", err, fault.Invalid)
}

func TestSharingAndWhoReads(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	e := o.log("one", growth.Private)
	other := o.log("two", growth.ToManager)
	own := must[[]growth.Evidence](t)(o.Of(t.Context(), ada, "ada", Filter{}))
	if len(own) != 2 || len(o.reads()) != 0 {
		t.Errorf("her own: %v, reads %v", texts(own), o.reads())
	}
	if got := texts(must[[]growth.Evidence](t)(o.Of(t.Context(), mo, "ada", Filter{}))); !slices.Equal(got, []string{"two"}) {
		t.Errorf("the manager sees %v", got)
	}
	_, err := o.One(t.Context(), mo, e.ID)
	wantKind(t, "a private piece", err, fault.NotFound)
	_, never := o.One(t.Context(), mo, "never")
	if err.Error() != never.Error() {
		t.Errorf("a private piece (%v) can be told from none (%v)", err, never)
	}
	must[growth.Evidence](t)(o.Share(t.Context(), ada, e.ID))
	must[growth.Evidence](t)(o.One(t.Context(), mo, e.ID))
	must[growth.Evidence](t)(o.Unshare(t.Context(), ada, e.ID))
	_, err = o.One(t.Context(), mo, e.ID)
	wantKind(t, "taken back", err, fault.NotFound)
	must[growth.Evidence](t)(o.One(t.Context(), ada, e.ID))
	var got [][]string
	for _, r := range o.reads() {
		if r.Reader != "mo" {
			t.Errorf("read by %s", r.Reader)
		}
		got = append(got, r.Items[growth.EvidenceItem])
	}
	if want := [][]string{{string(e.ID)}, {string(other.ID)}}; !cmp.Equal(got, want) {
		t.Errorf("reads %v, want %v: what was read stays on record", got, want)
	}
	for _, a := range []authz.Actor{cy, root} {
		_, err := o.Of(t.Context(), a, "ada", Filter{})
		wantKind(t, "list by "+string(a.Person), err, fault.NotFound)
		_, err = o.One(t.Context(), a, other.ID)
		wantKind(t, "one by "+string(a.Person), err, fault.NotFound)
	}
}

func TestOnlyTheOwnerKeeps(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	private, shared := o.log("one", growth.Private), o.log("two", growth.ToManager)
	_, err := o.Share(t.Context(), mo, private.ID)
	wantKind(t, "sharing what one does not see", err, fault.NotFound)
	_, err = o.Unshare(t.Context(), mo, shared.ID)
	wantKind(t, "unsharing what one only sees", err, fault.Forbidden)
	wantKind(t, "deleting what one only sees", o.Delete(t.Context(), mo, shared.ID), fault.Forbidden)
	wantKind(t, "deleting what one does not see", o.Delete(t.Context(), cy, shared.ID), fault.NotFound)
	if err := o.Delete(t.Context(), ada, shared.ID); err != nil {
		t.Fatal(err)
	}
	wantKind(t, "deleting twice", o.Delete(t.Context(), ada, shared.ID), fault.NotFound)
}

func TestListsArePaged(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for i, text := range []string{"a", "b", "c"} {
		must[growth.Evidence](t)(o.Log(t.Context(), ada, Input{Happened: o.now.AddDate(0, 0, -i/2), Kind: growth.Helped, Text: text, Statements: []model.StatementID{"s-1"}}))
	}
	o.log("d", growth.Private)
	f := Filter{Statement: "s-1", Limit: 2}
	first := must[[]growth.Evidence](t)(o.Own(t.Context(), ada, f))
	f.After = &first[1]
	rest := must[[]growth.Evidence](t)(o.Own(t.Context(), ada, f))
	if got := append(texts(first), texts(rest)...); !slices.Equal(got, []string{"b", "a", "c"}) {
		t.Errorf("pages: %v", got)
	}
	if got := texts(must[[]growth.Evidence](t)(o.Own(t.Context(), ada, Filter{Since: o.now.AddDate(0, 0, -1)}))); len(got) != 3 {
		t.Errorf("since yesterday: %v", got)
	}
}
