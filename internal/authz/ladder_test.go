package authz_test

import (
	"rung/internal/evidence"
	"rung/internal/feedback"
	"rung/internal/frameworks"
	"rung/internal/people"
	"rung/internal/plans"
	"rung/internal/ratings"
)

// The keeper of revisions is the ladder of every use case.
var (
	_ people.Ladder   = (*frameworks.Service)(nil)
	_ evidence.Ladder = (*frameworks.Service)(nil)
	_ ratings.Ladder  = (*frameworks.Service)(nil)
	_ feedback.Ladder = (*frameworks.Service)(nil)
	_ plans.Ladder    = (*frameworks.Service)(nil)
)
