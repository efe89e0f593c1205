package growth

import (
	"time"

	"rung/internal/model"
)

// PlanItemID names an item of a plan.
type PlanItemID string

// Limits of a plan.
const (
	MaxPlanItems = 50
	MaxPlanText  = 2000
)

// PlanItem is one thing that a person has set out to grow in. Statement is ""
// where it belongs to none. Due is a day (midnight UTC), zero for none; DoneAt
// is zero while it is open. Her plan is the list of her items.
type PlanItem struct {
	ID        PlanItemID
	Owner     PersonID
	Role      model.RoleID // the role it grows towards, or ""
	Statement model.StatementID
	Revision  string
	Action    string // what she will do
	Helper    string // who helps, in her words
	Due       time.Time
	DoneAt    time.Time
	Visible   Visibility
	CreatedAt time.Time
	Version   int64
}
