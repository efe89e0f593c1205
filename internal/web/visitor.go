package web

import (
	"errors"
	"net/http"
	"time"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/pages/shared"
)

// Session is a signed-in browser: who acts in it, by what name and e-mail, and
// the session's own id.
type Session struct {
	ID    string
	Actor authz.Actor
	Name  string
	Email string
}

// Visitor is who asks, and how she wants pages to look. The zero Visitor is
// somebody who has not signed in. It is handed on as an argument, never in a
// context.
type Visitor struct {
	Session
	Theme shared.Theme
}

// SignedIn reports whether the visitor is a person.
func (v Visitor) SignedIn() bool { return v.Actor.SignedIn() }

const themeCookie = "rung_theme"

// sessionCookie is the name of the cookie that holds the session's token. The
// prefix makes a browser refuse it from anywhere but this host over TLS.
func (s *Server) sessionCookie() string {
	if s.secure {
		return "__Host-rung_session"
	}
	return "rung_session"
}

// visitor finds out who asks. A token that names no session is somebody who
// has not signed in.
func (s *Server) visitor(r *http.Request) (Visitor, error) {
	v := Visitor{Theme: themeOf(r)}
	token := s.token(r)
	if token == "" || s.cfg.Accounts == nil {
		return v, nil
	}
	in, err := s.cfg.Accounts.Who(r.Context(), token)
	if fault.KindOf(err) == fault.NotFound && err != nil {
		return v, nil
	}
	if err != nil {
		return v, err
	}
	v.Session = Session{ID: in.Session.ID, Actor: in.Actor, Name: in.Person.Name, Email: in.Person.Email}
	return v, nil
}

// token returns the session's token that the browser sent, or "".
func (s *Server) token(r *http.Request) string {
	c, err := r.Cookie(s.sessionCookie())
	if errors.Is(err, http.ErrNoCookie) {
		return ""
	}
	return c.Value
}

// keepSession lets the browser keep a session's token until it expires.
func (s *Server) keepSession(w http.ResponseWriter, token string, expires time.Time) {
	http.SetCookie(w, &http.Cookie{
		Name: s.sessionCookie(), Value: token, Path: "/", Expires: expires,
		Secure: s.secure, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

// dropSession lets the browser forget its session.
func (s *Server) dropSession(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{
		Name: s.sessionCookie(), Path: "/", MaxAge: -1,
		Secure: s.secure, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

func themeOf(r *http.Request) shared.Theme {
	c, err := r.Cookie(themeCookie)
	if err != nil {
		return shared.Auto
	}
	switch t := shared.Theme(c.Value); t {
	case shared.Light, shared.Dark:
		return t
	default:
		return shared.Auto
	}
}
