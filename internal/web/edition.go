package web

import (
	"net/http"
	"strings"

	"rung/internal/fault"
	"rung/internal/model"
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
	frame := s.frame(r, v, past, rev)
	frame.Edition.Newest = s.asItIsNow(r, current.Framework)
	return past, frame, nil
}

// asItIsNow returns the address of the same page at the newest revision; where
// that no longer has what the page is about, the history of the role, or "".
func (s *Server) asItIsNow(r *http.Request, now *model.Framework) string {
	role, track, page := model.RoleID(r.PathValue("id")), model.TrackID(r.PathValue("id")), r.PathValue("path")
	u := *r.URL
	q := u.Query()
	q.Del("rev")
	switch {
	case strings.HasPrefix(u.Path, "/roles/") && now.Role(role) == nil:
		return shared.Links{Base: "/", Told: s.cfg.Past != nil}.RolePast(role)
	case strings.HasPrefix(u.Path, "/tracks/") && now.Track(track) == nil, strings.HasPrefix(u.Path, "/pages/") && now.Page(page) == nil:
		return ""
	case u.Path == "/compare":
		for _, name := range []string{"a", "b", "c"} {
			if now.Role(model.RoleID(q.Get(name))) == nil {
				q.Del(name)
			}
		}
	}
	u.RawQuery = q.Encode()
	return u.RequestURI()
}
