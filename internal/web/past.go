package web

import (
	"context"
	"net/http"
	"strconv"

	"rung/internal/frameworks"
	"rung/internal/model"
	"rung/internal/pages/past"
	"rung/internal/pages/shared"
)

// Past gives what became of the ladder's statements and roles. What it does
// not know is fault.NotFound.
type Past interface {
	// Life returns all that a statement has said, by an id that it has or had.
	Life(ctx context.Context, id model.StatementID) (frameworks.Life, error)
	// RolePast returns what happened to a role.
	RolePast(ctx context.Context, id model.RoleID) (frameworks.RolePast, error)
	// Did returns what a revision did to the one before it.
	Did(ctx context.Context, revision string) (*frameworks.Report, error)
	// Between returns what happened between two revisions, in any order.
	Between(ctx context.Context, from, to string) (*frameworks.Report, error)
	// Doubts returns the links that a person should look at, newest first.
	Doubts(ctx context.Context) ([]frameworks.Doubt, error)
}

// How many entries a page of a long list shows.
const (
	revisionsEach = 30
	stepsEach     = 15
	doubtsEach    = 20
)

// pageOf returns which page of a list the address asks for; what is no number
// asks for the first.
func pageOf(r *http.Request) int {
	n, err := strconv.Atoi(r.URL.Query().Get("page"))
	if err != nil {
		return 1
	}
	return n
}

func (s *Server) showRolePast(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, err := s.cfg.Frameworks.Current(r.Context())
	if err != nil {
		return err
	}
	id := model.RoleID(r.PathValue("id"))
	was, err := s.cfg.Past.RolePast(r.Context(), id)
	if err != nil {
		return err
	}
	frame := s.frame(r, v, e, "")
	in := past.Input{Frame: frame, Role: id, Name: was.Name, Newest: e.Revision.ID, Count: len(was.Steps)}
	from, to, pages := shared.Pages(len(was.Steps), stepsEach, pageOf(r), frame.Links.RolePast(id))
	in.Pages = pages
	for _, step := range was.Steps[from:to] {
		did, err := s.cfg.Past.Did(r.Context(), step.Revision.ID)
		if err != nil {
			return err
		}
		in.Steps = append(in.Steps, past.Did{
			From: past.Revision(brief(did.From)), To: past.Revision(brief(did.To)), Before: step.Before, Now: step.Now, Report: did.Report,
		})
	}
	if was.Gone != nil {
		if err := s.goneRole(r, id, was, &in); err != nil {
			return err
		}
	}
	return s.render(w, r, v, past.View(past.Build(in)))
}

// goneRole says since when a role is gone, where it can be read, and what
// stands in its place.
func (s *Server) goneRole(r *http.Request, id model.RoleID, was frameworks.RolePast, in *past.Input) error {
	gone := past.Revision(brief(*was.Gone))
	in.Gone = &gone
	_, last, err := s.cfg.Ladder.Role(r.Context(), id)
	if err != nil {
		return err
	}
	in.Last = last
	if was.Into == "" {
		return nil
	}
	ref, _, err := s.roleRef(r.Context(), was.Into, in.Frame.Links)
	if err != nil {
		return err
	}
	in.Into = &ref
	return nil
}

// brief is a revision as pages need it.
func brief(r frameworks.Revision) Revision {
	return Revision{ID: r.ID, Time: r.Time, Subject: r.Subject}
}
