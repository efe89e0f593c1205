package lint_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"rung/internal/compile"
	"rung/internal/diag"
	"rung/internal/lint"
)

// corpus holds real ladders beside the repository; it is not part of it.
var corpus = filepath.Join("..", "..", "..", "shared", "corpus")

// BenchmarkRun is all rules over a real ladder and over many files: some
// milliseconds, and two tenths of a second for ten thousand files.
func BenchmarkRun(b *testing.B) {
	b.Run("octopus", func(b *testing.B) {
		name := filepath.Join(corpus, "OctopusDeploy--People")
		if _, err := os.Stat(name); err != nil {
			b.Skip("../shared/corpus is not there")
		}
		r, err := compile.Compile(context.Background(), compile.Input{Tree: os.DirFS(name), Lint: compile.WithoutLint})
		if err != nil {
			b.Fatal(err)
		}
		benchmarkRules(b, r)
	})
	for _, files := range []int{1000, 10000} {
		b.Run(fmt.Sprintf("files=%d", files), func(b *testing.B) {
			r, err := compile.Compile(context.Background(), compile.Input{Tree: syntheticTree(files), Lint: compile.WithoutLint})
			if err != nil {
				b.Fatal(err)
			}
			benchmarkRules(b, r)
		})
	}
}

func benchmarkRules(b *testing.B, r *compile.Result) {
	for b.Loop() {
		lint.Run(r.Framework, r.Sources, lint.Config{}, new(diag.Report))
	}
}

// syntheticTree is tracks of ten levels, whose statements differ in some words.
func syntheticTree(files int) fstest.MapFS {
	verbs := []string{"repair", "rig", "paint", "count", "teach", "measure", "order", "carry"}
	things := []string{"the north pier", "spare masts", "lamp oil", "the long ropes", "winter stores", "new charts", "the tide tables"}
	ways := []string{"before the season begins", "with everyone in the room", "so that the next watch can follow", "without waiting to be asked", "in small steps"}
	tree := fstest.MapFS{}
	for i := range files {
		track, level := i/10, i%10+1
		text := fmt.Sprintf("# L%d: Keeper %d\n\n- **Horizon**: %d months\n\n", level, track, level)
		for a, area := range []string{"Craft", "Teaching", "Harbour", "Guests"} {
			text += "## " + area + "\n\n"
			for s := range 8 {
				n := (i*31 + a*7 + s) * 2654435761 % 7919
				text += fmt.Sprintf("- I %s %s of yard %d %s.\n", verbs[n%8], things[n%7], n%300, ways[n%5])
			}
		}
		tree[fmt.Sprintf("Yards/Track-%d/L%d-Keeper-%d.md", track, level, track)] = &fstest.MapFile{Data: []byte(text)}
	}
	return tree
}
