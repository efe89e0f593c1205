package lineage

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rung/internal/model"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestHistory steps through revN/ladder of each case; "want" has one line for
// each link that is not kept, and the number of those that are. Ids are shown
// by the order in which they came.
func TestHistory(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want string
			var revisions []txtar.File
			for _, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
				} else {
					revisions = append(revisions, f)
				}
			}
			got := tell(t, revisions)
			if *update {
				archive.Files = append(revisions, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func tell(t *testing.T, revisions []txtar.File) string {
	t.Helper()
	h := NewHistory(Config{})
	number := map[model.StatementID]int{}
	label := func(id model.StatementID) string {
		if number[id] == 0 {
			number[id] = len(number) + 1
		}
		return fmt.Sprintf("#%d", number[id])
	}
	var b strings.Builder
	for _, rev := range revisions {
		f := ladder(string(rev.Data))
		links := h.Step(f)
		checkIDs(t, f, links)
		fmt.Fprintf(&b, "%s\n", strings.TrimSuffix(rev.Name, "/ladder"))
		kept := 0
		for _, l := range links {
			id := label(l.ID)
			if l.Change == Kept {
				kept++
				continue
			}
			fmt.Fprintf(&b, "  %s %s, %s", id, l.Change, l.Certainty)
			for _, o := range l.Others {
				fmt.Fprintf(&b, " [%s]", label(o))
			}
			fmt.Fprintln(&b)
			show(&b, "-", l.Before)
			show(&b, "+", l.Now)
		}
		fmt.Fprintf(&b, "  %d kept\n", kept)
	}
	return b.String()
}

func show(b *strings.Builder, mark string, w *Wording) {
	if w != nil {
		fmt.Fprintf(b, "    %s %s, %s: %s\n", mark, w.Role, w.Area, w.Text)
	}
}

// checkIDs holds that the links name the statements of the framework in
// reading order, and none twice.
func checkIDs(t interface{ Fatalf(string, ...any) }, f *model.Framework, links []Link) {
	seen := map[model.StatementID]bool{}
	for i, p := range f.Places() {
		if p.Statement.ID != links[i].ID || links[i].Now == nil || links[i].Now.Text != p.Statement.Text {
			t.Fatalf("statement %d is %s, its link %+v", i, p.Statement.ID, links[i])
		}
		if seen[p.Statement.ID] || !strings.HasPrefix(string(p.Statement.ID), "s-") {
			t.Fatalf("id %s twice or malformed", p.Statement.ID)
		}
		seen[p.Statement.ID] = true
	}
}
