package sqlstore

import (
	"context"
	"time"

	"rung/internal/growth"
	"rung/internal/store/sqlstore/query"
)

// PutDevice implements store.Devices.
func (t *Tx) PutDevice(ctx context.Context, d growth.Device) error {
	n, err := t.q.PutDevice(ctx, query.PutDeviceParams{
		Hash: d.Hash, UserCode: d.UserCode, Name: d.Name, PersonID: optional(d.Person),
		CreatedAt: micros(d.CreatedAt), ExpiresAt: micros(d.ExpiresAt),
	})
	return t.added("a code", n, err)
}

// DeviceByHash implements store.Devices.
func (t *Tx) DeviceByHash(ctx context.Context, hash string, now time.Time) (growth.Device, error) {
	r, err := t.q.DeviceByHash(ctx, query.DeviceByHashParams{Hash: hash, Now: micros(now)})
	return device(found(t, "terminal", r, err))
}

// DeviceByUserCode implements store.Devices.
func (t *Tx) DeviceByUserCode(ctx context.Context, code string, now time.Time) (growth.Device, error) {
	r, err := t.q.DeviceByUserCode(ctx, query.DeviceByUserCodeParams{UserCode: code, Now: micros(now)})
	return device(found(t, "terminal", r, err))
}

// RemoveDevice implements store.Devices.
func (t *Tx) RemoveDevice(ctx context.Context, hash string, now time.Time) error {
	return t.refused("remove terminal", t.q.RemoveDevice(ctx, query.RemoveDeviceParams{Hash: hash, Now: micros(now)}))
}

func device(r query.Device, err error) (growth.Device, error) {
	if err != nil {
		return growth.Device{}, err
	}
	return growth.Device{
		Hash: r.Hash, UserCode: r.UserCode, Name: r.Name, Person: growth.PersonID(r.PersonID.String),
		CreatedAt: moment(r.CreatedAt), ExpiresAt: moment(r.ExpiresAt),
	}, nil
}
