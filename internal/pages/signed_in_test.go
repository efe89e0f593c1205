package pages_test

import (
	"strings"
	"testing"

	"rung/internal/pages/access"
	"rung/internal/pages/account"
	"rung/internal/pages/admin"
	"rung/internal/pages/beside"
	"rung/internal/pages/cast"
	"rung/internal/pages/directory"
	"rung/internal/pages/evidence"
	"rung/internal/pages/feedback"
	"rung/internal/pages/me"
	"rung/internal/pages/pagetest"
	"rung/internal/pages/person"
	"rung/internal/pages/plan"
	"rung/internal/pages/rate"
	"rung/internal/pages/reports"
	"rung/internal/pages/signin"
	"rung/internal/pages/terminal"
	"rung/internal/pages/welcome"
)

// hostile breaks out of a page that writes it as it is. It has no space, since
// ids are made of some of it.
const hostile = `</textarea></title></option>"'><hostile/onclick='x'/>{{.}}&lt;`

// asked is the form of terminals before one is known.
func asked(word string) terminal.Page {
	p := pagetest.Filled[terminal.Page](word)
	p.Done, p.Asking = nil, nil
	return p
}

func waiting(word string) terminal.Page {
	p := pagetest.Filled[terminal.Page](word)
	p.Done = nil
	return p
}

// pagesOf returns every page of the signed-in, each of its texts made of word.
func pagesOf(word string) map[string]pagetest.Component {
	return map[string]pagetest.Component{
		"sign in":          signin.View(pagetest.Filled[signin.Page](word)),
		"welcome":          welcome.View(pagetest.Filled[welcome.Page](word)),
		"terminal: done":   terminal.View(pagetest.Filled[terminal.Page](word)),
		"terminal: asked":  terminal.View(asked(word)),
		"terminal: waits":  terminal.View(waiting(word)),
		"account":          account.View(pagetest.Filled[account.Page](word)),
		"cast":             cast.View(pagetest.Filled[cast.Page](word)),
		"me":               me.View(pagetest.Filled[me.Page](word)),
		"evidence":         evidence.View(pagetest.Filled[evidence.Page](word)),
		"evidence: change": evidence.EditView(pagetest.Filled[evidence.EditPage](word)),
		"rate":             rate.View(pagetest.Filled[rate.Page](word)),
		"side by side":     beside.View(pagetest.Filled[beside.Page](word)),
		"person":           person.View(pagetest.Filled[person.Page](word)),
		"directory":        directory.View(pagetest.Filled[directory.Page](word)),
		"reports":          reports.View(pagetest.Filled[reports.Page](word)),
		"access":           access.View(pagetest.Filled[access.Page](word)),
		"plan":             plan.View(pagetest.Filled[plan.Page](word)),
		"feedback":         feedback.View(pagetest.Filled[feedback.Page](word)),
		"feedback: give":   feedback.GiveView(pagetest.Filled[feedback.GivePage](word)),
		"admin":            admin.ListView(pagetest.Filled[admin.ListPage](word)),
		"admin: person":    admin.PersonView(pagetest.Filled[admin.PersonPage](word)),
		"admin: import":    admin.ImportView(pagetest.Filled[admin.ImportPage](word)),
		"admin: log":       admin.LogView(pagetest.Filled[admin.LogPage](word)),
	}
}

func TestPagesWithAllThatTheyCanShow(t *testing.T) {
	t.Parallel()
	for name, page := range pagesOf("w") {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := pagetest.Render(t, page)
			doc.Sound(t)
			for _, text := range doc.Texts("main") {
				if strings.Contains(text, "%") {
					t.Errorf("a share of a hundred: %q", text)
				}
			}
		})
	}
}

func TestWordsStayWords(t *testing.T) {
	t.Parallel()
	for name, page := range pagesOf(hostile) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := pagetest.Render(t, page)
			doc.Sound(t)
			if n := len(doc.All("hostile")); n != 0 {
				t.Errorf("words became %d elements", n)
			}
			if !strings.Contains(strings.Join(doc.Texts("main"), " "), hostile) {
				t.Error("words are not shown as they were written")
			}
		})
	}
}

// What is not there yet leaves no hole in a page: it says what to do first.
func TestPagesWithNothingYet(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		page pagetest.Component
		want string
	}{
		"me":             {me.View(me.Page{Name: "Ada", AimForm: pagetest.Filled[me.AimForm]("w"), Box: evidence.NewForm("/me", "Keep", evidence.Draft{}, nil)}), "No role yet"},
		"evidence":       {evidence.View(evidence.Page{Box: evidence.NewForm("/me", "Keep", evidence.Draft{}, nil)}), "Nothing here yet"},
		"plan":           {plan.View(plan.Page{}), "No plan yet"},
		"feedback":       {feedback.View(feedback.Page{}), "Nothing yet"},
		"reports":        {reports.View(reports.Page{}), "Nobody reports to you"},
		"access":         {access.View(access.Page{}), "Nobody has read anything of yours"},
		"directory":      {directory.View(directory.Page{}), "Nobody here yet"},
		"admin: log":     {admin.LogView(admin.LogPage{}), "Nothing yet"},
		"person: close":  {person.View(person.Page{Name: "Ada", Close: &person.Close{}}), "Ada holds no role yet"},
		"account: alone": {account.View(account.Page{}), "None acts for you"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := pagetest.Render(t, c.page)
			doc.Sound(t)
			if !strings.Contains(doc.Text("main"), c.want) {
				t.Errorf("%q is not said", c.want)
			}
		})
	}
}
