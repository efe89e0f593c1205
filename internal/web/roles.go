package web

import (
	"net/http"
	"net/url"

	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/model"
	"rung/internal/pages/role"
	"rung/internal/pages/shared"
	"rung/internal/pages/standing"
)

func (s *Server) showRole(w http.ResponseWriter, r *http.Request, v Visitor) error {
	e, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	shown := e.Framework.Role(model.RoleID(r.PathValue("id")))
	if shown == nil {
		return s.noRole(w, r, frame.Links)
	}
	in := role.Input{
		Frame: frame, Framework: e.Framework, Role: shown, Sources: e.Sources,
		Step: role.StepTo(e.Framework, shown),
	}
	if r.URL.Query().Get("only") == "new" && in.Step != nil {
		in.Extent = role.OnlyNew
	}
	if in.Extra, err = s.mine(r, v, in); err != nil {
		return err
	}
	return s.render(w, r, v, role.View(role.Build(in)))
}

// noRole leads from a role that is gone to its history.
func (s *Server) noRole(w http.ResponseWriter, r *http.Request, links shared.Links) error {
	none := fault.New(fault.NotFound, "There is no such role.")
	if s.cfg.Past == nil || links.Rev != "" {
		return none
	}
	id := model.RoleID(r.PathValue("id"))
	if _, _, err := s.cfg.Ladder.Role(r.Context(), id); err != nil {
		return none
	}
	return seeOther(w, r, links.RolePast(id))
}

// mine returns what stands under a statement for whoever is signed in: her own
// state and evidence, where there is anything to say.
func (s *Server) mine(r *http.Request, v Visitor, in role.Input) (func(*model.Statement) shared.Extra, error) {
	if !v.SignedIn() || s.cfg.Ratings == nil || in.Frame.Edition.Past || in.Role.Foundation {
		return nil, nil
	}
	st, err := s.cfg.Ratings.Standing(r.Context(), v.Actor, v.Actor.Person, in.Role.ID)
	if err != nil {
		return nil, err
	}
	name, err := s.names(r, v)
	if err != nil {
		return nil, err
	}
	board := s.board(v, st, in.Frame.Links, name)
	rows := make(map[model.StatementID]standing.Row, len(st.Statements))
	for _, one := range st.Statements {
		if one.State != growth.Unrated || len(one.Evidence) > 0 {
			rows[one.Statement.ID] = standing.NewRow(board, one)
		}
	}
	return func(statement *model.Statement) shared.Extra {
		row, ok := rows[statement.ID]
		if !ok {
			return nil
		}
		return standing.Mine(row, evidenceListPath+"?"+url.Values{"statement": {string(statement.ID)}}.Encode())
	}, nil
}
