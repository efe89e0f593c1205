package settings_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rung/internal/diag"
	"rung/internal/settings"
)

func links(text string) ([]settings.Link, []string) {
	report := &diag.Report{}
	tree := fstest.MapFS{settings.LinksName: {Data: []byte(text)}}
	out := settings.ReadLinks(settings.FindLinks(tree), report)
	var said []string
	for _, d := range report.Sorted() {
		said = append(said, d.Message)
	}
	return out, said
}

func TestReadLinks(t *testing.T) {
	t.Parallel()
	want := []settings.Link{
		{Statement: "s-abc", Becomes: "I take the helm in fog.", Same: true, Why: "only the weather was added"},
		{Statement: "s-def", Becomes: "I greet guests.", Role: "boats/mate", Why: "the old one was about the crew"},
	}
	text := `
- statement: s-abc
  becomes: I take the helm in fog.
  verdict: same
  why: only the weather was added
- {statement: s-def, becomes: I greet guests., role: boats/mate, verdict: another, why: the old one was about the crew}
`
	got, said := links(text)
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(settings.Link{}, "At")); diff != "" || len(said) > 0 {
		t.Errorf("(-want +got):\n%s%q", diff, said)
	}
	if again, _ := links("links:" + text); !cmp.Equal(got, again, cmpopts.IgnoreFields(settings.Link{}, "At")) {
		t.Error("a list under the key links is read otherwise")
	}
}

func TestLinksThatCannotBeMeant(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":           "",
		"just words": "this file holds no list; expected one entry for each statement",
		"- words":    "an entry is no map; expected the keys statement, becomes, verdict and why",
		"- {statement: x, becomes: y, verdict: same, why: z}":         "an entry names no statement; expected its id, which begins with s-",
		"- {statement: s-x, verdict: same, why: z}":                   "an entry does not say the words after the edit",
		"- {statement: s-x, becomes: y, verdict: maybe, why: z}":      "invalid verdict \"maybe\"; expected same or another",
		"- {statement: s-x, becomes: y, verdict: same}":               "an entry gives no reason; whoever reads it in two years will ask for one",
		"- {statement: s-x, becomes: y, verdict: same, why: z, w: 1}": "unknown key \"w\"; expected statement, becomes, role, verdict or why",
	} {
		_, said := links(text)
		if want == "" && len(said) == 0 {
			continue
		}
		if len(said) != 1 || said[0] != want {
			t.Errorf("%q: got %q, want %q", text, said, want)
		}
	}
}
