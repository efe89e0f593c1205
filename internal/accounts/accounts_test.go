package accounts

import (
	"bytes"
	"context"
	"crypto/rand"
	"strings"
	"sync"
	"testing"
	"time"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/store/sqlite"
)

const good = "three green herons at dawn"

// office is an installation whose clock the test sets.
type office struct {
	*Service
	t     *testing.T
	store store.Store
	mu    sync.Mutex
	now   time.Time
}

func (o *office) clock() time.Time {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.now
}

func (o *office) pass(d time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.now = o.now.Add(d)
}

// emptyOffice has nobody yet; its hashes are cheap.
func emptyOffice(t *testing.T) *office {
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
	o := &office{t: t, store: s, now: time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)}
	o.Service, err = New(Config{Store: s, Now: o.clock, NewID: growth.NewIDs(o.clock, rand.Reader).Next, Random: rand.Reader, Context: []string{"Fjordlight Works"}})
	if err != nil {
		t.Fatal(err)
	}
	o.cost = cost{memory: 8, time: 1, threads: 1}
	return o
}

var (
	root = authz.Actor{Person: "root", Admin: true}
	ada  = authz.Actor{Person: "ada"}
	cy   = authz.Actor{Person: "cy"}
)

func newOffice(t *testing.T) *office {
	t.Helper()
	o := emptyOffice(t)
	h, err := o.hash(t.Context(), good)
	if err != nil {
		t.Fatal(err)
	}
	o.update(func(tx store.Tx) error {
		for _, p := range []growth.Person{
			{ID: "root", Name: "Root", Email: "root@example.org", Admin: true, JoinedAt: o.now, Version: 1},
			{ID: "ada", Name: "Ada Lindqvist", Email: "ada@example.org", JoinedAt: o.now, Version: 1},
			{ID: "cy", Name: "Cy", Email: "cy@example.org", JoinedAt: o.now, Version: 1},
		} {
			if err := tx.AddPerson(t.Context(), p); err != nil {
				return err
			}
		}
		return tx.PutCredential(t.Context(), growth.Credential{Person: "ada", Hash: h, ChangedAt: o.now})
	})
	return o
}

func (o *office) update(f func(store.Tx) error) {
	o.t.Helper()
	if err := o.store.Update(context.WithoutCancel(o.t.Context()), f); err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) signIn(email, password string) (SignedIn, error) {
	return o.SignIn(o.t.Context(), SignInRequest{Email: email, Password: password, Address: "192.0.2.1", Agent: "test\x00er"})
}

func (o *office) leave(id growth.PersonID) {
	o.update(func(tx store.Tx) error {
		p, err := tx.Person(o.t.Context(), id)
		if err != nil {
			return err
		}
		p.LeftAt = o.now
		return tx.ChangePerson(o.t.Context(), p)
	})
}

func wantKind(t *testing.T, what string, err error, want fault.Kind) {
	t.Helper()
	if err == nil || fault.KindOf(err) != want {
		t.Errorf("%s: got %v, want a fault of kind %s", what, err, want)
	}
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestNewNeedsItsParts(t *testing.T) {
	t.Parallel()
	if _, err := New(Config{}); err == nil {
		t.Error("a service of nothing is made")
	}
	if _, err := New(Config{Now: time.Now, NewID: func() string { return "" }}); err == nil {
		t.Error("a service without store and chance is made")
	}
}

func TestSignIn(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	in := must[SignedIn](t)(o.signIn(" ADA@example.org ", good))
	if in.Actor != ada || in.Session.Agent != "tester" || len(in.Secret) < 43 {
		t.Errorf("signed in: %+v", in)
	}
	if got := must[SignedIn](t)(o.Who(t.Context(), in.Secret)); got.Actor != ada {
		t.Errorf("the session is of %v", got.Actor)
	}
	for _, w := range []struct{ email, password string }{
		{"ada@example.org", "three green herons at dusk"}, {"nobody@example.org", good}, {"cy@example.org", good},
		{"", ""}, {"ada@example.org", ""}, {strings.Repeat("x", 5000), good}, {"ada@example.org", strings.Repeat("x", 5000)},
	} {
		_, err := o.signIn(w.email, w.password)
		wantKind(t, w.email, err, fault.Invalid)
		if got := fault.MessageOf(err); got != "E-mail and password do not fit together." {
			t.Errorf("%s is told %q", w.email, got)
		}
	}
	o.leave("ada")
	_, err := o.signIn("ada@example.org", good)
	wantKind(t, "somebody who has left", err, fault.Invalid)
	_, err = o.Who(t.Context(), in.Secret)
	wantKind(t, "the session of somebody who has left", err, fault.NotFound)
}

// TestSignInIsSlowedDownNotStopped guesses for a day: the waits grow, end at
// the longest, are the same for an account that is not there, and whoever
// knows the password gets in after the wait.
func TestSignInIsSlowedDownNotStopped(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for _, email := range []string{"ada@example.org", "nobody@example.org"} {
		for range accountLimit.free {
			_, err := o.signIn(email, "wrong")
			wantKind(t, email, err, fault.Invalid)
		}
		for want := firstWait; want < accountLimit.longest; want *= 2 {
			o.pass(want - time.Microsecond)
			_, err := o.signIn(email, good)
			wantKind(t, email+", too early", err, fault.Unavailable)
			o.pass(time.Microsecond)
			_, err = o.signIn(email, "wrong")
			wantKind(t, email+", after the wait", err, fault.Invalid)
		}
	}
	o.pass(accountLimit.longest)
	must[SignedIn](t)(o.signIn("ada@example.org", good))
	_, err := o.signIn("ada@example.org", "wrong")
	wantKind(t, "the count began anew", err, fault.Invalid)
	must[SignedIn](t)(o.signIn("ada@example.org", good))
}

func TestAddressesAreSlowedDown(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for i := range addressLimit.free {
		_, err := o.signIn(strings.Repeat("x", i%50)+"@example.org", "wrong")
		wantKind(t, "a guess", err, fault.Invalid)
	}
	_, err := o.signIn("ada@example.org", good)
	wantKind(t, "from that address", err, fault.Unavailable)
	if got := fault.MessageOf(err); got != "Too many attempts. Please try again in 1 second." {
		t.Errorf("told %q", got)
	}
	must[SignedIn](t)(o.SignIn(t.Context(), SignInRequest{Email: "ada@example.org", Password: good, Address: "192.0.2.2"}))
	o.pass(addressLimit.longest)
	must[SignedIn](t)(o.signIn("ada@example.org", good))
}

func TestManyGuessesAtOnceCountEach(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	var wg sync.WaitGroup
	results := make(chan error, 30)
	for range 30 {
		wg.Go(func() {
			_, err := o.signIn("ada@example.org", "wrong")
			results <- err
		})
	}
	wg.Wait()
	close(results)
	looked := 0
	for err := range results {
		if fault.KindOf(err) == fault.Invalid {
			looked++
		}
	}
	if looked != accountLimit.free {
		t.Errorf("%d passwords were looked at at once, want %d", looked, accountLimit.free)
	}
}

func TestOldHashesAreMadeAgain(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	stored := func() string {
		var c growth.Credential
		o.update(func(tx store.Tx) error {
			var err error
			c, err = tx.Credential(t.Context(), "ada")
			return err
		})
		return c.Hash
	}
	before := stored()
	o.cost = cost{memory: 16, time: 1, threads: 1}
	must[SignedIn](t)(o.signIn("ada@example.org", good))
	after := stored()
	if before == after || !strings.HasPrefix(after, "$argon2id$v=19$m=16,t=1,p=1$") {
		t.Errorf("hash %q became %q, want one of the new cost", before, after)
	}
	must[SignedIn](t)(o.signIn("ada@example.org", good))
	if again := stored(); again != after {
		t.Error("a hash of today's cost was made again")
	}
}

func TestHashes(t *testing.T) {
	t.Parallel()
	o := emptyOffice(t)
	h := must[string](t)(o.hash(t.Context(), "cafe\u0301 au lait, please"))
	if got := must[match](t)(o.verify(t.Context(), h, "café au lait, please")); got != matches {
		t.Error("the same password typed in another form of Unicode does not match")
	}
	if got := must[match](t)(o.verify(t.Context(), "", "anything")); got != noMatch {
		t.Error("no hash matches something")
	}
	for _, bad := range []string{
		"x", "$argon2i$v=19$m=8,t=1,p=1$YWFhYWFhYWE$YWFhYWFhYWFhYWFhYWFhYWE", "$argon2id$v=19$m=99999999,t=1,p=1$YWFhYWFhYWE$YWFhYWFhYWFhYWFhYWFhYWE",
		"$argon2id$v=19$m=8,t=99,p=1$YWFhYWFhYWE$YWFhYWFhYWFhYWFhYWFhYWE", "$argon2id$v=19$m=8,t=1,p=0$YWFhYWFhYWE$YWFhYWFhYWFhYWFhYWFhYWE",
		"$argon2id$v=19$m=8,t=1,p=1$!$YWFhYWFhYWFhYWFhYWFhYWE", "$argon2id$v=19$m=8,t=1,p=1$YWFhYWFhYWE$", "$argon2id$v=19$m=8$YWFhYWFhYWE$YWFhYWFhYWFhYWFhYWFhYWE",
	} {
		if _, err := o.verify(t.Context(), bad, "x"); err == nil {
			t.Errorf("%q passes for a hash", bad)
		}
	}
	if currentCost != (cost{memory: 19456, time: 2, threads: 1}) {
		t.Errorf("new hashes cost %+v", currentCost)
	}
}

func TestHashingWaitsItsTurn(t *testing.T) {
	t.Parallel()
	o := emptyOffice(t)
	for range hashesAtOneTime {
		o.hashing <- struct{}{}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := o.hash(ctx, good)
	wantKind(t, "no turn in time", err, fault.Unavailable)
}

// long returns a good password of n characters.
func long(n int) string { return good + strings.Repeat(" and another heron", 20)[:n-len(good)] }

func TestPasswordRule(t *testing.T) {
	t.Parallel()
	o := emptyOffice(t)
	p := growth.Person{Name: "Ada Lindqvist", Email: "ada.l@rowan-quay.example"}
	for _, w := range []struct {
		password string
		ok       bool
	}{
		{good, true}, {"correct staple horse battery", true}, {"höger om den lilla ön", true}, {"私の猫は毎朝六時に窓のそばで鳴きます", true},
		{strings.Repeat("ab cd", 3)[:14], false}, {"short but fine", false}, {"", false},
		{long(MaxPassword), true}, {long(MaxPassword + 1), false},
		{"aaaaaaaaaaaaaaaa", false}, {"abcabcabcabcabcabc", false}, {"passwordpassword", false}, {"Password123456789", false},
		{"123456789012345678", false}, {"987654321098765432", false}, {"abcdefghijklmnopqrs", false}, {"qwertyuiopasdfghjkl", false},
		{"AdaLindqvist-2026", false}, {"lindqvist.lindqvist!", false}, {"ada.l@rowan-quay.example", false},
		{"FjordlightWorks2026!", false}, {"welcome to fjordlight", false}, {"correcthorsebatterystaple", false},
		{"Ada Lindqvist walks her dog", true}, {"bad \xff bytes in here, many", false},
	} {
		err := o.checkPassword("password", w.password, p)
		if (err == nil) != w.ok {
			t.Errorf("%q: got %v, want accepted %v", w.password, err, w.ok)
		}
		if err != nil && (fault.KindOf(err) != fault.Invalid || strings.Contains(err.Error(), w.password) && w.password != "") {
			t.Errorf("%q: the error %v is of another kind or repeats it", w.password, err)
		}
	}
}

func TestSessionsEnd(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	in := must[SignedIn](t)(o.signIn("ada@example.org", good))
	for range 20 { // used now and then, it goes on
		o.pass(SessionIdle - time.Minute)
		must[SignedIn](t)(o.Who(t.Context(), in.Secret))
	}
	o.pass(SessionIdle)
	_, err := o.Who(t.Context(), in.Secret)
	wantKind(t, "idle", err, fault.NotFound)
	if got := must[[]growth.Session](t)(o.Sessions(t.Context(), ada)); len(got) != 0 {
		t.Errorf("an idle session is listed: %v", got)
	}
	in = must[SignedIn](t)(o.signIn("ada@example.org", good))
	for o.clock().Before(in.Session.ExpiresAt.Add(-SessionIdle)) {
		o.pass(SessionIdle / 2)
		must[SignedIn](t)(o.Who(t.Context(), in.Secret))
	}
	o.pass(SessionIdle)
	_, err = o.Who(t.Context(), in.Secret)
	wantKind(t, "old", err, fault.NotFound)
	for _, secret := range []string{"", "x", strings.Repeat("x", 5000)} {
		_, err := o.Who(t.Context(), secret)
		wantKind(t, "no session", err, fault.NotFound)
	}
}

func TestOwnSessionsAreListedAndEnded(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	first := must[SignedIn](t)(o.signIn("ada@example.org", good))
	o.pass(time.Hour)
	second := must[SignedIn](t)(o.signIn("ada@example.org", good))
	list := must[[]growth.Session](t)(o.Sessions(t.Context(), ada))
	if len(list) != 2 || list[0].ID != second.Session.ID {
		t.Fatalf("sessions: %+v", list)
	}
	wantKind(t, "another's session", o.EndSession(t.Context(), cy, first.Session.ID), fault.NotFound)
	if err := o.EndSession(t.Context(), ada, first.Session.ID); err != nil {
		t.Fatal(err)
	}
	_, err := o.Who(t.Context(), first.Secret)
	wantKind(t, "signed out", err, fault.NotFound)
	third := must[SignedIn](t)(o.SignInAs(t.Context(), "ada", ""))
	wantKind(t, "a colleague ends them", o.EndSessions(t.Context(), cy, "ada", ""), fault.Forbidden)
	if err := o.EndSessions(t.Context(), ada, "ada", third.Session.ID); err != nil {
		t.Fatal(err)
	}
	_, err = o.Who(t.Context(), second.Secret)
	wantKind(t, "ended", err, fault.NotFound)
	must[SignedIn](t)(o.Who(t.Context(), third.Secret))
	if err := o.EndSessions(t.Context(), root, "ada", ""); err != nil {
		t.Fatal(err)
	}
	_, err = o.Who(t.Context(), third.Secret)
	wantKind(t, "ended by an administrator", err, fault.NotFound)
}

func TestChangePassword(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	before := must[SignedIn](t)(o.signIn("ada@example.org", good))
	fresh := "five quiet otters under ice"
	change := func(old, next string) (SignedIn, error) {
		return o.ChangePassword(t.Context(), ada, PasswordChange{Old: old, New: next})
	}
	_, err := change("wrong", fresh)
	if f := fault.FieldsOf(err); len(f) != 1 || f[0].Name != "old" {
		t.Errorf("a wrong old password: %v", err)
	}
	_, err = change(good, "short")
	if f := fault.FieldsOf(err); len(f) != 1 || f[0].Name != "new" {
		t.Errorf("a short new password: %v", err)
	}
	after := must[SignedIn](t)(change(good, fresh))
	_, err = o.Who(t.Context(), before.Secret)
	wantKind(t, "the session before", err, fault.NotFound)
	must[SignedIn](t)(o.Who(t.Context(), after.Secret))
	_, err = o.signIn("ada@example.org", good)
	wantKind(t, "the old password", err, fault.Invalid)
	must[SignedIn](t)(o.signIn("ada@example.org", fresh))
}

func TestInvites(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	_, err := o.Invite(t.Context(), ada, "cy")
	wantKind(t, "a colleague invites", err, fault.Forbidden)
	first := must[string](t)(o.Invite(t.Context(), root, "cy"))
	second := must[string](t)(o.Invite(t.Context(), root, "cy"))
	_, err = o.OpenInvite(t.Context(), first)
	wantKind(t, "a link that another replaced", err, fault.NotFound)
	if got := must[Invited](t)(o.OpenInvite(t.Context(), second)); got != (Invited{Name: "Cy", Email: "cy@example.org"}) {
		t.Errorf("invited: %+v", got)
	}
	_, err = o.Accept(t.Context(), Acceptance{Secret: second, Password: "short"})
	wantKind(t, "a short password", err, fault.Invalid)
	in := must[SignedIn](t)(o.Accept(t.Context(), Acceptance{Secret: second, Password: good, Name: "Somebody", Email: "else@example.org"}))
	if in.Actor != cy {
		t.Errorf("signed in as %v", in.Actor)
	}
	_, err = o.Accept(t.Context(), Acceptance{Secret: second, Password: good})
	wantKind(t, "a used link", err, fault.NotFound)
	must[SignedIn](t)(o.signIn("cy@example.org", good))

	_, err = o.Invite(t.Context(), root, "cy")
	wantKind(t, "an administrator's link for somebody who has a password", err, fault.Conflict)
	_, err = o.Recover(t.Context(), "nobody@example.org")
	wantKind(t, "a link for nobody", err, fault.NotFound)
	old := must[string](t)(o.Recover(t.Context(), "Cy@example.org"))
	o.pass(InviteLife)
	_, err = o.Accept(t.Context(), Acceptance{Secret: old, Password: good})
	wantKind(t, "an old link", err, fault.NotFound)
	again := must[string](t)(o.Recover(t.Context(), "cy@example.org"))
	must[SignedIn](t)(o.Accept(t.Context(), Acceptance{Secret: again, Password: good + " anew"}))
	_, err = o.Who(t.Context(), in.Secret)
	wantKind(t, "a session of before the new password", err, fault.NotFound)
	late := must[string](t)(o.Recover(t.Context(), "cy@example.org"))
	o.leave("cy")
	_, err = o.Recover(t.Context(), "cy@example.org")
	wantKind(t, "a link for somebody who has left", err, fault.NotFound)
	_, err = o.Accept(t.Context(), Acceptance{Secret: late, Password: good})
	wantKind(t, "a link of somebody who has left", err, fault.NotFound)
	_, err = o.Invite(t.Context(), root, "cy")
	wantKind(t, "inviting somebody who has left", err, fault.Conflict)
	if got := must[string](t)(o.FirstInvite(t.Context())); got != "" {
		t.Error("a first administrator is invited where there is one")
	}
}

func TestTheFirstAdministrator(t *testing.T) {
	t.Parallel()
	o := emptyOffice(t)
	old := must[string](t)(o.FirstInvite(t.Context()))
	link := must[string](t)(o.FirstInvite(t.Context()))
	_, err := o.OpenInvite(t.Context(), old)
	wantKind(t, "the link of an earlier start", err, fault.NotFound)
	if got := must[Invited](t)(o.OpenInvite(t.Context(), link)); got != (Invited{First: true}) {
		t.Errorf("invited: %+v", got)
	}
	_, err = o.Accept(t.Context(), Acceptance{Secret: link, Password: good})
	if f := fault.FieldsOf(err); len(f) != 2 {
		t.Errorf("without name and e-mail: %v", err)
	}
	in := must[SignedIn](t)(o.Accept(t.Context(), Acceptance{Secret: link, Name: "Ada", Email: "Ada@example.org", Password: good}))
	if !in.Actor.Admin {
		t.Error("the first administrator is none")
	}
	must[SignedIn](t)(o.signIn("ada@example.org", good))
	if got := must[string](t)(o.FirstInvite(t.Context())); got != "" {
		t.Error("there is somebody, and still a first link")
	}
	late := emptyOffice(t)
	link = must[string](t)(late.FirstInvite(t.Context()))
	late.pass(FirstInviteLife)
	_, err = late.OpenInvite(t.Context(), link)
	wantKind(t, "a day later", err, fault.NotFound)
}

func TestTokens(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	made := must[NewToken](t)(o.MakeToken(t.Context(), ada, " laptop "))
	if !strings.HasPrefix(made.Secret, "rung_") || made.Token.Name != "laptop" || strings.Contains(made.Token.Hash, made.Secret) {
		t.Errorf("made: %+v", made)
	}
	if got := must[authz.Actor](t)(o.ByToken(t.Context(), made.Secret)); got != ada {
		t.Errorf("the token is of %v", got)
	}
	list := must[[]growth.Token](t)(o.Tokens(t.Context(), ada))
	if len(list) != 1 || list[0].SeenAt.IsZero() {
		t.Errorf("tokens: %+v", list)
	}
	spare := must[NewToken](t)(o.MakeToken(t.Context(), ada, "spare"))
	if err := o.EndToken(t.Context(), spare.Secret); err != nil {
		t.Errorf("end a token by its secret: %v", err)
	}
	wantKind(t, "a token that has ended", o.EndToken(t.Context(), spare.Secret), fault.NotFound)
	wantKind(t, "another's token", o.RevokeToken(t.Context(), cy, made.Token.ID), fault.NotFound)
	if err := o.RevokeToken(t.Context(), ada, made.Token.ID); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{made.Secret, "", "rung_", "rung_x", strings.Repeat("rung_", 500)} {
		_, err := o.ByToken(t.Context(), secret)
		wantKind(t, "no token", err, fault.NotFound)
	}
	old := must[NewToken](t)(o.MakeToken(t.Context(), ada, "old"))
	o.pass(TokenLife)
	_, err := o.ByToken(t.Context(), old.Secret)
	wantKind(t, "an old token", err, fault.NotFound)
	for range maxTokens {
		must[NewToken](t)(o.MakeToken(t.Context(), ada, "many"))
	}
	_, err = o.MakeToken(t.Context(), ada, "one more")
	wantKind(t, "too many", err, fault.Conflict)
	_, err = o.MakeToken(t.Context(), ada, "")
	wantKind(t, "without a name", err, fault.Invalid)
	last := must[NewToken](t)(o.MakeToken(t.Context(), cy, "cy's"))
	o.leave("cy")
	_, err = o.ByToken(t.Context(), last.Secret)
	wantKind(t, "of somebody who has left", err, fault.NotFound)
}

func TestDeviceFlow(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	start := must[DeviceStart](t)(o.StartDevice(t.Context(), "ada's laptop", "192.0.2.1"))
	if got := must[Polled](t)(o.PollDevice(t.Context(), start.Code)); got.State != PollPending {
		t.Errorf("before approval: %+v", got)
	}
	typed := strings.ToLower(strings.ReplaceAll(start.UserCode, "-", " "))
	if got := must[DeviceAsking](t)(o.Device(t.Context(), ada, typed)); got.Name != "ada's laptop" || got.UserCode != start.UserCode {
		t.Errorf("asking: %+v", got)
	}
	if err := o.ApproveDevice(t.Context(), ada, typed); err != nil {
		t.Fatal(err)
	}
	wantKind(t, "somebody else approves it too", o.ApproveDevice(t.Context(), cy, typed), fault.NotFound)
	got := must[Polled](t)(o.PollDevice(t.Context(), start.Code))
	if got.State != PollApproved || got.Token.Token.Name != "ada's laptop" {
		t.Errorf("after approval: %+v", got)
	}
	if a := must[authz.Actor](t)(o.ByToken(t.Context(), got.Token.Secret)); a != ada {
		t.Errorf("the terminal acts for %v", a)
	}
	_, err := o.PollDevice(t.Context(), start.Code)
	wantKind(t, "a second token", err, fault.NotFound)

	denied := must[DeviceStart](t)(o.StartDevice(t.Context(), "x", "192.0.2.1"))
	if err := o.DenyDevice(t.Context(), ada, denied.UserCode); err != nil {
		t.Fatal(err)
	}
	_, err = o.PollDevice(t.Context(), denied.Code)
	wantKind(t, "denied", err, fault.NotFound)
	late := must[DeviceStart](t)(o.StartDevice(t.Context(), "x", "192.0.2.1"))
	o.pass(DeviceLife)
	_, err = o.PollDevice(t.Context(), late.Code)
	wantKind(t, "too late", err, fault.NotFound)
	wantKind(t, "approved too late", o.ApproveDevice(t.Context(), ada, late.UserCode), fault.NotFound)
	_, err = o.StartDevice(t.Context(), "", "192.0.2.1")
	wantKind(t, "a terminal without a name", err, fault.Invalid)
}

func TestGuessingCodesIsSlowedDown(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	start := must[DeviceStart](t)(o.StartDevice(t.Context(), "x", "192.0.2.1"))
	for range codeLimit.free {
		wantKind(t, "a guess", o.ApproveDevice(t.Context(), cy, "BBBB-BBBB"), fault.NotFound)
	}
	wantKind(t, "one too many", o.ApproveDevice(t.Context(), cy, start.UserCode), fault.Unavailable)
	if err := o.ApproveDevice(t.Context(), ada, start.UserCode); err != nil {
		t.Errorf("another person is slowed down too: %v", err)
	}
	for range deviceLimit.free - 1 {
		must[DeviceStart](t)(o.StartDevice(t.Context(), "x", "192.0.2.1"))
	}
	_, err := o.StartDevice(t.Context(), "x", "192.0.2.1")
	wantKind(t, "too many terminals", err, fault.Unavailable)
}

func TestUserCodesAreReadable(t *testing.T) {
	t.Parallel()
	o := emptyOffice(t)
	o.random = bytes.NewReader(append([]byte{255, 240, 250}, bytes.Repeat([]byte{0, 19, 20, 239}, 3)...))
	if got := must[string](t)(o.userCode()); got != "BZBZ-BZBZ" {
		t.Errorf("got %q", got)
	}
	if _, err := o.secret(""); err == nil {
		t.Error("a secret was made without chance")
	}
}

// TestEveryAttemptIsHashed takes all turns at hashing: whoever is asked for,
// known or not, the answer waits for one.
func TestEveryAttemptIsHashed(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.leave("root")
	for range hashesAtOneTime {
		o.hashing <- struct{}{}
	}
	for _, email := range []string{"ada@example.org", "cy@example.org", "root@example.org", "nobody@example.org", "", "no address"} {
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		_, err := o.SignIn(ctx, SignInRequest{Email: email, Password: "wrong", Address: "192.0.2.1"})
		cancel()
		wantKind(t, email, err, fault.Unavailable)
		if got := fault.MessageOf(err); got != "This takes too long just now; please try again." {
			t.Errorf("%q is told %q", email, got)
		}
	}
}
