package example

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const header = "author: Ada Quay <ada@pier.example>\nday: 9\n\nSay something\n"

func TestRevisionsIn(t *testing.T) {
	t.Parallel()
	start := header + "-- A.md --\none\ntwo\nthree\n-- d/B.md --\nb\n"
	later := strings.Replace(header, "day: 9", "day: 4", 1)
	tests := []struct {
		name, step string
		want       map[string]string
		wantErr    string
	}{
		{"write", "-- C.md --\nc\n", map[string]string{"A.md": "one\ntwo\nthree\n", "d/B.md": "b\n", "C.md": "c\n"}, ""},
		{"edit", "-- edit: A.md --\n<<<<<<<\ntwo\n=======\n2\n2.5\n>>>>>>>\n<<<<<<<\nthree\n=======\n>>>>>>>\n",
			map[string]string{"A.md": "one\n2\n2.5\n\n", "d/B.md": "b\n"}, ""},
		{"edit within a line", "-- edit: A.md --\n<<<<<<<\nhre\n=======\nHRE\n>>>>>>>\n", map[string]string{"A.md": "one\ntwo\ntHREe\n", "d/B.md": "b\n"}, ""},
		{"move a file", "-- move: A.md -> d/A.md --\n", map[string]string{"d/A.md": "one\ntwo\nthree\n", "d/B.md": "b\n"}, ""},
		{"move a folder", "-- move: d/ -> e/f/ --\n", map[string]string{"A.md": "one\ntwo\nthree\n", "e/f/B.md": "b\n"}, ""},
		{"delete", "-- delete: A.md --\n", map[string]string{"d/B.md": "b\n"}, ""},

		{"edit finds nothing", "-- edit: A.md --\n<<<<<<<\none\n=======\n1\n>>>>>>>\n<<<<<<<\nfour\n=======\n4\n>>>>>>>\n", nil,
			"revision 02.txtar: edit A.md: block 2: old text found 0 times, expected once"},
		{"edit finds two", "-- edit: A.md --\n<<<<<<<\no\n=======\n0\n>>>>>>>\n", nil, "revision 02.txtar: edit A.md: block 1: old text found 2 times, expected once"},
		{"edit of no file", "-- edit: X.md --\n<<<<<<<\no\n=======\n0\n>>>>>>>\n", nil, "revision 02.txtar: edit X.md: no such file"},
		{"edit without blocks", "-- edit: A.md --\n", nil, "revision 02.txtar: edit A.md: " + errBlockForm.Error()},
		{"edit block not closed", "-- edit: A.md --\n<<<<<<<\none\n=======\n1\n", nil, "revision 02.txtar: edit A.md: " + errBlockForm.Error()},
		{"edit block without old text", "-- edit: A.md --\n<<<<<<<\n=======\n1\n>>>>>>>\n", nil, "revision 02.txtar: edit A.md: " + errBlockForm.Error()},
		{"move of nothing", "-- move: X.md -> Y.md --\n", nil, "revision 02.txtar: move X.md: no such file or folder"},
		{"move onto a file", "-- move: A.md -> d/B.md --\n", nil, "revision 02.txtar: move A.md: d/B.md is there already"},
		{"move without arrow", "-- move: A.md --\n", nil, `revision 02.txtar: move "A.md": expected "move: A -> B"`},
		{"delete of nothing", "-- delete: X.md --\n", nil, "revision 02.txtar: delete X.md: no such file"},
		{"unknown step", "-- paint: A.md --\n", nil, `revision 02.txtar: step "paint: A.md": expected a path, or edit, move or delete and a colon`},
		{"path that climbs", "-- ../A.md --\n", nil, `revision 02.txtar: write "../A.md": not a slash-separated relative path`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			fsys := fstest.MapFS{"h/01.txtar": {Data: []byte(start)}, "h/02.txtar": {Data: []byte(later + test.step)}}
			got, err := revisionsIn(fsys, "h")
			if test.wantErr != "" {
				if err == nil || err.Error() != test.wantErr {
					t.Fatalf("got error %v, want %s", err, test.wantErr)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, textsOf(got[1])); diff != "" {
				t.Errorf("tree (-want +got):\n%s", diff)
			}
			if n := len(got[0].Files); n != 2 {
				t.Errorf("the revision before has %d files now, want 2", n)
			}
		})
	}
}

func TestRevisionHeader(t *testing.T) {
	t.Parallel()
	const badForm = `revision 01.txtar: header is not "author: Name <address>", "day: N", a blank line and a message`
	tests := []struct{ name, first, second, want string }{
		{"no author", "day: 9\n\nSay\n", header, badForm},
		{"no message", "author: Ada Quay <ada@pier.example>\nday: 9\n\n", header, badForm},
		{"as-of day", strings.Replace(header, "day: 9", "day: 0", 1), header, "revision 01.txtar: day 0 is not a number of days of 1 or more"},
		{"same day twice", header, header, "revision 02.txtar: day 9 is not after the revision before it, of day 9: use a smaller number"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			fsys := fstest.MapFS{"h/01.txtar": {Data: []byte(test.first)}, "h/02.txtar": {Data: []byte(test.second)}}
			_, err := revisionsIn(fsys, "h")
			if err == nil || err.Error() != test.want {
				t.Errorf("got error %v, want %s", err, test.want)
			}
		})
	}
}

func TestInForce(t *testing.T) {
	t.Parallel()
	revisions := []Revision{{Day: 30}, {Day: 20}, {Day: 10}}
	for day, want := range map[int]int{99: 0, 30: 0, 21: 0, 20: 1, 11: 1, 10: 2, 0: 2} {
		if got := inForce(revisions, day); got != want {
			t.Errorf("inForce of day %d: got %d, want %d", day, got, want)
		}
	}
}

func textsOf(revision Revision) map[string]string {
	texts := map[string]string{}
	for name, data := range revision.Files {
		texts[name] = string(data)
	}
	return texts
}

func mustRevisions(t *testing.T) []Revision {
	t.Helper()
	revisions, err := Revisions()
	if err != nil {
		t.Fatal(err)
	}
	return revisions
}

// bySubject finds the revision whose subject begins with words, and the one
// before it.
func bySubject(t *testing.T, words string) (before, after Revision) {
	t.Helper()
	for _, revision := range mustRevisions(t) {
		if strings.HasPrefix(revision.subject(), words) {
			return before, revision
		}
		before = revision
	}
	t.Fatalf("no revision says %q", words)
	return
}

// statementAreas maps the plain text of each statement of a file to its area.
func statementAreas(revision Revision, name string) map[string]string {
	areas := map[string]string{}
	for _, found := range statementsIn(revision.Files[name]) {
		areas[found.plain()] = found.area
	}
	return areas
}

func rolesOf(revision Revision) []string {
	var roles []string
	for _, name := range slices.Sorted(maps.Keys(revision.Files)) {
		if levelOf(name) != "" {
			roles = append(roles, name)
		}
	}
	return roles
}

func resolveLink(from, target string) string {
	return path.Join(path.Dir(from), target)
}

// subject is the first line of a revision's message.
func (r Revision) subject() string {
	first, _, _ := strings.Cut(r.Message, "\n")
	return first
}
