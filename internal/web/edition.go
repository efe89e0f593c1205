package web

import (
	"net/http"

	"rung/internal/fault"
	"rung/internal/pages/shared"
)

// maxRevision is the longest revision id that an address may name.
const maxRevision = 128

// edition returns the framework that the address asks for and the frame of its
// page: the newest, or with ?rev= an older one.
func (s *Server) edition(r *http.Request, v Visitor) (*Edition, shared.Frame, error) {
	rev := r.URL.Query().Get("rev")
	if len(rev) > maxRevision {
		return nil, shared.Frame{}, fault.New(fault.NotFound, "There is no such revision.")
	}
	current, err := s.cfg.Frameworks.Current(r.Context())
	if err != nil {
		return nil, shared.Frame{}, err
	}
	if rev == "" || rev == current.Revision.ID {
		return current, s.frame(r, v, current, ""), nil
	}
	past, err := s.cfg.Frameworks.At(r.Context(), rev)
	if err != nil {
		return nil, shared.Frame{}, err
	}
	return past, s.frame(r, v, past, rev), nil
}
