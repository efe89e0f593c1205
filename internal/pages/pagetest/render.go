package pagetest

import (
	"bytes"
	"context"
	"io"
	"testing"
)

// Component is what can be rendered, as templ's are.
type Component interface {
	Render(ctx context.Context, w io.Writer) error
}

// Render renders a component and parses what it wrote.
func Render(t testing.TB, c Component) *Doc {
	t.Helper()
	var b bytes.Buffer
	if err := c.Render(context.Background(), &b); err != nil {
		t.Fatalf("render: %v", err)
	}
	return Parse(t, &b)
}
