// Package me is a person's own page: the role she holds, the one she wants,
// how she stands, and one box to write down what happened.
package me

import (
	"time"

	"rung/internal/pages/evidence"
	"rung/internal/pages/news"
	"rung/internal/pages/shared"
	"rung/internal/pages/standing"
)

// Page is a person's own page. Board is nil where she holds no role and wants
// none.
type Page struct {
	shared.Frame
	Name    string
	Held    *Held
	News    *news.News // what changed since she last looked, or nil
	Views   []Against  // the roles she can look at herself against
	Board   *standing.Board
	Rate    string // where she rates herself against the role shown
	Beside  string // where self and manager stand side by side
	Share   *Share
	Box     evidence.Form
	Strip   *Strip
	Recent  []evidence.Item
	AllURL  string
	Aims    []Aim
	AimForm AimForm
	Plan    []PlanLine
	PlanURL string
	Said    []Said
	SaidURL string
}

// Held is the role that she holds.
type Held struct {
	Role     shared.Ref
	Since    time.Time
	Maturity string
	Gone     bool // the framework no longer has it
}

// Against is a role that she can look at herself against.
type Against struct {
	Label   string
	URL     string
	Current bool
}

// Share says how much of her own assessment her manager sees, and offers to
// share the rest.
type Share struct {
	Action  string
	Role    string
	Open    int // ratings that are not shared yet
	Manager string
}

// Aim is a role that she wants.
type Aim struct {
	Role    shared.Ref
	RoleID  string
	Shared  bool
	Compare string // the role held beside it
}

// AimForm says which role she wants.
type AimForm struct {
	Action string
	Remove string
	Roles  shared.Field
	Who    shared.Field
}

// PlanLine is an open item of her plan.
type PlanLine struct {
	Action string
	Due    time.Time
}

// Said is a piece of feedback on her.
type Said struct {
	From string
	Text string
	At   time.Time
	Tone string
}
