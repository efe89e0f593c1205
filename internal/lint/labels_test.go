package lint_test

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rung/internal/compile"
	"rung/internal/diag"
	"rung/internal/lint"
	"rung/internal/source"
)

// labels holds what a person said of each hit that was drawn: rule, place,
// hash of the line of text, and whether an author would thank us for it. The
// texts themselves are not ours to keep.
//
// When hits appear or go, run
//
//	go test ./internal/lint -run TestPrecision -update -v
//
// It keeps the labels there are, those of hits that are no longer drawn too (a
// reader that changes may bring them back), marks new hits "unlabelled" and
// prints them with their text. Read each in its file, write "true" or "false" for it, and
// run the test again.
const labels = "testdata/labels.tsv"

const (
	seed    = "harbour lights, second watch" // of the draw
	drawn   = 40                             // hits of each rule at most
	precise = 0.9                            // share of them that must be true, or the rule is off by default
)

// hit is one finding on a real ladder.
type hit struct {
	rule, place, hash string
	shown             string // for whoever labels; never written down
}

func (h hit) key() string { return h.rule + "\t" + h.place + "\t" + h.hash }

// TestPrecision draws hits of each rule from the real ladders and holds their
// labels against what a rule that is on by default must reach.
func TestPrecision(t *testing.T) {
	t.Parallel()
	hits := draw(corpusHits(t))
	known := readLabels(t)
	if *update {
		writeLabels(t, hits, known)
	}
	right, all := make(map[string]int), make(map[string]int)
	for _, h := range hits {
		switch known[h.key()] {
		case "true":
			right[h.rule]++
		case "false":
		default:
			t.Errorf("unlabelled, see the comment of labels in this test: %s\n%s", h.key(), h.shown)
		}
		all[h.rule]++
	}
	for _, r := range lint.Rules() {
		code := string(r.Code)
		if all[code] == 0 {
			t.Logf("%s %s: no hits", r.Code, r.Slug)
			continue
		}
		p := float64(right[code]) / float64(all[code])
		t.Logf("%s %s: %d of %d true", r.Code, r.Slug, right[code], all[code])
		if p < precise && r.Default == diag.On {
			t.Errorf("%s %s: precision %.2f, want %.2f or to be off by default", r.Code, r.Slug, p, precise)
		}
	}
}

// corpusHits returns what all rules say of all real ladders, those that are
// off by default too.
func corpusHits(t *testing.T) []hit {
	t.Helper()
	entries, err := os.ReadDir(corpus)
	if err != nil {
		t.Skip("../shared/corpus is not there: no real ladders to draw from")
	}
	on := make(map[diag.Code]bool)
	for _, r := range lint.Rules() {
		on[r.Code] = true
	}
	var out []hit
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		in := compile.Input{Tree: os.DirFS(filepath.Join(corpus, e.Name())), Rules: lint.Config{Enabled: on}}
		r, err := compile.Compile(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range r.Report.Sorted() {
			if on[d.Code] {
				out = append(out, hitOf(e.Name(), d, r.Sources))
			}
		}
	}
	return out
}

func hitOf(name string, d diag.Diagnostic, sources *source.Set) hit {
	at := sources.Start(d.Primary)
	line := sources.Text(sources.File(d.Primary.Path).LineSpan(at.Line))
	shown := fmt.Sprintf("\t%s\n\t> %s", d.Message, line)
	for _, r := range d.Related {
		shown += fmt.Sprintf("\n\t%s %d: %s", r.Span.Path, sources.Start(r.Span).Line, sources.Text(r.Span))
	}
	return hit{
		rule:  string(d.Code),
		place: fmt.Sprintf("%s/%s:%d:%d", name, d.Primary.Path, at.Line, at.Column),
		hash:  digest(line)[:12],
		shown: shown,
	}
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}

// draw takes the hits of each rule whose digests with the seed are smallest: a
// hit more or less elsewhere changes the draw by one at most.
func draw(hits []hit) []hit {
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.rule, b.rule), cmp.Compare(digest(seed, a.key()), digest(seed, b.key())))
	})
	hits = slices.CompactFunc(hits, func(a, b hit) bool { return a.key() == b.key() })
	var out []hit
	n := 0
	for i, h := range hits {
		if i > 0 && hits[i-1].rule != h.rule {
			n = 0
		}
		if n++; n <= drawn {
			out = append(out, h)
		}
	}
	slices.SortFunc(out, func(a, b hit) int { return cmp.Compare(a.key(), b.key()) })
	return out
}

// readLabels returns the label of each hit by its key.
func readLabels(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(labels)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	out := make(map[string]string)
	for line := range strings.Lines(string(data)) {
		if i := strings.LastIndexByte(line, '\t'); i > 0 {
			out[line[:i]] = strings.TrimSpace(line[i:])
		}
	}
	return out
}

func writeLabels(t *testing.T, hits []hit, known map[string]string) {
	t.Helper()
	for _, h := range hits {
		known[h.key()] = cmp.Or(known[h.key()], "unlabelled")
	}
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(known)) {
		fmt.Fprintf(&b, "%s\t%s\n", key, known[key])
	}
	if err := os.WriteFile(labels, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
