// Package sqlstore speaks the store's interfaces in SQL that SQLite and
// PostgreSQL both run. The databases' own packages open connections, begin and
// end transactions and say what their drivers' errors mean; everything between
// is here, once.
//
// The statements live in store/queries and are turned into package query by
// scripts/sqlc.sh.
package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

var _ store.Tx = (*Tx)(nil)

// Tx is one transaction on a database. It is not safe for concurrent use, and
// keeps the keys it has read no longer than itself.
type Tx struct {
	q         *query.Queries
	translate func(error) error
	keys      map[growth.PersonID]key
	boxes     map[string]opener
	err       error
}

// New returns a Tx whose statements run on db, which its caller has begun and
// will end. Translate turns a driver's error into a fault where it knows its
// kind, and returns it as it is where not.
func New(db query.DBTX, translate func(error) error) *Tx {
	t := &Tx{translate: translate, keys: map[growth.PersonID]key{}, boxes: map[string]opener{}}
	t.q = query.New(guard{db, t})
	return t
}

// guard lets no statement through once one was refused. SQLite may have rolled
// back the transaction by itself then, and would keep at once what came after.
type guard struct {
	query.DBTX
	tx *Tx
}

// ExecContext implements query.DBTX.
func (g guard) ExecContext(ctx context.Context, text string, args ...any) (sql.Result, error) {
	if g.tx.err != nil {
		return nil, g.tx.err
	}
	return g.DBTX.ExecContext(ctx, text, args...)
}

// QueryContext implements query.DBTX.
func (g guard) QueryContext(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	if g.tx.err != nil {
		return nil, g.tx.err
	}
	return g.DBTX.QueryContext(ctx, text, args...)
}

// Err returns the first error of a statement that the database refused, or
// nil. Such a transaction must not be committed, whatever the function that
// used it returned: PostgreSQL would not do it, and SQLite must not differ.
// Conflicts and missing rows are answers, not refusals, and do not count.
func (t *Tx) Err() error { return t.err }

// refused returns err with what was being done, and remembers it; nil for nil.
func (t *Tx) refused(doing string, err error) error {
	if err == nil {
		return nil
	}
	err = fmt.Errorf("%s: %w", doing, t.translate(err))
	if t.err == nil {
		t.err = err
	}
	return err
}

// found returns the row, or fault.NotFound where there is none.
func found[T any](t *Tx, what string, row T, err error) (T, error) {
	if errors.Is(err, sql.ErrNoRows) {
		return row, missing(what)
	}
	return row, t.refused("read "+what, err)
}

// added turns the outcome of an insert into an error: none written is
// fault.Conflict.
func (t *Tx) added(what string, n int64, err error) error {
	if err == nil && n == 0 {
		return fault.New(fault.Conflict, "There is such %s already.", what)
	}
	return t.refused("add "+what, err)
}

// removed turns the outcome of a delete into an error: none removed is
// fault.NotFound.
func (t *Tx) removed(what string, n int64, err error) error {
	if err == nil && n == 0 {
		return missing(what)
	}
	return t.refused("remove "+what, err)
}

// changed turns the outcome of an update of one version into an error. Where
// nothing was written, count tells a newer version (fault.Conflict) from none
// at all (fault.NotFound).
func (t *Tx) changed(what string, n int64, err error, count func() (int64, error)) error {
	if err != nil || n > 0 {
		return t.refused("change "+what, err)
	}
	there, err := count()
	switch {
	case err != nil:
		return t.refused("look for "+what, err)
	case there == 0:
		return missing(what)
	default:
		return stale(what)
	}
}

// list maps the rows of a query, or returns why it was refused.
func list[R, T any](t *Tx, what string, rows []R, err error, one func(R) T) ([]T, error) {
	if err != nil {
		return nil, t.refused("list "+what, err)
	}
	out := make([]T, len(rows))
	for i, r := range rows {
		out[i] = one(r)
	}
	return out, nil
}

// complete is list for a query that was asked for MaxAll and one more row: a
// list that is longer is refused, not cut.
func complete[R, T any](t *Tx, what string, rows []R, err error, one func(R) T) ([]T, error) {
	if err == nil && len(rows) > store.MaxAll {
		return nil, fmt.Errorf("list %s: more than %d", what, store.MaxAll)
	}
	return list(t, what, rows, err, one)
}

func missing(what string) error {
	return fault.New(fault.NotFound, "There is no such %s.", what)
}

func stale(what string) error {
	return fault.New(fault.Conflict, "This %s was changed in the meantime; look at it again before you change it.", what)
}
