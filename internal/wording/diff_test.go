package wording

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// show writes removed words in [-...-] and added ones in {+...+}.
func show(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Op {
		case Removed:
			b.WriteString("[-" + r.Text + "-]")
		case Added:
			b.WriteString("{+" + r.Text + "+}")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ a, b, want string }{
		{"I lead the team.", "I lead the team.", "I lead the team."},
		{"I lead the team.", "I lead two teams.", "I lead [-the team-]{+two teams+}."},
		{"I lead the team.", "I lead the whole team.", "I lead the {+whole +}team."},
		{"I lead the whole team", "I lead the team", "I lead the [-whole -]team"},
		{"I am trusted to run the project", "I am expected to support the group", "I am [-trusted to run the project-]{+expected to support the group+}"},
		{"team", "teams", "[-team-]{+teams+}"},
		{"", "new words", "{+new words+}"},
		{"old words", "", "[-old words-]"},
		{"", "", ""},
		{"a, b and c", "a, x and c", "a, [-b-]{+x+} and c"},
		{"計画を立てる", "計画を実行する", "計画を[-立てる-]{+実行する+}"},
		{"works with others", "Works with others, daily", "[-works-]{+Works+} with others{+, daily+}"},
	} {
		if diff := cmp.Diff(c.want, show(Diff(c.a, c.b))); diff != "" {
			t.Errorf("Diff(%q, %q) (-want +got):\n%s", c.a, c.b, diff)
		}
	}
}

func TestDiffKeepsEverything(t *testing.T) {
	t.Parallel()
	gen := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"I", "lead", "the", "team", ",", ".", "work", "of", "others", "計画", "を"}), 0, 14).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := gen.Draw(t, "a"), gen.Draw(t, "b")
		var from, to strings.Builder
		runs := Diff(a, b)
		for i, r := range runs {
			if r.Text == "" || i > 0 && runs[i-1].Op == r.Op || i > 0 && runs[i-1].Op == Added && r.Op == Removed {
				t.Fatalf("run %d of %v is empty or out of order", i, runs)
			}
			if r.Op != Added {
				from.WriteString(r.Text)
			}
			if r.Op != Removed {
				to.WriteString(r.Text)
			}
		}
		if from.String() != a || to.String() != b {
			t.Fatalf("runs give %q and %q, want %q and %q", from.String(), to.String(), a, b)
		}
	})
}

func TestDiffOfLongTexts(t *testing.T) {
	t.Parallel()
	a, b := "same "+strings.Repeat("old ", 3000)+"end", "same "+strings.Repeat("new ", 3000)+"end"
	got := Diff(a, b)
	if len(got) != 4 || got[0].Text != "same " || got[3].Text != " end" {
		t.Errorf("got %d runs, want beginning, removed, added, end", len(got))
	}
}
