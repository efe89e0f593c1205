package cli

import (
	"cmp"
	"context"
	"slices"

	"rung/internal/accounts"
	"rung/internal/example"
	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/web"
)

// demoCast lets a visitor of the example company be anybody in it.
type demoCast struct{ app *application }

// demoLines says of some people, by their key, what is to be seen as them.
func demoLines() map[string]string {
	return map[string]string{
		"yusra":   "Wants to be a lead, and has a year of evidence for it. Where does her manager see it otherwise?",
		"callum":  "Manages five people: what each has shared, beside what he thinks of it.",
		"magnus":  "Holds a role whose page was replaced. What became of the ratings that he has?",
		"teodor":  "His role was split in two, and he took the new half.",
		"bronagh": "Wants the next role, and has told nobody yet.",
		"jory":    "New here: this is what the first weeks look like.",
		"seun":    "Runs the system: adds people and gives roles, and reads nobody's words.",
	}
}

// Members implements web.Cast.
func (c demoCast) Members(ctx context.Context) ([]web.CastMember, error) {
	company, err := example.LoadCompany()
	if err != nil {
		return nil, err
	}
	lines := map[string]string{}
	for key, line := range demoLines() {
		if p, ok := company.Person(key); ok {
			lines[p.Email] = line
		}
	}
	var out []web.CastMember
	err = c.app.store.View(ctx, func(tx store.Tx) error {
		teams, roles, err := c.names(ctx, tx)
		if err != nil {
			return err
		}
		people, err := tx.ListPeople(ctx, store.PeopleFilter{ActiveOnly: store.ActivePeople, Limit: store.MaxList})
		for _, p := range people {
			out = append(out, web.CastMember{ID: p.ID, Name: p.Name, Role: roles[p.ID], Team: teams[p.Team], Line: lines[p.Email]})
		}
		return err
	})
	slices.SortStableFunc(out, func(a, b web.CastMember) int { return cmp.Compare(a.Team, b.Team) })
	return out, err
}

// names returns what teams are called, and which role each person holds.
func (c demoCast) names(ctx context.Context, tx store.Tx) (map[growth.TeamID]string, map[growth.PersonID]string, error) {
	list, err := tx.ListTeams(ctx)
	if err != nil {
		return nil, nil, err
	}
	teams := make(map[growth.TeamID]string, len(list))
	for _, t := range list {
		teams[t.ID] = t.Name
	}
	held, err := tx.ListCurrentAssignments(ctx, c.app.now())
	roles := make(map[growth.PersonID]string, len(held))
	for _, a := range held {
		roles[a.Person] = a.RoleTitle
	}
	return teams, roles, err
}

// Be implements web.Cast.
func (c demoCast) Be(ctx context.Context, id growth.PersonID, agent string) (accounts.SignedIn, error) {
	return c.app.accounts.SignInAs(ctx, id, agent)
}
