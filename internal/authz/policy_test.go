package authz_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/authz"
	"rung/internal/fault"
)

var update = flag.Bool("update", false, "rewrite goldens and docs/policy.md")

// golden holds got against the file, or rewrites it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run with -update)", err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got):\n%s", path, d)
	}
}

func TestPolicyPage(t *testing.T) {
	t.Parallel()
	golden(t, "../../docs/policy.md", authz.Markdown())
}

// kinds are the actors that the matrix sets against each operation. The facts
// are always of Ada's things, which Bo wrote where an author matters.
var kinds = []struct {
	name  string
	actor authz.Actor
}{
	{"anonymous", authz.Actor{}},
	{"colleague", authz.Actor{Person: "cy"}},
	{"owner", authz.Actor{Person: "ada"}},
	{"author", authz.Actor{Person: "bo"}},
	{"manager", authz.Actor{Person: "mo"}},
	{"former manager", authz.Actor{Person: "fay"}},
	{"administrator", authz.Actor{Person: "root", Admin: true}},
}

func TestPolicyMatrix(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	fmt.Fprintf(&b, "%-55s", "")
	for _, k := range kinds {
		fmt.Fprintf(&b, " %-14s", k.name)
	}
	b.WriteString("\n")
	for _, row := range authz.Table() {
		for _, shared := range []bool{false, true} {
			name := string(row.Operation)
			if shared {
				name += ", shared"
			}
			fmt.Fprintf(&b, "%-55s", name)
			for _, k := range kinds {
				d := authz.Decide(row.Operation, k.actor, authz.Facts{Owner: "ada", Manager: "mo", Author: "bo", Shared: shared})
				fmt.Fprintf(&b, " %-14s", map[bool]string{true: "yes", false: "-"}[d.Allowed])
				if d.Reason == "" {
					t.Errorf("%s, %s: a decision without a reason", row.Operation, k.name)
				}
			}
			b.WriteString("\n")
		}
	}
	golden(t, "testdata/matrix.txt", trimLines(b.String()))
}

func trimLines(s string) string {
	var out []string
	for line := range strings.Lines(s) {
		out = append(out, strings.TrimRight(line, " \n"))
	}
	return strings.Join(out, "\n") + "\n"
}

// TestNobodyIsOwnerOfNothing guards the empty ids: facts that nobody filled in
// must open nothing to somebody who is nobody.
func TestNobodyIsOwnerOfNothing(t *testing.T) {
	t.Parallel()
	for _, row := range authz.Table() {
		for _, shared := range []bool{false, true} {
			open := false
			for _, g := range row.Grants {
				open = open || g.Who == authz.Anyone
			}
			if got := authz.Decide(row.Operation, authz.Actor{}, authz.Facts{Shared: shared}).Allowed; got != open {
				t.Errorf("%s: anonymous against empty facts is allowed %v, want %v", row.Operation, got, open)
			}
			if authz.Decide(row.Operation, authz.Actor{Admin: true}, authz.Facts{}).Allowed != open {
				t.Errorf("%s: an administrator who has not signed in is somebody", row.Operation)
			}
		}
	}
}

func TestTableIsWhole(t *testing.T) {
	t.Parallel()
	seen := map[authz.Operation]bool{}
	for _, row := range authz.Table() {
		if seen[row.Operation] || len(row.Grants) == 0 || row.Why == "" {
			t.Errorf("row %q is there twice, grants nothing or gives no reason", row.Operation)
		}
		seen[row.Operation] = true
	}
	if authz.Decide("fly", authz.Actor{Person: "ada", Admin: true}, authz.Facts{Owner: "ada"}).Allowed {
		t.Error("an operation that the table does not have is allowed")
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		actor authz.Actor
		want  string
	}{
		{authz.Actor{}, "Please sign in first."},
		{authz.Actor{Person: "cy"}, "This is not yours to do."},
		{authz.Actor{Person: "root", Admin: true}, ""},
	} {
		err := authz.Check(authz.KeepPeople, c.actor, authz.Facts{})
		got := ""
		if err != nil {
			got = fault.MessageOf(err)
		}
		if got != c.want {
			t.Errorf("%v: got %q, want %q", c.actor, got, c.want)
		}
	}
}
