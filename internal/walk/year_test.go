package walk

import "testing"

// Names and statements of the example company's ladder.
const (
	held     = "L3 Senior Software Engineer"
	wanted   = "L4 Lead Software Engineer"
	dull     = "I choose the dull solution on purpose, and I can say what would make me choose another."
	shortcut = "I weigh up what a shortcut will cost us, write it down, and come back to pay."
	disagree = "I settle technical disagreements with an experiment sooner than with a meeting."
)

// What the two of them write in this story.
const (
	sharedDeed  = "Ran both retry rules against last Friday's bookings, and let the till decide."
	privateDeed = "Kept quiet in the planning although I had the numbers with me."
	herWords    = "I still call a meeting first, and the experiment comes a week later."
	hisWords    = "The retry rules: two days, no meeting, and nobody has argued since."
)

// TestReadTheLadder opens the example company as a newcomer does: the map, a
// role, what is new in it, and two roles side by side.
func TestReadTheLadder(t *testing.T) {
	t.Parallel()
	readTheLadder(visitor(t, demo(t, newHome(t))))
}

func readTheLadder(p *page) {
	p.t.Helper()
	p.Visit("/").See("The Tholepin ladder", "Software", "Design", "Platform", "Customer Care", "Management", "L1", "L6")
	p.Press(held).See(held, "Craft", "Passing it on", dull)
	p.Press("Only what is new against L2 Software Engineer").See(held, "L2 Software Engineer")
	p.Visit("/compare").Choose("The first role", "L3 Senior Platform Engineer").Choose("The second", "L4 Lead Platform Engineer").Press("Compare")
	p.See("L3 Senior Platform Engineer", "L4 Lead Platform Engineer", "Craft", "Scope")
	if n := asked[int](p, `document.querySelectorAll("main ins, main del").length`); n < 5 {
		p.t.Errorf("%d runs of words are marked as different, want at least 5", n)
	}
	p.Press("Revisions").See("revisions of the ladder, newest first").Visit("/").Press("How it was read").See("How it was read")
}

// TestAYearAtTheCompany is one conversation between Yusra and Callum, who
// manages her, from what happened to what both see side by side.
func TestAYearAtTheCompany(t *testing.T) {
	t.Parallel()
	s := demo(t, newHome(t))
	aYear(visitor(t, s), visitor(t, s))
}

// aYear is the story itself; it is told with and without scripts.
func aYear(yusra, callum *page) {
	yusra.t.Helper()
	writeDown(yusra)
	rateOneself(yusra)
	callum.Be("Callum Dewar").Visit("/me/people").Press("Yusra Haddad").
		See("What Yusra Haddad shared", sharedDeed).DoNotSee(privateDeed, herWords)
	yusra.Visit("/me").See("are still yours alone").Press("Share my ratings").See("Shared.").DoNotSee("still yours alone")
	respond(callum)
	yusra.Visit("/me/side-by-side").See(herWords).DoNotSee(hisWords)
	callum.Press("Share my ratings").See("Shared.")
	yusra.Visit("/me").Press("Side by side with my manager").About(disagree).See(herWords, hisWords, "Exceeding", "Improvement needed", "steps apart")
	callum.Press("Side by side").AxeAt("side-by-side-apart").About(disagree).See(herWords, hisWords, sharedDeed, "Exceeding", "Improvement needed")
	callum.DoNotSee(privateDeed)
	yusra.Visit("/account").Press("See who has read what is yours").See("Callum Dewar saw", "piece", "of evidence")
}

// writeDown logs evidence: nothing at all, which is refused; a piece that is
// shared and supports a statement; and one that stays hers.
func writeDown(yusra *page) {
	yusra.t.Helper()
	yusra.Be("Yusra Haddad").See("Yusra Haddad", held, "How I stand")
	yusra.Visit("/").See("You are here", "You want this").Press("Me")
	yusra.PressRefused("Write it down")
	yusra.Fill("What happened?", sharedDeed).Tap("When, with whom, who may see it").Fill("With whom", "Piotr").Tick("My manager too")
	yusra.Press("Write it down").See("Written down.").Holds("What happened?", sharedDeed).Holds("My manager too", "ticked")
	yusra.Tick(disagree).Press("Save").See("Saved.")
	yusra.About(sharedDeed).See("with Piotr", "shared with manager", disagree)
	yusra.Visit("/me").Fill("What happened?", privateDeed).Press("Write it down").See("Written down.").Holds("Only me", "ticked")
}

// rateOneself rates the role held and the one wanted. The lowest and the
// highest value want words: they are asked for beside the statement, and what
// was ticked stays ticked.
func rateOneself(yusra *page) {
	yusra.t.Helper()
	yusra.Visit("/me").Press("Rate myself").See("Rate myself: " + held)
	yusra.About(disagree).Tick("Improvement needed")
	yusra.About(shortcut).Tick("Exceeding")
	yusra.PressRefused("Keep these ratings").AxeAt("rate-wrong")
	yusra.About(disagree).See("Error:").Holds("Improvement needed", "ticked").Fill("What you saw", herWords).Tick(sharedDeed)
	yusra.About(shortcut).See("Error:").Holds("Exceeding", "ticked").Tick("Maturing")
	yusra.Press("Keep these ratings").See("Kept.", "Worth talking about").AxeAt("me-apart")
	yusra.About(disagree).See("You: Improvement needed", "Callum Dewar: Performing", "1 piece of evidence")
	yusra.Press("Towards " + wanted).Press("Rate myself").See("Rate myself: " + wanted)
	yusra.About("I write down the principles that we decide by").Tick("Maturing")
	yusra.Press("Keep these ratings").See("Kept.").Visit("/me")
}

// respond is what her manager does: he sees what she shared, and rates beside it.
func respond(callum *page) {
	callum.t.Helper()
	callum.Visit("/me/people").See("You are far apart on")
	callum.Press("Yusra Haddad").Unfold().See(herWords, sharedDeed).DoNotSee(privateDeed)
	callum.Press("Rate Yusra Haddad").About(disagree).Tick("Exceeding")
	callum.About(disagree).Tap("Words and 1 piece of evidence").Fill("What you saw", hisWords).Tick(sharedDeed)
	callum.Press("Keep these ratings").See("Kept.", "1 rating is still yours alone")
}

// TestOthersAtTheCompany looks at what is special about a few more people.
func TestOthersAtTheCompany(t *testing.T) {
	t.Parallel()
	s := demo(t, newHome(t))
	bronagh := visitor(t, s)
	bronagh.Be("Brónagh Keane").See("only you know").Visit("/me/people").See("Callum Dewar").DoNotSee("Yusra Haddad")
	teodor := visitor(t, s)
	teodor.Be("Teodor Vasile").See("Teodor Vasile", "How I stand")
	seun := visitor(t, s)
	seun.Be("Seun Adeyemi").See("No role yet").Visit("/people").Press("Keep people, roles and sign-ins").
		Press("Yusra Haddad").See("Signing in", "Roles", "Leaving").DoNotSee("toy cars", "Performing")
}
