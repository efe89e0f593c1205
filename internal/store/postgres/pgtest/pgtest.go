// Package pgtest starts a PostgreSQL for tests: a cluster of its own in a
// temporary folder, reached by a socket in it, thrown away at the end.
package pgtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Skip is the environment variable that, set to "skip", skips the tests that
// need PostgreSQL. Without it they fail where PostgreSQL is missing.
const Skip = "RUNG_TEST_POSTGRES"

const (
	user         = "rung"
	port         = "5432" // of the socket's name; nothing listens on a network
	startTimeout = 30 * time.Second
	startPoll    = 20 * time.Millisecond
)

// Cluster is a running PostgreSQL, or the reason why there is none.
type Cluster struct {
	dir     string
	server  *process
	missing error
	skipped bool
	made    atomic.Int64
}

// Run starts a cluster, runs the tests of a binary and stops the cluster. It is
// for TestMain: os.Exit(pgtest.Run(m, &cluster)).
func Run(m *testing.M, into **Cluster) int {
	c := Start(context.Background())
	*into = c
	code := m.Run()
	if err := c.Stop(); err != nil {
		fmt.Fprintln(os.Stderr, "pgtest: stop PostgreSQL:", err)
		return max(code, 1)
	}
	return code
}

// Start starts a cluster. Where that is not possible, Database says why.
func Start(ctx context.Context) *Cluster {
	if os.Getenv(Skip) == "skip" {
		return &Cluster{skipped: true}
	}
	c := &Cluster{}
	if err := c.start(ctx); err != nil {
		c.missing = errors.Join(err, c.Stop())
	}
	return c
}

// Database returns the address of a new, empty database. It skips the test
// where RUNG_TEST_POSTGRES=skip, and fails it where there is no PostgreSQL.
func (c *Cluster) Database(t testing.TB) string {
	t.Helper()
	if c.skipped {
		t.Skip(Skip + "=skip: not tested on PostgreSQL")
	}
	if c.missing != nil {
		t.Fatalf("no PostgreSQL to test on: %v\nInstall the package postgresql, or set %s=skip to leave it out.", c.missing, Skip)
	}
	name := "test" + strconv.FormatInt(c.made.Add(1), 10)
	conn, err := pgx.Connect(t.Context(), c.address("postgres"))
	if err != nil {
		t.Fatalf("connect to PostgreSQL: %v", err)
	}
	if _, err := conn.Exec(t.Context(), "CREATE DATABASE "+name); err != nil {
		t.Fatalf("create a database: %v", err)
	}
	if err := conn.Close(t.Context()); err != nil {
		t.Fatalf("close the connection: %v", err)
	}
	return c.address(name)
}

func (c *Cluster) address(database string) string {
	return fmt.Sprintf("host=%s port=%s user=%s dbname=%s sslmode=disable", c.dir, port, user, database)
}

func (c *Cluster) start(ctx context.Context) error {
	bin, err := programs()
	if err != nil {
		return err
	}
	if c.dir, err = os.MkdirTemp("", "rung-pg-"); err != nil {
		return err
	}
	who, err := unprivileged(c.dir)
	if err != nil {
		return err
	}
	data := filepath.Join(c.dir, "data")
	// A locale whose order is not that of bytes, as companies have it.
	out, err := who.command(c.dir, filepath.Join(bin, "initdb"), "-D", data, "-U", user, "--auth=trust", "--no-sync",
		"--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en").CombinedOutput()
	if err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	c.server, err = startProcess(who.command(c.dir, filepath.Join(bin, "postgres"), "-D", data, "-k", c.dir, "-p", port,
		"-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=100"))
	if err != nil {
		return fmt.Errorf("postgres: %w", err)
	}
	return c.await(ctx)
}

// await returns when the cluster answers.
func (c *Cluster) await(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, c.address("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-time.After(startPoll):
		case <-c.server.ended:
			return fmt.Errorf("postgres ended: %s", c.server.output.String())
		case <-ctx.Done():
			return fmt.Errorf("postgres does not answer: %w", err)
		}
	}
}

// Stop stops the cluster and removes its folder.
func (c *Cluster) Stop() error {
	var err error
	if c.server != nil {
		err = c.server.stop()
	}
	if c.dir != "" {
		err = errors.Join(err, os.RemoveAll(c.dir))
	}
	return err
}

// programs returns the folder with initdb and postgres: one on the PATH, else
// the newest that a distribution keeps aside.
func programs() (string, error) {
	if found, err := exec.LookPath("initdb"); err == nil {
		if real, err := filepath.EvalSymlinks(found); err == nil && isFile(filepath.Join(filepath.Dir(real), "postgres")) {
			return filepath.Dir(real), nil
		}
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil {
		return "", err
	}
	slices.SortFunc(found, func(a, b string) int { return major(b) - major(a) })
	for _, initdb := range found {
		if isFile(filepath.Join(filepath.Dir(initdb), "postgres")) {
			return filepath.Dir(initdb), nil
		}
	}
	return "", errors.New("neither on the PATH nor under /usr/lib/postgresql are there initdb and postgres")
}

// major reads the version in /usr/lib/postgresql/15/bin/initdb, 0 for none.
func major(initdb string) int {
	parts := strings.Split(filepath.ToSlash(initdb), "/")
	n, err := strconv.Atoi(parts[len(parts)-3])
	if err != nil {
		return 0
	}
	return n
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
