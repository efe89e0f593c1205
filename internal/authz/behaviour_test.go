package authz_test

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"rung/internal/accounts"
	"rung/internal/authz"
	"rung/internal/evidence"
	"rung/internal/fault"
	"rung/internal/feedback"
	"rung/internal/frameworks"
	"rung/internal/growth"
	"rung/internal/people"
	"rung/internal/plans"
	"rung/internal/ratings"
)

// method is one exported method of a use case: the operation of the policy
// that it does, and a call of it with what is Ada's.
type method struct {
	op   authz.Operation
	call func(ctx context.Context, w *world, a authz.Actor) error
}

func drop[T any](_ T, err error) error { return err }

// methods is every exported method of every use case that people reach.
func methods() map[string]method {
	out := map[string]method{}
	for _, part := range []map[string]method{accountMethods(), peopleMethods(), evidenceMethods(), ratingMethods(), feedbackMethods(), planMethods(), frameworkMethods()} {
		maps.Copy(out, part)
	}
	return out
}

func accountMethods() map[string]method {
	type ctx = context.Context
	return map[string]method{
		"accounts.SignIn": {authz.SignIn, func(c ctx, w *world, a authz.Actor) error {
			return drop(w.accounts.SignIn(c, accounts.SignInRequest{Email: "ada@example.org", Password: password}))
		}},
		"accounts.SignInAs":    {authz.SignIn, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.SignInAs(c, "ada", "")) }},
		"accounts.Who":         {authz.SignIn, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.Who(c, w.session.Secret)) }},
		"accounts.ByToken":     {authz.SignIn, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.ByToken(c, w.token.Secret)) }},
		"accounts.Invite":      {authz.Invite, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.Invite(c, a, "cy")) }},
		"accounts.Recover":     {authz.Invite, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.Recover(c, "ada@example.org")) }},
		"accounts.FirstInvite": {authz.Invite, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.FirstInvite(c)) }},
		"accounts.OpenInvite":  {authz.SignIn, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.OpenInvite(c, w.invite)) }},
		"accounts.Accept": {authz.SignIn, func(c ctx, w *world, a authz.Actor) error {
			return drop(w.accounts.Accept(c, accounts.Acceptance{Secret: w.invite, Password: password}))
		}},
		"accounts.ChangePassword": {authz.KeepAccount, func(c ctx, w *world, a authz.Actor) error {
			return drop(w.accounts.ChangePassword(c, a, accounts.PasswordChange{Old: password, New: password + " again"}))
		}},
		"accounts.Sessions":      {authz.KeepAccount, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.Sessions(c, a)) }},
		"accounts.EndSession":    {authz.KeepAccount, func(c ctx, w *world, a authz.Actor) error { return w.accounts.EndSession(c, a, w.session.Session.ID) }},
		"accounts.EndSessions":   {authz.EndSessions, func(c ctx, w *world, a authz.Actor) error { return w.accounts.EndSessions(c, a, "ada", "") }},
		"accounts.MakeToken":     {authz.KeepAccount, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.MakeToken(c, a, "x")) }},
		"accounts.Tokens":        {authz.KeepAccount, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.Tokens(c, a)) }},
		"accounts.RevokeToken":   {authz.KeepAccount, func(c ctx, w *world, a authz.Actor) error { return w.accounts.RevokeToken(c, a, w.token.Token.ID) }},
		"accounts.EndToken":      {authz.SignIn, func(c ctx, w *world, a authz.Actor) error { return w.accounts.EndToken(c, w.token.Secret) }},
		"accounts.StartDevice":   {authz.SignIn, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.StartDevice(c, "x", "192.0.2.2")) }},
		"accounts.Device":        {authz.KeepAccount, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.Device(c, a, w.device.UserCode)) }},
		"accounts.ApproveDevice": {authz.KeepAccount, func(c ctx, w *world, a authz.Actor) error { return w.accounts.ApproveDevice(c, a, w.device.UserCode) }},
		"accounts.DenyDevice":    {authz.KeepAccount, func(c ctx, w *world, a authz.Actor) error { return w.accounts.DenyDevice(c, a, w.device.UserCode) }},
		"accounts.PollDevice":    {authz.SignIn, func(c ctx, w *world, a authz.Actor) error { return drop(w.accounts.PollDevice(c, w.device.Code)) }},
	}
}

func peopleMethods() map[string]method {
	type ctx = context.Context
	const file = "name,email\nNew,new@example.org\n"
	adaAgain := people.Input{Name: "Ada B.", Email: "ada@example.org", Manager: "mo"}
	return map[string]method{
		"people.Directory": {authz.SeeDirectory, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.Directory(c, a, "")) }},
		"people.Person":    {authz.SeeDirectory, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.Person(c, a, "ada")) }},
		"people.Entries":   {authz.KeepPeople, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.Entries(c, a)) }},
		"people.Teams":     {authz.SeeDirectory, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.Teams(c, a)) }},
		"people.Reports":   {authz.SeeReports, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.Reports(c, a)) }},
		"people.Add": {authz.KeepPeople, func(c ctx, w *world, a authz.Actor) error {
			return drop(w.people.Add(c, a, people.Input{Name: "New", Email: "new@example.org"}))
		}},
		"people.Change":   {authz.KeepPeople, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.Change(c, a, "ada", 2, adaAgain)) }},
		"people.MarkLeft": {authz.KeepPeople, func(c ctx, w *world, a authz.Actor) error { return w.people.MarkLeft(c, a, "ada") }},
		"people.MarkBack": {authz.KeepPeople, func(c ctx, w *world, a authz.Actor) error {
			if err := w.people.MarkLeft(c, as("root"), "ada"); err != nil {
				return err
			}
			return w.people.MarkBack(c, a, "ada")
		}},
		"people.AddTeam": {authz.KeepPeople, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.AddTeam(c, a, "Platform")) }},
		"people.Assign": {authz.Assign, func(c ctx, w *world, a authz.Actor) error {
			return drop(w.people.Assign(c, a, people.Assignment{Person: "ada", Role: "eng/l1", Since: started}))
		}},
		"people.Unassign": {authz.Assign, func(c ctx, w *world, a authz.Actor) error { return w.people.Unassign(c, a, "ada", w.assignment.ID) }},
		"people.Aim":      {authz.KeepAims, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.Aim(c, a, "eng/l1", growth.Private)) }},
		"people.DropAim":  {authz.KeepAims, func(c ctx, w *world, a authz.Actor) error { return w.people.DropAim(c, a, "eng/l1") }},
		"people.Reads":    {authz.SeeAccess, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.Reads(c, a)) }},
		"people.Log":      {authz.SeeAudit, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.Log(c, a)) }},
		"people.PreviewImport": {authz.KeepPeople, func(c ctx, w *world, a authz.Actor) error {
			return drop(w.people.PreviewImport(c, a, strings.NewReader(file)))
		}},
		"people.Import": {authz.KeepPeople, func(c ctx, w *world, a authz.Actor) error {
			return drop(w.people.Import(c, a, strings.NewReader(file)))
		}},
		"people.Export": {authz.KeepPeople, func(c ctx, w *world, a authz.Actor) error { return drop(w.people.Export(c, a)) }},
	}
}

func evidenceMethods() map[string]method {
	type ctx = context.Context
	in := evidence.Input{Happened: started, Kind: growth.Helped, Text: "again"}
	return map[string]method{
		"evidence.Log":     {authz.KeepEvidence, func(c ctx, w *world, a authz.Actor) error { return drop(w.evidence.Log(c, a, in)) }},
		"evidence.Change":  {authz.KeepEvidence, func(c ctx, w *world, a authz.Actor) error { return drop(w.evidence.Change(c, a, w.private.ID, 1, in)) }},
		"evidence.Share":   {authz.KeepEvidence, func(c ctx, w *world, a authz.Actor) error { return drop(w.evidence.Share(c, a, w.private.ID)) }},
		"evidence.Unshare": {authz.KeepEvidence, func(c ctx, w *world, a authz.Actor) error { return drop(w.evidence.Unshare(c, a, w.shared.ID)) }},
		"evidence.Link":    {authz.KeepEvidence, func(c ctx, w *world, a authz.Actor) error { return drop(w.evidence.Link(c, a, w.private.ID, nil)) }},
		"evidence.Delete":  {authz.KeepEvidence, func(c ctx, w *world, a authz.Actor) error { return w.evidence.Delete(c, a, w.private.ID) }},
		"evidence.Own":     {authz.KeepEvidence, func(c ctx, w *world, a authz.Actor) error { return drop(w.evidence.Own(c, a, evidence.Filter{})) }},
		"evidence.Of":      {authz.SeeEvidence, func(c ctx, w *world, a authz.Actor) error { return drop(w.evidence.Of(c, a, "ada", evidence.Filter{})) }},
		"evidence.One":     {authz.SeeEvidence, func(c ctx, w *world, a authz.Actor) error { return drop(w.evidence.One(c, a, w.shared.ID)) }},
	}
}

func ratingMethods() map[string]method {
	type ctx = context.Context
	again := []ratings.Entry{{Statement: "s-1", Value: "performing"}}
	return map[string]method{
		"ratings.Start": {authz.RateReport, func(c ctx, w *world, a authz.Actor) error { return drop(w.ratings.Start(c, a, "ada", "eng/l1")) }},
		"ratings.Rate":  {authz.RateReport, func(c ctx, w *world, a authz.Actor) error { return drop(w.ratings.Rate(c, a, "ada", "eng/l1", again)) }},
		"ratings.RateAt": {authz.RateReport, func(c ctx, w *world, a authz.Actor) error {
			return drop(w.ratings.RateAt(c, a, "ada", "eng/l1", "rev-1", again))
		}},
		"ratings.TakeOver": {authz.RateReport, func(c ctx, w *world, a authz.Actor) error { return w.ratings.TakeOver(c, a, "ada", "eng/l1") }},
		"ratings.News":     {authz.SeeRatings, func(c ctx, w *world, a authz.Actor) error { return drop(w.ratings.News(c, a, "ada")) }},
		"ratings.Seen":     {authz.SeeRatings, func(c ctx, w *world, a authz.Actor) error { return w.ratings.Seen(c, a, "ada", "rev-1") }},
		"ratings.Share":    {authz.ShareRatings, func(c ctx, w *world, a authz.Actor) error { return drop(w.ratings.Share(c, a, "ada", "eng/l1")) }},
		"ratings.Standing": {authz.SeeRatings, func(c ctx, w *world, a authz.Actor) error { return drop(w.ratings.Standing(c, a, "ada", "eng/l1")) }},
		"ratings.SideBySide": {authz.SeeSideBySide, func(c ctx, w *world, a authz.Actor) error {
			return drop(w.ratings.SideBySide(c, a, "ada", "eng/l1", ratings.AsBegun))
		}},
	}
}

func feedbackMethods() map[string]method {
	type ctx = context.Context
	in := feedback.Input{Subject: "ada", Tone: growth.Advice, Text: "more of it", Visible: growth.Private}
	return map[string]method{
		"feedback.Give": {authz.GiveFeedback, func(c ctx, w *world, a authz.Actor) error { return drop(w.feedback.Give(c, a, in)) }},
		"feedback.OnMe": {authz.SeeFeedback, func(c ctx, w *world, a authz.Actor) error { return drop(w.feedback.OnMe(c, a)) }},
		"feedback.ByMe": {authz.SeeFeedback, func(c ctx, w *world, a authz.Actor) error { return drop(w.feedback.ByMe(c, a)) }},
		"feedback.On":   {authz.SeeFeedback, func(c ctx, w *world, a authz.Actor) error { return drop(w.feedback.On(c, a, "ada")) }},
	}
}

func planMethods() map[string]method {
	type ctx = context.Context
	in := plans.Input{Action: "write"}
	return map[string]method{
		"plans.Add":    {authz.KeepPlan, func(c ctx, w *world, a authz.Actor) error { return drop(w.plans.Add(c, a, in)) }},
		"plans.Change": {authz.KeepPlan, func(c ctx, w *world, a authz.Actor) error { return drop(w.plans.Change(c, a, w.item.ID, 1, in)) }},
		"plans.Finish": {authz.KeepPlan, func(c ctx, w *world, a authz.Actor) error { return drop(w.plans.Finish(c, a, w.item.ID)) }},
		"plans.Reopen": {authz.KeepPlan, func(c ctx, w *world, a authz.Actor) error { return drop(w.plans.Reopen(c, a, w.item.ID)) }},
		"plans.Remove": {authz.KeepPlan, func(c ctx, w *world, a authz.Actor) error { return w.plans.Remove(c, a, w.item.ID) }},
		"plans.Own":    {authz.SeePlan, func(c ctx, w *world, a authz.Actor) error { return drop(w.plans.Own(c, a)) }},
		"plans.Of":     {authz.SeePlan, func(c ctx, w *world, a authz.Actor) error { return drop(w.plans.Of(c, a, "ada")) }},
	}
}

func frameworkMethods() map[string]method {
	type ctx = context.Context
	read := func(f func(ctx, *frameworks.Service) error) method {
		return method{authz.ReadFramework, func(c ctx, w *world, _ authz.Actor) error {
			s := made(frameworks.New(frameworks.Config{Store: w.store, Source: plainFiles{}, Now: func() time.Time { return started }}))(w.t)
			if err := s.Sync(c); err != nil {
				return err
			}
			return f(c, s)
		}}
	}
	return map[string]method{
		"frameworks.Sync":    read(func(c ctx, s *frameworks.Service) error { return s.Sync(c) }),
		"frameworks.Current": read(func(_ ctx, s *frameworks.Service) error { return drop(s.Current()) }),
		"frameworks.Latest":  read(func(_ ctx, s *frameworks.Service) error { s.Latest(); return nil }),
		"frameworks.History": read(func(_ ctx, s *frameworks.Service) error { s.History(); return nil }),
		"frameworks.At":      read(func(c ctx, s *frameworks.Service) error { return drop(s.At(c, s.History()[0].ID)) }),
		"frameworks.Between": read(func(c ctx, s *frameworks.Service) error {
			h := s.History()
			return drop(s.Between(c, h[0].ID, h[0].ID))
		}),
		"frameworks.Did":    read(func(c ctx, s *frameworks.Service) error { return drop(s.Did(c, s.History()[0].ID)) }),
		"frameworks.Doubts": read(func(c ctx, s *frameworks.Service) error { return drop(s.Doubts(c)) }),
		"frameworks.Life": read(func(c ctx, s *frameworks.Service) error {
			e, err := s.Current()
			if err != nil {
				return err
			}
			return drop(s.Life(c, e.Framework.Places()[0].Statement.ID))
		}),
		"frameworks.RolePast": read(func(c ctx, s *frameworks.Service) error {
			e, err := s.Current()
			if err != nil {
				return err
			}
			return drop(s.RolePast(c, e.Framework.Roles[0].ID))
		}),
		"frameworks.Wording":     read(func(c ctx, s *frameworks.Service) error { s.Wording(c, "s-1", "rev"); return nil }),
		"frameworks.FrameworkAt": read(func(c ctx, s *frameworks.Service) error { return drop(s.FrameworkAt(c, s.History()[0].ID)) }),
		"frameworks.Order":       read(func(_ ctx, s *frameworks.Service) error { s.Order("rev"); return nil }),
		"frameworks.TakenUp":     read(func(c ctx, s *frameworks.Service) error { return drop(s.TakenUp(c, "s-1")) }),
		"frameworks.Canonical":   read(func(_ ctx, s *frameworks.Service) error { s.Canonical("s-1"); return nil }),
		"frameworks.Role": read(func(c ctx, s *frameworks.Service) error {
			f, _ := s.Latest()
			_, _, err := s.Role(c, f.Roles[0].ID)
			return err
		}),
		"frameworks.Statement": read(func(c ctx, s *frameworks.Service) error {
			f, _ := s.Latest()
			_, _, err := s.Statement(c, f.Places()[0].Statement.ID)
			return err
		}),
	}
}

// plainFiles is a ladder of one file, without history.
type plainFiles struct{}

func (plainFiles) Revisions(context.Context) ([]frameworks.Revision, error) { return nil, nil }

func (plainFiles) TreeAt(context.Context, string) (fs.FS, error) { return nil, fs.ErrNotExist }

func (plainFiles) Tree(context.Context) (fs.FS, string, error) {
	text := "# L1: Engineer\n\n> I mend things with others.\n\n## Craft\n\n- I mend what is broken and say how\n- I ask before I begin\n"
	return fstest.MapFS{"Engineering/L1 - Engineer.md": {Data: []byte(text)}}, "", nil
}

// services are the use cases whose every exported method must be in methods.
func services() map[string]reflect.Type {
	return map[string]reflect.Type{
		"accounts":   reflect.TypeFor[*accounts.Service](),
		"people":     reflect.TypeFor[*people.Service](),
		"evidence":   reflect.TypeFor[*evidence.Service](),
		"ratings":    reflect.TypeFor[*ratings.Service](),
		"feedback":   reflect.TypeFor[*feedback.Service](),
		"frameworks": reflect.TypeFor[*frameworks.Service](),
		"plans":      reflect.TypeFor[*plans.Service](),
	}
}

func TestEveryMethodIsInTheMatrix(t *testing.T) {
	t.Parallel()
	known := methods()
	for pkg, service := range services() {
		for i := range service.NumMethod() {
			name := pkg + "." + service.Method(i).Name
			m, ok := known[name]
			if !ok {
				t.Errorf("%s is missing: say which operation of the policy it does, and call it", name)
				continue
			}
			if !slices.ContainsFunc(authz.Table(), func(r authz.Row) bool { return r.Operation == m.op }) {
				t.Errorf("%s does %q, which is no operation of the policy", name, m.op)
			}
			delete(known, name)
		}
	}
	for name := range known {
		t.Errorf("%s is no method of a use case any more", name)
	}
}

// TestBehaviour calls every method as every kind of actor, each in a world of
// its own, with what is Ada's. The golden says what came of it.
func TestBehaviour(t *testing.T) {
	t.Parallel()
	actors := []struct {
		name  string
		actor authz.Actor
	}{
		{"anonymous", authz.Actor{}}, {"colleague", as("cy")}, {"owner", as("ada")}, {"manager", as("mo")},
		{"former manager", as("fay")}, {"administrator", as("root")},
	}
	var mu sync.Mutex
	results := map[string][]string{}
	t.Run("calls", func(t *testing.T) {
		for name, m := range methods() {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				line := make([]string, len(actors))
				for i, a := range actors {
					w := newWorld(t)
					line[i] = outcome(m.call(t.Context(), w, a.actor))
				}
				mu.Lock()
				defer mu.Unlock()
				results[name] = line
			})
		}
	})
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s", "")
	for _, a := range actors {
		fmt.Fprintf(&b, "%-15s", a.name)
	}
	b.WriteString("operation\n")
	for _, name := range slices.SortedFunc(maps.Keys(results), cmp.Compare[string]) {
		fmt.Fprintf(&b, "%-24s", name)
		for _, r := range results[name] {
			fmt.Fprintf(&b, "%-15s", r)
		}
		fmt.Fprintf(&b, "%s\n", methods()[name].op)
	}
	golden(t, "testdata/behaviour.txt", trimLines(b.String()))
}

func outcome(err error) string {
	if err == nil {
		return "ok"
	}
	return fault.KindOf(err).String()
}
