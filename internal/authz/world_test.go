package authz_test

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"testing"
	"time"

	"golang.org/x/crypto/argon2"

	"rung/internal/accounts"
	"rung/internal/authz"
	"rung/internal/evidence"
	"rung/internal/fault"
	"rung/internal/feedback"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/people"
	"rung/internal/plans"
	"rung/internal/ratings"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

const password = "three green herons at dawn"

// world is an installation in which Ada has written something of every kind,
// with an actor of every kind about her.
type world struct {
	t        *testing.T
	store    store.Store
	accounts *accounts.Service
	people   *people.Service
	evidence *evidence.Service
	ratings  *ratings.Service
	feedback *feedback.Service
	plans    *plans.Service

	private, shared growth.Evidence
	item            growth.PlanItem
	assignment      growth.Assignment
	session         accounts.SignedIn
	token           accounts.NewToken
	invite          string
	device          accounts.DeviceStart
}

var started = time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)

// ladder is one role.
type ladder struct{ framework *model.Framework }

func newLadder() ladder {
	return ladder{&model.Framework{Roles: []*model.Role{{
		ID: "eng/l1", Title: "Engineer", Track: "eng", Status: model.Active,
		Areas: []*model.Area{{ID: "craft", Title: "Craft", Statements: []*model.Statement{{ID: "s-1", Prose: model.Prose{Text: "I mend things"}}}}},
	}}}}
}

func (l ladder) Latest() (*model.Framework, string) { return l.framework, "rev-1" }

func (l ladder) Role(_ context.Context, id model.RoleID) (*model.Role, string, error) {
	if r := l.framework.Role(id); r != nil {
		return r, "rev-1", nil
	}
	return nil, "", fault.New(fault.NotFound, "There is no such role.")
}

func (ladder) Wording(context.Context, model.StatementID, string) (string, bool) { return "", false }

func (l ladder) FrameworkAt(_ context.Context, revision string) (*model.Framework, error) {
	if revision == "rev-1" {
		return l.framework, nil
	}
	return nil, fault.New(fault.NotFound, "There is no such revision.")
}

func (ladder) Order(revision string) int {
	if revision == "rev-1" {
		return 1
	}
	return 0
}

func (ladder) TakenUp(context.Context, model.StatementID) (model.StatementID, error) { return "", nil }

func (ladder) Canonical(id model.StatementID) model.StatementID { return id }

func as(id growth.PersonID) authz.Actor { return authz.Actor{Person: id, Admin: id == "root"} }

func newWorld(t *testing.T) *world {
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
	w := &world{t: t, store: s}
	now := func() time.Time { return started }
	id, l := growth.NewIDs(now, rand.Reader).Next, newLadder()
	w.accounts = made(accounts.New(accounts.Config{Store: s, Now: now, NewID: id, Random: rand.Reader}))(t)
	w.people = made(people.New(people.Config{Store: s, Ladder: l, Now: now, NewID: id}))(t)
	w.evidence = made(evidence.New(evidence.Config{Store: s, Ladder: l, Now: now, NewID: id}))(t)
	w.ratings = made(ratings.New(ratings.Config{Store: s, Ladder: l, Now: now, NewID: id}))(t)
	w.feedback = made(feedback.New(feedback.Config{Store: s, Ladder: l, Now: now, NewID: id}))(t)
	w.plans = made(plans.New(plans.Config{Store: s, Ladder: l, Now: now, NewID: id}))(t)
	w.cast()
	w.write()
	return w
}

// made returns what was made, or fails the test.
func made[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func (w *world) update(f func(context.Context, store.Tx) error) {
	w.t.Helper()
	ctx := context.WithoutCancel(w.t.Context())
	if err := w.store.Update(ctx, func(tx store.Tx) error { return f(ctx, tx) }); err != nil {
		w.t.Fatal(err)
	}
}

// cast adds the people: Ada reports to Mo and did to Fay; Cy is a colleague
// and Root an administrator.
func (w *world) cast() {
	w.update(func(ctx context.Context, tx store.Tx) error {
		for _, p := range []growth.Person{
			{ID: "root", Name: "Root", Admin: true}, {ID: "mo", Name: "Mo"}, {ID: "fay", Name: "Fay"}, {ID: "cy", Name: "Cy"},
			{ID: "ada", Name: "Ada", Manager: "fay"},
		} {
			p.Email, p.JoinedAt, p.Version = string(p.ID)+"@example.org", started, 1
			if err := tx.AddPerson(ctx, p); err != nil {
				return err
			}
		}
		return tx.PutCredential(ctx, growth.Credential{Person: "ada", Hash: cheapHash(), ChangedAt: started})
	})
}

// cheapHash returns an old hash of the password, which takes no time to check.
func cheapHash() string {
	salt := []byte("sixteen bytes ok")
	key := argon2.IDKey([]byte(password), salt, 1, 8, 1, 32)
	enc := base64.RawStdEncoding
	return "$argon2id$v=19$m=8,t=1,p=1$" + enc.EncodeToString(salt) + "$" + enc.EncodeToString(key)
}

// write fills the installation with what every kind of actor might reach for.
func (w *world) write() {
	ctx, t, ada, fay, mo := w.t.Context(), w.t, as("ada"), as("fay"), as("mo")
	w.assignment = made(w.people.Assign(ctx, as("root"), people.Assignment{Person: "ada", Role: "eng/l1", Since: started}))(t)
	made(w.people.Aim(ctx, ada, "eng/l1", growth.ToManager))(t)
	in := evidence.Input{Happened: started, Kind: growth.Delivered, Text: "one", Statements: []model.StatementID{"s-1"}}
	w.private = made(w.evidence.Log(ctx, ada, in))(t)
	in.Visible = growth.ToManager
	w.shared = made(w.evidence.Log(ctx, ada, in))(t)
	w.item = made(w.plans.Add(ctx, ada, plans.Input{Action: "read", Visible: growth.ToManager}))(t)
	made(w.feedback.Give(ctx, as("cy"), feedback.Input{Subject: "ada", Tone: growth.Praise, Text: "thanks", Visible: growth.ToManager}))(t)
	rate := func(a authz.Actor) {
		made(w.ratings.Rate(ctx, a, "ada", "eng/l1", []ratings.Entry{{Statement: "s-1", Value: "maturing"}}))(t)
		made(w.ratings.Share(ctx, a, "ada", "eng/l1"))(t)
	}
	rate(ada)
	rate(fay)
	made(w.people.Change(ctx, as("root"), "ada", 1, people.Input{Name: "Ada", Email: "ada@example.org", Manager: "mo"}))(t)
	rate(mo)
	made(w.evidence.Of(ctx, mo, "ada", evidence.Filter{}))(t)
	w.session = made(w.accounts.SignInAs(ctx, "ada", "browser"))(t)
	w.token = made(w.accounts.MakeToken(ctx, ada, "laptop"))(t)
	w.invite = made(w.accounts.Invite(ctx, as("root"), "cy"))(t)
	w.device = made(w.accounts.StartDevice(ctx, "terminal", "192.0.2.1"))(t)
}
