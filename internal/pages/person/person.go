// Package person is what one sees of somebody else: a colleague her team, a
// manager what she shared, an administrator her entry in the directory.
package person

import (
	"time"

	"rung/internal/pages/evidence"
	"rung/internal/pages/news"
	"rung/internal/pages/shared"
	"rung/internal/pages/standing"
)

// Page is somebody, as the reader may see her. What the reader may not see is
// not there and leaves no gap.
type Page struct {
	shared.Frame
	Name     string
	Team     string
	Manager  shared.Ref
	Feedback string // where to give her feedback, or "" for oneself
	Admin    string // where an administrator changes her entry, or ""
	Roles    []Role
	Close    *Close // for her manager
}

// Role is a role that she holds or held.
type Role struct {
	Role     shared.Ref
	Since    time.Time
	Maturity string
	Now      bool
}

// Close is what a manager sees of a report.
type Close struct {
	News     *news.News   // what changed since the reader last looked, or nil
	Views    []shared.Ref // roles to stand against; the first is shown
	Board    *standing.Board
	Rate     string
	Beside   string
	Share    *Share
	Evidence []evidence.Item
	Aims     []shared.Ref
	Plan     []PlanLine
	Said     []Said
}

// Share offers to share ratings that are the manager's own until then.
type Share struct {
	Action string
	Role   string
	Open   int
	Name   string
}

// PlanLine is a shared item of her plan.
type PlanLine struct {
	Action string
	Due    time.Time
	Done   bool
}

// Said is feedback that its author let the manager see.
type Said struct {
	From string
	Text string
	At   time.Time
}

// Build returns p with its title.
func Build(p Page) Page {
	p.Title = p.Name
	return p
}
