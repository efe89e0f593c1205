package percompetency_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/dialect"
	"rung/internal/dialect/percompetency"
	"rung/internal/dialect/perlevel"
	"rung/internal/model"
)

func mustRead(t testing.TB, tree fstest.MapFS) *model.DraftFramework {
	t.Helper()
	ways := []dialect.Way{percompetency.Way{}, perlevel.Way{}}
	fw, err := dialect.Read(context.Background(), tree, dialect.Config{Ways: ways}, &diag.Report{})
	if err != nil {
		t.Fatal(err)
	}
	return fw
}

// TestWay holds that this way takes sets of competencies, and leaves single
// pages with levels, and roles, to others.
func TestWay(t *testing.T) {
	t.Parallel()
	fw := mustRead(t, fstest.MapFS{
		"alone.md":         {Data: []byte("# Alone\n\n## Junior\n\n- One.\n\n## Senior\n\n- Two.\n")},
		"skills/a.md":      {Data: []byte("# Knots\n\n- **Junior**: Ties one\n- **Senior**: Ties six\n")},
		"skills/b.md":      {Data: []byte("# Sails\n\n- **Junior**: Folds\n- **Senior**: Cuts\n")},
		"roles/L1-Mate.md": {Data: []byte("# L1: Mate\n\n## Watch\n\n- I keep it.\n")},
	})
	var got []string
	for _, r := range fw.Roles {
		got = append(got, string(r.ID))
	}
	for _, p := range fw.Pages {
		got = append(got, p.Path)
	}
	if diff := cmp.Diff([]string{"mate/l1-mate", "skills/junior", "skills/senior", "alone.md"}, got); diff != "" {
		t.Errorf("roles and pages (-want +got):\n%s", diff)
	}
}

// FuzzPerCompetency reads any two pages beside a role that refers to both.
func FuzzPerCompetency(f *testing.F) {
	f.Add([]byte("# Knots\n\n## Level 1\n\n- Ties one\n\n## Level 2\n\n- Ties six\n"), []byte("# Mate\n\n- Knots: level 2\n- Sails: 9\n"))
	f.Add([]byte("# Sails\n\n| Step | Asks |\n|---|---|\n| 1 | Folds |\n| 2 | as 1 |\n"), []byte("| Role | Sails | Knots |\n|---|---|---|\n| Mate | 1 | – |\n"))
	f.Add([]byte("Levels:\n\n**Junior:** a\n**Senior:** b\n"), []byte("---\nrequires: [{knots: 2}, 'sails: 1']\n---\n# Mate\n"))
	f.Fuzz(func(t *testing.T, skill, role []byte) {
		tree := fstest.MapFS{"skills/knots.md": {Data: skill}, "skills/sails.md": {Data: skill}, "mate.md": {Data: role}}
		fw := mustRead(t, tree)
		for _, r := range fw.Roles {
			for _, s := range r.Statements() {
				file := fw.Sources.File(s.At.Path)
				if s.Text == "" || file == nil || s.At.Start > s.At.End || s.At.End > file.Len() {
					t.Fatalf("%q stands at %v", s.Text, s.At)
				}
			}
		}
		if diff := cmp.Diff(fw.Framework, mustRead(t, tree).Framework); diff != "" {
			t.Fatalf("two readings differ:\n%s", diff)
		}
	})
}
