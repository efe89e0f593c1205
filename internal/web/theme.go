package web

import (
	"net/http"
	"time"

	"rung/internal/pages/shared"
)

const themeKept = 365 * 24 * time.Hour

// keepTheme keeps in the browser how pages should look. The script of the
// pages sets the same cookie, so it is not HttpOnly; it says nothing about
// anybody.
func (s *Server) keepTheme(w http.ResponseWriter, r *http.Request, _ Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	c := &http.Cookie{Name: themeCookie, Path: "/", MaxAge: -1, Secure: s.secure, SameSite: http.SameSiteLaxMode}
	switch t := shared.Theme(values.Get("theme")); t {
	case shared.Light, shared.Dark:
		c.Value, c.MaxAge = string(t), int(themeKept.Seconds())
	}
	http.SetCookie(w, c)
	return seeOther(w, r, localPath(values.Get("back")))
}
