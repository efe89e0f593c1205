package growth

import (
	"time"

	"rung/internal/fault"
	"rung/internal/model"
)

// PlanItemID names an item of a plan.
type PlanItemID string

// Limits of a plan.
const (
	MaxPlanItems  = 50
	MaxPlanText   = 2000
	MaxPlanHelper = 200
)

// LatestYear is the last year for which anything may be planned or entered.
const LatestYear = 2200

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

// Clean returns i as it may be kept, or an Invalid error that names what is
// wrong. Due may lie in the past: people write down late what they meant to do.
func (i PlanItem) Clean() (PlanItem, error) {
	var wrong fault.Fields
	i.Action = cleanText(&wrong, "action", i.Action, textRule{MaxPlanText, required, manyLines})
	i.Helper = cleanText(&wrong, "helper", i.Helper, textRule{max: MaxPlanHelper})
	i.Due = day(i.Due)
	if !i.Due.IsZero() && (i.Due.Year() < EarliestYear || i.Due.Year() > LatestYear) {
		wrong.Add("due", "Please give a day that one can plan for, or none.")
	}
	checkVisible(&wrong, i.Visible)
	return i, wrong.Err()
}
