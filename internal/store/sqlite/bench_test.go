package sqlite_test

import (
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// writers is how many callers a benchmark has, as the load tests have.
const writers = 64

// BenchmarkUpdate adds one piece of evidence an update, durably: with a commit
// shared by those that wait, and with one each.
func BenchmarkUpdate(b *testing.B) {
	b.Run("shared", func(b *testing.B) { benchmarkUpdate(b, &noLock{}) })
	b.Run("alone", func(b *testing.B) { benchmarkUpdate(b, &sync.Mutex{}) })
}

// noLock lets all callers wait in the store; a mutex keeps all but one out.
type noLock struct{}

func (*noLock) Lock()   {}
func (*noLock) Unlock() {}

func benchmarkUpdate(b *testing.B, turn sync.Locker) {
	s := open(b, sqlite.Config{Path: newPath(b)})
	addPerson(b, s)
	var n atomic.Int64
	b.SetParallelism(writers / 2) // times GOMAXPROCS
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			e := piece(int(n.Add(1)))
			turn.Lock()
			err := s.Update(b.Context(), func(tx store.Tx) error {
				_, err := tx.AddEvidence(b.Context(), e)
				return err
			})
			turn.Unlock()
			if err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// BenchmarkPage reads a page of 33 pieces of evidence out of 10,000, opened.
func BenchmarkPage(b *testing.B) {
	s := open(b, sqlite.Config{Path: newPath(b)})
	addPerson(b, s)
	if err := s.Update(b.Context(), func(tx store.Tx) error {
		for i := range 10_000 {
			if _, err := tx.AddEvidence(b.Context(), piece(i)); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	f := store.EvidenceFilter{Owner: "p-1", Viewer: "p-1", Limit: 33}
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if err := s.View(b.Context(), func(tx store.Tx) error {
				page, err := tx.ListEvidence(b.Context(), f)
				if len(page) != f.Limit {
					return fmt.Errorf("%d pieces: %w", len(page), err)
				}
				return err
			}); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// BenchmarkOpen makes a database in memory, as most tests do.
func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		s, err := sqlite.Open(b.Context(), sqlite.Config{Memory: true})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func addPerson(b *testing.B, s store.Store) {
	b.Helper()
	if err := s.Update(b.Context(), func(tx store.Tx) error {
		return tx.AddPerson(b.Context(), growth.Person{ID: "p-1", Name: "Writer"})
	}); err != nil {
		b.Fatal(err)
	}
}

func piece(i int) growth.Evidence {
	return growth.Evidence{
		ID: growth.EvidenceID("e-" + strconv.Itoa(i)), Owner: "p-1", Kind: growth.Helped, Visible: growth.Private,
		Happened: time.Date(2026, time.January, 1+i%365, 0, 0, 0, 0, time.UTC),
		Text:     "Showed the newcomers how the locks are worked, and let them work them.",
		Statements: []growth.StatementRef{
			{Statement: "s-a", Revision: "r"}, {Statement: "s-b", Revision: "r"},
		},
	}
}
