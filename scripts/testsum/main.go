// Command testsum turns the output of "go test -json" on its standard input
// into a plain summary: what failed with all that it said, what was skipped
// and why, and at the end one line "N passed, N failed, N skipped". It exits
// with 1 where something failed or no test ran at all.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

// maxLine is the longest line of input that is read, in bytes.
const maxLine = 16 << 20

func main() {
	s := newSummary()
	if err := s.read(os.Stdin); err != nil {
		fmt.Fprintln(os.Stderr, "testsum:", err)
		os.Exit(1)
	}
	s.print(os.Stdout)
	if s.failed > 0 || s.passed == 0 {
		os.Exit(1)
	}
}

// event is one line of "go test -json". A failed build has only ImportPath.
type event struct {
	Action      string
	Package     string
	Test        string
	Elapsed     float64
	Output      string
	ImportPath  string
	FailedBuild string
}

// summary counts tests. A package that fails with none of its tests failing
// (it did not compile, or died) counts as one failure.
type summary struct {
	passed, failed, skipped int
	output                  map[string][]string // by test, until it has ended
	failing                 map[string]bool     // packages with a failed test
	failures                []string
	skips                   map[string]int // by reason
	strange                 []string       // lines that are no event
}

func newSummary() *summary {
	return &summary{output: map[string][]string{}, failing: map[string]bool{}, skips: map[string]int{}}
}

func (s *summary) read(r io.Reader) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), maxLine)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			s.strange = append(s.strange, lines.Text()+"\n")
			continue
		}
		s.add(e)
	}
	return lines.Err()
}

func (s *summary) add(e event) {
	key := e.Package + " " + e.Test
	switch {
	case e.Action == "output":
		s.output[key] = append(s.output[key], e.Output)
		return
	case e.Action == "build-output":
		s.output[e.ImportPath] = append(s.output[e.ImportPath], e.Output)
		return
	case e.Test == "" && e.Action == "fail" && !s.failing[e.Package]:
		s.failed++
		s.failures = append(s.failures, "FAIL "+e.Package+"\n"+strings.Join(append(s.output[e.FailedBuild], s.output[key]...), ""))
	case e.Test == "":
	case e.Action == "pass":
		s.passed++
	case e.Action == "skip":
		s.skipped++
		s.skips[reason(s.output[key])]++
	case e.Action == "fail":
		s.failed++
		s.failing[e.Package] = true
		s.failures = append(s.failures, "FAIL "+key+"\n"+strings.Join(s.output[key], ""))
	default:
		return
	}
	delete(s.output, key)
}

// reason returns what a skipped test said last before it ended.
func reason(output []string) string {
	for _, line := range slices.Backward(output) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "---") || strings.HasPrefix(line, "===") {
			continue
		}
		if _, after, ok := strings.Cut(line, ".go:"); ok {
			_, after, _ = strings.Cut(after, ": ")
			line = after
		}
		return line
	}
	return "no reason given"
}

func (s *summary) print(w io.Writer) {
	for _, l := range s.strange {
		fmt.Fprint(w, l)
	}
	for _, f := range s.failures {
		fmt.Fprintln(w, f)
	}
	for _, why := range slices.Sorted(maps.Keys(s.skips)) {
		fmt.Fprintf(w, "SKIP %d: %s\n", s.skips[why], why)
	}
	if s.passed+s.failed == 0 {
		fmt.Fprintln(w, "No test ran.")
	}
	fmt.Fprintf(w, "%d passed, %d failed, %d skipped\n", s.passed, s.failed, s.skipped)
}
