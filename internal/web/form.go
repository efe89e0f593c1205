package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"rung/internal/fault"
)

// errTooLarge is what a request with more than MaxBody bytes comes to.
var errTooLarge = errors.New("request body too large")

// form returns the values that a form sent, without those of the address. It
// is Invalid where they cannot be read and errTooLarge where they are too many
// to take.
func form(r *http.Request) (url.Values, error) {
	if err := r.ParseForm(); err != nil {
		var big *http.MaxBytesError
		if errors.As(err, &big) {
			return nil, errTooLarge
		}
		return nil, fault.Wrap(fault.Invalid, err, "The form could not be read. Go back and send it again.")
	}
	n := 0
	for _, values := range r.PostForm {
		n += len(values)
	}
	if n > MaxFields {
		return nil, errTooLarge
	}
	return r.PostForm, nil
}

// localPath returns address where it is a path of this server, else "/". What
// a form says about where to go next is never followed elsewhere.
func localPath(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" ||
		!strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") || strings.Contains(address, `\`) {
		return "/"
	}
	return u.RequestURI()
}
