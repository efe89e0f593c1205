package dialect

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/parse"
	"rung/internal/source"
)

func TestOrderPrefix(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]struct {
		n    int
		rest string
		ok   bool
	}{
		"03-senior": {3, "senior", true}, "1. planning": {1, "planning", true}, "12_lead": {12, "lead", true}, "7": {7, "", true},
		"2024-goals": {0, "2024-goals", false}, "1st": {0, "1st", false}, "senior": {0, "senior", false}, "": {0, "", false},
	} {
		if n, rest, ok := orderPrefix(in); n != want.n || rest != want.rest || ok != want.ok {
			t.Errorf("orderPrefix(%q) = %d, %q, %v", in, n, rest, ok)
		}
	}
}

func TestFolderLevel(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"1": "1", "02": "2", "level-3": "level 3", "senior_baker": "senior baker", "junior-baker-ic1": "junior baker IC1", "l2": "l2",
	} {
		if got := folderLevel(in); got != want {
			t.Errorf("folderLevel(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSaysExample(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"e.g. in spring": true, "Z. B. im Hafen": true, "*E.g.* so": true, "例：港": true, "Por exemplo, o cais": true, "Например, так": true, "For instance, the dome": true,
		"I set an example": false, "": false, "Egg": false,
	} {
		if got := saysExample(text) > 0; got != want {
			t.Errorf("saysExample(%q) = %v", text, got)
		}
	}
}

func TestFacetOf(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]facet{
		"Expectations": expectedFacet, "🐝 What it looks like:": exampleFacet, "Examples": exampleFacet, "**Anti-patterns**": warningFacet, "Red flags": warningFacet,
		"Watch out": warningFacet, "Watch-outs": warningFacet, "Things to watch for": warningFacet, "Too much of it": warningFacet, "Danger signs": warningFacet, "Shows as": noFacet, "Watches": noFacet,
		"What comes next": warningFacet, "Erwartungen": expectedFacet, "Craft": noFacet, "Expectations of others": noFacet, "": noFacet,
	} {
		if got := facetOf(title); got != want {
			t.Errorf("facetOf(%q) = %v, want %v", title, got, want)
		}
	}
}

func TestMayShow(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]bool{
		"Shows as": true, "How it shows": true, "Seen in the wild": true, "What we have seen": true, "What we see": true, "From the field": true, "It can show up as": true, "War stories": true,
		"Seen": false, "Shows": false, "Shows initiative": false, "Sees the whole": false, "In the field": false, "People": false, "Wild": false, "": false,
	} {
		if got := MayShow(title); got != want {
			t.Errorf("MayShow(%q) = %v", title, got)
		}
	}
}

func TestIsFact(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Reports to: Head of Harbour": true, "Berichtet an: Leitung": true, "上長：天文台長": true, "Salário: conforme tabela": true, "Experience: 2 years": true,
		"Reports to nobody": false, "Craft: bakes bread": false, "Location: anywhere that has a harbour and a bakery and a lighthouse and a well": false, ": x": false, "": false,
	} {
		if got := isFact(parse.Text{Value: text}); got != want {
			t.Errorf("isFact(%q) = %v", text, got)
		}
	}
}

func TestJobWords(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]bool{
		"Hafenleiterin": true, "Développeur confirmé II": true, "Técnico de Enfermagem": true, "シニアエンジニア": true, "Старший аналитик": true, "Designer Pleno": true,
		"Anleitung": false, "Schreibt Briefe unter Anleitung": false, "Técnica": false, "Handwerk": false, "協働": false, "Команда": false,
	} {
		if got := RoleTitle(title); got != want {
			t.Errorf("RoleTitle(%q) = %v", title, got)
		}
	}
}

func TestRepeatKey(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"**Craft:**": "craft", "🥐 Craft": "craft", "Working with others": "working with others",
		"You bake bread": "", "Bakes bread.": "", "Examples": "", "One two three four five six seven": "", "": "",
	} {
		if got := repeatKey(words); got != want {
			t.Errorf("repeatKey(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestCountsJob(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		names []string
		want  bool
	}{
		{[]string{"Lamplighter I", "Lamplighter II"}, true},
		{[]string{"Lamplighter 1", "Lamplighter 2", "Kelpwright 1", "Kelpwright 2"}, true},
		{[]string{"Lamplighter I", "Kelpwright II"}, false},
		{[]string{"Part I", "Part II"}, false},
		{[]string{"Week 1", "Week 2"}, false},
		{[]string{"Lamplighter 2024", "Lamplighter 2025"}, false},
		{[]string{"Lamplighter I"}, false},
		{[]string{"Lamplighter I – Learns the round", "Lamplighter II – Walks it alone"}, true},
		{[]string{"LK I: Senior beginner", "LK II: Junior master"}, true},
		{[]string{"Lamplighter 1, first winters", "Lamplighter 2, seasoned"}, true},
		{[]string{"Lamplighter I / Wick", "Lamplighter II / Flame"}, true},
		{[]string{"Round 1: Warm up", "Kelpwright 2: Cuts"}, false},
		{[]string{"Act I: The gate", "Act II: The well"}, false},
		{[]string{"Pillar 1: Craft", "Pillar 2: People"}, false},
	} {
		if got := countsJob(c.names); got != c.want {
			t.Errorf("countsJob(%q) = %v", c.names, got)
		}
	}
}

func TestGlossOff(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"LK II – Competent": "LK II", "Night Porter I: Advanced beginner": "Night Porter I", "Docent 3, head of the house": "Docent 3",
		"Docent II — Plans | alone": "Docent II", "Docent II": "Docent II", "Docent II plans – alone": "Docent II plans – alone",
		"II – Competent": "II – Competent", "So say i – and go": "So say i – and go", "Docent II –": "Docent II –", "Docent – II": "Docent – II", "": "",
	} {
		if got := glossOff(title); got != want {
			t.Errorf("glossOff(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestEntryLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"Knows the rules.\nGreets the guests.", []string{"Knows the rules.", "Greets the guests."}},
		{"Knows the rules\nGreets the guests", []string{"Knows the rules", "Greets the guests"}},
		{"Knows the rules\nand the guests", nil},
		{"Schreibt\nProgramme für die Schleuse.", nil}, // one sentence, folded before a noun
		{"Reports to: Head\nKnows the rules", nil},
		{"・魚を運ぶ\n・氷を砕く", []string{"魚を運ぶ", "氷を砕く"}},
	} {
		var got []string
		for _, b := range parse.Parse(source.NewFile("ladder.md", []byte(c.in)), nil).Blocks {
			if _, list, ok := bareLines(b, true); ok {
				for _, item := range itemTexts(list) {
					got = append(got, item.Value)
				}
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestLevelsOfElse(t *testing.T) {
	t.Parallel()
	elsewhere := []string{"Incident severity", "Support tiers", "Data classification", "Test levels", "Levels of the game", "Roles and permissions", "Pricing", "Data classes", "Risk categories", "Release stages", "Customer bands", "Our storm levels", "OKRs Q1"}
	people := []string{"Support", "Testing", "Game design", "Security", "Incident Response", "Service levels of a career", "Alert Engineer", "Compensation analysts", "Levels", "Release Engineering", "Customer Success", "Fire brigade grades", "Grille des métiers"}
	for _, title := range slices.Concat(elsewhere, people) {
		p := newPage(parse.Parse(source.NewFile("page.md", []byte("# "+title+"\n")), nil), nil)
		if got, want := levelsOfElse(p), slices.Contains(elsewhere, title); got != want {
			t.Errorf("levelsOfElse(%q) = %v", title, got)
		}
	}
}

func TestForEveryoneTitle(t *testing.T) {
	t.Parallel()
	shared := []string{"Everyone", "All levels", "Values that apply to everyone", "Our expectations for all roles", "Skills for every role", "Socle commun à tous les métiers", "Attentes pour tous", "Werte für alle", "Competencias para todos los puestos", "Wspólne dla wszystkich", "Oczekiwania dla wszystkich", "Ценности для всех",
		"Expected of everyone on a ward", "Everybody in the boat house", "What we expect of everybody", "At every level", "Regardless of level", "Common to all roles", "Every engineer", "What is common to all", "Gilt für alle", "Was wir von allen erwarten", "Ce qui vaut pour tous", "Tronc commun",
		"Común a todos los niveles", "O que esperamos de todos", "Gemensamt för alla", "Tutti i livelli", "Geldt voor iedereen", "Na każdym poziomie", "Общее для всех", "全社員共通", "所有级别", "모든 레벨",
		"Every nurse, every post", "Each keeper", "All ranks", "All engineers and all managers", "共通(全員)", "Everyone (all sites)", "共通（全員）"}
	single := []string{"Benefits for everyone", "Software for everyone", "Zugang für alle", "Recall", "Values of the parallel team", "All hands", "Formation pour tous", "Everyone's holidays",
		"Every day", "Any questions", "Tools for all teams", "Every member counts", "All staff meeting", "What we do", "全体",
		"Every harbour", "Every keeper, most days", "Keeper (everyday)", "Engineering Manager (all levels)"}
	for _, title := range slices.Concat(shared, single) {
		if got, want := forEveryoneTitle(title), slices.Contains(shared, title); got != want {
			t.Errorf("forEveryoneTitle(%q) = %v", title, got)
		}
	}
}
