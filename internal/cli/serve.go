package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

	"rung/internal/fault"
)

type serveCmd struct {
	Path    string `arg:"" optional:"" name:"PATH" help:"Where the ladders are (default: the current folder)."`
	Addr    string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"The address to listen on (default: ${default})."`
	DB      string `name:"db" placeholder:"FILE" help:"The database: a file, or postgres://user@host/name (default: a file in your data folder, named by the ladder)."`
	BaseURL string `name:"base-url" placeholder:"URL" help:"How people reach the server, as https://rung.example.org. With https, sign-ins are kept from travelling in clear."`
	revision
}

func (serveCmd) Help() string {
	return `Reads the ladders with their history, keeps every revision in the database, and looks again from
time to time, so that a push is seen without a restart. While nobody has an account it prints a link
with which the first administrator makes one; the link works once, for a day.

The database holds what people write about themselves. It is made readable by you alone, and never
in the ladder's own tree. Keep backups: rung backup FILE, also while the server runs.

Stop it with Ctrl-C or SIGTERM: requests that run are finished first.`
}

func (c serveCmd) Run(ctx context.Context, p *program) (err error) {
	if err := checkBaseURL(c.BaseURL); err != nil {
		return err
	}
	typed, err := p.path(c.Path)
	if err != nil {
		return err
	}
	source, err := openSource(ctx, typed, c.Rev)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	db, err := p.findDatabase(source.open, c.DB)
	if err != nil {
		return err
	}
	ln, err := listen(ctx, c.Addr) // before anything is made
	if err != nil {
		return err
	}
	defer ln.Close() // closing again does nothing
	fmt.Fprintf(p.out, "Reading %s and its history ...\n", typed)
	house, err := p.openHouse(ctx, source, db, slog.LevelInfo)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, house.close()) }()
	server, err := house.app.ports(portConfig{baseURL: c.BaseURL})
	if err != nil {
		return err
	}
	if err := c.announce(ctx, p, house, ln, typed); err != nil {
		return err
	}
	return house.serve(ctx, ln, server)
}

// checkBaseURL refuses what is no address before anything is opened.
func checkBaseURL(text string) error {
	u, err := url.Parse(text)
	if text != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") != "") {
		return fault.New(fault.Invalid, "%q in --base-url is no address, expected one as https://rung.example.org", text)
	}
	return nil
}

// announce says where the server is and how to begin.
func (c serveCmd) announce(ctx context.Context, p *program, house *house, ln net.Listener, typed string) error {
	base := strings.TrimRight(c.BaseURL, "/")
	if base == "" {
		base = addressOf(ln)
	}
	fmt.Fprintf(p.out, "rung serves %s at %s\n", typed, base)
	if beyondLoopback(ln) && !strings.HasPrefix(c.BaseURL, "https://") {
		fmt.Fprintln(p.out, "Other machines reach it without encryption: put a proxy with TLS before it and say --base-url https://...")
	}
	secret, err := house.app.accounts.FirstInvite(ctx)
	if err != nil || secret == "" {
		return err
	}
	_, err = fmt.Fprintf(p.out, "Nobody has an account yet. The first administrator makes hers here, once, within a day:\n  %s/welcome/%s\n", base, secret)
	return err
}

// house is an application with what it holds of the machine.
type house struct {
	app    *application
	source *ladderSource
	lock   *lock // nil for PostgreSQL, which several servers may use
}

// openHouse opens the database for one server, and reads the ladder.
func (p *program) openHouse(ctx context.Context, s *ladderSource, db database, level slog.Level) (*house, error) {
	title, err := s.title(ctx)
	if err != nil {
		return nil, err
	}
	h := &house{source: s}
	if db.file != "" {
		if err := makeFolder(filepath.Dir(db.file)); err != nil {
			return nil, err
		}
		if h.lock, err = lockDatabase(db.file, "stop that one, or name another database with --db"); err != nil {
			return nil, err
		}
	}
	data, err := db.open(ctx)
	if err != nil {
		return nil, errors.Join(err, h.close())
	}
	if h.app, err = p.newApplication(s, title, data, level); err != nil {
		return nil, errors.Join(err, data.Close(), h.close())
	}
	if err := h.app.frameworks.Sync(ctx); err != nil {
		return nil, errors.Join(err, h.close())
	}
	return h, nil
}

// serve answers requests until ctx ends, and looks after the ladder meanwhile.
func (h *house) serve(ctx context.Context, ln net.Listener, server *http.Server) error {
	var around sync.WaitGroup
	watching, stop := context.WithCancel(ctx)
	around.Go(func() { h.source.watch(watching, h.app.frameworks.Sync, h.app.log) })
	around.Go(func() { h.readPast(watching) })
	err := serveHTTP(ctx, ln, server)
	stop()
	around.Wait()
	return err
}

// readPast reads all revisions once, so that the first who opens a page of what
// changed does not wait for that: of thousands it takes a while.
func (h *house) readPast(ctx context.Context) {
	if _, err := h.app.frameworks.Doubts(ctx); err != nil && ctx.Err() == nil {
		h.app.log.LogAttrs(ctx, slog.LevelError, "past not read", slog.Any("err", err))
	}
}

func (h *house) close() error {
	var err error
	if h.app != nil {
		err = h.app.store.Close()
	}
	if h.lock != nil {
		h.lock.release()
	}
	return err
}
