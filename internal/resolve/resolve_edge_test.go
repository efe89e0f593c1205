package resolve

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
)

// edgesLadder is a ladder of several tracks; the text of %s is put into its
// L4 boat builder as a statement.
const edgesLadder = `
-- Boats/L1-Apprentice.md --
# L1: Apprentice
## Craft
- I sweep.
-- Boats/L2-Boat-Builder.md --
# L2: Boat Builder
## Craft
- I plane a plank.
-- Boats/L3-Senior-Boat-Builder.md --
# L3: Senior Boat Builder
## Craft
- I lay a keel.
-- Boats/L4-Lead-Boat-Builder.md --
# L4: Lead Boat Builder
## Craft
- I lead a yard.
- %s
-- Sails/L2-Sail-Maker.md --
# L2: Sail Maker
## Craft
- I sew.
-- Sails/L3-Senior-Sail-Maker.md --
# L3: Senior Sail Maker
## Craft
- I cut.
-- Ropes/Roles.md --
# Ropes
## L2: Rope Maker
- I twist.
## L3: Senior Rope Maker
- I twist better.
-- Care/L3-Director-Care.md --
# L3: Director, Care
## Craft
- I listen.
-- Leadership.md --
# Leadership
## Heart
- I care.
-- Everyone.md --
# Everyone
## Heart
- I tell the truth.
-- README.md --
# All
Words.
`

// edgeStrings describes the edges of the L4 boat builder, and whether its last
// statement is derived, or no statement at all.
func edgeStrings(f *model.Framework) (out []string) {
	role := f.Role("boats/l4:-lead-boat-builder")
	for _, e := range role.Extends {
		out = append(out, fmt.Sprintf("extends %s", orMissing(e.Role)))
	}
	for _, e := range role.Equivalences {
		out = append(out, fmt.Sprintf("%s %s", e.Comparison, orMissing(e.Role)))
	}
	all := role.Statements()
	switch last := all[len(all)-1]; {
	case last.Text == "I lead a yard.":
		out = append(out, "reference")
	case last.Derived:
		out = append(out, "derived")
	}
	return out
}

func orMissing(id model.RoleID) string {
	if id == "" {
		return "?"
	}
	return string(id)
}

func TestEdgesOfStatements(t *testing.T) {
	t.Parallel()
	const (
		leadership = "extends ./leadership"
		senior     = "boats/l3:-senior-boat-builder"
		builder    = "boats/l2:-boat-builder"
		sailMaker  = "sails/l2:-sail-maker"
	)
	for _, c := range []struct {
		text string
		want []string
	}{
		// Extensions by link.
		{"I encompass all of the qualities listed in [Leadership](../Leadership.md).", []string{leadership, "derived"}},
		{"I encompass all of the qualities listed in [Leadership](../Leadership.md)", []string{leadership, "derived"}},
		{"I encompass all of the qualities listed in [Leadership](../Leadership.md) and I never shout.", []string{leadership}},
		{"Everything in [Leadership](../Leadership.md), plus:", []string{leadership, "reference"}},
		{"Everything expected of a [Senior Boat Builder](L3-Senior-Boat-Builder.md), and I run the yard.", []string{"extends " + senior}},
		{"I build on [L3 Senior Boat Builder](L3-Senior-Boat-Builder.md).", []string{"extends " + senior, "derived"}},
		{"Same as [Senior Boat Builder](L3-Senior-Boat-Builder.md), but also...", []string{"extends " + senior, "reference"}},
		{"I keep the promises in [Everyone](../Everyone.md).", []string{"extends ./everyone", "derived"}},
		{"I meet all expectations of a [Boat Builder](L2-Boat-Builder.md) and of course I sweep.", []string{"extends " + builder}},
		{"As well as encompassing the qualities outlined in [Leadership](../Leadership.md):", []string{leadership, "reference"}},
		{"Meets all the requirements of [L2](L2-Boat-Builder.md) and [L3](L3-Senior-Boat-Builder.md).", []string{"extends " + builder, "extends " + senior, "derived"}},
		{"A Lead Boat Builder encompasses all of the qualities listed in [Leadership](../Leadership.md).", []string{leadership, "derived"}},
		{"In addition to the expectations of [L3](L3-Senior-Boat-Builder.md), I answer for the yard.", []string{"extends " + senior}},
		{"I can do everything in [the rope walk](../Ropes/Roles.md#l2-rope-maker).", []string{"extends ropes/l2:-rope-maker", "derived"}},
		{"I do everything in [the rope walk](../Ropes/Roles.md#l2-rope-maker).", []string{"extends ropes/l2:-rope-maker", "derived"}},
		// Extensions by name.
		{"I encompass all of the qualities listed in Leadership", []string{leadership, "derived"}},
		{"I encompass all of the qualities listed in the L2 Boat Builder definition, and I build on them in the following ways.", []string{"extends " + builder, "derived"}},
		{"Same as Senior Boat Builder, but also...", []string{"extends " + senior, "reference"}},
		{"Same as Director, but also…", []string{"extends care/l3:-director,-care", "reference"}},
		{"The Lead Boat Builder role builds upon the foundation of the Boat Builder and Senior Boat Builder roles.", []string{"extends " + builder, "extends " + senior, "reference"}},
		{"This role builds on the previous level.", []string{"extends " + senior, "reference"}},
		{"Builds upon the foundation of the previous boat roles", []string{"extends boats/l1:-apprentice", "extends " + builder, "extends " + senior, "reference"}},
		{"Meets all previous level expectations", []string{"extends " + senior, "derived"}},
		{"All of the previous levels, plus:", []string{"extends boats/l1:-apprentice", "extends " + builder, "extends " + senior, "reference"}},
		{"Fulfils all requirements of Level 3.", []string{"extends " + senior, "derived"}},
		{"The Lead Boat Builder role extends the [Senior Boat Builder](L3-Senior-Boat-Builder.md) role.", []string{"extends " + senior, "reference"}},
		{"I review all of the plans before they are built.", nil},
		{"I learn from all previous failures.", nil},
		{"Everything from L3, plus I lead.", []string{"extends " + senior}},
		{"Same as Chief Boat Builder, but also...", []string{"extends ?", "reference"}},
		// Equivalences by link.
		{"I sew. (Equivalent to [L2 Sail Maker](../Sails/L2-Sail-Maker.md))", []string{"equal " + sailMaker}},
		{"I sew (equivalent to at least [L2 Sail Maker](../Sails/L2-Sail-Maker.md)).", []string{"at-least " + sailMaker}},
		{"I sew on par with a [Sail Maker](../Sails/L2-Sail-Maker.md).", []string{"equal " + sailMaker}},
		{"My sewing is comparable to [L2](../Sails/L2-Sail-Maker.md) or above.", []string{"at-least " + sailMaker}},
		{"My sewing is at the same level as [a sail maker](../Sails/L2-Sail-Maker.md).", []string{"equal " + sailMaker}},
		{"My sewing is one level below [L2 Sail Maker](../Sails/L2-Sail-Maker.md).", []string{"below " + sailMaker}},
		{"Equivalent to [L2 Sail Maker](../Sails/L2-Sail-Maker.md).", []string{"equal " + sailMaker, "derived"}},
		{"I sew. (Equivalent to at least [L2 Sail Maker](../Sails/L2-Gone.md))", []string{"at-least ?"}},
		// Equivalences by name.
		{"I sew (Equivalent to L2 Sail Maker).", []string{"equal " + sailMaker}},
		{"I sew, equivalent to Sail Maker or higher.", []string{"at-least " + sailMaker}},
		{"I sew (equivalent to L7 Sail Maker).", []string{"equal ?"}},
		{"I sew (one level below L3 Senior Sail Maker)", []string{"below sails/l3:-senior-sail-maker"}},
		// Prose that mentions a role and declares nothing.
		{"I work with the [sail makers](../Sails/L2-Sail-Maker.md) from the first sketch.", nil},
		{"I coach [boat builders](L2-Boat-Builder.md) on all of the expectations in [L3](L3-Senior-Boat-Builder.md).", nil},
		{"Shares and builds on that learning.", nil},
		{"I build on feedback.", nil},
		{"Builds on other teams' work to solve problems.", nil},
		{"May be working towards level 3 or equivalent.", nil},
		{"I hold a degree equivalent to a bachelor of arts.", nil},
		{"I hold a degree equivalent to [CIPD](https://cipd.example).", nil},
		{"In addition to understanding the domain, I know every buoy.", nil},
		{"I know everything about ropes.", nil},
		{"My work is not equivalent to [L2 Sail Maker](../Sails/L2-Sail-Maker.md).", nil},
		{"I build on the values in [our README](../README.md).", nil},
		{"In addition to our sail makers, I am well known to our rope makers.", nil},
		{"I treat everyone with the same respect as the owner.", nil},
		{"Successfully performed the role of a Boat Builder or equivalent role elsewhere", nil},
		{"I include everyone in all of our planning at Boats.", nil},
		{"I deliver all of the work in the L2 backlog.", nil},
	} {
		t.Run(c.text, func(t *testing.T) {
			t.Parallel()
			f, _, _ := resolved(t, fmt.Sprintf(edgesLadder, c.text))
			if diff := cmp.Diff(c.want, edgeStrings(f)); diff != "" {
				t.Errorf("edges (-want +got):\n%s", diff)
			}
		})
	}
}
