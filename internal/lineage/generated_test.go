package lineage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/lineage/lineagetest"
	"rung/internal/model"
)

// generated calls check with histories of several sizes.
func generated(t *testing.T, check func(t *testing.T, seed uint64, revisions []lineagetest.Revision)) {
	t.Helper()
	for _, statements := range []int{20, 60, 200} {
		n := 4
		if long() {
			n = 40
		}
		for seed := range uint64(n) {
			t.Run(fmt.Sprintf("%d statements, seed %d", statements, seed), func(t *testing.T) {
				t.Parallel()
				check(t, seed, lineagetest.Make(lineagetest.Config{Seed: seed, Statements: statements, Steps: 8, Burst: 0.2}))
			})
		}
	}
}

// follow steps through the revisions, each as change leaves it.
func follow(t *testing.T, c Config, revisions []lineagetest.Revision, change func(*model.Framework)) (links [][]Link, h *History) {
	t.Helper()
	h = NewHistory(c)
	for _, rev := range revisions {
		f := rev.Framework()
		change(f)
		l := h.Step(f)
		checkIDs(t, f, l)
		links = append(links, l)
	}
	return links, h
}

func asItIs(*model.Framework) {}

// The same revisions give the same links, whatever the order of roles: a
// rebase leaves the trees as they are, and names of commits are nowhere.
func TestGeneratedOrderOfRoles(t *testing.T) {
	t.Parallel()
	generated(t, func(t *testing.T, seed uint64, revisions []lineagetest.Revision) {
		one, _ := follow(t, Config{}, revisions, asItIs)
		two, _ := follow(t, Config{}, revisions, asItIs)
		if diff := cmp.Diff(one, two); diff != "" {
			t.Fatalf("two runs differ (-first +second):\n%s", diff)
		}
		r := rand.New(rand.NewPCG(seed, 5))
		three, _ := follow(t, Config{}, revisions, func(f *model.Framework) {
			r.Shuffle(len(f.Roles), func(i, j int) { f.Roles[i], f.Roles[j] = f.Roles[j], f.Roles[i] })
		})
		for i := range one {
			if diff := cmp.Diff(byPlace(one[i]), byPlace(three[i])); diff != "" {
				t.Fatalf("step %d (-in order +in any order):\n%s", i, diff)
			}
		}
	})
}

// What a revision had is in the next one or retired, and nothing is twice.
func TestGeneratedConservation(t *testing.T) {
	t.Parallel()
	generated(t, func(t *testing.T, _ uint64, revisions []lineagetest.Revision) {
		links, h := follow(t, Config{}, revisions, asItIs)
		before := map[model.StatementID]bool{}
		for i, step := range links {
			now := map[model.StatementID]bool{}
			for _, l := range step {
				delete(before, l.ID)
				if l.Now != nil {
					now[l.ID] = true
				}
			}
			if want := len(revisions[i].Truths); len(now) != want || len(before) > 0 {
				t.Fatalf("step %d: %d ids for %d statements, lost %v", i, len(now), want, before)
			}
			if got := len(standing(h.Lives(), i)); got != len(now) {
				t.Fatalf("step %d: %d lives stand for %d statements", i, got, len(now))
			}
			before = now
		}
	})
}

// Pages, and a track of which no other speaks, change nothing.
func TestGeneratedUnrelated(t *testing.T) {
	t.Parallel()
	generated(t, func(t *testing.T, _ uint64, revisions []lineagetest.Revision) {
		one, _ := follow(t, Config{}, revisions, asItIs)
		n := 0
		two, _ := follow(t, Config{}, revisions, func(f *model.Framework) {
			n++
			other := ladder(fmt.Sprintf("= zz/l1\n# öfen\n- Kümmert sich um Öfen %d\n- Bäckt täglich Brötchen\n", n%3)).Roles[0]
			for i, s := range other.Statements() {
				s.ID = model.StatementID(fmt.Sprintf("zz-%d", i))
			}
			other.Track = "zz"
			f.Roles = append(f.Roles, other)
			f.Pages = append(f.Pages, &model.Page{Path: fmt.Sprintf("notes-%d.md", n)})
		})
		for i := range one {
			ours := slices.DeleteFunc(two[i], func(l Link) bool {
				return l.Now != nil && l.Now.Role == "zz/l1" || l.Before != nil && l.Before.Role == "zz/l1"
			})
			if diff := cmp.Diff(byPlace(one[i]), byPlace(ours)); diff != "" {
				t.Fatalf("step %d (-without +with an unrelated track):\n%s", i, diff)
			}
		}
	})
}

// Squashing a run of commits keeps the id of what none of them touched, and of
// nearly all else that was there before: the matcher sees two edits as one, and
// may take that for another. Who has the ledger keeps all, but for a statement
// that was written anew where another had stood and moved from: after a squash
// nothing tells that it did not stay.
func TestGeneratedSquash(t *testing.T) {
	t.Parallel()
	const from, to = 2, 5 // revisions 2, 3 and 4 are no more
	var alone, ledger tally
	for seed := range uint64(30) {
		revisions := lineagetest.Make(lineagetest.Config{Seed: seed, Statements: 100, Steps: 6})
		whole, _ := follow(t, Config{}, revisions, asItIs)
		short := slices.Concat(revisions[:from], revisions[to:])
		without, _ := follow(t, Config{}, short, asItIs)
		with, _ := follow(t, Config{Known: ledgerOf(whole)}, short, asItIs)
		before := map[model.StatementID]bool{}
		for _, l := range whole[from-1] {
			before[l.ID] = l.Now != nil
		}
		for i, truth := range revisions[to].Truths {
			id := whole[to][i].ID
			ledger.add(tally{cases: 1, right: count(with[from][i].ID == id)})
			if !before[id] {
				continue
			}
			alone.add(tally{cases: 1, right: count(without[from][i].ID == id)})
			if without[from][i].ID != id && !touched(revisions[from:to+1], truth.ID) {
				t.Errorf("seed %d: %+v was touched by nothing and is %s after a squash", seed, truth, without[from][i].ID)
			}
		}
	}
	if alone.share() < 97 || ledger.share() < 99.9 {
		t.Errorf("%.2f %% of the ids stay after a squash and %.2f %% with the ledger, want 97 and 99.9", alone.share(), ledger.share())
	}
}

func ledgerOf(history [][]Link) func(string) (model.StatementID, bool) {
	ledger := map[string]model.StatementID{}
	for _, links := range history {
		for _, l := range links {
			if l.Occurrence != "" {
				ledger[l.Occurrence] = l.ID
			}
		}
	}
	return func(o string) (model.StatementID, bool) { id, ok := ledger[o]; return id, ok }
}

func touched(revisions []lineagetest.Revision, id int) bool {
	return slices.ContainsFunc(revisions, func(r lineagetest.Revision) bool {
		return slices.ContainsFunc(r.Truths, func(t lineagetest.Truth) bool { return t.ID == id && len(t.Edits) > 0 })
	})
}
