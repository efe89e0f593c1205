package rate

import (
	"testing"

	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/pages/pagetest"
)

func input() (Input, []growth.Listed) {
	f, _ := pagetest.Framework()
	var role *model.Role
	for _, r := range f.Roles {
		if len(r.Extends) > 0 && !r.Foundation {
			role = r
		}
	}
	list := growth.Statements(f, role)
	return Input{
		Frame: pagetest.Frame(f), Role: role, Statements: list, Scale: growth.DefaultScale(),
		Answers: map[model.StatementID]Answer{}, Action: "/me/rate", Back: "/me", BackLabel: "Me",
	}, list
}

func TestDerivedStatementsAreNotRated(t *testing.T) {
	t.Parallel()
	in, list := input()
	list[0].Statement.Derived = true
	rated := 0
	for _, l := range list {
		if !l.Statement.Derived {
			rated++
		}
	}
	doc := pagetest.Render(t, View(Build(in)))
	if got := len(doc.All("fieldset.rate-row")); got != rated || rated == len(list) {
		t.Errorf("%d statements to rate of %d, want %d", got, len(list), rated)
	}
	ids := map[string]bool{}
	for _, n := range doc.All("[id]") {
		id, _ := pagetest.Attr(n, "id")
		if ids[id] {
			t.Errorf("the id %q is there twice", id)
		}
		ids[id] = true
	}
}

func TestAWrongAnswerIsKeptAndNamed(t *testing.T) {
	t.Parallel()
	in, list := input()
	var id model.StatementID
	for _, l := range list {
		if !l.Statement.Derived {
			id = l.Statement.ID
			break
		}
	}
	const hostile = `</textarea><script>alert(1)</script>`
	in.Answers[id] = Answer{Value: "exceeding", Words: hostile, Error: "Say what went beyond what the role asks."}
	doc := pagetest.Render(t, View(Build(in)))
	if got := doc.Text("#words-" + string(id)); got != hostile {
		t.Errorf("what was typed is shown as %q", got)
	}
	if n := len(doc.All("main script")); n != 0 {
		t.Error("words became a script")
	}
	row := doc.One("#r-" + string(id))
	if by, _ := pagetest.Attr(row, "aria-describedby"); by != "r-"+string(id)+"-error" {
		t.Errorf("the row is described by %q, want its error", by)
	}
	chosen := pagetest.Within(row, "input[checked]")
	if len(chosen) != 1 {
		t.Fatalf("%d values are chosen, want one", len(chosen))
	}
	if v, _ := pagetest.Attr(chosen[0], "value"); v != "exceeding" {
		t.Errorf("%q is chosen", v)
	}
	link, _ := pagetest.Attr(doc.One(".wrong a"), "href")
	if link != "#r-"+string(id) {
		t.Errorf("the summary leads to %q", link)
	}
}
