package web

import (
	"context"
	"net"
	"net/http"
	"net/url"

	"rung/internal/accounts"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/pages/shared"
)

// Cast is the people of the example company whom a visitor may be without a
// password. A real installation has none.
type Cast interface {
	// Members returns everybody to be, by team.
	Members(ctx context.Context) ([]CastMember, error)
	// Be opens a session as that person, or fault.NotFound.
	Be(ctx context.Context, id growth.PersonID, agent string) (accounts.SignedIn, error)
}

// CastMember is somebody to be. Line, if any, says what is to be seen as her;
// those that have one are offered first.
type CastMember struct {
	ID               growth.PersonID
	Name, Role, Team string
	Line             string
}

// clientAddress returns the address that a request comes from, without its
// port. It counts attempts to sign in; it is never logged.
func clientAddress(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// signIn lets the browser keep the session and leads on.
func (s *Server) signIn(w http.ResponseWriter, r *http.Request, in accounts.SignedIn, back string) error {
	s.keepSession(w, in.Secret, in.Session.ExpiresAt)
	return seeOther(w, r, back)
}

// formFault returns what is wrong with a form's fields. Errors that no field
// explains but that its writer can mend stand as one message; all others are
// handed back as they are.
func formFault(err error) (wrong []fault.Field, rest error) {
	switch fault.KindOf(err) {
	case fault.Invalid, fault.Conflict, fault.Unavailable:
		if fields := fault.FieldsOf(err); len(fields) > 0 {
			return fields, nil
		}
		return []fault.Field{{Message: fault.MessageOf(err)}}, nil
	default:
		return nil, err
	}
}

// statusOf returns the status of a page that shows a form again: one where
// something is wrong is not a success.
func statusOf(wrong []fault.Field) int {
	if len(wrong) > 0 {
		return http.StatusUnprocessableEntity
	}
	return http.StatusOK
}

// signedIn turns a handler for people who have signed in into one that sends
// all others to do so first, and back.
func (s *Server) signedIn(show func(http.ResponseWriter, *http.Request, Visitor) error) func(http.ResponseWriter, *http.Request, Visitor) error {
	return func(w http.ResponseWriter, r *http.Request, v Visitor) error {
		if v.SignedIn() {
			return show(w, r, v)
		}
		return seeOther(w, r, signInAddress(here(r)))
	}
}

// Where the pages of the signed-in are.
const (
	mePath    = "/me"
	adminPath = "/admin/people"
)

// flashed returns an address whose page says what was done.
func flashed(path, word string) string { return path + "?" + url.Values{"done": {word}}.Encode() }

// done is a flash about what was done, carried to the next page in its address
// by a word, so that nothing private is in it.
var done = map[string]shared.Notice{
	"password":       {Tone: shared.Good, Title: "Your password is changed.", Text: "You are signed out everywhere else."},
	"ended":          {Tone: shared.Good, Title: "Signed out.", Text: "That browser has to sign in again."},
	"added":          {Tone: shared.Good, Title: "Added.", Text: "Give a role below, and make a sign-in link to hand over."},
	"saved":          {Tone: shared.Good, Title: "Saved."},
	"given":          {Tone: shared.Good, Title: "The role is given."},
	"team":           {Tone: shared.Good, Title: "The team is added."},
	"imported":       {Tone: shared.Good, Title: "Imported.", Text: "Everybody in the file is here now."},
	"logged":         {Tone: shared.Good, Title: "Written down.", Text: "If you like, say below which statements it supports."},
	"deleted":        {Tone: shared.Good, Title: "Deleted."},
	"seen":           {Tone: shared.Good, Title: "Noted.", Text: "You will be told when the ladder changes again."},
	"taken-over":     {Tone: shared.Good, Title: "These are the statements as they read now.", Text: "What you have rated stays with the words that you rated."},
	"rated":          {Tone: shared.Good, Title: "Kept.", Text: "Nobody else sees it until you share it."},
	"shared":         {Tone: shared.Good, Title: "Shared.", Text: "What you rate from now on is yours again until you share it."},
	"given-feedback": {Tone: shared.Good, Title: "Sent."},
	"revoked":        {Tone: shared.Good, Title: "Shut out.", Text: "That terminal or program no longer acts for you."},
}
