package growth

import (
	"time"

	"rung/internal/fault"
)

// Credential is a person's password as it is kept: an encoded argon2id hash
// (PHC string format).
type Credential struct {
	Person    PersonID
	Hash      string
	ChangedAt time.Time
}

// Session is a signed-in browser. Its token exists only in the browser; Hash
// is the SHA-256 of it.
type Session struct {
	ID        string
	Hash      string
	Person    PersonID
	Agent     string // the browser as it calls itself, cut short
	CreatedAt time.Time
	SeenAt    time.Time
	ExpiresAt time.Time
}

// Invite is a one-time link with which a person sets her password. Hash is
// the SHA-256 of the link's secret.
type Invite struct {
	Hash      string
	Person    PersonID // "" for the first administrator, who is made by it
	CreatedAt time.Time
	ExpiresAt time.Time
}

// Token lets a program act for a person. Hash is the SHA-256 of its secret;
// Name is what she calls it.
type Token struct {
	ID        string
	Hash      string
	Person    PersonID
	Name      string
	CreatedAt time.Time
	SeenAt    time.Time
	ExpiresAt time.Time
}

// Device is a terminal that asks to be signed in (RFC 8628). Person and Token
// are set when somebody has approved it.
type Device struct {
	Hash      string // SHA-256 of the device code
	UserCode  string // what the person types or confirms, as "WDJB-MJHT"
	Name      string
	Person    PersonID
	CreatedAt time.Time
	ExpiresAt time.Time
}

// MaxTokenName is the most characters that a token's or terminal's name has.
const MaxTokenName = 100

// Clean returns t as it may be kept, or an Invalid error.
func (t Token) Clean() (Token, error) {
	var wrong fault.Fields
	t.Name = CleanLine(&wrong, "name", t.Name, MaxTokenName)
	return t, wrong.Err()
}
