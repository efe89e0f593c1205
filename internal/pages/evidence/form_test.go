package evidence

import (
	"testing"

	"rung/internal/fault"
	"rung/internal/pages/pagetest"
)

func TestFormKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	f, _ := pagetest.Framework()
	typed := Draft{
		Text: `"><img src=x onerror=alert(1)>`, Happened: "2026-02-30", Kind: "helped",
		With: "Ada & Bo", Link: "javascript:alert(1)", Visible: "manager",
	}
	form := NewForm("/me", "Write it down", typed, []fault.Field{
		{Name: "link", Message: "Enter an address that begins with https://."}, {Name: "", Message: "Try again."},
	})
	if len(form.Rest) != 1 || !form.wrong() {
		t.Errorf("rest %v, folded fields need to be seen: %v", form.Rest, form.wrong())
	}
	doc := pagetest.Render(t, View(Page{Frame: pagetest.Frame(f), Box: form}))
	if got := doc.Text("#f-text"); got != typed.Text {
		t.Errorf("text %q, want %q", got, typed.Text)
	}
	if len(doc.All("main img")) != 0 {
		t.Error("words became a picture")
	}
	for name, want := range map[string]string{"happened": typed.Happened, "with": typed.With, "link": typed.Link} {
		if got, _ := pagetest.Attr(doc.One("#f-"+name), "value"); got != want {
			t.Errorf("%s %q, want %q", name, got, want)
		}
	}
	if by, _ := pagetest.Attr(doc.One("#f-link"), "aria-describedby"); by != "f-link-hint f-link-error" {
		t.Errorf("the link is described by %q", by)
	}
	if _, open := pagetest.Attr(doc.One(".evidence-box details"), "open"); !open {
		t.Error("a wrong field is folded away")
	}
	if got, _ := pagetest.Attr(doc.One("#f-kind option[selected]"), "value"); got != "helped" {
		t.Errorf("kind %q", got)
	}
}
