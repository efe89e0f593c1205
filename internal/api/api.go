// Package api is the port for programs: a small JSON interface with bearer
// tokens, under /api/v1. Its wire structs are its own; its document,
// openapi.yaml, is made from them and from the routes.
package api

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"rung/internal/accounts"
	"rung/internal/authz"
	"rung/internal/evidence"
	"rung/internal/fault"
	"rung/internal/people"
)

// Prefix begins the path of every route.
const Prefix = "/api/"

// requestTime is how long a request may take.
const requestTime = 20 * time.Second

// Config is what a Server is made of; everything in it is needed.
type Config struct {
	Accounts *accounts.Service
	People   *people.Service
	Evidence *evidence.Service
	// Framework writes the newest framework as rung.framework/1, or returns
	// fault.Unavailable before there is one.
	Framework func(ctx context.Context, w io.Writer) error
	Log       *slog.Logger
}

// Server answers requests of programs. It is safe for concurrent use.
type Server struct {
	Config
	log *slog.Logger
}

// New returns a server, or an error that says what the configuration lacks.
func New(c Config) (*Server, error) {
	if c.Accounts == nil || c.People == nil || c.Evidence == nil || c.Framework == nil || c.Log == nil {
		return nil, errors.New("set up api: Accounts, People, Evidence, Framework and Log are needed")
	}
	return &Server{Config: c, log: c.Log}, nil
}

// Handler answers everything under Prefix.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, o := range operations() {
		mux.Handle(o.Method+" "+o.Path, s.handle(o))
	}
	mux.HandleFunc("GET /api/v1/openapi.yaml", serveDocument)
	return s.guard(mux)
}

func (s *Server) handle(o operation) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := o.serve(s, w, r); err != nil {
			s.writeProblem(w, r, err)
		}
	})
}

// guard bounds a request, answers what no route does, and turns our own bug
// into a problem, once for the request. A page of another site cannot use a
// visitor's sign-in here: there are no cookies, and no header allows its
// origin.
func (s *Server) guard(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if cause := recover(); cause != nil {
				if cause == http.ErrAbortHandler {
					panic(cause)
				}
				s.log.ErrorContext(r.Context(), "panic", "cause", fmt.Sprintf("%T", cause), "stack", string(debug.Stack()))
				s.writeProblem(w, r, errors.New("panic"))
			}
		}()
		ctx, cancel := context.WithTimeout(r.Context(), requestTime)
		defer cancel()
		r = r.WithContext(ctx)
		if err := routed(mux, r); err != nil {
			s.writeProblem(w, r, err)
			return
		}
		mux.ServeHTTP(w, r)
	})
}

// routed returns a refusal where the mux has no route for the request.
func routed(mux *http.ServeMux, r *http.Request) error {
	if _, pattern := mux.Handler(r); pattern != "" {
		return nil
	}
	for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodDelete} {
		other := r.Clone(r.Context())
		other.Method = method
		if _, pattern := mux.Handler(other); pattern != "" {
			return &refusal{http.StatusMethodNotAllowed, "This address is there, and does not know the method " + method405(r.Method) + "."}
		}
	}
	return fault.New(fault.NotFound, "There is nothing at this address; see /api/v1/openapi.yaml.")
}

// method405 keeps what a stranger sends out of the answer.
func method405(m string) string {
	switch m {
	case http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodHead, http.MethodOptions:
		return m
	default:
		return "that was sent"
	}
}

// actor returns for whom the request acts.
func (s *Server) actor(r *http.Request, a access) (authz.Actor, error) {
	if a == open {
		return authz.Actor{}, nil
	}
	secret := bearer(r)
	if secret == "" {
		return authz.Actor{}, &refusal{http.StatusUnauthorized, "Send a token, as Authorization: Bearer; rung login makes one."}
	}
	actor, err := s.Accounts.ByToken(r.Context(), secret)
	if fault.KindOf(err) == fault.NotFound {
		return authz.Actor{}, &refusal{http.StatusUnauthorized, fault.MessageOf(err)}
	}
	return actor, err
}

// bearer returns the token that the request carries, or "".
func bearer(r *http.Request) string {
	kind, secret, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(kind, "Bearer") {
		return ""
	}
	return strings.TrimSpace(secret)
}

// remote returns the address that the request comes from, without the port.
func remote(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
