package lineagetest

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMakeIsReproducible(t *testing.T) {
	t.Parallel()
	c := Config{Seed: 3, Statements: 120, Steps: 5, Burst: 0.3}
	one, two := Make(c), Make(c)
	for i := range one {
		if diff := cmp.Diff(one[i].Truths, two[i].Truths); diff != "" {
			t.Fatalf("truths of step %d differ (-first +second):\n%s", i, diff)
		}
		if diff := cmp.Diff(one[i].Framework(), two[i].Framework()); diff != "" {
			t.Fatalf("frameworks of step %d differ (-first +second):\n%s", i, diff)
		}
	}
}

// The truth is complete: every statement has an identity of its own, what is
// gone is named, and every kind of edit occurs.
func TestMakeKnowsTheTruth(t *testing.T) {
	t.Parallel()
	seen := map[Kind]bool{}
	for seed := range uint64(40) {
		before := map[int]bool{}
		for i, rev := range Make(Config{Seed: seed, Statements: 100, Steps: 5, Burst: 0.2}) {
			places := rev.Framework().Places()
			if len(places) != len(rev.Truths) {
				t.Fatalf("seed %d, step %d: %d statements, %d truths", seed, i, len(places), len(rev.Truths))
			}
			now := map[int]bool{}
			for _, truth := range rev.Truths {
				if now[truth.ID] {
					t.Fatalf("seed %d, step %d: %d stands twice", seed, i, truth.ID)
				}
				now[truth.ID] = true
				delete(before, truth.ID)
				for _, k := range truth.Edits {
					seen[k] = true
				}
			}
			for id := range before {
				if rev.Gone[id] == "" {
					t.Fatalf("seed %d, step %d: %d is gone, and nobody says why", seed, i, id)
				}
				seen[rev.Gone[id]] = true
			}
			before = now
		}
	}
	for _, k := range Kinds() {
		if !seen[k] {
			t.Errorf("no %s in 40 histories", k)
		}
	}
}

func TestOnly(t *testing.T) {
	t.Parallel()
	for i, rev := range Make(Config{Seed: 1, Statements: 60, Steps: 3, Edits: Only(Heavy, 0.3)}) {
		hit := 0
		for _, truth := range rev.Truths {
			if len(truth.Edits) > 0 && !reflect.DeepEqual(truth.Edits, []Kind{Heavy}) {
				t.Errorf("step %d did %v", i, truth.Edits)
			}
			hit += len(truth.Edits)
		}
		if i > 0 && hit == 0 {
			t.Errorf("step %d did nothing", i)
		}
	}
}

func TestAlike(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want float64
	}{{"", "", 1}, {"abcd", "abcd", 1}, {"abcd", "bcde", 0.75}, {"ab", "cd", 0}} {
		if got := Alike(c.a, c.b); got != c.want {
			t.Errorf("Alike(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
