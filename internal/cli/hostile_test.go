package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"rung/internal/parse"
)

const (
	soon  = time.Minute // far more than any of it takes, on a busy machine too
	hand  = "# L1: Hand\n\n## Craft\n\n- I tie the boat up so that it stays.\n"
	large = parse.MaxFileBytes - 1_000 // bytes of a page that is read
)

// hostile are trees that somebody may hand to a server or to a pipeline, each
// with a code that must be among what is said. Files are by name.
var hostile = map[string]struct {
	code  string
	files func(write func(name, text string))
}{
	"fifty megabytes":         {"P0001", one("a.md", strings.Repeat("- I do things.\n", 50<<20/15))},
	"fifty megabytes, a line": {"P0001", one("a.md", strings.Repeat("a ", 25<<20))},
	"quotes":                  {"P0001", one("a.md", strings.Repeat("> ", 10_000)+"a\n")},
	"lists":                   {"P0001", one("a.md", strings.Repeat("- ", 10_000)+"a\n")},
	"elements":                {"P0001", one("a.html", "<html><body>"+strings.Repeat("<ul><li>", 10_000))},
	"arrays":                  {"P0001", one("a.json", strings.Repeat("[", 10_000))},
	"sequences":               {"P0001", one("a.yaml", strings.Repeat("[", 10_000))},
	"aliases":                 {"P0001", one("a.yaml", bomb())},
	"aliases in front matter": {"P0001", one("a.md", "---\n"+bomb()+"---\n"+hand)},
	"bytes that are no UTF-8": {"P0003", one("a.md", hand+"- I do "+strings.Repeat("\xff\xfe\xc3(", 100_000)+"\n")},
	"zero bytes":              {"P0002", one("a.md", strings.Repeat("\x00", 1_000))},
	"ten thousand columns":    {"P0001", one("a.md", strings.Repeat("a|", 10_000)+"a\n"+strings.Repeat("-|", 10_000)+"-\n"+strings.Repeat("b|\n", 30))},
	"a million cells":         {"P0001", one("a.csv", strings.Repeat(strings.Repeat(",", 999)+"\n", 1_000))},
	"a cell without end":      {"", one("a.csv", "a,b\n\""+strings.Repeat("x\n", large/2))},
	"links without end":       {"R0001", one("a.html", "<html><body>"+strings.Repeat(`<a href="x">a`, large/14))},
	"dead links":              {"R0001", one("a.md", hand+many(20_000, "- [a](b%d.md)\n"))},
	"dead anchors":            {"R0002", one("a.md", hand+many(20_000, "- [a](#b%d)\n")+many(10_000, "\n## c%d\n"))},
	"brackets":                {"P0001", one("a.md", strings.Repeat("[", large))},
	"details without end":     {"P0006", one("a.md", hand+strings.Repeat("<details>\n\n", 20_000))},
	"deep folders":            {"P0001", one(strings.Repeat("d/", 60)+"a.md", hand)},
	"links in circles": {"R", func(write func(name, text string)) {
		for i := range 200 {
			write(fmt.Sprintf("L%d-Hand.md", i), fmt.Sprintf("# L%d: Hand\n\n## Craft\n\n- I do everything in [it](L%d-Hand.md).\n- I bail.\n", i, (i+1)%200))
		}
	}},
	"odd names": {"", func(write func(name, text string)) {
		for _, name := range []string{"a.zip", "b.md.zip", "%2e%2e.md", "-rf.md", "$(x).md", "\u202egpj.md", strings.Repeat("x", 200) + ".md"} {
			write(name, hand)
		}
	}},
}

func one(name, text string) func(write func(name, text string)) {
	return func(write func(name, text string)) { write(name, text) }
}

func many(n int, form string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, form, i)
	}
	return b.String()
}

// bomb is a few lines of YAML that stand for more values than there are atoms.
func bomb() string {
	text := "a0: &a0 x\n"
	for i := 1; i < 30; i++ {
		text += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i-1), 9), ","))
	}
	return text
}

// TestHostileTrees holds that nothing somebody writes keeps a check busy or ends
// it without a word.
func TestHostileTrees(t *testing.T) {
	for name, c := range hostile {
		t.Run(name, func(t *testing.T) {
			h := newHome(t)
			dir := filepath.Join(h.dir, "tree")
			h.write(filepath.Join(dir, "Boats", "L2-Mate.md"), strings.ReplaceAll(hand, "L1: Hand", "L2: Mate"))
			c.files(func(name, text string) { h.write(filepath.Join(dir, filepath.FromSlash(name)), text) })
			begun := time.Now()
			r := h.start("", "check", dir)
			if status := r.result(); status != exitClean && status != exitFindings {
				t.Errorf("exits with %d: %s", status, r.err)
			}
			if out := r.out.String(); !strings.Contains(out, "["+c.code) && c.code != "" {
				t.Errorf("does not say %s:\n%.2000s", c.code, out)
			}
			if took := time.Since(begun); took > soon {
				t.Errorf("took %v", took)
			}
		})
	}
}

// A link in a tree is named and not followed, wherever it leads.
func TestTreeOfSymbolicLinks(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("making links needs a privilege there")
	}
	h := newHome(t)
	dir := h.ladder()
	for i := range 100 {
		link(t, fmt.Sprintf("l%d.md", (i+1)%100), filepath.Join(dir, fmt.Sprintf("l%d.md", i)))
	}
	link(t, ".", filepath.Join(dir, "loop"))
	link(t, "/etc/passwd", filepath.Join(dir, "out.md"))
	link(t, "/dev/zero", filepath.Join(dir, "endless.md"))
	out, _ := h.do(exitClean, "check", dir)
	if n := strings.Count(out, "is a symbolic link"); n != 103 || strings.Contains(out, "root:") {
		t.Errorf("%d links are named, want 103:\n%.1000s", n, out)
	}
}

func link(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Fatal(err)
	}
}

// TestManyFiles checks two thousand pages, or with RUNG_LONG a hundred thousand.
func TestManyFiles(t *testing.T) {
	n := 2_000
	if os.Getenv("RUNG_LONG") != "" {
		n = 100_000
	}
	h := newHome(t)
	dir := filepath.Join(h.dir, "tree")
	for i := range n {
		h.write(filepath.Join(dir, fmt.Sprintf("T%d", i/5), fmt.Sprintf("L%d-Hand.md", i%5+1)), fmt.Sprintf("# L%d: Hand %d\n\n## Craft\n\n- I tie boat %d up.\n- I see [it](Gone%d.md).\n", i%5+1, i/5, i, i))
	}
	r := h.start("", "check", "--no-cache", dir)
	if status := r.result(); status != exitClean {
		t.Fatalf("exits with %d: %s", status, r.err)
	}
	if got := strings.Count(r.out.String(), "[R0001"); got != n {
		t.Errorf("%d dead links are reported, want %d", got, n)
	}
}
