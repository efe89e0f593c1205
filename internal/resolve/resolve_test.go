package resolve

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/source"
)

const linkLadder = `
-- README.md --
# All
-- Boats/README.md --
# Boats
## How we row
-- Boats/L2-Mate.md --
# L2: Mate
## Craft
- I row.
-- Boats/L3 - Skipper.md --
# L3: Skipper
## Craft
- I steer.
-- Boats/photo.png --
-- Ropes/Roles.md --
# Ropes
## L2: Rope Maker
- I twist.
## L3: Senior Rope Maker
- I twist better.
-- Empty/chart.svg --
`

func TestTarget(t *testing.T) {
	t.Parallel()
	d := draftOf(t, linkLadder)
	d.Links = append(d.Links, model.SourceLink{Target: "https://code.example/crew/ladder/blob/main/Boats/L2-Mate.md"})
	l := NewLinker(d)
	const mate, skipper = "boats/l2:-mate", "boats/l3:-skipper"
	for _, c := range []struct {
		from, target, words string
		want                Target
	}{
		{"Boats/README.md", "L2-Mate.md", "", Target{Kind: ToRole, Path: "Boats/L2-Mate.md", Role: mate}},
		{"Boats/README.md", "./L2-Mate.md?plain=1", "", Target{Kind: ToRole, Path: "Boats/L2-Mate.md", Role: mate}},
		{"Boats/README.md", "L2-Mate", "", Target{Kind: ToRole, Path: "Boats/L2-Mate.md", Role: mate}},
		{"Boats/README.md", "L2-Mate.html", "", Target{Kind: ToRole, Path: "Boats/L2-Mate.md", Role: mate}},
		{"Boats/README.md", "L3%20-%20Skipper.md", "", Target{Kind: ToRole, Path: "Boats/L3 - Skipper.md", Role: skipper}},
		{"Boats/README.md", "<L3 - Skipper.md>", "", Target{Kind: ToRole, Path: "Boats/L3 - Skipper.md", Role: skipper}},
		{"Boats/README.md", "l2-mate.MD", "", Target{Kind: ToRole, Path: "Boats/L2-Mate.md", Role: mate, Folded: true}},
		{"Boats/README.md", "../README.md", "", Target{Kind: ToPage, Path: "README.md", Page: "README.md"}},
		{"Boats/L2-Mate.md", "#craft", "", Target{Kind: ToRole, Path: "Boats/L2-Mate.md", Role: mate, Fragment: "craft"}},
		{"README.md", "Boats/", "", Target{Kind: ToPage, Path: "Boats/README.md", Page: "Boats/README.md"}},
		{"README.md", "Boats", "", Target{Kind: ToPage, Path: "Boats/README.md", Page: "Boats/README.md"}},
		{"README.md", "Empty", "", Target{Kind: ToFolder, Path: "Empty"}},
		{"README.md", "/Boats/L2-Mate.md", "", Target{Kind: ToRole, Path: "Boats/L2-Mate.md", Role: mate}},
		{"README.md", "/pricing", "", Target{Kind: Outside}},
		{"README.md", "/Boats/Gone.md", "", Target{Kind: Dead, Path: "Boats/Gone.md", Rooted: true}},
		{"README.md", "Boats/photo.png", "", Target{Kind: ToFile, Path: "Boats/photo.png"}},
		{"README.md", "Boats/Gone.md#a", "", Target{Kind: Dead, Path: "Boats/Gone.md", Fragment: "a"}},
		{"README.md", "../Other/L2.md", "", Target{Kind: Dead, Path: "../Other/L2.md", Above: true}},
		{"README.md", "Ropes/Roles.md#l3-senior-rope-maker", "", Target{Kind: ToRole, Path: "Ropes/Roles.md", Role: "ropes/l3:-senior-rope-maker", Fragment: "l3-senior-rope-maker"}},
		{"README.md", "Ropes/Roles.md", "the L2 Rope Maker", Target{Kind: ToRole, Path: "Ropes/Roles.md", Role: "ropes/l2:-rope-maker"}},
		{"README.md", "Ropes/Roles.md", "our rope makers", Target{Kind: ToRole, Path: "Ropes/Roles.md", Role: "ropes/l2:-rope-maker"}},
		{"README.md", "Ropes/Roles.md", "this file", Target{Kind: ToFile, Path: "Ropes/Roles.md"}},
		{"README.md", "https://sea.example/L2-Mate.md", "", Target{Kind: Outside}},
		{"README.md", "mailto:crew@sea.example", "", Target{Kind: Outside}},
		{"README.md", "//sea.example/x.md", "", Target{Kind: Outside}},
		{"README.md", "https://code.example/crew/ladder/blob/main/Boats/L3%20-%20Skipper.md#craft", "", Target{Kind: ToRole, Path: "Boats/L3 - Skipper.md", Role: skipper, Fragment: "craft"}},
		{"README.md", "https://code.example/Crew/Ladder/tree/main/Boats", "", Target{Kind: ToPage, Path: "Boats/README.md", Page: "Boats/README.md"}},
		{"README.md", "https://code.example/crew/ladder/blob/main/Gone.md", "", Target{Kind: Dead, Path: "Gone.md"}},
		{"README.md", "https://code.example/crew/ladder/blob/0a1b2c3d/Gone.md", "", Target{Kind: Outside}},
		{"README.md", "https://code.example/crew/engine/blob/main/docs/Gone.md", "", Target{Kind: Outside}},
	} {
		if diff := cmp.Diff(c.want, l.Target(c.from, c.target, c.words)); diff != "" {
			t.Errorf("Target(%s, %s, %q) (-want +got):\n%s", c.from, c.target, c.words, diff)
		}
	}
}

func TestParseHosted(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		target string
		want   hosted
	}{
		{"https://github.example/a/b/blob/main/x/y.md#z", hosted{"github.example/a/b", "main", "x/y.md"}},
		{"https://github.example/A/B/tree/main", hosted{"github.example/a/b", "main", ""}},
		{"https://gitlab.example/a/b/c/-/blob/main/y.md", hosted{"gitlab.example/a/b/c", "main", "y.md"}},
		{"https://gitea.example/a/b/src/branch/main/y%20z.md", hosted{"gitea.example/a/b", "main", "y z.md"}},
		{"https://bitbucket.example/a/b/src/main/y.md", hosted{"bitbucket.example/a/b", "main", "y.md"}},
		{"https://github.example/a/b/issues/3", hosted{}},
		{"https://github.example/blob/main", hosted{}},
		{"ftp://github.example/a/b/blob/main/y.md", hosted{}},
	} {
		if got := parseDestination("x.md", c.target).hosted; got != c.want {
			t.Errorf("hosted of %s = %+v, want %+v", c.target, got, c.want)
		}
	}
}

func TestRepositoryIsInferredFromAgreement(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		links []string
		ask   string
		want  Kind
	}{
		{"a file of ours is named", []string{"https://h.example/o/r/blob/main/Boats/L2-Mate.md"}, "https://h.example/o/r/blob/main/Boats/L2-Mate.md", ToRole},
		{"a README proves nothing", []string{"https://h.example/o/r/blob/main/README.md"}, "https://h.example/o/r/blob/main/README.md", Outside},
		{"nothing agrees", []string{"https://h.example/o/r/blob/main/Cars.md"}, "https://h.example/o/r/blob/main/Cars.md", Outside},
		{"the tree is a folder of the repository", []string{"https://h.example/o/r/blob/main/docs/Boats/L2-Mate.md", "https://h.example/o/r/blob/main/docs/Ropes/Roles.md"}, "https://h.example/o/r/blob/main/docs/Boats/L2-Mate.md", ToRole},
		{"one file in a folder may be chance", []string{"https://h.example/o/r/blob/main/docs/Boats/L2-Mate.md"}, "https://h.example/o/r/blob/main/docs/Boats/L2-Mate.md", Outside},
		{"what lies beside the folder is outside", []string{"https://h.example/o/r/blob/main/docs/Boats/L2-Mate.md", "https://h.example/o/r/blob/main/docs/Ropes/Roles.md"}, "https://h.example/o/r/blob/main/src/x.go", Outside},
		{"two owners agree alike: neither is where the tree lives", []string{"https://h.example/o/r/blob/main/Boats/L2-Mate.md", "https://h.example/p/r/blob/main/Boats/L2-Mate.md"}, "https://h.example/o/r/blob/main/Gone.md", Outside},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := draftOf(t, linkLadder)
			for _, target := range c.links {
				d.Links = append(d.Links, model.SourceLink{Target: target, At: source.Span{Path: "README.md"}})
			}
			if got := NewLinker(d).Target("README.md", c.ask, "").Kind; got != c.want {
				t.Errorf("Target(%s).Kind = %d, want %d", c.ask, got, c.want)
			}
		})
	}
}

func TestDiagnostics(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, archive string
		want          []string
	}{
		{"a dead link in an index is one finding, also where its role was renamed", `
-- Boats/README.md --
# Boats
1. [L2 Mate](L2-Mate.md)
2. [L3 Skipper](L3-Captain.md)
3. [L4 Master](L4-Master.md)
-- Boats/L2-Mate.md --
# L2: Mate
- I row the boat.
-- Boats/L3-Skipper.md --
# L3: Skipper
- I steer.
-- Boats/L4-Master.md --
# L4: Master
- I know.
`, []string{`R0001 Boats/README.md "L3-Captain.md"`}},
		{"a role that its index forgets", `
-- Boats/README.md --
# Boats
1. [L2 Mate](L2-Mate.md)
2. [L3 Skipper](L3-Skipper.md)
-- Boats/L2-Mate.md --
# L2: Mate
- I row.
-- Boats/L3-Skipper.md --
# L3: Skipper
- I steer.
-- Boats/L4-Master.md --
# L4: Master
- I know.
`, []string{`R0020 Boats/README.md "L3-Skipper.md"`}},
		{"a role that its index names without a link is not missed", `
-- Boats/README.md --
# Boats
1. [L2 Mate](L2-Mate.md)
2. [L3 Skipper](L3-Skipper.md)
3. L4 Harbour Master, since last year
-- Boats/L2-Mate.md --
# L2: Mate
- I row.
-- Boats/L3-Skipper.md --
# L3: Skipper
- I steer.
-- Boats/L4-Harbour-Master.md --
# L4: Harbour Master
- I know.
`, nil},
		{"anchors: there, written by hand, near, and none", `
-- Boats/L2-Mate.md --
# L2: Mate
- I row as [we row](README.md#how-we-row).
- I bail as [we bail](README.md#bailing).
- I sail as [we sail](README.md#how-we-rov).
- I dive as [we dive](README.md#diving).
- I read [line 3](README.md#L3).
-- Boats/README.md --
# Boats
## How we row
<a id="bailing"></a> Bail.
`, []string{`R0002 Boats/L2-Mate.md "README.md#how-we-rov"`, `R0002 Boats/L2-Mate.md "README.md#diving"`}},
		{"capitals", `
-- Boats/L2-Mate.md --
# L2: Mate
- I row as [we row](readme.md).
-- Boats/README.md --
# Boats
`, []string{`R0003 Boats/L2-Mate.md "readme.md"`}},
		{"a circle is one finding", `
-- Boats/L2-Mate.md --
# L2: Mate
- I row.
- I encompass all of the qualities listed in [Skipper](L3-Skipper.md).
-- Boats/L3-Skipper.md --
# L3: Skipper
- I steer.
- I encompass all of the qualities listed in [Master](L4-Master.md).
-- Boats/L4-Master.md --
# L4: Master
- I know.
- I splice well (equivalent to [Mate](L2-Mate.md)).
`, []string{`R0013 Boats/L2-Mate.md "encompass all of the qualities listed in [Skipper"`}},
		{"two roles on a par are no circle", `
-- Boats/L2-Mate.md --
# L2: Mate
This role is on par with [Rower](../Oars/L2-Rower.md).
- I row.
-- Oars/L2-Rower.md --
# L2: Rower
This role is on par with [Mate](../Boats/L2-Mate.md).
- I row, too.
`, nil},
		{"levels: twice, skipped, another in the file's name, empty", `
-- Boats/L1-Hand.md --
# L1: Hand
- I coil.
-- Boats/L2-Mate.md --
# L2: Mate
- I row.
-- Boats/L2-Cook.md --
# L2: Cook
- I cook.
-- Boats/L5-Master.md --
# L4: Master
- I know.
-- Boats/L5-Owner.md --
# L5: Owner
`, []string{`R0021 Boats/L2-Cook.md "# L2: Cook"`, `R0022 Boats/L5-Master.md "# L4: Master"`, `R0023 Boats/L5-Master.md "# L4: Master"`, `R0024 Boats/L5-Owner.md "# L5: Owner"`}},
		{"an ambiguous name, an unknown one, a way out", `
-- Boats/L2-Mate.md --
# L2: Mate
- I row.
- I cook (equivalent to L3 Cook).
- I sing (equivalent to L9 Singer).
- I encompass all of the qualities listed in [Seamanship](https://h.example/o/r/blob/main/Seamanship.md).
-- Inns/L3-Cook.md --
# L3: Cook
- I cook.
-- Ships/L3-Cook.md --
# L3: Cook
- I cook.
`, []string{`R0011 Boats/L2-Mate.md "L3 Cook"`, `R0010 Boats/L2-Mate.md "L9 Singer"`, `R0010 Boats/L2-Mate.md "Seamanship"`}},
		{"an area that is missing in the middle", `
-- Boats/L1-Hand.md --
# L1: Hand
## Craft
- I coil.
## Heart
- I laugh.
-- Boats/L2-Mate.md --
# L2: Mate
## Craft
- I row.
-- Boats/L3-Master.md --
# L3: Master
## Craft
- I know.
## Heart
- I smile.
`, []string{`R0025 Boats/L2-Mate.md "# L2: Mate"`}},
		{"an area that is a heading alone, and one that holds examples", `
-- Boats/L1-Hand.md --
# L1: Hand
## Craft
- I coil.
## Heart
- I laugh.
-- Boats/L2-Mate.md --
# L2: Mate
## Craft
- I row.
## Heart
`, []string{`R0027 Boats/L2-Mate.md "## Heart"`}},
		{"an area that only the last of four levels lacks", `
-- Boats/L1-Hand.md --
# L1: Hand
## Craft
- I coil.
## Heart
- I laugh.
-- Boats/L2-Mate.md --
# L2: Mate
## Craft
- I row.
## Heart
- I hum.
-- Boats/L3-Master.md --
# L3: Master
## Craft
- I know.
## Heart
- I smile.
-- Boats/L4-Owner.md --
# L4: Owner
## Craft
- I pay.
`, []string{`R0025 Boats/L4-Owner.md "# L4: Owner"`}},
		{"files named for titles, shortened, for levels alone, and one for another role", `
-- Boats/L1-Jr-Deck-Hand.md --
# L1: Junior Deckhand
- I coil.
-- Boats/L2.md --
# L2: Mate
- I row.
-- Boats/senior_mate.md --
# L3: Senior Mate
- I steer.
-- Boats/L4-Skipper.md --
# L4: Skipper
- I know.
-- Boats/L5-Cook.md --
# L5: Harbour Master
- I count.
-- Boats/L6-Owner.md --
# L7: Banker
- I pay.
`, []string{`R0022 Boats/L6-Owner.md "# L7: Banker"`, `R0023 Boats/L6-Owner.md "# L7: Banker"`, `R0026 Boats/L5-Cook.md "# L5: Harbour Master"`}},
		{"files that are named for something else", `
-- Boats/red.md --
# L1: Hand
- I coil.
-- Boats/white.md --
# L2: Mate
- I row.
-- Boats/blue.md --
# L3: Skipper
- I steer.
`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, list, sources := resolved(t, c.archive)
			want, got := sorted(c.want), sorted(codes(list, sources))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
		})
	}
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// A file that is the whole tree keeps its edges, with their targets and
// without roles.
func TestOneFileIsEnough(t *testing.T) {
	t.Parallel()
	f, list, sources := resolved(t, `
-- L4-Boat-Builder.md --
# L4: Boat Builder
## Craft
- I sew. (Equivalent to at least [L3 Sail Maker](../Sails/L3-Sail-Maker.md))
- I encompass all of the qualities listed in [Leadership](https://h.example/o/r/blob/main/Leadership.md).
`)
	role := f.Roles[0]
	if len(role.Extends) != 1 || len(role.Equivalences) != 1 {
		t.Fatalf("edges = %+v, %+v; want one of each", role.Extends, role.Equivalences)
	}
	x, q := role.Extends[0], role.Equivalences[0]
	if x.Role != "" || x.Target != "https://h.example/o/r/blob/main/Leadership.md" {
		t.Errorf("extension = %+v, want the target and no role", x)
	}
	if q.Role != "" || q.Target != "../Sails/L3-Sail-Maker.md" || q.Comparison != model.AtLeast {
		t.Errorf("equivalence = %+v, want at least, the target and no role", q)
	}
	want := sorted([]string{`R0001 L4-Boat-Builder.md "../Sails/L3-Sail-Maker.md"`, `R0010 L4-Boat-Builder.md "Leadership"`})
	if diff := cmp.Diff(want, sorted(codes(list, sources))); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
	if got := sources.Text(q.At); !strings.HasPrefix(got, "Equivalent to at least") {
		t.Errorf("the equivalence stands at %q, want the declaring words", got)
	}
}

func TestFixes(t *testing.T) {
	t.Parallel()
	_, list, sources := resolved(t, `
-- Boats/README.md --
# Boats
[guide](../Inns/Guide-To-Rowing.md#start)
-- Guides/Guide-To-Rowing.md --
# Guide
- Row.
`)
	if len(list) != 1 || len(list[0].Fixes) != 1 {
		t.Fatalf("diagnostics = %+v, want one with a fix", list)
	}
	fix := list[0].Fixes[0]
	if fix.Safe != diag.Review || sources.Text(fix.Edits[0].Span) != "../Inns/Guide-To-Rowing.md#start" || fix.Edits[0].New != "../Guides/Guide-To-Rowing.md#start" {
		t.Errorf("fix = %+v", fix)
	}
}

func TestSpanOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ source, text, words, want string }{
		{"I **row** the [boat](x(y).md) home", "I row the boat home", "boat home", ""},
		{"I **row** the [boat](boat.md) home", "I row the boat home", "home", "home"},
		{"I **row** the [boat](boat.md) home", "I row the boat home", "row the", "row** the"},
		{"I row\n  the boat", "I row the boat", "row the", "row\n  the"},
		{"für Frühstück", "für Frühstück", "Früh", "Früh"},
		{"a &amp; b", "a & b", "b", "b"},
	} {
		set := source.NewSet(source.NewFile("x.md", []byte(c.source)))
		p := model.Prose{Text: c.text, At: source.Span{Path: "x.md", Start: 0, End: len(c.source)}}
		start := strings.Index(c.text, c.words)
		got := set.Text(spanOf(set, p, start, start+len(c.words)))
		if c.want != "" && got != c.want || !strings.Contains(c.source, got) {
			t.Errorf("spanOf(%q in %q) = %q, want %q", c.words, c.source, got, c.want)
		}
	}
}

func TestHeadingSlug(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"## How we work":           "how-we-work",
		"## D1 - Developer 1":      "d1---developer-1",
		"## 🦉 Domain expertise":    "-domain-expertise",
		"# L4: Lead (Cloud) ##":    "l4-lead-cloud",
		"## Ziele {#goals}":        "goals",
		"## [Vision](x.md) & more": "vision--more",
	} {
		if got := headingSlug(in); got != want {
			t.Errorf("headingSlug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestRelative(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ from, to, want string }{
		{"README.md", "a/b.md", "a/b.md"},
		{"a/README.md", "a/b.md", "b.md"},
		{"a/b/c.md", "a/d.md", "../d.md"},
		{"a/b/c.md", "x/L4 - Lead.md", "../../x/L4%20-%20Lead.md"},
	} {
		if got := relative(c.from, c.to); got != c.want {
			t.Errorf("relative(%s, %s) = %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

func FuzzTarget(f *testing.F) {
	d := draftOf(f, linkLadder)
	l := NewLinker(d)
	for _, s := range []string{"L2-Mate.md", "../..", "%", "%zz#", "https://h/o/r/blob/main/../../x", "<", "#", "?", "/", "Ropes/Roles.md#l2-rope-maker", "\x00", ":", "a:b", "//"} {
		f.Add("Boats/README.md", s, "L2 Rope Maker")
	}
	f.Fuzz(func(t *testing.T, from, target, words string) {
		got := l.Target(from, target, words)
		if got != l.Target(from, target, words) {
			t.Error("two answers to one question")
		}
		if got.Kind == ToRole && d.Framework.Role(got.Role) == nil || got.Kind == ToPage && d.Page(got.Page) == nil {
			t.Errorf("leads to %+v, which is not there", got)
		}
	})
}

func FuzzDeclarations(f *testing.F) {
	f.Add("I encompass all of the qualities listed in Leadership, and (equivalent to at least L3 Cook).")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("texts are UTF-8")
		}
		for _, d := range declarations(text) {
			if d.start < d.sentence[0] || d.start > d.ref || d.ref > len(text) {
				t.Errorf("declaration %+v does not fit %q", d, text)
			}
			for _, r := range references(model.Prose{Text: text}, d.ref) {
				if r.start > r.end || r.end > len(text) {
					t.Errorf("reference %+v does not fit %q", r, text)
				}
				comparisonOf(text, d, r.end)
			}
		}
	})
}
