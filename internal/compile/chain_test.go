package compile_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/compile"
	"rung/internal/gitrepo"
	"rung/internal/lineage"
	"rung/internal/model"
)

// revision is one role with the given statements.
func revision(path string, statements ...string) fstest.MapFS {
	text := "# L3: Gardener\n\nI look after a garden.\n\n## Craft\n\n- " + strings.Join(statements, "\n- ") + "\n"
	return fstest.MapFS{path: {Data: []byte(text)}}
}

func mustStep(t *testing.T, c *compile.Chain, tree fstest.MapFS) *compile.ChainStep {
	t.Helper()
	s, err := c.Step(t.Context(), compile.Input{Tree: tree})
	if err != nil {
		t.Fatalf("Step: %v", err)
	}
	return s
}

func texts(f *model.Framework) map[model.StatementID]string {
	out := map[model.StatementID]string{}
	for _, p := range f.Places() {
		out[p.Statement.ID] = p.Statement.Text
	}
	return out
}

func TestChain(t *testing.T) {
	t.Parallel()
	c := compile.NewChain(compile.ChainConfig{})
	first := mustStep(t, c, revision("Gardens/L3 - Gardener.md", "I prune the trees in winter.", "I keep the tools sharp."))
	second := mustStep(t, c, revision("Gardens/L3 - Gardener.md", "I prune all the trees in winter.", "I keep the tools sharp.", "I teach apprentices."))
	places := first.Framework.Places()
	if len(places) != 2 {
		t.Fatalf("the ladder reads as %d statements, want 2", len(places))
	}
	prune, tools := places[0].Statement.ID, places[1].Statement.ID
	got := texts(second.Framework)
	teach := second.Framework.Places()[2].Statement.ID
	want := map[model.StatementID]string{prune: "I prune all the trees in winter.", tools: "I keep the tools sharp.", teach: "I teach apprentices."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
	var changes []lineage.Change
	for _, l := range second.Links {
		changes = append(changes, l.Change)
	}
	if diff := cmp.Diff([]lineage.Change{lineage.Reworded, lineage.Kept, lineage.Added}, changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	if lives := c.Lives(); len(lives) != 3 || len(lives[0].Wordings) != 2 {
		t.Errorf("Lives = %+v, want three, the first with two wordings", lives)
	}
}

func TestChainBeginsLikeCompile(t *testing.T) {
	t.Parallel()
	tree := revision("Gardens/L3 - Gardener.md", "I prune the trees in winter.", "I keep the tools sharp.")
	alone, err := compile.Compile(t.Context(), compile.Input{Tree: tree})
	if err != nil {
		t.Fatal(err)
	}
	step := mustStep(t, compile.NewChain(compile.ChainConfig{}), tree)
	if diff := cmp.Diff(texts(alone.Framework), texts(step.Framework)); diff != "" {
		t.Errorf("ids (-compile +chain):\n%s", diff)
	}
}

func TestChainAfterAnError(t *testing.T) {
	t.Parallel()
	tree := revision("Gardens/L3 - Gardener.md", "I prune the trees in winter.", "I keep the tools sharp.")
	c := compile.NewChain(compile.ChainConfig{})
	mustStep(t, c, tree)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Step(ctx, compile.Input{Tree: tree}); !errors.Is(err, context.Canceled) {
		t.Errorf("Step = %v, want cancelled", err)
	}
	for _, l := range mustStep(t, c, tree).Links {
		if l.Change != lineage.Kept {
			t.Errorf("after the error: %+v, want kept", l)
		}
	}
}

// Replaying what was stored ends like compiling it again.
func TestChainReplays(t *testing.T) {
	t.Parallel()
	one := revision("Gardens/L3 - Gardener.md", "I prune the trees in winter.", "I keep the tools sharp.")
	two := revision("Gardens/L3 - Gardener.md", "I prune the old trees in winter.", "I keep the tools sharp.")
	c := compile.NewChain(compile.ChainConfig{})
	first := mustStep(t, c, one)
	data, err := compile.Encode(first.Framework)
	if err != nil {
		t.Fatal(err)
	}
	stored, err := compile.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	replayed := compile.NewChain(compile.ChainConfig{})
	replayed.Replay(stored)
	want, got := mustStep(t, c, two), mustStep(t, replayed, two)
	if diff := cmp.Diff(want.Links, got.Links); diff != "" {
		t.Errorf("links (-compiled +replayed):\n%s", diff)
	}
}

// TestChainOverRealHistory compiles a real repository from its beginning.
func TestChainOverRealHistory(t *testing.T) {
	t.Parallel()
	const path = "../../../shared/corpus/octopus-people.bundle"
	if _, err := os.Stat(path); err != nil {
		t.Skip("the corpus is not here")
	}
	repo, err := gitrepo.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = repo.Close() }()
	commits, err := repo.FirstParent(t.Context(), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	c := compile.NewChain(compile.ChainConfig{})
	count := map[lineage.Change]int{}
	for _, commit := range commits {
		tree, err := repo.Tree(t.Context(), commit.ID)
		if err != nil {
			t.Fatal(err)
		}
		step, err := c.Step(t.Context(), compile.Input{Tree: tree, Revision: commit.ID, Lint: compile.WithoutLint})
		if err != nil {
			t.Fatal(err)
		}
		seen := map[model.StatementID]bool{}
		for _, l := range step.Links {
			count[l.Change]++
			if seen[l.ID] {
				t.Fatalf("%.7s: %s twice", commit.ID, l.ID)
			}
			seen[l.ID] = true
		}
	}
	t.Logf("%d revisions in %v: %v", len(commits), time.Since(begin), count)
	if count[lineage.Kept] < 10*count[lineage.Added] {
		t.Errorf("got %v, want most statements kept from revision to revision", count)
	}
}
