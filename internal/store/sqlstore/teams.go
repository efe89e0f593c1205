package sqlstore

import (
	"context"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
	"rung/internal/store/sqlstore/query"
)

// AddTeam implements store.Teams.
func (t *Tx) AddTeam(ctx context.Context, team growth.Team) error {
	n, err := t.q.AddTeam(ctx, query.AddTeamParams{
		ID: string(team.ID), Name: team.Name, NameKey: sortKey(team.Name),
	})
	if err == nil && n == 0 {
		return fault.New(fault.Conflict, "There is a team of that name already.")
	}
	return t.refused("add team", err)
}

// ListTeams implements store.Teams.
func (t *Tx) ListTeams(ctx context.Context) ([]growth.Team, error) {
	rows, err := t.q.ListTeams(ctx, store.MaxAll+1)
	return complete(t, "teams", rows, err, func(r query.ListTeamsRow) growth.Team {
		return growth.Team{ID: growth.TeamID(r.ID), Name: r.Name, Version: r.Version}
	})
}
