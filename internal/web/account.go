package web

import (
	"net/http"

	"rung/internal/accounts"
	"rung/internal/fault"
	"rung/internal/pages/account"
)

const accountPath = "/account"

func (s *Server) showAccount(w http.ResponseWriter, r *http.Request, v Visitor) error {
	return s.accountPage(w, r, v, nil)
}

func (s *Server) accountPage(w http.ResponseWriter, r *http.Request, v Visitor, wrong []fault.Field) error {
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	in := account.Input{Frame: frame, Email: v.Email, MinPassword: accounts.MinPassword, Wrong: wrong}
	sessions, err := s.cfg.Accounts.Sessions(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	for _, b := range sessions {
		in.Browsers = append(in.Browsers, account.Browser{
			ID: b.ID, Name: browserName(b.Agent), Since: b.CreatedAt, Seen: b.SeenAt, Current: b.ID == v.ID,
		})
	}
	tokens, err := s.cfg.Accounts.Tokens(r.Context(), v.Actor)
	if err != nil {
		return err
	}
	for _, t := range tokens {
		in.Tokens = append(in.Tokens, account.Token{ID: t.ID, Name: t.Name, Since: t.CreatedAt, Seen: t.SeenAt, Expires: t.ExpiresAt})
	}
	return s.renderStatus(w, r, v, statusOf(wrong), account.View(account.Build(in)))
}

func (s *Server) changePassword(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	in, err := s.cfg.Accounts.ChangePassword(r.Context(), v.Actor, accounts.PasswordChange{
		Old: values.Get("old"), New: values.Get("new"), Address: clientAddress(r), Agent: r.UserAgent(),
	})
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		return s.accountPage(w, r, v, wrong)
	}
	return s.signIn(w, r, in, flashed(accountPath, "password"))
}

func (s *Server) endSession(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	id := values.Get("id")
	if err := s.cfg.Accounts.EndSession(r.Context(), v.Actor, id); err != nil {
		return err
	}
	if id == v.ID {
		s.dropSession(w)
		return seeOther(w, r, "/")
	}
	return seeOther(w, r, flashed(accountPath, "ended"))
}

func (s *Server) endOtherSessions(w http.ResponseWriter, r *http.Request, v Visitor) error {
	if err := s.cfg.Accounts.EndSessions(r.Context(), v.Actor, v.Actor.Person, v.ID); err != nil {
		return err
	}
	return seeOther(w, r, flashed(accountPath, "ended"))
}

func (s *Server) revokeToken(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	if err := s.cfg.Accounts.RevokeToken(r.Context(), v.Actor, values.Get("id")); err != nil {
		return err
	}
	return seeOther(w, r, flashed(accountPath, "revoked"))
}
