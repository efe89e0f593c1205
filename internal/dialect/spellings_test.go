package dialect_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// TestSpellings reads three competencies, of which the last spells the levels
// otherwise: the levels must be three, each with a statement of every page.
func TestSpellings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name          string
		first, second []string
	}{
		{"label behind in brackets", []string{"Stage 1: Cutter", "Stage 2: Fitter", "Stage 3: Draper"}, []string{"Cutter (Stage 1)", "Fitter (Stage 2)", "Draper (Stage 3)"}},
		{"label behind a dash", []string{"Tier 1: Cutter", "Tier 2: Fitter", "Tier 3: Draper"}, []string{"Cutter – Tier 1", "Fitter – Tier 2", "Draper – Tier 3"}},
		{"label in words", []string{"Grade 1 - Cutter", "Grade 2 - Fitter", "Grade 3 - Draper"}, []string{"Grade One: Cutter", "Grade Two: Fitter", "Grade Three: Draper"}},
		{"label in Roman numerals", []string{"Band 1: Cutter", "Band 2: Fitter", "Band 3: Draper"}, []string{"Band I", "Band II", "Band III"}},
		{"letter alone and beside", []string{"Band A: Cutter", "Band B: Fitter", "Band C: Draper"}, []string{"Band A", "Band B", "Band C"}},
		{"short label", []string{"Level 1: Cutter", "Level 2: Fitter", "Level 3: Draper"}, []string{"L1 Cutter", "L2 Fitter", "L3 Draper"}},
		{"counted or not", []string{"1. Junior", "2. Regular", "3. Senior"}, []string{"Junior", "Regular", "Senior"}},
		{"counted behind", []string{"Junior (1)", "Regular (2)", "Senior (3)"}, []string{"Junior", "Regular", "Senior"}},
		{"without label", []string{"Stage 1: Junior", "Stage 2: Regular", "Stage 3: Senior"}, []string{"Junior", "Regular", "Senior"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			tree := fstest.MapFS{}
			for i, skill := range []string{"pressing", "mending", "measuring"} {
				names := c.first
				if i == 2 {
					names = c.second
				}
				page := "# " + skill + "\n"
				for _, n := range names {
					page += "\n## " + n + "\n\n- Takes care of " + skill + " for the whole house\n"
				}
				tree["skills/"+skill+".md"] = &fstest.MapFile{Data: []byte(page)}
			}
			fw, report := mustRead(t, tree)
			holdsDraft(t, fw, report)
			var got []string
			for _, r := range fw.Roles {
				n := 0
				for _, a := range r.Areas {
					n += len(a.Statements)
				}
				got = append(got, fmt.Sprint(r.Level.Order, " has ", n))
			}
			if diff := cmp.Diff([]string{"1 has 3", "2 has 3", "3 has 3"}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestSpellingsApart holds what looks alike and is not one level.
func TestSpellingsApart(t *testing.T) {
	t.Parallel()
	tree := fstest.MapFS{}
	for _, skill := range []string{"diving", "salvage"} {
		page := "# " + skill + "\n"
		for i, n := range []string{"L3 Diver", "L4 Diver", "L5 Diver"} {
			page += "\n## " + n + "\n\n- Looks after " + strings.Repeat("deep ", i) + skill + " on each tide\n"
		}
		tree["skills/"+skill+".md"] = &fstest.MapFile{Data: []byte(page)}
	}
	fw, _ := mustRead(t, tree)
	var got []string
	for _, r := range fw.Roles {
		got = append(got, r.Level.Label)
	}
	slices.Sort(got)
	if diff := cmp.Diff([]string{"L3", "L4", "L5"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
