package prose_test

import (
	"testing"

	"rung/internal/model"
	"rung/internal/pages/pagetest"
	"rung/internal/pages/prose"
)

func TestProse(t *testing.T) {
	t.Parallel()
	frame := pagetest.Frame(&model.Framework{Title: "X"})
	for _, test := range []struct{ name, title, html, heading, body string }{
		{"with text", "How a review goes", "<p>Twice a year.</p>", "How a review goes", "Twice a year."},
		{"without a title", "", "<p>Twice a year.</p>", "reviews", "Twice a year."},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			in := prose.Input{Frame: frame, Page: &model.Page{Path: "guides/reviews.md", Title: test.title}, HTML: test.html}
			doc := pagetest.Render(t, prose.View(prose.Build(in)))
			if got := doc.Text("h1"); got != test.heading {
				t.Errorf("heading %q, want %q", got, test.heading)
			}
			if got := doc.Text(".prose"); got != test.body {
				t.Errorf("text %q, want %q", got, test.body)
			}
		})
	}
	gone := pagetest.Render(t, prose.View(prose.Build(prose.Input{Frame: frame, Page: &model.Page{Path: "a.md", Title: "A"}})))
	if got, want := gone.Text(".empty-title"), "The text is not at hand"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
