package dialect_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/model"
)

// rungsOf returns the roles of a framework as "track: title order statements".
func rungsOf(fw *model.DraftFramework) []string {
	var out []string
	for _, r := range fw.Roles {
		n, order := 0, 0
		for _, a := range r.Areas {
			n += len(a.Statements)
		}
		if r.Level != nil {
			order = r.Level.Order
		}
		out = append(out, fmt.Sprintf("%s: %s %d %d", r.Track, r.Title, order, n))
	}
	return out
}

// trade returns a page about a trade, with areas under each level.
func trade(name string, levels ...string) string {
	out := "# " + name + "\n"
	for _, l := range levels {
		out += "\n## " + l + "\n\n### Soil\n\n- Digs for " + name + " in all weathers\n\n### Guests\n\n- Shows visitors " + name + " and says why\n"
	}
	return out
}

// TestDeclaredLevels reads levels whose names are words of their author's own:
// something says that they are levels.
func TestDeclaredLevels(t *testing.T) {
	t.Parallel()
	flat := "# Roses\n\n## Seed\n\n- Waters what is dry\n\n## Sprout\n\n- Prunes what is dead\n\n## Bloom\n\n- Breeds what is new\n"
	all := []string{"roses: Seed 1 2", "roses: Sprout 2 2", "roses: Bloom 3 2"}
	one := []string{"roses: Seed 1 1", "roses: Sprout 2 1", "roses: Bloom 3 1"}
	for _, c := range []struct {
		name, readme string
		page         string
		want         []string
	}{
		{"in a sentence", "# Garden\n\nThere are three levels, the same everywhere: Seed, Sprout and Bloom.\n", trade("Roses", "Seed", "Sprout", "Bloom"), all},
		{"in a sentence, flat", "# Garden\n\nThere are three levels: Seed, Sprout and Bloom.\n", flat, one},
		{"in French", "# Jardin\n\nChaque métier compte trois échelons : Seed, Sprout, Bloom.\n", flat, one},
		{"in German", "# Garten\n\nEs gibt drei Stufen: Seed, Sprout und Bloom.\n", flat, one},
		{"in bold", "# Garden\n\nWe know three grades, **Seed**, **Sprout** and **Bloom**.\n", flat, one},
		{"in a list", "# Garden\n\n## Our levels\n\n- Seed: the first year\n- Sprout: until the examination\n- Bloom: for good\n", flat, one},
		{"in a list with a lead", "# Garden\n\nThese are the stages:\n\n1. **Seed**\n2. **Sprout**\n3. **Bloom**\n", flat, one},
		{"in a table", "# Garden\n\n| Stage | Roughly |\n|---|---|\n| Seed | a year |\n| Sprout | two years |\n| Bloom | for good |\n", flat, one},
		{"in a numbered table", "# Garden\n\n| Stage | Who | Roughly |\n|---|---|---|\n| 1 | Seed | a year |\n| 2 | Sprout | two years |\n| 3 | Bloom | for good |\n", flat, one},
		{"in another order", "# Garden\n\nThere are three levels: Seed, Sprout and Bloom.\n", trade("Roses", "Bloom", "Sprout", "Seed"), all},
		{"by numbers beside known ones", "# Garden\n", trade("Roses", "1. Junior", "2. Sprout", "3. Senior"), []string{"roses: Junior 1 2", "roses: Sprout 2 2", "roses: Senior 3 2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			fw, report := mustRead(t, fstest.MapFS{"README.md": {Data: []byte(c.readme)}, "trades/roses.md": {Data: []byte(c.page)}})
			holdsDraft(t, fw, report)
			if diff := cmp.Diff(c.want, rungsOf(fw)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestDeclaredInReadme reads a README that declares its levels and holds them.
func TestDeclaredInReadme(t *testing.T) {
	t.Parallel()
	readme := "# Garden ladder\n\nThere are three levels: Seed, Sprout and Bloom.\n\n## Seed\n\n- Waters what is dry\n- Asks which weeds are weeds\n\n## Sprout\n\n- Prunes what is dead\n\n## Bloom\n\n- Breeds what is new\n\n## How to use this\n\nRead it twice.\n"
	fw, report := mustRead(t, fstest.MapFS{"README.md": {Data: []byte(readme)}})
	holdsDraft(t, fw, report)
	want := []string{"garden: Seed 1 2", "garden: Sprout 2 1", "garden: Bloom 3 1"}
	if diff := cmp.Diff(want, rungsOf(fw)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestTwofoldLevels reads levels that nothing names or declares: they return
// from page to page, and what stands beneath them within each.
func TestTwofoldLevels(t *testing.T) {
	t.Parallel()
	for _, names := range [][]string{{"Seed", "Sprout", "Bloom"}, {"1. Seed", "2. Sprout", "3. Bloom"}, {"Keim", "Trieb", "Blüte", "Frucht"}} {
		tree := fstest.MapFS{
			"README.md":       {Data: []byte("# Garden\n\n- [Roses](trades/roses.md)\n- [Herbs](trades/herbs.md)\n")},
			"trades/herbs.md": {Data: []byte(trade("Herbs", names...))},
			"trades/roses.md": {Data: []byte(trade("Roses", names...))},
		}
		fw, report := mustRead(t, tree)
		holdsDraft(t, fw, report)
		if len(fw.Roles) != 2*len(names) {
			t.Errorf("%v: got %v", names, rungsOf(fw))
		}
	}
}

// TestNotDeclared holds what is no level though it is listed or returns.
func TestNotDeclared(t *testing.T) {
	t.Parallel()
	role := func(name string) string {
		return "# " + name + "\n\n## Soil\n\n- Digs all day long\n\n## Guests\n\n- Shows them around\n\n## Tools\n\n- Cleans what was used\n"
	}
	areas := "# Garden\n\nEach level is told in three areas: Soil, Guests and Tools.\n\n- [Gardener](roles/gardener.md)\n- [Senior Gardener](roles/senior-gardener.md)\n"
	roles := fstest.MapFS{"README.md": {Data: []byte(areas)}, "roles/gardener.md": {Data: []byte(role("Gardener"))}, "roles/senior-gardener.md": {Data: []byte(role("Senior Gardener"))}}
	fw, _ := mustRead(t, roles)
	if got := strings.Join(rungsOf(fw), ", "); len(fw.Roles) != 2 || !strings.Contains(got, "Senior Gardener 2 3") {
		t.Errorf("roles with areas: got %v", got)
	}
	steps := fstest.MapFS{"README.md": {Data: []byte("# Garden\n")}, "process.md": {Data: []byte(trade("Planting", "1. Order", "2. Plant", "3. Harvest"))}}
	if fw, _ := mustRead(t, steps); len(fw.Roles) != 0 {
		t.Errorf("steps of a process: got %v", rungsOf(fw))
	}
}
