package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"time"

	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/store"
)

// said is a command of the scripts: it opens the database of a ladder as a
// server does, and lets people rate and give evidence, all in their own words:
//
//	said LADDER DATABASE (rate|evidence):N:BEGINNING ...
//
// The first N of the people p0, p1, ... rate themselves on the statement that
// begins so, or link a piece of evidence with it.
func said() {
	if err := sayAll(context.Background(), os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func sayAll(ctx context.Context, ladder, file string, list []string) (err error) {
	p := &program{out: os.Stdout, err: os.Stderr, env: parseEnv(os.Environ()), now: time.Now, wait: wait}
	source, err := openSource(ctx, ladder, "")
	if err != nil {
		return err
	}
	h, err := p.openHouse(ctx, source, database{file: file}, slog.LevelError)
	if err != nil {
		return errors.Join(err, source.Close())
	}
	defer func() { err = errors.Join(err, h.close(), source.Close()) }()
	for _, item := range list {
		parts := strings.SplitN(item, ":", 3)
		n, err := strconv.Atoi(parts[1])
		if err != nil {
			return err
		}
		if err := say(ctx, h.app, parts[0], n, parts[2]); err != nil {
			return fmt.Errorf("%s: %w", item, err)
		}
	}
	return nil
}

func say(ctx context.Context, a *application, what string, n int, beginning string) error {
	f, revision := a.frameworks.Latest()
	for _, p := range f.Places() {
		if !strings.HasPrefix(p.Statement.Text, beginning) {
			continue
		}
		return a.store.Update(ctx, func(tx store.Tx) error {
			for i := range n {
				who := growth.PersonID("p" + strconv.Itoa(i))
				if _, err := tx.Person(ctx, who); err != nil { // she is not there yet
					if err := tx.AddPerson(ctx, growth.Person{ID: who, Name: "Secretive " + string(who), JoinedAt: a.now()}); err != nil {
						return err
					}
				}
				if err := sayOne(ctx, tx, a, what, who, p, revision); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return errors.New("no statement begins so")
}

func sayOne(ctx context.Context, tx store.Tx, a *application, what string, who growth.PersonID, p model.Place, revision string) error {
	if what == "evidence" {
		_, err := tx.AddEvidence(ctx, growth.Evidence{
			ID: growth.EvidenceID(a.newID()), Owner: who, Happened: a.now(), Kind: growth.Delivered, Text: "Private words of " + string(who),
			Visible: growth.Private, Statements: []growth.StatementRef{{Statement: p.Statement.ID, Revision: revision}}, CreatedAt: a.now(), UpdatedAt: a.now(),
		})
		return err
	}
	as, err := tx.Assessment(ctx, who, who, growth.Self, p.Role.ID)
	if err != nil {
		as = growth.Assessment{ID: growth.AssessmentID(a.newID()), Rater: who, Subject: who, Capacity: growth.Self, Role: p.Role.ID, CreatedAt: a.now()}
		if err := tx.AddAssessment(ctx, as); err != nil {
			return err
		}
	}
	return tx.AddRating(ctx, growth.Rating{
		ID: growth.RatingID(a.newID()), Assessment: as.ID, Rater: who, Subject: who, Capacity: growth.Self, Role: p.Role.ID,
		Statement: p.Statement.ID, Revision: revision, Value: "performing", Words: "Private words of " + string(who), At: a.now(),
	})
}
