package plans

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
)

func (o *office) add(action string, visible growth.Visibility) growth.PlanItem {
	o.t.Helper()
	i, err := o.Add(o.t.Context(), ada, Input{Action: action, Visible: visible})
	if err != nil {
		o.t.Fatal(err)
	}
	return i
}

func actions(list []growth.PlanItem) []string {
	var out []string
	for _, i := range list {
		out = append(out, i.Action)
	}
	return out
}

func TestKeepingAPlan(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	i := must[growth.PlanItem](t)(o.Add(t.Context(), ada, Input{Action: " lead a review ", Role: "eng/l1", Statement: "s-1", Due: o.now.AddDate(0, 1, 0)}))
	if i.Visible != growth.Private || i.Action != "lead a review" || i.Revision != "rev-1" {
		t.Errorf("added: %+v", i)
	}
	o.ladder.framework = statements("s-2") // s-1 is retired
	o.ladder.framework.Roles[0].ID = "eng/new"
	i = must[growth.PlanItem](t)(o.Change(t.Context(), ada, i.ID, 1, Input{Action: "lead two", Role: "eng/l1", Statement: "s-1", Due: i.Due}))
	if i.Version != 2 || i.Revision != "rev-1" {
		t.Errorf("changed: %+v", i)
	}
	_, err := o.Change(t.Context(), ada, i.ID, 1, Input{Action: "x"})
	wantKind(t, "an edit that saw another version", err, fault.Conflict)
	_, err = o.Add(t.Context(), ada, Input{Role: "eng/l1", Statement: "s-1"})
	if f := fault.FieldsOf(err); len(f) != 3 {
		t.Errorf("role and statement that are gone, no action: %v", f)
	}
	done := must[growth.PlanItem](t)(o.Finish(t.Context(), ada, i.ID))
	o.now = o.now.AddDate(0, 0, 1)
	if again := must[growth.PlanItem](t)(o.Finish(t.Context(), ada, i.ID)); !again.DoneAt.Equal(done.DoneAt) {
		t.Error("finishing again moved the day")
	}
	if i = must[growth.PlanItem](t)(o.Reopen(t.Context(), ada, i.ID)); !i.DoneAt.IsZero() {
		t.Error("reopened, and still done")
	}
	wantKind(t, "another's", o.Remove(t.Context(), cy, i.ID), fault.NotFound)
	if err := o.Remove(t.Context(), ada, i.ID); err != nil {
		t.Fatal(err)
	}
	_, err = o.Finish(t.Context(), ada, i.ID)
	wantKind(t, "removed", err, fault.NotFound)
}

func TestPlansAreBounded(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	first := o.add("0", growth.Private)
	for n := 1; n < growth.MaxPlanItems; n++ {
		o.add(fmt.Sprint(n), growth.Private)
	}
	_, err := o.Add(t.Context(), ada, Input{Action: "one more"})
	wantKind(t, "too many open", err, fault.Conflict)
	must[growth.PlanItem](t)(o.Finish(t.Context(), ada, first.ID))
	o.add("one more", growth.Private)
	_, err = o.Reopen(t.Context(), ada, first.ID)
	wantKind(t, "reopened into a full plan", err, fault.Conflict)
}

func TestPlansAreSharedItemByItem(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.add("private", growth.Private)
	shared := o.add("shared", growth.ToManager)
	if got := must[[]growth.PlanItem](t)(o.Of(t.Context(), ada, "ada")); len(got) != 2 || len(o.reads()) != 0 {
		t.Errorf("her own: %v, reads %v", actions(got), o.reads())
	}
	if got := actions(must[[]growth.PlanItem](t)(o.Of(t.Context(), mo, "ada"))); !slices.Equal(got, []string{"shared"}) {
		t.Errorf("the manager sees %v", got)
	}
	want := map[growth.ItemKind][]string{growth.PlanItemKind: {string(shared.ID)}}
	if got := o.reads(); len(got) != 1 || got[0].Reader != "mo" || !cmp.Equal(got[0].Items, want) {
		t.Errorf("reads: %+v, want one of %v", got, want)
	}
	for _, a := range []authz.Actor{cy, root} {
		_, err := o.Of(t.Context(), a, "ada")
		wantKind(t, string(a.Person), err, fault.NotFound)
	}
}
