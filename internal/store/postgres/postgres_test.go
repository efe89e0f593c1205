package postgres_test

import (
	"os"
	"testing"

	"rung/internal/store"
	"rung/internal/store/postgres"
	"rung/internal/store/postgres/pgtest"
	"rung/internal/store/storetest"
)

// cluster is the PostgreSQL of this binary's tests.
var cluster *pgtest.Cluster

func TestMain(m *testing.M) { os.Exit(pgtest.Run(m, &cluster)) }

func TestStore(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, cluster.Database(t)) })
}

func open(t testing.TB, address string) *postgres.Store {
	t.Helper()
	s, err := postgres.Open(t.Context(), postgres.Config{Address: address})
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return s
}
