package lineage

import (
	"strings"
	"testing"

	"rung/internal/model"
)

// keyed is a ladder whose statements may begin with their id in the source:
// "- [w1] I test what I write."
func keyed(text string) *model.Framework {
	f := ladder(text)
	for _, p := range f.Places() {
		if key, rest, ok := strings.Cut(p.Statement.Text, "] "); ok && strings.HasPrefix(key, "[") {
			p.Statement.Key, p.Statement.Text = key[1:], rest
		}
	}
	return f
}

// idsOf returns the ids of statements by their words.
func idsOf(f *model.Framework) map[string]model.StatementID {
	out := map[string]model.StatementID{}
	for _, p := range f.Places() {
		out[string(p.Role.ID)+": "+p.Statement.Text] = p.Statement.ID
	}
	return out
}

// TestKeysWin holds that an id in the source is the statement, whatever its
// words and its place become.
func TestKeysWin(t *testing.T) {
	t.Parallel()
	h := NewHistory(Config{})
	one := keyed("= a/l1\n# craft\n- [k1] I test what I write.\n- [k2] I own the weekly plan.\n= a/l2\n# craft\n- [k3] I teach.\n")
	h.Step(one)
	before := idsOf(one)

	// k1 and k2 change their words with each other, k3 moves and says something new.
	two := keyed("= a/l1\n# craft\n- [k2] I test what I write.\n- [k1] I own the weekly plan.\n- [k3] Coffee for all.\n= a/l2\n# craft\n- I teach.\n")
	links := h.Step(two)
	checkIDs(t, two, links)
	after := idsOf(two)
	for was, is := range map[string]string{
		"a/l1: I test what I write.":   "a/l1: I own the weekly plan.",
		"a/l1: I own the weekly plan.": "a/l1: I test what I write.",
		"a/l2: I teach.":               "a/l1: Coffee for all.",
	} {
		if before[was] != after[is] || after[is] == "" {
			t.Errorf("%q was %s, %q is %s: one id in the source", was, before[was], is, after[is])
		}
	}

	// k1 goes, and comes back elsewhere in other words.
	h.Step(keyed("= a/l1\n# craft\n- [k2] I test what I write.\n"))
	back := keyed("= b/l1\n# heart\n- [k1] I sing.\n= a/l1\n# craft\n- [k2] I test what I write.\n")
	if links := h.Step(back); links[0].ID != before["a/l1: I test what I write."] || links[0].Change != Revived {
		t.Errorf("k1 came back as %+v", links[0])
	}
}

// TestKeysTellApart holds that words do not link what the source tells apart,
// but for words that stayed where they were while ids were exchanged.
func TestKeysTellApart(t *testing.T) {
	t.Parallel()
	h := NewHistory(Config{})
	one := keyed("= a/l1\n# craft\n- [k1] I test all that I write before others see it.\n- [k2] I own the weekly plan.\n- I bring cake.\n")
	h.Step(one)
	two := keyed("= a/l1\n# craft\n- [k9] I test all that I write before any others see it.\n- [k8] I own the weekly plan.\n- [k7] I bring cake.\n")
	links := h.Step(two)
	checkIDs(t, two, links)
	if links[0].Change == Reworded {
		t.Error("another id in the source was taken for a new wording")
	}
	if links[1].Change != Kept || links[2].Change != Kept {
		t.Errorf("an id that was exchanged or given changed the statement: %+v, %+v", links[1], links[2])
	}
}

// TestKeysTwice holds that an id that several roles have names a statement in
// each, distinct and steady.
func TestKeysTwice(t *testing.T) {
	t.Parallel()
	h := NewHistory(Config{})
	one := keyed("= a/l1\n# craft\n- [k1] I test.\n= b/l1\n# craft\n- [k1] I test.\n")
	checkIDs(t, one, h.Step(one))
	before := idsOf(one)
	two := keyed("= c/l1\n# craft\n- [k1] I test everything.\n= b/l1\n# craft\n- [k1] I test everything.\n= a/l1\n# craft\n- [k1] I test everything.\n")
	checkIDs(t, two, h.Step(two))
	after := idsOf(two)
	for _, role := range []string{"a/l1", "b/l1"} {
		if before[role+": I test."] != after[role+": I test everything."] {
			t.Errorf("the statement of %s was %s and is %s", role, before[role+": I test."], after[role+": I test everything."])
		}
	}
	again := keyed("= a/l1\n# craft\n- [k1] I test.\n= b/l1\n# craft\n- [k1] I test.\n")
	first := First(again)
	if first["p-1"] == first["p-2"] || first["p-1"] != before["a/l1: I test."] {
		t.Errorf("First gives %v, want what the first step gave: %v", first, before)
	}
}

// TestKeyAlone holds that the id of a statement is derived from its id in the
// source alone, so that two ladders that were never linked agree on it.
func TestKeyAlone(t *testing.T) {
	t.Parallel()
	one, two := keyed("= a/l1\n# craft\n- [k1] I test.\n"), keyed("= b/l3\n# heart\n- [k1] I sing.\n")
	if First(one)["p-1"] != First(two)["p-1"] {
		t.Error("the id depends on words or place")
	}
}
