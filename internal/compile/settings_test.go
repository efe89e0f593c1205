package compile_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/compile"
)

// roles says a framework's roles in words, a line each.
func roles(r *compile.Result) string {
	var out []string
	for _, role := range r.Framework.Roles {
		line := role.Title
		if role.Level != nil {
			line += fmt.Sprintf(", %s %d", role.Level.Label, role.Level.Order)
		}
		for _, e := range role.Extends {
			line += ", and all of " + string(e.Role)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// TestSettingsAreObeyed holds what each key of rung.yaml does to a ladder.
func TestSettingsAreObeyed(t *testing.T) {
	t.Parallel()
	tree := fstest.MapFS{
		"Kitchen/Commis Manager.md":  {Data: []byte("# Commis Manager\n\n## Craft\n\n- I peel what I am given.\n- I sharpen the knives.\n")},
		"Kitchen/Station Manager.md": {Data: []byte("# Station Manager\n\n## Craft\n\n- I run a station.\n- I taste all the sauces.\n")},
		"Kitchen/Sous Manager.md":    {Data: []byte("# Sous Manager\n\n## Craft\n\n- I run the pass.\n- I order the fish.\n")},
		"Kitchen/L9 - Template.md":   {Data: []byte("# L9: Template Manager\n\n## Craft\n\n- I am to be replaced.\n")},
	}
	for _, c := range []struct{ settings, want string }{
		{"ladder: {ignore: ['**/*Template*']}\nlevels: [Station, Sous]\n",
			"Station Manager, Station 1\nSous Manager, Sous 2\nCommis Manager"},
		{"ladder: {ignore: ['**/*Template*']}\nlevels: [Commis, Station, Sous]\ncumulative: true\n",
			"Commis Manager, Commis 1\nStation Manager, Station 2, and all of kitchen/commis-manager\nSous Manager, Sous 3, and all of kitchen/station-manager"},
		{"ladder: {include: ['Kitchen/So*']}\n", "Sous Manager"},
		{"ladder: {include: [Kitchen], ignore: ['Kitchen/L*', Kitchen/Station Manager.md]}\nreadings: {Kitchen/Commis Manager.md: page}\n", "Sous Manager"},
	} {
		tree["rung.yaml"] = &fstest.MapFile{Data: []byte(c.settings)}
		r := mustCompile(t, tree)
		if diff := cmp.Diff(c.want, roles(r)); diff != "" {
			t.Errorf("%s(-want +got):\n%s\n%s", c.settings, diff, text(t, r))
		}
	}
}
