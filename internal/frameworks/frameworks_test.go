package frameworks

import (
	"context"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/fault"
	"rung/internal/model"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// ladder is a Source made of files; it counts how often a tree is asked for.
type ladder struct {
	commits []string // ids, oldest first
	trees   map[string]fstest.MapFS
	dirty   fstest.MapFS // the files as they are; nil: those of the last commit
	opened  map[string]int
}

func (l *ladder) Revisions(context.Context) ([]Revision, error) {
	var out []Revision
	for i, id := range l.commits {
		out = append(out, Revision{ID: id, Seq: i + 1, Time: time.Unix(int64(i), 0).UTC(), Subject: "step " + id})
	}
	return out, nil
}

func (l *ladder) TreeAt(_ context.Context, id string) (fs.FS, error) {
	l.opened[id]++
	return l.trees[id], nil
}

func (l *ladder) Tree(context.Context) (fs.FS, string, error) {
	if l.dirty != nil || len(l.commits) == 0 {
		return l.dirty, "", nil
	}
	last := l.commits[len(l.commits)-1]
	return l.trees[last], last, nil
}

// pilot is a ladder of one role with those statements.
func pilot(statements ...string) fstest.MapFS {
	text := "# L2: Pilot\n\n> I bring ships in.\n\n## Craft\n\n- " + strings.Join(statements, "\n- ") + "\n"
	return fstest.MapFS{
		"Pilots/L2-Pilot.md":  {Data: []byte(text)},
		"Pilots/L3-Senior.md": {Data: []byte("# L3: Senior Pilot\n\n> I bring big ships in.\n\n## Craft\n\n- I teach others to read the tide.\n")},
	}
}

func opened(t *testing.T) store.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), sqlite.Config{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func synced(t *testing.T, db store.Store, l *ladder) *Service {
	t.Helper()
	l.opened = map[string]int{}
	s, err := New(Config{Store: db, Source: l, Now: func() time.Time { return time.Unix(1e9, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

func idOf(t *testing.T, f *model.Framework, text string) model.StatementID {
	t.Helper()
	for _, p := range f.Places() {
		if p.Statement.Text == text {
			return p.Statement.ID
		}
	}
	t.Fatalf("no statement reads %q", text)
	return ""
}

func TestBeforeTheFirstSync(t *testing.T) {
	t.Parallel()
	s, err := New(Config{Store: opened(t), Source: &ladder{}, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Current(); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("Current before Sync: %v, want unavailable", err)
	}
	if f, rev := s.Latest(); f != nil || rev != "" {
		t.Errorf("Latest before Sync = %v, %q", f, rev)
	}
}

func history() *ladder {
	return &ladder{commits: []string{"aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"}, trees: map[string]fstest.MapFS{
		"aaaaaaaaaa": pilot("I read the tide tables every morning.", "I keep my radio charged."),
		"bbbbbbbbbb": pilot("I read the tide tables each morning.", "I keep my radio charged."),
		"cccccccccc": pilot("I read the tide tables each morning."),
	}}
}

func TestWordingsOfThePast(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	s := synced(t, opened(t), history())
	f, rev := s.Latest()
	id := idOf(t, f, "I read the tide tables each morning.")
	if rev != "cccccccccc" {
		t.Errorf("Latest is %q", rev)
	}
	got, ok := s.Wording(ctx, id, "aaaaaaaaaa")
	if want := "I read the tide tables every morning."; got != want || !ok {
		t.Errorf("Wording then = %q, %v, want %q", got, ok, want)
	}
	first, err := s.At(ctx, "aaaaaaa")
	if err != nil {
		t.Fatalf("At by a prefix: %v", err)
	}
	gone := idOf(t, first.Framework, "I keep my radio charged.")
	place, e, err := s.Statement(ctx, gone)
	if err != nil || place.Statement.Text != "I keep my radio charged." || e.Revision.ID != "bbbbbbbbbb" {
		t.Errorf("Statement that is retired = %v at %v, %v, want its last wording at bbbbbbbbbb", place.Statement, e, err)
	}
	if _, err := s.At(ctx, "dddddddddd"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("At an unknown revision: %v, want not found", err)
	}
	var ids []string
	for _, r := range s.History() {
		ids = append(ids, r.ID)
	}
	if diff := cmp.Diff([]string{"cccccccccc", "bbbbbbbbbb", "aaaaaaaaaa"}, ids); diff != "" {
		t.Errorf("history (-want +got)\n%s", diff)
	}
}

func TestARestartCompilesNothingThatIsStored(t *testing.T) {
	t.Parallel()
	db, l := opened(t), history()
	before, _ := synced(t, db, l).Latest()
	after, _ := synced(t, db, l).Latest()
	if len(l.opened) != 0 {
		t.Errorf("trees opened after a restart: %v, want none but the one that is shown", l.opened)
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("after a restart (-before +after)\n%s", diff)
	}
}

func TestIdsOutliveTheMatcherByTheLedger(t *testing.T) {
	t.Parallel()
	db := opened(t)
	l := history()
	before, _ := synced(t, db, l).Latest()
	want := idOf(t, before, "I read the tide tables each morning.")
	// The past is cut off, as by a rewrite of history: only the ledger knows.
	l.commits = []string{"eeeeeeeeee"}
	l.trees["eeeeeeeeee"] = l.trees["cccccccccc"]
	after, _ := synced(t, db, l).Latest()
	if got := idOf(t, after, "I read the tide tables each morning."); got != want {
		t.Errorf("id after the history was rewritten = %s, want %s", got, want)
	}
}

func TestFilesThatAreNoCommit(t *testing.T) {
	t.Parallel()
	db, l := opened(t), history()
	l.dirty = pilot("I read the tide tables each dawn.")
	s := synced(t, db, l)
	f, rev := s.Latest()
	if !strings.HasPrefix(rev, contentPrefix) || len(s.History()) != 4 {
		t.Errorf("revision %q of %d, want one of content after three commits", rev, len(s.History()))
	}
	id := idOf(t, f, "I read the tide tables each dawn.")
	if got, ok := s.Wording(t.Context(), id, "bbbbbbbbbb"); !ok || got != "I read the tide tables each morning." {
		t.Errorf("the edit is not the same statement: %q, %v", got, ok)
	}
}

func TestAFolderWithoutGitHasAHistoryOfItsOwn(t *testing.T) {
	t.Parallel()
	db, l := opened(t), &ladder{dirty: pilot("I read the tide tables every morning.")}
	f, first := synced(t, db, l).Latest()
	id := idOf(t, f, "I read the tide tables every morning.")
	if _, again := synced(t, db, l).Latest(); again != first {
		t.Errorf("the same files are revision %q, then %q", first, again)
	}
	l.dirty = pilot("I read the tide tables each morning.")
	s := synced(t, db, l)
	now, _ := s.Latest()
	if got := idOf(t, now, "I read the tide tables each morning."); got != id {
		t.Errorf("id after an edit = %s, want %s", got, id)
	}
	if got, ok := s.Wording(t.Context(), id, first); !ok || got != "I read the tide tables every morning." {
		t.Errorf("Wording then = %q, %v", got, ok)
	}
	if n := len(s.History()); n != 2 {
		t.Errorf("%d revisions, want 2", n)
	}
}

func TestFollowEndsInACircle(t *testing.T) {
	t.Parallel()
	to := map[model.StatementID]model.StatementID{"s-a": "s-b", "s-b": "s-a", "s-c": "s-d"}
	if got := follow(to, "s-c"); got != "s-d" {
		t.Errorf("follow = %s, want s-d", got)
	}
	follow(to, "s-a") // must return
}
