package pagetest

import (
	"fmt"

	"rung/internal/model"
	"rung/internal/source"
)

// Framework returns a small framework with all that pages must show: tracks
// that begin at different levels, foundations, extensions, equivalences,
// drafts, a translation, a role that is no longer in force, and prose. Each
// call returns its own.
func Framework() (*model.Framework, *source.Set) {
	a := &author{framework: &model.Framework{Title: "Lantern Works", Revision: "4f1d0c88a2b7e6935f00d1c2b3a4958677869504"}}
	a.framework.Tracks = []*model.Track{
		{ID: "lamp-engineering", Title: "Lamp Engineering", Path: "Engineering/Lamps"},
		{ID: "keeper-support", Title: "Keeper Support", Path: "Support"},
		{ID: "signal-design", Title: "Signal Design", Path: "Design"},
		{ID: "station-management", Title: "Station Management", Path: "Management"},
	}
	a.engineers()
	a.supporters()
	a.designers()
	a.managers()
	a.foundations()
	a.page("README.md", "How we grow", model.IndexPage, "# How we grow\n\nStart with [Everyone](Everyone.md).\n")
	a.page("guides/reviews.md", "How a review goes", model.GuidePage, "# How a review goes\n\nTwice a year, with tea.\n")
	return a.framework, source.NewSet(a.files...)
}

func level(n int) *model.Level { return &model.Level{Label: fmt.Sprintf("L%d", n), Order: n} }

// rung is what differs from level to level of the engineers' track.
type rung struct {
	n                      int
	title, summary         string
	horizon, radius, judge string
	craft, teach, station  []string
}

func rungs() []rung {
	return []rung{
		{1, "Apprentice Lamp Engineer", "I am learning how light is kept. I finish small repairs with somebody at hand, and I ask before I guess.", "1-2 weeks", "My own repairs (1)", "Team manager",
			[]string{"I trim a wick and clean a lens by the book.", "I log what I touched before I leave the gallery."},
			[]string{"I write down what puzzled me in my first weeks."},
			[]string{"I turn up for the watch before it begins."}},
		{2, "Lamp Engineer", "I keep a light burning by myself through a plain night, and I say early when the night is not plain.", "1-2 months", "My lamp and its watch (2-4)", "Team manager",
			[]string{"I trim a wick and clean a lens without the book.", "I log what I touched before I leave the gallery.", "I find the fault in a lamp from what the log says."},
			[]string{"I write down what puzzled me in my first weeks.", "I show an apprentice one thing a week."},
			[]string{"I turn up for the watch before it begins.", "I tell the keeper what the weather will do to her light."}},
		{3, "Senior Lamp Engineer", "A whole light can be given to me: mechanism, fuel and the people of the watch. Others get better at their work near me.", "3-6 months", "Station (5-9)", "Team manager",
			[]string{"I find the fault in a lamp that others gave up on.", "I log what I touched before I leave the gallery.", "I choose the plain mechanism on purpose, and say what would change my mind.", "I know what every lamp of the station does when the fuel runs out, since I have tried it."},
			[]string{"I show an apprentice one thing a week, and let her do the next.", "I give feedback that is specific, soon, and said to the person."},
			[]string{"I tell the keeper what the weather will do to her light.", "I lead a repair with two or three others in it."}},
		{4, "Lead Lamp Engineer", "I lead the work on several lights at once, and the hard decisions about them end with me.", "6-12 months", "Coast (10-30)", "Head of station",
			[]string{"I decide which lamps we stop building, and the yard agrees in the end.", "I choose the plain mechanism on purpose, and say what would change my mind."},
			[]string{"I line up work by what people would learn from it.", "I give feedback that is specific, soon, and said to the person."},
			[]string{"I lead a repair that needs several stations at once.", "I bring bad news to the board while it is still cheap."}},
		{5, "Principal Lamp Engineer", "What I work on changes how the whole coast is lit, years from now.", "1-3 years", "Company (100+)", "Board of lights",
			[]string{"I see which lamp will not be needed in ten years, and start its successor."},
			[]string{"I raise the people who will lead the coast after me."},
			[]string{"I settle what the board and the yards have disagreed about for years."}},
	}
}

func (a *author) engineers() {
	for _, r := range rungs() {
		d := a.begin(fmt.Sprintf("Engineering/Lamps/L%d.md", r.n), &model.Role{
			ID: model.RoleID(fmt.Sprintf("lamp-engineering/l%d-%s", r.n, slug(r.title))), Track: "lamp-engineering", Title: r.title, Level: level(r.n),
		})
		d.summary(r.summary)
		d.scope("Planning horizon", r.horizon)
		d.scope("Impact radius", r.radius)
		d.scope("Evaluation", r.judge)
		d.heading("🔧", "Craft of light")
		for _, s := range r.craft {
			d.statement(s)
		}
		d.example(fmt.Sprintf("I relit lamp %d in a gale, with the spare mantle I had packed.", r.n))
		d.example("I found that the flicker came from the floor, not from the lamp.")
		d.heading("🌱", "Passing it on")
		for _, s := range r.teach {
			d.statement(s)
		}
		d.heading("🧭", "The station")
		for _, s := range r.station {
			d.statement(s)
		}
		if r.n >= 3 {
			d.extends("I show everything in [Leadership](role:foundation/leadership).", "foundation/leadership")
		}
		d.extends("I keep the promises in [Everyone](role:foundation/everyone).", "foundation/everyone")
		d.end()
	}
}

func (a *author) supporters() {
	for i, title := range []string{"Keeper Supporter", "Senior Keeper Supporter", "Lead Keeper Supporter"} {
		n := i + 2
		d := a.begin(fmt.Sprintf("Support/L%d.md", n), &model.Role{
			ID: model.RoleID(fmt.Sprintf("keeper-support/l%d-%s", n, slug(title))), Track: "keeper-support", Title: title, Level: level(n),
		})
		d.summary("Keepers ring me in the night, and sleep better afterwards.")
		d.scope("Planning horizon", fmt.Sprintf("%d months", n))
		d.heading("☎️", "On the line")
		d.statement("I hear what a keeper needs before she has said it.")
		if n > 2 {
			d.equals("I know lamps as an engineer does ([Lamp Engineer](role:lamp-engineering/l2-lamp-engineer)).", model.AtLeast, "lamp-engineering/l2-lamp-engineer")
		}
		d.heading("🌱", "Passing it on")
		d.statement("I show an apprentice one thing a week.")
		d.end()
	}
}

func (a *author) designers() {
	for i, title := range []string{"Signal Designer", "Senior Signal Designer"} {
		n := i + 3
		d := a.begin(fmt.Sprintf("Design/L%d.md", n), &model.Role{
			ID: model.RoleID(fmt.Sprintf("signal-design/l%d-%s", n, slug(title))), Track: "signal-design", Title: title, Level: level(n),
		})
		d.summary("A ship should know where it is from one look at my light.")
		d.heading("✒️", "Signals")
		d.statement("I draw a signal that nobody can take for another, and test it [in fog](https://example.com/fog).")
		d.statement("I find out what pilots see, on the water.")
		d.end()
	}
	d := a.begin("Design/L5-draft.md", &model.Role{
		ID: "signal-design/l5-principal-signal-designer", Track: "signal-design", Title: "Principal Signal Designer", Level: level(5), Status: model.Draft,
	})
	d.summary("We are still finding out what this is.")
	d.end()
	d = a.begin("Design/fr/L3.md", &model.Role{
		ID: "signal-design/l3-signal-designer-fr", Track: "signal-design", Title: "Conceptrice de signaux", Level: level(3), Language: "fr", TranslationOf: "signal-design/l3-signal-designer",
	})
	d.summary("Un regard sur mon feu suffit au navire.")
	d.heading("✒️", "Signaux")
	d.statement("Je dessine un signal que personne ne confond.")
	d.end()
}

func (a *author) managers() {
	d := a.begin("Management/L4.md", &model.Role{
		ID: "station-management/l4-station-manager", Track: "station-management", Title: "Station Manager", Level: level(4),
	})
	d.summary("My people keep the lights; I keep my people.")
	d.scope("Impact radius", "Station (5-9)")
	d.heading("🧭", "People")
	d.equals("I could stand a watch ([Senior Lamp Engineer](role:lamp-engineering/l3-senior-lamp-engineer)).", model.Equal, "lamp-engineering/l3-senior-lamp-engineer")
	d.extends("I show everything in [Leadership](role:foundation/leadership).", "foundation/leadership")
	d.end()
	d = a.begin("Management/old.md", &model.Role{
		ID: "station-management/l5-harbour-master", Track: "station-management", Title: "Harbour Master", Level: level(5), Status: model.Deprecated,
	})
	d.heading("🧭", "People")
	d.statement("I ran the harbour before there was a board.")
	d.end()
}

func (a *author) foundations() {
	d := a.begin("Leadership.md", &model.Role{ID: "foundation/leadership", Title: "Leadership", Foundation: true})
	d.summary("Asked of whoever leads, whatever it says on the door.")
	d.heading("🧭", "Leading")
	d.statement("I say what we will not do this season, and why.")
	d.statement("I take the blame outside and share the praise inside.")
	d.extends("I keep the promises in [Everyone](role:foundation/everyone).", "foundation/everyone")
	d.end()
	d = a.begin("Everyone.md", &model.Role{ID: "foundation/everyone", Title: "Everyone", Foundation: true})
	d.summary("From the first week to the last.")
	d.heading("", "Promises")
	d.statement("I say what I know, what I guess and what I have not looked at.")
	d.statement("I go home when the watch is over. See [how we grow](page:README.md).")
	d.end()
}
