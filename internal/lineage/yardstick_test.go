package lineage

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"unicode"

	"rung/internal/gitrepo"
	"rung/internal/lineage/lineagetest"
	"rung/internal/model"
	"rung/internal/source"
)

// truth is the releases of a real ladder whose statements carried ids.
type truth struct {
	Releases []release
}

type release struct {
	Commit     string
	Statements []struct{ UUID, Path, Text string }
}

// figures are what the yardstick counts.
type figures struct {
	kept, right, changed, changedRight, far, farRight, merges, confirm int
}

// TestYardstick holds the matcher against a real ladder whose statements
// carried ids, which were taken out of its text.
func TestYardstick(t *testing.T) {
	t.Parallel()
	const corpus = "../../../shared/corpus/"
	data, err := os.ReadFile(corpus + "identity-dev.json")
	if err != nil {
		t.Skip("the corpus is not here")
	}
	var want truth
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	repo, err := gitrepo.Open(t.Context(), corpus+"identity-dev.bundle")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = repo.Close() }()
	read := func(commit string) *model.Framework {
		tree, err := repo.Tree(t.Context(), commit)
		if err != nil {
			t.Fatal(err)
		}
		return readLists(t, tree)
	}
	all := measure(want.Releases, read)
	t.Logf("step by step: %+v", all)
	ends := measure([]release{want.Releases[2], want.Releases[len(want.Releases)-1]}, read)
	t.Logf("first to last in one step: %+v", ends)
	if all.right*1000 < all.kept*998 || all.changedRight*100 < all.changed*96 || all.farRight*100 < all.far*92 || all.merges > 1 {
		t.Errorf("got %+v, want 99.8 %% kept, 96 %% of the reworded, 92 %% of those beyond 0.6, one merged at most", all)
	}
	if all.confirm*2 < all.kept-all.right {
		t.Errorf("got %+v, want half of the wrong links graded confirm", all)
	}
	if ends.kept-ends.right > 1 || ends.merges > 1 {
		t.Errorf("first to last in one step: got %+v, want at most one wrong", ends)
	}
}

// readLists reads bullets under headings, with bullets below as examples.
func readLists(t *testing.T, tree fs.FS) *model.Framework {
	f := &model.Framework{}
	names, err := fs.Glob(tree, "*.md")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, name := range names {
		data, err := fs.ReadFile(tree, name)
		if err != nil {
			t.Fatal(err)
		}
		r := &model.Role{ID: model.RoleID(strings.TrimSuffix(path.Base(name), ".md")), At: source.Span{Path: name}}
		f.Roles = append(f.Roles, r)
		for line := range strings.Lines(string(data)) {
			line = strings.TrimRight(line, "\n")
			switch text, ok := strings.CutPrefix(line, "## "); {
			case ok:
				r.Areas = append(r.Areas, &model.Area{ID: model.AreaID(strings.ToLower(text))})
			case strings.HasPrefix(line, "- "):
				a := r.Areas[len(r.Areas)-1]
				n++
				a.Statements = append(a.Statements, &model.Statement{ID: provisional(n), Prose: model.Prose{Text: line[2:]}})
			case strings.HasPrefix(line, "  - "):
				a := r.Areas[len(r.Areas)-1]
				s := a.Statements[len(a.Statements)-1]
				s.Examples = append(s.Examples, &model.Example{Prose: model.Prose{Text: line[4:]}})
			}
		}
	}
	return f
}

// measure steps through the releases and counts as the published score does.
func measure(releases []release, read func(string) *model.Framework) figures {
	h := NewHistory(Config{})
	var sum figures
	var before map[string]Link
	var texts map[string]string
	for _, rel := range releases {
		links := h.Step(read(rel.Commit))
		byPlace := map[string][]Link{}
		for _, l := range links {
			if l.Now != nil {
				at := l.Now.Path + " " + letters(l.Now.Text)
				byPlace[at] = append(byPlace[at], l)
			}
		}
		now, words := map[string]Link{}, map[string]string{}
		for _, s := range rel.Statements {
			at := s.Path + " " + letters(s.Text)
			if len(byPlace[at]) > 0 {
				now[s.UUID] = byPlace[at][0]
				byPlace[at] = byPlace[at][1:]
			}
			words[s.UUID] = s.Text
		}
		sum.compare(before, now, texts, words)
		before, texts = now, words
	}
	return sum
}

func (f *figures) compare(before, now map[string]Link, was, is map[string]string) {
	holder := map[model.StatementID]string{}
	for uuid, l := range before {
		holder[l.ID] = uuid
	}
	for uuid, l := range now {
		if other, ok := holder[l.ID]; ok && other != uuid {
			f.merges++
		}
		if _, ok := was[uuid]; !ok {
			continue
		}
		f.kept++
		right := before[uuid].ID == l.ID
		if right {
			f.right++
		} else if l.Certainty == Confirm {
			f.confirm++
		}
		if was[uuid] != is[uuid] {
			f.changed++
			f.changedRight += count(right)
			if lineagetest.Alike(was[uuid], is[uuid]) < 0.6 {
				f.far++
				f.farRight += count(right)
			}
		}
	}
}

// count is 1 for what is true.
func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
