package web

import (
	"net/http"

	"rung/internal/change"
	"rung/internal/pages/revisions"
	"rung/internal/pages/shared"
)

func (s *Server) showRevisions(w http.ResponseWriter, r *http.Request, v Visitor) error {
	current, err := s.cfg.Frameworks.Current(r.Context())
	if err != nil {
		return err
	}
	list, err := s.cfg.Frameworks.History(r.Context())
	if err != nil {
		return err
	}
	in := revisions.Input{Frame: s.frame(r, v, current, ""), Count: len(list), Newest: current.Revision.ID}
	from, to, pages := shared.Pages(len(list), revisionsEach, pageOf(r), in.Frame.Links.Revisions())
	in.Pages = pages
	for _, rev := range list[from:to] {
		in.List = append(in.List, revisions.Revision(rev))
	}
	if s.cfg.Past != nil {
		if err := s.tellRevisions(r, &in); err != nil {
			return err
		}
	}
	return s.render(w, r, v, revisions.View(revisions.Build(in)))
}

// tellRevisions says what each of the list did.
func (s *Server) tellRevisions(r *http.Request, in *revisions.Input) error {
	did := map[string]*change.Report{}
	for _, rev := range in.List {
		report, err := s.cfg.Past.Did(r.Context(), rev.ID)
		if err != nil {
			return err
		}
		if report.From.ID != "" {
			did[rev.ID] = report.Report
		}
	}
	list, err := s.cfg.Past.Doubts(r.Context())
	in.Did, in.Doubts = func(id string) *change.Report { return did[id] }, len(list)
	return err
}
