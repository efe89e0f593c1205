package loader

import (
	"context"
	"crypto/rand"
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"rung/internal/compile"
	"rung/internal/example"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// compiled returns the ladder at each revision, named by its history.
func compiled(t *testing.T, revisions []example.Revision) []*model.Framework {
	t.Helper()
	chain := compile.NewChain(compile.ChainConfig{})
	var out []*model.Framework
	for i, r := range revisions {
		tree := fstest.MapFS{}
		for name, text := range r.Files {
			tree[name] = &fstest.MapFile{Data: text}
		}
		step, err := chain.Step(t.Context(), compile.Input{Tree: tree, Revision: fmt.Sprintf("revision-%d", i), Lint: compile.WithoutLint})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, step.Framework)
	}
	return out
}

// loaded returns a store with the company, as of a morning: part of the last
// day is still to come.
func loaded(t *testing.T) (store.Store, Config) {
	t.Helper()
	db, err := sqlite.Open(t.Context(), sqlite.Config{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	company, err := example.LoadCompany()
	if err != nil {
		t.Fatal(err)
	}
	revisions, err := example.Revisions()
	if err != nil {
		t.Fatal(err)
	}
	c := Config{
		Store: db, Company: company, Revisions: revisions, Ladder: compiled(t, revisions),
		AsOf: time.Date(2026, 3, 5, 7, 30, 0, 0, time.UTC), Random: rand.Reader,
	}
	if err := Load(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	return db, c
}

// tally counts what is in the store.
type tally struct {
	people, teams, evidence, ratings, feedback, plans, reads int
}

func TestEverybodyAndEverythingIsThere(t *testing.T) {
	t.Parallel()
	db, c := loaded(t)
	want := tally{people: len(c.Company.People), teams: len(c.Company.Teams), evidence: len(c.Company.Evidence), feedback: len(c.Company.Feedback)}
	for _, a := range c.Company.Assessments {
		want.ratings += len(a.Ratings)
	}
	for _, p := range c.Company.Plans {
		want.plans += len(p.Items)
	}
	var got tally
	err := db.View(t.Context(), func(tx store.Tx) error {
		teams, err := tx.ListTeams(t.Context())
		if err != nil {
			return err
		}
		got.teams = len(teams)
		people, err := tx.ListPeople(t.Context(), store.PeopleFilter{Limit: store.MaxList})
		if err != nil {
			return err
		}
		for _, p := range people {
			got.people++
			if err := got.add(t, tx, c, p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got.reads == 0 {
		t.Error("no manager has read anything, want their reading on record")
	}
	got.reads = 0
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// add counts what belongs to a person, and holds every date and reference.
func (n *tally) add(t *testing.T, tx store.Tx, c Config, p growth.Person) error {
	ctx := t.Context()
	evidence, err := tx.ListEvidence(ctx, store.EvidenceFilter{Owner: p.ID, Viewer: p.ID, Limit: store.MaxList})
	if err != nil {
		return err
	}
	for _, e := range evidence {
		past(t, c, e.Happened, e.CreatedAt)
		for _, ref := range e.Statements {
			stands(t, c, ref)
		}
	}
	ratings, err := ratingsOf(ctx, tx, p)
	if err != nil {
		return err
	}
	for _, r := range ratings {
		past(t, c, r.At)
		stands(t, c, growth.StatementRef{Statement: r.Statement, Revision: r.Revision})
	}
	feedback, err := tx.ListFeedback(ctx, p.ID, p.ID, store.MaxList)
	if err != nil {
		return err
	}
	plan, err := tx.ListPlan(ctx, p.ID, p.ID)
	if err != nil {
		return err
	}
	for _, i := range plan {
		past(t, c, i.CreatedAt, i.DoneAt)
	}
	reads, err := tx.ListAccesses(ctx, p.ID, store.MaxList)
	n.evidence, n.ratings, n.feedback = n.evidence+len(evidence), n.ratings+len(ratings), n.feedback+len(feedback)
	n.plans, n.reads = n.plans+len(plan), n.reads+len(reads)
	return err
}

// ratingsOf returns the ratings of a person, each as its rater sees it.
func ratingsOf(ctx context.Context, tx store.Tx, p growth.Person) ([]growth.Rating, error) {
	var out []growth.Rating
	raters, err := tx.ListPeople(ctx, store.PeopleFilter{Limit: store.MaxList})
	for _, rater := range raters {
		seen, err := tx.ListRatings(ctx, store.RatingFilter{Subject: p.ID, Viewer: rater.ID})
		if err != nil {
			return nil, err
		}
		for _, r := range seen {
			if r.Rater == rater.ID {
				out = append(out, r)
			}
		}
	}
	return out, err
}

// past holds that nothing is dated after the company's today.
func past(t *testing.T, c Config, times ...time.Time) {
	t.Helper()
	for _, at := range times {
		if at.After(c.AsOf) {
			t.Errorf("something is dated %s, after %s", at, c.AsOf)
		}
	}
}

// stands holds that a statement stood at the revision that is named with it.
func stands(t *testing.T, c Config, ref growth.StatementRef) {
	t.Helper()
	for _, f := range c.Ladder {
		if f.Revision == ref.Revision {
			if _, ok := f.Place(ref.Statement); !ok {
				t.Errorf("%s did not stand at its revision", ref.Statement)
			}
			return
		}
	}
	t.Errorf("%s: no such revision", ref.Statement)
}

func TestLoadNeedsTheWholeLine(t *testing.T) {
	t.Parallel()
	_, c := loaded(t)
	c.Ladder = c.Ladder[1:]
	if err := Load(t.Context(), c); err == nil {
		t.Error("a ladder with a revision missing is loaded, want an error")
	}
}
