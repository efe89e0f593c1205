package life_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/change"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/pages/life"
	"rung/internal/pages/pagetest"
)

func revision(n int) life.Revision {
	return life.Revision{ID: string(rune('a' + n)), Time: time.Date(2025, time.January, 1+n, 0, 0, 0, 0, time.UTC), Subject: "Step " + string(rune('a'+n))}
}

// told is a statement that was reworded, went, came back elsewhere.
func told() life.Input {
	frame := pagetest.Frame(&model.Framework{Title: "X"})
	frame.Links.Told = true
	second, third := revision(1), revision(2)
	words := func(role, text string) lineage.Wording {
		return lineage.Wording{Role: model.RoleID(role), Area: "sea", Path: role + ".md", Text: text}
	}
	return life.Input{Frame: frame, ID: "s-1", Words: map[model.StatementID]string{"s-2": "I sing."}, Wordings: []life.Wording{
		{Wording: words("keeper", "I row."), RoleName: "Keeper", AreaTitle: "Sea", From: revision(0), Until: &second, Change: lineage.Added, Certainty: lineage.New},
		{Wording: words("keeper", "I row far."), RoleName: "Keeper", AreaTitle: "Sea", From: second, Until: &third, Change: lineage.Reworded, Certainty: lineage.Confirm, Degree: change.Raised, TakenUp: []model.StatementID{"s-2"}},
		{Wording: words("pilot", "I row far."), RoleName: "Pilot", AreaTitle: "Sea", From: revision(4), Change: lineage.Revived, Certainty: lineage.Same},
	}}
}

func TestLife(t *testing.T) {
	t.Parallel()
	doc := pagetest.Render(t, life.View(life.Build(told())))
	for selector, want := range map[string][]string{
		".head .badge-word":      {"back again"},
		".life-when time":        {"5 January 2025", "3 January 2025", "2 January 2025", "1 January 2025"},
		".life-when .badge-word": {"back again", "retired", "raised", "added"},
		".life .changes-words":   {"I row far.", "No longer asked.", "I row[added: far].", "I row."},
		".life-revision a":       {"Step e", "Step c", "Step b", "Step a"},
		".life-id code":          {"s-1"},
	} {
		if diff := cmp.Diff(want, doc.Texts(selector)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", selector, diff)
		}
	}
	var links []string
	for _, n := range doc.All(".changes-note a") {
		href, _ := pagetest.Attr(n, "href")
		links = append(links, href)
	}
	if diff := cmp.Diff([]string{"/statements/s-2", "/revisions/confirm"}, links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestALifeThatIsOver(t *testing.T) {
	t.Parallel()
	in := told()
	in.Wordings = in.Wordings[:2]
	p := life.Build(in)
	if p.State.Word != "retired" || p.Says != "Asked of nobody since 3 January 2025." || p.Role.URL != "/roles/keeper?rev=b#s-1" {
		t.Errorf("%+v, %q, %q", p.State, p.Says, p.Role.URL)
	}
	in.Wordings = in.Wordings[:1]
	in.Wordings[0].Until = nil
	if p := life.Build(in); p.Says != "Asked since 1 January 2025, in the same words." {
		t.Errorf("%q", p.Says)
	}
}
