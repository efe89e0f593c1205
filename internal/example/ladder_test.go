package example

import (
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLadderSpan(t *testing.T) {
	t.Parallel()
	revisions := mustRevisions(t)
	if n := len(revisions); n < 14 {
		t.Errorf("got %d revisions, want 14 or more", n)
	}
	if span := revisions[0].Day - revisions[len(revisions)-1].Day; span < 500 {
		t.Errorf("the history spans %d days, want some 18 months", span)
	}
	for _, revision := range revisions {
		if !strings.HasSuffix(revision.Email, "@tholepin.example") {
			t.Errorf("%s: address %s is not of the company", revision.subject(), revision.Email)
		}
		if n := len(revision.subject()); n > 72 {
			t.Errorf("%s: subject of %d characters, want 72 at most", revision.subject(), n)
		}
	}
}

func TestLadderTip(t *testing.T) {
	t.Parallel()
	revisions := mustRevisions(t)
	tip := revisions[len(revisions)-1]
	tracks := map[string][]string{}
	for _, name := range rolesOf(tip) {
		folder := path.Dir(name)
		tracks[folder] = append(tracks[folder], levelOf(name))
	}
	want := map[string][]string{
		"Engineering/Software": {"L1", "L2", "L3", "L4", "L5", "L6"},
		"Engineering/Platform": {"L2", "L3", "L4", "L5"},
		"Design":               {"L2", "L3", "L3", "L4"},
		"Customer-Care":        {"L1", "L2", "L3"},
		"Management":           {"L4", "L5", "L6"},
	}
	if diff := cmp.Diff(want, tracks); diff != "" {
		t.Errorf("tracks (-want +got):\n%s", diff)
	}
	for _, name := range []string{"README.md", "Reviews.md", "Everyone.md", "Leadership.md"} {
		if len(tip.Files[name]) == 0 {
			t.Errorf("no %s at the tip", name)
		}
	}
}

// TestRolePages holds every role page, at every revision, against the form
// that the ladder promises its readers.
func TestRolePages(t *testing.T) {
	t.Parallel()
	for _, revision := range mustRevisions(t) {
		for _, name := range rolesOf(revision) {
			text := string(revision.Files[name])
			for _, want := range []string{
				"# " + levelOf(name) + ": ", "\n> _I ", "\n- **Planning horizon**: ", "\n- **Impact radius**: ",
				"\n- **Evaluation**: ", "\n- **Responsibility and direction needed**: ",
			} {
				if !strings.Contains(text, want) {
					t.Errorf("%s: %s: no %q", revision.subject(), name, want)
				}
			}
			checkAreas(t, revision, name)
		}
	}
}

func checkAreas(t *testing.T, revision Revision, name string) {
	t.Helper()
	var areas []string
	sizes, seen, extends := map[string]int{}, map[string]bool{}, ""
	for _, found := range statementsIn(revision.Files[name]) {
		_, area, _ := strings.Cut(found.area, " ")
		if sizes[area]++; sizes[area] == 1 {
			areas = append(areas, area)
		}
		if !strings.HasPrefix(found.text, "I ") || seen[found.text] {
			t.Errorf("%s: %s:%d: not a statement of its own in the first person: %s", revision.subject(), name, found.line, found.text)
		}
		seen[found.text] = true
		if found.extends() {
			extends = found.plain()
		}
	}
	if diff := cmp.Diff([]string{"Craft", "Passing it on", "Pulling together", "The people on the pier"}, areas); diff != "" {
		t.Errorf("%s: %s: areas (-want +got):\n%s", revision.subject(), name, diff)
	}
	for area, n := range sizes {
		if n < 4 || n > 8 {
			t.Errorf("%s: %s: %s has %d statements, want 4 to 8", revision.subject(), name, area, n)
		}
	}
	want := "I keep the promises in Everyone."
	if levelOf(name) >= "L4" {
		want = "I live up to everything in Leadership."
	}
	if extends != want {
		t.Errorf("%s: %s: extends by %q, want %q", revision.subject(), name, extends, want)
	}
}

// TestStatementsDiffer makes sure that no two roles of the tip share a
// statement but the two that were one role and the one that replaced another.
func TestStatementsDiffer(t *testing.T) {
	t.Parallel()
	revisions := mustRevisions(t)
	tip := revisions[len(revisions)-1]
	owner, total := map[string]string{}, 0
	for _, name := range rolesOf(tip) {
		for _, found := range statementsIn(tip.Files[name]) {
			if found.extends() {
				continue
			}
			total++
			if other, taken := owner[found.text]; taken {
				t.Errorf("%s and %s share %q", other, name, found.text)
			}
			owner[found.text] = name
		}
	}
	if total < 300 {
		t.Errorf("got %d statements, want 300 or more", total)
	}
}

func TestFoundationsAreHeadings(t *testing.T) {
	t.Parallel()
	revisions := mustRevisions(t)
	tip := revisions[len(revisions)-1]
	for _, name := range []string{"Everyone.md", "Leadership.md"} {
		found := statementsIn(tip.Files[name])
		if len(found) != 7 {
			t.Errorf("%s: got %d statements, want 7", name, len(found))
		}
		if n := strings.Count(string(tip.Files[name]), "\n## "); n != len(found) {
			t.Errorf("%s: %d headings but %d statements", name, n, len(found))
		}
	}
}

func TestTrackPagesLinkRolesInOrder(t *testing.T) {
	t.Parallel()
	for _, revision := range mustRevisions(t) {
		listed := map[string][]string{}
		for name, data := range revision.Files {
			if path.Base(name) != "README.md" || name == "README.md" {
				continue
			}
			for _, link := range linkForm.FindAllStringSubmatch(string(data), -1) {
				target := resolveLink(name, link[2])
				listed[path.Dir(target)] = append(listed[path.Dir(target)], target)
			}
		}
		for _, name := range rolesOf(revision) {
			if !slices.Contains(listed[path.Dir(name)], name) {
				t.Errorf("%s: %s is not linked from its track's page", revision.subject(), name)
			}
		}
		for folder, targets := range listed {
			if !slices.IsSortedFunc(targets, func(a, b string) int { return strings.Compare(levelOf(a), levelOf(b)) }) {
				t.Errorf("%s: %s lists its roles out of order", revision.subject(), folder)
			}
		}
	}
}

// TestLinks finds exactly one dead link in the whole history, which lasts
// exactly one revision.
func TestLinks(t *testing.T) {
	t.Parallel()
	var dead []string
	for _, revision := range mustRevisions(t) {
		for name, data := range revision.Files {
			for _, link := range linkForm.FindAllStringSubmatch(string(data), -1) {
				if _, ok := revision.Files[resolveLink(name, link[2])]; !ok {
					dead = append(dead, revision.subject()+": "+name+": "+link[2])
				}
			}
		}
	}
	want := []string{"Move Operations under Engineering and call it Platform: Customer-Care/L3-Senior-Customer-Care-Specialist.md: ../Operations/L2-Platform-Engineer.md"}
	if diff := cmp.Diff(want, dead); diff != "" {
		t.Errorf("dead links (-want +got):\n%s", diff)
	}
}

func TestEquivalences(t *testing.T) {
	t.Parallel()
	revisions := mustRevisions(t)
	tip, n := revisions[len(revisions)-1], 0
	for _, name := range rolesOf(tip) {
		for _, found := range statementsIn(tip.Files[name]) {
			if strings.Contains(found.text, "(Equivalent to at least [L") {
				n++
			}
		}
	}
	if n < 4 {
		t.Errorf("got %d equivalences, want 4 or more", n)
	}
}
