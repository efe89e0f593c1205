package lineage

import (
	"testing"

	"rung/internal/model"
)

// idsByText returns the id of each statement by its words.
func idsByText(f *model.Framework) map[string]model.StatementID {
	out := map[string]model.StatementID{}
	for _, p := range f.Places() {
		out[p.Statement.Text] = p.Statement.ID
	}
	return out
}

const (
	deckBefore = "= a/l1\n# craft\n- I keep the deck clean.\n- I coil each rope behind me.\n- I greet whoever boards."
	deckAfter  = "= a/l1\n# craft\n- I coil each rope behind me.\n- I greet whoever boards.\n= a/l2\n# care\n- Guests praise how tidy she is."
	deckAgain  = "= a/l1\n# craft\n- I keep the deck tidy and clean.\n- I coil each rope behind me.\n- I greet whoever boards."
)

// stepOver steps over the texts and returns the ids of the last.
func stepOver(verdicts []Verdict, texts ...string) (all []map[string]model.StatementID, links []Link) {
	h := NewHistory(Config{Verdicts: verdicts})
	for _, text := range texts {
		f := ladder(text)
		links = h.Step(f)
		all = append(all, idsByText(f))
	}
	return all, links
}

func TestAPersonSaysItIsOne(t *testing.T) {
	t.Parallel()
	got, _ := stepOver(nil, deckBefore, deckAfter)
	was := got[0]["I keep the deck clean."]
	if got[1]["Guests praise how tidy she is."] == was {
		t.Fatal("the matcher finds the link by itself; the test says nothing")
	}
	same := []Verdict{{Statement: was, Becomes: "guests praise how tidy she is", Same: true}}
	got, links := stepOver(same, deckBefore, deckAfter, deckAfter)
	if now := got[2]["Guests praise how tidy she is."]; now != was {
		t.Errorf("the statement is %s, want %s", now, was)
	}
	for _, l := range links {
		if l.Change != Kept {
			t.Errorf("a revision that changed nothing is said to have %s %s", l.Change, l.ID)
		}
	}
	elsewhere := []Verdict{{Statement: was, Becomes: "Guests praise how tidy she is.", Role: "b/l9", Same: true}}
	if got, _ := stepOver(elsewhere, deckBefore, deckAfter); got[1]["Guests praise how tidy she is."] == was {
		t.Error("a verdict about another role was obeyed")
	}
}

func TestAPersonSaysItIsAnother(t *testing.T) {
	t.Parallel()
	got, _ := stepOver(nil, deckBefore, deckAgain)
	was := got[0]["I keep the deck clean."]
	if got[1]["I keep the deck tidy and clean."] != was {
		t.Fatal("the matcher does not link the two; the test says nothing")
	}
	another := []Verdict{{Statement: was, Becomes: "I keep the deck tidy and clean."}}
	got, _ = stepOver(another, deckBefore, deckAgain, deckAgain)
	if now := got[2]["I keep the deck tidy and clean."]; now == was || now != got[1]["I keep the deck tidy and clean."] {
		t.Errorf("the words are %s, want another statement than %s, and one", now, was)
	}
}

// A copy of the words, made while the statement stands as it was, is no edit of
// it; and what once came back to it stays.
func TestAVerdictIsAboutAnEdit(t *testing.T) {
	t.Parallel()
	got, _ := stepOver(nil, deckBefore)
	was := got[0]["I keep the deck clean."]
	same := []Verdict{{Statement: was, Becomes: "Guests praise how tidy she is.", Same: true}}
	got, _ = stepOver(same, deckBefore, deckBefore+"\n= a/l2\n# care\n- Guests praise how tidy she is.")
	if got[1]["Guests praise how tidy she is."] == was || got[1]["I keep the deck clean."] != was {
		t.Errorf("a statement that stands as it was is said to have become another: %v", got[1])
	}
	got, _ = stepOver(same, deckBefore, "= a/l1\n# craft\n- I coil each rope behind me.", deckAfter)
	if got[2]["Guests praise how tidy she is."] != was {
		t.Error("a statement that was retired before did not come back as a person says")
	}
	if got, _ := stepOver([]Verdict{{Statement: "s-nothing", Becomes: "x", Same: true}}, deckBefore, deckAfter); len(got[1]) != 3 {
		t.Error("a verdict about nothing was not passed over")
	}
}

// A ledger that says otherwise does not win over a person.
func TestAVerdictWinsOverALedger(t *testing.T) {
	t.Parallel()
	h := NewHistory(Config{})
	known := map[string]model.StatementID{}
	var was model.StatementID
	for _, text := range []string{deckBefore, deckAgain} {
		for _, l := range h.Step(ladder(text)) {
			if l.Occurrence != "" {
				known[l.Occurrence] = l.ID
			}
			if l.Now != nil && l.Now.Text == "I keep the deck clean." {
				was = l.ID
			}
		}
	}
	again := NewHistory(Config{
		Known:    func(key string) (model.StatementID, bool) { id, ok := known[key]; return id, ok },
		Verdicts: []Verdict{{Statement: was, Becomes: "I keep the deck tidy and clean."}},
	})
	again.Step(ladder(deckBefore))
	f := ladder(deckAgain)
	again.Step(f)
	if now := idsByText(f)["I keep the deck tidy and clean."]; now == was || now == "" {
		t.Errorf("the words are %q, want another statement than %s", now, was)
	}
}
