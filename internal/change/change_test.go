package change_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/change"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/source"
)

// ladder reads a small framework, one line each: "track", "  = L1 role", "  #
// area", "  - statement", "    . example", "  @ scope: value", "  < role that
// is taken over", "  > summary", "  ~ statement that only compares", "! what
// holds for all", with areas and statements under it.
func ladder(text string) *model.Framework {
	f := &model.Framework{}
	var role *model.Role
	n := 0
	for line := range strings.Lines(text) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch kind {
		case "":
		case "=":
			label, title, _ := strings.Cut(rest, " ")
			t := f.Tracks[len(f.Tracks)-1]
			id := model.RoleID(string(t.ID) + "/" + slug(title))
			role = &model.Role{ID: id, Track: t.ID, Title: title, Level: &model.Level{Label: label}, Status: model.Active, At: source.Span{Path: string(t.ID) + "/" + label + ".md"}}
			f.Roles = append(f.Roles, role)
		case "!":
			role = &model.Role{ID: model.RoleID("foundation/" + slug(rest)), Title: rest, Foundation: true, Status: model.Active, At: source.Span{Path: rest + ".md"}}
			f.Roles = append(f.Roles, role)
		case ">":
			role.Summary = model.Prose{Text: rest}
		case "@":
			name, value, _ := strings.Cut(rest, ": ")
			role.Scope = append(role.Scope, model.Scope{Name: name, Value: model.Prose{Text: value}})
		case "<":
			role.Extends = append(role.Extends, model.Extension{Role: model.RoleID(rest), Target: rest})
		case "#":
			role.Areas = append(role.Areas, &model.Area{ID: model.AreaID(slug(rest)), Title: rest})
		case "-", "~":
			a := role.Areas[len(role.Areas)-1]
			n++
			a.Statements = append(a.Statements, &model.Statement{ID: model.StatementID(fmt.Sprint("p", n)), Prose: model.Prose{Text: rest}, Derived: kind == "~"})
		case ".":
			a := role.Areas[len(role.Areas)-1]
			s := a.Statements[len(a.Statements)-1]
			s.Examples = append(s.Examples, &model.Example{Prose: model.Prose{Text: rest}})
		default:
			title := strings.TrimSpace(line)
			f.Tracks = append(f.Tracks, &model.Track{ID: model.TrackID(slug(title)), Title: title})
		}
	}
	return f
}

func slug(s string) string { return strings.ToLower(strings.ReplaceAll(s, " ", "-")) }

// sides links revisions and returns the first beside the last.
func sides(texts ...string) change.Sides {
	h := lineage.NewHistory(lineage.Config{})
	list := make([]*model.Framework, len(texts))
	for i, text := range texts {
		list[i] = ladder(text)
		h.Step(list[i])
	}
	return change.Sides{Before: list[0], Now: list[len(list)-1], From: 0, To: len(list) - 1, Lives: h.Lives()}
}

const boats = `
Boats
 = L1 Deckhand
 # Craft
 - I tie the ferry up in any weather.
 - I keep the deck log every day.
 - I grease the winches before the season begins.
 = L2 Mate
 @ Horizon: 1-3 months
 # Craft
 - I take the helm on quiet crossings.
 - I plan the watches of one crew.
 # People
 - I teach newcomers their knots.
`

func report(t *testing.T, texts ...string) string {
	t.Helper()
	s := sides(texts...)
	var b strings.Builder
	if err := change.Print(&b, change.NewReport(change.Revision{ID: "a"}, change.Revision{ID: "b"}, "", s)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNothingChanged(t *testing.T) {
	t.Parallel()
	want := "the a to the b: no statement changed; 6 kept\n\nVersion step: none\n"
	if diff := cmp.Diff(want, report(t, boats, boats)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReport(t *testing.T) {
	t.Parallel()
	now := strings.NewReplacer(
		"I keep the deck log every day.", "I keep the deck log each day.",
		" - I grease the winches before the season begins.\n", "",
		"1-3 months", "6-12 months",
		"# People\n", "# People\n - I settle quarrels on board before they reach the bridge.\n",
		" - I take the helm on quiet crossings.\n", "",
		"I teach newcomers their knots.", "I teach newcomers their knots.\n . I showed Ida the bowline.",
	).Replace(boats)
	now = strings.Replace(now, " # People\n", " # People\n - I take the helm on quiet crossings.\n", 1)
	got := report(t, boats, now)
	for _, want := range []string{
		"1 added, 1 reworded, 1 moved, 1 retired; 3 kept",
		"~ I keep the deck log [-every-]{+each+} day.",
		"- I grease the winches before the season begins.",
		"> I take the helm on quiet crossings.  (from L2 Mate · Craft)",
		"+ I settle quarrels on board before they reach the bridge.",
		"· new example: I showed Ida the bowline.",
		"· Horizon is 6-12 months and was 1-3 months",
		"Version step: major",
		"L2 Mate asks something new: I settle quarrels on board before they reach the bridge.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestRoles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, from, to string
		want           []string
	}{
		{"renamed", "L2 Mate", "L2 Chief Mate", []string{"L2 Mate is now called L2 Chief Mate (3 statements go on)"}},
		{"levelled", "= L2 Mate", "= L3 Mate", []string{"L3 Mate moves from level L2 to L3"}},
		{"retired", boats[strings.Index(boats, " = L2"):], "", []string{"L2 Mate is retired"}},
		{"new", "\nBoats\n", "\nBoats\n = L0 Trainee\n # Craft\n - I watch and ask.\n", []string{"L0 Trainee is new"}},
		{"replaced", boats[strings.Index(boats, " = L2"):], ` = L2 Pilot
 # Craft
 - I bring foreign ships through the narrows at night.
 - I know the tide tables of the whole coast by heart.
 - I answer for the ship while I am on her bridge.
`, []string{"L2 Mate is replaced by L2 Pilot (0 statements go on)"}},
		{"track renamed", "\nBoats\n", "\nFerries\n", []string{"the track Boats is now called Ferries"}},
	} {
		got := report(t, boats, strings.Replace(boats, c.from, c.to, 1))
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", c.name, want, got)
			}
		}
	}
}

func TestStepOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, from, to string
		want           change.Step
	}{
		{"same", "x", "x", change.None},
		{"typo", "quiet crossings.", "quiet crossings", change.Patch},
		{"removed", " - I plan the watches of one crew.\n", "", change.Minor},
		{"new role", "\nBoats\n", "\nBoats\n = L0 Trainee\n # Craft\n - I watch and ask.\n", change.Minor},
		{"example", "their knots.", "their knots.\n . I showed Ida the bowline.", change.Minor},
		{"renamed role", "L2 Mate", "L2 Chief Mate", change.Minor},
		{"added", " # People\n", " # People\n - I settle quarrels on board.\n", change.Major},
		{"other words", "I plan the watches of one crew.", "I plan the watches and the budget of one crew.", change.Major},
		{"takes over", " = L2 Mate\n", " = L2 Mate\n < boats/deckhand\n", change.Major},
		{"scope said", " @ Horizon: 1-3 months\n", " @ Horizon: 1-3 months\n @ Reach: the whole fleet\n", change.Major},
		{"scope no more said", " @ Horizon: 1-3 months\n", "", change.Minor},
		{"introduced", " = L2 Mate\n", " = L2 Mate\n > Second on board.\n", change.Minor},
		{"compared", " # People\n", " # People\n ~ Equivalent to at least L1 Deckhand.\n", change.Major},
		{"held for all", "\nBoats\n", "\nBoats\n ! Everyone\n # Care\n - I am kind to whoever boards.\n", change.Major},
		{"demoted", " - I grease the winches before the season begins.\n", " - I grease the winches before the season begins.\n - I teach newcomers their knots.\n", change.Major},
	} {
		to := strings.Replace(boats, c.from, c.to, 1)
		if c.name == "demoted" {
			to = strings.Replace(to, " # People\n - I teach newcomers their knots.\n", "", 1)
		}
		if got := change.StepOf(sides(boats, to)); got.Step != c.want || c.want > change.None && len(got.Decisive()) == 0 {
			t.Errorf("%s: got %s with %d reasons, want %s: %v", c.name, got.Step, len(got.Decisive()), c.want, got.Reasons)
		}
	}
}

// What L2 takes over from L1 was asked of it before: to say it again is new
// for nobody.
func TestWhatIsTakenOverIsAsked(t *testing.T) {
	t.Parallel()
	over := strings.Replace(boats, " = L2 Mate\n", " = L2 Mate\n < boats/deckhand\n", 1)
	less := strings.Replace(over, " - I keep the deck log every day.\n", "", 1)
	if got := change.StepOf(sides(over, less)); got.Step != change.Minor {
		t.Errorf("got %s: %v", got.Step, got.Reasons)
	}
	more := strings.Replace(over, " - I keep the deck log every day.\n", " - I keep the deck log every day.\n - I sound the bilges at each landing.\n", 1)
	got := change.StepOf(sides(over, more))
	if len(got.Decisive()) != 2 || got.Step != change.Major {
		t.Errorf("what is new for L1 is new for L2: got %s, %v", got.Step, got.Decisive())
	}
}

// Every statement of either side is told of once, or kept.
func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	versions := []string{boats,
		strings.Replace(boats, "I keep the deck log every day.", "I keep the deck log and read it out.", 1),
		strings.Replace(boats, " - I plan the watches of one crew.\n", "", 1),
		strings.Replace(boats, "L2 Mate", "L2 Pilot", 1),
		"\nBoats\n = L1 Deckhand\n # Craft\n - I am new.\n",
	}
	for i, a := range versions {
		for j, b := range versions {
			s := sides(a, b)
			c := change.Between(s)
			told, before := c.Kept, c.Kept
			for _, st := range c.Statements {
				if st.Now != nil {
					told++
				}
				if st.Before != nil {
					before++
				}
			}
			if told != len(s.Now.Places()) || before != len(s.Before.Places()) {
				t.Errorf("%d to %d: %d and %d statements told of, want %d and %d", i, j, before, told, len(s.Before.Places()), len(s.Now.Places()))
			}
		}
	}
}

// A part that was split off and says a bit more asks something new.
func TestAPartMayAskMore(t *testing.T) {
	t.Parallel()
	whole := "\nBoats\n = L2 Mate\n # Craft\n - I plan the watches of one crew and I keep the deck log in a clear hand.\n - I sound the bilges at each landing.\n"
	parts := "\nBoats\n = L2 Mate\n # Craft\n - I plan the watches of one crew.\n - I keep the deck log in a clear hand and read it out.\n - I sound the bilges at each landing.\n"
	if got := change.StepOf(sides(whole, parts)); got.Step != change.Major {
		t.Errorf("got %s: %v", got.Step, got.Reasons)
	}
}

// Who held a role that went into another is asked what that one asks.
func TestARoleThatGoesOnInAnother(t *testing.T) {
	t.Parallel()
	two := "\nBoats\n = L1 Deckhand\n # Craft\n - I tie the ferry up in any weather.\n - I keep the deck log every day.\n = L1 Porter\n # Craft\n - I stow the luggage of every guest.\n - I count the guests at each landing.\n"
	one := "\nBoats\n = L1 Deckhand\n # Craft\n - I tie the ferry up in any weather.\n - I keep the deck log every day.\n - I stow the luggage of every guest.\n - I count the guests at each landing.\n"
	var roles []string
	for _, r := range change.StepOf(sides(two, one)).Decisive() {
		roles = append(roles, string(r.Statement))
	}
	if got := change.StepOf(sides(two, one)); got.Step != change.Major || len(roles) != 4 {
		t.Errorf("got %s with %d reasons, want two new statements for each of the two: %v", got.Step, len(roles), got.Reasons)
	}
}

// What holds for everyone goes on holding for everyone when a role names it.
func TestHeldForAll(t *testing.T) {
	t.Parallel()
	base := "\nBoats\n ! Everyone\n # Care\n - I am kind to whoever boards.\n = L1 Deckhand\n # Craft\n - I tie the ferry up.\n = L2 Mate\n # Craft\n - I take the helm.\n"
	named := strings.Replace(base, " = L2 Mate\n", " = L2 Mate\n < foundation/everyone\n", 1)
	more := strings.Replace(named, " - I am kind to whoever boards.\n", " - I am kind to whoever boards.\n - I am on time.\n", 1)
	if got := change.StepOf(sides(base, named)); got.Step != change.None {
		t.Errorf("naming what holds for all is %s: %v", got.Step, got.Reasons)
	}
	if got := change.StepOf(sides(base, more)); len(got.Decisive()) != 2 || got.Step != change.Major {
		t.Errorf("what is new for all is new for both roles: got %s, %v", got.Step, got.Reasons)
	}
}
