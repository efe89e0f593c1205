package sqlite_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rung/internal/store/sqlite"
)

// meant are the scans that a statement is to make, each with why.
var meant = map[string]string{
	"ListCurrentAssignments: SCAN p": "it is of all people",
	"ListRatingPins: SCAN w":         "it is of all ratings",
	"ListRatingPins: SCAN n":         "n is all ratings, numbered",
	"ListEvidencePins: SCAN s":       "it is of all links",
	"ListLatestRatings: SCAN n":      "n is one person's ratings, numbered",
	"RemoveInvites: SCAN invites":    "few invites wait at a time, and COALESCE hides the index",
}

// Every statement finds its rows by an index.
func TestStatementsUseIndices(t *testing.T) {
	t.Parallel()
	path := newPath(t)
	open(t, sqlite.Config{Path: path})
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	files, err := filepath.Glob("../sqlstore/query/*.sql.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no statements: %v", err)
	}
	quoted := regexp.MustCompile("(?s)`-- name: (\\w+) :\\w+\n(.*?)`")
	scan := regexp.MustCompile(`^SCAN \w+$`)
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range quoted.FindAllStringSubmatch(string(text), -1) {
			for _, step := range plan(t, db, m[2]) {
				if at := m[1] + ": " + step; scan.MatchString(step) && meant[at] == "" {
					t.Error(at)
				}
			}
		}
	}
}

func plan(t *testing.T, db *sql.DB, statement string) []string {
	t.Helper()
	args := make([]any, strings.Count(statement, "$")) // NULLs, and more than enough
	rows, err := db.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+statement, args...)
	if err != nil {
		t.Fatalf("%v in %s", err, statement)
	}
	defer rows.Close()
	var steps []string
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, detail)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return steps
}
