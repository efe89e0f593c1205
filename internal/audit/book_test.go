package audit_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/audit"
	"rung/internal/authz"
	"rung/internal/growth"
)

func TestBook(t *testing.T) {
	t.Parallel()
	if _, err := audit.NewBook(nil, nil); err == nil {
		t.Error("a book without clock and ids is made")
	}
	at := time.Date(2026, 6, 1, 9, 0, 0, 123456789, time.FixedZone("east", 3600))
	b, err := audit.NewBook(func() time.Time { return at }, func() string { return "id-1" })
	if err != nil {
		t.Fatal(err)
	}
	kept := time.Date(2026, 6, 1, 8, 0, 0, 123456000, time.UTC)
	want := audit.Entry{ID: "id-1", At: kept, Actor: "ada", Operation: authz.SignIn, Target: "s", Note: "n"}
	if d := cmp.Diff(want, b.Entry(authz.Actor{Person: "ada"}, authz.SignIn, "s", "n")); d != "" {
		t.Errorf("entry (-want +got):\n%s", d)
	}
	items := map[growth.ItemKind][]string{growth.AimItem: {"x"}}
	access, ok := b.Access("ada", "mo", items)
	if d := cmp.Diff(growth.Access{ID: "id-1", Owner: "ada", Reader: "mo", At: kept, Items: items}, access); d != "" || !ok {
		t.Errorf("access %v (-want +got):\n%s", ok, d)
	}
	for name, read := range map[string]func() (growth.Access, bool){
		"her own": func() (growth.Access, bool) { return b.Access("ada", "ada", items) },
		"nothing": func() (growth.Access, bool) { return b.Access("ada", "mo", nil) },
	} {
		if _, ok := read(); ok {
			t.Errorf("%s is recorded", name)
		}
	}
}
