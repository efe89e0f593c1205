package web

import (
	"context"
	"net/http"
	"net/url"

	"rung/internal/frameworks"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/pages/shared"
	"rung/internal/pages/standing"
	"rung/internal/people"
)

// Ladder gives roles and statements, also those that are gone.
type Ladder interface {
	// Latest returns the newest framework and its revision.
	Latest() (*model.Framework, string)
	// Role returns a role as it is or last was, with the revision.
	Role(ctx context.Context, id model.RoleID) (*model.Role, string, error)
	// Statement returns where a statement stands or last stood.
	Statement(ctx context.Context, id model.StatementID) (model.Place, *frameworks.Edition, error)
}

// scale is the scale that people are rated on.
func (s *Server) scale() growth.Scale { return growth.DefaultScale() }

// names returns what people who are here are called.
func (s *Server) names(r *http.Request, v Visitor) (func(growth.PersonID) string, error) {
	list, err := s.cfg.People.Directory(r.Context(), v.Actor, "")
	if err != nil {
		return nil, err
	}
	called := make(map[growth.PersonID]string, len(list))
	for _, c := range list {
		called[c.ID] = c.Name
	}
	return func(id growth.PersonID) string {
		if name, ok := called[id]; ok {
			return name
		}
		return "Somebody who has left"
	}, nil
}

// board lays out a standing for the visitor. Own evidence leads to where it is
// changed.
func (s *Server) board(v Visitor, st growth.Standing, links shared.Links, name func(growth.PersonID) string) standing.Input {
	return standing.Input{
		Standing: st, Scale: s.scale(), Links: links, Name: name, Reader: v.Actor.Person,
		EvidenceURL: func(e growth.Evidence) string {
			if e.Owner == v.Actor.Person {
				return evidencePath(e.ID)
			}
			return ""
		},
	}
}

// unshared counts the visitor's own ratings in a standing that nobody else
// sees yet.
func unshared(st growth.Standing, rater growth.PersonID) int {
	n := 0
	for _, row := range st.Statements {
		for _, r := range []*growth.Rating{row.Self, row.Manager} {
			if r != nil && r.Rater == rater && !r.Shared && r.Role == st.Role.ID {
				n++
			}
		}
	}
	return n
}

// wantedRoles returns the roles to stand a person against: the one held, then
// those wanted.
func wantedRoles(p people.Profile) []model.RoleID {
	var out []model.RoleID
	if p.Roles != nil && p.Roles.Held != nil {
		out = append(out, p.Roles.Held.Role)
	}
	for _, aim := range p.Aims {
		if len(out) == 0 || out[0] != aim.Role {
			out = append(out, aim.Role)
		}
	}
	return out
}

// chosenRole returns the role that the address asks for, where it is one of
// list, else the first of list, else "".
func chosenRole(r *http.Request, list []model.RoleID) model.RoleID {
	asked := model.RoleID(r.URL.Query().Get("role"))
	for _, id := range list {
		if id == asked {
			return id
		}
	}
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// withRole returns an address that asks for a role.
func withRole(path string, role model.RoleID) string {
	return path + "?" + url.Values{"role": {string(role)}}.Encode()
}

// roleRef returns a reference to a role; where the framework no longer has it,
// one to the revision that last had it.
func (s *Server) roleRef(ctx context.Context, id model.RoleID, links shared.Links) (ref shared.Ref, gone bool, err error) {
	role, revision, err := s.cfg.Ladder.Role(ctx, id)
	if err != nil {
		return shared.Ref{}, false, err
	}
	if f, _ := s.cfg.Ladder.Latest(); f == nil || f.Role(id) == nil {
		links, gone = links.At(revision), true
	}
	return shared.RoleRef(role, links), gone, nil
}

// statementRef names a statement by its words and leads to it. ok is false
// where it never stood anywhere.
func (s *Server) statementRef(ctx context.Context, id model.StatementID, links shared.Links) (ref shared.Ref, ok bool) {
	place, edition, err := s.cfg.Ladder.Statement(ctx, id)
	if err != nil {
		return shared.Ref{}, false
	}
	if _, newest := s.cfg.Ladder.Latest(); edition.Revision.ID != newest {
		if at := links.Life(id); at != "" {
			return shared.Ref{Label: place.Statement.Text, URL: at, Note: "retired"}, true
		}
		links = links.At(edition.Revision.ID)
	}
	return shared.Ref{Label: place.Statement.Text, URL: links.Statement(place.Role.ID, id)}, true
}
