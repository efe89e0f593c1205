package dialect_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// takesOver returns, by role, what each takes over before words are looked at.
func takesOver(t *testing.T, archive string) []string {
	t.Helper()
	tree := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	fw, _ := mustRead(t, tree)
	var out []string
	for _, r := range fw.Roles {
		for _, e := range r.Extends {
			out = append(out, strings.TrimSpace(string(r.ID)+" > "+string(e.Role)+" ["+fw.Sources.Text(e.At)+"]"))
		}
	}
	return out
}

const twoYards = `
-- boats/L1-Deckhand.md --
# L1: Deckhand

## Craft

- I coil a rope.
-- boats/L2-Mate.md --
# L2: Mate

## Craft

- I splice a rope.
-- sails/L1-Sewer.md --
# L1: Sewer

## Craft

- I sew a seam.
-- sails/L2-Sailmaker.md --
# L2: Sailmaker

## Craft

- I cut a sail.
`

func TestTakesOver(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		files string
		want  []string
	}{
		"a README for all": {"-- README.md --\n# Yard\n\nAll expectations are cumulative.\n" + twoYards, []string{
			"boats/l2-mate > boats/l1-deckhand [All expectations are cumulative.]", "sails/l2-sailmaker > sails/l1-sewer [All expectations are cumulative.]"}},
		"a README for its folder": {"-- boats/README.md --\n# Boats\n\nTwo levels. Each level includes all from the levels below.\n" + twoYards, []string{
			"boats/l2-mate > boats/l1-deckhand [Each level includes all from the levels below.]"}},
		"a page for its own roles": {"-- anchors.md --\n# Anchor Roles\n\nLevels build on each other.\n\n## L1: Chain Hand\n\n- I grease.\n\n## L2: Anchor Hand\n\n- I lift.\n" + twoYards, []string{
			"anchor/l2-anchor-hand > anchor/l1-chain-hand [Levels build on each other.]"}},
		"a denial": {"-- README.md --\n# Yard\n\nAll expectations are not cumulative.\n" + twoYards, nil},
		"a fork below": {"-- README.md --\n# Yard\n\nLevels are cumulative.\n-- boats/L2-Stoker.md --\n# L2: Stoker\n\n## Craft\n\n- I stoke.\n-- boats/L3-Captain.md --\n# L3: Captain\n\n## Craft\n\n- I sail.\n" + twoYards, []string{
			"boats/l2-mate > boats/l1-deckhand [Levels are cumulative.]", "boats/l2-stoker > boats/l1-deckhand [Levels are cumulative.]", "sails/l2-sailmaker > sails/l1-sewer [Levels are cumulative.]"}},
		"a foundation at the root": {"-- Everyone.md --\n# Everyone\n\n## Manners\n\n- I say thank you.\n" + twoYards, []string{
			"boats/l1-deckhand > foundation/everyone [# Everyone]", "boats/l2-mate > foundation/everyone [# Everyone]",
			"sails/l1-sewer > foundation/everyone [# Everyone]", "sails/l2-sailmaker > foundation/everyone [# Everyone]"}},
		"a foundation in a track's folder": {"-- sails/all-levels.md --\n# All levels\n\n## Manners\n\n- I say thank you.\n" + twoYards, []string{
			"sails/l1-sewer > foundation/all-levels [# All levels]", "sails/l2-sailmaker > foundation/all-levels [# All levels]"}},
		"a foundation in a folder of its own": {"-- base/values.md --\n# Our values\n\n## Manners\n\n- I say thank you.\n" + twoYards, []string{
			"boats/l1-deckhand > foundation/our-values [# Our values]", "boats/l2-mate > foundation/our-values [# Our values]",
			"sails/l1-sewer > foundation/our-values [# Our values]", "sails/l2-sailmaker > foundation/our-values [# Our values]"}},
		"sections of tracks": {"-- yard.md --\n# Yard\n\n## Deckhands\n\n### All levels\n\n- I am dry.\n\n### Junior Deckhand\n\n- I coil.\n\n### Senior Deckhand\n\n- I row.\n\n## Sailmakers\n\n### Sailmaker\n\n- I sew.\n\n### Lead Sailmaker\n\n- I cut.\n", []string{
			"yard/junior-deckhand > foundation/all-levels [### All levels]", "yard/senior-deckhand > foundation/all-levels [### All levels]"}},
		"front matter": {"-- boats/L3-Captain.md --\n---\nextends: [L2-Mate.md, Sewer]\n---\n# L3: Captain\n\n## Craft\n\n- I sail.\n" + twoYards, []string{
			"boats/l3-captain >  [L2-Mate.md]", "boats/l3-captain >  [Sewer]"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, takesOver(t, c.files)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
