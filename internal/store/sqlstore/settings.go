package sqlstore

import (
	"context"
	"database/sql"
	"errors"

	"rung/internal/store/sqlstore/query"
)

// PutSetting implements store.Settings.
func (t *Tx) PutSetting(ctx context.Context, name, value string) error {
	return t.refused("put setting", t.q.PutSetting(ctx, query.PutSettingParams{Name: name, Value: value}))
}

// Setting implements store.Settings.
func (t *Tx) Setting(ctx context.Context, name string) (string, error) {
	value, err := t.q.Setting(ctx, name)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, t.refused("read setting", err)
}
