package internal

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path of this module; every import below it obeys the table.
const module = "rung"

// layers is the shape of the program. A package imports lower layers only; the
// edges within a layer are the arrows below. A name that ends in "/*" stands
// for every package beneath it.
var layers = []struct {
	level    int
	packages []string
}{
	{0, []string{
		"internal/source", "internal/model", "internal/diag", "internal/fault",
		"internal/wording", // how alike two texts are: lineage and diff are siblings and both ask it
		"internal/workers", // work spread over processors: readers, resolve and lint all ask it
		"internal/pattern", // expressions compiled at first use, for the same
		"internal/wire",    // JSON in one form: compile, history, change and impact all write some
	}},
	{1, []string{
		"internal/parse", "internal/settings", "internal/dialect", "internal/dialect/*",
		"internal/resolve", "internal/lineage", "internal/lint", "internal/diff",
	}},
	{2, []string{
		"internal/growth", "internal/compile",
		"internal/change",  // what an edit did, in words
		"internal/history", // all revisions of a ladder, compiled and linked
	}},
	{3, []string{
		"internal/store", "internal/authz", "internal/audit",
		"internal/impact", // what an edit would do to what people have said
	}},
	{4, []string{
		"internal/people", "internal/evidence", "internal/ratings", "internal/feedback", "internal/plans", "internal/reviews",
		"internal/frameworks", // which revisions there are: a use case like the others
		"internal/accounts",   // signing in: a use case like the others
		"internal/pages", "internal/pages/*",
	}},
	{5, []string{
		"internal/web", "internal/api", "internal/publish",
		"internal/store/sqlite", "internal/store/postgres", "internal/store/sqlstore", "internal/store/sqlstore/*",
		"internal/store/postgres/pgtest", // a PostgreSQL for tests
		"internal/store/storetest",       // the specification of stores: it drives them from outside
		"internal/gitrepo", "internal/mail", "internal/oidc",
		"internal/gitrepo/gittest",     // small repositories for tests
		"internal/lineage/lineagetest", // random histories that know the truth, for tests: they are drawn by chance
		"internal/origin",              // what a PATH is: folder, file or repository
		"internal/example",             // the built-in company; it reads files that are in the binary and writes a repository
		"internal/example/loader",      // the company put into a store
	}},
	{6, []string{
		"internal/cli", "cmd/rung",
		"internal/walk", // tests alone: it drives the built program from outside
	}},
}

// arrows are the only edges within a layer, each with its reason.
var arrows = map[string][]string{
	"internal/model":          {"internal/source"},                     // what is read says where it stands
	"internal/diag":           {"internal/source", "internal/wire"},    // so does what is wrong
	"internal/settings":       {"internal/parse"},                      // rung.yaml is YAML like any other
	"internal/dialect":        {"internal/parse", "internal/settings"}, // readers share one Markdown and YAML reading, and ask what was settled
	"internal/dialect/*":      {"internal/dialect", "internal/parse"},  // each reader fills the same contract
	"internal/history":        {"internal/compile"},                    // a line of revisions is compiled one by one
	"internal/audit":          {"internal/authz"},                      // an entry names an operation of the policy
	"internal/store":          {"internal/audit"},                      // entries are kept with what they record
	"internal/pages":          {"internal/pages/*"},                    // pages are made of components
	"internal/pages/*":        {"internal/pages/*", "internal/pages"},  // one folder a page
	"internal/store/sqlite":   {"internal/store/sqlstore", "internal/store/sqlstore/*"},
	"internal/store/postgres": {"internal/store/sqlstore", "internal/store/sqlstore/*"},
	"internal/store/sqlstore": {"internal/store/sqlstore/*"}, // queries that were generated
	"internal/example/loader": {"internal/example"},
	"internal/origin":         {"internal/gitrepo"}, // a PATH may be a repository
	"cmd/rung":                {"internal/cli"},
}

// only names packages that may import nothing of ours but what stands here.
var only = map[string][]string{
	"internal/publish": {"internal/compile", "internal/pages", "internal/pages/*"},
}

// ports never know which database there is; cli alone picks one.
var ports = []string{"internal/web", "internal/api"}

// modules are the direct requirements that were decided. A module joins by a
// line here, with the reason in its commit.
var modules = []string{
	"github.com/a-h/templ",
	"github.com/alecthomas/kong",
	"github.com/chromedp/chromedp",
	"github.com/google/go-cmp",
	"github.com/jackc/pgx/v5",
	"github.com/microcosm-cc/bluemonday",
	"github.com/pelletier/go-toml/v2",
	"github.com/pressly/goose/v3",
	"github.com/rogpeppe/go-internal",
	"github.com/yuin/goldmark",
	"go.uber.org/goleak",
	"go.yaml.in/yaml/v4",
	"golang.org/x/crypto",
	"golang.org/x/net",
	"golang.org/x/term",
	"golang.org/x/text",
	"golang.org/x/tools",
	"modernc.org/sqlite",
	"pgregory.net/rapid",
}

// maxModules is the most direct requirements that we want to answer for.
const maxModules = 28

// impure are imports that let the world in; L0 to L2 are functions of their
// input alone. A name that ends in "/" stands for all below it.
var impure = []string{
	"os", "os/", "net", "net/http", "net/http/", "net/rpc", "net/smtp", "database/sql", "database/sql/",
	"log", "log/", "math/rand", "math/rand/v2", "crypto/rand", "syscall", "plugin", "unsafe",
}

// clock are the functions of package time that read the clock or wait.
var clock = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}

// refused are package names that say nothing.
var refused = []string{"util", "utils", "common", "helper", "helpers", "models", "types", "manager", "misc", "shared_code", "base"}

// Limits of size, in lines.
const (
	maxMain     = 40
	maxFile     = 500
	maxFunction = 60
	longFile    = 250 // worth a look
	longFunc    = 45  // one in ten may be longer
)

// longFiles and longFunctions are what may exceed the limits, with the reason.
var (
	longFiles     = map[string]string{}
	longFunctions = map[string]string{}
)

// file is one Go file that somebody wrote, parsed.
type file struct {
	path  string // slash-separated, below the module's root
	pkg   string // its folder, as the table names packages
	lines int
	tree  *ast.File
	set   *token.FileSet
}

// load parses every file under cmd and internal that is neither a test nor
// generated.
func load(t *testing.T) []file {
	t.Helper()
	var out []file
	for _, top := range []string{"../cmd", "."} {
		err := filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && (d.Name() == "testdata" || len(d.Name()) > 1 && strings.HasPrefix(d.Name(), "_")) {
				return filepath.SkipDir
			}
			if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return nil
			}
			f, err := parseFile(name)
			if err == nil && !ast.IsGenerated(f.tree) {
				out = append(out, f)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(out) == 0 {
		t.Fatal("found no Go file at all")
	}
	return out
}

func parseFile(name string) (file, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return file{}, err
	}
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return file{}, err
	}
	slash := path.Join("internal", filepath.ToSlash(name))
	return file{path: slash, pkg: path.Dir(slash), lines: strings.Count(string(text), "\n"), tree: tree, set: set}, nil
}

func (f file) imports() []string {
	var out []string
	for _, i := range f.tree.Imports {
		p, _ := strconv.Unquote(i.Path.Value) // the parser has checked it
		out = append(out, p)
	}
	return out
}

func (f file) at(n ast.Node) string {
	return fmt.Sprintf("%s:%d", f.path, f.set.Position(n.Pos()).Line)
}

// covers reports whether a name of the table stands for the package.
func covers(pattern, pkg string) bool {
	if below, ok := strings.CutSuffix(pattern, "/*"); ok {
		return strings.HasPrefix(pkg, below+"/")
	}
	return pattern == pkg
}

func anyCovers(patterns []string, pkg string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return covers(p, pkg) })
}

// level returns the layer of a package; ok is false where the table has none.
func level(pkg string) (n int, ok bool) {
	for _, l := range layers {
		if anyCovers(l.packages, pkg) {
			return l.level, true
		}
	}
	return 0, false
}

// drawn reports whether an edge within a layer is one of the arrows.
func drawn(from, to string) bool {
	for _, pattern := range slices.Sorted(maps.Keys(arrows)) {
		if covers(pattern, from) && anyCovers(arrows[pattern], to) {
			return true
		}
	}
	return false
}

// edge returns what is wrong with an import of one package of ours by another,
// or "".
func edge(from, to string) string {
	have, okFrom := level(from)
	want, okTo := level(to)
	switch {
	case !okFrom:
		return from + " is missing from the table of layers"
	case !okTo:
		return to + " is missing from the table of layers"
	case slices.Contains(ports, from) && strings.HasPrefix(to, "internal/store/"):
		return from + " imports " + to + ": only cli picks a store"
	case only[from] != nil && !anyCovers(only[from], to):
		return fmt.Sprintf("%s imports %s: it may import %s alone", from, to, strings.Join(only[from], ", "))
	case want < have || want == have && drawn(from, to):
		return ""
	case want == have:
		return fmt.Sprintf("%s imports its sibling %s, and no arrow is drawn", from, to)
	default:
		return fmt.Sprintf("%s (L%d) imports upward: %s (L%d)", from, have, to, want)
	}
}

func TestLayers(t *testing.T) {
	t.Parallel()
	for _, f := range load(t) {
		if _, ok := level(f.pkg); !ok {
			t.Errorf("%s: %s is missing from the table of layers", f.path, f.pkg)
			continue
		}
		for _, p := range f.imports() {
			to, ours := strings.CutPrefix(p, module+"/")
			if !ours {
				continue
			}
			if wrong := edge(f.pkg, to); wrong != "" {
				t.Errorf("%s: %s", f.path, wrong)
			}
		}
	}
}

func TestEdge(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from, to string
		want     string // a part of what is wrong; "" where nothing is
	}{
		{"internal/model", "internal/source", ""},
		{"internal/source", "internal/model", "sibling"},
		{"internal/model", "internal/compile", "upward"},
		{"internal/dialect/matrix", "internal/dialect", ""},
		{"internal/dialect/matrix", "internal/dialect/narrative", "sibling"},
		{"internal/dialect", "internal/parse", ""},
		{"internal/parse", "internal/dialect", "sibling"},
		{"internal/lineage", "internal/diff", "sibling"},
		{"internal/lineage", "internal/wording", ""},
		{"internal/evidence", "internal/ratings", "sibling"},
		{"internal/evidence", "internal/growth", ""},
		{"internal/store/sqlite", "internal/store/sqlstore", ""},
		{"internal/store/sqlite", "internal/store/postgres", "sibling"},
		{"internal/web", "internal/store/sqlite", "only cli picks a store"},
		{"internal/web", "internal/store", ""},
		{"internal/api", "internal/web", "sibling"},
		{"internal/publish", "internal/compile", ""},
		{"internal/publish", "internal/model", "alone"},
		{"internal/cli", "internal/store/sqlite", ""},
		{"internal/web", "internal/cli", "upward"},
		{"internal/nowhere", "internal/model", "missing from the table"},
	} {
		got := edge(c.from, c.to)
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("edge(%s, %s) = %q, want one that says %q", c.from, c.to, got, c.want)
		}
	}
}

// inward reports whether a package must be a function of its input.
func inward(pkg string) bool {
	n, ok := level(pkg)
	return ok && n <= 2
}

func TestInnerLayersArePure(t *testing.T) {
	t.Parallel()
	for _, f := range load(t) {
		if !inward(f.pkg) {
			continue
		}
		for _, p := range f.imports() {
			if slices.ContainsFunc(impure, func(i string) bool { return p == i || strings.HasSuffix(i, "/") && strings.HasPrefix(p, i) }) {
				t.Errorf("%s imports %q: L0 to L2 are pure", f.path, p)
			}
		}
	}
}

// TestClock holds that only ports and the composition read the clock: below
// them the time of day is an argument or a part of the Config.
func TestClock(t *testing.T) {
	t.Parallel()
	for _, f := range load(t) {
		if n, ok := level(f.pkg); !ok || n >= 5 {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains(clock, s.Sel.Name) {
				t.Errorf("%s: time.%s below L5: take the time as an argument", f.at(n), s.Sel.Name)
			}
			return true
		})
	}
}

// TestNoStartupCode refuses init functions, and with them registration behind
// the reader's back.
func TestNoStartupCode(t *testing.T) {
	t.Parallel()
	for _, f := range load(t) {
		for _, d := range f.tree.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s: init(): construct it where it is used", f.at(fn))
			}
		}
	}
}

// TestPatternsAreCompiledLate holds that no expression of the core is compiled
// before it is used: every command would pay for all of them.
func TestPatternsAreCompiledLate(t *testing.T) {
	t.Parallel()
	for _, f := range load(t) {
		if !inward(f.pkg) || f.pkg == "internal/pattern" {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl, *ast.FuncLit: // runs when it is called
				return false
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "regexp" && n.Sel.Name == "MustCompile" {
					t.Errorf("%s: an expression compiled at the start: pattern.New of rung/internal/pattern has the same methods", f.at(n))
				}
			}
			return true
		})
	}
}

func TestPackageNames(t *testing.T) {
	t.Parallel()
	for _, f := range load(t) {
		name := f.tree.Name.Name
		if slices.Contains(refused, name) {
			t.Errorf("%s: package %s says nothing: name it for what it gives", f.path, name)
		}
		if base := path.Base(f.pkg); name != base && name != "main" {
			t.Errorf("%s: package %s in folder %s: one name for both", f.path, name, base)
		}
	}
}

func TestModules(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	direct := directModules(string(text))
	if len(direct) == 0 || len(direct) > maxModules {
		t.Errorf("%d direct modules, want 1 to %d", len(direct), maxModules)
	}
	for _, m := range direct {
		if !slices.Contains(modules, m) {
			t.Errorf("go.mod requires %s, which nobody has decided: add it to the list with a reason, or do without", m)
		}
	}
}

// directModules returns the requirements of a go.mod that are not marked
// indirect.
func directModules(text string) []string {
	var out []string
	block := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "require (":
			block = true
		case line == ")":
			block = false
		case strings.HasSuffix(line, "// indirect"):
		case block && line != "":
			out = append(out, strings.Fields(line)[0])
		case strings.HasPrefix(line, "require "):
			out = append(out, strings.Fields(line)[1])
		}
	}
	return out
}

func TestMainIsShort(t *testing.T) {
	t.Parallel()
	for _, f := range load(t) {
		if f.tree.Name.Name == "main" && f.lines > maxMain {
			t.Errorf("%s has %d lines, want at most %d: the program is in internal/cli", f.path, f.lines, maxMain)
		}
	}
}

func TestSizes(t *testing.T) {
	t.Parallel()
	functions, long := 0, 0
	for _, f := range load(t) {
		if f.lines > maxFile && longFiles[f.path] == "" {
			t.Errorf("%s has %d lines, want at most %d: split it by what it is about, or write the reason into longFiles", f.path, f.lines, maxFile)
		}
		for _, d := range f.tree.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := f.set.Position(fn.End()).Line - f.set.Position(fn.Pos()).Line + 1
			functions++
			if n > longFunc {
				long++
			}
			if name := f.pkg + "." + fn.Name.Name; n > maxFunction && longFunctions[name] == "" {
				t.Errorf("%s: %s has %d lines, want at most %d: split it, or write the reason into longFunctions", f.at(fn), fn.Name.Name, n, maxFunction)
			}
		}
	}
	if long*10 > functions {
		t.Errorf("%d of %d functions have more than %d lines, want at most one in ten", long, functions, longFunc)
	}
}

func TestAllowListsAreNeeded(t *testing.T) {
	t.Parallel()
	lines := map[string]int{}
	for _, f := range load(t) {
		lines[f.path] = f.lines
	}
	for name := range longFiles {
		if lines[name] <= maxFile {
			t.Errorf("longFiles excuses %s, which has %d lines: take it off", name, lines[name])
		}
	}
}

func TestExportedNamesAreDocumented(t *testing.T) {
	t.Parallel()
	documented := map[string]bool{}
	first := map[string]string{}
	for _, f := range load(t) {
		if f.tree.Doc != nil {
			documented[f.pkg] = true
		}
		if first[f.pkg] == "" {
			first[f.pkg] = f.path
		}
		for _, wrong := range undocumented(f) {
			t.Error(wrong)
		}
	}
	for pkg, name := range first {
		if !documented[pkg] {
			t.Errorf("%s: package %s has no comment that says what it gives", name, pkg)
		}
	}
}

// undocumented returns a line for each exported name of the file that has no
// comment, or one that does not begin with the name.
func undocumented(f file) []string {
	var out []string
	check := func(n ast.Node, name string, doc *ast.CommentGroup) {
		switch {
		case !ast.IsExported(name):
		case doc == nil:
			out = append(out, fmt.Sprintf("%s: %s has no comment", f.at(n), name))
		case !strings.HasPrefix(doc.Text(), name):
			out = append(out, fmt.Sprintf("%s: the comment of %s should begin with its name", f.at(n), name))
		}
	}
	for _, d := range f.tree.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil || ast.IsExported(receiver(d)) {
				check(d, d.Name.Name, d.Doc)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				if s, ok := s.(*ast.TypeSpec); ok {
					doc := s.Doc
					if doc == nil {
						doc = d.Doc
					}
					check(s, s.Name.Name, doc)
				}
				if s, ok := s.(*ast.ValueSpec); ok && s.Doc == nil && s.Comment == nil && d.Doc == nil {
					check(s, s.Names[0].Name, nil)
				}
			}
		}
	}
	return out
}

// receiver returns the name of a method's type.
func receiver(d *ast.FuncDecl) string {
	x := d.Recv.List[0].Type
	for {
		switch t := x.(type) {
		case *ast.StarExpr:
			x = t.X
		case *ast.IndexExpr:
			x = t.X
		case *ast.Ident:
			return t.Name
		default:
			return ""
		}
	}
}

// TestTestsOnly holds that what only tests need is not in the program.
func TestTestsOnly(t *testing.T) {
	t.Parallel()
	for _, f := range load(t) {
		if strings.HasSuffix(f.pkg, "test") {
			continue
		}
		for _, p := range f.imports() {
			for _, m := range []string{"testing", "github.com/google/go-cmp", "github.com/rogpeppe/go-internal/testscript", "pgregory.net/rapid", "go.uber.org/goleak", "github.com/chromedp"} {
				if p == m || strings.HasPrefix(p, m+"/") && m != "testing" {
					t.Errorf("%s imports %s, which only tests may", f.path, p)
				}
			}
		}
	}
}
