package web

import (
	"net/http"

	"rung/internal/fault"
	"rung/internal/pages/shared"
	"rung/internal/pages/terminal"
)

const terminalPath = "/terminal"

func (s *Server) showTerminal(w http.ResponseWriter, r *http.Request, v Visitor) error {
	code := r.URL.Query().Get("code")
	in := terminal.Input{Code: code}
	if code != "" {
		asking, err := s.cfg.Accounts.Device(r.Context(), v.Actor, code)
		switch {
		case err == nil:
			in.Asking = &terminal.Asking{Code: asking.UserCode, Name: asking.Name, Since: asking.Since}
		case fault.KindOf(err) == fault.NotFound || fault.KindOf(err) == fault.Unavailable:
			in.Wrong = []fault.Field{{Name: "code", Message: fault.MessageOf(err)}}
		default:
			return err
		}
	}
	return s.terminalPage(w, r, v, in)
}

func (s *Server) terminalPage(w http.ResponseWriter, r *http.Request, v Visitor, in terminal.Input) error {
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	in.Frame, in.Action = frame, terminalPath
	return s.renderStatus(w, r, v, statusOf(in.Wrong), terminal.View(terminal.Build(in)))
}

func (s *Server) answerTerminal(w http.ResponseWriter, r *http.Request, v Visitor) error {
	values, err := form(r)
	if err != nil {
		return err
	}
	answer, notice := s.cfg.Accounts.DenyDevice, shared.Notice{Tone: shared.Plain, Title: "Refused.", Text: "The terminal was not let in."}
	if values.Get("answer") == "yes" {
		answer = s.cfg.Accounts.ApproveDevice
		notice = shared.Notice{Tone: shared.Good, Title: "Let in.", Text: "Go back to the terminal; it goes on by itself. You can shut it out again on your account page."}
	}
	err = answer(r.Context(), v.Actor, values.Get("code"))
	if fault.KindOf(err) == fault.NotFound && err != nil {
		return s.terminalPage(w, r, v, terminal.Input{Wrong: []fault.Field{{Name: "code", Message: fault.MessageOf(err)}}})
	}
	if err != nil {
		return err
	}
	return s.terminalPage(w, r, v, terminal.Input{Done: &notice})
}
