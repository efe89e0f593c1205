package web

import (
	"net/http"

	"rung/internal/frameworks"
	"rung/internal/pages/revision"
)

// showRevision shows what one revision did.
func (s *Server) showRevision(w http.ResponseWriter, r *http.Request, v Visitor) error {
	in, err := s.revisionInput(r, v)
	if err != nil {
		return err
	}
	did, err := s.cfg.Past.Did(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	in.take(did)
	return s.render(w, r, v, revision.One(revision.BuildOne(in.Input)))
}

// showBetween shows what happened between the two revisions that the address
// names, or lets them be chosen.
func (s *Server) showBetween(w http.ResponseWriter, r *http.Request, v Visitor) error {
	in, err := s.revisionInput(r, v)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	if q.Get("from") == "" || q.Get("to") == "" {
		in.offer(q.Get("from"), q.Get("to"))
		return s.render(w, r, v, revision.Two(revision.BuildTwo(in.Input)))
	}
	between, err := s.cfg.Past.Between(r.Context(), q.Get("from"), q.Get("to"))
	if err != nil {
		return err
	}
	in.take(between)
	return s.render(w, r, v, revision.Two(revision.BuildTwo(in.Input)))
}

// revisionInput is revision.Input while it is filled.
type revisionInput struct{ revision.Input }

func (s *Server) revisionInput(r *http.Request, v Visitor) (revisionInput, error) {
	e, err := s.cfg.Frameworks.Current(r.Context())
	if err != nil {
		return revisionInput{}, err
	}
	list, err := s.cfg.Frameworks.History(r.Context())
	if err != nil {
		return revisionInput{}, err
	}
	in := revision.Input{Frame: s.frame(r, v, e, "")}
	for _, one := range list {
		in.List = append(in.List, revision.Revision(one))
	}
	return revisionInput{in}, nil
}

func (in *revisionInput) take(r *frameworks.Report) {
	in.From, in.To, in.Report = revision.Revision(brief(r.From)), revision.Revision(brief(r.To)), r.Report
}

// offer chooses beforehand what the address names, or else the newest two.
func (in *revisionInput) offer(from, to string) {
	for i, r := range in.List {
		if r.ID == from || from == "" && i == 1 {
			in.From = r
		}
		if r.ID == to || to == "" && i == 0 {
			in.To = r
		}
	}
}
