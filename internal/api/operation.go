package api

import (
	"context"
	"encoding/json"
	"net/http"
	"reflect"

	"rung/internal/authz"
)

// access says who may call an operation; what else it takes is the use case's
// own business.
type access int

const (
	open     access = iota // anybody who reaches the server
	signedIn               // whoever sends a token
)

// operation is one row of the routes. In and Out are the wire structs, from
// which requests are read, answers are written and the document is made.
type operation struct {
	Method, Path string
	ID           string // what generated clients call it
	Summary      string
	Access       access
	Success      int
	In, Out      reflect.Type
	serve        func(s *Server, w http.ResponseWriter, r *http.Request) error
}

// call is the body of an operation: one use case, from wire struct to wire
// struct.
type call[In, Out any] func(s *Server, ctx context.Context, actor authz.Actor, in In) (Out, error)

// define makes a row of the routes.
func define[In, Out any](method, path, id, summary string, a access, success int, f call[In, Out]) operation {
	return operation{
		Method: method, Path: path, ID: id, Summary: summary, Access: a, Success: success,
		In: reflect.TypeFor[In](), Out: reflect.TypeFor[Out](),
		serve: func(s *Server, w http.ResponseWriter, r *http.Request) error {
			actor, err := s.actor(r, a)
			if err != nil {
				return err
			}
			var in In
			if err := bind(w, r, &in); err != nil {
				return err
			}
			out, err := f(s, r.Context(), actor, in)
			if err != nil {
				return err
			}
			writeBody(w, success, "application/json", encode(out))
			return nil
		},
	}
}

// encode encodes an answer; one that is JSON already stays as it is.
func encode(out any) []byte {
	if raw, ok := out.(json.RawMessage); ok {
		return raw
	}
	return mustEncode(out)
}
