package walk

import "testing"

// fault is a statement that the newest revision of the example company's
// ladder reworded.
const fault = "I find the cause of a fault that others have stopped looking for"

// TestThroughTime follows a statement from its role through its life to the
// revision that reworded it, and to what happened between two revisions.
func TestThroughTime(t *testing.T) {
	t.Parallel()
	throughTime(visitor(t, demo(t, newHome(t))))
}

// throughTime is the story itself; it is told with and without scripts.
func throughTime(p *page) {
	p.t.Helper()
	p.Visit("/").Press(held).About(fault).Press("History of this statement")
	p.See("A statement's life", "in force", "in 2 wordings so far", "reworded", "added", "L3 Senior Software Engineer · Craft")
	p.marks(1)
	p.Press("Clarify two statements that calibration could not agree on")
	p.See("2 statements reworded", "Version step:", "major", held, "L4 Team Manager").Tap("2 changes decide it").See("may ask more").marks(2)
	p.Press("The one before Say what we mean in three places").See("3 statements reworded").Press("Compare with another")
	p.See("Two revisions compared", "From", "To", "Compare others")
	p.retired()
	p.aRole()
	p.twoOfTheList()
}

// marks checks that words are marked, at least so many.
func (p *page) marks(least int) {
	p.t.Helper()
	if n := asked[int](p, `document.querySelectorAll("main ins, main del").length`); n < least {
		p.t.Errorf("%s marks %d runs of words, want at least %d", p.Here(), n, least)
	}
}

// retired looks at what was retired and came back.
func (p *page) retired() {
	p.t.Helper()
	p.Visit("/revisions").Press("Bring the boat trip at L2 back").See("1 statement back again").Press("History of this statement")
	p.See("back again", "retired for a while", "No longer asked.")
	p.Press("Split code from tests at L3, and retire the boat trip at L2").See("split off", "made of a part of", "retired")
}

// aRole reads the history of a role, and that of one whose name is gone.
func (p *page) aRole() {
	p.t.Helper()
	p.Visit("/roles/platform/l3-duty-engineer").See("History of L3 Duty Engineer", "Gone since", "In its place stands L3 Senior Platform Engineer")
	p.Press("L3 Senior Platform Engineer").Press("History of this role").See("History of L3 Senior Platform Engineer", "is now called", "It begins with")
}

// twoOfTheList compares two revisions of the list, and looks at what is to be
// confirmed.
func (p *page) twoOfTheList() {
	p.t.Helper()
	p.Visit("/revisions").See("revisions of the ladder, newest first", "The ladder begins.")
	p.About("Bring the boat trip at L2 back").Tick("from")
	p.Press("Compare the two").See("Two revisions compared", "Bring the boat trip at L2 back", "statements added", "reworded")
	p.Press("Revisions").See("to confirm").Visit("/revisions/confirm").See("Links to confirm", "One statement in other words?", "Before", "After")
	p.Tap("What to write into rung.links.yaml").See("- statement: s-", "verdict: same", "why:")
	p.VisitFor("/statements/s-nobody", 404).Press("Go to the map")
	p.VisitFor("/revisions/0000000000", 404).VisitFor("/history/nobody", 404)
}
