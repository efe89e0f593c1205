package example

import (
	"strings"
	"testing"
)

const (
	software2   = "Engineering/Software/L2-Software-Engineer.md"
	software3   = "Engineering/Software/L3-Senior-Software-Engineer.md"
	software4   = "Engineering/Software/L4-Lead-Software-Engineer.md"
	dutyRole    = "Engineering/Platform/L3-Duty-Engineer.md"
	platform3   = "Engineering/Platform/L3-Senior-Platform-Engineer.md"
	seniorBoth  = "Design/L3-Senior-Designer.md"
	seniorDraws = "Design/L3-Senior-Product-Designer.md"
	seniorAsks  = "Design/L3-User-Researcher.md"
	aboard      = "I have been aboard a ferry that runs on our software this year, and I talked to the crew."
)

// TestChangesOfWords finds each kind of change to a statement in the revision
// that says it makes it.
func TestChangesOfWords(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, subject, file, gone, come string }{
		{"typo", "Mend a typo", software2, "I ask for a reveiw before", "I ask for a review before"},
		{"clarification", "Mend a typo", software2, "I can do without a feature", "I ask what the operator is trying to do"},
		{"lowered bar", "Lower one bar", software2, "I can carry the watch by myself for a week.", "I can carry the watch for a week, with somebody more experienced to ring."},
		{"raised bar", "Lower one bar", software3, "I lead a piece of work with two or three others in it, so", "I lead a piece of work with two or three others in it, from the first sketch"},
		{"split, first half", "Split code from tests", software3, "I write code that my teammates can change without me, and tests", "I write code that my teammates can change without me."},
		{"split, second half", "Split code from tests", software3, "I write code that my teammates can change without me, and tests", "I write tests that fail for one reason at a time, and say which."},
		{"merged, first", "Merge two statements", software4, "I keep a written list of the risks in front of us, and anybody", "I keep a written list of the risks in front of us, and each week"},
		{"merged, second", "Merge two statements", software4, "I tell the team each week", "I keep a written list of the risks in front of us, and each week"},
		{"reworded after the first round", "Merge two statements", software3, "I give feedback that is specific, soon, and said to the person.", "I give feedback that is specific, soon, and said to the person, and"},
		{"reworded after the last round", "Clarify two", software3, "I find the cause of a fault that others have stopped looking for.", "I find the cause of a fault that others have stopped looking for, and"},
		{"retired", "Split code from tests", software2, aboard, ""},
		{"revived", "Bring the boat trip", software2, "", aboard},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			before, after := bySubject(t, test.subject)
			if test.gone != "" && (countPrefix(before, test.file, test.gone) != 1 || countPrefix(after, test.file, test.gone) != 0) {
				t.Errorf("%q does not go", test.gone)
			}
			if test.come != "" && (countPrefix(before, test.file, test.come) != 0 || countPrefix(after, test.file, test.come) != 1) {
				t.Errorf("%q does not come", test.come)
			}
		})
	}
}

func TestStatementMovesBetweenAreas(t *testing.T) {
	t.Parallel()
	const text = "I protect passengers' details as if they were my mother's."
	before, after := bySubject(t, "Move passengers' details")
	if got := statementAreas(before, software3)[text]; !strings.HasSuffix(got, " The people on the pier") {
		t.Errorf("before: area %q", got)
	}
	if got := statementAreas(after, software3)[text]; !strings.HasSuffix(got, " Craft") {
		t.Errorf("after: area %q", got)
	}
}

func TestFolderMoves(t *testing.T) {
	t.Parallel()
	before, after := bySubject(t, "Move Operations under Engineering")
	moved := 0
	for name := range before.Files {
		rest, inside := strings.CutPrefix(name, "Operations/")
		if !inside {
			continue
		}
		moved++
		if _, kept := after.Files[name]; kept {
			t.Errorf("%s is still there", name)
		}
		if _, came := after.Files["Engineering/Platform/"+rest]; !came {
			t.Errorf("%s did not arrive", rest)
		}
	}
	if moved != 4 {
		t.Errorf("got %d moved files, want 4", moved)
	}
}

func TestDeadLinkIsMended(t *testing.T) {
	t.Parallel()
	before, after := bySubject(t, "Mend the link from Care")
	const file, dead = "Customer-Care/L3-Senior-Customer-Care-Specialist.md", "../Operations/"
	if !strings.Contains(string(before.Files[file]), dead) || strings.Contains(string(after.Files[file]), dead) {
		t.Errorf("%s does not lose its dead link", file)
	}
}

func TestEmojiOfOneAreaChanges(t *testing.T) {
	t.Parallel()
	before, after := bySubject(t, "Passing it on is not shouting")
	for _, name := range rolesOf(before) {
		was, is := string(before.Files[name]), string(after.Files[name])
		if is != strings.Replace(was, "## 📣 Passing it on", "## 🪢 Passing it on", 1) || is == was {
			t.Errorf("%s: changed otherwise than by its emoji", name)
		}
	}
}

func TestRoleSplitsInTwo(t *testing.T) {
	t.Parallel()
	before, after := bySubject(t, "Split the senior designer")
	if !has(before, seniorBoth) || has(before, seniorDraws) || has(before, seniorAsks) {
		t.Fatal("before: want one senior designer and no heirs")
	}
	if has(after, seniorBoth) || !has(after, seniorDraws) || !has(after, seniorAsks) {
		t.Fatal("after: want two heirs and no senior designer")
	}
	old := statementAreas(before, seniorBoth)
	for _, heir := range []string{seniorDraws, seniorAsks} {
		if n := shared(old, statementAreas(after, heir)); n < 6 {
			t.Errorf("%s inherits %d statements, want 6 or more", heir, n)
		}
	}
}

func TestRoleIsReplaced(t *testing.T) {
	t.Parallel()
	before, after := bySubject(t, "Replace the duty engineer")
	if !has(before, dutyRole) || has(before, platform3) || has(after, dutyRole) || !has(after, platform3) {
		t.Fatal("want the duty engineer before, and the senior platform engineer after")
	}
	if n := shared(statementAreas(before, dutyRole), statementAreas(after, platform3)); n < 6 {
		t.Errorf("the new role inherits %d statements, want 6 or more", n)
	}
}

func TestTracksGrow(t *testing.T) {
	t.Parallel()
	revisions := mustRevisions(t)
	if n := len(rolesOf(revisions[0])); n != 3 {
		t.Errorf("the first draft has %d roles, want 3", n)
	}
	if n := len(rolesOf(revisions[len(revisions)-1])); n < 18 {
		t.Errorf("the tip has %d roles, want 18 or more", n)
	}
}

func has(revision Revision, name string) bool {
	_, ok := revision.Files[name]
	return ok
}

func countPrefix(revision Revision, name, prefix string) int {
	n := 0
	for text := range statementAreas(revision, name) {
		if strings.HasPrefix(text, prefix) {
			n++
		}
	}
	return n
}

func shared(a, b map[string]string) int {
	n := 0
	for text := range a {
		if _, both := b[text]; both {
			n++
		}
	}
	return n
}
