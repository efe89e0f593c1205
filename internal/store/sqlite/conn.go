package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
)

// conn is one connection that keeps the statements it has prepared; there are
// as many as there are statements in the program. It implements query.DBTX.
//
// A statement that has begun runs to its end, whatever becomes of its context:
// SQLite answers an interrupted write by rolling back the whole transaction,
// and with it the updates of others that share it. Every statement is short,
// and none begins once the context has ended.
type conn struct {
	c     *sql.Conn
	stmts map[string]*sql.Stmt
}

func newConn(ctx context.Context, db *sql.DB) (*conn, error) {
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &conn{c: c, stmts: map[string]*sql.Stmt{}}, nil
}

// run executes one statement of the transaction's own, such as BEGIN.
func (c *conn) run(statement string) error {
	_, err := c.ExecContext(context.Background(), statement)
	if err != nil {
		return fmt.Errorf("%s: %w", strings.ToLower(statement), translate(err))
	}
	return nil
}

// ExecContext implements query.DBTX.
func (c *conn) ExecContext(ctx context.Context, text string, args ...any) (sql.Result, error) {
	s, err := c.prepared(ctx, text)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(context.WithoutCancel(ctx), args...)
}

// QueryContext implements query.DBTX.
func (c *conn) QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	s, err := c.prepared(ctx, text)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(context.WithoutCancel(ctx), args...)
}

// QueryRowContext implements query.DBTX.
func (c *conn) QueryRowContext(ctx context.Context, text string, args ...any) *sql.Row {
	s, err := c.prepared(ctx, text)
	if err != nil {
		// Only the driver can make a row that holds an error, and it will
		// meet the same one.
		return c.c.QueryRowContext(ctx, text, args...)
	}
	return s.QueryRowContext(context.WithoutCancel(ctx), args...)
}

// PrepareContext implements query.DBTX. The statement is its caller's.
func (c *conn) PrepareContext(ctx context.Context, text string) (*sql.Stmt, error) {
	return c.c.PrepareContext(ctx, text)
}

func (c *conn) prepared(ctx context.Context, text string) (*sql.Stmt, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if s, ok := c.stmts[text]; ok {
		return s, nil
	}
	s, err := c.c.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	c.stmts[text] = s
	return s, nil
}

func (c *conn) close() error {
	for _, s := range c.stmts {
		if err := s.Close(); err != nil {
			return err
		}
	}
	return c.c.Close()
}

// openDB returns a pool of at most n connections to the file, each of which
// starts with the pragmas ("name(value)").
func openDB(path string, n int, pragmas ...string) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	slashed := filepath.ToSlash(abs)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	values := url.Values{"_pragma": pragmas}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: slashed}).EscapedPath()+"?"+values.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}
