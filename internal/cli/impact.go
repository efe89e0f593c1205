package cli

import (
	"context"
	"errors"

	"rung/internal/change"
	"rung/internal/frameworks"
	"rung/internal/growth"
	"rung/internal/impact"
	"rung/internal/store"
)

type impactCmd struct {
	Between string `arg:"" name:"A..B" help:"Two revisions, or one to compare with the files as they are."`
	Path    string `arg:"" optional:"" name:"PATH" help:"Where the ladders are (default: the current folder)."`
	DB      string `name:"db" placeholder:"FILE" help:"The database: a file, or postgres://user@host/name (default: the one of the ladder)."`
	Format  string `default:"text" enum:"text,json" help:"How to print: ${enum}."`
}

func (impactCmd) Help() string {
	return `Says what B would do to what people have said by the ladder, before it is merged: how many ratings,
and links from evidence to statements, of how many people would be kept, kept with notice, up for
re-rating or retired, role by role. A branch is compared with where it left A, as its merge would be.

Nothing is shown that speaks of fewer than 5 people, be it of none, and no sum holds what is not
shown. Nobody is named and no words of anybody are read. The server may be running. The JSON has the
schema rung.impact/1.`
}

func (c impactCmd) Run(ctx context.Context, p *program) (err error) {
	data, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.Close()) }()
	names, err := frameworks.ReadLedger(ctx, data)
	if err != nil {
		return err
	}
	s, err := p.openSides(ctx, c.Path, c.Between, names.Known)
	if err != nil {
		return err
	}
	defer s.Close()
	pins, err := pinsOf(ctx, data, names)
	if err != nil {
		return err
	}
	r := impact.Of(s.Sides, change.Between(s.Sides), pins)
	h := impact.Heading{From: change.Revision{ID: s.from.ID, Time: s.from.Time}, To: change.Revision{ID: s.to.ID, Time: s.to.Time}, Base: s.base}
	if c.Format == "json" {
		return impact.Encode(p.out, h, r)
	}
	return impact.Print(p.out, h, r)
}

// open opens the database, which must be there: one that was made here would
// say that nothing is touched.
func (c impactCmd) open(ctx context.Context, p *program) (store.Store, error) {
	db, err := p.ladderDatabaseAt(ctx, c.Path, c.DB)
	if err == nil {
		err = db.isThere()
	}
	if err != nil {
		return nil, err
	}
	return db.open(ctx)
}

// pinsOf returns what hangs on which wording, under the ids that statements go
// by now.
func pinsOf(ctx context.Context, data store.Store, names *frameworks.Ledger) (impact.Pins, error) {
	var out impact.Pins
	err := data.View(ctx, func(tx store.Tx) error {
		var err error
		if out.Ratings, err = tx.ListRatingPins(ctx); err != nil {
			return err
		}
		out.Evidence, err = tx.ListEvidencePins(ctx)
		return err
	})
	if err != nil {
		return out, err
	}
	refs := map[growth.StatementRef]bool{}
	for _, list := range [][]growth.Pin{out.Ratings, out.Evidence} {
		for i := range list {
			list[i].Statement = names.Canonical(list[i].Statement)
			refs[growth.StatementRef{Statement: list[i].Statement, Revision: list[i].Revision}] = true
		}
	}
	var asked []growth.StatementRef
	for ref := range refs {
		asked = append(asked, ref)
	}
	texts, err := names.Wordings(ctx, data, asked)
	out.Wording = func(ref growth.StatementRef) (string, bool) { text, ok := texts[ref]; return text, ok }
	return out, err
}
