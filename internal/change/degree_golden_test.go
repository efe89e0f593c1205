package change

import (
	"os"
	"strings"
	"testing"
)

// rewording is a pair of the golden file.
type rewording struct {
	want        Degree
	before, now string
}

func readRewordings(t *testing.T) []rewording {
	t.Helper()
	text, err := os.ReadFile("testdata/degrees.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []rewording
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimRight(line, "\n"); line == "" || line[0] == '#' {
			continue
		}
		part := strings.Split(line, "\t")
		if len(part) != 3 {
			t.Fatalf("not a label and two texts: %q", line)
		}
		want := Degree(part[0])
		if want == "other" {
			want = Other
		}
		out = append(out, rewording{want, part[1], part[2]})
	}
	return out
}

// elsewhere are words of statements that did not change.
var elsewhere = map[string]bool{"observed": true, "menu": true, "spectrum": true, "schichten": true, "before": true, "receive": true}

// knownIn knows the words that stand in two pairs at least or elsewhere, as a
// ladder does that uses a word in another statement.
func knownIn(list []rewording) func(string) bool {
	count := map[string]int{}
	for _, r := range list {
		seen := map[string]bool{}
		for _, text := range []string{r.before, r.now} {
			for _, t := range languages[0].lexicon().terms(text) {
				seen[t.word] = true
			}
		}
		for w := range seen {
			count[w]++
		}
	}
	return func(word string) bool { return count[word] > 1 || elsewhere[word] }
}

// tally counts what was said of pairs by what is true of them.
type tally map[Degree]map[Degree]int

func (c tally) add(want, got Degree) {
	if c[got] == nil {
		c[got] = map[Degree]int{}
	}
	c[got][want]++
}

// precision is how often a degree is right where it is said, and of how many.
func (c tally) precision(d Degree) (float64, int) {
	n := 0
	for _, k := range c[d] {
		n += k
	}
	if n == 0 {
		return 1, 0
	}
	return float64(c[d][d]) / float64(n), n
}

func (c tally) recall(d Degree) (float64, int) {
	n := 0
	for _, row := range c {
		n += row[d]
	}
	return float64(c[d][d]) / float64(max(n, 1)), n
}

// TestDegreesOfRewordings holds DegreeOf to pairs that a reader has judged, in
// both directions. What asks more, or may, must never be said to ask no more.
func TestDegreesOfRewordings(t *testing.T) {
	t.Parallel()
	list := readRewordings(t)
	if len(list) < 150 {
		t.Errorf("%d pairs, want at least 150", len(list))
	}
	known := knownIn(list)
	counts := tally{}
	for _, r := range list {
		got, signs := DegreeOf(r.before, r.now, known)
		back, _ := DegreeOf(r.now, r.before, known)
		if back != got.reversed() {
			t.Errorf("%q -> %q is %s, and back %s", r.before, r.now, got, back)
		}
		counts.add(r.want, got)
		if got != r.want && got != Other {
			// A typo said to be a clarification, and the reverse, does no harm.
			if !(minor(got) && minor(r.want)) {
				t.Errorf("%q -> %q is %s %v, want %s", r.before, r.now, got, signs, r.want)
			}
		}
		if got != r.want {
			t.Logf("%q -> %q is %s %v, want %s", r.before, r.now, got, signs, r.want)
		}
	}
	for d, floor := range map[Degree]struct{ precision, recall float64 }{
		Typo: {0.95, 0.95}, Clarified: {0.95, 0.95}, Raised: {1, 0.65}, Lowered: {1, 0.95}, Other: {0, 1},
	} {
		precision, said := counts.precision(d)
		recall, there := counts.recall(d)
		t.Logf("%-10s precision %.3f of %d, recall %.3f of %d", d, precision, said, recall, there)
		if precision < floor.precision || recall < floor.recall {
			t.Errorf("%s: precision %.3f, recall %.3f; want %.3f, %.3f", d, precision, recall, floor.precision, floor.recall)
		}
	}
}

// TestWhatMayAskMore holds the direction that counts, on pairs made to break
// it: none may come out as asking no more.
func TestWhatMayAskMore(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/asks_more.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(text)) {
		before, now, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok {
			continue
		}
		n++
		if got, signs := DegreeOf(before, now, nil); minor(got) || got == Lowered {
			t.Errorf("%q -> %q is %s %v", before, now, got, signs)
		}
	}
	if n < 100 {
		t.Errorf("%d pairs, want at least 100", n)
	}
}

func minor(d Degree) bool { return d == Typo || d == Clarified }
