package api

import (
	"context"

	"rung/internal/authz"
)

type nothing struct{}

type endTokenInput struct {
	Secret string `bearer:""`
}

// Ended says that a token works no more.
type Ended struct {
	Status string `json:"status" enum:"ended"`
}

func endToken(s *Server, ctx context.Context, _ authz.Actor, in endTokenInput) (Ended, error) {
	return Ended{Status: "ended"}, s.Accounts.EndToken(ctx, in.Secret)
}

func showMe(s *Server, ctx context.Context, actor authz.Actor, _ nothing) (Person, error) {
	return s.person(ctx, actor)
}

// person returns the actor herself.
func (s *Server) person(ctx context.Context, actor authz.Actor) (Person, error) {
	p, err := s.People.Person(ctx, actor, actor.Person)
	if err != nil {
		return Person{}, err
	}
	out := Person{ID: string(p.ID), Name: p.Name}
	if p.Entry != nil {
		out.Email = p.Entry.Email
	}
	if p.Roles != nil && p.Roles.Held != nil {
		out.Role = string(p.Roles.Held.Role)
	}
	return out, nil
}
