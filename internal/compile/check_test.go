package compile_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/compile"
)

// memory keeps answers, and counts.
type memory struct {
	kept      map[compile.AnswerKey][]byte
	hits, put int
}

func (m *memory) Get(k compile.AnswerKey) ([]byte, bool) {
	answer, ok := m.kept[k]
	if ok {
		m.hits++
	}
	return slices.Clone(answer), ok
}

func (m *memory) Put(k compile.AnswerKey, answer []byte) {
	m.put++
	m.kept[k] = slices.Clone(answer)
}

// tester is a test of testing or of rapid.
type tester interface {
	Helper()
	Fatal(args ...any)
}

func check(t tester, tree fstest.MapFS, program string, answers compile.Answers) string {
	t.Helper()
	r, err := compile.Check(context.Background(), compile.Input{Tree: tree}, program, answers)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%+v", r.Report.Sorted())
}

func TestCheckAnswersTheSameAgain(t *testing.T) {
	t.Parallel()
	m := &memory{kept: map[compile.AnswerKey][]byte{}}
	tree := manyFiles()
	tree["odd\xff.md"] = &fstest.MapFile{Data: []byte("# L2: Odd \xff\n\n- I do \xfe.\n- [dead](n\xffn.md)\n")}
	want := check(t, tree, "one", m)
	if got := check(t, tree, "one", m); got != want || m.hits != 1 {
		t.Errorf("asked again: %d hits (-want +got)\n%s", m.hits, cmp.Diff(want, got))
	}
	check(t, tree, "another", m)
	if m.hits != 1 {
		t.Error("another program took the answer of this one")
	}
	for k, answer := range m.kept {
		m.kept[k] = answer[:len(answer)/2]
	}
	if got := check(t, tree, "one", m); got != want {
		t.Errorf("after damage (-want +got)\n%s", cmp.Diff(want, got))
	}
}

// TestCheckIsNeverStale changes files at random between checks: whatever was
// known before, the answer is that of a check without a memory.
func TestCheckIsNeverStale(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := &memory{kept: map[compile.AnswerKey][]byte{}}
		tree := fstest.MapFS{}
		names := []string{"A/L1-Hand.md", "A/L2-Mate.md", "A/README.md", "B/L1-Cook.md", "rung.yaml", "x.png", "B/.hidden"}
		texts := []string{
			"# L1: Hand\n\n## Craft\n\n- I tie the boat up.\n- I bail before I am asked.\n", "# L2: Mate\n\n## Craft\n\n- I tie the boat up.\n- I row (TODO).\n",
			"# Boats\n\n- [L1](L1-Hand.md)\n- [L2](L2-Mate.md)\n- [Gone](Gone.md)\n- [p](../x.png)\n", "ladder:\n  ignore:\n    - \"B/**\"\n", "title: Ours\n", "title: [\n", "", "\x00",
		}
		for range rapid.IntRange(2, 12).Draw(t, "steps") {
			name := rapid.SampledFrom(names).Draw(t, "name")
			switch rapid.IntRange(0, 3).Draw(t, "change") {
			case 0:
				delete(tree, name)
			case 1:
				if f := tree[name]; f != nil && len(f.Data) > 0 {
					data := slices.Clone(f.Data) // the same length and the same time
					data[rapid.IntRange(0, len(data)-1).Draw(t, "at")] ^= 1
					tree[name] = &fstest.MapFile{Data: data}
				}
			default:
				tree[name] = &fstest.MapFile{Data: []byte(rapid.SampledFrom(texts).Draw(t, "text"))}
			}
			want := check(t, tree, "one", &memory{kept: map[compile.AnswerKey][]byte{}})
			if diff := cmp.Diff(want, check(t, tree, "one", m)); diff != "" {
				t.Fatalf("a stale answer (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(want, check(t, tree, "one", m)); diff != "" {
				t.Fatalf("asked again (-want +got)\n%s", diff)
			}
		}
	})
}
