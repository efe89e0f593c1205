package ratings_test

import (
	"context"
	"crypto/rand"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"rung/internal/authz"
	"rung/internal/frameworks"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/ratings"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// line is a ladder in Git, one commit longer at each step. The first commit has
// the number from.
type line struct {
	trees []fstest.MapFS
	from  int
}

func (l *line) Revisions(context.Context) ([]frameworks.Revision, error) {
	var out []frameworks.Revision
	for i := range l.trees {
		out = append(out, frameworks.Revision{ID: commit(l.from + i), Seq: i + 1, Time: time.Unix(int64(i), 0).UTC()})
	}
	return out, nil
}

func (l *line) TreeAt(_ context.Context, id string) (fs.FS, error) {
	for i, t := range l.trees {
		if commit(l.from+i) == id {
			return t, nil
		}
	}
	return nil, fs.ErrNotExist
}

func (l *line) Tree(context.Context) (fs.FS, string, error) {
	last := len(l.trees) - 1
	return l.trees[last], commit(l.from + last), nil
}

func commit(i int) string { return string(rune('a'+i)) + "000000000" }

func pilots(statements string) fstest.MapFS {
	return fstest.MapFS{
		"Pilots/L2-Pilot.md":  {Data: []byte("# L2: Pilot\n\n> I bring ships in.\n\n## Craft\n\n" + statements)},
		"Pilots/L3-Senior.md": {Data: []byte("# L3: Senior Pilot\n\n> I bring big ships in.\n\n## Craft\n\n- I teach others to read the tide.\n")},
	}
}

// TestRatingsOutliveTheLadder rates, rewords, retires and loses the role: the
// rating stays, is marked, and nothing is silently lost.
func TestRatingsOutliveTheLadder(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	db, err := sqlite.Open(ctx, sqlite.Config{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	now := time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	git := &line{trees: []fstest.MapFS{pilots("- I read the tide tables every morning.\n- I keep my radio charged.\n")}}
	ladder, err := frameworks.New(frameworks.Config{Store: db, Source: git, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	sync := func() *model.Framework {
		t.Helper()
		if err := ladder.Sync(ctx); err != nil {
			t.Fatal(err)
		}
		f, _ := ladder.Latest()
		return f
	}
	service, err := ratings.New(ratings.Config{Store: db, Ladder: ladder, Now: clock, NewID: growth.NewIDs(clock, rand.Reader).Next})
	if err != nil {
		t.Fatal(err)
	}
	f := sync()
	role := f.Places()[0].Role.ID
	tides, radio := f.Places()[0].Statement.ID, f.Places()[1].Statement.ID
	ada := authz.Actor{Person: "ada"}
	err = db.Update(ctx, func(tx store.Tx) error {
		if err := tx.AddPerson(ctx, growth.Person{ID: "ada", Name: "Ada", Email: "ada@example.org", JoinedAt: now, Version: 1}); err != nil {
			return err
		}
		return tx.AddAssignment(ctx, growth.Assignment{ID: "a1", Person: "ada", Role: role, RoleTitle: "L2 Pilot", Since: now, CreatedAt: now})
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = service.Rate(ctx, ada, "ada", role, []ratings.Entry{{Statement: tides, Value: "performing"}, {Statement: radio, Value: "maturing"}})
	if err != nil {
		t.Fatal(err)
	}
	standing := func() map[model.StatementID]growth.StatementStanding {
		t.Helper()
		s, err := service.Standing(ctx, ada, "ada", role)
		if err != nil {
			t.Fatal(err)
		}
		out := map[model.StatementID]growth.StatementStanding{}
		for _, st := range s.Statements {
			out[st.Statement.ID] = st
		}
		return out
	}
	if got := standing(); got[tides].Reworded || got[tides].State != growth.Claimed || got[radio].State != growth.Growing {
		t.Errorf("as rated: %+v", got)
	}
	git.trees = append(git.trees, pilots("- I read the tide tables each and every morning.\n- I keep my radio charged.\n"))
	sync()
	if got := standing(); !got[tides].Reworded || got[tides].Rerate || got[tides].State != growth.Claimed || got[radio].Reworded {
		t.Errorf("after a rewording: %+v", got)
	}
	git.trees = append(git.trees, pilots("- I read the tide tables each and every morning.\n"))
	sync()
	if got := standing(); len(got) != 1 {
		t.Errorf("after a retirement %d statements stand, want 1", len(got))
	}
	without := pilots("")
	delete(without, "Pilots/L2-Pilot.md")
	git.trees = append(git.trees, without)
	if f := sync(); f.Role(role) != nil {
		t.Fatal("the role is still there")
	}
	if got := standing(); len(got) != 1 || got[tides].State != growth.Claimed {
		t.Errorf("against the role that is gone: %+v", got)
	}
}
