package dialect

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/parse"
)

func TestSplitLabel(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, label, rest string
		number          float64
	}{
		{"L4: Cloud Architect", "L4", "Cloud Architect", 4},
		{"L4 - Lead Cloud Engineer", "L4", "Lead Cloud Engineer", 4},
		{"L4 Engineering Manager", "L4", "Engineering Manager", 4},
		{"L1.0: Graduate", "L1.0", "Graduate", 1},
		{"IC4 – Staff", "IC4", "Staff", 4},
		{"D1 - Developer 1", "D1", "Developer 1", 1},
		{"MG3", "MG3", "", 3},
		{"l2 baker", "l2", "baker", 2},
		{"Level 3", "Level 3", "", 3},
		{"Level III: Baker", "Level III", "Baker", 3},
		{"Grade 2 - Baker", "Grade 2", "Baker", 2},
		{"Baker (L4)", "L4", "Baker", 4},
		{"Baker - IC3", "IC3", "Baker", 3},
		{"Baker, Level 2", "Level 2", "Baker", 2},
		{"Coach (Level 1)", "Level 1", "Coach", 1},
		{"Baker (Stage 1)", "Stage 1", "Baker", 1},
		{"Baker – Tier Three", "Tier Three", "Baker", 3},
		{"Baker, Stage 2", "Stage 2", "Baker", 2},
		{"Baker [Échelon 4]", "Échelon 4", "Baker", 4},
		{"Stage Two: Baker", "Stage Two", "Baker", 2},
		{"Band C – Baker", "Band C", "Baker", 3},
		{"Band 8a: Harbour Nurse", "Band 8a", "Harbour Nurse", 8.1},
		{"Grade 7B", "Grade 7B", "", 7.2},
		{"L4b – Lead Baker", "L4b", "Lead Baker", 4.2},
		{"Baker (E9a)", "E9a", "Baker", 9.1},
		{"Bakerin, Stufe 3c", "Stufe 3c", "Bakerin", 3.3},
		{"B2b Marketing", "", "B2b Marketing", 0},
		{"e2e testing", "", "e2e testing", 0},
		{"level a", "", "level a", 0},
		{"First Class 2", "", "First Class 2", 0},
		{"Baker II", "", "Baker II", 0},
		{"Senior Baker", "", "Senior Baker", 0},
		{"Q3 plan", "", "Q3 plan", 0},
		{"ISO27001 officer", "", "ISO27001 officer", 0},
		{"2024 goals", "", "2024 goals", 0},
		{"01. planning", "", "01. planning", 0},
		{"", "", "", 0},
	} {
		label, rest := SplitLabel(c.in)
		if label.Text != c.label || rest != c.rest || label.Number != c.number {
			t.Errorf("SplitLabel(%q) = %q %v, %q; want %q %v, %q", c.in, label.Text, label.Number, rest, c.label, c.number, c.rest)
		}
	}
}

func TestRank(t *testing.T) {
	t.Parallel()
	order := []string{
		"Trainee Baker", "Graduate Baker", "Junior Baker", "Associate Baker", "Baker", "Baker II", "Baker III", "Senior Baker", "Senior Baker 2",
		"Lead Baker", "Staff Baker", "Senior Staff Baker", "Principal Baker", "Senior Principal Baker", "Distinguished Baker",
	}
	for i, title := range order {
		rank, _, base := Rank(title)
		if base != "Baker" {
			t.Errorf("base of %q is %q", title, base)
		}
		if i == 0 {
			continue
		}
		if before, _, _ := Rank(order[i-1]); before >= rank {
			t.Errorf("%q (%v) does not rank above %q (%v)", title, rank, order[i-1], before)
		}
	}
	if _, words, base := Rank("Security Analyst Technical Lead"); words != "Technical Lead" || base != "Security Analyst" {
		t.Errorf("got %q, %q", words, base)
	}
}

func TestRoleTitle(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]bool{
		"Software Engineer": true, "L2: Baker": true, "Director of Product": true, "VP, Engineering": true, "Head of Data": true, "Senior Director, Engineering": true,
		"Product Marketing Manager (Release Champion)": true, "Software Engineer In Test": true, "Engineer II": true, "🏗️ Job Description: Arquiteto de Dados {#x}": true,
		"Engenheiro(a) de Software": true, "Tech Lead": true, "Engineering Lead": true, "SRE": true,
		"Software Engineers": false, "Software Engineering": false, "Software Engineering Roles": false, "How to hire an engineer": false, "The engineering manager": false,
		"What is a manager?": false, "Levels, Maturity, and Reviews": false, "Leadership": false, "Everyone": false, "I am a mentor": false, "Interview guide for a manager": false,
		"Domain expertise": false, "": false, "Our Director, Product Engineering should have": false,
	} {
		if got := RoleTitle(title); got != want {
			t.Errorf("RoleTitle(%q) = %v", title, got)
		}
	}
}

func TestPersonVoice(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"I am a mentor": true, "I’m learning the basics": true, "My team trusts me": true, "You can explain it": true, "You've led a shift": true, "“I say so” often": true,
		"We ship on time": true, "People seek my advice": true, "Other team members want me": true, "Eu ensino os outros": true,
		"I finish": true, "Impact": false, "I do": false, "You will": false, "Engineer I": false, "Domain expertise and more": false, "Within my group:": false, "Run the system: I do": false, "Is a mentor to others": false, "": false,
	} {
		if got := PersonVoice(text); got != want {
			t.Errorf("PersonVoice(%q) = %v", text, got)
		}
	}
}

func TestExampleLead(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Examples": true, "**Examples:**": true, "Example:": true, "E.g.": true, "For example:": true, "Some examples:": true, "💡 Examples": true, "Exemplos:": true,
		"Behavioural examples": true, "Examples include:": true, "Evidence examples": true, "Examples of this:": true,
		"I set an example": false, "Examples are for others to see": false, "Expectations:": false, "": false,
	} {
		if got := exampleLead(text) != leadNone; got != want {
			t.Errorf("exampleLead(%q) = %v", text, got)
		}
	}
}

func TestTrackName(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Cloud Engineering Roles": "Cloud Engineering", "Sales Engineering Team Roles": "Sales Engineering", "Design Career Ladder": "Design", "Product": "Product",
		"Bakery Levels": "Bakery", "📊 Data Engineering Framework": "Data Engineering", "Roles and Responsibilities": "Roles and Responsibilities", "Leadership Roles": "Leadership",
	} {
		if got, _ := trackName(title); got != want {
			t.Errorf("trackName(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"L4 Lead Cloud Engineer": "l4-lead-cloud-engineer", "R&D Operations": "rd-operations", "Culture & Leadership": "culture-leadership", "São João": "sao-joao", "時計ラダー": "時計ラダー", "Младший": "младший", "Ёж": "ёж",
		"  It’s -- so ": "its-so", "日本 語": "日本-語", "": "", "C++": "c", "L1.0 Graduate": "l1-0-graduate",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSplitEmoji(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][2]string{
		"🦉 Domain": {"🦉", "Domain"}, ":owl: Domain": {":owl:", "Domain"}, "🏛️ Law": {"🏛️", "Law"}, "👩‍💻 Code": {"👩‍💻", "Code"}, "Domain": {"", "Domain"},
		"🦉": {"", "🦉"}, ": x": {"", ": x"}, "1. One": {"", "1. One"}, "☕ Guests": {"☕", "Guests"},
	} {
		emoji, rest := splitEmoji(parse.Text{Value: in})
		if got := [2]string{emoji, rest.Value}; got != want {
			t.Errorf("splitEmoji(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSharedJobs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		titles []string
		want   map[string]bool
	}{
		{[]string{"Cook", "Senior Cook", "Bread"}, map[string]bool{"cook": true}},
		{[]string{"Junior Cook", "Staff Cook"}, map[string]bool{"cook": true}},
		{[]string{"Lead Times", "Times"}, map[string]bool{}},
		{[]string{"Senior Cook"}, map[string]bool{}},
		{[]string{"I am a senior", "I am a"}, map[string]bool{}},
		{nil, map[string]bool{}},
	} {
		if diff := cmp.Diff(c.want, sharedJobs(c.titles)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.titles, diff)
		}
	}
}

func TestDraftNumber(t *testing.T) {
	t.Parallel()
	if a, b, c := draftNumber(0), draftNumber(1), draftNumber(32); a != "aaaaaa" || b != "aaaaab" || c != "aaaaba" {
		t.Errorf("got %s, %s, %s", a, b, c)
	}
}
