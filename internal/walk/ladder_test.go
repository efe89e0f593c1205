package walk

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"
)

// lighthouse is a small ladder in our own words.
const lighthouse = `
-- README.md --
# The keepers' ladder

How people grow on the rock. Read [the first role](Keeping/L1-Assistant-Keeper.md) first.
-- Keeping/L1-Assistant-Keeper.md --
# L1: Assistant Keeper

> I keep the small lamp, and I ask before I touch the big one.

**Planning horizon:** one watch

**Impact radius:** my own watch

## Light

- I trim the small lamp before dusk.
- I write the log so that the next watch can read it.

## Company

- I make the tea when my watch ends.
-- Keeping/L2-Keeper.md --
# L2: Keeper

> I keep the light, whatever the weather.

**Planning horizon:** one season

**Impact radius:** the whole rock

## Light

- I keep the lamp lit through a whole night without help.
- I write the log so that the relief boat can read it.

<details><summary>Examples</summary>

- The log of the January gale was read aloud at the harbour.

</details>

## Company

- I teach an assistant one thing a month.
`

const (
	harbourPassword = "eleven gulls under a tin bridge"
	keeperPassword  = "brass polish, wet wool, cold soup"
	trims           = "I trim the small lamp before dusk."
)

// writeLadder puts the small ladder into a folder.
func writeLadder(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(lighthouse)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestAServerOfOnesOwn begins with a folder of ladders and nobody, and ends
// with a team that signs in.
func TestAServerOfOnesOwn(t *testing.T) {
	t.Parallel()
	s := serve(t, newHome(t), writeLadder(t))
	ofOnesOwn(s, visitor(t, s), visitor(t, s))
}

// ofOnesOwn is the story itself; it is told with and without scripts.
func ofOnesOwn(s *server, admin, keeper *page) {
	s.t.Helper()
	becomeAdministrator(s, admin)
	addByHand(admin)
	importFile(admin)
	secret := handOver(admin, "Isa Thorne")
	comeIn(keeper, secret)
	signInAgain(s, keeper, secret)
}

// becomeAdministrator uses the link that the server printed.
func becomeAdministrator(s *server, admin *page) {
	s.t.Helper()
	link := s.link("/welcome/")
	admin.Visit(link).See("Welcome. You are the first one here")
	admin.Fill("Your name", "Morven Gale").Fill("Your e-mail", "morven@rock.example").Fill("Password", "short")
	admin.PressRefused("Set password and sign in").See("Please use at least 15 characters").Holds("Your name", "Morven Gale").Holds("Password", "").AxeAt("welcome-wrong")
	admin.Fill("Password", "morven morven morven").PressRefused("Set password and sign in").See("This is easy to guess")
	admin.Fill("Your e-mail", "morven at the rock").Fill("Password", harbourPassword).PressRefused("Set password and sign in").
		See("Please give an e-mail address").Holds("Your e-mail", "morven at the rock")
	admin.Fill("Your e-mail", "morven@rock.example").Fill("Password", harbourPassword).Press("Set password and sign in").See("Keep people")
}

// addByHand adds a team and two people, one managing the other, each with a
// role; what is wrong is said beside its field and saves nothing.
func addByHand(admin *page) {
	admin.t.Helper()
	admin.Visit("/admin/people").Tap("Add a team").About("Add a team").Fill("Team", "North Rock")
	admin.Press("Add this team").See("The team is added.")
	admin.Fill("Name", "Ansel Reef").Fill("E-mail", "ansel#rock").Choose("Team", "North Rock")
	admin.PressRefused("Add this person").See("Please give an e-mail address").Holds("Name", "Ansel Reef").AxeAt("admin-wrong")
	admin.Fill("E-mail", "morven@rock.example").PressRefused("Add this person").See("Somebody else has this e-mail address.")
	admin.Fill("E-mail", "ansel@rock.example").Press("Add this person").See("Added.", "Ansel Reef")
	admin.About("Roles").Choose("Role", "L2 Keeper")
	admin.Press("Give this role").See("The role is given.", "Keeper")
	admin.Visit("/admin/people").Tap("Add a person")
	admin.Fill("Name", "Isa Thorne").Fill("E-mail", "isa@rock.example").Choose("Team", "North Rock").Choose("Manager", "Ansel Reef")
	admin.Press("Add this person").See("Added.")
	admin.About("Roles").Choose("Role", "L1 Assistant Keeper")
	admin.Press("Give this role").See("The role is given.")
}

// importFile imports people: a file with a wrong line, which saves nothing,
// and the same file mended.
func importFile(admin *page) {
	admin.t.Helper()
	const wrong = "name,email,team,manager_email,role,since\n" +
		"Brae Holm,brae@rock.example,South Rock,ansel@rock.example,keeping/l1-assistant-keeper,2025-03-01\n" +
		"Corrie Stack,corrie@rock.example,South Rock,nobody@rock.example,keeping/l1-assistant-keeper,2025-03-01\n"
	const right = "name,email,team,manager_email,role,since\n" +
		"Brae Holm,brae@rock.example,South Rock,ansel@rock.example,keeping/l1-assistant-keeper,2025-03-01\n" +
		"Corrie Stack,corrie@rock.example,South Rock,ansel@rock.example,keeping/l1-assistant-keeper,2025-03-01\n"
	admin.Visit("/admin/people").Press("Import a CSV file").Fill("Or paste it here", wrong)
	admin.PressOn("See what it would do", 422).See("What it would do", "Nothing is changed while a line is wrong").AxeAt("import-wrong")
	admin.About("manager_email").See("3")
	admin.Visit("/admin/people").DoNotSee("Brae Holm", "South Rock")
	admin.Visit("/admin/people/import").Fill("Or paste it here", right).Press("See what it would do").See("2 people are new", "Brae Holm", "Corrie Stack").AxeAt("import-right")
	admin.Visit("/admin/people").DoNotSee("Brae Holm") // looking changes nothing
	admin.Visit("/admin/people/import").Fill("Or paste it here", right).Press("See what it would do").Press("Do it").See("Imported.", "Brae Holm", "Corrie Stack", "South Rock")
}

// handOver makes a sign-in link for somebody and returns it. It is in no
// address, and shown once.
func handOver(admin *page, name string) string {
	admin.t.Helper()
	admin.Visit("/admin/people").Press(name).Press("Make a sign-in link").See("Here is the link.").AxeAt("admin-link")
	link := asked[string](admin, `document.querySelector(".admin-link").textContent.trim()`)
	admin.Visit("/admin/people").Press(name).DoNotSee("Here is the link.", link)
	return link
}

// comeIn sets a password by the link, and begins: a piece of evidence, a rating.
func comeIn(keeper *page, link string) {
	keeper.t.Helper()
	keeper.Visit(link).See("Welcome, Isa Thorne", "isa@rock.example").Fill("Password", keeperPassword)
	keeper.Press("Set password and sign in").See("Isa Thorne", "L1 Assistant Keeper", "Nothing written down yet").AxeAt("me-empty")
	keeper.Fill("What happened?", "Trimmed the small lamp by myself on Sunday.").Press("Write it down").See("Written down.").
		Tick(trims).Press("Save").See("Saved.")
	keeper.Visit("/me").Press("Rate myself").About(trims).Tick("Performing")
	keeper.Press("Keep these ratings").See("Kept.", "1 rating is still yours alone").Press("Share my ratings").See("Shared.")
	keeper.Visit("/me/side-by-side").See("Ansel Reef").About(trims).See("Performing", "nothing said")
}

// signInAgain signs out, in with a wrong password and with the right one, and
// ends another session from the account page. The link is void by now.
func signInAgain(s *server, keeper *page, link string) {
	s.t.Helper()
	keeper.Press("Sign out").See("Sign in").VisitFor(link, 404)
	keeper.Visit("/me").See("Sign in").Fill("E-mail", "isa@rock.example").Fill("Password", "not this one at all")
	keeper.PressRefused("Sign in").See("do not fit together").AxeAt("sign-in-wrong").Holds("E-mail", "isa@rock.example").Holds("Password", "")
	keeper.Fill("Password", keeperPassword).Press("Sign in").See("How I stand") // and back where she wanted to be
	other := newClient(s.t, s)
	if !other.signIn("isa@rock.example", keeperPassword) {
		s.t.Error("the right password is not taken from another browser")
	}
	if got := other.get("/me").status; got != 200 {
		s.t.Errorf("the other browser gets status %d, want 200", got)
	}
	keeper.Visit("/account").See("this browser").Press("Sign out everywhere else").See("Signed out.")
	if got := other.get("/me").status; got != 303 {
		s.t.Errorf("after its session was ended the other browser gets status %d, want 303", got)
	}
	keeper.Visit("/me").See("How I stand")
}

// TestLaddersAsPeopleWroteThem serves a ladder of a real company, as files and
// as a repository with its history, and goes through it with one person.
func TestLaddersAsPeopleWroteThem(t *testing.T) {
	t.Parallel()
	shared := filepath.Join("..", "..", "..", "shared", "corpus")
	if _, err := os.Stat(shared); err != nil {
		t.Skip("the shared corpus is not beside this tree")
	}
	for _, c := range []struct{ name, path string }{
		{"files", "OctopusDeploy--People"}, {"history", "octopus-people.bundle"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path, err := filepath.Abs(filepath.Join(shared, c.path))
			if err != nil {
				t.Fatal(err)
			}
			s := serve(t, newHome(t), path)
			onARealLadder(s, visitor(t, s))
		})
	}
}

func onARealLadder(s *server, admin *page) {
	s.t.Helper()
	becomeAdministrator(s, admin)
	admin.Visit("/").Sound(1440)
	role := asked[string](admin, `[...document.querySelectorAll("a.map-role")].map(a => a.textContent.replace(/\s+/g, " ").trim()).find(n => /^L3 /.test(n))`)
	admin.Press(role).See(role).Sound(1440)
	admin.Visit("/admin/people").Press("Morven Gale").About("Roles").Choose("Role", role)
	admin.Press("Give this role").See("The role is given.")
	admin.Visit("/me").See(role, "How I stand").Press("Rate myself").See("Rate myself: " + role)
	admin.Tick("Performing").Press("Keep these ratings").See("Kept.").Sound(1440)
	admin.Visit("/me/side-by-side").See("Performing").Sound(1440)
	admin.Visit("/check").Sound(1440).Visit("/revisions").Sound(1440)
}
