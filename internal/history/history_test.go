package history_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/history"
)

// line is a ladder through time, in memory.
type line struct {
	trees []map[string]string
	known bool // whether it says what each revision changed
}

func (l line) Revisions(context.Context) ([]history.Revision, error) {
	out := make([]history.Revision, len(l.trees))
	for i, tree := range l.trees {
		out[i] = history.Revision{ID: fmt.Sprintf("%040d", i), Time: time.Unix(int64(i)*3600, 0), Subject: fmt.Sprint("edit ", i), Known: l.known}
		if i > 0 {
			out[i].Changes = changes(l.trees[i-1], tree)
		}
	}
	return out, nil
}

func changes(before, now map[string]string) []history.FileChange {
	var out []history.FileChange
	for _, name := range slices.Sorted(maps.Keys(now)) {
		if was, ok := before[name]; !ok || was != now[name] {
			out = append(out, history.FileChange{Path: name, Modified: ok})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if _, ok := now[name]; !ok {
			out = append(out, history.FileChange{Path: name})
		}
	}
	return out
}

func (l line) TreeAt(_ context.Context, id string) (fs.FS, error) {
	var at int
	if _, err := fmt.Sscan(strings.TrimLeft(id, "0")+" ", &at); err != nil {
		at = 0
	}
	out := fstest.MapFS{}
	for name, text := range l.trees[at] {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out, nil
}

var sentences = []string{
	"I take the helm on quiet crossings.", "I plan the watches of one crew.", "I keep the deck log every day.", "I tie the ferry up in any weather.",
	"I teach newcomers their knots.", "I settle quarrels on board before they reach the bridge.", "I sound the bilges at each landing.",
	"I answer the harbour master's questions in writing.", "I choose which repairs wait for the winter.", "I know the tide tables by heart.",
}

func page(title string, picks []int, more string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n## Craft\n\n", title)
	for i, p := range picks {
		if i == len(picks)/2 {
			b.WriteString("\n## People\n\n")
		}
		fmt.Fprintf(&b, "- %s%s\n", sentences[p], more)
	}
	return b.String()
}

// ladders draws a ladder and edits of it.
func ladders(t *rapid.T) line {
	picks := func() []int { return rapid.SliceOfN(rapid.IntRange(0, len(sentences)-1), 2, 6).Draw(t, "picks") }
	tree := map[string]string{"README.md": "# Our ladder\n\nWe sail. See [Mates](Boats/L2-Mate.md).\n"}
	for _, name := range []string{"Boats/L1-Hand", "Boats/L2-Mate", "Docks/L1-Porter", "Docks/L2-Foreman"} {
		tree[name+".md"] = page(strings.Replace(name[6:], "-", ": ", 1), picks(), "")
	}
	out := line{trees: []map[string]string{tree}}
	for range rapid.IntRange(1, 6).Draw(t, "edits") {
		tree = maps.Clone(tree)
		names := slices.Sorted(maps.Keys(tree))
		name := rapid.SampledFrom(names).Draw(t, "file")
		switch rapid.IntRange(0, 8).Draw(t, "edit") {
		case 0:
			tree["Boats/L3-Skipper.md"] = page("L3: Skipper", picks(), "")
		case 1:
			delete(tree, name)
		case 2:
			tree[strings.Replace(name, "Docks", "Quays", 1)] = tree[name]
			if strings.Contains(name, "Docks") {
				delete(tree, name)
			}
		case 3:
			tree[name] = strings.Replace(tree[name], "## People", "## Crew and guests", 1)
		case 4:
			tree["README.md"] = tree["README.md"] + "\nEach level includes everything from the levels below.\n"
		case 5:
			tree["picture.png"] = "x"
		default:
			old := rapid.SampledFrom(sentences).Draw(t, "old")
			now := rapid.SampledFrom([]string{"", "I lead the crew when the skipper is ashore.", old + " And I say why.", sentences[0]}).Draw(t, "new")
			tree[name] = strings.ReplaceAll(tree[name], "- "+old+"\n", "- "+now+"\n")
		}
		out.trees = append(out.trees, tree)
	}
	return out
}

func encoded(t interface{ Fatal(...any) }, l line) string {
	read, err := history.Read(context.Background(), l, history.Config{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := history.Encode(&b, read); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Reading by what revisions changed gives what reading each whole gives.
func TestByChangesIsWhole(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := ladders(t)
		whole := encoded(t, l)
		l.known = true
		if diff := cmp.Diff(whole, encoded(t, l)); diff != "" {
			t.Fatalf("(-whole +by changes):\n%s", diff)
		}
	})
}

func TestPrint(t *testing.T) {
	t.Parallel()
	mate := page("L2: Mate", []int{0, 1, 4, 5}, "")
	l := line{known: true, trees: []map[string]string{
		{"Boats/L2-Mate.md": mate},
		{"Boats/L2-Mate.md": strings.Replace(mate, "quiet crossings", "rough crossings", 1)},
		{"Boats/L2-Mate.md": mate, "notes.png": "x"},
		{"Boats/L2-Mate.md": mate, "notes.png": "y"},
		{"Boats/L2-Mate.md": strings.Replace(mate, "- I plan the watches of one crew.\n", "", 1)},
	}}
	read, err := history.Read(t.Context(), l, history.Config{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := history.Print(&b, read); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	for _, want := range []string{
		"edit 0\n  added ", "on [-quiet-]{+rough+} crossings.\n", "on [-rough-]{+quiet+} crossings.\n", "edit 4\n  retired ", ": I plan the watches of one crew.\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "edit 3") {
		t.Errorf("a picture is no change of the ladder:\n%s", got)
	}
}

func TestLife(t *testing.T) {
	t.Parallel()
	read, err := history.Read(t.Context(), line{trees: []map[string]string{{"Boats/L2-Mate.md": page("L2: Mate", []int{0, 1, 4}, "")}}}, history.Config{})
	if err != nil {
		t.Fatal(err)
	}
	id := string(read.Lives[0].ID)
	for typed, ok := range map[string]bool{id: true, id[:8]: true, strings.ToUpper(id[2:]): true, "s-": false, "": false, "s-aaaaaaaa": false} {
		if life, err := read.Life(typed); (err == nil) != ok || ok && string(life.ID) != id {
			t.Errorf("Life(%q) = %s, %v", typed, life.ID, err)
		}
	}
}

// On the real repository both ways of reading give the same history.
func TestByChangesOfARealLadder(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a whole history is read twice")
	}
	const ladder = "../../../shared/corpus/OctopusDeploy--People"
	if _, err := os.Stat(ladder); err != nil {
		t.Skip("the corpus is not here")
	}
	tree := map[string]string{}
	err := fs.WalkDir(os.DirFS(ladder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(ladder), name)
		tree[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	l := line{trees: []map[string]string{tree}}
	for _, edit := range [][2]string{{"I am", "We are"}, {"my team", "our team"}, {"solid", "good"}, {"the", "The"}} {
		next := maps.Clone(tree)
		for _, name := range slices.Sorted(maps.Keys(next)) {
			if strings.Contains(name, "Cloud") {
				next[name] = strings.Replace(next[name], "- "+edit[0], "- "+edit[1], 2)
			}
		}
		tree = next
		l.trees = append(l.trees, tree)
	}
	whole := encoded(t, l)
	l.known = true
	if whole != encoded(t, l) {
		t.Error("the two readings differ")
	}
}
