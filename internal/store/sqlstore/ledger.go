package sqlstore

import (
	"context"

	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// AddOccurrences implements store.Ledger. Of two with one Key in the list the
// first counts.
func (t *Tx) AddOccurrences(ctx context.Context, occurrences []store.Occurrence) error {
	byKey := make(map[string][]string, len(occurrences))
	for _, o := range occurrences {
		if byKey[o.Key] == nil {
			byKey[o.Key] = []string{string(o.Statement), o.Revision, o.Matcher}
		}
	}
	encoded, err := object(byKey)
	if err != nil {
		return err
	}
	return t.refused("add occurrences", t.q.AddOccurrences(ctx, encoded))
}

// ListOccurrences implements store.Ledger.
func (t *Tx) ListOccurrences(ctx context.Context) ([]store.Occurrence, error) {
	rows, err := t.q.ListOccurrences(ctx, store.MaxAll+1)
	return complete(t, "occurrences", rows, err, func(r query.Occurrence) store.Occurrence {
		return store.Occurrence{
			Key: r.Key, Statement: model.StatementID(r.StatementID), Revision: r.Revision, Matcher: r.Matcher,
		}
	})
}

// AddAlias implements store.Ledger.
func (t *Tx) AddAlias(ctx context.Context, a store.Alias) error {
	n, err := t.q.AddAlias(ctx, query.AddAliasParams{
		FromID: string(a.From), ToID: string(a.To), Why: a.Why, At: micros(a.At),
	})
	return t.added("an alias", n, err)
}

// ListAliases implements store.Ledger.
func (t *Tx) ListAliases(ctx context.Context) ([]store.Alias, error) {
	rows, err := t.q.ListAliases(ctx, store.MaxAll+1)
	return complete(t, "aliases", rows, err, func(r query.Alias) store.Alias {
		return store.Alias{
			From: model.StatementID(r.FromID), To: model.StatementID(r.ToID), Why: r.Why, At: moment(r.At),
		}
	})
}
