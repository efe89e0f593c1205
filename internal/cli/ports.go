package cli

import (
	"context"
	"io"
	"net/http"

	"rung/internal/api"
	"rung/internal/compile"
	"rung/internal/fault"
	"rung/internal/web"
)

// portConfig is what the ports are made of besides the use cases.
type portConfig struct {
	baseURL string   // "" where nobody knows how people reach the server
	cast    web.Cast // nil but for the example company
}

// ports returns a server that answers people and programs.
func (a *application) ports(c portConfig) (*http.Server, error) {
	pages, err := web.New(web.Config{
		Frameworks: web.Reads(a.frameworks), Accounts: a.accounts, People: a.people, Evidence: a.evidence,
		Ratings: a.ratings, Feedback: a.feedback, Plans: a.plans, Ladder: a.frameworks, Past: a.frameworks,
		Cast: c.cast, BaseURL: c.baseURL, Log: a.log, Now: a.now, NewID: a.newID,
	})
	if err != nil {
		return nil, err
	}
	programs, err := api.New(api.Config{
		Accounts: a.accounts, People: a.people, Evidence: a.evidence, Framework: a.export, Log: a.log,
	})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle(api.Prefix, programs.Handler())
	mux.Handle("/", pages.Handler())
	server := pages.HTTPServer()
	server.Handler = mux
	return server, nil
}

// export writes the newest framework as rung export does.
func (a *application) export(_ context.Context, w io.Writer) error {
	current, err := a.frameworks.Current()
	if err != nil {
		return err
	}
	if current.Result == nil {
		return fault.New(fault.Unavailable, "The ladder's files are out of reach.")
	}
	return compile.Export(w, current.Result)
}
