package api

import (
	"bytes"
	"context"
	"encoding/json"

	"rung/internal/authz"
)

func showFramework(s *Server, ctx context.Context, _ authz.Actor, _ nothing) (json.RawMessage, error) {
	if err := authz.Check(authz.ReadFramework, authz.Actor{}, authz.Facts{}); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := s.Framework(ctx, &out)
	return out.Bytes(), err
}
