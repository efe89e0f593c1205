package web

import (
	"net/http"
)

// page turns a handler for people into one for the mux: it finds out who asks
// and shows what went wrong.
func (s *Server) page(show func(http.ResponseWriter, *http.Request, Visitor) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := s.visitor(r)
		if err == nil {
			err = show(w, r, v)
		}
		if err != nil {
			s.fail(w, r, v, err)
		}
	})
}

// plain is page for what has no reader: files.
func (s *Server) plain(serve func(http.ResponseWriter, *http.Request) error) http.Handler {
	return s.page(func(w http.ResponseWriter, r *http.Request, _ Visitor) error { return serve(w, r) })
}

// seeOther answers a form that has been done with where to look next.
func seeOther(w http.ResponseWriter, r *http.Request, address string) error {
	http.Redirect(w, r, address, http.StatusSeeOther)
	return nil
}
