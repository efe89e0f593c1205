package api

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"rung/internal/fault"
)

// problem is the body of every answer that is not a success (RFC 9457).
type problem struct {
	Type   string         `json:"type" doc:"about:blank: the title says it all"`
	Title  string         `json:"title" doc:"the kind of problem, the same each time"`
	Status int            `json:"status" doc:"the status of this answer"`
	Detail string         `json:"detail" doc:"a sentence for the person who asked"`
	Errors []problemField `json:"errors,omitempty" doc:"the fields that need another look"`
}

// problemField is one wrong field of a request.
type problemField struct {
	Field   string `json:"field" doc:"the field's name; those of the body as JSON spells them"`
	Message string `json:"message" doc:"what is wrong with it"`
}

// statuses is the one table from a kind of failure to an HTTP status.
var statuses = map[fault.Kind]int{
	fault.Invalid:     http.StatusUnprocessableEntity,
	fault.NotFound:    http.StatusNotFound,
	fault.Conflict:    http.StatusConflict,
	fault.Forbidden:   http.StatusForbidden,
	fault.Unavailable: http.StatusServiceUnavailable,
	fault.Internal:    http.StatusInternalServerError,
}

// refusal is a request that the port itself turns down, before a use case
// sees it.
type refusal struct {
	status int
	detail string
}

func (r *refusal) Error() string { return r.detail }

// problemOf returns what the client is told of err: never a cause, never what
// belongs to somebody else.
func problemOf(err error) problem {
	var r *refusal
	if errors.As(err, &r) {
		return newProblem(r.status, r.detail)
	}
	p := newProblem(statuses[fault.KindOf(err)], fault.MessageOf(err))
	for _, f := range fault.FieldsOf(err) {
		p.Errors = append(p.Errors, problemField{Field: f.Name, Message: f.Message})
	}
	return p
}

func newProblem(status int, detail string) problem {
	return problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail}
}

// writeProblem answers with err's problem and logs what is our own fault.
func (s *Server) writeProblem(w http.ResponseWriter, r *http.Request, err error) {
	p := problemOf(err)
	if p.Status >= http.StatusInternalServerError {
		s.log.LogAttrs(r.Context(), slog.LevelError, "request failed",
			slog.String("method", r.Method), slog.String("route", r.Pattern), slog.Int("status", p.Status), slog.Any("error", err))
	}
	if p.Status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", `Bearer realm="rung"`)
	}
	if p.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "1")
	}
	writeBody(w, p.Status, "application/problem+json", mustEncode(p))
}

// mustEncode encodes a wire struct. Those hold only strings, numbers and lists
// of such, which cannot fail.
func mustEncode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return append(b, '\n')
}

func writeBody(w http.ResponseWriter, status int, contentType string, body []byte) {
	h := w.Header()
	h.Set("Content-Type", contentType)
	h.Set("X-Content-Type-Options", "nosniff")
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-store")
	}
	w.WriteHeader(status)
	// The client is gone where this fails; there is nobody left to tell.
	_, _ = w.Write(body)
}
