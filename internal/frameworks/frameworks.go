package frameworks

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"rung/internal/compile"
	"rung/internal/fault"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/store"
)

// cacheBytes bounds what is kept of parsed files while a history is compiled.
const cacheBytes = 64 << 20

// maxEditions bounds how many older revisions are kept ready to be shown.
const maxEditions = 48

// Source is where the ladder comes from.
type Source interface {
	// Revisions returns the first-parent line up to the chosen revision, oldest
	// first; none where there is no Git.
	Revisions(ctx context.Context) ([]Revision, error)
	// TreeAt returns the ladder's files at one of Revisions.
	TreeAt(ctx context.Context, id string) (fs.FS, error)
	// Tree returns the files to be served, and the revision that they are of;
	// "" where they are of none.
	Tree(ctx context.Context) (tree fs.FS, revision string, err error)
}

// Revision is one revision of the framework. ID is a commit's, or "content:"
// and a digest where there is no Git. Seq counts from 1 along the line.
type Revision struct {
	ID      string
	Seq     int
	Time    time.Time
	Subject string
}

// Edition is the framework at one revision. It is not changed once it is
// handed out. Result is nil where the revision comes from the store alone:
// then there are no sources and no diagnostics.
type Edition struct {
	Revision  Revision
	Framework *model.Framework
	Result    *compile.Result
	texts     map[model.StatementID]model.Place
}

// Config is what a Service is made of. Title, if not "", is the framework's
// title in place of the ladder's own.
type Config struct {
	Store  store.Store
	Source Source
	Now    func() time.Time
	Title  string
}

// Service keeps the revisions. It is safe for concurrent use.
type Service struct {
	store  store.Store
	source Source
	now    func() time.Time
	title  string
	cache  *compile.Cache

	syncing sync.Mutex // held while what is new is compiled
	state   atomic.Pointer[state]

	mu       sync.Mutex // guards editions and reports
	editions map[string]*Edition
	reports  map[reportKey]*Report

	told told
}

// state is what Sync found last; it is replaced, never changed.
type state struct {
	current *Edition
	line    []Revision // oldest first
	aliases map[model.StatementID]model.StatementID
	past    past
	// verdicts are what people say about links in the files that are shown.
	verdicts []lineage.Verdict
}

// sameIDs reports whether two states agree on which statement is which.
func (st *state) sameIDs(other *state) bool {
	return maps.Equal(st.aliases, other.aliases) && slices.Equal(st.verdicts, other.verdicts)
}

// show makes a state the one that everybody reads.
func (s *Service) show(st *state) {
	before := s.state.Swap(st)
	if before != nil && !before.sameIDs(st) {
		s.mu.Lock()
		defer s.mu.Unlock()
		clear(s.reports)
	}
}

// New returns a Service that knows no revision until Sync.
func New(c Config) (*Service, error) {
	if c.Store == nil || c.Source == nil || c.Now == nil {
		return nil, errors.New("make frameworks: a store, a source and a clock are needed")
	}
	return &Service{
		store: c.Store, source: c.Source, now: c.Now, title: c.Title,
		cache: compile.NewCache(cacheBytes), editions: map[string]*Edition{}, reports: map[reportKey]*Report{},
	}, nil
}

// Current returns the newest edition, or fault.Unavailable before the first
// Sync.
func (s *Service) Current() (*Edition, error) {
	st := s.state.Load()
	if st == nil {
		return nil, fault.New(fault.Unavailable, "The ladder is still being read.")
	}
	return st.current, nil
}

// ready returns what Sync found last, or fault.Unavailable before the first.
func (s *Service) ready() (*state, error) {
	st := s.state.Load()
	if st == nil {
		return nil, fault.New(fault.Unavailable, "The ladder is still being read.")
	}
	return st, nil
}

// Latest returns the newest framework and its revision; nil and "" before the
// first Sync.
func (s *Service) Latest() (*model.Framework, string) {
	st := s.state.Load()
	if st == nil {
		return nil, ""
	}
	return st.current.Framework, st.current.Revision.ID
}

// History returns all revisions, newest first.
func (s *Service) History() []Revision {
	st := s.state.Load()
	if st == nil {
		return nil
	}
	out := make([]Revision, len(st.line))
	for i, r := range st.line {
		out[len(st.line)-1-i] = r
	}
	return out
}

func newEdition(r Revision, f *model.Framework, result *compile.Result) *Edition {
	e := &Edition{Revision: r, Framework: f, Result: result, texts: map[model.StatementID]model.Place{}}
	for _, p := range f.Places() {
		e.texts[p.Statement.ID] = p
	}
	return e
}

// Place returns where a statement stands in this edition; ok is false where it
// does not.
func (e *Edition) Place(id model.StatementID) (place model.Place, ok bool) {
	place, ok = e.texts[id]
	return place, ok
}
