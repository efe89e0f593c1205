package example

import (
	"slices"
	"testing"
)

func TestCounts(t *testing.T) {
	t.Parallel()
	company := mustCompany(t)
	advice, aimed, statements := 0, 0, 0
	for _, piece := range company.Feedback {
		if piece.Kind == "advice" {
			advice++
		}
		if piece.About != nil {
			statements++
		}
	}
	for _, person := range company.People {
		if person.Aim != nil {
			aimed++
		}
	}
	tests := []struct {
		name            string
		got, least, top int
	}{
		{"people", len(company.People), 30, 34},
		{"teams", len(company.Teams), 6, 7},
		{"people with an aim", aimed, 15, 22},
		{"evidence", len(company.Evidence), 220, 400},
		{"feedback", len(company.Feedback), 40, 80},
		{"advice", advice, 10, 30},
		{"feedback on statements", statements, 30, 80},
		{"plans", len(company.Plans), 10, 15},
	}
	for _, test := range tests {
		if test.got < test.least || test.got > test.top {
			t.Errorf("%s: got %d, want %d to %d", test.name, test.got, test.least, test.top)
		}
	}
}

func TestEverybodyHasAYear(t *testing.T) {
	t.Parallel()
	company := mustCompany(t)
	counts := map[string]int{}
	for _, item := range company.Evidence {
		counts[item.Person]++
	}
	for _, person := range company.People {
		if n := counts[person.Key]; n < 4 || n > 20 {
			t.Errorf("%s has %d pieces of evidence, want 4 to 20", person.Key, n)
		}
	}
	for _, star := range []string{"yusra", "callum", "bronagh", "teodor"} {
		if counts[star] < 14 {
			t.Errorf("%s is a star and has %d pieces of evidence, want 14 or more", star, counts[star])
		}
	}
}

func TestManagersStandThreeDeep(t *testing.T) {
	t.Parallel()
	company := mustCompany(t)
	check, deepest := &checker{company: company}, 0
	for _, person := range company.People {
		steps, _ := check.depth(person)
		deepest = max(deepest, steps)
	}
	if deepest != 3 {
		t.Errorf("got %d managers above the newest, want 3", deepest)
	}
	for key, manager := range map[string]string{"yusra": "callum", "callum": "bronagh", "bronagh": "ishbel"} {
		if person, _ := company.Person(key); person.Manager != manager {
			t.Errorf("%s reports to %q, want %q", key, person.Manager, manager)
		}
	}
}

func TestCareersMoved(t *testing.T) {
	t.Parallel()
	company := mustCompany(t)
	promoted, crossed := 0, 0
	for _, person := range company.People {
		for i := 1; i < len(person.Roles); i++ {
			before, after := person.Roles[i-1], person.Roles[i]
			if after.Since > yearDays {
				continue
			}
			if levelOf(before.RolePath) < levelOf(after.RolePath) {
				promoted++
			} else {
				crossed++
			}
		}
	}
	if promoted < 3 || crossed < 3 {
		t.Errorf("got %d promotions and %d other moves in the year, want 3 of each", promoted, crossed)
	}
	if person, _ := company.Person("magnus"); person.Roles[0].RolePath != dutyRole || person.Roles[0].Until != 0 {
		t.Error("nobody holds the role that was replaced")
	}
	for key, heir := range map[string]string{"teodor": seniorDraws, "imogen": seniorAsks} {
		person, _ := company.Person(key)
		if person.Roles[0].RolePath != seniorBoth || person.Roles[1].RolePath != heir {
			t.Errorf("%s did not go from the role that was split to %s", key, heir)
		}
	}
}

// rating returns the value that a rater gave in a round, or nothing.
func rating(company *Company, person, rater, round, prefix string) string {
	for _, assessment := range company.Assessments {
		if assessment.Person != person || assessment.Rater != rater || assessment.Round != round {
			continue
		}
		for _, given := range assessment.Ratings {
			if given.Statement.Prefix == prefix {
				return given.Value
			}
		}
	}
	return ""
}

func TestRatersDisagree(t *testing.T) {
	t.Parallel()
	company := mustCompany(t)
	tests := []struct{ person, manager, round, prefix, self, want string }{
		{"yusra", "callum", "mid-year", "I choose who", "exceeding", "maturing"},
		{"yusra", "callum", "mid-year", "I speak with", "maturing", "exceeding"},
		{"ewan", "priyanka", "mid-year", "I give my estimates", "exceeding", "improvement-needed"},
		{"meiling", "priyanka", "mid-year", "I lead a piece", "maturing", "exceeding"},
		{"dilnoza", "rasmus", "lately", "I find the cause", "exceeding", "maturing"},
		{"noor", "winifred", "mid-year", "I take over", "maturing", "exceeding"},
	}
	for _, test := range tests {
		if got := rating(company, test.person, test.person, test.round, test.prefix); got != test.self {
			t.Errorf("%s of themself on %q: got %q, want %q", test.person, test.prefix, got, test.self)
		}
		if got := rating(company, test.person, test.manager, test.round, test.prefix); got != test.want {
			t.Errorf("%s of %s on %q: got %q, want %q", test.manager, test.person, test.prefix, got, test.want)
		}
	}
}

func TestRoundsCoverMostPeople(t *testing.T) {
	t.Parallel()
	company := mustCompany(t)
	self, other := map[string]int{}, map[string]int{}
	used, reworded, wanted := map[string]int{}, 0, 0
	revisions := mustRevisions(t)
	now := newReferences(revisions, nil)
	for _, assessment := range company.Assessments {
		if assessment.Rater == assessment.Person {
			self[assessment.Round]++
		} else {
			other[assessment.Round]++
		}
		if person, _ := company.Person(assessment.Person); person.Aim != nil && person.Aim.RolePath == assessment.RolePath {
			wanted++
		}
		for _, given := range assessment.Ratings {
			used[given.Value]++
			if _, err := now.find(given.Statement.RolePath, given.Statement.Text, 0); err != nil {
				reworded++
			}
		}
	}
	for _, round := range Rounds() {
		if self[round] < 28 || other[round] < 25 {
			t.Errorf("%s: %d self and %d other assessments, want 28 and 25", round, self[round], other[round])
		}
	}
	for _, value := range Values() {
		if used[value] < 10 {
			t.Errorf("%s is used %d times, want 10 or more", value, used[value])
		}
	}
	if reworded < 10 {
		t.Errorf("%d ratings are of wordings that stand no more, want 10 or more", reworded)
	}
	if wanted < 15 {
		t.Errorf("%d assessments are against a wanted role, want 15 or more", wanted)
	}
}

func TestSharingIsMixed(t *testing.T) {
	t.Parallel()
	company := mustCompany(t)
	has := func(shared bool) bool {
		return slices.ContainsFunc(company.Assessments, func(a Assessment) bool { return a.Shared == shared }) &&
			slices.ContainsFunc(company.Plans, func(p Plan) bool { return p.Shared == shared }) &&
			slices.ContainsFunc(company.People, func(p Person) bool { return p.Aim != nil && p.Aim.Shared == shared })
	}
	if !has(true) || !has(false) {
		t.Error("assessments, plans or aims are all shared, or none is")
	}
	open := 0
	for _, item := range company.Evidence {
		if item.Visibility == "manager" {
			open++
		}
	}
	if private := len(company.Evidence) - open; private < 30 || open < 150 {
		t.Errorf("%d private and %d shared pieces of evidence, want 30 and 150", private, open)
	}
}
