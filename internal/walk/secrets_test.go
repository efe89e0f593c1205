package walk

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"rung/internal/pages/pagetest"
)

// The people of this story, and what they are to Yusra when it is over.
const (
	owner     = "Yusra Haddad"
	author    = "Hana Sugimoto"  // gave her feedback
	former    = "Callum Dewar"   // managed her, and rated her
	manager   = "Priyanka Sethi" // manages her now
	above     = "Brónagh Keane"  // manages both of those
	colleague = "Chidi Eze"
	keeper    = "Seun Adeyemi" // administrator
	stranger  = ""             // has not signed in
)

// secret is a private text of Yusra's year. Its word is made up for the test
// and stands nowhere else; seen are those whose pages may and must hold it.
type secret struct {
	name string
	word string
	seen []string
}

// vault is the company after the secrets were planted in it.
type vault struct {
	*company
	secrets []secret
	private map[string]string // addresses of private things, by what they are
	held    string            // the role that Yusra holds
	ids     []string          // of private things
}

// plant writes a text with a word of its own and remembers who may see it.
func (v *vault) plant(name string, seen ...string) string {
	word := "zq" + strings.ToLower(rand.Text())
	v.secrets = append(v.secrets, secret{name, word, seen})
	return "About the " + word + " matter."
}

func newVault(t testing.TB) *vault {
	t.Helper()
	v := &vault{company: newCompany(t), private: map[string]string{}}
	v.held = v.role("l3-senior-software-engineer")
	v.plantEvidence()
	v.plantRatings()
	v.plantPlan()
	v.plantFeedback()
	v.plantAim()
	v.changeManager()
	return v
}

// mustStay fails where an address that a form led to holds a secret.
func (v *vault) mustStay(location string) string {
	v.t.Helper()
	for _, s := range v.secrets {
		if strings.Contains(location, s.word) {
			v.t.Errorf("an address holds %s", s.name)
		}
	}
	return location
}

func (v *vault) plantEvidence() {
	v.t.Helper()
	yusra := v.be(owner)
	for _, visible := range []string{"private", "manager"} {
		seen := []string{owner}
		if visible == "manager" {
			seen = append(seen, manager)
		}
		at := v.mustStay(yusra.done("/me", "text", v.plant("evidence, "+visible, seen...), "happened", "2026-01-15", "kind", "helped", "visible", visible))
		at, _, _ = strings.Cut(at, "?")
		v.private["evidence, "+visible] = at
		v.ids = append(v.ids, at[strings.LastIndex(at, "/")+1:])
	}
}

// plantRatings lets Yusra and Callum rate one statement each and share it, and
// then another that they keep to themselves.
func (v *vault) plantRatings() {
	v.t.Helper()
	for _, rater := range []struct {
		name, path, share string
		seen              []string
	}{
		{owner, "/me/rate", "/me/share", []string{owner}},
		{former, "/people/" + v.person(owner) + "/rate", "/people/" + v.person(owner) + "/share", nil},
	} {
		one := v.be(rater.name)
		var statements []string
		for _, row := range one.read(rater.path + "?role=" + v.held).All("fieldset.rate-row") {
			id, _ := pagetest.Attr(row, "id")
			statements = append(statements, strings.TrimPrefix(id, "r-"))
		}
		rate := func(statement, name string, seen ...string) {
			v.mustStay(one.done(rater.path, "role", v.held, "value-"+statement, "exceeding", "words-"+statement, v.plant(name, seen...)))
		}
		rate(statements[0], "shared rating by "+rater.name, owner, manager)
		v.mustStay(one.done(rater.share, "role", v.held))
		rate(statements[1], "own rating by "+rater.name, rater.seen...)
	}
}

func (v *vault) plantPlan() {
	v.t.Helper()
	yusra := v.be(owner)
	v.mustStay(yusra.done("/me/plan", "action", v.plant("plan, private", owner), "visible", "private"))
	v.mustStay(yusra.done("/me/plan", "action", v.plant("plan, shared", owner, manager), "visible", "manager"))
	for _, input := range yusra.read("/me/plan").All(".plan-moves input[name=id]") {
		id, _ := pagetest.Attr(input, "value")
		v.ids = append(v.ids, id)
		v.private["plan item "+id] = "/me/plan?change=" + id
	}
}

func (v *vault) plantFeedback() {
	v.t.Helper()
	hana := v.be(author)
	give := func(visible, text string) {
		v.mustStay(hana.done("/me/feedback/give", "subject", v.person(owner), "tone", "praise", "text", text, "visible", visible))
	}
	give("private", v.plant("feedback between two", owner, author))
	give("manager", v.plant("feedback for the manager too", owner, author, manager))
}

// plantAim says in private that Yusra wants a role that nobody would guess.
func (v *vault) plantAim() {
	v.t.Helper()
	v.be(owner).done("/me/aims", "role", v.role("l6-director"), "aim-visible", "private")
}

// changeManager lets Yusra report to Priyanka, as an administrator does.
func (v *vault) changeManager() {
	v.t.Helper()
	seun := v.be(keeper)
	entry := "/admin/people/" + v.person(owner)
	values := url.Values{}
	doc := seun.read(entry)
	for _, input := range doc.All("section[aria-labelledby=entry] input") {
		name, _ := pagetest.Attr(input, "name")
		value, _ := pagetest.Attr(input, "value")
		if name != "admin" {
			values.Set(name, value)
		}
	}
	for _, option := range doc.All("section[aria-labelledby=entry] select[name=team] option[selected]") {
		team, _ := pagetest.Attr(option, "value")
		values.Set("team", team)
	}
	values.Set("manager", v.person(manager))
	if got := seun.send(entry, values); got.status != http.StatusSeeOther {
		v.t.Fatalf("the manager is not changed: status %d: %s", got.status, got.doc(v.t).Text("main"))
	}
}

// as returns a client that is signed in as somebody, or one that is not.
func (v *vault) as(name string) *client {
	v.t.Helper()
	if name == stranger {
		return newClient(v.t, v.server)
	}
	return v.be(name)
}

// TestNobodySeesWhatIsNotForHim plants a word in each private text and reads
// everything that everybody can reach: each word is on the pages of those who
// may read it, and nowhere else, not in an address, and not in the log.
func TestNobodySeesWhatIsNotForHim(t *testing.T) {
	t.Parallel()
	v := newVault(t)
	for _, who := range []string{stranger, owner, author, former, manager, above, colleague, keeper} {
		found := map[string]string{} // word to a page that holds it
		for page, r := range v.crawl(who) {
			v.readable(who, page, r, found)
		}
		for _, s := range v.secrets {
			if slices.Contains(s.seen, who) && found[s.word] == "" {
				t.Errorf("%s never sees %s, which is for her", who, s.name)
			}
		}
	}
	said := v.said.String()
	for _, s := range v.secrets {
		if strings.Contains(said, s.word) {
			t.Errorf("the server's log holds %s", s.name)
		}
	}
	for _, id := range v.ids {
		if strings.Contains(said, id) {
			t.Errorf("the server's log names a private thing: %s", id)
		}
	}
}

// readable checks one page of somebody's.
func (v *vault) readable(who, page string, r reply, found map[string]string) {
	v.t.Helper()
	for _, s := range v.secrets {
		if !strings.Contains(r.body, s.word) && !strings.Contains(r.header.Get("Location"), s.word) {
			continue
		}
		found[s.word] = page
		if !slices.Contains(s.seen, who) {
			v.t.Errorf("%q reads %s on %s", who, s.name, page)
		}
		if r.header.Get("Cache-Control") != "private, no-store" {
			v.t.Errorf("%s holds %s and may be kept: Cache-Control %q", page, s.name, r.header.Get("Cache-Control"))
		}
		for _, a := range links(r.doc(v.t)) {
			if strings.Contains(a, s.word) {
				v.t.Errorf("%s leads to an address that holds %s", page, s.name)
			}
		}
	}
	if who != owner && strings.HasPrefix(page, "/people/"+v.person(owner)) && strings.Contains(r.body, "l6-director") && !strings.Contains(page, "l6-director") {
		v.t.Errorf("%q reads on %s that Yusra wants to be a director", who, page)
	}
}

// links returns every address on a page.
func links(doc *pagetest.Doc) []string {
	var out []string
	for _, name := range []string{"href", "src", "action"} {
		for _, n := range doc.All("[" + name + "]") {
			value, _ := pagetest.Attr(n, name)
			out = append(out, value)
		}
	}
	return out
}

// maxPages is more pages than one person of the company can reach at the
// newest revision, without all but maxLives of the pages of single statements,
// which are hundreds of a kind.
const (
	maxPages = 600
	maxLives = 40
)

// crawl reads all that somebody can reach by links, and tries all that is
// private by its address.
func (v *vault) crawl(who string) map[string]reply {
	v.t.Helper()
	one := v.as(who)
	todo := append([]string{"/", "/me", "/me/people", "/people", "/account", "/admin/people", "/admin/people/people.csv", "/admin/people/log"}, v.doors()...)
	seen := map[string]reply{}
	lives := 0
	for len(todo) > 0 {
		page, _, _ := strings.Cut(todo[0], "#")
		todo = todo[1:]
		if _, ok := seen[page]; ok || !strings.HasPrefix(page, "/") || strings.HasPrefix(page, "/static/") || strings.Contains(page, "rev=") {
			continue
		}
		if strings.HasPrefix(page, "/statements/") {
			if lives++; lives > maxLives {
				continue
			}
		}
		r := one.get(page)
		if seen[page] = r; len(seen) > maxPages {
			v.t.Fatalf("%q reaches more than %d pages", who, maxPages)
		}
		if r.status >= http.StatusInternalServerError {
			v.t.Errorf("%s answers %q with status %d", page, who, r.status)
		}
		if strings.HasPrefix(r.header.Get("Content-Type"), "text/html") {
			todo = append(todo, links(r.doc(v.t))...)
		}
	}
	return seen
}

// doors returns addresses behind which private things are, for those who may.
func (v *vault) doors() []string {
	yusra := "/people/" + v.person(owner)
	out := []string{
		yusra, yusra + "?role=" + v.role("l6-director"), yusra + "/rate", yusra + "/rate?role=" + v.held, yusra + "/side-by-side",
		yusra + "/side-by-side?role=" + v.held, "/me/feedback/give?for=" + v.person(owner), "/me/side-by-side?role=" + v.role("l6-director"),
		"/admin/people/" + v.person(owner), "/api/v1/evidence", "/api/v1/me", "/terminal?code=BCDF-GHJK",
	}
	for _, at := range v.private {
		out = append(out, at)
	}
	for _, id := range v.ids {
		out = append(out, "/me/evidence?after="+id, "/me/evidence?statement="+id)
	}
	return out
}

// TestForbiddenIsUnknown asks for private things, and for things that are not
// there, in the same way: the answers must not tell one from the other.
func TestForbiddenIsUnknown(t *testing.T) {
	t.Parallel()
	v := newVault(t)
	nobody := func(id string) string { return strings.Repeat("0", len(id)-4) + "zzzz" }
	for _, who := range []string{stranger, author, former, manager, above, colleague, keeper} {
		one := v.as(who)
		for _, id := range v.ids {
			for _, ask := range []func(id string) reply{
				func(id string) reply { return one.get("/me/evidence/" + id) },
				func(id string) reply { return one.get("/me/evidence?after=" + id) },
				func(id string) reply { return one.get("/me/plan?change=" + id) },
				func(id string) reply {
					return one.post("/me/evidence/"+id, "version", "1", "text", "mine now", "happened", "2026-01-15", "kind", "helped", "visible", "private")
				},
				func(id string) reply { return one.post("/me/evidence/" + id + "/delete") },
				func(id string) reply { return one.post("/me/plan/done", "id", id, "done", "yes") },
				func(id string) reply { return one.post("/me/plan/remove", "id", id) },
				func(id string) reply {
					return one.post("/me/plan", "id", id, "version", "1", "action", "mine now", "visible", "private")
				},
			} {
				v.same(who, ask(id), id, ask(nobody(id)), nobody(id))
			}
		}
		id := v.person(owner)
		wants, other := v.role("l6-director"), v.role("l6-chief-engineer")
		for _, ask := range []func(role string) reply{
			func(role string) reply { return one.get("/people/" + id + "?role=" + role) },
			func(role string) reply { return one.get("/people/" + id + "/rate?role=" + role) },
			func(role string) reply { return one.get("/people/" + id + "/side-by-side?role=" + role) },
			func(role string) reply { return one.post("/people/"+id+"/rate", "role", role, "words-x", "y") },
			func(role string) reply { return one.post("/people/"+id+"/share", "role", role) },
		} {
			v.same(who, ask(wants), url.QueryEscape(wants), ask(other), url.QueryEscape(other))
		}
		if who == manager {
			continue // that there is something to see is no secret to her manager
		}
		for _, below := range []string{"/side-by-side", "/side-by-side?role=" + v.held} {
			v.same(who, one.get("/people/"+id+below), id, one.get("/people/"+nobody(id)+below), nobody(id))
		}
		if who != former { // what he wrote is his to share
			v.same(who, one.post("/people/"+id+"/share", "role", v.held), id, one.post("/people/"+nobody(id)+"/share", "role", v.held), nobody(id))
		}
		if who != keeper {
			v.same(who, one.get("/admin/people/"+id), id, one.get("/admin/people/"+nobody(id)), nobody(id))
		}
	}
	if body := v.be(owner).get("/me/evidence").body; !strings.Contains(body, v.secrets[0].word) || !strings.Contains(body, v.secrets[1].word) {
		t.Error("what others tried did away with Yusra's evidence")
	}
}

// same checks that two answers differ in nothing but what was asked for.
func (v *vault) same(who string, a reply, idA string, b reply, idB string) {
	v.t.Helper()
	plain := func(r reply, id string) string {
		var headers []string
		for name := range r.header {
			// Two roles have names of two lengths; ids are all as long.
			if name != "Date" && name != "X-Request-Id" && (name != "Content-Length" || len(idA) == len(idB)) {
				headers = append(headers, name+": "+r.header.Get(name))
			}
		}
		slices.Sort(headers)
		bare, err := url.QueryUnescape(id)
		if err != nil {
			v.t.Fatal(err)
		}
		text := fmt.Sprint(r.status, "\n", strings.Join(headers, "\n"), "\n", r.body)
		return strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(text, id, "ID"), bare, "ID"), r.header.Get("X-Request-Id"), "REQUEST")
	}
	textA, textB := plain(a, idA), plain(b, idB)
	if textA == textB {
		return
	}
	at := 0
	for at < min(len(textA), len(textB)) && textA[at] == textB[at] {
		at++
	}
	cut := func(s string) string { return s[max(0, at-120):min(len(s), at+120)] }
	v.t.Errorf("%q can tell what is private from what is not there (status %d and %d):\n%s\n--- and ---\n%s", who, a.status, b.status, cut(textA), cut(textB))
}
