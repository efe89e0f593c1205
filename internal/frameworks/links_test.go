package frameworks

import (
	"testing"
	"testing/fstest"

	"rung/internal/model"
	"rung/internal/settings"
)

// A person's word about a link makes the id that was given in the meantime an
// alias; the server's ledger is never rewritten.
func TestAConfirmedLinkIsAnAlias(t *testing.T) {
	t.Parallel()
	const stays = "I know each buoy by its bell."
	before, after := pilot("I bring ships in at night.", stays), pilot(stays, "Captains ask for me by name when it is dark.")
	l := &ladder{commits: []string{"a", "b"}, trees: map[string]fstest.MapFS{"a": before, "b": after}}
	db := opened(t)
	s := synced(t, db, l)
	first, second := idAt(t, s, "a", "I bring ships in at night."), idAt(t, s, "b", "Captains ask for me by name when it is dark.")
	if first == second {
		t.Fatal("the matcher links the two by itself; the test says nothing")
	}
	said := fstest.MapFS{settings.LinksName: {Data: []byte("- statement: " + string(first) + "\n  becomes: Captains ask for me by name when it is dark.\n  verdict: same\n  why: it is the night work\n")}}
	for name, f := range after {
		said[name] = f
	}
	l.commits, l.trees["c"] = append(l.commits, "c"), said
	s = synced(t, db, l)
	if got := idAt(t, s, "c", "Captains ask for me by name when it is dark."); got != first {
		t.Errorf("the statement is %s, want %s", got, first)
	}
	_, aliases, err := s.held(t.Context())
	if err != nil || aliases[second] != first {
		t.Errorf("the aliases are %v, %v; want %s for %s", aliases, err, first, second)
	}
	if again := synced(t, db, l); idAt(t, again, "b", "Captains ask for me by name when it is dark.") != second {
		t.Error("a stored revision was renamed")
	}
}

func idAt(t *testing.T, s *Service, revision, text string) model.StatementID {
	t.Helper()
	f, err := s.decode(t.Context(), Revision{ID: revision})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range f.Places() {
		if p.Statement.Text == text {
			return p.Statement.ID
		}
	}
	t.Fatalf("revision %s does not say %q", revision, text)
	return ""
}
