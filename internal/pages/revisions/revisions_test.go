package revisions_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
	"rung/internal/pages/pagetest"
	"rung/internal/pages/revisions"
)

func TestRevisions(t *testing.T) {
	t.Parallel()
	frame := pagetest.Frame(&model.Framework{Title: "X"})
	doc := pagetest.Render(t, revisions.View(revisions.Build(revisions.Input{Frame: frame, Count: 3, Newest: "cccccccccccccccc", List: []revisions.Revision{
		{ID: "cccccccccccccccc", Time: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC), Subject: "Third"},
		{ID: "bbbb", Time: time.Date(2025, 12, 31, 23, 59, 0, 0, time.UTC), Subject: "Second"},
		{ID: "aaaa", Time: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)},
	}})))
	for selector, want := range map[string][]string{
		".revisions-year h2": {"2026", "2025"},
		".revisions time":    {"1 February 2026", "31 December 2025", "1 January 2025"},
		".revisions a":       {"Third", "Second", "(no subject)"},
		".revisions code":    {"cccccccccc", "bbbb", "aaaa"},
		".revisions .tag":    {"newest"},
	} {
		if diff := cmp.Diff(want, doc.Texts(selector)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", selector, diff)
		}
	}
	var links []string
	for _, n := range doc.All(".revisions a") {
		href, _ := pagetest.Attr(n, "href")
		links = append(links, href)
	}
	if diff := cmp.Diff([]string{"/", "/?rev=bbbb", "/?rev=aaaa"}, links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

func TestNoHistory(t *testing.T) {
	t.Parallel()
	doc := pagetest.Render(t, revisions.View(revisions.Build(revisions.Input{Frame: pagetest.Frame(&model.Framework{Title: "X"})})))
	if got, want := doc.Text(".empty-title"), "No history"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
