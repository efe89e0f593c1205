package change

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// story is the part of rung.history/1 that the labels need.
type story struct {
	Statements []struct {
		Wordings []struct{ Text string }
	}
}

// usage says in which statements a word stands.
func (h story) usage() map[string]map[int]bool {
	out := map[string]map[int]bool{}
	for i, s := range h.Statements {
		for _, w := range s.Wordings {
			for _, t := range languages[0].lexicon().terms(w.Text) {
				if out[t.word] == nil {
					out[t.word] = map[int]bool{}
				}
				out[t.word][i] = true
			}
		}
	}
	return out
}

func readLabels(t *testing.T) map[string]Degree {
	t.Helper()
	f, err := os.Open("testdata/real.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]Degree{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		hash, label, ok := strings.Cut(lines.Text(), " ")
		if !ok || hash == "#" {
			continue
		}
		if out[hash] = Degree(label); label == "other" {
			out[hash] = Other
		}
	}
	return out
}

// TestRealRewordings holds DegreeOf to what a reader saw in a real history.
func TestRealRewordings(t *testing.T) {
	t.Parallel()
	name := os.Getenv("RUNG_WORDINGS")
	if name == "" {
		t.Skip("RUNG_WORDINGS does not name a history")
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var h story
	if err := json.Unmarshal(raw, &h); err != nil {
		t.Fatal(err)
	}
	labels, counts, seen := readLabels(t), tally{}, map[string]bool{}
	h.reworded(func(before, now string, known func(string) bool) {
		hash := fmt.Sprintf("%.6x", sha256.Sum256([]byte(before+"\n"+now)))
		want, ok := labels[hash]
		if !ok || seen[hash] {
			return
		}
		seen[hash] = true
		got, signs := DegreeOf(before, now, known)
		counts.add(want, got)
		if got != want && got != Other && !(minor(got) && minor(want)) {
			t.Errorf("%s is %s %v, want %s", hash, got, signs, want)
		}
	})
	for _, d := range []Degree{Typo, Clarified, Raised, Lowered, Other} {
		precision, said := counts.precision(d)
		recall, there := counts.recall(d)
		t.Logf("%-10s precision %.3f of %d, recall %.3f of %d", d, precision, said, recall, there)
	}
}

// reworded calls f for each rewording of the history.
func (h story) reworded(f func(before, now string, known func(string) bool)) {
	usage := h.usage()
	for i, s := range h.Statements {
		known := func(word string) bool {
			for j := range usage[word] {
				if j != i {
					return true
				}
			}
			return false
		}
		for k := 1; k < len(s.Wordings); k++ {
			if before, now := s.Wordings[k-1].Text, s.Wordings[k].Text; before != now {
				f(before, now, known)
			}
		}
	}
}

func BenchmarkDegreeOf(b *testing.B) {
	before := "I am trusted to lead projects that take several weeks, and I help people of my team grow (e.g. by reviewing their work)"
	now := "I am trusted to lead projects that take several months, and I help people of more than one team grow (e.g. by pairing)"
	for b.Loop() {
		DegreeOf(before, now, nil)
	}
}
