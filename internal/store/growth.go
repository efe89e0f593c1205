package store

import (
	"context"
	"time"

	"rung/internal/growth"
	"rung/internal/model"
)

// EvidenceFilter chooses evidence of Owner that Viewer may see, newest
// Happened first, then newest id. After, if set, is the last item of the page
// before.
type EvidenceFilter struct {
	Owner, Viewer growth.PersonID
	Statement     model.StatementID // "" for all
	Since         time.Time         // zero for all; by Happened
	AfterHappened time.Time
	AfterID       growth.EvidenceID
	Limit         int
}

// Evidence keeps what happened, sealed.
type Evidence interface {
	// AddEvidence adds e with Version 1. Where the owner already has one with
	// the same non-empty Key, nothing is added and that one is returned.
	AddEvidence(ctx context.Context, e growth.Evidence) (growth.Evidence, error)
	// ChangeEvidence replaces e if its Version is still the stored one, and
	// adds one; else fault.Conflict, or fault.NotFound where Owner has none.
	// Key and CreatedAt stay.
	ChangeEvidence(ctx context.Context, e growth.Evidence) error
	// RemoveEvidence removes it, or fault.NotFound where owner has none.
	RemoveEvidence(ctx context.Context, owner growth.PersonID, id growth.EvidenceID) error
	// EvidenceByID returns it if viewer may see it, else fault.NotFound.
	EvidenceByID(ctx context.Context, id growth.EvidenceID, viewer growth.PersonID) (growth.Evidence, error)
	// ListEvidence returns what the filter chooses.
	ListEvidence(ctx context.Context, f EvidenceFilter) ([]growth.Evidence, error)
}

// Assessments keeps who rates whom against which role.
type Assessments interface {
	// AddAssessment adds a with Version 1; one of the same rater, subject,
	// capacity and role is fault.Conflict.
	AddAssessment(ctx context.Context, a growth.Assessment) error
	// ChangeAssessment keeps a's Revision and SharedThrough if its Version is
	// still the stored one, and adds one; else fault.Conflict, or fault.NotFound where
	// Rater has none. The rest of an assessment never changes.
	ChangeAssessment(ctx context.Context, a growth.Assessment) error
	// Assessment returns the one of that rater, subject, capacity and role, or
	// fault.NotFound. It is for its rater.
	Assessment(ctx context.Context, rater, subject growth.PersonID, c growth.Capacity, role model.RoleID) (growth.Assessment, error)
	// ListAssessments returns those of subject that viewer may see (her own as
	// rater, and those with a rating that is shared), newest first. Revision is
	// for its rater alone: it tells that she is at it.
	ListAssessments(ctx context.Context, subject, viewer growth.PersonID) ([]growth.Assessment, error)
}

// RatingFilter chooses ratings of Subject that Viewer may see, oldest first.
type RatingFilter struct {
	Subject, Viewer growth.PersonID
	Statements      []model.StatementID // none: all; at most MaxList
	Role            model.RoleID        // "": all
	LatestOnly      LatestOnly
}

// LatestOnly says whether only the newest visible rating of each rater,
// capacity and statement is returned.
type LatestOnly int

// The choices of LatestOnly.
const (
	AllRatings LatestOnly = iota
	LatestRatings
)

// MaxRatings is the most ratings that a list returns: the newest.
const MaxRatings = 10000

// Ratings keeps ratings, sealed and never changed.
type Ratings interface {
	// AddRating adds r. It is fault.NotFound where its assessment is not that
	// of its Rater, Subject, Capacity and Role, or evidence that it cites is
	// not there.
	AddRating(ctx context.Context, r growth.Rating) error
	// ListRatings returns what the filter chooses, with Shared as its
	// assessment says. A rating is shared when At is not after the
	// assessment's SharedThrough. Evidence holds what viewer may see of that
	// which was cited.
	ListRatings(ctx context.Context, f RatingFilter) ([]growth.Rating, error)
}

// Pins says, without anybody's words, what hangs on which wording. It is of
// everybody who is here, private or shared, and is for counting alone, under
// the rule of five: no page shows it.
type Pins interface {
	// ListRatingPins returns how many ratings are pinned to each wording: of
	// those that one rater gave in one capacity of one statement, the newest.
	// All, by person, statement and revision.
	ListRatingPins(ctx context.Context) ([]growth.Pin, error)
	// ListEvidencePins returns the same of links from evidence.
	ListEvidencePins(ctx context.Context) ([]growth.Pin, error)
}

// Seen keeps up to which revision people were told what became of ratings.
type Seen interface {
	// PutSeen keeps s in place of an earlier one of the same reader and subject.
	PutSeen(ctx context.Context, s growth.Seen) error
	// Seen returns what was kept, or fault.NotFound.
	Seen(ctx context.Context, reader, subject growth.PersonID) (growth.Seen, error)
}

// Feedback keeps feedback, sealed under its subject's key.
type Feedback interface {
	AddFeedback(ctx context.Context, f growth.Feedback) error
	// ListFeedback returns what was said to subject as far as viewer may see
	// it, newest first, at most limit.
	ListFeedback(ctx context.Context, subject, viewer growth.PersonID, limit int) ([]growth.Feedback, error)
	// ListFeedbackBy returns what author wrote, newest first, at most limit.
	ListFeedbackBy(ctx context.Context, author growth.PersonID, limit int) ([]growth.Feedback, error)
}

// Plans keeps plans, sealed.
type Plans interface {
	AddPlanItem(ctx context.Context, i growth.PlanItem) error
	// ChangePlanItem replaces i if its Version is still the stored one, and
	// adds one; else fault.Conflict, or fault.NotFound where Owner has none.
	ChangePlanItem(ctx context.Context, i growth.PlanItem) error
	RemovePlanItem(ctx context.Context, owner growth.PersonID, id growth.PlanItemID) error
	// ListPlan returns owner's items that viewer may see: open ones by due
	// day (none last), then done ones, newest first.
	ListPlan(ctx context.Context, owner, viewer growth.PersonID) ([]growth.PlanItem, error)
}

// Accesses keeps who read what of whom.
type Accesses interface {
	AddAccess(ctx context.Context, a growth.Access) error
	// ListAccesses returns the reads of owner's items by others, newest first,
	// at most limit.
	ListAccesses(ctx context.Context, owner growth.PersonID, limit int) ([]growth.Access, error)
}
