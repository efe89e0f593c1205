package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strconv"

	"rung/internal/example"
	"rung/internal/example/loader"
	"rung/internal/fault"
	"rung/internal/model"
)

// The address of the demo where none is named: the first of these ports that
// is free.
const (
	demoHost  = "127.0.0.1"
	demoPort  = 7575
	demoTries = 20
)

type demoCmd struct {
	Addr  string `placeholder:"HOST:PORT" help:"The address to listen on (default: ${demo_addr}, or the next port that is free)."`
	Reset bool   `help:"Throw away what was changed and begin anew."`
}

func (demoCmd) Help() string {
	return `An invented company of some thirty people with its ladders and a year of their work. You may be
any of them without a password: read as one, answer as another. What you change stays, in your data
folder, until --reset.`
}

func (c demoCmd) Run(ctx context.Context, p *program) (err error) {
	data, err := p.dataFolder()
	if err != nil {
		return err
	}
	folder := filepath.Join(data, "demo")
	if err := makeFolder(data); err != nil {
		return err
	}
	held, err := lockDatabase(folder, "it is the demo, which runs already: look there, or stop it first")
	if err != nil {
		return err
	}
	defer held.release()
	ln, err := c.listen(ctx)
	if err != nil {
		return err
	}
	defer ln.Close() // closing again does nothing
	if err := p.prepareDemo(ctx, folder, c.Reset); err != nil {
		return err
	}
	source, house, err := p.openDemo(ctx, folder, slog.LevelWarn)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, house.close(), source.Close()) }()
	server, err := house.app.ports(portConfig{cast: demoCast{house.app}})
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "The example company is at %s\nWhom to be: %s/cast\nStop it with Ctrl-C; what you change stays. rung demo --reset begins anew.\n", addressOf(ln), addressOf(ln))
	return house.serve(ctx, ln, server)
}

func (c demoCmd) listen(ctx context.Context) (net.Listener, error) {
	if c.Addr == "" {
		return listenNear(ctx, demoHost, demoPort, demoTries)
	}
	ln, err := listen(ctx, c.Addr)
	if err == nil && beyondLoopback(ln) { // whoever reaches it may be anybody
		return nil, errors.Join(fault.New(fault.Invalid, "%s is reached from other machines, and the demo asks for no password: choose an address as 127.0.0.1:8081", c.Addr), ln.Close())
	}
	return ln, err
}

// The files of a demo, in its folder.
const (
	demoLadder   = "tholepin.git"
	demoDatabase = "rung.db"
)

// prepareDemo makes the folder unless it is there. It is made beside, and
// takes its name when it is whole.
func (p *program) prepareDemo(ctx context.Context, folder string, reset bool) error {
	_, err := os.Stat(filepath.Join(folder, demoDatabase))
	if err == nil && !reset {
		return nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fault.Wrap(fault.Unavailable, err, "%s cannot be read: %v", folder, cause(err))
	}
	fresh := folder + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return fault.Wrap(fault.Unavailable, err, "%s cannot be removed: %v", fresh, cause(err))
	}
	if err := makeFolder(fresh); err != nil {
		return err
	}
	if err := p.makeDemo(ctx, fresh); err != nil {
		return errors.Join(err, os.RemoveAll(fresh))
	}
	if err := errors.Join(os.RemoveAll(folder), os.Rename(fresh, folder)); err != nil {
		return fault.Wrap(fault.Unavailable, err, "%s cannot be replaced: %v", folder, err)
	}
	return nil
}

// makeDemo writes the ladder's repository and a database with the company.
func (p *program) makeDemo(ctx context.Context, folder string) (err error) {
	if err := example.WriteRepository(ctx, filepath.Join(folder, demoLadder), p.now()); err != nil {
		return err
	}
	source, house, err := p.openDemo(ctx, folder, slog.LevelWarn)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, house.close(), source.Close()) }()
	company, err := example.LoadCompany()
	if err != nil {
		return err
	}
	revisions, err := example.Revisions()
	if err != nil {
		return err
	}
	ladder, err := allRevisions(ctx, house.app)
	if err != nil {
		return err
	}
	return loader.Load(ctx, loader.Config{
		Store: house.app.store, Company: company, Revisions: revisions, Ladder: ladder, AsOf: p.now(), Random: rand.Reader,
	})
}

// allRevisions returns the framework at each revision, oldest first.
func allRevisions(ctx context.Context, a *application) ([]*model.Framework, error) {
	history := a.frameworks.History()
	out := make([]*model.Framework, len(history))
	for i, r := range history {
		e, err := a.frameworks.At(ctx, r.ID)
		if err != nil {
			return nil, err
		}
		out[len(out)-1-i] = e.Framework
	}
	return out, nil
}

// openDemo opens the ladder and the database in the folder.
func (p *program) openDemo(ctx context.Context, folder string, level slog.Level) (*ladderSource, *house, error) {
	source, err := openSource(ctx, filepath.Join(folder, demoLadder), "")
	if err != nil {
		return nil, nil, err
	}
	house, err := p.openHouse(ctx, source, database{file: filepath.Join(folder, demoDatabase)}, level)
	if err != nil {
		return nil, nil, errors.Join(err, source.Close())
	}
	return source, house, nil
}

// demoAddress is the usual address of the demo, for the help.
func demoAddress() string { return net.JoinHostPort(demoHost, strconv.Itoa(demoPort)) }
