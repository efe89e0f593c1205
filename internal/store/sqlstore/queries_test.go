package sqlstore_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// statement is one query of the queries folder.
type statement struct {
	file, name, kind, text string
}

var (
	nameLine  = regexp.MustCompile(`(?m)^-- name: (\w+) :(\w+)\n`)
	parameter = regexp.MustCompile(`sqlc\\.narg\\\(\w+\\\)|@\w+`)
)

func statements(t *testing.T) []statement {
	t.Helper()
	files, err := filepath.Glob("../queries/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	var out []statement
	for _, f := range files {
		text := readFile(t, f)
		heads := nameLine.FindAllStringSubmatchIndex(text, -1)
		for i, h := range heads {
			end := len(text)
			if i+1 < len(heads) {
				end = heads[i+1][0]
			}
			out = append(out, statement{
				file: filepath.Base(f), name: text[h[2]:h[3]], kind: text[h[4]:h[5]],
				text: strings.TrimSuffix(strings.TrimSpace(text[h[1]:end]), ";"),
			})
		}
	}
	return out
}

// unportable is what one of the databases does not know, or means otherwise.
var unportable = map[string]*regexp.Regexp{
	"takes the database's clock or luck":           regexp.MustCompile(`(?i)\b(now|random|datetime|strftime|gen_random_uuid)\s*\(|\bcurrent_(timestamp|date|time)\b`),
	"casts with ::":                                regexp.MustCompile(`::`),
	"uses an array":                                regexp.MustCompile(`(?i)\b(any|all|unnest|array)\s*[(\[]`),
	"locks rows":                                   regexp.MustCompile(`(?i)\bfor\s+(update|share)\b`),
	"compares as only one of them does":            regexp.MustCompile(`(?i)\b(i?like|similar|glob|regexp|is\s+(not\s+)?distinct)\b`),
	"takes every column":                           regexp.MustCompile(`(?i)select\s+(\w+\.)?\*`),
	"gives a parameter no room, as an operator":    regexp.MustCompile(`[^\s(,]@\w`),
	"casts to a type that SQLite reads as numeric": regexp.MustCompile(`(?i)\bas\s+(bytea|json|boolean|timestamp\w*)\s*\)`),
	"leaves an aggregate without a type":           regexp.MustCompile(`(?i)select\s+(count|sum|min|max|avg)\s*\(`),
	"orders nulls by the database's own taste":     regexp.MustCompile(`(?i)\bnulls\s+(first|last)\b`),
}

func TestQueriesArePortable(t *testing.T) {
	t.Parallel()
	for _, s := range statements(t) {
		for what, pattern := range unportable {
			if m := pattern.FindString(s.text); m != "" {
				t.Errorf("%s: %s %s: %q", s.file, s.name, what, m)
			}
		}
	}
}

func TestListsAreBoundedAndOrdered(t *testing.T) {
	t.Parallel()
	tail := regexp.MustCompile(`(?s)\nORDER BY [^()]*(\([^()]*\)[^()]*)*\nLIMIT (CAST\(@max_rows AS BIGINT\)|1)$`)
	for _, s := range statements(t) {
		if s.kind == "many" && !tail.MatchString(strings.ReplaceAll(s.text, "\n         ", " ")) {
			t.Errorf("%s: %s returns many rows, expected it to end with ORDER BY and LIMIT CAST(@max_rows AS BIGINT)", s.file, s.name)
		}
	}
}

// What is generated is what is written: forgetting scripts/sqlc.sh shows here.
func TestGeneratedIsCurrent(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, s := range statements(t) {
		generated := readFile(t, filepath.Join("query", s.file+".go"))
		pattern := parameter.ReplaceAllString(regexp.QuoteMeta("-- name: "+s.name+" :"+s.kind+"\n"+s.text), `\$\d+`)
		if !regexp.MustCompile("`" + pattern + "\n`").MatchString(generated) {
			t.Errorf("%s: %s is not what was generated; run scripts/sqlc.sh", s.file, s.name)
		}
		seen[s.file+".go"] = true
	}
	files, err := filepath.Glob("query/*.sql.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !seen[filepath.Base(f)] {
			t.Errorf("%s was generated from a file that is gone; run scripts/sqlc.sh", f)
		}
	}
}

// No statement is written, and none put together, outside the queries folder.
func TestNoStatementInCode(t *testing.T) {
	t.Parallel()
	sql := regexp.MustCompile(`(?i)["` + "`" + `]\s*(select|insert|update|delete|with)\s`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		if m := sql.FindString(readFile(t, f)); m != "" {
			t.Errorf("%s has a statement in it: %q", f, m)
		}
	}
}

// The two databases' tables are the same but for the names of types.
func TestMigrationsAgree(t *testing.T) {
	t.Parallel()
	same := strings.NewReplacer(` COLLATE "C"`, "", "BIGINT", "INTEGER", "BYTEA", "BLOB")
	strict := regexp.MustCompile(`\) STRICT(, WITHOUT ROWID)?;`)
	comment := regexp.MustCompile(`(?m)^-- [^+].*\n`)
	lite, post := migrations(t, "../sqlite/migrations"), migrations(t, "../postgres/migrations")
	for name, text := range lite {
		got := comment.ReplaceAllString(strict.ReplaceAllString(text, ");"), "")
		want := comment.ReplaceAllString(same.Replace(post[name]), "")
		if got != want {
			t.Errorf("%s: SQLite's and PostgreSQL's tables differ by more than the names of types", name)
		}
		if n := strings.Count(text, "CREATE TABLE"); n != len(strict.FindAllString(text, -1)) {
			t.Errorf("%s: a table in SQLite is not STRICT", name)
		}
	}
	for name := range post {
		if _, ok := lite[name]; !ok {
			t.Errorf("%s is PostgreSQL's alone", name)
		}
	}
}

func TestColumnTypes(t *testing.T) {
	t.Parallel()
	column := regexp.MustCompile(`(?m)^  (\w+) +(TEXT|BIGINT|BYTEA)( COLLATE "C")?`)
	for name, text := range migrations(t, "../postgres/migrations") {
		for _, m := range column.FindAllStringSubmatch(text, -1) {
			col, typ, bytewise := m[1], m[2], m[3] != ""
			want := "TEXT"
			switch {
			case strings.HasSuffix(col, "_sealed"), col == "content":
				want = "BYTEA"
			case col == "at", strings.HasSuffix(col, "_at"), col == "since", col == "happened", col == "due",
				col == "shared_through", col == "version", col == "place", col == "n", col == "seq", col == "admin":
				want = "BIGINT"
			case col == "key" && typ == "BYTEA": // of a person; other keys are names
				want = "BYTEA"
			}
			if typ != want || bytewise != (want == "TEXT") {
				t.Errorf("%s: column %s is %s, expected %s (text with COLLATE \"C\")", name, col, strings.TrimSpace(m[0]), want)
			}
		}
	}
}

func migrations(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.sql"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no migrations in %s: %v", dir, err)
	}
	out := map[string]string{}
	for _, f := range files {
		out[filepath.Base(f)] = readFile(t, f)
	}
	return out
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
