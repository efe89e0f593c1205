package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"

	"rung/internal/accounts"
	"rung/internal/growth"
)

type inviteCmd struct {
	Email   string `arg:"" name:"EMAIL" help:"Whom the link is for."`
	DB      string `name:"db" placeholder:"FILE" help:"The database (default: the one of the ladder at -C)."`
	BaseURL string `name:"base-url" default:"http://127.0.0.1:8080" placeholder:"URL" help:"How people reach the server (default: ${default})."`
}

func (inviteCmd) Help() string {
	return `Prints a link with which somebody sets a new password: the way back for whoever has forgotten it,
administrators included. It works once, for seven days; her sessions end when it is used. The server
may be running.

In the browser administrators make links only for people who have no password yet, so that none of
them can become somebody else. Whoever runs this command could read the database anyway.`
}

func (c inviteCmd) Run(ctx context.Context, p *program) (err error) {
	if err := checkBaseURL(c.BaseURL); err != nil {
		return err
	}
	db, err := p.ladderDatabase(ctx, c.DB)
	if err != nil {
		return err
	}
	if db.file != "" {
		if db, err = p.presentDatabase(ctx, c.DB); err != nil {
			return err
		}
	}
	data, err := db.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.Close()) }()
	service, err := accounts.New(accounts.Config{Store: data, Now: p.now, NewID: growth.NewIDs(p.now, rand.Reader).Next, Random: rand.Reader})
	if err != nil {
		return err
	}
	secret, err := service.Recover(ctx, c.Email)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "This link sets a new password for %s. It works once, for seven days:\n  %s/welcome/%s\n", c.Email, strings.TrimRight(c.BaseURL, "/"), secret)
	return err
}
