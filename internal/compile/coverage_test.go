package compile_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rung/internal/compile"
)

// said returns the account of one file in words, ends that are 0 left out.
func said(t *testing.T, r *compile.Result, path string) string {
	t.Helper()
	for _, f := range r.Coverage() {
		if f.Path != path {
			continue
		}
		var out []string
		for _, end := range compile.Ends() {
			if n := f.Ended[end]; n > 0 {
				out = append(out, fmt.Sprintf("%d %s", n, end))
			}
		}
		return fmt.Sprintf("%d: %s", f.Blocks, strings.Join(out, ", "))
	}
	return "not read"
}

func TestCoverage(t *testing.T) {
	t.Parallel()
	r := mustCompile(t, fstest.MapFS{
		"rung.yaml": {Data: []byte("title: The bakery\n")},
		"Guide.md":  {Data: []byte("# How we bake\n\nEarly.\n\n- And often\n")},
		"Bakers/L1-Baker.md": {Data: []byte(`---
title: Baker
tags: [bread]
---
> I bake.

**Horizon**: a day

See [the guide](../Guide.md).

## Bread

- I bake what the list asks for.
  - Forty rolls a day
- I keep the sourdough alive.

Examples:

- The sourdough of 2019

## Nothing
`)},
	})
	for path, want := range map[string]string{
		"rung.yaml":          "1: 1 metadata",
		"Guide.md":           "3: 3 pages",
		"Bakers/L1-Baker.md": "12: 2 statements, 2 examples, 1 scope, 1 summaries, 2 notes, 1 titles, 1 groups, 2 metadata",
	} {
		if got := said(t, r, path); got != want {
			t.Errorf("%s: got %s\nwant %s", path, got, want)
		}
	}
}

// holdsAccount checks what must be true of every account.
func holdsAccount(t interface{ Errorf(string, ...any) }, r *compile.Result) {
	told := map[string]bool{}
	for _, d := range r.Report.Sorted() {
		if d.Code == compile.UnreadRule.Code {
			told[d.Primary.Path] = true
		}
	}
	var paths []string
	for _, f := range r.Coverage() {
		paths = append(paths, f.Path)
		sum := 0
		for _, n := range f.Ended {
			sum += n
		}
		if sum != f.Blocks {
			t.Errorf("%s has %d texts and accounts for %d", f.Path, f.Blocks, sum)
		}
		if unread := f.Ended[compile.Unread] > 0; unread != told[f.Path] {
			t.Errorf("%s: %d texts are unread, and a diagnostic tells of it: %t", f.Path, f.Ended[compile.Unread], told[f.Path])
		}
	}
	if diff := cmp.Diff(r.Sources.Paths(), paths); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

// TestCoverageOfRealLadders holds the account of the corpora.
func TestCoverageOfRealLadders(t *testing.T) {
	t.Parallel()
	ladders, err := filepath.Glob("../../../shared/corpus/*/")
	if err != nil || len(ladders) == 0 {
		t.Skip("the corpus is not here")
	}
	for _, ladder := range ladders {
		r, err := compile.Compile(context.Background(), compile.Input{Tree: os.DirFS(ladder)})
		if err != nil {
			t.Fatal(err)
		}
		holdsAccount(t, r)
	}
}

// TestNothingIsDropped plants a word into every text of a page and wants each
// counted, and each that no diagnostic tells of in the framework.
func TestNothingIsDropped(t *testing.T) {
	t.Parallel()
	forms := []string{"# %s\n", "## %s\n", "### %s\n", "I %s well.\n", "%s\n", "> %s\n", "- I %s it.\n", "- %s\n", "  - %s\n", "1. %s\n", "**%s:** much\n", "**%s**\n",
		"| %s |\n|---|\n", "```\n%s\n```\n", "<details><summary>%s</summary>\n\n</details>\n", "Examples: %s\n", "[%s](L2.md)\n", "- [%s](#a)\n"}
	rapid.Check(t, func(t *rapid.T) {
		var page strings.Builder
		n := rapid.IntRange(1, 25).Draw(t, "blocks")
		for i := range n {
			fmt.Fprintf(&page, rapid.SampledFrom(forms).Draw(t, "form")+"\n", fmt.Sprintf("word%d", i))
		}
		name := rapid.SampledFrom([]string{"Bakers/L1-Baker.md", "Bakers.md", "README.md"}).Draw(t, "name")
		r, err := compile.Compile(context.Background(), compile.Input{Tree: fstest.MapFS{name: {Data: []byte(page.String())}}})
		if err != nil {
			t.Fatal(err)
		}
		holdsAccount(t, r)
		if got := r.Coverage()[0]; got.Blocks < n {
			t.Fatalf("%d texts of %d are counted in\n%s", got.Blocks, n, page.String())
		}
	})
}

func FuzzCoverage(f *testing.F) {
	f.Add("# L1: Baker\n\n## Bread\n\n- I bake.\n", "a: {B c: [d, 'e f']}\n")
	f.Add("---\na: b\n---\n<details><summary>x</summary>\n\n| a |\n|---|\n| b |\n", "- a\n- - b\n")
	f.Fuzz(func(t *testing.T, page, data string) {
		r, err := compile.Compile(context.Background(), compile.Input{Tree: fstest.MapFS{
			"Bakers/L1-Baker.md": {Data: []byte(page)}, "Bakers.yaml": {Data: []byte(data)}, "Bakers/table.csv": {Data: []byte(data)},
		}})
		if err != nil {
			t.Fatal(err)
		}
		holdsAccount(t, r)
	})
}
