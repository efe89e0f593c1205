package web

import (
	"net/http"

	"rung/internal/accounts"
	"rung/internal/pages/welcome"
)

// welcomePath leads one-time links. The secret stands in the address, so these
// pages send no referrer and the request log keeps routes, never addresses.
const welcomePath = "/welcome/"

func (s *Server) showWelcome(w http.ResponseWriter, r *http.Request, v Visitor) error {
	invited, err := s.cfg.Accounts.OpenInvite(r.Context(), r.PathValue("secret"))
	if err != nil {
		return err
	}
	return s.welcomeForm(w, r, v, welcome.Input{First: invited.First, Name: invited.Name, Email: invited.Email})
}

func (s *Server) welcomeForm(w http.ResponseWriter, r *http.Request, v Visitor, in welcome.Input) error {
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	frame.Here = "/"
	in.Frame, in.Action, in.MinPassword = frame, welcomePath+r.PathValue("secret"), accounts.MinPassword
	return s.renderStatus(w, r, v, statusOf(in.Wrong), welcome.View(welcome.Build(in)))
}

func (s *Server) takeWelcome(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	secret := r.PathValue("secret")
	invited, err := s.cfg.Accounts.OpenInvite(r.Context(), secret)
	if err != nil {
		return err
	}
	in, err := s.cfg.Accounts.Accept(r.Context(), accounts.Acceptance{
		Secret: secret, Name: values.Get("name"), Email: values.Get("email"), Password: values.Get("password"), Agent: r.UserAgent(),
	})
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		again := welcome.Input{First: invited.First, Name: invited.Name, Email: invited.Email, Wrong: wrong}
		if invited.First {
			again.Name, again.Email = values.Get("name"), values.Get("email")
		}
		return s.welcomeForm(w, r, v, again)
	}
	if invited.First {
		return s.signIn(w, r, in, adminPath)
	}
	return s.signIn(w, r, in, mePath)
}
