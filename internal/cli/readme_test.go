package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestReadmeCommandsRun runs every command line of the README's sh blocks, in
// order, over a small ladder: servers stay until the end, files land in a
// folder of the test.
func TestReadmeCommandsRun(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := commandLines(string(text))
	if len(lines) == 0 {
		t.Fatal("the README has no command at all")
	}
	r := reader{t: t, home: newHome(t)}
	r.ladder = r.home.ladder()
	commitTwice(t, r.ladder)
	for _, line := range lines {
		r.do(line)
	}
}

// commitTwice makes a ladder a repository of two commits.
func commitTwice(t *testing.T, dir string) {
	t.Helper()
	for _, args := range [][]string{
		{"init", "-q", "-b", "main"}, {"add", "."}, {"commit", "-q", "-m", "The ladder"}, {"commit", "-q", "--allow-empty", "-m", "The same"},
	} {
		cmd := exec.Command("git", append([]string{"-C", dir}, args...)...)
		cmd.Env = append(os.Environ(), gitEnv()...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
}

// commandLines returns the lines of the fenced blocks that are shell.
func commandLines(markdown string) []string {
	var out []string
	in := false
	for line := range strings.Lines(markdown) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "```"):
			in = !in && line == "```sh"
		case in && line != "" && !strings.HasPrefix(line, "#"):
			out = append(out, strings.TrimPrefix(line, "$ "))
		}
	}
	return out
}

// reader is somebody who types what the README says.
type reader struct {
	t      *testing.T
	home   home
	ladder string
	server *run
	person browser // signed in to server
}

func (r *reader) do(line string) {
	words := shellWords(line)
	switch words[0] {
	case "cd", "git": // getting the source, which is here
	case "make":
		if out, err := exec.Command("make", append([]string{"-n", "-C", "../.."}, words[1:]...)...).CombinedOutput(); err != nil {
			r.t.Errorf("%s: %v\n%s", line, err, out)
		}
	case "rung", "bin/rung", "./bin/rung":
		r.rung(line, words[1:])
	default:
		r.t.Errorf("%s: this test does not know how to run it", line)
	}
}

func (r *reader) rung(line string, args []string) {
	for i, a := range args {
		if _, err := os.Stat(a); a == "." || i > 0 && strings.HasSuffix(a, "/") && err != nil {
			args[i] = r.ladder
		}
	}
	switch args[0] {
	case "demo":
		demo, b := r.home.demo(args[1:]...)
		b.get("/")
		demo.end()
	case "serve":
		r.serve(args[1:])
	case "login":
		r.serve([]string{r.ladder})
		r.home.signIn(r.person)
	case "backup", "restore":
		r.serve([]string{r.ladder})
		if args[0] == "restore" {
			r.server.end()
		}
		last := len(args) - 1
		args[last] = filepath.Join(r.home.dir, filepath.Base(args[last]))
		r.home.do(exitClean, slices.Concat(args[:1], []string{"-C", r.ladder}, args[last:])...)
	default:
		done := r.home.start("From the standard input\n", args...)
		if status := done.result(); status > exitFindings {
			r.t.Errorf("%s exits with %d\n%s%s", line, status, done.out, done.err)
		}
	}
}

// serve starts the server that later lines speak to, unless it runs.
func (r *reader) serve(args []string) {
	if r.server != nil {
		return
	}
	var base string
	r.server, base = r.home.serve(args...)
	r.person = admin(r.t, r.server, base)
}

// shellWords splits a simple command line: quotes, and a comment at the end.
func shellWords(line string) []string {
	var words []string
	word, quote := "", rune(0)
	for _, c := range line + " " {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case quote == 0 && c == '#' && word == "":
			return words
		case quote == 0 && c == ' ':
			if word != "" {
				words = append(words, word)
			}
			word = ""
		default:
			word += string(c)
		}
	}
	return words
}

func TestShellWords(t *testing.T) {
	t.Parallel()
	got := shellWords(`bin/rung log "Fixed it, #2" --kind 'helped'  # quickly`)
	if want := []string{"bin/rung", "log", "Fixed it, #2", "--kind", "helped"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
