package ratings_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/frameworks"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/ratings"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

// harbour is a ladder in Git with a manager and her report.
type harbour struct {
	*ratings.Service
	t      *testing.T
	store  store.Store
	git    *line
	ladder *frameworks.Service
	role   model.RoleID
	now    time.Time
}

var (
	ada = authz.Actor{Person: "ada"}
	mo  = authz.Actor{Person: "mo"}
	cy  = authz.Actor{Person: "cy"}
)

const (
	tides  = "I read the tide tables every morning."
	radio  = "I keep my radio charged."
	guided = "I bring small ships in with guidance."
)

func newHarbour(t *testing.T, statements ...string) *harbour {
	t.Helper()
	db, err := sqlite.Open(t.Context(), sqlite.Config{Memory: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	h := &harbour{t: t, store: db, git: &line{}, now: time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return h.now }
	if h.ladder, err = frameworks.New(frameworks.Config{Store: db, Source: h.git, Now: clock}); err != nil {
		t.Fatal(err)
	}
	if h.Service, err = ratings.New(ratings.Config{Store: db, Ladder: h.ladder, Now: clock, NewID: growth.NewIDs(clock, rand.Reader).Next}); err != nil {
		t.Fatal(err)
	}
	h.commit(statements...)
	f, _ := h.ladder.Latest()
	h.role = f.Places()[0].Role.ID
	h.update(func(ctx context.Context, tx store.Tx) error {
		for _, p := range []growth.Person{{ID: "mo", Name: "Mo"}, {ID: "cy", Name: "Cy"}, {ID: "ada", Name: "Ada", Manager: "mo"}} {
			p.JoinedAt, p.Version = h.now, 1
			if err := tx.AddPerson(ctx, p); err != nil {
				return err
			}
		}
		return tx.AddAssignment(ctx, growth.Assignment{ID: "a1", Person: "ada", Role: h.role, RoleTitle: "L2 Pilot", Since: h.now, CreatedAt: h.now})
	})
	return h
}

func (h *harbour) update(f func(context.Context, store.Tx) error) {
	h.t.Helper()
	ctx := h.t.Context()
	if err := h.store.Update(ctx, func(tx store.Tx) error { return f(ctx, tx) }); err != nil {
		h.t.Fatal(err)
	}
}

// commit makes the role say these statements from now on.
func (h *harbour) commit(statements ...string) {
	h.t.Helper()
	h.push(pilots("- " + strings.Join(statements, "\n- ") + "\n"))
}

func (h *harbour) push(tree fstest.MapFS) {
	h.t.Helper()
	h.git.trees = append(h.git.trees, tree)
	if err := h.ladder.Sync(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
}

func (h *harbour) id(text string) model.StatementID {
	h.t.Helper()
	f, _ := h.ladder.Latest()
	for _, p := range f.Places() {
		if p.Statement.Text == text {
			return p.Statement.ID
		}
	}
	h.t.Fatalf("no statement reads %q", text)
	return ""
}

func (h *harbour) rate(a authz.Actor, texts ...string) []growth.Rating {
	h.t.Helper()
	h.now = h.now.Add(time.Minute)
	var list []ratings.Entry
	for _, text := range texts {
		list = append(list, ratings.Entry{Statement: h.id(text), Value: "performing"})
	}
	out, err := h.Rate(h.t.Context(), a, "ada", h.role, list)
	if err != nil {
		h.t.Fatal(err)
	}
	return out
}

func (h *harbour) share(a authz.Actor) {
	h.t.Helper()
	if _, err := h.Share(h.t.Context(), a, "ada", h.role); err != nil {
		h.t.Fatal(err)
	}
}

func (h *harbour) evidence(visible growth.Visibility, text string) {
	h.t.Helper()
	_, revision := h.ladder.Latest()
	h.update(func(ctx context.Context, tx store.Tx) error {
		_, err := tx.AddEvidence(ctx, growth.Evidence{
			ID: growth.EvidenceID("e-" + string(visible)), Owner: "ada", Happened: h.now, Kind: growth.Delivered, Text: "text", Visible: visible,
			Statements: []growth.StatementRef{{Statement: h.id(text), Revision: revision}}, CreatedAt: h.now, UpdatedAt: h.now,
		})
		return err
	})
}

// news returns what is told, as "fate: words then (ratings, links)".
func (h *harbour) news(a authz.Actor) []string {
	h.t.Helper()
	n, err := h.News(h.t.Context(), a, "ada")
	if err != nil {
		h.t.Fatal(err)
	}
	out := []string{}
	for _, i := range n.Items {
		out = append(out, fmt.Sprintf("%s: %s (%d, %d)", i.Verdict.Fate, *i.Verdict.Given, len(i.Ratings), len(i.Evidence)))
	}
	return out
}

func (h *harbour) seen(a authz.Actor) {
	h.t.Helper()
	_, revision := h.ladder.Latest()
	if err := h.Seen(h.t.Context(), a, "ada", revision); err != nil {
		h.t.Fatal(err)
	}
}

func (h *harbour) wants(what string, got []string, want ...string) {
	h.t.Helper()
	if diff := cmp.Diff(append([]string{}, want...), got); diff != "" {
		h.t.Errorf("%s (-want +got)\n%s", what, diff)
	}
}

// People are told what changed for them since they last looked, once, and each
// what she may see.
func TestNews(t *testing.T) {
	t.Parallel()
	h := newHarbour(t, tides, radio, guided)
	h.rate(ada, tides, radio)
	h.share(ada)
	h.rate(ada, guided) // not shared
	h.rate(mo, tides)   // not shared either
	h.evidence(growth.Private, radio)
	h.evidence(growth.ToManager, tides)
	h.wants("while nothing has changed", h.news(ada))
	h.commit("I read the tide tables each morning.", "I bring small ships in without guidance.")
	h.wants("to herself", h.news(ada),
		"re-rate: "+guided+" (1, 0)", "retired: "+radio+" (1, 1)", "kept-with-notice: "+tides+" (1, 1)")
	h.wants("to her manager", h.news(mo), "retired: "+radio+" (1, 0)", "kept-with-notice: "+tides+" (2, 1)")
	h.seen(ada)
	h.wants("once she has seen it", h.news(ada))
	h.wants("to her manager, who has not", h.news(mo), "retired: "+radio+" (1, 0)", "kept-with-notice: "+tides+" (2, 1)")
	h.commit("I read the tide tables each dawn.", "I bring small ships in without guidance.")
	h.wants("what changed since", h.news(ada), "re-rate: "+tides+" (1, 1)")
	h.seen(ada)
	h.commit(tides, radio, "I bring small ships in without guidance.")
	h.wants("what is back as it was", h.news(ada), "kept: "+radio+" (1, 1)", "kept: "+tides+" (1, 1)")
	if _, err := h.News(t.Context(), cy, "ada"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("News to a colleague: %v, want not found", err)
	}
	if err := h.Seen(t.Context(), ada, "ada", "none"); fault.KindOf(err) != fault.Invalid {
		t.Errorf("Seen of no revision: %v, want invalid", err)
	}
}

// What a manager is shown of another's is recorded.
func TestNewsIsRecorded(t *testing.T) {
	t.Parallel()
	h := newHarbour(t, tides, radio)
	h.rate(ada, tides)
	h.share(ada)
	h.evidence(growth.ToManager, tides)
	h.commit("I read the tide tables each morning.", radio)
	h.news(ada)
	h.news(mo)
	var list []growth.Access
	h.update(func(ctx context.Context, tx store.Tx) error {
		var err error
		list, err = tx.ListAccesses(ctx, "ada", 10)
		return err
	})
	if len(list) != 1 || list[0].Reader != "mo" || list[0].Count() != 2 {
		t.Errorf("accesses %+v, want one by mo to a rating and a piece of evidence", list)
	}
}

// A rating that is up for re-rating may be given again in the same words; one
// that stands makes none.
func TestRatingAgain(t *testing.T) {
	t.Parallel()
	h := newHarbour(t, tides, guided)
	h.rate(ada, tides, guided)
	h.share(ada)
	h.commit("I read the tide tables each morning.", "I bring small ships in without guidance.")
	got := h.rate(ada, "I read the tide tables each morning.", "I bring small ships in without guidance.")
	if len(got) != 1 || got[0].Statement != h.id("I bring small ships in without guidance.") || got[0].Revision != commit(1) {
		t.Errorf("rated %+v, want the statement that asks more, at the new revision", got)
	}
	h.wants("after that", h.news(ada), "kept-with-notice: "+tides+" (1, 0)")
}

// An assessment that runs stays on its revision until it is shared or its rater
// takes over the new one.
func TestRunningAssessment(t *testing.T) {
	t.Parallel()
	h := newHarbour(t, tides, radio)
	sheet := func() ratings.Sheet {
		t.Helper()
		s, err := h.Start(t.Context(), ada, "ada", h.role)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	sheet()
	h.commit("I read the tide tables each morning.", radio)
	if s := sheet(); s.Revision != commit(1) || s.Behind {
		t.Errorf("before anything is rated it is against %s, want the newest", s.Revision)
	}
	h.rate(ada, radio)
	h.commit("I read the tide tables each dawn.", radio, guided)
	s := sheet()
	if s.Revision != commit(1) || !s.Behind || len(s.Rows) != 2 || s.Rows[0].Statement.Text != "I read the tide tables each morning." {
		t.Errorf("a running one is against %s with %d rows, want that of its beginning", s.Revision, len(s.Rows))
	}
	entries := []ratings.Entry{{Statement: s.Rows[0].Statement.ID, Value: "maturing"}}
	made, err := h.RateAt(t.Context(), ada, "ada", h.role, s.Revision, entries)
	if err != nil || len(made) != 1 || made[0].Revision != commit(1) {
		t.Errorf("rated %+v, %v, want it pinned to what she read", made, err)
	}
	if _, err := h.RateAt(t.Context(), ada, "ada", h.role, commit(2), entries); fault.KindOf(err) != fault.Conflict {
		t.Errorf("rated against another revision meanwhile: %v, want a conflict", err)
	}
	if _, err := h.RateAt(t.Context(), ada, "ada", h.role, "none", entries); fault.KindOf(err) != fault.Conflict {
		t.Errorf("rated against no revision: %v, want a conflict", err)
	}
	if err := h.TakeOver(t.Context(), ada, "ada", h.role); err != nil {
		t.Fatal(err)
	}
	if s := sheet(); s.Revision != commit(2) || s.Behind || len(s.Rows) != 3 {
		t.Errorf("taken over, it is against %s with %d rows", s.Revision, len(s.Rows))
	}
	h.share(ada)
	h.commit(tides)
	if s := sheet(); s.Revision != commit(3) {
		t.Errorf("after it was shared the next is against %s, want the newest", s.Revision)
	}
}

// A page that was opened before the ladder changed rates what it showed.
func TestRatingWhatWasRead(t *testing.T) {
	t.Parallel()
	h := newHarbour(t, tides, radio)
	s, err := h.Start(t.Context(), ada, "ada", h.role)
	if err != nil {
		t.Fatal(err)
	}
	h.commit("I decide when the harbour opens.", radio)
	entries := []ratings.Entry{{Statement: s.Rows[0].Statement.ID, Value: "performing"}}
	made, err := h.RateAt(t.Context(), ada, "ada", h.role, s.Revision, entries)
	if err != nil || len(made) != 1 || made[0].Revision != commit(0) {
		t.Errorf("rated %+v, %v, want it pinned to the page", made, err)
	}
}

// A conversation that was prepared is held on what was prepared, unless one
// asks for the ladder as it is.
func TestSideBySideStays(t *testing.T) {
	t.Parallel()
	h := newHarbour(t, tides, radio)
	h.rate(ada, tides, radio)
	h.share(ada)
	h.commit("I read the tide tables each morning.")
	for against, want := range map[ratings.Against]int{ratings.AsBegun: 2, ratings.AsItIs: 1} {
		for _, a := range []authz.Actor{ada, mo} {
			c, err := h.SideBySide(t.Context(), a, "ada", h.role, against)
			if err != nil || len(c.Standing.Statements) != want || c.Behind != (against == ratings.AsBegun) {
				t.Errorf("%s against %d: %d statements at %s, %v, want %d", a.Person, against, len(c.Standing.Statements), c.Revision, err, want)
			}
		}
	}
	h.rate(mo, "I read the tide tables each morning.") // her own, not shared: it moves nothing for others
	for a, want := range map[authz.Actor]int{ada: 2, mo: 1} {
		if c, err := h.SideBySide(t.Context(), a, "ada", h.role, ratings.AsBegun); err != nil || len(c.Standing.Statements) != want {
			t.Errorf("%s: %d statements, %v, want %d", a.Person, len(c.Standing.Statements), err, want)
		}
	}
}

// A rebase leaves ratings pinned to commits that the line has no more: their
// words are known from the database.
func TestNewsAfterARebase(t *testing.T) {
	t.Parallel()
	h := newHarbour(t, "I keep the log.", radio)
	h.commit(tides, radio)
	h.rate(ada, tides, radio)
	h.share(ada)
	h.git.trees, h.git.from = []fstest.MapFS{pilots("- " + tides + "\n- " + radio + "\n")}, 9
	h.commit("I read the tide tables each morning.", radio)
	h.wants("after a rebase", h.news(ada), "kept-with-notice: "+tides+" (1, 0)")
}

// A statement that another took up is retired, with the one that took it up.
func TestNewsOfWhatWasMerged(t *testing.T) {
	t.Parallel()
	const one, other, both = "I keep the chart room tidy and dry.", "I correct the paper charts every week.", "I keep the chart room tidy and dry, and correct the paper charts every week."
	h := newHarbour(t, one, other, radio)
	h.rate(ada, one, other)
	h.commit(both, radio)
	n, err := h.News(t.Context(), ada, "ada")
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range n.Items {
		if i.Verdict.Fate == "retired" && i.TakenUp == h.id(both) {
			return
		}
	}
	t.Errorf("told %+v, want one retired that the other took up", n.Items)
}

// A standing says of which statements the ratings do not stand any more.
func TestStandingSaysWhatIsUpForRerating(t *testing.T) {
	t.Parallel()
	h := newHarbour(t, tides, guided)
	h.rate(ada, tides, guided)
	h.commit("I read the tide tables each morning.", "I bring small ships in without guidance.")
	st, err := h.Standing(t.Context(), ada, "ada", h.role)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, true} {
		if got := st.Statements[i]; got.Rerate != want || !got.Reworded || got.State != growth.Claimed {
			t.Errorf("%q: up for re-rating %v, reworded %v, %s; want %v, reworded, and as it was rated", got.Statement.Text, got.Rerate, got.Reworded, got.State, want)
		}
	}
}
