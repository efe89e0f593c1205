package lineage

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/lineage/lineagetest"
	"rung/internal/model"
)

// tally counts what a matcher makes of edits of one kind.
type tally struct {
	cases, right int
	confirm      int // wrong, and said to be looked at
	merges       int // links to the id of another statement
	asked        int // right, and said to be looked at
}

func (t *tally) add(o tally) {
	t.cases += o.cases
	t.right += o.right
	t.confirm += o.confirm
	t.merges += o.merges
	t.asked += o.asked
}

func (t tally) share() float64 { return percent(t.right, t.cases) }

func percent(a, b int) float64 {
	if b == 0 {
		return 100
	}
	return 100 * float64(a) / float64(b)
}

// The rows of a result that are no kinds of edits.
const (
	overall   lineagetest.Kind = "all statements"
	untouched lineagetest.Kind = "no edit"
	several   lineagetest.Kind = "several edits at once"
)

// result is what was counted, by kind of edit.
type result map[lineagetest.Kind]*tally

func (r result) at(k lineagetest.Kind) *tally {
	if r[k] == nil {
		r[k] = &tally{}
	}
	return r[k]
}

func (r result) add(o result) {
	for k, t := range o {
		r.at(k).add(*t)
	}
}

// judge steps through a history and holds each link against the truth.
func judge(t interface{ Fatalf(string, ...any) }, revisions []lineagetest.Revision) result {
	j := &judgement{h: NewHistory(Config{}), out: result{}, ids: map[int]model.StatementID{}, owner: map[model.StatementID]int{}}
	for _, rev := range revisions {
		f := rev.Framework()
		links := j.h.Step(f)
		checkIDs(t, f, links)
		j.step(rev, links[:len(rev.Truths)])
	}
	return j.out
}

// judgement is what is known of the revisions so far.
type judgement struct {
	h     *History
	out   result
	steps int
	ids   map[int]model.StatementID // the last that a true statement had
	owner map[model.StatementID]int // the last true statement that had the id
}

func (j *judgement) step(rev lineagetest.Revision, links []Link) {
	standing := map[model.StatementID]Link{}
	for _, l := range links {
		standing[l.ID] = l
	}
	if j.steps > 0 {
		for i, truth := range rev.Truths {
			j.statement(truth, links[i], rev)
		}
		for id, kind := range rev.Gone {
			if was, ok := j.ids[id]; ok && kind == lineagetest.Removed {
				l, stands := standing[was]
				j.note([]lineagetest.Kind{kind}, tally{cases: 1, right: count(!stands), confirm: count(stands && l.Certainty == Confirm)})
			}
		}
	}
	j.steps++
	for i, truth := range rev.Truths {
		j.ids[truth.ID], j.owner[links[i].ID] = links[i].ID, truth.ID
	}
}

// statement judges one link. Either of two statements may carry an id on where
// one was split or two were merged.
func (j *judgement) statement(truth lineagetest.Truth, l Link, rev lineagetest.Revision) {
	was, known := j.ids[truth.ID]
	owner, owned := j.owner[l.ID]
	right := known && l.ID == was || !known && !owned
	for _, from := range truth.From {
		right = right || l.ID == j.ids[from]
	}
	if slices.Contains(truth.Edits, lineagetest.Split) && len(truth.From) == 0 {
		right = right || !owned || owner == truth.ID // the newer half may have it, or an id of before a merge come back
	}
	merged := owned && owner != truth.ID && !right
	c := tally{cases: 1, right: count(right), confirm: count(!right && l.Certainty == Confirm), merges: count(merged), asked: count(right && l.Certainty == Confirm)}
	*j.out.at(overall) = sum(*j.out.at(overall), c)
	switch {
	case len(truth.Edits) == 0:
		j.note([]lineagetest.Kind{untouched}, c)
	case len(truth.Edits) > 1:
		j.note([]lineagetest.Kind{several}, c)
	}
	j.note(truth.Edits, c)
}

func sum(a, b tally) tally { a.add(b); return a }

func (j *judgement) note(kinds []lineagetest.Kind, c tally) {
	for _, k := range kinds {
		j.out.at(k).add(c)
	}
}

// sizes of ladders, with how many histories of each a sample and the whole
// have.
var sizes = []struct{ statements, sample, whole int }{{20, 40, 400}, {60, 12, 150}, {200, 4, 50}, {600, 1, 16}, {2000, 0, 5}}

const (
	accuracySeed  = 20261125
	accuracySteps = 6
)

func accuracy(t *testing.T, statements, histories int, edits lineagetest.Rates) result {
	t.Helper()
	out := result{}
	for i := range histories {
		out.add(judge(t, lineagetest.Make(lineagetest.Config{
			Seed: accuracySeed + uint64(i), Statements: statements, Steps: accuracySteps, Edits: edits, Burst: 0.2,
		})))
	}
	return out
}

func rows() []lineagetest.Kind {
	return append([]lineagetest.Kind{overall, untouched, several}, lineagetest.Kinds()...)
}

// floors are the percentages that must be right, in the sample of every test
// run and in the whole of the long one. They are what was reached, a little
// rounded down: whoever makes one worse shows what it buys.
var floors = map[lineagetest.Kind]float64{
	overall: 98.4, untouched: 99.99, several: 92,
	lineagetest.Typo: 97, lineagetest.Light: 98, lineagetest.Heavy: 69, lineagetest.Reorder: 96, lineagetest.Area: 95,
	lineagetest.Relevel: 90, lineagetest.Split: 96, lineagetest.Merge: 99, lineagetest.Removed: 92, lineagetest.Revived: 84,
	lineagetest.Added: 94, lineagetest.Copied: 90, lineagetest.Replaced: 53, lineagetest.AreaRename: 98, lineagetest.RoleRename: 97.5,
	lineagetest.FileMove: 97.5, lineagetest.Format: 98, lineagetest.RoleSplit: 96.5, lineagetest.RoleMerge: 95,
	lineagetest.RoleReplace: 95, lineagetest.Recast: 92,
}

// What holds over all statements, in percent.
const (
	maxMerges  = 0.9 // wrong links that carry an id from one statement to another
	minConfirm = 50  // wrong links that are said to be looked at
	maxAsked   = 4   // right links that are, too
)

// TestAccuracy holds the matcher against histories that know the truth: a
// sample, or with RUNG_LONG all. RUNG_LONG and -update together write the
// table of docs/identity.md anew.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	total, bySize := result{}, map[int]result{}
	for _, s := range sizes {
		n := s.sample
		if long() {
			n = s.whole
		}
		bySize[s.statements] = accuracy(t, s.statements, n, nil)
		total.add(bySize[s.statements])
	}
	for _, k := range rows() {
		if got := total.at(k).share(); got < floors[k] {
			t.Errorf("%s: %.2f %% of %d right, want %v", k, got, total.at(k).cases, floors[k])
		}
	}
	all := total.at(overall)
	confirm, merges, asked := percent(all.confirm, all.cases-all.right), percent(all.merges, all.cases), percent(all.asked, all.cases)
	if confirm < minConfirm || merges > maxMerges || asked > maxAsked {
		t.Errorf("%.1f %% of wrong links to confirm, %.2f %% merged, %.2f %% asked without need; want at least %v, at most %v and %v",
			confirm, merges, asked, minConfirm, maxMerges, maxAsked)
	}
	if long() {
		holdTable(t, table(total, bySize))
	}
}

// holdTable compares the table with that of docs/identity.md, or writes it.
func holdTable(t *testing.T, want string) {
	t.Helper()
	const name, begin, end = "../../docs/identity.md", "<!-- accuracy -->\n", "<!-- /accuracy -->\n"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), begin)
	got, after, ok2 := strings.Cut(rest, end)
	switch {
	case !ok || !ok2:
		t.Fatalf("%s has no place for the table", name)
	case *update:
		if err := os.WriteFile(name, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("%s differs; RUNG_LONG=1 go test ./internal/lineage -run TestAccuracy -update writes it (-docs +now):\n%s", name, diff)
		}
	}
}

// table is what was counted, in Markdown.
func table(total result, bySize map[int]result) string {
	var b strings.Builder
	histories := 0
	b.WriteString("| Edit | cases | right |")
	for _, s := range sizes {
		histories += s.whole
		fmt.Fprintf(&b, " of %d |", s.statements)
	}
	b.WriteString(" wrong, to confirm | right, to confirm |\n|---|--:|--:|" + strings.Repeat("--:|", len(sizes)+2) + "\n")
	for _, k := range rows() {
		all := total.at(k)
		fmt.Fprintf(&b, "| %s | %d | %.1f %% |", k, all.cases, all.share())
		for _, s := range sizes {
			fmt.Fprintf(&b, " %s |", share(bySize[s.statements].at(k)))
		}
		fmt.Fprintf(&b, " %d of %d | %.1f %% |\n", all.confirm, all.cases-all.right, percent(all.asked, all.cases))
	}
	all := total.at(overall)
	fmt.Fprintf(&b, "\n%d histories of %d steps, drawn from seed %d on. Of %d links, %d (%.2f %%) carried the id of one statement to another.\n",
		histories, accuracySteps, accuracySeed, all.cases, all.merges, percent(all.merges, all.cases))
	return b.String()
}

// share is left out where there are too few cases to mean anything.
func share(t *tally) string {
	if t.cases < 20 {
		return ""
	}
	return fmt.Sprintf("%.1f", t.share())
}

// long reports that there is time: see the Makefile.
func long() bool { return os.Getenv("RUNG_LONG") != "" }
