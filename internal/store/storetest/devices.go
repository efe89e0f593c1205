package storetest

import (
	"context"
	"testing"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

func testDevices(t *testing.T, f *fixture) {
	f.person("p-1", "")
	d := growth.Device{Hash: "h-1", UserCode: "WDJB-MJHT", Name: "a laptop", CreatedAt: clock(1), ExpiresAt: clock(100)}
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.PutDevice(ctx, d) })
	f.deviceIs("waiting", d)
	d.Person = "p-1"
	f.update(func(ctx context.Context, tx store.Tx) error {
		kind(t, "PutDevice with a code that another waits with", tx.PutDevice(ctx, growth.Device{
			Hash: "h-2", UserCode: d.UserCode, CreatedAt: clock(99), ExpiresAt: clock(300),
		}), fault.Conflict)
		return tx.PutDevice(ctx, d)
	})
	f.deviceIs("approved", d)
	f.view(func(ctx context.Context, tx store.Tx) error {
		_, err := tx.DeviceByHash(ctx, "h-1", clock(100))
		kind(t, "DeviceByHash when it has expired", err, fault.NotFound)
		_, err = tx.DeviceByUserCode(ctx, d.UserCode, clock(100))
		kind(t, "DeviceByUserCode when it has expired", err, fault.NotFound)
		return nil
	})
	again := growth.Device{Hash: "h-3", UserCode: d.UserCode, CreatedAt: clock(100), ExpiresAt: clock(300)}
	f.update(func(ctx context.Context, tx store.Tx) error {
		if err := tx.PutDevice(ctx, again); err != nil { // the code is free once it has expired
			return err
		}
		return tx.PutDevice(ctx, growth.Device{Hash: "h-4", UserCode: "AAAA-BBBB", CreatedAt: clock(5), ExpiresAt: clock(300)})
	})
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.RemoveDevice(ctx, "h-4", clock(100)) })
	f.view(func(ctx context.Context, tx store.Tx) error {
		_, err := tx.DeviceByHash(ctx, "h-4", clock(1))
		kind(t, "DeviceByHash of what is removed", err, fault.NotFound)
		_, err = tx.DeviceByHash(ctx, "h-1", clock(1))
		kind(t, "DeviceByHash of what had expired then", err, fault.NotFound)
		return nil
	})
	f.deviceIs("with a code used again", again)
}

func (f *fixture) deviceIs(when string, want growth.Device) {
	f.t.Helper()
	f.view(func(ctx context.Context, tx store.Tx) error {
		got, err := tx.DeviceByHash(ctx, want.Hash, want.CreatedAt)
		same(f.t, "DeviceByHash "+when, got, want)
		if err != nil {
			return err
		}
		got, err = tx.DeviceByUserCode(ctx, want.UserCode, want.CreatedAt)
		same(f.t, "DeviceByUserCode "+when, got, want)
		return err
	})
}
