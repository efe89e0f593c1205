// Package web is the port for people: it decodes a request, asks one use
// case, fills a page's struct and renders it.
//
// One file per resource, with the same name as the page it shows; all routes
// are in routes.go. Everything that a handler shares with others (who is
// asking, the frame, errors, forms) is in visitor.go, frame.go, faults.go and
// form.go.
package web

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"rung/internal/accounts"
	"rung/internal/evidence"
	"rung/internal/feedback"
	"rung/internal/pages"
	"rung/internal/people"
	"rung/internal/plans"
	"rung/internal/ratings"
)

// Limits of a request. They hold for every route.
const (
	MaxBody     = 256 << 10 // bytes of a form
	MaxFields   = 2000      // values in a form
	MaxHeader   = 16 << 10  // bytes of the request's headers
	RequestTime = 20 * time.Second
	readTime    = 15 * time.Second
	headerTime  = 5 * time.Second
	writeTime   = 30 * time.Second
	idleTime    = 2 * time.Minute
)

// Config is what a Server is made of. Frameworks is required; without Accounts
// nobody is ever signed in, and only the reading pages exist. Cast is set for
// the example company alone. Without Past, which needs Ladder, there are no pages of
// what changed. BaseURL is how people reach the server, as
// "https://ladder.example"; "" where that is not known (a loopback port).
type Config struct {
	Frameworks Frameworks
	Accounts   *accounts.Service
	People     *people.Service
	Evidence   *evidence.Service
	Ratings    *ratings.Service
	Feedback   *feedback.Service
	Plans      *plans.Service
	Ladder     Ladder
	Past       Past
	Cast       Cast
	BaseURL    string
	Log        *slog.Logger
	Now        func() time.Time
	NewID      func() string // for requests
}

// Server answers requests. It is safe for concurrent use.
type Server struct {
	cfg     Config
	assets  *pages.Assets
	secure  bool
	handler http.Handler
}

// New returns a server, or an error that names what the configuration lacks.
func New(cfg Config) (*Server, error) {
	if cfg.Frameworks == nil || cfg.Log == nil || cfg.Now == nil || cfg.NewID == nil {
		return nil, errors.New("set up web: Frameworks, Log, Now and NewID are needed")
	}
	base, err := url.Parse(cfg.BaseURL)
	if err != nil || cfg.BaseURL != "" && base.Host == "" {
		return nil, fmt.Errorf("set up web: %q is no address, expected one as https://ladder.example", cfg.BaseURL)
	}
	assets, err := pages.NewAssets()
	if err != nil {
		return nil, fmt.Errorf("set up web: %w", err)
	}
	s := &Server{cfg: cfg, assets: assets, secure: base.Scheme == "https"}
	s.handler = s.middleware(s.routes())
	return s, nil
}

// Handler returns what answers all requests.
func (s *Server) Handler() http.Handler { return s.handler }

// HTTPServer returns an http.Server for Handler with bounded times and sizes.
// The caller gives it a listener and shuts it down.
func (s *Server) HTTPServer() *http.Server {
	return &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       readTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    MaxHeader,
		ErrorLog:          slog.NewLogLogger(s.cfg.Log.Handler(), slog.LevelWarn),
	}
}
