package dialect_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// TestTemplates reads pages that show how roles are to be written beside those
// that are: they are no roles, whatever says that they are templates.
func TestTemplates(t *testing.T) {
	t.Parallel()
	role := func(title string) string {
		return "# " + title + "\n\n## Craft\n\n- Cleans the lens at dusk\n- Trims the wick\n\n## Crew\n\n- Hands over in person\n"
	}
	want := []string{"tower: Keeper 1 3", "tower: Senior Keeper 2 3"}
	for path, title := range map[string]string{
		"tower/_template.md":          "Keeper",
		"tower/TEMPLATE.md":           "Senior Keeper",
		"tower/modelo.md":             "Keeper",
		"templates/keeper.md":         "Role keeper",
		"vorlagen/rolle.md":           "Keeper",
		"tower/new-role.md":           "ROLE TITLE",
		"tower/zz.md":                 "[Name of the role]",
		"tower/xx.md":                 "<title>",
		"tower/keeper-copy-me.md":     "Keeper",
		"szablony/latarnik.md":        "Keeper",
		"tower/plantilla-de-rol.md":   "Keeper",
		"tower/keeper-boilerplate.md": "Keeper",
	} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			fw, report := mustRead(t, fstest.MapFS{
				"README.md":              {Data: []byte("# Light\n")},
				"tower/keeper.md":        {Data: []byte(role("Keeper"))},
				"tower/senior-keeper.md": {Data: []byte(role("Senior Keeper"))},
				path:                     {Data: []byte(role(title))},
			})
			holdsDraft(t, fw, report)
			if diff := cmp.Diff(want, rungsOf(fw)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestNoTemplates holds ladders in which a word for templates means something
// else, or nothing else is written.
func TestNoTemplates(t *testing.T) {
	t.Parallel()
	page := "# Keeper\n\n- Cleans the lens at dusk\n- Trims the wick each hour\n"
	for path, n := range map[string]int{"templates/keeper.md": 1, "tower/QA.md": 1} {
		fw, _ := mustRead(t, fstest.MapFS{path: {Data: []byte(page)}})
		if len(fw.Roles) != n {
			t.Errorf("%s: got %v", path, rungsOf(fw))
		}
	}
}
