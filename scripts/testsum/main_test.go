package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSummary(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		in   []string
		want string
	}{
		{"nothing ran", nil, "No test ran.\n0 passed, 0 failed, 0 skipped\n"},
		{"all kinds", []string{
			`{"Action":"run","Package":"p","Test":"TestA"}`,
			`{"Action":"pass","Package":"p","Test":"TestA"}`,
			`{"Action":"output","Package":"p","Test":"TestB","Output":"    b_test.go:7: want 1, got 2\n"}`,
			`{"Action":"fail","Package":"p","Test":"TestB"}`,
			`{"Action":"output","Package":"p","Test":"TestC","Output":"    c_test.go:9: no database here\n"}`,
			`{"Action":"output","Package":"p","Test":"TestC","Output":"--- SKIP: TestC (0.00s)\n"}`,
			`{"Action":"skip","Package":"p","Test":"TestC"}`,
			`{"Action":"fail","Package":"p"}`,
		}, "FAIL p TestB\n    b_test.go:7: want 1, got 2\n\nSKIP 1: no database here\n1 passed, 1 failed, 1 skipped\n"},
		{"a package that does not compile", []string{
			`{"ImportPath":"q","Action":"build-output","Output":"q.go:1: syntax error\n"}`,
			`{"ImportPath":"q","Action":"build-fail"}`,
			`{"Action":"fail","Package":"q","FailedBuild":"q"}`,
		}, "FAIL q\nq.go:1: syntax error\n\n0 passed, 1 failed, 0 skipped\n"},
		{"a line that is no event", []string{`go: cannot find main module`},
			"go: cannot find main module\nNo test ran.\n0 passed, 0 failed, 0 skipped\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newSummary()
			if err := s.read(strings.NewReader(strings.Join(c.in, "\n"))); err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			s.print(&got)
			if diff := cmp.Diff(c.want, got.String()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
