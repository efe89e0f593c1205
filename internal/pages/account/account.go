// Package account is where somebody keeps her password, the browsers that are
// signed in as her, and the terminals and programs that act for her.
package account

import (
	"time"

	"rung/internal/fault"
	"rung/internal/pages/shared"
)

// Page is a person's account.
type Page struct {
	shared.Frame
	Email          string
	PasswordAction string
	Fields         []shared.Field
	Rest           []fault.Field
	Browsers       []Browser
	EndAction      string
	EndOthers      string // where all other browsers are signed out, or "" where there is none
	Tokens         []Token
	RevokeAction   string
	Terminal       string // where a terminal is let in
	Access         string // where she sees who read what is hers
}

// Browser is one signed-in browser.
type Browser struct {
	ID      string
	Name    string
	Since   time.Time
	Seen    time.Time
	Current bool
}

// Token is a terminal or program that acts for her.
type Token struct {
	ID      string
	Name    string
	Since   time.Time
	Seen    time.Time // zero: never used
	Expires time.Time
}

// Input is what the page is built from.
type Input struct {
	Frame       shared.Frame
	Email       string
	MinPassword int
	Browsers    []Browser
	Tokens      []Token
	Wrong       []fault.Field
}

// Build returns the page.
func Build(in Input) Page {
	p := Page{
		Frame: in.Frame, Email: in.Email, Browsers: in.Browsers, Tokens: in.Tokens,
		PasswordAction: "/account/password", EndAction: "/account/sessions/end",
		RevokeAction: "/account/tokens/revoke", Terminal: "/terminal", Access: "/me/access",
	}
	if len(in.Browsers) > 1 {
		p.EndOthers = "/account/sessions/end-others"
	}
	p.Title = "Your account"
	p.Fields = []shared.Field{
		{Kind: shared.PasswordField, Name: "old", Label: "Password until now", Required: true, Autocomplete: "current-password"},
		{
			Kind: shared.PasswordField, Name: "new", Label: "New password", Required: true, Autocomplete: "new-password",
			Hint: "At least " + shared.Count(in.MinPassword, "character", "characters") + "; a few words in a row are easy to remember.",
		},
	}
	p.Rest = shared.Mark(p.Fields, in.Wrong)
	return p
}
