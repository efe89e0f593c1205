package compile_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/compile"
	"rung/internal/diag"
)

// shared holds real frameworks beside the repository; it is not part of it.
var shared = filepath.Join("..", "..", "..", "shared")

// corpora returns the folders of the real frameworks, by name.
func corpora(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(shared, "corpus"))
	if err != nil {
		t.Skip("../shared/corpus is not there: no real ladders to compile")
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out
}

func compileCorpus(t *testing.T, name string) *compile.Result {
	t.Helper()
	r, err := compile.Compile(context.Background(), compile.Input{Tree: os.DirFS(filepath.Join(shared, "corpus", name))})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestCorpus compiles real frameworks and holds the number of diagnostics of
// each code against testdata/corpus.json. A change of a count is to be looked
// at, hit by hit, before it is accepted.
func TestCorpus(t *testing.T) {
	t.Parallel()
	got := make(map[string]map[diag.Code]int)
	for _, name := range corpora(t) {
		r := compileCorpus(t, name)
		counts := make(map[diag.Code]int)
		for _, d := range r.Report.Sorted() {
			counts[d.Code]++
		}
		got[name] = counts
		checkStored(t, name, r)
		checkSpans(t, name, r)
	}
	golden := filepath.Join("testdata", "corpus.json")
	if *update {
		data, err := json.MarshalIndent(got, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]map[diag.Code]int
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("counts of diagnostics (-want +got):\n%s", diff)
	}
}

// checkStored holds that a real framework survives being stored.
func checkStored(t *testing.T, name string, r *compile.Result) {
	t.Helper()
	data, err := compile.Encode(r.Framework)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	back, err := compile.Decode(data)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if again, err := compile.Encode(back); err != nil || !bytes.Equal(data, again) {
		t.Errorf("%s: other bytes the second time: %v", name, err)
	}
}

// checkSpans holds that every place of every finding lies in its file.
func checkSpans(t *testing.T, name string, r *compile.Result) {
	t.Helper()
	for _, d := range r.Report.Sorted() {
		spans := []int{d.Primary.Start, d.Primary.End}
		if f := r.Sources.File(d.Primary.Path); f == nil && d.Primary.Path != "" && d.Code[0] != 'P' || f != nil && (spans[0] < 0 || spans[0] > spans[1] || spans[1] > f.Len()) {
			t.Errorf("%s: %s at %s %v lies outside", name, d.Code, d.Primary.Path, spans)
		}
		for _, fix := range d.Fixes {
			for _, e := range fix.Edits {
				if r.Sources.File(e.Span.Path) == nil || e.Span.Start > e.Span.End || e.Span.End > r.Sources.File(e.Span.Path).Len() {
					t.Errorf("%s: an edit of %s lies outside: %v", name, d.Code, e.Span)
				}
			}
		}
	}
}

// A real ladder of six tracks: its dead links are exactly those that a link
// checker finds, and its edges those that a reader finds.
func TestCorpusLinksAndEdges(t *testing.T) {
	t.Parallel()
	const name = "OctopusDeploy--People"
	if !slices.Contains(corpora(t), name) {
		t.Skip("../shared/corpus/" + name + " is not there")
	}
	r := compileCorpus(t, name)
	dead := make(map[string]int)
	for _, d := range r.Report.Sorted() {
		if d.Code == "R0001" {
			dead[r.Sources.Text(d.Primary)]++
			if len(d.Fixes) != 1 || len(d.Related) != 1 {
				t.Errorf("%s has no suggestion", r.Sources.Text(d.Primary))
			}
		}
	}
	wantDead := map[string]int{"L4-Cloud-Architect.md": 1, "../Software-Engineering/Levels-Maturity-And-Performance-Reviews.md": 5}
	if diff := cmp.Diff(wantDead, dead); diff != "" {
		t.Errorf("dead links (-want +got):\n%s", diff)
	}
	edges := make(map[string]int)
	derived := 0
	for _, role := range r.Framework.Roles {
		for _, e := range role.Extends {
			edges["extends "+string(e.Role)]++
		}
		for _, e := range role.Equivalences {
			edges[fmt.Sprintf("%s %s", e.Comparison, e.Role)]++
		}
		for _, s := range role.Statements() {
			if s.Derived {
				derived++
			}
		}
	}
	wantEdges := map[string]int{
		"extends foundation/everyone":                                 53,
		"extends foundation/leadership":                               7,
		"extends customer-success/l2-junior-customer-success-manager": 2,
		"extends customer-success/l3-customer-success-manager":        1,
		"extends engineering-management/l4-engineering-manager":       1,
		"extends software-engineering/l5-principal-software-engineer": 1,
		"equal software-engineering/l1-junior-software-engineer":      2,
		"equal software-engineering/l2-software-engineer":             2,
		"at-least software-engineering/l3-senior-software-engineer":   1,
	}
	if diff := cmp.Diff(wantEdges, edges); diff != "" {
		t.Errorf("edges (-want +got):\n%s", diff)
	}
	if derived != 6 {
		t.Errorf("%d statements only declare an edge, want 6", derived)
	}
}

// One page on its own: its links lead out, its edges keep their targets.
func TestSeedPage(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join(shared, "seed", "L4-Cloud-Architect.md"))
	if err != nil {
		t.Skip("../shared/seed is not there")
	}
	r, err := compile.Compile(context.Background(), compile.Input{Tree: fstest.MapFS{"L4-Cloud-Architect.md": {Data: data}}})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := compile.Export(&b, r); err != nil {
		t.Fatal(err)
	}
	var out struct {
		Roles []struct {
			Extends      []map[string]any
			Equivalences []map[string]any
			Areas        []struct{ Statements []any }
		}
	}
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Roles) != 1 || len(out.Roles[0].Extends) != 1 || len(out.Roles[0].Equivalences) != 1 {
		t.Fatalf("want one role with one extension and one equivalence:\n%s", b.String())
	}
	x, q := out.Roles[0].Extends[0], out.Roles[0].Equivalences[0]
	if x["role"] != nil || !strings.HasSuffix(x["target"].(string), "/Leadership.md") {
		t.Errorf("extension = %v", x)
	}
	if q["role"] != nil || q["comparison"] != "at-least" || !strings.HasSuffix(q["target"].(string), "/L3-Senior-Software-Engineer.md") {
		t.Errorf("equivalence = %v", q)
	}
	var counts []int
	for _, a := range out.Roles[0].Areas {
		counts = append(counts, len(a.Statements))
	}
	if diff := cmp.Diff([]int{7, 5, 10, 5}, counts); diff != "" {
		t.Errorf("statements by area (-want +got):\n%s", diff)
	}
	codes := make(map[diag.Code]int)
	for _, d := range r.Report.Sorted() {
		codes[d.Code]++
	}
	want := []diag.Code{"P0004", "R0001", "R0010"}
	if got := slices.Sorted(maps.Keys(codes)); !slices.Equal(got, want) {
		t.Errorf("codes = %v, want %v", got, want)
	}
}
