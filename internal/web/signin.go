package web

import (
	"net/http"
	"net/url"

	"rung/internal/accounts"
	"rung/internal/pages/signin"
)

const signInPath = "/sign-in"

// signInAddress returns where to sign in so as to come back to a page.
func signInAddress(back string) string {
	if back == "/" {
		return signInPath
	}
	return signInPath + "?" + url.Values{"back": {back}}.Encode()
}

func (s *Server) showSignIn(w http.ResponseWriter, r *http.Request, v Visitor) error {
	if v.SignedIn() {
		return seeOther(w, r, localPath(r.URL.Query().Get("back")))
	}
	return s.signInForm(w, r, v, signin.Input{Back: r.URL.Query().Get("back")})
}

func (s *Server) signInForm(w http.ResponseWriter, r *http.Request, v Visitor, in signin.Input) error {
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	in.Frame, in.Action, in.Back = frame, signInPath, localPath(in.Back)
	if s.cfg.Cast != nil {
		in.Cast = castPath
	}
	return s.renderStatus(w, r, v, statusOf(in.Wrong), signin.View(signin.Build(in)))
}

func (s *Server) takeSignIn(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	in, err := s.cfg.Accounts.SignIn(r.Context(), accounts.SignInRequest{
		Email: values.Get("email"), Password: values.Get("password"), Address: clientAddress(r), Agent: r.UserAgent(),
	})
	if wrong, rest := formFault(err); err != nil {
		if rest != nil {
			return rest
		}
		return s.signInForm(w, r, v, signin.Input{Email: values.Get("email"), Back: values.Get("back"), Wrong: wrong})
	}
	back := localPath(values.Get("back"))
	if back == "/" {
		back = mePath
	}
	return s.signIn(w, r, in, back)
}

func (s *Server) signOut(w http.ResponseWriter, r *http.Request, v Visitor) error {
	if v.SignedIn() {
		if err := s.cfg.Accounts.EndSession(r.Context(), v.Actor, v.ID); err != nil {
			return err
		}
	}
	s.dropSession(w)
	return seeOther(w, r, "/")
}
