// Package failure is the page that is shown when something cannot be: not
// found, not allowed, too large, out of order.
package failure

import "rung/internal/pages/shared"

// Page is a failure in words. Code is the HTTP status. Request is the id that
// the operator finds in the log, or "".
type Page struct {
	shared.Frame
	Code    int
	Heading string
	Text    string
	Items   []string // what was wrong, one by one
	Request string
}
