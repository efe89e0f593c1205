// Package wire writes the JSON that other programs read, in one form.
package wire

import (
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// Write writes a value as indented JSON with a line feed at the end, signs as
// they are and none escaped for HTML. What names the value in an error.
func Write(w io.Writer, what string, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(value); err != nil {
		return fmt.Errorf("write %s: %w", what, err)
	}
	return nil
}

// Each returns f of each, never nil: a list without entries is [] and not null.
func Each[A, B any](list []A, f func(A) B) []B {
	out := make([]B, 0, len(list))
	for _, v := range list {
		out = append(out, f(v))
	}
	return out
}

// Strings returns ids and other named strings as they are, never nil.
func Strings[T ~string](list []T) []string {
	return Each(list, func(s T) string { return string(s) })
}

// OrNull returns a string, or nil for "".
func OrNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// Time returns a time as RFC 3339 in UTC, or nil for the zero time.
func Time(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.UTC().Format(time.RFC3339)
	return &s
}
