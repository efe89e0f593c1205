package dialect

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/parse"
	"rung/internal/source"
)

func TestNumberOf(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"2.3.1 Craft": "2.3.1", "2. Keepers": "2", "§ 4 Grades": "4", "§ 4.2 – Échelons": "4.2", "Article 3.1: Boats": "3.1", "B.2) Keepers": "B.2", "3) Éclairage": "3", "Abschnitt 2 Ruder": "2",
		"L2 Keeper": "", "2024 plans": "", "A keeper": "", "3": "", "2nd keeper": "", "": "",
	} {
		number, words := numberOf(title)
		if number != want {
			t.Errorf("numberOf(%q) = %q, want %q", title, number, want)
		}
		if number != "" && (words >= len(title) || strings.ContainsAny(title[words:words+1], " .-0123456789")) {
			t.Errorf("the words of %q begin at %d", title, words)
		}
	}
}

func TestUnnumber(t *testing.T) {
	t.Parallel()
	const list = "\n\n- Trims a wick\n\n"
	for name, c := range map[string]struct{ in, want string }{
		"three ranks":       {"# Harbour\n## 1 Keepers\n### 1.1 Apprentice" + list + "#### 1.1.1 Lamps" + list + "#### 1.1.2 Boats" + list + "### 1.2 Keeper" + list, "Keepers|Apprentice|Lamps|Boats|Keeper"},
		"without a title":   {"## 1. Keepers\n### 1.1. Apprentice\n#### 1.1.1. Lamps" + list + "## 2. Pilots\n### 2.1. Master\n#### 2.1.1. Tides" + list, "|Keepers|Apprentice|Lamps|Pilots|Master|Tides"},
		"levels of two":     {"# Harbour\n## § 2 Keepers\n### § 2.1 Grade I" + list + "### § 2.2 Grade II" + list, "Keepers|Grade I|Grade II"},
		"numbers of levels": {"# Harbour\n## 1 Keepers\n### 1.1 Apprentice" + list + "### 1.2 Keeper" + list, "1 Keepers|1.1 Apprentice|1.2 Keeper"},
		"an order":          {"# Keeper\n## 1. Lamps" + list + "## 2. Boats" + list + "## 3. Ropes" + list, "1. Lamps|2. Boats|3. Ropes"},
		"a few":             {"# Keeper\n## 1 Lamps\n### 1.1 Wicks\n#### 1.1.1 Ends" + list + "## Boats" + list + "## Ropes" + list + "## Tides" + list, "1 Lamps|1.1 Wicks|1.1.1 Ends|Boats|Ropes|Tides"},
		"another's number":  {"# Keeper\n## 1 Lamps\n### 2.1 Wicks\n#### 3.1 Ends" + list, "1 Lamps|2.1 Wicks|3.1 Ends"},
	} {
		var got []string
		root := outline(parse.Parse(source.NewFile("harbour.md", []byte(c.in)), nil), nil)
		root.Each(func(s *Section) {
			if s != root || s.Head == nil {
				got = append(got, s.Title.Value)
			}
		})
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
