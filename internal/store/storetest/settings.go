package storetest

import (
	"context"
	"testing"

	"rung/internal/store"
)

func testSettings(t *testing.T, f *fixture) {
	same(t, "Setting that was never put", f.setting("name"), "")
	for _, want := range []string{"one", "two", ""} {
		f.put("name", want)
		same(t, "Setting", f.setting("name"), want)
	}
	same(t, "Setting of another name", f.setting("other"), "")
}

// put and setting keep a word where a test only needs something to keep.
func (f *fixture) put(name, value string) {
	f.t.Helper()
	f.update(func(ctx context.Context, tx store.Tx) error { return tx.PutSetting(ctx, name, value) })
}

func (f *fixture) setting(name string) string {
	f.t.Helper()
	return get(f, func(ctx context.Context, tx store.Tx) (string, error) { return tx.Setting(ctx, name) })
}
