package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"rung/internal/fault"
	"rung/internal/pages/failure"
)

// outcome is how a failure is shown. Text "" leaves it to the error's own
// message.
type outcome struct {
	code    int
	heading string
	text    string
}

// faults is the port's one table from kinds of failure to answers.
var faults = map[fault.Kind]outcome{
	fault.Invalid:     {http.StatusUnprocessableEntity, "That does not fit", ""},
	fault.NotFound:    {http.StatusNotFound, "There is no such page", "It may have moved, or it may not be for you to see. The address may also have a slip in it."},
	fault.Conflict:    {http.StatusConflict, "Somebody was faster", ""},
	fault.Forbidden:   {http.StatusForbidden, "That is not yours to do", ""},
	fault.Unavailable: {http.StatusServiceUnavailable, "Not just now", ""},
	fault.Internal:    {http.StatusInternalServerError, "Something went wrong", "It is our fault, and nothing was changed. It has been written down for whoever runs this server."},
}

// The failures that HTTP knows and the application does not.
var (
	tooLarge   = outcome{http.StatusRequestEntityTooLarge, "That is too much at once", "What was sent is larger than this server takes. Nothing was changed."}
	notAllowed = outcome{http.StatusMethodNotAllowed, "This page does not take that", "The address is right, but nothing can be sent to it in this way."}
	crossSite  = outcome{http.StatusForbidden, "That came from somewhere else", "The request was sent by another site in your name, so it was not done. Open the page here and try again."}
)

// fail answers with the page of an error, and logs what somebody should look
// at. It must be called before anything was written.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, v Visitor, err error) {
	kind := fault.KindOf(err)
	out := faults[kind]
	if errors.Is(err, errTooLarge) {
		kind, out = fault.Invalid, tooLarge
	}
	if out.text == "" {
		out.text = fault.MessageOf(err)
	}
	if kind == fault.Internal || kind == fault.Unavailable {
		s.cfg.Log.LogAttrs(r.Context(), slog.LevelError, "request failed",
			slog.String("request", requestID(r.Context())), slog.String("kind", kind.String()), slog.Any("err", err))
	}
	if kind == fault.Unavailable {
		w.Header().Set("Retry-After", "5")
	}
	var items []string
	for _, f := range fault.FieldsOf(err) {
		items = append(items, f.Message)
	}
	s.showFailure(w, r, v, out, items)
}

// showFailure writes the page of a failure. Where even that cannot be made it
// writes plain words.
func (s *Server) showFailure(w http.ResponseWriter, r *http.Request, v Visitor, out outcome, items []string) {
	// The request's own time may be what ran out.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), RequestTime)
	defer cancel()
	edition, err := s.cfg.Frameworks.Current(ctx)
	if err != nil {
		edition = nil
	}
	p := failure.Page{
		Frame:   s.frame(r, v, edition, ""),
		Code:    out.code,
		Heading: out.heading,
		Text:    out.text,
		Items:   items,
	}
	p.Title = out.heading
	if out.code >= http.StatusInternalServerError {
		p.Request = requestID(r.Context())
	}
	if err := s.renderStatus(w, r, v, out.code, failure.View(p)); err != nil {
		http.Error(w, out.heading, out.code)
	}
}
