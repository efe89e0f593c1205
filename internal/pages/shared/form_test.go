package shared_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rung/internal/fault"
	"rung/internal/pages/pagetest"
	"rung/internal/pages/shared"
)

func TestFormField(t *testing.T) {
	t.Parallel()
	doc := pagetest.Render(t, shared.FormField(shared.Field{
		Kind: shared.TextField, Name: "what", Label: "What happened", Hint: "In a sentence.", Value: `a "b"`, Error: "Write something.",
		Required: true, MaxLength: 40, Autocomplete: "off", Key: "e",
	}))
	got := map[string]string{}
	for _, a := range doc.One("input").Attr {
		got[a.Key] = a.Val
	}
	want := map[string]string{
		"class": "input input-text", "id": "f-what", "type": "text", "name": "what", "value": `a "b"`, "required": "", "maxlength": "40",
		"aria-invalid": "true", "aria-describedby": "f-what-hint f-what-error", "autocomplete": "off", "data-key-focus": "e",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("input (-want +got):\n%s", diff)
	}
	if got, want := doc.Text("label[for=f-what]"), "What happened"; got != want {
		t.Errorf("label %q, want %q", got, want)
	}
	if got, want := doc.Text("#f-what-error"), "Error: Write something."; got != want {
		t.Errorf("error %q, want %q", got, want)
	}
}

func TestFieldKinds(t *testing.T) {
	t.Parallel()
	choices := []shared.Choice{{Value: "1", Label: "One"}, {Value: "2", Label: "Two", Hint: "more", Chosen: true}}
	for _, test := range []struct {
		field shared.Field
		kept  string // matches what was typed or chosen before
		help  string // matches what the hint belongs to
	}{
		{shared.Field{Kind: shared.AreaField}, "textarea#f-x[rows=4]", "textarea[aria-describedby=f-x-hint]"},
		{shared.Field{Kind: shared.SelectField}, "option[selected][value=2]", "select[aria-describedby=f-x-hint]"},
		{shared.Field{Kind: shared.RadioField}, "input[type=radio][checked][value=2]", "fieldset[aria-describedby=f-x-hint]"},
		{shared.Field{Kind: shared.CheckField}, "input[type=checkbox][checked][value=2]", "fieldset[aria-describedby=f-x-hint]"},
		{shared.Field{Kind: shared.DateField, Value: "2026-03-02"}, "input[type=date][value=2026-03-02]", "input[aria-describedby=f-x-hint]"},
	} {
		t.Run(string(test.field.Kind), func(t *testing.T) {
			t.Parallel()
			f := test.field
			f.Name, f.Label, f.Hint, f.Choices = "x", "X", "Why.", choices
			doc := pagetest.Render(t, shared.FormField(f))
			doc.One(test.kept)
			doc.One(test.help)
			doc.One("#f-x")
		})
	}
}

func TestErrorSummary(t *testing.T) {
	t.Parallel()
	fields := []shared.Field{{Name: "a"}, {Name: "b"}}
	rest := shared.Mark(fields, []fault.Field{{Name: "b", Message: "B is wrong."}, {Name: "z", Message: "All is wrong."}})
	doc := pagetest.Render(t, shared.ErrorSummary(fields, rest))
	if diff := cmp.Diff([]string{"B is wrong.", "All is wrong."}, doc.Texts("[role=alert] li")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if href, _ := pagetest.Attr(doc.One("[role=alert] a"), "href"); href != "#f-b" {
		t.Errorf("the summary leads to %q, want #f-b", href)
	}
	if fine := pagetest.Render(t, shared.ErrorSummary([]shared.Field{{Name: "a"}}, nil)); len(fine.All("[role=alert]")) != 0 {
		t.Error("a form without errors has a summary of them")
	}
}
