package cli

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/compile"
)

// answers returns the files of answers.
func (h home) answers() []string {
	h.t.Helper()
	names, err := filepath.Glob(filepath.Join(h.dir, ".cache", "rung", "checks", "*"))
	if err != nil {
		h.t.Fatal(err)
	}
	return names
}

func TestChecksAreKept(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	dir := h.ladder()
	h.write(filepath.Join(dir, "Boats", "README.md"), "# Boats\n\n- [gone](Gone.md)\n")
	first, _ := h.do(exitClean, "check", dir)
	names := h.answers()
	if len(names) != 1 {
		t.Fatalf("a check keeps %d files, want 1", len(names))
	}
	if again, _ := h.do(exitClean, "check", dir); again != first || !strings.Contains(first, "Gone.md") {
		t.Errorf("asked again (-want +got)\n%s", cmp.Diff(first, again))
	}
	if runtime.GOOS != "windows" {
		for name, want := range map[string]os.FileMode{names[0]: 0o600, filepath.Dir(names[0]): 0o700} {
			if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s has mode %v, %v, want %v", name, info.Mode(), err, want)
			}
		}
	}
	if h.do(exitFindings, "check", "--fail-on", "warning", dir); len(h.answers()) != 1 {
		t.Errorf("what is printed of an answer made %d of them", len(h.answers()))
	}
}

// The time of a file says nothing: what counts are its bytes.
func TestChecksLookAtNoTimes(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	dir := h.ladder()
	name, then := filepath.Join(dir, "Boats", "README.md"), time.Unix(1_000_000_000, 0)
	for _, target := range []string{"One.md", "Two.md", "One.md"} {
		h.write(name, "# Boats\n\n- [gone]("+target+")\n")
		if err := os.Chtimes(name, then, then); err != nil {
			t.Fatal(err)
		}
		if out, _ := h.do(exitClean, "check", dir); !strings.Contains(out, target) {
			t.Errorf("the link to %s is not reported:\n%s", target, out)
		}
	}
}

func TestDamagedAnswersAreMadeAnew(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	dir := h.ladder()
	h.write(filepath.Join(dir, "Boats", "README.md"), "# Boats\n\n- [gone](Gone.md)\n")
	want, _ := h.do(exitClean, "check", dir)
	name := h.answers()[0]
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-1] ^= 1
	for what, text := range map[string][]byte{"empty": {}, "cut": whole[:len(whole)/2], "a flipped bit": flipped, "another file": []byte("hello\n")} {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, _ := h.do(exitClean, "check", dir); got != want {
			t.Errorf("%s (-want +got)\n%s", what, cmp.Diff(want, got))
		}
		if now, err := os.ReadFile(name); err != nil || !bytes.Equal(now, whole) {
			t.Errorf("%s: the answer was not written anew", what)
		}
	}
}

func TestChecksAreNotKeptWhereSomebodySaysSo(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	dir := h.ladder()
	h.do(exitClean, "check", "--no-cache", dir)
	h.do(exitClean, "check", "-v", dir)
	h.do(exitClean, "check", "--coverage", dir)
	if got := h.answers(); len(got) > 0 {
		t.Errorf("kept %v", got)
	}
	for value, kept := range map[string]bool{"off": false, "0": false, "OFF": false, "": true, "on": true} {
		p := &program{env: map[string]string{"RUNG_CACHE": value, "HOME": h.dir}}
		if got := p.answers() != nil; got != kept {
			t.Errorf("RUNG_CACHE=%q keeps answers: %v, want %v", value, got, kept)
		}
	}
	if (&program{}).answers() != nil {
		t.Error("answers are kept without a home")
	}
}

func TestAnswersAreBounded(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_700_000_000, 0)
	a := &answerFiles{dir: filepath.Join(t.TempDir(), "checks"), now: func() time.Time { return now }}
	key := func(i int) compile.AnswerKey { return sha256.Sum256(fmt.Append(nil, i)) }
	old := filepath.Join(a.dir, ".new-left")
	if err := os.MkdirAll(a.dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(old, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(old, now.Add(-2*time.Hour), now.Add(-2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	for i := range maxAnswers + 20 {
		a.Put(key(i), fmt.Append(nil, "answer ", i))
		now = now.Add(time.Second)
		if err := os.Chtimes(a.name(key(i)), now, now); err != nil {
			t.Fatal(err)
		}
		if _, ok := a.Get(key(0)); !ok { // used all the time
			t.Fatalf("the answer in use is gone after %d", i)
		}
	}
	entries, err := os.ReadDir(a.dir)
	if err != nil || len(entries) != maxAnswers {
		t.Errorf("%d answers are kept, %v, want %d", len(entries), err, maxAnswers)
	}
	if _, ok := a.Get(key(1)); ok {
		t.Error("the answer that was used longest ago is still there")
	}
	a.Put(key(-1), make([]byte, maxAnswerSize))
	if _, ok := a.Get(key(-1)); ok {
		t.Error("an answer beyond the limit was kept")
	}
}

func TestAnswersOfManyProgramsAtATime(t *testing.T) {
	t.Parallel()
	a := &answerFiles{dir: filepath.Join(t.TempDir(), "checks"), now: time.Now}
	answer := bytes.Repeat([]byte("what was found\n"), 5_000)
	key := compile.AnswerKey{1}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				a.Put(key, answer)
				if got, ok := a.Get(key); !ok || !bytes.Equal(got, answer) {
					t.Error("an answer is not whole")
				}
			}
		})
	}
	group.Wait()
}

// TestKnownAnswersOfRealLadders holds that each real ladder is answered from
// what is kept byte for byte as without, in every format.
func TestKnownAnswersOfRealLadders(t *testing.T) {
	t.Parallel()
	folders, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "corpus", "*"))
	if len(folders) == 0 {
		t.Skip("../shared/corpus is not there: no real ladders to check")
	}
	for _, dir := range folders {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			continue
		}
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			run := func(args ...string) string {
				r := h.start("", append(args, dir)...)
				return fmt.Sprint(r.result(), r.out, r.err)
			}
			run("check")
			if len(h.answers()) != 1 {
				t.Fatalf("kept %d answers, want 1", len(h.answers()))
			}
			for _, format := range []string{"text", "json", "sarif", "github"} {
				if diff := cmp.Diff(run("check", "--no-cache", "--format", format), run("check", "--format", format)); diff != "" {
					t.Errorf("--format %s (-without +with)\n%s", format, diff)
				}
			}
			if len(h.answers()) != 1 {
				t.Errorf("kept %d answers, want 1 for all formats", len(h.answers()))
			}
		})
	}
}

func TestLinkerID(t *testing.T) {
	t.Parallel()
	id := "aaaaaaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbbbbbb/cccccccccccccccccccc/dddddddddddddddddddd"
	elf := "\x04\x00\x00\x00" + string(rune(len(id))) + "\x00\x00\x00\x04\x00\x00\x00Go\x00\x00" + id
	for name, c := range map[string]struct{ head, want string }{
		"a note":        {"\x7fELF...." + elf + "\x00", id},
		"text":          {"MZ..\xff Go build ID: \"" + id + "\"\n \xff", id},
		"none":          {"\x7fELF", ""},
		"taken off":     {"MZ..\xff Go build ID: \"\"\n \xff", ""},
		"without a sum": {"MZ..\xff Go build ID: \"redacted\"\n \xff", ""},
		"cut":           {elf[:30], ""},
	} {
		if got := linkerID([]byte(c.head)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	if buildID() == "" {
		t.Error("this program does not find its id")
	}
}
