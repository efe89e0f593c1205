package revision_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/change"
	"rung/internal/model"
	"rung/internal/pages/pagetest"
	"rung/internal/pages/revision"
)

func input(n int) revision.Input {
	frame := pagetest.Frame(&model.Framework{Title: "X"})
	frame.Links.Told = true
	in := revision.Input{Frame: frame}
	for i := n; i > 0; i-- {
		in.List = append(in.List, revision.Revision{ID: fmt.Sprintf("rev%04d", i), Time: time.Date(2025, 1, 1, i, 0, 0, 0, time.UTC), Subject: fmt.Sprintf("Step %d", i)})
	}
	return in
}

func empty() *change.Report { return &change.Report{Changes: &change.Changes{}} }

func TestOneRevision(t *testing.T) {
	t.Parallel()
	in := input(3)
	in.From, in.To, in.Report = in.List[2], in.List[1], empty()
	in.Report.Kept = 7
	in.Report.Statements = []change.Statement{{ID: "s-1", Kind: change.Added, Now: &change.Place{Role: "keeper", RoleTitle: "Keeper", Text: "I row."}}}
	doc := pagetest.Render(t, revision.One(revision.BuildOne(in)))
	for selector, want := range map[string][]string{
		"h1": {"Step 2"}, ".lead": {"1 statement added; 7 stay as they were."},
		".changes-chapter h2": {"Keeper"}, ".role-step-name": {"Step 1", "Step 3"}, ".changes-step .badge-word": {"no step"},
	} {
		if diff := cmp.Diff(want, doc.Texts(selector)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", selector, diff)
		}
	}
	if href, _ := pagetest.Attr(doc.One(".changes-chapter h2 a"), "href"); href != "/roles/keeper?rev=rev0002" {
		t.Errorf("the role is read at %s, want as it was then", href)
	}
}

func TestRevisionsThatDidNothing(t *testing.T) {
	t.Parallel()
	in := input(2)
	in.From, in.To, in.Report = in.List[1], in.List[0], empty()
	if got := pagetest.Render(t, revision.One(revision.BuildOne(in))).Text(".empty-title"); got != "The ladder asks what it asked" {
		t.Errorf("nothing changed: %q", got)
	}
	in.From, in.To = revision.Revision{}, in.List[1]
	if got := revision.BuildOne(in).Begins; got != "The ladder begins here, with 0 roles and 0 statements." {
		t.Errorf("the first revision: %q", got)
	}
}

func TestTwoRevisions(t *testing.T) {
	t.Parallel()
	in := input(400)
	in.From, in.To, in.Report = in.List[300], in.List[2], empty()
	doc := pagetest.Render(t, revision.Two(revision.BuildTwo(in)))
	if diff := cmp.Diff([]string{"From", "To"}, doc.Texts(".revision-sides dt")); diff != "" {
		t.Errorf("sides (-want +got):\n%s", diff)
	}
	// Very long histories offer the newest, the first and what is chosen.
	if n := len(doc.All("#pick-from option")); n != 252 {
		t.Errorf("%d revisions are offered, want 252", n)
	}
	for name, want := range map[string]string{"from": "rev0100", "to": "rev0398"} {
		if got, _ := pagetest.Attr(doc.One("#pick-"+name+" option[selected]"), "value"); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	in.Report = nil
	if doc := pagetest.Render(t, revision.Two(revision.BuildTwo(in))); len(doc.All(".changes-step")) != 0 || len(doc.All("form.revision-form")) != 1 {
		t.Error("nothing is chosen yet, and something is told")
	}
}
