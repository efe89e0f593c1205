package role_test

import (
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
	"rung/internal/pages/pagetest"
	"rung/internal/pages/role"
	"rung/internal/pages/shared"
)

const senior = model.RoleID("lamp-engineering/l3-senior-lamp-engineer")

func input(id model.RoleID) role.Input {
	f, sources := pagetest.Framework()
	r := f.Role(id)
	return role.Input{Frame: pagetest.Frame(f), Framework: f, Role: r, Sources: sources, Step: role.StepTo(f, r)}
}

func show(t *testing.T, in role.Input) *pagetest.Doc {
	t.Helper()
	return pagetest.Render(t, role.View(role.Build(in)))
}

func TestRole(t *testing.T) {
	t.Parallel()
	doc := show(t, input(senior))
	for selector, want := range map[string][]string{
		"h1":              {"L3 Senior Lamp Engineer"},
		".role-summary":   {"A whole light can be given to me: mechanism, fuel and the people of the watch. Others get better at their work near me."},
		".contents a":     {"Craft of light", "Passing it on", "The station"},
		".role-area h2":   {"🔧 Craft of light", "🌱 Passing it on", "🧭 The station"},
		".role-scope th":  {"Planning horizon", "Impact radius", "Evaluation"},
		".role-was":       {"changed from 1-2 months", "changed from My lamp and its watch (2-4)"},
		".role-step-name": {"L2 Lamp Engineer", "L4 Lead Lamp Engineer"},
		".crumbs a":       {"Map", "Lamp Engineering"},
		".role-switch li": {"Everything", "Only what is new against L2 Lamp Engineer 5 new, 2 reworded"},
		".taken summary":  {"↳ 3 statements from Leadership", "↳ 2 statements from Everyone"},
		".taken .tag":     nil,
		"h1 .badge":       nil,
		"footer code":     nil,
		".role-facts code": {
			"Engineering/Lamps/L3.md",
		},
	} {
		if diff := cmp.Diff(want, doc.Texts(selector)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", selector, diff)
		}
	}
}

func TestStatementsHaveLinksOfTheirOwn(t *testing.T) {
	t.Parallel()
	in := input(senior)
	doc := show(t, in)
	for _, s := range in.Role.Statements() {
		n := doc.One("li#" + string(s.ID))
		link := pagetest.Within(n, "a.statement-link")
		if len(link) == 0 {
			t.Fatalf("%s has no link of its own", s.ID)
		}
		if href, _ := pagetest.Attr(link[0], "href"); href != "#"+string(s.ID) {
			t.Errorf("%s links to %q", s.ID, href)
		}
	}
}

// What is taken over stands in place, marked with where it comes from, once:
// Everyone comes with Leadership and is only named the second time.
func TestTakenOver(t *testing.T) {
	t.Parallel()
	in := input(senior)
	doc := show(t, in)
	leadership := in.Framework.Role("foundation/leadership").Statements()[0]
	links := map[string]bool{}
	for _, n := range doc.All(".taken a.statement-link") {
		href, _ := pagetest.Attr(n, "href")
		links[href] = true
	}
	if want := "/roles/foundation/leadership#" + string(leadership.ID); !links[want] {
		t.Errorf("no statement that was taken over links to %s", want)
	}
	if got, want := doc.Texts(".statement-from"), []string{"↳ takes over Everyone, as above"}; !cmp.Equal(want, got) {
		t.Errorf("named again: %q, want %q", got, want)
	}
}

func TestExtensionCircleEnds(t *testing.T) {
	t.Parallel()
	in := input(senior)
	everyone := in.Framework.Role("foundation/everyone")
	everyone.Extends = append(everyone.Extends, model.Extension{Role: "foundation/leadership"}, model.Extension{Role: senior}, model.Extension{Role: "gone"})
	if n := len(show(t, in).All("details.taken")); n != 2 {
		t.Errorf("%d roles are taken over, want 2", n)
	}
}

func TestOnlyNew(t *testing.T) {
	t.Parallel()
	in := input(senior)
	in.Extent = role.OnlyNew
	doc := show(t, in)
	if diff := cmp.Diff([]string{"reworded", "new", "new", "reworded", "new", "new", "new"}, doc.Texts(".statements .tag")); diff != "" {
		t.Errorf("tags (-want +got):\n%s", diff)
	}
	if got := doc.Texts(".role-area del"); len(got) == 0 || got[0] != "[left out: from what the log says]" {
		t.Errorf("words that are gone: %q", got)
	}
	if diff := cmp.Diff([]string{"Planning horizon", "Impact radius"}, doc.Texts(".role-scope th")); diff != "" {
		t.Errorf("scope (-want +got):\n%s", diff)
	}
	if got := strings.Join(doc.Texts(".role-area .examples li"), "\n"); !strings.Contains(got, "I turn up for the watch before it begins.") {
		t.Errorf("what is no longer said: %q", got)
	}
	if got, _ := pagetest.Attr(doc.One(".role-switch a[aria-current]"), "href"); got != "/roles/lamp-engineering/l3-senior-lamp-engineer?only=new" {
		t.Errorf("the switch stands at %q", got)
	}
}

func TestLowestLevelHasNoSwitch(t *testing.T) {
	t.Parallel()
	in := input("lamp-engineering/l1-apprentice-lamp-engineer")
	doc := show(t, in)
	if n := len(doc.All(".role-switch")); n != 0 {
		t.Error("the lowest level offers what is new against the level below")
	}
	if diff := cmp.Diff([]string{"L2 Lamp Engineer"}, doc.Texts(".role-step-name")); diff != "" {
		t.Errorf("neighbours (-want +got):\n%s", diff)
	}
}

func TestEquivalence(t *testing.T) {
	t.Parallel()
	doc := show(t, input("keeper-support/l3-senior-keeper-supporter"))
	if got, want := doc.Texts(".statement-from"), []string{"≈ asks at least L2 Lamp Engineer"}; !cmp.Equal(want, got) {
		t.Errorf("equivalences %q, want %q", got, want)
	}
	other := show(t, input("lamp-engineering/l2-lamp-engineer"))
	if got, want := other.Texts(".role-facts dd .quiet"), []string{"asks at least this role", "asks at least this role"}; !cmp.Equal(want, got) {
		t.Errorf("the other side says %q, want %q", got, want)
	}
}

func TestStatusAndLanguage(t *testing.T) {
	t.Parallel()
	if got := show(t, input("signal-design/l5-principal-signal-designer")).Text(".role-head .badge-word"); got != "draft" {
		t.Errorf("a draft says %q", got)
	}
	if got := show(t, input("station-management/l5-harbour-master")).Text(".role-head .badge-word"); got != "no longer in force" {
		t.Errorf("a role of the past says %q", got)
	}
	french := show(t, input("signal-design/l3-signal-designer-fr"))
	french.One("article[lang=fr]")
	if got := french.Text(".role-head .quiet"); got != "A translation of L3 Signal Designer." {
		t.Errorf("a translation says %q", got)
	}
	if got := show(t, input("signal-design/l3-signal-designer")).Text("a.role-language[hreflang=fr]"); got != "français" {
		t.Errorf("the original offers %q", got)
	}
}

func TestExtra(t *testing.T) {
	t.Parallel()
	in := input(senior)
	in.Extra = func(s *model.Statement) shared.Extra {
		if s.ID != in.Role.Statements()[0].ID {
			return nil
		}
		return templ.Raw("<i>mine</i>")
	}
	doc := show(t, in)
	if got, want := doc.Texts(".statement-extra i"), []string{"mine"}; !cmp.Equal(want, got) {
		t.Errorf("extras %q, want %q", got, want)
	}
}

func TestPublishedRoleAsksForNothing(t *testing.T) {
	t.Parallel()
	in := input(senior)
	in.Frame.Links = shared.Links{Base: "../../", Ext: ".html"}
	for _, n := range show(t, in).All("a[href]") {
		href, _ := pagetest.Attr(n, "href")
		if strings.Contains(href, "?") || strings.HasPrefix(href, "/") {
			t.Errorf("a file links to %q", href)
		}
	}
}
